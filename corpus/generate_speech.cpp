#include "corpus/generate_meeting.hpp"

#include "corpus/generate_names.hpp"

#include <array>
#include <span>

namespace minutes::synthetic {
namespace {

using Choices = std::span<const std::string_view>;

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
constexpr std::string_view kWorries[] = {"expressed concern about", "raised concerns about", "were concerned about", "voiced disappointment at"};
constexpr std::string_view kViews[] = {"welcomed", "commended", "supported", "were pleased to note"};
constexpr std::string_view kLeadIns[] = {"Arising from the discussion, the following points were raised:",
                                         "In the discussion that followed, the following points were made:",
                                         "During the discussion, the following comments were made:",
                                         "Arising from the discussion, the following comments were raised:"};
constexpr std::string_view kFollows[] = {"", "", "", "They added that ", "They also explained that "};

/// Writes the business of one item, keeping in mind who has been introduced. Used once, then thrown away.
class Scribe {
  public:
    Scribe(const Meeting& meeting, std::uint32_t topic, Random& random)
        : meeting_(meeting), setting_{meeting.council.seed, int(meeting.date.year()), topic}, random_(random), layout_(meeting.council.layout) {
        for (std::uint32_t rank = 0; rank < 4; ++rank) {
            const Figure officer = make_officer(meeting.council, topic, rank);
            for (const Figure& present : meeting.officers)
                if (present.post == officer.post && present.name == officer.name) speakers_.push_back(&present);
        }
        if (speakers_.empty()) speakers_.push_back(&meeting.officers.front());
    }

    Item write(std::uint32_t agenda_number) {
        item_.title = say("title");
        item_.kind = "discussion";
        item_.has_paper = random_.chance(75);
        add_notes();
        switch (layout_) {
            case Layout::meeting_page:
            case Layout::item_page: write_paragraphs(); break;
            case Layout::numbered_page: write_numbered(agenda_number); break;
            case Layout::pdf_markdown: write_bullets(); break;
            case Layout::website: write_website(); break;
        }
        return std::move(item_);
    }

  private:
    // -- the items of each layout ------------------------------------------------------------------------------------
    void write_paragraphs() {
        const Shape shape = layout_ == Layout::item_page || random_.chance(80) ? Shape::listed : Shape::plain;
        add(opening(*speakers_[0]), shape);
        const std::uint32_t more = layout_ == Layout::item_page ? random_.between(8, 24) : random_.between(2, 9);
        for (std::uint32_t i = 0; i < more; ++i) {
            add(discussion(), shape);
            if (asked_for_action_ && random_.chance(60)) add_action();
        }
        if (random_.chance(40)) add(agreement(), shape);
        if (layout_ == Layout::meeting_page && random_.chance(12)) cut_here();
    }

    void write_numbered(std::uint32_t agenda_number) {
        const std::string paper = random_.chance(85) ? "  A copy of the report marked 'Agenda Item " + std::to_string(agenda_number) +
                                                           "' is filed with these minutes." : std::string();
        add(considered(paper), Shape::plain);
        for (std::uint32_t i = random_.between(0, 3); i > 0; --i) add(random_.chance(70) ? fact() : informed(), Shape::plain);
        add(lead_in(pick(kLeadIns)), Shape::plain);
        for (std::uint32_t i = random_.between(1, 7); i > 0; --i) add(discussion(), Shape::listed);
        if (random_.chance(18)) return cut_here();
        add(resolution(), Shape::resolution);
    }

    void write_bullets() {
        if (random_.chance(70)) {
            add(presentation(*speakers_[0]), Shape::plain);
            const Figure& presenter = *speakers_[0];
            for (std::uint32_t i = random_.between(2, 7); i > 0; --i)
                add(fact({presenter.role, "report", "inherited", presenter.name, {}}), Shape::listed);
        } else {
            add(opening(*speakers_[0]), Shape::plain);
        }
        add(lead_in("Members were given an opportunity to ask questions. The following main points were made:"), Shape::plain);
        for (std::uint32_t i = random_.between(2, 9); i > 0; --i) add(discussion(), Shape::listed);
        if (random_.chance(30)) add(agreement(), Shape::listed);
    }

