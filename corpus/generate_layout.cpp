#include "corpus/generate_layout.hpp"

#include <array>
#include <cstdio>

namespace minutes::synthetic {
namespace {

std::uint32_t size_of(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

/// Where to cut: at a space well after the last turn has made itself known, or at the end if there is none.
std::size_t cut_at(const Paragraph& paragraph) {
    const std::size_t after = paragraph.settled + std::size_t{24};
    const std::size_t space = after < paragraph.text.size() ? paragraph.text.find(' ', after) : std::string::npos;
    return space == std::string::npos ? paragraph.text.size() : space;
}

}  // namespace

Printed print(const Meeting& meeting) {
    static constexpr std::array kPrinters = {print_meeting_page, print_numbered_page, print_pdf_markdown, print_item_page, print_website};
    Printed printed = kPrinters[static_cast<std::size_t>(meeting.council.layout)](meeting);
    if (printed.text.find(meeting.council.name) != std::string::npos) printed.council = meeting.council.name;
    return printed;
}

std::string text_of(const Printed& printed, const TruePassage& passage) {
    std::string text;
    for (std::size_t i = 0; i < passage.parts.size(); ++i) {
        Span part = passage.parts[i];
        if (i == 0) part.begin += passage.marker;
        if (!text.empty()) text += ' ';
        text += slice(printed.text, part);
    }
    return text;
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (; times > 0; --times) all += text;
    return all;
}

std::string clock_time(unsigned minutes, std::string_view am, std::string_view pm) {
    const unsigned hour = minutes / 60 % 24;
    char text[16];
    std::snprintf(text, sizeof text, "%u.%02u", hour % 12 == 0 ? 12 : hour % 12, minutes % 60);
    return text + std::string(hour < 12 ? am : pm);
}

std::string iso_time(unsigned minutes) {
    char text[16];
    std::snprintf(text, sizeof text, "%02u:%02u", minutes / 60 % 24, minutes % 60);
    return text;
}

std::string roman(unsigned number) {
    static constexpr std::string_view kTens[] = {"", "x", "xx", "xxx"};
    static constexpr std::string_view kOnes[] = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    return std::string(kTens[number / 10 % 4]) + std::string(kOnes[number % 10]);
}

std::string in_capitals(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return text;
}

void open_item(Printed& printed, std::string number, std::string title, std::string_view kind) {
    printed.items.push_back({std::move(number), std::move(title), kind, false, {}});
}

void put_passage(Printed& printed, const Paragraph& paragraph, std::string_view number, std::string_view marker) {
    const std::uint32_t begin = size_of(printed.text);
    printed.text += marker;
    printed.text += paragraph.text;
    printed.items.back().passages.push_back({paragraph.kind, std::string(number), {{begin, size_of(printed.text)}},
                                             static_cast<std::uint32_t>(marker.size()), false, paragraph.turns});
}

void put_block(Printed& printed, std::string_view kind, std::string_view text, std::vector<Turn> turns) {
    const std::uint32_t begin = size_of(printed.text);
    printed.text += text;
    printed.items.back().passages.push_back({kind, {}, {{begin, size_of(printed.text)}}, 0, false, std::move(turns)});
}

void put_cut_passage(Printed& printed, const Paragraph& paragraph, std::string_view number, std::string_view marker, std::string_view item) {
    Paragraph cut = paragraph;
    cut.text.resize(cut_at(paragraph));
    put_passage(printed, cut, number, marker);
    printed.items.back().passages.back().incomplete = true;
    printed.items.back().incomplete = true;
    printed.text += " \u00A0...\u00A0 view the full minutes text for item " + std::string(item) + ".";
}

}  // namespace minutes::synthetic
