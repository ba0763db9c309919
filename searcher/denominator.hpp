#pragma once

#include "searcher/answer.hpp"
#include "searcher/filter_level.hpp"
#include "searcher/match.hpp"
#include "searcher/request.hpp"

#include <xapian.h>

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace minutes {

class Reader;
struct ShareTable;

/// One value of each field of a cross-tabulation; "" where the documents do not say.
using CellValues = std::vector<std::string>;

/// What could have answered, counted: of a cell, the records that bear its values.
struct Searched {
    std::uint64_t records = 0, words = 0;
    std::uint64_t cut = 0;          ///< records of items that the source cuts short

    bool operator==(const Searched&) const = default;
};

/// The filters of a request without its words: selections, and the parts of its top-level AND that hold filters and dates alone.
/// What a filter inside an OR with words admits is not known before the words are, so such a part narrows nothing here.
/// Refers to `request`: the caller keeps it alive.
class ScopeFilters {
public:
    explicit ScopeFilters(const Request& request);

    /// No filter but that of zones.
    [[nodiscard]] bool none() const { return meeting_.empty() && share_.empty() && record_.empty(); }
    /// A filter that needs more of a record than zone, kind, roles and meeting.
    [[nodiscard]] bool need_records() const { return !record_.empty(); }

    [[nodiscard]] bool admit_meeting(const Record& meeting) const { return admit(meeting_, meeting); }
    /// REQUIRES: its meeting is admitted and no filter needs records.
    [[nodiscard]] bool admit_share(const Record& share) const { return admit(share_, share); }
    [[nodiscard]] bool admit_record(const Record& record) const { return admit(meeting_, record) && admit(share_, record) && admit(record_, record); }
    /// Candidates for admit_record().
    [[nodiscard]] Xapian::Query candidates(const Xapian::Database& database) const;

private:
    /// A part of the query, with what matches it, or a selection.
    struct Condition {
        const Node* node;
        const Filter* selection;
        std::shared_ptr<const Matcher> matcher = nullptr;
    };
    using Conditions = std::vector<Condition>;

    void add(Condition condition, FilterLevel level);
    void add_parts(const Node& node);
    [[nodiscard]] static bool admit(const Conditions& conditions, const Record& record);

    Conditions meeting_, share_, record_;   ///< by what they can be judged by
};

/// What the filters of a request leave to be searched, in the zones searched. A meeting is in scope if no filter of council,
/// committee, year, month, date, meeting or file rules it out: other filters look at passages, and a meeting that has none
/// of those was looked through too. Within reader.read(). O(1) without filters, else O(files), or O(records in scope) for filters of
/// speaker, act, …
[[nodiscard]] Denominator denominator_of(const Xapian::Database& database, Reader& reader, const Request& request);

/// A meeting in scope, of the first file by path that holds it.
struct ScopeMeeting {
    std::string id, council, committee, date, path;
    std::uint64_t incomplete_items = 0;   ///< in all files

    bool operator==(const ScopeMeeting&) const = default;
};

/// The meetings in scope by council, committee and date (undated last), then id. O(files).
[[nodiscard]] std::vector<ScopeMeeting> meetings_in_scope(const ShareTable& table, const Request& request);

/// Words searched by meeting, as ShareTable numbers them.
using MeetingWords = std::unordered_map<std::uint32_t, std::uint64_t>;

struct CellScope {
    Searched searched;
    MeetingWords words;                     ///< empty unless they were asked for
};

/// What a request searches, in one pass.
struct InScope {
    Denominator denominator;                ///< denominator_of()
    CellScope all;                          ///< the records in scope and their words
    std::map<CellValues, CellScope> cells;  ///< the same by the values of fields: a record counts once for each combination of its values; none empty
};

enum class Detail { sums, meetings };       ///< meetings: also how many words each has in each cell

/// `fields`: facets; with none there are no cells.
/// O(files) for fields among council, committee, year, month, zone, kind and role and such filters, else O(records in scope).
[[nodiscard]] InScope in_scope(const Xapian::Database& database, const ShareTable& table, const Request& request, const std::vector<const Field*>& fields, Detail detail);

/// Each of the cells with each of the values behind it.
template <typename Value>
void cross(std::vector<std::vector<Value>>& cells, const std::vector<Value>& values) {
    std::vector<std::vector<Value>> crossed;
    for (const std::vector<Value>& cell : cells)
        for (const Value& value : values) {
            crossed.push_back(cell);
            crossed.back().push_back(value);
        }
    cells = std::move(crossed);
}

/// The combinations of a record's values in `fields`, each once.
[[nodiscard]] std::vector<CellValues> cells_of(const Record& record, const std::vector<const Field*>& fields);

}  // namespace minutes
