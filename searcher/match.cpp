#include "searcher/match.hpp"

#include "corpus/problem.hpp"
#include "searcher/match_run.hpp"
#include "searcher/request.hpp"
#include "searcher/scopes.hpp"
#include "searcher/word_match.hpp"

#include <algorithm>

namespace minutes {

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

namespace {

/// A record as MatchRun asks for it.
struct RecordSource {
    const Record& record;

    [[nodiscard]] bool holds(const Filter& filter) const { return filter_matches(record, filter); }
    [[nodiscard]] bool holds(const DateRange& range) const { return date_matches(record, range); }
    [[nodiscard]] std::string_view item() const { return record.item_id; }
    [[nodiscard]] std::string_view meeting() const { return record.meeting_id; }
};

}  // namespace

void Matcher::scan(const Record& record, const Tokens& tokens, SlotHits& found) const {
    for (std::size_t i = 0; i < tokens.list.size(); ++i) {
        const Token& token = tokens.list[i];
        const std::vector<std::uint32_t>& slots = by_first_byte_[static_cast<unsigned char>(tokens.forms[token.form.begin])];
        if (slots.empty()) continue;
        WordCandidate candidate(tokens, token);
        for (const std::uint32_t number : slots) {
            const Slot& slot = slots_[number];
            const auto answered = [&](const Word& word) { return candidate.answers(word) && (!word.capitals || has_two_capitals(slice(record.text, token.at))); };
            if (!std::any_of(slot.words, slot.words + slot.count, answered)) continue;
            TextHit hit{token.at, token.position, token.width, number};
            if (slot.row != nullptr) hit = row_around(tokens, i, *slot.row, slot.before);
            hit.leaf = number;
            if (hit.width > 0) found[number].push_back(hit);
        }
    }
}

Matched Matcher::match(const Record& record, const Tokens& tokens) const {
    SlotHits found(slots_.size());
    if (has_words_) scan(record, tokens, found);
    const RecordSource source{record};
    MatchRun<RecordSource> run{*this, source, found};
    std::vector<TextHit> hits;
    if (!run.answers(hits)) return {};
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
