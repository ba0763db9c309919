#include "analyzers/json_text.hpp"
#include "searcher/context.hpp"
#include "searcher/printable.hpp"
#include "searcher/render.hpp"
#include "searcher/role_table.hpp"

#include "analyzers/people/role_flags.hpp"
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace minutes {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kTitleColumns = 60;
constexpr std::string_view kNoTitle = "(no post printed)";

std::string joined(const std::vector<std::string_view>& words, std::string_view between) {
    std::string text;
    for (const std::string_view word : words) text.append(text.empty() ? "" : between).append(word);
    return text;
}

std::string padded(std::string text, std::size_t columns) {
    const std::size_t length = characters_in(text);
    return length < columns ? text + std::string(columns - length, ' ') : text;
}

std::string right(std::string text, std::size_t columns) {
    const std::size_t length = characters_in(text);
    return length < columns ? std::string(columns - length, ' ') + text : text;
}

std::string numbers(std::uint64_t turns, std::uint64_t people) { return right(counted(turns, "turn"), 12) + right(grouped(people) + " listed", 15); }

std::uint64_t turns_of(const RoleTable& table, Resolution resolution) { return table.by_resolution[static_cast<std::size_t>(resolution)]; }

std::string share(std::uint64_t part, std::uint64_t whole) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f%%", whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole));
    return text;
}

std::string rates_text(const RoleTable& table) {
    const auto said = [&](Resolution resolution) { return grouped(turns_of(table, resolution)) + " (" + share(turns_of(table, resolution), table.turns) + ")"; };
    return "Of " + counted(table.turns, "turn") + ", " + said(Resolution::resolved) + " name one person, " + said(Resolution::ambiguous) +
           " several who fit (ambiguous), " + said(Resolution::unresolved) + " somebody who is in no list (unresolved), " + said(Resolution::collective) +
           " a group, " + said(Resolution::unnamed) + " nobody.\n";
}

}  // namespace

std::string roles_as_text(const RoleTable& table) {
    std::string text = "Roles and the titles that led to them: turns of speech, and entries of attendance lists.\n";
    for (const RoleRow& row : table.roles) {
        text += "\n" + padded(std::string(name_of(row.role)), kTitleColumns + 2) + numbers(row.turns, row.people) + "\n";
        for (const TitleRow& title : row.titles) {
            const std::string flags = joined(names_of(title.flags), ", ");
            text += "  " + padded(title.title.empty() ? std::string(kNoTitle) : printable(title.title), kTitleColumns) + numbers(title.turns, title.people) +
                    (flags.empty() ? "" : "  " + flags) + "\n";
        }
    }
    return text + "\n" + rates_text(table);
}

std::string roles_as_json(const RoleTable& table) {
    Json roles = Json::array();
    for (const RoleRow& row : table.roles) {
        Json titles = Json::array();
        for (const TitleRow& title : row.titles)
            titles.push_back({{"title", title.title.empty() ? Json(nullptr) : Json(title.title)}, {"flags", names_of(title.flags)},
                              {"turns", title.turns}, {"people", title.people}});
        roles.push_back({{"role", name_of(row.role)}, {"turns", row.turns}, {"people", row.people}, {"titles", std::move(titles)}});
    }
    Json resolutions = Json::object();
    for (std::size_t i = 0; i < kResolutions; ++i) resolutions[std::string(name_of(static_cast<Resolution>(i)))] = table.by_resolution[i];
    const Json json{{"format", "minutes-roles"}, {"version", 1}, {"turns", table.turns}, {"resolutions", std::move(resolutions)}, {"roles", std::move(roles)}};
    return json_block(json);
}

std::string roles_as_csv(const RoleTable& table, TableStyle style) {
    std::string text = table_row({"role", "title", "flags", "turns", "people", "format"}, style);
    for (const RoleRow& row : table.roles)
        for (const TitleRow& title : row.titles)
            text += table_row({std::string(name_of(row.role)), title.title, joined(names_of(title.flags), "; "), std::to_string(title.turns),
                               std::to_string(title.people), table_format("minutes-roles", style)}, style);
    return text;
}

}  // namespace minutes
