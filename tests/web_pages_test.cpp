#include "analyzers/dump.hpp"
#include "analyzers/facts/facts.hpp"
#include "analyzers/structure/structure.hpp"

#include <boost/test/unit_test.hpp>

#include <sstream>

using namespace minutes;

namespace {

/// The layout and the lines of items and passages.
std::string reading_of(std::string_view text) {
    const Document doc = make_document("page.txt", text);
    std::istringstream in(to_text(doc, find_structure(doc)));
    std::string kept;
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("layout: ") || line.starts_with("  ")) kept += line + "\n";
    return kept;
}

/// Committee, date, start and end of the first meeting, "-" for what the page does not say.
std::string facts_of(std::string_view text) {
    const Document doc = make_document("page.txt", text);
    Segmented segmented = find_structure(doc);
    const Meeting meeting = with_facts(doc, segmented.meetings.empty() ? Meeting{} : segmented.meetings.front(), {});
    std::string told;
    for (const Fact* fact : {&meeting.committee, &meeting.date, &meeting.start, &meeting.end}) told += (fact->value.empty() ? "-" : fact->value) + " | ";
    return told.substr(0, told.size() - 3);
}

}  // namespace

BOOST_AUTO_TEST_CASE(reads_items_of_web_pages) {
    static constexpr struct { std::string_view text, reading; } cases[] = {
        // The heads of tables with a column of notes are no titles, nor are the times and stars in it.
        {"Agenda and minutes\n\nItems\nNote No. Item\n\n5pm\n\n1.\n\nBench Wardens\n\nMinutes:\n\nNone.\n\n5.15pm\n\n2.\n\nTree Rules\n\nMinutes:\n\nMs Elm presented the rules.\n",
         "layout: moderngov-meeting\n  item 1 Bench Wardens [procedural]\n    procedural: None.\n"
         "  item 2 Tree Rules [discussion]\n    discussion: Ms Elm presented the rules.\n"},
        // Items of an item; a numbered paragraph is none.
        {"Agenda and minutes\n\nNo. Item\n\n4.\n\nMATTERS ARISING\n\n4.1\n\nMinute 6 - Bench Report\n\nMinutes:\n\nThe Clerk advised that oak was dear.\n\n4.2\n\nPonds pdf icon PDF 2 KB\n\n"
         "Minutes:\n\nThe Clerk advised that ponds were full.\n\n5.\n\nTrees\n\nMinutes:\n\n5.1\n\nThe Clerk advised that trees were tall.\n",
         "layout: moderngov-meeting\n  item 4 MATTERS ARISING [procedural]\n  item 4.1 Minute 6 - Bench Report [discussion]\n    discussion: The Clerk advised that oak was dear.\n"
         "  item 4.2 Ponds [discussion]\n    discussion: The Clerk advised that ponds were full.\n"
         "  item 5 Trees [discussion]\n    discussion 5.1: The Clerk advised that trees were tall.\n"},
        {"Agenda and minutes\n\nNo. Item\n\n3.\n\nMinutes\n\nMinutes:\n\n3a\n\nTo agree the minutes of 3 May 2018 pdf icon PDF 2 KB\n\nMinutes:\n\nThey were agreed as a correct record.\n",
         "layout: moderngov-meeting\n  item 3 Minutes [procedural]\n  item 3a To agree the minutes of 3 May 2018 [procedural]\n    procedural: They were agreed as a correct record.\n"},
        // An item without a label whose text tells what happened; the row of a title that nobody knows leaves the row above as it is.
        {"Agenda and minutes\n\nNo. Item\n\n1.\n\nBench Wardens\n\nThe Chair thanked the wardens for painting the benches.\n\n2.\n\nTree Rules\n\nMembers are reminded that the Chair thanked nobody.\n\n3.\n\nPonds\n\nMinutes:\n\nNone.\n",
         "layout: moderngov-meeting\n  item 1 Bench Wardens [discussion]\n    discussion: The Chair thanked the wardens for painting the benches.\n"
         "  item 2 Tree Rules [agenda-note]\n    agenda-note: Members are reminded that the Chair thanked nobody.\n  item 3 Ponds [procedural]\n    procedural: None.\n"},
        // A full stop inside a title, with no sentence behind it.
        {"Agenda and minutes\n\nNo. Item\n\n2.\n\nCode of Conduct - Interests. Benches (Painted Oak) Regulations 2012\n\nMinutes:\n\nNone.\n",
         "layout: moderngov-meeting\n  item 2 Code of Conduct - Interests. Benches (Painted Oak) Regulations 2012 [procedural]\n    procedural: None.\n"},
        // Printed minutes: a tag opens the item whatever its title ends in, and the minute number below it counts.
        {"<AI1>\n\n1.     Election of the Chair of the Trust;\n\n01/22\n\nRESOLVED\n\nThat Cllr Elm be elected.\n\n</AI1>\n\n<AI2>\n\n2.    Address by the Chair\n\n02/22\n\nCllr Elm thanked all.\n",
         "layout: print-minutes\n  item 01/22 Election of the Chair of the Trust [decision]\n    decision: RESOLVED That Cllr Elm be elected.\n"
         "  item 02/22 Address by the Chair [discussion]\n    discussion: Cllr Elm thanked all.\n"},
        // No labels, no numbers: a line between sentences is a title, even a long one above "There were no".
        {"Agenda and minutes\n\nNo. Item\n\n\nApologies\n\n\nApologies were received from Cllr Elm.\n\n\nQuarter 3 Bench Money - Presentation\n\n\n"
         "Ann Oak Head of Benches, attended the panel and gave a presentation about the money spent on benches.\n\n\n"
         "Replies to any questions submitted by the Public under Part 4, Bench Rules, Paragraphs 8 and 9 of the Rule Book\n\n\nThere were no questions.\n",
         "layout: moderngov-meeting-unlabelled\n  item - Apologies [procedural]\n    procedural: Apologies were received from Cllr Elm.\n"
         "  item - Quarter 3 Bench Money - Presentation [discussion]\n    discussion: Ann Oak Head of Benches, attended the panel and gave a presentation about the money spent on benches.\n"
         "  item - Replies to any questions submitted by the Public under Part 4, Bench Rules, Paragraphs 8 and 9 of the Rule Book [procedural]\n    procedural: There were no questions.\n"},
        // The same without even "No. Item".
        {"Venue: The Hall.\n\nApologies for absence\n\n\nApologies were received from Cllr Elm.\n\n\nChairman's announcements\n\n\nThe Chair welcomed Mr Ash.\n\n\n"
         "Benches\n\n\nMembers asked whether the benches could be painted green before the summer fair.\n",
         "layout: moderngov-meeting-unlabelled\n  item - Apologies for absence [procedural]\n    procedural: Apologies were received from Cllr Elm.\n"
         "  item - Chairman's announcements [discussion]\n    discussion: The Chair welcomed Mr Ash.\n"
         "  item - Benches [discussion]\n    discussion: Members asked whether the benches could be painted green before the summer fair.\n"},
        // An older system's page without blank lines, whose "Agenda Items" have minutes.
        {"Agenda Items\nApologies for Absence\nTo receive any apologies.\nDeclarations of Interest (if any)\nThis item allows the Chair to invite declarations.\nNo interests were declared.\n"
         "Chairman\u2019s Announcements\nTo update Members.\nThe Chairman reported on the fair:\n- The oak bench by the pond was opened and painted, and many came to sit on it.\nRESOLVED that the report be noted.\n",
         "layout: committee-system\n  item - Apologies for Absence [agenda-note]\n    agenda-note: To receive any apologies.\n"
         "  item - Declarations of Interest (if any) [procedural]\n    agenda-note: This item allows the Chair to invite declarations.\n    procedural: No interests were declared.\n"
         "  item - Chairman\u2019s Announcements [discussion]\n    agenda-note: To update Members.\n    discussion: The Chairman reported on the fair:\n"
         "    discussion: The oak bench by the pond was opened and painted, and many came to sit on it.\n    decision: RESOLVED that the report be noted.\n"},
        // A flattened row that only points elsewhere is no item; rows hold whole paragraphs, however they end.
        {"Venue: The Hall, Elm Street, near the pond. View directions\nContact: Ann Oak of the Bench Services Team\nNo. | Item |\n---|---|\n|\nThe agenda and reports can be located here. Please note that this is not altered. |\n|\n"
         "Benches Minutes: The Chair announced that the dates had been moved.\nThe Panel asked for oak benches, and for others by the pond.\nMr Ash asked about elm. |\n",
         "layout: moderngov-flattened\n  item - - [agenda-note]\n    agenda-note: The agenda and reports can be located here. Please note that this is not altered.\n"
         "  item - Benches [discussion]\n    discussion: The Chair announced that the dates had been moved.\n"
         "    discussion: The Panel asked for oak benches, and for others by the pond.\n    discussion: Mr Ash asked about elm.\n"},
        // Roman numerals before titles are their numbers.
        {"At a MEETING of the BENCH BOARD held on 27th October, 2021.\n\nPresent:-\n\nAnn Oak\n\nI APOLOGIES FOR ABSENCE\n\nThere were none.\n\nII DECLARATION OF INTEREST\n\nThere were none.\n",
         "layout: unknown\n  item - - [attendance]\n    attendance: Present:- Ann Oak\n  item I APOLOGIES FOR ABSENCE [procedural]\n    procedural: There were none.\n"
         "  item II DECLARATION OF INTEREST [procedural]\n    procedural: There were none.\n"},
        // A decision list prints reference and outcome behind the title.
        {"Decisions published\n\n12/01/2018 - Bench Paint ref: 302    Recommendations Approved\n\nDecision Maker: Parks Committee\n\nMade at meeting: 12/01/2018 - Parks Committee\n\nEffective from: 12/01/2018\n\n"
         "Resolved: That green be bought.\n",
         "layout: decision-page\n  item - Bench Paint [decision]\n    decision: Resolved: That green be bought.\n"},
        // What stands above the first meeting of an issue is the site's.
        {"WARNING: If you are seeing this page the template was lost, and all is shown as it is.\n\nIssue - meetings\n\nBenches\n\nMeeting: 07/12/2021 - Cabinet (Item 61)\n\n61 Benches pdf icon PDF 2 KB\n\n\n"
         "Cllr Elm presented the report.\n\n\n\u00A9 pages.example\n",
         "layout: issue-history\n  item 61 Benches [discussion]\n    discussion: Cllr Elm presented the report.\n"},
        // An item's page that begins with its minutes.
        {"Minutes:\nThe Clerk advised that at the Bench Panel meeting held on 24 April 2017 members chose oak.\nResolved:\nThat oak be bought.\nSupporting documents:\n",
         "layout: moderngov-item\n  item - - [discussion]\n    discussion: The Clerk advised that at the Bench Panel meeting held on 24 April 2017 members chose oak.\n    decision: Resolved: That oak be bought.\n"},
        // A page that lists meetings tells of none.
        {"Browse meetings\n\nParks Committee\n\nThis page lists the meetings for Parks Committee.\n\nInformation about Parks Committee\n\nMatters of parks are debated by the Parks Committee.\n\n"
         "Any person who wishes to film a meeting is asked to tell the Clerk.\n",
         "layout: listing\n  item - - [agenda-note]\n    agenda-note: Matters of parks are debated by the Parks Committee. Any person who wishes to film a meeting is asked to tell the Clerk.\n"},
        // All above "No. Item" is head, sentences of the site too.
        {"Agenda and minutes\n\nA number of meetings are live-streamed.\n\nAll meetings are also put up after the event on our site.\n\nVenue: The Hall\n\nContact: Ms Elm\n\nItems\nNo. Item\n\n1.\n\n"
         "Apologies\n\nMinutes:\n\nNone.\n",
         "layout: moderngov-meeting\n  item 1 Apologies [procedural]\n    procedural: None.\n"},
        // An older page prints who was there above its table.
        {"Meeting documents\n\nBench Committee\nThursday, 15th September, 2005 7.30 pm\n\nAttendance Details\n\nCouncillor A Ash (Chairman); Councillors B Elm and C Oak.\nMin NoDescriptionResolution\nPart I\n"
         "RESOLVED that the Minutes of the meeting held on 10th May, 2005 be approved.\nThe meeting closed at 9.22 p.m.\n",
         "layout: council-web-page\n  item - - [attendance]\n    attendance: Attendance Details Councillor A Ash (Chairman); Councillors B Elm and C Oak.\n  item - - [decision]\n"
         "    decision: RESOLVED that the Minutes of the meeting held on 10th May, 2005 be approved.\n  item - - [procedural]\n    procedural: The meeting closed at 9.22 p.m.\n"},
        // A summons is an agenda.
        {"Date: Thursday, 28 October 2021\n\nYou are invited to attend the meeting and a note of the business is attached.\n\nBUSINESS\n\n1. Apologies\n\n2. Benches\n\n"
         "Tributes will be paid to the late Mr Ash who sat on every bench of the town.\n\n3. Trees\n\nMembers should say whether they have an interest in trees.\n",
         "layout: moderngov-agenda\n  item - - [agenda-note]\n    agenda-note: You are invited to attend the meeting and a note of the business is attached.\n  item 1 Apologies [procedural]\n"
         "  item 2 Benches [agenda-note]\n    agenda-note: Tributes will be paid to the late Mr Ash who sat on every bench of the town.\n"
         "  item 3 Trees [agenda-note]\n    agenda-note: Members should say whether they have an interest in trees.\n"},
        // The agenda of one item up to what it asks for.
        {"Agenda item\n\nBench Rules\n\n12.05pm\n\nFor the first meeting of the year, the Panel reviews its rules.\n\nThe Panel is requested to consider the following:\n\n1. That the rules be kept.\n\n"
         "2) That the Panel notes the fee.\n",
         "layout: moderngov-item-unlabelled\n  item - Bench Rules [agenda-note]\n    agenda-note: For the first meeting of the year, the Panel reviews its rules. The Panel is requested to consider "
         "the following: 1. That the rules be kept. 2) That the Panel notes the fee.\n"},
        // Rows whose borders were lost, and a line of the agenda that only stands above "Minutes:".
        {"Venue: The Hall\nNo. | Item |\nWelcome Minutes: The Chair opened the meeting.\nApologies/Substitutions To report any apologies. Minutes: Apologies were received from Ms Elm.\n"
         "Recording of Observers To record any observers present. Minutes: There were no observers. |\nBenches To consider a report.\nOfficer contact Ms Oak on 01632 960000 or email: Minutes: Ms Oak presented the report. |\n",
         "layout: moderngov-flattened\n  item - Welcome [procedural]\n    procedural: The Chair opened the meeting.\n"
         "  item - Apologies/Substitutions [procedural]\n    agenda-note: To report any apologies.\n    procedural: Apologies were received from Ms Elm.\n"
         "  item - Recording of Observers [procedural]\n    agenda-note: To record any observers present.\n    procedural: There were no observers.\n"
         "  item - Benches [discussion]\n    agenda-note: To consider a report. Officer contact Ms Oak on 01632 960000 or email:\n    discussion: Ms Oak presented the report.\n"},
        // Numbers glued to their titles.
        {"Meeting documents\n\nBench Panel\nWednesday 5 March 2014 6.30 pm\n\nPRESENT: Cllr Ash (Chair), Ms Oak, Mr Elm\n\n1Appointment of Chair\nIt was agreed that Cllr Ash would chair the meeting.\n"
         "2Apologies for Absence\nApologies were received from Ms Fir.\n4Matters Arising\nThe Panel noted the matters arising.\n",
         "layout: council-web-page\n  item - - [attendance]\n    attendance: PRESENT: Cllr Ash (Chair), Ms Oak, Mr Elm\n  item 1 Appointment of Chair [decision]\n    decision: It was agreed that Cllr Ash would chair the meeting.\n"
         "  item 2 Apologies for Absence [procedural]\n    procedural: Apologies were received from Ms Fir.\n  item 4 Matters Arising [decision]\n    decision: The Panel noted the matters arising.\n"},
        // An outcome whose marker was lost: "That Cabinet:" with limbs.
        {"Issue - meetings\nBenches\nMeeting: 24/01/2023 - Cabinet (Item 14.)\n14. Benches PDF 171 KB\nAdditional documents:\nThat Cabinet:\n1. Noted the report.\n2. Approved the oak.\n",
         "layout: issue-history\n  item 14 Benches [decision]\n    decision: That Cabinet: 1. Noted the report. 2. Approved the oak.\n"},
        // A label of attendance may be a title.
        {"Bench Committee - Wednesday 17 June 2020 9.30 am\n\nApologies for Absence\n\n\nApologies were received from Cllr Elm.\n\n\nSubstitute Members\n\n\nThere were no substitutes.\n\n\n"
         "Benches pdf icon PDF 2 KB\n\n\nThe Chair noted the benches.\n",
         "layout: moderngov-meeting-unlabelled\n  item - Apologies for Absence [procedural]\n    procedural: Apologies were received from Cllr Elm.\n"
         "  item - Substitute Members [procedural]\n    procedural: There were no substitutes.\n  item - Benches [discussion]\n    discussion: The Chair noted the benches.\n"},
        // An outcome whose "RESOLVED that" was lost.
        {"Issue - meetings\n\nBenches\n\nMeeting: 07/12/2021 - Cabinet (Item 61)\n\n61 Benches pdf icon PDF 2 KB\n\n\nCllr Elm presented the report.\n\n\nIt was moved by Cllr Elm seconded by Cllr Oak and\n\n\n"
         "The bench strategy be approved.\n",
         "layout: issue-history\n  item 61 Benches [discussion]\n    discussion: Cllr Elm presented the report.\n    discussion: It was moved by Cllr Elm seconded by Cllr Oak and\n"
         "    decision: The bench strategy be approved.\n"},
        // Points of an agenda, however far apart.
        {"Agenda item\n\nSchools\n\n1.    To review the rules for benches.\n\n\n2.    To receive the report on oak.\n\n\nMs Elm, Head of Oak, outlined the report.\n",
         "layout: moderngov-item-unlabelled\n  item - Schools [discussion]\n    agenda-note 1.: To review the rules for benches. 2. To receive the report on oak.\n    discussion: Ms Elm, Head of Oak, outlined the report.\n"},
        // Welsh pages of the same system.
        {"Agenda a Chofnodion\n\nLleoliad: Neuadd y Dref\n\nEitemau\nRhif eitem\n\n1.\n\nYmddiheuriadau\n\nCofnodion:\n\nDim.\n\n2.\n\nMeinciau pdf eicon PDF 2 MB\n\nDogfennau ychwanegol:\n\nCofnodion:\n\nPrynwyd mainc.\n",
         "layout: moderngov-meeting\n  item 1 Ymddiheuriadau [discussion]\n    discussion: Dim.\n  item 2 Meinciau [discussion]\n    discussion: Prynwyd mainc.\n"},
    };
    for (const auto& [text, reading] : cases) BOOST_TEST(reading_of(text) == reading);
}

