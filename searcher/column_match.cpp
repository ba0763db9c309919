#include "searcher/column_match.hpp"

#include "searcher/match_run.hpp"
#include "searcher/word_match.hpp"

#include <algorithm>

namespace minutes {
namespace {

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
    : columns_(columns), matcher_(query), relevance_(relevance), filters_(columns), states_(columns.types()), short_(std::size_t{1} << 8 * sizeof(TokenCode)), answer_of_(columns.types()), found_(matcher_.slots_.size()) {
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
ColumnMatcher::State ColumnMatcher::judge(std::uint32_t type) {
    const ColumnType& shape = columns_.shape_of_type(type);
    const State nothing = shape.flags & kTypeWhole ? State::whole : State::word;
    if (shape.first != 0 && !first_bytes_[shape.first]) return nothing;
    const TokenType token = columns_.type(type);
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
    answer_of_[type] = static_cast<std::uint32_t>(answers_.size());
    answers_.push_back(std::move(answer));
    return State::answers;
}

Span ColumnMatcher::place_of(const Placed& token) const { return quarters(token.position, token.answer->width, token.answer->whole); }

void ColumnMatcher::expect(std::size_t passages) {
    constexpr std::size_t kTypesOfPassage = 8;  // that no passage before it had
    if ((!matcher_.has_words_ && relevance_ == nullptr) || passages * kTypesOfPassage < columns_.types()) return;
    for (std::uint32_t type = 0; type < columns_.types(); ++type) (void)state_of(type);
}

ColumnMatcher::State ColumnMatcher::state_of(std::uint32_t type) {
    if (type >= states_.size()) throw ColumnsDamaged("a type of the columns is missing");
    State& state = states_[type];
    if (state != State::unjudged) return state;
    state = judge(type);
    if (type < kFirstLong && state != State::answers) short_[type] = state;
    return state;
}

/// The token at `position` that answers a place, or nullptr. `near` is an index into the tokens not far from it.
const ColumnMatcher::Placed* ColumnMatcher::answer_at(std::size_t near, std::uint32_t position, std::uint32_t place) const {
    while (near > 0 && tokens_[near].position >= position) --near;
    for (; near < tokens_.size() && tokens_[near].position <= position; ++near) {
        const Placed& token = tokens_[near];
        if (token.position == position && !token.answer->places.empty() && token.answer->places[place]) return &token;
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

/// A token that short_ does not tell all about. `words` are those before it, and then those up to it.
void ColumnMatcher::meet(std::uint32_t type, std::uint32_t& words) {
    const State state = state_of(type);
    words += state == State::word;
    if (state != State::answers) return;
    const TypeAnswer& answer = answers_[answer_of_[type]];
    words += !answer.whole;
    if (placed_) tokens_.push_back({type, words - 1, &answer});
    else take(answer, 0, words - 1, type);
}

void ColumnMatcher::scan(const ColumnRow& row) {
    for (std::vector<TextHit>& hits : found_) hits.clear();
    if (relevance_ != nullptr) evidence_.clear();
    tokens_.clear();
    std::uint32_t words = 0;
    const std::span<const TokenCode> codes = columns_.codes_of(row);
    const TokenCode *at = codes.data(), *const end = at + codes.size();
    const State* const known = short_.data();
    while (true) {
        for (; at != end && known[*at] != State::unjudged; ++at) words += known[*at] == State::word;
        if (at == end) break;
        meet(next_type(at, end), words);
    }
    for (std::size_t token = 0; token < tokens_.size(); ++token) take(*tokens_[token].answer, token, tokens_[token].position, tokens_[token].type);
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
        if (state_of(type) != State::answers) return;
        const TypeAnswer& answer = answers_[answer_of_[type]];
        if (answer.word >= 0) relevance_->add(evidence, static_cast<std::uint32_t>(answer.word), answer.exact, 0, true);
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
