#include "searcher/count.hpp"

#include "searcher/base.hpp"
#include "searcher/candidates.hpp"
#include "searcher/column_answers.hpp"
#include "searcher/column_variants.hpp"
#include "searcher/found.hpp"
#include "searcher/notes.hpp"
#include "searcher/prepare.hpp"
#include "searcher/reader.hpp"
#include "searcher/share_table.hpp"
#include "searcher/variants.hpp"

#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace minutes {
namespace {

void add_passage(CountCell& cell, std::size_t occurrences, bool incomplete) {
    cell.occurrences += occurrences;
    ++cell.passages;
    cell.at_least = cell.at_least || incomplete;
}

/// By meeting, as ShareTable's ids.
using MeetingOccurrences = std::unordered_map<std::string, std::uint64_t>;

/// CountCell::dispersion. In whole numbers, so that the order of meetings changes nothing; what meetings without an occurrence
/// differ by is all their words.
std::optional<double> dispersion(const MeetingOccurrences& found, std::uint64_t occurrences, const CellScope& scope, const ShareTable& table) {
    const std::uint64_t words = scope.searched.words;
    if (occurrences == 0 || words == 0) return std::nullopt;
    std::uint64_t differences = 0, words_elsewhere = words;
    for (const auto& [id, own] : found) {
        const auto number = table.meetings.find(id);
        const auto share = number == table.meetings.end() ? scope.words.end() : scope.words.find(number->second);
        const std::uint64_t here = share == scope.words.end() ? 0 : share->second;
        const std::uint64_t observed = own * words, expected = here * occurrences;
        differences += observed > expected ? observed - expected : expected - observed;
        words_elsewhere -= here;
    }
    differences += words_elsewhere * occurrences;
    return static_cast<double>(differences) / (2.0 * static_cast<double>(occurrences) * static_cast<double>(words));
}

/// What answers in one cell, while it is counted.
struct Counting {
    CountCell cell;
    MeetingOccurrences meetings;
    std::set<std::string> days;

    void add(const Record& record, std::size_t occurrences) {
        add_passage(cell, occurrences, record.item_incomplete || record.incomplete);
        meetings[record.meeting_id] += occurrences;
        if (!record.date.empty()) days.insert(record.date);
    }

    CountCell take(const CellValues& values, const CellScope& scope, const ShareTable& table) {
        cell.values = values;
        cell.searched = scope.searched;
        cell.at_least = cell.at_least || (cell.passages == 0 && cell.searched.cut > 0);
        cell.dispersion = dispersion(meetings, cell.occurrences, scope, table);
        cell.meetings = meetings.size();
        if (!days.empty()) {
            cell.first_date = *days.begin();
            cell.last_date = *days.rbegin();
        }
        cell.gap = longest_silence(days);
        return std::move(cell);
    }
};

struct Collected {
    Counts counts;
    Counting all;
    std::map<CellValues, Counting> cells;
    std::vector<Widened> widened;
};

/// Of a prepared request, by records.
Collected collect(const Xapian::Database& database, const Request& request, const std::vector<const Field*>& by) {
    Collected collected;
    VariantTally variants(request.query);
    collected.counts = each_answering(database, request, [&](const Answering& found) {
        const std::size_t occurrences = found.matched.hits.size();
        variants.count(found.record, found.matched);
        collected.all.add(found.record, occurrences);
        if (by.empty()) return;
        for (const CellValues& values : cells_of(found.record, by)) collected.cells[values].add(found.record, occurrences);
    });
    collected.widened = variants.widened();
    return collected;
}

/// Counting while meetings and days are numbers of the columns.
struct RowCounting {
    CountCell cell;
    std::unordered_map<std::uint32_t, std::uint64_t> meetings;  ///< with their occurrences
    std::unordered_set<std::uint32_t> days;
    std::uint64_t* last = nullptr;                   ///< occurrences of the meeting of the row before, mostly that of this one
    std::uint32_t last_meeting = 0, last_day = 0;

    void add(const ColumnRow& row, const ColumnItem& item, std::size_t occurrences) {
        add_passage(cell, occurrences, (row.flags & kRowIncomplete) != 0);
        if (last == nullptr || item.meeting != last_meeting) last = &meetings[last_meeting = item.meeting];
        *last += occurrences;
        if (item.date != 0 && item.date != last_day) days.insert(last_day = item.date);
    }

