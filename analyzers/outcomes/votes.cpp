#include "analyzers/outcomes/votes.hpp"

#include "analyzers/outcomes/outcome_words.hpp"
#include "analyzers/people/patterns.hpp"

#include <algorithm>
#include <array>

namespace minutes {
namespace {

enum Side { in_favour, against, abstained };
constexpr std::array<OutcomeWord, 3> kSides = {OutcomeWord::for_, OutcomeWord::against, OutcomeWord::abstained};

/// More voters than any council has is no vote.
constexpr std::size_t kMostVoters = 200;

/// Something read of a vote: a side with its number or names, both sides, or words.
struct Piece {
    enum Kind { side, pair, words } kind = words;
    Side of = in_favour;
    std::optional<int> first, second;
    Voters names;
    Range at;
    bool sure = false;  ///< of a vote by its own words, whatever stands around it
    bool lost = false;
    std::optional<int> third = std::nullopt;  ///< who abstained, of a pair that says so
};

/// A number in digits or words with the lexeme behind it.
struct Number {
    int value = 0;
    std::size_t end = 0;
};

class VoteReader {
public:
    VoteReader(const MinuteText& minute, bool recorded) : minute_(minute), lexemes_(minute.lexemes), end_(minute.lexemes.size()), recorded_(recorded) {}

    std::vector<VoteAt> read() {
        std::vector<Piece> pieces;
        for (std::size_t i = 0; i < end_;) {
            std::optional<Piece> piece = piece_at(i);
            i = piece ? std::max(piece->at.end, i + 1) : i + 1;
            if (piece) taken_ = piece->at.end, pieces.push_back(std::move(*piece));
        }
        settle(pieces);
        for (Piece& piece : pieces) put(std::move(piece));
        return std::move(votes_);
    }

private:
    /// Whether a lexeme may begin a piece: a number, or a word that the tables know.
    bool may_begin(std::size_t i) const {
        static const WordBits known = first_words_of({OutcomeWord::number, OutcomeWord::for_, OutcomeWord::against, OutcomeWord::abstained, OutcomeWord::vote, OutcomeWord::carried, OutcomeWord::lost});
        const Lexeme& lexeme = lexemes_[i];
        const bool digit = lexeme.form[0] >= '0' && lexeme.form[0] <= '9';
        return digit || (lexeme.sets & known) != 0 || is_one_of(lexeme.form, {"voted", "voting"});
    }

    std::optional<Piece> piece_at(std::size_t i) {
        if (!may_begin(i)) return std::nullopt;
        if (auto piece = score_at(i)) return piece;
        if (auto piece = named_before(i)) return piece;
        if (auto piece = side_behind_number(i)) return piece;
        if (auto piece = labelled_side(i)) return piece;
        if (auto piece = named_side(i)) return piece;
        return words_piece(i);
    }

    std::optional<Number> number_at(std::size_t i) const {
        if (i >= end_ || !lexemes_[i].word) return std::nullopt;
        if (const auto words = words_at(lexemes_, i, end_, OutcomeWord::number)) {
            int value = to_int(words->value);
            std::size_t end = words->end;
            if (value >= 20 && end < end_ && lexemes_[end].joined)
                if (const auto unit = words_at(lexemes_, end, end_, OutcomeWord::number); unit && to_int(unit->value) < 10) value += to_int(unit->value), end = unit->end;
            return Number{value, end};
        }
        const std::string_view form = lexemes_[i].form;
        const bool money = i > 0 && (lexemes_[i - 1].form == "£" || lexemes_[i - 1].form == "€" || lexemes_[i - 1].joined);
        if (money || form.size() > 3 || form.find_first_not_of("0123456789") != std::string::npos || static_cast<std::size_t>(to_int(form)) > kMostVoters) return std::nullopt;
        return Number{to_int(form), i + 1};
    }

    static int to_int(std::string_view digits) {
        int value = 0;
        for (const char c : digits) value = value * 10 + (c - '0');
        return value;
    }

    struct SideAt {
        Side side;
        std::size_t end;
    };
    std::optional<SideAt> side_at(std::size_t i) const {
        std::optional<SideAt> best;
        for (const Side side : {in_favour, against, abstained})
            if (const auto words = words_at(lexemes_, i, end_, kSides[side]); words && (!best || words->end > best->end)) best = SideAt{side, words->end};
        return best;
    }

