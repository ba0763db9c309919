// Phrases and wildcards: "agency (staff|worker*)", "a b"~5, staff*.
#include "analyzers/tokens.hpp"
#include "analyzers/words/word_form.hpp"
#include "searcher/query_leaves.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>

namespace minutes {
namespace {

constexpr std::uint32_t u32(std::size_t n) { return static_cast<std::uint32_t>(n); }

Word exact_word(std::string_view form) {
    Word word;
    word.form = form;
    word.alias = alias_of(form);
    return word;
}

/// The widest whole that covers all the words of a text, or nullptr.
const Token* covering_whole(const Tokens& tokens) {
    const Token* found = nullptr;
    for (const Token& token : tokens.list)
        if (token.whole && token.width == tokens.words) found = &token;
    return found;
}

using Row = std::vector<Place>;

/// One place a word; sums and percentages with their symbols.
Row row_of(const Tokens& tokens) {
    Row row;
    for (const Token& token : tokens.list) {
        if (token.whole && token.width > 1) continue;
        if (token.whole) row.back() = {{exact_word(tokens.form(token))}};
        else row.push_back({{exact_word(tokens.form(token))}});
    }
    return row;
}

std::size_t letters_and_digits(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto [point, next] = decode(text, i);
        count += u_isalnum(static_cast<UChar32>(point)) ? 1 : 0;
        i = next;
    }
    return count;
}

/// Reads a phrase to the rows of places that it stands for: one, or several where alternatives have several words.
class PhraseReader {
  public:
    PhraseReader(std::string_view text, std::uint32_t origin) : text_(text), origin_(origin), rows_(1) {}

    /// The rows are empty when `problem` says why.
    std::vector<Row> run(Problem& problem) {
        std::size_t from = 0;
        for (std::size_t open; !failed() && (open = next_group(from)) != std::string_view::npos;) {
            append(read(from, open));
            from = group(open);
        }
        if (!failed()) append(read(from, text_.size()));
        problem = std::move(problem_);
        return failed_ ? std::vector<Row>() : std::move(rows_);
    }

  private:
    std::string_view text_;
    std::uint32_t origin_;
    std::vector<Row> rows_;
    Problem problem_;
    bool failed_ = false;

    bool failed() const { return failed_; }

    void fail(std::size_t begin, std::size_t end, std::string message) {
        if (!failed_) problem_ = {{origin_ + u32(begin), origin_ + u32(end)}, std::move(message)};
        failed_ = true;
    }

    /// The next bracket that holds a bar: others are punctuation, as in "Director (Children)".
    std::size_t next_group(std::size_t from) {
        const std::size_t bar = text_.find('|', from);
        if (bar == std::string_view::npos) return bar;
        const std::size_t open = text_.rfind('(', bar);
        if (open != std::string_view::npos && open >= from && text_.find(')', open) > bar) return open;
        fail(bar, bar + 1, "alternatives stand in brackets: \"agency (staff|workers)\"");
        return std::string_view::npos;
    }

    /// Reads (a|b c|d*); returns where it ends.
    std::size_t group(std::size_t open) {
        const std::size_t close = text_.find(')', open);
        if (close == std::string_view::npos) {
            fail(open, open + 1, "this bracket is never closed; add a )");
            return text_.size();
        }
        std::vector<Row> branches(1);  // the first: all the alternatives of one word
        for (std::size_t from = open + 1; from <= close && !failed();) {
            const std::size_t end = std::min(text_.find('|', from), close);
            Row alternative = read(from, end);
            if (alternative.empty()) fail(from > open + 1 ? from - 1 : open, end + 1, "an alternative is missing here; write (staff|workers)");
            else if (alternative.size() > 1) branches.push_back(std::move(alternative));
            else if (branches.front().empty()) branches.front() = std::move(alternative);
            else std::move(alternative.front().any.begin(), alternative.front().any.end(), std::back_inserter(branches.front().front().any));
            from = end + 1;
        }
        if (branches.front().empty()) branches.erase(branches.begin());
        if (!failed()) multiply(branches, open, close + 1);
        return close + 1;
    }

    void multiply(const std::vector<Row>& branches, std::size_t open, std::size_t close) {
        if (rows_.size() * branches.size() > kMaxPhraseVariants)
            return fail(open, close, "these alternatives make more than " + std::to_string(kMaxPhraseVariants) +
                                         " phrases (limit: variants of a phrase); ask in several queries");
        std::vector<Row> longer;
        for (const Row& row : rows_)
            for (const Row& branch : branches) {
                longer.push_back(row);
                longer.back().insert(longer.back().end(), branch.begin(), branch.end());
            }
        rows_ = std::move(longer);
    }

    void append(const Row& more) {
        for (Row& row : rows_) row.insert(row.end(), more.begin(), more.end());
    }

    /// The words of text_[begin, end), in which a star may end a word.
    Row read(std::size_t begin, std::size_t end) {
        Row row;
        while (begin < end && !failed()) {
            const std::size_t star = std::min(text_.find('*', begin), end);
            Row words = star < end ? starred(begin, star) : row_of(tokenise(text_.substr(begin, end - begin)));
            std::move(words.begin(), words.end(), std::back_inserter(row));
            begin = star + 1;
        }
        return row;
    }

