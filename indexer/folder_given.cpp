#include "indexer/folder_given.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace minutes {
namespace {

namespace fs = std::filesystem;

constexpr char kName[] = "minutes.json";
constexpr std::uintmax_t kMaxBytes = 64 << 10;
constexpr int kMaxDepth = 16;
constexpr std::size_t kMaxValueBytes = 500;

std::string text_of(const nlohmann::json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_string()) return {};
    std::string text = found->get<std::string>();
    return text.size() <= kMaxValueBytes ? text : std::string();
}

FolderGiven::Found read_given(const fs::path& file) {
    std::error_code failed;
    if (!fs::is_regular_file(file, failed) || fs::file_size(file, failed) > kMaxBytes)
        return {{}, file.string() + ": not a small regular file; it is not used"};
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto shallow = [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) { return depth <= kMaxDepth; };
    const nlohmann::json json = nlohmann::json::parse(text, shallow, false);
    if (!json.is_object()) return {{}, file.string() + ": not a JSON object such as {\"council\": \"...\"}; it is not used"};
    FolderGiven::Found found{{text_of(json, "council"), text_of(json, "committee")}, ""};
    for (const auto& [key, value] : json.items()) {
        const bool known = key == "council" || key == "committee";
        if (!known) found.problem = file.string() + ": \"" + key + "\" is not known; it may say council and committee";
        else if (!value.is_string() || value.get_ref<const std::string&>().size() > kMaxValueBytes)
            found.problem = file.string() + ": the value of \"" + key + "\" is not a short text; it is not used";
    }
    return found;
}

}  // namespace

const FolderGiven::Found& FolderGiven::of(const std::string& path, const std::string& root) {
    return of_folder(fs::path(path).parent_path().string(), root);
}

const FolderGiven::Found& FolderGiven::of_folder(const std::string& folder, const std::string& root) {
    if (const auto known = folders_.find({folder, root}); known != folders_.end()) return known->second;
    Found found;
    std::error_code failed;
    const bool below_root = folder.size() > root.size() && folder.starts_with(root);
    if (fs::exists(fs::path(folder) / kName, failed)) found = read_given(fs::path(folder) / kName);
    else if (below_root) found = of_folder(fs::path(folder).parent_path().string(), root);
    return folders_.emplace(std::pair(folder, root), std::move(found)).first->second;
}

}  // namespace minutes
