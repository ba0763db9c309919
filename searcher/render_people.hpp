#pragma once

#include "searcher/people.hpp"
#include "searcher/table.hpp"

#include <string>

namespace minutes {

// People, with what they were at the meetings of each body: text for people, a row a membership for spreadsheets.
[[nodiscard]] std::string people_as_text(const PeopleAnswer& answer);
[[nodiscard]] std::string people_as_csv(const PeopleAnswer& answer, TableStyle style = {});

/// One Popolo container: persons, organizations, posts, memberships, events; what Popolo has no word for stands in members called
/// "minutes" (docs/formats.md).
[[nodiscard]] std::string people_as_popolo(const PeopleAnswer& answer);

}  // namespace minutes
