#include "analyzers/speech/speech.hpp"

#include "analyzers/people/patterns.hpp"
#include "analyzers/speech/decision_words.hpp"
#include "analyzers/speech/floor.hpp"
#include "analyzers/speech/passage_reader.hpp"
#include "analyzers/speech/post_words.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace minutes {
namespace {

bool is_guest_or_director(Role role) { return role == Role::dcs || role == Role::cabinet_member || role == Role::external; }

/// Whether a passage ends in a colon, or in ":-".
bool announces(const Lexemes& lexemes) {
    return lexemes.back().form == ":" || (lexemes.size() > 1 && lexemes.back().form == "-" && lexemes[lexemes.size() - 2].form == ":");
}

bool names_nobody(const Speaker& speaker) { return speaker.role == Role::unattributed; }

/// The first part of a passage without its marker: what rests on the whole of it rests on this.
Span body_of(const Passage& passage) { return {std::max(passage.marker.end, passage.parts.front().begin), passage.parts.front().end}; }

/// The committee decides, though no words name it.
Speaker deciding_body(const Passage& passage, Rule rule) {
    Speaker body = nobody_named(Role::committee, Act::decision, Attribution::inferred, {}, rule);
    body.evidence = body_of(passage);
    return body;
}

Speaker silence() { return nobody_named(Role::unattributed, Act::report, Attribution::explicit_, {}, Rule::silent); }

/// Agentless answers are the officers', where nobody else but officers answers in the item.
void settle_answers(Item& item) {
    for (const Passage& passage : item.passages)
        for (const Speaker& speaker : passage.speakers)
            if (is_guest_or_director(speaker.role)) return;
    for (Passage& passage : item.passages)
        for (Speaker& speaker : passage.speakers) {
            if (speaker.role != Role::unattributed || speaker.act != Act::answer || !speaker.person.empty()) continue;
            speaker.role = Role::officer;
            speaker.attribution = Attribution::inferred;
            if (speaker.resolution == Resolution::unnamed) speaker.rule = id_of(Rule::officers_answer);
        }
}

/// Speakers of one item: carries the floor from a lead-in to its bullets, and settles agentless answers at its end.
class ItemReader {
public:
    ItemReader(const LexedText& text, Resolver& resolver) : text_(text), resolver_(resolver) {}

    void read(Item& item) {
        resolver_.open_item(item);
        declarations_ = has_word(item.title, {"declaration", "declarations", "disclosure", "disclosures", "interest", "interests"});
        read_heading(item);
        for (Passage& passage : item.passages) read(passage);
        if (!resolver_.cast().open_to_all()) settle_answers(item);
    }

private:
    /// "Question submitted by Councillor Hay": whoever the heading names says "I" below it.
    void read_heading(const Item& item) {
        for (const Span heading : item.heading) {
            const Lexemes title = lexemes_of(text_.doc().text, heading);
            const Range all{0, title.size()};
            const std::vector<Mention> mentions = mentions_in(title, all, resolver_.context());
            resolver_.note_chair(title, all, mentions);
            const bool question = std::any_of(title.begin(), title.end(), [](const Lexeme& lexeme) { return is_one_of(lexeme.form, {"question", "questions"}); });
            for (const Mention& mention : mentions) {
                if (mention.at.begin == 0 || mention.kind != Mention::name || mention.bare_name || !is_one_of(title[mention.at.begin - 1].form, {"by", "from"})) continue;
                Identity identity = resolver_.identify(title, mention);
                identity.rule = Rule::heading;
                identity.evidence = span_of(title, mention.at);
                asker_ = made_speaker(std::move(identity), question ? Act::question : Act::statement, Attribution::inherited, {});
            }
        }
    }

    void read(Passage& passage) {
        if (passage.kind == PassageKind::agenda_note || passage.kind == PassageKind::attendance) return;
        if (!passage.speakers.empty()) return;   // a turn of a transcript: with_utterances() says who speaks
        const Lexemes& lexemes = text_.of(passage);
        if (lexemes.empty()) return;
        if (passage.kind == PassageKind::action && is_one_of(lexemes.front().form, {"action", "actions"})) return;
        PassageReader reader(resolver_, text_.doc().text, lexemes, passage.kind);
        const std::size_t marker = marker_length(lexemes, {0, lexemes.size()});
        if (marker > 0 && passage.kind == PassageKind::decision) {
            reader.read_resolution(marker);
            passage.speakers = std::move(reader.speakers());
        } else {
            reader.read_text();
            passage.speakers = with_floor(passage, lexemes, reader);
            if (declarations_ && std::all_of(passage.speakers.begin(), passage.speakers.end(), names_nobody)) add_declarants(passage, lexemes);
        }
        complete(passage, lexemes);
    }

