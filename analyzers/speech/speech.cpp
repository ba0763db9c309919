#include "analyzers/speech/speech.hpp"

#include "analyzers/speech/cast.hpp"
#include "analyzers/people/patterns.hpp"
#include "analyzers/speech/reported_speech.hpp"

#include <algorithm>
#include <utility>

namespace minutes {
namespace {

/// Roles that ask and decide; all others report and answer.
bool is_elected(Role role) {
    return role == Role::member || role == Role::committee || role == Role::coopted || role == Role::visiting_member || role == Role::public_ || role == Role::vice_chair;
}

bool is_guest_or_director(Role role) { return role == Role::dcs || role == Role::cabinet_member || role == Role::external; }

bool is_decision_marker(const Lexeme& lexeme) {
    return is_one_of(lexeme.form, {"resolved", "resolution", "agreed", "decision", "decided", "recommended", "ordered", "penderfynwyd", "carried"}) && (lexeme.upper || lexeme.capital);
}

/// How many lexemes the decision marker at the start of a range takes: "RESOLVED", "It was RESOLVED", "And Resolved"; 0 if none.
std::size_t marker_length(const Lexemes& lexemes, Range range) {
    for (std::size_t i = range.begin; i < std::min(range.end, range.begin + 4); ++i) {
        if (is_decision_marker(lexemes[i])) return i + 1 - range.begin;
        if (!is_one_of(lexemes[i].form, {"it", "was", "and", "the", "is", "\"", "accordingly", "unanimously"})) return 0;
    }
    return 0;
}

/// "The minutes of ... were agreed as a correct record", "confirmed and signed", "taken as read".
bool approves_minutes(const Lexemes& lexemes) {
    bool minutes = false, passive = false, approved = false, negative = false;
    for (const Lexeme& lexeme : lexemes) {
        minutes = minutes || is_one_of(lexeme.form, {"minutes", "record", "notes"});
        passive = passive || is_one_of(lexeme.form, {"were", "was", "be"});
        approved = approved || is_one_of(lexeme.form, {"agreed", "approved", "confirmed", "accepted", "adopted", "signed"});
        negative = negative || is_one_of(lexeme.form, {"not", "deferred", "apologies"});
    }
    const auto opens = std::find_if(lexemes.begin(), lexemes.end(), [](const Lexeme& lexeme) { return is_one_of(lexeme.form, {"minutes", "record", "notes"}); });
    return minutes && passive && approved && !negative && opens - lexemes.begin() < 6 && lexemes.size() < 80;
}

/// The speaker whom a lead-in gives to the bullets below it.
struct Floor {
    bool taken = false;
    Speaker speaker;
};

/// Speakers of one item: carries the floor from a lead-in to its bullets, and settles agentless answers at its end.
class ItemReader {
public:
    ItemReader(const Document& doc, Cast& cast) : doc_(doc), cast_(cast) {}

    void read(Item& item) {
        cast_.open_item(item);
        read_heading(item);
        for (Passage& passage : item.passages) read(passage);
        settle_answers(item);
    }

private:
    /// "Question submitted by Councillor Hay": whoever the heading names says "I" below it.
    void read_heading(const Item& item) {
        for (const Span heading : item.heading) {
            const Lexemes title = lexemes_of(doc_.text, heading);
            const bool question = std::any_of(title.begin(), title.end(), [](const Lexeme& lexeme) { return is_one_of(lexeme.form, {"question", "questions"}); });
            for (const Mention& mention : mentions_in(title, {0, title.size()}, cast_.context())) {
                if (mention.at.begin == 0 || mention.kind != Mention::name || mention.bare_name || !is_one_of(title[mention.at.begin - 1].form, {"by", "from"})) continue;
                const Identity identity = cast_.identify(title, mention);
                asker_ = Speaker{identity.role, question ? Act::question : Act::statement, Attribution::inherited, identity.person, {}};
            }
        }
    }

    void read(Passage& passage) {
        if (passage.kind == PassageKind::agenda_note || passage.kind == PassageKind::attendance) return;
        lexemes_ = lexemes_of(doc_.text, passage);
        if (lexemes_.empty()) return;
        if (passage.kind == PassageKind::action && is_one_of(lexemes_.front().form, {"action", "actions"})) return;
        speakers_.clear();
        kind_ = passage.kind;
        const std::size_t marker = marker_length(lexemes_, {0, lexemes_.size()});
        if (marker > 0 && passage.kind == PassageKind::decision) read_resolution(marker);
        else read_text(passage);
        if (passage.kind == PassageKind::decision) add_decision();
        else if (asker_ && lexemes_.front().form == "i" && lexemes_.front().capital && unnamed()) speakers_ = {*asker_};
        else if (speakers_.empty()) add_silent(passage);
        passage.speakers = std::move(speakers_);
        speakers_ = {};
    }

