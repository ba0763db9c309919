#include "corpus/generate_layout.hpp"

#include "corpus/generate_names.hpp"

// What is left of a PDF when it has been turned into Markdown: bold labels, bullets that a page break cut in two or
// that keep the line breaks of the page, and the page's footer between them.

namespace minutes::synthetic {
namespace {

std::uint32_t size_of(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

void put_head(Printed& printed, const Meeting& meeting) {
    printed.text += "\n\n## " + meeting.committee + ' ' + std::string(weekday_name(std::chrono::sys_days(meeting.date))) + ", " + long_date(meeting.date) + ", " +
                    meeting.venue + " - " + clock_time(meeting.start, " am", " pm") + "\n\n## **Minutes**\n\n";
    printed.extension = ".md";
    printed.committee = meeting.committee;
    printed.date = iso_date(meeting.date);
    printed.start = iso_time(meeting.start);
    printed.end = iso_time(meeting.end);
    printed.venue = meeting.venue;
    printed.chair = meeting.chair.name;
}

void put_members(Printed& printed, const Meeting& meeting) {
    const std::string chair(meeting.council.chair_word);
    std::string text = "**Present:** \n\n" + meeting.chair.name + " (" + chair + "), " + meeting.vice_chair.name + " (Vice " + chair + ")";
    printed.people.push_back({meeting.chair.name, {}, "chair", "present"});
    printed.people.push_back({meeting.vice_chair.name, {}, "vice-chair", "present"});
    for (std::size_t i = 0; i < meeting.members.size(); ++i) {
        const bool last = i + 1 == meeting.members.size();
        text += last ? (meeting.first_number % 3 ? " and " : " and\n\n") : ", ";
        text += meeting.members[i].name;
        printed.people.push_back({meeting.members[i].name, {}, "member", "present"});
    }
    put_block(printed, "attendance", text);
    printed.text += "\n\n";
}

void put_others(Printed& printed, const Meeting& meeting) {
    std::string text = "Also attended:\n\n";
    for (const Figure& holder : meeting.cabinet) {
        text += holder.name + ", " + holder.post + "\n\n";
        printed.people.push_back({holder.name, holder.post, holder.role, "in-attendance"});
    }
    for (const Figure& officer : meeting.officers) {
        text += officer.name + " (" + officer.post + "), ";
        printed.people.push_back({officer.name, officer.post, officer.role, "in-attendance"});
    }
    text.replace(text.size() - 2, 2, " and " + meeting.clerk.name + " (" + meeting.clerk.post + ")");
    printed.people.push_back({meeting.clerk.name, meeting.clerk.post, "clerk", "in-attendance"});
    put_block(printed, "attendance", text);
    printed.text += "\n\n";
    for (const Figure& absent : meeting.apologies) printed.people.push_back({absent.name, {}, "member", "apologies"});
}

void put_papers(Printed& printed, const Meeting& meeting) {
    printed.text += "## **Available Papers**\n\n";
    open_item(printed, {}, "Available Papers", "procedural");
    put_block(printed, "procedural",
              "The members had before them:\n\n- A. The Agenda papers (previously circulated);\n- B. The Minutes of the Meeting held on " +
                  long_date(meeting.previous) + " (previously circulated).\n\n(Copies of document A will be attached to the signed Minutes).");
    printed.text += "\n\n";
}

/// A space between two words of lower case, from the middle on: there a page may end. npos if there is none.
std::size_t page_break(std::string_view text) {
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    for (std::size_t at = text.size() / 2; at + 12 < text.size(); ++at)
        if (text[at] == ' ' && is_small(text[at - 1]) && is_small(text[at + 1])) return at;
    return std::string_view::npos;
}

/// The first half of a bullet, the footer of the page in some cases, and the second half with a false bullet.
void put_broken_bullet(Printed& printed, const Meeting& meeting, const Paragraph& paragraph, std::size_t at, bool footer) {
    Paragraph half = paragraph;
    half.text.resize(at);
    put_passage(printed, half, {}, "- ");
    printed.text += "\n\n";
    if (footer) printed.text += "Date of Issue: " + long_date(meeting.issued) + "\n\n";
    printed.text += "- ";
    const std::uint32_t begin = size_of(printed.text);
    printed.text += paragraph.text.substr(at + 1);
    printed.items.back().passages.back().parts.push_back({begin, size_of(printed.text)});
}

/// The bullet with the page's own line breaks, indented as lists in Markdown are.
Paragraph wrapped(Paragraph paragraph) {
    for (std::size_t begin = 0, at = paragraph.text.find(' ', 45); at != std::string::npos && at + 10 < paragraph.text.size(); at = paragraph.text.find(' ', begin + 45)) {
        paragraph.text.replace(at, 1, "\n  ");
        begin = at;
    }
    return paragraph;
}

void put_bullet(Printed& printed, const Meeting& meeting, const Paragraph& paragraph) {
    const std::uint64_t draw = mix(meeting.council.seed, printed.text.size()) % 100;
    const std::size_t at = draw < 12 ? page_break(paragraph.text) : std::string::npos;
    if (at != std::string::npos) put_broken_bullet(printed, meeting, paragraph, at, draw < 4);
    else put_passage(printed, draw >= 90 ? wrapped(paragraph) : paragraph, {}, "- ");
}

void put_item(Printed& printed, const Meeting& meeting, std::size_t index) {
    const Item& item = meeting.items[index];
    const std::string number = std::to_string(meeting.first_number + index);
    const bool run_in = item.title == "Declarations of Interest" && meeting.first_number % 8 == 0;  // a PDF may lose the line break
    printed.text += number + ' ' + item.title + (run_in ? " " : "\n\n");
    open_item(printed, number, item.title, item.kind);
    bool in_list = false;
    for (const Paragraph& paragraph : item.paragraphs) {
        const bool listed = paragraph.shape == Shape::listed;
        if (in_list && !listed) printed.text += '\n';
        if (listed) put_bullet(printed, meeting, paragraph);
        else put_passage(printed, paragraph, {}, {});
        printed.text += listed ? "\n" : "\n\n";
        in_list = listed;
    }
    if (in_list) printed.text += '\n';
    if (index == 1) printed.text += "Date of Issue: " + long_date(meeting.issued) + "\n\n";
}

}  // namespace

Printed print_pdf_markdown(const Meeting& meeting) {
    Printed printed;
    put_head(printed, meeting);
    open_item(printed, {}, {}, "attendance");
    put_members(printed, meeting);
    put_others(printed, meeting);
    if (meeting.council.seed % 2) put_papers(printed, meeting);
    for (std::size_t i = 0; i < meeting.items.size(); ++i) put_item(printed, meeting, i);
    printed.text += std::string(meeting.council.chair_word) + "\t \t \t \n\n";
    open_item(printed, {}, {}, "procedural");
    put_block(printed, "procedural", "The meeting ended at " + clock_time(meeting.end, " am", " pm"));
    printed.text += '\n';
    return printed;
}

}  // namespace minutes::synthetic
