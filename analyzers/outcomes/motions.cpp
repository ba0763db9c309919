#include "analyzers/outcomes/motions.hpp"

#include "analyzers/outcomes/outcome_words.hpp"
#include "analyzers/people/patterns.hpp"
#include "analyzers/speech/clause.hpp"

#include <algorithm>

namespace minutes {
namespace {

/// How far a seconder may stand behind the mover: "Councillor A moved that <the motion>. Councillor B seconded."
constexpr std::size_t kMotionReach = 150;

class MotionReader {
public:
    explicit MotionReader(const MinuteText& minute) : minute_(minute), lexemes_(minute.lexemes), end_(minute.lexemes.size()) {}

    std::vector<Motion> read() {
        for (std::size_t i = 0; i < end_;) {
            const std::size_t next = read_at(i);
            i = std::max(next, i + 1);
        }
        return std::move(motions_);
    }

private:
    /// Reads the words at `i`, if they are a cue; the lexeme behind what was read, or 0.
    std::size_t read_at(std::size_t i) {
        static const WordBits cues = first_words_of({OutcomeWord::pair, OutcomeWord::both, OutcomeWord::moves, OutcomeWord::seconds, OutcomeWord::mover, OutcomeWord::seconder});
        if ((lexemes_[i].sets & cues) == 0) return 0;
        if (const auto words = words_at(lexemes_, i, end_, OutcomeWord::pair))
            if (const std::size_t end = take_pair_before(i, words->end)) return end;
        if (const auto words = words_at(lexemes_, i, end_, OutcomeWord::both))
            if (const std::size_t end = take_pair_behind(i, words->end)) return end;
        for (const bool moves : {true, false}) {
            if (const auto words = words_at(lexemes_, i, end_, moves ? OutcomeWord::moves : OutcomeWord::seconds))
                if (const auto name = subject_of(i)) return put(moves, *name, {name->at.begin, words->end});
            if (const auto words = words_at(lexemes_, i, end_, moves ? OutcomeWord::mover : OutcomeWord::seconder))
                if (const auto name = name_from(minute_, behind_by(behind_marks(words->end)), end_); name && stands_as_cue(i, words->end, *name)) {
                    if (!moves) take_absolute(i);
                    return put(moves, *name, {i, name->at.end});
                }
        }
        return 0;
    }

    /// "Proposed as a true record by Councillor Hay": the lexeme behind "by", if it follows a verb shortly.
    std::size_t behind_by(std::size_t i) const {
        if (i == 0 || !is_one_of(form_before(i), {"proposed", "moved", "seconded"})) return i;
        for (std::size_t at = i; at < std::min(end_, i + 8) && lexemes_[at].word; ++at)
            if (lexemes_[at].form == "by" && minute_.mention_at(at + 1)) return at + 1;
        return i;
    }

    std::string_view form_before(std::size_t i) const { return lexemes_[i - 1].form; }

    /// "Proposer: Cllr A", "(Prop. AB", "proposed - Cllr A".
    std::size_t behind_marks(std::size_t i) const {
        for (int marks = 0; marks < 3 && i < end_ && is_one_of(lexemes_[i].form, {":", ".", "-", "(", ")", ","}); ++marks) ++i;
        return i;
    }

    /// A cue of one word may be an ordinary one: "the proposed Mill Lane scheme", "it was proposed Councillor Hay be Mayor",
    /// "second Tuesday". Before a name without honorific it must be set off, and the name must end there.
    bool stands_as_cue(std::size_t begin, std::size_t end, const Mention& name) const {
        if (end - begin > 1) return before(begin) != "as";   // "a hub as proposed by Mr Hay"
        if (is_one_of(before(begin), {"the", "a", "an", "as", "that", "of", "was", "were", "be", "been", "is", "being", "not"})) return false;
        const bool verb = lexemes_[begin].form.ends_with("ed");
        const bool marked = !lexemes_[end].word || is_one_of(before(begin), {",", "(", ";", ".", "/", "-", ":"});
        if (!name.bare_name) return verb || marked || lexemes_[begin].capital;
        const bool initials = name.at.end == name.at.begin + 1 && lexemes_[name.at.begin].upper;
        if (verb && begin > 0 && begin == taken_) return true;   // "proposed A. Hay seconded B. Ford pass for payment"
        return (marked || (lexemes_[begin].capital && (verb || initials))) && ends_name(name.at.end);
    }

