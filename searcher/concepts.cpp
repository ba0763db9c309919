#include "searcher/concepts.hpp"

#include "corpus/document.hpp"
#include "corpus/problem.hpp"
#include "searcher/query.hpp"

#include <algorithm>

namespace minutes {

extern const std::string_view k_concepts_tsv;

namespace {

std::vector<std::string_view> cells_of(std::string_view text, char separator) {
    std::vector<std::string_view> cells;
    for (std::size_t end = 0; end != std::string_view::npos; text.remove_prefix(std::min(end + 1, text.size()))) {
        end = text.find(separator);
        cells.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
    }
    return cells;
}

bool is_name(std::string_view name) {
    return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

[[noreturn]] void refuse(std::size_t line, const std::string& why) { throw Refused("concepts: line " + std::to_string(line) + ": " + why); }

Concept read_row(std::string_view row, std::size_t line) {
    const std::vector<std::string_view> cells = cells_of(row, '\t');
    Concept made{std::string(cells.front()), {}};
    if (!is_name(made.name)) refuse(line, "\"" + made.name + "\" is no name; use lower case letters, digits and hyphens");
    for (std::size_t i = 1; i < cells.size(); ++i) {
        if (cells[i].empty()) continue;
        const Parsed parsed = parse_query(cells[i]);
        if (!parsed.problem.message.empty()) refuse(line, "\"" + std::string(cells[i]) + "\": " + parsed.problem.message);
        if (!std::holds_alternative<Word>(parsed.tree.is) && !std::holds_alternative<Phrase>(parsed.tree.is))
            refuse(line, "\"" + std::string(cells[i]) + "\" is neither a word nor a phrase; put several words in quotes");
        made.variants.emplace_back(cells[i]);
    }
    if (made.variants.empty()) refuse(line, made.name + " has no variants; write them behind tabs");
    return made;
}

}  // namespace

const Concept* ConceptTable::find(std::string_view name) const {
    const auto found = std::find_if(concepts.begin(), concepts.end(), [&](const Concept& one) { return one.name == name; });
    return found == concepts.end() ? nullptr : &*found;
}

ConceptTable read_concepts(std::string_view text) {
    constexpr std::string_view kVersion = "# version: ";
    ConceptTable table;
    table.sha256 = sha256_hex(text);
    std::size_t line = 0;
    for (std::string_view row : cells_of(text, '\n')) {
        ++line;
        if (row.ends_with('\r')) row.remove_suffix(1);
        if (row.starts_with(kVersion)) table.version = row.substr(kVersion.size());
        if (row.empty() || row.front() == '#') continue;
        Concept made = read_row(row, line);
        if (table.find(made.name) != nullptr) refuse(line, made.name + " stands twice");
        table.concepts.push_back(std::move(made));
    }
    std::sort(table.concepts.begin(), table.concepts.end(), [](const Concept& a, const Concept& b) { return a.name < b.name; });
    return table;
}

const ConceptTable& own_concepts() {
    static const ConceptTable table = read_concepts(k_concepts_tsv);
    return table;
}

}  // namespace minutes
