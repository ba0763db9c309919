#include "analyzers/json_text.hpp"
#include "searcher/index_check.hpp"
#include "searcher/printable.hpp"

#include <nlohmann/json.hpp>

namespace minutes {
namespace {

using Json = nlohmann::ordered_json;

std::string list_text(const std::vector<IndexFault>& faults) {
    std::string text;
    for (const IndexFault& fault : faults) text += "  " + printable(fault.part) + ": " + printable(fault.what) + "\n";
    return text;
}

Json list_json(const std::vector<IndexFault>& faults, const char* part) {
    Json list = Json::array();
    for (const IndexFault& fault : faults) list.push_back({{part, fault.part}, {"what", fault.what}});
    return list;
}

constexpr char kRebuild[] = "minutes index --fresh PATH...", kUpdate[] = "minutes index PATH...";

}  // namespace

std::string check_as_text(const IndexCheck& check) {
    if (!check.sound())
        return "The index is damaged:\n" + list_text(check.faults) + (check.unlisted > 0 ? "  and " + counted(check.unlisted, "fault") + " more\n" : "") +
               "Do not quote from it. Rebuild it from the sources with: " + kRebuild + "\n";
    std::string text = "The index is sound: " + counted(check.files, "file") + ", " + counted(check.records, "record") + "; database, terms, columns and sums agree.\n";
    if (!check.database_read) text += "Xapian's own check of its files was left out, for they cannot be written by this user.\n";
    if (!check.sources_read) return text;
    if (check.sources_differ.empty()) return text + (check.sources == 1 ? "The source file is" : "All " + grouped(check.sources) + " source files are") + " as indexed.\n";
    return text + grouped(check.sources_differ.size()) + " of " + counted(check.sources, "source file") + " differ from what was indexed:\n" + list_text(check.sources_differ) +
           "Bring the index up to date with: " + kUpdate + "\n";
}

std::string check_as_json(const IndexCheck& check) {
    const Json cure = !check.sound() ? Json(kRebuild) : !check.sources_differ.empty() ? Json(kUpdate) : Json(nullptr);
    Json json{{"format", "minutes-check"}, {"version", 1}, {"generation", check.generation}, {"sound", check.sound()}, {"files", check.files}, {"records", check.records},
              {"faults", list_json(check.faults, "part")}, {"faults_not_listed", check.unlisted}, {"database_read", check.database_read}};
    json["sources"] = check.sources_read ? Json{{"read", check.sources}, {"differ", list_json(check.sources_differ, "path")}} : Json(nullptr);
    json["cure"] = cure;
    return json_block(json);
}

}  // namespace minutes
