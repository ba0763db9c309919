#include "searcher/query_leaves.hpp"

#include "analyzers/meeting.hpp"
#include "analyzers/tokens.hpp"
#include "indexer/record.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace minutes {
namespace {

Leaf refused(Span at, std::string message) { return {{}, {at, std::move(message)}}; }

Word exact_word(std::string_view form) {
    Word word;
    word.form = form;
    word.alias = alias_of(form);
    return word;
}

/// The widest whole that covers all the words of a text, or nullptr.
const Token* covering_whole(const Tokens& tokens) {
    const Token* found = nullptr;
    for (const Token& token : tokens.list)
        if (token.whole && token.width == tokens.words) found = &token;
    return found;
}

/// One word a position; sums and percentages with their symbols.
std::vector<Word> words_in_row(const Tokens& tokens) {
    std::vector<Word> words;
    for (const Token& token : tokens.list) {
        if (token.whole && token.width > 1) continue;
        if (token.whole) words.back() = exact_word(tokens.form(token));
        else words.push_back(exact_word(tokens.form(token)));
    }
    return words;
}

Leaf in_a_row(const Tokens& tokens, Span at) {
    if (const Token* whole = covering_whole(tokens)) return {{exact_word(tokens.form(*whole)), at}, {}};
    std::vector<Word> words = words_in_row(tokens);
    if (words.size() == 1) return {{std::move(words.front()), at}, {}};
    Phrase phrase;
    for (Word& word : words) phrase.places.push_back({{std::move(word)}});
    return {{std::move(phrase), at}, {}};
}

// --- Distance between words, for suggestions ---

/// Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other.
std::size_t edits(std::string_view from, std::string_view to) {
    std::vector<std::size_t> older(to.size() + 1), old(to.size() + 1), now(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j) old[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            now[j] = std::min({old[j] + 1, now[j - 1] + 1, old[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) now[j] = std::min(now[j], older[j - 2] + 1);
        }
        std::swap(older, old);
        std::swap(old, now);
    }
    return old[to.size()];
}

/// The name nearest to `typed`, or "" when none is near enough to be meant.
std::string_view nearest(std::string_view typed, const std::vector<std::string_view>& names) {
    constexpr std::size_t kMaxTyped = 40;  // a longer one is no slip of the finger
    std::string_view best;
    std::size_t least = std::max<std::size_t>(1, std::min<std::size_t>(2, typed.size() / 3)) + 1;
    for (const std::string_view name : names) {
        const std::size_t distance = typed.size() > kMaxTyped ? least : edits(typed, name);
        if (distance < least) {
            least = distance;
            best = name;
        }
    }
    return best;
}

std::string listed(const std::vector<std::string_view>& names) {
    std::string list;
    for (const std::string_view name : names) list += (list.empty() ? "" : ", ") + std::string(name);
    return list;
}

// --- Closed sets ---

std::vector<std::string_view> role_names() {
    std::vector<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(Role::unattributed); ++i) names.push_back(name_of(static_cast<Role>(i)));
    return names;
}

std::vector<std::string_view> kind_names() {
    std::vector<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(PassageKind::agenda_note); ++i) names.push_back(name_of(static_cast<PassageKind>(i)));
    names.push_back(kTitleKind);
    names.push_back(kFurnitureKind);
    return names;
}

std::vector<std::string_view> zone_names() {
    std::vector<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(Zone::boilerplate); ++i) names.push_back(name_of(static_cast<Zone>(i)));
    return names;
}

std::vector<std::string_view> act_names() {
    std::vector<std::string_view> names;
    for (int i = 0; i <= static_cast<int>(Act::action); ++i) names.push_back(name_of(static_cast<Act>(i)));
    return names;
}

std::vector<std::string_view> closed_set(const Field& field) {
    if (field.name == "role") return role_names();
    if (field.name == "kind") return kind_names();
    if (field.name == "zone") return zone_names();
    if (field.name == "act") return act_names();
    if (field.name == "is") return {"incomplete", "unresolved", "ambiguous", "unanswered", "interim", "acting", "deputy"};
    return {};
}

/// "vice chair", "Vice-Chair", "vice_chair" and "vicechair" are one name.
std::string squeezed(std::string_view name) {
    std::string folded = fold_value(name);
    folded.erase(std::remove(folded.begin(), folded.end(), ' '), folded.end());
    return folded;
}

Leaf any_value(const Field& field, Span at) {
    if (field.use != FieldUse::facet) return refused(at, "wildcards (*) in " + std::string(field.name) + ": are not supported yet; write a value");
    return {{Filter{&field, {std::string(kAnyValue)}}, at}, {}};
}

Leaf closed_leaf(const Field& field, const std::vector<std::string_view>& names, std::string_view value, Span at) {
    const std::string typed = squeezed(value);
    if (field.name == "zone" && typed == "all") return any_value(field, at);
    for (const std::string_view name : names)
        if (squeezed(name) == typed) return {{Filter{&field, {fold_value(name)}}, at}, {}};
    const std::string_view near = nearest(typed, names);
    std::string hint = near.empty() ? "" : "did you mean " + std::string(near) + "? ";
    if (value.find(',') != std::string_view::npos) hint = "several values are written " + std::string(field.name) + ":(a b); ";
    return refused(at, "unknown " + std::string(field.name) + " \"" + std::string(value) + "\"; " + hint + "one of: " + listed(names));
}

// --- Dates ---

