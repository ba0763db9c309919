#include "analyzers/people/attendance.hpp"

#include "tests/written_meeting.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using minutes::tests::read;

/// "Cllr Ann Hay=chair; Guy Dunn=clerk (Town Clerk); -Cllr Croft": apologies are marked with '-', guests with '+'.
std::string people_of(const minutes::Meeting& meeting) {
    std::string printed;
    for (const minutes::Person& person : meeting.people) {
        if (!printed.empty()) printed += "; ";
        if (person.status == minutes::Status::apologies) printed += "-";
        if (person.status == minutes::Status::in_attendance) printed += "+";
        printed += person.name + "=" + std::string(name_of(person.role));
        if (!person.post.empty()) printed += " (" + person.post + ")";
    }
    return printed;
}

}  // namespace

BOOST_AUTO_TEST_CASE(reads_attendance_lists) {
    static constexpr struct { std::string_view list, people; } cases[] = {
        {"Present: Councillors Astley, Brook and Carr", "Councillor Astley=member; Councillor Brook=member; Councillor Carr=member"},
        {"Present:\nCouncillor Astley (in the Chair)\nCouncillors Brook, Carr.", "Councillor Astley=chair; Councillor Brook=member; Councillor Carr=member"},
        {"**Present:** Ms L R Duffield (Chairman), Mrs F M Osborn (Vice Chairman), Bryan Allard, Mr J W R Thorne",
         "Ms L R Duffield=chair (Chairman); Mrs F M Osborn=vice-chair (Vice Chairman); Bryan Allard=member; Mr J W R Thorne=member"},
        // Columns without commas; a post over two lines; a firm behind a comma.
        {"Present: Mr R Banks, Mr P Dane\nAlso attended:\nMr M L Bayes, Cabinet Member with Responsibility for\nChildren and Families\nMrs E A Eyton Ms P A Hill Mr M E Jenks\nJane Stan, Eastmoor Healthwatch",
         "Mr R Banks=member; Mr P Dane=member; +Mr M L Bayes=cabinet-member (Cabinet Member with Responsibility for Children and Families); "
         "+Mrs E A Eyton=visiting-member; +Ms P A Hill=visiting-member; +Mr M E Jenks=visiting-member; +Jane Stan=external (Eastmoor Healthwatch)"},
        {"Officers in attendance:\n• Matt Clay (Head of Service Early Help)\n• Rachel Crane (Partnership Lead – Team around the Family)\n• Paul Wind (Democratic and Scrutiny Team Manager)",
         "+Matt Clay=head-of-service (Head of Service Early Help); +Rachel Crane=officer (Partnership Lead – Team around the Family); +Paul Wind=clerk (Democratic and Scrutiny Team Manager)"},
        {"OFFICIALS IN ATTENDANCE: Director, Economic Development (Mr. G. Daly), Senior Executive Officer (Ms. A. Foley)",
         "+Mr. G. Daly=director (Director, Economic Development); +Ms. A. Foley=officer (Senior Executive Officer)"},
        {"PRESENT IN THE CHAIR: Councillor M. Sheedy", "Councillor M. Sheedy=chair"},
        {"PRESENT: Councillor Wood in the chair.\nCouncillors C Shaw (vice-chairman), Cave and T Frost.", "Councillor Wood=chair; Councillor C Shaw=vice-chair (vice-chairman); Councillor Cave=member; Councillor T Frost=member"},
        {"Statutory Co-opted Members: Mr N Cole and Mrs A Dunn (Parent Governor Representatives).", "Mr N Cole=coopted (Parent Governor Representatives); Mrs A Dunn=coopted (Parent Governor Representatives)"},
        {"Present: Cllr Braz, Cllr Dan Wren (in place of Cllr Dan Nym)", "Cllr Braz=member; Cllr Dan Wren=member"},
        {"Present:\nChairman Cllr Braz\nVice Chairman Cllr Thom\nCllr Abb", "Cllr Braz=chair (Chairman); Cllr Thom=vice-chair (Vice Chairman); Cllr Abb=member"},
        {"Also present: Councillor Lees, Leader Councillor Stow, Executive Member for Environment", "+Councillor Lees=cabinet-member (Leader); +Councillor Stow=cabinet-member (Executive Member for Environment)"},
        {"Apologies: Councillor Battle and Rowe", "-Councillor Battle=member; -Councillor Rowe=member"},
        {"Present: Cllrs Ann Hay (AH), Bob Croft (BC)\nIn attendance: Guy Dunn (GD), Parish Clerk", "Cllr Ann Hay=member; Cllr Bob Croft=member; +Guy Dunn=clerk (Parish Clerk)"},
        {"Present: Cllr. G. Flynn (Cathaoirleach), Cllr. Máire Ní Bhriain", "Cllr. G. Flynn=chair (Cathaoirleach); Cllr. Máire Ní Bhriain=member"},
        {"Present:\nCouncillor O’Shea-Brown\nAlderman J Tin\nCyng. Elin ap Rhys", "Councillor O’Shea-Brown=member; Alderman J Tin=member; Cyng. Elin ap Rhys=member"},
        {"NHS Eastmoor:\nDr M Fox, Ms S Amery\nReligious Representatives:\nDr A Frayn", "Dr M Fox=external; Ms S Amery=external; Dr A Frayn=coopted"},
        {"In attendance: Mr B Alex, Director of Care and Learning\nMs F Pail, Head of Adult Services, Care and Learning Service",
         "+Mr B Alex=director (Director of Care and Learning); +Ms F Pail=head-of-service (Head of Adult Services, Care and Learning Service)"},
        {"Janice Speke (Interim Director of Children’s Services), Jo Robins (Assistant Director Policy)", "Janice Speke=dcs (Interim Director of Children’s Services); Jo Robins=assistant-director (Assistant Director Policy)"},
        // Semicolons between entries; two posts in one; a leader in the chair.
        {"OFFICERS PRESENT: Joan Smith, Chief Executive; Bill Johns, Executive Director of Resources & s151 Officer; Sue Brown, Director of Children's Services",
         "+Joan Smith=chief-executive (Chief Executive); +Bill Johns=director (Executive Director of Resources & s151 Officer); +Sue Brown=dcs (Director of Children's Services)"},
        {"Officers in attendance: Ann Hay (Director of Place), Jo Vane (Minutes Secretary)", "+Ann Hay=director (Director of Place); +Jo Vane=clerk (Minutes Secretary)"},
        {"Officials in Attendance\nCounty Manager: Tom Dow\nDirectors: Kevin Hay, Fay Lea\nMeetings Administrator: Bill Vale.",
         "+Tom Dow=chief-executive (County Manager); +Kevin Hay=director; +Fay Lea=director; +Bill Vale=clerk (Meetings Administrator)"},
        {"Present: Mr Hay, Dr Ford and, in the Chair, Mr Dunn.", "Mr Hay=member; Dr Ford=member; Mr Dunn=chair (Chair)"},
        {"Present: Cllr Hay (elected to the Vice Chair), Cllr Dunn (elected to the Chair)", "Cllr Hay=vice-chair (elected to the Vice Chair); Cllr Dunn=chair (elected to the Chair)"},
        {"Present: Cllr Hay\nTown Clerk: Mrs L Evans", "Cllr Hay=member; +Mrs L Evans=clerk (Town Clerk)"},
        {"Officers\nS Broom, Director of Corporate Services and Treasurer\nD Brook, Principal Member Services Officer",
         "+S Broom=director (Director of Corporate Services and Treasurer); +D Brook=clerk (Principal Member Services Officer)"},
        {"Officials: Mr S. Toole. Senior Executive Engineer\nMr F. Nabb, Meetings Administrator", "+Mr S. Toole=officer (Senior Executive Engineer); +Mr F. Nabb=clerk (Meetings Administrator)"},
        {"Present: Councillor Hann (Chairman)\nThe Right Worshipful the Mayor, Councillor R Becker\nCouncillor Palm",
         "Councillor Hann=chair (Chairman); Councillor R Becker=member (Mayor); Councillor Palm=member"},
        {"Present: Councillor V. Cawl, Councillor Grade(R)\nCathaoirleach: Councillor V. Cawl presided.", "Councillor V. Cawl=chair; Councillor Grade=member"},
        // A post before its holder, behind a dash; a surname before its initials; a title in two languages.
        {"Officers:\nDirector of Children's Services – Helen Marsh\nMonitoring Officer – Jane Frost", "+Helen Marsh=dcs (Director of Children's Services); +Jane Frost=officer (Monitoring Officer)"},
        {"Officers:\nHelen Marsh – Director – Adult Services\nAssistant Director – Adult Services\nHead of Service – Early Help", "+Helen Marsh=director (Director – Adult Services)"},
        {"PRESENT: Smith, J (Chairman); Hay, B J (Vice-Chairman); Oak-Elm, C J; Ash, E.", "J Smith=chair (Chairman); B J Hay=vice-chair (Vice-Chairman); C J Oak-Elm=member; E. Ash=member"},
        {"Present: Cllr Powell (Chair / Cadeirydd), Cllr Rees", "Cllr Powell=chair (Chair / Cadeirydd); Cllr Rees=member"},
        {"Present:\nCouncillor   Portfolio\nCllr Ann Nand   Strategy\nCllr Tom Beck   Children, Young People and Families", "Cllr Ann Nand=member; Cllr Tom Beck=member (Young People and Families)"},
        {"Apologies: – Ian Murr, Doug Rogs", "-Ian Murr=member; -Doug Rogs=member"},
        {"Officers in attendance:\nNora Jupp - Executive Director, Children's Services\nOwen Kerr - Director of Care",
         "+Nora Jupp=dcs (Executive Director, Children's Services); +Owen Kerr=director (Director of Care)"},
        {"In attendance: Chief Superintendent Una Quirk - Eastmoor Constabulary\nPCSO Kemp, 6 members of the public",
         "+Chief Superintendent Una Quirk=external (Eastmoor Constabulary); +PCSO Kemp=external"},
        {"PRESENT: Councillor Jane Doe (Leader of the Council, in the Chair)", "Councillor Jane Doe=chair (Leader of the Council)"},
        {"In attendance: Mrs L Evans (Clerk), County Councillor R Ford, District Councillor G Green and 6 members of the public",
         "+Mrs L Evans=clerk (Clerk); +Councillor R Ford=visiting-member; +Councillor G Green=visiting-member"},
        {"Co-opted members: Mr G Gorse (Parent Governor), Canon H Hazel (Church of England Diocese)", "Mr G Gorse=coopted (Parent Governor); Canon H Hazel=coopted (Church of England Diocese)"},
        {"Officers: Superintendent Pat Pine (Eastmoor Constabulary)", "+Superintendent Pat Pine=external (Eastmoor Constabulary)"},
        {"Also attended:\nMr Bayes, Cabinet Member with Responsibility for\n\nRoads and Bridges\nMrs Eyton", "+Mr Bayes=cabinet-member (Cabinet Member with Responsibility for Roads and Bridges); +Mrs Eyton=unattributed"},
        // Nobody is named here.
        {"There were no members of the press and 3 members of the public in attendance.", ""},
        {"Members of the public: 12", ""},
        // All who came are listed in one way: nobody says who of them is an officer.
        {"In attendance: Ann Hay, Bob Ford, Cy Dunn, Jo Lee (Returning Officer)", "+Ann Hay=unattributed; +Bob Ford=unattributed; +Cy Dunn=unattributed; +Jo Lee=officer (Returning Officer)"},
        {"Present: Cllr Hay\nIn attendance: PC Ford, 6 members of the public", "Cllr Hay=member; +PC Ford=external"},
        {"## Present\n- Cllr Hay\n## Officers\n- Greg Hale, Director of Children's Services\n- Ivy Ford, Head of Early Help",
         "Cllr Hay=member; +Greg Hale=dcs (Director of Children's Services); +Ivy Ford=head-of-service (Head of Early Help)"},
        // Labels inside a line, a semicolon for a colon, a group below apologies.
        {"Present: Cllr Hay, Cllr Ford Apologies: Cllr Dunn", "Cllr Hay=member; Cllr Ford=member; -Cllr Dunn=member"},
        {"Apologies ; Cllr Hay", "-Cllr Hay=member"},
        {"Apologies:\nCouncillors: A Hay, B Ford", "-A Hay=member; -B Ford=member"},
        // Offices and posts before their holders.
        {"Present: Chair Ann Hay (AH), Sec Sue Ford (SF), Bob Dunn, Treasurer Jo Lee (JL), Vice chair Tim Orr", "Ann Hay=chair (Chair); Sue Ford=member (Sec); Bob Dunn=member; "
         "Jo Lee=member (Treasurer); Tim Orr=vice-chair (Vice chair)"},
        {"Officials in Attendance\nCounty Manager: Tom Dow\nDirectors: Kevin Stow, Liam Hay\nHead of Finance: Fiona Law",
         "+Tom Dow=chief-executive (County Manager); +Kevin Stow=director; +Liam Hay=director; +Fiona Law=head-of-service (Head of Finance)"},
        {"Present: Councillors A Hay and B Ford, and the clerk C Dunn", "Councillor A Hay=member; Councillor B Ford=member; C Dunn=clerk (clerk)"},
        // A plural ends with its paragraph; initials are no rank; a guest's body is no other guest's post.
        {"Cllrs A Hay, B Ford (Town Mayor)\nand C Dunn\n\nD Lee, Acting Town Clerk", "Cllr A Hay=member; Cllr B Ford=chair (Town Mayor); Cllr C Dunn=member; D Lee=clerk (Acting Town Clerk)"},
        {"Present: Councillors P Sumner (PS), A Hay (AH)", "Councillor P Sumner=member; Councillor A Hay=member"},
        {"Also in attendance: Cllr Alex Hay, Heather Ford from the PPG.", "+Cllr Alex Hay=visiting-member; +Heather Ford=unattributed"},
        // The public is an entry of this list, not its label.
        {"In Attendance:\nOne member of the public\nMr W Grove, Clerk", "+Mr W Grove=clerk (Clerk)"},
        // Labels that lost their colon, columns of initials, entries over two lines, parties.
        {"Present Cllrs Ann Hay (Chairman), Bob Ford, Ian Ward\n\nCo-opted Members Dan Mill (Parent Governor Representative) (voting) Tom Black (Diocesan Representative)\n\n"
         "Cabinet Members Cllrs Don Cross, Eve Pugh\n\nOfficers Present Ian Alder, Steve Birch.\n\nOther members present Cllrs Flo Church, Guy Lum\n\nApologies Sara Heath (Parent Governor Representative)",
         "Cllr Ann Hay=chair (Chairman); Cllr Bob Ford=member; Cllr Ian Ward=member; Dan Mill=coopted (Parent Governor Representative); Tom Black=coopted (Diocesan Representative); "
         "Cllr Don Cross=cabinet-member; Cllr Eve Pugh=cabinet-member; +Ian Alder=officer; +Steve Birch=officer; +Cllr Flo Church=visiting-member; +Cllr Guy Lum=visiting-member; "
         "-Sara Heath=coopted (Parent Governor Representative)"},
        {"Present\nElen H Edmunds EHE\nCounty Cllr. Garth Lloyd Lewin GLL\nDiane Rowlands DR\nEinir Wynne (Vice-Chairman and Chairman of this meeting) EW\n\nApologies\nElwen Oates (Clerk) EO\nClwyd Rees CR",
         "Elen H Edmunds=member; Cllr. Garth Lloyd Lewin=visiting-member; Diane Rowlands=member; Einir Wynne=chair (Vice-Chairman and Chairman of this meeting); -Elwen Oates=clerk (Clerk); -Clwyd Rees=member"},
        {"Attendees: Councillor Helen Mack, Councillor Anne Young, Andrew Finn\n(Chair), Dave Rob, Judy\nDow, Gill Brook", "Councillor Helen Mack=member; Councillor Anne Young=member; "
         "Andrew Finn=chair (Chair); Dave Rob=member; Judy Dow=member; Gill Brook=member"},
        {"Present: Cllr Hay (Lab), Cllr Ford (Conservative), Cllr Dunn (Liberal Democrat)", "Cllr Hay=member; Cllr Ford=member; Cllr Dunn=member"},
        // Posts before and below their holders, guests of other councils and groups, organisations.
        {"Present: Councillors D Rusk (Chairman) (DR), P Sumner (PS)\n\nParish Clerk and RFO A M Hound", "Councillor D Rusk=chair (Chairman); Councillor P Sumner=member; A M Hound=clerk (Parish Clerk and RFO)"},
        {"In attendance:\nNora Jupp\nDirector of Finance\nOwen Kerr\nHead of Parks", "+Nora Jupp=director (Director of Finance); +Owen Kerr=head-of-service (Head of Parks)"},
        {"PRESENT: Julia Lind, PC Chairman in the chair, Cllr Sandra Barn, District Councillor, Linda Page, Parish Clerk, and 11 electors",
         "Julia Lind=chair (PC Chairman); Cllr Sandra Barn=visiting-member (District Councillor); Linda Page=clerk (Parish Clerk)"},
        {"Sub-Committee\nMr J Wyre (Chairman)\nMr P Hill\nMembers in Attendance:\nMr R Prince, Mr B Jarrow (Local Member) (for item 6)\nAlso in Attendance:\nMr T Groves, Licensing Officer, Eastmoor Constabulary (for item 6)",
         "Mr J Wyre=chair (Chairman); Mr P Hill=member; +Mr R Prince=visiting-member; +Mr B Jarrow=visiting-member (Local Member); +Mr T Groves=external (Licensing Officer, Eastmoor Constabulary)"},
        {"Councillors\nMrs S Arne (Chairman)\nM J M Bake\nE Seward – substitute for J A Wyre\nAlso present:\nB Manners – Crome Town Ward\nMrs H Eden – The Runts Ward",
         "Mrs S Arne=chair (Chairman); M J M Bake=member; E Seward=member; +B Manners=visiting-member (Crome Town Ward); +Mrs H Eden=visiting-member (The Runts Ward)"},
        {"Also Present\nCouncillor Phil Holt Chairman of Families Policy Development Group", "+Councillor Phil Holt=visiting-member (Chairman of Families Policy Development Group)"},
        {"Present: Cllr Hay, Cllr Dunn substituting for Cllr Croft, Cllr Ford (for Cllr Vane)", "Cllr Hay=member; Cllr Dunn=member; Cllr Ford=member"},
        {"Present: CClr Milne, CC Finley\nApologies: CClrs Hamil and Pett, PKC Clrs Barn and Cuth", "CClr Milne=member; CC Finley=member; -CClr Hamil=member; -CClr Pett=member; -Clr Barn=visiting-member; -Clr Cuth=visiting-member"},
        {"In attendance: Mrs Kate Hugh (Clerk to Council), Tracy Knight, Lengthsman and 5 members of the public", "+Mrs Kate Hugh=clerk (Clerk to Council); +Tracy Knight=officer (Lengthsman)"},
        {"Present: Cllr Ann Hay, Borough Councillor Guy Coomb and, Liz Barn (Clerk) and two members of the public.", "Cllr Ann Hay=member; Councillor Guy Coomb=visiting-member; Liz Barn=clerk (Clerk)"},
        {"Parish Councillors: | Cllrs Ann Hay, Bob Ford & Cy Dunn |\nAlso in attendance: | Laura Walk (Parish Clerk) |\nCity & County Cllrs: | City Cllr Dennis Will |",
         "Cllr Ann Hay=member; Cllr Bob Ford=member; Cllr Cy Dunn=member; +Laura Walk=clerk (Parish Clerk); Cllr Dennis Will=visiting-member"},
        {"PRESENT\nCllr A Hay (Mill Ward) Chairman\nCllr B Ford (Park Ward)\nCllr C Dunn (Vice Chairman)", "Cllr A Hay=chair (Chairman); Cllr B Ford=member; Cllr C Dunn=vice-chair (Vice Chairman)"},
        {"Substitutes: Councillor B Ford for Councillor C Dunn", "Councillor B Ford=member"},
        {"Members Present : Aldermen – F Ash, P Brett\nCouncillors – J Arch and R Wills\nOfficers Present : Chief Executive - J Dix\nDirector of Operations – G Girl", "Alderman F Ash=member; "
         "Alderman P Brett=member; Councillor J Arch=member; Councillor R Wills=member; +J Dix=chief-executive (Chief Executive); +G Girl=director (Director of Operations)"},
        {"Present: Cllr A Hay (Chair), Mr C Dunn – Independent Member, Nick Wills, John Constable", "Cllr A Hay=chair (Chair); Mr C Dunn=coopted (Independent Member); Nick Wills=member; John Constable=member"},
        {"Present: Councillor A Hay (Convener), Bailie B Ford, Provost C Dunn", "Councillor A Hay=chair (Convener); Bailie B Ford=member; C Dunn=member (Provost)"},
        {"Present: Councillors Iain Mill and Ann Hay\nCouncillor I Mill, Convener, presided.", "Councillor Iain Mill=chair (Convener); Councillor Ann Hay=member"},
        {"Core Membership\nCllr Kerr (Chair) – North Moor District Council\nPam Shea – Clinical Commissioning Group\nApologies - Cllr Skeat – East Moor District Council, Dan Iron – National Probation Service",
         "Cllr Kerr=chair (Chair); Pam Shea=external (Clinical Commissioning Group); -Cllr Skeat=member (East Moor District Council); -Dan Iron=external (National Probation Service)"},
        {"Present:\nCllr M Worth (Chairman), Cllr D Aik.\nIn Attendance:\nMr J Allen was also present pursuant to Rule 15.", "Cllr M Worth=chair (Chairman); Cllr D Aik=member; +Mr J Allen=officer"},
        {"Present: Councillors Noak (Vice-Chairman), Back, Mrs Cobb, Elly, Dr Hall,\nPatter, Sloan and Webb", "Councillor Noak=vice-chair (Vice-Chairman); Councillor Back=member; Mrs Cobb=member; Councillor Elly=member; "
         "Dr Hall=member; Councillor Patter=member; Councillor Sloan=member; Councillor Webb=member"},
        {"Present\nDrew Russ (DR) Chair\nCllr Alison Even Moorshire Council (AE)", "Drew Russ=chair (Chair); Cllr Alison Even=member"},
        // Sentences tell who came.
        {"Present: Cllrs Mill, Reid and Dunn. County Councillor Anne Dale was in attendance with 14 members of the public. Also in attendance for part of the meeting was Mrs Jen Stone, Head Teacher and Mr Colin White MBE and Mr Dave Pears of the Hexmoor Beekeepers' Society.",
         "Cllr Mill=member; Cllr Reid=member; Cllr Dunn=member; +Councillor Anne Dale=visiting-member; +Mrs Jen Stone=external (Head Teacher); +Mr Colin White MBE=external (Hexmoor Beekeepers' Society); "
         "+Mr Dave Pears=external (Hexmoor Beekeepers' Society)"},
        {"PRESENT: Councillor Robb in the chair.\n\nCouncillors Wills (Vice-Chair), Allen and Ogle.\n\nCouncillor White attended the meeting in accordance with Procedure Rule 1.\n\nThe panel met at the Civic Centre, Scunmoor.",
         "Councillor Robb=chair; Councillor Wills=vice-chair (Vice-Chair); Councillor Allen=member; Councillor Ogle=member; +Councillor White=visiting-member"},
        {"Attended by:\nGovernors\nMo Heath - Chair (MH)\nMartin Birch (MB)\nOfficers\nSal Winter (SW)", "Mo Heath=chair (Chair); Martin Birch=member; +Sal Winter=officer"},
        {"Present: Councillor J.V. Lind (Chairman); Councillors A.M. Lunt, Mrs Nell un Karim and T.D. Stock.", "Councillor J.V. Lind=chair (Chairman); Councillor A.M. Lunt=member; Mrs Nell un Karim=member; Councillor T.D. Stock=member"},
        {"In attendance: Mrs A Bright, Parish Clerk/Responsible Finance Officer, Mr D Nicol Deputy Parish Clerk.",
         "+Mrs A Bright=clerk (Parish Clerk and Responsible Finance Officer); +Mr D Nicol=clerk (Deputy Parish Clerk)"},
        {"Present: Cllr. D. Owers (Presiding), Cllr. N. Burke.\nIn attendance: Mr. D. Kiran, D.O.S., Mr. D. Conn, H.O.F.\nVOTES OF SYMPATHY: Votes of sympathy were extended to the following:-\nLora Jenks, Harbour Road, Banmoor",
         "Cllr. D. Owers=chair (Presiding); Cllr. N. Burke=member; +Mr. D. Kiran=director (D.O.S.); +Mr. D. Conn=head-of-service (H.O.F.)"},
        {"In attendance: Chief Executive, Head of Communities", ""},
        {"", ""},
        {"Present:", ""},
        {"Present: (((", ""},
        {"Present: ,,,; and and", ""},
    };
    for (const auto& c : cases) BOOST_TEST_CONTEXT("list: " << c.list) BOOST_TEST(people_of(read({.list = c.list, .paragraphs = ""}).meeting) == c.people);
}

