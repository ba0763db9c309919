#include "analyzers/people/lexed_text.hpp"

namespace minutes {

const Lexemes& LexedText::of(const Passage& passage) const {
    const std::uint32_t begin = passage.parts.empty() ? 0 : passage.parts.front().begin;
    const auto [first, last] = passages_.equal_range(begin);
    for (auto it = first; it != last; ++it)
        if (it->second.parts == passage.parts && it->second.marker == passage.marker) return it->second.lexemes;
    return passages_.emplace(begin, Read{passage.parts, passage.marker, lexemes_of(doc_.text, passage)})->second.lexemes;
}

}  // namespace minutes
