#include "analyzers/outcomes/outcomes.hpp"

#include "analyzers/outcomes/item_outcomes.hpp"

#include <algorithm>
#include <utility>

namespace minutes {
namespace {

/// Tells the resolver who takes the chair where in an item. Only passages that can say so are read for it.
void note_chairs(const LexedText& text, const Item& item, Resolver& resolver) {
    for (const Passage& passage : item.passages) {
        const auto speaks_of_chair = [&](Span part) {
            const std::string_view words = slice(text.doc().text, part);
            return words.find("hair") != words.npos || words.find("HAIR") != words.npos || words.find("resid") != words.npos || words.find("onven") != words.npos; };
        if (passage.kind == PassageKind::agenda_note || std::none_of(passage.parts.begin(), passage.parts.end(), speaks_of_chair)) continue;
        const Lexemes& lexemes = text.of(passage);
        for (const Range sentence : sentences_of(lexemes)) resolver.note_chair(lexemes, sentence, mentions_in(lexemes, sentence, resolver.context()));
    }
}

}  // namespace

Meeting with_outcomes(const LexedText& text, Meeting meeting) {
    std::vector<std::vector<Outcome>> found;
    {
        const Cast cast(text, meeting);
        Resolver resolver(cast, text.doc().text);
        OutcomeContext context{text, meeting, resolver, std::nullopt};
        const std::vector<Date> dates = find_dates(meeting.date.value);
        if (dates.size() == 1 && dates.front().year != 0) context.day = dates.front();
        for (const Item& item : meeting.items) {
            resolver.open_item(item);
            note_chairs(text, item, resolver);
            found.push_back(outcomes_of(item, context));
        }
    }
    for (std::size_t i = 0; i < found.size(); ++i) meeting.items[i].outcomes = std::move(found[i]);
    return meeting;
}

}  // namespace minutes
