#pragma once

#include "corpus/generate_council.hpp"
#include "corpus/generate_words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace minutes::synthetic {

/// One true turn of speech; the values are those of docs/segment-json.md.
struct Turn {
    std::string_view role, act, attribution;
    std::string person;       ///< as the attendance list prints it; empty if the text identifies nobody
    std::string surface;      ///< the words that name the speaker; empty if none
};

enum class Shape : std::uint8_t { plain, listed, resolution, action, note };

/// One future passage: what it says and what is true of it. A layout decides how it is printed.
struct Paragraph {
    Shape shape = Shape::plain;
    std::string_view kind;             ///< "discussion", "decision" ...; static storage
    std::string text;                  ///< one line; of a resolution with limbs, empty
    std::vector<std::string> limbs;    ///< of a resolution ("That ... be noted"), of a note the questions below it
    std::vector<Turn> turns;
    std::uint32_t settled = 0;         ///< a cut after this byte of `text` leaves every turn recognisable
};

struct Item {
    std::string title;
    std::string_view kind = "procedural";
    std::vector<Paragraph> paragraphs;
    bool cut = false;                  ///< the source cuts its last paragraph short
    bool has_paper = false;            ///< a report is attached: "pdf icon PDF 92 KB"
};

/// A whole meeting as a value, before any layout has printed it.
struct Meeting {
    Council council;
    std::string committee;
    std::string body;                  ///< how the minutes call it: "committee", "panel", "board"
    std::chrono::year_month_day date, previous, next, issued;
    unsigned start = 0, end = 0;       ///< minutes since midnight
    std::string venue;
    Figure chair, vice_chair, clerk, chief_executive, outsider;
    Figure coopted;                    ///< without a name where the body has none
    std::vector<Figure> members, cabinet, officers, apologies;
    std::uint32_t first_number = 1;    ///< of the items, where they are numbered
    std::string prefix;                ///< "SPCLL" of SPCLL.25
    std::vector<std::uint32_t> topics;
    std::vector<Item> items;
};

/// The meeting of this number in its council. A pure function of its arguments.
[[nodiscard]] Meeting make_meeting(const Council& council, std::uint32_t number);

/// The paragraphs of an item of business with its title (generate_business.cpp). `meeting` supplies who may speak.
[[nodiscard]] Item make_business(const Meeting& meeting, std::uint32_t topic, std::uint32_t agenda_number, Random& random);

}  // namespace minutes::synthetic
