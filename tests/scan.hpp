#pragma once

#include "indexer/record.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace minutes::test {

/// A query as a test knows it: what it types, and what it means. Nothing of it is shared with the parser.
struct Asked {
    enum class Kind { word, phrase, slop, near, start, expansion, all, any, without, item, meeting, role, year, since } kind = Kind::word;
    /// Of word, phrase and slop: places with their alternatives. "=staff" is exact, "staf*" begins so; a plain word is meant by its stem
    /// and its family where it stands alone, "DCS" by what is printed with two capitals. Of role and year: values. Of since: a day.
    /// Of an expansion: its name as typed (~DCS); the parts are what it means.
    std::vector<std::vector<std::string>> places;
    std::vector<Asked> parts;
    std::vector<std::uint32_t> distances;      ///< between the operands of near; of slop its one
    std::vector<bool> ordered;
    bool capitals = false;                     ///< answered only where two capitals at least are printed

    [[nodiscard]] std::string typed() const;
};

/// One passage as the scan sees it: its words by number, and where they stand.
struct ScanPassage {
    Record record;
    std::vector<std::uint32_t> words;
    std::vector<Span> at;
    std::map<std::size_t, std::pair<std::uint32_t, Span>> signs;  ///< by number of a word: the same with its sign, as in £12m
};

/// What answers a query in one passage: whether, and the bytes of all that is marked.
struct ScanAnswer {
    bool yes = false;
    std::vector<Span> marks;
};

/// Passages read once, and queries answered by looking at every word of every one of them. It shares tokenise(), stem(), alias_of() and
/// the table of families with the program, nothing else.
class Scan {
  public:
    void add(Record record);
    [[nodiscard]] const std::vector<ScanPassage>& passages() const { return passages_; }
    /// The form of a word of a passage.
    [[nodiscard]] const std::string& form(std::uint32_t word) const { return forms_[word]; }
    /// In how many passages a word stands.
    [[nodiscard]] std::uint32_t spread(std::uint32_t word) const { return spread_[word]; }
    /// The answer of every passage, in their order. Only passages in `zones` count for items and meetings.
    [[nodiscard]] std::vector<ScanAnswer> answers(const Asked& asked, const std::set<std::string>& zones);

  private:
    struct Run { std::size_t first, length; bool sign = false; };
    std::vector<ScanPassage> passages_;
    std::vector<std::string> forms_, stems_, aliases_;
    std::vector<std::uint32_t> spread_;
    std::map<std::string, std::uint32_t> numbers_;
    std::map<const std::vector<std::string>*, std::vector<bool>> known_;  ///< which words may stand at a place of the query
    /// Of each item or meeting of a scope the leaves (by address) that some passage of it answers.
    std::map<const Asked*, std::map<std::string, std::set<const Asked*>>> found_;

    void mark_answering(const std::string& typed, bool by_stem, std::vector<bool>& words) const;
    const std::vector<bool>& answering(const std::vector<std::string>& place, bool by_stem);
    std::vector<Run> runs(const Asked& asked, const ScanPassage& passage);
    std::vector<Run> row_runs(const Asked& asked, const ScanPassage& passage);
    std::vector<Run> slop_runs(const Asked& asked, const ScanPassage& passage);
    std::vector<Run> near_runs(const Asked& asked, const ScanPassage& passage);
    bool holds(const Asked& asked, const ScanPassage& passage);
    bool holds_in(const Asked& asked, const std::set<const Asked*>& leaves);
    bool hungry(const Asked& asked, const ScanPassage& passage);
    std::vector<Run> marks(const Asked& asked, const ScanPassage& passage);
    std::vector<Run> marks_in(const Asked& asked, const ScanPassage& passage, const std::set<const Asked*>& leaves);
    const std::set<const Asked*>& leaves_of(const Asked& scope, const ScanPassage& passage);
    void look_up(const Asked& asked, const std::set<std::string>& zones);
};

/// All passages of an index.
[[nodiscard]] Scan scan_of(const std::string& index);

}  // namespace minutes::test
