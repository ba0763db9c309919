#include "analyzers/people/attendance_list.hpp"

#include "analyzers/people/attendance_labels.hpp"
#include "analyzers/people/person_names.hpp"
#include "analyzers/people/role_titles.hpp"

#include <algorithm>
#include <utility>

namespace minutes {
namespace {

/// Reads one list from left to right; each step takes a label, a name, a post or one lexeme that says nothing.
class ListReader {
public:
    ListReader(std::string_view text, const Lexemes& lexemes, ListLabel label, std::string_view committee)
        : text_(text), lexemes_(lexemes), committee_(committee), label_(label) {
        semicolons_ = std::any_of(lexemes.begin(), lexemes.end(), [](const Lexeme& lexeme) { return lexeme.form == ";"; });
    }

    std::vector<Attendee> read() {
        while (i_ < lexemes_.size()) {
            if ((starts_line(i_) || opens_inline_label(i_)) && take_label()) continue;
            if (take_office() || take_name()) continue;
            if (take_brackets() || take_chair_words() || take_post()) continue;
            if (lexemes_[i_].breaks > 0 || lexemes_[i_].form == ";" || lexemes_[i_].form == ".") plural_.clear();
            ++i_;
        }
        settle();
        return std::move(people_);
    }

private:
    const Lexeme& at(std::size_t i) const { return lexemes_[i]; }
    bool is(std::size_t i, std::string_view form) const { return i < lexemes_.size() && at(i).form == form; }
    bool starts_line(std::size_t i) const {
        const bool mark = i > 0 && at(i).breaks == 0 && (is(i - 1, "-") || is(i - 1, "#"));   // "- Ann Hay", "## Officers"
        if (mark && (at(i - 1).breaks > 0 || (is(i - 1, "#") && starts_line(i - 1)))) return true;
        return i == 0 || at(i).breaks > 0 || is_bullet(at(i - 1)) || (at(i - 1).form == "." && at(i).capital);
    }

    std::size_t line_end(std::size_t i) const {
        ++i;
        while (i < lexemes_.size() && at(i).breaks == 0) ++i;
        return i;
    }

    /// "... Cllr Hay Apologies: Cllr Croft": a label that an extractor put behind the list before it.
    bool opens_inline_label(std::size_t i) const {
        if (!at(i).capital) return false;
        std::size_t colon = i + 1;
        while (colon < lexemes_.size() && colon < i + 5 && at(colon).word) ++colon;
        return is(colon, ":") && any_word(words_of(lexemes_, {i, i + 1}), {"apologies", "present", "absent", "in", "also"}) && list_label(lexemes_, {i, colon});
    }

    /// The colon of a label; a few people print a semicolon.
    bool ends_label(std::size_t i, std::size_t colon) const {
        return is(colon, ":") || (is(colon, ";") && colon > i && colon <= i + 3 && list_label(lexemes_, {i, colon}));
    }

    /// "Also attended:" at the start of a line, or a whole line without a name that a label row knows.
    bool take_label() {
        const std::size_t stop = std::min(line_end(i_), i_ + 12);
        std::size_t colon = i_;
        while (colon < stop && !ends_label(i_, colon)) ++colon;
        const bool whole_line = colon == stop && stop == line_end(i_);
        if (colon == stop && !whole_line) return take_bare_label();
        const auto label = list_label(lexemes_, {i_, colon});
        if (!label && colon == stop) return false;
        if (colon == stop && (has_name(i_, stop) || stop - i_ > 6)) return take_bare_label();
        settle();
        if (label && label->nobody && colon == stop) {  // "One member of the public" is an entry of its list
            i_ = stop;
            return true;
        }
        const bool absent = label_.status == Status::apologies && people_.size() == labelled_at_;  // "Apologies from Councillors: A Hay"
        if (label) label_ = *label;
        if (label && absent) label_.status = Status::apologies;
        labelled_at_ = people_.size();
        if (!label && label_.nobody) label_.nobody = false;
        pending_post_.clear();
        plural_.clear();
        if (!label) take_label_of_post({i_, colon});
        else if (colon < stop && names_office(words_of(lexemes_, {i_, colon}))) take_office_label({i_, colon});
        i_ = colon < stop ? colon + 1 : stop;
        return true;
    }

