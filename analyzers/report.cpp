#include "analyzers/report.hpp"

#include "analyzers/number_series.hpp"

#include <algorithm>
#include <cstdio>
#include <map>

namespace minutes {
namespace {

constexpr double kMuchOrphaned = 0.2;
constexpr std::size_t kLittleText = 400;   // bytes; a shorter text under no item is no finding

std::size_t size_of(const Passage& passage) {
    std::size_t size = 0;
    for (const Span part : passage.parts) size += part.size();
    return size;
}

void count_passage(Report& report, const Passage& passage, bool in_item) {
    const std::size_t size = size_of(passage);
    ++report.passages;
    report.passage_bytes += size;
    for (const Speaker& speaker : passage.speakers) {
        ++report.turns;
        report.unattributed_turns += speaker.role == Role::unattributed;
    }
    if (passage.kind == PassageKind::attendance || (!in_item && passage.kind == PassageKind::procedural)) return;
    report.text_bytes += size;
    report.orphan_bytes += in_item ? 0 : size;
}

std::vector<Report::Share> shares_of(const Segmented& segmented) {
    std::map<std::string_view, std::size_t> bytes;
    for (const Discard& discard : segmented.discarded) bytes[discard.reason] += discard.at.size();
    std::vector<Report::Share> shares;
    for (const auto& [reason, size] : bytes) shares.push_back({reason, size});
    std::stable_sort(shares.begin(), shares.end(), [](const Report::Share& a, const Report::Share& b) { return a.bytes > b.bytes; });
    return shares;
}

std::string series_name(const NumberSeries& series) { return series.item.empty() ? "items" : "paragraphs of item " + series.item; }

/// A series with many holes was printed with them.
bool counts_up(const NumberSeries& series) {
    const std::size_t holes = series.expected - series.found;
    return holes > 0 && holes <= std::max<std::size_t>(1, series.expected / 5);
}

std::string percent(std::size_t part, std::size_t whole) {
    char text[16];
    std::snprintf(text, sizeof text, "%.1f %%", whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole));
    return text;
}

std::string listed(const std::vector<std::string>& numbers, std::size_t all) {
    std::string text;
    for (const std::string& number : numbers) text += (text.empty() ? "" : ", ") + number;
    return text + (all > numbers.size() ? " and " + std::to_string(all - numbers.size()) + " more" : "");
}

std::string text_of(const NumberSeries& series) {
    std::string line = "= " + series_name(series) + " " + series.first + " to " + series.last + ": " + std::to_string(series.found) + " of " + std::to_string(series.expected) + " found";
    std::vector<std::string> missing;
    for (const NumberSeries::Gap& gap : series.missing) missing.push_back(gap.number);
    if (!missing.empty()) line += "; missing " + listed(missing, series.expected - series.found);
    if (!series.repeated.empty()) line += "; printed twice: " + listed(series.repeated, 0);
    if (series.restarts > 0) line += "; the numbers begin again " + std::to_string(series.restarts) + (series.restarts == 1 ? " time" : " times");
    return line + "\n";
}

}  // namespace

Report report_of(std::string_view text, const Segmented& segmented) {
    Report report;
    report.bytes = text.size();
    report.discarded = shares_of(segmented);
    for (std::size_t m = 0; m < segmented.meetings.size(); ++m) {
        const Meeting& meeting = segmented.meetings[m];
        for (const Item& item : meeting.items) {
            const bool in_item = !item.number.empty() || !item.title.empty();
            report.items += in_item;
            for (const Passage& passage : item.passages) count_passage(report, passage, in_item);
        }
        add_item_series(report.numbers, text, meeting, m);
        for (const Item& item : meeting.items) add_paragraph_series(report.numbers, text, item, m);
    }
    return report;
}

std::vector<Problem> problems_of(const Report& report) {
    std::vector<Problem> problems;
    for (const NumberSeries& series : report.numbers) {
        if (!counts_up(series)) continue;
        const std::string what = series.item.empty() ? "item " : "paragraph ";
        for (const NumberSeries::Gap& gap : series.missing)
            problems.push_back({gap.at, what + gap.number + " was not found: " + (gap.printed ? "this line may be it, read as text of the one before" : "look above this line whether it is printed without its number or left out")});
    }
    if (report.orphan_share() > kMuchOrphaned && report.items > 0 && report.orphan_bytes > kLittleText)
        problems.push_back({{}, percent(report.orphan_bytes, report.text_bytes) + " of the text stands under no item: look whether a heading was missed"});
    return problems;
}

std::string to_text(const Report& report) {
    std::string text = "= " + std::to_string(report.items) + " items, " + std::to_string(report.passages) + " passages, " + std::to_string(report.turns) + " speaker turns, " +
                       std::to_string(report.unattributed_turns) + " unattributed\n";
    for (const NumberSeries& series : report.numbers)
        if (series.item.empty() || series.expected > series.found || !series.repeated.empty() || series.restarts > 0) text += text_of(series);
    text += "= " + percent(report.orphan_bytes, report.text_bytes) + " of the text under no item\n= discarded:";
    for (const Report::Share& share : report.discarded) text += " " + std::string(share.reason) + " " + percent(share.bytes, report.bytes);
    return text + "\n";
}

}  // namespace minutes
