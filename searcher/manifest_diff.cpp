#include "searcher/manifest_diff.hpp"

#include "analyzers/json_text.hpp"
#include "corpus/problem.hpp"
#include "searcher/json_values.hpp"
#include "searcher/printable.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace minutes {
namespace {

using Json = nlohmann::ordered_json;

struct Listed {
    std::string id, item_id, paragraph, kind, path, sha256, text, reading;
    std::uint64_t occurrences = 0;
    std::uint32_t line = 0, page = 0;
    bool paired = false;
};

struct Manifest {
    std::string query, engine, fingerprint;
    std::string question, answered;                    ///< all that decides what is asked for, without and with what words were expanded to
    std::uint64_t occurrences = 0;
    std::vector<Listed> passages;
    std::map<std::string, std::string> documents;      ///< path -> SHA-256
    std::set<std::string> hashes;                      ///< of the documents
};

/// 0 for none; manifests of older versions have none.
std::uint32_t page_in(const Json& json) {
    const auto page = json.find("page");
    return page == json.end() || page->is_null() ? 0 : page->get<std::uint32_t>();
}

Listed listed(const Json& json) {
    return {json.at("id"), json.at("item_id"), json.at("paragraph"), json.at("kind"), json.at("path"), json.at("sha256"), json.at("text"),
            json.at("reading"), json.at("occurrences"), json.at("line"), page_in(json)};
}

Manifest read_manifest(const std::string& bytes, const char* name) {
    const std::string who = std::string(name) + " is no manifest: ";
    const Json json = Json::parse(bytes, nullptr, false);
    if (json.is_discarded()) throw Refused(who + "its JSON is cut off or broken; manifests are made with --manifest FILE");
    if (!json.is_object() || json.value("format", "") != "minutes-manifest") throw Refused(who + "its format is not minutes-manifest; they are made with --manifest FILE");
    if (json.value("version", 0) != 1) throw Refused(who + "it is of a version that this command does not know");
    try {
        Manifest manifest;
        manifest.query = json.at("query");
        manifest.question = json.at("tree").dump() + json.at("filters").dump() + json.at("zones").dump();
        manifest.answered = manifest.question + json.at("answered").dump();
        manifest.engine = json.at("engine").dump();
        manifest.fingerprint = json.at("fingerprint");
        manifest.occurrences = json.at("counts").at("occurrences");
        for (const Json& passage : json.at("passages")) manifest.passages.push_back(listed(passage));
        for (const Json& document : json.at("documents")) {
            manifest.documents[document.at("path")] = document.at("sha256");
            manifest.hashes.insert(document.at("sha256").get<std::string>());
        }
        return manifest;
    } catch (const Json::exception&) {
        throw Refused(who + "a part of it is missing or of another kind");
    }
}

/// Why a passage of `mine` is not, or not so, in `other`.
DiffCause cause_of(const Listed& passage, const Manifest& mine, const Manifest& other, bool mine_is_b) {
    if (!other.hashes.contains(passage.sha256)) {
        if (other.documents.contains(passage.path)) return DiffCause::document_changed;
        return mine_is_b ? DiffCause::document_added : DiffCause::document_removed;
    }
    if (mine.question != other.question) return DiffCause::query;
    if (mine.answered != other.answered) return DiffCause::expansions;
    return mine.engine != other.engine ? DiffCause::engine : DiffCause::other_documents;
}

using Pair = std::pair<Listed*, Listed*>;
using Groups = std::map<std::string, std::pair<std::vector<Listed*>, std::vector<Listed*>>>;

/// The passages that have no partner yet, by a key.
template <typename Key>
Groups unpaired(Manifest& a, Manifest& b, Key key) {
    Groups groups;
    for (Listed& passage : a.passages)
        if (!passage.paired) groups[key(passage)].first.push_back(&passage);
    for (Listed& passage : b.passages)
        if (!passage.paired) groups[key(passage)].second.push_back(&passage);
    return groups;
}

/// Pairs in order those of one key; `all_or_none`: only where both sides have as many.
void pair_up(const Groups& groups, bool all_or_none, std::vector<Pair>& pairs) {
    for (const auto& [key, sides] : groups) {
        const auto& [in_a, in_b] = sides;
        if (all_or_none && in_a.size() != in_b.size()) continue;
        for (std::size_t i = 0; i < std::min(in_a.size(), in_b.size()); ++i) {
            in_a[i]->paired = in_b[i]->paired = true;
            pairs.emplace_back(in_a[i], in_b[i]);
        }
    }
}

/// From the surest sign to the weakest. A passage whose document left an index has a partner only under its own id or in a
/// document of the same path.
std::vector<Pair> pair_passages(Manifest& a, Manifest& b) {
    std::vector<Pair> pairs;
    pair_up(unpaired(a, b, [](const Listed& p) { return p.id + "\n" + p.sha256; }), false, pairs);
    pair_up(unpaired(a, b, [](const Listed& p) { return p.id; }), false, pairs);
    pair_up(unpaired(a, b, [](const Listed& p) { return p.path + "\n" + p.item_id + "\n" + p.kind + "\n" + p.paragraph; }), true, pairs);
    pair_up(unpaired(a, b, [](const Listed& p) { return p.path + "\n" + p.item_id; }), true, pairs);
    return pairs;
}

bool is_same(const Listed& a, const Listed& b) { return a.id == b.id && a.text == b.text && a.reading == b.reading && a.occurrences == b.occurrences; }

std::string_view name_of(DiffRow::What what) { return what == DiffRow::What::added ? "new" : what == DiffRow::What::gone ? "gone" : "changed"; }

}  // namespace

