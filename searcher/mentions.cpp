#include "searcher/mentions.hpp"

#include "searcher/base.hpp"
#include "searcher/candidates.hpp"
#include "searcher/context.hpp"
#include "searcher/denominator.hpp"
#include "searcher/document_order.hpp"
#include "searcher/match.hpp"
#include "searcher/notes.hpp"
#include "searcher/reader.hpp"
#include "searcher/tally.hpp"
#include "searcher/zone_scope.hpp"

#include <algorithm>

namespace minutes {
namespace {

struct Found {
    Record record;
    std::vector<Span> hits;
};

struct Collected {
    std::vector<Found> passages;
    MentionsAnswer answer;
};

Collected collect(const Xapian::Database& database, const Request& request) {
    Collected collected;
    const Matcher matcher(request.query);
    const ZoneScope scope = zone_scope(request);
    Tally tally({});
    for (const Candidate& candidate : find_candidates(database, request, false).list) {
        Record record = decode_record(database.get_document(candidate.id).get_data());
        const bool selected = std::all_of(request.selections.begin(), request.selections.end(),
                                          [&](const Filter& selection) { return selection.field->name == "zone" || filter_matches(record, selection); });
        if (!selected) continue;
        Matched matched = matcher.match(record);
        if (!matched.yes) continue;
        if (!scope.has(record.zone)) {
            tally.count_elsewhere(record, matched.hits.size());
            continue;
        }
        tally.count(record, matched.hits.size());
        collected.passages.push_back({std::move(record), std::move(matched.hits)});
    }
    collected.answer.counts = tally.counts();
    collected.answer.counts.zones = scope.list();
    collected.answer.counts.scope = denominator_of(database, request);
    collected.answer.base = index_base(database);
    collected.answer.notes = find_notes(database, request, collected.answer.base);
    return collected;
}

KwicLine make_mention(const Record& record, Span hit, std::size_t context) {
    const std::string_view text = record.text;
    return {&record, hit, to_source(record, hit), left_context(text.substr(0, hit.begin), context),
            collapse_space(slice(text, hit)), right_context(text.substr(hit.end), context)};
}

}  // namespace

MentionsAnswer find_mentions(Reader& reader, const Request& request, std::size_t context, const std::function<void(const KwicLine&)>& each) {
    if (!has_positive_words(request.query))
        throw Refused("mentions needs a word or phrase to look for; to list passages by their filters alone use: minutes search");
    Collected collected = reader.read([&](const Xapian::Database& database) { return collect(database, request); });
    std::sort(collected.passages.begin(), collected.passages.end(),
              [](const Found& a, const Found& b) { return by_date_and_place(a.record, b.record); });
    for (const Found& found : collected.passages)
        for (const Span hit : found.hits) each(make_mention(found.record, hit, context));
    return std::move(collected.answer);
}

}  // namespace minutes
