#pragma once

#include "searcher/answer.hpp"
#include "searcher/day.hpp"
#include "searcher/request.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace minutes {

class Reader;

/// What is in the index of one committee, of one council, or of all that the filters leave.
struct CoverageRow {
    std::string council, committee, year;   ///< "" = the documents do not say, or the row is of all
    std::uint64_t meetings = 0, documents = 0, undated = 0, items = 0, incomplete_items = 0, passages = 0, words = 0;
    std::uint64_t speakers = 0, unresolved_speakers = 0, ambiguous_speakers = 0;    ///< turns; unresolved: role unattributed
    std::uint64_t missing_items = 0, missing_paragraphs = 0;    ///< numbers that the printed series lack
    std::string first_date, last_date;                          ///< YYYY-MM-DD
    Silence gap;                                                ///< the longest between two meetings
    std::uint64_t long_gaps = 0;                                ///< those of more than CoverageWish::gap_days
    std::map<std::string, std::uint64_t> layouts;               ///< documents by the layout they were read with
};

/// A time without a meeting of a committee.
struct CommitteeGap {
    std::string council, committee;
    Silence gap;
};

/// A meeting whose text does not say its day.
struct UndatedMeeting {
    std::string id, council, committee, path;
};

/// The part of the index asked for, and how it is laid out.
struct CoverageWish {
    Request request;                ///< its filters of council, committee, year, month and date alone count
    bool by_year = false;           ///< a row a year of each committee
    std::uint32_t gap_days = 120;   ///< gaps longer than this are listed
};

struct Coverage {
    Base base;                                                      ///< of the whole index
    CoverageRow all;
    std::vector<CoverageRow> councils, committees;                  ///< by council, then committee, then year; councils without years
    std::vector<CommitteeGap> gaps;                                 ///< by council, committee and time
    std::vector<UndatedMeeting> undated;                            ///< by path
    std::vector<std::pair<std::string, std::string>> skipped;       ///< path, reason; these four are of the whole index, for a file
    std::vector<std::pair<std::string, std::string>> duplicates;    ///< that was not read has no council; path, the path of the same bytes
    std::vector<std::pair<std::string, std::string>> problems;      ///< path, "line 12: ..."; of documents with a meeting in scope
    std::uint32_t gap_days = 0;
    std::vector<std::string> notes;                                 ///< filter values that nothing has
};

/// Read from the index's own file table; a meeting that stands in two files counts once, with what its first file by path holds.
[[nodiscard]] Coverage coverage(Reader& reader, const CoverageWish& wish);

}  // namespace minutes
