#include "analyzers/people/attendance_list.hpp"

#include "analyzers/people/attendance_labels.hpp"
#include "analyzers/people/list_entries.hpp"
#include "analyzers/people/person_names.hpp"
#include "analyzers/people/role_titles.hpp"

#include <algorithm>
#include <utility>

namespace minutes {
namespace {

/// Reads one list from left to right; each step takes a label, a name, a post or one lexeme that says nothing.
class ListReader {
public:
    ListReader(std::string_view text, const Lexemes& lexemes, ListLabel label, const ListContext& context)
        : text_(text), lexemes_(lexemes), committee_(context.committee), label_(label), local_(context.local_council), members_listed_(context.members_listed) {
        semicolons_ = std::any_of(lexemes.begin(), lexemes.end(), [](const Lexeme& lexeme) { return lexeme.form == ";"; });
    }

    std::vector<Attendee> read() {
        while (i_ < lexemes_.size()) {
            if ((starts_line(i_) || opens_inline_label(lexemes_, i_)) && take_label()) continue;
            if (take_office() || take_name()) continue;
            if (take_brackets() || take_chair_words() || take_post()) continue;
            if (is(i_, "from") && i_ > 0 && is(i_ - 1, "and")) plural_.clear();   // "Councillors Hay and Ford and from Ann Croft"
            if (lexemes_[i_].breaks > 0 || lexemes_[i_].form == ";" || lexemes_[i_].form == ".") plural_.clear();
            if (is_one_of(lexemes_[i_].form, {"met", "was", "were", "arrived", "left", "joined", "attended"})) settle();   // a sentence: what follows is no post
            ++i_;
        }
        settle();
        return std::move(people_);
    }

private:
    const Lexeme& at(std::size_t i) const { return lexemes_[i]; }
    std::string printed(Range words) const { return one_line(slice(text_, span_of(lexemes_, words))); }
    bool is(std::size_t i, std::string_view form) const { return i < lexemes_.size() && at(i).form == form; }
    bool starts_line(std::size_t i) const {
        const bool mark = i > 0 && at(i).breaks == 0 && (is(i - 1, "-") || is(i - 1, "#"));   // "- Ann Hay", "## Officers"
        if (mark && (at(i - 1).breaks > 0 || (is(i - 1, "#") && starts_line(i - 1)))) return true;
        return i == 0 || at(i).breaks > 0 || is_bullet(at(i - 1)) || (at(i - 1).form == "." && at(i).capital);
    }

    /// "Also attended:" at the start of a line, or a whole line without a name that a label row knows.
    bool take_label() {
        const std::size_t stop = std::min(line_end(lexemes_, i_), i_ + 12);
        std::size_t colon = i_;
        int depth = 0;
        for (; colon < stop && !ends_label(lexemes_, i_, colon); ++colon) depth += is(colon, "(") ? 1 : is(colon, ")") ? -1 : 0;
        if (depth > 0 && colon < stop) return false;   // "Cllr Hay (Substitute: Cllr Ford)"
        const bool whole_line = colon == stop && stop == line_end(lexemes_, i_);
        if (colon == stop && !whole_line) return take_bare_label();
        const auto label = list_label(lexemes_, {i_, colon});
        if (!label && whole_line) return false;
        if (colon == stop && (has_name(lexemes_, {i_, stop}) || stop - i_ > 6)) return take_bare_label();
        settle();
        if (label && label->nobody && colon == stop) {  // "One member of the public" is an entry of its list
            i_ = stop;
            return true;
        }
        const Words words = words_of(lexemes_, {i_, colon});
        const bool absent = label_.status == Status::apologies && people_.size() == labelled_at_ && !any_word(words, {"present", "attendance"});  // "Apologies from Councillors: A Hay"
        plain_members_ = any_word(words, {"members", "councillors", "cllrs"});
        if (label) label_ = is_visitors_label(words) ? ListLabel{Status::in_attendance, Role::visiting_member, false, true} : *label;
        if (label && absent) label_.status = Status::apologies;
        labelled_at_ = people_.size();
        if (!label && label_.nobody) label_.nobody = false;
        pending_post_.clear();
        plural_.clear();
        if (!label) take_label_of_post({i_, colon});
        else if (colon < stop && names_office(words)) take_office_label({i_, colon});
        i_ = colon < stop ? colon + 1 : stop;
        return true;
    }

