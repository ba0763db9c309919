#include "indexer/furniture.hpp"

#include "analyzers/tokens.hpp"
#include "analyzers/zones.hpp"

#include <algorithm>

namespace minutes {
namespace {

/// A longer stretch is cut, so that a page which is all navigation gives records of bounded size.
constexpr std::uint32_t kMaxBytes = 8192;

/// Where a meeting or one of its items begins.
struct Begin {
    std::uint32_t at;
    std::size_t meeting;
    std::optional<std::size_t> item;
};

std::optional<std::uint32_t> begin_of(const Item& item) {
    if (!item.heading.empty()) return item.heading.front().begin;
    if (!item.passages.empty()) return item.passages.front().parts.front().begin;
    return std::nullopt;
}

std::vector<Begin> find_begins(const Segmented& segmented) {
    std::vector<Begin> begins;
    for (std::size_t m = 0; m < segmented.meetings.size(); ++m) {
        const Meeting& meeting = segmented.meetings[m];
        if (!meeting.head.empty()) begins.push_back({meeting.head.front().begin, m, std::nullopt});
        for (std::size_t i = 0; i < meeting.items.size(); ++i)
            if (const auto at = begin_of(meeting.items[i])) begins.push_back({*at, m, i});
    }
    std::stable_sort(begins.begin(), begins.end(), [](const Begin& a, const Begin& b) { return a.at < b.at; });
    return begins;
}

/// Joins neighbours while they come in the order of the text.
class Stretches {
public:
    explicit Stretches(const Document& doc) : doc_(doc) {}

    void add(const Furniture& place, std::string_view reason, Span at) {
        const bool joins = !open_.parts.empty() && reason == reason_ && at.begin == end_ && place.zone == open_.zone && place.meeting == open_.meeting &&
                           place.item == open_.item && bytes_ + at.size() <= kMaxBytes;
        if (!joins) {
            close();
            open_ = place;
            reason_ = reason;
        }
        open_.parts.push_back(at);
        bytes_ += at.size();
        end_ = at.end;
    }

    /// Text between two discards that keeps them neighbours: white space, rules.
    void skip(Span at) {
        if (at.begin == end_) end_ = at.end;
    }

    std::vector<Furniture> take() {
        close();
        return std::move(found_);
    }

private:
    void close() {
        const bool words = std::any_of(open_.parts.begin(), open_.parts.end(), [&](Span part) { return tokenise(slice(doc_.text, part)).words > 0; });
        if (words) found_.push_back(std::move(open_));
        open_ = {};
        bytes_ = 0;
    }

    const Document& doc_;
    Furniture open_;
    std::string_view reason_;
    std::uint32_t bytes_ = 0, end_ = 0;
    std::vector<Furniture> found_;
};

/// Discards that say nothing themselves and stand between others; a heading or label ends a stretch.
bool is_blank(const Discard& discard) { return discard.reason == "space" || discard.reason == "rule" || discard.reason == "bullet"; }

}  // namespace

std::vector<Furniture> find_furniture(const Document& doc, const Segmented& segmented) {
    if (segmented.meetings.empty()) return {};
    const std::vector<Begin> begins = find_begins(segmented);
    Stretches stretches(doc);
    Furniture place;
    std::size_t next = 0;
    for (const Discard& discard : segmented.discarded) {
        for (; next < begins.size() && begins[next].at <= discard.at.begin; ++next) {
            place.meeting = begins[next].meeting;
            place.item = begins[next].item;
        }
        const std::optional<Zone> zone = zone_of(discard);
        if (!zone) {
            if (is_blank(discard)) stretches.skip(discard.at);
            continue;
        }
        Furniture here = place;
        here.zone = *zone;
        if (here.zone != Zone::documents) here.item.reset();
        stretches.add(here, discard.reason, discard.at);
    }
    return stretches.take();
}

}  // namespace minutes
