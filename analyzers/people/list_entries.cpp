#include "analyzers/people/list_entries.hpp"

#include "analyzers/people/attendance_labels.hpp"
#include "analyzers/people/role_titles.hpp"

#include <algorithm>

namespace minutes {
namespace {

bool is(const Lexemes& lexemes, std::size_t i, std::string_view form) { return i < lexemes.size() && lexemes[i].form == form; }

bool opens_label(std::string_view form) {
    return is_one_of(form, {"co", "coopted", "cabinet", "executive", "portfolio", "officers", "officer", "officials", "other", "others", "also", "members", "apologies",
                            "present", "in", "absent", "substitutes", "observers", "guests", "visitors", "staff", "voting", "non", "invited", "attendees"});
}

/// "and 5 members of the public", "plus one resident" behind the last post of a list.
bool counts_heads(const Lexemes& lexemes, std::size_t i) {
    if (!is_one_of(lexemes[i].form, {"and", "plus"}) || i + 1 >= lexemes.size()) return false;
    const std::string_view next = lexemes[i + 1].form;
    return (next.front() >= '0' && next.front() <= '9') || is_one_of(next, {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "members", "a", "no"});
}

/// Whether a dash stands between blanks.
bool is_set_apart(const Lexemes& lexemes, std::size_t dash) {
    return dash > 0 && dash + 1 < lexemes.size() && lexemes[dash].at.begin > lexemes[dash - 1].at.end && lexemes[dash + 1].at.begin > lexemes[dash].at.end;
}

/// Whether a post needs nothing more: "Director of Roads", "Town Clerk", "Monitoring Officer"; but "Head of Service - Early Help".
bool says_of_what(const Lexemes& lexemes, Range post) {
    for (std::size_t k = post.begin; k + 1 < post.end; ++k)
        if (is_one_of(lexemes[k].form, {"of", "for"})) return !is_one_of(lexemes[k + 1].form, {"service", "services"});
    const Role role = role_of_title(words_of(lexemes, post), {});
    const bool subject = post.end > post.begin + 1 && !is_one_of(lexemes[post.begin].form, {"principal", "senior", "lead", "service", "team", "group", "area", "assistant", "deputy", "project", "programme"});
    return role == Role::clerk || role == Role::chief_executive || role == Role::dcs || (role == Role::officer && subject);
}

/// "Chairman of the Policy Development Group", of a councillor who is a guest here.
bool leads_elsewhere(Role role) { return role == Role::external || role == Role::vice_chair || role == Role::chair; }

}  // namespace

Role role_in_list(const Person& person, const ListLabel& label, Honorific honorific, ListHabits habits, std::string_view committee) {
    const bool councillor = honorific == Honorific::councillor, posted = !person.post.empty();
    Role role = posted ? role_of_title(person.post, committee) : person.role;
    if (honorific == Honorific::police) return Role::external;
    if (councillor && posted && label.status == Status::in_attendance && leads_elsewhere(role)) return Role::visiting_member;
    if (role == Role::member && label.status == Status::in_attendance) role = Role::visiting_member;
    if (role == Role::officer && label.role == Role::member && councillor) role = Role::member;
    if (role == Role::unattributed) role = councillor && !label.councillors_too ? Role::visiting_member : label.role;
    if (role == Role::external && !councillor && !posted && !label.councillors_too) role = Role::unattributed;
    if (role == Role::member && !councillor && honorific == Honorific::none && habits.councillors >= 2 && !habits.plain_members) role = Role::unattributed;
    if (role == Role::officer && label.role == Role::member && person.post.find("reasurer") != std::string::npos) role = Role::member;  // an office, no employment
    if (role == Role::external && label.role == Role::member && label.status == Status::present && committee.find("orum") != std::string_view::npos) role = Role::member;  // headteachers sit on a schools forum
    if (role == Role::external && label.role == Role::coopted) role = Role::coopted;  // the label says more than where they come from
    return role;
}

std::size_t closing_bracket(const Lexemes& lexemes, std::size_t open) {
    constexpr std::size_t kLongest = 40;  // lexemes
    int depth = 0;
    for (std::size_t i = open; i < lexemes.size() && i < open + kLongest; ++i) {
        if (is(lexemes, i, "(") || is(lexemes, i, "[")) ++depth;
        if ((is(lexemes, i, ")") || is(lexemes, i, "]")) && --depth == 0) return i;
    }
    return open;
}

std::size_t line_end(const Lexemes& lexemes, std::size_t i) {
    ++i;
    while (i < lexemes.size() && lexemes[i].breaks == 0) ++i;
    return i;
}

std::size_t post_limit(const Lexemes& lexemes, std::size_t i) {
    constexpr std::size_t kLongest = 60;  // lexemes: a post on many lines is no post
    std::size_t end = line_end(lexemes, i);
    while (end < lexemes.size() && end < i + kLongest && (joins_lines(lexemes, end) || runs_over_line(lexemes, end - 1))) end = line_end(lexemes, end);
    return end;
}

bool ends_like_an_entry(const Lexemes& lexemes, std::size_t i) {
    if (i >= lexemes.size() || lexemes[i].breaks > 0) return true;
    return is_one_of(lexemes[i].form, {"from", "of", "representing", "(", ",", "-", ";", "and", ".", ":", "|"}) || is_bullet(lexemes[i]);
}

std::size_t entry_end(const Lexemes& lexemes, std::size_t i) {
    while (i < lexemes.size() && lexemes[i].breaks == 0 && !is(lexemes, i, ";") && !is(lexemes, i, ".")) ++i;
    return i;
}

bool has_name(const Lexemes& lexemes, Range range) {
    for (std::size_t i = range.begin; i < range.end; ++i)
        if (titled_name_at(lexemes, i, range.end, true) || (lexemes[i].form == "-" && is_set_apart(lexemes, i) && bare_name_at(lexemes, i + 1, range.end, true))) return true;
    return bare_name_at(lexemes, range.begin, range.end, true).has_value();
}

std::size_t before_bracketed_name(const Lexemes& lexemes, std::size_t end) {
    for (std::size_t k = end; k + 1 < lexemes.size() && k < end + 10 && lexemes[k].breaks == 0; ++k) {
        if (is(lexemes, k, ")") || is(lexemes, k, ";") || is(lexemes, k, ".")) break;
        if (is(lexemes, k, "(")) return titled_name_at(lexemes, k + 1, lexemes.size(), true) ? k : end;
    }
    return end;
}

std::size_t plain_post_end(const Lexemes& lexemes, std::size_t i, std::string_view committee) {
    if (!is(lexemes, i - 1, ",") || lexemes[i].capital || lexemes[i].form.front() <= '9') return i;  // "PC Hay, 6 members of the public"
    std::size_t end = i;
    while (end < lexemes.size() && end < i + 6 && lexemes[end].word && lexemes[end].form != "and" && lexemes[end].breaks == 0) ++end;
    const Words words = words_of(lexemes, {i, end});
    if (any_word(words, {"public", "press", "residents", "parishioners"})) return i;   // "PC Hay, 6 members of the public"
    return role_of_title(words, committee) == Role::unattributed ? i : end;
}

std::size_t unknown_post_end(const Lexemes& lexemes, std::size_t i, bool listed) {
    if (!(is(lexemes, i - 1, ",") || is(lexemes, i - 1, "-")) || !lexemes[i].word || !lexemes[i].capital || honorific_of(lexemes[i].form) != Honorific::none) return i;
    std::size_t end = i;
    while (end < lexemes.size() && (end == i || lexemes[end].breaks == 0) && (lexemes[end].word || lexemes[end].form == "'") && honorific_of(lexemes[end].form) == Honorific::none && !counts_heads(lexemes, end)) ++end;
    const bool before_name = end < lexemes.size() && lexemes[end].breaks == 0 && honorific_of(lexemes[end].form) != Honorific::none;  // "District Councillor Green"
    return (end == i + 1 && listed) || before_name ? i : end;
}

std::size_t before_bare_holder(const Lexemes& lexemes, Range post) {
    for (std::size_t k = post.begin + 1; k + 1 < post.end; ++k) {
        const bool dash = lexemes[k - 1].form == "-" && (lexemes[k].form.size() == 1 || (is_set_apart(lexemes, k - 1) && says_of_what(lexemes, {post.begin, k - 1})));   // "Director of Operations – G Girl"
        if (!(is_title_head(lexemes[k - 1].form) || dash) || lexemes[k].breaks > 0) continue;
        const auto name = bare_name_at(lexemes, k, lexemes.size(), true);
        if (name && (!dash || name->at.end > k + 1) && name->at.end >= post.end && ends_like_an_entry(lexemes, name->at.end)) return dash ? k - 1 : k;
    }
    return post.end;
}

std::size_t visitor_post_end(const Lexemes& lexemes, std::size_t i) {
    if (!is_one_of(lexemes[i].form, {"county", "district", "borough", "city", "ward", "unitary", "division"}) || !lexemes[i].capital) return i;
    if (i + 1 >= lexemes.size() || !is_one_of(lexemes[i + 1].form, {"councillor", "cllr", "member"})) return i;
    const bool ends = i + 2 >= lexemes.size() || lexemes[i + 2].breaks > 0 || is_one_of(lexemes[i + 2].form, {",", ";", ")", ".", "and"});
    return ends ? i + 2 : i;
}

Range home_organisation(const Lexemes& lexemes, std::size_t i) {
    if (!is(lexemes, i, "of") && !is(lexemes, i, "from") && !is(lexemes, i, "representing")) return {};
    std::size_t begin = i + 1, end = begin;
    if (is(lexemes, begin, "the")) end = ++begin;
    while (end < lexemes.size() && end < begin + 9 && lexemes[end].breaks == 0 && (lexemes[end].capital || is_one_of(lexemes[end].form, {"the", "of", "and", "for", "'"}))) {
        if (honorific_of(lexemes[end].form) != Honorific::none && lexemes[end].capital) break;
        ++end;
    }
    while (end > begin && !lexemes[end - 1].capital) --end;
    if (end == begin || role_of_title(words_of(lexemes, {begin, end}), {}) != Role::external) return {};
    return {begin, end};
}

bool stands_for_another(const Lexemes& lexemes, std::size_t i) {
    if (i == 0) return false;
    const std::string_view before = lexemes[i - 1].form;
    if (before == "replacing" || before == "vice") return true;
    if (i >= 2 && before == "for") return is_one_of(lexemes[i - 2].form, {"substitute", "substituting", "substituted", "sub", "deputising", "deputy", "standing", "("});
    return i >= 2 && before == "of" && is_one_of(lexemes[i - 2].form, {"place", "behalf", "lieu", "instead"});
}

bool is_council_of_next(const Lexemes& lexemes, Range name) {
    return name.end == name.begin + 1 && names_another_council(lexemes[name.begin]) && name.end < lexemes.size() && honorific_of(lexemes[name.end].form) != Honorific::none;
}

std::optional<NameAt> substitute_in(const Lexemes& lexemes, Range inside) {
    if (!is_one_of(lexemes[inside.begin].form, {"substitute", "sub", "substituted", "replaced"})) return std::nullopt;
    for (std::size_t k = inside.begin + 1; k < inside.end; ++k)
        if (auto name = titled_name_at(lexemes, k, inside.end, true)) return stands_for_another(lexemes, k) ? std::nullopt : std::move(name);
    return std::nullopt;
}

bool stood_in_by(const Lexemes& lexemes, std::size_t i) {
    return i >= 2 && lexemes[i - 1].form == "by" && is_one_of(lexemes[i - 2].form, {"substituted", "replaced", "represented", "deputised"});
}

std::optional<NameAt> name_over_lines(const Lexemes& lexemes, std::size_t i) {
    if (i == 0 || i + 1 >= lexemes.size() || !is_one_of(lexemes[i - 1].form, {",", "and"}) || !lexemes[i].capital || lexemes[i].upper || lexemes[i + 1].breaks != 1) return std::nullopt;
    const auto name = bare_name_at(lexemes, i, lexemes.size(), false);
    if (!name || name->bare.end - name->bare.begin > 3 || !ends_like_an_entry(lexemes, name->at.end)) return std::nullopt;
    for (std::size_t k = i + 2; k < name->at.end; ++k)
        if (lexemes[k].breaks > 0) return std::nullopt;
    return name;
}

std::optional<NameAt> inverted_name_at(const Lexemes& lexemes, std::size_t i) {
    constexpr std::size_t kMostInitials = 3;
    if (!lexemes[i].word || !lexemes[i].capital || lexemes[i].form.size() < 2) return std::nullopt;
    const std::size_t comma = i + 1 < lexemes.size() && lexemes[i + 1].joined ? i + 2 : i + 1;  // "Oak-Elm, C"
    if (!is(lexemes, comma, ",")) return std::nullopt;
    std::size_t end = comma + 1;
    while (end < lexemes.size() && end < comma + 1 + 2 * kMostInitials && lexemes[end].breaks == 0 && ((lexemes[end].capital && (lexemes[end].form.size() == 1 || (lexemes[end].upper && lexemes[end].form.size() <= kMostInitials))) || (lexemes[end].form == "." && end > comma + 1))) ++end;
    if (end == comma + 1 || !ends_like_an_entry(lexemes, end) || is(lexemes, end, "-")) return std::nullopt;
    NameAt name;
    name.at = {i, end};
    name.bare = {i, comma};
    return name;
}

bool names_another_council(const Lexeme& lexeme) {
    if (lexeme.capital && is_one_of(lexeme.form, {"county", "district", "borough", "ward", "unitary"})) return true;
    return lexeme.upper && lexeme.form.size() >= 2 && lexeme.form.size() <= 5 && lexeme.form.back() == 'c' && lexeme.form != "inc";
}

bool opens_inline_label(const Lexemes& lexemes, std::size_t i) {
    if (!lexemes[i].capital || !is_one_of(lexemes[i].form, {"apologies", "present", "absent", "in", "also"})) return false;
    std::size_t colon = i + 1;
    while (colon < lexemes.size() && colon < i + 5 && lexemes[colon].word) ++colon;
    return is(lexemes, colon, ":") && list_label(lexemes, {i, colon});
}

bool ends_label(const Lexemes& lexemes, std::size_t i, std::size_t colon) {
    if (is(lexemes, colon, "-") && colon > i && colon <= i + 3) {   // "Apologies - Cllr Hay", but "Co-opted"
        for (std::size_t k = i; k < colon; ++k)
            if (!is_one_of(lexemes[k].form, {"apologies", "apology", "for", "absence", "received", "present", "in", "attendance", "also", "absent", "attendees"})) return false;
        return true;
    }
    return is(lexemes, colon, ":") || (is(lexemes, colon, ";") && colon > i && colon <= i + 3 && list_label(lexemes, {i, colon}));
}

std::size_t label_before_name(const Lexemes& lexemes, std::size_t i) {
    if (!lexemes[i].capital || !opens_label(lexemes[i].form)) return i;
    for (std::size_t k = i + 1; k < lexemes.size() && k < i + 5 && lexemes[k].word && lexemes[k].breaks == 0; ++k) {
        if (honorific_of(lexemes[k].form) != Honorific::none && lexemes[k].capital) return i;
        const auto name = bare_name_at(lexemes, k, lexemes.size(), true);
        if (!name) continue;
        return list_label(lexemes, {i, k}) && ends_like_an_entry(lexemes, name->at.end) ? k : i;
    }
    return i;
}

}  // namespace minutes
