#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace minutes {

// Every JSON that the command prints is written by these or by JsonWriter, so that no character of a document acts on a terminal: what
// the library leaves raw (DEL, C1, bidirectional overrides) is escaped, and bytes that are no UTF-8 become U+FFFD.

/// On one line, without its end.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& json);
/// On one line.
[[nodiscard]] std::string json_line(const nlohmann::ordered_json& json);
/// For people: a value a line, indented by one.
[[nodiscard]] std::string json_block(const nlohmann::ordered_json& json);

/// JSON with those characters escaped: still the same values.
[[nodiscard]] std::string json_printable(std::string json);

/// A character that is to be escaped and its length in UTF-8.
struct HiddenCharacter {
    std::uint32_t value = 0;        ///< 0: none stands here
    std::size_t bytes = 1;
};

/// The one that begins at text[at].
[[nodiscard]] HiddenCharacter hidden_character(std::string_view text, std::size_t at);
/// "\u202e"
void append_json_escape(std::string& out, std::uint32_t character);

}  // namespace minutes
