#include "analyzers/outcomes/item_outcomes.hpp"

#include "analyzers/outcomes/decisions.hpp"
#include "analyzers/outcomes/limbs.hpp"
#include "analyzers/outcomes/motions.hpp"
#include "analyzers/outcomes/outcome_words.hpp"
#include "analyzers/outcomes/tasks.hpp"
#include "analyzers/outcomes/votes.hpp"
#include "analyzers/people/patterns.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <utility>

namespace minutes {
namespace {

/// A passage with the motions and votes that it states.
struct Read {
    MinuteText minute;
    std::vector<Motion> motions;
    std::vector<VoteAt> votes;

    [[nodiscard]] bool tells() const { return !motions.empty() || !votes.empty(); }
};

/// The rows that a passage gave last, so that "Proposed by ..." below them can be put to them.
struct LastBlock {
    std::size_t passage = 0, first = 0;  ///< of the rows in the list
};

class ItemReader {
public:
    ItemReader(const Item& item, const OutcomeContext& context) : item_(item), context_(context) {}

    std::vector<Outcome> read() {
        for (std::size_t p = 0; p < item_.passages.size(); ++p) read(p);
        flush();
        return std::move(rows_);
    }

private:
    void read(std::size_t p) {
        const Passage& passage = item_.passages[p];
        if (!worth_reading(p)) {
            flush();
            before_.reset();
            return;
        }
        Read here;
        here.minute = read_minute(context_.doc.text, passage, context_.cast.context());
        here.motions = motions_in(here.minute);
        here.votes = votes_in(here.minute);
        const bool decides = passage.kind == PassageKind::decision;
        const bool stated = decides || has_act(passage, Act::decision);
        std::vector<Decision> decisions;
        if (stated && !(decides && here.tells() && is_pure(here, here.minute.all()))) decisions = decisions_in(here.minute, decides);
        const std::vector<Task> tasks = tasks_of(here.minute, passage, !decisions.empty());
        if (decisions.empty() && tasks.empty() && here.tells() && is_pure(here, here.minute.all())) return take_pure(p, std::move(here));
        const std::size_t first = rows_.size();
        if (!decisions.empty()) take_pending();
        else flush();
        add_decisions(p, here, decisions);
        for (const Task& task : tasks) rows_.push_back(row_of(p, here.minute, task));
        settle_order(first);
        pending_.reset();
        before_.reset();
        if (rows_.size() > first) last_ = LastBlock{p, first};
        else if (here.tells()) before_ = std::move(here);
    }

    static bool has_act(const Passage& passage, Act act) {
        return std::any_of(passage.speakers.begin(), passage.speakers.end(), [&](const Speaker& speaker) { return speaker.act == act; });
    }

    /// Whether a passage can tell of an outcome: reading all talk for the few that do would cost as much as reading its speakers.
    bool worth_reading(std::size_t p) const {
        const Passage& passage = item_.passages[p];
        if (passage.kind == PassageKind::agenda_note || passage.kind == PassageKind::attendance) return false;
        const auto decides = [&](std::size_t at) { return at < item_.passages.size() && item_.passages[at].kind == PassageKind::decision; };
        if (passage.kind == PassageKind::action || decides(p) || decides(p + 1) || (p > 0 && (decides(p - 1) || (last_ && last_->passage + 1 == p)))) return true;
        if (has_act(passage, Act::decision)) return true;
        for (const Span part : passage.parts) {
            const std::string_view text = slice(context_.doc.text, part);
            if (text.find("Action") != text.npos || text.find("ACTION") != text.npos || text.find("AP") != text.npos) return true;
            if (text.substr(0, 80).find(" to ") != text.npos && text.size() < 400) return true;   // "Clerk to write to ..."
        }
        return false;
    }

    /// In a decision only labelled tasks are rows of their own: "RESOLVED: Clerk to write" is a decision already.
    std::vector<Task> tasks_of(const MinuteText& minute, const Passage& passage, bool decided) const {
        std::vector<Task> tasks = tasks_in(minute, passage.kind == PassageKind::action, context_.day);
        if (decided) std::erase_if(tasks, [](const Task& task) { return task.at.begin == task.text.begin && task.at.end == task.text.end; });
        return tasks;
    }

