#include "analyzers/structure/structure.hpp"

#include "analyzers/structure/layout.hpp"
#include "analyzers/structure/lines.hpp"
#include "analyzers/structure/passage_kind.hpp"
#include "analyzers/structure/passages.hpp"
#include "analyzers/structure/sections.hpp"
#include "analyzers/structure/tiling.hpp"
#include "analyzers/structure/turn_passages.hpp"

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

}  // namespace

Segmented find_structure(const Document& doc) {
    const Lines lines = read_lines(doc);
    const Turns turns = find_turns(doc.text, lines);
    LayoutChoice choice = choose_layout(doc.text, lines, turns);
    Sections sections = find_sections(doc.text, lines, choice.layout);
    Segmented segmented;
    segmented.layout = choice.layout.name;
    segmented.scores = std::move(choice.scores);
    segmented.discarded = std::move(sections.discarded);
    segmented.discarded.insert(segmented.discarded.end(), lines.cuts.begin(), lines.cuts.end());
    for (const MeetingSections& meeting : sections.meetings)
        segmented.meetings.push_back(made_meeting(doc.text, meeting, choice.layout, segmented.discarded));
    if (lines.list.empty()) segmented.meetings.clear();
    else if (sections.titled == 0 && choice.layout.turns == nullptr)
        segmented.problems.push_back({{}, "no item heading was found; the text is indexed without items"});
    return tiled(doc.text, with_long_passages_cut(doc.text, std::move(segmented)));
}

}  // namespace minutes
