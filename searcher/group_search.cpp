#include "searcher/group_search.hpp"

#include "searcher/column_answers.hpp"
#include "searcher/column_match.hpp"
#include "searcher/column_order.hpp"
#include "searcher/column_tally.hpp"
#include "searcher/filter_level.hpp"
#include "searcher/search_steps.hpp"

#include <algorithm>
#include <deque>
#include <unordered_set>
#include <utility>
#include <vector>

namespace minutes {
namespace {

using Place = PassageGroups::Place;

bool is_of_groups(const Field* field) { return level_of(*field) != FilterLevel::record; }

/// Judges places, or keys, by the filters that look at these.
class Judge {
public:
    Judge(const PassageColumns& columns, const Request& request, FilterLevel level) : filters_(columns), selections_(request.selections) {
        for (const Node* part : parts_of_conjunction(request.query))
            if (!std::holds_alternative<Everything>(part->is) && level_of(*part) == level) matchers_.emplace_back(*part, columns, nullptr);
        for (const Filter& selection : selections_) looks_.push_back(level_of(*selection.field) == level);
    }

    /// Which selection a passage of them fails; kFailsMore also where it does not answer the query.
    std::size_t failed(const ColumnRow& row) {
        for (ColumnMatcher& matcher : matchers_)
            if (!matcher.match(row)) return kFailsMore;
        return failed_selection(selections_, [&](const Filter& filter) { return !looks_[static_cast<std::size_t>(&filter - selections_.data())] || filters_.holds(row, filter); });
    }

private:
    ColumnFilters filters_;
    std::deque<ColumnMatcher> matchers_;
    const std::vector<Filter>& selections_;
    std::vector<bool> looks_;               ///< by selection: whether it looks at these
};

struct KeyVerdict {
    std::size_t failed;
    bool searched;
};

/// One search: the groups are added up place by place.
class GroupSearch {
public:
    GroupSearch(const PassageColumns& columns, const PassageGroups& groups, const Request& request)
        : columns_(columns), groups_(groups), scope_(zone_scope(request)), places_(columns, request, FilterLevel::meeting), tally_(columns, request.facets, fields_of(request.selections)),
          all_voices_(!std::all_of(request.facets.begin(), request.facets.end(), is_of_groups)), of_key_(groups.keys.size()), but_for_(groups.keys.size()) {
        Judge keys(columns, request, FilterLevel::share);
        for (const std::uint32_t docid : groups.keys) {
            const ColumnRow& row = columns.row(docid);
            keys_.push_back({keys.failed(row), scope_.has(row)});
        }
    }

    void add_place(std::size_t number) {
        const ColumnRow& row = columns_.row(groups_.places[number].docid);
        const std::size_t failed = places_.failed(row);
        if (failed == kFailsMore) return;
        std::uint64_t answering = 0, but_for = 0;
        for (const PassageGroups::Group& group : groups_.groups_of(number)) {
            const KeyVerdict& key = keys_[group.key];
            if (key.failed == kFailsMore || (failed != kFailsNone && key.failed != kFailsNone)) continue;
            if (!key.searched) {
                if (failed == kFailsNone && key.failed == kFailsNone) tally_.count_key_elsewhere(columns_.row(groups_.keys[group.key]), group.passages, scope_.selected);
            } else if (failed != kFailsNone) {
                but_for += group.passages;
            } else if (key.failed != kFailsNone) {
                but_for_[group.key] += group.passages;
            } else {
                answering += group.passages;
                of_key_[group.key] += group.passages;
            }
        }
        if (but_for > 0) tally_.count_place_but_for(row, but_for, failed);
        if (answering == 0) return;
        tally_.count_place(row, answering);
        count_items(number);
        if (all_voices_) count_voices(number);
        answering_.push_back({number, answering, columns_.item(row.item).date});
    }

