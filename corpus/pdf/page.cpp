#include "corpus/pdf/page.hpp"

#include "corpus/decode.hpp"
#include "corpus/document.hpp"

#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <iterator>

namespace minutes::pdf {
namespace {

/// The value of `name="..."` in a tag, or 0.
float number_of(std::string_view tag, std::string_view name) {
    const std::size_t at = tag.find(name);
    if (at == std::string_view::npos) return 0;
    const char* const begin = tag.data() + at + name.size();
    float value = 0;
    std::from_chars(begin, tag.data() + tag.size(), value);
    return std::isfinite(value) ? std::clamp(value, -20000.0F, 20000.0F) : 0;
}

constexpr struct { std::string_view entity, text; } kEntities[] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&#39;", "'"}};

/// Signs of symbol fonts and of typesetting, and what a reader sees in them.
constexpr struct { std::string_view sign, text; } kSigns[] = {
    {"\uFB00", "ff"}, {"\uFB01", "fi"}, {"\uFB02", "fl"}, {"\uFB03", "ffi"}, {"\uFB04", "ffl"}, {"\uFB05", "ft"}, {"\uFB06", "st"},
    {"\u200B", ""}, {"\uFEFF", ""}, {"\uFFFE", ""}, {"\u00A0", " "},
    {"\uF0B7", "\u2022"}, {"\uF0A7", "\u2022"}, {"\uF0D8", "\u2022"}, {"\uF0FC", "\u2022"}, {"\uF076", "\u2022"}, {"\uF0A8", "\u2022"}, {"\uF06F", "\u2022"},
    {"\uF02D", "-"}, {"\u25CF", "\u2022"}, {"\u25AA", "\u2022"}, {"\u25A0", "\u2022"}};

/// Fonts may name half a surrogate pair, and pdftotext writes it down: U+FFFD for what is no character.
std::string as_utf8(std::string text) {
    if (is_utf8(text)) return text;
    std::string whole;
    icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}).toUTF8String(whole);
    return whole;
}

std::string readable(std::string_view raw) {
    std::string text;
    while (!raw.empty()) {
        const auto entity = std::find_if(std::begin(kEntities), std::end(kEntities), [&](const auto& row) { return raw.starts_with(row.entity); });
        if (raw.front() == '&' && entity != std::end(kEntities)) {
            text += entity->text;
            raw.remove_prefix(entity->entity.size());
            continue;
        }
        const bool plain = static_cast<unsigned char>(raw.front()) < 0x80;
        const auto sign = plain ? std::end(kSigns) : std::find_if(std::begin(kSigns), std::end(kSigns), [&](const auto& row) { return raw.starts_with(row.sign); });
        if (sign != std::end(kSigns)) {
            text += sign->text;
            raw.remove_prefix(sign->sign.size());
            continue;
        }
        const unsigned char byte = static_cast<unsigned char>(raw.front());
        if (byte >= 0x20 && byte != 0x7F) text += raw.front();
        raw.remove_prefix(1);
    }
    return to_nfc(as_utf8(std::move(text)));
}

void add_word(Page& page, std::string_view tag, std::string_view raw) {
    Word word{number_of(tag, "xMin=\""), number_of(tag, "yMin=\""), number_of(tag, "xMax=\""), number_of(tag, "yMax=\""), readable(raw)};
    if (word.text.find_first_not_of(' ') == std::string::npos || word.x1 < word.x0 || word.y1 <= word.y0) return;
    const bool upright = word.text.size() > 3 && word.height() > 2.5F * (word.x1 - word.x0);
    if (!upright) page.words.push_back(std::move(word));
}

Row row_of(std::vector<Word> words, std::size_t page, int column) {
    std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.x0 < b.x0; });
    Row row;
    row.page = page;
    row.column = column;
    row.x0 = words.front().x0;
    row.y0 = words.front().y0;
    row.x1 = words.front().x1;
    row.y1 = words.front().y1;
    for (const Word& word : words) {
        row.x1 = std::max(row.x1, word.x1);
        row.y0 = std::min(row.y0, word.y0);
        row.y1 = std::max(row.y1, word.y1);
    }
    row.words = std::move(words);
    return row;
}

}  // namespace

std::string text_of(const Row& row) {
    std::string text;
    for (const Word& word : row.words) text += (text.empty() ? "" : " ") + word.text;
    return text;
}

std::vector<Page> parse_pages(std::string_view xhtml) {
    std::vector<Page> pages;
    for (std::size_t at = xhtml.find('<'); at != std::string_view::npos; at = xhtml.find('<', at)) {
        const std::size_t end = xhtml.find('>', at);
        if (end == std::string_view::npos) break;
        const std::string_view tag = xhtml.substr(at + 1, end - at - 1);
        at = end + 1;
        if (tag.starts_with("page ")) pages.push_back({number_of(tag, "width=\""), number_of(tag, "height=\""), {}});
        if (!tag.starts_with("word ") || pages.empty()) continue;
        const std::size_t close = xhtml.find("</word>", at);
        if (close == std::string_view::npos) break;
        add_word(pages.back(), tag, xhtml.substr(at, close - at));
        at = close;
    }
    return pages;
}

std::vector<Row> rows_of(std::vector<Word> words, std::size_t page, int column) {
    std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.middle() != b.middle() ? a.middle() < b.middle() : a.x0 < b.x0; });
    std::vector<Row> rows;
    std::vector<Word> row;
    float reach = 0;   // a word whose middle lies above this belongs to the row
    for (Word& word : words) {
        if (!row.empty() && word.middle() > reach) {
            rows.push_back(row_of(std::move(row), page, column));
            row.clear();
        }
        // Half of the first word's height: the words of a row hardly differ, raised figures do by less.
        if (row.empty()) reach = word.middle() + 0.42F * word.height();
        row.push_back(std::move(word));
    }
    if (!row.empty()) rows.push_back(row_of(std::move(row), page, column));
    return rows;
}

}  // namespace minutes::pdf
