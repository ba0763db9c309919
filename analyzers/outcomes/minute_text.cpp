#include "analyzers/outcomes/minute_text.hpp"

#include "analyzers/people/patterns.hpp"

#include <algorithm>
#include <iterator>

namespace minutes {
namespace {

bool names_somebody(const Mention& mention) { return mention.kind == Mention::name || mention.kind == Mention::post; }

/// "AB", "JWS": whoever the list or the text calls by them.
bool is_initials(const Lexeme& lexeme) { return lexeme.word && lexeme.upper && lexeme.form.size() >= 2 && lexeme.form.size() <= 4 && lexeme.form.find_first_of("0123456789") == std::string::npos; }

Mention bare_mention(Range at, NameParts parts) {
    NameAt name;
    name.at = name.bare = at;
    name.parts = std::move(parts);
    return Mention{.kind = Mention::name, .at = at, .title = {}, .core = {}, .who = std::move(name), .bare_name = true};
}

}  // namespace

std::size_t MinuteText::sentence_of(std::size_t i) const {
    const auto found = std::upper_bound(sentences.begin(), sentences.end(), i, [](std::size_t at, Range sentence) { return at < sentence.end; });
    return found == sentences.end() ? (sentences.empty() ? 0 : sentences.size() - 1) : static_cast<std::size_t>(found - sentences.begin());
}

const Mention* MinuteText::mention_at(std::size_t i) const {
    const auto found = std::lower_bound(mentions.begin(), mentions.end(), i, [](const Mention& mention, std::size_t at) { return mention.at.begin < at; });
    return found != mentions.end() && found->at.begin == i ? &*found : nullptr;
}

const Mention* MinuteText::mention_before(std::size_t end) const {
    const auto found = std::lower_bound(mentions.begin(), mentions.end(), end, [](const Mention& mention, std::size_t at) { return mention.at.end < at; });
    return found != mentions.end() && found->at.end == end ? &*found : nullptr;
}

MinuteText read_minute(const LexedText& text, const Passage& passage, const MentionContext& context) {
    MinuteText minute{text.doc().text, text.of(passage), {}, {}};
    for (const Range sentence : sentences_of(minute.lexemes)) {
        const bool glued = !minute.sentences.empty() && minute.lexemes[sentence.begin].at.begin == minute.lexemes[sentence.begin - 1].at.end;  // "item CAB.8 be noted"
        if (glued) minute.sentences.back().end = sentence.end;
        else minute.sentences.push_back(sentence);
    }
    for (const Range sentence : minute.sentences) {
        std::vector<Mention> found = mentions_in(minute.lexemes, sentence, context);
        std::move(found.begin(), found.end(), std::back_inserter(minute.mentions));
    }
    return minute;
}

std::optional<Mention> name_from(const MinuteText& minute, std::size_t i, std::size_t end) {
    end = std::min(end, minute.lexemes.size());
    if (i >= end) return std::nullopt;
    if (const Mention* mention = minute.mention_at(i)) return names_somebody(*mention) ? std::optional(*mention) : std::nullopt;
    const Lexeme& lexeme = minute.lexemes[i];
    if (!lexeme.capital) return std::nullopt;
    if (is_initials(lexeme) && (i + 1 == end || !minute.lexemes[i + 1].upper)) return bare_mention({i, i + 1}, {Honorific::none, {}, std::string(lexeme.form)});
    if (const auto name = bare_name_at(minute.lexemes, i, end, true)) return bare_mention(name->at, name->parts);
    if (const auto name = listed_name_at(minute.lexemes, i, end)) return bare_mention(name->at, name->parts);
    return std::nullopt;
}

std::optional<Mention> name_until(const MinuteText& minute, std::size_t begin, std::size_t end) {
    if (end <= begin || end > minute.lexemes.size()) return std::nullopt;
    if (const Mention* mention = minute.mention_before(end)) {
        if (names_somebody(*mention) && mention->at.begin >= begin) return *mention;
        return std::nullopt;
    }
    if (is_initials(minute.lexemes[end - 1]) && (end - 1 == begin || !minute.lexemes[end - 2].upper)) return bare_mention({end - 1, end}, {Honorific::none, {}, std::string(minute.lexemes[end - 1].form)});
    for (std::size_t from = end > begin + 4 ? end - 4 : begin; from + 1 < end; ++from)
        if (const auto name = bare_name_at(minute.lexemes, from, end, true); name && name->at.end == end) return bare_mention(name->at, name->parts);
    return std::nullopt;
}

}  // namespace minutes
