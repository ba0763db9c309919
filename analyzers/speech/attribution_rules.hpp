#pragma once

#include <span>
#include <string_view>

namespace minutes {

/// Every way in which a speaker is found, in the order of the table. Speaker::rule holds its id.
enum class Rule {
    // A name that the meeting's list holds, from the surest to the least sure.
    full_name, initial_surname, honorific_surname, surname, forename, list_initials, other_honorific, misspelt_name,
    // A post whose holder the meeting knows.
    post_in_list, only_holder, post_named_before, acronym, meeting_chair, chair_here,
    // Somebody is named, and nobody can say who it is.
    several_of_name, several_in_post, name_in_apologies, name_not_listed, bare_name, post_not_listed, chair_unknown,
    // A group or the body.
    group, one_of_group, body,
    // The form of the text says who speaks.
    utterance, written_question, written_answer, heading, lead_in, invited, silent_actor, reply_of, same_speaker,
    // Nobody is named: the act tells, or nothing does.
    agentless_act, question_cue, implied_question, agentless_agreement, officers_answer, open_meeting, listeners, agentless_report,
    decision_marker, decision_passage, minutes_approved, silent
};

/// What a rule rests on, and so what a program may take for granted of its speakers.
enum class RuleKind {
    list,    ///< one person, who is in the list of this meeting
    chair,   ///< one person, who is in the chair at that place; in the list unless only the text names them
    open,    ///< ambiguous or unresolved: nobody of the list
    group,   ///< collective
    form,    ///< as the words that it rests on resolve: any resolution
    nobody   ///< unnamed
};

struct AttributionRule {
    Rule rule;
    RuleKind kind;
    std::string_view id;    ///< as JSON prints it; never renamed, records hold it
    std::string_view says;  ///< one sentence: when the rule decides, and what its evidence is
};

/// The table, a row a rule in the order of the enumeration; docs/segmentation.md lists it.
[[nodiscard]] std::span<const AttributionRule> attribution_rules();
[[nodiscard]] const AttributionRule& row_of(Rule rule);
[[nodiscard]] std::string_view id_of(Rule rule);  ///< static storage

}  // namespace minutes