    /// "Members in Attendance" below the list of those who sit on the body: those who visit.
    bool is_visitors_label(const Words& words) const {
        return (members_listed_ || !people_.empty()) && any_word(words, {"members", "councillors"}) && any_word(words, {"attendance", "attending", "attended"});
    }

    /// "Town Clerk: Mrs L Evans": a label of officers that is also her post.
    void take_office_label(Range words) {
        pending_post_ = printed(words);
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
        std::size_t stop = label_before_name(lexemes_, i_);
        if (stop > i_) return start_list({i_, stop});
        const std::size_t longest = any_word(words_of(lexemes_, {i_, i_ + 1}), {"apologies", "apology"}) ? 9 : 4;   // "Apologies for absence were received from Cllr Hay"
        while (stop < lexemes_.size() && stop < i_ + longest && at(stop).word && honorific_of(at(stop).form) == Honorific::none) ++stop;
        if (stop == i_ || stop >= lexemes_.size() || honorific_of(at(stop).form) == Honorific::none) return false;
        const Words words = words_of(lexemes_, {i_, stop});
        if (!any_word(words, {"present", "attendance", "attended", "apologies", "absent", "presennol", "lathair", "members", "holders", "officers", "representatives"})) return false;
        return start_list({i_, stop});
    }

    bool start_list(Range words) {
        const auto label = list_label(lexemes_, words);
        if (!label) return false;
        settle();
        label_ = *label;
        plural_.clear();
        labelled_at_ = people_.size();
        i_ = labelled_from_ = words.end;
        return true;
    }

    bool take_name() {
        if (inline_ && at(i_).breaks >= 2 && !is(i_ - 1, ",") && !is(i_ - 1, "and")) plural_.clear();  // "Cllrs A, B and C" ends with its paragraph
        auto name = semicolons_ && separated(i_) && (i_ == 0 || !is(i_ - 1, ",")) ? inverted_name_at(lexemes_, i_) : std::nullopt;
        const bool inverted = name.has_value();
        if (!name) name = titled_name_at(lexemes_, i_, lexemes_.size(), true);
        const bool for_another = stands_for_another(lexemes_, i_) || (open_ && is(i_ - 1, "for"));   // "Cllr Hay for Cllr Ford"
        if (name && label_.status == Status::apologies && stood_in_by(lexemes_, i_)) { take_substitute(*name); return true; }
        if (name && label_.status != Status::apologies && for_another) {
            i_ = name->at.end;
            return true;
        }
        if (name) {
            const bool inside = !plural_.empty() && i_ > 0 && (is(i_ - 1, ",") || is(i_ - 1, "and")) && is_one_of(name->singular, {"Mrs", "Miss", "Ms", "Dr"});   // "Councillors Ash, Mrs Brook, Carr"
            if (!inside) plural_ = name->plural ? name->singular : std::string();
            singular_ = name->singular;
        } else if (!plural_.empty() && separated(i_)) {
            name = listed_name_at(lexemes_, i_, lexemes_.size());
            if (name && is_council_of_next(lexemes_, name->at)) name.reset();
            if (name) name->singular = plural_;
        } else if (shares_honorific()) {
            if ((name = listed_name_at(lexemes_, i_, lexemes_.size()))) name->singular = plural_ = singular_;
        } else if ((separated(i_) && !in_prose(i_)) || (!pending_post_.empty() && (i_ == pending_end_ || (i_ == pending_end_ + 1 && is(pending_end_, "-"))))) {
            name = bare_name_at(lexemes_, i_, lexemes_.size(), true);
            if (!name) name = name_over_lines(lexemes_, i_);
            if (name && !ends_like_an_entry(lexemes_, name->at.end)) name.reset();
            if (name && at(name->bare.end - 1).form != "constable" && role_of_title(words_of(lexemes_, name->bare), {}) != Role::unattributed) name.reset();
        }
        if (!name) return false;
        inline_ = !plural_.empty() && i_ > 0 && (is(i_ - 1, ",") || is(i_ - 1, "and"));
        add(*name);
        if (inverted && open_) current().person.name = printed({name->bare.end + 1, name->at.end}) + " " + printed(name->bare);
        i_ = name->at.end;
        return true;
    }

