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
    if (field.name == "date") return {{DateRange{}, at}, {}};
    if (field.use != FieldUse::facet) return refused(at, std::string(field.name) + ":* is not supported; write a value");
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

// --- Fields ---

constexpr std::string_view kInternal[] = {"text", "stem", "type"};

/// Names that are no fields of the index: other ways to write dates, and curated lists of words.
constexpr Field kWritten[] = {
    {"from",    "", kNoSlot, FieldUse::range, false, "first day, e.g. from:2023-04"},
    {"to",      "", kNoSlot, FieldUse::range, false, "last day, e.g. to:2024-03"},
    {"fy",      "", kNoSlot, FieldUse::range, false, "financial year, April to March, e.g. fy:2024/25"},
    {"my",      "", kNoSlot, FieldUse::range, false, "municipal year, 15 May to 14 May, e.g. my:2024/25"},
    {"concept", "", kNoSlot, FieldUse::words, false, "a list of words for one thing, e.g. concept:agency-staff"},
};

std::vector<std::string_view> typed_names() {
    std::vector<std::string_view> names;
    for (const Field& field : kFields)
        if (std::find(std::begin(kInternal), std::end(kInternal), field.name) == std::end(kInternal)) names.push_back(field.name);
    for (const Field& field : kWritten) names.push_back(field.name);
    return names;
}

/// "Agency staff" and agency-staff are one concept.
Leaf concept_leaf(std::string_view value, Span at) {
    std::string name = fold_value(value);
    if (name.empty()) return refused(at, "concept: needs a name with a letter or a digit, e.g. concept:agency-staff");
    std::replace(name.begin(), name.end(), ' ', '-');
    return {{Expansion{ExpansionKind::concept_, std::move(name), {}, {}}, at}, {}};
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return result;
}

}  // namespace

Leaf value_leaf(const Field& field, std::string_view value, Span at, std::string_view today) {
    if (value.empty()) return refused(at, std::string(field.name) + ": needs a value; nothing is between these quotes");
    if (value == kAnyValue) return any_value(field, at);
    if (field.name == "concept") return concept_leaf(value, at);
    if (field.use == FieldUse::range) return date_leaf(field.name, value, at, today);
    if (field.name == "year") return year_leaf(field, value, at);
    if (field.name == "month") return month_leaf(field, value, at);
    if (field.use == FieldUse::key) return {{Filter{&field, {std::string(value)}}, at}, {}};
    if (value.find_first_of("*|") != std::string_view::npos)
        return refused(at, "wildcards (*) and alternatives (a|b) in values are not supported; several values are written " + std::string(field.name) + ":(a b)");
    if (const auto names = closed_set(field); !names.empty()) return closed_leaf(field, names, value, at);
    const std::string folded = fold_value(value);
    if (folded.empty()) return refused(at, std::string(field.name) + ": needs a value with a letter or a digit");
    return {{Filter{&field, {folded}}, at}, {}};
}

const Field* field_typed(std::string_view name) {
    const std::string lowered = lower(name);
    if (std::find(std::begin(kInternal), std::end(kInternal), lowered) != std::end(kInternal)) return nullptr;
    for (const Field& field : kWritten)
        if (field.name == lowered) return &field;
    return field_named(lowered);
}

std::string unknown_field(std::string_view name) {
    const std::string typed = lower(name);
    if (typed.empty()) return "a field's name is missing before the colon; to search for text with a colon put it in quotes";
    const std::vector<std::string_view> names = typed_names();
    const std::string_view near = nearest(typed, names);
    const std::string hint = near.empty() ? "" : "did you mean " + std::string(near) + ":? ";
    return "unknown field \"" + std::string(name) + "\"; " + hint + "to search for text with a colon put it in quotes; fields: " + listed(names);
}

bool is_exact(const Field& field) { return field.use == FieldUse::key || field.name == "year" || field.name == "month" || !closed_set(field).empty(); }

}  // namespace minutes