/// "1/3/2024" or "01.03.2024" as 2024-03-01, for a suggestion; "" for anything else.
std::string turned_round(std::string_view value) {
    std::string parts[3];
    std::size_t part = 0;
    for (const char c : value) {
        if (c >= '0' && c <= '9') parts[part] += c;
        else if ((c != '/' && c != '.' && c != '-') || ++part == 3) return {};
    }
    for (const std::string* number : {&parts[0], &parts[1]})
        if (number->empty() || number->size() > 2) return {};
    const auto two = [](const std::string& number) { return number.size() == 1 ? '0' + number : number; };
    const std::string turned = parts[2] + '-' + two(parts[1]) + '-' + two(parts[0]);
    return parse_dates(turned) ? turned : std::string();
}

Leaf date_leaf(std::string_view value, Span at) {
    const std::optional<DateRange> range = parse_dates(value);
    if (const std::string turned = turned_round(value); !range && !turned.empty())
        return refused(at, "\"" + std::string(value) + "\" is no date here; write the year first: date:" + turned);
    if (!range)
        return refused(at, "\"" + std::string(value) + "\" is no date; write 2024, 2024-03, 2024-03-15, or a range such as 2023-04..2024-03");
    if (!range->from.empty() && !range->to.empty() && range->from > range->to)
        return refused(at, "this range ends before it begins; write the earlier date first");
    return {{*range, at}, {}};
}

bool is_year(std::string_view value) {
    return value.size() == 4 && value.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_year_range(std::string_view value) {
    const std::size_t dots = value.find("..");
    if (dots == std::string_view::npos) return false;
    const std::string_view from = value.substr(0, dots), to = value.substr(dots + 2);
    return (from.empty() || is_year(from)) && (to.empty() || is_year(to)) && !(from.empty() && to.empty());
}

Leaf year_leaf(const Field& field, std::string_view value, Span at) {
    if (is_year_range(value)) return date_leaf(value, at);
    if (is_year(value)) return {{Filter{&field, {std::string(value)}}, at}, {}};
    return refused(at, "\"" + std::string(value) + "\" is no year; write year:2021 or year:2019..2021, and date: for months and days");
}

// --- Fields ---

constexpr std::string_view kInternal[] = {"text", "stem", "type"};

/// Names that the language keeps for later, and what to do until then.
constexpr struct { std::string_view name, message; } kLater[] = {
    {"fy", "financial years (fy:) are not supported yet; write their days: date:2024-04-01..2025-03-31"},
    {"my", "municipal years (my:) are not supported yet; write their days: date:2024-05-15..2025-05-14"},
};

std::vector<std::string_view> typed_names() {
    std::vector<std::string_view> names;
    for (const Field& field : kFields)
        if (std::find(std::begin(kInternal), std::end(kInternal), field.name) == std::end(kInternal)) names.push_back(field.name);
    return names;
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return result;
}

}  // namespace

Leaf word_leaf(std::string_view text, Span at) {
    const Tokens tokens = tokenise(text);
    if (tokens.words == 0) return refused(at, "there is no letter or digit to search for here; punctuation alone is not indexed");
    if (tokens.words > 1 || covering_whole(tokens) != nullptr) return in_a_row(tokens, at);
    const std::string_view form = tokens.form(tokens.list.front());
    Word word = exact_word(form);
    word.stem = stem(form);
    return {{std::move(word), at}, {}};
}

Leaf phrase_leaf(std::string_view text, Span at) {
    const Tokens tokens = tokenise(text);
    if (tokens.words > 0) return in_a_row(tokens, at);
    const bool empty = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    return refused(at, empty ? "there is nothing between these quotes; write the words to search for"
                             : "there is no letter or digit between these quotes; punctuation alone is not indexed");
}

Leaf value_leaf(const Field& field, std::string_view value, Span at) {
    if (value.empty()) return refused(at, std::string(field.name) + ": needs a value; nothing is between these quotes");
    if (value == kAnyValue) return any_value(field, at);
    if (field.name == "date") return date_leaf(value, at);
    if (field.name == "year") return year_leaf(field, value, at);
    if (field.use == FieldUse::key) return {{Filter{&field, {std::string(value)}}, at}, {}};
    if (const auto names = closed_set(field); !names.empty()) return closed_leaf(field, names, value, at);
    const std::string folded = fold_value(value);
    if (folded.empty()) return refused(at, std::string(field.name) + ": needs a value with a letter or a digit");
    return {{Filter{&field, {folded}}, at}, {}};
}

const Field* field_typed(std::string_view name) {
    const std::string lowered = lower(name);
    if (std::find(std::begin(kInternal), std::end(kInternal), lowered) != std::end(kInternal)) return nullptr;
    return field_named(lowered);
}

std::string unknown_field(std::string_view name) {
    const std::string typed = lower(name);
    if (typed.empty()) return "a field's name is missing before the colon; to search for text with a colon put it in quotes";
    for (const auto& row : kLater)
        if (typed == row.name) return std::string(row.message);
    const std::vector<std::string_view> names = typed_names();
    const std::string_view near = nearest(typed, names);
    const std::string hint = near.empty() ? "" : "did you mean " + std::string(near) + ":? ";
    return "unknown field \"" + std::string(name) + "\"; " + hint + "to search for text with a colon put it in quotes; fields: " + listed(names);
}

bool is_exact(const Field& field) { return field.use == FieldUse::key || field.name == "year" || !closed_set(field).empty(); }

}  // namespace minutes
