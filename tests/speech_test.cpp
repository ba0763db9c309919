#include "analyzers/speech/speech.hpp"

#include "tests/written_meeting.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using minutes::tests::read;

/// "dcs answer Janice Speke 'The DCS'"; '~' before a role that is inferred, '^' inherited, '?' implied; '|' ends a passage.
std::string speakers_of(const minutes::tests::ReadMeeting& result) {
    std::string printed;
    for (const minutes::Passage& passage : result.meeting.items[1].passages) {
        if (&passage != &result.meeting.items[1].passages.front()) printed += " | ";
        for (const minutes::Speaker& speaker : passage.speakers) {
            if (&speaker != &passage.speakers.front()) printed += "; ";
            if (speaker.attribution == minutes::Attribution::inferred) printed += "~";
            if (speaker.attribution == minutes::Attribution::inherited) printed += "^";
            if (speaker.attribution == minutes::Attribution::implied) printed += "?";
            printed += std::string(name_of(speaker.role)) + " " + std::string(name_of(speaker.act));
            if (!speaker.person.empty()) printed += " " + speaker.person;
            if (!speaker.surface.empty()) printed += " '" + std::string(slice(result.doc.text, speaker.surface)) + "'";
        }
    }
    return printed;
}

constexpr std::string_view kList =
    "Present: Councillor Astley (in the Chair), Councillors Brook, Carr, Ann Hay and John Hay\n"
    "Officers in attendance:\n"
    "• Janice Speke (Interim Director of Children’s Services)\n"
    "• Matt Claydon (Head of Roads)\n"
    "• Nerissa Bodderley (Assistant Director Regulated Services)\n"
    "• Guy Farnsdale (Finance Group Manager)\n"
    "• Simon Johns (Assistant Director Law and Governance, Monitoring Officer)\n"
    "• Paul Windle (Scrutiny Officer)\n"
    "Others in attendance:\n"
    "• Councillor Crick (Portfolio Holder for Children)\n"
    "Apologies: Councillor Croft";

struct Case {
    std::string_view paragraphs, speakers;
};

void check(const Case& c, std::string_view list = kList, std::string_view committee = "Roads Scrutiny Panel", std::string_view title = "Roads") {
    BOOST_TEST_CONTEXT("text: " << c.paragraphs)
    BOOST_TEST(speakers_of(read({.list = list, .paragraphs = c.paragraphs, .title = title, .committee = committee})) == c.speakers);
}

}  // namespace

