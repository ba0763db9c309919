#include "analyzers/outcomes/outcomes.hpp"

#include "analyzers/people/lexemes.hpp"
#include "analyzers/people/patterns.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <utility>

namespace minutes {
namespace {

// The rules that link, by what they go by. docs/segmentation.md tells them at length.
constexpr std::string_view kSamePassage = "answered-in-passage";   // the answer follows in the same passage
constexpr std::string_view kNextPassage = "answered-below";        // a passage below opens with the answer
constexpr std::string_view kTogether = "answered-together";        // several questions stand before the answer
constexpr std::string_view kNamedReply = "answered-by-name";       // "In response to Councillor Hay, ..." takes up her question
constexpr std::string_view kUnanswered = "unanswered";

/// Passages between a question and its answer. A reply further down may be to something else.
constexpr std::size_t kReach = 3;

/// A question that waits, or has just been answered.
struct Open {
    Exchange exchange;
    bool concern = false;
    bool below = false;  ///< its answers stand in passages below its own
};

class ExchangeReader {
public:
    ExchangeReader(const Document& doc, const Item& item) : doc_(doc), item_(item) {}

    std::vector<Exchange> read() {
        for (std::size_t p = 0; p < item_.passages.size(); ++p) read(p);
        close();
        return std::move(done_);
    }

private:
    const Speaker& speaker(TurnAt at) const { return item_.passages[at.passage].speakers[at.turn]; }

    void read(std::size_t p) {
        const Passage& passage = item_.passages[p];
        if (passage.kind == PassageKind::agenda_note || passage.kind == PassageKind::attendance) return;
        if (passage.kind == PassageKind::decision) return close();
        open_passage(p);
        bool answered = false;
        for (std::size_t t = 0; t < passage.speakers.size(); ++t) {
            const Speaker& turn = passage.speakers[t];
            if (turn.act == Act::decision) close();
            else if (turn.act == Act::question || turn.act == Act::concern) ask({p, t});
            else if (turn.act == Act::answer) answered = answer({p, t}) || answered;
            else if (turn.attribution == Attribution::implied) heard_ = true;
        }
        const bool below = std::any_of(waiting_.begin(), waiting_.end(), [](const Open& open) { return open.below; });
        if (below && !answered) close();   // the answers below a question end where a passage does not go on with them
        if (is_lead_in(passage) && !answered && !asks(passage)) close();
    }

    static bool asks(const Passage& passage) { return std::any_of(passage.speakers.begin(), passage.speakers.end(), [](const Speaker& turn) { return turn.act == Act::question; }); }

    /// "The following points were made:": what stands below is no answer to what stands above.
    bool is_lead_in(const Passage& passage) const {
        const Span part = passage.parts.back();
        const std::string_view text = slice(doc_.text, trimmed(doc_.text, part));
        return text.ends_with(':');
    }

    void open_passage(std::size_t p) {
        heard_ = false;
        if (waiting_.empty()) return;
        const bool answered_above = std::any_of(waiting_.begin(), waiting_.end(), [&](const Open& open) { return !open.exchange.answers.empty() && !open.below; });
        if (answered_above || p > waiting_.back().exchange.question.passage + kReach + (waiting_.back().below ? kReach : 0)) close();
    }

    /// A question opens an exchange, unless it only refers to one that waits: "In response to Councillor Hay, ...".
    void ask(TurnAt at) {
        const Speaker& turn = speaker(at);
        if (turn.attribution == Attribution::implied) return refer(at);
        if (const Open* earlier = taken_up(at)) {
            Open kept = *earlier;
            std::erase_if(waiting_, [&](const Open& open) { return open.exchange.question == kept.exchange.question; });
            close();
            kept.exchange.rule = kNamedReply;
            waiting_.push_back(std::move(kept));
            return;
        }
        const bool answered = std::any_of(waiting_.begin(), waiting_.end(), [](const Open& open) { return !open.exchange.answers.empty(); });
        if (answered) close();
        waiting_.push_back({{at, {}, kUnanswered}, turn.act == Act::concern, false});
    }

    /// "In response to these questions": goes on with those that wait; "a question" is another, which the text does not tell.
    void refer(TurnAt at) {
        const std::uint32_t begin = speaker(at).surface.begin, end = speaker(at).surface.end;
        const bool back = refers_back({begin, end});
        if (!back) {
            close();
            heard_ = true;
        }
    }

