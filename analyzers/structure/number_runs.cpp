#include "analyzers/structure/number_runs.hpp"

#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"
#include "analyzers/structure/title.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace minutes {
namespace {

constexpr long kMaxStep = 6;             // agenda numbers skip when an item was withdrawn
constexpr double kRestart = 0.5;         // what numbers before a new set of minutes count less
constexpr std::size_t kMaxRuns = 64;     // sets of minutes in one file
constexpr std::size_t kMaxDepth = 8;     // lists within lists
constexpr std::size_t kLeastList = 3;
constexpr double kListed = 0.25;         // what is left of the weight of a number in a list inside an item

bool begins_minutes(const Line& line) {
    const std::string& plain = line.plain;
    if (plain.size() > 200) return false;
    if (plain.starts_with("minutes of ")) return true;
    if (plain.starts_with("meeting: ")) return plain.size() > 9 && is_digit(plain[9]);
    const auto label = label_of(plain);
    return label && label->kind == LabelKind::attendance && plain.find("present") != std::string::npos;
}

/// The lines at which a new set of minutes may begin, so that numbers start again. Sorted.
std::vector<std::size_t> minutes_begins(const Lines& lines) {
    std::vector<std::size_t> begins;
    for (std::size_t i = 0; i < lines.list.size(); ++i)
        if (begins_minutes(lines.list[i])) begins.push_back(i);
    return begins;
}

bool restarts_between(const std::vector<std::size_t>& begins, std::size_t from, std::size_t to) {
    const auto at = std::lower_bound(begins.begin(), begins.end(), from);
    return at != begins.end() && *at < to;
}

/// Makes light what counts from 1 again inside an item, if the numbers of the items go on behind it: 1..7, 1..18, 8..12. Such
/// a list may hold more numbers than the items do. O(n).
void make_lists_light(std::vector<NumberedLine>& list, const std::vector<std::size_t>& begins) {
    struct Run { long last = 0; std::vector<std::size_t> members; };
    std::vector<Run> open;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const long value = list[i].number.value;
        if (i > 0 && restarts_between(begins, list[i - 1].heading.line, list[i].heading.line)) open.clear();
        std::size_t depth = open.size();
        while (depth > 0 && (value <= open[depth - 1].last || value > open[depth - 1].last + (depth == open.size() ? 1 : 2))) --depth;
        if (depth > 0) {
            for (std::size_t above = depth; above < open.size(); ++above) {
                if (open[above].members.size() < kLeastList) continue;   // "1. MEMBERSHIP" repeats the title of item 1
                for (const std::size_t member : open[above].members) list[member].weight *= kListed;
            }
            open.resize(depth);
            open.back().last = value;
            open.back().members.push_back(i);
        } else if ((value == 1 || open.empty()) && open.size() < kMaxDepth) {
            open.push_back({value, {i}});
        }
    }
}

/// The heaviest run of values that count up in steps of 1..kMaxStep, as indices; of equal ones the first, but below a
/// new set of minutes the last: the minutes' items 1 and 2 lead to 3, not those of the agenda before them. O(n).
std::vector<std::size_t> heaviest_run(const std::vector<NumberedLine>& list, const std::vector<std::size_t>& begins) {
    struct Tail { double weight; std::size_t at; };
    std::unordered_map<long, Tail> tails;   // by value: the heaviest run that ends with it
    std::vector<std::size_t> previous(list.size(), list.size());
    Tail best{0, list.size()};
    for (std::size_t i = 0; i < list.size(); ++i) {
        Tail here{list[i].weight, i};
        for (long step = 1; step <= kMaxStep; ++step) {
            const auto tail = tails.find(list[i].number.value - step);
            if (tail == tails.end() || tail->second.weight + list[i].weight <= here.weight) continue;
            here.weight = tail->second.weight + list[i].weight;
            previous[i] = tail->second.at;
        }
        Tail& known = tails.try_emplace(list[i].number.value, Tail{0, i}).first->second;
        const bool restarted = restarts_between(begins, list[known.at].heading.line, list[i].heading.line);
        if (here.weight > known.weight - (restarted ? kRestart : 0)) known = here;
        if (here.weight > best.weight) best = here;
    }
    std::vector<std::size_t> run;
    for (std::size_t at = best.at; at < list.size(); at = previous[at]) run.push_back(at);
    std::reverse(run.begin(), run.end());
    return run;
}

