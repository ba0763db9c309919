#include "searcher/passage_groups.hpp"

#include "indexer/schema.hpp"
#include "searcher/column_filter.hpp"
#include "searcher/column_answers.hpp"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace minutes {
namespace {

struct Row {
    std::uint32_t docid, key, item;         ///< item: the text of its id
};

std::uint32_t u32(std::size_t n) { return static_cast<std::uint32_t>(n); }

/// Numbers the keys as they are met.
class Keys {
public:
    explicit Keys(const PassageColumns& columns) : columns_(columns), roles_(columns.voice_rows()), role_(column_field(*field_named("role")).voice) {}

    std::uint32_t of(const ColumnRow& row, std::uint32_t docid, std::vector<std::uint32_t>& keys) {
        const auto [known, fresh] = numbers_.emplace(std::tuple(row.zone, row.flags, row.kind, roles_of(row.voices)), u32(keys.size()));
        if (fresh) keys.push_back(docid);
        return known->second;
    }

private:
    const PassageColumns& columns_;
    Sparse<std::uint32_t> roles_;           ///< by row of voices: 1 + the number of its list of roles
    std::size_t role_;
    std::map<std::vector<std::uint32_t>, std::uint32_t> lists_;
    std::map<std::tuple<std::uint8_t, std::uint8_t, std::uint32_t, std::uint32_t>, std::uint32_t> numbers_;

    std::uint32_t roles_of(std::uint32_t voices) {
        if (voices >= roles_.size()) throw ColumnsDamaged("voices of the columns are missing");
        if (roles_[voices] == 0) {
            const std::span<const std::uint32_t> roles = columns_.voices(voices).of[role_];
            roles_[voices] = 1 + lists_.emplace(std::vector<std::uint32_t>(roles.begin(), roles.end()), u32(lists_.size())).first->second;
        }
        return roles_[voices];
    }
};

void add_groups(PassageGroups& groups, std::vector<Row>& rows) {
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.key < b.key; });
    for (const Row& row : rows) {
        const std::size_t begin = groups.places.empty() ? 0 : groups.places.back().groups_end;
        if (groups.groups.size() == begin || groups.groups.back().key != row.key) groups.groups.push_back({row.key, 0});
        ++groups.groups.back().passages;
    }
}

void add_items(PassageGroups& groups, std::vector<Row>& rows) {
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return std::tie(a.item, a.key) < std::tie(b.item, b.key); });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool fresh = i == 0 || rows[i].item != rows[i - 1].item;
        if (fresh) groups.items.push_back({rows[i].item, 0});
        if (fresh || rows[i].key != rows[i - 1].key) groups.item_keys.push_back(rows[i].key);
        groups.items.back().keys_end = u32(groups.item_keys.size());
    }
}

void add_place(PassageGroups& groups, std::vector<Row>& rows) {
    PassageGroups::Place place;
    place.docid = rows.front().docid;
    for (const Row& row : rows) groups.passages.push_back({row.docid, row.key});
    add_groups(groups, rows);
    add_items(groups, rows);
    place.groups_end = u32(groups.groups.size());
    place.passages_end = u32(groups.passages.size());
    place.items_end = u32(groups.items.size());
    groups.places.push_back(place);
}

void mark_shared_items(PassageGroups& groups, const PassageColumns& columns) {
    Sparse<std::uint32_t> place_of(columns.texts());  // by text of an item's id: 1 + the first place that has it
    for (std::size_t place = 0; place < groups.places.size(); ++place)
        for (const PassageGroups::Item& item : groups.items_of(place)) {
            std::uint32_t& first = place_of[item.id];
            if (first == 0) first = u32(place + 1);
            if (first != place + 1) groups.places[place].shares_items = groups.places[first - 1].shares_items = true;
        }
}

}  // namespace

PassageGroups group_passages(const Xapian::Database& database, const PassageColumns& columns) {
    PassageGroups groups;
    Keys keys(columns);
    std::unordered_map<std::uint64_t, std::size_t> numbers;  // of places, by the texts of path and meeting
    std::vector<std::vector<Row>> rows;
    const std::string passages = make_term(*field_named("type"), "passage");
    for (auto document = database.postlist_begin(passages); document != database.postlist_end(passages); ++document) {
        const ColumnRow& row = columns.row(*document);
        const ColumnItem& item = columns.item(row.item);
        if (item.id >= columns.texts()) throw ColumnsDamaged("a text of the columns is missing");
        const std::size_t place = numbers.emplace(std::uint64_t{item.path} << 32 | item.meeting, rows.size()).first->second;
        if (place == rows.size()) rows.emplace_back();
        rows[place].push_back({*document, keys.of(row, *document, groups.keys), item.id});
    }
    for (std::vector<Row>& place : rows) add_place(groups, place);
    mark_shared_items(groups, columns);
    return groups;
}

}  // namespace minutes
