#include "searcher/export_rows.hpp"

#include "corpus/problem.hpp"
#include "searcher/printable.hpp"
#include "searcher/table.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <iterator>

namespace minutes {
namespace {

using Json = nlohmann::json;
using Each = std::function<void(const ExportRow&)>;

constexpr char kNoExport[] = "this is no export of minutes: ";

void check(ExportRow& row) {
    const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (row.sha256.size() != 64 || !std::all_of(row.sha256.begin(), row.sha256.end(), is_hex)) row.damage = "it has no SHA-256 of its source";
    for (const Quote& quote : row.quotes)
        if (quote.at.empty() && !quote.exact.empty()) row.damage = "it does not say where its text stands";
    if (row.path.empty()) row.damage = "it names no source file";
}

// --- Tables ---

std::size_t column(const Cells& header, std::string_view name) { return static_cast<std::size_t>(std::find(header.begin(), header.end(), name) - header.begin()); }

/// Where the columns stand that verifying needs.
struct Columns {
    explicit Columns(const Cells& header) : all(header.size()), header_(header) {}

    [[nodiscard]] std::string of(const Cells& cells, std::string_view name) const {
        const std::size_t at = column(header_, name);
        return at < cells.size() ? cells[at] : std::string();
    }
    [[nodiscard]] bool has(std::string_view name) const { return column(header_, name) < header_.size(); }

