#include "tests/structure_dump.hpp"

#include "analyzers/structure/structure.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace minutes;
using namespace minutes::test;

BOOST_AUTO_TEST_CASE(reads_structures) {
    static constexpr struct { std::string_view text, structure; } cases[] = {
        // Numbered page: number alone, label, note, roman points, a decision with limbs, text cut short.
        {kNumberedPage,
         "layout: moderngov-meeting\nmeeting\n"
         "  item 4 Minutes. [procedural]\n"
         "    procedural: The minutes of 1 April were agreed as a correct record.\n"
         "  item 5 Benches [discussion, incomplete]\n"
         "    agenda-note: To consider benches.\n"
         "    procedural: The Committee considered a report of the Parks Officer.\n"
         "    discussion i): Members asked about oak.\n"
         "    discussion ii): Price was \u2018too high\u2019.\n"
         "    decision incomplete: RESOLVED: a) That oak be bought; b) That a report be\n"
         "- head: Agenda and minutes\n- head: Parks Committee - Monday, 3 May 2021 6.00 pm\n- site-navigation: No. Item\n"
         "- heading: 4.\n- heading: Minutes.\n- document-list: pdf icon PDF 9 KB\n- label: Minutes:\n"
         "- heading: 5.\n- heading: Benches\n- label: Minutes:\n- link-text: ... view the full minutes text for item 5.\n"},
        // Title glued to its text, a bullet cut by a page, signature, close.
        {kPdfText,
         "layout: pdf-text\nmeeting\n"
         "  item - - [attendance]\n"
         "    attendance: Present: Ms A Oak (Chairman), Mr B Elm\n"
         "  item 262 Apologies and Welcome [procedural]\n"
         "    procedural: None.\n"
         "  item 263 Bench Policy [discussion]\n"
         "    discussion: The Parks Officer presented the policy.\n"
         "    discussion in 2 parts: The first bench had been painted green.\n"
         "    discussion: Members were pleased.\n"
         "  item - - [procedural]\n"
         "    procedural: The meeting ended at 3.55 pm\n"
         "- head: Parks Panel Friday, 7 May 2021\n- head: Minutes\n- heading: 262 Apologies and Welcome\n- heading: 263 Bench Policy\n"
         "- page-furniture: Date of Issue: 9 June 2021\n- bullet: -\n- signature: Chairman\n"},
        {kWebPage,
         "layout: council-web-page\nmeeting\n"
         "  item - - [attendance]\n"
         "    attendance: Present: Councillor Oak (in the Chair) Councillors Elm and Ash.\n"
         "  item PP.20 APOLOGIES [procedural]\n"
         "    procedural: There were none.\n"
         "  item PP.21 BENCHES [discussion]\n"
         "    discussion: One Member asked about oak.\n"
         "    decision: RESOLVED \u2013 1. That it be noted. 2. That oak be bought.\n"
         "  item - - [procedural]\n"
         "    procedural: There being no further business, the Chair closed the meeting at 5.50 p.m.\n"
         "- site-navigation: Skip to main content\n- head: Minutes for Parks Panel 21st September\n"
         "- publication-line: 9:05 am, Friday, 17th November 2023 - 6 months ago\n- heading: PP.20 APOLOGIES\n- heading: PP.21 BENCHES\n"},
        // One item of an agenda; its number is that of its paragraphs; ACTION follows 3.1; no text below "Supporting documents".
        {"Agenda item\n\nBenches and Bins\n\nQuestions include: -\n\n\u00D8  Why oak?\n\n\u00D8  Why green?\n\n\n3.1   Mr Elm reported.\n\nACTION:   Ann Oak\n\n\n3.2   "
         "Members agreed that it would be helpful to receive a report.\n\nSupporting documents:\n\nPlan of benches pdf icon PDF 9 KB\n",
         "layout: moderngov-item-unlabelled\nmeeting\n"
         "  item 3 Benches and Bins [discussion]\n"
         "    agenda-note: Questions include: - \u00D8 Why oak? \u00D8 Why green?\n"
         "    discussion 3.1: Mr Elm reported.\n"
         "    action 3.1: ACTION: Ann Oak\n"
         "    decision 3.2: Members agreed that it would be helpful to receive a report.\n"
         "- head: Agenda item\n- heading: Benches and Bins\n- label: Supporting documents:\n- document-list: Plan of benches\n- document-list: pdf icon PDF 9 KB\n"},
        // The same decision twice counts once.
        {"Agenda and minutes\n\nNo. Item\n\n77/21\n\nBenches\n\nDecision:\n\nThat oak be bought.\n\nMinutes:\n\nMs Elm spoke of oak.\n\nThat oak be bought.\n",
         "layout: moderngov-meeting\nmeeting\n"
         "  item 77/21 Benches [discussion]\n"
         "    discussion: Ms Elm spoke of oak.\n"
         "    decision: That oak be bought.\n"
         "- head: Agenda and minutes\n- site-navigation: No. Item\n- heading: 77/21\n- heading: Benches\n- label: Decision:\n"
         "- duplicate-decision: That oak be bought.\n- label: Minutes:\n"},
        // Parish minutes: capitals and text on one line; a list inside an item is no item.
        {"PRESENT: Cllrs Oak and Elm.\n1. APOLOGIES. There were none.\n2. TO RECEIVE THE MINUTES. These were agreed.\n3. PLANNING. The following were seen:\n"
         "1. The old barn was approved.\n2. The new barn was refused.\n4. FINANCE. The Clerk reported that funds were low.\n",
         "layout: plain-minutes\nmeeting\n"
         "  item - - [attendance]\n"
         "    attendance: PRESENT: Cllrs Oak and Elm.\n"
         "  item 1 APOLOGIES [procedural]\n"
         "    procedural: There were none.\n"
         "  item 2 TO RECEIVE THE MINUTES [discussion]\n"
         "    discussion: These were agreed.\n"
         "  item 3 PLANNING [discussion]\n"
         "    procedural: The following were seen:\n"
         "    discussion 1.: The old barn was approved.\n"
         "    discussion 2.: The new barn was refused.\n"
         "  item 4 FINANCE [discussion]\n"
         "    discussion: The Clerk reported that funds were low.\n"
         "- heading: 1. APOLOGIES.\n- heading: 2. TO RECEIVE THE MINUTES.\n- heading: 3. PLANNING.\n- heading: 4. FINANCE.\n"},
        // Flattened table: one row a line, labels inside; a title was lost in the last row.
        {"Venue: Town Hall\nNo. | Item |\nApologies Minutes: None. |\nBenches PDF 9 KB To consider benches. Additional docu"
         "ments: Minutes: Ms Elm asked about oak. RESOLVED: That oak be bought. |\nTo note the list. Minutes: Noted. |\n",
         "layout: moderngov-flattened\n"
         "meeting\n"
         "  item - Apologies [procedural]\n"
         "    procedural: None.\n"
         "  item - Benches [discussion]\n"
         "    agenda-note: To consider benches.\n"
         "    discussion: Ms Elm asked about oak.\n"
         "    decision: RESOLVED: That oak be bought.\n"
         "  item - - [decision]\n"
         "    agenda-note: To note the list.\n"
         "    decision: Noted.\n"
         "- head: Venue: Town Hall\n"
         "- head: No.\n"
         "- rule: |\n"
         "- head: Item\n"
         "- rule: |\n"
         "- heading: Apologies\n"
         "- label: Minutes:\n"
         "- rule: |\n"
         "- heading: Benches\n"
         "- document-list: PDF 9 KB\n"
         "- label: Additional documents:\n"
         "- label: Minutes:\n"
         "- rule: |\n"
         "- label: Minutes:\n"
         "- rule: |\n"},
        // The history of an issue: two meetings on one page.
        {"Issue - meetings\n\nBenches\n\nMeeting: 21/10/2021 - Parks Panel (Item 63)\n\n63 Benches pdf icon PDF 9 KB\n\nMinutes:"
         "\n\nResolved \u2013 That oak\n\nbe bought.\n\nMeeting: 29/09/2021 - Parks Panel (Item 2.)\n\n2. Benches pdf icon PDF 9 KB\n",
         "layout: issue-history\n"
         "meeting\n"
         "  item 63 Benches [decision]\n"
         "    decision: Resolved \u2013 That oak be bought.\n"
         "meeting\n"
         "  item 2 Benches [procedural]\n"
         "- head: Issue - meetings\n"
         "- head: Benches\n"
         "- head: Meeting: 21/10/2021 - Parks Panel (Item 63)\n"
         "- heading: 63 Benches\n"
         "- document-list: pdf icon PDF 9 KB\n"
         "- label: Minutes:\n"
         "- head: Meeting: 29/09/2021 - Parks Panel (Item 2.)\n"
         "- heading: 2. Benches\n"
         "- document-list: pdf icon PDF 9 KB\n"},
        // Agenda numbers and minute numbers: the minute number counts; a title was lost.
        {"Meeting Details\n\nFull Authority\n30 May 2018 - 10:00 to 11:30\nAgenda Items\n1 Election of Chairman\nTo elect a Ch"
         "airman.\n177\n\nRESOLVED that Mr Oak be elected.\n\n2 Benches\n178\nMr Elm spoke of oak.\nTo confirm the minutes.\n179\n"
         "\nRESOLVED that the minutes be confirmed.\n",
         "layout: committee-system\n"
         "meeting\n"
         "  item 177 Election of Chairman [decision]\n"
         "    agenda-note: To elect a Chairman.\n"
         "    decision: RESOLVED that Mr Oak be elected.\n"
         "  item 178 Benches [discussion]\n"
         "    discussion: Mr Elm spoke of oak.\n"
         "  item 179 - [decision]\n"
         "    agenda-note: To confirm the minutes.\n"
         "    decision: RESOLVED that the minutes be confirmed.\n"
         "- head: Meeting Details\n"
         "- head: Full Authority\n"
         "- head: 30 May 2018 - 10:00 to 11:30\n"
         "- head: Agenda Items\n"
         "- heading: 1 Election of Chairman\n"
         "- heading: 177\n"
         "- heading: 2 Benches\n"
         "- heading: 178\n"
         "- heading: 179\n"},
        // Titles run in with a colon, no numbers.
        {"Minutes of the Elm Parish Council held on 13 July 2004\n\nPresent: A. Oak - Chairman, B. Elm.\n\nMatters Arising: "
         "The path is now dry.\n\nPlanning: The old barn was refused.\n\nCorrespondence: A letter was read.\n\nThe meeting clo"
         "sed at 8.40 p.m.\n",
         "layout: unknown\n"
         "meeting\n"
         "  item - - [attendance]\n"
         "    attendance: Present: A. Oak - Chairman, B. Elm.\n"
         "  item - Matters Arising [discussion]\n"
         "    discussion: The path is now dry.\n"
         "  item - Planning [discussion]\n"
         "    discussion: The old barn was refused.\n"
         "  item - Correspondence [discussion]\n"
         "    discussion: A letter was read.\n"
         "  item - - [procedural]\n"
         "    procedural: The meeting closed at 8.40 p.m.\n"
         "- head: Minutes of the Elm Parish Council held on 13 July 2004\n"
         "- heading: Matters Arising:\n"
         "- heading: Planning:\n"
         "- heading: Correspondence:\n"},
        // Bold titles; the numbers are a list inside an item.
        {"**Present:** Cllr A Oak\n\n**Minutes of last meeting**\n\nThe minutes were approved.\n\n**Paths**\n\nBE reported mud. "
         "Action: Clerk to write.\n\n**Planning**\n\n1. 19/00123/FUL Kings Road\n2. 19/00124/FUL Queens Road\n",
         "layout: unknown\n"
         "meeting\n"
         "  item - - [attendance]\n"
         "    attendance: Present: Cllr A Oak\n"
         "  item - Minutes of last meeting [procedural]\n"
         "    procedural: The minutes were approved.\n"
         "  item - Paths [discussion]\n"
         "    discussion: BE reported mud.\n"
         "    action: Action: Clerk to write.\n"
         "  item - Planning [discussion]\n"
         "    discussion 1.: 19/00123/FUL Kings Road\n"
         "    discussion 2.: 19/00124/FUL Queens Road\n"
         "- heading: Minutes of last meeting\n"
         "- heading: Paths\n"
         "- heading: Planning\n"},
        // Minute numbers below the agenda numbers; tags of the print view.
        {"70.    Minutes\nE.70/23\n\nThe minutes were confirmed as a correct record.\n\n</AI1>\n\n<AI2>\n\n71.    Housing\nE.71/23"
         "\n\nThe Lead Member introduced the report.\n\nRESOLVED\n\nThat the Executive NOTE it.\n\n</AI2>\n",
         "layout: print-minutes\n"
         "meeting\n"
         "  item E.70/23 Minutes [procedural]\n"
         "    procedural: The minutes were confirmed as a correct record.\n"
         "  item E.71/23 Housing [discussion]\n"
         "    discussion: The Lead Member introduced the report.\n"
         "    decision: RESOLVED That the Executive NOTE it.\n"
         "- heading: 70. Minutes\n"
         "- heading: E.70/23\n"
         "- page-furniture: </AI1>\n"
         "- page-furniture: <AI2>\n"
         "- heading: 71. Housing\n"
         "- heading: E.71/23\n"
         "- page-furniture: </AI2>\n"},
        // No labels and no numbers: a lost title, the number from the paragraphs, a mark alone on its line.
        {"Parks Panel - Monday, 2 October 2023 6.00 pm\n\nNo. Item\n\n\n\nTo receive apologies.\n\n\nThere were none.\n\n\n\nBenches "
         "pdf icon PDF 5 KB\n\nTo note benches.\n\n\n8.1\n\nMs Elm reported.\n\n\n8.2   RESOLVED: That the Panel:-\n\n(a)  notes oak"
         "; and\n\n(b)  buys it.\n",
         "layout: moderngov-meeting-unlabelled\n"
         "meeting\n"
         "  item - - [procedural]\n"
         "    agenda-note: To receive apologies.\n"
         "    procedural: There were none.\n"
         "  item 8 Benches [discussion]\n"
         "    agenda-note: To note benches.\n"
         "    discussion 8.1: Ms Elm reported.\n"
         "    decision 8.2: RESOLVED: That the Panel:- (a) notes oak; and (b) buys it.\n"
         "- head: Parks Panel - Monday, 2 October 2023 6.00 pm\n"
         "- site-navigation: No. Item\n"
         "- heading: Benches\n"
         "- document-list: pdf icon PDF 5 KB\n"},
        // Titles in capitals with a dash; a second number in brackets.
        {"187  DECLARATIONS OF INTERESTS (IF ANY) \u2013 There were no declarations.\n\n188  (18) BENCHES \u2013 The chair welcomed "
         "Ms Oak.\n\nMembers asked about oak.\n\nResolved \u2013 That it be noted.\n",
         "layout: unknown\n"
         "meeting\n"
         "  item 187 DECLARATIONS OF INTERESTS (IF ANY) [procedural]\n"
         "    procedural: There were no declarations.\n"
         "  item 188 BENCHES [discussion]\n"
         "    discussion: The chair welcomed Ms Oak.\n"
         "    discussion: Members asked about oak.\n"
         "    decision: Resolved \u2013 That it be noted.\n"
         "- heading: 187 DECLARATIONS OF INTERESTS (IF ANY) \u2013\n"
         "- heading: 188 (18) BENCHES \u2013\n"},
        // Numbers escaped by Markdown; a title that only the count makes one.
        {"1\\. Election of Chairman. A proposal was made by PK.\n\n2\\. Notes reported back\n\nAll is well.\n\n3\\. Finance. The "
         "funds were low.\n",
         "layout: unknown\n"
         "meeting\n"
         "  item 1 Election of Chairman. [procedural]\n"
         "    procedural: A proposal was made by PK.\n"
         "  item 2 Notes reported back [discussion]\n"
         "    discussion: All is well.\n"
         "  item 3 Finance. [discussion]\n"
         "    discussion: The funds were low.\n"
         "- heading: 1. Election of Chairman.\n"
         "- heading: 2. Notes reported back\n"
         "- heading: 3. Finance.\n"},
        // No layout: still a passage, and a Problem.
        {"Dear reader, nothing is known about this text.\n",
         "layout: unknown\nmeeting\n"
         "  item - - [discussion]\n"
         "    discussion: Dear reader, nothing is known about this text.\n"
         "! 0-0 no item heading was found; the text is indexed without items\n"},
        {"", "layout: unknown\n"},
        {"\n \n\t\n\u00A0\n\n", "layout: unknown\n"},
        {"19.\n", "layout: unknown\nmeeting\n  item - - [discussion]\n    discussion: 19.\n! 0-0 no item heading was found; the text is indexed without items\n"},
        {"...  view the full minutes text for item 5.", "layout: unknown\nmeeting\n- link-text: ... view the full minutes text for item 5.\n"
         "! 0-0 no item heading was found; the text is indexed without items\n"},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("text: " << c.text.substr(0, 60)) BOOST_TEST(structure_of(c.text) == c.structure);
}

BOOST_AUTO_TEST_CASE(undoes_what_copying_did) {
    static const struct { const char* name; std::string_view text, items; } cases[] = {
        {"all on one short line", "Elm Parish Council Minutes of the meeting held on 3 May 2021 Present: Cllr Ann Hay, Cllr Ben Oak. 1. Apologies None. 2. Roads Cllr Oak asked about salt.",
         "item - - [attendance]\n  attendance: Present: Cllr Ann Hay, Cllr Ben Oak.\nitem 1 Apologies [procedural]\n  procedural: None.\nitem 2 Roads [discussion]\n  discussion: Cllr Oak asked about salt.\n"},
        {"blank lines above", "\n\n\n\nElm Parish Council, 3 May 2021\n\n1. Roads\n\nCllr Oak asked about salt.\n\n2. Paths\n\nNone.\n",
         "item 1 Roads [discussion]\n  discussion: Cllr Oak asked about salt.\nitem 2 Paths [procedural]\n  procedural: None.\n"},
        {"a page number between a number and its title", "Elm Panel\n\n1.\n\nRoads\n\nCllr Oak asked about salt.\n\n2.\n\nPage 2 of 9\n\nPaths\n\nNone.\n",
         "item 1 Roads [discussion]\n  discussion: Cllr Oak asked about salt.\nitem 2 Paths [procedural]\n  procedural: None.\n"},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT(c.name) BOOST_TEST(items_of(c.text) == c.items);
    BOOST_TEST(fault_of("Agenda and minutes\n\n1.\n\nRoads\n\nCllr Oak asked\n ... view the full minutes text for item 1.\n\n2.\n\nPaths\n") == "");
}

BOOST_AUTO_TEST_CASE(tells_meetings_apart) {
    const std::string first = "Elm Parish Council\n\nMinutes of the meeting held on Monday 3 May 2021 in the Hall\n\nPresent: Cllrs Oak and Ash.\n\n1. Apologies\n\nNone.\n\n2. Paths\n\nCllr Oak reported mud.\n\n";
    const std::string close = "The meeting closed at 8.40 pm.\n\nSigned ........ Chairman\n\n";
    const std::string head = "Elm Parish Council\n\nMinutes of the meeting held on Monday 7 June 2021 in the Hall\n\n", list = "Present: Cllrs Oak and Elm.\n\n";
    const std::string again = "1. Apologies\n\nNone.\n\n2. Ponds\n\nCllr Elm reported ice.\n", on = "3. Apologies\n\nNone.\n\n4. Ponds\n\nCllr Elm reported ice.\n";
    const std::string bare = "APOLOGIES\n\nNone.\n\nPONDS\n\nCllr Elm reported ice.\n", codes = "EPC.31 APOLOGIES\n\nNone.\n\nEPC.32 PONDS\n\nCllr Elm reported ice.\n";
    const struct { const char* name; std::string text; std::size_t meetings; } cases[] = {
        {"numbers begin again", first + close + head + list + again, 2},
        {"numbers go on", first + close + head + list + on, 2},
        {"numbers go on, nobody signed", first + head + list + on, 2},
        {"numbers go on, no list", first + close + head + on, 2},
        {"numbers of another form", first + close + head + list + codes, 2},
        {"the second without numbers", first + close + head + list + bare, 2},
        {"a title between them", first + close + "MINUTES\n\n" + head + list + again, 2},
        {"a page break between them", first + "Page 2 of 4\n\n\f" + head + list + again, 2},
        {"two bodies on one day", first + close + "Elm Parish Council\n\nMinutes of the meeting of the Parks Committee held on Monday 3 May 2021 in the Hall\n\n" + list + again, 2},
        {"three", first + close + head + list + again + "\n" + close + "Elm Parish Council\n\nMinutes of the meeting held on Monday 5 July 2021 in the Hall\n\n" + list + again, 3},
        // What is no other meeting.
        {"the minutes of another meeting approved", first + "3. Minutes\n\nThe minutes of the meeting held on Monday 7 June 2021 were approved.\n\n4. Close\n\nNone.\n", 1},
        {"a second list in the middle", first + "Present for the rest: Cllrs Oak and Elm.\n\n3. Ponds\n\nCllr Elm reported ice.\n", 1},
        {"the running head", first + "Elm Parish Council Monday 3 May 2021\n\n3. Ponds\n\nCllr Elm reported ice.\n", 1},
        {"the date of the next meeting", first + "3. Date of next meeting\n\nElm Parish Council, Monday 7 June 2021\n\n" + close, 1},
        {"numbers begin again in a list", first + "1. Oak\n\n2. Ash\n\n3. Ponds\n\nCllr Elm reported ice.\n", 1},
    };
    for (const auto& c : cases) {
        const Document doc = make_document("case.txt", c.text);
        BOOST_TEST_CONTEXT(c.name) BOOST_TEST(find_structure(doc).meetings.size() == c.meetings);
    }
}
