#include "searcher/render_coverage.hpp"

#include "analyzers/json_text.hpp"
#include "searcher/json_counts.hpp"
#include "searcher/json_values.hpp"
#include "searcher/printable.hpp"
#include "searcher/render.hpp"

#include <algorithm>
#include <cstdio>

namespace minutes {
namespace {

using Json = nlohmann::ordered_json;
using Pairs = std::vector<std::pair<std::string, std::string>>;

// --- Text ---

std::string period(const std::string& first, const std::string& last) { return first == last ? long_date(first) : long_date(first) + " to " + long_date(last); }

std::string or_unknown(std::string_view value, std::string_view what) { return value.empty() ? "(" + std::string(what) + " not stated)" : printable(value); }

std::string share(std::uint64_t part, std::uint64_t whole) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f%%", whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole));
    return text;
}

std::string meetings_text(const CoverageRow& row) {
    std::string text = counted(row.meetings, "meeting");
    if (!row.first_date.empty()) text += ", " + period(row.first_date, row.last_date);
    return text + (row.undated ? ", " + grouped(row.undated) + " undated" : "");
}

std::string gap_text(const Silence& gap) { return counted(gap.days, "day") + ", " + long_date(gap.from) + " to " + long_date(gap.to); }

/// What a reader should know before trusting the row.
std::string trust_text(const CoverageRow& row, std::uint32_t gap_days) {
    std::string text = grouped(row.unresolved_speakers) + " of " + counted(row.speakers, "speaker turn") + " without a role (" +
                       share(row.unresolved_speakers, row.speakers) + "), " + grouped(row.ambiguous_speakers) + " ambiguous (" + share(row.ambiguous_speakers, row.speakers) + ")";
    if (row.missing_items) text += "; " + counted(row.missing_items, "item number") + " missing";
    if (row.missing_paragraphs) text += "; " + counted(row.missing_paragraphs, "paragraph number") + " missing";
    if (row.gap.days) text += "; longest gap " + gap_text(row.gap);
    if (row.long_gaps) text += "; " + counted(row.long_gaps, "gap") + " of more than " + counted(gap_days, "day");
    text += "; read as";
    for (const auto& [layout, documents] : row.layouts) text += " " + layout + " " + grouped(documents);
    return text;
}

std::string committee_text(const CoverageRow& row, std::uint32_t gap_days, bool by_year) {
    std::string text = "  " + or_unknown(row.committee, "committee");
    if (by_year) text += ", " + or_unknown(row.year, "year");
    text += ": " + meetings_text(row) + "; " + counted(row.items, "item");
    if (row.incomplete_items) text += " (" + grouped(row.incomplete_items) + " cut short)";
    return text + ", " + counted(row.passages, "passage") + ", " + counted(row.words, "word") + "\n      " + trust_text(row, gap_days) + "\n";
}

std::string list_text(const char* title, const Pairs& rows) {
    if (rows.empty()) return {};
    std::string text = std::string("\n") + title + "\n";
    for (const auto& [path, what] : rows) text += "  " + printable(path) + ": " + printable(what) + "\n";
    return text;
}

std::string gaps_text(const Coverage& coverage) {
    std::string text = "\nGaps of more than " + counted(coverage.gap_days, "day") + " between two meetings" + (coverage.gaps.empty() ? ": none\n" : "\n");
    for (const CommitteeGap& gap : coverage.gaps)
        text += "  " + or_unknown(gap.council, "council") + " · " + or_unknown(gap.committee, "committee") + ": " + gap_text(gap.gap) + "\n";
    return text;
}

// --- JSON ---

Json silence_json(const Silence& gap) { return gap.days ? Json{{"from", gap.from}, {"to", gap.to}, {"days", gap.days}} : Json(nullptr); }

Json row_json(const CoverageRow& row) {
    Json layouts = Json::object();
    for (const auto& [layout, documents] : row.layouts) layouts[layout] = documents;
    Json json{{"council", or_null(row.council)}, {"committee", or_null(row.committee)}, {"meetings", row.meetings}, {"undated", row.undated},
              {"first_date", or_null(row.first_date)}, {"last_date", or_null(row.last_date)}, {"items", row.items}, {"incomplete_items", row.incomplete_items},
              {"passages", row.passages}, {"words", row.words}, {"speakers", row.speakers}, {"unresolved_speakers", row.unresolved_speakers},
              {"ambiguous_speakers", row.ambiguous_speakers}, {"missing_items", row.missing_items}, {"missing_paragraphs", row.missing_paragraphs},
              {"documents", row.documents}, {"layouts", std::move(layouts)}, {"longest_gap", silence_json(row.gap)}, {"long_gaps", row.long_gaps}};
    if (!row.year.empty()) json["year"] = row.year;
    return json;
}

Json pairs_json(const Pairs& pairs, const char* first, const char* second) {
    Json json = Json::array();
    for (const auto& [a, b] : pairs) json.push_back({{first, a}, {second, b}});
    return json;
}

// --- Rows ---

std::string number(std::uint64_t value) { return std::to_string(value); }

std::string layouts_cell(const CoverageRow& row) {
    std::string text;
    for (const auto& [layout, documents] : row.layouts) text += (text.empty() ? "" : "; ") + layout + " " + number(documents);
    return text;
}

// --- Absence ---

std::string absent_meeting_text(const ScopeMeeting& meeting) {
    return "    " + (meeting.date.empty() ? "(date not stated)" : long_date(meeting.date)) + "  " + meeting.id + "  " + printable(meeting.path) +
           (meeting.incomplete_items ? "  not proved: " + counted(meeting.incomplete_items, "item") + " cut short by the source" : "") + "\n";
}

std::string count_incomplete(const AbsentAnswer& answer) {
    std::uint64_t meetings = 0;
    for (const ScopeMeeting& meeting : answer.meetings) meetings += meeting.incomplete_items > 0;
    return meetings ? "; in " + grouped(meetings) + " of them absence is not proved, for the source cuts items short" : "";
}

}  // namespace

