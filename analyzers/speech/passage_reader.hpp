#pragma once

#include "analyzers/speech/acts.hpp"
#include "analyzers/speech/resolver.hpp"

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace minutes {

/// Reads the speakers of one passage, sentence by sentence. Text, lexemes and resolver must outlive it.
class PassageReader {
public:
    PassageReader(Resolver& resolver, std::string_view text, const Lexemes& lexemes, PassageKind kind);

    /// A block that opens with RESOLVED: the body decides; only movers are named in it. The marker takes `marker` lexemes.
    void read_resolution(std::size_t marker);
    void read_text();

    [[nodiscard]] std::vector<Speaker>& speakers() { return speakers_; }
    [[nodiscard]] Range last_sentence() const { return last_sentence_; }
    /// Whether sentences without any turn come before the first turn.
    [[nodiscard]] bool opens_silently() const { return opens_silently_; }

private:
    void note_floor();
    void read_sentence(Range sentence, const std::vector<Mention>& mentions, bool first);
    bool take_utterance(Range sentence, const std::vector<Mention>& mentions);
    bool take_question_mark(Range sentence);
    bool take_written(Range sentence, const std::vector<Mention>& mentions);
    void take_turns(Range sentence, const std::vector<Mention>& mentions);
    void note_actor(Range sentence, const std::vector<Mention>& mentions);

    void add(const Turn& turn);
    void add_named(const Turn& turn);
    /// A turn of somebody whom another sentence names: `rule` says how it is known.
    void add_named_before(const Turn& turn, const Mention& who, Rule rule);
    void add_inferred(const Turn& turn);
    void add_unnamed(const Turn& turn);
    void add_pronoun(const Turn& turn);
    void add_reply(const Turn& turn);
    void add_actor(const Turn& turn);
    void add_form(const Mention& mention, Identity identity, Act act, Rule rule);

    [[nodiscard]] bool continues(const Speaker& speaker, const Turn& turn) const;
    [[nodiscard]] bool is_the_member(const Mention& mention) const;
    [[nodiscard]] bool is_verb(const Turn& turn, std::initializer_list<std::string_view> verbs) const;
    [[nodiscard]] bool goes_to_invited(const Turn& turn) const;

    Resolver& resolver_;
    std::string_view text_;
    const Lexemes& lexemes_;
    PassageKind kind_;
    std::vector<Speaker> speakers_;
    Range last_sentence_;
    bool opens_silently_ = false;
    std::optional<Mention> actor_;    ///< the one person of the sentence before, if it tells of no speech
    bool actor_speaks_ = false;
    std::optional<Mention> invited_;  ///< whom the sentence before invites to speak
};

}  // namespace minutes
