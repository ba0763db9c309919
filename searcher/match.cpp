#include "searcher/match.hpp"

#include "corpus/problem.hpp"
#include "searcher/near_match.hpp"
#include "searcher/request.hpp"
#include "searcher/scopes.hpp"
#include "searcher/word_match.hpp"

#include <algorithm>

namespace minutes {
namespace {

/// Keeps hits that do not overlap: more words first, then the leftmost, then the longer in bytes, then the earlier leaf.
std::vector<TextHit> disjoint(std::vector<TextHit> hits, std::uint32_t words) {
    const auto better = [](const TextHit& a, const TextHit& b) {
        if (a.width != b.width) return a.width > b.width;
        if (a.position != b.position) return a.position < b.position;
        if (a.at.size() != b.at.size()) return a.at.size() > b.at.size();
        return a.leaf < b.leaf;
    };
    std::sort(hits.begin(), hits.end(), better);
    std::vector<bool> taken(words);
    std::vector<TextHit> kept;
    for (const TextHit& hit : hits) {
        const auto first = taken.begin() + hit.position, last = first + hit.width;
        if (std::find(first, last, true) != last) continue;
        std::fill(first, last, true);
        kept.push_back(hit);
    }
    std::sort(kept.begin(), kept.end(), [](const TextHit& a, const TextHit& b) { return a.at < b.at; });
    return kept;
}

/// Whether a word is printed as acronyms are: "DCS", "MoU", "D.C.S."; not "lac", not "Send".
bool has_two_capitals(std::string_view word) { return std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2; }

/// What a part of a query says of a record. `wanting`: it holds, but only together with something that can be marked: the
/// record belongs to an item or meeting that answers a scope with words, and has none of them itself.
enum class Truth { no, wanting, plain, marked };

bool holds(Truth truth) { return truth != Truth::no; }

/// The better of two when either will do.
Truth either(Truth a, Truth b) {
    for (const Truth truth : {Truth::marked, Truth::plain, Truth::wanting})
        if (a == truth || b == truth) return truth;
    return Truth::no;
}

Truth both(Truth a, Truth b) {
    for (const Truth truth : {Truth::no, Truth::marked, Truth::wanting})
        if (a == truth || b == truth) return truth;
    return Truth::plain;
}

}  // namespace

// --- The query as steps ---

std::uint32_t Matcher::new_slot(Slot slot) {
    const auto number = static_cast<std::uint32_t>(slots_.size());
    slots_.push_back(slot);
    std::vector<unsigned char> bytes;
    for (std::size_t i = 0; i < slot.count; ++i)
        for (const unsigned char byte : first_bytes(slot.words[i])) bytes.push_back(byte);
    std::sort(bytes.begin(), bytes.end());
    bytes.erase(std::unique(bytes.begin(), bytes.end()), bytes.end());
    for (const unsigned char byte : bytes) by_first_byte_[byte].push_back(number);
    has_words_ = has_words_ || slot.count > 0;
    return number;
}

std::uint32_t Matcher::push(Step step) {
    steps_.push_back(std::move(step));
    return static_cast<std::uint32_t>(steps_.size() - 1);
}

/// A node whose hits can be told: a word, a phrase, and what is made of them.
std::uint32_t Matcher::add_text(const Node& node) {
    Step step{StepKind::text, &node, 0, {}, 0, false};
    if (const auto* word = std::get_if<Word>(&node.is)) {
        step.slot = new_slot({&node, word, 1, nullptr, 0});
        return push(std::move(step));
    }
    const auto* phrase = std::get_if<Phrase>(&node.is);
    if (phrase != nullptr && phrase->slop == 0) {
        const std::uint32_t anchor = anchor_of(phrase->places);
        const Place& place = phrase->places[anchor];
        step.slot = new_slot({&node, place.any.data(), place.any.size(), &phrase->places, anchor});
        return push(std::move(step));
    }
    if (phrase != nullptr) {
        step.kind = StepKind::gathered;
        for (const Place& place : phrase->places) step.parts.push_back(new_slot({&node, place.any.data(), place.any.size(), nullptr, 0}));
    } else {
        const bool near = std::holds_alternative<Near>(node.is), start = std::holds_alternative<Start>(node.is);
        step.kind = near ? StepKind::near : start ? StepKind::start : StepKind::union_;
        for (const Node* part : parts_of(node)) step.parts.push_back(add_text(*part));
    }
    step.slot = new_slot({});
    return push(std::move(step));
}

/// `bits` numbers the leaves of the scope that the node stands in.
std::uint32_t Matcher::add(const Node& node, bool as_text, std::uint32_t& bits) {
    Step step{StepKind::everything, &node, 0, {}, 0, false};
    const bool group = std::holds_alternative<All>(node.is) || std::holds_alternative<Any>(node.is) || std::holds_alternative<Not>(node.is);
    if (group) {
        step.kind = std::holds_alternative<All>(node.is) ? StepKind::all : std::holds_alternative<Any>(node.is) ? StepKind::any : StepKind::negated;
        for (const Node* part : parts_of(node)) step.parts.push_back(add(*part, as_text, bits));
        return push(std::move(step));
    }
    const std::uint32_t bit = bits++;
    if (const auto* scope = std::get_if<Scope>(&node.is)) {
        if (scope->answers == nullptr) throw Error("a scope was not looked up before matching; this is a fault of the program, please report it");
        std::uint32_t inner = 0;
        step.kind = StepKind::scope;
        step.marks = has_positive_words(*scope->of);
        step.parts.push_back(add(*scope->of, as_text, inner));
    } else if (std::holds_alternative<Filter>(node.is)) {
        step.kind = StepKind::filter;
    } else if (std::holds_alternative<DateRange>(node.is)) {
        step.kind = StepKind::date;
    } else if (!std::holds_alternative<Everything>(node.is)) {
        const std::uint32_t text = add_text(node);
        steps_[text].bit = bit;
        return text;
    }
    step.bit = bit;
    return push(std::move(step));
}

Matcher::Matcher(const Node& query) : query_(&query) {
    std::uint32_t bits = 0;
    (void)add(query, true, bits);
}

// --- One record ---

/// The hits of every slot in one record, and what the steps make of them.
struct MatchRun {
    const Matcher& matcher;
    const Record& record;
    std::vector<std::vector<TextHit>> found;  ///< by slot

