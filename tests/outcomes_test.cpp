#include "analyzers/outcomes/outcomes.hpp"

#include "analyzers/structure/plain_text.hpp"
#include "tests/written_meeting.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>

using namespace minutes;

namespace {

constexpr std::string_view kList =
    "Present: Councillor Astley (in the Chair), Councillors Brook, Carr, Ann Hay and John Hay\n"
    "Officers in attendance:\n"
    "• Janice Speke (Director of Children’s Services)\n"
    "• Guy Dunn (GD) (Head of Roads)\n"
    "• Paula Tern (PT) (Clerk)\n";

std::string number(const std::optional<int>& value) { return value ? std::to_string(*value) : "?"; }

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : "+") + name;
    return text;
}

std::string printed(const Vote& vote) {
    if (vote.at.empty()) return {};
    std::string text = " vote";
    if (vote.in_favour || vote.against || vote.abstained) text += " " + number(vote.in_favour) + ":" + number(vote.against) + ":" + number(vote.abstained);
    if (!vote.voted_for.empty()) text += " for " + joined(vote.voted_for);
    if (!vote.voted_against.empty()) text += " against " + joined(vote.voted_against);
    if (!vote.abstainers.empty()) text += " abstaining " + joined(vote.abstainers);
    if (!vote.words.empty()) text += " '" + vote.words + "'";
    return text + (vote.lost ? " lost" : "");
}

/// "noted(a) 'That the report be noted' <Councillor Brook, Councillor Carr> vote 5:0:1 | ..." for the rows of the item.
std::string outcomes_of(std::string_view paragraphs, std::string_view date = "2023-06-01") {
    tests::ReadMeeting read = tests::read({.list = kList, .paragraphs = paragraphs});
    read.meeting.date = {std::string(date), Evidence::stated, {}};
    read.meeting = with_outcomes(LexedText(read.doc), std::move(read.meeting));
    std::string text;
    for (const Outcome& row : read.meeting.items[1].outcomes) {
        if (!text.empty()) text += " | ";
        text += std::string(name_of(row.kind)) + (row.limb.empty() ? "" : "(" + row.limb + ")") + " '";
        for (const Span part : row.parts) text += collapsed(slice(read.doc.text, part));
        text += "'";
        if (!row.mover.empty() || !row.seconder.empty()) text += " <" + row.mover + ", " + row.seconder + ">";
        text += printed(row.vote);
        if (!row.owner.empty()) text += " by " + row.owner + (row.owner_person.empty() ? "" : " [" + row.owner_person + "]");
        if (!row.due.empty()) text += " due " + row.due;
    }
    return text;
}

struct Case {
    std::string_view paragraphs, outcomes;
};

template <std::size_t kSize>
void check(const Case (&cases)[kSize]) {
    for (const Case& c : cases) BOOST_TEST_CONTEXT("text: " << c.paragraphs) BOOST_TEST(outcomes_of(c.paragraphs) == c.outcomes);
}

}  // namespace

BOOST_AUTO_TEST_CASE(decisions_and_their_kinds) {
    static constexpr Case cases[] = {
        {"= RESOLVED – That the report be noted.", "noted 'That the report be noted.'"},
        {"= RESOLVED: That the plan be approved.", "resolved 'That the plan be approved.'"},
        {"= Resolved unanimously: that the plan be approved.", "resolved 'that the plan be approved.' vote 'unanimously'"},
        {"= It was RESOLVED that the plan be approved.", "resolved 'that the plan be approved.'"},
        {"= The Committee resolved to note the report.", "noted 'to note the report.'"},
        {"= AGREED: to write to the school.", "agreed 'to write to the school.'"},
        {"= It was agreed that the plan would be shared. A visit had been made.", "agreed 'that the plan would be shared.'"},
        {"= The Committee approved the plan.", "agreed 'approved the plan.'"},
        {"= Members received the report and agreed to visit the depot.", "agreed 'to visit the depot.'"},
        {"= RECOMMENDED that Council adopt the budget.", "recommended 'that Council adopt the budget.'"},
        {"= RESOLVED to recommend to Council that the budget be adopted.", "recommended 'to recommend to Council that the budget be adopted.'"},
        {"= RESOLVED – That the Cabinet be recommended to adopt the plan.", "recommended 'That the Cabinet be recommended to adopt the plan.'"},
        {"= ORDERED that the minutes be signed.", "ordered 'that the minutes be signed.'"},
        {"= RESOLVED – That the report be noted and the plan be approved.", "resolved 'That the report be noted and the plan be approved.'"},
        {"= RESOLVED – That the Chair write to the trust and that the rest be noted.", "resolved 'That the Chair write to the trust and that the rest be noted.'"},
        {"= That the report be noted.", "noted 'That the report be noted.'"},
        {"= That the fees be set.", "resolved 'That the fees be set.'"},
        {"= The plan was discussed. It was agreed to approve it. It was further agreed that a copy be sent to all.",
         "agreed 'to approve it.' | agreed 'that a copy be sent to all.'"},
        {"= The panel agreed that items CAB.8 and CAB.9 could be removed.", "agreed 'that items CAB.8 and CAB.9 could be removed.'"},
        // A decision that a discussion tells of counts; the rest does not.
        {"The members spoke of it. RESOLVED – That the plan be approved.", "resolved 'That the plan be approved.'"},
        {"Councillor Brook said that the issue was resolved. Once resolved, the unresolved claims were paid.", ""},
        {"The leak had been resolved and the contract was agreed with the builder.", ""},
        {"The officers agreed to share the plan.", ""},
        {"Members agreed that it was important.", ""},
        {"The Committee noted that costs had risen.", ""},
        {"", ""},
    };
    check(cases);
}

