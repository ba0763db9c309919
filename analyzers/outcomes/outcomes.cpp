#include "analyzers/outcomes/outcomes.hpp"

#include "analyzers/outcomes/item_outcomes.hpp"

#include <utility>

namespace minutes {

Meeting with_outcomes(const Document& doc, Meeting meeting) {
    std::vector<std::vector<Outcome>> found;
    {
        const Cast cast(doc, meeting);
        OutcomeContext context{doc, meeting, cast, std::nullopt};
        const std::vector<Date> dates = find_dates(meeting.date.value);
        if (dates.size() == 1 && dates.front().year != 0) context.day = dates.front();
        for (const Item& item : meeting.items) found.push_back(outcomes_of(item, context));
    }
    for (std::size_t i = 0; i < found.size(); ++i) meeting.items[i].outcomes = std::move(found[i]);
    return meeting;
}

}  // namespace minutes
