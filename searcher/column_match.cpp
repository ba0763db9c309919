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

namespace {

/// Whether nothing but words, filters and dates is in it.
bool has_words_alone(const Node& node) {
    if (std::holds_alternative<Phrase>(node.is) || std::holds_alternative<Near>(node.is) || std::holds_alternative<Start>(node.is) || std::holds_alternative<Scope>(node.is)) return false;
    const std::vector<const Node*> parts = parts_of(node);
    return std::all_of(parts.begin(), parts.end(), [](const Node* part) { return has_words_alone(*part); });
}

/// Whether a passage with none of the words cannot answer.
bool needs_words(const Node& node) {
    if (std::holds_alternative<Word>(node.is)) return true;
    const std::vector<const Node*> parts = parts_of(node);
    const auto needs = [](const Node* part) { return needs_words(*part); };
    if (std::holds_alternative<All>(node.is)) return std::any_of(parts.begin(), parts.end(), needs);
    const bool either = std::holds_alternative<Any>(node.is) || std::holds_alternative<Expansion>(node.is);
    return either && !parts.empty() && std::all_of(parts.begin(), parts.end(), needs);
}

bool has_filters(const Node& node) {
    if (std::holds_alternative<Filter>(node.is) || std::holds_alternative<DateRange>(node.is)) return true;
    const std::vector<const Node*> parts = parts_of(node);
    return std::any_of(parts.begin(), parts.end(), [](const Node* part) { return has_filters(*part); });
}

constexpr std::size_t kMostSlots = 64;

}  // namespace

ColumnMatcher::ColumnMatcher(const Node& query, const PassageColumns& columns, const Relevance* relevance)
    : columns_(columns), matcher_(query), relevance_(relevance), filters_(columns), states_(columns.types()), short_(std::size_t{1} << 8 * sizeof(TokenCode)), answer_of_(columns.types()), found_(matcher_.slots_.size()) {
    words_alone_ = has_words_alone(query) && needs_words(query) && matcher_.slots_.size() <= kMostSlots;
    by_slots_alone_ = !has_filters(query);
    const auto note_word = [&](const Word& word) { note(word); };
    for (const Matcher::Slot& slot : matcher_.slots_) {
        first_place_.push_back(static_cast<std::uint32_t>(places_.size()));
        std::for_each(slot.words, slot.words + slot.count, note_word);
        if (slot.row == nullptr) continue;
        placed_ = true;
        for (const Place& place : *slot.row) {
            places_.push_back(&place);
            std::for_each(place.any.begin(), place.any.end(), note_word);
        }
    }
    if (relevance_ == nullptr) return;
    evidence_.found.resize(relevance_->words().size());
    for (std::size_t byte = 0; byte < first_bytes_.size(); ++byte) first_bytes_[byte] = first_bytes_[byte] || relevance_->may_begin(static_cast<unsigned char>(byte));
    for (const RankingWord& word : relevance_->words()) {
        if (word.importance <= 0) continue;
        note_beginning(word.form);
        note_beginning(word.alias);
        note_stem(word.stem);
        for (const std::string& other : word.also) note_stem(other);
    }
}

void ColumnMatcher::note(const Word& word) {
    for (const unsigned char byte : minutes::first_bytes(word)) first_bytes_[byte] = true;
    note_beginning(word.form);
    note_beginning(word.alias);
    note_stem(word.stem);
    for (const std::string& other : word.family) note_stem(other);
}

/// Words of a stem begin with its letters but for the last two (word_match.cpp).
void ColumnMatcher::note_stem(std::string_view stem) { note_beginning(stem.substr(0, stem.size() > 3 ? stem.size() - 2 : 1)); }

void ColumnMatcher::note_beginning(std::string_view bytes) {
    if (bytes.empty()) return;
    const std::array<unsigned char, 4> head = head_of(bytes);
    std::array<unsigned char, 4> mask{};
    for (std::size_t i = 0; i < std::min(bytes.size(), mask.size()); ++i) mask[i] = 0xFF;
    beginnings_[head.front()].push_back({std::bit_cast<std::uint32_t>(head), std::bit_cast<std::uint32_t>(mask)});
}

/// Whether a type needs to be looked at. The alias of a form may be shorter by letters anywhere but the first.
bool ColumnMatcher::may_answer(const ColumnType& shape) const {
    if (shape.flags & kTypeAliased) return first_bytes_[shape.head.front()];
    const auto head = std::bit_cast<std::uint32_t>(shape.head);
    for (const Beginning& beginning : beginnings_[shape.head.front()])
        if ((head & beginning.mask) == beginning.bytes) return true;
    return false;
}

