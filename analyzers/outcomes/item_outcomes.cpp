#include "analyzers/outcomes/item_outcomes.hpp"

#include "analyzers/outcomes/decisions.hpp"
#include "analyzers/outcomes/limbs.hpp"
#include "analyzers/outcomes/recorded_votes.hpp"
#include "analyzers/outcomes/row_parts.hpp"
#include "analyzers/outcomes/stated_passage.hpp"
#include "analyzers/people/patterns.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <utility>

namespace minutes {
namespace {

/// The rows that were added last, so that "Proposed by ..." below them can be put to them.
struct LastBlock {
    std::size_t first = 0;  ///< of the rows in the list
    std::size_t end = 0;    ///< behind the last passage that belongs to them
};

class ItemReader {
public:
    ItemReader(const Item& item, const OutcomeContext& context) : item_(item), context_(context) {}

    std::vector<Outcome> read() {
        for (std::size_t p = 0; p < item_.passages.size();) p = read(p);
        flush();
        return std::move(rows_);
    }

private:
    /// Reads what starts at passage `p`; the passage behind it.
    std::size_t read(std::size_t p) {
        const Passage& passage = item_.passages[p];
        if (passage.kind == PassageKind::agenda_note || passage.kind == PassageKind::attendance) return pass(p);
        if (const auto recorded = recorded_vote_at(context_.text, item_, p)) {
            StatedPassage vote = read(recorded->passage, p, recorded->end, true);
            if (vote.votes.size() == 1) return take_pure(std::move(vote));
        }
        if (!worth_reading(p)) return pass(p);
        StatedPassage here = read(passage, p, p + 1, false);
        const bool decides = passage.kind == PassageKind::decision, pure = here.tells() && !here.lost() && here.is_pure(here.minute.all());
        std::vector<Decision> decisions;
        if (decides ? !pure : has_act(passage, Act::decision) || (!waiting_.empty() && here.minute.lexemes.size() <= 4)) decisions = decisions_in(here.minute, decides);
        if (decisions.size() == 1 && announces(here.minute, decisions.front())) return announce(std::move(here), decisions.front().kind);
        const bool listed = announced_ && decisions.empty() && !(passage.marker.empty() && passage.number.empty());
        if (decisions.empty() && announced_ && !pure && (listed || !list_announced_)) decisions = decisions_in(here.minute, true);
        const std::vector<Task> tasks = tasks_of(here.minute, passage, decisions);
        if (decisions.empty() && tasks.empty() && pure) return take_pure(std::move(here));
        if (decisions.empty() && tasks.empty() && has_vote_of_above(here)) {
            const bool lost = loses_motion(here);
            if (lost || reports_vote(here)) {
                complete(here);
                if (lost) lose_above();
                return last_->end = p + 1;
            }
        }
        if (decisions.empty()) flush();
        const std::size_t first = rows_.size();
        add_decisions(here, decisions);
        for (const Task& task : tasks) rows_.push_back(task_row(passage, p, here.minute, task, context_.resolver, context_.meeting));
        settle_order(first);
        const auto announced = listed ? announced_ : std::nullopt;   // "It was agreed that:" goes on from point to point
        forget();
        announced_ = announced, list_announced_ = announced.has_value();
        if (rows_.size() > first) last_ = LastBlock{first, p + 1};
        else if (here.tells()) waiting_.push_back(std::move(here));
        return p + 1;
    }

    /// Whether a passage tells of one vote, right below rows that have none.
    bool has_vote_of_above(const StatedPassage& here) const { return last_ && last_->end == here.passage && here.votes.size() == 1 && lacks(here); }

    /// "The vote on the resolution was unanimous with one abstention." below a decision is of that decision.
    static bool reports_vote(const StatedPassage& here) {
        const std::size_t first = here.minute.form(0) == "the" ? 1 : 0;
        return is_one_of(here.minute.form(first), {"vote", "voting", "votes"});
    }

    void lose_above() {
        for (std::size_t r = last_->first; r < rows_.size(); ++r) rows_[r].kind = Outcome::Kind::lost;
        std::erase_if(open_motions_, [&](std::size_t row) { return row >= last_->first; });
    }

    /// "Upon a vote, the proposal was lost by 2 votes to 5." below what was moved.
    bool loses_motion(const StatedPassage& here) const {
        if (!here.lost() || here.on_amendment()) return false;
        const bool open = std::find(open_motions_.begin(), open_motions_.end(), last_->first) != open_motions_.end();
        return open || rows_[last_->first].kind == Outcome::Kind::moved;
    }

