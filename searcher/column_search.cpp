#include "searcher/column_answers.hpp"
#include "searcher/column_match.hpp"
#include "searcher/column_order.hpp"
#include "searcher/column_rows.hpp"
#include "searcher/column_tally.hpp"
#include "searcher/column_variants.hpp"
#include "searcher/found.hpp"
#include "searcher/search_steps.hpp"

#include <xapian.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <queue>

namespace minutes {
namespace {

/// The fields' evidence of a ranking: looked up once for each text. There are many speakers, and they count little: most passages are
/// not on the page whoever speaks in them.
class FieldWords {
public:
    FieldWords(ColumnMatcher& matcher, const PassageColumns& columns, std::size_t words) : matcher_(matcher), columns_(columns), known_(columns.texts()), of_voices_(columns.voice_rows()), found_{Frequencies(words, 0)} {}

    /// The references hold until the next call.
    FieldEvidence of(const ColumnRow& row) {
        const std::size_t speaker = speaker_of(row.voices);
        const auto [title, meeting] = title_and_meeting(row);
        return {found_[title], found_[speaker], found_[meeting]};
    }

    /// The same with as much of the speakers as ever counts, where nobody has looked for them yet; then `open` is set. Of several words
    /// that would be so much that most passages had to be weighed twice.
    FieldEvidence most_of(const ColumnRow& row, bool& open) {
        if (most_.empty() && found_.front().size() == 1) most_ = matcher_.words_there().value_or(Frequencies());
        open = !most_.empty() && row.voices < of_voices_.size() && of_voices_[row.voices] == 0;
        if (!open) return of(row);
        const auto [title, meeting] = title_and_meeting(row);
        return {found_[title], most_, found_[meeting]};
    }

private:
    ColumnMatcher& matcher_;
    const PassageColumns& columns_;
    Sparse<std::uint32_t> known_, of_voices_;  ///< by text, and by row of voices: 0, or 1 and index into found_
    std::vector<Frequencies> found_;    ///< the first is that of no words
    Frequencies most_;                  ///< of any speaker; empty: not known

    std::pair<std::size_t, std::size_t> title_and_meeting(const ColumnRow& row) {
        const ColumnItem& item = columns_.item(row.item);
        return {row.flags & kRowTitle ? 0 : index_of(item.title), index_of(item.meeting_words)};
    }

    std::size_t speaker_of(std::uint32_t voices) {
        if (voices >= of_voices_.size()) throw ColumnsDamaged("voices of the columns are missing");
        if (of_voices_[voices] == 0) of_voices_[voices] = static_cast<std::uint32_t>(1 + index_of(columns_.voices(voices).words));
        return of_voices_[voices] - 1;
    }

    std::size_t index_of(std::uint32_t text) {
        if (text >= known_.size()) throw ColumnsDamaged("a text of the columns is missing");
        if (known_[text] == 0) {
            std::optional<Frequencies> frequencies = matcher_.frequencies(text);
            if (frequencies) found_.push_back(std::move(*frequencies));
            known_[text] = static_cast<std::uint32_t>(frequencies ? found_.size() : 1);
        }
        return known_[text] - 1;
    }
};

/// Weighs, with `weigh`, the passages whose weights are bounds and that may be among the first `wanted`, those of high bounds first; what
/// is left open is behind these.
template <typename Weigh>
void settle(std::vector<RankedRow>& ranked, std::size_t wanted, Weigh weigh) {
    std::vector<std::pair<double, std::size_t>> open;
    std::priority_queue<double, std::vector<double>, std::greater<>> best;  // weights that are known
    const auto note = [&](double weight) {
        if (best.size() < wanted) best.push(weight);
        else if (wanted > 0 && weight > best.top()) best.pop(), best.push(weight);
    };
    for (std::size_t i = 0; i < ranked.size(); ++i)
        if (ranked[i].open) open.emplace_back(ranked[i].weight, i);
        else note(ranked[i].weight);
    for (std::make_heap(open.begin(), open.end()); !open.empty(); open.pop_back()) {
        std::pop_heap(open.begin(), open.end());
        const auto [bound, i] = open.back();
        if (best.size() == wanted && (wanted == 0 || bound < best.top())) return;
        ranked[i].weight = weigh(ranked[i].docid);
        ranked[i].open = false;
        note(ranked[i].weight);
    }
}

}  // namespace

bool searches_columns(const Request& request) {
    const auto has_place = [](const Field* field) { return is_facet_of_columns(*field); };
    const std::vector<const Field*> selected = fields_of(request.selections);
    return has_columns(request.query) && std::all_of(request.facets.begin(), request.facets.end(), has_place) && std::all_of(selected.begin(), selected.end(), has_place);
}

Found search_columns(const Xapian::Database& database, const PassageColumns& columns, const Request& request, const Relevance& relevance) {
    const bool ranked_by_words = request.sort == Sort::relevance && !relevance.words().empty();
    ColumnMatcher matcher(request.query, columns, ranked_by_words ? &relevance : nullptr);
    const ZoneScope scope = zone_scope(request);
    ColumnTally tally(columns, request.facets, fields_of(request.selections));
    ColumnVariants variants(request.query);
    FieldWords fields(matcher, columns, relevance.words().size());
    std::vector<RankedRow> ranked;
    const auto weigh = [&](const ColumnRow& row) -> std::pair<double, bool> {
        const auto hits = static_cast<double>(matcher.occurrences());
        if (request.sort != Sort::relevance || !ranked_by_words) return {request.sort == Sort::relevance ? hits / (hits + 1) : 0, false};
        bool open = false;
        const double weight = relevance.score(matcher.evidence(), row.words, fields.most_of(row, open));
        return matcher.lacks_places() ? std::pair(weight + relevance.most_together(matcher.evidence()), true) : std::pair(weight, open);
    };
    each_row(database, columns, request, matcher, [&](Xapian::docid candidate, const ColumnRow& row, const auto& answers) {
        const std::size_t failed = failed_selection(request.selections, [&](const Filter& filter) { return matcher.filters().holds(row, filter); });
        if (failed == kFailsMore) return;
        const bool searched = scope.has(row);
        if ((!searched && failed != kFailsNone) || !answers()) return;
        if (!searched) {
            tally.count_elsewhere(row, matcher.occurrences());
            if (scope.selected) tally.count_zone(row);
        } else if (failed != kFailsNone) {
            tally.count_but_for(row, failed);
        } else {
            tally.count(row, matcher.occurrences());
            variants.count(matcher);
            const auto [weight, open] = weigh(row);
            ranked.push_back({weight, candidate, row.item, columns.item(row.item).date, open});
        }
    });
    ColumnOrder order(database, columns, request.sort);
    const auto exact = [&](Xapian::docid docid) {
        const ColumnRow& row = columns.row(docid);
        return relevance.score(matcher.evidence_of(row), row.words, fields.of(row));
    };
    const std::size_t before = std::min<std::size_t>(request.offset, ranked.size());
    settle(ranked, before + std::min<std::size_t>(request.limit, ranked.size() - before), exact);
    std::vector<Found::Place> page = page_of(ranked, request, [&](const RankedRow& a, const RankedRow& b) { return order(a, b); });
    return {tally.counts(), tally.facets(request.facet_values), variants.widened(), std::move(page), true};
}

}  // namespace minutes