    bool unnamed() const {
        return std::all_of(speakers_.begin(), speakers_.end(), [](const Speaker& speaker) { return speaker.role == Role::unattributed; });
    }

    /// A block that opens with RESOLVED: the body decides; only movers are named in it.
    void read_resolution(std::size_t marker) {
        for (const Range sentence : sentences_of(lexemes_)) {
            const std::vector<Mention> mentions = mentions_in(lexemes_, sentence, cast_.context());
            for (const Mention& mention : mentions) cast_.note(lexemes_, mention, false);
            for (const Turn& turn : turns_of(lexemes_, sentence, mentions)) {
                if (turn.moves) add(turn);
            }
        }
        speakers_.push_back({Role::committee, Act::decision, Attribution::inferred, {}, span_of(lexemes_, {0, marker})});
    }

    void read_text(Passage& passage) {
        const std::vector<Range> sentences = sentences_of(lexemes_);
        actor_.reset();
        actor_speaks_ = false;
        invited_.reset();
        note_floor();
        std::size_t first_turn = sentences.size();
        for (std::size_t s = 0; s < sentences.size(); ++s) {
            const std::size_t before = speakers_.size();
            read_sentence(sentences[s], s == 0);
            if (speakers_.size() == before) note_actor(sentences[s]);
            else if (!actor_speaks_) actor_.reset();
            if (speakers_.size() > before) first_turn = std::min(first_turn, actor_ ? s - 1 : s);
        }
        const bool lead_in = lexemes_.back().form == ":";
        if (lead_in) return take_floor(sentences.back());
        inherit(passage);
        if (kind_ == PassageKind::discussion && first_turn > 0 && first_turn < sentences.size() && !inherited_here_)
            speakers_.insert(speakers_.begin(), Speaker{Role::unattributed, Act::report, Attribution::explicit_, {}, {}});
        if (kind_ == PassageKind::procedural) std::erase_if(speakers_, [](const Speaker& speaker) { return speaker.role == Role::unattributed && speaker.person.empty(); });
        if (approves_minutes(lexemes_) && speakers_.empty()) speakers_.push_back({Role::committee, Act::decision, Attribution::inferred, {}, {}});
    }

    /// Who may speak here: the public, once the text says that it asks; nobody who is spoken for ("on behalf of Mr Hay").
    void note_floor() {
        bool question = false, of_the_public = false;
        for (const Lexeme& lexeme : lexemes_) {
            question = question || is_one_of(lexeme.form, {"question", "questions", "petition", "statement", "petitions"});
            of_the_public = of_the_public || lexeme.form == "public";
        }
        if (question && of_the_public && lexemes_.size() < 60) cast_.give_public_the_floor();
        for (std::size_t i = 1; i + 2 < lexemes_.size(); ++i) {
            if (lexemes_[i].form != "behalf" || lexemes_[i - 1].form != "on" || lexemes_[i + 1].form != "of") continue;
            if (const auto name = titled_name_at(lexemes_, i + 2, lexemes_.size(), false)) cast_.note_absent(name->parts);
        }
    }

    void read_sentence(Range sentence, bool first) {
        const std::vector<Mention> mentions = mentions_in(lexemes_, sentence, cast_.context());
        if (first && take_utterance(sentence, mentions)) return;
        if (const std::size_t marker = marker_length(lexemes_, sentence); marker > 0 && !first) {
            speakers_.push_back({Role::committee, Act::decision, Attribution::inferred, {}, span_of(lexemes_, {sentence.begin, sentence.begin + marker})});
            return;
        }
        const std::optional<Mention> guest = invited_in(lexemes_, sentence, mentions);
        std::size_t next = 0;
        for (const Turn& turn : turns_of(lexemes_, sentence, mentions)) {
            for (; next < mentions.size() && mentions[next].at.begin < turn.surface.begin; ++next) cast_.note(lexemes_, mentions[next], false);
            add(turn);
        }
        for (; next < mentions.size(); ++next) cast_.note(lexemes_, mentions[next], false);
        invited_ = guest;
    }