    void write_website() {
        add(considered({}), Shape::plain);
        for (std::uint32_t i = random_.between(1, 6); i > 0; --i) add(discussion(), Shape::plain);
        add(resolution(), Shape::resolution);
    }

    void add_notes() {
        const bool labelled = layout_ == Layout::numbered_page;
        if (layout_ == Layout::pdf_markdown || layout_ == Layout::website || !random_.chance(labelled ? 30 : 40)) return;
        Paragraph note{Shape::note, "agenda-note", say(labelled ? "note_labelled" : "note"), {}, {}, 0};
        if (layout_ == Layout::item_page && random_.chance(50)) {
            note.text = "The committee to discuss " + say("matter") + ". Questions include: -";
            for (std::uint32_t i = random_.between(2, 5); i > 0; --i) note.limbs.push_back(say("note_question"));
        }
        item_.paragraphs.push_back(std::move(note));
    }

    void add(Paragraph paragraph, Shape shape) {
        paragraph.shape = shape;
        if (paragraph.kind == "discussion" && random_.chance(2)) paragraph.text += ' ' + capitalised(say("agency"));
        item_.paragraphs.push_back(std::move(paragraph));
    }

    void add_action() {
        asked_for_action_ = false;
        std::string owner = meeting_.clerk.name;
        if (random_.chance(25)) owner += "/" + speakers_[0]->name;
        if (random_.chance(30)) owner += " (Completed)";
        item_.paragraphs.push_back({Shape::action, "action", std::move(owner), {}, {}, 0});
    }

    /// ModernGov shows the beginning of a long minute and a link: the last paragraph is the one that is cut.
    void cut_here() { item_.cut = true; }

    // -- paragraphs --------------------------------------------------------------------------------------------------
    using Recipe = Paragraph (Scribe::*)();

    Paragraph discussion() {
        static constexpr Recipe kRecipes[] = {&Scribe::question, &Scribe::question, &Scribe::question, &Scribe::agentless_question, &Scribe::reply,
                                              &Scribe::reply, &Scribe::statement, &Scribe::statement, &Scribe::worry, &Scribe::view,
                                              &Scribe::informed, &Scribe::fact_alone, &Scribe::request, &Scribe::from_the_chair, &Scribe::from_the_cabinet};
        return (this->*kRecipes[random_.below(static_cast<std::uint32_t>(std::size(kRecipes)))])();
    }

    Paragraph question() {
        Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
        ask(paragraph);
        answer(paragraph, speaker());
        if (random_.chance(20)) {
            ask(paragraph);
            answer(paragraph, speaker());
        }
        return paragraph;
    }

    Paragraph agentless_question() {
        Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
        const Agentless asked = kAgentlessAsks[random_.below(static_cast<std::uint32_t>(std::size(kAgentlessAsks)))];
        const std::string surface(asked.surface);
        lead(paragraph, {"member", "question", "inferred", {}, surface}, surface + std::string(asked.rest));
        paragraph.text += say("question") + ".";
        answer(paragraph, speaker());
        return paragraph;
    }

