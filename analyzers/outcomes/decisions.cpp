#include "analyzers/outcomes/decisions.hpp"

#include "analyzers/outcomes/outcome_words.hpp"
#include "analyzers/people/patterns.hpp"
#include "analyzers/speech/clause.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace minutes {
namespace {

using Kind = Outcome::Kind;

std::optional<Kind> kind_named(std::string_view name) {
    for (const Kind kind : {Kind::resolved, Kind::agreed, Kind::recommended, Kind::noted, Kind::ordered})
        if (name_of(kind) == name) return kind;
    return std::nullopt;
}

/// A decision word that decides here.
struct Mark {
    Kind kind = Kind::resolved;
    std::size_t begin = 0;   ///< where the words that announce it begin: "it was", the body
    std::size_t end = 0;     ///< behind the decision word
    bool block = false;      ///< opens a block that runs to the next mark: RESOLVED, AGREED:
};

class DecisionReader {
public:
    DecisionReader(const MinuteText& minute, bool is_decision) : minute_(minute), lexemes_(minute.lexemes), is_decision_(is_decision) {}

    std::vector<Decision> read() {
        std::vector<Mark> marks;
        for (const Range sentence : minute_.sentences)
            if (const auto mark = mark_in(sentence)) marks.push_back(*mark);
        drop_repeats(marks);
        std::vector<Decision> decisions;
        for (std::size_t m = 0; m < marks.size(); ++m) {
            const std::size_t next = m + 1 < marks.size() ? marks[m + 1].begin : lexemes_.size();
            const std::size_t end = marks[m].block || announces_limbs(marks[m]) ? next : std::min(next, minute_.sentences[sentence_of(marks[m])].end);
            const std::size_t begin = text_begin(marks[m]);
            const std::size_t before = decisions.empty() ? 0 : decisions.back().at.end;
            const bool behind = begin >= end && marks[m].begin > before + 3;   // "... that the plan be approved. All agreed."
            decisions.push_back({marks[m].kind, {marks[m].begin, end}, behind ? Range{before, marks[m].begin} : Range{begin, std::max(begin, end)}, true});
        }
        if (decisions.empty() && is_decision_ && !lexemes_.empty()) decisions.push_back({whole_kind(), minute_.all(), minute_.all(), false});
        return decisions;
    }

private:
    std::string_view form(std::size_t i) const { return minute_.form(i); }

    /// The first decision word of a sentence that decides; "noted and agreed to" is what it agrees.
    std::optional<Mark> mark_in(Range sentence) const {
        if (auto lost = lost_motion(sentence)) return lost;
        std::optional<Mark> mark;
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
            const auto words = words_at(lexemes_, i, sentence.end, OutcomeWord::decision);
            if (!words) continue;
            const auto kind = kind_named(words->value);
            if (!kind) continue;
            if (!mark) {
                if (auto found = decides(sentence, i, *kind)) mark = found;
            } else if (mark->kind == Kind::noted && *kind != Kind::noted && i > sentence.begin && is_one_of(form(i - 1), {"and", ","}) && is_verb(i) && i < mark->end + 40) {
                mark->kind = *kind;
            }
        }
        return mark;
    }

    bool is_verb(std::size_t i) const { return !is_one_of(form(i), {"decision", "decisions", "resolution", "recommendation", "recommendations"}); }

    std::optional<Mark> decides(Range sentence, std::size_t i, Kind kind) const {
        const bool noun = !is_verb(i);
        const std::size_t begin = opening_of(sentence, i);
        const bool opens = begin == sentence.begin && (lexemes_[i].capital || begin < i);
        const bool followed = opens_text(i, sentence.end, noun);
        if (noun) return opens && begin == i && followed ? std::optional(Mark{kind, i, i + 1, true}) : std::nullopt;
        if (lexemes_[i].upper && is_capitals_amid(sentence, i)) return Mark{kind, begin, i + 1, true};
        if (opens && !is_impersonal(begin, i)) return followed ? std::optional(Mark{kind, begin, i + 1, kind == Kind::resolved || is_mark(i + 1)}) : std::nullopt;
        if (begin < i && is_impersonal(begin, i)) return followed || kind != Kind::resolved ? decided(kind, begin, i, sentence) : std::nullopt;
        if (const auto body = body_before(sentence, i)) return decided(kind, *body, i, sentence);
        return std::nullopt;
    }

