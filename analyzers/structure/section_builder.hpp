#pragma once

#include "analyzers/structure/sections.hpp"

#include <cstdint>
#include <string_view>

namespace minutes {

/// The sections in the making and where among them the reader of the lines stands.
struct SectionBuilder {
    std::string_view text;
    const Layout& layout;
    Sections made;
    bool in_head = true, minute_number_seen = false;
    bool in_documents = false;    ///< below a label such as "Supporting documents:"
    bool broken = false;          ///< page furniture was discarded since the last entry
    bool further_head = false;    ///< in the head of a meeting after the first, which has no bare titles
    bool short_head = false;      ///< only lines that name a meeting are its head
    Stretch stretch = Stretch::text;
    std::uint32_t lost_gap = 0;   ///< blank lines around discarded lines since the last entry
};

/// The meeting that is open. There always is one.
[[nodiscard]] MeetingSections& meeting_of(SectionBuilder& b);

/// The section that is open; opens one where there is none.
[[nodiscard]] Section& current(SectionBuilder& b);
Section& open_section(SectionBuilder& b);

[[nodiscard]] bool has_title(const Section& section);
/// Whether an item with a number or a title is open.
[[nodiscard]] bool in_titled_item(SectionBuilder& b);

void discard(SectionBuilder& b, const Line& line, std::string_view reason);
void add_head(SectionBuilder& b, Span at);
void add_entry(SectionBuilder& b, const Line& line, bool attendance = false);

/// The line cut down to `at`.
[[nodiscard]] Line part_of(const SectionBuilder& b, const Line& line, Span at);

/// What stood before "Minutes:" in the item was the agenda's.
void start_minutes(SectionBuilder& b);

}  // namespace minutes
