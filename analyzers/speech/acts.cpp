#include "analyzers/speech/acts.hpp"

#include "analyzers/people/patterns.hpp"

#include <algorithm>

namespace minutes {
namespace {

bool elected_before(const std::vector<Speaker>& before) {
    return std::any_of(before.begin(), before.end(), [](const Speaker& speaker) { return is_elected(speaker.role) || (speaker.role == Role::chair && speaker.act == Act::question); });
}

bool says_agreed(const Turn& turn, const Lexemes& lexemes) {
    return turn.verb < lexemes.size() && is_one_of(lexemes[turn.verb].form, {"agreed", "noted", "resolved", "approved"});
}

/// "agreed to provide": takes on a task.
bool agreed_to_act(const Turn& turn, const Lexemes& lexemes) {
    for (std::size_t i = turn.verb + 1; i < std::min(lexemes.size(), turn.verb + 3); ++i)
        if (lexemes[i].form == "to") return lexemes[turn.verb].form == "agreed";
    return false;
}

bool noted_that(const Turn& turn, const Lexemes& lexemes) {
    return turn.verb + 1 < lexemes.size() && lexemes[turn.verb].form == "noted" && lexemes[turn.verb + 1].form == "that";
}

}  // namespace

bool is_elected(Role role) {
    return role == Role::member || role == Role::committee || role == Role::coopted || role == Role::visiting_member || role == Role::public_ || role == Role::vice_chair;
}

bool asked_before(const std::vector<Speaker>& before) {
    return !before.empty() && is_elected(before.back().role) && (before.back().act == Act::question || before.back().act == Act::concern);
}

Act act_of(const Turn& turn, Role role, const TurnSetting& setting) {
    if (turn.moves) return Act::statement;
    const Lexemes& lexemes = setting.lexemes;
    const bool body = is_elected(role);
    const bool telling = turn.act == Act::report || turn.act == Act::statement;
    if (body && turn.act == Act::answer && !turn.reply && !asked_before(setting.before)) return Act::statement;
    // A guest who reports to members answers them too: "Cllr Hay queried the delay; County Councillor Ford explained ...".
    const bool guest_answers = role == Role::visiting_member && asked_before(setting.before) && setting.before.back().role != role;
    if (body && turn.act == Act::report) return guest_answers ? Act::answer : Act::statement;
    const bool one_person = turn.by && (turn.by->kind == Mention::name || turn.by->kind == Mention::post);
    if (turn.act == Act::decision && one_person) return agreed_to_act(turn, lexemes) ? Act::action : body || lexemes[turn.verb].form != "agreed" ? Act::statement : Act::answer;
    if (turn.act == Act::decision && setting.kind == PassageKind::discussion && noted_that(turn, lexemes)) return Act::statement;
    if (turn.act == Act::statement && body && setting.kind == PassageKind::decision && says_agreed(turn, lexemes)) return Act::decision;
    if (!body && telling && (turn.reply || (role == Role::chair ? asked_before(setting.before) : elected_before(setting.before)))) return Act::answer;
    if (!body && turn.act == Act::statement && says_agreed(turn, lexemes)) return Act::answer;
    return turn.act;
}

}  // namespace minutes
