#include "analyzers/facts/facts.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace minutes;

namespace {

struct Row {
    std::string_view head, rest, want;
};

/// A meeting whose head is all lines of `head`, and whose only item is `rest`.
struct Input {
    Document doc;
    Meeting meeting;
};

Input input(std::string_view head, std::string_view rest) {
    Input made{make_document("test.txt", std::string(head) + "\n\n" + std::string(rest)), {}};
    const auto head_end = static_cast<std::uint32_t>(head.size());
    for (const Span line : made.doc.lines)
        if (line.begin < head_end && !line.empty()) made.meeting.head.push_back(line);
    const auto size = static_cast<std::uint32_t>(made.doc.text.size());
    if (head_end + 2 < size) {
        made.meeting.items.emplace_back();
        made.meeting.items.back().passages.emplace_back();
        made.meeting.items.back().passages.back().parts = {{head_end + 2, size}};
    }
    return made;
}

/// "date=2020-01-16 start=10:00" of what was found; "~" marks what is inferred, "+" what was given.
std::string found(std::string_view head, std::string_view rest, const Given& given = {}) {
    const Input in = input(head, rest);
    const Meeting meeting = with_facts(in.doc, in.meeting, given);
    std::string all;
    const auto add = [&](std::string_view name, const Fact& fact) {
        if (fact.value.empty()) return;
        if (!all.empty()) all += "; ";
        all += std::string(name) + (fact.evidence == Evidence::inferred ? "~" : fact.evidence == Evidence::given ? "+" : "=") + fact.value;
        const bool rests = fact.evidence == Evidence::given ? fact.at.empty() : !fact.at.empty() && fact.at.end <= in.doc.text.size();
        BOOST_TEST(rests, name << " of " << head << " rests on nothing");
    };
    add("council", meeting.council);
    add("committee", meeting.committee);
    add("date", meeting.date);
    add("start", meeting.start);
    add("end", meeting.end);
    add("venue", meeting.venue);
    add("chair", meeting.chair);
    return all;
}

constexpr Row kHeads[] = {
    // Pages of meeting systems.
    {"Agenda and minutes\n\nYoung People's Scrutiny Committee - Thursday 16 January 2020 10.00 am\n\nVenue: Oak Suite - Mill Hall. View directions", "",
     "committee=Young People's Scrutiny Committee; date=2020-01-16; start=10:00; venue=Oak Suite - Mill Hall"},
    {"Overview and Scrutiny - Thursday, 25th July, 2024 5.00 pm, NEW", "", "committee=Overview and Scrutiny; date=2024-07-25; start=17:00"},
    {"Audit Panel - Expired - Monday, 2nd October, 2023 6.00 pm", "", "committee=Audit Panel; date=2023-10-02; start=18:00"},
    {"Special meeting, Cabinet - Monday, 3rd February, 2020 10.00 am", "", "committee=Cabinet; date=2020-02-03; start=10:00"},
    {"Agenda\n\nEastmoor Council - Health and Wellbeing Board\nWednesday, 24th June, 2020 2.00 pm\n\nVenue: Video call https://example.invalid/1", "",
     "council=Eastmoor Council; committee=Health and Wellbeing Board; date=2020-06-24; start=14:00; venue=Video call"},
    {"Venue: Committee Room 2, Town Hall. View directions\nContact: Lee Dummy", "", "venue=Committee Room 2, Town Hall"},
    {"Meeting: 21/10/2021 - Eastmoor Health & Wellbeing Board (Item 63)", "", "committee=Eastmoor Health & Wellbeing Board; date=2021-10-21"},
    {"28/02/2020 - Exclusion of Press and Public", "", "date=2020-02-28"},
    {"Meeting Details\n\nFull Authority\n30 May 2018 - 10:00 to 11:30", "", "committee=Full Authority; date=2018-05-30; start=10:00; end=11:30"},
    {"Youth Committee\n\nDate: Monday 24 January 2011\n\nTime: 4:30 PM\n\nLocation: The Gallery, Civic Offices, Eastmoor", "",
     "committee=Youth Committee; date=2011-01-24; start=16:30; venue=The Gallery, Civic Offices, Eastmoor"},
    {"Decision Maker: Cabinet\n\nMade at meeting: 10/12/2019 - Cabinet\n\nDecision published: 12/12/2019\n\nEffective from: 18/12/2019", "",
     "committee=Cabinet; date=2019-12-10"},
    // PDFs and pages of councils.
    {"Minutes of a meeting of the Youth Scrutiny Committee held in\nCommittee Room 2, Mill Hall, Eastmoor on Tuesday 12 June 2018 at 10.00am", "",
     "committee=Youth Scrutiny Committee; date=2018-06-12; start=10:00; venue=Committee Room 2, Mill Hall, Eastmoor"},
    {"## Families Scrutiny Panel Friday, 27 January 2017, Mill Hall, Eastmoor - 2.00 pm", "The meeting ended at 3.55 pm",
     "committee=Families Scrutiny Panel; date=2017-01-27; start=14:00; end=15:55; venue=Mill Hall, Eastmoor"},
    {"Minutes of the meeting of Eastmoor Council held on 28th September 2023\n\n11:28 am, Thursday, 12th October 2023 - 6 months ago", "",
     "council=Eastmoor Council; date=2023-09-28"},
    {"Eastmoor City Council Minutes Resources Scrutiny Committee 5 November 2019\n\nMinutes of the meeting held on Tuesday, 5 November 2019", "",
     "council=Eastmoor City Council; committee=Resources Scrutiny Committee; date=2019-11-05"},
    {"Children's Committee\nTuesday, 13 May 2008\n\nMINUTES of the meeting held on 26 February 2008 commencing at 10.00 am and finishing at 13.12 pm", "",
     "committee=Children's Committee; date=2008-02-26; start=10:00; end=13:12"},
    {"Minutes of a meeting of the Eastmoor Executive held on\n\nThursday, 7 March 2024Thursday, 7th March, 2024 at 10.00 am at the Council Chamber - Foll House", "",
     "committee=Eastmoor Executive; date=2024-03-07; start=10:00; venue=Council Chamber - Foll House"},
    {"CHILDREN'S SERVICES SUB-COMMITTEE\nMill Hall, Main Road, Eastmoor\n9 July 2019 (7.00  - 9.10 pm)", "",
     "committee=Children's Services Sub-committee; date=2019-07-09; start=19:00; end=21:10; venue=Mill Hall, Main Road, Eastmoor"},
    {"MM 23.06.2020 EASTMOOR BOROUGH COUNCIL Minutes of the Remote Monthly Meeting of Council held on Tuesday, 23 June, 2020 at 5:32 pm PRESENT", "",
     "council=Eastmoor Borough Council; committee=Council; date=2020-06-23; start=17:32"},
    {"Minutes of Eastmoor Town Council's Planning & Roads Committee meeting held remotely via Zoom on Wednesday 3rd March 2021 commencing at 7pm", "",
     "council=Eastmoor Town Council; committee=Planning & Roads Committee; date=2021-03-03; start=19:00; venue=via Zoom"},
    {"Parish Council Meeting 12th Sept 2016\n\nMINUTES of the meeting of DRAYFORD PARISH COUNCIL held on Monday 12th September at 7pm in the Village Hall.",
     "The meeting closed at 9.15.", "council=Drayford Parish Council; date=2016-09-12; start=19:00; end~21:15; venue=Village Hall"},
    {"Mr D Mill in the Chair\nCouncillor A Lind presided", "", "chair=Mr D Mill"},
    {"Members present: the Chair presided", "", ""},
    {"Council - Wednesday, 20th October, 2021 15:00", "", "committee=Council; date=2021-10-20; start=15:00"},
    {"Lead Member for Children Decision Day - Friday 16 July 2021 10.00 am", "",
     "committee=Lead Member for Children Decision Day; date=2021-07-16; start=10:00"},
    {"Annual General Meeting of the Eastmoor Community Council Forum\nWednesday 4th June 2025 @ 19:00 in Mill Centre", "",
     "council=Eastmoor Community Council; committee=Eastmoor Community Council Forum; date=2025-06-04; start=19:00; venue=Mill Centre"},
    {"Youth Panel \xE2\x80\x93 13 December 2010", "PRESENT: Mr Lind\n\nThe panel met at Mill House, Eastmoor.\n\n187 Interests",
     "committee=Youth Panel; date=2010-12-13; venue=Mill House, Eastmoor"},
    {"# MINUTES OF DRAYFORD PARISH COUNCIL MEETING\n\n**HELD AT THE CHURCH**\n\n**MONDAY SEPTEMBER 3RD 2012**", "",
     "council=Drayford Parish Council; date=2012-09-03; venue=CHURCH"},
    {"Your Council\nHome > Council\nCommittee", "", ""},
    // A year that is not printed.
    {"Minutes for Families Panel 21st September\n\n9:05 am, Friday, 17th November 2023 - 6 months ago",
     "RESOLVED - That the minutes of the meeting held on 20th July 2023 be agreed as a correct record.", "committee=Families Panel; date~2023-09-21"},
    {"Minutes for Families Panel 21st September", "The minutes of the meeting held on 20th July 2023 were agreed.", "committee=Families Panel; date~2023-09-21"},
    {"Minutes for Families Panel 21st September\n\nFriday, 17th November 2023 - 6 months ago",
     "The minutes of the meeting held on 20th July 2020 were agreed.", "committee=Families Panel"},
    {"Minutes for Families Panel Monday 21st September\n\nFriday, 17th November 2023 - 6 months ago", "", "committee=Families Panel"},
    {"Minutes for Families Panel 21st September", "", "committee=Families Panel"},
    {"Agenda item\n\n- Meeting of Parks Scrutiny Panel, Eastmoor District Council, Wednesday, 11 September 2024 6.30 pm (Item 22.)", "",
     "council=Eastmoor District Council; committee=Parks Scrutiny Panel; date=2024-09-11; start=18:30"},
    // Dates and times of something else.
    {"---\ntitle: \"Minutes of Drayford Parish Council\"\ndate: \"2007-04-01\"\n---\n\nheld on Tuesday 13th March 2007", "",
     "council=Drayford Parish Council; date=2007-03-13"},
    {"Date of Issue: 9 February 2017", "", ""},
    {"Published on 3 March 2020 at 9.05 am", "", ""},
    {"Next meeting: 3 March 2020 at 7pm", "", ""},
    {"To confirm the minutes of the meeting held on 27 November 2019", "", ""},
    {"Audit Panel", "The consultation closed at 5 pm. Mr Lind left the meeting at 8.15pm and the shop closed at 9pm.", "committee=Audit Panel"},
    {"Audit Panel", "The previous meeting ended at 9pm.", "committee=Audit Panel"},
    {"Audit Panel", "The meeting opened at 7.00 pm. There being no further business, the Chairman declared the meeting closed at 8.50 p.m.",
     "committee=Audit Panel; start=19:00; end=20:50"},
    {"Audit Panel", "The meeting closed at 9.15", "committee=Audit Panel"},
    {"Audit Panel", "The Chairman brought the meeting to a close at 8.50pm", "committee=Audit Panel; end=20:50"},
    {"Audit Panel\nThe meeting was chaired by Ann Lind.", "", "committee=Audit Panel; chair=Ann Lind"},
    {"Audit Panel\nThe Cathaoirleach, Cllr. H. Kenny, was in the Chair.", "", "committee=Audit Panel; chair=Cllr. H. Kenny"},
    {"Audit Panel\nThe Mayor, Cllr D. Hobbs (DH) (in the chair).", "", "committee=Audit Panel; chair=Cllr D. Hobbs"},
    {"Audit Panel\nJulia Lind, PC Chairman in the chair, and others.", "", "committee=Audit Panel; chair=Julia Lind"},
    {"Audit Panel\nA group would be set up in May, to be chaired by Andy Mill.", "", "committee=Audit Panel"},
    {"Audit Panel\nThe meeting was chaired by the clerk.", "", "committee=Audit Panel"},
    {"Audit Panel\nPresent: A Lind, B Mill. Meeting chaired by B Mill.", "", "committee=Audit Panel; chair=B Mill"},
    {"Audit Panel\nPresiding: P Mill", "", "committee=Audit Panel; chair=P Mill"},
    {"Audit Panel\nPresiding Officer", "", "committee=Audit Panel"},
    {"Audit Panel\nMrs. Ann Lind called the meeting to order at 7:00 PM", "", "committee=Audit Panel; start=19:00; chair=Mrs. Ann Lind"},
    {"Audit Panel\nThe Chairman called the meeting to order at 7:00 PM", "", "committee=Audit Panel; start=19:00"},
    // An hour in a head that prints no date of its own, and a day below the clerk's address.
    {"Minutes of the Audit Panel on Monday 13th February\nMill Library at 7.30pm.", "", "committee=Audit Panel; start=19:30"},
    {"Audit Panel\nOpen at 9am and at 7.30pm", "", "committee=Audit Panel"},
    {"August 2023 Minutes", "Clerk: Mr A Mill\nTel: 01234\n7 August 2023 \u2013 7pm\nPresent: B Lind", "date=2023-08-07; start=19:00"},
    {"August 2023 Minutes", "Clerk: Mr A Mill\n7 August 2023 was a fine day for the parks of the town", ""},
    {"Minutes of the Annual Meeting 2012 held on April 11th", "", "date~2012-04-11"},
    {"Audit Panel", "The meeting re-opened at 8.55pm. The meeting was opened to the public at 8.40pm.", "committee=Audit Panel"},
    {"Draft (until approved at the next meeting) Minutes of the Ordinary Meeting held on Wednesday 12 August 2020", "", "date=2020-08-12"},
    {"Approved minutes of the Audit Panel held on 5 May 2019", "", "committee=Audit Panel; date=2019-05-05"},
    {"The minutes of the meeting held on 5 May 2019 were approved", "", ""},
    {"DRAFT", "MINUTES OF THE MEETING HELD AT THE TOWN HALL ON 5 MAY 2019 PRESENT: Mr A. The rest of it.", "date=2019-05-05; venue=TOWN HALL"},
    {"Minutes of the September meeting of Drayford Parish Council", "", "council=Drayford Parish Council"},
    // Councils.
    {"Audit Panel", "Email: a.b@leics.gov.uk", "council~Leicestershire County Council; committee=Audit Panel"},
    {"Audit Panel", "Email: a.b@leics.gov.uk, seen by Leicestershire County Council", "council=Leicestershire County Council; committee=Audit Panel"},
    {"Audit Panel", "a@leics.gov.uk b@leeds.gov.uk", "committee=Audit Panel"},
    // A council that no table knows: named in full with its kind, and nobody else beside it.
    {"Audit Panel", "The report said that Eastmarsh County Council had saved money.", "council~Eastmarsh County Council; committee=Audit Panel"},
    {"Audit Panel", "Eastmarsh County Council and Westmarsh Borough Council had met.", "committee=Audit Panel"},
    {"Audit Panel", "Eastmarsh County Council had met Leeds City Council.", "committee=Audit Panel"},
    {"Audit Panel", "The Youth Council and the School Council of Eastmarsh had met.", "committee=Audit Panel"},
    {"Audit Panel", "Wiltshire has a plan. In Wiltshire it works.", "council~Wiltshire Council; committee=Audit Panel"},
    {"Audit Panel", "Wiltshire has a plan.", "committee=Audit Panel"},
    {"Audit Panel", "Wiltshire has a plan. Wiltshire and Kent; Kent.", "committee=Audit Panel"},
    {"Audit Panel", "A visit to Leeds City Council; Wiltshire is not like Wiltshire.", "committee=Audit Panel"},
    {"Venue: Oak Room, Shire Hall, Gloucester", "A review led by Leeds City Council of Leeds", "council~Gloucestershire County Council; venue=Oak Room, Shire Hall, Gloucester"},
    {"Minutes of the Parish Council meeting", "Write to planning@leeds.gov.uk of Leeds City Council in Leeds", "committee=Parish Council"},
    {"Adur District Council and Worthing Borough Council", "", ""},
    // Nothing at all.
    {"", "", ""},
    {"   \n\t", "Apologies were received.", ""},
    {"Venue:", "", ""},
    {"Meeting:", "", ""},
    {"held on", "", ""},
    {" - ", "", ""},
};

}  // namespace

