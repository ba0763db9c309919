#include "analyzers/structure/structure.hpp"

#include "analyzers/dump.hpp"

#include <boost/test/unit_test.hpp>

#include <sstream>
#include <string>
#include <string_view>

using namespace minutes;

namespace {

/// The items of the dump, "number title" one a line; "-" for a number or a title that is not printed.
std::string items_of(std::string_view text) {
    const Document doc = make_document("case.txt", text);
    std::string items;
    for (const Meeting& meeting : find_structure(doc).meetings)
        for (const Item& item : meeting.items)
            if (!item.number.empty() || !item.title.empty())
                items += (item.number.empty() ? "-" : item.number) + " " + (item.title.empty() ? "-" : item.title) + "\n";
    return items;
}

/// The passages of the dump, one a line without their speakers.
std::string passages_of(std::string_view text) {
    const Document doc = make_document("case.txt", text);
    std::istringstream in(to_text(doc, find_structure(doc)));
    std::string kept;
    for (std::string line; std::getline(in, line);)
        if (line.starts_with("    ")) kept += line.substr(4) + "\n";
    return kept;
}

}  // namespace

/// Prose below a list of who was there that stands under a title is no part of the list.
BOOST_AUTO_TEST_CASE(a_list_below_a_title_ends_with_a_sentence) {
    BOOST_TEST(passages_of("Bench Panel\n\n3 May 2018\n\n1. Attendance\n\nPresent: Cllrs Elm and Ash\n\nOfficers: Ann Oak\n\nCllr Elm informed the panel that benches were dear.\n\n2. Ponds\n\nThere were none.\n") ==
               "attendance: Present: Cllrs Elm and Ash\nattendance: Officers: Ann Oak\ndiscussion: Cllr Elm informed the panel that benches were dear.\nprocedural: There were none.\n");
}

