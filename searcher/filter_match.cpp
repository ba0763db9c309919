#include "indexer/facet_values.hpp"
#include "searcher/match.hpp"
#include "searcher/query_leaves.hpp"
#include "searcher/word_match.hpp"

#include <algorithm>

namespace minutes {
namespace {

std::vector<std::string> keys_of(std::string_view folded) {
    std::vector<std::string> keys;
    const Tokens tokens = tokenise(folded);
    for (const Token& token : tokens.list) {
        if (token.whole) continue;
        const std::string_view form = tokens.form(token);
        std::string alias = alias_of(form);
        keys.push_back(alias.empty() ? std::string(form) : std::move(alias));
    }
    return keys;
}

/// "vice-chair" is "vice chair": names of closed sets are ASCII, in lower case with hyphens.
bool same_name(std::string_view name, std::string_view wanted) {
    return std::equal(name.begin(), name.end(), wanted.begin(), wanted.end(), [](char a, char b) { return (a == '-' ? ' ' : a) == b; });
}

Place title_place(std::string_view form) {
    Word word;
    word.form = form;
    word.alias = alias_of(form);
    word.stem = stem(form);
    return {{std::move(word)}};
}

/// One word by its stem too; several as they stand, in a row.
bool title_matches(const Record& record, std::string_view wanted) {
    const Tokens title = tokenise(record.item_title.empty() && record.kind == kTitleKind ? record.text : record.item_title);
    const Tokens asked = tokenise(wanted);
    std::vector<Place> words;
    for (const Token& token : asked.list)
        if (!token.whole) words.push_back(title_place(asked.form(token)));
    if (words.size() > 1)
        for (Place& place : words) place.any.front().stem.clear();
    for (std::size_t i = 0; i < title.list.size() && !words.empty(); ++i)
        if (WordCandidate(title, title.list[i]).answers(words.front()) && row_around(title, i, words, 0).width > 0) return true;
    return false;
}

}  // namespace

bool date_matches(const Record& record, const DateRange& range) {
    return !record.date.empty() && (range.from.empty() || record.date >= range.from) && (range.to.empty() || record.date <= range.to);
}

bool filter_matches(const Record& record, const Filter& filter) {
    const auto any_value = [&](auto&& holds) { return std::any_of(filter.values.begin(), filter.values.end(), holds); };
    if (filter.field->use == FieldUse::words) return any_value([&](const std::string& wanted) { return title_matches(record, wanted); });
    for (const std::string& value : facet_values(record, *filter.field))
        if (any_value([&](const std::string& wanted) { return value_matches(*filter.field, value, wanted); })) return true;
    return false;
}

bool value_matches(std::string_view value, std::string_view wanted) {
    const std::vector<std::string> in = keys_of(value), words = keys_of(wanted);
    return !words.empty() && std::search(in.begin(), in.end(), words.begin(), words.end()) != in.end();
}

bool value_matches(const Field& field, std::string_view value, std::string_view wanted) {
    if (field.use == FieldUse::key) return value == wanted;
    if (wanted == kAnyValue) return true;
    return is_exact(field) ? same_name(value, wanted) : value_matches(value, wanted);
}

}  // namespace minutes
