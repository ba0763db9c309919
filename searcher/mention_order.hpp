#pragma once

#include "indexer/record.hpp"
#include "searcher/mentions.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// Strings that repeat, kept once; views stay valid as long as this lives.
class Names {
public:
    std::string_view keep(const std::string& name) { return *names_.insert(name).first; }

private:
    std::set<std::string> names_;
};

/// What the order of mentions needs to know of a passage; a small part of its record.
struct PassagePlace {
    std::string_view date, council, committee, meeting, path, group;
    std::uint32_t order_in_home = 0, order = 0;  ///< of an item completed from its own page, the first is where it stands cut short
};

/// One mention while all are collected.
struct FoundMention {
    std::uint32_t passage = 0;      ///< index of its PassagePlace
    Span at;
    std::string words = {};         ///< the words that it is sorted by, folded, nearest first; empty unless sorted by context
};

[[nodiscard]] PassagePlace place_of(const Record& record, Names& names, MentionGroup::By group);

/// What a passage is counted under in a grouping: name or names, year, id of the meeting; "" if the document does not say.
/// A passage of several speakers is one group of its own ("A; B"): which of them said the words is not known.
[[nodiscard]] std::string group_of(const Record& record, MentionGroup::By group);

/// At most five folded words beside the hit, nearest first, joined by a space.
[[nodiscard]] std::string words_beside(const Record& record, Span hit, bool left);

/// Puts mentions in order: by group first, then as `sort` says, and at last by date, place and position, which is total.
void sort_mentions(std::vector<FoundMention>& mentions, const std::vector<PassagePlace>& places, const MentionsOptions& options);

/// Keeps `size` of the mentions, chosen by a hash of `seed`, the passage's id and the place in it: the same ones in whatever
/// order they come, and whatever else the index holds as long as the mentions are the same. `ids`: of the passages.
void keep_sample(std::vector<FoundMention>& mentions, const std::vector<std::uint64_t>& passage_hashes, std::uint64_t size, std::uint64_t seed);

/// A hash of an id that is the same on every machine.
[[nodiscard]] std::uint64_t stable_hash(std::string_view text);

}  // namespace minutes