    [[nodiscard]] Counting counting(const PassageColumns& columns) const {
        Counting counting{cell, {}, {}};
        for (const auto& [meeting, occurrences] : meetings) counting.meetings.emplace(columns.text(meeting), occurrences);
        for (const std::uint32_t day : days) counting.days.insert(day_of(day));
        return counting;
    }
};

/// The same by columns. REQUIRES: searches_columns(request), and a column of each field.
Collected collect(const Xapian::Database& database, const PassageColumns& columns, const Request& request, const std::vector<const Field*>& by) {
    Collected collected;
    ColumnVariants variants(request.query);
    const std::vector<ColumnField> fields = column_fields(by);
    RowCounting all;
    std::map<CellKey, RowCounting> cells;
    std::vector<CellKey> keys;
    collected.counts = each_answering_row(database, columns, request, [&](const ColumnRow& row, const ColumnMatcher& matcher) {
        const ColumnItem& item = columns.item(row.item);
        const std::size_t occurrences = matcher.occurrences();
        variants.count(matcher);
        all.add(row, item, occurrences);
        if (by.empty()) return;
        cells_of(columns, row, fields, keys);
        for (const CellKey& key : keys) cells[key].add(row, item, occurrences);
    });
    collected.all = all.counting(columns);
    for (const auto& [key, counting] : cells) collected.cells.emplace(values_of(columns, key, fields), counting.counting(columns));
    collected.widened = variants.widened();
    return collected;
}

Collected collect(const Xapian::Database& database, const PassageColumns* columns, const Request& request, const std::vector<const Field*>& by) {
    if (columns != nullptr && searches_columns(request) && std::all_of(by.begin(), by.end(), [](const Field* field) { return is_facet_of_columns(*field); })) {
        try {
            return collect(database, *columns, request, by);
        } catch (const ColumnsDamaged&) {
            // The records know it all.
        }
    }
    return collect(database, request, by);
}

/// Values of time run as time does, all others by how much answers there (then by value); what is not stated stands last.
class CellOrder {
public:
    CellOrder(const std::vector<const Field*>& by, const std::vector<CountCell>& cells) : by_(by), sums_(by.size()) {
        for (const CountCell& cell : cells)
            for (std::size_t i = 0; i < by.size(); ++i) {
                sums_[i][cell.values[i]].first += cell.occurrences;
                sums_[i][cell.values[i]].second += cell.passages;
            }
    }

    bool operator()(const CountCell& a, const CountCell& b) const {
        for (std::size_t i = 0; i < by_.size(); ++i) {
            const std::string &x = a.values[i], &y = b.values[i];
            if (x == y) continue;
            if (x.empty() || y.empty()) return y.empty();
            const bool time = by_[i]->name == "year" || by_[i]->name == "month";
            if (const auto &p = sums_[i].at(x), &q = sums_[i].at(y); !time && p != q) return p > q;
            return x < y;
        }
        return false;
    }

private:
    std::vector<const Field*> by_;
    std::vector<std::map<std::string, std::pair<std::uint64_t, std::uint64_t>>> sums_;  ///< occurrences and passages by value
};

CountAnswer answer(const Xapian::Database& database, Reader& reader, const Request& asked, const std::vector<const Field*>& by) {
    const Request request = prepared(database, asked);
    Collected collected = collect(database, reader.columns(), request, by);
    const ShareTable& table = reader.shares();
    InScope scope = in_scope(database, table, request, by, has_positive_words(request.query) ? Detail::meetings : Detail::sums);
    CountAnswer answer;
    answer.by = by;
    answer.rated = has_positive_words(request.query);
    answer.counts = std::move(collected.counts);
    answer.counts.scope = std::move(scope.denominator);
    answer.all = collected.all.take({}, scope.all, table);
    for (const auto& [values, searched] : scope.cells) answer.cells.push_back(collected.cells[values].take(values, searched, table));
    std::stable_sort(answer.cells.begin(), answer.cells.end(), CellOrder(by, answer.cells));
    answer.base = index_base(database);
    answer.notes = find_notes(database, request, answer.base);
    answer.widened = std::move(collected.widened);
    return answer;
}

double per_10000(double occurrences, std::uint64_t words) { return 10'000 * occurrences / static_cast<double>(words); }

}  // namespace

CountAnswer count(Reader& reader, const Request& request, const std::vector<const Field*>& by) {
    return reader.read([&](const Xapian::Database& database) { return answer(database, reader, request, by); });
}

std::optional<double> rate_of(const CountCell& cell) {
    if (cell.searched.words == 0) return std::nullopt;
    return per_10000(static_cast<double>(cell.occurrences), cell.searched.words);
}

std::optional<RateInterval> interval_of(const CountCell& cell) {
    if (cell.searched.words == 0) return std::nullopt;
    const auto half_quantile = [](std::uint64_t degrees, double below) {
        return boost::math::quantile(boost::math::chi_squared(static_cast<double>(degrees)), below) / 2;
    };
    const std::uint64_t n = cell.occurrences;
    const double low = n == 0 ? 0 : half_quantile(2 * n, 0.025), high = half_quantile(2 * n + 2, 0.975);
    return RateInterval{per_10000(low, cell.searched.words), per_10000(high, cell.searched.words)};
}

}  // namespace minutes