    /// Verbatim minutes: "The Convener: I welcome ..." or "Ann Hay: ...".
    bool take_utterance(Range sentence, const std::vector<Mention>& mentions) {
        if (mentions.empty() || kind_ != PassageKind::discussion) return false;
        if (take_heading_line(sentence, mentions)) return true;
        const Mention& mention = mentions.front();
        if (mention.at.begin != sentence.begin || mention.kind == Mention::group || mention.kind == Mention::body || mention.kind == Mention::pronoun) return false;
        if (mention.at.end + 1 >= sentence.end || lexemes_[mention.at.end].form != ":") return false;
        const Identity identity = cast_.identify(lexemes_, mention);
        if (identity.role == Role::unattributed) return false;
        speakers_.push_back({identity.role, Act::statement, Attribution::explicit_, identity.person, span_of(lexemes_, mention.at)});
        return true;
    }

    /// Questions and answers in writing: "Question from Mr Hay to the Leader: ...", "Response from the Leader: ...".
    bool take_heading_line(Range sentence, const std::vector<Mention>& mentions) {
        const std::string_view first = lexemes_[sentence.begin].form;
        const bool question = is_one_of(first, {"question", "supplementary"}), answer = is_one_of(first, {"response", "reply", "answer"});
        if (!question && !answer) return false;
        for (const Mention& mention : mentions) {
            if (mention.at.begin > sentence.begin + 6) break;
            if (mention.at.begin < 1 || !is_one_of(lexemes_[mention.at.begin - 1].form, {"from", "by"})) continue;
            const Identity identity = cast_.identify(lexemes_, mention);
            speakers_.push_back({identity.role, question ? Act::question : Act::answer, Attribution::explicit_, identity.person, span_of(lexemes_, mention.at)});
            return true;
        }
        return false;
    }

    void add(const Turn& turn) {
        if (turn.by && turn.by->kind == Mention::pronoun) return add_pronoun(turn);
        if (turn.by) return add_named(turn);
        if (turn.role == Role::unattributed) return add_unnamed(turn);
        const Role role = turn.role == Role::member && cast_.open_to_all() ? Role::unattributed : turn.role;
        const Attribution attribution = role == Role::unattributed ? Attribution::explicit_ : turn.attribution;
        speakers_.push_back({role, turn.act, attribution, {}, span_of(lexemes_, turn.surface)});
    }

    void add_named(const Turn& turn) {
        if (cast_.is_absent(*turn.by)) return;
        Speaker speaker{Role::unattributed, turn.act, turn.attribution, {}, span_of(lexemes_, turn.surface)};
        const Identity identity = cast_.identify(lexemes_, *turn.by);
        cast_.note(lexemes_, *turn.by, true);
        speaker.role = identity.role;
        speaker.person = identity.person;
        speaker.act = act_of(turn, speaker.role);
        if (speaker.role == Role::unattributed && speaker.person.empty() && turn.by->bare_name) speaker.act = Act::report;
        if (!continues(speaker, turn)) speakers_.push_back(std::move(speaker));
    }

    /// Whether a turn only goes on with the one before it.
    bool continues(const Speaker& speaker, const Turn& turn) const {
        if (speakers_.empty()) return false;
        const Speaker& last = speakers_.back();
        if (last.role != speaker.role || last.person != speaker.person || last.attribution != speaker.attribution) return false;
        if (is_elected(speaker.role) && speaker.act != last.act && speaker.act != Act::statement && speaker.act != Act::report) return false;
        const bool others = turn.by && turn.by->kind == Mention::group && slice(doc_.text, last.surface) != slice(doc_.text, speaker.surface);
        return !others;
    }

    /// He, she, they: the speaker of the sentence before, in the same passage; a turn of its own only if it turns to asking.
    void add_pronoun(const Turn& turn) {
        if (invited_ && lexemes_[turn.surface.begin].form != "they" && (lexemes_[invited_->at.begin - 1].form == "invited" || is_one_of(lexemes_[turn.verb].form, {"replied", "responded", "answered"}))) {
            Turn named = turn;
            named.by = std::exchange(invited_, std::nullopt);
            named.surface = named.by->at;
            return add_named(named);
        }
        if (speakers_.empty()) return add_actor(turn);
        if (actor_ && !actor_speaks_) return;  // somebody else came between: who "she" is, is not said
        const Speaker& last = speakers_.back();
        if (turn.act == Act::answer && last.act == Act::question && is_elected(last.role)) return add_reply(turn);
        if (last.surface.empty() || last.attribution == Attribution::implied || (turn.act != Act::question && turn.act != Act::concern) || last.act == turn.act) return;
        if (last.role == Role::unattributed || (!is_elected(last.role) && turn.act == Act::concern)) return;
        speakers_.push_back({last.role, turn.act, last.attribution, last.person, span_of(lexemes_, turn.surface)});
    }

