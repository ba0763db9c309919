#include "analyzers/speech/noun_turns.hpp"

namespace minutes {
namespace {

/// "There was some concern that ...", "There followed a question from Mr Hay", at the start of a sentence.
std::optional<Turn> existence_at(const Clause& clause, std::size_t i) {
    if (i != clause.in.begin || !is_one_of(clause.form(i + 1), {"was", "were", "followed"})) return std::nullopt;
    for (std::size_t k = i + 2; k < i + 5; ++k) {
        if (is_one_of(clause.form(k), {"no", "not", "little"})) return std::nullopt;
        const Mention* asker = act_of_noun(clause.form(k)) && is_one_of(clause.form(k + 1), {"from", "by"}) ? clause.starting_at(k + 2) : nullptr;
        if (asker && asker->kind != Mention::pronoun) return Turn{*asker, asker->role, *act_of_noun(clause.form(k)), Attribution::explicit_, asker->at, 0, false, false, false};
        if (!is_concern_noun(clause.form(k))) continue;
        return Turn{std::nullopt, Role::member, Act::concern, Attribution::inferred, {i, k + 1}, 0, false, false, false};
    }
    return std::nullopt;
}

/// "According to the Clerk, ...", "The view of Councillor Hay was that", "In the opinion of the Head of Roads, ...".
std::optional<Turn> view_at(const Clause& clause, std::size_t i) {
    const bool according = clause.form(i) == "according" && clause.form(i + 1) == "to" && i == clause.in.begin;
    const bool view = is_one_of(clause.form(i), {"view", "views", "opinion"}) && clause.form(i + 1) == "of" && i <= clause.in.begin + 2 && i > clause.in.begin && clause.form(i - 1) == "the";
    const Mention* holder = according || view ? clause.starting_at(i + 2) : nullptr;
    if (!holder || holder->kind == Mention::pronoun || (according && holder->kind != Mention::name && holder->kind != Mention::post)) return std::nullopt;
    if (!is_one_of(clause.form(holder->at.end), {",", "was", "were", "that"})) return std::nullopt;
    return Turn{*holder, holder->role, Act::statement, Attribution::explicit_, holder->at, 0, false, false, false};
}

/// "Councillor Hay's view was that", "In Mr Ford's opinion, ...".
std::optional<Turn> owned_view_at(const Clause& clause, std::size_t i) {
    if (!is_one_of(clause.form(i), {"view", "opinion"}) || i < clause.in.begin + 2) return std::nullopt;
    const std::optional<Mention> owner = clause.owner_at(i - 2);
    const bool said = is_one_of(clause.form(i + 1), {"was", "is"}) && clause.form(i + 2) == "that";
    if (!owner || !(said || (i == clause.in.begin + 3 && clause.form(i - 3) == "in"))) return std::nullopt;
    return Turn{*owner, owner->role, Act::statement, Attribution::explicit_, owner->at, 0, false, false, false};
}

}  // namespace

std::optional<Turn> noun_turn_at(const Clause& clause, std::size_t i) {
    if (clause.form(i) == "there") return existence_at(clause, i);
    if (auto owned = owned_view_at(clause, i)) return owned;
    return is_one_of(clause.form(i), {"view", "views", "opinion", "according"}) ? view_at(clause, i) : std::nullopt;
}

}  // namespace minutes