BOOST_AUTO_TEST_CASE(names_who_speaks) {
    static constexpr Case cases[] = {
        {"The Chair expressed regret that it was late.", "chair statement Councillor Astley 'The Chair'"},
        {"Councillor Brook could not see where the budget was.", "member concern Councillor Brook 'Councillor Brook'"},
        {"Members were of the view that it was dear.", "member statement 'Members'"},
        {"The Chair asked officers to write to the agency.", "chair action Councillor Astley 'The Chair'"},
        {"The Chair led the panel in a tribute.", "chair statement Councillor Astley 'The Chair'"},
        {"The Chair reported that many Councillors had expressed concerns.", "chair report Councillor Astley 'The Chair'"},
        {"Councillor Brook had visited the home. She reported that it was clean.", "member statement Councillor Brook 'Councillor Brook'"},
        {"In response to a query from Councillor Brook, the Strategic Manager, Reform, confirmed it.",
         "member question Councillor Brook 'Councillor Brook'; officer answer 'the Strategic Manager'"},
        {"In response to a question about the Independent Chair of the board, the Head of Roads explained it.",
         "~member question 'a question'; head-of-service answer Matt Claydon 'the Head of Roads'"},
        {"A debate took place during which Ms N Drew, Head of Parks, responded.", "head-of-service answer Ms N Drew 'Ms N Drew, Head of Parks'"},
        {"The Deputy Head of Parks in presenting the paper indicated that it was short.", "head-of-service statement 'The Deputy Head of Parks'"},
        {"The head of parks and open spaces advised that it was late.", "head-of-service report 'The head of parks and open spaces'"},
        {"The cabinet member children’s services and parks commented that it was late.", "cabinet-member statement 'The cabinet member children’s services and parks'"},
        {"The director of children’s services stated that it was late.", "dcs statement Janice Speke 'The director of children’s services'"},
        {"On the contract with Everabourne Homes, the Assistant Director for Parks stated it.", "assistant-director statement 'the Assistant Director for Parks'"},
        {"Mrs. H. Lovatt CC asked about buses.", "member question Mrs. H. Lovatt CC 'Mrs. H. Lovatt CC'"},
        {"The Consultant in Public Health informed the panel of it.", "officer report 'The Consultant in Public Health'"},
        {"The Service Lead Strategy and Parks introduced a report.", "officer report 'The Service Lead Strategy and Parks'"},
        {"The Police and Crime Commissioner, Mr Vale, responded.", "external answer Mr Vale 'The Police and Crime Commissioner, Mr Vale'"},
        {"We spoke to Ann Lark, Head of Parks, at length. Ann Lark advised of it.", "unattributed report; head-of-service report Ann Lark 'Ann Lark'"},
        {"Ms Fell, Deputy Chief Executive, spoke. The Chief Executive replied.",
         "assistant-director statement Ms Fell 'Ms Fell, Deputy Chief Executive'; chief-executive answer 'The Chief Executive'"},
        {"Members sought clarity on the cost.", "member question 'Members'"},
        {"Members discussed the report.", "member statement 'Members'"},
        {"Councillor Brook – Elm Ward – said that it was late.", "member statement Councillor Brook 'Councillor Brook'"},
        {"Councillor Brook and others queried it.", "member question Councillor Brook 'Councillor Brook'"},
        {"Councillor Brook was invited to the table and made the point that it was late.", "member statement Councillor Brook 'Councillor Brook'"},
        {"Ms Lark, Head of Parks, and Mr Vole, Pond Officer, were in attendance and, with the consent of the Chair, addressed the meeting.", "head-of-service statement Ms Lark 'Ms Lark, Head of Parks'; officer statement Mr Vole 'Mr Vole, Pond Officer'"},
        {"Ms Lark, Head of Parks, was present and it was late.", "unattributed report"},
        {"There followed a question from Councillor Brook on cost.", "member question Councillor Brook 'Councillor Brook'"},
        {"There was no question from Councillor Brook.", "unattributed report"},
        {"In Mr Lark's view it was dear.", "unattributed statement Mr Lark 'Mr Lark's'"},
        {"Councillor Brook's view was that it was dear.", "member statement Councillor Brook 'Councillor Brook's'"},
        {"Councillor Brook's house was sold.", "unattributed report"},
        {"The report was taken by the Head of Roads.", "head-of-service report Matt Claydon 'the Head of Roads'"},
        {"The photograph was taken by the Head of Roads.", "unattributed report"},
        {"Members were taken through the slides by the Head of Roads.", "head-of-service report Matt Claydon 'the Head of Roads'"},
        {"The PCC replied.", "external answer 'The PCC'"},
        {"Q: How many are there?|A: There are ten.", "~member question 'Q' | ~officer answer 'A'"},
        {"Question 2: How many are there?|Response: There are ten.", "~member question 'Question' | ~officer answer 'Response'"},
        {"A: 10", "unattributed report"},
        {"The view of Councillor Brook was that it was dear.", "member statement Councillor Brook 'Councillor Brook'"},
        {"In the opinion of the Head of Roads, it was dear.", "head-of-service statement Matt Claydon 'the Head of Roads'"},
        {"According to the Head of Roads, it was late.", "head-of-service statement Matt Claydon 'the Head of Roads'"},
        {"According to the report, it was late.", "unattributed report"},
        {"A fine view of the Head of Roads stood in the hall.", "unattributed report"},
        {"Mr Lark, Acting Corporate Director, Roads and Parks introduced the plan.", "director report Mr Lark 'Mr Lark, Acting Corporate Director, Roads and Parks'"},
        {"Member’s queried the cost.", "member question 'Member’s'"},
        {"A member’s garden was dug up.", "unattributed report"},
        {"Councillor Brook attended the meeting to update residents on it.", "member statement Councillor Brook 'Councillor Brook'"},
        {"Councillor Brook shared that it was late.", "member statement Councillor Brook 'Councillor Brook'"},
        {"Councillor Brook wished to declare an interest.", "member statement Councillor Brook 'Councillor Brook'"},
        {"Councillor Brook wished to leave early.", "unattributed report"},
        {"Councillor Brook did, however, state that it was late.", "member statement Councillor Brook 'Councillor Brook'"},
        {"Councillor Brook did not state why.", "unattributed report"},
        {"The Chair began the session by praising the team.", "chair statement Councillor Astley 'The Chair'"},
        {"The meeting opened with a reading by the choir.", "unattributed report"},
        {"The Chair led the debate, with the panel asking questions on cost.", "chair statement Councillor Astley 'The Chair'; committee question 'the panel'"},
        {"The Director of Parks, provided responses to them.", "director answer 'The Director of Parks'"},
        {"The Parks and Play Section Head replied.", "head-of-service answer 'The Parks and Play Section Head'"},
        {"A public member thanked the panel.", "public statement 'A public member'"},
        {"Dee Lark (Elmwood School) highlighted the cost.", "external report Dee Lark 'Dee Lark'"},
        {"Dee Lark (by the river) highlighted the cost.", "unattributed report 'Dee Lark'"},
        {"Dee Lark (Service Lead - Parks, Play, and Pools) replied. Dee Lark added that it was late.", "officer answer Dee Lark 'Dee Lark (Service Lead - Parks, Play, and Pools)'"},
        {"The Chair introduced Dee Lark of Vale Associates. Ms Lark said that it was late.", "chair report Councillor Astley 'The Chair'; external statement Dee Lark 'Ms Lark'"},
        {"Further information was requested on costs.", "~member question 'information was requested'"},
        {"A view was expressed that it was late.", "~member statement 'A view was expressed'"},
        {"Councillor Brook echoed these concerns.", "member concern Councillor Brook 'Councillor Brook'"},
        {"Responding, Ms Speke said that it would.", "dcs answer Janice Speke 'Ms Speke'"},
        {"PCSO Kemp reported on crime. Councillor Brook asked about cars; she replied that they were safe.",
         "external report PCSO Kemp 'PCSO Kemp'; member question Councillor Brook 'Councillor Brook'; external answer PCSO Kemp 'she replied'"},
        {"Councillor Brook queried the role of governors and the Head of Roads explained it.",
         "member question Councillor Brook 'Councillor Brook'; head-of-service answer Matt Claydon 'the Head of Roads'"},
        {"The Chair invited the Head of Roads to speak. He outlined it.", "chair statement Councillor Astley 'The Chair'; head-of-service report Matt Claydon 'the Head of Roads'"},
        {"Councillor Brook was not convinced of it.", "member statement Councillor Brook 'Councillor Brook'"},
        {"Members were broadly supportive.", "member statement 'Members'"},
        {"The applicant’s solicitor, Mr Reed, addressed the panel.", "external statement Mr Reed 'The applicant’s solicitor, Mr Reed'"},
        {"Councillor Brook asked Ms Speke about carers. She replied that there were 50.", "member question Councillor Brook 'Councillor Brook'; dcs answer Janice Speke 'Ms Speke'"},
        {"The Chair asked Ms Speke about carers. She added that it was late.", "chair question Councillor Astley 'The Chair'"},
        {"The DCS reported. Councillor Brook had left. She asked about cost.", "dcs report Janice Speke 'The DCS'"},
        {"When asked by Councillor Brook whether it was true, the DCS said no.", "member question Councillor Brook 'Councillor Brook'; dcs answer Janice Speke 'the DCS'"},
        {"Asked about fees, the DCS said no.", "?member question 'Asked'; dcs answer Janice Speke 'the DCS'"},
        {"Mr Wills, Deputy Chief Executive and Director of Resources, introduced the report.", "assistant-director report Mr Wills 'Mr Wills, Deputy Chief Executive and Director of Resources'"},
        {"Councillor Brook, the lead member of the working group, presented it.", "member statement Councillor Brook 'Councillor Brook, the lead member of the working group'"},
        {"The Strategic Finance Manager (s151) and the Head of Roads gave their views.", "officer report 'The Strategic Finance Manager (s151)'; head-of-service report Matt Claydon 'the Head of Roads'"},
        {"The Vice-Chairman in the Chair thanked members.", "vice-chair statement 'The Vice-Chairman'"},
        {"The parent governor representative asked about schools.", "coopted question 'The parent governor representative'"},
        {"The Right Worshipful the Mayor, Councillor R Becker, expressed condolences.", "chair statement Councillor R Becker 'the Mayor, Councillor R Becker'"},
        {"The Director of Parks and Treasury Services advised of it.", "director report 'The Director of Parks and Treasury Services'"},
        {"The DCS informed the panel that costs had risen.", "dcs report Janice Speke 'The DCS'"},
        {"The Director of Children’s Services (DCS) advised that it was late.", "dcs report Janice Speke 'The Director of Children’s Services (DCS)'"},
        {"Ms Speke stated that it was late.", "dcs statement Janice Speke 'Ms Speke'"},
        {"Ms Bodderly explained the scheme.", "assistant-director report Nerissa Bodderley 'Ms Bodderly'"},
        {"The Chair thought it useful.", "chair statement Councillor Astley 'The Chair'"},
        {"Councillor Astley welcomed the report.", "chair statement Councillor Astley 'Councillor Astley'"},
        {"Councillor Brook asked about costs.", "member question Councillor Brook 'Councillor Brook'"},
        {"Cllr A Hay asked about costs.", "member question Councillor Ann Hay 'Cllr A Hay'"},
        {"The Portfolio Holder confirmed that it would.", "cabinet-member answer Councillor Crick 'The Portfolio Holder'"},
        {"The Monitoring Officer advised members to leave.", "assistant-director report Simon Johns 'The Monitoring Officer'"},
        {"The Head of Roads, Matt Claydon, gave an update.", "head-of-service report Matt Claydon 'The Head of Roads, Matt Claydon'"},
        {"Matt Claydon, Head of Roads, presented the report.", "head-of-service report Matt Claydon 'Matt Claydon, Head of Roads'"},
        {"The Chair, in response to a comment, said that it was late.", "?member statement 'in response to a comment'; chair answer Councillor Astley 'The Chair'"},
        {"A member of the public asked about the bridge.", "public question 'A member of the public'"},
        {"A resident of Mill Lane complained about noise.", "public concern 'A resident'"},
        {"PC Jones reported on crime.", "external report PC Jones 'PC Jones'"},
        {"The panel asked for a briefing.", "committee action 'The panel'"},
        {"Another Member had concerns over cost. They wondered what was spent.", "member concern 'Another Member'; member question 'They wondered'"},
        {"A Member welcomed the report and wondered whether it was late.", "member statement 'A Member'; member question 'A Member'"},
        {"A member who worked as a lawyer informed the panel that it was good.", "member statement 'A member'"},
        {"The Director and the Portfolio Holder agreed to look into it.", "dcs action Janice Speke 'The Director'; cabinet-member action Councillor Crick 'the Portfolio Holder'"},
        {"It was raised as an area of concern by a member.", "member concern 'a member'"},
        {"Responding to Councillor Brook, Mr Farnsdale clarified that it was late.", "member question Councillor Brook 'Councillor Brook'; officer answer Guy Farnsdale 'Mr Farnsdale'"},
        {"In answer to Councillor Carr's question, Ms Speke said so.", "member question Councillor Carr 'Councillor Carr's'; dcs answer Janice Speke 'Ms Speke'"},
        {"Councillors Brook and Carr expressed concern.", "member concern Councillor Brook 'Councillors Brook'; member concern Councillor Carr 'Carr'"},
        {"Questions were raised by Councillors Brook and Carr about buses.", "member question Councillor Brook 'Councillors Brook'; member question Councillor Carr 'Carr'"},
        {"It was noted by the Chair that it was late.", "chair statement Councillor Astley 'the Chair'"},
        {"A presentation was given by Mr Claydon.", "head-of-service report Matt Claydon 'Mr Claydon'"},
        {"John Young, representing Eastmoor Residents Association, presented a petition.", "external report John Young 'John Young'"},
        {"The applicant's agent, Mr Page, addressed the panel.", "external statement Mr Page 'The applicant's agent, Mr Page'"},
        {"The Ofsted inspector, Ms Pound, explained the framework.", "external report Ms Pound 'The Ofsted inspector, Ms Pound'"},
        {"Question from Mr Citizen to the Leader of the Council: When will it open?", "unattributed question Mr Citizen 'Mr Citizen'"},
        {"Response from the Portfolio Holder: In May.", "cabinet-member answer Councillor Crick 'the Portfolio Holder'"},
        {"The Chair stated that following a change it was late.", "chair statement Councillor Astley 'The Chair'"},
        {"Councillor Brook asked the following question: When will it open?", "member question Councillor Brook 'Councillor Brook'"},
        {"Mrs Eden, a local Member, spoke against it.", "visiting-member statement Mrs Eden 'Mrs Eden, a local Member'"},
        {"Questioned by Councillor Brook on fees, Ms Speke said so.", "member question Councillor Brook 'Councillor Brook'; dcs answer Janice Speke 'Ms Speke'"},
        {"Further to a question from Councillor Brook, Ms Speke said so.", "member question Councillor Brook 'Councillor Brook'; dcs answer Janice Speke 'Ms Speke'"},
        {"A query from Councillor Brook regarding fees was answered by Mr Claydon.", "member question Councillor Brook 'Councillor Brook'; head-of-service answer Matt Claydon 'Mr Claydon'"},
        {"The question was put by Councillor Brook to the DCS, who answered that it was late.", "member question Councillor Brook 'Councillor Brook'; dcs answer Janice Speke 'the DCS'"},
        {"Concerns were raised by both Councillor Brook and Councillor Carr.", "member concern Councillor Brook 'Councillor Brook'; member concern Councillor Carr 'Councillor Carr'"},
        {"“We must act now”, said Councillor Brook.", "member statement Councillor Brook 'Councillor Brook'"},
        {"Councillor Brook, thanked the officers.", "member statement Councillor Brook 'Councillor Brook'"},
        {"The panel heard from Mrs Reed, Chief Executive of Eastmoor Mind, who described it.", "external report Mrs Reed 'Mrs Reed, Chief Executive of Eastmoor Mind'"},
        {"A trade union representative raised concerns about pay.", "external concern 'A trade union representative'"},
        {"Mr Reed, agent for the applicant, spoke in support.", "external statement Mr Reed 'Mr Reed, agent for the applicant'"},
        {"Councillor Brook wished to pass on his thanks to Mr Reed and the Chair expressed sadness.", "member statement Councillor Brook 'Councillor Brook'; chair statement Councillor Astley 'the Chair'"},
        {"The Assistant Director for Prevention, Family Services, Ann Tess, introduced it.", "assistant-director report Ann Tess 'The Assistant Director for Prevention, Family Services, Ann Tess'"},
        {"PC Hay and Ann Green from Eastmoor Police (EP) introduced it.", "external report PC Hay 'PC Hay'; external report Ann Green 'Ann Green'"},
        {"The Deputy Chairman, who was in the Chair in April stated that it was late.", "vice-chair statement 'The Deputy Chairman'"},
        {"Mr Claydon responded that it was late, and in reply to Councillor Brook undertook to write.", "head-of-service answer Matt Claydon 'Mr Claydon'; member question Councillor Brook 'Councillor Brook'"},
        {"Benches: confirmation from the Scrutiny Officer that they would arrive.", "clerk report Paul Windle 'the Scrutiny Officer'"},
        {"The Virtual School Head reported on exams.", "head-of-service report 'The Virtual School Head'"},
        {"Members made the following observations:", "member statement 'Members'"},
        {"John Constable asked about roads.", "unattributed report 'John Constable'"},
        {"Mr Reed (agent) spoke in support.", "external statement Mr Reed 'Mr Reed (agent)'"},
        {"Mr Reed spoke in objection to it.", "public statement Mr Reed 'Mr Reed'"},
        {"Councillor Hodge addressed the panel as Ward Member.", "visiting-member statement Councillor Hodge 'Councillor Hodge'"},
        {"Councillor Brook queried the cost, to which Ms Speke replied that it was low.", "member question Councillor Brook 'Councillor Brook'; dcs answer Janice Speke 'Ms Speke'"},
        {"Mr Reed, the applicant, said that it was small.", "public statement Mr Reed 'Mr Reed, the applicant'"},
        {"John Atkins, the Monitoring Officer and Secretary, confirmed it.", "officer answer John Atkins 'John Atkins, the Monitoring Officer and Secretary'"},
        {"The Chief Executive for the Commissioners’ office advised of it.", "external report 'The Chief Executive for the Commissioners’ office'"},
        {"The Head of Roads read a statement, which read as follows:|“The minutes are no verbatim record.”", "head-of-service statement Matt Claydon 'The Head of Roads' | ^head-of-service statement Matt Claydon"},
        {"Key points raised by Martin Neal on behalf of Eastmoor Police were that it was late.", "external statement Martin Neal 'Martin Neal'"},
        {"A question was received from Councillor Brook who asked why.", "member question Councillor Brook 'Councillor Brook'"},
        {"A question had been submitted by Councillor Brook on roads.", "member question Councillor Brook 'Councillor Brook'"},
        {"The panel determined that it was late.", "committee decision 'The panel'"},
        {"The Chair recorded thanks to Ms Fell.", "chair statement Councillor Astley 'The Chair'"},
        {"The Monitoring Officer set out the procedure.", "assistant-director report Simon Johns 'The Monitoring Officer'"},
        {"On the proposal of Cllr Brook and seconded by Cllr Carr it was adopted.", "member statement Councillor Brook 'Cllr Brook'; member statement Councillor Carr 'Cllr Carr'"},
        {"Grant of £50, proposed Cllr Brook, seconded Cllr Carr.", "member statement Councillor Brook 'Cllr Brook'; member statement Councillor Carr 'Cllr Carr'"},
        {"Janice said that it was late.", "dcs statement Janice Speke 'Janice'"},
        {"The Convener: I welcome everybody to the meeting.", "chair statement Councillor Astley 'The Convener'"},
    };
    for (const Case& c : cases) check(c);
}