    /// "Cllr Hay - substituted by Cllr Ford", "Cllr Hay (Substitute: Cllr Ford)" among apologies: Ford was there.
    void take_substitute(const NameAt& name) {
        i_ = name.at.begin;
        add(name);
        current().person.status = Status::present;
        settle();
        i_ = name.at.end;
    }

    /// "Chair Moira Hay, Sec Sue Ford": an office right before a bare name is that name's, whoever was named before.
    bool take_office() {
        if (!separated(i_) || !at(i_).capital) return false;
        std::size_t end = i_;
        if (any_word(words_of(lexemes_, {end, end + 1}), {"vice", "deputy", "minute", "minutes"})) ++end;
        if (end >= lexemes_.size() || !any_word(words_of(lexemes_, {end, end + 1}), {"chair", "chairman", "chairperson", "convener", "convenor", "provost", "secretary", "sec", "treasurer", "clerk"})) return false;
        ++end;
        if (end >= lexemes_.size() || at(end).breaks > 0) return false;
        const auto name = bare_name_at(lexemes_, end, lexemes_.size(), true);
        if (!name || !ends_like_an_entry(lexemes_, name->at.end)) return false;
        settle();
        pending_post_ = printed({i_, end});
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
        if ((before == "-" && i >= 2 && is(i - 2, ":")) || (before == "from" && i >= 2 && is(i - 2, "and"))) return true;
        return before == "," || before == "and" || before == ";" || before == ":" || before == ")" || before == "/" || before == "|" || i == labelled_from_;
    }

    /// A bare name in a sentence ("... of Great Coates, ...") is no entry: the word before its separator is in lower case.
    bool in_prose(std::size_t i) const { return i >= 2 && i != labelled_from_ && !starts_line(i) && at(i - 2).word && at(i - 2).form != "and" && !at(i - 2).capital && at(i - 1).form != ":" && at(i - 1).form != ")"; }

    void add(const NameAt& name) {
        settle();
        if (label_.nobody) return;
        Attendee entry;
        const std::string bare(slice(text_, span_of(lexemes_, name.bare)));
        entry.person.at = span_of(lexemes_, {name.at.begin, name.initials ? name.bare.end : name.at.end});
        entry.person.name = one_line((plural_.empty() || name.parts.honorific != Honorific::none) && !name.plural ? std::string(slice(text_, entry.person.at)) : name.singular + " " + bare);
        entry.person.status = label_.status;
        if (name.parts.honorific == Honorific::councillor) elsewhere_ = i_ > 0 && at(i_).breaks == 0 && names_another_council(at(i_ - 1));
        else if (plural_.empty()) elsewhere_ = false;
        if (people_.empty()) all_elsewhere_ = elsewhere_;   // "County Councillor Ash, County Councillor Brook": their own meeting
        if (elsewhere_ && (local_ || !all_elsewhere_)) entry.person.role = Role::visiting_member;
        const bool divided = pending_end_ < i_ && (is(pending_end_, ";") || is(pending_end_, ".") || at(i_).breaks >= 2);
        if (i_ <= pending_end_ + 1 && !divided) entry.person.post = std::move(pending_post_);
        pending_post_.clear();
        honorific_ = name.plural || name.parts.honorific != Honorific::none ? name.parts.honorific : plural_.empty() ? Honorific::none : Honorific::councillor;
        people_.push_back(std::move(entry));
        open_ = true;
    }

    Attendee& current() { return people_.back(); }

