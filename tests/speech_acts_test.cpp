#include "tests/speech_cases.hpp"
#include "tests/written_meeting.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace minutes::tests;
using Case = SpeechCase;

BOOST_AUTO_TEST_CASE(keeps_questions_and_answers_apart) {
    static constexpr Case cases[] = {
        {"One Member asked why. Mr Farnsdale explained that it was late.", "member question 'One Member'; officer answer Guy Farnsdale 'Mr Farnsdale'"},
        {"It was questioned why. In response the Head of Roads said that it was late.", "~member question 'It was questioned'; head-of-service answer Matt Claydon 'the Head of Roads'"},
        {"In response to a question the DCS explained that it was late.", "?member question 'In response to a question'; dcs answer Janice Speke 'the DCS'"},
        {"In response to a question from Councillor Brook, the DCS said that it was late.", "member question Councillor Brook 'Councillor Brook'; dcs answer Janice Speke 'the DCS'"},
        {"In response to a question about fees the DCS confirmed that they rose.", "~member question 'a question'; dcs answer Janice Speke 'the DCS'"},
        {"A question was asked about fees. It was confirmed that they rose.", "~member question 'A question was asked'; ~officer answer 'It was confirmed'"},
        {"In response to a query from Councillor Brook, the Head of Roads, Highways, confirmed that it was late.",   // who asks does not answer
         "member question Councillor Brook 'Councillor Brook'; head-of-service answer Matt Claydon 'the Head of Roads'"},
        {"Concern was expressed that it was late.", "~member concern 'Concern was expressed'"},
        {"Concern was expressed by Councillor Carr that it was late.", "member concern Councillor Carr 'Councillor Carr'"},
        {"The DCS was asked whether it was late. The DCS confirmed that it was.", "~member question 'The DCS was asked'; dcs answer Janice Speke 'The DCS'"},
        {"Members were informed that it was late.", "unattributed report 'Members were informed'"},
        {"The Finance Group Manager presented the report and members were informed that it was late.", "officer report Guy Farnsdale 'The Finance Group Manager'"},
        {"Work had started in May.", "unattributed report"},
    };
    for (const Case& c : cases) check(c);
}

BOOST_AUTO_TEST_CASE(mention_is_not_speech) {
    static constexpr Case cases[] = {
        {"~ The panel considered a report of the Director of Children’s Services on roads.", ""},
        {"~ The panel received a report from the Head of Roads.", ""},
        {"~ There were no questions for the Portfolio Holder.", ""},
        {"~ Councillor Croft sent apologies.", ""},
        {"The inspector had said that it was late.", "unattributed report"},
        {"The inspector had also raised concerns that it was late.", "unattributed report"},
        {"The Chair reported that many Councillors had expressed concerns about roads.", "chair report Councillor Astley 'The Chair'"},
        {"It was good that the Director led the work.", "unattributed report"},
        {"The role of the Head of Roads was to report yearly.", "unattributed report"},
        {"The Chair stated that he could not confirm whether Councillor Brook had said that.", "chair statement Councillor Astley 'The Chair'"},
        {"The DCS informed members that the Head of Roads had brought focus.", "dcs report Janice Speke 'The DCS'"},
        {"Members of staff asked for more pay.", "unattributed report"},
        {"The Clerk to write to the owner.", "unattributed report"},
        {"~ The following points were raised:", ""},
        {"Ofsted stated in its report that it was late.", "unattributed report"},
        {"A letter from the Minister stated that it was late.", "unattributed report"},
        {"The Director of Public Health's report stated that rates fell.", "unattributed report"},
        {"Mr Claydon was asked to report back.", "unattributed report"},
        {"It was supported by the Director of Children’s Services.", "unattributed report"},
        {"Items were listed for approval by the panel.", "unattributed report"},
        {"It was informed by the Ofsted inspection.", "unattributed report"},
        {"Members considered the report.", "unattributed report"},
        {"No Member declared an interest.", "unattributed report"},
        {"The Youth Parliament members asked nothing of the panel.", "unattributed report"},
        {"No questions were asked.", "unattributed report"},
        {"Councillor Brook, who had asked for it, left.", "unattributed report"},
        {"At the panel meeting held on 24 April members agreed areas for action.", "unattributed report"},
        {"Clare Flint, Headteacher at Pen School is replacing her as a maintained schools representative.", "unattributed report"},
        {"The Corporate Parenting Board agreed the plan last year.", "unattributed report"},
        {"Mr Vine asked on behalf of Mr Dixon. Mr Dixon felt that it was late.", "unattributed question Mr Vine 'Mr Vine'"},
    };
    for (const Case& c : cases) check(c);
}

