#include "analyzers/speech/attribution_rules.hpp"

#include <array>
#include <cstddef>

namespace minutes {
namespace {

constexpr std::array kRules = {
    AttributionRule{Rule::full_name, RuleKind::list, "full-name", "forename and surname are those of one person in the list; evidence: the list's entry"},
    AttributionRule{Rule::initial_surname, RuleKind::list, "initial-and-surname", "an initial or short forename and the surname fit one person in the list; evidence: the list's entry"},
    AttributionRule{Rule::honorific_surname, RuleKind::list, "honorific-and-surname", "honorific and surname fit one person in the list; evidence: the list's entry"},
    AttributionRule{Rule::surname, RuleKind::list, "surname", "the surname is that of one person in the list; evidence: the list's entry"},
    AttributionRule{Rule::forename, RuleKind::list, "forename", "a forename alone is that of one person in the list; evidence: the list's entry"},
    AttributionRule{Rule::list_initials, RuleKind::list, "list-initials", "initials that the list prints, or that fit one person where the minutes go by initials; evidence: the list's entry"},
    AttributionRule{Rule::other_honorific, RuleKind::list, "other-honorific", "one person in the list has the surname under another honorific, and the list prints this one too, or the initials fit, or it lists the councillors as Mr and Mrs; evidence: the list's entry"},
    AttributionRule{Rule::misspelt_name, RuleKind::list, "misspelt-name", "the surname is one letter away from that of one person in the list, and nobody has the surname itself; evidence: the list's entry"},
    AttributionRule{Rule::post_in_list, RuleKind::list, "post-in-list", "one person in the list has a post that holds these words; evidence: the list's entry"},
    AttributionRule{Rule::only_holder, RuleKind::list, "only-holder-of-role", "one person in the list has the role, and a meeting has one at most; evidence: the list's entry"},
    AttributionRule{Rule::post_named_before, RuleKind::list, "post-named-before", "a short form means the post that was last named in full, and one person in the list holds it; evidence: that post"},
    AttributionRule{Rule::acronym, RuleKind::list, "acronym-of-post", "the letters stand for a post that the text spells out, and one person in the list holds it; evidence: the definition"},
    AttributionRule{Rule::meeting_chair, RuleKind::chair, "chair-of-meeting", "the chair is whom list or head put there; evidence: the place that says so"},
    AttributionRule{Rule::chair_here, RuleKind::chair, "chair-at-this-place", "somebody took the chair above this place; evidence: the words that say so"},
    AttributionRule{Rule::several_of_name, RuleKind::open, "several-of-the-name", "several people in the list fit the name; they are the candidates"},
    AttributionRule{Rule::several_in_post, RuleKind::open, "several-in-the-post", "several people in the list fit the post; they are the candidates"},
    AttributionRule{Rule::name_in_apologies, RuleKind::open, "name-in-apologies", "the name is only that of somebody who sent apologies; evidence: that entry; person: the name as printed"},
    AttributionRule{Rule::name_not_listed, RuleKind::open, "name-not-listed", "no list holds the name; person: the name as printed"},
    AttributionRule{Rule::bare_name, RuleKind::open, "bare-name", "capitals that may be a name, without honorific or post, and no list holds them"},
    AttributionRule{Rule::post_not_listed, RuleKind::open, "post-not-listed", "a post is named, and the list does not say who holds it; evidence: where it was named in full or spelt out, if it was"},
    AttributionRule{Rule::chair_unknown, RuleKind::open, "chair-not-stated", "the chair speaks, and nothing says who is in the chair; evidence: the words that say the chair was left, if some do"},
    AttributionRule{Rule::group, RuleKind::group, "group", "a group speaks as one: members, officers, residents"},
    AttributionRule{Rule::one_of_group, RuleKind::group, "one-of-group", "somebody is named only as one of a group: a member, another councillor"},
    AttributionRule{Rule::body, RuleKind::group, "body", "the body itself speaks or decides: the committee"},
    AttributionRule{Rule::utterance, RuleKind::form, "utterance", "the line opens with its speaker and a colon; evidence: the list's entry, else the name of the line"},
    AttributionRule{Rule::written_question, RuleKind::form, "written-question", "a question in writing says whom it is from; evidence: the list's entry, else the name"},
    AttributionRule{Rule::written_answer, RuleKind::form, "written-answer", "an answer in writing says whom it is from; evidence: the list's entry, else the name"},
    AttributionRule{Rule::heading, RuleKind::form, "heading", "the heading, or a line of its own above, names who asks, moves or speaks; evidence: the name there"},
    AttributionRule{Rule::lead_in, RuleKind::form, "lead-in", "the lead-in above gave its speaker the floor; evidence: the speaker's words there"},
    AttributionRule{Rule::invited, RuleKind::form, "invited-before", "he or she is the one whom the sentence before invites or asks; evidence: the name there"},
    AttributionRule{Rule::silent_actor, RuleKind::form, "actor-before", "he or she is the only person of the sentence before, which tells of no speech; evidence: the name there"},
    AttributionRule{Rule::reply_of, RuleKind::form, "reply-to-question", "he or she who replies spoke before the question in the same passage; evidence: the words that name them there"},
    AttributionRule{Rule::same_speaker, RuleKind::form, "same-speaker", "he, she or they go on from the turn before in the same passage; evidence: the words that name its speaker"},
    AttributionRule{Rule::agentless_act, RuleKind::nobody, "agentless-act", "it was asked, a concern was expressed: members do that; evidence: the words of the act"},
    AttributionRule{Rule::question_cue, RuleKind::nobody, "question-told", "in response to a question about something: members ask; evidence: the words of the question"},
    AttributionRule{Rule::implied_question, RuleKind::nobody, "question-implied", "in response to a question, without its content: members ask; evidence: the cue"},
    AttributionRule{Rule::agentless_agreement, RuleKind::nobody, "agentless-agreement", "it was agreed: the body decides; evidence: the words of the act"},
    AttributionRule{Rule::officers_answer, RuleKind::nobody, "officers-answer", "an answer that names nobody, in an item where nobody but officers answers; evidence: the words of the act"},
    AttributionRule{Rule::open_meeting, RuleKind::nobody, "open-meeting", "it was asked, in a meeting where the public asks too: nobody is inferred; evidence: the words of the act"},
    AttributionRule{Rule::listeners, RuleKind::nobody, "listeners-only", "members were told, and nobody says by whom; evidence: the words of the act"},
    AttributionRule{Rule::agentless_report, RuleKind::nobody, "agentless-report", "it was reported, and nobody says by whom; evidence: the words of the act"},
    AttributionRule{Rule::decision_marker, RuleKind::nobody, "decision-marker", "RESOLVED and the like: the body decides; evidence: the marker"},
    AttributionRule{Rule::decision_passage, RuleKind::nobody, "decision-passage", "a decision without marker or decider: the body decides; evidence: the passage"},
    AttributionRule{Rule::minutes_approved, RuleKind::nobody, "minutes-approved", "the minutes were confirmed: the body decides; evidence: the passage"},
    AttributionRule{Rule::silent, RuleKind::nobody, "silent", "no words say that anybody speaks"},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < kRules.size(); ++i)
        if (kRules[i].rule != static_cast<Rule>(i)) return false;
    return static_cast<std::size_t>(Rule::silent) + 1 == kRules.size();
}
static_assert(in_order(), "a row for every rule, in the order of the enumeration");

}  // namespace

std::span<const AttributionRule> attribution_rules() { return kRules; }

const AttributionRule& row_of(Rule rule) { return kRules[static_cast<std::size_t>(rule)]; }

std::string_view id_of(Rule rule) { return row_of(rule).id; }

}  // namespace minutes
