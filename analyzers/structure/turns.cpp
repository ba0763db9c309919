#include "analyzers/structure/turns.hpp"

#include "analyzers/people/person_names.hpp"
#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace minutes {
namespace {

constexpr std::size_t kFewTurns = 4;         // fewer are an exchange in minutes
constexpr std::size_t kRepeats = 3;          // from which a word like "Hay" is taken for a speaker
constexpr std::size_t kLongestMean = 8000;   // bytes between labels; minutes with a few labels have more
constexpr std::size_t kMaxHead = 20000;      // bytes above the first turn that can name its people
constexpr double kLeastVoiced = 0.15;        // share of the bytes on lines with "I", "we", "you"
constexpr double kLeastVoicedTurns = 0.35;   // share of the turns with such a line
constexpr std::size_t kShortTurn = 12;       // bytes: "Yes.", "Agreed." tell nothing; "apologies" does

struct Candidate {
    std::size_t line = 0;
    TurnLabel label;
    Likeness likeness = Likeness::none;
    std::string name;   ///< plain_form() of the speaker without the post
};

/// What a look at the bytes tells, so that ordinary lines cost little.
bool may_open_turn(std::string_view content, const Line& line) {
    if (content.empty() || is_small(content[0])) return false;
    const std::string_view head = content.substr(0, 160);
    if (head.starts_with("<v")) return true;
    return head.find(':') != std::string_view::npos || (content.size() <= 80 && (line.bold || line.heading_mark || is_capitals(content)));
}

std::optional<Candidate> candidate_at(std::string_view text, const Lines& lines, std::size_t i) {
    const Line& line = lines.list[i];
    const std::string_view content = slice(text, line.at);
    if (!may_open_turn(content, line)) return std::nullopt;
    auto label = parse_turn_label(content, line.bold || line.heading_mark);
    if (!label) return std::nullopt;
    Candidate candidate{i, *label, Likeness::none, {}};
    const std::string_view speaker = slice(content, label->speaker);
    candidate.likeness = likeness_of(speaker);
    if (candidate.likeness == Likeness::none) return std::nullopt;
    candidate.name = plain_form(split_speaker(speaker).name);
    return candidate;
}

/// "Chair: Councillor Ann Hay", "Clerk: Mr Dan Ford, Town Hall": an entry of a list, whose words name people.
bool lists_person(std::string_view words) {
    const std::string_view first = words.substr(0, words.find_first_of(",;("));
    if (words.size() > 160 || ends_sentence(words) || count_words(first) < 2) return false;
    const Likeness likeness = likeness_of(slice(first, trimmed(first, {0, static_cast<std::uint32_t>(first.size())})));
    return likeness == Likeness::sure;
}

bool is_entry(std::string_view text, const Lines& lines, const Candidate& candidate) {
    const Span at = lines.list[candidate.line].at;
    if (candidate.label.style != TurnStyle::colon) return false;
    if (candidate.label.text < at.size()) return lists_person(slice(text, {at.begin + candidate.label.text, at.end}));
    const std::size_t below = candidate.line + 1;
    return below < lines.list.size() && lists_person(slice(text, lines.list[below].at)) && !parse_turn_label(slice(text, lines.list[below].at), false);
}

/// A label above nothing is none: the next line must be text, not another label or the document's end.
bool has_words(std::string_view text, const Lines& lines, const std::vector<Candidate>& all, std::size_t c) {
    const Candidate& candidate = all[c];
    if (candidate.label.text < lines.list[candidate.line].at.size()) return true;
    const std::size_t below = candidate.line + 1;
    if (below >= lines.list.size() || lines.list[below].gap > 2) return false;
    const bool labelled = c + 1 < all.size() && all[c + 1].line == below && all[c + 1].label.style == candidate.label.style;
    return !labelled && !slice(text, lines.list[below].at).empty();
}

/// What the labels of one style tell of one another.
struct Setting {
    std::unordered_map<std::string, std::size_t> counts;   ///< by name
    std::unordered_set<std::string> surnames;              ///< of whole names, for "Hay:" after "Ann Hay:"
    std::size_t first = 0;                                 ///< the line of the first label whose words come again
    std::string head;                                      ///< plain_form() of what stands above it
};

std::size_t occurrences(std::string_view text, std::string_view words) {
    std::size_t count = 0;
    for (std::size_t at = text.find(words); at != std::string_view::npos && count < 2; at = text.find(words, at + 1)) ++count;
    return count;
}

Setting setting_of(std::string_view text, const Lines& lines, const std::vector<Candidate>& all, TurnStyle style) {
    Setting setting;
    for (const Candidate& candidate : all) {
        if (candidate.label.style != style) continue;
        ++setting.counts[candidate.name];
        if (candidate.likeness == Likeness::sure) setting.surnames.insert(candidate.name.substr(candidate.name.find_last_of(' ') + 1));
    }
    const auto first = std::find_if(all.begin(), all.end(), [&](const Candidate& candidate) { return candidate.label.style == style && setting.counts.at(candidate.name) > 1; });
    if (first == all.end() || style != TurnStyle::alone) return setting;
    setting.first = first->line;
    setting.head = plain_form(text.substr(0, std::min<std::size_t>(lines.list[first->line].at.begin, kMaxHead)));
    return setting;
}

/// How often a name must stand in a style's labels to be taken for a speaker's. A name alone on its line may be a title
/// ("Mill Lane"), unless the document's head has it too.
std::size_t wanted(const Candidate& candidate, TurnStyle style, const Setting& setting) {
    const bool weak = candidate.likeness == Likeness::weak;
    if (weak && setting.surnames.contains(candidate.name)) return 1;
    if (style == TurnStyle::stamped) return weak ? 2 : 1;
    if (style == TurnStyle::colon) return weak ? kRepeats : 1;
    return weak ? kRepeats : occurrences(setting.head, candidate.name) > (candidate.line < setting.first ? 1 : 0) ? 1 : 2;
}

/// The candidates of one style that name somebody, or a word that comes again and again.
std::vector<Candidate> admitted(std::string_view text, const Lines& lines, const std::vector<Candidate>& all, TurnStyle style) {
    const Setting setting = setting_of(text, lines, all, style);
    std::vector<Candidate> list;
    for (std::size_t c = 0; c < all.size(); ++c) {
        const Candidate& candidate = all[c];
        if (candidate.label.style != style || !has_words(text, lines, all, c) || is_entry(text, lines, candidate)) continue;
        if (setting.counts.at(candidate.name) < wanted(candidate, style, setting)) continue;
        list.push_back(candidate);
    }
    return list;
}

/// Whether a line is in the first or second person, as talk is and minutes are not.
bool is_voiced(std::string_view content) {
    static const std::unordered_set<std::string_view> kWords = {"i", "i'm", "i've", "i'll", "i'd", "we", "we're", "we've", "we'll", "you", "you're", "you've", "your", "my", "our", "me", "us", "thank", "thanks", "yes", "okay"};
    const std::string plain = plain_form(content.substr(0, 600));
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= plain.size(); ++at) {
        if (at < plain.size() && (is_letter(plain[at]) || plain[at] == '\'')) continue;
        if (at > begin && kWords.contains(std::string_view(plain).substr(begin, at - begin))) return true;
        begin = at + 1;
    }
    return false;
}

