#include "searcher/mention_context.hpp"

#include "analyzers/tokens.hpp"
#include "searcher/columns.hpp"
#include "searcher/context.hpp"
#include "searcher/sentences.hpp"

#include <algorithm>

namespace minutes {
namespace {

constexpr std::size_t kBytesAWord = 32;  ///< more than words take, white space included

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// The end of `text` that holds its last `count` words, with what stands before the first of them up to white space.
std::string_view last_words(std::string_view text, std::size_t count) {
    text = last_bytes(text, (count + 4) * kBytesAWord);
    const Tokens tokens = tokenise(text);
    if (tokens.words <= count) return text;
    if (count == 0) return text.substr(text.size());
    for (const Token& token : tokens.list)
        if (!token.whole && token.position == tokens.words - count) {
            std::size_t begin = token.at.begin;
            while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;
            return text.substr(begin);
        }
    return text;
}

std::string_view first_words(std::string_view text, std::size_t count) {
    text = first_bytes(text, (count + 4) * kBytesAWord);
    const Tokens tokens = tokenise(text);
    if (tokens.words <= count) return text;
    if (count == 0) return text.substr(0, 0);
    std::size_t end = 0;
    for (const Token& token : tokens.list)
        if (!token.whole && token.position < count) end = std::max<std::size_t>(end, token.at.end);
    while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
    return text.substr(0, end);
}

}  // namespace

std::string_view last_bytes(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    std::size_t begin = cut_after(text, text.size() - bytes);
    for (std::size_t i = begin; i < text.size(); ++i)
        if (is_space(text[i])) return text.substr(i + 1);
    return text.substr(begin);
}

std::string_view first_bytes(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    const std::size_t end = cut_before(text, bytes);
    for (std::size_t i = end; i-- > 0;)
        if (is_space(text[i])) return text.substr(0, i);
    return text.substr(0, end);
}

void set_context(KwicLine& line, const MentionsOptions& options, std::string_view before, std::string_view after) {
    const std::string_view text = line.record->text;
    const std::string_view left = text.substr(0, line.in_text.begin), right = text.substr(line.in_text.end);
    line.match = collapse_space(slice(text, line.in_text));
    switch (options.context) {
        case ContextUnit::characters:
            line.left = left_context(left, options.size);
            line.right = right_context(right, options.size);
            return;
        case ContextUnit::words:
            line.left = collapse_space(last_words(left, options.size));
            line.right = collapse_space(first_words(right, options.size));
            return;
        case ContextUnit::sentence: {
            const Span sentence = sentence_around(text, line.in_text);
            line.left = collapse_space(slice(text, {sentence.begin, line.in_text.begin}));
            line.right = collapse_space(slice(text, {line.in_text.end, sentence.end}));
            return;
        }
        case ContextUnit::passage:
            line.left = collapse_space(last_bytes(left, kMostContext));
            line.right = collapse_space(first_bytes(right, kMostContext));
            return;
        case ContextUnit::item:
            line.left = collapse_space(last_bytes((before.empty() ? "" : std::string(before) + "\n") + std::string(last_bytes(left, kMostContext)), kMostContext));
            line.right = collapse_space(first_bytes(std::string(first_bytes(right, kMostContext)) + (after.empty() ? "" : "\n" + std::string(after)), kMostContext));
            return;
    }
}

}  // namespace minutes