    /// "Town Clerk: Mrs L Evans": a label of officers that is also her post.
    void take_office_label(Range words) {
        pending_post_ = one_line(slice(text_, span_of(lexemes_, words)));
        pending_end_ = words.end;
    }

    /// "Head of Finance: Fiona Law", "Directors: Kevin Stow, Liam Hay": the label says what they are.
    void take_label_of_post(Range words) {
        const Role role = role_of_title(words_of(lexemes_, words), {});
        if (role == Role::unattributed) return;
        label_.role = role;
        label_.councillors_too = true;
        if (at(words.end - 1).form.ends_with('s')) return;
        take_office_label(words);
    }

    /// "Present Councillors Ash, ..." and "In attendance Mr Hay": a label with no colon before an honorific.
    bool take_bare_label() {
        std::size_t stop = i_;
        while (stop < lexemes_.size() && stop < i_ + 4 && at(stop).word && honorific_of(at(stop).form) == Honorific::none) ++stop;
        if (stop == i_ || stop >= lexemes_.size() || honorific_of(at(stop).form) == Honorific::none) return false;
        const Words words = words_of(lexemes_, {i_, stop});
        if (!any_word(words, {"present", "attendance", "attended", "apologies", "absent", "presennol", "lathair"})) return false;
        const auto label = list_label(lexemes_, {i_, stop});
        if (!label) return false;
        settle();
        label_ = *label;
        plural_.clear();
        i_ = stop;
        return true;
    }

    bool has_name(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i)
            if (titled_name_at(lexemes_, i, end, true)) return true;
        return bare_name_at(lexemes_, begin, end, true).has_value();
    }

    bool take_name() {
        if (inline_ && at(i_).breaks >= 2 && !is(i_ - 1, ",") && !is(i_ - 1, "and")) plural_.clear();  // "Cllrs A, B and C" ends with its paragraph
        auto name = titled_name_at(lexemes_, i_, lexemes_.size(), true);
        if (name) {
            plural_ = name->plural ? name->singular : std::string();
            singular_ = name->singular;
        } else if (!plural_.empty() && separated(i_)) {
            name = listed_name_at(lexemes_, i_, lexemes_.size());
            if (name) name->singular = plural_;
        } else if (shares_honorific()) {
            name = listed_name_at(lexemes_, i_, lexemes_.size());
            if (name) { name->singular = plural_ = singular_; }
        } else if ((separated(i_) && !in_prose(i_)) || (!pending_post_.empty() && i_ == pending_end_)) {
            name = bare_name_at(lexemes_, i_, lexemes_.size(), true);
            if (name && !ends_like_an_entry(name->at.end)) name.reset();
            if (name && role_of_title(words_of(lexemes_, name->bare), {}) != Role::unattributed) name.reset();
        }
        if (!name) return false;
        inline_ = !plural_.empty() && i_ > 0 && (is(i_ - 1, ",") || is(i_ - 1, "and"));
        add(*name);
        i_ = name->at.end;
        return true;
    }

    /// "Chair Moira Hay, Sec Sue Ford": an office right before a bare name is that name's, whoever was named before.
    bool take_office() {
        if (!separated(i_) || !at(i_).capital) return false;
        std::size_t end = i_;
        if (any_word(words_of(lexemes_, {end, end + 1}), {"vice", "deputy", "minute", "minutes"})) ++end;
        if (end >= lexemes_.size() || !any_word(words_of(lexemes_, {end, end + 1}), {"chair", "chairman", "chairperson", "convener", "convenor", "secretary", "sec", "treasurer", "clerk"})) return false;
        ++end;
        if (end >= lexemes_.size() || at(end).breaks > 0) return false;
        const auto name = bare_name_at(lexemes_, end, lexemes_.size(), true);
        if (!name || !ends_like_an_entry(name->at.end)) return false;
        settle();
        pending_post_ = one_line(slice(text_, span_of(lexemes_, {i_, end})));
        pending_end_ = i_ = end;
        add(*name);
        i_ = name->at.end;
        return true;
    }

    /// "Councillor Battle and Rowe" at the end of a list: the second name shares the honorific.
    bool shares_honorific() const {
        if (!open_ || honorific_ != Honorific::councillor || !is(i_ - 1, "and")) return false;
        const auto name = listed_name_at(lexemes_, i_, lexemes_.size());
        return name && (name->at.end >= lexemes_.size() || at(name->at.end).breaks > 0 || is(name->at.end, "."));
    }

