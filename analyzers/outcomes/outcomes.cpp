#include "analyzers/outcomes/outcomes.hpp"

#include "analyzers/outcomes/item_outcomes.hpp"

#include <algorithm>
#include <utility>

namespace minutes {
namespace {

/// Tells the resolver who takes the chair where in an item. Only passages that can say so are read for it.
void note_chairs(const Document& doc, const Item& item, Resolver& resolver) {
    for (const Passage& passage : item.passages) {
        const auto speaks_of_chair = [&](Span part) {
            const std::string_view text = slice(doc.text, part);
            return text.find("hair") != text.npos || text.find("HAIR") != text.npos || text.find("resid") != text.npos || text.find("onven") != text.npos; };
        if (passage.kind == PassageKind::agenda_note || std::none_of(passage.parts.begin(), passage.parts.end(), speaks_of_chair)) continue;
        const Lexemes lexemes = lexemes_of(doc.text, passage);
        for (const Range sentence : sentences_of(lexemes)) resolver.note_chair(lexemes, sentence, mentions_in(lexemes, sentence, resolver.context()));
    }
}

}  // namespace

Meeting with_outcomes(const Document& doc, Meeting meeting) {
    std::vector<std::vector<Outcome>> found;
    {
        const Cast cast(doc, meeting);
        Resolver resolver(cast, doc.text);
        OutcomeContext context{doc, meeting, resolver, std::nullopt};
        const std::vector<Date> dates = find_dates(meeting.date.value);
        if (dates.size() == 1 && dates.front().year != 0) context.day = dates.front();
        for (const Item& item : meeting.items) {
            resolver.open_item(item);
            note_chairs(doc, item, resolver);
            found.push_back(outcomes_of(item, context));
        }
    }
    for (std::size_t i = 0; i < found.size(); ++i) meeting.items[i].outcomes = std::move(found[i]);
    return meeting;
}

}  // namespace minutes
