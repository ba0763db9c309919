#include "tests/speaker_promises.hpp"

#include "analyzers/speech/attribution_rules.hpp"

#include <algorithm>

namespace minutes::test {
namespace {

std::string fault_of(const Document& doc, const Meeting& meeting, const Speaker& speaker) {
    const auto inside = [&](Span span) { return span.begin <= span.end && span.end <= doc.text.size(); };
    if (!inside(speaker.surface) || !inside(speaker.evidence)) return "a span outside the document";
    const auto rules = attribution_rules();
    const auto row = std::find_if(rules.begin(), rules.end(), [&](const AttributionRule& rule) { return rule.id == speaker.rule; });
    if (row == rules.end()) return "no rule of the table";
    const auto listed = [&](const std::string& name) {
        return std::any_of(meeting.people.begin(), meeting.people.end(), [&](const Person& person) { return person.name == name && person.status != Status::apologies; }); };
    const bool as_printed = speaker.rule == id_of(Rule::name_not_listed) || speaker.rule == id_of(Rule::name_in_apologies) || row->kind == RuleKind::form;
    if (speaker.resolution == Resolution::resolved && speaker.person.empty()) return "resolved to nobody";
    if (speaker.resolution != Resolution::resolved && !speaker.person.empty() && !(speaker.resolution == Resolution::unresolved && as_printed)) return "a person without resolution";
    if ((speaker.candidates.size() >= 2) != (speaker.resolution == Resolution::ambiguous)) return "candidates that do not fit the resolution";
    if (!std::all_of(speaker.candidates.begin(), speaker.candidates.end(), listed)) return "a candidate who is not in the list";
    switch (row->kind) {
        case RuleKind::list:
            if (speaker.resolution != Resolution::resolved || !listed(speaker.person)) return "a rule of the list without a person of the list";
            if (speaker.evidence.empty()) return "a rule of the list without evidence";
            break;
        case RuleKind::chair: if (speaker.resolution != Resolution::resolved) return "a chair who is nobody"; break;
        case RuleKind::open: if (speaker.resolution != Resolution::ambiguous && speaker.resolution != Resolution::unresolved) return "an open rule that resolves"; break;
        case RuleKind::group: if (speaker.resolution != Resolution::collective) return "a group that is not collective"; break;
        case RuleKind::nobody: if (speaker.resolution != Resolution::unnamed) return "words that name nobody are resolved"; break;
        case RuleKind::form: break;
    }
    return {};
}

}  // namespace

std::string broken_promises(const Document& doc, const Meeting& meeting) {
    std::string broken;
    for (const Item& item : meeting.items)
        for (const Passage& passage : item.passages)
            for (const Speaker& speaker : passage.speakers)
                if (const std::string fault = fault_of(doc, meeting, speaker); !fault.empty())
                    broken += std::string(speaker.rule) + ": " + fault + " in " + passage_text(doc.text, passage) + "\n";
    return broken;
}

}  // namespace minutes::test
