#include "searcher/column_answers.hpp"
#include "searcher/column_match.hpp"
#include "searcher/column_order.hpp"
#include "searcher/column_tally.hpp"
#include "searcher/column_variants.hpp"
#include "searcher/found.hpp"
#include "searcher/search_steps.hpp"

#include <xapian.h>

#include <algorithm>

namespace minutes {
namespace {

/// The fields' evidence of a ranking: looked up once for each text.
class FieldWords {
public:
    FieldWords(ColumnMatcher& matcher, const PassageColumns& columns, std::size_t words) : matcher_(matcher), columns_(columns), known_(columns.texts()), of_voices_(columns.voice_rows()), found_{Frequencies(words, 0)} {}

    /// The references hold until the next call.
    FieldEvidence of(const ColumnRow& row) {
        const ColumnItem& item = columns_.item(row.item);
        const std::size_t title = row.flags & kRowTitle ? 0 : index_of(item.title), speaker = speaker_of(row.voices), meeting = index_of(item.meeting_words);
        return {found_[title], found_[speaker], found_[meeting]};
    }

private:
    ColumnMatcher& matcher_;
    const PassageColumns& columns_;
    Sparse<std::uint32_t> known_, of_voices_;  ///< by text, and by row of voices: 0 or index into found_
    std::vector<Frequencies> found_;    ///< the first is that of no words

    std::size_t speaker_of(std::uint32_t voices) {
        if (voices >= of_voices_.size()) throw ColumnsDamaged("voices of the columns are missing");
        if (of_voices_[voices] == 0) of_voices_[voices] = static_cast<std::uint32_t>(index_of(columns_.voices(voices).words));
        return of_voices_[voices];
    }

    std::size_t index_of(std::uint32_t text) {
        if (text >= known_.size()) throw ColumnsDamaged("a text of the columns is missing");
        if (known_[text] == 0) {
            found_.push_back(matcher_.frequencies(text));
            known_[text] = static_cast<std::uint32_t>(found_.size() - 1);
        }
        return known_[text];
    }
};

std::vector<const Field*> fields_of(const std::vector<Filter>& selections) {
    std::vector<const Field*> fields;
    for (const Filter& selection : selections) fields.push_back(selection.field);
    return fields;
}

}  // namespace

bool searches_columns(const Request& request) {
    const auto has_place = [](const Field* field) { return is_facet_of_columns(*field); };
    const std::vector<const Field*> selected = fields_of(request.selections);
    return has_columns(request.query) && std::all_of(request.facets.begin(), request.facets.end(), has_place) && std::all_of(selected.begin(), selected.end(), has_place);
}

Found search_columns(const Xapian::Database& database, const PassageColumns& columns, const Request& request, const std::vector<std::uint32_t>& candidates, const Relevance& relevance) {
    const bool ranked_by_words = request.sort == Sort::relevance && !relevance.words().empty();
    ColumnMatcher matcher(request.query, columns, ranked_by_words ? &relevance : nullptr);
    const ZoneScope scope = zone_scope(request);
    ColumnTally tally(columns, request.facets, fields_of(request.selections));
    ColumnVariants variants(request.query);
    FieldWords fields(matcher, columns, relevance.words().size());
    std::vector<RankedRow> ranked;
    ranked.reserve(candidates.size());
    each_row(columns, matcher, candidates, [&](Xapian::docid candidate, const ColumnRow& row) {
        const std::size_t failed = failed_selection(request.selections, [&](const Filter& filter) { return matcher.filters().holds(row, filter); });
        if (failed == kFailsMore) return;
        const bool searched = scope.has(row);
        if ((!searched && failed != kFailsNone) || !matcher.match(row)) return;
        if (!searched) {
            tally.count_elsewhere(row, matcher.hits().size());
            if (scope.selected) tally.count_zone(row);
        } else if (failed != kFailsNone) {
            tally.count_but_for(row, failed);
        } else {
            tally.count(row, matcher.hits().size());
            variants.count(matcher);
            const auto hits = static_cast<double>(matcher.hits().size());
            const double weight = request.sort != Sort::relevance ? 0 : ranked_by_words ? relevance.score(matcher.evidence(), row.words, fields.of(row)) : hits / (hits + 1);
            ranked.push_back({weight, candidate, row.item, columns.item(row.item).date});
        }
    });
    ColumnOrder order(database, columns, request.sort);
    return {tally.counts(), tally.facets(request.facet_values), variants.widened(), page_of(ranked, request, [&](const RankedRow& a, const RankedRow& b) { return order(a, b); }), true};
}

}  // namespace minutes