// Minutes of parish and community councils as word processors and PDF readers leave them.
BOOST_AUTO_TEST_CASE(reads_items_of_small_councils) {
    static constexpr struct { std::string_view text, items; } cases[] = {
        // A column of numbers read before the column of text; the heads of the columns stand between.
        {"Elmstead Community Council\n\nPRESENT\n\nAnn Oak\n\n1\n\nITEMS\nPolice Report\nPC Ash attended.\n\n2\n\nOpen Forum\nNo business.\n\n3\n4\n\nTreasurer\u2019s Report\nThere is \u00A3100.\n\n"
         "Planning Applications\nA barn.\n\n5\n\n6\n\nAOCB\nBins were full.\nNext Meeting\nOn Tuesday.\n",
         "1 Police Report\n2 Open Forum\n3 Treasurer\u2019s Report\n4 Planning Applications\n5 AOCB\n6 Next Meeting\n"},
        // The number of an item was lost, and its title is a known one.
        {"1 Roads\nThe Clerk said that roads were wet.\n2 Bins\nBins were full.\nCorrespondence\nLetter of Ann Oak\n4 Trees\nTrees were tall.\n", "1 Roads\n2 Bins\n- Correspondence\n4 Trees\n"},
        // Two items typed in another form than the rest; the last one too.
        {"1. Election of Chairman\nCllr Oak was elected.\n\n2 Minutes\nThe minutes were approved.\n\n3) Benches\nOak was bought.\n\n4. Bins\nBins were full.\n\n5 Date of next meeting\nOn Tuesday.\n",
         "1 Election of Chairman\n2 Minutes\n3 Benches\n4 Bins\n5 Date of next meeting\n"},
        // Year, month and item, in several spellings.
        {"18.03.2 Interests\nNone.\n18.03.3 Minutes\nThey were agreed.\n18.03.3A Matters Arising\nNone arose.\n18.3.10 Benches\nOak was bought.\n",
         "18.03.2 Interests\n18.03.3 Minutes\n18.03.3A Matters Arising\n18.3.10 Benches\n"},
        // Item and year; a year and one item, told from a sum by the year above and by its capitals.
        {"1.19  - Chair\n\nCllr Oak was elected.\n\n2.19 \u2013 Vice Chair\n\nCllr Elm was elected.\n\n3.19- Others\n\nCllr Ash was elected.\n", "1.19 Chair\n2.19 Vice Chair\n3.19 Others\n"},
        {"Meeting of Elmstead Parish Council on 5 May 2021\n\n21.44 ELECTION OF CHAIR\n\nCllr Oak was elected.\n", "21.44 ELECTION OF CHAIR\n"},
        {"The budget was shown.\n\n21.44 pounds were spent on oak.\n", ""},
        // References with a word in them, all on one line.
        {"Minutes of a meeting of Elmstead Parish Council held on 4 May 2020 Com/85/19-20 Apologies for Absence Apologies were received from Cllr Oak. Com/86/19-20 Declarations of Interest "
         "Cllr Elm declared an interest in item 7 (the bench report) as he had paid for the oak of the bench and had sat on it. Com/87/19-20 Benches The Clerk reported that a bench was bought "
         "for the green, that another was on its way and would be put up in June, and that the third had been mended by Mr Ash, to whom the thanks of all were sent in a letter that the Clerk "
         "had written, signed and posted on the third of April.\n",
         "Com/85/19-20 Apologies for Absence\nCom/86/19-20 Declarations of Interest\nCom/87/19-20 Benches\n"},
        // Where the title ends: dashes, commas, names, a list, brackets, small words among capitals, a capital that opens a sentence.
        {"1. APOLOGIES\u2013 CllrsOak, Elm and Ash.\n2. To consider the bench \u2013 Councillor Oak will be late.\n3. Grass Cutting, It was agreed that grass is cut.\n4. Apologies Ann Oak, Bob Elm\n"
         "5. CORRESPONDENCE i. Letter of Ann Oak ii. Letter of Bob Elm\n6. LOCAL AUTHORITY REPORTS a. Elmstead Borough \u2013 not there b. Oakshire \u2013 nothing\n"
         "7. INTERESTS AND DISPENSATIONS and TALKS (for items on the Agenda) Nothing was declared.\n8. TO SIGN THE MINUTES OF THE MEETING held on 3rd July 2018 The minutes were signed.\n"
         "9. Mill Road speed limit Worries have been raised about cars.\n10. Confirmation of the Minutes of 21st May 2023\u2013 RESOLVED that they be signed\n",
         "1 APOLOGIES\n2 To consider the bench\n3 Grass Cutting\n4 Apologies\n5 CORRESPONDENCE\n6 LOCAL AUTHORITY REPORTS\n"
         "7 INTERESTS AND DISPENSATIONS and TALKS (for items on the Agenda)\n8 TO SIGN THE MINUTES OF THE MEETING\n9 Mill Road speed limit\n10 Confirmation of the Minutes of 21st May 2023\n"},
        {"1. Co-option of a member\nCllr Oak was chosen.\n2. Planning Applications - Land at Mill Road\nThe barn was discussed.\n",
         "1 Co-option of a member\n2 Planning Applications - Land at Mill Road\n"},
        {"1. Apologies for Absence Cllr Oak\n2. Declarations of Interest Cllr Elm - the barn\n3. Mill Lane car park update The plans have gone to the county and the county has asked for more "
         "drawings of the wall and\n4. The Chairman read through the minutes. Nothing arose.\n5. The Clerk's Report\nBins were full.\n6. Benches\nOak was bought.\n",
         "1 Apologies for Absence\n2 Declarations of Interest\n3 Mill Lane car park update\n5 The Clerk's Report\n6 Benches\n"},
        {"Present: Ann Oak\n\nMinutes: The minutes were agreed.\n\nPlanning: None\n\nOak Matters: Oak was bought.\n\nPayments: Ash, for a gate.\n", "- Minutes\n- Planning\n- Oak Matters\n- Payments\n"},
        {"1. Matters arising from the Minutes of the AGM of 21 May 2014 There were no matters arising. 1 Draft\n2. Matters raised by the public: None\n"
         "3. Reports (with updates) 4.1 Chairman's Report The Chairman thanked all. 4.2 Clerk's Report There was none.\n4. Other Matters \u2022 The barn is old. \u2022 The green is wet.\n"
         "5. Councillor vacancies\nThere are two.\n6. Matters Reported:      Footpaths are wet\n",
         "1 Matters arising from the Minutes of the AGM of 21 May 2014\n2 Matters raised by the public\n3 Reports (with updates)\n4 Other Matters\n5 Councillor vacancies\n6 Matters Reported\n"},
        // A list inside an item that holds more numbers than there are items.
        {"1. Apologies\n\nNone.\n\n2. Correspondence\n\n1. Oak News\n\n2. Elm News\n\n3. Ash Leaflet\n\n4. Yew Agenda\n\n5. Fir Bulletin\n\n6. Holly Booklet\n\n3. Benches\n\nOak was bought.\n\n4. Bins\n\nThey were full.\n",
         "1 Apologies\n2 Correspondence\n3 Benches\n4 Bins\n"},
        // The meeting's own lines at the top are no titles, however they are set off.
        {"# MINUTES OF ELMSTEAD PARISH COUNCIL MEETING\n\n**HELD AT THE CHURCH**\n\n**MONDAY 7th NOVEMBER 2011**\n\nPresent\u2013\n\nCllr Ann Oak\n\n**1. Apologies**\n\nNone.\n\n**2. Benches**\n\nOak was "
         "bought.\n", "1 Apologies\n2 Benches\n"},
        // A known title with something more.
        {"1\n\n2\n\nRelevant Correspondence and Emails\nOak News\nAOCB\nBins were full.\n", "1 Relevant Correspondence and Emails\n2 AOCB\n"},
        // Numbers in brackets, a scanned 1 among them; as limbs of a decision they are none.
        {"(l) Welcome:- Ann Oak welcomed all.\n(2) Apologies:- None came.\n(3) Roads ;-\nThe clerk said that they were wet.\n(4) Cheques:-\nNo 398 Clerk\n(5) Election 3rd May:- The Council hoped that it would "
         "result in a full council.\n", "1 Welcome\n2 Apologies\n3 Roads\n4 Cheques\n5 Election 3rd May\n"},
        {"1. Benches\nRESOLVED that:\n(1) oak be bought\n(2) elm be sold\n(3) The Ash\n(4) Yew Road\n2. Bins\nThey were full.\n", "1 Benches\n2 Bins\n"},
        // Numbers before capitals on one line.
        {"Council 20 May 2017 Page 1 MINUTES OF A MEETING OF ELMSTEAD COUNCIL HELD ON MONDAY 20th MAY 2017 AT 7PM PRESENT: Cllr A Oak (Mayor) Cllr B Elm Cllr C Ash APOLOGIES: Cllr D Yew 1358 DECLARATIONS "
         "OF INTEREST FROM MEMBERS Declarations will be taken as they arise. 1359 MINUTES OF THE LAST MEETING RESOLVED: The minutes were confirmed and signed as a true record 1360 BENCHES AND BINS There were "
         "no benches and no bins in the year 1990 and none in 1991.\n",
         "1358 DECLARATIONS OF INTEREST FROM MEMBERS\n1359 MINUTES OF THE LAST MEETING\n1360 BENCHES AND BINS\n"},
        // Numbers with a nought alone on their lines, their paragraphs too.
        {"1.0\n\nApologies\n\n1.1\n\nNone came.\n\n2.0\n\nMinutes of the last Meeting and matters arising\n\n2.1\n\nThey were agreed.\n\n3.0\n\nBenches\n\n3.1\n\nOak was bought.\n",
         "1.0 Apologies\n2.0 Minutes of the last Meeting and matters arising\n3.0 Benches\n"},
        // Known titles run in without blank lines between them.
        {"Present were Mr Oak and Mrs Elm.\nApologies came from Mr Ash.\nDeclarations of interest: there were none.\nMinutes: The minutes were read and signed.\nMatters arising:\nNo oak was bought.\n"
         "Clerks\u2019 report: Financial statement: \u00A3540.\n", "- Declarations of interest\n- Minutes\n- Matters arising\n- Clerks\u2019 report\n"},
        {"1. Benches\nOak was bought.\n2. The gullies are blocked again. Clerk will tell the county\n3. Contents noted.\n4. Bins\nThey were full.\n", "1 Benches\n4 Bins\n"},
        // A number set beside the first line of the text, below its title.
        {"8   Roads\n    They were wet.\n\n9   Correspondence and Emails\n    Oak News\n\n    AOCB\n10      It was agreed to buy a wreath of oak.\n    It was dear.\n", "8 Roads\n9 Correspondence and Emails\n10 AOCB\n"},
        {"1. Benches\nOak was bought.\nOther Business\n2. Redwood. The Clerk reported that it was tall and that it was old.\n3. Bins\nThey were full.\n", "1 Benches\n2 Redwood.\n3 Bins\n"},
        // A word of an attendance list far below the first title.
        {"Minutes of Elmstead Parish Council held on 5 May 2005\n\nThose attending Mr Oak, Mr Elm\n\nMatters Arising:\n\nThe oak was cut.\n\nPlanning\n\nA barn was approved.\n\nOther Business\n\nCouncillors\n\n(a) "
         "Bins were full.\n", "- Matters Arising\n- Planning\n- Other Business\n"},
        // Titles in capitals, each with a list that counts from 1 again.
        {"PRESENT Ann Oak and Bob Elm\n\nMATTERS ARISING\n\n1. The green had been cut.\n\nPLANNING\n\n1. Ash, Mill Road. New barn.\n\n2. Yew, Low Road. New roof.\n\nANY OTHER BUSINESS\n\n1. Hedges were high.\n",
         "- MATTERS ARISING\n- PLANNING\n- ANY OTHER BUSINESS\n"},
        // Known titles without numbers: with a colon on a line of its own, with a year, run in.
        {"Present: Ann Oak, Bob Elm.\nPolice Report:\nCars were stolen in the high street.\nMembers asked for more patrols.\n", "- Police Report\n"},
        {"Present:  A. Oak, B. Elm.\n\nThe minutes were signed.\n\nChairman's Report 2019.\n\nThe Council has met nine times.\n\nFinance:  The accounts were shown.\n",
         "- Chairman's Report 2019.\n- Finance\n"},
        // Bold titles right behind a Markdown number.
        {"1\\.**Attendance**: recorded above\n\n2\\.**Minutes of the last meeting**\nThese were approved.\n\n3\\. **Benches**\nOak was bought.\n", "1 Attendance\n2 Minutes of the last meeting\n3 Benches\n"},
        // One numbered title that is known, as in an extract.
        {"Officials in Attendance\nManager: Ann Oak\n1.0 Election of Chairman\nCouncillor Elm was proposed by Councillor Ash\n", "1.0 Election of Chairman\n"},
        // A letterhead is no attendance list.
        {"Clerk : Ann Oak\nTelephone : 01000 000001\n\nELMSTEAD PARISH COUNCIL\nMEETING ON 12th MAY 2019\n\nPresent: Cllr Elm\n\n1. Benches\nOak was bought.\n2. Bins\nThey were full.\n", "1 Benches\n2 Bins\n"},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("text: " << c.text.substr(0, 80)) BOOST_TEST(items_of(c.text) == c.items);
}

BOOST_AUTO_TEST_CASE(parts_passages_of_small_councils) {
    static constexpr struct { std::string_view text, passages; } cases[] = {
        // Lines broken by width: one that ends a sentence far from the margin is the last of its paragraph.
        {"1. Matters Arising\nNo movement has been made on the oak bench and the clerk was to ask the\nborough about it.\nThe elm bench has been painted by Ann Oak who sent a bill for the paint to\nthe clerk. The bill "
         "was paid in May and the thanks of all were given to her for\nthe work.\n2. Bins\nThey were full.\n",
         "discussion: No movement has been made on the oak bench and the clerk was to ask the borough about it.\n"
         "discussion: The elm bench has been painted by Ann Oak who sent a bill for the paint to the clerk. The bill was paid in May and the thanks of all were given to her for the work.\n"
         "discussion: They were full.\n"},
        // A column of bullets read before its text is no text.
        {"1. Benches\n\u2022\n\u2022\n\u2022\nOak was bought.\n2. Bins\nThey were full.\n", "discussion: Oak was bought.\ndiscussion: They were full.\n"},
        // The label of a list in a column of its own, or before a dash; the chair's sentence ends the list.
        {"PRESENT         Ann Oak          AO      Bob Elm      BE\n                Cy Ash           CA\n\nThe meeting was chaired by AO.\n\n1. Bins\nThey were full.\n2. Oaks\nThey were tall.\n",
         "attendance: PRESENT Ann Oak AO Bob Elm BE Cy Ash CA\ndiscussion: The meeting was chaired by AO.\ndiscussion: They were full.\ndiscussion: They were tall.\n"},
        {"PRESENT \u2013 Cllrs Ann Oak (Chair), Bob Elm.\n1. Bins\nThey were full.\n2. Oaks\nThey were tall.\n",
         "attendance: PRESENT \u2013 Cllrs Ann Oak (Chair), Bob Elm.\ndiscussion: They were full.\ndiscussion: They were tall.\n"},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("text: " << c.text.substr(0, 80)) BOOST_TEST(passages_of(c.text) == c.passages);
}
