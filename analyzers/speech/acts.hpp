#pragma once

#include "analyzers/meeting.hpp"
#include "analyzers/speech/reported_speech.hpp"

#include <vector>

namespace minutes {

/// Roles that ask and decide; all others report and answer.
[[nodiscard]] bool is_elected(Role role);

/// What a turn is read against: its passage and the speakers before it there.
struct TurnSetting {
    const Lexemes& lexemes;
    PassageKind kind = PassageKind::discussion;
    const std::vector<Speaker>& before;
};

/// Whether the speaker just before asked or worried, so that this one answers.
[[nodiscard]] bool asked_before(const std::vector<Speaker>& before);

/// What somebody of this role does in a turn: the same verb tells an answer of an officer and a statement of a member.
[[nodiscard]] Act act_of(const Turn& turn, Role role, const TurnSetting& setting);

}  // namespace minutes
