#pragma once

#include <string>
#include <string_view>

namespace minutes::test {

// Invented minutes of several families.
inline constexpr std::string_view kNumberedPage =
    "Agenda and minutes\n\nParks Committee - Monday, 3 May 2021 6.00 pm\n\nNo. Item\n\n4.\n\nMinutes. pdf icon PDF 9 KB\n\nMinutes:\n\n"
    "The minutes of 1 April were agreed as a correct record.\n\n5.\n\nBenches\n\nTo consider benches.\n\nMinutes:\n\nThe Committee considered a report of the "
    "Parks Officer.\n\n\u00A0\n\ni)\u00A0\u00A0 Members asked about oak.\n\n\u00A0\n\nii)\u00A0 Price was \u2018too high\u2019.\n\nRESOLVED:\n\n\u00A0\n\na)  That oak be bought;\n\nb)  "
    "That a report be  ...  view the full minutes text for item 5.\n";
inline constexpr std::string_view kPdfText =
    "## Parks Panel Friday, 7 May 2021\n\n## **Minutes**\n\n**Present:** \n\nMs A Oak (Chairman), Mr B Elm\n\n262 Apologies and Welcome\n\nNone.\n\n"
    "263 Bench Policy The Parks Officer presented the policy.\n\nDate of Issue: 9 June 2021\n\n- The first bench had been\n\n- painted green.\n- Members were "
    "pleased.\n\nChairman\t \t\n\nThe meeting ended at 3.55 pm";
inline constexpr std::string_view kWebPage =
    "Skip to main content\n\nMinutes for Parks Panel 21st September\n\n9:05 am, Friday, 17th November 2023 - 6 months ago\n\nPresent:\nCouncillor Oak (in the "
    "Chair)\nCouncillors Elm and Ash.\n\nPP.20 APOLOGIES\n\nThere were none.\n\nPP.21 BENCHES\n\nOne Member asked about oak.\n\nRESOLVED \u2013\n\n  1. That it be "
    "noted.\n  2. That oak be bought.\n\nThere being no further business, the Chair closed the meeting at 5.50 p.m.\n";

/// The dump of a text's structure.
[[nodiscard]] std::string structure_of(std::string_view text);

/// Its meetings, items and passages alone, one a line.
[[nodiscard]] std::string passages_of(std::string_view text);

/// Its items and passages, without head and other discards, which the cases of families leave open.
[[nodiscard]] std::string items_of(std::string_view text);

/// What is wrong with its tiling (tiling_fault.hpp), or "".
[[nodiscard]] std::string fault_of(std::string_view text);

}  // namespace minutes::test