    bool refers_back(Span words) const {
        for (const Lexeme& lexeme : lexemes_of(doc_.text, words))
            if (is_one_of(lexeme.form, {"the", "these", "this", "those", "that", "their", "her", "his", "members'", "all", "both"})) return true;
        return false;
    }

    /// The question that waits above and whose asker this turn names again behind "in response to" and the like.
    const Open* taken_up(TurnAt at) const {
        const Speaker& turn = speaker(at);
        if (turn.person.empty() || !is_reply_cue(turn.surface.begin)) return nullptr;
        for (auto open = waiting_.rbegin(); open != waiting_.rend(); ++open)
            if (open->exchange.question.passage < at.passage && speaker(open->exchange.question).person == turn.person && open->exchange.answers.empty()) return &*open;
        return nullptr;
    }

    /// Whether "in response to", "replying to", "responding to a question from" stand just before a name.
    bool is_reply_cue(std::uint32_t name) const {
        constexpr std::uint32_t kBefore = 60;
        const Lexemes before = lexemes_of(doc_.text, {name > kBefore ? name - kBefore : 0, name});
        const std::size_t from = before.size() > 8 ? before.size() - 8 : 0;
        return std::any_of(before.begin() + static_cast<std::ptrdiff_t>(from), before.end(), [](const Lexeme& lexeme) {
            return is_one_of(lexeme.form, {"response", "reply", "responding", "replying", "answering", "answer"}); });
    }

    /// Links an answer to the questions that wait for it; whether any does.
    bool answer(TurnAt at) {
        if (waiting_.empty()) return false;
        const bool here = waiting_.back().exchange.question.passage == at.passage || waiting_.back().exchange.rule == kNamedReply;
        if (!here && (!opens_passage(at) && !continues(at))) return false;
        if (heard_) return false;
        if (here) leave_earlier(at.passage);
        bool linked = false;
        for (Open& open : waiting_) {
            const Speaker &asker = speaker(open.exchange.question), &replier = speaker(at);
            if (!asker.person.empty() && asker.person == replier.person) continue;   // one's own words are no answer
            open.exchange.answers.push_back(at);
            open.below = open.exchange.question.passage != at.passage;
            linked = true;
        }
        settle_rules();
        return linked;
    }

    /// A question that is answered in its own passage leaves those above it unanswered.
    void leave_earlier(std::size_t passage) {
        if (waiting_.back().exchange.rule == kNamedReply) return;
        std::vector<Open> own;
        for (Open& open : waiting_)
            if (open.exchange.question.passage == passage) own.push_back(std::move(open));
            else finish(std::move(open));
        waiting_ = std::move(own);
    }

    void settle_rules() {
        const auto asked = std::count_if(waiting_.begin(), waiting_.end(), [](const Open& open) { return !open.exchange.answers.empty(); });
        for (Open& open : waiting_)
            if (!open.exchange.answers.empty() && open.exchange.rule != kNamedReply) open.exchange.rule = asked > 1 ? kTogether : open.below ? kNextPassage : kSamePassage;
    }

    /// Whether nobody speaks in the passage before this answer.
    bool opens_passage(TurnAt at) const {
        const std::vector<Speaker>& turns = item_.passages[at.passage].speakers;
        return std::all_of(turns.begin(), turns.begin() + static_cast<std::ptrdiff_t>(at.turn), [](const Speaker& turn) {
            return turn.attribution == Attribution::implied || (turn.role == Role::unattributed && turn.surface.empty()); });
    }

    /// Whether an answer before this one in the same passage was linked.
    bool continues(TurnAt at) const {
        return std::any_of(waiting_.begin(), waiting_.end(), [&](const Open& open) { return !open.exchange.answers.empty() && open.exchange.answers.back().passage == at.passage; });
    }

    void close() {
        for (Open& open : waiting_) finish(std::move(open));
        waiting_.clear();
    }

    void finish(Open open) {
        if (!open.concern || !open.exchange.answers.empty()) done_.push_back(std::move(open.exchange));
    }

    const Document& doc_;
    const Item& item_;
    std::vector<Open> waiting_;
    std::vector<Exchange> done_;
    bool heard_ = false;  ///< this passage speaks of a question or comment that it does not tell: its answers are to that
};

}  // namespace

Meeting with_exchanges(const Document& doc, Meeting meeting) {
    for (Item& item : meeting.items) {
        item.exchanges = ExchangeReader(doc, item).read();
        std::sort(item.exchanges.begin(), item.exchanges.end(), [](const Exchange& a, const Exchange& b) { return a.question < b.question; });
    }
    return meeting;
}

}  // namespace minutes