BOOST_AUTO_TEST_CASE(names_who_speaks_beside_whom) {
    static constexpr Case cases[] = {
        {"The Portfolio Holder for Children, together with Matt Claydon, Head of Roads, answered.",
         "cabinet-member answer Councillor Crick 'The Portfolio Holder for Children'; head-of-service answer Matt Claydon 'Matt Claydon, Head of Roads'"},
        {"Councillor Crick introduced the report with Matt Claydon (Head of Roads).", "cabinet-member report Councillor Crick 'Councillor Crick'; head-of-service report Matt Claydon 'Matt Claydon (Head of Roads)'"},
        {"Councillor Crick introduced the plan agreed with Matt Claydon (Head of Roads).", "cabinet-member report Councillor Crick 'Councillor Crick'"},
        {"Janice, Matt and Nerissa presented the report.", "dcs report Janice Speke 'Janice'; head-of-service report Matt Claydon 'Matt'; assistant-director report Nerissa Bodderley 'Nerissa'"},
        {"County Councillor Brook and Ann Hay both declared an interest.", "member statement Councillor Brook 'Councillor Brook'; member statement Councillor Ann Hay 'Ann Hay'"},
        {"Declarations of interest were made by Councillors Brook and Carr.", "member statement Councillor Brook 'Councillors Brook'; member statement Councillor Carr 'Carr'"},
        {"No declarations of interest were made.", "unattributed report"},
    };
    for (const Case& c : cases) check(c);
}

