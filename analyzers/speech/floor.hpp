#pragma once

#include "analyzers/meeting.hpp"
#include "analyzers/people/lexemes.hpp"

#include <optional>
#include <vector>

namespace minutes {

/// The speaker whom a lead-in gives to the bullets below it: "the Director made the following points:".
class Floor {
public:
    /// A lead-in, whose last sentence is `sentence`, gives the floor to whoever that sentence names; one that names nobody
    /// gives it back.
    void take(const Lexemes& lexemes, Range sentence, const std::vector<Speaker>& speakers);

    /// Bullets below a lead-in are its speaker's, until one names its own or plain text follows. Whether this one is.
    bool inherit(const Passage& passage, const Lexemes& lexemes, std::vector<Speaker>& speakers);

private:
    std::optional<Speaker> speaker_;
};

}  // namespace minutes
