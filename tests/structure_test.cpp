#include "analyzers/structure/structure.hpp"

#include "analyzers/dump.hpp"
#include "tests/tiling_fault.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>

using namespace minutes;

namespace {

/// The dump without its first line (layout) and without discards of one name that a case does not care about.
std::string structure_of(std::string_view text) {
    const Document doc = make_document("case.txt", text);
    return to_text(doc, find_structure(doc));
}

/// The meetings, items and passages alone, one a line.
std::string passages_of(std::string_view text) {
    std::istringstream in(structure_of(text));
    std::string kept;
    for (std::string line; std::getline(in, line);)
        if (line == "meeting" || line.starts_with("  ")) kept += line + "\n";
    return kept;
}

/// The items and passages of the dump, without head and other discards, which the cases of families leave open.
std::string items_of(std::string_view text) {
    std::istringstream in(structure_of(text));
    std::string kept;
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("  ")) kept += line.substr(2) + "\n";
    return kept;
}

std::string fault_of(std::string_view text) {
    const Document doc = make_document("case.txt", text);
    return tiling_fault(doc, find_structure(doc));
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

// Invented minutes of several families, for mutation.
constexpr std::string_view kNumberedPage =
    "Agenda and minutes\n\nParks Committee - Monday, 3 May 2021 6.00 pm\n\nNo. Item\n\n4.\n\nMinutes. pdf icon PDF 9 KB\n\nMinutes:\n\n"
    "The minutes of 1 April were agreed as a correct record.\n\n5.\n\nBenches\n\nTo consider benches.\n\nMinutes:\n\nThe Committee considered a report of the "
    "Parks Officer.\n\n\u00A0\n\ni)\u00A0\u00A0 Members asked about oak.\n\n\u00A0\n\nii)\u00A0 Price was \u2018too high\u2019.\n\nRESOLVED:\n\n\u00A0\n\na)  That oak be bought;\n\nb)  "
    "That a report be  ...  view the full minutes text for item 5.\n";
constexpr std::string_view kPdfText =
    "## Parks Panel Friday, 7 May 2021\n\n## **Minutes**\n\n**Present:** \n\nMs A Oak (Chairman), Mr B Elm\n\n262 Apologies and Welcome\n\nNone.\n\n"
    "263 Bench Policy The Parks Officer presented the policy.\n\nDate of Issue: 9 June 2021\n\n- The first bench had been\n\n- painted green.\n- Members were "
    "pleased.\n\nChairman\t \t\n\nThe meeting ended at 3.55 pm";
constexpr std::string_view kWebPage =
    "Skip to main content\n\nMinutes for Parks Panel 21st September\n\n9:05 am, Friday, 17th November 2023 - 6 months ago\n\nPresent:\nCouncillor Oak (in the "
    "Chair)\nCouncillors Elm and Ash.\n\nPP.20 APOLOGIES\n\nThere were none.\n\nPP.21 BENCHES\n\nOne Member asked about oak.\n\nRESOLVED \u2013\n\n  1. That it be "
    "noted.\n  2. That oak be bought.\n\nThere being no further business, the Chair closed the meeting at 5.50 p.m.\n";

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    std::istringstream in{std::string(text)};
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::size_t some_place(const std::string& line, std::mt19937& random) {
    std::size_t at = random() % (line.size() + 1);
    while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80) ++at;
    return at;
}

/// One seeded change of one line: drop, repeat, indent, re-case, cut in two, join with the next, or spoil with bytes.
std::string mutated(std::string_view text, std::mt19937& random) {
    std::vector<std::string> lines = lines_of(text);
    const std::size_t changes = 1 + random() % 12;
    for (std::size_t i = 0; i < changes && !lines.empty(); ++i) {
        const std::size_t at = random() % lines.size();
        std::string& line = lines[at];
        switch (random() % 8) {
            case 0: lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at)); break;
            case 1: lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), 1 + random() % 4, std::string(line)); break;
            case 2: line.insert(0, random() % 9, ' '); break;
            case 3: for (char& c : line) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c))); break;
            case 4: if (line.size() > 2) line.insert(some_place(line, random), "\n"); break;
            case 5: if (at + 1 < lines.size()) { line += " " + lines[at + 1]; lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1); } break;
            case 6: line.insert(some_place(line, random), random() % 2 != 0 ? " | " : "\u00A0"); break;
            default: line += random() % 2 != 0 ? " view the full minutes text for item 3." : " PDF 3 KB"; break;
        }
    }
    std::string changed;
    for (const std::string& line : lines) changed += line + "\n";
    return changed;
}

double seconds_for(const std::string& text) {
    const Document doc = make_document("case.txt", text);
    const auto begin = std::chrono::steady_clock::now();
    const Segmented segmented = find_structure(doc);
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
    BOOST_TEST(tiling_fault(doc, segmented) == "");
    return spent.count();
}

}  // namespace

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

