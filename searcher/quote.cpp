#include "searcher/quote.hpp"

#include <algorithm>
#include <charconv>

namespace minutes {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// The last `characters` of `text`.
std::string_view tail(std::string_view text, std::size_t characters) {
    std::size_t at = text.size();
    for (; at > 0 && characters > 0; --characters)
        do --at;
        while (at > 0 && continues(text[at]));
    return text.substr(at);
}

/// The first `characters` of `text`.
std::string_view head(std::string_view text, std::size_t characters) {
    std::size_t at = 0;
    for (; at < text.size() && characters > 0; --characters)
        do ++at;
        while (at < text.size() && continues(text[at]));
    return text.substr(0, at);
}

/// The bytes of the source that show `in_text`, part by part; the space between two parts shows none.
std::vector<Span> source_spans(const Record& record, Span in_text) {
    std::vector<Span> spans;
    std::uint32_t begin = 0;  // of the part, in the text
    for (const Span part : record.parts) {
        if (begin > 0 && !part.empty()) ++begin;
        const std::uint32_t from = std::max(begin, in_text.begin), to = std::min(begin + part.size(), in_text.end);
        if (from < to) spans.push_back({part.begin + (from - begin), part.begin + (to - begin)});
        begin += part.size();
    }
    return spans;
}

bool read_number(std::string_view& text, std::uint32_t& number) {
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return failed == std::errc{};
}

}  // namespace

Quote quote_of(const Record& record, Span in_text) {
    const std::string_view text = record.text;
    return {std::string(slice(text, in_text)), std::string(tail(text.substr(0, in_text.begin), kQuoteContext)),
            std::string(head(text.substr(in_text.end), kQuoteContext)), source_spans(record, in_text), page_of(record, to_source(record, in_text).begin)};
}

Quote whole_quote(const Record& record) { return {record.text, "", "", record.parts, record.page}; }

std::string to_text(const std::vector<Span>& spans) {
    std::string text;
    for (const Span span : spans) text += (text.empty() ? "" : ";") + std::to_string(span.begin) + "-" + std::to_string(span.end);
    return text;
}

std::vector<Span> spans_from_text(std::string_view text) {
    std::vector<Span> spans;
    while (!text.empty()) {
        Span span;
        if (!spans.empty() && !text.starts_with(';')) return {};
        if (!spans.empty()) text.remove_prefix(1);
        if (!read_number(text, span.begin) || !text.starts_with('-')) return {};
        text.remove_prefix(1);
        if (!read_number(text, span.end) || span.end < span.begin) return {};
        spans.push_back(span);
    }
    return spans;
}

}  // namespace minutes