BOOST_AUTO_TEST_CASE(keeps_names_and_posts_whole) {
    static constexpr Case cases[] = {
        {"Councillor Paul May commented that it was late.", "visiting-member statement Councillor Paul May 'Councillor Paul May'"},
        {"The Cabinet Member for Health and Well-being commented that it was late.", "cabinet-member statement 'The Cabinet Member for Health and Well-being'"},
        {"The AD Safeguarding advised that it was late.", "assistant-director report 'The AD Safeguarding'"},
        {"ACC Rick Lister, DCS Gil Hull and Ann Ford attended for this item. ACC Rick Lister reported that it was late.", "unattributed report; external report ACC Rick Lister 'ACC Rick Lister'"},
        {"Andy Say (Partner at Rook and Crow) presented the report.", "external report Andy Say 'Andy Say (Partner at Rook and Crow)'"},
        {"The Monitoring Officer, outlined the rules.", "assistant-director report Simon Johns 'The Monitoring Officer'"},
        {"The Monitoring Officer, thanked by the Chair, left.", "unattributed report"},
        {"The Chair invited Janice Speke, Interim Director of Children’s Services, to speak. She explained that it was late.",
         "chair statement Councillor Astley 'The Chair'; dcs report Janice Speke 'Janice Speke, Interim Director of Children’s Services'"},
        {"The Portfolio Holder for Children said that it was late. The Member informed the Committee that it was dear.", "cabinet-member statement Councillor Crick 'The Portfolio Holder for Children'"},
        {"Councillor Glyn Jonas, the Chair of the Education Scrutiny Panel said that it was late. Councillor Jonas stated that it was dear.",
         "visiting-member statement Councillor Glyn Jonas 'Councillor Glyn Jonas, the Chair of the Education Scrutiny Panel'"},
        {"Members were encouraged to attend and to notify the Clerk.", "unattributed report"},
        {"Members were encouraged to see it.", "member statement 'Members'"},
    };
    for (const Case& c : cases) check(c);
}