// What pages of many councils look like when an extractor has been at them.
BOOST_AUTO_TEST_CASE(reads_items_of_many_families) {
    static constexpr struct { std::string_view text, items; } cases[] = {
        // A table that kept only the last border of each row; the header is lost.
        {"Apologies To note any apologies. Minutes: Apologies came from Cllr Oak. |\nDeclarations of Interest To provide an opportunity to declare interests. Minutes: There "
         "were none. |\nBench Plan To consider the plan. Additional documents:\nMinutes: The Parks Officer explained the plan.\nRESOLVED:\nThat the plan be noted. |\n",
         "item - Apologies [procedural]\n  agenda-note: To note any apologies.\n  procedural: Apologies came from Cllr Oak.\n"
         "item - Declarations of Interest [procedural]\n  agenda-note: To provide an opportunity to declare interests.\n  procedural: There were none.\n"
         "item - Bench Plan [discussion]\n  agenda-note: To consider the plan.\n  discussion: The Parks Officer explained the plan.\n  decision: RESOLVED: That the plan be noted.\n"},
        // Nothing was said in item 79/21: the number below its title is the next item's.
        {"Agenda and minutes\n\nNo. Item\n\n78/21\n\nApologies\n\nMinutes:\n\nThere were none.\n\n79/21\n\nDeclarations of Interest\n\n80/21\n\nBenches\n\nMinutes:\n\nMs Elm spoke of oak.\n",
         "item 78/21 Apologies [procedural]\n  procedural: There were none.\nitem 79/21 Declarations of Interest [procedural]\n"
         "item 80/21 Benches [discussion]\n  discussion: Ms Elm spoke of oak.\n"},
        // The title was lost; the agenda note stands in its place.
        {"Agenda item\n\nTo approve as a correct record the minutes of the last meeting.\n\nA Member questioned minute 3.\n\nSupporting documents:\n",
         "item - - [discussion]\n  agenda-note: To approve as a correct record the minutes of the last meeting.\n  discussion: A Member questioned minute 3.\n"},
        // The papers above "Minutes:" do not swallow it, nor the text below it.
        {"Agenda item\n\nBenches\n\nAdditional documents:\n- Benches, item 5. pdf icon PDF 9 KB\n\nMinutes:\n\nThe Committee considered benches of oak.\n\nMs Elm spoke of oak.\n",
         "item - Benches [discussion]\n  discussion: The Committee considered benches of oak.\n  discussion: Ms Elm spoke of oak.\n"},
        // Nothing of the text is shown, only the link to it.
        {"Agenda and minutes\n\nNo. Item\n\n5.\n\nBenches\n\nMinutes:\n\n  ...  view the full minutes text for item 5.\n\n6.\n\nClose\n\nMinutes:\n\nThe meeting closed.\n",
         "item 5 Benches [procedural, incomplete]\nitem 6 Close [procedural]\n  procedural: The meeting closed.\n"},
        // Title in capitals and text on one line, with no mark between them.
        {"41. TO RECEIVE A TALK ON BENCHES FROM ANN OAK The Chairman welcomed Ms Oak. She was thanked.\n42.PUBLIC QUESTIONS/STATEMENTS One resident said that the price of oak was high.\n",
         "item 41 TO RECEIVE A TALK ON BENCHES FROM ANN OAK [discussion]\n  discussion: The Chairman welcomed Ms Oak. She was thanked.\n"
         "item 42 PUBLIC QUESTIONS/STATEMENTS [discussion]\n  discussion: One resident said that the price of oak was high.\n"},
        // Numbers of five digits, of a year and an item, with a nought; one title alone.
        {"Present: Cllr Oak\n\n14365 BENCHES\nThe clerk reported that oak was bought.\n\n14366 BINS\nThe clerk reported that bins were full.\n",
         "item - - [attendance]\n  attendance: Present: Cllr Oak\nitem 14365 BENCHES [discussion]\n  discussion: The clerk reported that oak was bought.\n"
         "item 14366 BINS [discussion]\n  discussion: The clerk reported that bins were full.\n"},
        {"21.44 ELECTION OF CHAIR\n\nIt was RESOLVED that Cllr Oak be elected.\n\n21.45 APOLOGIES\n\nThere were none.\n\n21.46 BENCHES\n\nThe Clerk reported that oak was bought.\n",
         "item 21.44 ELECTION OF CHAIR [decision]\n  decision: It was RESOLVED that Cllr Oak be elected.\nitem 21.45 APOLOGIES [procedural]\n  procedural: There were none.\n"
         "item 21.46 BENCHES [discussion]\n  discussion: The Clerk reported that oak was bought.\n"},
        {"1.0 Election of Chair\nCllr Elm thanked the members.\n2.0 Correspondence\nThe Clerk reported that there was none.\n",
         "item 1.0 Election of Chair [discussion]\n  discussion: Cllr Elm thanked the members.\nitem 2.0 Correspondence [discussion]\n  discussion: The Clerk reported that there was none.\n"},
        {"Minutes of the Test Panel held on 1 June 2020\n\n1. BUSINESS\n\nThe Chair mentioned oak.\n", "item 1 BUSINESS [discussion]\n  discussion: The Chair mentioned oak.\n"},
        // Titles and lists behind a colon.
        {"1. Sederunt: Ann Oak (Chair), Bob Elm (Treasurer), Cy Ash\n2. Apologies: None.\n3. Roads: Ann Oak reported that they were wet.\n",
         "item 1 Sederunt [attendance]\n  attendance: Ann Oak (Chair), Bob Elm (Treasurer), Cy Ash\nitem 2 Apologies [procedural]\n  procedural: None.\n"
         "item 3 Roads [discussion]\n  discussion: Ann Oak reported that they were wet.\n"},
        // A roll below the heading whose label was lost.
        {"Minutes of Elmstead Council held on 2 May 2021\n\nCllrs A Oak, B Elm (Chairman), D Yew and C Ash\n\n1 Apologies\n\nThere were none.\n\n2 Benches\n\nThe Chairman spoke of oak.\n",
         "item - - [attendance]\n  attendance: Cllrs A Oak, B Elm (Chairman), D Yew and C Ash\nitem 1 Apologies [procedural]\n  procedural: There were none.\n"
         "item 2 Benches [discussion]\n  discussion: The Chairman spoke of oak.\n"},
        // A decision page: the fields are no text, the decision is the minute.
        {"Decision details\n\nUpdate to the Bench Plan\n\nIs Key decision?: No\n\nDecisions:\n\n17.1     The Committee considered a report by the Parks Officer.\n\n17.2     A Member asked "
         "about oak.\n\nDate of decision: 24/09/2021\n\nDecided at meeting: 24/09/2021 - Parks Committee\n\nAccompanying Documents:\n",
         "item 17 Update to the Bench Plan [discussion]\n  procedural 17.1: The Committee considered a report by the Parks Officer.\n  discussion 17.2: A Member asked about oak.\n"},
        // "Officers Present" is an item, its names a list.
        {"Agenda and minutes\n\nNo. Item\n\n12.\n\nOfficers Present\n\nMinutes:\n\nAnn Oak - Head of Parks\n\nBob Elm - Bench Manager\n\n13.\n\nBenches\n\nMinutes:\n\nMs Oak spoke of oak.\n",
         "item 12 Officers Present [attendance]\n  attendance: Ann Oak - Head of Parks Bob Elm - Bench Manager\nitem 13 Benches [discussion]\n  discussion: Ms Oak spoke of oak.\n"},
        // The history of an issue that does not print the item's number again; a line without a full stop is text.
        {"Issue - meetings\n\nBenches\n\nMeeting: 23/01/2020 - Parks Panel (Item 25)\n\nStatement on Benches\n\n\nThe Chair referred to the plan and invited Ms Oak to speak\n\nThe panel noted the plan.\n",
         "item - Statement on Benches [discussion]\n  discussion: The Chair referred to the plan and invited Ms Oak to speak\n  decision: The panel noted the plan.\n"},
        // "2." counts within the item, which has no number; limbs right below a decision are its own, full stop or not.
        {"No. | Item |\n---|---|\nBenches Minutes: RESOLVED \u2013 That the plan be changed.\na) That oak be bought.\nb) That elm be sold. |\n|\nBins Minutes: They were full. |\n",
         "item - Benches [decision]\n  decision: RESOLVED \u2013 That the plan be changed. a) That oak be bought. b) That elm be sold.\nitem - Bins [discussion]\n  discussion: They were full.\n"},
        // A motion above its text, on a page that names no meeting, is no head.
        {"In accordance with notice given, Councillor Oak moved the following Motion:\nThat oak be bought.\nMembers discussed the motion.\n",
         "item - - [discussion]\n  procedural: In accordance with notice given, Councillor Oak moved the following Motion:\n  decision: That oak be bought.\n  discussion: Members discussed the motion.\n"},
        // A title in capitals over two lines, its text right below; "1." and "2." below a title are no items.
        {"24. INSPECTION OF ALL THE BENCHES IN THE PARKS AND\nGARDENS\nThe Chair spoke of oak.\n\n25. BINS\nThe Chair spoke of bins.\n",
         "item 24 INSPECTION OF ALL THE BENCHES IN THE PARKS AND GARDENS [discussion]\n  discussion: The Chair spoke of oak.\nitem 25 BINS [discussion]\n  discussion: The Chair spoke of bins.\n"},
        {"Agenda and minutes\n\nParks Committee - Tuesday, 29th June, 2021 10.00 am\n\nNo. Item\n\nApologies\n\nTo receive apologies.\n\n\nThere were none.\n\nUpdate by Members\n\nTo receive "
         "an update.\n\n\n1.    Mrs Oak (Cabinet Member for Parks) gave an update on the following issues:\n\n\nMrs Oak said that bins were full.\n\n\n2.    Mr Elm (Cabinet Member for Roads) gave an update on "
         "roads.\n",
         "item - Apologies [procedural]\n  agenda-note: To receive apologies.\n  procedural: There were none.\n"
         "item - Update by Members [discussion]\n  agenda-note: To receive an update.\n  procedural 1.: Mrs Oak (Cabinet Member for Parks) gave an update on the following issues:\n"
         "  discussion: Mrs Oak said that bins were full.\n  discussion 2.: Mr Elm (Cabinet Member for Roads) gave an update on roads.\n"},
        // Run in behind references: a list, a word, a lead-in.
        {"Present: Cllr Oak\n\n045/17 Apologies: Cllr Elm (ill)\n046/17 Declarations of Interest: None\n047/17 Minutes of the last meeting: 30 March 2021\n",
         "item - - [attendance]\n  attendance: Present: Cllr Oak\nitem 045/17 Apologies [procedural]\n  procedural: Cllr Elm (ill)\nitem 046/17 Declarations of Interest [procedural]\n  procedural: None\n"
         "item 047/17 Minutes of the last meeting: 30 March 2021 [procedural]\n"},
        // One title alone that is not in capitals; a councillor's report; labels as Markdown headings.
        {"Extraordinary Meeting of Elmstead Council\n\nWednesday 8 January 2020\n\n1. Budget\n\nThe Clerk presented the budget.\n", "item 1 Budget [discussion]\n  discussion: The Clerk presented the budget.\n"},
        {"4. Benches\nThe Clerk reported that oak was bought.\n5. Councillor's report\nCllr Oak said that bins were full.\n",
         "item 4 Benches [discussion]\n  discussion: The Clerk reported that oak was bought.\nitem 5 Councillor's report [discussion]\n  discussion: Cllr Oak said that bins were full.\n"},
        {"# Parks Committee\n\n## Present\n\n- Cllr Oak\n\n## Officers\n\n- Ann Elm\n\n## 1. Benches\n\nCllr Oak spoke of oak.\n\n**Decision:** That oak be bought.\n\n**Action:** Ann Elm to buy oak.\n\n"
         "## 2. Bins\n\nCllr Oak spoke of bins.\n",
         "item - - [attendance]\n  attendance: Present - Cllr Oak\n  attendance: Officers - Ann Elm\nitem 1 Benches [discussion]\n  discussion: Cllr Oak spoke of oak.\n"
         "  decision: That oak be bought.\n  action: Action: Ann Elm to buy oak.\nitem 2 Bins [discussion]\n  discussion: Cllr Oak spoke of bins.\n"},
        // Items named by the word; "Item 3 was deferred" is text.
        {"Minutes of the Test Panel held on 1 June 2020\n\nPresent: Cllr Oak\n\nItem No. 1. Benches:\n\nCllr Oak spoke of oak.\n\nItem No. 2: Bins\n\nItem 3 was deferred by the panel.\n\n"
         "Item No. 3 - Trees\n\nCllr Oak spoke of elm.\n",
         "item - - [attendance]\n  attendance: Present: Cllr Oak\nitem 1 Benches [discussion]\n  discussion: Cllr Oak spoke of oak.\nitem 2 Bins [discussion]\n  discussion: Item 3 was deferred by the panel.\n"
         "item 3 Trees [discussion]\n  discussion: Cllr Oak spoke of elm.\n"},
        {"Present: Cllr Oak\n\nITEM 1 BENCHES\n\nCllr Oak spoke of oak.\n\nITEM 2 BINS\n\nCllr Oak spoke of bins.\n",
         "item - - [attendance]\n  attendance: Present: Cllr Oak\nitem 1 BENCHES [discussion]\n  discussion: Cllr Oak spoke of oak.\nitem 2 BINS [discussion]\n  discussion: Cllr Oak spoke of bins.\n"},
        // A table with a column of notes; rows that lost their border; the rest of a title's row and a bullet are no titles.
        {"Agenda and minutes\n\nParks Committee - Monday, 3 May 2021 6.00 pm\n\nItems\nNote No. Item\n\n6pm\n\n1.\n\nBenches\n\nMinutes:\n\nMs Elm spoke of oak.\n\n2.\n\nBins\n\nMinutes:\n\nMs Elm spoke of bins.\n",
         "item 1 Benches [discussion]\n  discussion: Ms Elm spoke of oak.\nitem 2 Bins [discussion]\n  discussion: Ms Elm spoke of bins.\n"},
        {"No. | Item |\nBENCHES To consider benches. Minutes: Ms Elm spoke of oak.\nBINS To consider bins. Minutes: Ms Elm spoke of bins. |\nBench Plan PDF 9 KB Minute 12 of Cabinet refers Additional documents: Minutes: Ms Elm "
         "spoke of elm. |\nTrees To note: \u00B7 1 May \u2013 The plan for trees Supporting documents: Minutes: Ms Elm spoke of ash. |\n",
         "item - BENCHES [discussion]\n  agenda-note: To consider benches.\n  discussion: Ms Elm spoke of oak.\nitem - BINS [discussion]\n  agenda-note: To consider bins.\n  discussion: Ms Elm spoke of bins.\n"
         "item - Bench Plan [discussion]\n  agenda-note: Minute 12 of Cabinet refers\n  discussion: Ms Elm spoke of elm.\nitem - Trees [discussion]\n  agenda-note: To note: \u00B7 1 May \u2013 The plan for trees\n  discussion: Ms Elm spoke of ash.\n"},
        // Titles between blank lines, known or not, where few are known; the place where a file is kept is no text.
        {"Present: Aldermen Oak and Elm.\n\nApologies\n\nApologies were reported from Councillors Yew and Fir.\n\nFlying of the Flag\n\nAlderman Oak referred to the flag of the parks.\n\nR:\\Parks\\Minutes.doc - 1\n\n"
         "Bench Oil\n\nAlderman Elm referred to the oil on the benches.\n\nDead Trees\n\nAlderman Elm referred to the trees in the parks.\n",
         "item - - [attendance]\n  attendance: Present: Aldermen Oak and Elm.\nitem - Apologies [procedural]\n  procedural: Apologies were reported from Councillors Yew and Fir.\n"
         "item - Flying of the Flag [discussion]\n  discussion: Alderman Oak referred to the flag of the parks.\nitem - Bench Oil [discussion]\n  discussion: Alderman Elm referred to the oil on the benches.\n"
         "item - Dead Trees [discussion]\n  discussion: Alderman Elm referred to the trees in the parks.\n"},
        // Run in on lines right below each other: known titles let the others pass, if there are many.
        {"Present: Ann Oak\nApologies: Bob Elm\nMinute of last meeting: Approved.\nPolice Report: There had been two thefts of oak.\nBench Oil: The members agreed to buy more oil.\nMill Lane: No progress was made since May.\n"
         "Dead Trees: They were left to the Forester.\n",
         "item - - [attendance]\n  attendance: Present: Ann Oak\n  attendance: Apologies: Bob Elm\nitem - Minute of last meeting [decision]\n  decision: Approved.\nitem - Police Report [discussion]\n  discussion: There had been two thefts of oak.\n"
         "item - Bench Oil [decision]\n  decision: The members agreed to buy more oil.\nitem - Mill Lane [procedural]\n  procedural: No progress was made since May.\n"
         "item - Dead Trees [discussion]\n  discussion: They were left to the Forester.\n"},
        // The page of one item, stripped of all but title, note and text.
        {"Changes to the Bench Plan\nTo note any changes to the plan.\nMs Elm spoke of oak.\n", "item - Changes to the Bench Plan [discussion]\n  agenda-note: To note any changes to the plan.\n  discussion: Ms Elm spoke of oak.\n"},
        {"Parks Committee\nTo note any changes to the plan.\nMs Elm spoke of oak.\n",
         "item - - [discussion]\n  discussion: Parks Committee\n  discussion: To note any changes to the plan.\n  discussion: Ms Elm spoke of oak.\n"},
        // A page stripped of all but its text: a long sentence is text, though no known verb is in it.
        {"The Portfolio Holders each gave a report (previously circulated) on the main areas of their work since the last meeting of the Council in May and June.\nMembers asked about oak.\n",
         "item - - [discussion]\n  discussion: The Portfolio Holders each gave a report (previously circulated) on the main areas of their work since the last meeting of the Council in May "
         "and June.\n  discussion: Members asked about oak.\n"},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("text: " << c.text.substr(0, 60)) BOOST_TEST(items_of(c.text) == c.items);
}

BOOST_AUTO_TEST_CASE(parts_and_joins_passages) {
    static constexpr struct { std::string_view text, passages; } cases[] = {
        // A false bullet that a page put into a bullet, where few others tell how bullets end; short points are no halves.
        {"5 Benches\n\nMembers made these points:\n\n- Fewer benches than in\n\n- previous years were green.\n\n6 Bins\n\nThe following points were made:\n\n- Ms Elm "
         "explained\n\nDate of Issue: 9 June 2021\n\n- that bins were full.\n- The number of\n\n- bins had grown.\n\n7 Trees\n\nThe following were planted:\n\n- Oak and\n\n- elm\n\n- Ash\n\n- birch\n",
         "meeting\n"
         "  item 5 Benches [discussion]\n"
         "    procedural: Members made these points:\n"
         "    discussion in 2 parts: Fewer benches than in previous years were green.\n"
         "  item 6 Bins [discussion]\n"
         "    procedural: The following points were made:\n"
         "    discussion in 2 parts: Ms Elm explained that bins were full.\n"
         "    discussion in 2 parts: The number of bins had grown.\n"
         "  item 7 Trees [discussion]\n"
         "    procedural: The following were planted:\n"
         "    discussion: Oak and\n"
         "    discussion: elm\n"
         "    discussion: Ash\n"
         "    discussion: birch\n"},
        // "4.8 Ambulance" is a paragraph's number, "4.30 pm" a time.
        {"4 Benches\n\n4.7 Amenity land was sold.\n\n4.8 Ambulance stations were shut.\n\n4.30 pm was too late for a bench.\n\n5 Bins\n\nAll is well.\n",
         "meeting\n"
         "  item 4 Benches [discussion]\n"
         "    discussion 4.7: Amenity land was sold.\n"
         "    discussion 4.8: Ambulance stations were shut.\n"
         "    discussion: 4.30 pm was too late for a bench.\n"
         "  item 5 Bins [discussion]\n"
         "    discussion: All is well.\n"},
        // Who of the press was there belongs to the attendance; what was said of the public does not.
        {"Present: Cllrs Oak and Elm.\n\nThere was 1 member of the press in attendance.\n\n1 Apologies\n\nNone.\n\n2 Questions\n\nThere were two questions put by members of the public for this "
         "meeting.\n\n3 Public Speaking\n\nThere were no members of the public or press present.\n",
         "meeting\n"
         "  item - - [attendance]\n"
         "    attendance: Present: Cllrs Oak and Elm.\n"
         "    attendance: There was 1 member of the press in attendance.\n"
         "  item 1 Apologies [procedural]\n"
         "    procedural: None.\n"
         "  item 2 Questions [discussion]\n"
         "    discussion: There were two questions put by members of the public for this meeting.\n"
         "  item 3 Public Speaking [procedural]\n"
         "    procedural: There were no members of the public or press present.\n"},
        // What is noted to be missing is formal business only where it is declarations and the like; agreement on an act is a decision.
        {"1 Interests\n\nIt was noted that no declarations had been made.\n\n2 Crossings\n\nIt was noted that no crossings had been reviewed since May.\n\nMembers agreed that the pledge should be supported, "
         "and further agreed that every councillor be asked to sign it.\n\nMembers agreed that oak was finer.\n\nMembers had the opportunity to discuss confidential matters with the Clerk.\n",
         "meeting\n"
         "  item 1 Interests [procedural]\n"
         "    procedural: It was noted that no declarations had been made.\n"
         "  item 2 Crossings [discussion]\n"
         "    discussion: It was noted that no crossings had been reviewed since May.\n"
         "    decision: Members agreed that the pledge should be supported, and further agreed that every councillor be asked to sign it.\n"
         "    discussion: Members agreed that oak was finer.\n"
         "    procedural: Members had the opportunity to discuss confidential matters with the Clerk.\n"},
        // The meeting's line above an item is head, not the agenda's text.
        {"Agenda item\n\nBenches\n\n- Meeting of Parks Panel, Tuesday, 8 March 2022 7.00 pm (Item 7.)\n- View the background to item 7.\n\nTo note benches.\n\nMinutes:\n\nMs Elm spoke of oak.\n",
         "meeting\n"
         "  item - Benches [discussion]\n"
         "    agenda-note: To note benches.\n"
         "    discussion: Ms Elm spoke of oak.\n"},
        // A sentence right behind a known title, whatever its verb.
        {"136 Apologies for Absence None\n\n137 Declarations of Interest The Chairman invited members to declare any interests. None were made"
         ".\n\n138 Public Speaking In accordance with the code, Cllr Oak left\nthe room.\n\n139 Planning the New Park\n\nAll is well.\n",
         "meeting\n"
         "  item 136 Apologies for Absence [procedural]\n"
         "    procedural: None\n"
         "  item 137 Declarations of Interest [procedural]\n"
         "    procedural: The Chairman invited members to declare any interests. None were made.\n"
         "  item 138 Public Speaking [procedural]\n"
         "    procedural: In accordance with the code, Cllr Oak left the room.\n"
         "  item 139 Planning the New Park [discussion]\n"
         "    discussion: All is well.\n"},
        // Two meetings in one file; neither an agenda above its minutes nor the date of the next meeting begins one.
        {"Elm Parish Council Monday, 3 May 2021\n\nAgenda\n\n1. Apologies\n\n2. Paths\n\nElm Parish Council Monday, 3 May 2021\n\nPresent: Cllrs Oak a"
         "nd Elm.\n\n1. Apologies\n\nNone.\n\n2. Paths\n\nCllr Oak reported mud.\n\n3. Date of Next Meeting\n\nElm Parish Council, Monday 7 June 2021\n\nT"
         "he meeting closed at 8.40 pm.\n\nELM PARISH COUNCIL\n\nMinutes of the Meeting held on Monday\n7th June 2021 in the Hall\n\nPresent: Cllrs"
         " Oak and Ash.\n\n1. Apologies\n\nNone.\n\n2. Paths\n\nCllr Ash reported ice.\n",
         "meeting\n"
         "  item 1 Apologies [procedural]\n"
         "  item 2 Paths [discussion]\n"
         "    discussion: Elm Parish Council Monday, 3 May 2021\n"
         "    attendance: Present: Cllrs Oak and Elm.\n"
         "  item 1 Apologies [procedural]\n"
         "    procedural: None.\n"
         "  item 2 Paths [discussion]\n"
         "    discussion: Cllr Oak reported mud.\n"
         "  item 3 Date of Next Meeting [procedural]\n"
         "    procedural: Elm Parish Council, Monday 7 June 2021\n"
         "  item - - [procedural]\n"
         "    procedural: The meeting closed at 8.40 pm.\n"
         "meeting\n"
         "  item - - [attendance]\n"
         "    attendance: Present: Cllrs Oak and Ash.\n"
         "  item 1 Apologies [procedural]\n"
         "    procedural: None.\n"
         "  item 2 Paths [discussion]\n"
         "    discussion: Cllr Ash reported ice.\n"},
        // Decisions with their limbs; the talk behind them is none of theirs.
        {"Parks Panel\n\n1 Apologies\n\nNone.\n\n2 Benches\n\nThe Panel considered a report.\n\nRECOMMENDED \u2013\n\n(1) that oak be bought;\n\n(2) that elm, "
         "which was\n\nthought to be too dear, be sold; and\n\n(3) that it be noted\n\nCouncillor Oak asked whether ash was dear.\n\n3 Bins\n\nIt was "
         "RESOLVED that\n\n1. The bins be emptied.\n\n2. The Clerk be asked to write to the county\ncouncil about the bins.\n\nMs Elm thanked the P"
         "anel.\n\n4 Trees\n\nResolved:-\n\n(1) That oaks be planted in\nthe park.\n(2) That the Mayor be asked\nto plant one.\n\nThe Mayor said that s"
         "he would.\n\n5 Paths\n\nRESOLVED\n\nthat the paths be mended\n\nThe Chairman reminded all that ice was slippery.\n\n6 Ponds\n\nRESOLVED that:\n"
         "\na) the pond be drained,\nb) ducks be fed\n\nMembers thanked the ducks\n\n7 Roads\n\nResolved \u2013 That roads be mended; and\n\nCllr Ash asked"
         " about salt.\n\n8 Signs\n\nRECOMMENDED:\n\nThat the signs be\n\ni. painted green;\n\nii. set up in May.\n\nIn reply to Mr Oak, the Clerk state"
         "d that paint was dear.\n\n9 Walls\n\nRESOLVED to:\n\n• build a wall\n\n• paint it\n\nThe Panel noted that walls fall.\n\n10 Ducks\n\nRESOLVED th"
         "at a report by the County\n\nCouncil be noted;\n\nThe Clerk be asked to thank the drake;\n\nCllr Ash asked whether the pond would be dra"
         "ined.\n\n11 Geese\n\nRESOLVED \u2013\n\n1. That geese be fed.\n\n2. That swans be counted.\n\n• Members asked whether swans were counted in May.\n",
         "meeting\n"
         "  item 1 Apologies [procedural]\n"
         "    procedural: None.\n"
         "  item 2 Benches [discussion]\n"
         "    procedural: The Panel considered a report.\n"
         "    decision: RECOMMENDED \u2013 (1) that oak be bought; (2) that elm, which was thought to be too dear, be sold; and (3) that it be noted\n"
         "    discussion: Councillor Oak asked whether ash was dear.\n"
         "  item 3 Bins [discussion]\n"
         "    decision: It was RESOLVED that 1. The bins be emptied. 2. The Clerk be asked to write to the county council about the bins.\n"
         "    discussion: Ms Elm thanked the Panel.\n"
         "  item 4 Trees [discussion]\n"
         "    decision: Resolved:- (1) That oaks be planted in the park. (2) That the Mayor be asked to plant one.\n"
         "    discussion: The Mayor said that she would.\n"
         "  item 5 Paths [discussion]\n"
         "    decision: RESOLVED that the paths be mended\n"
         "    discussion: The Chairman reminded all that ice was slippery.\n"
         "  item 6 Ponds [discussion]\n"
         "    decision: RESOLVED that: a) the pond be drained, b) ducks be fed\n"
         "    discussion: Members thanked the ducks\n"
         "  item 7 Roads [discussion]\n"
         "    decision: Resolved \u2013 That roads be mended; and\n"
         "    discussion: Cllr Ash asked about salt.\n"
         "  item 8 Signs [discussion]\n"
         "    decision: RECOMMENDED: That the signs be i. painted green; ii. set up in May.\n"
         "    discussion: In reply to Mr Oak, the Clerk stated that paint was dear.\n"
         "  item 9 Walls [discussion]\n"
         "    decision: RESOLVED to: • build a wall • paint it\n"
         "    discussion: The Panel noted that walls fall.\n"
         "  item 10 Ducks [discussion]\n"
         "    decision: RESOLVED that a report by the County Council be noted; The Clerk be asked to thank the drake;\n"
         "    discussion: Cllr Ash asked whether the pond would be drained.\n"
         "  item 11 Geese [discussion]\n"
         "    decision: RESOLVED \u2013 1. That geese be fed. 2. That swans be counted.\n"
         "    discussion: Members asked whether swans were counted in May.\n"},
        // Any body that resolves, and a vote, open a block.
        {"1 Benches\n\nThe Sub-Committee RESOLVED \u2013\n\n(1) that oak be bought; and\n\n(2) that elm be sold.\n\nMs Elm thanked the Sub-Committee.\n\n2 "
         "Bins\n\nOn being put to the vote, it was RESOLVED that\n\n- the bins be emptied\n\n- the Clerk write to all.\n",
         "meeting\n"
         "  item 1 Benches [discussion]\n"
         "    decision: The Sub-Committee RESOLVED \u2013 (1) that oak be bought; and (2) that elm be sold.\n"
         "    discussion: Ms Elm thanked the Sub-Committee.\n"
         "  item 2 Bins [decision]\n"
         "    decision: On being put to the vote, it was RESOLVED that - the bins be emptied - the Clerk write to all.\n"},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("text: " << c.text.substr(0, 60)) BOOST_TEST(passages_of(c.text) == c.passages);
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

BOOST_AUTO_TEST_CASE(tiles_any_text) {
    const std::string cases[] = {
        "", "\n", "\r\r\r", "\xEF\xBB\xBF", "|", "||||", "---|---|\n|", "1.", "**", "##", "\u00A0", "RESOLVED:", "Minutes:", "Present:", "ACTION:", "iv)  ...  view the full minutes text for item 27.",
        "view the full", "PDF 3 KB", "pdf icon PDF 3 KB", "Agenda item", "Agenda item\n", "1.\n2.\n3.\n", "Agenda and minutes\n1.\n\n2.\n\n3.\n", "view the\nfull minutes text\nfor item 5. More text.",
        "line one\rline two\rline three", repeated("RESOLVED:\n\n", 50), repeated("Present:\n", 50), repeated("Minutes:\n\n", 50), repeated("</AI1>\n", 9),
        "\u2026 view the full minutes text for item 5", "a\u2026  view the full agenda text for item 5.b"};
    for (const std::string& text : cases) BOOST_TEST_CONTEXT("text: " << text.substr(0, 60)) BOOST_TEST(fault_of(text) == "");
}

BOOST_AUTO_TEST_CASE(tiles_mutated_documents) {
    std::mt19937 random(20231);
    std::vector<std::string> texts = {std::string(kNumberedPage), std::string(kPdfText), std::string(kWebPage)};
    for (const char* folder : {"/../shared/minutes", "/../shared/skeletons"}) {
        const std::filesystem::path path = std::string(MINUTES_SOURCE) + folder;
        if (!std::filesystem::exists(path)) {
            std::cout << "left out: no " << path << '\n';
            continue;
        }
        for (const auto& entry : std::filesystem::directory_iterator(path))
            if (entry.path().extension() == ".txt") {
                std::ifstream in(entry.path());
                texts.push_back(std::string(std::istreambuf_iterator<char>(in), {}));
            }
    }
    for (int round = 0; round < 60; ++round)
        for (const std::string& text : texts) {
            const std::string changed = mutated(text, random);
            BOOST_TEST_CONTEXT("round " << round << ": " << changed.substr(0, 200)) BOOST_TEST(fault_of(changed) == "");
        }
}

BOOST_AUTO_TEST_CASE(cuts_long_text_into_ordinary_passages) {
    const std::string text = repeated("The Chair said \u2018yes\u2019 to that. ", 6000);
    const Document doc = make_document("case.txt", text);
    const Segmented segmented = find_structure(doc);
    BOOST_TEST(tiling_fault(doc, segmented) == "");
    BOOST_REQUIRE_EQUAL(segmented.meetings.size(), 1u);
    const std::vector<Passage>& passages = segmented.meetings[0].items.at(0).passages;
    BOOST_TEST(passages.size() > 5u);
    for (const Passage& passage : passages) {
        BOOST_TEST(passage_text(doc.text, passage).size() <= 32768u);
        BOOST_TEST(passage_text(doc.text, passage).ends_with("that."));
    }
    BOOST_TEST(segmented.problems.size() == 2u);
}

#ifdef MINUTES_SANITIZED
constexpr std::size_t kSmaller = 10;  // the sanitizers take more than ten times as long
#else
constexpr std::size_t kSmaller = 1;
#endif

BOOST_AUTO_TEST_CASE(finds_every_item_of_a_very_long_list) {
#ifdef MINUTES_SANITIZED
    constexpr std::size_t kItems = 12'000;
#else
    constexpr std::size_t kItems = 200'000;
#endif
    std::string text = "Minutes of the Parks Committee held on 3 May 2021\n\n";
    for (std::size_t i = 1; i <= kItems; ++i) text += std::to_string(i) + ". Benches of oak\n\nMs Elm spoke of oak.\n\n";
    const Document doc = make_document("case.txt", text);
    const Segmented segmented = find_structure(doc);
    BOOST_REQUIRE(segmented.meetings.size() == 1u);
    BOOST_TEST(segmented.meetings.front().items.size() == kItems);
    BOOST_TEST(segmented.meetings.front().items.back().number == std::to_string(kItems));
}

BOOST_AUTO_TEST_CASE(takes_linear_time) {
    const std::pair<const char*, std::string> cases[] = {
        {"one line of letters", repeated("x", (5u << 20) / kSmaller)},
        {"one line of words", repeated("the committee noted 1. A 2. B view PDF | ", 120000 / kSmaller)},
        {"short lines", repeated("ab\n", 100000 / kSmaller)},
        {"numbers", repeated("1.\n\nTitle\n\n", 30000 / kSmaller)},
        {"bullets", repeated("- item\n", 100000 / kSmaller)},
        {"marks", repeated("view the full minutes text for item 5. ", 50000 / kSmaller)},
        {"views", repeated("view ", 500000 / kSmaller)},
        {"decisions", repeated("RESOLVED:\n\n(a) x;\n\n", 30000 / kSmaller)},
        {"codes", repeated("AB.1 TITLE\n\ntext\n\n", 30000 / kSmaller)},
        {"tables", repeated("a | b ||\n", 60000 / kSmaller)},
        {"blank", repeated(" \n", 300000 / kSmaller)},
        {"actions", repeated("It was so. ACTION: x ", 100000 / kSmaller)},
    };
    for (const auto& [name, text] : cases) {
        const double spent = seconds_for(text);
        BOOST_TEST_CONTEXT(name) BOOST_TEST(spent < 20.0);   // quadratic work took minutes, linear work less than a second
    }
}