    /// Whether a range says no more than who moved and how the vote went.
    static bool is_pure(const Read& here, Range range) {
        std::size_t told = 0;
        std::size_t motion = 0, vote = 0;
        for (std::size_t i = range.begin; i < range.end; ++i) {
            while (motion < here.motions.size() && here.motions[motion].at.end <= i) ++motion;
            while (vote < here.votes.size() && here.votes[vote].at.end <= i) ++vote;
            const bool covered = (motion < here.motions.size() && here.motions[motion].at.contains(i)) || (vote < here.votes.size() && here.votes[vote].at.contains(i));
            if (covered || !here.minute.lexemes[i].word) continue;
            if (is_one_of(here.minute.form(i), {"and", "the", "was", "were", "it", "vote", "votes", "voting", "recorded", "motion", "with", "a", "of", "proposal", "this", "on", "being", "put", "to",
                                                 "resolution", "then", "by", "amendment", "taken", "result", "as", "follows", "duly", "members", "in", "is", "upon", "councillors", "named"})) continue;
            if (++told > 1) return false;
        }
        return !range.empty();
    }

    /// "Proposed by A, seconded by B": of the decision just above that names nobody yet, else of the one below.
    void take_pure(std::size_t p, Read here) {
        flush();
        const bool above = last_ && last_->passage + 1 == p && !stands_before_;
        if (above && lacks(here)) {
            complete(here);
            last_->passage = p;
            before_.reset();
            return;
        }
        if (rows_.empty()) stands_before_ = true;
        pending_ = {p, std::move(here)};
    }

    bool lacks(const Read& here) const {
        const Outcome& row = rows_[last_->first];
        if (row.kind == Outcome::Kind::action) return false;
        const bool mover = here.motions.empty() || row.mover.empty() || row.seconder.empty(), vote = here.votes.empty() || row.vote.at.empty() || !here.votes.front().has_numbers();
        return mover && vote;
    }

    /// Puts the motion and vote of a pure passage to the rows above it.
    void complete(const Read& here) {
        for (std::size_t r = last_->first; r < rows_.size(); ++r) {
            if (rows_[r].kind == Outcome::Kind::action) continue;
            if (here.motions.size() == 1) put_motion(rows_[r], here.minute, here.motions.front());
            if (here.votes.size() == 1 && (rows_[r].vote.at.empty() || here.votes.front().has_numbers())) rows_[r].vote = vote_of(here.minute, here.votes.front());
        }
    }

    /// A pure passage with no decision beside it is one by itself, if it stands as one.
    void flush() {
        if (!pending_) return;
        auto [p, here] = std::move(*pending_);
        pending_.reset();
        if (item_.passages[p].kind != PassageKind::decision) return;
        last_ = LastBlock{p, rows_.size()};
        std::vector<Decision> whole = decisions_in(here.minute, true);
        const bool lost = std::any_of(here.votes.begin(), here.votes.end(), [](const VoteAt& vote) { return vote.lost; });
        add_decisions(p, here, {{lost ? Outcome::Kind::lost : whole.size() == 1 ? whole.front().kind : Outcome::Kind::resolved, here.minute.all(), here.minute.all()}});
    }

    void take_pending() {
        if (pending_) before_ = std::move(pending_->second);
        pending_.reset();
    }

    void add_decisions(std::size_t p, const Read& here, const std::vector<Decision>& decisions) {
        std::size_t from = 0;
        for (std::size_t d = 0; d < decisions.size(); ++d) {
            const Decision& decision = decisions[d];
            const Range zone{from, d + 1 < decisions.size() ? std::max(decision.text.end, decision.at.end) : here.minute.lexemes.size()};
            add_rows(p, here, decision, zone, d == 0);
            from = zone.end;
        }
    }