BOOST_AUTO_TEST_CASE(reads_apologies_and_guests_in_the_text) {
    static constexpr struct { std::string_view paragraphs, people; } cases[] = {
        {"~ Apologies for absence were received for this meeting from Councillors Croft and Goodman.", "-Councillor Croft=member; -Councillor Goodman=member"},
        {"~ Apologies were received from Mr Field, co-opted member.", "-Mr Field=coopted (co-opted member)"},
        {"~ Apologies for absence were intimated on behalf of Dr D Alston and Mrs I Camp.", "-Dr D Alston=member; -Mrs I Camp=member"},
        {"~ Apologies were received from Councillor Croft. Apologies were also received from Councillor Goodman, who was away.", "-Councillor Croft=member; -Councillor Goodman=member"},
        {"~ Apologies were received from Mr Hay (Mrs Ford, Medical Director attended in his absence).", "-Mr Hay=member"},
        {"The Chair welcomed Councillor Gray Hay (Cabinet Member for Children) and Claire Marsh (Director of Social Services) to the meeting.",
         "+Councillor Gray Hay=cabinet-member (Cabinet Member for Children); +Claire Marsh=director (Director of Social Services)"},
        // Substitutes came; those whom they stand in for did not.
        {"~ Apologies for absence were received from Councillor A Deer (Substitute: Councillor T Cocks), Councillor K Mitch (no substitute) and Mr T Watt.",
         "-Councillor A Deer=member; Councillor T Cocks=member; -Councillor K Mitch=member; -Mr T Watt=member"},
        {"~ Apologies were sent by: Cllr Ann Mier – substituted by Cllr Rick Webb; Cllr Dai Turn", "-Cllr Ann Mier=member; Cllr Rick Webb=member; -Cllr Dai Turn=member"},
        {"~ Apologies for absence were received by Cllr Rich and Cllr Pry.", "-Cllr Rich=member; -Cllr Pry=member"},
        {"~ Apologies for absence were received on behalf of Elaine Shand and Toni Brom (Co-optee).", "-Elaine Shand=member; -Toni Brom=coopted (Co-optee)"},
        {"~ Apologies were received from Councillors Brid Way, Rod Eade and from Darren Gill and Chris Wills from KPMG.",
         "-Councillor Brid Way=member; -Councillor Rod Eade=member; -Darren Gill=external (KPMG); -Chris Wills=external (KPMG)"},
        {"The Chair welcomed Rae Smythe, Director: Children and Families, Tom Hew, Assistant Director – Standards, and Kay Ever, Head of Partnerships, to the meeting.",
         "+Rae Smythe=dcs (Director: Children and Families); +Tom Hew=assistant-director (Assistant Director – Standards); +Kay Ever=head-of-service (Head of Partnerships)"},
        {"The Chair introduced Maud Morse and Mina Sisod from the Eastmoor Network of Carers.", "+Maud Morse=external (the Eastmoor Network of Carers); +Mina Sisod=external (the Eastmoor Network of Carers)"},
        // Who is named by a post alone is not the councillor named before.
        {"~ Apologies for absence were received from Councillor Croft and from the Chief Executive.", "-Councillor Croft=member"},
        {"~ Apologies for absence were received from Councillor Croft and from the Chief Executive, Ann Hay.", "-Councillor Croft=member; -Ann Hay=chief-executive (Chief Executive)"},
        {"~ No apologies were received.", ""},
        {"~ No apologies were received from Cllr Croft.", ""},
        {"~ Cllr. A. Edmunds sent his apologies.", "-Cllr. A. Edmunds=member"},
        {"~ Present at the meeting were Chris Turner (Objector), Jane Goff (Licensing Officer) and Pip Burd (Democratic Services).", "Chris Turner=public (Objector); Jane Goff=officer (Licensing Officer); Pip Burd=clerk (Democratic Services)"},
        {"The chair welcomed Susan Twell, the council’s Assistant Director for Children’s Services to the meeting.", "+Susan Twell=assistant-director (Assistant Director for Children’s Services)"},
        {"Andrew Irwin, Chair Children’s Services Improvement Board, gave a detailed presentation of his report.", "+Andrew Irwin=external (Chair Children’s Services Improvement Board)"},
        {"Chris Rook Cabinet Member Children's Safeguarding, informed the committee that recruitment was difficult.", "+Chris Rook=cabinet-member (Cabinet Member Children's Safeguarding)"},
        // A list of guests in the text ends with its bullets, and only posts that are known count.
        {"~ The following were in attendance:|* Ann Hay, Head of Roads|* Bob Elm, Old Friend|It was late.|* Cy Dunn, Head of Parks", "+Ann Hay=head-of-service (Head of Roads)"},
        {"~ The following were noted:|* Ann Hay, Head of Roads", ""},
        // Lists announced by a sentence, with their names in paragraphs of their own.
        {"The other Councillors present were:-|Cllrs. M. Moss, J. Munn.|The Council Staff in attendance were:-|Mr. D. Moon, Town Clerk,|Mr. J. Bell, Head of Roads.|Mr. Bell said that it was late.",
         "Cllr M. Moss=member; Cllr J. Munn=member; +Mr. D. Moon=clerk (Town Clerk); +Mr. J. Bell=head-of-service (Head of Roads)"},
        {"The options were:-|Mr. D. Moon, Town Clerk", ""},
        // Praised, quoted, thanked in their absence: not there.
        {"Wendy Willis, Assistant Director for Commissioning, was identified as going above and beyond.", ""},
        {"The service had been led by Julie Mills (Head of Service).", ""},
    };
    for (const auto& c : cases) BOOST_TEST_CONTEXT("text: " << c.paragraphs) BOOST_TEST(people_of(read({.list = "", .paragraphs = c.paragraphs}).meeting) == c.people);
}

