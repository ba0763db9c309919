#include "searcher/render_count.hpp"

#include "analyzers/json_text.hpp"
#include "searcher/context.hpp"
#include "searcher/json_counts.hpp"
#include "searcher/json_values.hpp"
#include "searcher/printable.hpp"
#include "searcher/render.hpp"
#include "searcher/render_widened.hpp"

#include <algorithm>
#include <cstdio>

namespace minutes {
namespace {

using Json = nlohmann::ordered_json;

/// Two digits after the point for people, six for programs.
std::string fixed(double value, int digits) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

bool is_few(const CountCell& cell) { return cell.occurrences < kFew; }

/// A column of a text table: right-aligned unless it holds values of a field.
struct Column {
    std::string title;
    bool left = false;
};

std::string padded(const std::string& text, std::size_t width, bool left) {
    const std::size_t length = characters_in(text);
    const std::string space(width > length ? width - length : 0, ' ');
    return left ? text + space : space + text;
}

std::string table(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const Column& column : columns) widths.push_back(characters_in(column.title));
    for (const std::vector<std::string>& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], characters_in(row[i]));
    std::string text;
    const auto add = [&](const auto& cell_of, std::size_t size) {
        std::string line;
        for (std::size_t i = 0; i < size; ++i) line += (i ? "  " : "") + padded(cell_of(i), widths[i], columns[i].left);
        text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
    };
    add([&](std::size_t i) { return columns[i].title; }, columns.size());
    for (const std::vector<std::string>& row : rows) add([&](std::size_t i) { return row[i]; }, row.size());
    return text;
}

std::vector<std::string> text_row(const CountAnswer& answer, const CountCell& cell) {
    std::vector<std::string> row;
    for (std::size_t i = 0; i < answer.by.size(); ++i)
        row.push_back(cell.values.empty() ? (i == 0 ? "all" : "") : cell.values[i].empty() ? "(not stated)" : printable(cell.values[i]));
    const std::string least = cell.at_least ? "≥" : "";
    if (answer.rated) row.push_back(least + grouped(cell.occurrences));
    row.push_back(least + grouped(cell.passages));
    row.push_back(grouped(cell.meetings));
    row.push_back(grouped(cell.searched.words));
    if (answer.rated) {
        const std::optional<double> rate = rate_of(cell);
        const std::optional<RateInterval> interval = interval_of(cell);
        row.push_back(rate ? fixed(*rate, 2) + (is_few(cell) ? "*" : " ") : "");
        row.push_back(interval ? fixed(interval->low, 2) + "–" + fixed(interval->high, 2) : "");
        row.push_back(cell.dispersion ? fixed(*cell.dispersion, 2) : "");
    }
    for (const std::string* text : {&cell.first_date, &cell.last_date}) row.push_back(*text);
    row.push_back(cell.gap.days ? grouped(cell.gap.days) : "");
    return row;
}

std::vector<Column> text_columns(const CountAnswer& answer) {
    std::vector<Column> columns;
    for (const Field* field : answer.by) columns.push_back({std::string(field->name), true});
    if (answer.rated) columns.push_back({"occurrences"});
    for (const char* title : {"passages", "meetings", "words searched"}) columns.push_back({title});
    if (answer.rated)
        for (const char* title : {"per 10,000 ", "95 % interval", "DP"}) columns.push_back({title});
    for (const char* title : {"first", "last", "longest gap"}) columns.push_back({title});
    return columns;
}

std::string by_text(const CountAnswer& answer) {
    std::string text;
    for (const Field* field : answer.by) text += (text.empty() ? "" : " and ") + std::string(field->name);
    return text;
}

bool has_least(const CountAnswer& answer) {
    return answer.all.at_least || std::any_of(answer.cells.begin(), answer.cells.end(), [](const CountCell& cell) { return cell.at_least; });
}

/// What the columns mean, as far as this table has them.
std::string legend(const CountAnswer& answer) {
    std::string text = "Words searched: all words of the passages and titles in the zones searched that the filters leave";
    if (!answer.by.empty()) text += " and that bear the " + by_text(answer) + " of the row";
    text += ".\n";
    std::string many;
    for (const Field* field : answer.by)
        if (field->many) many += (many.empty() ? "" : " or ") + std::string(field->name);
    if (!many.empty()) text += "A passage with several values of " + many + " counts in the row of each: columns may add up to more than the whole.\n";
    if (answer.rated) text += "Per 10,000: occurrences per 10,000 of these words, with the exact Poisson interval; * fewer than " + std::to_string(kFew) + " occurrences.\n"
                              "DP: how unevenly they lie over the meetings searched (Gries): 0 as the words do, towards 1 all in few of many meetings.\n";
    if (has_least(answer)) text += "≥: at least, for some of the items are cut short by their source.\n";
    return text + "First, last: days on which something answers; longest gap: days between two such days.\n";
}

