#include "searcher/render.hpp"

#include "searcher/printable.hpp"

namespace minutes {
namespace {

using Cells = std::vector<std::string>;

std::string row(const Cells& cells) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text += ',';
        text += csv_cell(cells[i]);
    }
    return text + "\r\n";
}

/// Several values in one cell.
std::string joined(const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) {
        if (!text.empty()) text += "; ";
        text += value;
    }
    return text;
}

std::string yes_no(bool value) { return value ? "yes" : "no"; }
std::string number(std::uint64_t value) { return std::to_string(value); }

Cells record_cells(const Record& r) {
    return {r.id, r.council, r.committee, r.date, r.item_number, r.item_title, r.paragraph, r.kind, joined(roles_of(r)), joined(persons_of(r)),
            yes_no(r.item_incomplete)};
}

const Cells kRecordColumns = {"id", "council", "committee", "date", "item", "item_title", "paragraph", "kind", "roles", "persons", "item_incomplete"};

/// Columns that came later stand at the end, so that a reader by position finds the older ones where they were.
Cells later_cells(const Record& r) { return {r.zone, joined(acts_of(r))}; }

const Cells kLaterColumns = {"zone", "acts"};

Cells with(Cells cells, const Cells& more) {
    cells.insert(cells.end(), more.begin(), more.end());
    return cells;
}

}  // namespace

std::string search_csv_header() { return row(with(with(kRecordColumns, {"occurrences", "text", "path", "sha256", "line"}), kLaterColumns)); }

std::string hit_as_csv(const Hit& hit) {
    const Record& r = hit.record;
    return row(with(with(record_cells(r), {number(hit.hits.size()), r.text, r.path, r.sha256, number(r.line)}), later_cells(r)));
}

std::string mentions_csv_header() { return row(with(with(kRecordColumns, {"left", "match", "right", "path", "begin", "end", "sha256", "line"}), kLaterColumns)); }

std::string mention_as_csv(const KwicLine& mention) {
    const Record& r = *mention.record;
    return row(with(with(record_cells(r), {mention.left, mention.match, mention.right, r.path, number(mention.in_source.begin),
                                           number(mention.in_source.end), r.sha256, number(r.line)}),
                    later_cells(r)));
}

std::string showing_as_csv(const Showing& showing) {
    std::string text = row(with(with(kRecordColumns, {"text", "path", "sha256", "line"}), kLaterColumns));
    for (const Record& r : showing.records) text += row(with(with(record_cells(r), {r.text, r.path, r.sha256, number(r.line)}), later_cells(r)));
    return text;
}

}  // namespace minutes