BOOST_AUTO_TEST_CASE(bullets_inherit_their_lead_in) {
    static constexpr Case cases[] = {
        {"The Head of Roads gave an update which included:|* Costs rose.|* It was noted that they would fall.",
         "head-of-service report Matt Claydon 'The Head of Roads' | ^head-of-service report Matt Claydon | ^head-of-service report Matt Claydon"},
        {"The Head of Roads gave an update which included:|* Costs rose.|Later text.", "head-of-service report Matt Claydon 'The Head of Roads' | ^head-of-service report Matt Claydon | unattributed report"},
        {"The Head of Roads gave an update:|* Costs rose.|The following points were raised:|* It was late.",
         "head-of-service report Matt Claydon 'The Head of Roads' | ^head-of-service report Matt Claydon |  | unattributed report"},
        {"The Head of Roads gave an update:|* The DCS said it was late.|* Costs rose.", "head-of-service report Matt Claydon 'The Head of Roads' | dcs statement Janice Speke 'The DCS' | unattributed report"},
        {"The following comments were made:|* Costs rose.", " | unattributed report"},
        {"Councillor Brook asked the following question:-|“Will it open?”", "member question Councillor Brook 'Councillor Brook' | ^member question Councillor Brook"},
        {"Key points raised by Martin Neal on behalf of Eastmoor Police were that:|* It was late.", "external statement Martin Neal 'Martin Neal' | ^external statement Martin Neal"},
        {"Members asked the Director about several matters, including:|Councillor Carr:|* Asked why it was late. The Head of Roads replied that it rained.|Mr Flood:|* Queried the cost.",
         "member question 'Members' |  | ^member question Councillor Carr; head-of-service answer Matt Claydon 'The Head of Roads' |  | ^member question Mr Flood"},
    };
    for (const Case& c : cases) check(c);
}

BOOST_AUTO_TEST_CASE(never_guesses_a_person) {
    static constexpr Case cases[] = {
        {"Councillor Hay asked about costs.", "member question 'Councillor Hay'"},                       // two Hays
        {"The Assistant Director said so.", "assistant-director statement 'The Assistant Director'"},  // two of them
        {"The Head of Housing agreed that it was late.", "head-of-service answer 'The Head of Housing'"},  // not in the list
        {"The Group Manager said so.", "officer statement Guy Farnsdale 'The Group Manager'"},
        {"The Finance Manager said so.", "officer statement 'The Finance Manager'"},  // the list has a Finance Group Manager
        {"The officer said so.", "officer statement 'The officer'"},
        {"Provost Jones said so.", "chair statement 'Provost Jones'"},  // not our chair
        {"The Portfolio Holder for Children asked. The Portfolio Holder for Roads agreed.", "cabinet-member question Councillor Crick 'The Portfolio Holder for Children'; cabinet-member answer 'The Portfolio Holder for Roads'"},
        {"Mr Strange said so.", "unattributed statement Mr Strange 'Mr Strange'"},
        {"The chairperson of the children and young people scrutiny committee said so.", "visiting-member statement 'The chairperson of the children and young people scrutiny committee'"},
        {"A member of the public, Mr Jolly, asked about buses.", "public question Mr Jolly 'A member of the public, Mr Jolly'"},
        {"The Cabinet Members each gave a report.", "cabinet-member report 'The Cabinet Members'"},
        {"The Director of Housing said so. The Director said more.", "director statement 'The Director of Housing'"},
    };
    for (const Case& c : cases) check(c);
}

BOOST_AUTO_TEST_CASE(tells_decisions) {
    static constexpr Case cases[] = {
        {"= RESOLVED – That the Director of Children’s Services informed members be noted.", "~committee decision 'RESOLVED'"},
        {"= That the report be noted.", "~committee decision"},
        {"= The panel agreed that it be removed.", "committee decision 'The panel'"},
        {"= It was agreed that the panel would receive the report.", "~committee decision 'It was agreed'"},
        {"= Proposed by Councillor Brook, seconded by Councillor Carr: that it be noted.", "member statement Councillor Brook 'Councillor Brook'; member statement Councillor Carr 'Councillor Carr'; ~committee decision"},
        {"= RESOLVED: it was proposed by Cllr Brook, seconded by Cllr Carr.", "member statement Councillor Brook 'Cllr Brook'; member statement Councillor Carr 'Cllr Carr'; ~committee decision 'RESOLVED'"},
        {"~ The minutes of the meeting held on 2 May were agreed as a correct record and signed by the Chairman.", "~committee decision"},
        {"One Member asked for a report. The panel agreed.", "member action 'One Member'; committee decision 'The panel'"},
    };
    for (const Case& c : cases) check(c);
}

