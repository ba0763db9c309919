#include "analyzers/structure/phrases.hpp"

#include "analyzers/structure/plain_text.hpp"
#include "analyzers/tables.hpp"
#include "corpus/problem.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>
#include <vector>

namespace minutes {

extern const std::string_view k_phrases_tsv;
extern const std::string_view k_labels_tsv;

namespace {

constexpr std::size_t kMaxGap = 90;
constexpr std::size_t kHeadBytes = 1200, kTailBytes = 200;

// In the order of PhraseClass.
constexpr std::array<std::string_view, 22> kClassNames = {
    "action", "agenda-note", "attendance-note", "close", "decision", "furniture", "head", "lead-in", "list-lead-in", "not-title",
    "outcome", "procedural", "publication", "resolving", "signature", "site-navigation", "speech", "title-attendance", "title-known", "title-procedural", "verb", "vote"};

enum class Where { start, any, end, whole, body };

std::string_view literal_of(std::string_view piece) { return piece.ends_with('*') ? piece.substr(0, piece.size() - 1) : piece; }

/// The eight bytes at a place, as one number; NUL behind the end.
std::uint64_t eight_at(std::string_view text, std::size_t at) {
    std::uint64_t eight = 0;
    if (text.size() - at >= sizeof eight) std::memcpy(&eight, text.data() + at, sizeof eight);
    else std::memcpy(&eight, text.data() + at, text.size() - at);
    return eight;
}

/// The first bytes of a row, up to eight, compared at once: most rows differ there from a text.
struct Opening {
    Opening() = default;
    explicit Opening(std::string_view literal) : bytes(eight_at(literal, 0)), mask(eight_at(std::string(std::min(literal.size(), sizeof mask), '\xFF'), 0)) {}

    [[nodiscard]] bool fits(std::uint64_t eight) const { return (eight & mask) == bytes; }

    std::uint64_t bytes = 0, mask = 0;
};

struct Phrase {
    Where where;
    std::vector<std::string_view> pieces;  ///< in order, gaps between them
    Opening opening = {};
};

std::vector<std::string_view> pieces_of(std::string_view phrase) {
    std::vector<std::string_view> pieces;
    while (true) {
        const std::size_t gap = phrase.find(" .. ");
        pieces.push_back(phrase.substr(0, gap));
        if (gap == std::string_view::npos) return pieces;
        phrase.remove_prefix(gap + 4);
    }
}

/// The place of a cell among the names that its column may hold. A misspelt row would be lost without a word, so it is an Error.
template <std::size_t kSize>
std::size_t place_of(std::string_view cell, const std::array<std::string_view, kSize>& names, const TableRow& row, std::string_view table) {
    const auto at = std::find(names.begin(), names.end(), cell);
    if (at == names.end() || row[2].empty())
        throw Error("analyzers/data/" + std::string(table) + ", row '" + std::string(row[2]) + "': '" + std::string(cell) + "' is not known; correct the table and build again");
    return static_cast<std::size_t>(at - names.begin());
}

constexpr std::array<std::string_view, 5> kWheres = {"start", "any", "end", "whole", "body"};

/// Rows or words by the byte that they begin with, in the order of the table: a text is asked about the few that may fit.
template <typename Row>
class ByFirstByte {
public:
    void add(char first, Row row) { rows_[static_cast<unsigned char>(first)].push_back(std::move(row)); }
    [[nodiscard]] const std::vector<Row>& at(char first) const { return rows_[static_cast<unsigned char>(first)]; }

private:
    std::array<std::vector<Row>, 256> rows_;
};

/// Which classes have a row that may begin with the word at a place, by eight bytes of it, or three for shorter rows: most
/// words of a text begin no row, and this look spares them the comparison.
class FirstBytes {
public:
    void add(std::string_view literal, PhraseClasses phrase_class) {
        const std::uint64_t eight = eight_at(literal, 0);
        if (literal.size() >= sizeof eight) long_[place_of(eight)] |= phrase_class;
        else if (literal.size() >= 3) middle_[place_of(three_of(eight))] |= phrase_class;
        else short_[static_cast<unsigned char>(literal.front())] |= phrase_class;
    }

