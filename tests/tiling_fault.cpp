#include "tests/tiling_fault.hpp"

#include <algorithm>
#include <vector>

using namespace minutes;

std::string tiling_fault(const Document& doc, const Segmented& segmented) {
    std::vector<Span> spans;
    for (const Discard& discard : segmented.discarded) {
        if (discard.reason == "unread" || discard.reason == "other") return "text without a reason";
        spans.push_back(discard.at);
    }
    for (const Meeting& meeting : segmented.meetings)
        for (const Item& item : meeting.items)
            for (const Passage& passage : item.passages) {
                if (passage.parts.empty()) return "passage without parts";
                if (!passage.marker.empty() && !passage.parts.front().contains(passage.marker)) return "marker outside its passage";
                spans.insert(spans.end(), passage.parts.begin(), passage.parts.end());
            }
    std::sort(spans.begin(), spans.end());
    std::uint32_t at = 0;
    for (const Span span : spans) {
        if (span.begin != at) return "gap or overlap at byte " + std::to_string(at);
        if (span.empty()) return "empty span at byte " + std::to_string(at);
        if ((static_cast<unsigned char>(doc.text[span.begin]) & 0xC0) == 0x80) return "span inside a code point at byte " + std::to_string(at);
        at = span.end;
    }
    return at == doc.text.size() ? "" : "the end is missing from byte " + std::to_string(at);
}
