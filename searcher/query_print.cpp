#include "analyzers/words/word_form.hpp"
#include "searcher/query.hpp"

#include <algorithm>

namespace minutes {
namespace {

/// A value as it could be typed: in quotes unless it is one plain word.
std::string value_text(std::string_view value) {
    const bool plain = !value.empty() && value.find_first_of(" ()\"") == std::string_view::npos;
    return plain ? std::string(value) : '"' + std::string(value) + '"';
}

std::string list_of(std::string_view name, const std::vector<Node>& nodes) {
    std::string text = "(" + std::string(name);
    for (const Node& node : nodes) text += ' ' + to_string(node);
    return text + ')';
}

/// One word of a phrase: exact forms need no sign there.
std::string phrase_word(const Word& word) { return word.prefix ? word.form + '*' : word.form; }

std::string place_text(const Place& place) {
    std::string text;
    for (const Word& word : place.any) text += (text.empty() ? "" : "|") + phrase_word(word);
    return place.any.size() == 1 ? text : '(' + text + ')';
}

struct Printer {
    std::string operator()(const Everything&) const { return "(everything)"; }
    std::string operator()(const Word& word) const {
        if (word.prefix) return word.form + '*';
        std::string text = word.stem.empty() ? '=' + word.form : word.form;
        for (const std::string& other : word.family) text += '+' + other;
        return text;
    }
    std::string operator()(const Phrase& phrase) const {
        std::string text;
        for (const Place& place : phrase.places) text += (text.empty() ? "\"" : " ") + place_text(place);
        return text + '"' + (phrase.slop > 0 ? '~' + std::to_string(phrase.slop) : "");
    }
    std::string operator()(const Near& near) const {
        std::string text = "(" + to_string(near.operands.front());
        for (std::size_t i = 0; i < near.links.size(); ++i)
            text += (near.links[i].ordered ? " ADJ/" : " NEAR/") + std::to_string(near.links[i].n) + ' ' + to_string(near.operands[i + 1]);
        return text + ')';
    }
    std::string operator()(const Start& start) const { return '^' + to_string(*start.of); }
    std::string operator()(const Scope& scope) const {
        return std::string(scope.unit == ScopeUnit::item ? "item" : "meeting") + ":{" + to_string(*scope.of) + '}';
    }
    std::string operator()(const Expansion& expansion) const {
        const std::string_view sign = expansion.kind == ExpansionKind::acronym ? "~" : expansion.kind == ExpansionKind::concept_ ? "concept:" : "";
        std::string text = std::string(sign) + value_text(expansion.name);
        for (const Node& node : expansion.alternatives) text += (&node == &expansion.alternatives.front() ? "{" : " ") + to_string(node);
        return expansion.alternatives.empty() ? text : text + '}';
    }
    std::string operator()(const Filter& filter) const {
        std::string values;
        for (const std::string& value : filter.values) values += (values.empty() ? "" : " ") + value_text(value);
        if (filter.values.size() != 1) values = '(' + values + ')';
        return std::string(filter.field->name) + ':' + values;
    }
    std::string operator()(const DateRange& range) const { return "date:" + range.from + ".." + range.to; }
    std::string operator()(const All& all) const { return list_of("and", all.of); }
    std::string operator()(const Any& any) const { return list_of("or", any.of); }
    std::string operator()(const Not& negated) const { return "(not " + to_string(*negated.of) + ')'; }
};

/// Characters of a query shown to either side of a fault in a long one.
constexpr std::size_t kShownBefore = 60, kShownAfter = 40;

struct Shown { std::string text; std::uint32_t at; };  ///< one character of the query and its byte there

/// The characters of a query, white space and what a terminal might obey made harmless.
std::vector<Shown> characters(std::string_view text, std::size_t end) {
    std::vector<Shown> list;
    for (std::size_t i = 0; i < std::min(end, text.size());) {
        const auto [c, next] = decode(text, i);
        std::string shown(text.substr(i, next - i));
        if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) shown = " ";
        else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (next == i + 1 && c > 0x7F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) shown = "?";
        list.push_back({shown, static_cast<std::uint32_t>(i)});
        i = next;
    }
    return list;
}

}  // namespace

std::string to_string(const Node& node) { return std::visit(Printer{}, node.is); }

std::vector<const Node*> parts_of(const Node& node) {
    std::vector<const Node*> parts;
    const auto add = [&](const std::vector<Node>& nodes) { for (const Node& part : nodes) parts.push_back(&part); };
    if (const auto* all = std::get_if<All>(&node.is)) add(all->of);
    if (const auto* any = std::get_if<Any>(&node.is)) add(any->of);
    if (const auto* near = std::get_if<Near>(&node.is)) add(near->operands);
    if (const auto* expansion = std::get_if<Expansion>(&node.is)) add(expansion->alternatives);
    if (const auto* negated = std::get_if<Not>(&node.is)) parts.push_back(&*negated->of);
    if (const auto* start = std::get_if<Start>(&node.is)) parts.push_back(&*start->of);
    if (const auto* scope = std::get_if<Scope>(&node.is)) parts.push_back(&*scope->of);
    return parts;
}

std::string with_caret(std::string_view text, const Problem& problem) {
    const std::vector<Shown> shown = characters(text, problem.at.end + 4 * (kShownBefore + kShownAfter));
    const auto column = [&](std::uint32_t byte) {
        return static_cast<std::size_t>(std::partition_point(shown.begin(), shown.end(), [&](const Shown& c) { return c.at < byte; }) - shown.begin());
    };
    const std::size_t fault = column(problem.at.begin), fault_end = std::max(column(problem.at.end), fault + 1);
    const std::size_t first = fault > kShownBefore ? fault - kShownBefore : 0;
    const std::size_t last = std::min(shown.size(), fault + kShownAfter);
    std::string line = first > 0 ? "…" : "", caret(fault - first + (first > 0 ? 1 : 0), ' ');
    for (std::size_t i = first; i < last; ++i) line += shown[i].text;
    if (last < shown.size()) line += "…";
    caret += '^' + std::string(std::max(std::min(fault_end, last), fault + 1) - fault - 1, '~');
    return line + '\n' + caret + '\n' + problem.message;
}

}  // namespace minutes
