#pragma once

#include "analyzers/structure/layout.hpp"

#include <string>
#include <vector>

namespace minutes {

/// What part of an item a line stands in.
enum class Stretch { text, note, decision };

/// A line of running text of an item.
struct Entry {
    Line line;
    Stretch stretch = Stretch::text;
    bool broken = false;    ///< a page footer or the like stands before it
    bool attendance = false;  ///< a printed attendance label opens it
    std::size_t turn = 0;     ///< of a transcript: one more than the index of its turn in Turns::list; 0 if nobody speaks
};

/// An item in the making. Attendance lists, text before the first item and the close have neither number nor title.
struct Section {
    std::string number, title;
    std::vector<Span> heading;
    bool attendance = false, close = false, incomplete = false;
    bool minutes_label = false;   ///< "Minutes:" was printed: what stands before it is agenda note
    std::vector<Entry> entries;
};

struct MeetingSections {
    std::vector<Span> head;
    std::vector<Section> sections;
};

struct Sections {
    std::vector<MeetingSections> meetings;
    std::vector<Discard> discarded;   ///< headings, labels, furniture, heads; unsorted
    std::size_t titled = 0;           ///< items with a number or a title
};

/// Sorts the lines into meetings and items, and takes out all that is no running text. O(text).
[[nodiscard]] Sections find_sections(std::string_view text, const Lines& lines, const Layout& layout);

}  // namespace minutes