    bool is_ballot_word(std::size_t i) const { return words_at(lexemes_, i, end_, OutcomeWord::ballot).has_value(); }

    /// "6 votes for", "5 For", "six members voting in favour", "1 abstention", "no abstentions", "two abstained".
    std::optional<Piece> side_behind_number(std::size_t i) const {
        const auto number = number_at(i);
        if (!number) return std::nullopt;
        std::size_t at = number->end;
        bool ballot = false;
        for (int gap = 0; gap < 4 && !side_at(at); ++gap) {
            const auto words = words_at(lexemes_, at, end_, OutcomeWord::voting);
            if (!words) return std::nullopt;
            ballot = ballot || is_ballot_word(at);
            at = words->end;
        }
        const auto side = side_at(at);
        if (!side || lexemes_[at].breaks > 0 || is_one_of(lexemes_[at].form, {"yes", "no", "aye"})) return std::nullopt;
        const bool of_thing = side->side == in_favour && side->end == at + 1 && at < end_ && lexemes_[at].form == "for" && !ballot && !ends_side(side->end);
        if (of_thing) return std::nullopt;  // "6 places for children", "7 for 3"
        Piece piece{Piece::side, side->side, number->value, {}, {}, {i, side->end}, ballot || side->side == abstained, false};
        take_names(piece);
        return piece;
    }

    /// Whether a side ends here: a mark, the end, a number, or another word of a vote.
    bool ends_side(std::size_t i) const {
        if (i >= end_ || !lexemes_[i].word || lexemes_[i].breaks > 0) return true;
        if (const auto number = number_at(i)) return side_at(number->end) || words_at(lexemes_, number->end, end_, OutcomeWord::voting);
        return is_one_of(lexemes_[i].form, {"and", "with", "to"}) || is_ballot_word(i);
    }

    /// "For: 7", "Against (3)", "Abstentions – 0", "Votes for 7".
    std::optional<Piece> labelled_side(std::size_t i) const {
        const auto side = side_at(i);
        if (!side || !opens_label(i)) return std::nullopt;
        std::size_t at = side->end;
        bool marked = false;
        for (int marks = 0; marks < 3 && at < end_ && is_one_of(lexemes_[at].form, {":", "-", "(", "=", "the", "motion", "amendment", "proposal"}); ++marks) marked = marked || !lexemes_[at].word, ++at;
        const auto number = number_at(at);
        if (!number || !ends_number(number->end)) return std::nullopt;
        if (!marked && !lexemes_[i].capital && !is_ballot_word(i > 0 ? i - 1 : i)) return std::nullopt;
        Piece piece{Piece::side, side->side, number->value, {}, {}, {i, number->end}, false, false};
        if (piece.at.end < end_ && lexemes_[piece.at.end].form == ")") ++piece.at.end;
        take_names(piece);
        return piece;
    }

    /// A label opens a line or a sentence, or follows a mark, a number or the word "vote".
    bool opens_label(std::size_t i) const {
        if (i == 0 || lexemes_[i].breaks > 0 || lexemes_[i].capital) return true;
        return !lexemes_[i - 1].word || is_one_of(lexemes_[i - 1].form, {"vote", "votes", "voted", "and", "voting"}) || number_at(i - 1);
    }

    /// "Against: 3 of the trees" gives no number; "For: 7 Against: 3" does.
    bool ends_number(std::size_t i) const {
        if (i >= end_ || !lexemes_[i].word || lexemes_[i].breaks > 0 || side_at(i) || is_ballot_word(i)) return true;
        return lexemes_[i].capital || is_one_of(lexemes_[i].form, {"and", "votes", "members", "councillors"});
    }

    /// "For: Councillors Ash and Brook (2)": the names, and the number if one is printed behind them.
    std::optional<Piece> named_side(std::size_t i) const {
        const auto side = side_at(i);
        if (!side || !(recorded_ || i == 0 || lexemes_[i].breaks > 0 || (lexemes_[i].capital && !lexemes_[i - 1].word) || lexemes_[i - 1].form == "voted" || lexemes_[i - 1].form == "voting")) return std::nullopt;
        Piece piece{Piece::side, side->side, {}, {}, {}, {i, side->end}, false, false};
        take_names(piece);
        if (piece.names.empty()) return std::nullopt;
        return piece;
    }