    bool separated(std::size_t i) const {
        if (starts_line(i)) return true;
        const std::string_view before = at(i - 1).form;
        if (before == "-" && i >= 2 && is(i - 2, ":")) return true;
        return before == "," || before == "and" || before == ";" || before == ":" || before == ")" || before == "/" || before == "|";
    }

    /// A bare name in a sentence ("... of Great Coates, ...") is no entry: the word before its separator is in lower case.
    bool in_prose(std::size_t i) const { return i >= 2 && !starts_line(i) && at(i - 2).word && !at(i - 2).capital && at(i - 1).form != ":"; }

    bool ends_like_an_entry(std::size_t i) const {
        if (i >= lexemes_.size() || at(i).breaks > 0) return true;
        const std::string_view next = at(i).form;
        return next == "from" || next == "representing" || next == "(" || next == "," || next == "-" || next == ";" || next == "and" || next == "." || next == ":" || is_bullet(at(i));
    }

    void add(const NameAt& name) {
        settle();
        if (label_.nobody) return;
        Attendee entry;
        const std::string bare(slice(text_, span_of(lexemes_, name.bare)));
        entry.person.at = span_of(lexemes_, name.at);
        entry.person.name = one_line(plural_.empty() && !name.plural ? std::string(slice(text_, entry.person.at)) : name.singular + " " + bare);
        entry.person.status = label_.status;
        const bool divided = pending_end_ < i_ && (is(pending_end_, ";") || is(pending_end_, ".") || at(i_).breaks >= 2);
        if (i_ <= pending_end_ + 1 && !divided) entry.person.post = std::move(pending_post_);
        pending_post_.clear();
        honorific_ = name.plural || name.parts.honorific != Honorific::none ? name.parts.honorific : plural_.empty() ? Honorific::none : Honorific::councillor;
        people_.push_back(std::move(entry));
        open_ = true;
    }

    Attendee& current() { return people_.back(); }
    const Attendee& current() const { return people_.back(); }

    /// Brackets behind a name hold a post, the chair, initials, or a note about when or for whom somebody came.
    bool take_brackets() {
        if (!is(i_, "(") && !is(i_, "[")) return false;
        std::size_t close = i_ + 1, depth = 1;
        for (; close < lexemes_.size() && close < i_ + 40; ++close) {
            if (is(close, "(") || is(close, "[")) ++depth;
            if ((is(close, ")") || is(close, "]")) && --depth == 0) break;
        }
        if (close >= lexemes_.size() || depth != 0) return false;
        const Range inside{i_ + 1, close};
        if (!pending_post_.empty() && !open_ && titled_name_at(lexemes_, i_ + 1, close, false)) {  // "Director, Roads (Mr. G. Hay)"
            const auto name = titled_name_at(lexemes_, i_ + 1, close, false);
            add(*name);
        } else if (open_) {
            describe(inside);
        }
        i_ = close + 1;
        return true;
    }

    void describe(Range inside) {
        const Words words = words_of(lexemes_, inside);
        if (words.empty() || is_attendance_note(words)) return;
        if (any_word(words, {"chair"}) && any_word(words, {"in", "took"})) return describe_chair(inside);
        if (words.size() == 1 && at(inside.begin).upper && are_initials(words[0], current().person.name)) return;
        if (words.size() == 1 && at(inside.begin).capital && words[0].size() <= 3 && role_of_title(words, {}) == Role::unattributed) return;
        if (!at(inside.begin).capital && role_of_title(words, committee_) == Role::unattributed) return;  // "(work)"
        if (current().person.post.empty()) current().person.post = one_line(slice(text_, span_of(lexemes_, inside)));
        if (words.back().ends_with("representatives") || words.back() == "governors" || words.back() == "officers") share_post();
    }

    /// "(in the Chair)", "(Leader of the Council, in the Chair)".
    void describe_chair(Range inside) {
        current().in_chair = true;
        std::size_t comma = inside.begin;
        while (comma < inside.end && !is(comma, ",") && !is(comma, "-")) ++comma;
        if (comma < inside.end && current().person.post.empty() && !is(inside.begin, "in")) current().person.post = one_line(slice(text_, span_of(lexemes_, {inside.begin, comma})));
    }

