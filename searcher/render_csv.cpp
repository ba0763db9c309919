#include "searcher/render.hpp"

#include "searcher/printable.hpp"
#include "searcher/quote.hpp"

namespace minutes {
namespace {

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

/// What locates a row: the ids above the passage, and where its text stands.
const Cells kPlaceColumns = {"item_id", "meeting_id", "spans"};

/// The last cells of a row of `format`; in the header the last column is called "format".
Cells place_cells(const Record& r, const std::vector<Span>& spans) { return {r.item_id, r.meeting_id, to_text(spans)}; }

const Cells kQuoteColumns = {"quote", "prefix", "suffix", "quote_spans", "page", "quote_page"};

Cells quote_cells(const Hit& hit) {
    const std::string page = page_or_empty(hit.record.page);
    if (hit.hits.empty()) return {"", "", "", "", page, ""};
    const Quote quote = quote_of(hit.record, hit.hits.front());
    return {quote.exact, quote.prefix, quote.suffix, to_text(quote.at), page, page_or_empty(quote.page)};
}

}  // namespace

std::string search_csv_header(TableStyle style) {
    return table_row(with(with(with(with(kRecordColumns, {"occurrences", "text", "path", "sha256", "line"}), kLaterColumns), kPlaceColumns), with(kQuoteColumns, {"format"})), style);
}

std::string hit_as_csv(const Hit& hit, TableStyle style) {
    const Record& r = hit.record;
    const Cells found = with(with(record_cells(r), {number(hit.hits.size()), r.text, r.path, r.sha256, number(r.line)}), later_cells(r));
    return table_row(with(with(found, place_cells(r, r.parts)), with(quote_cells(hit), {table_format("minutes-search", style)})), style);
}

std::string mentions_csv_header(TableStyle style) {
    const Cells found = with(with(kRecordColumns, {"left", "match", "right", "path", "begin", "end", "sha256", "line"}), kLaterColumns);
    return table_row(with(with(found, kPlaceColumns), {"quote", "prefix", "suffix", "page", "format"}), style);
}

std::string mention_as_csv(const KwicLine& mention, TableStyle style) {
    const Record& r = *mention.record;
    const Quote quote = quote_of(r, mention.in_text);
    const Cells found = with(with(record_cells(r), {mention.left, mention.match, mention.right, r.path, number(mention.in_source.begin),
                                                    number(mention.in_source.end), r.sha256, number(r.line)}),
                             later_cells(r));
    return table_row(with(with(found, place_cells(r, quote.at)), {quote.exact, quote.prefix, quote.suffix, page_or_empty(quote.page), table_format("minutes-mentions", style)}), style);
}

std::string showing_as_csv(const Showing& showing, TableStyle style) {
    const Cells columns = with(with(kRecordColumns, {"text", "path", "sha256", "line"}), kLaterColumns);
    std::string text = table_row(with(with(columns, kPlaceColumns), {"page", "format"}), style);
    for (const Record& r : showing.records)
        text += table_row(with(with(with(record_cells(r), {r.text, r.path, r.sha256, number(r.line)}), later_cells(r)),
                               with(place_cells(r, r.parts), {page_or_empty(r.page), table_format("minutes-show", style)})),
                          style);
    return text;
}

}  // namespace minutes