    Paragraph reply() {
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

    Paragraph opening(const Figure& figure) {
        Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
        speech(paragraph, figure, "report", true, pick(kOpenings));
        return paragraph;
    }

    Paragraph statement() {
        Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
        speech(paragraph, speaker(), "report", true, pick(kReports));
        return paragraph;
    }

    Paragraph worry() {
        Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
        if (random_.chance(50)) {
            lead(paragraph, {"member", "concern", "inferred", {}, "Concern was expressed"}, "Concern was expressed about ");
        } else {
            const std::string who = members(true);
            lead(paragraph, {"member", "concern", "explicit", {}, who}, who + ' ' + std::string(pick(kWorries)) + ' ');
        }
        paragraph.text += say("worry") + ".";
        if (random_.chance(60)) speech(paragraph, speaker(), "answer", true, random_.chance(50) ? "acknowledged this and explained that" : "reassured Members that");
        return paragraph;
    }

    Paragraph view() {
        Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
        if (random_.chance(40)) {
            lead(paragraph, {"member", "statement", "inferred", {}, "It was suggested"}, "It was suggested that ");
            paragraph.text += clause() + ".";
        } else {
            const std::string who = members(true);
            lead(paragraph, {"member", "statement", "explicit", {}, who}, who + ' ' + std::string(pick(kViews)) + ' ');
            paragraph.text += say("subject") + ".";
        }
        return paragraph;
    }

    Paragraph informed() {
        Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
        const std::string surface = with_body(pick(kInformed));
        lead(paragraph, {"unattributed", "report", "explicit", {}, surface}, surface + " that ");
        paragraph.text += clause() + ".";
        follow(paragraph, false);
        return paragraph;
    }

    Paragraph fact_alone() { return fact(); }

    Paragraph fact(Turn turn = {"unattributed", "report", "explicit", {}, {}}) {
        Paragraph paragraph{Shape::plain, "discussion", capitalised(clause()) + ".", {}, {std::move(turn)}, 0};
        follow(paragraph, false);
        return paragraph;
    }

    Paragraph request() {
        Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
        const bool one = random_.chance(30);
        lead(paragraph, {"member", "action", "explicit", {}, one ? "A Member" : "Members"}, one ? "A Member asked for " : "Members requested ");
        paragraph.text += say("request") + ".";
        asked_for_action_ = true;
        return paragraph;
    }

    Paragraph from_the_chair() {
        Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
        const std::string chair = "The " + std::string(meeting_.council.chair_word);
        lead(paragraph, {"chair", "statement", "explicit", listed() ? meeting_.chair.name : std::string(), chair}, chair + ' ');
        if (random_.chance(50)) paragraph.text += "thanked officers for the report and noted that " + clause() + ".";
        else paragraph.text += "stated that " + clause() + ".";
        return paragraph;
    }

    Paragraph from_the_cabinet() {
        if (meeting_.cabinet.empty()) return statement();
        Paragraph paragraph{Shape::plain, "discussion", {}, {}, {}, 0};
        speech(paragraph, meeting_.cabinet[random_.below(static_cast<std::uint32_t>(meeting_.cabinet.size()))], "statement", true, pick(kReports));
        return paragraph;
    }

    Paragraph agreement() {
        const std::string body = meeting_.body;
        if (random_.chance(50))
            return {Shape::plain, "decision", "It was agreed that the " + body + " would " + say("agreed_outcome") + ".", {},
                    {{"committee", "decision", "inferred", {}, "It was agreed"}}, 14};
        return {Shape::plain, "decision", "The " + body + " agreed to " + say("agreed_outcome") + ".", {},
                {{"committee", "decision", "explicit", {}, "The " + body}}, 16};
    }

    Paragraph considered(const std::string& paper) {
        const std::string body = layout_ == Layout::numbered_page ? capitalised(meeting_.body) : meeting_.body;
        const std::string article = random_.chance(80) ? " a report " : " the report ";
        return {Shape::plain, "procedural", "The " + body + " considered" + article + "of the " + speakers_[0]->post + " which " + say("report_on") + "." + paper, {}, {}, 0};
    }

    Paragraph presentation(const Figure& figure) {
        const std::string surface = mention(figure, false);
        return {Shape::plain, "procedural", "By way of introduction, " + surface + " made a presentation to Members which included the following main points:", {},
                {{figure.role, "report", "explicit", person(figure), surface}}, 0};
    }

    Paragraph lead_in(std::string_view text) { return {Shape::plain, "procedural", std::string(text), {}, {}, 0}; }

    Paragraph resolution() {
        Paragraph paragraph{Shape::resolution, "decision", {}, {}, {{"committee", "decision", "inferred", {}, "RESOLVED"}}, 0};
        const std::uint32_t limbs = random_.chance(45) ? 1 : random_.between(2, 4);
        for (std::uint32_t i = 0; i < limbs; ++i) paragraph.limbs.push_back(limbs > 1 && i == 0 ? "That the report be noted" : "That " + say("outcome"));
        return paragraph;
    }

    // -- turns -------------------------------------------------------------------------------------------------------
    void ask(Paragraph& paragraph) {
        const bool named = listed() && !meeting_.members.empty() && random_.chance(25);
        const Figure& member = named ? meeting_.members[random_.below(static_cast<std::uint32_t>(meeting_.members.size()))] : meeting_.chair;
        std::string who = named ? member.formal : members(paragraph.text.empty());
        if (!paragraph.text.empty()) paragraph.text += ' ';
        lead(paragraph, {"member", "question", "explicit", named ? member.name : std::string(), who}, who + ' ' + std::string(pick(kAsks)) + ' ');
        paragraph.text += say("question") + ".";
    }

    void answer(Paragraph& paragraph, const Figure& figure) {
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
    void speech(Paragraph& paragraph, const Figure& figure, std::string_view act, bool starts, std::string_view verb) {
        if (starts && !paragraph.text.empty()) paragraph.text += ' ';
        const std::string surface = mention(figure, starts);
        lead(paragraph, {figure.role, act, "explicit", person(figure), surface}, surface + ' ' + with_body(verb) + ' ');
        paragraph.text += clause() + ".";
        follow(paragraph, true);
    }

    void follow(Paragraph& paragraph, bool by_someone) {
        for (std::uint32_t i = random_.below(3); i > 0; --i) {
            const std::string_view start = by_someone ? pick(kFollows) : std::string_view();
            paragraph.text += ' ';
            paragraph.text += start.empty() ? capitalised(clause()) : std::string(start) + clause();
            paragraph.text += '.';
        }
    }

    void lead(Paragraph& paragraph, Turn turn, std::string_view words) {
        paragraph.text += words;
        paragraph.settled = static_cast<std::uint32_t>(paragraph.text.size());
        paragraph.turns.push_back(std::move(turn));
    }

    // -- words -------------------------------------------------------------------------------------------------------
    const Figure& speaker() {
        const bool outsider = (layout_ == Layout::meeting_page || layout_ == Layout::item_page) && random_.chance(10);
        return outsider ? meeting_.outsider : *speakers_[random_.below(static_cast<std::uint32_t>(speakers_.size()))];
    }

    /// Whether the document lists who was present, so that a post or "Ms Osthurst" leads to a name.
    bool listed() const { return layout_ == Layout::pdf_markdown || layout_ == Layout::website; }
    std::string person(const Figure& figure) const { return listed() ? figure.name : std::string(); }

    /// A council's own page says "Ms Osthurst"; elsewhere the post stands in full, then in short where it has a short form.
    std::string mention(const Figure& figure, bool starts) {
        if (layout_ == Layout::website) return figure.formal;
        const std::string the = starts ? "The " : "the ";
        if (figure.shorter.empty()) return the + figure.post;
        bool& introduced = figure.role == "dcs" ? dcs_introduced_ : outsider_introduced_;
        if (introduced) return the + figure.shorter;
        introduced = true;
        return the + figure.post + (figure.role == "dcs" ? " (" + figure.shorter + ")" : "");
    }

    std::string members(bool first) {
        const std::string who = with_body(kMembers[random_.below(static_cast<std::uint32_t>(std::size(kMembers)))]);
        return first && who.starts_with("Another") ? "Members" : capitalised(who);
    }

    std::string with_body(std::string_view text) const {
        std::string filled(text);
        if (const std::size_t at = filled.find("BODY"); at != std::string::npos) filled.replace(at, 4, meeting_.body);
        return filled;
    }

    std::string clause() {
        std::string clause = say("clause");
        if (!random_.chance(30)) return clause;
        const std::string tail = say("tail");
        if (tail.front() != ',' && tail.front() != ';') clause += ' ';
        return clause + tail;
    }

    std::string say(std::string_view rule) { return grammar_.say(grammar_.rule(rule), random_, setting_); }
    std::string_view pick(Choices choices) { return choices[random_.below(static_cast<std::uint32_t>(choices.size()))]; }

    const Meeting& meeting_;
    const Grammar& grammar_ = Grammar::shared();
    Setting setting_;
    Random& random_;
    Layout layout_;
    std::vector<const Figure*> speakers_;  ///< the officers of the topic who are present
    Item item_;
    bool asked_for_action_ = false, dcs_introduced_ = false, outsider_introduced_ = false;
};

}  // namespace

Item make_business(const Meeting& meeting, std::uint32_t topic, std::uint32_t agenda_number, Random& random) {
    return Scribe(meeting, topic, random).write(agenda_number);
}

}  // namespace minutes::synthetic
