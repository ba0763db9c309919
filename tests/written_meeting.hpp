#pragma once

#include "analyzers/people/attendance.hpp"
#include "analyzers/speech/speech.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace minutes::tests {

/// A meeting written down for a test: its attendance list, and one item whose paragraphs are told apart by '|'.
/// "* " opens a bullet; "= " a decision, "> " an action, "~ " a procedural paragraph; "# " is the heading of another item,
/// "! " another attendance list; all others are discussion.
struct WrittenMeeting {
    std::string_view list, paragraphs, title = "Roads", committee = "Roads Scrutiny Committee";
};

struct ReadMeeting {
    Document doc;
    Meeting meeting;
};

inline Passage passage_at(std::uint32_t begin, std::string_view text, PassageKind kind) {
    Passage passage;
    passage.kind = kind;
    const auto end = begin + static_cast<std::uint32_t>(text.size());
    passage.marker = {begin, begin};
    if (text.starts_with("* ") || text.starts_with("= ") || text.starts_with("~ ") || text.starts_with("! ") || text.starts_with("> ")) {
        if (text[0] == '!') passage.kind = PassageKind::attendance;
        if (text[0] == '=') passage.kind = PassageKind::decision;
        if (text[0] == '~') passage.kind = PassageKind::procedural;
        if (text[0] == '>') passage.kind = PassageKind::action;
        if (text[0] == '*') passage.marker = {begin, begin + 2};
        else begin += 2;
    }
    passage.parts = {{begin, end}};
    return passage;
}

/// People and speakers of a written meeting, found by the stages under test.
inline ReadMeeting read(const WrittenMeeting& written) {
    ReadMeeting result;
    result.meeting.committee.value = written.committee;
    result.meeting.items.resize(2);
    result.doc.text = std::string(written.list) + "\n";
    if (!written.list.empty()) result.meeting.items[0].passages.push_back(passage_at(0, written.list, PassageKind::attendance));
    const auto open_item = [&](std::string_view title) {
        const auto heading = static_cast<std::uint32_t>(result.doc.text.size());
        result.doc.text += std::string(title) + "\n";
        result.meeting.items.back().title = title;
        result.meeting.items.back().heading = {{heading, heading + static_cast<std::uint32_t>(title.size())}};
    };
    open_item(written.title);
    for (std::string_view rest = written.paragraphs; !rest.empty();) {
        const std::string_view paragraph = rest.substr(0, rest.find('|'));
        rest.remove_prefix(std::min(rest.size(), paragraph.size() + 1));
        if (paragraph.starts_with("# ")) {
            result.meeting.items.emplace_back();
            open_item(paragraph.substr(2));
            continue;
        }
        const auto begin = static_cast<std::uint32_t>(result.doc.text.size());
        result.doc.text += std::string(paragraph) + "\n";
        result.meeting.items.back().passages.push_back(passage_at(begin, paragraph, PassageKind::discussion));
    }
    result.meeting = with_speakers(LexedText(result.doc), with_people(LexedText(result.doc), std::move(result.meeting)));
    return result;
}

}  // namespace minutes::tests
