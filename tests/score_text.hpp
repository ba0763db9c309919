#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace minutes {

using Words = std::vector<std::string>;

/// Lower-case words in order; curly apostrophes are straight and soft hyphens nothing. "£7.1million" is two words.
[[nodiscard]] Words words_of(std::string_view text);

/// Words with one space between them.
[[nodiscard]] std::string joined(const Words& words);

/// A text of which only the words count: titles that differ in dots, dashes or case are the same.
[[nodiscard]] std::string plain(std::string_view text);

/// A person's name without titles, so that "Cllr Hobb" is "Councillor Hobb".
[[nodiscard]] std::string bare_name(std::string_view text);

/// "ASSISTANT_DIRECTOR" as the program prints it: "assistant-director".
[[nodiscard]] std::string label(std::string_view text);

/// The text of a key that may be missing or null.
[[nodiscard]] std::string text_of(const nlohmann::json& object, const std::string& key);

}  // namespace minutes
