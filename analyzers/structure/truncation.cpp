#include "analyzers/structure/truncation.hpp"

#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <array>

namespace minutes {
namespace {

constexpr std::array<std::string_view, 7> kLinkWords = {"view", "the", "full", "", "text", "for", "item"};  // "": any word
constexpr std::array<std::string_view, 14> kFileTypes = {"PDF", "DOC", "DOCX", "DOTX", "XLS", "XLSX", "RTF", "ZIP",
                                                           "PPT", "PPTX", "CSV", "TXT", "HTML", "ODT"};
constexpr std::size_t kMaxWord = 16;
constexpr std::size_t kMaxBackOff = 64;  // an ellipsis and its spaces

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const std::size_t size = space_at(text, at);
        if (size == 0) break;
        at += size;
    }
    return at;
}

/// Reads at most `limit` bytes, so that one long word costs nothing.
std::size_t skip_word(std::string_view text, std::size_t at, std::size_t limit = std::string_view::npos) {
    const std::size_t end = limit < text.size() - at ? at + limit : text.size();
    while (at < end && space_at(text, at) == 0 && text[at] != '|') ++at;
    return at;
}

/// The end of "view the full minutes text for item 26." at `at`, or npos.
std::size_t link_end(std::string_view text, std::size_t at) {
    for (const std::string_view word : kLinkWords) {
        const std::size_t end = skip_word(text, at, kMaxWord);
        const std::string_view found = text.substr(at, end - at);
        if (found.empty() || found.size() == kMaxWord || (!word.empty() && found != word)) return std::string_view::npos;
        at = skip_spaces(text, end);
    }
    const std::size_t number_end = skip_word(text, at, kMaxWord);
    return number_end - at < kMaxWord ? number_end : at;
}

std::size_t before_spaces(std::string_view text, std::size_t at, std::size_t floor) {
    const Span rest = trimmed(text, {static_cast<std::uint32_t>(floor), static_cast<std::uint32_t>(at)});
    return rest.empty() ? floor : rest.end;
}

/// Where the ellipsis before the link begins, at most kMaxBackOff bytes back and not before `floor`.
std::size_t ellipsis_begin(std::string_view text, std::size_t at, std::size_t floor) {
    if (at > kMaxBackOff) floor = std::max(floor, at - kMaxBackOff);
    while (floor < at && (static_cast<unsigned char>(text[floor]) & 0xC0) == 0x80) ++floor;
    std::size_t begin = before_spaces(text, at, floor);
    const std::string_view before = text.substr(0, begin);
    if (before.ends_with("...") && begin >= floor + 3) begin -= 3;
    else if (before.ends_with("\u2026") && begin >= floor + 3) begin -= 3;
    else return at;
    return before_spaces(text, begin, floor);
}

bool is_file_type(std::string_view word) { return std::find(kFileTypes.begin(), kFileTypes.end(), word) != kFileTypes.end(); }

/// The end of "92 KB" (also "1 MB", "92KB", "0.5 MB") at `at`, or npos.
std::size_t size_end(std::string_view line, std::size_t at) {
    const std::size_t digits = at;
    while (at < line.size() && (is_digit(line[at]) || line[at] == '.' || line[at] == ',')) ++at;
    if (at == digits) return std::string_view::npos;
    at = skip_spaces(line, at);
    const std::string_view unit = line.substr(at, 2);
    const bool ends = at + 2 >= line.size() || !is_letter(line[at + 2]);
    return (unit == "KB" || unit == "MB" || unit == "kb" || unit == "Kb") && ends ? at + 2 : std::string_view::npos;
}

/// Whether "KB", "MB", "kb" or "Kb" stands anywhere; without one there is no link.
bool has_size_unit(std::string_view line) {
    for (std::size_t at = line.find('B'); at != std::string_view::npos; at = line.find('B', at + 1))
        if (at > 0 && (line[at - 1] == 'K' || line[at - 1] == 'M')) return true;
    for (std::size_t at = line.find('b'); at != std::string_view::npos; at = line.find('b', at + 1))
        if (at > 0 && (line[at - 1] == 'k' || line[at - 1] == 'K')) return true;
    return false;
}

std::size_t link_begin(std::string_view line, std::size_t type_begin) {
    constexpr std::array<std::string_view, 4> kIcons = {"pdf icon", "document icon", "pdf eicon", "icon"};
    const std::size_t before = before_spaces(line, type_begin, 0);
    for (const std::string_view icon : kIcons)
        if (line.substr(0, before).ends_with(icon)) return before - icon.size();
    return type_begin;
}

}  // namespace

std::vector<Span> truncation_marks(std::string_view text) {
    std::vector<Span> marks;
    std::size_t floor = 0;
    for (std::size_t at = text.find("view"); at != std::string_view::npos; at = text.find("view", at + 1)) {
        if (at < floor || (at > 0 && is_letter(text[at - 1]))) continue;
        const std::size_t end = link_end(text, at);
        if (end == std::string_view::npos) continue;
        marks.push_back({static_cast<std::uint32_t>(ellipsis_begin(text, at, floor)), static_cast<std::uint32_t>(end)});
        floor = end;
    }
    return marks;
}

std::vector<Span> document_links(std::string_view line) {
    std::vector<Span> links;
    if (!has_size_unit(line)) return links;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t word_end = skip_word(line, at);
        const std::size_t next = skip_spaces(line, word_end);
        if (is_file_type(line.substr(at, word_end - at)))
            if (const std::size_t end = size_end(line, next); end != std::string_view::npos) {
                links.push_back({static_cast<std::uint32_t>(link_begin(line, at)), static_cast<std::uint32_t>(end)});
                at = skip_spaces(line, end);
                continue;
            }
        at = next > at ? next : at + 1;
    }
    return links;
}

}  // namespace minutes