    /// "Cllr Hay asked about speeding; she replied": whoever spoke before the question, if they are not one who asks.
    void add_reply(const Turn& turn) {
        if (speakers_.size() < 2 || turn.verb >= lexemes_.size() || !is_one_of(lexemes_[turn.verb].form, {"replied", "responded", "answered"})) return;
        Speaker speaker = speakers_[speakers_.size() - 2];
        if (is_elected(speaker.role) || speaker.role == Role::unattributed || speaker.attribution != Attribution::explicit_) return;
        speaker.act = Act::answer;
        speaker.surface = span_of(lexemes_, turn.surface);
        speakers_.push_back(std::move(speaker));
    }

    /// Whoever opens a silent sentence that has one person in it: "Councillor Hay had visited the site."
    void note_actor(Range sentence) {
        const std::vector<Mention> mentions = mentions_in(lexemes_, sentence, cast_.context());
        const auto is_person = [](const Mention& mention) { return mention.kind == Mention::name || mention.kind == Mention::post; };
        actor_.reset();
        if (mentions.empty() || !is_person(mentions.front()) || mentions.front().at.begin != sentence.begin || std::count_if(mentions.begin(), mentions.end(), is_person) != 1) return;
        actor_ = mentions.front();
    }

    /// "She reported": the one person of the silent sentence before.
    void add_actor(const Turn& turn) {
        if (!actor_ || turn.surface.empty() || lexemes_[turn.surface.begin].form == "they") return;
        Turn named = turn;
        named.by = actor_;
        named.surface = actor_->at;
        actor_speaks_ = true;
        add_named(named);
    }

    /// "Members were informed", "It was reported": nobody is named. An answer if somebody has asked before.
    void add_unnamed(const Turn& turn) {
        const Speaker* last = speakers_.empty() ? nullptr : &speakers_.back();
        if (turn.reports_to_listeners && last && !is_elected(last->role) && last->role != Role::unattributed && last->attribution == Attribution::explicit_) return;
        Speaker speaker{Role::unattributed, turn.act, Attribution::explicit_, {}, span_of(lexemes_, turn.surface)};
        if (turn.reply || asked_before()) {
            speaker.act = Act::answer;
        }
        if (last && last->role == Role::unattributed && last->act == speaker.act && !last->surface.empty()) return;
        speakers_.push_back(std::move(speaker));
    }

    bool asked_before() const {
        return !speakers_.empty() && is_elected(speakers_.back().role) && (speakers_.back().act == Act::question || speakers_.back().act == Act::concern);
    }

    Act act_of(const Turn& turn, Role role) const {
        if (turn.moves) return Act::statement;
        const bool body = is_elected(role);
        const bool telling = turn.act == Act::report || turn.act == Act::statement;
        if (body && turn.act == Act::answer && !turn.reply && !asked_before()) return Act::statement;
        if (body && turn.act == Act::report) return Act::statement;
        const bool one_person = turn.by && (turn.by->kind == Mention::name || turn.by->kind == Mention::post);
        if (turn.act == Act::decision && one_person) return agreed_to_act(turn) ? Act::action : body || lexemes_[turn.verb].form != "agreed" ? Act::statement : Act::answer;
        if (turn.act == Act::decision && kind_ == PassageKind::discussion && turn.verb + 1 < lexemes_.size() && lexemes_[turn.verb].form == "noted" && lexemes_[turn.verb + 1].form == "that") return Act::statement;
        if (turn.act == Act::statement && body && kind_ == PassageKind::decision && says_agreed(turn)) return Act::decision;
        if (!body && telling && (turn.reply || (role == Role::chair ? asked_before() : elected_before()))) return Act::answer;
        if (!body && turn.act == Act::statement && says_agreed(turn)) return Act::answer;
        return turn.act;
    }

    bool says_agreed(const Turn& turn) const {
        return turn.verb < lexemes_.size() && is_one_of(lexemes_[turn.verb].form, {"agreed", "noted", "resolved", "approved"});
    }