BOOST_AUTO_TEST_CASE(reads_apologies_that_are_only_names) {
    const auto people = [](std::string_view text) { return people_of(read({.list = "", .paragraphs = text, .title = "Apologies for Absence"}).meeting); };
    BOOST_TEST(people("~ Cllr L Watts and Cllr J Frost (family), Cllr A Harte (leave). The meeting accepted these.") == "-Cllr L Watts=member; -Cllr J Frost=member; -Cllr A Harte=member");
    BOOST_TEST(people("~ Cllr L Watts left the meeting. It was noted.") == "");
    BOOST_TEST(people("~ Cllr D Farrow substituted for Cllr C Adders.") == "Cllr D Farrow=member");
    BOOST_TEST(people("~ Cllr Storey attended as a substitute.") == "Cllr Storey=member");
}

BOOST_AUTO_TEST_CASE(knows_whose_list_it_is) {
    const auto people = [](std::string_view list, std::string_view committee) { return people_of(read({.list = list, .paragraphs = "", .committee = committee}).meeting); };
    BOOST_TEST(people("School Members: Ann Hay (Headteacher, Mill Primary)\nOfficers: Ed Moss (Head of Finance)", "Schools Forum") == "Ann Hay=member (Headteacher, Mill Primary); +Ed Moss=head-of-service (Head of Finance)");
    BOOST_TEST(people("Present: Ann Hay (Chair), Bob Ford, Cy Dunn, Dee Lee, Cllr E Moss", "Eastmoor Community Council") ==
               "Ann Hay=chair (Chair); Bob Ford=member; Cy Dunn=member; Dee Lee=member; Cllr E Moss=visiting-member");
    BOOST_TEST(people("Present: Cllr Ann Hay, County Cllr Bob Ford\nApologies: District Cllr Cy Dunn", "Eastmoor Parish Council") == "Cllr Ann Hay=member; Cllr Bob Ford=visiting-member; -Cllr Cy Dunn=visiting-member");
    BOOST_TEST(people("Present: County Councillor Ann Hay, County Councillor Bob Ford", "Roads Committee") == "Councillor Ann Hay=member; Councillor Bob Ford=member");
}

