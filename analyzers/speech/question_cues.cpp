#include "analyzers/speech/question_cues.hpp"

#include <algorithm>
#include <utility>

namespace minutes {
namespace {

const WordSet kCues = {"in", "responding", "replying", "answering"};

class CueReader {
public:
    explicit CueReader(const Clause& clause) : clause_(clause) {}

    QuestionCues read() {
        for (std::size_t i = clause_.in.begin; i < clause_.in.end; ++i) {
            if (i != clause_.in.begin && !kCues.has(clause_.lexemes[i])) continue;   // all others count only where they open the sentence
            const bool in = clause_.form(i) == "in" && is_one_of(clause_.form(i + 1), {"response", "reply", "answer", "answering"});
            const bool doing = is_one_of(clause_.form(i), {"responding", "replying", "answering"}) && (i == clause_.in.begin || clause_.form(i - 1) == ",");
            const bool following = i == clause_.in.begin && (is_one_of(clause_.form(i), {"following", "after"}) || (clause_.form(i) == "further" && clause_.form(i + 1) == "to"));
            const bool topic = i == clause_.in.begin && is_one_of(clause_.form(i), {"with", "in"}) && is_one_of(clause_.form(i + 1), {"regard", "regards", "reference", "relation", "respect"});
            if (in) {
                const bool to = clause_.form(i + 2) == "to" || clause_.form(i + 1) == "answering";
                if (!to) cues_.reply = true;
                else take_cue(i, i + 3, true);
            } else if (doing && clause_.form(i + 1) == ",") {
                cues_.reply = true;
            } else if (doing || following) {
                take_cue(i, clause_.form(i + 1) == "to" ? i + 2 : i + 1, true);
            } else if (topic) {
                take_cue(i, i + 3, false);
            } else if (i == clause_.in.begin && clause_.form(i) == "when" && clause_.form(i + 1) == "asked") {
                take_asked(i, i + 1);
            } else if (i == clause_.in.begin && take_question_from(i)) {
                continue;
            } else if (i == clause_.in.begin && is_one_of(clause_.form(i), {"questioned", "pressed", "challenged", "prompted"}) && clause_.form(i + 1) == "by") {
                take_asked(i, i);
            } else if (i == clause_.in.begin && clause_.form(i) == "asked" && is_one_of(clause_.form(i + 1), {"by", "about", "whether", "if", "how", "why", "what", "when"})) {
                take_asked(i, i);
            }
        }
        return std::move(cues_);
    }

private:
    /// The question that a cue speaks of, with its asker if one is named: "a question from Councillor Hay".
    void take_cue(std::size_t cue, std::size_t begin, bool response) {
        if (response && take_asker(cue, begin)) return;
        std::size_t noun = begin;
        while (noun < begin + 7 && clause_.in.contains(noun) && clause_.lexemes[noun].form != "," && !act_of_cue(noun)) ++noun;
        if (response && noun < begin + 7 && clause_.form(noun) == ",") return take_answered(cue, begin, noun);
        if (noun >= begin + 7 || !clause_.in.contains(noun) || clause_.form(noun) == ",") return;
        for (std::size_t k = begin; k < noun; ++k)
            if (is_one_of(clause_.form(k), {"report", "inspection", "survey", "consultation", "letter", "no"})) return;
        cues_.reply = true;
        Turn turn;
        turn.act = *act_of_cue(noun);
        turn.role = Role::member;
        if (const std::optional<Mention> asker = asker_of(begin, noun)) {
            turn.by = asker;
            turn.surface = asker->at;
        } else {
            const bool content = is_one_of(clause_.form(noun + 1), {"about", "on", "regarding", "relating", "concerning", "around", "as", "with", "that", "whether", "in", "over", "how", "why", "of", "for"});
            if (response && !content) turn.attribution = Attribution::implied;
            else turn.attribution = Attribution::inferred;
            turn.surface = turn.attribution == Attribution::implied ? Range{cue, noun + 1} : Range{std::min(noun, begin), noun + 1};
        }
        put(cue, std::move(turn));
    }

