#pragma once

#include "searcher/passage_columns.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace minutes {

/// The passages of an index in groups that no filter and no facet of meetings, files, zones, kinds and roles tells apart, so that a query
/// of such filters alone is added up by group. A place is what one file holds of one meeting; a key is a zone, a kind and a set
/// of roles, with whether the passage is a title and whether its item is cut short. Both are known by a passage that has them.
struct PassageGroups {
    struct Group {
        std::uint32_t key = 0, passages = 0;
    };
    struct Passage {
        std::uint32_t docid = 0, key = 0;
    };
    struct Item {
        std::uint32_t id = 0;               ///< text
        std::uint32_t keys_end = 0;         ///< in `item_keys`: its keys begin where those of the item before end
    };
    struct Place {
        std::uint32_t docid = 0;            ///< one of its passages
        std::uint32_t groups_end = 0, passages_end = 0, items_end = 0;  ///< they begin where those of the place before end
        bool shares_items = false;          ///< with another place: the same meeting in two files
    };

    std::vector<std::uint32_t> keys;        ///< a passage that has it, by docid
    std::vector<Place> places;
    std::vector<Group> groups;              ///< by place, then key
    std::vector<Passage> passages;          ///< by place, then docid
    std::vector<Item> items;                ///< by place
    std::vector<std::uint32_t> item_keys;   ///< different ones of an item

    [[nodiscard]] std::span<const Group> groups_of(std::size_t place) const { return part(groups, place, &Place::groups_end); }
    [[nodiscard]] std::span<const Passage> passages_of(std::size_t place) const { return part(passages, place, &Place::passages_end); }
    [[nodiscard]] std::span<const Item> items_of(std::size_t place) const { return part(items, place, &Place::items_end); }
    /// `item`: ordinal in `items`.
    [[nodiscard]] std::span<const std::uint32_t> keys_of(std::size_t item) const {
        const std::size_t begin = item == 0 ? 0 : items[item - 1].keys_end;
        return {item_keys.data() + begin, items[item].keys_end - begin};
    }

private:
    template <typename Value>
    [[nodiscard]] std::span<const Value> part(const std::vector<Value>& all, std::size_t place, std::uint32_t Place::*end) const {
        const std::size_t begin = place == 0 ? 0 : places[place - 1].*end;
        return {all.data() + begin, places[place].*end - begin};
    }
};

/// Of all passages. O(passages), about 30 bytes each. Throws ColumnsDamaged.
[[nodiscard]] PassageGroups group_passages(const Xapian::Database& database, const PassageColumns& columns);

}  // namespace minutes
