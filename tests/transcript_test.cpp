#include "analyzers/dump.hpp"
#include "analyzers/segment.hpp"
#include "tests/tiling_fault.hpp"

#include <boost/test/unit_test.hpp>

#include <sstream>
#include <string>

using namespace minutes;

namespace {

/// The layout, and for each passage its item, kind, number and speakers as "role act person", one a line.
std::string turns_of(std::string_view text) {
    const Document doc = make_document("case.txt", text);
    const Segmented segmented = segment(doc);
    BOOST_TEST(tiling_fault(doc, segmented) == "");
    std::string out = std::string(segmented.layout) + "\n";
    for (const Meeting& meeting : segmented.meetings)
        for (const Item& item : meeting.items)
            for (const Passage& passage : item.passages) {
                out += item.number + "|" + item.title + "|" + (passage.number.empty() ? "" : passage.number + " ");
                if (passage.speakers.empty()) out += std::string(name_of(passage.kind));
                for (const Speaker& speaker : passage.speakers)
                    out += std::string(name_of(speaker.role)) + " " + std::string(name_of(speaker.act)) + (speaker.attribution == Attribution::explicit_ ? "" : " " + std::string(name_of(speaker.attribution))) + (speaker.person.empty() ? "" : " " + speaker.person);
                out += "\n";
            }
    return out;
}

std::string layout_of(std::string_view text) { return std::string(segment(make_document("case.txt", text)).layout); }

}  // namespace

BOOST_AUTO_TEST_CASE(reads_turns) {
    static const struct { const char* name; std::string_view text, turns; } cases[] = {
        {"colons, a list of people, numbered items", R"(Eastmoor Council

Present: Councillor Ann Hay (Chair), Councillor Ben Croft, Councillor Dora Vale
In attendance: Dr Ian Marlow, Director of Roads

1. Apologies

The Chair: Good morning, everybody. I have had no apologies.

2. Gritting

The Chair: We come to gritting. Councillor Croft?

Councillor Ben Croft: Thank you, Chair. Why did you not grit Mill Lane?

Dr Ian Marlow: We ran out of salt.
We have since bought more.

[Interruption]

Unknown: It will never come.

The meeting closed at 11.40 am.
)",
         R"(transcript
||attendance
||attendance
1|Apologies|chair statement Councillor Ann Hay
2|Gritting|chair statement Councillor Ann Hay
2|Gritting|member question Councillor Ben Croft
2|Gritting|director answer Dr Ian Marlow
2|Gritting|procedural
2|Gritting|unattributed statement
||procedural
)"},
        {"numbered questions, posts in the list alone", R"(Oral evidence: Salt

Members present: Ann Hay (Chair); Ben Croft.

Witnesses: Ian Marlow, Director of Roads, Eastmoor Council.

Q1 Chair: Welcome. Will you say who you are?

Ian Marlow: I run the roads at Eastmoor.

Q2 Ben Croft: I ask about January. How much salt did you have?

Ian Marlow: We had plenty, I thought.

**Q3 Chair:** And was it enough?

**Ian Marlow:** It was not.
)",
         R"(transcript
||attendance
||Q1 chair question Ann Hay
||director answer Ian Marlow
||Q2 member question Ben Croft
||director answer Ian Marlow
||Q3 chair question Ann Hay
||director answer Ian Marlow
)"},
        {"names alone in bold, members of a parliament", R"(**Roads Committee, 4 May 2023**

Members in attendance: Ann Hay AM (Chair), Ben Croft AM
Others in attendance: Ian Marlow, Director of Roads, Eastmoor Council

**Mill Lane**

**Ann Hay**

I welcome you all, and I thank you for coming.

**Ian Marlow**

We are glad to be here.

**Ben Croft**

Can you say how much you spent on salt?

**Ian Marlow**

I can write to you about that.

**Ann Hay**

Thank you very much.
)",
         R"(transcript
