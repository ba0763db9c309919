#include "analyzers/acronym_alignment.hpp"

#include "analyzers/words/word_form.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace minutes {
namespace {

constexpr std::size_t kMinLetters = 2, kMaxLetters = 10;

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::array<std::string_view, 18> kLinking = {"a",  "an", "and", "as", "at", "by", "for", "from", "in",
                                                       "of", "on", "or",  "per", "s", "the", "to", "with", "within"};

/// The linking words that two letters may pass over, one of them: "Code of Practice" is CP, "Children on a Protection" is not.
constexpr std::array<std::string_view, 4> kJoining = {"and", "for", "of", "s"};

/// What a reader allows for, dearest first: a word that no letter stands for, a letter from within a word.
constexpr int kSkippedWord = 3, kInnerLetter = 2, kImpossible = std::numeric_limits<int>::max() / 2;

/// Of two letters each must begin a word; of three one oddity may pass, of more two letters from within.
constexpr int most_allowed(std::size_t letters, bool strict) { return strict || letters < 3 ? 0 : letters == 3 ? kSkippedWord : 2 * kInnerLetter; }

/// Without the apostrophe that it ends in, of one to three bytes.
std::string_view without_apostrophe(std::string_view word) {
    for (std::size_t bytes = 1; bytes <= 3 && bytes < word.size(); ++bytes)
        if (apostrophe_at(word, word.size() - bytes) == bytes) return word.substr(0, word.size() - bytes);
    return word;
}

/// Without the possessive ("DCS's", "DCSs'") and the plural s ("DCSs") after capitals.
std::string_view without_ending(std::string_view word) {
    word = without_apostrophe(word);
    if (word.size() < 3 || word.back() != 's') return word;
    const std::string_view rest = word.substr(0, word.size() - 1), bare = without_apostrophe(rest);
    const bool plural = is_upper(rest.back()) || is_digit(rest.back()) || rest.back() == '.';
    return bare.size() < rest.size() ? bare : plural ? rest : word;
}

/// The cheapest ways to account for the last letters with the last words, filled from the right.
class Alignment {
  public:
    Alignment(std::string_view letters, const std::vector<LongFormWord>& words, bool strict)
        : letters_(letters), words_(words), strict_(strict) {}

    std::size_t words() const {
        const std::size_t most = std::min(words_.size(), longest_long_form(letters_.size()));
        const int allowed = most_allowed(letters_.size(), strict_);
        Row costs;
        costs.fill(kImpossible);
        costs[letters_.size()] = 0;
        std::size_t best_words = 0;
        int best = allowed + 1;
        for (std::size_t taken = 1; taken <= most; ++taken) {
            const LongFormWord& word = words_[words_.size() - taken];
            Row next;
            next.fill(kImpossible);
            bool alive = false;
            const bool joined = taken > 1 && words_[words_.size() - taken + 1].linking;
            for (std::size_t left = 0; left <= letters_.size(); ++left) {
                next[left] = std::min({cost_with(word, left, costs), taken == 1 ? kImpossible : costs[left] + skipping(word, joined), kImpossible});
                alive = alive || next[left] <= allowed;
            }
            const int whole = cost_with(word, 0, costs);  // the first word is never one that was passed over
            if (taken > 1 && whole < best && may_begin(word, whole)) {
                best = whole;
                best_words = taken;
            }
            if (!alive) break;
            costs = next;
        }
        return best_words;
    }

  private:
    using Row = std::array<int, kMaxLetters + 1>;  ///< by the number of first letters that are still to be accounted for

    std::string_view letters_;
    const std::vector<LongFormWord>& words_;
    bool strict_;

    /// `joined`: the word behind it links already.
    int skipping(const LongFormWord& word, bool joined) const {
        if (!word.linking) return strict_ ? kImpossible : kSkippedWord;
        const bool joins = !joined && std::find(kJoining.begin(), kJoining.end(), word.form) != kJoining.end();
        return letters_.size() > 2 || joins ? 0 : kImpossible;
    }

    /// The first letter of `word` is letter number `left`; the word may account for some of the letters after it.
    int cost_with(const LongFormWord& word, std::size_t left, const Row& costs) const {
        if (left >= letters_.size() || word.form.empty() || word.form.front() != letters_[left]) return kImpossible;
        int best = costs[left + 1];
        std::size_t within = 0;
        for (std::size_t more = 1; !strict_ && left + more < letters_.size(); ++more) {
            within = word.form.find(letters_[left + more], within + 1);
            if (within == std::string::npos) break;
            best = std::min(best, costs[left + more + 1] + static_cast<int>(more) * kInnerLetter);
        }
        return best;
    }

    /// A long form begins with a word of its own, and where letters do not fit plainly it is printed as a name.
    bool may_begin(const LongFormWord& word, int cost) const {
        return (!word.linking || (word.form == "in" && word.capital)) && (cost == 0 || (word.capital && words_.back().capital));
    }
};

}  // namespace

std::optional<AcronymLetters> read_acronym(std::string_view word) {
    constexpr std::size_t kMaxBytes = 3 * kMaxLetters + 4;
    if (word.size() < kMinLetters || word.size() > kMaxBytes || !is_upper(word.front())) return std::nullopt;
    AcronymLetters found;
    std::size_t capitals = 0, small = 0;
    word = without_ending(word);
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        if (c == '.') continue;
        if (c == '&') {
            if (i + 1 == word.size()) return std::nullopt;
            found.printed += c;
            continue;
        }
        if (!is_upper(c) && !is_lower(c) && !is_digit(c)) return std::nullopt;
        found.printed += c;
        found.letters += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
        capitals += is_upper(c);
        small += is_lower(c);
    }
    const bool fits = found.letters.size() >= kMinLetters && found.letters.size() <= kMaxLetters;
    if (!fits || capitals < 2 || small > capitals + 1 || small > 3) return std::nullopt;
    return found;
}

LongFormWord long_form_word(std::string_view text, Span at) {
    LongFormWord word{at, {}, false, false};
    append_form(word.form, slice(text, at));
    word.linking = std::find(kLinking.begin(), kLinking.end(), word.form) != kLinking.end();
    word.capital = is_upper(text[at.begin]) || static_cast<unsigned char>(text[at.begin]) >= 0x80;
    return word;
}

std::size_t longest_long_form(std::size_t letters) { return std::min(letters + 5, 2 * letters); }

std::size_t aligned_words(std::string_view letters, const std::vector<LongFormWord>& words, bool strict) {
    if (letters.size() < kMinLetters || letters.size() > kMaxLetters) return 0;
    return Alignment(letters, words, strict).words();
}

}  // namespace minutes