    bool ends_name(std::size_t i) const {
        if (i >= end_ || !lexemes_[i].word || lexemes_[i].breaks > 0 || is_one_of(lexemes_[i].form, {"and", "as"})) return true;
        return words_at(lexemes_, i, end_, OutcomeWord::seconder) || words_at(lexemes_, i, end_, OutcomeWord::mover) || words_at(lexemes_, i, end_, OutcomeWord::vote);
    }

    /// "Councillor Collins (J)": a letter that tells two of one name apart belongs to the name.
    Mention with_letter(Mention name) const {
        const std::size_t i = name.at.end;
        if (i + 2 < end_ && lexemes_[i].form == "(" && lexemes_[i + 1].capital && lexemes_[i + 1].form.size() == 1 && lexemes_[i + 2].form == ")") name.at.end = i + 3;
        return name;
    }

    std::string_view before(std::size_t i) const { return i > 0 ? std::string_view(lexemes_[i - 1].form) : std::string_view(); }

    /// "Councillor Hay moved", "AB duly seconded": the name just before the verb, unless it was read as somebody else.
    std::optional<Mention> subject_of(std::size_t verb) const {
        std::size_t i = verb;
        while (i > taken_ && (is_adverb(lexemes_[i - 1].form) || is_one_of(lexemes_[i - 1].form, {"had", "formally", "("}))) --i;
        if (i <= taken_) return std::nullopt;
        const auto name = name_until(minute_, taken_, i);
        if (!name || (name->at.begin > 0 && name->bare_name && governs(lexemes_[name->at.begin - 1].form))) return std::nullopt;
        return name;
    }

    /// "Councillor Hay, seconded by Councillor Ford, moved": who stands before the seconder moves, if nobody else does.
    void take_absolute(std::size_t cue) {
        if (cue < taken_ + 2 || !is_one_of(lexemes_[cue - 1].form, {",", "and"}) || open_mover(cue)) return;
        const auto name = name_until(minute_, taken_, cue - 1);
        if (!name || name->bare_name || (name->at.begin > 0 && governs(lexemes_[name->at.begin - 1].form))) return;
        put(true, *name, name->at);
    }

    bool open_mover(std::size_t i) const { return !motions_.empty() && motions_.back().mover && !motions_.back().seconder && i < motions_.back().at.end + kMotionReach; }

    /// "Councillors Hay and Ford proposed and seconded".
    std::size_t take_pair_before(std::size_t verb, std::size_t end) {
        const auto second = name_until(minute_, taken_, verb);
        if (!second || second->at.begin < taken_ + 2) return 0;
        if (lexemes_[second->at.begin - 1].form != "and") return 0;
        const auto first = name_until(minute_, taken_, second->at.begin - 1);
        if (!first) return 0;
        put(true, *first, first->at);
        return put(false, *second, {second->at.begin, end});
    }

    /// "Proposed and seconded by Councillors Hay and Ford".
    std::size_t take_pair_behind(std::size_t cue, std::size_t begin) {
        const auto first = name_from(minute_, behind_marks(begin), end_);
        if (!first) return 0;
        std::size_t next = first->at.end;
        while (next < end_ && next < first->at.end + 2 && is_one_of(lexemes_[next].form, {"and", ",", "/"})) ++next;
        const auto second = next > first->at.end ? name_from(minute_, next, end_) : std::nullopt;
        const std::size_t end = put(true, *first, {cue, first->at.end});
        return second ? put(false, *second, second->at) : end;
    }

    /// A mover opens a motion; a seconder belongs to the motion just before it, or stands alone.
    std::size_t put(bool moves, const Mention& name, Range at) {
        const bool joins = !motions_.empty() && at.begin < motions_.back().at.end + kMotionReach &&
                           (moves ? !motions_.back().mover : !motions_.back().seconder) && (!moves || at.begin < motions_.back().at.end + 4);
        if (!joins) motions_.push_back({{}, {}, false, at});
        Motion& motion = motions_.back();
        (moves ? motion.mover : motion.seconder) = with_letter(name);
        motion.formal = motion.formal || !moves || !is_one_of(lexemes_[at.end - 1].form, {"proposed", "proposes"});
        motion.at.end = std::max(motion.at.end, at.end);
        motion.at.end = std::max(motion.at.end, (moves ? motion.mover : motion.seconder)->at.end);
        taken_ = std::max(at.end, motion.at.end);
        return taken_;
    }

    const MinuteText& minute_;
    const Lexemes& lexemes_;
    std::size_t end_;
    std::size_t taken_ = 0;  ///< names before it have been read
    std::vector<Motion> motions_;
};

}  // namespace

std::vector<Motion> motions_in(const MinuteText& minute) { return MotionReader(minute).read(); }

}  // namespace minutes
