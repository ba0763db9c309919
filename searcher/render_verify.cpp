#include "searcher/verify.hpp"

#include "analyzers/json_text.hpp"
#include "searcher/json_values.hpp"
#include "searcher/printable.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace minutes {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kVerdicts = static_cast<std::size_t>(Verdict::damaged) + 1;

std::array<std::uint64_t, kVerdicts> count_verdicts(const std::vector<Verified>& rows) {
    std::array<std::uint64_t, kVerdicts> counts{};
    for (const Verified& row : rows) ++counts[static_cast<std::size_t>(row.verdict)];
    return counts;
}

std::string padded(std::string_view text, std::size_t width) { return std::string(text) + std::string(width > text.size() ? width - text.size() : 1, ' '); }

std::string place_text(const Verified& row) {
    if (row.verdict != Verdict::moved) return "";
    return std::string("; now ") + (row.found_page > 0 ? "on " : "at ") + line_or_page(row.found_line, row.found_page) + " of " + printable(row.found_path) + " (bytes " + std::to_string(row.found.begin) + "-" +
           std::to_string(row.found.end) + ")";
}

}  // namespace

std::string verified_as_text(const std::vector<Verified>& rows, bool all) {
    std::string text;
    for (const Verified& row : rows) {
        if (row.verdict == Verdict::ok && !all) continue;
        text += padded(name_of(row.verdict), 9) + "row " + padded(std::to_string(row.row), 6) + printable(row.id);
        if (!row.path.empty()) text += "  " + printable(row.path);
        if (!row.detail.empty()) text += "\n         " + printable(row.detail) + place_text(row);
        text += "\n";
    }
    const auto counts = count_verdicts(rows);
    text += counted(rows.size(), "row") + ":";
    for (std::size_t i = 0; i < kVerdicts; ++i)
        if (i < 4 || counts[i] > 0) text += std::string(i == 0 ? " " : ", ") + grouped(counts[i]) + " " + std::string(name_of(static_cast<Verdict>(i)));
    return text + ".\n";
}

std::string verified_as_json(const std::vector<Verified>& rows) {
    const auto counts = count_verdicts(rows);
    Json totals{{"rows", rows.size()}};
    for (std::size_t i = 0; i < kVerdicts; ++i) totals[std::string(name_of(static_cast<Verdict>(i)))] = counts[i];
    Json list = Json::array();
    for (const Verified& row : rows) {
        Json json{{"row", row.row}, {"id", row.id}, {"path", row.path}, {"verdict", name_of(row.verdict)}, {"detail", row.detail}};
        if (row.verdict == Verdict::moved)
            json["found"] = {{"path", row.found_path}, {"begin", row.found.begin}, {"end", row.found.end}, {"line", row.found_line},
                             {"page", page_json(row.found_page)}};
        list.push_back(std::move(json));
    }
    const Json json{{"format", "minutes-verify"}, {"version", 1}, {"rows", std::move(list)}, {"totals", std::move(totals)}};
    return json_block(json);
}

}  // namespace minutes