std::string coverage_as_text(const Coverage& coverage, bool list_gaps) {
    const CoverageRow& all = coverage.all;
    std::string text = counted(all.documents, "document") + ", " + counted(all.meetings, "meeting") + ", " + counted(all.passages, "passage") + ", " + counted(all.words, "word");
    if (!all.first_date.empty()) text += ", " + period(all.first_date, all.last_date);
    text += ".\n";
    if (all.undated) text += counted(all.undated, "meeting") + " without a date in the text.\n";
    if (all.incomplete_items) text += counted(all.incomplete_items, "item") + " cut short by the source: counts that touch them say \"at least\".\n";
    if (all.meetings) text += trust_text(all, coverage.gap_days) + ".\n";
    const bool by_year = coverage.committees.size() > 0 && std::any_of(coverage.committees.begin(), coverage.committees.end(), [](const CoverageRow& row) { return !row.year.empty(); });
    auto council = coverage.councils.begin();
    for (const CoverageRow& row : coverage.committees) {
        if (council != coverage.councils.end() && council->council == row.council) {
            text += "\n" + or_unknown(council->council, "council") + ": " + meetings_text(*council) + ", " + counted(council->words, "word") + "\n";
            ++council;
        }
        text += committee_text(row, coverage.gap_days, by_year);
    }
    if (list_gaps) text += gaps_text(coverage);
    Pairs undated;
    for (const UndatedMeeting& meeting : coverage.undated) undated.emplace_back(meeting.path, or_unknown(meeting.committee, "committee") + ", " + meeting.id);
    return text + list_text("Meetings without a date in the text", undated) + list_text("Skipped", coverage.skipped) +
           list_text("Same bytes as another file, counted once", coverage.duplicates) + list_text("Problems", coverage.problems);
}

std::string coverage_as_json(const Coverage& coverage) {
    Json json{{"format", "minutes-coverage"}, {"version", 1}, {"base", base_json(coverage.base)}, {"notes", coverage.notes}, {"all", row_json(coverage.all)}};
    json["councils"] = Json::array();
    for (const CoverageRow& row : coverage.councils) json["councils"].push_back(row_json(row));
    json["committees"] = Json::array();
    for (const CoverageRow& row : coverage.committees) json["committees"].push_back(row_json(row));
    json["gap_days"] = coverage.gap_days;
    json["gaps"] = Json::array();
    for (const CommitteeGap& gap : coverage.gaps)
        json["gaps"].push_back({{"council", or_null(gap.council)}, {"committee", or_null(gap.committee)}, {"from", gap.gap.from}, {"to", gap.gap.to}, {"days", gap.gap.days}});
    json["undated"] = Json::array();
    for (const UndatedMeeting& meeting : coverage.undated)
        json["undated"].push_back({{"id", meeting.id}, {"council", or_null(meeting.council)}, {"committee", or_null(meeting.committee)}, {"path", meeting.path}});
    json["layouts"] = Json::array();
    for (const auto& [layout, files] : coverage.all.layouts) json["layouts"].push_back({{"layout", layout}, {"files", files}});
    json["skipped"] = pairs_json(coverage.skipped, "path", "reason");
    json["duplicates"] = pairs_json(coverage.duplicates, "path", "same_as");
    json["problems"] = pairs_json(coverage.problems, "path", "problem");
    return json_block(json);
}