    /// "RESOLVED" in capitals amid small letters marks a decision wherever it stands; in a line of capitals it need not.
    bool is_capitals_amid(Range sentence, std::size_t i) const {
        if (i > sentence.begin && is_one_of(form(i - 1), {"be", "been", "once", "not", "previously", "the"})) return false;
        constexpr std::size_t kAround = 12;
        for (std::size_t at = std::max(sentence.begin, i > kAround ? i - kAround : 0); at < std::min(sentence.end, i + kAround); ++at)
            if (lexemes_[at].word && !lexemes_[at].upper && lexemes_[at].form.size() > 3) return true;
        return i == sentence.begin;
    }

    bool is_mark(std::size_t i) const { return i < lexemes_.size() && is_one_of(form(i), {":", "-"}); }

    /// Where the words begin that lead to a decision word at `i`: "It was unanimously", "and", "unanimously".
    std::size_t opening_of(Range sentence, std::size_t i) const {
        std::size_t begin = i;
        while (begin > sentence.begin && (is_adverb(form(begin - 1)) || is_one_of(form(begin - 1), {"accordingly", "hereby", "subsequently"}))) --begin;
        if (begin >= sentence.begin + 2 && is_one_of(form(begin - 1), {"was", "is"}) && form(begin - 2) == "it") return begin - 2;
        if (begin > sentence.begin && begin - 1 == sentence.begin && is_one_of(form(begin - 1), {"and", "\"", "'"})) return begin - 1;
        return begin;
    }

    bool is_impersonal(std::size_t begin, std::size_t i) const { return begin + 1 < i && form(begin) == "it" && is_one_of(form(begin + 1), {"was", "is"}); }

    /// Whether what follows a decision word is what was decided.
    bool opens_text(std::size_t i, std::size_t end, bool noun) const {
        const std::size_t next = i + 1;
        if (next >= end || !lexemes_[next].word) return next >= end || !noun ? true : is_one_of(form(next), {":", "-", "("});
        if (noun) return lexemes_[next].breaks > 0;
        return lexemes_[next].breaks > 0 || is_one_of(form(next), {"that", "to", "the", "by", "unanimously", "nem", "as", "this", "with", "and", "a", "an"});
    }

    /// The body or group that decides just before a verb: "The Committee unanimously", "Members have".
    std::optional<std::size_t> body_before(Range sentence, std::size_t i) const {
        std::size_t end = i;
        while (end > sentence.begin && (is_adverb(form(end - 1)) || is_one_of(form(end - 1), {"has", "have", "had", "hereby"})) && !minute_.mention_before(end)) --end;
        if (const Mention* mention = minute_.mention_before(end)) {
            const bool ours = mention->kind == Mention::body || (mention->kind == Mention::group && is_one_of(name_of(mention->role), {"member", "committee", "coopted"}));
            return ours && stands_free(sentence, mention->at.begin) ? std::optional(mention->at.begin) : std::nullopt;
        }
        if (const auto body = words_before(lexemes_, sentence.begin, end, OutcomeWord::body); body && stands_free(sentence, *body)) return body;
        if (end > sentence.begin && is_one_of(form(end - 1), {"and", ","}) && end == i) return coordinated(sentence, end - 1);
        return std::nullopt;
    }

    /// "The Committee received the report and agreed to ...": the body that opens the sentence decides.
    std::optional<std::size_t> coordinated(Range sentence, std::size_t joint) const {
        if (is_moved(sentence, joint)) return joint + 1;
        const Mention* first = minute_.mention_at(sentence.begin);
        const bool body = first && (first->kind == Mention::body || (first->kind == Mention::group && (first->role == Role::member || first->role == Role::committee)));
        if (!body) return std::nullopt;
        for (const Mention* other = first + 1; other < minute_.mentions.data() + minute_.mentions.size() && other->at.end <= joint; ++other)
            if (other->kind != Mention::pronoun && !governs(form(other->at.begin - 1))) return std::nullopt;
        return joint + 1;
    }

