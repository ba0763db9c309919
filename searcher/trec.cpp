#include "searcher/trec.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>

namespace minutes {
namespace {

using Json = nlohmann::json;

/// What a file or item is worth beyond its best passage: each next passage this share of the one before, and of every
/// word the best that any of its passages has.
constexpr double kNextPassage = 0.3, kTogether = 0.5;

/// A string or number under the first of `keys` that is there.
std::optional<std::string> text_under(const Json& object, std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
        const auto value = object.find(key);
        if (value == object.end()) continue;
        if (value->is_string()) return value->get<std::string>();
        if (value->is_number()) return value->dump();
    }
    return std::nullopt;
}

std::optional<Topic> topic_of_json(const Json& object) {
    if (!object.is_object()) return std::nullopt;
    const auto id = text_under(object, {"id", "_id", "qid", "query_id"});
    const auto text = text_under(object, {"text", "query", "title"});
    if (!id || !text) return std::nullopt;
    return Topic{*id, *text};
}

std::optional<Topic> topic_of(std::string_view line) {
    if (line.starts_with("{")) return topic_of_json(Json::parse(line, nullptr, false));
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab == 0) return std::nullopt;
    return Topic{std::string(line.substr(0, tab)), std::string(line.substr(tab + 1))};
}

std::string file_name(const std::string& path) {
    const std::string name = path.substr(path.find_last_of('/') + 1);
    const std::size_t dot = name.find_last_of('.');
    return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string document_of(const PartialMatch& match, TrecId id) {
    switch (id) {
        case TrecId::item: return match.item_id;
        case TrecId::file: return match.path;
        case TrecId::name: return file_name(match.path);
        case TrecId::passage: break;
    }
    return match.id;
}

/// What is known of a file or item while its passages come by, best first.
struct Gathered {
    double score = 0, share = 1;
    std::vector<double> words;

    void add(const PartialMatch& match) {
        score += share * match.score;
        share *= kNextPassage;
        words.resize(match.words.size(), 0);
        for (std::size_t i = 0; i < words.size(); ++i) words[i] = std::max(words[i], match.words[i]);
    }

    [[nodiscard]] double total() const {
        double all = score;
        for (const double word : words) all += kTogether * word;
        return all;
    }
};

std::string without_space(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        std::array<char, 4> code{};
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= ' ' || byte == 0x7F) std::snprintf(code.data(), code.size(), "%%%02X", byte);
        else code[0] = c;
        safe += code.data();
    }
    return safe.empty() ? "-" : safe;
}

}  // namespace

Topics read_topics(std::string_view bytes) {
    Topics topics;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (const Json all = bytes.starts_with("[") ? Json::parse(bytes, nullptr, false) : Json(); all.is_array()) {
        for (std::size_t i = 0; i < all.size(); ++i)
            if (std::optional<Topic> topic = topic_of_json(all[i])) topics.list.push_back(*std::move(topic));
            else topics.problems.push_back("entry " + std::to_string(i + 1) + " is left out: it has no id and text");
        return topics;
    }
    for (std::size_t number = 1; !bytes.empty(); ++number) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.find_first_not_of(" \t") == std::string_view::npos) continue;
        if (std::optional<Topic> topic = topic_of(line)) topics.list.push_back(*std::move(topic));
        else topics.problems.push_back("line " + std::to_string(number) + " is left out: it is neither id, tab, query nor a JSON object with id and text");
    }
    return topics;
}

std::vector<RunLine> run_lines(const std::vector<PartialMatch>& matches, TrecId id, std::size_t limit) {
    std::vector<RunLine> lines;
    if (id == TrecId::passage) {
        for (const PartialMatch& match : matches) lines.push_back({match.id, match.score});
    } else {
        std::map<std::string, Gathered> gathered;
        for (const PartialMatch& match : matches) gathered[document_of(match, id)].add(match);
        for (const auto& [document, what] : gathered) lines.push_back({document, what.total()});
    }
    // A stable sort: passages of one score stay in their order, documents in that of their ids.
    std::stable_sort(lines.begin(), lines.end(), [](const RunLine& a, const RunLine& b) { return a.score > b.score; });
    if (lines.size() > limit) lines.resize(limit);
    return lines;
}

std::string run_as_text(const std::string& topic, const std::vector<RunLine>& lines, const std::string& tag) {
    std::string text;
    std::size_t rank = 0;
    for (const RunLine& line : lines) {
        std::array<char, 32> score{};
        std::snprintf(score.data(), score.size(), "%.9f", line.score);
        text += without_space(topic) + " Q0 " + without_space(line.document) + " " + std::to_string(++rank) + " " + score.data() + " " + without_space(tag) + "\n";
    }
    return text;
}

}  // namespace minutes