    Found found(const Xapian::Database& database, const Request& request) {
        for (std::size_t key = 0; key < keys_.size(); ++key) {
            const ColumnRow& row = columns_.row(groups_.keys[key]);
            if (of_key_[key] > 0) tally_.count_key(row, of_key_[key], !all_voices_);
            if (but_for_[key] > 0) tally_.count_key_but_for(row, but_for_[key], keys_[key].failed);
        }
        Counts counts = tally_.counts();
        counts.items = items_ + shared_items_.size();
        return {std::move(counts), tally_.facets(request.facet_values), {}, page(database, request), true};
    }

private:
    struct Answering {
        std::size_t place;
        std::uint64_t passages;
        std::uint32_t date;
    };

    const PassageColumns& columns_;
    const PassageGroups& groups_;
    ZoneScope scope_;
    Judge places_;
    ColumnTally tally_;
    bool all_voices_;                       ///< some facet asks for more of the voices than their roles
    std::vector<KeyVerdict> keys_;
    std::vector<std::uint64_t> of_key_, but_for_;
    std::vector<Answering> answering_;
    std::uint64_t items_ = 0;
    std::unordered_set<std::uint32_t> shared_items_;

    [[nodiscard]] bool answers(std::uint32_t key) const { return keys_[key].searched && keys_[key].failed == kFailsNone; }

    void count_items(std::size_t place) {
        const std::span<const PassageGroups::Item> items = groups_.items_of(place);
        const auto first = static_cast<std::size_t>(items.data() - groups_.items.data());
        for (std::size_t i = 0; i < items.size(); ++i) {
            const std::span<const std::uint32_t> keys = groups_.keys_of(first + i);
            if (items[i].id == 0 || std::none_of(keys.begin(), keys.end(), [&](std::uint32_t key) { return answers(key); })) continue;
            if (groups_.places[place].shares_items) shared_items_.insert(items[i].id);
            else ++items_;
        }
    }

    void count_voices(std::size_t place) {
        for (const PassageGroups::Passage& passage : groups_.passages_of(place))
            if (answers(passage.key)) tally_.count_voices(columns_.row(passage.docid));
    }

    /// Days in order are read until the page is full, and the last of them to its end.
    std::vector<Found::Place> page(const Xapian::Database& database, const Request& request) {
        ColumnOrder order(database, columns_, request.sort);
        std::sort(answering_.begin(), answering_.end(), [&](const Answering& a, const Answering& b) { return order.compare_days(a.date, b.date) < 0; });
        const std::uint64_t wanted = request.limit > kNoLimit - request.offset ? kNoLimit : request.offset + request.limit;
        std::vector<RankedRow> ranked;
        for (std::size_t i = 0; i < answering_.size(); ++i) {
            if (ranked.size() >= wanted && answering_[i].date != answering_[i - 1].date) break;
            for (const PassageGroups::Passage& passage : groups_.passages_of(answering_[i].place))
                if (answers(passage.key)) ranked.push_back({0, passage.docid, columns_.row(passage.docid).item, answering_[i].date});
        }
        return page_of(ranked, request, [&](const RankedRow& a, const RankedRow& b) { return order(a, b); });
    }

    static constexpr std::uint64_t kNoLimit = ~std::uint64_t{0};
};

}  // namespace

bool searches_groups(const Request& request) {
    const std::vector<const Node*> parts = parts_of_conjunction(request.query);
    return std::all_of(request.facets.begin(), request.facets.end(), [](const Field* field) { return is_facet_of_columns(*field); }) &&
           std::all_of(request.selections.begin(), request.selections.end(), [](const Filter& filter) { return is_of_groups(filter.field); }) &&
           std::all_of(parts.begin(), parts.end(), [](const Node* part) { return level_of(*part).value_or(FilterLevel::record) != FilterLevel::record; });
}

Found search_groups(const Xapian::Database& database, const PassageColumns& columns, const PassageGroups& groups, const Request& request) {
    GroupSearch search(columns, groups, request);
    for (std::size_t place = 0; place < groups.places.size(); ++place) search.add_place(place);
    return search.found(database, request);
}

}  // namespace minutes