    /// The names behind a side, with a number behind them: "(2)", or at the end of dots.
    void take_names(Piece& piece) const {
        std::size_t at = behind_marks(piece.at.end);
        const bool open = at > piece.at.end || recorded_;
        while (at < end_ && !side_at(at)) {
            std::optional<Mention> name = name_at(at, open || !piece.names.empty());
            if (!name) break;
            at = name->at.end;
            piece.at.end = at;
            piece.names.push_back(std::move(*name));
            while (at < end_ && is_one_of(lexemes_[at].form, {",", "and", ";"})) ++at;
        }
        if (piece.names.empty()) return;
        while (at < end_ && is_one_of(lexemes_[at].form, {".", "(", "-", "|", "\u2026"})) ++at;
        const bool apart = at > piece.at.end || (recorded_ && at < end_ && lexemes_[at].breaks > 0);
        const auto number = apart && !side_at(at) ? number_at(at) : std::nullopt;   // "NO – 3" is no nought
        if (!number || !(number->end >= end_ || !lexemes_[number->end].word || lexemes_[number->end].breaks > 0)) return;
        if (!piece.first) piece.first = number->value;
        piece.at.end = number->end < end_ && lexemes_[number->end].form == ")" ? number->end + 1 : number->end;
    }

    /// Behind the colon or bracket of a side, and behind what the vote was on: "voted for the minutes being correct:".
    std::size_t behind_marks(std::size_t at) const {
        for (std::size_t i = at; recorded_ && i < std::min(end_, at + 14) && lexemes_[i].breaks == 0; ++i)
            if (lexemes_[i].form == ":") return i + 1;
        for (int marks = 0; marks < 3 && at < end_ && is_one_of(lexemes_[at].form, {":", "-", "(", "|", "the", "motion", "amendment", "proposal"}); ++marks) ++at;
        return at;
    }

    std::optional<Mention> name_at(std::size_t i, bool bare) const {
        const Mention* mention = minute_.mention_at(i);
        if (mention && !crosses_line(mention->at)) return mention->kind == Mention::name || mention->kind == Mention::post ? std::optional(*mention) : std::nullopt;
        for (const OutcomeWord other : {OutcomeWord::number, OutcomeWord::vote, OutcomeWord::carried, OutcomeWord::lost, OutcomeWord::decision})
            if (words_at(lexemes_, i, end_, other)) return std::nullopt;
        std::size_t line_end = i + 1;
        while (bare && line_end < std::min(end_, i + 5) && lexemes_[line_end].breaks == 0 && !side_at(line_end)) ++line_end;
        if (!bare) return std::nullopt;
        return mention ? bare_from(i, line_end) : name_from(minute_, i, line_end);
    }

    /// Whether a mention reads on over the end of a line, as into the label of the next side.
    bool crosses_line(Range at) const {
        for (std::size_t i = at.begin + 1; i < at.end; ++i)
            if (lexemes_[i].breaks > 0) return recorded_;
        return false;
    }

    /// The name of one line, where a mention reads on over its end.
    std::optional<Mention> bare_from(std::size_t i, std::size_t end) const {
        const auto name = listed_name_at(lexemes_, i, end);
        if (!name) return std::nullopt;
        return Mention{.kind = Mention::name, .at = name->at, .title = {}, .core = {}, .who = name, .bare_name = true};
    }

    /// "Councillors Ash and Brook voted against", "Councillor Carr abstained": the names before the verb.
    std::optional<Piece> named_before(std::size_t i) const {
        const bool voted = is_one_of(lexemes_[i].form, {"voted", "voting"});
        const auto side = side_at(voted ? i + 1 : i);
        if (!side || (!voted && side->side != abstained)) return std::nullopt;
        Piece piece{Piece::side, side->side, {}, {}, {}, {i, side->end}, true, false};
        for (std::size_t end = i; end > 0;) {
            const Mention* mention = minute_.mention_before(end);
            if (!mention || mention->kind != Mention::name || mention->at.begin < taken_) break;
            piece.names.insert(piece.names.begin(), *mention);
            piece.at.begin = end = mention->at.begin;
            if (end == 0 || !is_one_of(lexemes_[end - 1].form, {",", "and"}) || piece.names.size() >= kMostVoters) break;
            --end;
        }
        return piece.names.empty() ? std::nullopt : std::optional(std::move(piece));
    }