BOOST_AUTO_TEST_CASE(limbs) {
    static constexpr Case cases[] = {
        {"= RESOLVED – That:\n(1) the report be noted;\n(2) the plan be approved; and\n(3) Council be recommended to fund it.",
         "noted(1) 'the report be noted' | resolved(2) 'the plan be approved' | recommended(3) 'Council be recommended to fund it.'"},
        {"= RESOLVED: (a) That the report be noted; (b) That thanks be sent.", "noted(a) 'That the report be noted' | resolved(b) 'That thanks be sent.'"},
        {"= RESOLVED that\ni) the report be noted\nii) the plan be approved", "noted(i) 'the report be noted' | resolved(ii) 'the plan be approved'"},
        {"= RESOLVED:\na. That the report be noted.\nb. That the plan be approved.", "noted(a) 'That the report be noted.' | resolved(b) 'That the plan be approved.'"},
        {"= RESOLVED:\n1. That the report be noted.\n2. That the plan be approved.", "noted(1) 'That the report be noted.' | resolved(2) 'That the plan be approved.'"},
        {"= AGREED –\n• to note the report\n• to visit the depot", "noted 'to note the report' | agreed 'to visit the depot'"},
        // Limbs within a limb are rows where the limb only announces them.
        {"= RESOLVED:\n(1) That:\n(a) The fees be set.\n(b) The rents be held.\n(2) That thanks be sent.", "resolved(1(a)) 'The fees be set.' | resolved(1(b)) 'The rents be held.' | resolved(2) 'That thanks be sent.'"},
        {"= RESOLVED:\n(1) That Mr Dunn (a) write to the school and (b) report back.\n(2) That thanks be sent.",
         "resolved(1) 'That Mr Dunn (a) write to the school and (b) report back.' | resolved(2) 'That thanks be sent.'"},
        // A number that points elsewhere opens no limb; nor does one out of order.
        {"= RESOLVED – That the terms in paragraph (2) and regulation 4(1) be met.", "resolved 'That the terms in paragraph (2) and regulation 4(1) be met.'"},
        {"= RESOLVED – That the plan (2) be met (7) in full.", "resolved 'That the plan (2) be met (7) in full.'"},
        // Conditions and reasons are of one decision.
        {"= RESOLVED – That permission be granted subject to the following conditions:\n1. The wall be brick.\n2. The roof be slate.",
         "resolved 'That permission be granted subject to the following conditions: 1. The wall be brick. 2. The roof be slate.'"},
        {"= RESOLVED – That the following be noted: (a) Councillor Brook – governor; (b) Councillor Carr – carer.", "noted(a) 'Councillor Brook – governor' | noted(b) 'Councillor Carr – carer.'"},
        {"It was agreed that:|* a letter be sent|* a copy be kept|A letter had come.", "agreed 'a letter be sent' | agreed 'a copy be kept'"},
        {"= RESOLVED to recommend to Council that: (1) the budget be set; (2) the rate be held.", "recommended(1) 'the budget be set' | recommended(2) 'the rate be held.'"},
    };
    check(cases);
}

