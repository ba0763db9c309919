#include "searcher/render.hpp"

#include "analyzers/people/role_flags.hpp"
#include "analyzers/json_text.hpp"
#include "searcher/json_counts.hpp"
#include "searcher/json_values.hpp"
#include "searcher/printable.hpp"
#include "searcher/quote.hpp"
#include "searcher/render_widened.hpp"

#include <nlohmann/json.hpp>

namespace minutes {
namespace {

using Json = nlohmann::ordered_json;

Json spans_json(const std::vector<Span>& spans) {
    Json json = Json::array();
    for (const Span span : spans) json.push_back({span.begin, span.end});
    return json;
}

/// A W3C TextQuoteSelector, with the place where it stands.
Json quote_json(const Quote& quote) {
    return {{"type", "TextQuoteSelector"}, {"exact", quote.exact}, {"prefix", quote.prefix}, {"suffix", quote.suffix}, {"at", spans_json(quote.at)}, {"page", page_json(quote.page)}};
}

Json turns_json(const std::vector<RecordTurn>& turns) {
    Json json = Json::array();
    for (const RecordTurn& turn : turns) json.push_back({{"id", turn.passage}, {"turn", turn.turn}});
    return json;
}

Json speakers_json(const Record& record) {
    Json json = Json::array();
    for (const RecordSpeaker& speaker : record.speakers) {
        Json turn{{"role", speaker.role}, {"person", or_null(speaker.person)}, {"act", speaker.act},
                  {"attribution", speaker.attribution}, {"surface", or_null(speaker.surface)},
                  {"title", or_null(speaker.title)}, {"flags", Json(names_of(speaker.flags))}, {"resolution", or_null(speaker.resolution)},
                  {"rule", or_null(speaker.rule)}, {"evidence", {speaker.evidence.begin, speaker.evidence.end}}, {"candidates", speaker.candidates}};
        if (!speaker.answered_by.empty()) turn["answered_by"] = turns_json(speaker.answered_by);
        if (!speaker.answers.empty()) turn["answers"] = turns_json(speaker.answers);
        if (speaker.unanswered) turn["unanswered"] = true;
        json.push_back(std::move(turn));
    }
    return json;
}

Json number_or_null(const std::optional<std::uint32_t>& number) { return number ? Json(*number) : Json(nullptr); }

Json outcomes_json(const Record& record) {
    Json json = Json::array();
    for (const RecordOutcome& outcome : record.outcomes)
        json.push_back({{"kind", outcome.kind}, {"limb", or_null(outcome.limb)}, {"text", outcome_text(record, outcome)},
                        {"mover", or_null(outcome.mover)}, {"seconder", or_null(outcome.seconder)},
                        {"vote", {{"for", number_or_null(outcome.in_favour)}, {"against", number_or_null(outcome.against)},
                                  {"abstained", number_or_null(outcome.abstained)}, {"voted_for", outcome.voted_for},
                                  {"voted_against", outcome.voted_against}, {"abstainers", outcome.abstainers}, {"words", or_null(outcome.vote)},
                                  {"lost", outcome.lost}}},
                        {"owner", or_null(outcome.owner)}, {"owner_person", or_null(outcome.owner_person)}, {"due", or_null(outcome.due)}});
    return json;
}

Json record_json(const Record& record) {
    return {{"id", record.id}, {"item_id", record.item_id}, {"meeting_id", record.meeting_id},
            {"council", or_null(record.council)}, {"committee", or_null(record.committee)}, {"date", or_null(record.date)},
            {"item", or_null(record.item_number)}, {"item_title", or_null(record.item_title)}, {"paragraph", or_null(record.paragraph)},
            {"kind", record.kind}, {"roles", roles_of(record)}, {"persons", persons_of(record)}, {"speakers", speakers_json(record)},
            {"incomplete", record.incomplete}, {"item_incomplete", record.item_incomplete},
            {"zone", record.zone}, {"acts", acts_of(record)}, {"outcomes", outcomes_json(record)}};
}

Json source_json(const Record& record) {
    Json json{{"path", record.path}, {"sha256", record.sha256}, {"line", record.line}, {"page", page_json(record.page)},
              {"begin", record.parts.empty() ? 0 : record.parts.front().begin}, {"end", record.parts.empty() ? 0 : record.parts.back().end},
              {"parts", spans_json(record.parts)}};
    if (const CutAt& cut = record.cut_at; !cut.path.empty())
        json["cut_at"] = {{"path", cut.path}, {"sha256", cut.sha256}, {"line", cut.line}, {"page", page_json(cut.page)}, {"begin", cut.at.begin}, {"end", cut.at.end}};
    return json;
}

Json facet_json(const Facet& facet) {
    Json values = Json::array();
    for (const FacetValue& value : facet.values) values.push_back({{"value", or_null(value.value)}, {"passages", value.passages}});
    const std::uint64_t not_shown = facet.matching - facet.values.size();
    return {{"field", facet.field->name}, {"many", facet.field->many}, {"base", facet.base}, {"values", std::move(values)},
            {"distinct", facet.distinct}, {"words", or_null(facet.words)}, {"matching", facet.matching}, {"not_shown", not_shown}};
}

Json hit_json(const Hit& hit) {
    Json json = record_json(hit.record);
    json["occurrences"] = hit.hits.size();
    json["snippet"] = {{"text", hit.snippet.text}, {"hits", spans_json(hit.snippet.hits)},
                       {"cut_before", hit.snippet.cut_before}, {"cut_after", hit.snippet.cut_after}};
    json["text"] = hit.record.text;
    json["hits"] = spans_json(hit.hits);
    json["quotes"] = Json::array();
    for (const Span span : hit.hits) json["quotes"].push_back(quote_json(quote_of(hit.record, span)));
    json["source"] = source_json(hit.record);
    return json;
}

Json partial_json(const Partial& partial) {
    Json json{{"words", partial.words}, {"more", partial.more}};
    json["hits"] = Json::array();
    for (std::size_t i = 0; i < partial.hits.size(); ++i) {
        Json hit = hit_json(partial.hits[i]);
        hit["words_found"] = partial.found[i];
        json["hits"].push_back(std::move(hit));
    }
    return json;
}

}  // namespace

std::string search_as_json(const Answer& answer, std::string_view query) {
    Json json{{"format", "minutes-search"}, {"version", 1}, {"query", query}, {"counts", counts_json(answer.counts)},
              {"base", base_json(answer.base)}, {"offset", answer.offset}, {"notes", answer.notes}};
    json["facets"] = Json::array();
    for (const Facet& facet : answer.facets) json["facets"].push_back(facet_json(facet));
    json["hits"] = Json::array();
    for (const Hit& hit : answer.hits) json["hits"].push_back(hit_json(hit));
    if (!answer.partial.words.empty()) json["partial"] = partial_json(answer.partial);
    if (!answer.widened.empty()) json["widened"] = widened_json(answer.widened);
    if (!answer.suggestions.empty()) json["suggestions"] = suggestions_json(answer.suggestions);
    if (!answer.explanation.empty()) json["explanation"] = answer.explanation;
    return json_block(json);
}

std::string passage_as_json_line(const Hit& hit) {
    Json json{{"format", "minutes-passage"}, {"version", 1}};
    json.update(hit_json(hit));
    json.erase("snippet");
    return json_line(json);
}

std::string hit_as_json_line(const Hit& hit) {
    Json json{{"format", "minutes-hit"}, {"version", 1}};
    json.update(hit_json(hit));
    return json_line(json);
}

std::string mention_as_json_line(const KwicLine& mention) {
    const Record& record = *mention.record;
    Json json{{"format", "minutes-mention"}, {"version", 1}, {"id", record.id}, {"council", or_null(record.council)}, {"committee", or_null(record.committee)}, {"date", or_null(record.date)},
              {"item", or_null(record.item_number)}, {"paragraph", or_null(record.paragraph)}, {"roles", roles_of(record)},
              {"persons", persons_of(record)}, {"left", mention.left}, {"match", mention.match}, {"right", mention.right},
              {"source", {{"path", record.path}, {"begin", mention.in_source.begin}, {"end", mention.in_source.end},
                          {"sha256", record.sha256}, {"line", record.line}, {"page", page_json(page_of(record, mention.in_source.begin))}}},
              {"item_title", or_null(record.item_title)}, {"kind", record.kind}, {"item_incomplete", record.item_incomplete}, {"zone", record.zone}, {"acts", acts_of(record)},
              {"item_id", record.item_id}, {"meeting_id", record.meeting_id}, {"quote", quote_json(quote_of(record, mention.in_text))}};
    if (mention.group != nullptr) json["group"] = or_null(mention.group->value);
    return json_line(json);
}

std::string mentions_tail_as_json(const MentionsAnswer& answer, const MentionsOptions& options) {
    Json json{{"counts", counts_json(answer.counts)}, {"base", base_json(answer.base)}, {"notes", answer.notes}, {"shown", answer.shown}};
    if (!answer.widened.empty()) json["widened"] = widened_json(answer.widened);
    if (options.sample) json["sample"] = {{"size", *options.sample}, {"seed", options.seed}, {"drawn", answer.drawn}};
    if (options.group != MentionGroup::By::none) {
        json["groups"] = Json::array();
        for (const MentionGroup& group : answer.groups)
            json["groups"].push_back({{"value", or_null(group.value)}, {"mentions", group.mentions}, {"passages", group.passages}});
    }
    return json_line(json);
}

std::string showing_as_json(const Showing& showing) {
    Json json{{"format", "minutes-show"}, {"version", 1},
              {"what", showing.what == Shown::passage ? "passage" : showing.what == Shown::item ? "item" : "meeting"},
              {"focus", or_null(showing.focus)}, {"other_sources", showing.other_sources}};
    if (!showing.hits.empty()) json["query"] = {{"occurrences", showing.occurrences}, {"passages", showing.passages}};
    json["passages"] = Json::array();
    for (std::size_t i = 0; i < showing.records.size(); ++i) {
        const Record& record = showing.records[i];
        Json passage = record_json(record);
        passage["text"] = record.text;
        if (!showing.hits.empty()) passage["hits"] = spans_json(showing.hits[i]);
        if (showing.left_out[i] > 0) passage["left_out_before"] = showing.left_out[i];
        passage["source"] = source_json(record);
        json["passages"].push_back(std::move(passage));
    }
    if (!showing.left_out.empty() && showing.left_out.back() > 0) json["left_out_after"] = showing.left_out.back();
    return json_block(json);
}

}  // namespace minutes
