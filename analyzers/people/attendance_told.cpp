#include "analyzers/people/attendance_told.hpp"

#include "analyzers/people/patterns.hpp"
#include "analyzers/people/person_names.hpp"
#include "analyzers/people/role_titles.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace minutes {
namespace {

constexpr ListLabel kPresent = {Status::present, Role::member, false, true};
constexpr ListLabel kGuests = {Status::in_attendance, Role::external, false, false};

/// Where a sentence names those who came, and what it says of them.
struct Told {
    Range names;
    ListLabel label;
    bool in_chair = false;
};

class Teller {
public:
    Teller(const Lexemes& lexemes, Range sentence) : lexemes_(lexemes), in_(sentence) {}

    /// "Present at the meeting were ...", "Also in attendance for part of the meeting was ...".
    std::optional<Told> names_behind() const {
        std::size_t i = in_.begin;
        const bool also = is(i, "also");
        if (also) ++i;
        const bool present = is(i, "present"), attending = is(i, "in") && is(i + 1, "attendance");
        if (!present && !attending) return std::nullopt;
        constexpr std::size_t kMostBetween = 10;
        for (std::size_t k = i + 1; k < std::min(in_.end, i + kMostBetween) && (lexemes_[k].word || is(k, ",")) && lexemes_[k].breaks == 0; ++k)
            if (is(k, "was") || is(k, "were")) return Told{{k + 1, in_.end}, present && !also ? kPresent : kGuests};
        return std::nullopt;
    }

    /// "County Councillor Dale was in attendance", "Mr Hay chaired the meeting".
    std::optional<Told> names_before() const {
        if (!opens_with_name()) return std::nullopt;
        constexpr std::size_t kMostNames = 60;
        for (std::size_t k = in_.begin + 2; k < std::min(in_.end, in_.begin + kMostNames); ++k) {
            if (is(k, "chaired") && is(k + 1, "the") && is(k + 2, "meeting")) return Told{holder(k), kPresent, true};
            if (is(k, "attended") && (is(k + 1, "the") || is(k + 1, "this")) && is(k + 2, "meeting") && !is(k + 3, "of")) return Told{{in_.begin, k}, kGuests};
            if (is(k, "substituted") && is(k + 1, "for")) return Told{{in_.begin, k}, kPresent};
            if (is(k, "attended") && is(k + 1, "as") && (is(k + 2, "substitute") || is(k + 3, "substitute") || is(k + 2, "substitutes"))) return Told{{in_.begin, k}, kPresent};
            if (!is(k, "was") && !is(k, "were")) continue;
            const std::size_t after = is(k + 1, "also") ? k + 2 : k + 1;
            if (is(after, "in") && is(after + 1, "attendance")) return Told{{in_.begin, k}, kGuests};
            if (is(after, "present")) return Told{{in_.begin, k}, after > k + 1 ? kGuests : kPresent};
            return std::nullopt;
        }
        return std::nullopt;
    }

private:
    bool is(std::size_t i, std::string_view form) const { return i < in_.end && lexemes_[i].form == form; }

    bool opens_with_name() const {
        std::size_t i = in_.begin;
        if (is(i, "in") && is(i + 1, "the") && is(i + 2, "absence")) return true;
        while (is_one_of(i < in_.end ? std::string_view(lexemes_[i].form) : std::string_view(), {"county", "district", "borough", "ward", "city", "the", "unitary"})) ++i;
        return titled_name_at(lexemes_, i, in_.end, false) || bare_name_at(lexemes_, i, in_.end, false) || title_at(lexemes_, i, in_.end, {});
    }

    /// The last name before the verb, with its post: "In the absence of the Chair, Cllr Hay, Vice Chair, chaired".
    Range holder(std::size_t verb) const {
        for (std::size_t k = verb; k-- > in_.begin;)
            if (const auto name = titled_name_at(lexemes_, k, verb, false)) return {k, verb};
            else if (const auto bare = bare_name_at(lexemes_, k, verb, false); bare && (k == in_.begin || !lexemes_[k - 1].capital)) return {k, verb};
        return {};
    }

    const Lexemes& lexemes_;
    Range in_;
};

std::vector<Attendee> people_of(std::string_view text, const Lexemes& lexemes, const Told& told, const ListContext& context) {
    if (told.names.empty()) return {};
    const auto at = [&](std::size_t i) { return lexemes.begin() + static_cast<std::ptrdiff_t>(i); };
    std::vector<Attendee> people = read_attendance(text, Lexemes(at(told.names.begin), at(told.names.end)), told.label, context);
    if (told.in_chair && !people.empty()) {
        people.front().in_chair = true;
        people.front().person.role = Role::chair;
    }
    return people;
}

/// The lexemes outside some ranges; what follows a range starts a line.
Lexemes without(const Lexemes& lexemes, const std::vector<Range>& taken) {
    Lexemes rest;
    auto next = taken.begin();
    for (std::size_t i = 0; i < lexemes.size(); ++i) {
        while (next != taken.end() && i >= next->end) ++next;
        if (next != taken.end() && next->contains(i)) continue;
        rest.push_back(lexemes[i]);
        if (next != taken.begin() && std::prev(next)->end == i) rest.back().breaks = std::max(rest.back().breaks, 1);
    }
    return rest;
}

}  // namespace

std::vector<Attendee> take_told(std::string_view text, const Lexemes& lexemes, bool of_attendance, const ListContext& context, std::optional<Lexemes>& rest) {
    std::vector<Attendee> people;
    std::vector<Range> taken;
    for (const Range sentence : sentences_of(lexemes)) {
        const Teller teller(lexemes, sentence);
        std::optional<Told> told = teller.names_behind();
        if (!told && of_attendance) told = teller.names_before();
        if (!told) continue;
        std::vector<Attendee> named = people_of(text, lexemes, *told, context);
        if (named.empty()) continue;
        std::move(named.begin(), named.end(), std::back_inserter(people));
        taken.push_back(sentence);
    }
    if (!taken.empty()) rest = without(lexemes, taken);
    return people;
}

}  // namespace minutes