    /// "Proposed by A, seconded by B and agreed", "It was moved ... and resolved": the decision on a motion.
    bool is_moved(Range sentence, std::size_t joint) const {
        const std::size_t from = std::max(sentence.begin, joint > 40 ? joint - 40 : 0);
        return has_words(lexemes_, {from, joint}, OutcomeWord::seconder) || (form(sentence.begin) == "it" && has_words(lexemes_, {from, joint}, OutcomeWord::mover));
    }

    bool stands_free(Range sentence, std::size_t begin) const {
        if (begin > sentence.begin && form(begin - 1) == "the") --begin;
        return begin == sentence.begin || !governs(form(begin - 1)) || is_one_of(form(begin - 1), {"when", "that"});
    }

    /// "agreed that it was important", "noted that costs had risen": what the body thinks, not what it decides.
    std::optional<Mark> decided(Kind kind, std::size_t begin, std::size_t i, Range sentence) const {
        if (form(i + 1) == "with" && kind == Kind::agreed) return std::nullopt;
        if (form(i + 1) != "that") return Mark{kind, begin, i + 1, is_mark(i + 1)};
        if (kind == Kind::noted) return is_decision_ && is_impersonal(begin, i) ? std::optional(Mark{kind, begin, i + 1, false}) : std::nullopt;
        if (kind != Kind::agreed) return Mark{kind, begin, i + 1, false};
        if (is_one_of(form(i + 2), {"this", "there", "it"}) && is_one_of(form(i + 3), {"was", "were", "is", "had", "has"})) return std::nullopt;
        for (std::size_t at = i + 2; at < std::min(sentence.end, i + 60); ++at)
            if (is_one_of(form(at), {"be", "would", "will", "should", "could", "shall", "must", "to", "can", ":"})) return Mark{kind, begin, i + 1, false};
        return std::nullopt;
    }