    /// "Councillors Hay and Ford - Agenda Item 5, as governors": a list of interests has no verb.
    void add_declarants(Passage& passage, const Lexemes& lexemes) const {
        const Range all{0, lexemes.size()};
        std::vector<Speaker> declarants;
        std::size_t next = 0;
        for (const Mention& mention : mentions_in(lexemes, all, resolver_.context())) {
            if (mention.at.begin != next || !mention.who || mention.who->parts.honorific == Honorific::none) break;
            declarants.push_back(made_speaker(resolver_.identify(lexemes, mention), Act::statement, Attribution::explicit_, span_of(lexemes, mention.at)));
            next = mention.at.end;
            if (next >= lexemes.size() || !is_one_of(lexemes[next].form, {"and", ","})) break;
            ++next;
        }
        const bool followed = !declarants.empty() && next < lexemes.size() && is_one_of(lexemes[next].form, {"-", ":", "(", "as", "had", "has", "is"});
        if (followed && passage.kind != PassageKind::decision) passage.speakers = std::move(declarants);
    }

    /// The turns of a passage, and those that a lead-in, its silence or its kind add to them.
    std::vector<Speaker> with_floor(const Passage& passage, const Lexemes& lexemes, PassageReader& reader) {
        std::vector<Speaker> speakers = std::move(reader.speakers());
        if (announces(lexemes)) {
            if (auto heading = heading_speaker(lexemes)) floor_.take_heading(std::move(*heading));
            else floor_.take(lexemes, reader.last_sentence(), speakers);
            return speakers;
        }
        const bool inherits = floor_.inherit(passage, lexemes, speakers);
        if (passage.kind == PassageKind::discussion && reader.opens_silently() && !inherits) speakers.insert(speakers.begin(), silence());
        if (passage.kind == PassageKind::procedural) std::erase_if(speakers, [](const Speaker& speaker) { return names_nobody(speaker) && speaker.person.empty(); });
        if (speakers.empty() && approves_minutes(lexemes)) speakers.push_back(deciding_body(passage, Rule::minutes_approved));
        return speakers;
    }

    /// "Councillor Wood:" alone on its line.
    std::optional<Speaker> heading_speaker(const Lexemes& lexemes) const {
        constexpr std::size_t kLongest = 14;  // lexemes
        if (lexemes.size() > kLongest) return std::nullopt;
        const std::vector<Mention> mentions = mentions_in(lexemes, {0, lexemes.size()}, resolver_.context());
        if (mentions.size() != 1 || mentions.front().at.begin != 0 || lexemes[mentions.front().at.end].form != ":") return std::nullopt;
        if (mentions.front().kind != Mention::name && mentions.front().kind != Mention::post) return std::nullopt;
        return made_speaker(resolver_.identify(lexemes, mentions.front()), Act::statement, Attribution::explicit_, span_of(lexemes, mentions.front().at));
    }

    /// A decision has its decider, "I" whoever the heading names, and discussion that names nobody is recorded as such, so
    /// that the gap can be counted.
    void complete(Passage& passage, const Lexemes& lexemes) const {
        std::vector<Speaker>& speakers = passage.speakers;
        if (passage.kind == PassageKind::decision) {
            const bool decided = std::any_of(speakers.begin(), speakers.end(), [](const Speaker& speaker) { return speaker.act == Act::decision && is_elected(speaker.role); });
            if (!decided) speakers.push_back(deciding_body(passage, Rule::decision_passage));
        } else if (asker_ && lexemes.front().form == "i" && lexemes.front().capital && std::all_of(speakers.begin(), speakers.end(), names_nobody)) {
            speakers = {*asker_};
        } else if (speakers.empty() && passage.kind == PassageKind::discussion && !announces(lexemes)) {
            speakers.push_back(silence());
        }
    }

    const LexedText& text_;
    Resolver& resolver_;
    Floor floor_;
    bool declarations_ = false;      ///< the item lists interests
    std::optional<Speaker> asker_;  ///< whom the heading names as the one who asks or moves
};

}  // namespace

Meeting with_speakers(const LexedText& text, Meeting meeting) {
    const Cast cast(text, meeting);
    Resolver resolver(cast, text.doc().text);
    std::vector<Item> items = std::move(meeting.items);   // the cast is made; it refers to people alone
    for (Item& item : items) ItemReader(text, resolver).read(item);
    meeting.items = std::move(items);
    return meeting;
}

}  // namespace minutes