    using Kind = Matcher::StepKind;
    using Step = Matcher::Step;

    void scan(const Tokens& tokens) {
        for (std::size_t i = 0; i < tokens.list.size(); ++i) {
            const Token& token = tokens.list[i];
            const std::vector<std::uint32_t>& slots = matcher.by_first_byte_[static_cast<unsigned char>(tokens.forms[token.form.begin])];
            if (slots.empty()) continue;
            WordCandidate candidate(tokens, token);
            for (const std::uint32_t number : slots) {
                const Matcher::Slot& slot = matcher.slots_[number];
                const auto answered = [&](const Word& word) { return candidate.answers(word) && (!word.capitals || has_two_capitals(slice(record.text, token.at))); };
                if (!std::any_of(slot.words, slot.words + slot.count, answered)) continue;
                TextHit hit{token.at, token.position, token.width, number};
                if (slot.row != nullptr) hit = row_around(tokens, i, *slot.row, slot.before);
                hit.leaf = number;
                if (hit.width > 0) found[number].push_back(hit);
            }
        }
        for (const Step& step : matcher.steps_) combine(step);
    }

    std::vector<std::vector<TextHit>> hits_of_parts(const Step& step) const {
        std::vector<std::vector<TextHit>> hits;
        for (const std::uint32_t part : step.parts) hits.push_back(found[step.kind == Kind::gathered ? part : matcher.steps_[part].slot]);
        return hits;
    }

    /// The hits of a step made of other text.
    void combine(const Step& step) {
        if (step.kind == Kind::near) found[step.slot] = chained_hits(hits_of_parts(step), std::get<Near>(step.node->is).links);
        if (step.kind == Kind::gathered) found[step.slot] = gathered_hits(hits_of_parts(step), std::get<Phrase>(step.node->is).slop);
        if (step.kind != Kind::union_ && step.kind != Kind::start) return;
        for (const std::vector<TextHit>& hits : hits_of_parts(step))
            for (const TextHit& hit : hits)
                if (step.kind == Kind::union_ || hit.position == 0) found[step.slot].push_back(hit);
    }

    ScopeAnswers::Unit unit_of(const Step& step) const {
        const auto& scope = std::get<Scope>(step.node->is);
        return scope.answers->of(scope.unit == ScopeUnit::item ? record.item_id : record.meeting_id);
    }

