#pragma once

#include "searcher/answer.hpp"
#include "searcher/request.hpp"

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>

namespace minutes {

class Reader;

/// The order of mentions. `date`: meetings by date (undated last), council, committee; passages as they stand in the
/// meeting. `document`: by file and place. `left`, `right`: by the words beside the mention, nearest first, folded.
enum class MentionSort { date, date_descending, document, council, left, right };

/// What stands on each side of a mention: a number of characters or words, the rest of its sentence or of its passage, or
/// the passage and what stands before and after it in the item.
enum class ContextUnit { characters, words, sentence, passage, item };

/// The mentions of one meeting, council, committee, speaker or year: how many there are in all, whatever is shown.
struct MentionGroup {
    enum class By { none, meeting, council, committee, speaker, year };
    std::string value;              ///< id of the meeting, or what the documents say; "" = they do not say
    std::uint64_t mentions = 0, passages = 0;
};

struct MentionsOptions {
    ContextUnit context = ContextUnit::characters;
    std::size_t size = 80;          ///< characters or words on each side
    MentionSort sort = MentionSort::date;
    MentionGroup::By group = MentionGroup::By::none;
    std::optional<std::uint64_t> sample;    ///< show this many, drawn by `seed`
    std::uint64_t seed = 1;
    std::uint64_t offset = 0, limit = std::numeric_limits<std::uint64_t>::max();  ///< of those drawn, in order
};

/// One match span of one passage, with its context (KWIC).
struct KwicLine {
    const Record* record = nullptr;         ///< valid during the callback
    const MentionGroup* group = nullptr;    ///< where mentions are grouped; valid during the callback
    Span in_text;                           ///< indexes record->text
    Span in_source;                         ///< indexes the normalised text of the source file
    std::string left, match, right;         ///< white space collapsed; cut at a word
};

struct MentionsAnswer {
    Counts counts;                          ///< of all mentions
    Base base;
    std::vector<std::string> notes;
    std::vector<Widened> widened;           ///< parts of the query that were searched, or found, under several forms
    std::vector<MentionGroup> groups;       ///< in the order in which they are shown, those included of which nothing is
    std::uint64_t drawn = 0, shown = 0;     ///< after the sample; after offset and limit
};

/// Hands the mentions to `each` in order, nothing left out that was not asked to be. The order is total. Throws Refused
/// when the query has no word that could be marked. Two passes: the first collects, the second hands out, so nothing is
/// handed out twice when the index changes in between. Memory holds a small key per passage and mention; the passages
/// themselves are put aside (spool.hpp).
MentionsAnswer find_mentions(Reader& reader, const Request& request, const MentionsOptions& options, const std::function<void(const KwicLine&)>& each);

/// In the usual order with `context` characters on each side.
MentionsAnswer find_mentions(Reader& reader, const Request& request, std::size_t context, const std::function<void(const KwicLine&)>& each);

}  // namespace minutes