    /// The rows of one decision. Its motion and vote stand in its zone: behind the decision before it, up to its own end.
    void add_rows(std::size_t p, const Read& here, const Decision& decision, Range zone, bool first) {
        Outcome row;
        row.passage = p;
        const Motion* motion = only_one(here.motions, zone, decision.at, here.minute);
        const VoteAt* vote = only_one(here.votes, zone, decision.at, here.minute);
        if (motion) put_motion(row, here.minute, *motion);
        else if (first && before_ && none_in(here.motions, zone) && before_->motions.size() == 1) put_motion(row, before_->minute, before_->motions.front());
        if (vote) row.vote = vote_of(here.minute, *vote);
        else if (first && before_ && none_in(here.votes, zone) && before_->votes.size() == 1) row.vote = vote_of(before_->minute, before_->votes.front());
        const Range text = decision.kind == Outcome::Kind::lost ? decision.text : without_tail(here, decision.text);
        const Passage& passage = item_.passages[p];
        const std::string own = decision.text.begin == 0 && first && passage.kind == PassageKind::decision ? own_label(passage.number) : std::string();
        for (Limb& limb : limbs_of(context_.doc.text, here.minute.lexemes, text, own)) {
            Outcome made = row;
            made.kind = kind_of_limb(decision.kind, here.minute.lexemes, limb.at);
            made.limb = std::move(limb.label);
            made.parts = parts_of(passage, here.minute, limb.at);
            if (!made.parts.empty()) rows_.push_back(std::move(made));
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
    static Range without_tail(const Read& here, Range text) {
        while (!text.empty() && here.tells()) {
            const Range last = here.minute.sentences[here.minute.sentence_of(text.end - 1)];
            if (last.begin <= text.begin || !is_pure(here, {last.begin, text.end})) break;
            text.end = last.begin;
        }
        return text;
    }

    void put_motion(Outcome& row, const MinuteText& minute, const Motion& motion) const {
        if (motion.mover && row.mover.empty()) row.mover = name_of_mention(minute, *motion.mover);
        if (motion.seconder && row.seconder.empty()) row.seconder = name_of_mention(minute, *motion.seconder);
    }

    std::string name_of_mention(const MinuteText& minute, const Mention& mention) const {
        std::string person = context_.cast.identify(minute.lexemes, mention).person;
        return person.empty() ? collapsed(minute.printed(mention.at)) : person;
    }

    std::vector<std::string> names_of(const MinuteText& minute, const Voters& voters) const {
        std::vector<std::string> names;
        for (const Mention& mention : voters) names.push_back(name_of_mention(minute, mention));
        return names;
    }

    Vote vote_of(const MinuteText& minute, const VoteAt& at) const {
        Vote vote{at.in_favour, at.against, at.abstained, names_of(minute, at.voted_for), names_of(minute, at.voted_against), names_of(minute, at.abstainers), {}, at.lost, span_of(minute.lexemes, at.at)};
        for (std::size_t w = 0; w < at.words.size(); ++w) {
            if (w > 0) vote.words += at.words[w].begin == at.words[w - 1].end ? " " : ", ";
            vote.words += collapsed(minute.printed(at.words[w]));
        }
        return vote;
    }

    Outcome row_of(std::size_t p, const MinuteText& minute, const Task& task) const {
        Outcome row;
        row.kind = Outcome::Kind::action;
        row.passage = p;
        row.parts = parts_of(item_.passages[p], minute, task.text);
        row.owner = collapsed(minute.printed(task.owner));
        row.due = task.due;
        if (task.owners.size() == 1) {
            const std::string person = context_.cast.identify(minute.lexemes, task.owners.front()).person;
            const bool listed = std::any_of(context_.meeting.people.begin(), context_.meeting.people.end(), [&](const Person& other) { return other.name == person; });
            if (listed) row.owner_person = person;
        }
        return row;
    }

    /// The bytes of a range, cut where the passage is cut.
    static std::vector<Span> parts_of(const Passage& passage, const MinuteText& minute, Range range) {
        std::vector<Span> parts;
        const Span all = span_of(minute.lexemes, range);
        for (const Span part : passage.parts) {
            const Span cut{std::max(all.begin, part.begin), std::min(all.end, part.end)};
            if (cut.begin < cut.end) parts.push_back(trimmed(minute.text, cut));
        }
        return parts;
    }

    void settle_order(std::size_t first) {
        std::stable_sort(rows_.begin() + static_cast<std::ptrdiff_t>(first), rows_.end(), [](const Outcome& a, const Outcome& b) {
            return a.passage != b.passage ? a.passage < b.passage : !a.parts.empty() && !b.parts.empty() && a.parts.front().begin < b.parts.front().begin; });
    }

    const Item& item_;
    const OutcomeContext& context_;
    std::vector<Outcome> rows_;
    std::optional<LastBlock> last_;
    std::optional<std::pair<std::size_t, Read>> pending_;  ///< a passage that only tells of motion and vote, not yet put to a decision
    std::optional<Read> before_;                           ///< the passage just before, if it tells of a motion or vote
    bool stands_before_ = false;                           ///< movers stand above their decisions in this item
};

}  // namespace

std::vector<Outcome> outcomes_of(const Item& item, const OutcomeContext& context) { return ItemReader(item, context).read(); }

}  // namespace minutes