    /// "by 6 votes to 2", "carried by eight votes to three", "by 6 to 2".
    std::optional<Piece> score_at(std::size_t i) const {
        if (auto piece = ratio_at(i)) return piece;
        const auto first = number_at(i);
        if (!first) return std::nullopt;
        std::size_t at = first->end;
        const bool votes = is_one_of(minute_.form(at), {"votes", "vote"});
        if (votes) ++at;
        if (votes && minute_.form(at) == ",") ++at;
        if (!is_one_of(minute_.form(at), {"to", "-"})) return std::nullopt;
        const auto second = number_at(at + 1);
        if (!second) return std::nullopt;
        const bool by = i > 0 && (is_one_of(lexemes_[i - 1].form, {"by", "of"}) || (i > 1 && is_one_of(lexemes_[i - 2].form, {"by", "of"})));
        const bool closed = second->end >= end_ || !lexemes_[second->end].word || is_one_of(minute_.form(second->end), {"votes", "vote", "with", "and"});
        const bool ballot = by && closed && speaks_of_voting(i);
        if (!votes && !ballot) return std::nullopt;
        std::size_t end = second->end;
        if (is_one_of(minute_.form(end), {"votes", "vote"})) ++end;
        return Piece{Piece::pair, in_favour, first->value, second->value, {}, {i, end}, true, false};
    }

    /// "RESOLVED (7:5)", "voting 6:2", "RESOLVED (7:5:1)" with abstentions: not a time of day.
    std::optional<Piece> ratio_at(std::size_t i) const {
        const std::string_view form = lexemes_[i].form;
        const std::size_t colon = form.find(':'), second = colon == std::string::npos ? colon : form.find(':', colon + 1);
        constexpr std::size_t kLongest = 8;  // "55:12:10"
        if (i < 2 || colon == std::string::npos || colon == 0 || form.back() == ':' || form.size() > (second == std::string::npos ? 5 : kLongest)) return std::nullopt;
        if (form.find_first_not_of("0123456789:") != std::string::npos || (second != std::string::npos && (second == colon + 1 || form.find(':', second + 1) != std::string::npos))) return std::nullopt;
        const bool marked = lexemes_[i - 1].form == "(" && (words_at(lexemes_, i - 2, i, OutcomeWord::decision) || speaks_of_voting(i));
        const bool voting = is_one_of(lexemes_[i - 1].form, {"voting", "vote", "votes", "carried", "lost"});
        if (!marked && !voting) return std::nullopt;
        Piece piece{Piece::pair, in_favour, to_int(form.substr(0, colon)), to_int(form.substr(colon + 1, second - colon - 1)), {}, {i, i + 1}, true, false};
        if (second != std::string::npos) piece.third = to_int(form.substr(second + 1));
        return piece;
    }

    /// Whether a word of voting stands in the sentence around lexeme `i`.
    bool speaks_of_voting(std::size_t i) const {
        constexpr std::size_t kAround = 40;
        const Range sentence = minute_.sentences[minute_.sentence_of(i)];
        return has_words(lexemes_, {std::max(sentence.begin, i > kAround ? i - kAround : 0), std::min(sentence.end, i + kAround)}, OutcomeWord::ballot);
    }

    std::optional<Piece> words_piece(std::size_t i) const {
        if (const auto words = words_at(lexemes_, i, end_, OutcomeWord::vote)) return Piece{Piece::words, in_favour, {}, {}, {}, {i, words->end}, true, false};
        for (const bool lost : {false, true})
            if (const auto words = words_at(lexemes_, i, end_, lost ? OutcomeWord::lost : OutcomeWord::carried); words && is_of_motion(i, words->end))
                return Piece{Piece::words, in_favour, {}, {}, {}, {i, words->end}, true, lost};
        return std::nullopt;
    }

