#include "tests/speech_cases.hpp"

#include "tests/written_meeting.hpp"

#include <boost/test/unit_test.hpp>

namespace minutes::tests {
namespace {

std::string speakers_of(const ReadMeeting& result) {
    std::string printed;
    for (const Passage& passage : result.meeting.items[1].passages) {
        if (&passage != &result.meeting.items[1].passages.front()) printed += " | ";
        for (const Speaker& speaker : passage.speakers) {
            if (&speaker != &passage.speakers.front()) printed += "; ";
            if (speaker.attribution == Attribution::inferred) printed += "~";
            if (speaker.attribution == Attribution::inherited) printed += "^";
            if (speaker.attribution == Attribution::implied) printed += "?";
            printed += std::string(name_of(speaker.role)) + " " + std::string(name_of(speaker.act));
            if (!speaker.person.empty()) printed += " " + speaker.person;
            if (!speaker.surface.empty()) printed += " '" + std::string(slice(result.doc.text, speaker.surface)) + "'";
        }
    }
    return printed;
}

}  // namespace

void check(const SpeechCase& c, std::string_view list, std::string_view committee, std::string_view title) {
    BOOST_TEST_CONTEXT("text: " << c.paragraphs)
    BOOST_TEST(speakers_of(read({.list = list, .paragraphs = c.paragraphs, .title = title, .committee = committee})) == c.speakers);
}

}  // namespace minutes::tests