/// Compares a type with all that the query and the ranking ask for.
ColumnMatcher::State ColumnMatcher::judge(std::uint32_t type) {
    const ColumnType& shape = columns_.shape_of_type(type);
    const State nothing = shape.flags & kTypeWhole ? State::whole : State::word;
    if (!may_answer(shape)) return nothing;
    const TokenType token = columns_.type(type);
    TypeAnswer answer;
    answer.type = type;
    answer.width = token.width;
    answer.whole = token.whole;
    WordCandidate candidate(token.form, token.whole);
    for (std::uint32_t number = 0; number < matcher_.slots_.size(); ++number) {
        const Matcher::Slot& slot = matcher_.slots_[number];
        const auto answered = [&](const Word& word) { return candidate.answers(word) && (!word.capitals || token.capitals); };
        if (std::any_of(slot.words, slot.words + slot.count, answered)) answer.slots.push_back(number);
    }
    for (const std::uint32_t number : answer.slots) answer.of_slots |= number < kMostSlots ? std::uint64_t{1} << number : 0;
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
    Relevance::add(evidence_, static_cast<std::uint32_t>(answer.word), answer.exact, position, answer.whole);
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
    listed_ = {};
    if (matcher_.has_words_ || relevance_ != nullptr) scan(row);
    const RowSource source{columns_, filters_, row};
    MatchRun<RowSource> run{matcher_, source, found_};
    hits_.clear();
    if (!run.answers(hits_)) return false;
    hits_ = disjoint(std::move(hits_), row.words);
    occurrences_ = hits_.size();
    return true;
}

std::vector<std::uint32_t> ColumnMatcher::answering_types() {
    std::vector<std::uint32_t> types;
    for (std::uint32_t type = 0; type < columns_.types(); ++type)
        if (may_answer(columns_.shape_of_type(type))) (void)state_of(type);
    for (const TypeAnswer& answer : answers_) types.push_back(answer.type);
    all_judged_ = true;
    return types;
}

/// Of a row with hits in these slots, those slots whose hits count; none if it does not answer.
std::uint64_t ColumnMatcher::verdict_of(const ColumnRow& row, std::uint64_t slots) {
    if (by_slots_alone_)
        if (const auto known = verdicts_.find(slots); known != verdicts_.end()) return known->second;
    for (std::uint32_t slot = 0; slot < found_.size(); ++slot) found_[slot].assign(slots >> slot & 1, TextHit{{}, 0, 1, slot});
    const RowSource source{columns_, filters_, row};
    MatchRun<RowSource> run{matcher_, source, found_};
    std::vector<TextHit> hits;
    std::uint64_t counting = 0;
    if (run.answers(hits))
        for (const TextHit& hit : hits) counting |= std::uint64_t{1} << hit.leaf;
    if (by_slots_alone_) verdicts_.emplace(slots, counting);
    return counting;
}

/// A word stands at a place of its own, so hits of words are as many as there are words; wholes stand where words do.
bool ColumnMatcher::match(const ColumnRow& row, std::span<const ListedToken> tokens) {
    std::uint64_t slots = 0;
    bool may_overlap = false;
    for (const ListedToken& token : tokens) {
        const TypeAnswer& answer = answers_[token.number];
        slots |= answer.of_slots;
        may_overlap = may_overlap || (answer.of_slots != 0 && (answer.whole || answer.width > 1));
    }
    if (slots == 0) return false;
    if (may_overlap) return match(row);
    counting_ = verdict_of(row, slots);
    if (counting_ == 0) return false;
    row_ = &row;
    listed_ = tokens;
    hits_.clear();
    occurrences_ = 0;
    if (relevance_ != nullptr) evidence_.clear();
    for (const ListedToken& token : tokens) {
        const TypeAnswer& answer = answers_[token.number];
        if (answer.of_slots & counting_) occurrences_ += token.frequency;
        if (answer.word < 0) continue;
        WordEvidence::Times& times = evidence_.found[static_cast<std::size_t>(answer.word)];
        (answer.exact ? times.exact : times.other) += token.frequency;
    }
    return true;
}

bool ColumnMatcher::lacks_places() const {
    const auto stands = [](const WordEvidence::Times& times) { return times.all() > 0; };
    return !listed_.empty() && std::count_if(evidence_.found.begin(), evidence_.found.end(), stands) > 1;
}

const WordEvidence& ColumnMatcher::evidence_of(const ColumnRow& row) {
    row_ = &row;
    listed_ = {};
    scan(row);
    return evidence_;
}

std::optional<Frequencies> ColumnMatcher::frequencies(std::uint32_t text) {
    std::optional<WordEvidence> evidence;
    const std::span<const TokenCode> codes = columns_.codes_of_text(text);
    const TokenCode *at = codes.data(), *const end = at + codes.size();
    while (true) {
        while (at != end && short_[*at] != State::unjudged) ++at;
        if (at == end) break;
        const std::uint32_t type = next_type(at, end);
        if (state_of(type) != State::answers) continue;
        const TypeAnswer& answer = answers_[answer_of_[type]];
        if (answer.word < 0) continue;
        if (!evidence) evidence.emplace().found.resize(relevance_->words().size());
        Relevance::add(*evidence, static_cast<std::uint32_t>(answer.word), answer.exact, 0, true);
    }
    if (!evidence) return std::nullopt;
    return relevance_->frequencies(*evidence);
}

std::optional<Frequencies> ColumnMatcher::words_there() const {
    if (!all_judged_) return std::nullopt;
    Frequencies there(relevance_->words().size(), 0);
    for (const TypeAnswer& answer : answers_)
        if (answer.word >= 0) there[static_cast<std::size_t>(answer.word)] = 1;
    return there;
}

std::string ColumnMatcher::form_of(const TextHit& hit) const {
    if (!listed_.empty()) return std::string(columns_.type(hit.type).form);
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