    /// The words up to the star, which must follow the last of them directly and end it.
    Row starred(std::size_t begin, std::size_t star) {
        const std::string_view text = text_.substr(begin, star - begin);
        const Tokens tokens = tokenise(text);
        Row row = row_of(tokens);
        if (row.empty() || tokens.list.back().at.end != text.size()) {
            fail(begin + text.size(), star + 1, "there is no word before this star; write at least " + std::to_string(kMinPrefix) + " letters of it: staff*");
            return {};
        }
        if (star + 1 < text_.size() && letters_and_digits(text_.substr(star + 1, decode(text_, star + 1).next - star - 1)) > 0) {
            fail(star, star + 1, "a star stands at the end of a word only (staff*: every word that begins so)");
            return {};
        }
        const Token* whole = covering_whole(tokens);
        if (whole != nullptr && text.size() == text_.size() - 1) row = {{{exact_word(tokens.form(*whole))}}};
        Word& word = row.back().any.front();
        word.prefix = true;
        if (letters_and_digits(word.form) < kMinPrefix) {
            fail(star, star + 1, "a wildcard needs at least " + std::to_string(kMinPrefix) + " letters before its star (limit: letters of a wildcard); write more of the word");
            return {};
        }
        return row;
    }
};

Node node_of(Row row, Span at, std::uint32_t slop) {
    if (row.size() == 1 && row.front().any.size() == 1) return {std::move(row.front().any.front()), at};
    Phrase phrase;
    phrase.places = std::move(row);
    phrase.slop = slop;
    return {std::move(phrase), at};
}

Leaf refused(Span at, std::string message) { return {{}, {at, std::move(message)}}; }

Leaf with_slop(std::vector<Row> rows, Span at, std::uint32_t slop) {
    if (rows.size() > 1) return refused(at, "alternatives of several words cannot stand in a phrase with a distance (~); list the phrases with OR");
    if (rows.front().size() < 2) return refused(at, "a distance (~" + std::to_string(slop) + ") needs at least two words between the quotes");
    if (rows.front().size() > kMaxSlopWords)
        return refused(at, "a phrase with a distance (~) may have " + std::to_string(kMaxSlopWords) + " words (limit: words of such a phrase); leave some out");
    return {node_of(std::move(rows.front()), at, slop), {}};
}

Leaf in_a_row(std::string_view text, Span inner, Span at, std::uint32_t slop) {
    const bool plain = text.find_first_of("*|") == std::string_view::npos;
    if (plain && slop == 0) {
        const Tokens tokens = tokenise(text);
        if (const Token* whole = covering_whole(tokens)) return {{exact_word(tokens.form(*whole)), at}, {}};
        return {node_of(row_of(tokens), at, 0), {}};
    }
    Problem problem;
    std::vector<Row> rows = PhraseReader(text, inner.begin).run(problem);
    if (!problem.message.empty()) return {{}, std::move(problem)};
    if (slop > 0) return with_slop(std::move(rows), at, slop);
    if (rows.size() == 1) return {node_of(std::move(rows.front()), at, 0), {}};
    Any any;
    for (Row& row : rows) any.of.push_back(node_of(std::move(row), at, 0));
    return {{std::move(any), at}, {}};
}

void set_loose(Node& node, bool loose) {
    if (auto* word = std::get_if<Word>(&node.is)) word->loose = loose;
    if (auto* phrase = std::get_if<Phrase>(&node.is)) phrase->loose = loose;
}

bool has_words(std::string_view text) { return tokenise(text).words > 0; }

}  // namespace

Leaf word_leaf(std::string_view text, Span at) {
    if (!has_words(text) && text.find('*') == std::string_view::npos)
        return refused(at, "there is no letter or digit to search for here; punctuation alone is not indexed");
    const Tokens tokens = tokenise(text);
    if (tokens.words != 1 || covering_whole(tokens) != nullptr || text.find('*') != std::string_view::npos) {
        Leaf leaf = in_a_row(text, at, at, 0);
        set_loose(leaf.node, text.find('*') == std::string_view::npos);
        return leaf;
    }
    Word word = exact_word(tokens.form(tokens.list.front()));
    word.stem = stem(word.form);
    word.shouted = std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
    return {{std::move(word), at}, {}};
}

Leaf exact_leaf(std::string_view text, Span at) {
    if (text.find('*') != std::string_view::npos) return refused(at, "= asks for this one form, a star for many; leave out one of them");
    Leaf leaf = word_leaf(text, at);
    if (auto* word = std::get_if<Word>(&leaf.node.is)) word->stem.clear();
    set_loose(leaf.node, false);
    return leaf;
}

Leaf phrase_leaf(std::string_view text, Span inner, Span at, std::uint32_t slop) {
    if (has_words(text) || text.find('*') != std::string_view::npos) return in_a_row(text, inner, at, slop);
    const bool empty = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    return refused(at, empty ? "there is nothing between these quotes; write the words to search for"
                             : "there is no letter or digit between these quotes; punctuation alone is not indexed");
}

}  // namespace minutes
