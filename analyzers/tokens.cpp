#include "analyzers/tokens.hpp"

#include <cctype>

namespace minutes {

Tokens tokenise(std::string_view text) {
    Tokens tokens;
    std::uint32_t i = 0;
    while (i < text.size()) {
        if (!std::isalnum(static_cast<unsigned char>(text[i]))) { ++i; continue; }
        const std::uint32_t begin = i, form = static_cast<std::uint32_t>(tokens.forms.size());
        for (; i < text.size() && std::isalnum(static_cast<unsigned char>(text[i])); ++i)
            tokens.forms += static_cast<char>(std::tolower(text[i]));
        tokens.list.push_back({{begin, i}, {form, static_cast<std::uint32_t>(tokens.forms.size())}, tokens.words++, 1, false});
    }
    return tokens;
}

std::string alias_of(std::string_view) { return {}; }

}  // namespace minutes
