#include "analyzers/speech/passage_reader.hpp"

#include "analyzers/people/patterns.hpp"
#include "analyzers/speech/decision_words.hpp"

#include <algorithm>
#include <utility>

namespace minutes {
namespace {

const WordSet kPublicBusiness = {"question", "questions", "petition", "statement", "petitions"};
const WordSet kPublic = {"public"};
const WordSet kBehalf = {"behalf"};

}  // namespace

PassageReader::PassageReader(Resolver& resolver, std::string_view text, const Lexemes& lexemes, PassageKind kind)
    : resolver_(resolver), text_(text), lexemes_(lexemes), kind_(kind) {}

void PassageReader::read_resolution(std::size_t marker) {
    for (const Range sentence : sentences_of(lexemes_)) {
        const std::vector<Mention> mentions = mentions_in(lexemes_, sentence, resolver_.context());
        resolver_.note_chair(lexemes_, sentence, mentions);
        for (const Mention& mention : mentions) resolver_.note(lexemes_, mention, false);
        for (const Turn& turn : turns_of(lexemes_, sentence, mentions))
            if (turn.moves) add(turn);
    }
    speakers_.push_back(nobody_named(Role::committee, Act::decision, Attribution::inferred, span_of(lexemes_, {0, marker}), Rule::decision_marker));
}

void PassageReader::read_text() {
    const std::vector<Range> sentences = sentences_of(lexemes_);
    note_floor();
    std::size_t first_turn = sentences.size();
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        const std::size_t before = speakers_.size();
        const std::vector<Mention> mentions = mentions_in(lexemes_, sentences[s], resolver_.context());
        read_sentence(sentences[s], mentions, s == 0);
        if (speakers_.size() == before) note_actor(sentences[s], mentions);
        else if (!actor_speaks_) actor_.reset();
        if (speakers_.size() > before) first_turn = std::min(first_turn, actor_ ? s - 1 : s);
    }
    opens_silently_ = first_turn > 0 && first_turn < sentences.size();
    if (!sentences.empty()) last_sentence_ = sentences.back();
}

/// Who may speak here: the public, once the text says that it asks; nobody who is spoken for ("on behalf of Mr Hay").
void PassageReader::note_floor() {
    bool question = false, of_the_public = false;
    for (const Lexeme& lexeme : lexemes_) {
        question = question || kPublicBusiness.has(lexeme);
        of_the_public = of_the_public || kPublic.has(lexeme);
    }
    if (question && of_the_public && lexemes_.size() < 60) resolver_.give_public_the_floor();
    for (std::size_t i = 1; i + 2 < lexemes_.size(); ++i) {
        if (!kBehalf.has(lexemes_[i]) || lexemes_[i - 1].form != "on" || lexemes_[i + 1].form != "of") continue;
        if (const auto name = titled_name_at(lexemes_, i + 2, lexemes_.size(), false)) resolver_.note_absent(name->parts);
    }
}

void PassageReader::read_sentence(Range sentence, const std::vector<Mention>& mentions, bool first) {
    resolver_.note_chair(lexemes_, sentence, mentions);
    if (first && (take_utterance(sentence, mentions) || take_question_mark(sentence))) return;
    if (const std::size_t marker = marker_length(lexemes_, sentence); marker > 0 && !first) {
        const Span words = span_of(lexemes_, {sentence.begin, sentence.begin + marker});
        speakers_.push_back(nobody_named(Role::committee, Act::decision, Attribution::inferred, words, Rule::decision_marker));
        return;
    }
    take_turns(sentence, mentions);
}

void PassageReader::take_turns(Range sentence, const std::vector<Mention>& mentions) {
    const std::optional<Mention> guest = invited_in(lexemes_, sentence, mentions);
    std::size_t next = 0;
    for (const Turn& turn : turns_of(lexemes_, sentence, mentions)) {
        for (; next < mentions.size() && mentions[next].at.begin < turn.surface.begin; ++next) resolver_.note(lexemes_, mentions[next], false);
        add(turn);
    }
    for (; next < mentions.size(); ++next) resolver_.note(lexemes_, mentions[next], false);
    invited_ = guest;
}

// --- forms that say who speaks ---

/// Verbatim minutes: "The Convener: I welcome ..." or "Ann Hay: ...".
bool PassageReader::take_utterance(Range sentence, const std::vector<Mention>& mentions) {
    if (mentions.empty() || kind_ != PassageKind::discussion) return false;
    if (take_written(sentence, mentions)) return true;
    const Mention& mention = mentions.front();
    if (mention.at.begin != sentence.begin || mention.kind == Mention::group || mention.kind == Mention::body || mention.kind == Mention::pronoun) return false;
    if (mention.at.end + 1 >= sentence.end || lexemes_[mention.at.end].form != ":") return false;
    Identity identity = resolver_.identify(lexemes_, mention);
    if (identity.role == Role::unattributed) return false;
    add_form(mention, std::move(identity), Act::statement, Rule::utterance);
    return true;
}

