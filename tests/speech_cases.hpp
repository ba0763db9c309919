#pragma once

#include <string_view>

namespace minutes::tests {

inline constexpr std::string_view kList =
    "Present: Councillor Astley (in the Chair), Councillors Brook, Carr, Ann Hay and John Hay\n"
    "Officers in attendance:\n"
    "• Janice Speke (Interim Director of Children’s Services)\n"
    "• Matt Claydon (Head of Roads)\n"
    "• Nerissa Bodderley (Assistant Director Regulated Services)\n"
    "• Guy Farnsdale (Finance Group Manager)\n"
    "• Simon Johns (Assistant Director Law and Governance, Monitoring Officer)\n"
    "• Paul Windle (Scrutiny Officer)\n"
    "Others in attendance:\n"
    "• Councillor Crick (Portfolio Holder for Children)\n"
    "Apologies: Councillor Croft";

/// Paragraphs as WrittenMeeting has them, and who speaks in them:
/// "dcs answer Janice Speke 'The DCS'"; '~' before a role that is inferred, '^' inherited, '?' implied; '|' ends a passage.
struct SpeechCase {
    std::string_view paragraphs, speakers;
};

void check(const SpeechCase& c, std::string_view list = kList, std::string_view committee = "Roads Scrutiny Panel", std::string_view title = "Roads");

}  // namespace minutes::tests