    /// "The motion was put to the vote and lost." A motion that was carried is a decision by the words around it.
    std::optional<Mark> lost_motion(Range sentence) const {
        for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
            const auto lost = words_at(lexemes_, i, sentence.end, OutcomeWord::lost);
            if (!lost) continue;
            for (std::size_t from = i; from > sentence.begin && i - from < 12; --from)
                if (words_before(lexemes_, sentence.begin, from, OutcomeWord::put) && is_stated(from, i)) return Mark{Kind::lost, sentence.begin, sentence.begin, false};
        }
        return std::nullopt;
    }

    /// Whether "was", "declared" and the like stand between a motion and what became of it; "motion lost" needs none.
    bool is_stated(std::size_t from, std::size_t i) const {
        return from == i || std::any_of(lexemes_.begin() + static_cast<std::ptrdiff_t>(from), lexemes_.begin() + static_cast<std::ptrdiff_t>(i), [](const Lexeme& lexeme) {
            return is_one_of(lexeme.form, {"was", "were", "is", "declared", "-", ":"}); });
    }

    /// "The Committee agreed: RESOLVED – That": an announcement without text of its own is no decision.
    void drop_repeats(std::vector<Mark>& marks) const {
        for (std::size_t m = 0; m + 1 < marks.size();)
            if (marks[m + 1].begin <= text_begin(marks[m]) + 1 && marks[m].kind != Kind::lost) {
                marks[m + 1].begin = marks[m].begin;
                marks.erase(marks.begin() + static_cast<std::ptrdiff_t>(m));
            } else ++m;
    }

    std::size_t sentence_of(const Mark& mark) const { return minute_.sentence_of(mark.end > mark.begin ? mark.end - 1 : mark.begin); }

    /// Whether limbs follow the sentence of a mark: it ends in a colon, or the next opens with a limb.
    bool announces_limbs(const Mark& mark) const {
        const std::size_t s = sentence_of(mark);
        const Range sentence = minute_.sentences[s];
        const std::string_view last = form(sentence.end - 1);
        if (is_one_of(last, {":", ";", "-"})) return true;
        if (mark.kind == Kind::lost || s + 1 >= minute_.sentences.size()) return false;
        for (std::size_t i = mark.end; i + 2 < sentence.end; ++i)
            if (form(i) == "(" && is_one_of(form(i + 1), {"a", "1", "i"}) && form(i + 2) == ")") return true;
        return false;
    }

    /// Behind the mark: "unanimously", "(7:5)", dashes and colons; "that" stays. "approved the plan" keeps its verb, which the kind does not say.
    std::size_t text_begin(const Mark& mark) const {
        std::size_t i = mark.end;
        if (mark.kind == Kind::lost) return i;
        const bool telling = is_one_of(form(i - 1), {"approved", "approves", "adopted", "adopts", "endorsed", "endorses", "accepted", "accepts", "supported", "ratified", "determined"});
        if (telling && i < lexemes_.size() && lexemes_[i].word && !is_one_of(form(i), {"that", "to", "unanimously"})) return i - 1;
        if (form(i) == "(" && (is_score(form(i + 1)) || is_score(form(i + 2)) || words_at(lexemes_, i + 1, lexemes_.size(), OutcomeWord::vote)))
            for (std::size_t close = i; close < std::min(lexemes_.size(), i + 16); ++close)
                if (form(close) == ")") { i = close + 1; break; }
        while (i < lexemes_.size() && (is_one_of(form(i), {":", "-", ",", ".", ";", "\"", "unanimously", "nem", "con", "com", "accordingly"}))) ++i;
        return i;
    }

    /// A number, or two parted by a colon: "7", "7:5".
    static bool is_score(std::string_view form) { return !form.empty() && form.size() <= 5 && form.find_first_not_of("0123456789:") == std::string_view::npos && form != ":"; }

    /// What a decision says that no word marks: "That the report be noted.", "Proposed by A, seconded by B, all agreed."
    Kind whole_kind() const {
        const auto has = [&](std::initializer_list<std::string_view> few) {
            return std::any_of(lexemes_.begin(), lexemes_.end(), [&](const Lexeme& lexeme) { return is_one_of(lexeme.form, few); }); };
        if (is_one_of(lexemes_.front().form, {"that", "to", "\""})) return Kind::resolved;
        for (std::size_t i = 0; i < lexemes_.size(); ++i)
            if (is_one_of(form(i), {"agreed", "agrees", "approved", "accepted", "adopted"}) && (i == 0 || form(i - 1) != "be")) return Kind::agreed;
        return has({"noted", "notes"}) ? Kind::noted : has({"proposed", "moved", "proposer", "seconded", "prop"}) && !has({"carried", "passed", "favour", "unanimous", "unanimously", "elected", "appointed"}) ? Kind::moved : Kind::resolved;
    }

    const MinuteText& minute_;
    const Lexemes& lexemes_;
    bool is_decision_;
};

}  // namespace

std::vector<Decision> decisions_in(const MinuteText& minute, bool is_decision) { return DecisionReader(minute, is_decision).read(); }

Outcome::Kind kind_of_limb(Kind block, const Lexemes& lexemes, Range limb) {
    if (block == Kind::lost || block == Kind::action || block == Kind::recommended) return block;
    std::size_t i = limb.begin;
    while (i < limb.end && is_one_of(lexemes[i].form, {"that", "to", ":", "-"})) ++i;
    const auto form = [&](std::size_t at) { return at < limb.end ? std::string_view(lexemes[at].form) : std::string_view(); };
    if (is_one_of(form(i), {"recommend", "recommends", "recommended"})) return Kind::recommended;
    if (is_one_of(form(i), {"note", "notes", "noted"})) return Kind::noted;
    std::size_t verb = i;  // the first "be": "That the report be noted", "That Council be recommended to approve"
    while (verb < limb.end && !is_one_of(form(verb), {"be", "that"}) && !(verb <= i + 5 && is_one_of(form(verb), {"recommends", "recommend", "recommended", "notes", "note", "noted"}))) ++verb;
    if (form(verb) == "that") return block;
    if (verb < limb.end && form(verb) != "be") return form(verb).starts_with("note") ? Kind::noted : Kind::recommended;
    std::size_t done = verb + 1;
    while (done < limb.end && is_adverb(form(done))) ++done;
    if (form(done) == "recommended") return Kind::recommended;
    if (form(done) == "noted" && !is_one_of(form(done + 1), {"and", ",", ";"})) return Kind::noted;
    if (form(done) == "received" && form(done + 1) == "and" && form(done + 2) == "noted") return Kind::noted;
    return block;
}

}  // namespace minutes