BOOST_AUTO_TEST_CASE(states_who_was_in_the_chair) {
    static constexpr struct { std::string_view list, chair; } cases[] = {
        {"Present: Councillor Hay (in the Chair), Councillor Croft", "Councillor Hay"},
        {"Present: Mr Hay (Chairman), Mr Croft", "Mr Hay"},
        {"Present: Mr Hay (Chairman), Mr Croft (Vice-Chairman in the Chair)", "Mr Croft"},
        {"Attendance: With Councillor D Hill in the Chair there were present:\nCllrs B Hay, S Croft.", "Councillor D Hill"},
        {"Present: Councillors Hay and Croft", ""},
        {"Apologies: Councillor Hay (Chairman)", ""},
    };
    for (const auto& c : cases) BOOST_TEST_CONTEXT("list: " << c.list) BOOST_TEST(read({.list = c.list, .paragraphs = ""}).meeting.chair.value == c.chair);
}

/// A list without a chair: whoever the text names with the title, if the list has the name.
BOOST_AUTO_TEST_CASE(the_text_names_the_chair_of_the_list) {
    const auto chair = [](std::string_view list, std::string_view text) { return read({.list = list, .paragraphs = text}).meeting.chair.value; };
    BOOST_TEST(chair("Present: Ann Hay, Bob Ford, Cy Dunn", "Bob Ford, Chair of the Panel, informed the Panel that it was late.") == "Bob Ford");
    BOOST_TEST(chair("Present: Ann Hay, Bob Ford, Cy Dunn", "Dee Lark, Chair of the Panel, informed the Panel that it was late.") == "");
    BOOST_TEST(chair("Present: Ann Hay (Chair), Bob Ford, Cy Dunn", "Bob Ford, Chair of the Panel, informed the Panel that it was late.") == "Ann Hay");
    BOOST_TEST(chair("Apologies: Bob Ford", "Bob Ford, Chair of the Panel, informed the Panel that it was late.") == "");
}