    /// Brackets behind a name hold a post, the chair, initials, or a note about when or for whom somebody came.
    bool take_brackets() {
        if (!is(i_, "(") && !is(i_, "[")) return false;
        const std::size_t close = closing_bracket(lexemes_, i_);
        if (close == i_) return false;
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
        const auto stand_in = label_.status == Status::apologies ? substitute_in(lexemes_, inside) : std::nullopt;
        if (stand_in) return take_substitute(*stand_in);
        if (words.empty() || is_attendance_note(words)) return;
        if (any_word(words, {"chair"}) && any_word(words, {"in", "took"})) return describe_chair(inside);
        if (any_word(words, {"meeting"}) && role_of_title(words, committee_) == Role::chair) current().in_chair = true;   // "Vice-Chairman and Chairman of this meeting"
        if (is_party(words) || (words.back() == "ward" && label_.status == Status::present)) return;
        if (words.size() == 1 && at(inside.begin).upper && are_initials(words[0], current().person.name)) return;
        if (words.size() == 1 && at(inside.begin).capital && words[0].size() <= 3 && role_of_title(words, {}) == Role::unattributed) return;
        if (!at(inside.begin).capital && role_of_title(words, committee_) == Role::unattributed) return;  // "(work)"
        if (current().person.post.empty()) current().person.post = printed(inside);
        if (words.back().ends_with("representatives") || words.back() == "governors" || words.back() == "officers") share_post();
    }

    /// "(in the Chair)", "(Leader of the Council, in the Chair)".
    void describe_chair(Range inside) {
        current().in_chair = true;
        std::size_t comma = inside.begin;
        while (comma < inside.end && !is(comma, ",") && !is(comma, "-")) ++comma;
        if (comma < inside.end && current().person.post.empty() && !is(inside.begin, "in")) current().person.post = printed({inside.begin, comma});
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
        if (!chair && !is(i_, "presiding") && !is(i_, "presided")) return false;
        if (chair && i_ > 1 && is(i_ - 1, ",") && is(i_ - 2, "and") && is(i_ + 3, ",")) {   // "Mr Hay and, in the Chair, Mr Ford"
            take_pending(printed({i_ + 2, i_ + 3}), i_ + 3);
            i_ += 3;
            return true;
        }
        current().in_chair = true;
        i_ += chair ? 3 : 1;
        return true;
    }

    /// A post: behind "," or "-" it belongs to the name before; at the start of a line to the name that follows.
    bool take_post() {
        if (is(i_, "also")) return false;   // "Mrs G Ford Also PCSO Hay"
        if (take_outside_post()) return true;
        const bool behind = i_ > 0 && (is(i_ - 1, ",") || is(i_ - 1, "|") || is(i_ - 1, "-") || is(i_ - 1, ":") || is(i_ - 1, ")") || at(i_ - 1).word || (is(i_ - 1, ".") && at(i_).breaks == 0));
        const bool after_name = open_ && current().person.post.empty() && behind && at(i_).breaks < 2 && !joined_by_and();
        const auto title = title_at(lexemes_, i_, post_limit(lexemes_, i_), committee_);
        if (title && !after_name && (is(i_ - 1, "to") || (i_ > 1 && is(i_ - 1, "the") && is(i_ - 2, "to")))) return false;  // "assistant to the clerk"
        if (!title) return after_name && take_other_post();
        std::size_t end = title->at.end;
        while (end < lexemes_.size() && at(end).word && at(end).breaks == 1 && joins_lines(lexemes_, end)) end = line_end(lexemes_, end);
        for (std::size_t k = title->at.begin + 1; k < end; ++k)
            if (at(k).breaks > 0 && !joins_lines(lexemes_, k)) { end = k; break; }
        while (runs_over_line(lexemes_, end)) end = line_end(lexemes_, end + 1);
        if (!after_name) end = before_bare_holder(lexemes_, {i_, before_bracketed_name(lexemes_, end)});
        if (open_ && !after_name && (is(i_ - 1, "and") || (is(i_ - 1, "/") && !current().person.post.empty()))) return extend_post(end);  // "..., Director of Finance & Section 151 Officer"
        if (after_name && semicolons_) end = std::max(end, entry_end(lexemes_, end));
        if (after_name && !semicolons_) end = with_service(lexemes_, end);
        const std::string post = printed({i_, end});
        const bool below = after_name && at(i_).breaks == 1 && end == line_end(lexemes_, i_) && stands_below(title->role);
        if (below || (after_name && !(at(i_).breaks > 0 && !joins_lines(lexemes_, i_) && !is(i_ - 1, ",")))) current().person.post = post;
        else take_pending(post, end);
        i_ = end;
        return true;
    }

