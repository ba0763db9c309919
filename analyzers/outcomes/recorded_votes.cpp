#include "analyzers/outcomes/recorded_votes.hpp"

#include "analyzers/outcomes/outcome_words.hpp"
#include "analyzers/people/patterns.hpp"

#include <algorithm>

namespace minutes {
namespace {

constexpr std::uint32_t kLongestLine = 3000;  // bytes; the names of a full council
constexpr std::size_t kMostPassages = 40;

std::uint32_t bytes_of(const Passage& passage) { return passage.parts.back().end - passage.parts.front().begin; }

bool is_number(std::string_view form) { return !form.empty() && form.size() <= 3 && form.find_first_not_of("0123456789") == std::string_view::npos; }

/// Whether lexemes from `i` on are names and numbers alone: capitals, "and", marks.
bool holds_names(const Lexemes& lexemes, std::size_t i) {
    for (; i < lexemes.size(); ++i)
        if (lexemes[i].word && !lexemes[i].capital && !is_number(lexemes[i].form) && !is_one_of(lexemes[i].form, {"and", "councillors", "councillor", "none", "nil", "votes", "members"})) return false;
    return true;
}

enum class Line { none, lead, side, names };

/// What a line is to a recorded vote: "The voting was recorded as follows:", "For: 7", "There voted against the motion:",
/// "Councillors Ash and Brook (2)".
Line line_of(const LexedText& text, const Passage& passage) {
    if (bytes_of(passage) > kLongestLine || passage.kind == PassageKind::agenda_note) return Line::none;
    const Lexemes& lexemes = text.of(passage);
    if (lexemes.empty()) return Line::none;
    std::size_t i = 0;
    while (i < lexemes.size() && i < 5 && (!lexemes[i].word || is_one_of(lexemes[i].form, {"there", "those", "members", "councillors", "voting", "voted", "votes", "vote", "cast", "the", "following"}))) ++i;
    for (const OutcomeWord side : {OutcomeWord::for_, OutcomeWord::against, OutcomeWord::abstained}) {
        const auto words = words_at(lexemes, i, lexemes.size(), side);
        if (!words) continue;
        const bool announced = lexemes.back().form == ":" && lexemes.size() <= 16 && has_words(lexemes, {0, i}, OutcomeWord::ballot);
        if (announced || holds_names(lexemes, words->end)) return Line::side;
    }
    const bool lead = lexemes.size() <= 60 && is_one_of(lexemes.back().form, {":", ";"}) && has_words(lexemes, {0, lexemes.size()}, OutcomeWord::ballot);
    if (lead) return Line::lead;
    return holds_names(lexemes, 0) ? Line::names : Line::none;
}

void join(Passage& into, const Passage& more) { into.parts.insert(into.parts.end(), more.parts.begin(), more.parts.end()); }

}  // namespace

std::optional<RecordedVote> recorded_vote_at(const LexedText& text, const Item& item, std::size_t p) {
    const auto line_at = [&](std::size_t at) { return at < item.passages.size() ? line_of(text, item.passages[at]) : Line::none; };
    const Line first = line_at(p);
    if (first != Line::side && !(first == Line::lead && line_at(p + 1) == Line::side)) return std::nullopt;
    RecordedVote vote{item.passages[p], p + 1};
    std::size_t sides = first == Line::side, last = p + 1;
    for (; vote.end < std::min(item.passages.size(), p + kMostPassages); ++vote.end) {
        const Line line = line_at(vote.end);
        if (line != Line::side && line != Line::names) break;
        sides += line == Line::side;
        join(vote.passage, item.passages[vote.end]);
        last = vote.end + 1;
    }
    vote.end = last;
    return sides >= 2 ? std::optional(std::move(vote)) : std::nullopt;
}

}  // namespace minutes