    /// "Mr Cole and Mrs Dunn (Parent Governor Representatives)": the plural holds for the names joined to the last one.
    void share_post() {
        for (std::size_t k = people_.size() - 1; k-- > shared_from_ && people_[k].person.post.empty();) {
            people_[k].person.post = current().person.post;
            const Role role = role_of_title(current().person.post, committee_);
            if (role != Role::unattributed) people_[k].person.role = role;
        }
    }

    /// "in the Chair", "presiding" behind a name.
    bool take_chair_words() {
        if (!open_) return false;
        const bool chair = is(i_, "in") && is(i_ + 1, "the") && is(i_ + 2, "chair");
        const bool presiding = is(i_, "presiding") || is(i_, "presided");
        if (!chair && !presiding) return false;
        current().in_chair = true;
        i_ += chair ? 3 : 1;
        return true;
    }

    /// A post: behind "," or "-" it belongs to the name before; at the start of a line to the name that follows.
    bool take_post() {
        if (is(i_, "also")) return false;   // "Mrs G Ford Also PCSO Hay"
        const bool behind = i_ > 0 && (is(i_ - 1, ",") || is(i_ - 1, "-") || is(i_ - 1, ":") || is(i_ - 1, ")") || at(i_ - 1).word || (is(i_ - 1, ".") && at(i_).breaks == 0));
        const bool after_name = open_ && current().person.post.empty() && behind && at(i_).breaks < 2 && !joined_by_and();
        const auto title = title_at(lexemes_, i_, lexemes_.size(), committee_);
        if (title && !after_name && (is(i_ - 1, "to") || (i_ > 1 && is(i_ - 1, "the") && is(i_ - 2, "to")))) return false;  // "assistant to the clerk"
        if (!title) return after_name && (take_plain_post() || take_unknown_post());
        std::size_t end = title->at.end;
        while (end < lexemes_.size() && at(end).word && at(end).breaks == 1 && joins_lines(lexemes_, end)) end = line_end(end);
        for (std::size_t k = title->at.begin + 1; k < end; ++k)
            if (at(k).breaks > 0 && !joins_lines(lexemes_, k)) { end = k; break; }
        while (runs_over_line(lexemes_, end)) end = line_end(end + 1);
        if (!after_name) end = before_bracketed_name(end);
        if (open_ && !after_name && is(i_ - 1, "and")) return extend_post(end);  // "..., Director of Finance & Section 151 Officer"
        if (after_name && semicolons_) end = std::max(end, entry_end(end));
        if (after_name && !semicolons_) end = with_service(lexemes_, end);
        const std::string post = one_line(slice(text_, span_of(lexemes_, {i_, end})));
        if (after_name && !(at(i_).breaks > 0 && !joins_lines(lexemes_, i_) && !is(i_ - 1, ","))) current().person.post = post;
        else { settle(); pending_post_ = post; pending_end_ = end; }
        i_ = end;
        return true;
    }

    bool extend_post(std::size_t end) {
        current().person.post += " and " + one_line(slice(text_, span_of(lexemes_, {i_, end})));
        i_ = end;
        return true;
    }

    std::size_t entry_end(std::size_t i) const {
        while (i < lexemes_.size() && at(i).breaks == 0 && !is(i, ";") && !is(i, ".")) ++i;
        return i;
    }

    /// "..., and the clerk A Brown": the post is that of the name to come.
    bool joined_by_and() const { return is(i_ - 1, "and") || (i_ > 1 && is(i_ - 1, "the") && is(i_ - 2, "and")); }

    /// "Director, Economic Development (Mr. G. Daly)": a post printed before its holder runs to the bracket.
    std::size_t before_bracketed_name(std::size_t end) const {
        for (std::size_t k = end; k + 1 < lexemes_.size() && k < end + 10 && at(k).breaks == 0; ++k) {
            if (is(k, ")") || is(k, ";") || is(k, ".")) break;
            if (is(k, "(")) return titled_name_at(lexemes_, k + 1, lexemes_.size(), true) ? k : end;
        }
        return end;
    }