BOOST_AUTO_TEST_CASE(movers_and_seconders) {
    static constexpr Case cases[] = {
        {"= Proposed by Cllr Brook, seconded by Cllr Carr, and RESOLVED that the plan be approved.", "resolved 'that the plan be approved.' <Councillor Brook, Councillor Carr>"},
        {"= RESOLVED that the plan be approved. Proposer: Cllr Brook 2nd: Cllr Carr", "resolved 'that the plan be approved.' <Councillor Brook, Councillor Carr>"},
        {"= RESOLVED that the plan be approved. (Prop. GD, Sec. PT)", "resolved 'that the plan be approved.' <Guy Dunn, Paula Tern>"},
        {"= It was moved by Councillor Brook and seconded by Councillor Carr and RESOLVED that the plan be approved.", "resolved 'that the plan be approved.' <Councillor Brook, Councillor Carr>"},
        {"= On the motion of Councillor Brook, seconded by Councillor Carr, it was resolved that the plan be approved.", "resolved 'that the plan be approved.' <Councillor Brook, Councillor Carr>"},
        {"= Councillor Brook moved, Councillor Carr seconded, and it was resolved that the plan be approved.", "resolved 'that the plan be approved.' <Councillor Brook, Councillor Carr>"},
        {"= It was proposed by Councillor Brook, seconded by Councillor Carr and agreed that the plan be approved.", "agreed 'that the plan be approved.' <Councillor Brook, Councillor Carr>"},
        {"= Councillors Brook and Carr proposed and seconded that the plan be approved. All agreed.", "agreed 'Councillors Brook and Carr proposed and seconded that the plan be approved.' <Councillor Brook, Councillor Carr> vote 'All agreed'"},
        {"= Proposed and seconded by Cllr Brook and Cllr Carr. RESOLVED that the plan be approved.", "resolved 'that the plan be approved.' <Councillor Brook, Councillor Carr>"},
        {"= Councillor Brook, seconded by Councillor Carr, moved that the plan be approved. Carried.", "resolved 'Councillor Brook, seconded by Councillor Carr, moved that the plan be approved.' <Councillor Brook, Councillor Carr> vote 'Carried'"},
        {"= Proposed as a true record by Cllr Brook, seconded by Cllr Carr and RESOLVED that the minutes be signed.", "resolved 'that the minutes be signed.' <Councillor Brook, Councillor Carr>"},
        {"= Cynigiwyd gan Councillor Brook, eiliwyd gan Councillor Carr. RESOLVED that the plan be approved.", "resolved 'that the plan be approved.' <Councillor Brook, Councillor Carr>"},
        // Two of the name: as printed. Nobody of the name: as printed.
        {"= Proposed by Cllr Hay, seconded by Cllr Lark. RESOLVED that the plan be approved.", "resolved 'that the plan be approved.' <Cllr Hay, Cllr Lark>"},
        {"= Proposed by Cllr A Hay. RESOLVED that the plan be approved.", "resolved 'that the plan be approved.' <Councillor Ann Hay, >"},
        {"= Proposed by the Chair. RESOLVED that the plan be approved.", "resolved 'that the plan be approved.' <Councillor Astley, >"},
        // In the passage before or behind, and in lines of their own.
        {"It was moved by Councillor Brook, seconded by Councillor Carr and|= RESOLVED – That the plan be approved.", "resolved 'That the plan be approved.' <Councillor Brook, Councillor Carr>"},
        {"= Proposed by Councillor Brook;|Seconded by Councillor Carr;|= And Resolved: “That the plan be approved.”", "resolved 'That the plan be approved.' <Councillor Brook, Councillor Carr>"},
        {"= Proposed by Councillor Brook|~ Seconded by Councillor Carr|~ AND AGREED|~ To confirm the minutes.", "agreed 'To confirm the minutes.' <Councillor Brook, Councillor Carr>"},
        {"= RESOLVED that the plan be approved.|= Proposed: Cllr Brook Seconded: Cllr Carr", "resolved 'that the plan be approved.' <Councillor Brook, Councillor Carr>"},
        {"= RESOLVED that A be paid.|= Proposed by Cllr Brook.|= RESOLVED that B be paid.|= Proposed by Cllr Carr.", "resolved 'that A be paid.' <Councillor Brook, > | resolved 'that B be paid.' <Councillor Carr, >"},
        // What became of a motion is not invented; a motion that stands above its resolution is no second one.
        {"= Proposed by Cllr Brook, seconded by Cllr Carr.", "moved 'Proposed by Cllr Brook, seconded by Cllr Carr.' <Councillor Brook, Councillor Carr>"},
        {"It was moved by Councillor Brook, seconded by Councillor Carr,|= That the plan be approved.|A debate was held.|= RESOLVED – That the plan be approved as amended.",
         "moved 'That the plan be approved.' <Councillor Brook, Councillor Carr> | resolved 'That the plan be approved as amended.'"},
        {"= Proposed by Councillor Brook;|Seconded by Councillor Carr;|For Councillors Brook and Carr|Against Councillor Ann Hay",
         "resolved 'Proposed by Councillor Brook' <Councillor Brook, Councillor Carr> vote for Councillor Brook+Councillor Carr against Councillor Ann Hay"},
        {"= Proposed by Cllr Brook, seconded by Cllr Carr, all in favour.|= The Committee approved the plan.",
         "resolved 'Proposed by Cllr Brook, seconded by Cllr Carr, all in favour.' <Councillor Brook, Councillor Carr> vote 'all in favour' | agreed 'approved the plan.'"},
        // An idea and a scheme are no motion.
        {"Councillor Brook proposed a visit.|= RESOLVED that the report be noted.", "noted 'that the report be noted.'"},
        {"= RESOLVED that the proposed Mill Lane scheme be approved.", "resolved 'that the proposed Mill Lane scheme be approved.'"},
        {"= It was RESOLVED to fund the hub as proposed by Councillor Brook.", "resolved 'to fund the hub as proposed by Councillor Brook.'"},
        {"= Accounts: proposed A. Lark seconded B. Finch pass for payment.", "moved 'Accounts: proposed A. Lark seconded B. Finch pass for payment.' <A. Lark, B. Finch>"},
        {"= RESOLVED that the second Tuesday be kept.", "resolved 'that the second Tuesday be kept.'"},
        {"= Councillor Brook moved, seconded by Councillor Carr. Councillor Ann Hay moved an amendment, seconded by Councillor John Hay. After debate it was RESOLVED that the plan be approved.", "resolved 'that the plan be approved.'"},
    };
    check(cases);
}

