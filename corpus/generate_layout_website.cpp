#include "corpus/generate_layout.hpp"

#include "corpus/generate_names.hpp"

// A council's own page: navigation, an address line that is not the date of the meeting, lists of those present.

namespace minutes::synthetic {
namespace {

std::string family_name(const Figure& figure) { return figure.name.substr(figure.name.rfind(' ') + 1); }

void put_head(Printed& printed, const Meeting& meeting) {
    const bool with_year = meeting.council.seed % 2;
    const std::string day = ordinal(unsigned(meeting.date.day())) + ' ' + std::string(month_name(unsigned(meeting.date.month())));
    const std::string issued = std::string(weekday_name(std::chrono::sys_days(meeting.issued))) + ", " + ordinal(unsigned(meeting.issued.day())) + ' ' +
                               std::string(month_name(unsigned(meeting.issued.month()))) + ' ' + std::to_string(int(meeting.issued.year()));
    printed.text += "Skip to main content\n\nMinutes for " + meeting.committee + ' ' + day;
    if (with_year) printed.text += ' ' + std::to_string(int(meeting.date.year()));
    printed.text += "\n\n9:05 am, " + issued + " - " + std::to_string(2 + meeting.council.seed % 9) + " months ago\n\n";
    printed.committee = meeting.committee;
    printed.date = iso_date(meeting.date);
    printed.date_evidence = with_year ? "stated" : "inferred";
    printed.end = iso_time(meeting.end);
    printed.chair = meeting.chair.name;
}

void put_members(Printed& printed, const Meeting& meeting) {
    std::string text = "Present:\n" + meeting.chair.name + " (in the Chair)\nCouncillors " + family_name(meeting.vice_chair);
    printed.people.push_back({meeting.chair.name, {}, "chair", "present"});
    printed.people.push_back({meeting.vice_chair.name, {}, "member", "present"});
    for (const Figure& member : meeting.members) {
        text += ", " + family_name(member);
        printed.people.push_back({member.name, {}, "member", "present"});
    }
    put_block(printed, "attendance", text + ".");
    printed.text += "\n\n";
    if (meeting.coopted.name.empty()) return;
    put_block(printed, "attendance", "Co-opted Member: " + meeting.coopted.name);
    printed.people.push_back({meeting.coopted.name, {}, "coopted", "present"});
    printed.text += "\n\n";
}

void put_others(Printed& printed, const Meeting& meeting) {
    std::string text = "Officers in attendance:";
    for (const Figure& officer : meeting.officers) {
        text += "\n\u2022 " + officer.name + " (" + officer.post + ")";
        printed.people.push_back({officer.name, officer.post, officer.role, "in-attendance"});
    }
    text += "\n\u2022 " + meeting.clerk.name + " (" + meeting.clerk.post + ")";
    printed.people.push_back({meeting.clerk.name, meeting.clerk.post, "clerk", "in-attendance"});
    put_block(printed, "attendance", text);
    printed.text += '\n';
    if (meeting.cabinet.empty()) return;
    text = "Others in attendance:";
    for (const Figure& holder : meeting.cabinet) {
        text += "\n\u2022 " + holder.name + " (" + holder.post + ")";
        printed.people.push_back({holder.name, holder.post, holder.role, "in-attendance"});
    }
    put_block(printed, "attendance", text);
    printed.text += '\n';
}

void put_attendance(Printed& printed, const Meeting& meeting) {
    open_item(printed, {}, {}, "attendance");
    put_members(printed, meeting);
    put_others(printed, meeting);
    printed.text += '\n';
    if (meeting.first_number % 2)
        put_block(printed, "attendance", "There were no members of the press and " + std::to_string(1 + meeting.first_number % 9) + " members of the public in attendance.");
    if (meeting.first_number % 2) printed.text += "\n\n";
    for (const Figure& absent : meeting.apologies) printed.people.push_back({absent.name, {}, "member", "apologies"});
}

void put_resolution(Printed& printed, const Paragraph& paragraph) {
    std::string text = "RESOLVED \u2013";
    if (paragraph.limbs.size() == 1) text += ' ' + paragraph.limbs[0] + ".";
    else text += '\n';
    for (std::size_t i = 0; paragraph.limbs.size() > 1 && i < paragraph.limbs.size(); ++i) text += "\n  " + std::to_string(i + 1) + ". " + paragraph.limbs[i] + ".";
    put_block(printed, "decision", text, paragraph.turns);
}

}  // namespace

Printed print_website(const Meeting& meeting) {
    Printed printed;
    put_head(printed, meeting);
    put_attendance(printed, meeting);
    for (std::size_t i = 0; i < meeting.items.size(); ++i) {
        const Item& item = meeting.items[i];
        const std::string number = meeting.prefix + "." + std::to_string(meeting.first_number + i), title = in_capitals(item.title);
        printed.text += number + ' ' + title + "\n\n";
        open_item(printed, number, title, item.kind);
        for (const Paragraph& paragraph : item.paragraphs) {
            if (paragraph.shape == Shape::resolution) put_resolution(printed, paragraph);
            else put_passage(printed, paragraph, {}, {});
            printed.text += "\n\n";
        }
    }
    open_item(printed, {}, {}, "procedural");
    const std::string chair = "the " + std::string(meeting.council.chair_word);
    put_block(printed, "procedural", "There being no further business, " + chair + " declared the meeting closed at " + clock_time(meeting.end, " a.m.", " p.m."),
              {{"chair", "statement", "explicit", meeting.chair.name, chair}});
    printed.text += '\n';
    return printed;
}

}  // namespace minutes::synthetic