std::vector<NumberedLine> runs_of(const std::vector<std::size_t>& begins, const std::vector<NumberedLine>& all) {
    std::vector<NumberedLine> accepted, rest = all;
    make_lists_light(rest, begins);
    for (std::size_t round = 0; round < kMaxRuns && !rest.empty(); ++round) {
        const std::vector<std::size_t> run = heaviest_run(rest, begins);
        if (run.empty() || (round > 0 && run.size() < 2)) break;
        const std::size_t first = rest[run.front()].heading.line, last = rest[run.back()].heading.line;
        for (const std::size_t i : run) accepted.push_back(rest[i]);
        std::vector<NumberedLine> outside;
        for (const NumberedLine& c : rest) {
            const bool before = c.heading.line < first && restarts_between(begins, c.heading.line, first);
            const bool after = c.heading.line > last && restarts_between(begins, last, c.heading.line);
            if (before || after) outside.push_back(c);
        }
        if (outside.size() == rest.size()) break;
        rest = std::move(outside);
    }
    std::sort(accepted.begin(), accepted.end(), [](const NumberedLine& a, const NumberedLine& b) { return a.heading.line < b.heading.line; });
    return accepted;
}

/// Numbers in brackets are items only where they begin with the first and most of them stand before short titles.
bool are_bracketed_items(const std::vector<NumberedLine>& run) {
    constexpr std::size_t kLeastItems = 4;
    if (run.size() < kLeastItems || run.front().number.value > 2) return false;
    const auto good = std::count_if(run.begin(), run.end(), [](const NumberedLine& line) { return line.weight >= 0.8; });
    return static_cast<std::size_t>(good) * 4 >= run.size() * 3;
}

}  // namespace

std::vector<NumberedLine> dominant(const Lines& lines, const std::vector<NumberedLine>& all, const Layout& layout) {
    std::map<std::string, std::vector<NumberedLine>> by_series;
    for (const NumberedLine& candidate : all) by_series[candidate.number.series].push_back(candidate);
    const std::vector<std::size_t> begins = minutes_begins(lines);
    std::vector<NumberedLine> best;
    double best_score = 0;
    for (const auto& [series, list] : by_series) {
        const bool code = list.front().number.form == NumberForm::code;
        std::vector<NumberedLine> run = code ? list : runs_of(begins, list);
        const auto titled = static_cast<std::size_t>(std::count_if(run.begin(), run.end(), [](const NumberedLine& c) { return !c.heading.title_at.empty(); }));
        if (titled == 0 || titled * 2 < run.size()) continue;
        if (series == "(#)" && !are_bracketed_items(run)) continue;
        const auto alone = std::count_if(run.begin(), run.end(), [](const NumberedLine& c) { return c.alone; });
        const double score = static_cast<double>(run.size()) + (code ? 0.6 : 0) + 0.5 * static_cast<double>(alone);
        const bool page = layout.bare_titles || layout.name == "issue-history";
        if (run.size() < (code || page ? 1u : 2u) || score <= best_score) continue;
        if (run.size() == 1 && !code && !run.front().alone && run.front().weight < 1.0) continue;   // a numbered sentence on a page without numbers
        best_score = score;
        best = std::move(run);
    }
    return best;
}

namespace {

bool may_fill(const NumberedLine& line, const std::string& series, double weight) {
    return line.number.form != NumberForm::code && line.number.series != series && line.weight >= weight;
}

}  // namespace

std::vector<NumberedLine> with_holes_filled(std::vector<NumberedLine> run, const std::vector<NumberedLine>& all) {
    if (run.empty() || run.front().number.form == NumberForm::code) return run;
    std::vector<NumberedLine> filled;
    const auto of_line = [](const NumberedLine& a, std::size_t line) { return a.heading.line < line; };
    auto next = std::lower_bound(all.begin(), all.end(), run.front().heading.line, of_line);
    long first = run.front().number.value;
    for (auto before = next; before != all.begin() && first > 1;) {   // "1. Welcome" above "2 Minutes", "3 Roads"
        --before;
        if (before->number.value != first - 1 || !may_fill(*before, run.front().number.series, 1)) continue;
        filled.insert(filled.begin(), *before);
        --first;
    }
    for (std::size_t i = 0; i < run.size(); ++i) {
        long last = i > 0 ? run[i - 1].number.value : 0;
        for (; next != all.end() && next->heading.line < run[i].heading.line; ++next) {
            const bool behind = i > 0 && next->heading.line > run[i - 1].heading.last_line && may_fill(*next, run[i].number.series, 0.6);
            if (!behind || next->number.value != last + 1 || next->number.value >= run[i].number.value) continue;
            last = next->number.value;
            filled.push_back(*next);
        }
        filled.push_back(run[i]);
    }
    for (; next != all.end(); ++next) {   // "11 Date of next meeting" behind "10. Other business"
        const NumberedLine& last = filled.back();
        const bool follows = next->heading.line > last.heading.last_line && next->number.value == last.number.value + 1;
        if (follows && may_fill(*next, run.back().number.series, 1)) filled.push_back(*next);
    }
    return filled;
}

}  // namespace minutes
