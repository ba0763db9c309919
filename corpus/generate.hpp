#pragma once

#include <cstdint>
#include <string>

namespace minutes {

struct GenerateOptions {
    std::string directory;      ///< made if need be; refused when it holds anything
    std::uint64_t seed = 1;
    std::uint32_t meetings = 100;
};

struct Generated {
    std::uint32_t files = 0;
    std::uint64_t bytes = 0;    ///< of text
    std::uint64_t passages = 0;
};

/// Writes synthetic minutes of invented councils, one .txt (.md for PDFs turned into Markdown) a meeting in a folder a
/// council with its `minutes.json`, in all layouts, and `truth.jsonl`: the true segmentation of each (docs/segment-json.md, one object a line,
/// and "planted": how often "agency staff" stands in its passages). The same seed gives the same bytes everywhere.
/// The vocabulary grows with the text as that of real text does. Needs memory for one meeting, whatever their number.
/// Throws Error when the directory cannot be written and Refused when it holds anything.
Generated generate_corpus(const GenerateOptions& options);

}  // namespace minutes
