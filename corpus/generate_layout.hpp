#pragma once

#include "corpus/generate_meeting.hpp"
#include "corpus/span.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace minutes::synthetic {

/// What is true of one passage of a printed document. Spans index Printed::text.
struct TruePassage {
    std::string_view kind;
    std::string number;            ///< "3.1", "ii)"; empty for bullets and plain paragraphs
    std::vector<Span> parts;       ///< two when a page break cuts a bullet
    std::uint32_t marker = 0;      ///< bytes of number or bullet with its spacing at the start of parts[0]
    bool incomplete = false;
    std::vector<Turn> turns;
};

struct TrueItem {
    std::string number, title;     ///< as printed, the number without its final dot; empty where none is
    std::string_view kind = "procedural";
    bool incomplete = false;
    std::vector<TruePassage> passages;
};

struct TruePerson {
    std::string name, post;
    std::string_view role, status;
};

/// A meeting as a file shows it. A fact that the text does not give is empty.
struct Printed {
    std::string text;
    std::string_view extension = ".txt";
    std::string council, committee, date, start, end, venue, chair;
    std::string_view date_evidence = "stated";
    std::vector<TruePerson> people;
    std::vector<TrueItem> items;
};

/// Prints a meeting in its council's layout.
[[nodiscard]] Printed print(const Meeting& meeting);

[[nodiscard]] Printed print_meeting_page(const Meeting& meeting);
[[nodiscard]] Printed print_numbered_page(const Meeting& meeting);
[[nodiscard]] Printed print_item_page(const Meeting& meeting);
[[nodiscard]] Printed print_pdf_markdown(const Meeting& meeting);
[[nodiscard]] Printed print_website(const Meeting& meeting);

/// The text of a passage as it is searched: its parts without the marker, joined by one space.
[[nodiscard]] std::string text_of(const Printed& printed, const TruePassage& passage);

// -- what the layouts share: each appends to the printed text and notes what is true of it ----------------------------

inline constexpr std::string_view kNbsp = "\u00A0";
[[nodiscard]] std::string repeated(std::string_view text, std::size_t times);
[[nodiscard]] std::string clock_time(unsigned minutes, std::string_view am, std::string_view pm);  ///< "2.05" + pm
[[nodiscard]] std::string iso_time(unsigned minutes);                                              ///< "14:05"
[[nodiscard]] std::string roman(unsigned number);
[[nodiscard]] std::string in_capitals(std::string text);                                           ///< ASCII letters only

void open_item(Printed& printed, std::string number, std::string title, std::string_view kind);
/// Appends marker and text as one passage of the last item. `marker` includes the spacing after the number.
void put_passage(Printed& printed, const Paragraph& paragraph, std::string_view number, std::string_view marker);
/// The same for text that is no paragraph of the meeting: an attendance list, the close.
void put_block(Printed& printed, std::string_view kind, std::string_view text, std::vector<Turn> turns = {});
/// As ModernGov cuts a long minute short: part of the paragraph, dots, and the words of the link to all of it.
void put_cut_passage(Printed& printed, const Paragraph& paragraph, std::string_view number, std::string_view marker, std::string_view item);

}  // namespace minutes::synthetic