BOOST_AUTO_TEST_CASE(facts_are_read_from_head_and_close) {
    for (const Row& row : kHeads) BOOST_TEST(found(row.head, row.rest) == row.want, row.head << " [" << row.rest << "]: " << found(row.head, row.rest));
}

BOOST_AUTO_TEST_CASE(what_is_given_fills_silence_and_text_wins) {
    const Given given{"Drayford Council", "Roads Panel"};
    BOOST_TEST(found("Agenda", "", given) == "council+Drayford Council; committee+Roads Panel");
    BOOST_TEST(found("Eastmoor City Council\nAudit Panel", "", given) == "council=Eastmoor City Council; committee=Audit Panel");
}

BOOST_AUTO_TEST_CASE(a_text_without_a_known_head_is_read_from_its_first_lines) {
    const Document doc = make_document("test.txt", "Audit Panel\n\nThursday 16 January 2020\n");
    const Meeting meeting = with_facts(doc, {}, {});
    BOOST_TEST(meeting.date.value == "2020-01-16");
    BOOST_TEST(meeting.committee.value == "Audit Panel");
}

BOOST_AUTO_TEST_CASE(a_date_in_an_item_is_another_meetings) {
    const Document doc = make_document("test.txt", "Roads Panel - Tuesday 21 November 2006 7.30 pm\n\nTalk on Roads\n\nThe Panel considered a plan of the meeting held on 18 October 2006.\n");
    Meeting meeting;
    meeting.head = {{0, 46}};
    meeting.items.emplace_back();
    meeting.items.back().title = "Talk on Roads";
    meeting.items.back().heading = {{48, 61}};
    BOOST_TEST(with_facts(doc, meeting, {}).date.value == "2006-11-21");
    meeting.head.clear();
    BOOST_TEST(with_facts(doc, meeting, {}).start.value == "19:30");
}
