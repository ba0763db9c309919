#pragma once

#include "corpus/generate_random.hpp"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minutes::synthetic {

/// What the words of a sentence are drawn for: the council's own names recur, and time stands near the meeting.
struct Setting {
    std::uint64_t council_seed = 0;
    int year = 2020;          ///< of the meeting
    std::uint32_t topic = 0;  ///< index of Grammar::topics(): which lists "things", "matter" ... are taken from
};

/// The grammar of data/generate_grammar.txt and the topics of data/generate_topics.txt, read once and then constant.
/// An entry's weight falls with its place (Zipf and Mandelbrot), in whole numbers.
class Grammar {
  public:
    using Rule = std::uint16_t;

    /// The one grammar of this program. Throws std::logic_error when the data names a rule that is not there.
    static const Grammar& shared();

    [[nodiscard]] Rule rule(std::string_view name) const;
    [[nodiscard]] const std::vector<std::string>& topics() const { return topics_; }
    /// One expansion of a rule: "a~" is made a or an, white space is single. O(result).
    [[nodiscard]] std::string say(Rule rule, Random& random, const Setting& setting) const;

  private:
    enum class Kind : std::uint8_t { literal, rule, other_topic, slot };
    struct Piece {
        Kind kind = Kind::literal;
        std::uint16_t id = 0;
        std::string_view text;
    };
    struct Entry {
        std::uint32_t first = 0, last = 0;  ///< of pieces_
    };
    struct List {
        std::vector<Entry> entries;
        std::vector<std::uint32_t> weights;  ///< running sums
        std::vector<Rule> by_topic;          ///< the lists of the topics that have this name; kNone where missing
    };
    static constexpr Rule kNone = 0xFFFF;

    Grammar();
    void read(std::string_view text);
    void read_line(std::string_view line, Rule& current);
    Rule open_list(std::string_view header);
    void add_entry(Rule rule, std::string_view entry);
    Piece piece_named(std::string_view name);
    Rule find_or_add(std::string_view name);
    void append(std::string& text, Rule rule, Random& random, const Setting& setting) const;

    std::vector<std::string> topics_;
    std::vector<List> lists_;
    std::vector<Piece> pieces_;
    std::map<std::string, Rule, std::less<>> names_;
};

/// With its first letter in upper case; ASCII only, since the grammar starts no entry with another letter.
[[nodiscard]] std::string capitalised(std::string text);

}  // namespace minutes::synthetic