BOOST_AUTO_TEST_CASE(lists_of_interests_name_who_declares) {
    static constexpr Case cases[] = {
        {"Councillor Brook - Item 5, as a governor.", "member statement Councillor Brook 'Councillor Brook'"},
        {"Councillors Brook and Carr (Item 5) - as governors.", "member statement Councillor Brook 'Councillors Brook'; member statement Councillor Carr 'Carr'"},
        {"Councillor Brook as an employee of the hospital.", "member statement Councillor Brook 'Councillor Brook'"},
        {"Councillor Brook left the room.", "unattributed report"},
        {"Nobody - Item 5.", "unattributed report"},
        {"Councillor", "unattributed report"},
    };
    for (const Case& c : cases) check(c, kList, "Roads Scrutiny Panel", "Declarations of Interest");
    check({"Councillor Brook - Item 5, as a governor.", "unattributed report"});
}

/// The page of one item prints neither council nor committee.
BOOST_AUTO_TEST_CASE(the_board_that_no_head_names_is_the_body) {
    check({"The Board agreed that it was late.", "committee statement 'The Board'"}, {}, {});
    check({"The Drainage Board agreed that it was late.", "unattributed report"}, {}, {});
    check({"The Board agreed that it was late.", "unattributed report"});
}

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
        {"A local resident raised concerns about speeding.", "public concern 'A local resident'"},
    };
    for (const Case& c : cases) check(c, list, "Eastmoor Parish Council");
    constexpr std::string_view column = "Present\nElen H Edmunds EHE\nCounty Cllr. Garth Lloyd Lewin GLL\nDiane Rowlands DR\nEinir Wynne (Vice-Chairman and Chairman of this meeting) EW\nEmlyn Wynne EMW";
    check({"GLL reported that it was shut. EW asked why. EMW said so.", "visiting-member statement Cllr. Garth Lloyd Lewin 'GLL'; chair question Einir Wynne 'EW'; member statement Emlyn Wynne 'EMW'"}, column, "Llanbryn Community Council");
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
