#pragma once

#include "searcher/answer.hpp"
#include "searcher/request.hpp"

#include <functional>

namespace minutes {

class Reader;

/// One match span of one passage, with its context (KWIC).
struct KwicLine {
    const Record* record = nullptr;  ///< valid during the callback
    Span in_text;                    ///< indexes record->text
    Span in_source;                  ///< indexes the normalised text of the source file
    std::string left, match, right;  ///< white space collapsed; left and right at most `context` characters, cut at a word
};

struct MentionsAnswer {
    Counts counts;
    Base base;
    std::vector<std::string> notes;
};

/// Hands every mention to `each`, nothing left out: meetings by date (undated last), council, committee; passages in
/// document order; mentions as they stand. Throws Refused when the query has no word that could be marked.
/// `context`: characters on each side. Two passes: the first collects, the second hands out, so nothing is handed
/// out twice when the index changes in between.
MentionsAnswer find_mentions(Reader& reader, const Request& request, std::size_t context, const std::function<void(const KwicLine&)>& each);

}  // namespace minutes