    /// A post in lower case behind "Name,": "Mr Field, co-opted member".
    bool take_plain_post() {
        if (!is(i_ - 1, ",") || at(i_).capital || at(i_).form.front() <= '9') return false;  // "PC Hay, 6 members of the public"
        std::size_t end = i_;
        while (end < lexemes_.size() && end < i_ + 6 && at(end).word && at(end).form != "and" && at(end).breaks == 0) ++end;
        if (any_word(words_of(lexemes_, {i_, end}), {"public", "press", "residents", "parishioners"})) return false;   // "PC Hay, 6 members of the public"
        if (role_of_title(words_of(lexemes_, {i_, end}), committee_) == Role::unattributed) return false;
        current().person.post = one_line(slice(text_, span_of(lexemes_, {i_, end})));
        i_ = end;
        return true;
    }

    /// Capitals behind "Name," or "Name -" that no table knows: an organisation or a service, to the end of the line.
    bool take_unknown_post() {
        if (!(is(i_ - 1, ",") || is(i_ - 1, "-")) || !at(i_).word || !at(i_).capital || honorific_of(at(i_).form) != Honorific::none) return false;
        std::size_t end = i_;
        while (end < lexemes_.size() && (end == i_ || at(end).breaks == 0) && (at(end).word || at(end).form == "'") && honorific_of(at(end).form) == Honorific::none) ++end;
        const bool before_name = end < lexemes_.size() && at(end).breaks == 0 && honorific_of(at(end).form) != Honorific::none;  // "District Councillor Green"
        if ((end == i_ + 1 && !plural_.empty()) || before_name) return false;
        current().person.post = one_line(slice(text_, span_of(lexemes_, {i_, end})));
        i_ = end;
        return true;
    }

    /// Gives the person read last their role, and closes the entry.
    void settle() {
        if (!open_) return;
        open_ = false;
        Attendee& entry = current();
        Role role = entry.person.post.empty() ? Role::unattributed : role_of_title(entry.person.post, committee_);
        const bool councillor = honorific_ == Honorific::councillor;
        if (role == Role::member && label_.status == Status::in_attendance) role = Role::visiting_member;
        if (role == Role::officer && label_.role == Role::member && councillor) role = Role::member;
        if (role == Role::unattributed) role = councillor && !label_.councillors_too ? Role::visiting_member : label_.role;
        if (role == Role::external && !councillor && entry.person.post.empty() && !label_.councillors_too) role = Role::unattributed;
        if (role == Role::member && !councillor && honorific_ == Honorific::none && councillors_ >= 2) role = Role::unattributed;
        councillors_ += councillor;
        if (role == Role::officer && label_.role == Role::member && entry.person.post.find("reasurer") != std::string::npos) role = Role::member;  // an office, no employment
        if (role == Role::external && label_.role == Role::coopted) role = Role::coopted;  // the label says more than where they come from
        if (honorific_ == Honorific::police) role = Role::external;
        if (entry.in_chair) role = Role::chair;
        if (label_.role == Role::chair && label_.status == Status::present) { entry.in_chair = true; label_ = {}; }
        entry.person.role = role;
        if (i_ == 0 || i_ >= lexemes_.size() || !is(i_ - 1, "and")) shared_from_ = people_.size();
    }

    std::string_view text_;
    const Lexemes& lexemes_;
    std::string_view committee_;
    ListLabel label_;
    std::vector<Attendee> people_;
    std::size_t i_ = 0;
    std::string singular_;      ///< the honorific printed last
    std::string plural_;        ///< the honorific that a plural gives to the names after it; empty if none is in force
    std::string pending_post_;  ///< a post printed before its holder
    std::size_t pending_end_ = 0;
    int councillors_ = 0;       ///< so far; beside them a name without honorific is no member's
    Honorific honorific_ = Honorific::none;
    bool semicolons_ = false;   ///< the entries are told apart by semicolons: a post runs to the next one
    std::size_t labelled_at_ = 0;  ///< how many were read before the label in force
    bool inline_ = false;       ///< the last name followed its plural on one line
    bool open_ = false;         ///< the last person may still get a post
    std::size_t shared_from_ = 0;  ///< where the run of names joined by "and" begins
};

}  // namespace

std::vector<Attendee> read_attendance(std::string_view text, const Lexemes& lexemes, ListLabel label, std::string_view committee) {
    return ListReader(text, lexemes, label, committee).read();
}

}  // namespace minutes