    /// "agreed to provide": takes on a task.
    bool agreed_to_act(const Turn& turn) const {
        for (std::size_t i = turn.verb + 1; i < std::min(lexemes_.size(), turn.verb + 3); ++i)
            if (lexemes_[i].form == "to") return lexemes_[turn.verb].form == "agreed";
        return false;
    }

    bool elected_before() const {
        return std::any_of(speakers_.begin(), speakers_.end(), [](const Speaker& speaker) { return is_elected(speaker.role) || (speaker.role == Role::chair && speaker.act == Act::question); });
    }

    /// "The following points were raised:" opens a debate; "The main points were:" goes on with the presenter.
    bool opens_debate(Range sentence) const {
        for (std::size_t i = sentence.begin; i < sentence.end; ++i)
            if (is_one_of(lexemes_[i].form, {"raised", "made", "comments", "questions", "members", "discussion", "debate", "asked", "queries"})) return true;
        return false;
    }

    /// A lead-in gives the floor to whoever its last sentence names; one that names nobody gives it back.
    void take_floor(Range last_sentence) {
        floor_ = {};
        const Span sentence = span_of(lexemes_, last_sentence);
        const bool goes_on = !opens_debate(last_sentence);
        for (const Speaker& speaker : speakers_) {
            const bool names_one = speaker.attribution == Attribution::explicit_ && speaker.role != Role::unattributed && !speaker.surface.empty();
            if (!names_one || speaker.role == Role::member || speaker.role == Role::committee || !(sentence.contains(speaker.surface) || goes_on)) continue;
            floor_.taken = true;
            floor_.speaker = speaker;
        }
        floor_.speaker.attribution = Attribution::inherited;
        floor_.speaker.surface = {};
    }

    /// Bullets below a lead-in are its speaker's, until one names its own or plain text follows.
    void inherit(const Passage& passage) {
        inherited_here_ = false;
        if (!floor_.taken) return;
        const bool bullet = !passage.marker.empty() || !passage.number.empty() || !lexemes_.front().capital;
        const bool named = std::any_of(speakers_.begin(), speakers_.end(), [](const Speaker& speaker) {
            return speaker.attribution == Attribution::explicit_ && speaker.role != Role::unattributed; });
        if (!bullet || named || passage.kind == PassageKind::procedural) { floor_ = {}; return; }
        std::erase_if(speakers_, [](const Speaker& speaker) { return speaker.role == Role::unattributed; });
        speakers_.push_back(floor_.speaker);
        inherited_here_ = true;
    }

    void add_decision() {
        const bool decided = std::any_of(speakers_.begin(), speakers_.end(), [](const Speaker& speaker) { return speaker.act == Act::decision && is_elected(speaker.role); });
        if (!decided) speakers_.push_back({Role::committee, Act::decision, Attribution::inferred, {}, {}});
    }

    /// Discussion that names nobody is recorded as such, so that the gap can be counted.
    void add_silent(const Passage& passage) {
        if (passage.kind == PassageKind::discussion && lexemes_.back().form != ":") speakers_.push_back({Role::unattributed, Act::report, Attribution::explicit_, {}, {}});
    }

    /// Agentless answers are the officers', where nobody else but officers answers in the item.
    void settle_answers(Item& item) const {
        bool others = cast_.open_to_all();
        for (const Passage& passage : item.passages)
            for (const Speaker& speaker : passage.speakers) others = others || is_guest_or_director(speaker.role);
        if (others) return;
        for (Passage& passage : item.passages)
            for (Speaker& speaker : passage.speakers)
                if (speaker.role == Role::unattributed && speaker.act == Act::answer && speaker.person.empty()) { speaker.role = Role::officer; speaker.attribution = Attribution::inferred; }
    }

    const Document& doc_;
    Cast& cast_;
    Lexemes lexemes_;
    PassageKind kind_ = PassageKind::discussion;
    std::vector<Speaker> speakers_;
    Floor floor_;
    std::optional<Speaker> asker_;  ///< whom the heading names as the one who asks or moves
    std::optional<Mention> actor_;  ///< the one person of the sentence before, if it tells of no speech
    bool actor_speaks_ = false;
    std::optional<Mention> invited_;  ///< whom the sentence before invites to speak
    bool inherited_here_ = false;
};

}  // namespace

Meeting with_speakers(const Document& doc, Meeting meeting) {
    Cast cast(doc, meeting);
    std::vector<Item> items = meeting.items;
    for (Item& item : items) ItemReader(doc, cast).read(item);
    meeting.items = std::move(items);
    return meeting;
}

}  // namespace minutes