BOOST_AUTO_TEST_CASE(reads_heads_of_web_pages) {
    static constexpr struct { std::string_view text, facts; } cases[] = {
        {"Meeting documents\n\nBench Committee (2005-2015)\nThursday, 15th September, 2005 7.30 pm\n\nAttendance Details\n\nMs Elm\nMin NoDescriptionResolution\nPart I\n1 BENCHES\nRESOLVED that oak be bought.\n2 TREES\nRESOLVED that it be noted.\n",
         "Bench Committee | 2005-09-15 | 19:30 | -"},
        {"Agenda and minutes\n\nBench Board (Parks and Ponds) - Decommissioned - Thursday, 21st July, 2011 9.45 am\n\nNo. Item\n\n1.\n\nApologies\n\nMinutes:\n\nNone.\n",
         "Bench Board (Parks and Ponds) | 2011-07-21 | 09:45 | -"},
        {"Council meetings\n\nAgenda and minutes\n\nVenue: The Hall\n\nNo. Item\n\n1.\n\nApologies\n\nMinutes:\n\nNone.\n", "- | - | - | -"},
        {"Decision details\n\nBench Paint\n\nDecision status: Approved\n\nRESOLVED - That green be bought.\n\nPublication date: 24/01/2025\n\nDate of decision: 23/01/2025\n\nDecided at meeting: 23/01/2025 - Cabinet\n",
         "Cabinet | 2025-01-23 | - | -"},
        {"Meeting documents\n\nStanding Advisory Council on Religious Education\nWednesday 5 March 2014 6.30 pm\n\nPRESENT: Cllr Ash (Chair), Ms Oak\n\n1. Apologies\n\nNone.\n\n2. Faiths\n\nMs Oak reported.\n",
         "Standing Advisory Council on Religious Education | 2014-03-05 | 18:30 | -"},
        {"Date: Thursday, 28 October 2021\n\nA meeting of the Bench Panel will be held REMOTELY on Thursday, 28 October 2021 at 10.35am.\n\nYou are invited to attend the meeting.\n\n1. Apologies\n\n2. Trees\n",
         "Bench Panel | 2021-10-28 | 10:35 | -"},
        // Dates of other meetings: those that an agenda note approves, and that a sentence of the minutes tells of.
        {"Venue: The Hall.\n\nTo approve as correct records the minutes of the meetings held on 13th March 2019 and 16th May 2019.\n\nRESOLVED that they be approved.\n", "- | - | - | -"},
        {"Minutes:\nThe Clerk gave a report.\nAt the Bench Panel meeting held on 24 April 2017 members chose oak.\n", "- | - | - | -"},
        {"MEADOW COUNCIL\n\nRECORD OF DECISION OF THE Cabinet\n\n12 September 2012\n\nBenches\n\nThe Cabinet asked for oak benches, and was told that they were dear.\n", "Cabinet | 2012-09-12 | - | -"},
    };
    for (const auto& [text, facts] : cases) BOOST_TEST(facts_of(text) == facts);
}
