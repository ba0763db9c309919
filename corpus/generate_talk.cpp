#include "corpus/generate_talk.hpp"

#include <array>

namespace minutes::synthetic {
namespace {

constexpr std::string_view kReports[] = {"explained that", "reported that", "advised that", "stated that", "informed the BODY that",
                                         "informed Members that", "advised the BODY that", "highlighted that", "outlined how"};
constexpr std::string_view kOpenings[] = {"presented the report and explained that", "introduced the report, drawing attention to the fact that",
                                          "gave a detailed presentation of the report and advised that", "presented the report and informed the BODY that",
                                          "gave an update and reported that"};
constexpr std::string_view kAnswers[] = {"explained that", "confirmed that", "stated that", "replied that", "advised that",
                                         "responded that", "clarified that", "acknowledged that", "assured Members that"};
constexpr std::string_view kMembers[] = {"Members", "A Member", "One Member", "Another Member", "BODY members", "Some Members",
                                         "A member of the BODY", "A BODY member"};
constexpr std::string_view kAsks[] = {"asked", "questioned", "queried", "enquired", "wondered", "sought clarification on"};
struct Agentless {
    std::string_view surface, rest;
};
constexpr Agentless kAgentlessAsks[] = {{"It was questioned", " "}, {"A question was asked", " about "}, {"A query was raised", " as to "}, {"It was queried", " "}};
constexpr std::string_view kInformed[] = {"The BODY was informed", "Members were informed", "Members heard", "It was reported",
                                          "It was noted", "The BODY was advised", "Members were advised"};
constexpr std::string_view kWorries[] = {"expressed concern about", "raised concerns about", "BE concerned about", "voiced disappointment at"};
constexpr std::string_view kViews[] = {"welcomed", "commended", "praised", "BE pleased to note"};
constexpr std::string_view kLeadIns[] = {"Arising from the discussion, the following points were raised:",
                                         "In the discussion that followed, the following points were made:",
                                         "During the discussion, the following comments were made:",
                                         "Arising from the discussion, the following comments were raised:"};
constexpr std::string_view kFollows[] = {"", "", "", "They added that ", "They also explained that "};

/// With "BE" made "were" for several members and "was" for one.
std::string agreeing(std::string_view verb, std::string_view who) {
    if (!verb.starts_with("BE")) return std::string(verb);
    return (who.ends_with("embers") ? "were" : "was") + std::string(verb.substr(2));
}

}  // namespace

Talk::Talk(const Meeting& meeting, std::uint32_t topic, Random& random)
    : meeting_(meeting), setting_{meeting.council.seed, int(meeting.date.year()), topic}, random_(random), layout_(meeting.council.layout) {
    for (std::uint32_t rank = 0; rank < 4; ++rank) {
        const Figure officer = make_officer(meeting.council, topic, rank);
        for (const Figure& present : meeting.officers)
            if (present.post == officer.post && present.name == officer.name) speakers_.push_back(&present);
    }
    if (speakers_.empty()) speakers_.push_back(&meeting.officers.front());
}

// -- paragraphs
using Recipe = Paragraph (Talk::*)();

Paragraph Talk::discussion() {
    static constexpr Recipe kRecipes[] = {&Talk::question, &Talk::question, &Talk::question, &Talk::agentless_question, &Talk::reply,
                                          &Talk::reply, &Talk::statement, &Talk::statement, &Talk::worry, &Talk::view,
                                          &Talk::informed, &Talk::fact, &Talk::request, &Talk::from_the_chair, &Talk::from_the_cabinet};
    return (this->*kRecipes[random_.below(static_cast<std::uint32_t>(std::size(kRecipes)))])();
}

Paragraph Talk::question() {
    Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
    ask(paragraph);
    answer(paragraph, speaker());
    if (random_.chance(20)) {
        ask(paragraph);
        answer(paragraph, speaker());
    }
    return paragraph;
}

Paragraph Talk::agentless_question() {
    Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
    const Agentless asked = kAgentlessAsks[random_.below(static_cast<std::uint32_t>(std::size(kAgentlessAsks)))];
    const std::string surface(asked.surface);
    lead(paragraph, {"member", "question", "inferred", {}, surface}, surface + std::string(asked.rest));
    paragraph.text += say("question") + ".";
    answer(paragraph, speaker());
    return paragraph;
}

Paragraph Talk::reply() {
    Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
    const bool with_topic = random_.chance(50);
    const std::string about = random_.chance(50) ? "a question about " : "a query regarding ";
    if (with_topic) paragraph.text = "In response to " + about + say("subject") + ", ";
    else paragraph.text = random_.chance(50) ? "In response to a question, " : "In response to questions, ";
    const std::string surface = with_topic ? about.substr(0, about.size() - 1) : paragraph.text.substr(0, paragraph.text.size() - 2);
    paragraph.turns.push_back({"member", "question", with_topic ? "inferred" : "implied", {}, surface});
    const Figure& replying = speaker();
    speech(paragraph, replying, "answer", false, pick(kAnswers));
    return paragraph;
}

Paragraph Talk::opening() {
    Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
    speech(paragraph, presenter(), "report", true, pick(kOpenings));
    return paragraph;
}

Paragraph Talk::statement() {
    Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
    speech(paragraph, speaker(), "report", true, pick(kReports));
    return paragraph;
}

Paragraph Talk::worry() {
    Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
    if (random_.chance(50)) {
        lead(paragraph, {"member", "concern", "inferred", {}, "Concern was expressed"}, "Concern was expressed about ");
    } else {
        const std::string who = members(true);
        lead(paragraph, {"member", "concern", "explicit", {}, who}, who + ' ' + agreeing(pick(kWorries), who) + ' ');
    }
    paragraph.text += say("worry") + ".";
    if (random_.chance(60)) speech(paragraph, speaker(), "answer", true, random_.chance(50) ? "acknowledged this and explained that" : "reassured Members that");
    return paragraph;
}

Paragraph Talk::view() {
    Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
    if (random_.chance(40)) {
        lead(paragraph, {"member", "statement", "inferred", {}, "It was suggested"}, "It was suggested that ");
        paragraph.text += clause() + ".";
    } else {
        const std::string who = members(true);
        lead(paragraph, {"member", "statement", "explicit", {}, who}, who + ' ' + agreeing(pick(kViews), who) + ' ');
        paragraph.text += say("subject") + ".";
    }
    return paragraph;
}

Paragraph Talk::informed() {
    Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
    const std::string surface = with_body(pick(kInformed));
    lead(paragraph, {"unattributed", "report", "explicit", {}, surface}, surface + " that ");
    paragraph.text += clause() + ".";
    follow(paragraph, false);
    return paragraph;
}

Paragraph Talk::fact() {
    Paragraph paragraph{Shape::plain, "discussion", capitalised(clause()) + ".", {}, {{"unattributed", "report", "explicit", {}, {}}}, 0};
    follow(paragraph, false);
    return paragraph;
}

Paragraph Talk::presented_fact() {
    Paragraph paragraph = fact();
    paragraph.turns = {{presenter().role, "report", "inherited", presenter().name, {}}};
    return paragraph;
}

Paragraph Talk::request() {
    Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
    const bool one = random_.chance(30);
    lead(paragraph, {"member", "action", "explicit", {}, one ? "A Member" : "Members"}, one ? "A Member asked for " : "Members requested ");
    paragraph.text += say("request") + ".";
    was_request_ = true;
    return paragraph;
}

Paragraph Talk::from_the_chair() {
    Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
    const std::string chair = "The " + std::string(meeting_.council.chair_word);
    lead(paragraph, {"chair", "statement", "explicit", listed() ? meeting_.chair.name : std::string(), chair}, chair + ' ');
    if (random_.chance(50)) paragraph.text += "thanked officers for the report and noted that " + clause() + ".";
    else paragraph.text += "stated that " + clause() + ".";
    return paragraph;
}

Paragraph Talk::from_the_cabinet() {
    if (meeting_.cabinet.empty()) return statement();
    Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
    speech(paragraph, meeting_.cabinet[random_.below(static_cast<std::uint32_t>(meeting_.cabinet.size()))], "statement", true, pick(kReports));
    return paragraph;
}

Paragraph Talk::agreement() {
    const std::string body = meeting_.body;
    if (random_.chance(50))
        return {Shape::plain, "decision", "It was agreed that the " + body + " would " + say("agreed_outcome") + ".", {},
                {{"committee", "decision", "inferred", {}, "It was agreed"}}, 14};
    return {Shape::plain, "decision", "The " + body + " agreed to " + say("agreed_outcome") + ".", {},
            {{"committee", "decision", "explicit", {}, "The " + body}}, 16};
}

Paragraph Talk::considered(std::string_view paper) {
    const std::string body = layout_ == Layout::numbered_page ? capitalised(meeting_.body) : meeting_.body;
    const std::string article = random_.chance(80) ? " a report " : " the report ";
    return {Shape::plain, "procedural", "The " + body + " considered" + article + "of the " + speakers_[0]->post + " which " + say("report_on") + "." + std::string(paper), {}, {}, 0};
}

Paragraph Talk::presentation() {
    const Figure& figure = presenter();
    const std::string surface = mention(figure, false);
    return {Shape::plain, "procedural", "By way of introduction, " + surface + " made a presentation to Members which included the following main points:", {},
            {{figure.role, "report", "explicit", person(figure), surface}}, 0};
}

Paragraph Talk::lead_in() {
    const bool slides = layout_ == Layout::pdf_markdown;
    const std::string_view text = slides ? "Members were given an opportunity to ask questions. The following main points were made:" : pick(kLeadIns);
    return {Shape::plain, "procedural", std::string(text), {}, {}, 0};
}

Paragraph Talk::resolution() {
    Paragraph paragraph{Shape::resolution, "decision", {}, {}, {{"committee", "decision", "inferred", {}, "RESOLVED"}}, 0};
    const std::uint32_t limbs = random_.chance(45) ? 1 : random_.between(2, 4);
    for (std::uint32_t i = 0; i < limbs; ++i) paragraph.limbs.push_back(limbs > 1 && i == 0 ? "That the report be noted" : "That " + say("outcome"));
    return paragraph;
}

// -- turns
void Talk::ask(Paragraph& paragraph) {
    const bool named = listed() && !meeting_.members.empty() && random_.chance(25);
    const Figure& member = named ? meeting_.members[random_.below(static_cast<std::uint32_t>(meeting_.members.size()))] : meeting_.chair;
    std::string who = named ? member.formal : members(paragraph.text.empty());
    if (!paragraph.text.empty()) paragraph.text += ' ';
    lead(paragraph, {"member", "question", "explicit", named ? member.name : std::string(), who}, who + ' ' + std::string(pick(kAsks)) + ' ');
    paragraph.text += say("question") + ".";
}

void Talk::answer(Paragraph& paragraph, const Figure& figure) {
    if (layout_ == Layout::numbered_page && random_.chance(50)) {
        lead(paragraph, {"officer", "answer", "inferred", {}, "In response, it was stated"}, " In response, it was stated that ");
        paragraph.text += clause() + ".";
        return follow(paragraph, false);
    }
    const bool respond = random_.chance(35);
    if (respond) paragraph.text += " In response, ";
    speech(paragraph, figure, "answer", !respond, pick(kAnswers));
}

/// "The Head of Highways explained that ... ." with perhaps a sentence or two after it by the same speaker.
void Talk::speech(Paragraph& paragraph, const Figure& figure, std::string_view act, bool starts, std::string_view verb) {
    if (starts && !paragraph.text.empty()) paragraph.text += ' ';
    const std::string surface = mention(figure, starts);
    lead(paragraph, {figure.role, act, "explicit", person(figure), surface}, surface + ' ' + with_body(verb) + ' ');
    paragraph.text += clause() + ".";
    follow(paragraph, true);
}

void Talk::follow(Paragraph& paragraph, bool by_someone) {
    for (std::uint32_t i = random_.below(3); i > 0; --i) {
        const std::string_view start = by_someone ? pick(kFollows) : std::string_view();
        paragraph.text += ' ';
        paragraph.text += start.empty() ? capitalised(clause()) : std::string(start) + clause();
        paragraph.text += '.';
    }
}

void Talk::lead(Paragraph& paragraph, Turn turn, std::string_view words) {
    paragraph.text += words;
    paragraph.settled = static_cast<std::uint32_t>(paragraph.text.size());
    paragraph.turns.push_back(std::move(turn));
}

// -- words
const Figure& Talk::speaker() {
    const bool outsider = (layout_ == Layout::meeting_page || layout_ == Layout::item_page) && random_.chance(10);
    return outsider ? meeting_.outsider : *speakers_[random_.below(static_cast<std::uint32_t>(speakers_.size()))];
}

/// Whether the document lists who was present, so that a post or "Ms Osthurst" leads to a name.
bool Talk::listed() const { return layout_ == Layout::pdf_markdown || layout_ == Layout::website; }
std::string Talk::person(const Figure& figure) const { return listed() ? figure.name : std::string(); }

/// A council's own page says "Ms Osthurst"; elsewhere the post stands in full, then in short where it has a short form.
std::string Talk::mention(const Figure& figure, bool starts) {
    if (layout_ == Layout::website) return figure.formal;
    const std::string the = starts ? "The " : "the ";
    if (figure.shorter.empty()) return the + figure.post;
    bool& introduced = figure.role == "dcs" ? dcs_introduced_ : outsider_introduced_;
    if (introduced) return the + figure.shorter;
    introduced = true;
    return the + figure.post + (figure.role == "dcs" ? " (" + figure.shorter + ")" : "");
}

std::string Talk::members(bool first) {
    const std::string who = with_body(kMembers[random_.below(static_cast<std::uint32_t>(std::size(kMembers)))]);
    return first && who.starts_with("Another") ? "Members" : capitalised(who);
}

std::string Talk::with_body(std::string_view text) const {
    std::string filled(text);
    if (const std::size_t at = filled.find("BODY"); at != std::string::npos) filled.replace(at, 4, meeting_.body);
    return filled;
}

std::string Talk::clause() {
    std::string clause = say("clause");
    if (!random_.chance(30)) return clause;
    const std::string tail = say("tail");
    if (tail.front() != ',' && tail.front() != ';') clause += ' ';
    return clause + tail;
}

}  // namespace minutes::synthetic
