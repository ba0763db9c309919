#include "searcher/day.hpp"

#include <charconv>
#include <chrono>
#include <optional>

namespace minutes {
namespace {

std::optional<std::chrono::sys_days> day_of(std::string_view iso) {
    int parts[3] = {};
    constexpr std::size_t kBegin[] = {0, 5, 8}, kSize[] = {4, 2, 2};
    if (iso.size() != 10) return std::nullopt;
    for (int i = 0; i < 3; ++i) {
        const char* const begin = iso.data() + kBegin[i];
        const auto [end, failed] = std::from_chars(begin, begin + kSize[i], parts[i]);
        if (failed != std::errc{} || end != begin + kSize[i]) return std::nullopt;
    }
    const std::chrono::year_month_day day{std::chrono::year(parts[0]), std::chrono::month(static_cast<unsigned>(parts[1])), std::chrono::day(static_cast<unsigned>(parts[2]))};
    return day.ok() ? std::optional(std::chrono::sys_days(day)) : std::nullopt;
}

}  // namespace

std::uint32_t days_between(std::string_view from, std::string_view to) {
    const auto first = day_of(from), last = day_of(to);
    return first && last && *last > *first ? static_cast<std::uint32_t>((*last - *first).count()) : 0;
}

std::vector<Silence> silences(const std::set<std::string>& days, std::uint32_t longer_than) {
    std::vector<Silence> found;
    const std::string* before = nullptr;
    for (const std::string& day : days) {
        const std::uint32_t between = before ? days_between(*before, day) : 0;
        if (between > longer_than) found.push_back({*before, day, between});
        before = &day;
    }
    return found;
}

Silence longest_silence(const std::set<std::string>& days) {
    Silence longest;
    for (const Silence& silence : silences(days))
        if (silence.days > longest.days) longest = silence;
    return longest;
}

}  // namespace minutes
