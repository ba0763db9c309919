#pragma once

#include "analyzers/facts/dates.hpp"
#include "analyzers/meeting.hpp"
#include "analyzers/speech/resolver.hpp"

#include <optional>
#include <vector>

namespace minutes {

/// What the outcomes of every item of a meeting are read with.
struct OutcomeContext {
    const LexedText& text;
    const Meeting& meeting;
    const Resolver& resolver;  ///< knows the item
    std::optional<Date> day;  ///< of the meeting
};

/// The outcomes of one item, in order of appearance.
[[nodiscard]] std::vector<Outcome> outcomes_of(const Item& item, const OutcomeContext& context);

}  // namespace minutes
