#include "tests/structure_dump.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace minutes::test;

// What pages of many councils look like when an extractor has been at them.
BOOST_AUTO_TEST_CASE(reads_items_of_many_families) {
    static constexpr struct { std::string_view text, items; } cases[] = {
        // A list whose label is in another language, in capitals with an accent.
        {"BALLYFERN COUNTY COUNCIL\n\nMinutes of Monthly Meeting held on Monday, 12th September, 2022\n\nI L\u00C1THAIR:\nCllr. M. Holly, Cllr. P. Rowan\n\n1. Housing\n\nCllr. Holly asked about it.\n",
         "item - - [attendance]\n  attendance: I L\u00C1THAIR: Cllr. M. Holly, Cllr. P. Rowan\nitem 1 Housing [discussion]\n  discussion: Cllr. Holly asked about it.\n"},
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
        {"MINUTES OF THE TEST PANEL HELD ON MONDAY, 1 JUNE 2020 Present: Councillors Ann Oak, Bob Elm and Cy Ash. Apologies: Di Yew. Notice of the meeting was read, and the Clerk explained the procedure for the election of the "
         "Chair, which was agreed by all who were there. Item No. 1. Election of Chair: Proposed by Cllr Elm, seconded by Cllr Ash. Item No. 2: Benches Proposed by: Cllr Elm and resolved that oak was to be bought.\n",
         "item - - [attendance]\n  attendance: Present: Councillors Ann Oak, Bob Elm and Cy Ash. Apologies: Di Yew. Notice of the meeting was read, and the Clerk explained the procedure for the election of the "
         "Chair, which was agreed by all who were there.\nitem 1 Election of Chair [decision]\n  decision: Proposed by Cllr Elm, seconded by Cllr Ash.\nitem 2 Benches [decision]\n  decision: Proposed by: Cllr Elm and resolved that oak was to be bought.\n"},
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
