#include "corpus/generate_talk.hpp"

// An item of business: which paragraphs a council's layout puts in which order.

namespace minutes::synthetic {
namespace {

void add(Item& item, Talk& talk, Paragraph paragraph, Shape shape, Random& random) {
    paragraph.shape = shape;
    if (paragraph.kind == "discussion" && random.chance(2)) paragraph.text += ' ' + capitalised(talk.say("agency"));
    item.paragraphs.push_back(std::move(paragraph));
}

void add_action(Item& item, const Talk& talk, const Figure& clerk, Random& random) {
    std::string owner = clerk.name;
    if (random.chance(25)) owner += "/" + talk.presenter().name;
    if (random.chance(30)) owner += " (Completed)";
    item.paragraphs.push_back({Shape::action, "action", std::move(owner), {}, {}, 0});
}

/// The officers' text below the title, printed before the minute. Pages without labels print only what reads as a note.
void add_note(Item& item, Talk& talk, Layout layout, Random& random) {
    const bool labelled = layout == Layout::numbered_page;
    if (layout == Layout::pdf_markdown || layout == Layout::website || !random.chance(labelled ? 30 : 40)) return;
    Paragraph note{Shape::note, "agenda-note", talk.say(labelled ? "note_labelled" : "note"), {}, {}, 0};
    if (layout == Layout::item_page && random.chance(50)) {
        note.text = "The committee to discuss " + talk.say("matter") + ". Questions include: -";
        for (std::uint32_t i = random.between(2, 5); i > 0; --i) note.limbs.push_back(talk.say("note_question"));
    }
    item.paragraphs.push_back(std::move(note));
}

void write_paragraphs(Item& item, Talk& talk, const Meeting& meeting, Random& random) {
    const bool alone = meeting.council.layout == Layout::item_page;
    const Shape shape = alone || random.chance(80) ? Shape::listed : Shape::plain;
    add(item, talk, talk.opening(), shape, random);
    for (std::uint32_t i = alone ? random.between(8, 24) : random.between(2, 9); i > 0; --i) {
        add(item, talk, talk.discussion(), shape, random);
        if (talk.was_request() && random.chance(60)) add_action(item, talk, meeting.clerk, random);
    }
    if (random.chance(40)) add(item, talk, talk.agreement(), shape, random);
    item.cut = !alone && random.chance(12);
}

/// Comments in roman numerals below a lead-in; some councils print plain paragraphs instead.
void write_numbered(Item& item, Talk& talk, const Meeting& meeting, std::uint32_t agenda_number, Random& random) {
    const std::string paper = "  A copy of the report marked 'Agenda Item " + std::to_string(agenda_number) + "' is filed with these minutes.";
    add(item, talk, talk.considered(random.chance(85) ? paper : ""), Shape::plain, random);
    for (std::uint32_t i = random.between(0, 3); i > 0; --i) add(item, talk, random.chance(70) ? talk.fact() : talk.informed(), Shape::plain, random);
    const bool comments = meeting.council.seed % 4 != 3;
    if (comments) add(item, talk, talk.lead_in(), Shape::plain, random);
    for (std::uint32_t i = random.between(1, 7); i > 0; --i) add(item, talk, talk.discussion(), comments ? Shape::listed : Shape::plain, random);
    item.cut = random.chance(18);
    if (!item.cut) add(item, talk, talk.resolution(), Shape::resolution, random);
}

void write_bullets(Item& item, Talk& talk, Random& random) {
    if (random.chance(70)) {
        add(item, talk, talk.presentation(), Shape::plain, random);
        for (std::uint32_t i = random.between(2, 7); i > 0; --i) add(item, talk, talk.presented_fact(), Shape::listed, random);
    } else {
        add(item, talk, talk.opening(), Shape::plain, random);
    }
    add(item, talk, talk.lead_in(), Shape::plain, random);
    for (std::uint32_t i = random.between(2, 9); i > 0; --i) add(item, talk, talk.discussion(), Shape::listed, random);
    if (random.chance(30)) add(item, talk, talk.agreement(), Shape::listed, random);
}

void write_website(Item& item, Talk& talk, Random& random) {
    add(item, talk, talk.considered({}), Shape::plain, random);
    for (std::uint32_t i = random.between(1, 6); i > 0; --i) add(item, talk, talk.discussion(), Shape::plain, random);
    add(item, talk, talk.resolution(), Shape::resolution, random);
}

}  // namespace

Item make_business(const Meeting& meeting, std::uint32_t topic, std::uint32_t agenda_number, Random& random) {
    Talk talk(meeting, topic, random);
    Item item;
    item.title = talk.say("title");
    item.kind = "discussion";
    item.has_paper = random.chance(75);
    add_note(item, talk, meeting.council.layout, random);
    switch (meeting.council.layout) {
        case Layout::meeting_page:
        case Layout::item_page: write_paragraphs(item, talk, meeting, random); break;
        case Layout::numbered_page: write_numbered(item, talk, meeting, agenda_number, random); break;
        case Layout::pdf_markdown: write_bullets(item, talk, random); break;
        case Layout::website: write_website(item, talk, random); break;
    }
    return item;
}

}  // namespace minutes::synthetic