/// How much of the document from its first turn on is talk: of its bytes, and of the turns with more than a few words.
struct Voiced {
    double bytes = 0, turns = 0;
};

Voiced voiced_share(std::string_view text, const Lines& lines, const std::vector<Candidate>& turns) {
    std::size_t voiced = 0, all = 0, voiced_turns = 0, all_turns = 0;
    for (std::size_t t = 0; t < turns.size(); ++t) {
        const std::size_t end = t + 1 < turns.size() ? turns[t + 1].line : lines.list.size();
        std::size_t bytes = 0, of_turn = 0;
        for (std::size_t i = turns[t].line; i < end; ++i) {
            const std::string_view content = slice(text, lines.list[i].at).substr(i == turns[t].line ? turns[t].label.text : 0);
            bytes += content.size();
            if (is_voiced(content)) of_turn += content.size();
        }
        all += bytes;
        voiced += of_turn;
        const bool remark = bytes <= kShortTurn && ends_sentence(slice(text, lines.list[end - 1].at));
        all_turns += !remark;
        voiced_turns += !remark && of_turn > 0;
    }
    const auto share = [](std::size_t part, std::size_t whole) { return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole); };
    return {share(voiced, all), share(voiced_turns, all_turns)};
}

/// 0 unless several speak in turn, often, and as people talk.
double score_of(std::string_view text, const Lines& lines, const std::vector<Candidate>& turns) {
    if (turns.size() < kFewTurns) return 0;
    std::unordered_set<std::string_view> names;
    for (const Candidate& turn : turns) names.insert(turn.name);
    const bool again = names.size() < turns.size();
    const std::size_t begin = lines.list[turns.front().line].at.begin, bytes = lines.list.back().at.end - begin;
    if (names.size() < 2 || !again || bytes / turns.size() > kLongestMean || bytes * 2 < lines.list.back().at.end - lines.list.front().at.begin) return 0;
    const Voiced voiced = voiced_share(text, lines, turns);
    if (voiced.bytes < kLeastVoiced || voiced.turns < kLeastVoicedTurns) return 0;
    return 0.8 + 0.1 * std::min(1.0, static_cast<double>(turns.size()) / 10) + 0.1 * std::min(1.0, voiced.bytes / 0.5);
}