/// Questions and answers in writing: "Question from Mr Hay to the Leader: ...", "Response from the Leader: ...".
bool PassageReader::take_written(Range sentence, const std::vector<Mention>& mentions) {
    const std::string_view first = lexemes_[sentence.begin].form;
    const bool question = is_one_of(first, {"question", "supplementary"}), answer = is_one_of(first, {"response", "reply", "answer"});
    if (!question && !answer) return false;
    for (const Mention& mention : mentions) {
        if (mention.at.begin > sentence.begin + 6) break;
        if (mention.at.begin < 1 || !is_one_of(lexemes_[mention.at.begin - 1].form, {"from", "by"})) continue;
        add_form(mention, resolver_.identify(lexemes_, mention), question ? Act::question : Act::answer, question ? Rule::written_question : Rule::written_answer);
        return true;
    }
    return false;
}

/// "Q: How many?", "Response: There are ten.": a question or an answer that names nobody.
bool PassageReader::take_question_mark(Range sentence) {
    if (kind_ != PassageKind::discussion || sentence.end - sentence.begin < 4) return false;
    const std::string_view mark = lexemes_[sentence.begin].form;
    const bool question = is_one_of(mark, {"q", "question"}), answer = is_one_of(mark, {"a", "answer", "response", "reply"});
    const std::size_t colon = lexemes_[sentence.begin + 1].form == ":" ? 1 : lexemes_[sentence.begin + 2].form == ":" ? 2 : 0;
    if ((!question && !answer) || colon == 0 || !lexemes_[sentence.begin].capital || (colon == 2 && lexemes_[sentence.begin + 1].form.find_first_not_of("0123456789") != std::string::npos)) return false;
    const Span words = span_of(lexemes_, {sentence.begin, sentence.begin + 1});
    if (answer) speakers_.push_back(nobody_named(Role::unattributed, Act::answer, Attribution::explicit_, words, Rule::agentless_report));
    else if (resolver_.cast().open_to_all()) speakers_.push_back(nobody_named(Role::unattributed, Act::question, Attribution::explicit_, words, Rule::open_meeting));
    else speakers_.push_back(nobody_named(resolver_.public_asks() ? Role::public_ : Role::member, Act::question, Attribution::inferred, words, Rule::agentless_act));
    return true;
}

void PassageReader::add_form(const Mention& mention, Identity identity, Act act, Rule rule) {
    const Span words = span_of(lexemes_, mention.at);
    identity.rule = rule;
    if (identity.evidence.empty()) identity.evidence = words;
    speakers_.push_back(made_speaker(std::move(identity), act, Attribution::explicit_, words));
}

// --- turns of reported speech ---

void PassageReader::add(const Turn& turn) {
    if (turn.by && turn.by->kind == Mention::pronoun) return add_pronoun(turn);
    if (turn.by) return add_named(turn);
    if (turn.role == Role::unattributed) return add_unnamed(turn);
    add_inferred(turn);
}

void PassageReader::add_named(const Turn& turn) {
    if (resolver_.is_absent(*turn.by)) return;
    if (!speakers_.empty() && speakers_.back().role == Role::cabinet_member && is_the_member(*turn.by)) return;
    Identity identity = resolver_.identify(lexemes_, *turn.by);
    resolver_.note(lexemes_, *turn.by, true);
    Speaker speaker = made_speaker(std::move(identity), turn.act, turn.attribution, span_of(lexemes_, turn.surface));
    speaker.act = act_of(turn, speaker.role, {lexemes_, kind_, speakers_});
    if (speaker.role == Role::unattributed && speaker.person.empty() && turn.by->bare_name) speaker.act = Act::report;
    if (!continues(speaker, turn)) speakers_.push_back(std::move(speaker));
}

/// "The Cabinet Member for Roads said ... The Member added": the same one.
bool PassageReader::is_the_member(const Mention& mention) const {
    const auto form = [&](std::size_t i) -> std::string_view { return lexemes_[i].form; };
    return mention.kind == Mention::group && mention.at.end == mention.at.begin + 2 && form(mention.at.begin) == "the" && form(mention.at.begin + 1) == "member";
}

void PassageReader::add_named_before(const Turn& turn, const Mention& who, Rule rule) {
    Turn named = turn;
    named.by = who;
    named.surface = who.at;
    const std::size_t before = speakers_.size();
    add_named(named);
    if (speakers_.size() == before) return;
    speakers_.back().rule = id_of(rule);
    speakers_.back().evidence = span_of(lexemes_, who.at);
}

/// Whether a turn only goes on with the one before it.
bool PassageReader::continues(const Speaker& speaker, const Turn& turn) const {
    if (speakers_.empty()) return false;
    const Speaker& last = speakers_.back();
    if (last.role != speaker.role || last.person != speaker.person || last.attribution != speaker.attribution) return false;
    if (is_elected(speaker.role) && speaker.act != last.act && speaker.act != Act::statement && speaker.act != Act::report) return false;
    const bool others = turn.by && turn.by->kind == Mention::group && slice(text_, last.surface) != slice(text_, speaker.surface);
    return !others;
}