    /// A passage that tells nothing of an outcome.
    std::size_t pass(std::size_t p) {
        flush();
        forget();
        return p + 1;
    }

    void forget() {
        waiting_.clear();
        announced_.reset();
    }

    StatedPassage read(const Passage& passage, std::size_t p, std::size_t end, bool recorded) const {
        return stated_passage(read_minute(context_.text, passage, context_.resolver.context()), p, end, recorded);
    }

    /// Whether a decision has no text of its own: "AND AGREED", "It was agreed that:".
    static bool announces(const MinuteText& minute, const Decision& decision) {
        const Range text = decision.text;
        return text.empty() || (text.end == minute.lexemes.size() && text.end - text.begin <= 3 && minute.form(text.end - 1) == ":");
    }

    /// "AND AGREED", "RESOLVED" alone: the passage below is what was decided.
    std::size_t announce(StatedPassage here, Outcome::Kind kind) {
        const std::size_t end = here.end;
        announced_ = kind;
        list_announced_ = here.minute.lexemes.back().form == ":" && item_.passages[here.passage].kind != PassageKind::decision;
        waiting_.push_back(std::move(here));
        return end;
    }

    static bool has_act(const Passage& passage, Act act) {
        return std::any_of(passage.speakers.begin(), passage.speakers.end(), [&](const Speaker& speaker) { return speaker.act == act; });
    }

    /// Whether a passage can tell of an outcome: reading all talk for the few that do would cost as much as reading its speakers.
    bool worth_reading(std::size_t p) const {
        const Passage& passage = item_.passages[p];
        const auto decides = [&](std::size_t at) { return at < item_.passages.size() && item_.passages[at].kind == PassageKind::decision; };
        if (passage.kind == PassageKind::action || decides(p) || decides(p + 1) || (p > 0 && decides(p - 1)) || (last_ && last_->end == p) || !waiting_.empty()) return true;
        if (has_act(passage, Act::decision)) return true;
        for (const Span part : passage.parts) {
            const std::string_view text = slice(context_.text.doc().text, part);
            if (text.find("Action") != text.npos || text.find("ACTION") != text.npos || text.find("AP") != text.npos) return true;
            if (text.substr(0, 80).find(" to ") != text.npos && text.size() < 400) return true;   // "Clerk to write to ..."
        }
        return false;
    }

    /// In a decision only labelled tasks are rows of their own: "RESOLVED: Clerk to write" is a decision already.
    std::vector<Task> tasks_of(const MinuteText& minute, const Passage& passage, const std::vector<Decision>& decisions) const {
        std::vector<Task> tasks = tasks_in(minute, passage.kind == PassageKind::action, context_.day);
        if (decisions.empty()) return tasks;
        std::erase_if(tasks, [](const Task& task) { return task.at.begin == task.text.begin && task.at.end == task.text.end; });
        std::size_t d = 0;
        for (Task& task : tasks) {   // "RESOLVED that the wall be mended. (Action: Clerk)"
            while (d < decisions.size() && decisions[d].at.end <= task.at.begin) ++d;
            if (d < decisions.size() && decisions[d].text.contains(task.at.begin)) task.text.begin = std::max(task.text.begin, std::min(decisions[d].text.begin, task.text.end - 1));
        }
        return tasks;
    }

    /// "Proposed by A, seconded by B": of the decision just above that names nobody yet, else of the one below.
    std::size_t take_pure(StatedPassage here) {
        const std::size_t end = here.end;
        if (last_ && last_->end == here.passage && (!stands_before_ || here.motions.empty()) && waiting_.empty() && lacks(here)) {
            complete(here);
            last_->end = end;
            return end;
        }
        if (rows_.empty()) stands_before_ = true;
        const bool repeats = std::any_of(waiting_.begin(), waiting_.end(), [&](const StatedPassage& other) { return says_again(other, here); });
        if (repeats) flush(), forget();
        const bool whole = item_.passages[here.passage].kind == PassageKind::decision && !here.motions.empty() && !here.votes.empty();
        waiting_.push_back(std::move(here));
        if (whole) flush(), forget();   // moved, seconded and voted on: a decision, whatever stands below
        return end;
    }

    /// Whether two passages both name a mover, or both a seconder: they are of two motions.
    static bool says_again(const StatedPassage& a, const StatedPassage& b) {
        if (a.motions.size() != 1 || b.motions.size() != 1) return !a.motions.empty() && !b.motions.empty();
        return (a.motions.front().mover && b.motions.front().mover) || (a.motions.front().seconder && b.motions.front().seconder);
    }