TurnLine placed(const Candidate& candidate, std::uint32_t begin) {
    const auto at = [&](Span span) { return Span{span.begin + begin, span.end + begin}; };
    const TurnLabel& label = candidate.label;
    return {candidate.line, at(label.question), at(label.speaker), at(label.stamp), at(label.tag), label.text + begin, 0};
}

bool has_cues(std::string_view text, const Lines& lines) {
    std::size_t cues = 0;
    for (std::size_t i = 0; i < lines.list.size() && (cues > 0 || i < 60); ++i) {
        cues += is_cue_time(slice(text, lines.list[i].at));
        if (cues >= 2) return true;
    }
    return false;
}

std::vector<Candidate> candidates_in(std::string_view text, const Lines& lines) {
    std::vector<Candidate> all;
    for (std::size_t i = 0; i < lines.list.size(); ++i)
        if (auto candidate = candidate_at(text, lines, i)) all.push_back(std::move(*candidate));
    return all;
}

}  // namespace

Turns find_turns(std::string_view text, const Lines& lines) {
    Turns turns;
    if (lines.list.empty()) return turns;
    turns.cues = has_cues(text, lines);
    const std::vector<Candidate> all = candidates_in(text, lines);
    std::vector<Candidate> best;
    for (const TurnStyle style : {TurnStyle::colon, TurnStyle::stamped, TurnStyle::alone}) {
        if (all.size() < kFewTurns || (turns.cues && style != TurnStyle::colon)) continue;
        std::vector<Candidate> list = admitted(text, lines, all, style);
        const double score = score_of(text, lines, list);
        if (score == 0 || list.size() <= best.size()) continue;
        turns.score = score;
        best = std::move(list);
    }
    if (turns.cues) {
        turns.score = 1;
        if (best.empty()) best = admitted(text, lines, all, TurnStyle::colon);
    }
    for (std::size_t c = 0; c < best.size(); ++c) {
        turns.list.push_back(placed(best[c], lines.list[best[c].line].at.begin));
        turns.list.back().run = turns.cues && c > 0 && best[c].name == best[c - 1].name ? turns.list[c - 1].run : c + 1;
    }
    return turns;
}

const TurnLine* turn_in(const Turns& turns, Span at) {
    const auto found = std::lower_bound(turns.list.begin(), turns.list.end(), at.begin, [](const TurnLine& turn, std::uint32_t begin) { return turn.speaker.begin < begin; });
    return found != turns.list.end() && at.contains(found->speaker) ? &*found : nullptr;
}

const TurnLine* turn_at(const Turns& turns, std::size_t line) {
    const auto found = std::lower_bound(turns.list.begin(), turns.list.end(), line, [](const TurnLine& turn, std::size_t at) { return turn.line < at; });
    return found != turns.list.end() && found->line == line ? &*found : nullptr;
}

}  // namespace minutes