    [[nodiscard]] PhraseClasses at(std::string_view plain, std::size_t at) const {
        const std::uint64_t eight = eight_at(plain, at);
        return long_[place_of(eight)] | middle_[place_of(three_of(eight))] | short_[static_cast<unsigned char>(plain[at])];
    }

private:
    static constexpr std::size_t kBits = 12;

    static std::uint64_t three_of(std::uint64_t eight) {
        constexpr std::uint64_t kMask = std::bit_cast<std::uint64_t>(std::array<unsigned char, sizeof eight>{0xFF, 0xFF, 0xFF});
        return eight & kMask;
    }
    static std::size_t place_of(std::uint64_t bytes) { return static_cast<std::size_t>(bytes * 0x9E3779B97F4A7C15u >> (64 - kBits)); }

    std::array<PhraseClasses, 1 << kBits> long_{}, middle_{};
    std::array<PhraseClasses, 256> short_{};   ///< by the first byte of rows that begin with less than three bytes
};

/// The rows of one class.
struct ClassRows {
    ByFirstByte<Phrase> starts;     ///< that stand at the start or are the whole
    ByFirstByte<Phrase> bodies;     ///< that stand behind a body
    ByFirstByte<Phrase> anywhere;
    std::vector<Phrase> ends;
    bool has_bodies = false, has_anywhere = false;
};

struct Body {
    std::string_view words;
    Opening opening = Opening(words);
};

struct PhraseTable {
    std::array<ClassRows, kClassNames.size()> classes;
    ByFirstByte<Body> bodies;  ///< longest first
    FirstBytes first;          ///< of the rows that stand anywhere
    FirstBytes starts;         ///< of those that stand at the start
};

constexpr PhraseClasses bit_of(std::size_t phrase_class) { return PhraseClasses{1} << phrase_class; }

void add_row(ClassRows& rows, Phrase phrase) {
    const char first = phrase.pieces.front().front();
    switch (phrase.where) {
        case Where::start: case Where::whole: rows.starts.add(first, std::move(phrase)); break;
        case Where::any: rows.anywhere.add(first, std::move(phrase)); rows.has_anywhere = true; break;
        case Where::body: rows.bodies.add(first, std::move(phrase)); rows.has_bodies = true; break;
        case Where::end: rows.ends.push_back(std::move(phrase)); break;
    }
}

const PhraseTable& phrase_table() {
    static const PhraseTable table = [] {
        PhraseTable made;
        std::vector<std::string_view> bodies;
        for (const TableRow& row : table_rows(k_phrases_tsv, 3)) {
            if (row[0] == "body") {
                bodies.push_back(row[2]);
                continue;
            }
            const std::size_t kind = place_of(row[0], kClassNames, row, "phrases.tsv");
            Phrase phrase{static_cast<Where>(place_of(row[1], kWheres, row, "phrases.tsv")), pieces_of(row[2])};
            const std::string_view literal = phrase.where == Where::whole ? phrase.pieces.back() : literal_of(phrase.pieces.front());
            phrase.opening = Opening(literal);
            if (phrase.where == Where::any) made.first.add(literal, bit_of(kind));
            if (phrase.where == Where::start || phrase.where == Where::whole) made.starts.add(literal, bit_of(kind));
            add_row(made.classes[kind], std::move(phrase));
        }
        std::sort(bodies.begin(), bodies.end(), [](auto a, auto b) { return a.size() > b.size(); });
        for (const std::string_view body : bodies) made.bodies.add(body.front(), {body});
        return made;
    }();
    return table;
}

constexpr std::array<bool, 256> kWordBytes = [] {
    std::array<bool, 256> bytes{};
    for (std::size_t c = 0; c < bytes.size(); ++c) bytes[c] = is_letter(static_cast<char>(c)) || is_digit(static_cast<char>(c)) || c >= 0x80;
    return bytes;
}();

bool is_word_byte(char c) { return kWordBytes[static_cast<unsigned char>(c)]; }

bool boundary(std::string_view plain, std::size_t at) {
    return at == 0 || at >= plain.size() || !is_word_byte(plain[at - 1]) || !is_word_byte(plain[at]);
}

/// Whether the piece stands at `at`, whole words only unless it ends in '*'; the end of it, or npos.
std::size_t piece_end(std::string_view plain, std::size_t at, std::string_view piece) {
    const bool open = piece.ends_with('*');
    if (open) piece.remove_suffix(1);
    if (at >= plain.size() || plain[at] != piece.front() || plain.substr(at, piece.size()) != piece || !boundary(plain, at)) return std::string_view::npos;
    const std::size_t end = at + piece.size();
    return open || boundary(plain, end) ? end : std::string_view::npos;
}

std::size_t find_piece(std::string_view plain, std::size_t from, std::size_t last, std::string_view piece) {
    const std::string_view literal = literal_of(piece);
    for (std::size_t at = plain.find(literal, from); at != std::string_view::npos && at <= last; at = plain.find(literal, at + 1))
        if (const std::size_t end = piece_end(plain, at, piece); end != std::string_view::npos) return end;
    return std::string_view::npos;
}

/// The end of the whole phrase when its first piece starts at `at`, or npos.
std::size_t phrase_end(std::string_view plain, std::size_t at, const Phrase& phrase) {
    std::size_t end = piece_end(plain, at, phrase.pieces.front());
    for (std::size_t i = 1; i < phrase.pieces.size() && end != std::string_view::npos; ++i)
        end = find_piece(plain, end, end + kMaxGap, phrase.pieces[i]);
    return end;
}

/// Calls `look` at every place where a row may stand, until it says true. Every row begins with a letter or digit, as words
/// do, or with a mark, before which there always is a boundary; none with a space.
template <typename Look>
bool at_starts(std::string_view plain, Look look) {
    bool inside = false;   // behind a letter or digit
    for (std::size_t at = 0; at < plain.size(); ++at) {
        const bool word = is_word_byte(plain[at]), starts = !(inside && word) && plain[at] != ' ';
        inside = word;
        if (starts && look(at)) return true;
    }
    return false;
}

/// Whether a row begins at the place.
bool begins_row(std::string_view plain, std::size_t at, const ByFirstByte<Phrase>& rows) {
    const std::vector<Phrase>& here = rows.at(plain[at]);
    const std::uint64_t eight = here.empty() ? 0 : eight_at(plain, at);
    return std::any_of(here.begin(), here.end(), [&](const Phrase& phrase) { return phrase.opening.fits(eight) && phrase_end(plain, at, phrase) != std::string_view::npos; });
}

bool anywhere(std::string_view plain, std::size_t phrase_class) {
    const ByFirstByte<Phrase>& rows = phrase_table().classes[phrase_class].anywhere;
    const FirstBytes& first = phrase_table().first;
    return at_starts(plain, [&](std::size_t at) {
        if ((first.at(plain, at) & bit_of(phrase_class)) == 0) return false;
        return begins_row(plain, at, rows);
    });
}

/// Where the words go on after "the committee", "members", "it"; 0 when the text does not begin with a body.
std::size_t body_end(std::string_view plain) {
    if (plain.empty()) return 0;
    const std::uint64_t eight = eight_at(plain, 0);
    for (const Body& body : phrase_table().bodies.at(plain.front()))
        if (const std::size_t end = body.opening.fits(eight) ? piece_end(plain, 0, body.words) : std::string_view::npos; end != std::string_view::npos)
            return end < plain.size() && plain[end] == ' ' ? end + 1 : end;
    return 0;
}

std::string_view without_final_stop(std::string_view plain) {
    while (!plain.empty() && (plain.back() == '.' || plain.back() == ':' || plain.back() == ' ')) plain.remove_suffix(1);
    return plain;
}

/// The last bytes of a text, without its full stop.
std::string_view tail_of(std::string_view plain) { return without_final_stop(plain.size() > kTailBytes ? plain.substr(plain.size() - kTailBytes) : plain); }

bool starts_with_row(std::string_view plain, const ClassRows& rows) {
    const std::string_view head = plain.substr(0, kHeadBytes), tail = tail_of(plain);
    const std::uint64_t eight = eight_at(plain, 0);
    return std::any_of(rows.starts.at(head.front()).begin(), rows.starts.at(head.front()).end(), [&](const Phrase& phrase) {
        if (!phrase.opening.fits(eight)) return false;
        const bool whole = phrase.where == Where::whole;
        return whole ? plain.size() <= kTailBytes && tail == phrase.pieces.back() : phrase_end(head, 0, phrase) != std::string_view::npos;
    });
}

bool ends_with_row(std::string_view plain, const ClassRows& rows) {
    const std::string_view tail = tail_of(plain);
    return std::any_of(rows.ends.begin(), rows.ends.end(), [&](const Phrase& phrase) {
        const std::string_view last = phrase.pieces.back();
        return tail.ends_with(last) && boundary(tail, tail.size() - last.size());
    });
}

struct LabelRow {
    LabelKind kind;
    bool bare;  ///< stands without a colon too, alone on its line
    bool run_in;  ///< text may follow the colon
    std::string_view phrase;
    Opening opening = Opening(phrase);
};

/// Longest first.
const ByFirstByte<LabelRow>& label_rows() {
    static const ByFirstByte<LabelRow> rows = [] {
        constexpr std::array<std::string_view, 9> kKinds = {"minutes", "decision", "agenda-note", "documents", "attendance",
                                                            "vote", "field", "drop", "items-begin"};
        constexpr std::array<std::string_view, 4> kForms = {"", "bare", "run-in", "bare,run-in"};
        std::vector<LabelRow> made;
        for (const TableRow& row : table_rows(k_labels_tsv, 3)) {
            const std::size_t kind = place_of(row[0], kKinds, row, "labels.tsv"), forms = place_of(row[1], kForms, row, "labels.tsv");
            made.push_back({static_cast<LabelKind>(kind), forms == 1 || forms == 3, forms >= 2, row[2]});
        }
        std::stable_sort(made.begin(), made.end(), [](const LabelRow& a, const LabelRow& b) { return a.phrase.size() > b.phrase.size(); });
        ByFirstByte<LabelRow> sorted;
        for (const LabelRow& row : made) sorted.add(row.phrase.front(), row);
        return sorted;
    }();
    return rows;
}

/// "Also present via Teams:": the colon after a few more words of the label; where the label ends, or 0.
std::size_t late_colon(std::string_view plain, std::string_view phrase) {
    if (phrase.find("present") == std::string_view::npos && phrase.find("attend") == std::string_view::npos) return 0;
    const std::size_t colon = plain.find_first_of(":.,;", phrase.size());
    if (colon == std::string_view::npos || plain[colon] != ':' || colon > phrase.size() + 40 || plain[phrase.size()] != ' ') return 0;
    return colon + 1;
}

/// "Present Cllrs Ash, Brook and Carr": a list of people whose label lost its colon.
bool opens_names(const LabelRow& row, std::string_view rest) {
    if (row.kind != LabelKind::attendance || !row.run_in) return false;
    constexpr std::array<std::string_view, 3> kWords = {"present", "attend", "apolog"};
    if (std::none_of(kWords.begin(), kWords.end(), [&](std::string_view word) { return row.phrase.find(word) != std::string_view::npos; })) return false;
    constexpr std::array<std::string_view, 9> kHonorifics = {"cllr ", "cllrs ", "cllr. ", "cllrs. ", "councillor ", "councillors ", "cclr ", "cclrs ", "clr "};
    return std::any_of(kHonorifics.begin(), kHonorifics.end(), [&](std::string_view honorific) { return rest.starts_with(honorific); });
}

}  // namespace

PhraseClasses classes_anywhere(std::string_view plain) {
    const FirstBytes& first = phrase_table().first;
    PhraseClasses classes = 0;
    plain = plain.substr(0, kHeadBytes + kMarkerBytes);
    at_starts(plain, [&](std::size_t at) {
        classes |= first.at(plain, at);
        return false;
    });
    return classes;
}

PhraseClasses classes_across(std::string_view before, std::string_view behind) {
    constexpr std::size_t kRead = sizeof(std::uint64_t);
    std::string seam(before.substr(before.size() - std::min(before.size(), kRead)));
    seam.append(1, ' ').append(behind.substr(0, kRead));
    return classes_anywhere(seam);
}

bool has_phrase(PhraseClass phrase_class, PlainText text) {
    const std::string_view plain = text.text;
    if (plain.empty()) return false;
    const auto place = static_cast<std::size_t>(phrase_class);
    const ClassRows& rows = phrase_table().classes[place];
    const std::string_view head = plain.substr(0, kHeadBytes);
    if ((phrase_table().starts.at(plain, 0) & bit_of(place)) != 0 && starts_with_row(plain, rows)) return true;
    if (!rows.ends.empty() && ends_with_row(plain, rows)) return true;
    if (rows.has_bodies) {
        const std::size_t after_body = body_end(head);
        if (after_body != 0 && after_body < head.size() && begins_row(head, after_body, rows.bodies)) return true;
    }
    return rows.has_anywhere && (text.classes & bit_of(place)) != 0 && anywhere(head, place);
}

std::size_t opening_size(PhraseClass phrase_class, std::string_view plain) {
    if (plain.empty()) return 0;
    std::size_t longest = 0;
    const std::uint64_t eight = eight_at(plain, 0);
    for (const Phrase& phrase : phrase_table().classes[static_cast<std::size_t>(phrase_class)].starts.at(plain.front())) {
        if (!phrase.opening.fits(eight)) continue;
        if (phrase.pieces.size() != 1 || phrase.pieces.front().ends_with('*')) continue;
        const std::size_t end = piece_end(plain, 0, phrase.pieces.front());
        if (end != std::string_view::npos) longest = std::max(longest, end);
    }
    return longest;
}

std::optional<Label> label_of(std::string_view plain) {
    if (plain.empty()) return std::nullopt;
    const std::uint64_t eight = eight_at(plain, 0);
    for (const LabelRow& row : label_rows().at(plain.front())) {
        if (!row.opening.fits(eight)) continue;
        if (!plain.starts_with(row.phrase)) continue;
        std::size_t end = row.phrase.size();
        while (end < plain.size() && plain[end] == ' ') ++end;
        const bool colon = end < plain.size() && (plain[end] == ':' || (plain[end] == ';' && row.kind == LabelKind::attendance));
        if (colon) ++end;
        while (end < plain.size() && (plain[end] == ' ' || plain[end] == '-')) ++end;
        const bool whole = end >= plain.size();
        if (!colon && row.kind == LabelKind::attendance && row.run_in)
            if (const std::size_t late = late_colon(plain, row.phrase); late != 0) return Label{row.kind, late, late >= plain.size()};
        if (!colon && end > row.phrase.size() && opens_names(row, plain.substr(end))) return Label{row.kind, end, false};
        if (colon ? (whole || row.run_in) : (whole && row.bare && end == row.phrase.size())) return Label{row.kind, end, whole};
    }
    return std::nullopt;
}

}  // namespace minutes
