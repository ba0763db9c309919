#include "searcher/notes.hpp"

#include "searcher/compile.hpp"
#include "searcher/expand.hpp"
#include "searcher/match.hpp"
#include "searcher/suggest.hpp"
#include "searcher/zone_scope.hpp"

#include <algorithm>

namespace minutes {
namespace {

constexpr std::size_t kMostListed = 8;

std::string join(const std::vector<std::string>& words, std::string_view between) {
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty()) text += between;
        text += word;
    }
    return text;
}

std::string list_of_some(std::vector<std::string> values) {
    if (values.empty()) return "none is known";
    const std::size_t more = values.size() > kMostListed ? values.size() - kMostListed : 0;
    values.resize(values.size() - more);
    return join(values, ", ") + (more ? ", and " + std::to_string(more) + " more (see: minutes coverage)" : "");
}

void visit_filters(const Node& node, std::vector<const Filter*>& filters, bool& dated) {
    if (const Filter* filter = std::get_if<Filter>(&node.is)) filters.push_back(filter);
    if (std::holds_alternative<DateRange>(node.is)) dated = true;
    for (const Node* part : parts_of(node)) visit_filters(*part, filters, dated);
}

std::vector<std::string> accepted_terms(const std::vector<std::string>& terms, const Filter& filter, const std::string& value) {
    std::vector<std::string> accepted;
    for (const std::string& term : terms)
        if (value_matches(*filter.field, term, value)) accepted.push_back(term);
    return accepted;
}

std::string none_matches(const Field& field, const std::string& value) {
    if (field.name == "is") return "nothing in the index is \"" + value + "\"";
    return "no " + std::string(field.name) + " in the index matches \"" + value + "\"";
}

/// The value, or the word of one, that may have been meant.
std::string did_you_mean(const std::vector<std::string>& terms, const std::string& value) {
    constexpr std::size_t kMinWord = 4;
    std::vector<std::string> names = terms;
    for (const std::string& term : terms)
        for (std::size_t at = 0; at < term.size();) {
            const std::size_t end = std::min(term.find(' ', at), term.size());
            if (end - at >= kMinWord) names.push_back(term.substr(at, end - at));
            at = end + 1;
        }
    const std::string near = nearest_name(value, names);
    return near.empty() ? "" : "; did you mean \"" + near + "\"?";
}

}  // namespace

std::vector<std::string> find_notes(const Xapian::Database& database, const Request& request, const Base& base) {
    std::vector<const Filter*> filters;
    bool dated = false;
    visit_filters(request.query, filters, dated);
    for (const Filter& selection : request.selections) {
        filters.push_back(&selection);
        if (selection.field->name == "year") dated = true;
    }
    std::vector<std::string> notes = request.notes;
    for (const Filter* filter : filters) {
        if (filter->field->use != FieldUse::facet) continue;
        const std::vector<std::string> terms = facet_terms(database, *filter->field);
        for (const std::string& value : filter->values)
            if (accepted_terms(terms, *filter, value).empty())
                notes.push_back(none_matches(*filter->field, value) + did_you_mean(terms, value) + "; there are: " + list_of_some(terms));
    }
    if (dated && base.undated_meetings > 0)
        notes.push_back(std::to_string(base.undated_meetings) + " of " + std::to_string(base.meetings) +
                        " meetings have no date in their text and are left out by the date filter");
    return notes;
}

std::string explain(const Xapian::Database& database, const Request& request, const std::string& xapian_query) {
    std::string text = "query: " + to_string(request.query) + "\n";
    for (const Filter& selection : request.selections) {
        const std::vector<std::string> terms = facet_terms(database, *selection.field);
        for (const std::string& value : selection.values)
            text += "filter: " + std::string(selection.field->name) + ":" + value + " = " + list_of_some(accepted_terms(terms, selection, value)) + "\n";
    }
    std::vector<std::string> zones;
    for (const Zone zone : zone_scope(request).list()) zones.emplace_back(name_of(zone));
    text += "zones: " + join(zones, ", ") + "\n";
    if (const ConceptTable* concepts = concepts_used(request))
        text += "concepts: version " + (concepts->version.empty() ? "not stated" : concepts->version) + ", sha256 " + concepts->sha256 + "\n";
    return text + "xapian: " + xapian_query + "\n";
}

}  // namespace minutes
