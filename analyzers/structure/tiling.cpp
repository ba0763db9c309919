#include "analyzers/structure/tiling.hpp"

#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <array>

namespace minutes {
namespace {

// Every reason that a Discard may name, so that none is misspelt and documents can list them.
constexpr std::array<std::string_view, 16> kReasons = {
    "space", "heading", "label", "head", "site-navigation", "page-furniture", "document-list", "link-text", "publication-line",
    "signature", "timestamp", "rule", "bullet", "duplicate-decision", "unread", "other"};

std::string_view known_reason(std::string_view reason) {
    const auto at = std::find(kReasons.begin(), kReasons.end(), reason);
    return at == kReasons.end() ? kReasons.back() : *at;
}

bool on_code_point(std::string_view text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

/// The best place in (begin, limit] to end a passage: after a sentence or a word in the second half, else a code point.
std::uint32_t cut_place(std::string_view text, std::uint32_t begin, std::uint32_t limit) {
    const std::uint32_t half = begin + (limit - begin) / 2;
    std::uint32_t word = 0;
    for (std::uint32_t at = limit; at > half; --at) {
        if (!on_code_point(text, at) || space_at(text, at) == 0) continue;
        if (const char c = text[at - 1]; c == '.' || c == '?' || c == '!') return at;
        if (word == 0) word = at;
    }
    if (word != 0) return word;
    while (!on_code_point(text, limit)) --limit;
    return limit;
}

std::uint32_t bytes_of(const Passage& passage) {
    std::uint32_t bytes = 0;
    for (const Span part : passage.parts) bytes += part.size();
    return bytes;
}

std::vector<Passage> pieces_of(std::string_view text, const Passage& whole) {
    std::vector<Passage> pieces;
    Passage piece = whole;
    piece.parts.clear();
    std::uint32_t room = kMaxPassageBytes;
    const auto finish = [&] {
        pieces.push_back(piece);
        piece.parts.clear();
        piece.number.clear();
        room = kMaxPassageBytes;
    };
    for (Span part : whole.parts) {
        while (part.size() > room) {
            const std::uint32_t cut = room < kMaxPassageBytes ? part.begin : cut_place(text, part.begin, part.begin + room);
            if (cut > part.begin) piece.parts.push_back({part.begin, cut});
            finish();
            piece.marker = {cut, cut};
            part = trimmed(text, {cut, part.end});
        }
        if (part.empty()) continue;
        piece.parts.push_back(part);
        room -= part.size();
    }
    if (!piece.parts.empty()) finish();
    return pieces;
}

std::vector<Span> passage_parts(const Segmented& segmented) {
    std::vector<Span> parts;
    for (const Meeting& meeting : segmented.meetings)
        for (const Item& item : meeting.items)
            for (const Passage& passage : item.passages) parts.insert(parts.end(), passage.parts.begin(), passage.parts.end());
    std::sort(parts.begin(), parts.end());
    return parts;
}

void add(std::vector<Discard>& tiles, std::string_view reason, Span at) {
    if (at.begin < at.end) tiles.push_back({reason, at});
}

/// What no rule claimed: white space, or, should a rule ever lose text, "unread".
void add_gap(std::vector<Discard>& tiles, std::string_view text, Span at) {
    if (at.begin < at.end) add(tiles, trimmed(text, at).empty() ? "space" : "unread", at);
}

}  // namespace

Segmented with_long_passages_cut(std::string_view text, Segmented segmented) {
    for (Meeting& meeting : segmented.meetings)
        for (Item& item : meeting.items) {
            std::vector<Passage> passages;
            for (Passage& passage : item.passages) {
                if (bytes_of(passage) <= kMaxPassageBytes) {
                    passages.push_back(std::move(passage));
                    continue;
                }
                segmented.problems.push_back({{passage.parts.front().begin, passage.parts.back().end},
                                              "a passage of more than 32 KiB was cut into several; the page may have lost its line breaks"});
                for (Passage& piece : pieces_of(text, passage)) passages.push_back(std::move(piece));
            }
            item.passages = std::move(passages);
        }
    return segmented;
}

Segmented tiled(std::string_view text, Segmented segmented) {
    const std::vector<Span> parts = passage_parts(segmented);
    std::vector<Discard> claims = std::move(segmented.discarded);
    std::sort(claims.begin(), claims.end(), [](const Discard& a, const Discard& b) { return a.at < b.at; });
    std::vector<Discard> tiles;
    std::uint32_t at = 0;
    std::size_t claim = 0;
    const auto fill_to = [&](std::uint32_t end) {
        for (; at < end && claim < claims.size() && claims[claim].at.begin < end; ++claim) {
            const Span span{std::max(at, claims[claim].at.begin), std::min(end, claims[claim].at.end)};
            if (span.begin >= span.end) continue;
            add_gap(tiles, text, {at, span.begin});
            add(tiles, known_reason(claims[claim].reason), span);
            at = span.end;
        }
        add_gap(tiles, text, {at, end});
        at = std::max(at, end);
    };
    for (const Span part : parts) {
        fill_to(part.begin);
        at = std::max(at, part.end);
    }
    fill_to(static_cast<std::uint32_t>(text.size()));
    segmented.discarded = std::move(tiles);
    return segmented;
}

}  // namespace minutes