std::string_view name_of(DiffCause cause) {
    static constexpr std::string_view kNames[] = {"document added", "document removed", "document changed", "another query", "other expansions", "another version",
                                                  "other documents"};
    return kNames[static_cast<std::size_t>(cause)];
}

ManifestDiff diff_manifests(const std::string& bytes_a, const std::string& bytes_b) {
    Manifest a = read_manifest(bytes_a, "A"), b = read_manifest(bytes_b, "B");
    ManifestDiff diff;
    diff.passages_a = a.passages.size();
    diff.passages_b = b.passages.size();
    diff.occurrences_a = a.occurrences;
    diff.occurrences_b = b.occurrences;
    diff.query_a = a.query;
    diff.query_b = b.query;
    diff.same_query = a.question == b.question;
    diff.same_expansions = a.answered == b.answered;
    diff.same_engine = a.engine == b.engine;
    diff.same_index = a.fingerprint == b.fingerprint;
    std::map<const Listed*, const Listed*> partner;  // of B's passages
    for (const auto& [in_a, in_b] : pair_passages(a, b)) partner[in_b] = in_a;
    for (const Listed& passage : b.passages) {
        const auto found = partner.find(&passage);
        if (found == partner.end()) continue;
        const Listed& before = *found->second;
        if (is_same(before, passage)) ++diff.same;
        else diff.rows.push_back({DiffRow::What::changed, passage.id, before.id, passage.path, passage.line, passage.page, cause_of(passage, b, a, true)});
    }
    for (const Listed& passage : b.passages)
        if (!passage.paired) diff.rows.push_back({DiffRow::What::added, passage.id, "", passage.path, passage.line, passage.page, cause_of(passage, b, a, true)});
    for (const Listed& passage : a.passages)
        if (!passage.paired) diff.rows.push_back({DiffRow::What::gone, passage.id, "", passage.path, passage.line, passage.page, cause_of(passage, a, b, false)});
    return diff;
}

namespace {

std::array<std::uint64_t, 3> count_rows(const ManifestDiff& diff) {
    std::array<std::uint64_t, 3> counts{};
    for (const DiffRow& row : diff.rows) ++counts[static_cast<std::size_t>(row.what)];
    return counts;
}

}  // namespace

std::string diff_as_text(const ManifestDiff& diff) {
    std::string text = "A: " + counted(diff.occurrences_a, "occurrence") + " in " + counted(diff.passages_a, "passage") + "   " + printable(diff.query_a) +
                       "\nB: " + counted(diff.occurrences_b, "occurrence") + " in " + counted(diff.passages_b, "passage") + "   " + printable(diff.query_b) + "\n";
    if (!diff.same_query) text += "The query, its filters or its zones differ.\n";
    else if (!diff.same_expansions) text += "The query is the same; its words were expanded to others.\n";
    if (!diff.same_engine) text += "They were made by different versions.\n";
    text += diff.same_index ? "The index is the same.\n" : "The indexes hold different documents.\n";
    for (const DiffRow& row : diff.rows) {
        std::string what(name_of(row.what));
        what.resize(8, ' ');
        text += what + printable(row.id) + (row.was.empty() || row.was == row.id ? "" : " (was " + printable(row.was) + ")") + "  " + place_text(row.path, row.line, row.page) +
                "  " + std::string(name_of(row.cause)) + "\n";
    }
    const auto counts = count_rows(diff);
    return text + grouped(counts[0]) + " new, " + grouped(counts[1]) + " gone, " + grouped(counts[2]) + " changed, " + grouped(diff.same) + " the same.\n";
}

std::string diff_as_json(const ManifestDiff& diff) {
    Json rows = Json::array();
    for (const DiffRow& row : diff.rows)
        rows.push_back({{"what", name_of(row.what)}, {"id", row.id}, {"was", row.was.empty() ? Json(nullptr) : Json(row.was)}, {"path", row.path},
                        {"line", row.line}, {"page", page_json(row.page)}, {"cause", name_of(row.cause)}});
    const auto counts = count_rows(diff);
    const Json json{{"format", "minutes-diff"}, {"version", 1}, {"same_query", diff.same_query}, {"same_expansions", diff.same_expansions}, {"same_engine", diff.same_engine}, {"same_index", diff.same_index},
                    {"a", {{"query", diff.query_a}, {"occurrences", diff.occurrences_a}, {"passages", diff.passages_a}}},
                    {"b", {{"query", diff.query_b}, {"occurrences", diff.occurrences_b}, {"passages", diff.passages_b}}},
                    {"rows", std::move(rows)}, {"totals", {{"new", counts[0]}, {"gone", counts[1]}, {"changed", counts[2]}, {"same", diff.same}}}};
    return json_block(json);
}

}  // namespace minutes
