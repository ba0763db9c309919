#include "searcher/request.hpp"

#include <algorithm>

namespace minutes {
namespace {

void add_selection(std::vector<Filter>& selections, Filter filter) {
    const auto same = std::find_if(selections.begin(), selections.end(), [&](const Filter& s) { return s.field == filter.field; });
    if (same == selections.end()) selections.push_back(std::move(filter));
    else same->values.insert(same->values.end(), filter.values.begin(), filter.values.end());
}

bool is_facet_filter(const Node& node) {
    const Filter* filter = std::get_if<Filter>(&node.is);
    return filter && filter->field->use == FieldUse::facet;
}

}  // namespace

Request make_request(Node query) {
    Request request;
    if (is_facet_filter(query)) {
        add_selection(request.selections, std::get<Filter>(std::move(query.is)));
        query.is = Everything{};
    } else if (All* all = std::get_if<All>(&query.is)) {
        std::vector<Node> rest;
        for (Node& part : all->of) {
            // Two filters of one field, ANDed by hand, stay as they are: a passage may have two roles.
            const auto same_field = std::count_if(all->of.begin(), all->of.end(), [&](const Node& other) {
                return is_facet_filter(part) && is_facet_filter(other) && std::get<Filter>(other.is).field == std::get<Filter>(part.is).field;
            });
            if (same_field == 1) add_selection(request.selections, std::get<Filter>(part.is));
            else rest.push_back(std::move(part));
        }
        if (rest.empty()) query.is = Everything{};
        else if (rest.size() == 1) { Node only = std::move(rest.front()); query = std::move(only); }
        else all->of = std::move(rest);
    }
    request.query = std::move(query);
    return request;
}

void select(Request& request, const Field& field, const std::string& value) {
    std::string words = value;
    std::erase(words, '"');
    Parsed parsed = parse_query(std::string(field.name) + (words == kAnyValue ? ":" + words : ":\"" + words + "\""));
    if (!parsed.problem.message.empty()) throw Refused("--" + std::string(field.name) + " " + value + ": " + parsed.problem.message);
    if (Filter* filter = std::get_if<Filter>(&parsed.tree.is)) {
        add_selection(request.selections, std::move(*filter));
        return;
    }
    All both;  // --year 2019..2021 is a range of days
    both.of.push_back(std::move(request.query));
    both.of.push_back(std::move(parsed.tree));
    request.query = Node{std::move(both), {}};
}

bool has_positive_words(const Node& node) {
    if (std::holds_alternative<Word>(node.is) || std::holds_alternative<Phrase>(node.is) || std::holds_alternative<Expansion>(node.is)) return true;
    const std::vector<const Node*> parts = parts_of(node);
    return !std::holds_alternative<Not>(node.is) && std::any_of(parts.begin(), parts.end(), [](const Node* part) { return has_positive_words(*part); });
}

}  // namespace minutes
