#include "corpus/generate_layout.hpp"

#include "corpus/generate_names.hpp"

// The three pages of a ModernGov site: a meeting with bare titles, a meeting with item numbers, a single item.

namespace minutes::synthetic {
namespace {

std::string paper_icon(const Meeting& meeting, const Item& item, std::size_t index) {
    if (!item.has_paper) return {};
    return " pdf icon PDF " + std::to_string(60 + mix(meeting.council.seed, index) % 900) + " KB";
}

/// "Thursday 16 January 2020", "Thursday, 16 January 2020" or "Thursday, 16th January, 2020", as the council has set it.
std::string head_date(const Meeting& meeting) {
    const std::string weekday(weekday_name(std::chrono::sys_days(meeting.date)));
    switch (meeting.council.seed % 5) {
        case 0: return weekday + ", " + ordinal(unsigned(meeting.date.day())) + ' ' + std::string(month_name(unsigned(meeting.date.month()))) + ", " +
                       std::to_string(int(meeting.date.year()));
        case 1: return weekday + ", " + long_date(meeting.date);
        default: return weekday + ' ' + long_date(meeting.date);
    }
}

void put_head(Printed& printed, const Meeting& meeting) {
    printed.text += "Agenda and minutes\n\n" + meeting.committee + " - " + head_date(meeting) + ' ' + clock_time(meeting.start, " am", " pm") + "\n\nVenue: " + meeting.venue + ". View directions\n\n";
    if (meeting.council.seed % 3 == 0)
        printed.text += "Contact: " + meeting.clerk.name + "  Email: " + slug(meeting.clerk.name) + "@" + slug(meeting.council.place) + ".example\n\n";
    printed.committee = meeting.committee;
    printed.date = iso_date(meeting.date);
    printed.start = iso_time(meeting.start);
    printed.venue = meeting.venue;
}

/// The officers' text below a title, with its list of questions where it has one: one passage.
void put_note(Printed& printed, const Paragraph& note) {
    std::string text = note.text;
    for (const std::string& limb : note.limbs) text += "\n\n\u00D8" + std::string(kNbsp) + " " + limb;
    put_block(printed, note.kind, text);
}

std::string numbering(std::string_view number) { return std::string(number) + repeated(kNbsp, number.size() < 4 ? 6 : 5) + ' '; }

/// Paragraphs with numbers ("3.1") on a page that prints none for its items.
/// `label` ("Minutes:" or nothing) stands between the note and the minute.
void put_paragraphs(Printed& printed, const Item& item, const std::string& number, std::string_view label) {
    unsigned paragraph_number = 0;
    if (item.paragraphs[0].shape != Shape::note) printed.text += label;
    for (std::size_t i = 0; i < item.paragraphs.size(); ++i) {
        const Paragraph& paragraph = item.paragraphs[i];
        const bool last = i + 1 == item.paragraphs.size();
        if (paragraph.shape == Shape::note) {
            put_note(printed, paragraph);
            printed.text += "\n\n\n";
            printed.text += label;
            continue;
        }
        if (paragraph.shape == Shape::action) {
            printed.text.pop_back();  // an action stands closer to its paragraph than the next one does
            Paragraph action = paragraph;
            action.text = "ACTION:" + repeated(kNbsp, 7) + ' ' + paragraph.text;
            put_passage(printed, action, {}, {});
            printed.text += "\n\n\n";
            continue;
        }
        const bool numbered = paragraph.shape == Shape::listed;
        const std::string own = numbered ? number + "." + std::to_string(++paragraph_number) : std::string();
        if (numbered) printed.items.back().number = number;
        if (last && item.cut && paragraph.kind == "discussion") put_cut_passage(printed, paragraph, own, numbered ? numbering(own) : "", number);
        else put_passage(printed, paragraph, own, numbered ? numbering(own) : "");
        printed.text += "\n\n\n";
    }
}

/// "RESOLVED:" with its limbs, each between lines that hold a no-break space: one passage. A single limb may share the line.
void put_resolution(Printed& printed, const Meeting& meeting, const Paragraph& paragraph) {
    if (paragraph.limbs.size() == 1 && meeting.council.seed % 3 == 0)
        return put_block(printed, "decision", "RESOLVED: " + paragraph.limbs[0] + ".", paragraph.turns);
    const std::string gap = "\n\n" + std::string(kNbsp) + "\n\n";
    std::string text = "RESOLVED:";
    const std::size_t limbs = paragraph.limbs.size();
    for (std::size_t i = 0; i < limbs; ++i) {
        text += gap;
        if (limbs > 1) text += std::string(1, static_cast<char>('a' + i)) + ")" + repeated(kNbsp, 3) + " ";
        text += paragraph.limbs[i] + (i + 1 == limbs ? "." : i + 2 == limbs ? "; and" : ";");
    }
    put_block(printed, "decision", text, paragraph.turns);
}

void put_numbered_paragraph(Printed& printed, const Meeting& meeting, const Paragraph& paragraph, bool cut, const std::string& item, unsigned& comment) {
    if (paragraph.shape == Shape::resolution) return put_resolution(printed, meeting, paragraph);
    const bool listed = paragraph.shape == Shape::listed;
    const std::string number = listed ? roman(++comment) + ")" : std::string();
    const std::string marker = listed ? number + repeated(kNbsp, 17 - number.size()) + ' ' : std::string();
    if (cut && comment > 2 && comment % 3 == 0) {  // now and then nothing but the numeral is left
        printed.items.back().incomplete = true;
        printed.text += number + "\u00A0 ...\u00A0 view the full minutes text for item " + item + ".";
    } else if (cut) {
        put_cut_passage(printed, paragraph, number, marker, item);
    } else {
        put_passage(printed, paragraph, number, marker);
    }
}

void put_numbered_item(Printed& printed, const Meeting& meeting, std::size_t index) {
    const Item& item = meeting.items[index];
    const std::string number = std::to_string(meeting.first_number + index);
    const std::string title = meeting.council.seed % 6 == 2 ? in_capitals(item.title) : item.title + (meeting.council.seed % 2 ? "." : "");
    printed.text += number + "." + (meeting.council.seed % 4 == 1 ? std::string(kNbsp) : std::string()) + "\n\n" + title + paper_icon(meeting, item, index) + "\n\n";
    open_item(printed, number, title, item.kind);
    std::size_t next = 0;
    if (item.paragraphs[0].shape == Shape::note) {
        put_note(printed, item.paragraphs[next++]);
        printed.text += "\n\n";
    }
    if (item.has_paper && index % 2) printed.text += "Additional documents:\n\n";
    printed.text += "Minutes:\n\n";
    unsigned comment = 0;
    for (; next < item.paragraphs.size(); ++next) {
        const bool last = next + 1 == item.paragraphs.size();
        put_numbered_paragraph(printed, meeting, item.paragraphs[next], last && item.cut, number, comment);
        printed.text += last ? "\n\n" : "\n\n" + std::string(kNbsp) + "\n\n";
    }
}

}  // namespace

Printed print_meeting_page(const Meeting& meeting) {
    Printed printed;
    put_head(printed, meeting);
    printed.text += "No. Item\n\n\n";
    for (std::size_t i = 0; i < meeting.items.size(); ++i) {
        const Item& item = meeting.items[i];
        const bool noted = item.paragraphs[0].shape == Shape::note;
        printed.text += item.title + paper_icon(meeting, item, i) + (noted ? "\n\n" : "\n\n\n");
        open_item(printed, {}, item.title, item.kind);
        put_paragraphs(printed, item, std::to_string(i + 1), {});
        printed.text += '\n';
    }
    return printed;
}

Printed print_numbered_page(const Meeting& meeting) {
    Printed printed;
    put_head(printed, meeting);
    printed.text += "Items\nNo. Item\n\n";
    for (std::size_t i = 0; i < meeting.items.size(); ++i) put_numbered_item(printed, meeting, i);
    return printed;
}

Printed print_item_page(const Meeting& meeting) {
    Printed printed;
    const Item& item = meeting.items.front();
    printed.text = "Agenda item\n\n" + item.title + "\n\n";
    open_item(printed, {}, item.title, item.kind);
    put_paragraphs(printed, item, std::to_string(1 + meeting.first_number % 14), meeting.council.seed % 3 == 0 ? "Minutes:\n\n" : "");
    printed.text += "Supporting documents:\n";
    return printed;
}

}  // namespace minutes::synthetic