    bool lacks(const StatedPassage& here) const {
        const Outcome& row = rows_[last_->first];
        if (row.kind == Outcome::Kind::action) return false;
        const bool mover = here.motions.empty() || row.mover.empty() || row.seconder.empty(), vote = here.votes.empty() || row.vote.at.empty() || !has_numbers(row.vote);
        return mover && vote;
    }

    /// Puts the motion and vote of a pure passage to the rows above it.
    void complete(const StatedPassage& here) {
        for (std::size_t r = last_->first; r < rows_.size(); ++r) {
            if (rows_[r].kind == Outcome::Kind::action) continue;
            if (here.motions.size() == 1) put_motion(rows_[r], here.minute, context_.resolver, here.motions.front());
            if (here.votes.size() == 1) put_vote(rows_[r], here.minute, context_.resolver, here.votes.front());
        }
    }

    /// Passages that tell of a motion and a vote but have no decision beside them are one, if they are known to be.
    void flush() {
        const auto first = std::find_if(waiting_.begin(), waiting_.end(), [&](const StatedPassage& read) {
            return item_.passages[read.passage].kind == PassageKind::decision && read.is_pure(read.minute.all()); });
        if (first == waiting_.end()) return;
        const StatedPassage here = std::move(*first);
        waiting_.erase(first);
        last_ = LastBlock{rows_.size(), waiting_.empty() ? here.end : std::max(here.end, waiting_.back().end)};
        std::vector<Decision> whole = decisions_in(here.minute, true);
        const bool voted = std::any_of(waiting_.begin(), waiting_.end(), [](const StatedPassage& read) { return !read.votes.empty(); });
        Outcome::Kind kind = whole.size() == 1 ? whole.front().kind : Outcome::Kind::resolved;
        if (kind == Outcome::Kind::moved && voted) kind = Outcome::Kind::resolved;
        add_decisions(here, {{kind, here.minute.all(), here.minute.all(), false}});
    }

    void add_decisions(const StatedPassage& here, const std::vector<Decision>& decisions) {
        std::size_t from = 0;
        for (std::size_t d = 0; d < decisions.size(); ++d) {
            Decision decision = decisions[d];
            if (!decision.marked && announced_) decision.kind = *announced_;
            const Range zone{from, d + 1 < decisions.size() ? std::max(decision.text.end, decision.at.end) : here.minute.lexemes.size()};
            settle_motions(decision);
            add_rows(here, decision, zone, d == 0);
            from = zone.end;
        }
    }

    /// "It was moved ... That the plan be approved" is what was moved when RESOLVED stands below it.
    void settle_motions(const Decision& decision) {
        const bool settles = decision.marked && (decision.kind == Outcome::Kind::resolved || decision.kind == Outcome::Kind::agreed);
        for (const std::size_t row : open_motions_)
            if (settles) rows_[row].kind = Outcome::Kind::moved;
        if (settles) open_motions_.clear();
    }

    /// The rows of one decision. Its motion and vote stand in its zone: behind the decision before it, up to its own end.
    void add_rows(const StatedPassage& here, const Decision& decision, Range zone, bool first) {
        Outcome row;
        row.passage = here.passage;
        const Motion* motion = only_one(here.motions, zone, decision.at, here.minute);
        const VoteAt* vote = only_one(here.votes, zone, decision.at, here.minute);
        if (motion) put_motion(row, here.minute, context_.resolver, *motion);
        if (vote) put_vote(row, here.minute, context_.resolver, *vote);
        if (first) take_waiting(row, none_in(here.motions, zone), none_in(here.votes, zone));
        const bool moved = !decision.marked && !announced_ && !row.mover.empty() && row.vote.at.empty();
        const Range text = decision.kind == Outcome::Kind::lost ? decision.text : without_tail(here, decision.text);
        const Passage& passage = item_.passages[here.passage];
        const std::string own = decision.text.begin == 0 && first && (passage.kind == PassageKind::decision || announced_) ? own_label(passage.number) : std::string();
        std::vector<Limb> limbs = limbs_of(context_.text.doc().text, here.minute.lexemes, text, own);
        const Range lead{text.begin, limbs.empty() ? text.begin : limbs.front().at.begin};
        const Outcome::Kind block = kind_of_limb(decision.kind, here.minute.lexemes, lead);
        for (Limb& limb : limbs) {
            Outcome made = row;
            made.kind = kind_of_limb(block, here.minute.lexemes, limb.at);
            made.limb = std::move(limb.label);
            made.parts = parts_of(passage, here.minute, limb.at);
            if (made.parts.empty()) continue;
            if (moved) open_motions_.push_back(rows_.size());
            rows_.push_back(std::move(made));
        }
    }

