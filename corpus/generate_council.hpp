#pragma once

#include "corpus/generate_random.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minutes::synthetic {

/// How a council's minutes reach the reader; each council keeps to one.
enum class Layout : std::uint8_t { meeting_page, numbered_page, pdf_markdown, item_page, website };
inline constexpr std::uint32_t kLayouts = 5;

/// The name that truth.jsonl gives a layout.
[[nodiscard]] std::string_view name_of(Layout layout);

/// Someone at a meeting. The same number in the same council gives the same person at every meeting.
struct Figure {
    std::string_view role;    ///< a canonical role ("dcs", "member"); static storage
    std::string name;         ///< as an attendance list prints it: "Janet Osthurst", "Councillor Osthurst", "Mrs J L Osthurst"
    std::string formal;       ///< "Ms Osthurst", as the body of the minutes may say
    std::string post;         ///< "Head of Highways"; empty for members
    std::string shorter;      ///< "DCS", "Independent Chair"; empty where the post is repeated in full
};

struct Council {
    std::uint64_t seed = 0;
    std::string name;         ///< "Thornmere Borough Council"
    std::string place;        ///< "Thornmere"
    Layout layout = Layout::meeting_page;
    std::string_view chair_word;  ///< "Chair" or "Chairman"; static storage
    bool curly = true;        ///< prints U+2019 for apostrophes
    std::vector<std::string> committees;
};

/// The invented council of this number in a corpus; councils 0 to 4 have all five layouts.
[[nodiscard]] Council make_council(std::uint64_t seed, std::uint32_t number);

/// Officers of a topic, best paid first: a director (rank 0), an assistant director, a head, a manager (3).
[[nodiscard]] Figure make_officer(const Council& council, std::uint32_t topic, std::uint32_t rank);
[[nodiscard]] Figure make_member(const Council& council, std::uint32_t number);
[[nodiscard]] Figure make_cabinet_member(const Council& council, std::uint32_t topic);
[[nodiscard]] Figure make_clerk(const Council& council, std::uint32_t number);
[[nodiscard]] Figure make_chief_executive(const Council& council);
/// "Reverend Ian Osthurst", who sits on the body without having been elected.
[[nodiscard]] Figure make_coopted(const Council& council);
/// The chair of a partnership board: an outsider, although a "Chair".
[[nodiscard]] Figure make_outsider(const Council& council, std::uint32_t number);

}  // namespace minutes::synthetic