||attendance
||attendance
|Mill Lane|chair statement Ann Hay AM
|Mill Lane|director statement Ian Marlow
|Mill Lane|member question Ben Croft AM
|Mill Lane|director answer Ian Marlow
|Mill Lane|chair statement Ann Hay AM
)"},
        {"capitals, the post in brackets once, two of one surname", R"(ANN HAY (Chair): I open the meeting.
BEN HAY: I thank you for that.
COUNCILLOR CROFT: When will we get the papers?
ANN HAY: You will get them tomorrow.
HAY: I have mine.
BEN HAY: So have I.
)",
         R"(transcript
||chair statement ANN HAY
||unattributed statement BEN HAY
||member question COUNCILLOR CROFT
||chair answer ANN HAY
||unattributed statement
||unattributed statement BEN HAY
)"},
        {"times before and behind the names", R"([00:00:01] Ann Hay (Clerk): I have your papers here.
[00:00:07] Ben Croft: Thank you. May I see them?
00:00:12 Ann Hay: You may.
Ben Croft [00:00:20]: They are not the ones that I asked for.
)",
         R"(transcript
||clerk statement Ann Hay
||unattributed question Ben Croft
||clerk answer Ann Hay
||unattributed statement Ben Croft
)"},
        {"names with times above their turns", "Ann Hay   0:03\nGood morning all I think we can start\n\nCroft, Ben   0:10\nyes thank you when will we get the papers?\n\nAnn Hay   0:15\nwe will send you the "
                                             "papers\n\nCroft, Ben   0:21\nThank you\n\nSpeaker 3   0:25\nI cannot hear you\n",
         R"(transcript
||unattributed statement Ann Hay
||unattributed question Ben Croft
||unattributed answer Ann Hay
||unattributed statement Ben Croft
||unattributed statement
)"},
        {"captions", "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Ann Hay>Good morning. I welcome\n\n2\n00:00:04.000 --> 00:00:07.000\n<v Ann Hay>you all.</v>\n\n3\n00:00:07.500 --> 00:00:10.000\n<v Ben "
                     "Croft>Can I ask\n\n4\n00:00:10.000 --> 00:00:14.000\nwhen the road will open?\n\n5\n00:00:15.000 --> 00:00:20.000\n<v Ann Hay>In May.\n",
         R"(transcript
||unattributed statement Ann Hay
||unattributed question Ben Croft
||unattributed answer Ann Hay
)"},
        {"captions without names", "1\n00:00:01,000 --> 00:00:04,000\nGood morning. I welcome\n\n2\n00:00:04,000 --> 00:00:07,000\nyou all.\n",
         "transcript\n||unattributed statement\n"},
        {"questions without a question mark at the end", R"(The Convener: Who will speak? Will you? Please do, Mr Hay.
Mr Hay: I will.
The Convener: Thank you. The rate was 3.5 per cent. We move on.
Mr Hay: I thank you, Convener.
)",
         R"(transcript
||chair question
||unattributed answer Mr Hay
||chair statement
||unattributed statement Mr Hay
)"},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT(c.name) BOOST_TEST(turns_of(c.text) == c.turns);
}

