#include "searcher/manifest.hpp"

#include "analyzers/json_text.hpp"
#include "corpus/document.hpp"
#include "indexer/file_record.hpp"
#include "indexer/record.hpp"
#include "indexer/schema.hpp"
#include "searcher/base.hpp"
#include "searcher/expand.hpp"
#include "searcher/json_values.hpp"
#include "searcher/passage_walk.hpp"
#include "searcher/printable.hpp"
#include "searcher/reader.hpp"
#include "searcher/render_widened.hpp"
#include "searcher/tally.hpp"
#include "searcher/zone_scope.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace minutes {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kHashDigits = 32;  // 128 bits

std::string short_hash(std::string_view text) { return sha256_hex(text).substr(0, kHashDigits); }

/// What was read from a passage beside its text: another hash means that it is understood otherwise now.
std::string reading_of(const Record& record) {
    Record reading;
    reading.council = record.council;
    reading.committee = record.committee;
    reading.date = record.date;
    reading.item_number = record.item_number;
    reading.item_title = record.item_title;
    reading.paragraph = record.paragraph;
    reading.kind = record.kind;
    reading.zone = record.zone;
    reading.speakers = record.speakers;
    for (RecordSpeaker& speaker : reading.speakers) speaker.evidence = {};  // a place, which moves with the text in front of it
    reading.outcomes = record.outcomes;
    reading.item_incomplete = record.item_incomplete;
    return short_hash(encode_record(reading));
}

/// The indexed files in path order, and the hash of all their hashes in their own order: which folder they lie in and when they were
/// indexed does not change it; their bytes, the analysis, and what was given for them do.
struct IndexedFiles {
    std::vector<FileRecord> list;
    std::string fingerprint;
};

IndexedFiles indexed_files(const Xapian::Database& database) {
    IndexedFiles files;
    std::vector<std::string> lines;
    for (FileRecord& file : file_records(database)) {
        if (file.state != FileRecord::State::indexed) continue;
        std::string given = file.given;
        std::replace(given.begin(), given.end(), '\n', '\t');
        lines.push_back(file.sha256 + "\t" + given + "\n");
        files.list.push_back(std::move(file));
    }
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const std::string& line : lines) all += line;
    files.fingerprint = sha256_hex(all);
    return files;
}

Json filters_json(const Request& request) {
    Json json = Json::object();
    for (const Filter& filter : request.selections) json[std::string(filter.field->name)] = filter.values;
    return json;
}

Json counts_json(const Counts& counts) {
    return {{"occurrences", counts.occurrences}, {"passages", counts.passages}, {"items", counts.items}, {"meetings", counts.meetings},
            {"documents", counts.documents}, {"councils", counts.councils}, {"titles", counts.titles}, {"at_least", counts.at_least}};
}

std::string passage_line(const Record& record, std::size_t occurrences) {
    return json_text({{"id", record.id}, {"item_id", record.item_id}, {"paragraph", record.paragraph}, {"kind", record.kind}, {"path", record.path},
                   {"sha256", record.sha256}, {"line", record.line}, {"page", page_json(record.page)}, {"occurrences", occurrences}, {"text", short_hash(record.text)},
                   {"reading", reading_of(record)}});
}

Json concepts_json(const Request& request) {
    const ConceptTable* concepts = concepts_used(request);
    return concepts == nullptr ? Json(nullptr) : Json{{"version", concepts->version}, {"sha256", concepts->sha256}};
}

std::string documents_text(const IndexedFiles& files) {
    std::string text;
    for (const FileRecord& file : files.list) text += (text.empty() ? "" : ",\n") + json_text({{"path", file.path}, {"sha256", file.sha256}});
    return text;
}

}  // namespace

std::string manifest_as_json(Reader& reader, const Request& request, const ManifestHead& head) {
    const IndexedFiles files = reader.read([](const Xapian::Database& database) { return indexed_files(database); });
    const std::string versions = reader.read([](const Xapian::Database& database) { return database.get_metadata("made-by"); });
    Tally tally({});
    std::string passages;
    const Walked walked = walk_passages(reader, request, [&](const Record& record, const std::vector<Span>& hits) {
        tally.count(record, hits.size());
        passages += (passages.empty() ? "" : ",\n") + passage_line(record, hits.size());
    });
    if (reader.read([](const Xapian::Database& database) { return indexed_files(database); }).fingerprint != files.fingerprint) throw Error("the index was updated while the manifest was made; run again");
    Json zones = Json::array();
    for (const Zone zone : zone_scope(walked.request).list()) zones.push_back(name_of(zone));
    const Json engine{{"minutes", head.engine}, {"schema", kSchemaVersion}, {"analysis", kAnalysisVersion}, {"terms", versions}};
    // A line a member, so that a plain text comparison of two manifests reads well, too.
    return "{\"format\":\"minutes-manifest\",\"version\":1,\n\"verb\":" + json_text(head.verb) + ",\n\"query\":" + json_text(head.query) +
           ",\n\"tree\":" + json_text(to_string(request.query)) + ",\n\"answered\":" + json_text(to_string(walked.request.query)) +
           ",\n\"expansions\":" + json_text(widened_json(walked.widened)) + ",\n\"concepts\":" + json_text(concepts_json(request)) +
           ",\n\"filters\":" + json_text(filters_json(request)) + ",\n\"zones\":" + json_text(zones) + ",\n\"engine\":" + json_text(engine) +
           ",\n\"fingerprint\":" + json_text(files.fingerprint) + ",\n\"counts\":" + json_text(counts_json(tally.counts())) +
           ",\n\"documents\":[\n" + documents_text(files) + "],\n\"passages\":[\n" + passages + "]}\n";
}

}  // namespace minutes
