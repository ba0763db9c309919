// Which rule decides who speaks, on what evidence, and whether it leads to one person.
#include "analyzers/speech/attribution_rules.hpp"

#include "analyzers/people/role_flags.hpp"
#include "analyzers/segment.hpp"
#include "tests/speaker_promises.hpp"
#include "tests/written_meeting.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace minutes;

namespace {

/// "interim+deputy".
std::string printed(RoleFlags flags) {
    std::string text;
    for (const auto& [set, name] : {std::pair(flags.interim, "interim"), std::pair(flags.acting, "acting"), std::pair(flags.deputy, "deputy")})
        if (set) text += (text.empty() ? "" : "+") + std::string(name);
    return text;
}

/// "honorific-and-surname Ann Hay <Ann Hay> {Head of Roads; interim}": rule, person, the words of the evidence where they are
/// not the surface itself, title and flags; "?A/B" the candidates.
std::string printed(const Document& doc, const Speaker& speaker) {
    std::string text(speaker.rule);
    if (!speaker.person.empty()) text += " " + speaker.person;
    if (!speaker.evidence.empty() && speaker.evidence != speaker.surface) text += " <" + std::string(slice(doc.text, speaker.evidence)) + ">";
    const std::string flags = printed(speaker.flags);
    if (!speaker.title.empty()) text += " {" + speaker.title + (flags.empty() ? "" : "; " + flags) + "}";
    for (const std::string& candidate : speaker.candidates) text += (&candidate == &speaker.candidates.front() ? " ?" : "/") + candidate;
    return text;
}

constexpr std::string_view kList =
    "Present: Councillor Astley (in the Chair), Councillors Brook, Carr, Ann Hay and John Hay, Councillor P Lorne\n"
    "Officers in attendance:\n"
    "• Janice Speke (Interim Director of Children’s Services)\n"
    "• Matt Claydon (Head of Roads)\n"
    "• Nerissa Bodderley (Assistant Director Regulated Services)\n"
    "• Simon Johns (Assistant Director Law and Governance, Monitoring Officer)\n"
    "• Ms Dora Lorne (Acting Head of Parks)\n"
    "• Paul Windle (Deputy Clerk)\n"
    "Others in attendance:\n"
    "• Councillor Crick (Portfolio Holder for Children)\n"
    "Apologies: Councillor Croft";

constexpr std::string_view kInitials = "Present: Guy Dunn (GD) Chair, Jean Croft (JC), Mark Pogson (MP)\nIn attendance: Ann Lee (Clerk)";
constexpr std::string_view kShared = "Present: Councillors Brook, Carr and Dean\nOfficers: Ann Vale (Head of Roads), Bob Wold (Head of Roads), Una Stone (Head of Parks)";
constexpr std::string_view kVice = "Present: Councillor Astley (Chairman), Councillor Brook (Vice-Chairman), Councillors Carr and Dean";
constexpr std::string_view kViceInChair = "Present: Councillor Brook (Vice-Chair in the Chair), Councillors Carr and Dean\nApologies: Councillor Astley (Chair)";
constexpr std::string_view kMayor = "Present: Councillor Hann (Chairman)\nThe Right Worshipful the Mayor, Councillor R Becker\nCouncillor Palm";
constexpr std::string_view kHonorifics = "Present: Councillor Mrs J Elder, Councillor S Maple, Mrs C Birch\nIn attendance: Mr A Rowan (Clerk)";
constexpr std::string_view kTwice = "Present: Councillor F Aspen (Chairman), Councillor Elder\nF Aspen, B Maple";
constexpr std::string_view kDirectors = "Officers: Ann Vale (Director of Housing), Bob Wold (Director of Place)";
constexpr std::string_view kTwoLists = "Present: Councillors A Hay and Brook\nPresent for items 5 to 9: Councillors B Hay and Carr";
constexpr std::string_view kPanel = "Roads Scrutiny Panel";
constexpr std::string_view kParish = "Eastmoor Parish Council";

struct Case {
    std::string_view text, rules;
    std::string_view list = kList, committee = kPanel, title = "Roads";
};

/// All turns of all items: turns of a passage behind ';', passages behind '|'.
std::string rules_of(const tests::ReadMeeting& in) {
    std::string text;
    bool first_passage = true;
    for (const Item& item : in.meeting.items)
        for (const Passage& passage : item.passages) {
            if (passage.kind == PassageKind::attendance) continue;
            if (!first_passage) text += " | ";
            first_passage = false;
            for (const Speaker& speaker : passage.speakers) text += (&speaker == &passage.speakers.front() ? "" : "; ") + printed(in.doc, speaker);
        }
    return text;
}

constexpr Case kNames[] = {
    {"Ms Dora Lorne said so.", "full-name Ms Dora Lorne <Ms Dora Lorne> {Acting Head of Parks; acting}"},
    {"Councillor Ann Hay asked why.", "full-name Councillor Ann Hay <Ann Hay>"},
    {"Councillor Anna Hay asked why.", "initial-and-surname Councillor Ann Hay <Ann Hay>"},
    {"Cllr A Hay asked why.", "initial-and-surname Councillor Ann Hay <Ann Hay>"},
    {"Councillor J.W.B. Hay asked why.", "initial-and-surname Councillor John Hay <John Hay>"},
    {"Councillor Peter Lorne asked why.", "initial-and-surname Councillor P Lorne <Councillor P Lorne>"},
    {"Ms Lorne said so.", "honorific-and-surname Ms Dora Lorne <Ms Dora Lorne> {Acting Head of Parks; acting}"},   // the honorific tells the two apart
    {"Councillor Lorne asked why.", "honorific-and-surname Councillor P Lorne <Councillor P Lorne>"},
    {"Ms Speke said so.", "honorific-and-surname Janice Speke <Janice Speke> {Interim Director of Children’s Services; interim}"},
    {"Councillors Brook and Carr asked why.", "honorific-and-surname Councillor Brook <Councillors Brook>; honorific-and-surname Councillor Carr <Carr>", kShared},
    {"Chairman Astley said so.", "surname Councillor Astley <Councillor Astley> {Chairman}", kVice},
    {"Janice said that it was late.", "forename Janice Speke <Janice Speke> {Interim Director of Children’s Services; interim}"},
    {"GD reported that the path was open.", "list-initials Guy Dunn <Guy Dunn> {Chair}", kInitials, kParish},
    {"Ms Bodderly explained it.", "misspelt-name Nerissa Bodderley <Nerissa Bodderley> {Assistant Director Regulated Services}"},
    // Near misses: two people, none, the wrong honorific, another forename, somebody who is not here.
    {"Councillor Hay asked why.", "several-of-the-name ?Councillor Ann Hay/Councillor John Hay"},
    {"Councillor Jane Hay asked why.", "name-not-listed Councillor Jane Hay"},
    {"Mr Lorne said so.", "name-not-listed Mr Lorne"},
    {"Mr Brook said so.", "name-not-listed Mr Brook"},
    {"Ms Badderly explained it.", "name-not-listed Ms Badderly"},
    {"Councillor Croft asked why.", "name-in-apologies Councillor Croft <Councillor Croft>"},
    {"Councillor Crofts asked why.", "name-not-listed Councillor Crofts"},
    {"Councillor Strange asked why.", "name-not-listed Councillor Strange"},
    {"Gail Harrow said that it was late.", "bare-name"},
    {"Councillor Hay asked why.", "several-of-the-name ?Councillor A Hay/Councillor B Hay", kTwoLists},
    {"Councillor B Hay asked why. Councillor Carr replied.", "full-name Councillor B Hay <Councillors B Hay>; honorific-and-surname Councillor Carr <Carr>", kTwoLists},
    {"Councillor Bodderly asked why.", "name-not-listed Councillor Bodderly"},
    {"Ms Nodderley explained it.", "name-not-listed Ms Nodderley"},
    {"Mrs Elder asked why. Councillor Elder answered.", "other-honorific Councillor Mrs J Elder <Councillor Mrs J Elder>; honorific-and-surname Councillor Mrs J Elder <Councillor Mrs J Elder>", kHonorifics},
    {"Mr S Maple asked why.", "other-honorific Councillor S Maple <Councillor S Maple>", kHonorifics},
    {"Councillor Birch asked why.", "other-honorific Mrs C Birch <Mrs C Birch>", kHonorifics},
    {"Mr Elder asked why.", "name-not-listed Mr Elder", kHonorifics},           // she is Mrs Elder
    {"Mr Maple asked why.", "name-not-listed Mr Maple", kHonorifics},           // any Mr Maple
    {"Mr T Maple asked why.", "name-not-listed Mr T Maple", kHonorifics},
    {"Councillor Rowan asked why.", "name-not-listed Councillor Rowan", kHonorifics},  // he is the clerk
    {"Councillor Aspen asked why.", "honorific-and-surname Councillor F Aspen <Councillor F Aspen> {Chairman}", kTwice},   // listed twice, one person
    {"Grit Bins - the Head of Roads said so.|The Head of Roads said more.", "post-in-list Matt Claydon <Matt Claydon> {Head of Roads} | post-in-list Matt Claydon <Matt Claydon> {Head of Roads}"},
    {"Grit Bins The Head of Roads said so.", "post-in-list Matt Claydon <Matt Claydon> {Head of Roads}"},   // no Mr Bins
    {"Chairman Brook said so.", "post-not-listed {Chairman Brook}", "Present: Councillor Astley (Chairman)"},
};

constexpr Case kPosts[] = {
    {"The Head of Roads said so.", "post-in-list Matt Claydon <Matt Claydon> {Head of Roads}"},
    {"The Monitoring Officer said so.", "post-in-list Simon Johns <Simon Johns> {Assistant Director Law and Governance, Monitoring Officer}"},
    {"The Deputy Clerk said so.", "post-in-list Paul Windle <Paul Windle> {Deputy Clerk; deputy}"},
    {"The Clerk said so.", "post-not-listed {Clerk}"},  // his deputy is another
    {"The DCS said so.", "only-holder-of-role Janice Speke <Janice Speke> {Interim Director of Children’s Services; interim}"},
    {"The Director said so.", "only-holder-of-role Janice Speke <Janice Speke> {Interim Director of Children’s Services; interim}"},
    {"The Portfolio Holder agreed.", "post-in-list Councillor Crick <Councillor Crick> {Portfolio Holder for Children}"},
    {"The Executive Member agreed.", "only-holder-of-role Councillor Crick <Councillor Crick> {Portfolio Holder for Children}"},
    {"The Director of Housing said so. The Director said more.", "post-in-list Ann Vale <Ann Vale> {Director of Housing}", kDirectors},
    {"The Director of Housing said so. A Member asked why. The Director replied.",
     "post-in-list Ann Vale <Ann Vale> {Director of Housing}; one-of-group; post-named-before Ann Vale <Director of Housing> {Director of Housing}", kDirectors},
    {"The Director of Roads said so.|A Member asked why. The Director replied.", "post-not-listed {Director of Roads} | one-of-group; post-not-listed <Director of Roads> {Director of Roads}", kDirectors},
    {"The Director of Housing (DOH) said so.|A Member asked why. The DOH replied.",
     "post-in-list Ann Vale <Ann Vale> {Director of Housing} | one-of-group; acronym-of-post Ann Vale <Director of Housing (DOH)> {Director of Housing}", kDirectors},
    {"The Director of Ponds (DOP) said so.|A Member asked why. The DOP replied.",
     "post-not-listed {Director of Ponds (DOP)} | one-of-group; post-not-listed <Director of Ponds (DOP)> {Director of Ponds (DOP)}", kDirectors},
    // Near misses: two hold the post, several fit a short form, nobody is listed, a post that says too little, a plural.
    {"The Head of Roads said so.", "several-in-the-post {Head of Roads} ?Ann Vale/Bob Wold", kShared},
    {"The Head of Service said so.", "post-not-listed {Head of Service}", kShared},
    {"The Director said so.", "several-in-the-post {Director} ?Ann Vale/Bob Wold", kDirectors},
    {"The Assistant Director said so.", "several-in-the-post {Assistant Director} ?Nerissa Bodderley/Simon Johns"},
    {"The Assistant Director of Children’s Services said so.", "post-not-listed {Assistant Director of Children’s Services}"},
    {"The Head of Housing said so.", "post-not-listed {Head of Housing}"},
    {"The officer said so.", "post-not-listed {officer}"},
    {"The Cabinet Members each gave a report.", "group {Cabinet Members}"},
    {"The Deputy Head of Roads said so.", "post-not-listed {Deputy Head of Roads; deputy}"},
    {"The Acting Head of Roads said so.", "post-in-list Matt Claydon <Matt Claydon> {Head of Roads; acting}"},
};

constexpr Case kChairs[] = {
    {"The Chair thought it useful.", "chair-of-meeting Councillor Astley <Councillor Astley> {Chair}"},
    {"The Chair thought it useful.", "chair-not-stated {Chair}", "Present: Councillors Brook and Carr"},
    {"The Chair thought it useful.", "several-in-the-post {Chair} ?Councillor Brook/Councillor Carr", "Present: Councillor Brook (Chair), Councillor Carr (Chair), Councillor Dean"},
    {"The Chair thought it useful. Councillor Carr asked why. Councillor Brook answered.", "chair-of-meeting Councillor Brook <Councillor Brook> {Chair}; honorific-and-surname Councillor Carr <Councillors Carr>; honorific-and-surname Councillor Brook <Councillor Brook>", kViceInChair},
    {"The Chairman asked why.|Councillor Dean took the Chair.|The Chairman asked how.",
     "chair-of-meeting Councillor Astley <Councillor Astley> {Chairman} | silent | chair-at-this-place Councillor Dean <Councillor Dean took the Chair> {Chairman}", kVice},
    {"In the absence of the Chairman, the Vice-Chairman, Councillor Brook, took the Chair.|The Chairman asked why.",
     "silent | chair-at-this-place Councillor Brook <the Vice-Chairman, Councillor Brook, took the Chair> {Chairman}", kVice},
    {"Councillor Astley left the meeting and Councillor Brook assumed the chair.|The Chairman asked why.|Councillor Astley returned and Councillor Astley resumed the Chair.|The Chairman asked how.",
     "silent | chair-at-this-place Councillor Brook <Councillor Brook assumed the chair> {Chairman} | silent | chair-at-this-place Councillor Astley <Councillor Astley resumed the Chair> {Chairman}", kVice},
    {"Councillor Dean in the Chair.|The Chairman asked why.|The Chairman resumed the Chair.|The Chairman asked how.",
     "silent | chair-at-this-place Councillor Dean <Councillor Dean in the Chair> {Chairman} | silent | chair-at-this-place Councillor Astley <The Chairman resumed the Chair> {Chairman}", kVice},
    {"The Vice-Chairman in the Chair.|The Chairman asked why.", "silent | chair-at-this-place Councillor Brook <The Vice-Chairman in the Chair> {Chairman}", kVice},
    {"The Chairman handed the chair to Councillor Dean.|The Chairman asked why.", "silent | chair-at-this-place Councillor Dean <handed the chair to Councillor Dean> {Chairman}", kVice},
    {"The Chair was taken by Councillor Dean.|The Chairman asked why.", "silent | chair-at-this-place Councillor Dean <The Chair was taken by Councillor Dean> {Chairman}", kVice},
    {"= RESOLVED – That Councillor Dean be elected Chairman for the meeting.|# Parks|The Chairman asked why.",
     "decision-marker | chair-at-this-place Councillor Dean <Councillor Dean be elected Chairman for the meeting> {Chairman}", kVice},
    {"= RESOLVED – That Councillor Dean be elected Chairman of the Committee for the year.|The Chairman asked why.",
     "decision-marker | chair-at-this-place Councillor Dean <Councillor Dean be elected Chairman> {Chairman}", kVice, kPanel, "Election of Chair"},
    {"= It was agreed to elect Councillor Dean as Chairman.|The Chairman asked why.", "agentless-agreement | chair-at-this-place Councillor Dean <Councillor Dean as Chairman> {Chairman}", kVice, kPanel, "Appointment of Chairman"},
    {"= It was agreed to elect Councillor Dean as Chairman.|The Chairman asked why.", "agentless-agreement | chair-of-meeting Councillor Astley <Councillor Astley> {Chairman}", kVice, kPanel, "Ponds Committee"},
    {"Councillor Dean took the Chair for this item.|The Chairman asked why.|# Parks|The Chairman asked how.",
     "silent | chair-at-this-place Councillor Dean <Councillor Dean took the Chair> {Chairman} | chair-of-meeting Councillor Astley <Councillor Astley> {Chairman}", kVice},
    {"Councillor Dean took the Chair for the remainder of the meeting.|# Parks|The Chairman asked how.",
     "silent | chair-at-this-place Councillor Dean <Councillor Dean took the Chair> {Chairman}", kVice},
    {"The Chairman vacated the Chair.|The Chairman asked why.", "silent | chair-not-stated <The Chairman vacated the Chair> {Chairman}", kVice},
    {"Councillor Bell took the Chair.|The Chairman asked why.", "silent | chair-at-this-place Councillor Bell <Councillor Bell took the Chair> {Chairman}", kVice},
    {"Councillor Hay took the Chair.|The Chair asked why.", "silent | several-of-the-name <Councillor Hay took the Chair> {Chair} ?Councillor Ann Hay/Councillor John Hay"},
    {"The Chief Executive took the Chair.|The Chairman asked why.", "silent | chair-not-stated <The Chief Executive took the Chair> {Chairman}", kVice},
    {"The Mayor said so. The Chairman asked why.", "post-in-list Councillor R Becker <Councillor R Becker> {Mayor}; chair-of-meeting Councillor Hann <Councillor Hann> {Chairman}", kMayor},
    {"The Mayor said so.", "chair-of-meeting Councillor Hann <Councillor Hann> {The Mayor}", "Present: The Mayor, Councillor Hann (in the Chair), Councillor Palm"},
    {"The Chair asked why.|! Present for items 5 to 9: Councillors Brook (in the Chair), Carr and Elm|# Parks|The Chair asked how.|Councillor Astley asked when.",
     "chair-of-meeting Councillor Astley <Councillors Astley> {Chairman} | chair-at-this-place Councillor Brook <Councillors Brook> {Chair} | honorific-and-surname Councillor Astley <Councillors Astley>", "Present: Councillors Astley (Chairman), Brook and Carr"},
    {"Councillor Carr took the Chair.|The Chair asked why.|! Present for items 5 to 9: Councillors Brook (in the Chair), Carr and Elm|# Parks|The Chair asked how.",
     "silent | chair-at-this-place Councillor Carr <Councillor Carr took the Chair> {Chair} | chair-at-this-place Councillor Brook <Councillors Brook> {Chair}", "Present: Councillors Astley (Chairman), Brook and Carr"},
    // Near misses: another body's chair, another time, not yet, nobody.
    {"Councillor Dean took the chair of the working group.|The Chairman asked why.", "silent | chair-of-meeting Councillor Astley <Councillor Astley> {Chairman}", kVice},
    {"Councillor Dean had taken the chair.|The Chairman asked why.", "silent | chair-of-meeting Councillor Astley <Councillor Astley> {Chairman}", kVice},
    {"Councillor Dean would take the chair at the next meeting.|The Chairman asked why.", "silent | chair-of-meeting Councillor Astley <Councillor Astley> {Chairman}", kVice},
    {"Councillor Dean presided over the ceremony.|The Chairman asked why.", "silent | chair-of-meeting Councillor Astley <Councillor Astley> {Chairman}", kVice},
    {"= RESOLVED – That Councillor Dean be elected Vice-Chairman.|The Chairman asked why.", "decision-marker | chair-of-meeting Councillor Astley <Councillor Astley> {Chairman}", kVice},
    {"= RESOLVED – That Councillor Dean be elected Chairman of the Ponds Committee.|The Chairman asked why.", "decision-marker | chair-of-meeting Councillor Astley <Councillor Astley> {Chairman}", kVice, kPanel, "Election of Chair"},
    {"Councillor Dean, who chaired the meeting with residents, was thanked.|The Chairman asked why.", "silent | chair-of-meeting Councillor Astley <Councillor Astley> {Chairman}", kVice},
    {"Councillor Dean took the chair at the Ponds Working Group.|The Chairman asked why.", "silent | chair-of-meeting Councillor Astley <Councillor Astley> {Chairman}", kVice},
    {"Councillor Dean had been a member as Chairman.|The Chairman asked why.", "silent | chair-of-meeting Councillor Astley <Councillor Astley> {Chairman}", kVice},
    {"There was a vacancy in the chair.|The Chairman asked why.", "silent | chair-of-meeting Councillor Astley <Councillor Astley> {Chairman}", kVice},
    {"Councillor Dean stood down as Chairman of the ponds trust.|The Chairman asked why.", "silent | chair-of-meeting Councillor Astley <Councillor Astley> {Chairman}", kVice},
};

constexpr Case kForms[] = {
    {"Members asked why.", "group"},
    {"Several members of the panel asked why.", "group"},
    {"A Member asked why.", "one-of-group"},
    {"One of the members asked why.", "one-of-group"},
    {"The panel asked for a briefing.", "body"},
    {"The Cabinet asked for a briefing.", "silent"},
    {"The Convener: I welcome everybody.", "utterance Councillor Astley <Councillor Astley> {Convener}"},
    {"Councillor Bell: I welcome everybody.", "utterance Councillor Bell"},
    {"Roads: I welcome everybody.", "silent"},
    {"Question from Councillor Brook to the Leader: When will it open?", "written-question Councillor Brook <Councillors Brook>"},
    {"Response from the Portfolio Holder: In May.", "written-answer Councillor Crick <Councillor Crick> {Portfolio Holder for Children}"},
    {"Response times from the depot are late.", "silent"},
    {"I will ask when it will be mended.", "heading Councillor Brook <Councillor Brook>", kList, kPanel, "Question submitted by Councillor Brook"},
    {"It will be mended.", "silent", kList, kPanel, "Question submitted by Councillor Brook"},
    {"The Head of Roads gave an update which included:|* Costs rose.", "post-in-list Matt Claydon <Matt Claydon> {Head of Roads} | lead-in Matt Claydon <The Head of Roads> {Head of Roads}"},
    {"The following points were raised:|* Costs rose.", " | silent"},
    {"The Chair invited the Head of Roads to speak. He outlined it.",
     "chair-of-meeting Councillor Astley <Councillor Astley> {Chair}; invited-before Matt Claydon {Head of Roads}"},
    {"The Chair thanked the Head of Roads. He outlined it.", "chair-of-meeting Councillor Astley <Councillor Astley> {Chair}"},
    {"Councillor Brook had visited the home. She reported that it was clean.", "actor-before Councillor Brook"},
    {"Councillors Brook and Carr had visited the home. She reported that it was clean.", "silent"},
    {"PCSO Kemp reported on crime. Councillor Brook asked about cars; she replied that they were safe.",
     "name-not-listed PCSO Kemp; honorific-and-surname Councillor Brook <Councillors Brook>; reply-to-question PCSO Kemp <PCSO Kemp>"},
    {"Councillor Brook asked about cars; she replied that they were safe.", "honorific-and-surname Councillor Brook <Councillors Brook>"},
    {"Another Member had concerns over cost. They wondered what was spent.", "one-of-group; same-speaker <Another Member>"},
    {"Members were told of it. They wondered what was spent.", "listeners-only"},
};

constexpr Case kNobody[] = {
    {"It was questioned why.", "agentless-act"},
    {"Concern was expressed by Councillor Carr that it was late.", "honorific-and-surname Councillor Carr <Carr>"},
    {"In response to a question about fees the DCS said no.", "question-told; only-holder-of-role Janice Speke <Janice Speke> {Interim Director of Children’s Services; interim}"},
    {"In response to a question the DCS said no.", "question-implied; only-holder-of-role Janice Speke <Janice Speke> {Interim Director of Children’s Services; interim}"},
    {"In response to a question from Councillor Carr the Head of Roads said no.", "honorific-and-surname Councillor Carr <Carr>; post-in-list Matt Claydon <Matt Claydon> {Head of Roads}"},
    {"= It was agreed that the panel would receive the report.", "agentless-agreement"},
    {"A question was asked about fees. It was confirmed that they rose.", "agentless-act; officers-answer"},
    {"The DCS spoke. A question was asked about fees. It was confirmed that they rose.",
     "only-holder-of-role Janice Speke <Janice Speke> {Interim Director of Children’s Services; interim}; agentless-act; agentless-report"},
    {"A question was asked about dogs.", "open-meeting", kInitials, kParish},
    {"Members were informed that it was late.", "listeners-only"},
    {"It was reported that it was late.", "agentless-report"},
    {"= RESOLVED – That the report be noted.", "decision-marker"},
    {"The issue was resolved last year.", "silent"},
    {"= That the report be noted.", "decision-passage <That the report be noted.>"},
    {"~ The minutes of the meeting held on 2 May were agreed as a correct record.", "minutes-approved <The minutes of the meeting held on 2 May were agreed as a correct record.>"},
    {"~ The minutes of the meeting held on 2 May were not yet agreed.", ""},
    {"Work had started in May.", "silent"},
};

template <std::size_t N>
void check(const Case (&cases)[N]) {
    for (const Case& c : cases)
        BOOST_TEST_CONTEXT("text: " << c.text)
    BOOST_TEST(rules_of(tests::read({.list = c.list, .paragraphs = c.text, .title = c.title, .committee = c.committee})) == c.rules);
}
template <std::size_t N>
void check_promises(const Case (&cases)[N], std::set<std::string>& seen) {
    for (const Case& c : cases) {
        const auto in = tests::read({.list = c.list, .paragraphs = c.text, .title = c.title, .committee = c.committee});
        BOOST_TEST(test::broken_promises(in.doc, in.meeting) == "");
        for (const Item& item : in.meeting.items)
            for (const Passage& passage : item.passages)
                for (const Speaker& speaker : passage.speakers) seen.emplace(speaker.rule);
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(resolves_names) { check(kNames); }
BOOST_AUTO_TEST_CASE(resolves_posts) { check(kPosts); }
BOOST_AUTO_TEST_CASE(follows_the_chair) { check(kChairs); }
BOOST_AUTO_TEST_CASE(reads_forms) { check(kForms); }
BOOST_AUTO_TEST_CASE(says_that_nobody_is_named) { check(kNobody); }

BOOST_AUTO_TEST_CASE(whoever_has_the_chair_is_its_chair_by_name_too) {
    const auto in = tests::read({.list = kVice, .paragraphs = "Councillor Dean asked why.|Councillor Dean took the Chair.|Councillor Dean asked why.|Councillor Astley asked how."});
    const std::vector<Passage>& passages = in.meeting.items[1].passages;
    BOOST_TEST(name_of(passages[0].speakers.at(0).role) == "member");
    BOOST_TEST(name_of(passages[2].speakers.at(0).role) == "chair");
    BOOST_TEST(name_of(passages[3].speakers.at(0).role) == "member");
}

BOOST_AUTO_TEST_CASE(resolution_never_crosses_meetings) {
    const std::string page = "Elm Parish Council\n\nMinutes of the Meeting held on Monday 3 May 2021 in the Hall\n\nPresent: Cllr Oak (Chair), Cllr Ash.\n\n1. Apologies\n\nNone.\n\n"
                             "2. Paths\n\nThe Chair reported mud. Cllr Elder asked why.\n\nThe meeting closed at 8.40 pm.\n\n"
                             "ELM PARISH COUNCIL\n\nMinutes of the Meeting held on Monday\n7th June 2021 in the Hall\n\nPresent: Cllr Elder (Chair), Cllr Bay.\n\n1. Apologies\n\nNone.\n\n"
                             "2. Paths\n\nThe Chair reported ice. Cllr Ash asked why.\n";
    const Document doc = make_document("two.txt", page);
    const Segmented segmented = segment(doc);
    BOOST_TEST(segmented.meetings.size() == 2u);
    std::string speakers;
    for (const Meeting& meeting : segmented.meetings)
        for (const Item& item : meeting.items)
            for (const Passage& passage : item.passages)
                for (const Speaker& speaker : passage.speakers) speakers += std::string(speaker.rule) + " " + speaker.person + "; ";
    BOOST_TEST(speakers == "chair-of-meeting Cllr Oak; name-not-listed Cllr Elder; chair-of-meeting Cllr Elder; name-not-listed Cllr Ash; ");
}

BOOST_AUTO_TEST_CASE(reads_flags_of_titles) {
    static constexpr struct { std::string_view title, flags; } cases[] = {
        {"Interim Director of Children's Services", "interim"},
        {"Acting Deputy Head of Roads", "acting+deputy"},
        {"Depute Chief Executive", "deputy"},
        {"Director of Roads (Interim)", "interim"},
        {"Town Clerk - Acting", "acting"},
        {"Assistant Director of Roads", ""},      // a role of its own
        {"Vice-Chair", ""},
        {"Head of Interim Care", ""},
        {"Director of People and Deputy Chief Executive", ""},
        {"Director", ""},
        {"", ""},
    };
    for (const auto& c : cases) BOOST_TEST(printed(flags_of_title(c.title)) == c.flags, c.title);
    const auto in = tests::read({.list = kList, .paragraphs = ""});
    std::string people;
    for (const Person& person : in.meeting.people)
        if (!(person.flags == RoleFlags{})) people += person.name + " " + printed(person.flags) + "; ";
    BOOST_TEST(people == "Janice Speke interim; Ms Dora Lorne acting; Paul Windle deputy; ");
}

// Every rule of the table decides some case above, and every speaker keeps the promises of the documentation.
BOOST_AUTO_TEST_CASE(every_rule_is_produced) {
    std::set<std::string> seen;
    check_promises(kNames, seen);
    check_promises(kPosts, seen);
    check_promises(kChairs, seen);
    check_promises(kForms, seen);
    check_promises(kNobody, seen);
    for (const AttributionRule& rule : attribution_rules()) BOOST_TEST(seen.contains(std::string(rule.id)), rule.id << " decides no case");
}
