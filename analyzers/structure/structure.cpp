#include "analyzers/structure/structure.hpp"

#include "analyzers/structure/layout.hpp"
#include "analyzers/structure/lines.hpp"
#include "analyzers/structure/meeting_begin.hpp"
#include "analyzers/structure/passage_kind.hpp"
#include "analyzers/structure/passages.hpp"
#include "analyzers/structure/sections.hpp"
#include "analyzers/structure/tiling.hpp"
#include "analyzers/structure/turn_passages.hpp"

#include <iterator>

namespace minutes {
namespace {

/// The number that the paragraphs print ("3" for 3.1, 3.2) when all of them agree, else "".
std::string number_from_paragraphs(const Item& item) {
    std::string number;
    for (const Passage& passage : item.passages) {
        const std::size_t dot = passage.number.find_first_of(".(");
        if (dot != std::string::npos && dot + 1 == passage.number.size()) continue;   // "2." counts within the item
        if (dot == 0 || dot == std::string::npos || passage.number.find_first_not_of("0123456789.") < dot) continue;
        if (!number.empty() && number != passage.number.substr(0, dot)) return {};
        number = passage.number.substr(0, dot);
    }
    return number;
}

/// Unnumbered items between items 2 and 9 of a page whose paragraphs count items: their place gives the number.
void number_by_place(std::vector<Item>& items) {
    bool printed = false, consistent = true;
    std::size_t place = 0;
    for (const Item& item : items) {
        if (item.title.empty()) continue;
        ++place;
        if (item.number.empty()) continue;
        printed = true;
        consistent = consistent && item.number == std::to_string(place);
    }
    if (!printed || !consistent) return;
    place = 0;
    for (Item& item : items)
        if (!item.title.empty()) item.number = std::to_string(++place);
}

Item made_item(std::string_view text, const Section& section, const Layout& layout, std::vector<Discard>& discarded) {
    SectionPassages built = holds_turns(section) ? build_turn_passages(text, section, *layout.turns) : build_passages(text, section, layout);
    Item item{section.number, section.title, section.heading, PassageKind::procedural, section.incomplete || built.incomplete, std::move(built.passages)};
    discarded.insert(discarded.end(), built.discarded.begin(), built.discarded.end());
    item.kind = section.attendance ? PassageKind::attendance : item_kind(item);
    return item;
}

Meeting made_meeting(std::string_view text, const MeetingSections& sections, const Layout& layout, std::vector<Discard>& discarded) {
    Meeting meeting;
    meeting.head = sections.head;
    bool printed = false;
    for (const Section& section : sections.sections) {
        Item item = made_item(text, section, layout, discarded);
        if (item.title.empty() && item.number.empty() && item.passages.empty()) continue;
        printed = printed || !item.number.empty();
        meeting.items.push_back(std::move(item));
    }
    if (printed) return meeting;
    for (Item& item : meeting.items)
        if (!item.title.empty()) item.number = number_from_paragraphs(item);
    number_by_place(meeting.items);
    return meeting;
}

/// Reads the lines of one part of a document, which may hold several meetings all the same.
struct PartRead {
    LayoutChoice choice;
    std::size_t bytes = 0, titled = 0;
    bool spoken = false;
};

PartRead read_part(std::string_view text, const Lines& lines, Segmented& segmented) {
    const Turns turns = find_turns(text, lines);
    PartRead part{choose_layout(text, lines, turns), lines.list.back().at.end - lines.list.front().at.begin, 0, false};
    const Sections sections = find_sections(text, lines, part.choice.layout);
    part.titled = sections.titled;
    part.spoken = part.choice.layout.turns != nullptr;
    segmented.discarded.insert(segmented.discarded.end(), sections.discarded.begin(), sections.discarded.end());
    for (const MeetingSections& meeting : sections.meetings)
        segmented.meetings.push_back(made_meeting(text, meeting, part.choice.layout, segmented.discarded));
    part.choice.layout.turns = nullptr;
    return part;
}

/// The parts of a pack of minutes, each as a document of its own.
std::vector<Lines> parts_of(std::string_view text, Lines lines) {
    std::vector<std::size_t> begins = meetings_apart(text, lines);
    std::vector<Lines> parts;
    begins.insert(begins.begin(), 0);
    begins.push_back(lines.list.size());
    for (std::size_t p = 0; p + 1 < begins.size(); ++p) {
        const auto first = std::make_move_iterator(lines.list.begin());
        parts.push_back({{first + static_cast<std::ptrdiff_t>(begins[p]), first + static_cast<std::ptrdiff_t>(begins[p + 1])}, {}});
        parts.back().list.front().gap = 0;
    }
    return parts;
}

}  // namespace

Segmented find_structure(const Document& doc) {
    Lines lines = read_lines(doc);
    Segmented segmented;
    segmented.discarded = std::move(lines.cuts);
    if (lines.list.empty()) {
        segmented.layout = "unknown";
        return tiled(doc.text, std::move(segmented));
    }
    PartRead largest;
    std::size_t titled = 0;
    bool spoken = false;
    for (const Lines& lines_of_part : parts_of(doc.text, std::move(lines))) {
        PartRead part = read_part(doc.text, lines_of_part, segmented);
        titled += part.titled;
        spoken = spoken || part.spoken;
        if (largest.choice.scores.empty() || part.bytes > largest.bytes) largest = std::move(part);
    }
    segmented.layout = largest.choice.layout.name;
    segmented.scores = std::move(largest.choice.scores);
    if (titled == 0 && !spoken) segmented.problems.push_back({{}, "no item heading was found; the text is indexed without items"});
    return tiled(doc.text, with_long_passages_cut(doc.text, std::move(segmented)));
}

}  // namespace minutes
