#pragma once

#include "analyzers/meeting.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// An entry of a meeting's attendance list, as printed; names of role and status.
struct ListedPerson {
    std::string name, post, role, status;   ///< post: "" = none is printed
    RoleFlags flags = {};
};

/// A meeting as `minutes coverage` reports it.
struct MeetingSummary {
    std::string id, council, council_evidence, committee, date, date_evidence;
    std::uint32_t items = 0, incomplete_items = 0, passages = 0, words = 0;
    std::uint32_t speakers = 0, unresolved_speakers = 0, ambiguous_speakers = 0;  ///< unresolved: role unattributed
    std::uint32_t missing_items = 0, missing_paragraphs = 0;  ///< numbers that the series of the text lack (analyzers/report.hpp)
    std::vector<ListedPerson> people = {};                ///< in the order of the list
};

/// An item that may stand in two files: cut short on the meeting's page, in full on its own.
struct ItemLabel {
    std::string meeting;            ///< council, committee and date; empty unless all three are known
    std::string number, title;      ///< the title folded
    std::string meeting_id, item_id;

    bool operator==(const ItemLabel&) const = default;
};

/// What the index knows of one file that it has looked at. Committed in the transaction of the file's passages.
struct FileRecord {
    enum class State { indexed, skipped, duplicate, archive };   ///< archive: the files in it have records of their own

    std::string path, root;         ///< absolute
    std::uint64_t size = 0, inode = 0, device = 0;
    std::int64_t mtime_ns = 0;
    std::int64_t seen_ns = 0;       ///< when it was read; a file changed in the same two seconds is hashed again
    std::int64_t ctime_ns = 0;      ///< change time: shows what a restored mtime hides, and permissions granted since
    std::string sha256;             ///< empty for a file that was skipped before its bytes were known
    std::string given;              ///< council and committee given by the user, and the analysis version: read again if changed
    State state = State::indexed;
    std::string note;               ///< why skipped, or the path that holds the same bytes
    std::string layout;
    std::vector<MeetingSummary> meetings;
    std::vector<std::string> problems;  ///< "line 12: ..."
    std::vector<ItemLabel> cut_items;   ///< items that this file cuts short
    std::vector<ItemLabel> full_items;  ///< the one item of an item page that holds it in full
    std::string healing;                ///< which bytes of which files it was put together with; empty: none
    std::string shares;                 ///< encode_shares() of its records: not part of the JSON, stands in the value slot kSharesSlot
};

/// Whether it is a document: its text stands in the index, under its own path or another.
[[nodiscard]] inline bool is_document(const FileRecord& file) { return file.state == FileRecord::State::indexed || file.state == FileRecord::State::duplicate; }

/// JSON, for the data of the file's own Xapian document.
[[nodiscard]] std::string encode_file_record(const FileRecord& record);
[[nodiscard]] FileRecord decode_file_record(std::string_view json);  ///< throws Error when it is not one

}  // namespace minutes