    /// "the motion was put to the vote and carried", "declared lost", "- Carried."; not "work carried out", "lost income".
    bool is_of_motion(std::size_t i, std::size_t end) const {
        if (is_one_of(minute_.form(end), {"out", "forward", "over", "on", "off", "to", "away"})) return false;
        const Range sentence = minute_.sentences[minute_.sentence_of(i)];
        const bool alone = (i == sentence.begin || !lexemes_[i - 1].word) && (end >= sentence.end || !lexemes_[end].word || lexemes_[end].form == "by");
        if (alone && is_one_of(lexemes_[i].form, {"carried", "lost", "defeated", "passed"})) return true;
        for (std::size_t from = i; from > sentence.begin && i - from < 12; --from)
            if (words_before(lexemes_, sentence.begin, from, OutcomeWord::put) && is_passive(from, i)) return true;
        return false;
    }

    /// Whether "was", "declared" and the like stand between the motion and what became of it.
    bool is_passive(std::size_t from, std::size_t i) const {
        if (from == i) return true;  // "Motion carried"
        for (std::size_t at = from; at < i; ++at)
            if (is_one_of(lexemes_[at].form, {"was", "were", "is", "are", "being", "declared", "-", ":", "unanimously", "duly", "then"})) return true;
        return false;
    }

    /// Drops sides that no word around them makes a vote: a side alone in a sentence without a word of voting.
    void settle(std::vector<Piece>& pieces) const {
        const auto near = [](const Piece& a, const Piece& b) { return b.at.begin < a.at.end + 12; };
        std::vector<bool> keep(pieces.size());
        for (std::size_t p = 0; p < pieces.size(); ++p) {
            const Piece& piece = pieces[p];
            const bool before = p > 0 && near(pieces[p - 1], piece) && pieces[p - 1].kind != Piece::words && pieces[p - 1].of != piece.of;
            const bool after = p + 1 < pieces.size() && near(piece, pieces[p + 1]) && pieces[p + 1].kind != Piece::words && pieces[p + 1].of != piece.of;
            keep[p] = recorded_ || piece.sure || before || after || speaks_of_voting(piece.at.begin);
        }
        std::size_t p = 0;
        std::erase_if(pieces, [&](const Piece&) { return !keep[p++]; });
    }

    static bool says_side(const VoteAt& vote, Side side) {
        const std::optional<int>& number = side == in_favour ? vote.in_favour : side == against ? vote.against : vote.abstained;
        const Voters& names = side == in_favour ? vote.voted_for : side == against ? vote.voted_against : vote.abstainers;
        return number || !names.empty();
    }

    /// Whether a piece says what the vote so far has said already, so belongs to the next vote.
    static bool repeats(const VoteAt& vote, const Piece& piece) {
        if (piece.kind == Piece::pair) return vote.has_numbers();
        if (piece.kind == Piece::side) return says_side(vote, piece.of);
        return false;
    }

    void put(Piece piece) {
        constexpr std::size_t kReach = 60;  // lexemes between two pieces of one vote
        if (votes_.empty() || repeats(votes_.back(), piece) || piece.at.begin > votes_.back().at.end + kReach || (piece.lost && !votes_.back().words.empty())) {
            votes_.emplace_back();
            votes_.back().at = piece.at;
        }
        VoteAt& vote = votes_.back();
        vote.at.end = piece.at.end;
        vote.lost = vote.lost || piece.lost;
        if (piece.kind == Piece::words) return vote.words.push_back(piece.at);
        if (piece.kind == Piece::pair) {
            vote.in_favour = piece.first;
            vote.against = piece.second;
            if (piece.third) vote.abstained = piece.third;
            return;
        }
        (piece.of == in_favour ? vote.in_favour : piece.of == against ? vote.against : vote.abstained) = piece.first;
        (piece.of == in_favour ? vote.voted_for : piece.of == against ? vote.voted_against : vote.abstainers) = std::move(piece.names);
    }

    const MinuteText& minute_;
    const Lexemes& lexemes_;
    std::size_t end_;
    bool recorded_;
    std::size_t taken_ = 0;  ///< what stands before it has been read
    std::vector<VoteAt> votes_;
};

}  // namespace

std::vector<VoteAt> votes_in(const MinuteText& minute, bool recorded) { return VoteReader(minute, recorded).read(); }

}  // namespace minutes
