#include "analyzers/zones.hpp"

#include "analyzers/structure/plain_text.hpp"
#include "analyzers/tables.hpp"
#include "corpus/problem.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace minutes {

extern const std::string_view k_zones_tsv;

namespace {

/// Bytes of a passage that are read for its words: who apologises or declares says so at once.
constexpr std::size_t kReadBytes = 400;
/// Bytes of a title that are read: a longer one is running text.
constexpr std::size_t kTitleBytes = 300;

struct ZoneRow {
    std::optional<Zone> zone;  ///< nullopt: "none"
    std::string_view opening, later;
};

enum class Of { title, text, word, discard };
constexpr std::array<std::string_view, 4> kOfs = {"title", "text", "word", "discard"};

using ZoneRows = std::array<std::vector<ZoneRow>, kOfs.size()>;

const std::vector<ZoneRow>& rows_of(Of of) {
    static const ZoneRows table = [] {
        ZoneRows rows;
        for (const TableRow& row : table_rows(k_zones_tsv, 4)) {
            const auto at = std::find(kOfs.begin(), kOfs.end(), row[1]);
            const std::optional<Zone> zone = zone_named(row[0]);
            if (at == kOfs.end() || (!zone && row[0] != "none") || row[2].empty())
                throw Error("analyzers/data/zones.tsv, row '" + std::string(row[2]) + "': a cell is not known; correct the table and build again");
            rows[static_cast<std::size_t>(at - kOfs.begin())].push_back({zone, row[2], row[3]});
        }
        return rows;
    }();
    return table[static_cast<std::size_t>(of)];
}

bool is_word_byte(char c) { return is_small(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

bool opens_with(std::string_view plain, std::string_view words) {
    return plain.starts_with(words) && (plain.size() == words.size() || !is_word_byte(plain[words.size()]));
}

/// Whether a word that begins so, or several words of which the first does, stand in `plain`.
bool has_word(std::string_view plain, std::string_view start) {
    for (std::size_t at = plain.find(start); at != std::string_view::npos; at = plain.find(start, at + 1))
        if (at == 0 || !is_word_byte(plain[at - 1])) return true;
    return false;
}

/// "apologies for absence and declarations of interest" in its two parts.
std::vector<std::string_view> parts_of(std::string_view title) {
    static constexpr std::array<std::string_view, 7> kDividers = {" and ", ", ", " & ", "/", ";", " - ", ": "};
    std::vector<std::string_view> parts;
    while (!title.empty()) {
        std::size_t end = title.size(), width = 0;
        for (const std::string_view divider : kDividers)
            if (const std::size_t at = title.find(divider); at < end) {
                end = at;
                width = divider.size();
            }
        if (end > 0) parts.push_back(title.substr(0, end));
        title.remove_prefix(end + width);
    }
    return parts;
}

std::optional<Zone> zone_of_part(std::string_view part) {
    for (const ZoneRow& row : rows_of(Of::title))
        if (opens_with(part, row.opening) && (row.later.empty() || part.find(row.later, row.opening.size()) != std::string_view::npos)) return row.zone;
    return std::nullopt;
}

/// What the title of an item says of its formal passages.
struct TitleZones {
    std::optional<Zone> first;  ///< of the part that opens the title
    std::set<Zone> all;
};

TitleZones zones_of_title(std::string_view title) {
    TitleZones zones;
    const std::string plain = plain_form(title.substr(0, kTitleBytes));
    // A title whose later word stands behind a divider ("declarations of pecuniary and other interests") is read as a whole too.
    zones.first = zone_of_part(plain);
    if (zones.first) zones.all.insert(*zones.first);
    for (const std::string_view part : parts_of(plain))
        if (const std::optional<Zone> zone = zone_of_part(part)) zones.all.insert(*zone);
    return zones;
}

std::string opening_of(std::string_view text, const Passage& passage) {
    Span part = passage.parts.front();
    if (part.contains(passage.marker)) part.begin = std::max(part.begin, passage.marker.end);
    return plain_form(slice(text, {part.begin, std::min<std::uint32_t>(part.end, part.begin + kReadBytes)}));
}

bool has_words_of(Zone zone, std::string_view plain) {
    const std::vector<ZoneRow>& rows = rows_of(Of::word);
    return std::any_of(rows.begin(), rows.end(), [&](const ZoneRow& row) { return row.zone == zone && has_word(plain, row.opening); });
}

bool opens_apologies(std::string_view plain) {
    const std::vector<ZoneRow>& rows = rows_of(Of::text);
    return std::any_of(rows.begin(), rows.end(), [&](const ZoneRow& row) { return row.zone == Zone::apologies && opens_with(plain, row.opening); });
}

/// Where the list names each person, in the order of the text.
using Named = std::vector<std::pair<std::uint32_t, Status>>;

Named named_in_lists(const Meeting& meeting) {
    Named named;
    for (const Person& person : meeting.people)
        if (!person.at.empty()) named.emplace_back(person.at.begin, person.status);
    std::sort(named.begin(), named.end());
    return named;
}

/// Whether somebody is named in the passage and all who are have sent apologies.
bool names_the_absent_alone(const Named& named, const Passage& passage) {
    bool any = false;
    for (const Span part : passage.parts) {
        auto at = std::lower_bound(named.begin(), named.end(), std::pair(part.begin, Status::present));
        for (; at != named.end() && at->first < part.end; ++at) {
            if (at->second != Status::apologies) return false;
            any = true;
        }
    }
    return any;
}

Zone zone_of_list(std::string_view text, const Passage& passage, const TitleZones& title, const Named& named) {
    if (title.first == Zone::apologies || names_the_absent_alone(named, passage) || opens_apologies(opening_of(text, passage))) return Zone::apologies;
    return Zone::attendance;
}

/// Formal business belongs to the zone that its item's title opens with; a title of several parts is decided by the passage's words.
Zone zone_of_formal(std::string_view text, const Passage& passage, const TitleZones& title) {
    if (title.all.empty()) return Zone::minutes;
    if (title.first && title.all.size() == 1) return *title.first;
    const std::string plain = opening_of(text, passage);
    for (const Zone zone : title.all)
        if (has_words_of(zone, plain)) return zone;
    return Zone::minutes;
}

Zone zone_of_passage(std::string_view text, const Passage& passage, const TitleZones& title, const Named& named) {
    switch (passage.kind) {
        case PassageKind::decision: return Zone::decision;
        case PassageKind::action: return Zone::action;
        case PassageKind::agenda_note: return Zone::agenda;
        case PassageKind::attendance: return zone_of_list(text, passage, title, named);
        case PassageKind::procedural: return zone_of_formal(text, passage, title);
        case PassageKind::discussion: break;
    }
    return title.first == Zone::declarations && title.all.size() == 1 ? Zone::declarations : Zone::minutes;
}

}  // namespace

Meeting with_zones(std::string_view text, Meeting meeting) {
    const Named named = named_in_lists(meeting);
    for (Item& item : meeting.items) {
        const TitleZones title = zones_of_title(item.title);
        for (Passage& passage : item.passages) passage.zone = zone_of_passage(text, passage, title, named);
    }
    return meeting;
}

std::optional<Zone> zone_of(const Discard& discard) {
    for (const ZoneRow& row : rows_of(Of::discard))
        if (row.opening == discard.reason) return row.zone;
    return Zone::boilerplate;
}

}  // namespace minutes