    /// What the passages just above say of motion and vote, where the decision's own does not.
    void take_waiting(Outcome& row, bool lacks_motion, bool lacks_vote) const {
        for (const StatedPassage& above : waiting_) {
            const Motion* motion = above.motions.size() == 1 && above.motions.front().formal ? &above.motions.front() : nullptr;
            const bool completes = motion && (lacks_motion || (above.is_pure(above.minute.all()) && !(motion->mover && !row.mover.empty()) && !(motion->seconder && !row.seconder.empty())));
            if (completes) put_motion(row, above.minute, context_.resolver, *motion);
            if (lacks_vote && above.votes.size() == 1 && !above.on_amendment() && !above.lost()) put_vote(row, above.minute, context_.resolver, above.votes.front());
        }
    }

    /// "(a)" and "2." number a limb; "3.1" numbers a paragraph.
    static std::string own_label(std::string_view number) {
        std::string label;
        for (const char c : number)
            if (is_letter(c) || is_digit(c)) label += is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
        const bool inner_mark = number.find_first_of(".(-/", 1) != number.npos && number.find_first_of(".(-/", 1) + 1 < number.size();
        return label.size() <= 4 && !inner_mark ? label : std::string();
    }

    /// The one thing that stands in the zone; of several the one in the decision's own sentence, if only one is there.
    template <typename Thing>
    static const Thing* only_one(const std::vector<Thing>& things, Range zone, Range at, const MinuteText& minute) {
        const Thing *any = nullptr, *own = nullptr;
        std::size_t in_zone = 0, in_own = 0;
        const std::size_t begin = minute.lexemes.empty() ? 0 : minute.sentences[minute.sentence_of(at.begin)].begin;
        for (auto thing = first_in(things, zone); thing != things.end() && thing->at.begin < zone.end; ++thing) {
            any = &*thing, ++in_zone;
            if (thing->at.begin >= begin && thing->at.begin < at.end) own = &*thing, ++in_own;
        }
        return in_zone == 1 ? any : in_own == 1 ? own : nullptr;
    }

    template <typename Thing>
    static auto first_in(const std::vector<Thing>& things, Range zone) {
        return std::lower_bound(things.begin(), things.end(), zone.begin, [](const Thing& thing, std::size_t begin) { return thing.at.begin < begin; });
    }

    template <typename Thing>
    static bool none_in(const std::vector<Thing>& things, Range zone) {
        const auto first = first_in(things, zone);
        return first == things.end() || first->at.begin >= zone.end;
    }

    /// Without the sentences at its end that only tell of motion and vote.
    static Range without_tail(const StatedPassage& here, Range text) {
        while (!text.empty() && here.tells()) {
            const Range last = here.minute.sentences[here.minute.sentence_of(text.end - 1)];
            if (last.begin <= text.begin || !here.is_pure({last.begin, text.end})) break;
            text.end = last.begin;
        }
        return text;
    }

    void settle_order(std::size_t first) {
        std::stable_sort(rows_.begin() + static_cast<std::ptrdiff_t>(first), rows_.end(), [](const Outcome& a, const Outcome& b) {
            return a.passage != b.passage ? a.passage < b.passage : !a.parts.empty() && !b.parts.empty() && a.parts.front().begin < b.parts.front().begin; });
    }

    const Item& item_;
    const OutcomeContext& context_;
    std::vector<Outcome> rows_;
    std::optional<LastBlock> last_;
    std::vector<StatedPassage> waiting_;                ///< the passages just above that tell of a motion or vote not yet put to a decision
    std::optional<Outcome::Kind> announced_;   ///< the passage just above only says that the next is a decision
    bool list_announced_ = false;              ///< and that it is a list of points
    std::vector<std::size_t> open_motions_;    ///< rows that may only have been moved
    bool stands_before_ = false;               ///< movers stand above their decisions in this item
};

}  // namespace

std::vector<Outcome> outcomes_of(const Item& item, const OutcomeContext& context) { return ItemReader(item, context).read(); }

}  // namespace minutes