BOOST_AUTO_TEST_CASE(takes_no_minutes_for_a_transcript) {
    static const struct { const char* name; std::string_view text; } cases[] = {
        {"labels", "Elm Council\n\n1. Apologies\n\nCouncillor Hay: apologies\n\nCouncillor Croft: annual leave\n\nCouncillor Vale: apologies\n\nCouncillor Hay: left at noon\n\nAction: we thank our clerk\n\nNote: none\n"},
        {"a few questions", "Elm Council\n\n1. Questions\n\nQuestion from Mr Hay: When will you mend our road?\n\nAnswer: We will mend it in May.\n\nQuestion from Ms Vale: Will you mend my fence?\n\nAnswer: You "
                            "must mend it.\n\nQuestion from Mr Hay: Why?\n\nAnswer: We have no money.\n"},
        {"minutes in which two people are quoted", "Elm Council\n\n1. Roads\n\nThe Clerk reported that the road was shut, and that the county had been told in writing of the flood, the ice and the mud in the lane.\n\nThe Chair: noted.\n\n"
                                               "Members asked for salt, and the Clerk said that it was dear, that the county had none to spare, and that the parish had to wait.\n\nThe Chair: noted.\n\nThe Clerk: report to follow.\n\nThe Clerk: costs to follow.\n"},
        {"a list of posts", "Chair: Ann Hay\nClerk: Ben Croft\nTreasurer: Dora Vale\nSecretary: Una Brook\nWe thank you all.\n"},
        {"times", "Programme\n\n09:00: We meet\n10:00: You speak\n11:00: I speak\n12:00: We eat\n"},
        {"empty", ""},
    };
    for (const auto& c : cases) BOOST_TEST_CONTEXT(c.name) BOOST_TEST(layout_of(c.text) != "transcript");
}

BOOST_AUTO_TEST_CASE(says_what_an_attribution_rests_on) {
    const Document doc = make_document("case.txt", "Present: Cllr Ann Hay (Chair), Mr Ben Croft, Ms Ida Croft\n\nThe Chair: I open it, and thank you.\n\nCroft: I thank you.\n\nDr Vale: I thank you.\n\nThe Chair: We go on.\n\nCroft: I do.\n\nDr Vale: We do.\n\nCroft: I do so.\n");
    const Segmented segmented = segment(doc);
    BOOST_REQUIRE_EQUAL(segmented.meetings.size(), 1u);
    std::vector<Speaker> speakers;
    for (const Item& item : segmented.meetings[0].items)
        for (const Passage& passage : item.passages)
            for (const Speaker& speaker : passage.speakers) speakers.push_back(speaker);
    BOOST_REQUIRE_EQUAL(speakers.size(), 7u);
    for (const Speaker& speaker : speakers) BOOST_TEST(speaker.rule == "utterance");
    BOOST_TEST((speakers[0].resolution == Resolution::resolved));
    BOOST_TEST(slice(doc.text, speakers[0].surface) == "The Chair");
    BOOST_TEST((speakers[1].resolution == Resolution::ambiguous));
    BOOST_TEST(speakers[1].person == "");
    BOOST_TEST(speakers[1].candidates.size() == 2u);
    BOOST_TEST((speakers[2].resolution == Resolution::unresolved));
    BOOST_TEST(speakers[2].person == "Dr Vale");
    BOOST_TEST((speakers[2].role == Role::unattributed));
}

BOOST_AUTO_TEST_CASE(cuts_long_turns_where_paragraphs_begin) {
    std::string text = "The Chair: I open the meeting, and thank you.\n\nAnn Hay: I begin.\n";
    for (int i = 0; i < 40; ++i) text += "\nI say, as I have said to you before, that the drains of our town are full of leaves and that we must clear them.\n";
    text += "\nThe Chair: Thank you.\n\nAnn Hay: I thank you.\n";
    const Document doc = make_document("case.txt", text);
    const Segmented segmented = segment(doc);
    BOOST_TEST(segmented.layout == "transcript");
    const std::vector<Passage>& passages = segmented.meetings.at(0).items.at(0).passages;
    BOOST_REQUIRE_EQUAL(passages.size(), 44u);
    BOOST_TEST((passages[1].speakers.at(0).attribution == Attribution::explicit_));
    BOOST_TEST((passages[2].speakers.at(0).attribution == Attribution::inherited));
    BOOST_TEST(passages[2].speakers.at(0).person == "Ann Hay");
    BOOST_TEST(slice(doc.text, passages[2].speakers.at(0).evidence) == "Ann Hay");
    BOOST_TEST((passages[42].speakers.at(0).role == Role::chair));
}