    /// A post of the name to come; two of them in "Parish Clerk and RFO A M Hounsell".
    void take_pending(const std::string& post, std::size_t end) {
        settle();
        const bool second = !pending_post_.empty() && pending_end_ + 1 == i_ && is(pending_end_, "and");
        pending_post_ = second ? pending_post_ + " and " + post : post;
        pending_end_ = end;
    }

    /// Whether a post on a line of its own is that of the name above it: where the first name of a list has one below.
    bool stands_below(Role post) {
        const bool staff = post != Role::chair && post != Role::vice_chair && post != Role::cabinet_member && post != Role::member;
        if (staff && honorific_ == Honorific::councillor) return false;
        if (people_.size() == labelled_at_ + 1) posts_below_ = true;
        return posts_below_;
    }

    /// "Cllr Barnes, District Councillor, Linda Page", "Mr Wight and Mr Pearce of the Hexham Beekeepers' Society".
    bool take_outside_post() {
        if (!open_ || !current().person.post.empty() || at(i_).breaks > 0) return false;
        const std::size_t visitor = is(i_ - 1, ",") || is(i_ - 1, "-") ? visitor_post_end(lexemes_, i_) : i_;
        const Range post = visitor > i_ ? Range{i_, visitor} : home_organisation(lexemes_, i_);
        if (post.empty()) return false;
        current().person.post = printed(post);
        if (visitor == i_) share_post();
        i_ = post.end;
        return true;
    }

    bool extend_post(std::size_t end) {
        current().person.post += " and " + printed({i_, end});
        i_ = end;
        return true;
    }

    /// "..., and the clerk A Brown", "from Cllr Hay and from the Clerk": the post is not that of the name before.
    bool joined_by_and() const { const std::size_t k = i_ - (is(i_ - 1, "the") ? 2 : 1); return is(k, "and") || is(k, "from"); }

    /// A post that no table of titles knows.
    bool take_other_post() {
        std::size_t end = plain_post_end(lexemes_, i_, committee_);
        if (end == i_) end = unknown_post_end(lexemes_, i_, !plural_.empty());
        if (end > i_) current().person.post = printed({i_, end});
        return std::exchange(i_, end) != end;
    }

    /// Gives the person read last their role, and closes the entry.
    void settle() {
        if (!open_) return;
        open_ = false;
        Attendee& entry = current();
        const bool councillor = honorific_ == Honorific::councillor;
        const Role role = entry.in_chair ? Role::chair : role_in_list(entry.person, label_, honorific_, {councillors_, plain_members_}, committee_);
        plain_members_ = plain_members_ || (honorific_ == Honorific::none && label_.status == Status::present && (role == Role::chair || role == Role::vice_chair));
        councillors_ += councillor;
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
    std::size_t labelled_from_ = 0;  ///< one past a label that runs into its first name without a mark
    bool local_ = false;           ///< a parish or town council meets: councillors of the county or district visit
    bool members_listed_ = false;  ///< a list before this one names those who sit on the body
    bool plain_members_ = false, elsewhere_ = false, all_elsewhere_ = false;
    bool posts_below_ = false, inline_ = false;  ///< each post stands on the line below its holder; the last name followed its plural on one line
    bool open_ = false;         ///< the last person may still get a post
    std::size_t shared_from_ = 0;  ///< where the run of names joined by "and" begins
};

}  // namespace

std::vector<Attendee> read_attendance(std::string_view text, const Lexemes& lexemes, ListLabel label, const ListContext& context) {
    return ListReader(text, lexemes, label, context).read();
}

}  // namespace minutes