BOOST_AUTO_TEST_CASE(votes) {
    static constexpr Case cases[] = {
        {"= RESOLVED that the plan be approved. 6 votes for 1 abstention – Carried", "resolved 'that the plan be approved.' vote 6:?:1 'Carried'"},
        {"= RESOLVED by 6 votes to 2 that the plan be approved.", "resolved 'by 6 votes to 2 that the plan be approved.' vote 6:2:?"},
        {"= RESOLVED that the plan be approved.|= 5 For, 0 Against, 1 Abstention", "resolved 'that the plan be approved.' vote 5:0:1"},
        {"= RESOLVED that the plan be approved. For: 7, Against: 3, Abstentions: 0", "resolved 'that the plan be approved.' vote 7:3:0"},
        {"= The motion was carried by eight votes to three. RESOLVED that the plan be approved.", "resolved 'that the plan be approved.' vote 8:3:? 'carried'"},
        {"= RESOLVED (7:7 and on the chair’s casting vote) – that the plan be approved.", "resolved 'that the plan be approved.' vote 7:7:? 'on the chair’s casting vote'"},
        {"= RESOLVED that the plan be approved on the casting vote of the Chairman.", "resolved 'that the plan be approved on the casting vote of the Chairman.' vote 'on the casting vote of the Chairman'"},
        {"= RESOLVED nem. con. that the plan be approved.", "resolved 'that the plan be approved.' vote 'nem. con'"},
        {"= RESOLVED that the plan be approved. All in favour.", "resolved 'that the plan be approved.' vote 'All in favour'"},
        {"= With six members voting in favour and two against, with no abstentions, it was resolved that the plan be approved.", "resolved 'that the plan be approved.' vote 6:2:0"},
        {"= RESOLVED that the plan be approved with twenty-one votes for and 3 against.", "resolved 'that the plan be approved with twenty-one votes for and 3 against.' vote 21:3:?"},
        {"= The motion was put to the vote and lost by 4 votes to 5.", "lost 'The motion was put to the vote and lost by 4 votes to 5.' vote 4:5:? 'lost' lost"},
        {"= Councillor Brook moved that it be refused. The motion was lost, 3 voting in favour and 4 against.", "lost 'The motion was lost, 3 voting in favour and 4 against.' <Councillor Brook, > vote 3:4:? 'lost' lost"},
        {"= RESOLVED that the plan be approved.|For: Councillors Brook and Carr (2)|Against: Councillor Ann Hay (1)", "resolved 'that the plan be approved.' vote 2:1:? for Councillor Brook+Councillor Carr against Councillor Ann Hay"},
        {"= RESOLVED that the plan be approved.|For|Brook, Carr|2|Against|None|0", "resolved 'that the plan be approved.' vote 2:0:? for Councillor Brook+Councillor Carr"},
        {"= RESOLVED that the plan be approved. Councillors Brook and Carr voted in favour. Councillor Ann Hay abstained.",
         "resolved 'that the plan be approved.' vote for Councillor Brook+Councillor Carr abstaining Councillor Ann Hay"},
        {"The voting was recorded as follows:|YES – 2|Brook, Carr|NO – 1|Astley|= RESOLVED that the plan be approved.", "resolved 'that the plan be approved.' vote 2:1:? for Councillor Brook+Councillor Carr against Councillor Astley"},
        {"= On a vote the amendment was declared lost.|The voting was recorded as follows:|YES – 2|Brook, Carr|NO – 3|Astley|ABSTAIN – 1|Lark|= RESOLVED – That the plan be approved.",
         "lost 'On a vote the amendment was declared lost.' vote 2:3:1 for Councillor Brook+Councillor Carr against Councillor Astley abstaining Lark 'lost' lost | resolved 'That the plan be approved.'"},
        {"It was moved by Councillor Brook, seconded by Councillor Carr|= That the fees be set.|= On a vote the amendment was declared lost.|The voting on the amendment was recorded as follows;|YES – 1|Brook|NO – 2|Carr|The motion was carried and it was|= RESOLVED – That the fees be set.",
         "moved 'That the fees be set.' <Councillor Brook, Councillor Carr> | lost 'On a vote the amendment was declared lost.' vote 1:2:? for Councillor Brook against Councillor Carr 'lost' lost | resolved 'That the fees be set.' vote 'carried'"},
        {"The voting on the amendment was recorded as follows;|YES – 1|Brook|NO – 2|Carr|= RESOLVED – That the fees be set.", "resolved 'That the fees be set.'"},
        {"= RESOLVED that the plan be approved.|The vote on the resolution was taken with no objections and 1 abstention.", "resolved 'that the plan be approved.' vote ?:?:1"},
        {"= RESOLVED (5:2:1) that the plan be approved.", "resolved 'that the plan be approved.' vote 5:2:1"},
        {"= Councillor Brook proposed, and Councillor Carr seconded, that it be refused.|Upon a vote, the proposal was lost by 2 votes to 5 with 1 abstention.|= It was then RESOLVED that it be granted.",
         "lost 'Councillor Brook proposed, and Councillor Carr seconded, that it be refused.' <Councillor Brook, Councillor Carr> vote 2:5:1 'lost' lost | resolved 'that it be granted.'"},
        {"Upon a vote, the proposal was lost by 2 votes to 5.|= RESOLVED that it be granted.", "resolved 'that it be granted.'"},
        // Near misses: what is no vote, and what gives no number.
        {"= RESOLVED unanimously that the plan be approved.", "resolved 'that the plan be approved.' vote 'unanimously'"},
        {"= RESOLVED that the offer of 7 for 3 be taken.", "resolved 'that the offer of 7 for 3 be taken.'"},
        {"= RESOLVED that 6 places for children be funded.", "resolved 'that 6 places for children be funded.'"},
        {"= RESOLVED that the works carried out in lost time be paid.", "resolved 'that the works carried out in lost time be paid.'"},
        {"= RESOLVED that the letters for and against be noted.", "noted 'that the letters for and against be noted.'"},
        {"= RESOLVED that the depot close by 6 to 8 June.", "resolved 'that the depot close by 6 to 8 June.'"},
        {"= RESOLVED that the meeting start at (7:30).", "resolved 'that the meeting start at (7:30).'"},
        {"= RESOLVED that £6 for each be paid and 2 against the wall be moved.", "resolved 'that £6 for each be paid and 2 against the wall be moved.'"},
    };
    check(cases);
}