    std::size_t all;

private:
    const Cells& header_;
};

ExportRow table_export_row(const Columns& columns, const Cells& cells) {
    ExportRow row;
    row.id = columns.of(cells, "id");
    row.kind = columns.of(cells, "kind");
    row.path = columns.of(cells, "path");
    row.sha256 = columns.of(cells, "sha256");
    const std::vector<Span> spans = spans_from_text(columns.of(cells, "spans"));
    const Quote quote{columns.of(cells, "quote"), columns.of(cells, "prefix"), columns.of(cells, "suffix"),
                      columns.has("quote_spans") ? spans_from_text(columns.of(cells, "quote_spans")) : spans, 0};
    if (columns.has("text")) row.quotes.push_back({columns.of(cells, "text"), "", "", spans, 0});
    if (!quote.exact.empty()) row.quotes.push_back(quote);
    check(row);
    return row;
}

void require_columns(const Columns& columns) {
    for (const std::string_view name : {"id", "path", "sha256", "spans", "format"})
        if (!columns.has(name)) throw Refused(kNoExport + std::string("its first line has no column ") + std::string(name));
    if (!columns.has("text") && !columns.has("quote")) throw Refused(kNoExport + std::string("it has neither a column text nor a column quote"));
}

void read_rows(std::istream& in, bool tabs, const Each& each) {
    TableReader reader(in, tabs);
    Cells header, cells;
    if (!reader.next(header)) throw Refused(kNoExport + std::string("it is empty"));
    const Columns columns(header);
    require_columns(columns);
    for (std::size_t number = 1; reader.next(cells); ++number) {
        if (cells.size() == 1 && cells.front().empty()) continue;  // an empty line at the end
        ExportRow row;
        const std::string format = columns.of(cells, "format");
        if (reader.cut() || cells.size() < columns.all || !format.starts_with("minutes-")) {
            row.damage = "it is cut off, or some of its cells were taken out";
        } else {
            if (!format.ends_with("+raw")) std::transform(cells.begin(), cells.end(), cells.begin(), [](const std::string& cell) { return unguarded(cell); });
            row = table_export_row(columns, cells);
        }
        row.number = number;
        each(row);
    }
}

// --- JSON ---

std::string string_of(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<Span> spans_of(const Json& object, const char* name) {
    std::vector<Span> spans;
    const auto found = object.find(name);
    if (found == object.end() || !found->is_array()) return {};
    for (const Json& pair : *found) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number_unsigned() || !pair[1].is_number_unsigned()) return {};
        const auto begin = pair[0].get<std::uint64_t>(), end = pair[1].get<std::uint64_t>();
        if (end < begin || end > 0xFFFFFFFFu) return {};
        spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }
    return spans;
}

Quote quote_from(const Json& object) {
    return {string_of(object, "exact"), string_of(object, "prefix"), string_of(object, "suffix"), spans_of(object, "at"), 0};
}

ExportRow json_export_row(const Json& object) {
    ExportRow row;
    if (!object.is_object() || !object.contains("source") || !object["source"].is_object()) {
        row.damage = "it has no source";
        return row;
    }
    const Json& source = object["source"];
    row.id = string_of(object, "id");
    row.kind = string_of(object, "kind");
    row.path = string_of(source, "path");
    row.sha256 = string_of(source, "sha256");
    if (object.contains("text")) row.quotes.push_back({string_of(object, "text"), "", "", spans_of(source, "parts"), 0});
    if (const auto quote = object.find("quote"); quote != object.end() && quote->is_object()) row.quotes.push_back(quote_from(*quote));
    if (const auto quotes = object.find("quotes"); quotes != object.end() && quotes->is_array())
        for (const Json& quote : *quotes)
            if (quote.is_object()) row.quotes.push_back(quote_from(quote));
    check(row);
    return row;
}

/// The name of the array of rows in a document of this format; "" if it has none.
std::string_view rows_name(std::string_view format) {
    static constexpr std::pair<std::string_view, std::string_view> kNames[] = {
        {"minutes-search", "hits"}, {"minutes-mentions", "mentions"}, {"minutes-decisions", "rows"}, {"minutes-show", "passages"}};
    for (const auto& [name, rows] : kNames)
        if (name == format) return rows;
    return {};
}

void read_document_rows(const std::string& bytes, const Each& each) {
    const Json document = Json::parse(bytes, nullptr, false);
    if (document.is_discarded()) throw Refused(kNoExport + std::string("its JSON is cut off or broken; exports of one row a line (--format jsonl) can be read as far as they go"));
    const std::string rows(rows_name(document.is_object() ? string_of(document, "format") : std::string()));
    if (rows.empty() || !document.contains(rows) || !document[rows].is_array())
        throw Refused(kNoExport + std::string("its JSON has no format of search, mentions, decisions or show"));
    std::size_t number = 0;
    for (const Json& object : document[rows]) {
        ExportRow row = json_export_row(object);
        row.number = ++number;
        each(row);
    }
}

void read_lines(std::string line, std::istream& in, const Each& each) {
    std::size_t number = 0;
    do {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const Json object = Json::parse(line, nullptr, false);
        ExportRow row;
        if (object.is_discarded()) row.damage = "it is cut off, or no JSON";
        else row = json_export_row(object);
        row.number = ++number;
        each(row);
    } while (std::getline(in, line));
}

/// Whether a first line is a whole JSON object that stands for a row, and not the start of a document.
bool is_json_row(const std::string& line) {
    const Json object = Json::parse(line, nullptr, false);
    return object.is_object() && rows_name(string_of(object, "format")).empty();
}

}  // namespace

void read_export(std::istream& in, const Each& each) {
    std::string start(3, '\0');
    in.read(start.data(), 3);
    const bool marked = start == "\xEF\xBB\xBF";  // a spreadsheet saved it
    in.clear();
    in.seekg(marked ? 3 : 0);
    std::string line;
    if (!std::getline(in, line)) throw Refused(kNoExport + std::string("it is empty"));
    if (line.starts_with('{')) {
        if (is_json_row(line)) return read_lines(std::move(line), in, each);
        return read_document_rows(line + "\n" + std::string(std::istreambuf_iterator<char>(in), {}), each);
    }
    in.clear();
    in.seekg(marked ? 3 : 0);
    read_rows(in, line.find('\t') != std::string::npos, each);
}

}  // namespace minutes