    Truth truth(std::uint32_t number) const {
        const Step& step = matcher.steps_[number];
        const auto as_truth = [](bool yes) { return yes ? Truth::plain : Truth::no; };
        switch (step.kind) {
            case Kind::everything: return Truth::plain;
            case Kind::filter: return as_truth(filter_matches(record, std::get<Filter>(step.node->is)));
            case Kind::date: return as_truth(date_matches(record, std::get<DateRange>(step.node->is)));
            case Kind::negated: return as_truth(!holds(truth(step.parts.front())));
            case Kind::scope: return scope_truth(step);
            case Kind::all: {
                Truth all = Truth::plain;
                for (std::size_t i = 0; i < step.parts.size() && holds(all); ++i) all = both(all, truth(step.parts[i]));
                return all;
            }
            case Kind::any: {
                Truth any = Truth::no;
                for (const std::uint32_t part : step.parts) any = either(any, truth(part));
                return any;
            }
            default: return found[step.slot].empty() ? Truth::no : Truth::marked;
        }
    }

    Truth scope_truth(const Step& step) const {
        const ScopeAnswers::Unit unit = unit_of(step);
        if (!unit.holds) return Truth::no;
        if (!step.marks) return Truth::plain;
        std::vector<TextHit> hits;
        collect_inside(step.parts.front(), unit.leaves, hits);
        return hits.empty() ? Truth::wanting : Truth::marked;
    }

    void take(const Step& step, std::vector<TextHit>& hits) const { hits.insert(hits.end(), found[step.slot].begin(), found[step.slot].end()); }

    /// Adds the hits of the parts that make a step, which holds, true.
    void collect(std::uint32_t number, std::vector<TextHit>& hits) const {
        const Step& step = matcher.steps_[number];
        if (step.kind == Kind::all || step.kind == Kind::any) {
            for (const std::uint32_t part : step.parts)
                if (step.kind == Kind::all || holds(truth(part))) collect(part, hits);
        } else if (step.kind == Kind::scope) {
            collect_inside(step.parts.front(), unit_of(step).leaves, hits);
        } else if (step.kind != Kind::everything && step.kind != Kind::filter && step.kind != Kind::date && step.kind != Kind::negated) {
            take(step, hits);
        }
    }

    /// The same inside a scope, of an item or meeting that has these leaves.
    void collect_inside(std::uint32_t number, std::uint64_t leaves, std::vector<TextHit>& hits) const {
        const Step& step = matcher.steps_[number];
        if (step.kind == Kind::all || step.kind == Kind::any) {
            for (const std::uint32_t part : step.parts)
                if (step.kind == Kind::all || holds_inside(part, leaves)) collect_inside(part, leaves, hits);
        } else if (step.kind == Kind::scope) {
            if (const ScopeAnswers::Unit unit = unit_of(step); unit.holds) collect_inside(step.parts.front(), unit.leaves, hits);
        } else if (step.kind != Kind::everything && step.kind != Kind::filter && step.kind != Kind::date && step.kind != Kind::negated) {
            take(step, hits);
        }
    }

    bool holds_inside(std::uint32_t number, std::uint64_t leaves) const {
        const Step& step = matcher.steps_[number];
        const auto inside = [&](std::uint32_t part) { return holds_inside(part, leaves); };
        if (step.kind == Kind::all) return std::all_of(step.parts.begin(), step.parts.end(), inside);
        if (step.kind == Kind::any) return std::any_of(step.parts.begin(), step.parts.end(), inside);
        if (step.kind == Kind::negated) return !inside(step.parts.front());
        return (leaves >> step.bit & 1) != 0;
    }
};

Matched Matcher::match(const Record& record, const Tokens& tokens) const {
    MatchRun run{*this, record, std::vector<std::vector<TextHit>>(slots_.size())};
    if (has_words_) run.scan(tokens);
    const auto root = static_cast<std::uint32_t>(steps_.size() - 1);
    const Truth truth = run.truth(root);
    if (truth == Truth::no || truth == Truth::wanting) return {};
    std::vector<TextHit> hits;
    run.collect(root, hits);
    Matched matched{true, {}, {}};
    for (const TextHit& hit : disjoint(std::move(hits), tokens.words)) {
        matched.hits.push_back(hit.at);
        matched.leaves.push_back(slots_[hit.leaf].node);
    }
    return matched;
}

Matched Matcher::match(const Record& record) const { return match(record, has_words_ ? tokenise(record.text) : Tokens()); }

Matched match(const Node& query, const Record& record, const Tokens& tokens) { return Matcher(query).match(record, tokens); }

}  // namespace minutes