std::string coverage_as_csv(const Coverage& coverage, TableStyle style) {
    std::string text = table_row({"council", "committee", "meetings", "undated", "first_date", "last_date", "items", "incomplete_items", "passages", "words", "speakers",
                               "unresolved_speakers", "ambiguous_speakers", "missing_items", "missing_paragraphs", "documents", "longest_gap_days", "gap_from", "gap_to",
                               "long_gaps", "layouts", "year", "format"}, style);
    for (const CoverageRow& c : coverage.committees)
        text += table_row({c.council, c.committee, number(c.meetings), number(c.undated), c.first_date, c.last_date, number(c.items), number(c.incomplete_items),
                        number(c.passages), number(c.words), number(c.speakers), number(c.unresolved_speakers), number(c.ambiguous_speakers), number(c.missing_items),
                        number(c.missing_paragraphs), number(c.documents), c.gap.days ? number(c.gap.days) : "", c.gap.from, c.gap.to, number(c.long_gaps),
                        layouts_cell(c), c.year, table_format("minutes-coverage", style)}, style);
    return text;
}

std::string absent_as_text(const AbsentAnswer& answer) {
    const Denominator& scope = answer.counts.scope;
    std::string text = "Nothing in " + grouped(answer.meetings.size()) + " of " + scope_as_text(scope) + count_incomplete(answer) + ".\n";
    if (!answer.counts.elsewhere.empty()) text += "In other zones: " + elsewhere_as_text(answer.counts) + ".\n";
    if (!answer.committees.empty()) text += "\nCommittees without any\n";
    for (const AbsentCommittee& row : answer.committees) {
        text += "  " + or_unknown(row.council, "council") + " · " + or_unknown(row.committee, "committee") + ": 0 in " + counted(row.meetings, "meeting");
        if (!row.first_date.empty()) text += ", " + period(row.first_date, row.last_date);
        text += (row.incomplete_items ? "; not proved: " + counted(row.incomplete_items, "item") + " cut short by the source" : "") + "\n";
    }
    std::pair<std::string_view, std::string_view> place{"\n", "\n"};
    for (const ScopeMeeting& meeting : answer.meetings) {
        if (const std::pair<std::string_view, std::string_view> here{meeting.council, meeting.committee}; here != place) {
            text += "\n" + or_unknown(meeting.council, "council") + " · " + or_unknown(meeting.committee, "committee") + "\n";
            place = here;
        }
        text += absent_meeting_text(meeting);
    }
    return text;
}

std::string absent_as_json(const AbsentAnswer& answer, std::string_view query) {
    Json json{{"format", "minutes-absent"}, {"version", 1}, {"query", query}, {"counts", counts_json(answer.counts)}, {"notes", answer.notes}};
    json["committees"] = Json::array();
    for (const AbsentCommittee& row : answer.committees)
        json["committees"].push_back({{"council", or_null(row.council)}, {"committee", or_null(row.committee)}, {"meetings", row.meetings},
                                      {"first_date", or_null(row.first_date)}, {"last_date", or_null(row.last_date)}, {"incomplete_items", row.incomplete_items}});
    json["meetings"] = Json::array();
    for (const ScopeMeeting& meeting : answer.meetings)
        json["meetings"].push_back({{"id", meeting.id}, {"council", or_null(meeting.council)}, {"committee", or_null(meeting.committee)}, {"date", or_null(meeting.date)},
                                    {"path", meeting.path}, {"incomplete_items", meeting.incomplete_items}, {"proved", meeting.incomplete_items == 0}});
    return json_block(json);
}

std::string absent_as_csv(const AbsentAnswer& answer, TableStyle style) {
    std::string text = table_row({"id", "council", "committee", "date", "path", "incomplete_items", "proved", "format"}, style);
    for (const ScopeMeeting& m : answer.meetings)
        text += table_row({m.id, m.council, m.committee, m.date, m.path, number(m.incomplete_items), m.incomplete_items ? "0" : "1", table_format("minutes-absent", style)}, style);
    return text;
}

}  // namespace minutes
