#include "searcher/facet_wish.hpp"

#include "corpus/problem.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

namespace minutes {
namespace {

/// What "all" stands for.
constexpr std::size_t kAllValues = static_cast<std::size_t>(-1);

const Field& facet_field(const std::string& option, std::string_view name) {
    const Field* field = field_named(name);
    if (field && field->use == FieldUse::facet) return *field;
    std::string names;
    for (const Field& known : kFields)
        if (known.use == FieldUse::facet) names += (names.empty() ? "" : ", ") + std::string(known.name);
    throw Refused(option + ": choose among " + names);
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(at);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::optional<std::size_t> number_in(std::string_view text) {
    std::uint32_t number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failed == std::errc{} && end == text.data() + text.size() && number > 0 ? std::optional<std::size_t>(number) : std::nullopt;
}

}  // namespace

FacetWish parse_facet(const std::string& text) {
    const std::string option = "--facet " + text;
    const std::vector<std::string_view> parts = split(text, ':');
    FacetWish wish;
    wish.field = &facet_field(option, parts.front());
    bool ordered = false;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::optional<std::size_t> number = parts[i] == "all" ? std::optional<std::size_t>(kAllValues) : number_in(parts[i]);
        const bool order = parts[i] == "count" || parts[i] == "value";
        if ((!number && !order) || (number && wish.most) || (order && ordered))
            throw Refused(option + ": after the field stand a number of values (from 1, or all) and count or value, e.g. " + std::string(wish.field->name) + ":20:value");
        if (number) wish.most = number;
        if (order) wish.order = parts[i] == "value" ? FacetOrder::value : FacetOrder::count;
        ordered = ordered || order;
    }
    return wish;
}

FacetWish parse_facet_search(const std::string& text) {
    const std::string option = "--facet-search " + text;
    const std::size_t colon = text.find(':');
    FacetWish wish;
    wish.field = &facet_field(option, std::string_view(text).substr(0, colon));
    wish.words = colon == std::string::npos ? "" : fold_value(std::string_view(text).substr(colon + 1));
    if (wish.words.empty()) throw Refused(option + ": after the field and a colon stand the words to look for, e.g. speaker:marl");
    return wish;
}

bool value_has_words(std::string_view value, std::string_view words) {
    const std::string folded = fold_value(value);
    const std::vector<std::string_view> has = split(folded, ' '), wanted = split(words, ' ');
    return std::all_of(wanted.begin(), wanted.end(), [&](std::string_view word) {
        return std::any_of(has.begin(), has.end(), [&](std::string_view own) { return own.starts_with(word); });
    });
}

std::optional<std::size_t> values_wanted(const std::vector<FacetWish>& wishes, std::optional<std::size_t> unsaid) {
    std::size_t most = 0;
    for (const FacetWish& wish : wishes) {
        const std::optional<std::size_t> own = wish.most ? wish.most : unsaid;
        if (!own || *own == kAllValues || wish.order != FacetOrder::count || !wish.words.empty()) return std::nullopt;
        most = std::max(most, *own);
    }
    return most;
}

void arrange(Facet& facet, const FacetWish& wish) {
    facet.words = wish.words;
    facet.most = wish.most;
    if (!wish.words.empty()) std::erase_if(facet.values, [&](const FacetValue& value) { return !value_has_words(value.value, wish.words); });
    std::sort(facet.values.begin(), facet.values.end(), [&](const FacetValue& a, const FacetValue& b) {
        if (wish.order == FacetOrder::count && a.passages != b.passages) return a.passages > b.passages;
        if (a.value.empty() != b.value.empty() && wish.order == FacetOrder::value) return b.value.empty();
        return a.value < b.value;
    });
    facet.matching = wish.words.empty() ? facet.distinct : facet.values.size();
    if (wish.most && facet.values.size() > *wish.most) facet.values.resize(*wish.most);
}

}  // namespace minutes
