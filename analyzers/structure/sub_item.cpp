#include "analyzers/structure/sub_item.hpp"

#include "analyzers/structure/phrases.hpp"
#include "analyzers/structure/plain_text.hpp"
#include "analyzers/structure/title.hpp"

#include <algorithm>
#include <array>

namespace minutes {
namespace {

/// Whether the line is the number of an item of item `number`, and nothing else: "4.2", "3b".
bool is_sub_number(std::string_view line, std::string_view number) {
    if (number.empty() || !line.starts_with(number)) return false;
    std::string_view rest = line.substr(number.size());
    if (rest.size() == 1) return is_small(rest[0]);
    if (rest.size() < 2 || rest.size() > 3 || rest[0] != '.') return false;
    rest.remove_prefix(1);
    return std::all_of(rest.begin(), rest.end(), is_digit);
}

bool is_label_below(const Lines& lines, std::size_t i) {
    if (i >= lines.list.size()) return false;
    const auto label = label_of(lines.list[i].plain);
    return label && label->whole && (label->kind == LabelKind::minutes || label->kind == LabelKind::decision || label->kind == LabelKind::documents);
}

/// The title that line `i` would be for a number above it.
bool is_title_of_sub_item(std::string_view text, const Lines& lines, std::size_t i) {
    if (i >= lines.list.size()) return false;
    const Line& line = lines.list[i];
    if (line.gap > 2 || line.at.empty() || line.at.size() > 300 || starts_small(slice(text, line.at)) || label_of(line.plain)) return false;
    return line.has_link || is_label_below(lines, i + 1);
}

constexpr std::array<std::string_view, 30> kRomans = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
                                                      "XVII", "XVIII", "XIX", "XX", "XXI", "XXII", "XXIII", "XXIV", "XXV", "XXVI", "XXVII", "XXVIII", "XXIX", "XXX"};

/// Bytes of the numeral of `value` that opens the title, with its dot; 0 if it does not.
std::size_t roman_size(std::string_view title, std::size_t value) {
    if (value > kRomans.size() || !title.starts_with(kRomans[value - 1])) return 0;
    std::size_t size = kRomans[value - 1].size();
    if (size < title.size() && (title[size] == '.' || title[size] == ')')) ++size;
    return size < title.size() && space_at(title, size) != 0 ? size : 0;
}

/// A title that its document or label betrays has its number above it, below line `after`.
void number_by_line_above(std::string_view text, const Lines& lines, std::string_view number, ItemHeading& heading, std::size_t after) {
    if (!heading.number.empty() || heading.line <= after + 1) return;
    const Span at = lines.list[heading.line - 1].at;
    if (!is_sub_number(slice(text, at), number)) return;
    heading.number = slice(text, at);
    heading.number_at = at;
    --heading.line;
}

}  // namespace

std::vector<ItemHeading> with_sub_items(std::string_view text, const Lines& lines, std::vector<ItemHeading> headings) {
    std::vector<ItemHeading> all;
    std::string number;   // of the last item that is no item of an item
    for (std::size_t h = 0; h < headings.size(); ++h) {
        number_by_line_above(text, lines, number, headings[h], all.empty() ? 0 : all.back().last_line);
        if (!is_sub_number(headings[h].number, number)) number = headings[h].number;
        const std::size_t end = h + 1 < headings.size() ? headings[h + 1].line : lines.list.size();
        std::size_t i = headings[h].last_line + 1;
        all.push_back(std::move(headings[h]));
        for (; i < end; ++i) {
            const Span at = lines.list[i].at;
            if (!is_sub_number(slice(text, at), number) || i + 1 >= end || !is_title_of_sub_item(text, lines, i + 1)) continue;
            all.push_back({i, i + 1, std::string(slice(text, at)), at, lines.list[i + 1].at, {}});
            ++i;
        }
    }
    return all;
}

void number_by_romans(std::string_view text, std::vector<ItemHeading>& headings) {
    std::vector<std::size_t> numbered;
    for (std::size_t h = 0; h < headings.size(); ++h)
        if (headings[h].number.empty() && roman_size(slice(text, headings[h].title_at), numbered.size() + 1) != 0) numbered.push_back(h);
    if (numbered.size() < 2) return;
    for (std::size_t n = 0; n < numbered.size(); ++n) {
        ItemHeading& heading = headings[numbered[n]];
        const auto size = static_cast<std::uint32_t>(roman_size(slice(text, heading.title_at), n + 1));
        heading.number = kRomans[n];
        heading.number_at = {heading.title_at.begin, heading.title_at.begin + size};
        heading.title_at = trimmed(text, {heading.number_at.end, heading.title_at.end});
    }
}

}  // namespace minutes
