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

    /// A line that holds a name and a colon, "Councillor Wood:", heads the turns below it. One whose role nobody knows is a
    /// member's, if "Members asked about:" stands above.
    void take_heading(Speaker speaker);

    /// Bullets below a lead-in are its speaker's, until one names its own or plain text follows; below a heading what opens with a
    /// verb is, whoever answers in it ("Asked why. The Director replied"). Whether this one is.
    bool inherit(const Passage& passage, const Lexemes& lexemes, std::vector<Speaker>& speakers);

private:
    bool inherit_from_heading(bool bullet, const Lexemes& lexemes, std::vector<Speaker>& speakers) const;

    std::optional<Speaker> speaker_;
    bool heading_ = false;        ///< the speaker stands in a heading
    bool members_speak_ = false;  ///< the lead-in above the headings names members
};

}  // namespace minutes