BOOST_AUTO_TEST_CASE(tasks_owners_and_days) {
    static constexpr Case cases[] = {
        {"> ACTION: Guy Dunn (Completed)", "action 'Guy Dunn (Completed)' by Guy Dunn [Guy Dunn]"},
        {"> Action: Clerk", "action 'Clerk' by Clerk [Paula Tern]"},
        {"> Action: Clerk to write to the school by 31 March 2024.", "action 'Clerk to write to the school by 31 March 2024.' by Clerk [Paula Tern] due 2024-03-31"},
        {"> Action by: GD by 31 March", "action 'GD by 31 March' by GD [Guy Dunn] due 2024-03-31"},
        {"> ACTION: Write to the school (PT)", "action 'Write to the school (PT)' by PT [Paula Tern]"},
        {"> ACTION: GD/PT", "action 'GD/PT' by GD/PT"},
        {"> ACTION: Councillor Hay to visit.", "action 'Councillor Hay to visit.' by Councillor Hay"},
        {"> ACTION: Councillor Lark to visit before the next meeting.", "action 'Councillor Lark to visit before the next meeting.' by Councillor Lark due before the next meeting"},
        {"> AP1 – Clerk to obtain quotes.", "action 'Clerk to obtain quotes.' by Clerk [Paula Tern]"},
        {"> ACTION: The wall to be mended by Friday 2 June.", "action 'The wall to be mended by Friday 2 June.' due 2023-06-02"},
        {"> ACTION: The wall to be mended by Monday 2 June.", "action 'The wall to be mended by Monday 2 June.' due by Monday 2 June"},
        {"The wall would be mended. (Action: GD)", "action 'The wall would be mended.' by GD [Guy Dunn]"},
        {"Clerk to write to the school about it.", "action 'Clerk to write to the school about it.' by Clerk [Paula Tern]"},
        {"= RESOLVED that the wall be mended. (Action: Clerk)", "resolved 'that the wall be mended. (Action: Clerk)' | action 'that the wall be mended.' by Clerk [Paula Tern]"},
        // No tasks.
        {"Councillor Brook to speak on the fair.", ""},
        {"Nothing to report. Nobody to nominate. Everyone to bring a chair.", ""},
        {"Clerk to the trustees was thanked.", ""},
        {"The Clerk, who was to write to the school, was ill.", ""},
        {"The action: it was late.", ""},
        {"Action was taken by the Clerk.", ""},
    };
    check(cases);
}