BOOST_AUTO_TEST_CASE(reads_parish_minutes) {
    constexpr std::string_view list = "Present: Guy Dunn (GD) Chair, Jean Croft (JC), Mark Pogson (MPO)\nIn attendance: Ann Lee (Clerk), 5 members of the public";
    static constexpr Case cases[] = {
        {"GD reported that the path was open.", "chair report Guy Dunn 'GD'"},
        {"MPO asked about the hall. JC replied that it was let.", "member question Mark Pogson 'MPO'; member answer Jean Croft 'JC'"},
        {"The Clerk reported that the bank had paid.", "clerk report Ann Lee 'The Clerk'"},
        {"A question was asked about dogs.", "unattributed question 'A question was asked'"},
        {"County Councillor Ford gave a report on roads.", "visiting-member statement Councillor Ford 'Councillor Ford'"},
        {"JC queried the delay; County Councillor Ford explained that it was late.", "member question Jean Croft 'JC'; visiting-member answer Councillor Ford 'Councillor Ford'"},
        {"JC queried the delay and explained that it was late. JC explained why.", "member question Jean Croft 'JC'"},
        {"A local resident raised concerns about speeding.", "public concern 'A local resident'"},
    };
    for (const Case& c : cases) check(c, list, "Eastmoor Parish Council");
    constexpr std::string_view column = "Present\nElen H Edmunds EHE\nCounty Cllr. Garth Lloyd Lewin GLL\nDiane Rowlands DR\nEinir Wynne (Vice-Chairman and Chairman of this meeting) EW\nEmlyn Wynne EMW";
    check({"GLL reported that it was shut. EW asked why. EMW said so.", "visiting-member statement Cllr. Garth Lloyd Lewin 'GLL'; chair question Einir Wynne 'EW'; member statement Emlyn Wynne 'EMW'"}, column, "Llanbryn Community Council");
    check({"Cllr Alder reported that it was shut. Cllr Dunn asked why.", "visiting-member statement P. Alder 'Cllr Alder'; chair question Guy Dunn 'Cllr Dunn'"}, "Present: Councillors: Guy Dunn (Chair), Jean Croft\nCounty Cllr: P. Alder", "Eastmoor Parish Council");
    check({"I will ask when the path will be mended.", "^member question Councillor Brook"}, kList, "Roads Scrutiny Panel", "Question submitted by Councillor Brook");
    check({"Mr Vine asked whether the nursery would close.", "public question Mr Vine 'Mr Vine'"}, kList, "Roads Scrutiny Panel", "Public Question Time");
}

BOOST_AUTO_TEST_CASE(survives_bad_input) {
    for (const std::string_view text : {"", " ", "asked", "The", "was asked", ", said", "and asked", "In response to", "by", "\xC2", "\xE2\x80", "The Chair", "The Chair:", "((((", "GD"})
        BOOST_CHECK_NO_THROW(read({.list = text, .paragraphs = text}));
    constexpr std::string_view talk_cut_short =
        "In response to a question from Councillor Brook’s friend, the Head of Roads, Matt Claydon (MC), and the Director of Children, Families and Communities (DCS) – "
        "who, he said, had been asked – agreed to look into it; Councillors Brook, Carr and Ann Hay, seconded by Mr J.W. Boyd-Orr, proposed that it be noted by a member.";
    for (std::size_t n = 0; n <= kList.size(); ++n)  // cut anywhere, also inside a character
        BOOST_CHECK_NO_THROW(read({.list = kList.substr(0, n), .paragraphs = talk_cut_short.substr(0, n)}));
    std::string endless = "The Chair";
    for (int i = 0; i < 20000; ++i) endless += " and the Director of Roads, Cllr Hay";
    BOOST_CHECK_NO_THROW(read({.list = endless, .paragraphs = endless}));
    std::string crowd = "Present: ", talk;
    for (int i = 0; i < 20000; ++i) {
        const std::string name = std::string("Cllr A") + static_cast<char>('a' + i % 26) + static_cast<char>('a' + i / 26 % 26) + static_cast<char>('a' + i / 676);
        crowd += name + ", ";
        talk += name + " and ";
    }
    BOOST_CHECK_NO_THROW(read({.list = crowd, .paragraphs = talk + "Cllr Hay asked why"}));
}