Json cell_json(const CountAnswer& answer, const CountCell& cell) {
    Json json = Json::object();
    for (std::size_t i = 0; i < cell.values.size(); ++i) json["values"][std::string(answer.by[i]->name)] = or_null(cell.values[i]);
    json.update({{"occurrences", cell.occurrences}, {"passages", cell.passages}, {"meetings", cell.meetings}, {"at_least", cell.at_least},
                 {"records_searched", cell.searched.records}, {"incomplete_searched", cell.searched.cut}, {"words_searched", cell.searched.words}});
    const std::optional<double> rate = answer.rated ? rate_of(cell) : std::nullopt;
    const std::optional<RateInterval> interval = answer.rated ? interval_of(cell) : std::nullopt;
    json["per_10000"] = rate ? Json(std::stod(fixed(*rate, 6))) : Json(nullptr);
    json["interval"] = interval ? Json{std::stod(fixed(interval->low, 6)), std::stod(fixed(interval->high, 6))} : Json(nullptr);
    json["few"] = answer.rated && is_few(cell);
    json["dispersion"] = cell.dispersion ? Json(std::stod(fixed(*cell.dispersion, 6))) : Json(nullptr);
    json["first_date"] = or_null(cell.first_date);
    json["last_date"] = or_null(cell.last_date);
    json["gap"] = cell.gap.days ? Json{{"from", cell.gap.from}, {"to", cell.gap.to}, {"days", cell.gap.days}} : Json(nullptr);
    return json;
}

std::string json_row(const CountAnswer& answer, const CountCell& cell, std::string_view row) {
    Json json{{"format", "minutes-count-row"}, {"version", 1}, {"row", row}};
    json.update(cell_json(answer, cell));
    return json_line(json);
}

Cells cells_of_row(const CountAnswer& answer, const CountCell& cell, TableStyle style) {
    Cells cells{cell.values.empty() ? "all" : "cell"};
    for (std::size_t i = 0; i < answer.by.size(); ++i) cells.push_back(cell.values.empty() ? "" : cell.values[i]);
    for (const std::uint64_t number : {cell.occurrences, cell.passages, cell.meetings, std::uint64_t{cell.at_least}, cell.searched.records, cell.searched.cut, cell.searched.words})
        cells.push_back(std::to_string(number));
    const std::optional<double> rate = answer.rated ? rate_of(cell) : std::nullopt;
    const std::optional<RateInterval> interval = answer.rated ? interval_of(cell) : std::nullopt;
    cells.push_back(rate ? fixed(*rate, 6) : "");
    cells.push_back(interval ? fixed(interval->low, 6) : "");
    cells.push_back(interval ? fixed(interval->high, 6) : "");
    cells.push_back(answer.rated && is_few(cell) ? "1" : "0");
    cells.push_back(cell.dispersion ? fixed(*cell.dispersion, 6) : "");
    for (const std::string* date : {&cell.first_date, &cell.last_date}) cells.push_back(*date);
    cells.push_back(cell.gap.days ? std::to_string(cell.gap.days) : "");
    cells.push_back(table_format("minutes-count", style));
    return cells;
}

}  // namespace

std::string count_as_text(const CountAnswer& answer) {
    std::string text = counts_as_text(answer.counts, answer.base) + widened_as_text(answer.widened);
    if (answer.counts.passages > 0) text += "Searched " + scope_as_text(answer.counts.scope) + ".\n";
    std::vector<std::vector<std::string>> rows;
    for (const CountCell& cell : answer.cells) rows.push_back(text_row(answer, cell));
    if (answer.by.empty() && !answer.rated) return text;
    if (!answer.by.empty()) rows.push_back(text_row(answer, answer.all));
    if (rows.empty()) rows.push_back(text_row(answer, answer.all));
    return text + "\n" + table(text_columns(answer), rows) + "\n" + legend(answer);
}

std::string count_as_json(const CountAnswer& answer, std::string_view query) {
    Json json{{"format", "minutes-count"}, {"version", 1}, {"query", query}, {"counts", counts_json(answer.counts)}, {"base", base_json(answer.base)},
              {"notes", answer.notes}};
    if (!answer.widened.empty()) json["widened"] = widened_json(answer.widened);
    json["by"] = Json::array();
    for (const Field* field : answer.by) json["by"].push_back({{"field", field->name}, {"many", field->many}});
    json["all"] = cell_json(answer, answer.all);
    json["cells"] = Json::array();
    for (const CountCell& cell : answer.cells) json["cells"].push_back(cell_json(answer, cell));
    return json_block(json);
}

std::string count_as_json_lines(const CountAnswer& answer) {
    std::string text;
    for (const CountCell& cell : answer.cells) text += json_row(answer, cell, "cell");
    return text + json_row(answer, answer.all, "all");
}

std::string count_as_csv(const CountAnswer& answer, TableStyle style) {
    Cells header{"row"};
    for (const Field* field : answer.by) header.emplace_back(field->name);
    for (const char* column : {"occurrences", "passages", "meetings", "at_least", "records_searched", "incomplete_searched", "words_searched", "per_10000", "low_95",
                               "high_95", "few", "dispersion", "first_date", "last_date", "gap_days", "format"})
        header.emplace_back(column);
    std::string text = table_row(header, style);
    for (const CountCell& cell : answer.cells) text += table_row(cells_of_row(answer, cell, style), style);
    return text + table_row(cells_of_row(answer, answer.all, style), style);
}

}  // namespace minutes