BOOST_AUTO_TEST_CASE(days_without_a_meeting_day_keep_their_words) {
    BOOST_TEST(outcomes_of("> ACTION: GD by 31 March", "") == "action 'GD by 31 March' by GD [Guy Dunn] due by 31 March");
}

BOOST_AUTO_TEST_CASE(tables_of_tasks) {
    tests::ReadMeeting read = tests::read({.list = kList, .paragraphs = "> Action ! Owner ! Due\nMend the wall ! GD ! 31 July 2023\nWrite to the school ! Clerk ! ongoing"});
    for (char& c : read.doc.text)
        if (c == '!') c = '|';
    read.meeting = with_outcomes(LexedText(read.doc), std::move(read.meeting));
    const std::vector<Outcome>& rows = read.meeting.items[1].outcomes;
    BOOST_REQUIRE_EQUAL(rows.size(), 2U);
    BOOST_TEST(slice(read.doc.text, rows[0].parts[0]) == "Mend the wall");
    BOOST_TEST(rows[0].owner == "GD");
    BOOST_TEST(rows[0].owner_person == "Guy Dunn");
    BOOST_TEST(rows[0].due == "2023-07-31");
    BOOST_TEST(rows[1].owner == "Clerk");
    BOOST_TEST(rows[1].due == "ongoing");
}

BOOST_AUTO_TEST_CASE(long_passages_take_linear_time) {
    std::string paragraphs = "= RESOLVED that:";
    for (int i = 0; i < 20000; ++i) paragraphs += " (a) Proposed by Cllr Brook, seconded by Cllr Carr, for 7 against 3. RESOLVED motion lost (Action: Clerk to write.";
    const auto begin = std::chrono::steady_clock::now();
    BOOST_TEST(!outcomes_of(paragraphs).empty());
    BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::seconds(60)));
}
