#include "analyzers/structure/lines.hpp"

#include "analyzers/structure/item_number.hpp"
#include "analyzers/structure/paragraph_marker.hpp"
#include "analyzers/structure/plain_text.hpp"
#include "analyzers/structure/title.hpp"
#include "analyzers/structure/truncation.hpp"

#include <algorithm>
#include <array>

namespace minutes {
namespace {

// Where a row of a flattened table is cut into lines again: before each of these, and after those that stand alone.
struct RowMark {
    std::string_view mark;
    bool alone;
};
constexpr std::array<RowMark, 9> kRowMarks = {{
    {"Minutes:", true}, {"Decision:", true}, {"Additional documents:", true}, {"Supporting documents:", true}, {"RESOLVED", false},
    {"Resolved:", false}, {"ACTION:", false}, {"\u00B7 ", false}, {"\u2022 ", false},
}};
constexpr std::size_t kMinLateLine = 3000;  // the same below a few lines of head
constexpr std::size_t kMinRunningHead = 30;
constexpr std::size_t kMinReferences = 300;  // three references that count up are told apart sooner
constexpr std::size_t kFewLines = 5;       // too few to tell how they are spaced
constexpr std::size_t kMinLoneLine = 120; // the same where there is hardly another line
constexpr std::size_t kMinOneLine = 600;  // bytes from which a line with "1. ... 2. ..." inside counts as a whole document

struct Reader {
    std::string_view text;
    Lines lines;
    std::vector<Span> marks;      ///< truncation marks of the whole text
    std::size_t next_mark = 0;
    bool mark_taken = false;      ///< the next mark was noted, and goes on in this line
    std::uint32_t gap = 0;
    bool table = false, row_start = false;
    bool lone = false;            ///< the document is on a line or two
};

std::uint32_t size32(std::size_t size) { return static_cast<std::uint32_t>(size); }

/// Clips to code points: kPlainBytes may fall inside one, which plain_form() would copy half.
std::string_view beginning(std::string_view text) {
    if (text.size() <= kPlainBytes) return text;
    std::size_t end = kPlainBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

void add_line(Reader& reader, Span at, std::uint32_t indent, bool truncated, bool has_link) {
    at = trimmed(reader.text, at);
    const std::string_view content = slice(reader.text, at);
    if (content.empty() && !truncated && !has_link) return;
    Line line{at, reader.gap, indent, false, false, has_link, truncated, reader.row_start, {}};
    set_plain(line, plain_form(beginning(content)));
    line.heading_mark = content.starts_with('#') && content.find_first_not_of('#') < 7 && line.plain.size() > 1;
    const std::string_view inner = line.heading_mark ? content.substr(content.find_first_not_of("# ")) : content;
    line.bold = inner.size() > 4 && inner.starts_with("**") && inner.ends_with("**") && inner.find("**", 2) == inner.size() - 2;
    reader.lines.list.push_back(std::move(line));
    reader.gap = 0;
    reader.row_start = false;
}

/// A stretch without table borders and truncation marks: cut at its document links.
void add_piece(Reader& reader, Span at, std::uint32_t indent, bool truncated) {
    std::uint32_t begin = at.begin;
    for (Span link : document_links(slice(reader.text, at))) {
        link = {link.begin + at.begin, link.end + at.begin};
        const Span before = trimmed(reader.text, {begin, link.begin});
        if (!before.empty()) add_line(reader, before, indent, false, true);
        else if (!reader.lines.list.empty() && reader.gap <= 1) reader.lines.list.back().has_link = true;  // of the line above
        reader.lines.cuts.push_back({"document-list", link});
        begin = link.end;
    }
    add_line(reader, {begin, at.end}, indent, truncated, false);
}

/// Cuts "Title To note ... Minutes: text" of a flattened table before its labels and after them.
void add_row_piece(Reader& reader, Span at, std::uint32_t indent, bool truncated) {
    std::uint32_t begin = at.begin;
    for (std::uint32_t i = at.begin; reader.table && i < at.end; ++i) {
        if (i != at.begin && space_at(reader.text, i - 1) == 0 && i != begin) continue;
        const std::string_view rest = slice(reader.text, {i, at.end});
        for (const RowMark& label : kRowMarks) {
            if (!rest.starts_with(label.mark)) continue;
            if (i > begin) add_piece(reader, {begin, i}, indent, false);
            if (label.mark.size() > 3) reader.gap = std::max(reader.gap, 1u);
            begin = label.alone ? i + size32(label.mark.size()) : i;
            if (label.alone) add_line(reader, {i, begin}, indent, false, false);
            if (label.alone) reader.gap = std::max(reader.gap, 1u);
            i += size32(label.mark.size()) - 1;
            break;
        }
    }
    add_piece(reader, {begin, at.end}, indent, truncated);
}

/// A physical line or a part of it: leaves out the truncation marks that fall into it.
void add_part(Reader& reader, Span at) {
    const Span content = trimmed(reader.text, at);
    const std::uint32_t indent = content.begin - at.begin;
    std::uint32_t begin = at.begin;
    while (reader.next_mark < reader.marks.size() && reader.marks[reader.next_mark].begin < at.end) {
        const Span mark = reader.marks[reader.next_mark];
        if (!reader.mark_taken) {   // it may begin in the blank lines above
            add_row_piece(reader, {begin, std::max(begin, mark.begin)}, indent, true);
            reader.lines.cuts.push_back({"link-text", mark});
            reader.mark_taken = true;
        }
        begin = std::max(begin, std::min(mark.end, at.end));
        if (mark.end > at.end) break;   // the mark goes on in the next line
        ++reader.next_mark;
        reader.mark_taken = false;
    }
    if (begin < at.end) add_row_piece(reader, {begin, at.end}, indent, false);
}

bool is_table_rule(std::string_view line) {
    return line.find('|') != std::string_view::npos && line.find_first_not_of("|-: \t") == std::string_view::npos;
}

void add_table_line(Reader& reader, Span line) {
    if (is_table_rule(slice(reader.text, line))) {
        reader.lines.cuts.push_back({"rule", trimmed(reader.text, line)});
        reader.row_start = true;
        reader.gap = std::max(reader.gap, 1u);
        return;
    }
    std::uint32_t begin = line.begin;
    const std::string_view content = slice(reader.text, trimmed(reader.text, line));
    const bool ends_row = content.find("||") != std::string_view::npos || content.ends_with('|');
    for (std::uint32_t i = line.begin; i <= line.end; ++i) {
        if (i < line.end && reader.text[i] != '|') continue;
        add_part(reader, {begin, i});
        if (i < line.end) reader.lines.cuts.push_back({"rule", {i, i + 1}});
        begin = i + 1;
    }
    if (ends_row) {
        reader.row_start = true;
        reader.gap = std::max(reader.gap, 1u);
    }
}

/// Where the attendance list of a document on one line begins, printed as a label in capitals or with its colon.
std::vector<std::uint32_t> inline_attendance(std::string_view line) {
    constexpr std::array<std::string_view, 4> kLists = {" PRESENT", " Present:", " IN ATTENDANCE", " In attendance:"};
    std::vector<std::uint32_t> starts;
    for (const std::string_view list : kLists)
        if (const std::size_t at = line.find(list); at != std::string_view::npos && !is_letter(line[std::min(line.size() - 1, at + list.size())]))
            starts.push_back(size32(at + 1));
    std::sort(starts.begin(), starts.end());
    return starts;
}

/// Where " 1. Title", " 2. Title" ... begin inside one long line, counting up from 1 without a hole; else nothing.
std::vector<std::uint32_t> inline_items(std::string_view line) {
    std::vector<std::uint32_t> starts;
    std::string wanted = " 1. ";
    for (std::size_t at = line.find(wanted); at != std::string_view::npos && starts.size() < 500; at = line.find(wanted, at + 1)) {
        if (at + wanted.size() < line.size() && !is_capital(line[at + wanted.size()])) continue;
        starts.push_back(size32(at + 1));
        wanted = " " + std::to_string(starts.size() + 1) + ". ";
    }
    return starts.size() >= 2 ? starts : std::vector<std::uint32_t>{};
}

/// The same for " Item No. 1. Title", " Item 2: Title".
std::vector<std::uint32_t> inline_named_items(std::string_view line) {
    std::vector<std::uint32_t> starts;
    for (std::size_t at = line.find(" Item "); at != std::string_view::npos && starts.size() < 500; at = line.find(" Item ", at + 1)) {
        const auto number = parse_item_number(line.substr(at + 1, 24));
        if (number && number->value == static_cast<long>(starts.size()) + 1) starts.push_back(size32(at + 1));
    }
    return starts.size() >= 2 ? starts : std::vector<std::uint32_t>{};
}

/// The same for numbers before capitals: " 1358 DECLARATIONS OF INTEREST", " 1359 MINUTES". At least three that count up by one.
std::vector<std::uint32_t> inline_capitals(std::string_view line) {
    constexpr std::size_t kLeastCapitals = 4;
    std::vector<std::uint32_t> starts;
    long last = 0;
    for (std::size_t at = 0; at < line.size() && starts.size() < 500; ++at) {
        if (!is_digit(line[at]) || (at > 0 && line[at - 1] != ' ')) continue;
        const auto number = parse_item_number(line.substr(at, 16));
        std::size_t end = at;
        while (end < line.size() && is_digit(line[end])) ++end;
        if (!number || number->form == NumberForm::code) continue;
        std::size_t word = at + number->at.end;
        while (word < line.size() && line[word] == ' ') ++word;
        std::size_t capitals = word;
        while (capitals < line.size() && is_capital(line[capitals])) ++capitals;
        if (capitals < word + kLeastCapitals) continue;
        if (last != 0 && number->value != last + 1) {
            if (starts.size() >= 3) continue;
            starts.clear();   // "Page 1 MINUTES" was no item
        }
        starts.push_back(size32(at));
        last = number->value;
        at = capitals;
    }
    return starts.size() >= 3 ? starts : std::vector<std::uint32_t>{};
}

/// The number that counts up in a reference: 128 of "128/20", 286 of "Cou/286/07-08"; 0 if there is none.
long counting_part(std::string_view reference) {
    const std::size_t begin = is_digit(reference.front()) ? 0 : reference.find('/') + 1;
    long value = 0;
    for (std::size_t at = begin; at < reference.size() && is_digit(reference[at]) && at < begin + 5; ++at) value = value * 10 + (reference[at] - '0');
    return value;
}

/// The same for references: " 128/20 Title", " 129/20 Title" ... At least three of one form that count up, or nothing.
std::vector<std::uint32_t> inline_references(std::string_view line) {
    std::vector<std::uint32_t> starts;
    std::string series;
    long last = 0;
    for (std::size_t slash = line.find('/'); slash != std::string_view::npos && starts.size() < 500; slash = line.find('/', slash + 1)) {
        std::size_t begin = slash;
        while (begin > 0 && line[begin - 1] != ' ' && slash - begin < 12) --begin;
        if (begin > 0 && line[begin - 1] != ' ') continue;
        const auto number = parse_item_number(line.substr(begin, 40));
        if (!number || number->form != NumberForm::code || begin + number->at.end < slash) continue;
        const std::size_t behind = begin + number->at.end;
        if (behind + 1 >= line.size() || line[behind] != ' ' || !is_capital(line[behind + 1])) continue;
        const long value = counting_part(number->number);
        if (value == 0 || (last != 0 && (value != last + 1 || number->series != series))) continue;
        series = number->series;
        last = value;
        starts.push_back(size32(begin));
        slash = behind;
    }
    return starts.size() >= 3 ? starts : std::vector<std::uint32_t>{};
}

/// "Apologies To receive apologies. Minutes: None": a row whose borders were lost shows by its known title or its agenda note.
bool opens_lost_row(std::string_view line) {
    const std::size_t label = std::min(line.find(" Minutes: "), line.find(" Decision: "));
    if (label == std::string_view::npos || label > 1200 || !is_capital(line[0])) return false;
    line = line.substr(0, label);
    const TitleSplit split = split_title(line);
    const std::string_view title = slice(line, split.title), rest = slice(line, split.rest);
    if (split.title.begin != 0 || title.size() > 120 || ends_sentence(title) || title.ends_with(':') || !reads_as_title(title, plain_form(title))) return false;
    return rest.empty() || rest.starts_with("To ");
}

void add_physical_line(Reader& reader, Span line) {
    const std::string_view content = slice(reader.text, line);
    if (reader.table && opens_lost_row(slice(reader.text, trimmed(reader.text, line)))) reader.row_start = true;
    if (reader.table && content.find('|') != std::string_view::npos) return add_table_line(reader, line);
    if (reader.table && content.find("documents:") != std::string_view::npos) {   // a row that lost its border ends here
        add_part(reader, line);
        reader.row_start = slice(reader.text, trimmed(reader.text, line)).ends_with("documents:");
        return;
    }
    std::uint32_t begin = line.begin;
    std::vector<std::uint32_t> starts;
    const std::size_t before = reader.lines.list.size();
    const std::size_t least = reader.lone ? kMinLoneLine : before < 3 ? kMinOneLine : kMinLateLine;
    if (content.size() >= kMinReferences && before < 12) starts = inline_references(content);
    if (starts.empty() && content.size() >= kMinReferences && before < 12) starts = inline_capitals(content);
    if (starts.empty() && content.size() >= least && before < 12) starts = inline_items(content);
    if (starts.empty() && content.size() >= kMinReferences && before < 12) starts = inline_named_items(content);
    const bool one_line_head = before < 12 && content.size() >= 120 && plain_form(content.substr(0, 500)).find("minute") != std::string::npos;
    if (!starts.empty() || one_line_head) {
        const std::vector<std::uint32_t> lists = inline_attendance(content.substr(0, starts.empty() ? content.size() : starts.front()));
        starts.insert(starts.begin(), lists.begin(), lists.end());
    }
    for (const std::uint32_t start : starts) {
        add_part(reader, {begin, line.begin + start});
        begin = line.begin + start;
        reader.gap = std::max(reader.gap, 1u);
    }
    add_part(reader, {begin, line.end});
}

bool ends_row(std::string_view line) { return line.size() > 40 && line.ends_with(" |"); }

/// A page whose borders but the last of each row were lost: "Title To note ... Minutes: text |".
bool has_row_ends(const Document& doc) {
    return std::count_if(doc.lines.begin(), doc.lines.end(), [&](Span line) { return ends_row(slice(doc.text, trimmed(doc.text, line))); }) >= 2;
}

/// Such a page may open with a row, its header being lost as well.
bool opens_with_row(const Document& doc) {
    for (const Span line : doc.lines)
        if (const Span content = trimmed(doc.text, line); !content.empty()) return ends_row(slice(doc.text, content));
    return false;
}

/// A running head that a page break put behind a line: the document's first line again, at the end of a longer one.
void cut_running_heads(Reader& reader) {
    if (reader.lines.list.empty() || reader.lines.list.front().at.size() < kMinRunningHead) return;
    const std::string_view head = slice(reader.text, reader.lines.list.front().at);
    for (Line& line : reader.lines.list) {
        const std::string_view content = slice(reader.text, line.at);
        if (content.size() <= head.size() + 1 || !content.ends_with(head)) continue;
        const Span cut{line.at.end - size32(head.size()), line.at.end};
        line.at = trimmed(reader.text, {line.at.begin, cut.begin});
        set_plain(line, plain_form(beginning(slice(reader.text, line.at))));
        reader.lines.cuts.push_back({"page-furniture", cut});
    }
}

/// Lines that were printed at double spacing have an odd number of blank lines between them. Pages that have such gaps of
/// their own are told apart: nearly all gaps are wide, or most lines below a single one go on with the sentence.
bool is_double_spaced(std::string_view text, const std::vector<Line>& lines) {
    std::size_t single = 0, going_on = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].gap % 2 == 0) return false;
        single += lines[i].gap == 1;
        going_on += lines[i].gap == 1 && starts_small(slice(text, lines[i].at));
    }
    return lines.size() > kFewLines && (single * 4 < lines.size() || going_on * 4 > single);
}

