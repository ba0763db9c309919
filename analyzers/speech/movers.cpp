#include "analyzers/speech/movers.hpp"

namespace minutes {
namespace {

/// Where the name of a mover stands behind the word at `i`, or 0: "proposed by", "Proposer:", "Seconded (", "On the proposal of",
/// "Ar moladh", and, where nobody stands before it, "Proposed Cllr Hay, seconded Cllr Croft".
std::size_t name_behind(const Clause& clause, std::size_t i) {
    const std::string_view form = clause.form(i), next = clause.form(i + 1);
    if (is_one_of(form, {"moladh", "cuidithe"})) return is_one_of(next, {"ag", "le", "an", "ó"}) ? i + 2 : i + 1;
    if (is_one_of(form, {"proposal", "proposition", "motion"}) && next == "of" && clause.form(i - 1) == "the" && clause.form(i - 2) == "on") return i + 2;
    if (!is_one_of(form, {"proposed", "seconded", "moved", "proposer", "seconder", "prop", "sec", "second", "2nd"})) return 0;
    if (is_one_of(next, {"by", ":", "-", "("})) return i + 2;
    if (next == "." && clause.form(i + 2) == "by") return i + 2;
    const bool alone = i == clause.in.begin || is_one_of(clause.form(i - 1), {",", ";", "-", "(", ".", ":"}) || (clause.form(i - 1) == "and" && form == "seconded");
    return alone && is_one_of(form, {"proposed", "seconded", "prop", "sec"}) && clause.starting_at(i + 1) && (form == "seconded" || !clause.ending_at(i - 1)) ? i + 1 : 0;
}

}  // namespace

const Mention* mover_at(const Clause& clause, std::size_t i) {
    const std::size_t name = name_behind(clause, i);
    const Mention* mover = name == 0 ? nullptr : clause.starting_at(name);
    return mover && (mover->kind == Mention::name || mover->kind == Mention::post) ? mover : nullptr;
}

}  // namespace minutes
