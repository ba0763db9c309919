#pragma once

#include "corpus/document.hpp"
#include "searcher/export_rows.hpp"

#include <string>
#include <vector>

namespace minutes {

enum class Verdict {
    ok,         ///< the file has the bytes that were indexed, and the words stand at their place
    changed,    ///< the file has other bytes now, but the words stand at their place
    moved,      ///< they stand elsewhere: in the file, or in another one of its folder
    missing,    ///< they do not stand there, nor, with their context, elsewhere in the folder
    damaged     ///< the row itself cannot be read
};

[[nodiscard]] std::string_view name_of(Verdict verdict);

/// What became of one row of an export.
struct Verified {
    std::size_t row = 0;         ///< from 1
    std::string id, path;        ///< the file as it was opened
    Verdict verdict = Verdict::ok;
    std::string detail;          ///< why, for all but ok
    std::string found_path = {}; ///< of moved words: where they stand now
    Span found = {};             ///< in the normalised text of found_path
    std::uint32_t found_line = 0, found_page = 0;  ///< page 0: the file has none
};

/// Opens the sources of an export again and says of every row whether its words stand where it says.
/// A quote is compared with white space collapsed and control characters as one. Words that are not at their place are looked for
/// with their prefix and suffix, so that another occurrence of a short quote is not taken for it; the nearest place wins.
/// `root`: a folder under which the sources are looked for by the end of their paths; "" = where they were.
class Verifier {
public:
    explicit Verifier(std::string root) : root_(std::move(root)) {}

    void add(const ExportRow& row);
    /// All rows in order. Reads the folders of those that were not found in their files. Call once, after the last add().
    [[nodiscard]] std::vector<Verified> finish();

private:
    struct Source {
        std::string path;
        Document document;       ///< empty if it cannot be read
        std::string unreadable;  ///< why, or ""
        std::string folded;      ///< comparable text, made when words are looked for
    };
    struct Lost {
        std::size_t index;       ///< in results_
        Quote quote;
    };

    const Source& open(const std::string& path);
    const std::string& folded();   ///< of the source that is open
    void put_found(Verified& result, Span found) const;  ///< found in the source that is open
    [[nodiscard]] std::string resolve(const std::string& path) const;
    void look_in_folder(const std::string& folder, const std::vector<std::size_t>& lost);

    std::string root_;
    Source last_;                ///< rows of one file stand together
    std::vector<Verified> results_;
    std::vector<Lost> lost_;
};

/// A line a row, then the counts. `all`: also the rows that are ok.
[[nodiscard]] std::string verified_as_text(const std::vector<Verified>& rows, bool all);
[[nodiscard]] std::string verified_as_json(const std::vector<Verified>& rows);

}  // namespace minutes
