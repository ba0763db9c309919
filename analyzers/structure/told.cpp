#include "analyzers/structure/told.hpp"

#include <algorithm>
#include <array>

namespace minutes {

bool tells_what_happened(std::string_view plain) {
    constexpr std::size_t kRead = 160;  // bytes
    constexpr std::array<std::string_view, 19> kOpenings = {"the chair ",  "the chairman ", "the chairperson ", "the convener ", "the mayor ", "councillor ", "councillors ", "cllr ", "cllrs ", "alderman ",
                                                            "members ",    "the committee ", "the panel ",      "the board ",    "apologies ", "an apology ", "there were no ", "no declarations ", "the minutes "};
    constexpr std::array<std::string_view, 24> kPast = {" welcomed ", " thanked ",  " explained ", " advised ",     " informed ",  " reported ",      " declared ",     " stated ",  " announced ", " noted ",       " confirmed ",   " agreed ",
                                                        " raised ",   " moved ",    " asked if ",  " asked whether ", " asked about ", " were received", " was received", " were no ", " were made", " were approved", " were confirmed", " were signed"};
    constexpr std::array<std::string_view, 10> kAgenda = {" should ", " must ", " may ", " are asked", " is asked", " are invited", " are requested", " are reminded", " will be ", " to be "};
    const std::string_view start = plain.substr(0, kRead);
    const auto holds = [&](std::string_view words) { return start.find(words) != std::string_view::npos; };
    if (std::none_of(kOpenings.begin(), kOpenings.end(), [&](std::string_view opening) { return start.starts_with(opening); })) return false;
    return std::any_of(kPast.begin(), kPast.end(), holds) && std::none_of(kAgenda.begin(), kAgenda.end(), holds);
}

}  // namespace minutes