/// "It was questioned", "In response to a question, ...": the members, except where the public may ask as well.
void PassageReader::add_inferred(const Turn& turn) {
    const Span words = span_of(lexemes_, turn.surface);
    if (turn.role == Role::member && resolver_.cast().open_to_all()) {
        speakers_.push_back(nobody_named(Role::unattributed, turn.act, Attribution::explicit_, words, Rule::open_meeting));
        return;
    }
    Rule rule = turn.role == Role::committee ? Rule::agentless_agreement : Rule::agentless_act;
    if (turn.cue) rule = turn.attribution == Attribution::implied ? Rule::implied_question : Rule::question_cue;
    speakers_.push_back(nobody_named(turn.role, turn.act, turn.attribution, words, rule));
}

/// "Members were informed", "It was reported": nobody is named. An answer if somebody has asked before.
void PassageReader::add_unnamed(const Turn& turn) {
    const Speaker* last = speakers_.empty() ? nullptr : &speakers_.back();
    if (turn.reports_to_listeners && last && !is_elected(last->role) && last->role != Role::unattributed && last->attribution == Attribution::explicit_) return;
    const Act act = turn.reply || asked_before(speakers_) ? Act::answer : turn.act;
    if (last && last->role == Role::unattributed && last->act == act && !last->surface.empty()) return;
    speakers_.push_back(nobody_named(Role::unattributed, act, Attribution::explicit_, span_of(lexemes_, turn.surface), turn.reports_to_listeners ? Rule::listeners : Rule::agentless_report));
}

// --- he, she, they ---

bool PassageReader::is_verb(const Turn& turn, std::initializer_list<std::string_view> verbs) const {
    return turn.verb < lexemes_.size() && is_one_of(lexemes_[turn.verb].form, verbs);
}

/// "The Chair invited Ms Hay to speak. She said": whom the sentence before invites, or asks and who replies.
bool PassageReader::goes_to_invited(const Turn& turn) const {
    if (!invited_ || lexemes_[turn.surface.begin].form == "they") return false;
    return lexemes_[invited_->at.begin - 1].form == "invited" || is_verb(turn, {"replied", "responded", "answered"});
}

/// He, she, they: the speaker of the sentence before, in the same passage; a turn of its own only if it turns to asking.
void PassageReader::add_pronoun(const Turn& turn) {
    if (goes_to_invited(turn)) return add_named_before(turn, *std::exchange(invited_, std::nullopt), Rule::invited);
    if (speakers_.empty()) return add_actor(turn);
    if (actor_ && !actor_speaks_) return;  // somebody else came between: who "she" is, is not said
    const Speaker& last = speakers_.back();
    if (turn.act == Act::answer && last.act == Act::question && is_elected(last.role)) return add_reply(turn);
    if (last.surface.empty() || last.attribution == Attribution::implied || (turn.act != Act::question && turn.act != Act::concern) || last.act == turn.act) return;
    if (last.role == Role::unattributed || (!is_elected(last.role) && turn.act == Act::concern)) return;
    Speaker again = last;
    again.act = turn.act;
    again.rule = id_of(Rule::same_speaker);
    again.evidence = last.surface;
    again.surface = span_of(lexemes_, turn.surface);
    speakers_.push_back(std::move(again));
}

/// "Cllr Hay asked about speeding; she replied": whoever spoke before the question, if they are not one who asks.
void PassageReader::add_reply(const Turn& turn) {
    if (speakers_.size() < 2 || !is_verb(turn, {"replied", "responded", "answered"})) return;
    Speaker speaker = speakers_[speakers_.size() - 2];
    if (is_elected(speaker.role) || speaker.role == Role::unattributed || speaker.attribution != Attribution::explicit_) return;
    speaker.act = Act::answer;
    speaker.rule = id_of(Rule::reply_of);
    speaker.evidence = speaker.surface;
    speaker.surface = span_of(lexemes_, turn.surface);
    speakers_.push_back(std::move(speaker));
}

/// Whoever opens a silent sentence that has one person in it: "Councillor Hay had visited the site."
void PassageReader::note_actor(Range sentence, const std::vector<Mention>& mentions) {
    const auto is_person = [](const Mention& mention) { return mention.kind == Mention::name || mention.kind == Mention::post; };
    actor_.reset();
    if (mentions.empty() || !is_person(mentions.front()) || mentions.front().at.begin != sentence.begin || std::count_if(mentions.begin(), mentions.end(), is_person) != 1) return;
    actor_ = mentions.front();
}

/// "She reported": the one person of the silent sentence before.
void PassageReader::add_actor(const Turn& turn) {
    if (!actor_ || turn.surface.empty() || lexemes_[turn.surface.begin].form == "they") return;
    actor_speaks_ = true;
    add_named_before(turn, *actor_, Rule::silent_actor);
}

}  // namespace minutes