void halve_gaps(std::vector<Line>& lines) {
    for (Line& line : lines) line.gap /= 2;
}

bool has_table(const Document& doc) {
    return has_row_ends(doc) || std::any_of(doc.lines.begin(), doc.lines.end(), [&](Span line) {
        const std::string_view content = slice(doc.text, line);
        return content.size() >= 3 && content.find("|") != std::string_view::npos &&
               (is_table_rule(content) || content.find("||") != std::string_view::npos || plain_form(content.substr(0, 40)).starts_with("no. | item"));
    });
}

}  // namespace

void set_plain(Line& line, std::string plain) {
    line.plain = std::move(plain);
    line.classes = classes_anywhere(line.plain);
}

Lines read_lines(const Document& doc) {
    Reader reader{.text = doc.text, .lines = {}, .marks = truncation_marks(doc.text), .table = has_table(doc)};
    reader.row_start = reader.table && opens_with_row(doc);
    reader.lone = doc.lines.size() <= 3;
    for (const Span line : doc.lines) {
        if (trimmed(doc.text, line).empty()) reader.gap += !reader.lines.list.empty();
        else add_physical_line(reader, line);
    }
    cut_running_heads(reader);
    if (is_double_spaced(doc.text, reader.lines.list)) halve_gaps(reader.lines.list);
    std::sort(reader.lines.cuts.begin(), reader.lines.cuts.end(), [](const Discard& a, const Discard& b) { return a.at < b.at; });
    return std::move(reader.lines);
}

}  // namespace minutes
