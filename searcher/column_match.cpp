#include "searcher/column_match.hpp"

#include "searcher/match_run.hpp"
#include "searcher/word_match.hpp"

#include <algorithm>

namespace minutes {
namespace {

constexpr std::uint32_t kWord = 1, kWhole = 2, kAnswers = 3;

/// Where a token stands, in quarters of words: in the order of bytes, so that a sum with its symbol is longer than its number, and
/// whatever takes the same words is as long.
Span quarters(std::uint32_t position, std::uint32_t width, bool whole) {
    if (whole && width == 1) return {4 * position, 4 * position + 4};
    return {4 * position + 1, 4 * (position + width - 1) + 3};
}

}  // namespace

/// A row as MatchRun asks for it.
struct ColumnMatcher::RowSource {
    const PassageColumns& columns;
    ColumnFilters& filters;
    const ColumnRow& row;

    [[nodiscard]] bool holds(const Filter& filter) const { return filters.holds(row, filter); }
    [[nodiscard]] bool holds(const DateRange& range) const { return filters.holds(row, range); }
    [[nodiscard]] std::string_view item() const { return columns.text(columns.item(row.item).id); }
    [[nodiscard]] std::string_view meeting() const { return columns.text(columns.item(row.item).meeting); }
};

ColumnMatcher::ColumnMatcher(const Node& query, const PassageColumns& columns, const Relevance* relevance)
    : columns_(columns), matcher_(query), relevance_(relevance), filters_(columns), states_(columns.types()), found_(matcher_.slots_.size()) {
    const auto note = [&](const Word& word) {
        for (const unsigned char byte : minutes::first_bytes(word)) first_bytes_[byte] = true;
    };
    for (const Matcher::Slot& slot : matcher_.slots_) {
        first_place_.push_back(static_cast<std::uint32_t>(places_.size()));
        std::for_each(slot.words, slot.words + slot.count, note);
        if (slot.row == nullptr) continue;
        placed_ = true;
        for (const Place& place : *slot.row) {
            places_.push_back(&place);
            std::for_each(place.any.begin(), place.any.end(), note);
        }
    }
    if (relevance_ == nullptr) return;
    evidence_.found.resize(relevance_->words().size());
    for (std::size_t byte = 0; byte < first_bytes_.size(); ++byte) first_bytes_[byte] = first_bytes_[byte] || relevance_->may_begin(static_cast<unsigned char>(byte));
}

/// Compares a type with all that the query and the ranking ask for.
std::uint32_t ColumnMatcher::judge(std::uint32_t type) {
    const TokenType token = columns_.type(type);
    const std::uint32_t nothing = token.whole ? kWhole : kWord;
    if (!first_bytes_[static_cast<unsigned char>(token.form.front())]) return nothing;
    TypeAnswer answer;
    answer.width = token.width;
    answer.whole = token.whole;
    WordCandidate candidate(token.form, token.whole);
    for (std::uint32_t number = 0; number < matcher_.slots_.size(); ++number) {
        const Matcher::Slot& slot = matcher_.slots_[number];
        const auto answered = [&](const Word& word) { return candidate.answers(word) && (!word.capitals || token.capitals); };
        if (std::any_of(slot.words, slot.words + slot.count, answered)) answer.slots.push_back(number);
    }
    std::vector<bool> places(places_.size());
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = token.width == 1 && candidate.answers(*places_[i]);
    const bool any_place = std::find(places.begin(), places.end(), true) != places.end();
    if (any_place) answer.places = std::move(places);
    if (relevance_ != nullptr && relevance_->may_begin(static_cast<unsigned char>(token.form.front()))) answer.word = relevance_->word_of(token.form, token.whole, answer.exact);
    if (answer.slots.empty() && !any_place && answer.word < 0) return nothing;
    answers_.push_back(std::move(answer));
    return static_cast<std::uint32_t>(answers_.size() - 1) + kAnswers;
}

Span ColumnMatcher::place_of(const Placed& token) const {
    if (token.state < kAnswers) return quarters(token.position, 1, false);
    const TypeAnswer& answer = answers_[token.state - kAnswers];
    return quarters(token.position, answer.width, answer.whole);
}

/// The token at `position` that answers a place, or nullptr. `near` is an index into the tokens not far from it.
const ColumnMatcher::Placed* ColumnMatcher::answer_at(std::size_t near, std::uint32_t position, std::uint32_t place) const {
    while (near > 0 && tokens_[near].position >= position) --near;
    for (; near < tokens_.size() && tokens_[near].position <= position; ++near) {
        const Placed& token = tokens_[near];
        if (token.position != position || token.state < kAnswers) continue;
        const std::vector<bool>& places = answers_[token.state - kAnswers].places;
        if (!places.empty() && places[place]) return &token;
    }
    return nullptr;
}

/// row_around() of word_match.hpp.
TextHit ColumnMatcher::row_around(std::size_t anchor, std::uint32_t number) const {
    const Matcher::Slot& slot = matcher_.slots_[number];
    const std::uint32_t at = tokens_[anchor].position, size = static_cast<std::uint32_t>(slot.row->size());
    TextHit hit{{}, at - slot.before, 0, 0, 0};
    if (at < slot.before || row_->words - at < size - slot.before) return hit;
    std::size_t near = anchor;
    for (std::uint32_t k = 0; k < size; ++k) {
        const Placed* token = answer_at(near, hit.position + k, first_place_[number] + k);
        if (token == nullptr) return hit;
        near = static_cast<std::size_t>(token - tokens_.data());
        const Span place = place_of(*token);
        if (k == 0) hit.at = place;
        hit.at.end = std::max(hit.at.end, place.end);
    }
    hit.width = size;
    return hit;
}

void ColumnMatcher::take(const TypeAnswer& answer, std::size_t token, std::uint32_t position, std::uint32_t type) {
    for (const std::uint32_t number : answer.slots) {
        TextHit hit{quarters(position, answer.width, answer.whole), position, answer.width, number, type};
        if (matcher_.slots_[number].row != nullptr) hit = row_around(token, number);
        hit.leaf = number;
        if (hit.width > 0) found_[number].push_back(hit);
    }
    if (answer.word < 0) return;
    relevance_->add(evidence_, static_cast<std::uint32_t>(answer.word), answer.exact, position, answer.whole);
}

void ColumnMatcher::scan(const ColumnRow& row) {
    for (std::vector<TextHit>& hits : found_) hits.clear();
    if (relevance_ != nullptr) evidence_.clear();
    tokens_.clear();
    std::uint32_t words = 0;
    answering_.clear();
    each_type(columns_.codes_of(row), [&](std::uint32_t type) {
        const std::uint32_t state = state_of(type);
        const bool whole = state == kWhole || (state >= kAnswers && answers_[state - kAnswers].whole);
        if (!whole) ++words;
        const std::uint32_t position = words - 1;
        if (placed_) {
            if (state >= kAnswers) answering_.push_back(tokens_.size());
            tokens_.push_back({type, position, state});
        } else if (state >= kAnswers) {
            take(answers_[state - kAnswers], 0, position, type);
        }
    });
    for (const std::size_t token : answering_) take(answers_[tokens_[token].state - kAnswers], token, tokens_[token].position, tokens_[token].type);
}

bool ColumnMatcher::match(const ColumnRow& row) {
    row_ = &row;
    if (matcher_.has_words_ || relevance_ != nullptr) scan(row);
    const RowSource source{columns_, filters_, row};
    MatchRun<RowSource> run{matcher_, source, found_};
    hits_.clear();
    if (!run.answers(hits_)) return false;
    hits_ = disjoint(std::move(hits_), row.words);
    return true;
}

Frequencies ColumnMatcher::frequencies(std::uint32_t text) {
    WordEvidence evidence{Frequencies(relevance_->words().size(), 0), {}};
    each_type(columns_.codes_of_text(text), [&](std::uint32_t type) {
        const std::uint32_t state = state_of(type);
        if (state < kAnswers || answers_[state - kAnswers].word < 0) return;
        relevance_->add(evidence, static_cast<std::uint32_t>(answers_[state - kAnswers].word), answers_[state - kAnswers].exact, 0, true);
    });
    return std::move(evidence.found);
}

std::string ColumnMatcher::form_of(const TextHit& hit) const {
    std::string form;
    std::uint32_t words = 0;
    each_type(columns_.codes_of(*row_), [&](std::uint32_t type) {
        const TokenType token = columns_.type(type);
        if (token.whole) return;
        if (words >= hit.position && words < hit.position + hit.width) form.append(form.empty() ? "" : " ").append(token.form);
        ++words;
    });
    return form;
}

}  // namespace minutes