    /// "A query from Councillor Hay regarding fees was answered by ...": the sentence opens with who asked.
    bool take_question_from(std::size_t begin) {
        std::size_t noun = begin;
        while (noun < begin + 3 && is_one_of(clause_.form(noun), {"a", "an", "the", "one", "further", "supplementary", "written"})) ++noun;
        if (!is_one_of(clause_.form(noun), {"question", "questions", "query", "queries", "enquiry"}) || clause_.form(noun + 1) != "from") return false;
        const Mention* asker = clause_.starting_at(noun + 2);
        if (!asker || asker->kind == Mention::pronoun) return false;
        cues_.reply = true;
        put(begin, asked_by(*asker));
        return true;
    }

    /// "When asked by Councillor Hay, ...", "Asked about fees, ...": the question is told of, with its asker if one is named.
    void take_asked(std::size_t begin, std::size_t asked) {
        cues_.reply = true;
        const Mention* asker = clause_.form(asked + 1) == "by" ? clause_.starting_at(asked + 2) : nullptr;
        if (asker && asker->kind != Mention::pronoun) put(begin, asked_by(*asker));
        else put(begin, {std::nullopt, Role::member, Act::question, Attribution::implied, {begin, asked + 1}, 0, false, false, false});
    }

    std::optional<Act> act_of_cue(std::size_t i) const {
        if (is_one_of(clause_.form(i), {"question", "questions", "query", "queries", "enquiry", "enquiries", "questioning"})) return Act::question;
        if (is_one_of(clause_.form(i), {"concern", "concerns", "criticism", "challenge", "challenges"})) return Act::concern;
        if (is_one_of(clause_.form(i), {"comment", "comments", "suggestion", "suggestions"})) return Act::statement;
        return std::nullopt;
    }

    /// "... and in reply to Councillor Elm undertook to write": she asked.
    bool take_asker(std::size_t cue, std::size_t begin) {
        const Mention* asker = clause_.starting_at(begin);
        if (!asker || asker->kind != Mention::name || asker->bare_name || is_one_of(clause_.form(asker->at.end), {"'", ",", "and"})) return false;
        for (std::size_t k = asker->at.begin; k < asker->at.end; ++k)
            if (clause_.form(k).ends_with("'s")) return false;
        cues_.reply = true;
        put(cue, asked_by(*asker));
        return true;
    }

    /// "Responding to Ms Elm, Mr Maple said": she asked.
    void take_answered(std::size_t cue, std::size_t begin, std::size_t comma) {
        const Mention* asker = clause_.starting_at(begin);
        if (!asker || asker->at.end != comma || asker->kind == Mention::pronoun) return;
        cues_.reply = true;
        put(cue, asked_by(*asker));
    }

    std::optional<Mention> asker_of(std::size_t begin, std::size_t noun) const {
        for (std::size_t k = noun + 1; k < noun + 5; ++k) {
            if (is_one_of(clause_.form(k), {"from", "by"}))
                if (const Mention* asker = clause_.starting_at(k + 1)) return *asker;
            if (is_one_of(clause_.form(k), {"about", "on", "regarding", ",", "as", "whether"})) break;
        }
        for (std::size_t k = begin; k < noun; ++k)  // "Members' questions"
            if (const Mention* asker = clause_.starting_at(k))
                if (asker->at.end < noun && clause_.form(asker->at.end) == "'" && noun - asker->at.end <= 3) return *asker;
        for (std::size_t k = begin; k + 1 < noun; ++k)
            if (auto asker = clause_.owner_at(k)) return asker;
        return std::nullopt;
    }

    static Turn asked_by(const Mention& asker) { return {asker, asker.role, Act::question, Attribution::explicit_, asker.at, 0, false, false, false}; }

    void put(std::size_t at, Turn turn) {
        turn.verb = at;
        turn.cue = true;
        cues_.asked.push_back(std::move(turn));
    }

    const Clause& clause_;
    QuestionCues cues_;
};

}  // namespace

QuestionCues question_cues(const Clause& clause) { return CueReader(clause).read(); }

}  // namespace minutes
