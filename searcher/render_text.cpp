#include "searcher/render.hpp"

#include "searcher/columns.hpp"
#include "searcher/context.hpp"
#include "searcher/facet_wish.hpp"
#include "searcher/printable.hpp"
#include "searcher/render_widened.hpp"
#include "searcher/zone_scope.hpp"

#include <algorithm>
#include <map>

namespace minutes {
namespace {

constexpr std::size_t kWidestLeft = 60;   ///< columns to which the words before a mention are filled up

/// SGR codes, and what stands for them without colour.
struct Ink {
    std::string_view on, off;
};

Ink mark(const Style& style) { return style.colour ? Ink{"\x1b[1;33m", "\x1b[0m"} : Ink{"«", "»"}; }
Ink faint(const Style& style) { return style.colour ? Ink{"\x1b[2m", "\x1b[0m"} : Ink{"", ""}; }
Ink bold(const Style& style) { return style.colour ? Ink{"\x1b[1m", "\x1b[0m"} : Ink{"", ""}; }

std::string inked(const Ink& ink, std::string_view text) { return std::string(ink.on).append(text).append(ink.off); }

std::string marked(const Snippet& snippet, const Style& style) {
    std::string text = snippet.cut_before ? "… " : "";
    std::uint32_t at = 0;
    for (const Span hit : snippet.hits) {
        text += printable(slice(snippet.text, {at, hit.begin}));
        text += inked(mark(style), printable(slice(snippet.text, hit)));
        at = hit.end;
    }
    text += printable(std::string_view(snippet.text).substr(at));
    return collapse_space(text) + (snippet.cut_after ? " …" : "");
}

/// "16 January 2020 to 5 March 2021", or the one day.
std::string period(const std::string& first, const std::string& last) {
    return first == last ? long_date(first) : long_date(first) + " to " + long_date(last);
}

std::string or_unknown(std::string_view value, std::string_view what) {
    return value.empty() ? "(" + std::string(what) + " not stated)" : printable(value);
}

std::string meeting_line(const Record& record) {
    return or_unknown(record.council, "council") + " · " + or_unknown(record.committee, "committee") + " · " +
           (record.date.empty() ? "(date not stated)" : long_date(record.date));
}

std::string speakers_text(const Record& record) {
    std::string text;
    std::vector<std::string> seen;
    for (const RecordSpeaker& speaker : record.speakers) {
        const std::string name = speaker.role + (speaker.person.empty() ? "" : " (" + printable(speaker.person) + ")");
        if (std::find(seen.begin(), seen.end(), name) != seen.end()) continue;
        seen.push_back(name);
        if (!text.empty()) text += ", ";
        text += name;
    }
    return text;
}

std::string item_text(const Record& record) {
    std::string text = record.item_number.empty() ? "" : "item " + printable(record.item_number);
    if (!record.item_title.empty()) text += (text.empty() ? "" : " ") + printable(record.item_title);
    return text;
}

/// " in apologies": the zone of a passage, where it is not what its kind says.
std::string zone_text(const Record& record) {
    const std::optional<Zone> zone = zone_named(record.zone);
    const bool said = !zone || *zone == Zone::minutes || *zone == Zone::agenda || record.zone == record.kind;
    return said ? "" : " in " + std::string(phrase_of(*zone));
}

/// "page 3", "pages 3 to 5"; empty where the file has no pages.
std::string pages_text(std::uint32_t first, std::uint32_t last) {
    if (first == 0) return "";
    return first == last ? "page " + std::to_string(first) : "pages " + std::to_string(first) + " to " + std::to_string(last);
}

/// Where a hit can be looked up: of a file with pages those on which its matches stand, or the passage where nothing is to be marked.
std::string source_text(const Hit& hit) {
    const Record& record = hit.record;
    if (record.page == 0 || hit.hits.empty()) return place_text(record.path, record.line, record.page);
    return printable(record.path) + ", " + pages_text(page_of(record, to_source(record, hit.hits.front()).begin), page_of(record, to_source(record, hit.hits.back()).begin));
}

/// Item, paragraph, kind and speakers of a passage on one line.
std::string place_line(const Record& record, bool with_item) {
    std::string text = with_item ? item_text(record) : "";
    const auto add = [&](const std::string& part) {
        if (part.empty()) return;
        if (!text.empty()) text += " · ";
        text += part;
    };
    if (!record.paragraph.empty()) add("¶ " + printable(record.paragraph));
    add(record.kind + zone_text(record));
    add(speakers_text(record));
    if (record.item_incomplete) add("the source cuts this item short");
    return text;
}

std::string facet_line(const Facet& facet) {
    std::string text = std::string(facet.field->name);
    text.resize(std::max<std::size_t>(text.size(), 10), ' ');
    const std::size_t shown = std::min(facet.values.size(), facet.most.value_or(kMostFacetValues));
    for (std::size_t i = 0; i < shown; ++i) {
        const FacetValue& value = facet.values[i];
        const std::string_view nothing = facet.field->name == "is" ? "(no flag)" : "(not stated)";
        text += (i ? ", " : " ") + (value.value.empty() ? std::string(nothing) : printable(value.value)) + " " + grouped(value.passages);
    }
    if (facet.matching > shown) text += (shown ? ", and " : " ") + grouped(facet.matching - shown) + " more";
    if (!facet.words.empty()) text += " (" + grouped(facet.matching) + " of " + counted(facet.distinct, "value") + " with \"" + printable(facet.words) + "\")";
    return text + "\n";
}

/// The end of `text` that fits into `width` columns; wide characters take two.
std::string last_columns(std::string text, std::size_t width) {
    std::size_t begin = 0;
    for (std::size_t columns = columns_of(text); columns > width && begin < text.size(); columns = columns_of(std::string_view(text).substr(begin)))
        begin = cut_after(text, begin + 1);
    return text.substr(begin);
}

std::string cell(std::string text, std::size_t width, bool right) {
    const std::size_t length = columns_of(text);
    if (length >= width) return text;
    return right ? std::string(width - length, ' ') + text : text + std::string(width - length, ' ');
}

using ShownById = std::map<std::string_view, const Record*>;

/// The passages that turns stand in, each once, with their first words where they are shown: "k3v.4.x (“Ms Osei said …”)".
std::string turns_text(const std::vector<RecordTurn>& turns, const Record& record, const ShownById& shown) {
    constexpr std::size_t kFirstWords = 60;
    std::string text;
    std::vector<std::string_view> seen;
    for (const RecordTurn& turn : turns) {
        if (std::find(seen.begin(), seen.end(), turn.passage) != seen.end()) continue;
        seen.push_back(turn.passage);
        if (!text.empty()) text += ", ";
        text += turn.passage == record.id ? "this passage" : turn.passage;
        const auto other = shown.find(turn.passage);
        if (turn.passage != record.id && other != shown.end()) text += " (“" + printable(right_context(other->second->text, kFirstWords)) + " …”)";
    }
    return text;
}

/// Which turns answer the questions of a passage, and which questions it answers, a line each.
std::string links_text(const Record& record, const ShownById& shown) {
    std::string text;
    for (const RecordSpeaker& speaker : record.speakers) {
        if (speaker.unanswered) text += "    ? " + speaker.role + ": no answer is recorded\n";
        if (!speaker.answered_by.empty()) text += "    ? " + speaker.role + ": answered in " + turns_text(speaker.answered_by, record, shown) + "\n";
        const bool elsewhere = std::any_of(speaker.answers.begin(), speaker.answers.end(), [&](const RecordTurn& turn) { return turn.passage != record.id; });
        if (elsewhere) text += "    ! " + speaker.role + ": answers " + turns_text(speaker.answers, record, shown) + "\n";
    }
    return text;
}

/// The text of a shown record with what answers the query marked.
std::string shown_text(const Showing& showing, std::size_t number, const Style& style) {
    Snippet whole;
    whole.text = showing.records[number].text;
    if (!showing.hits.empty()) whole.hits = showing.hits[number];
    return marked(whole, style);
}

std::string left_out_text(std::uint64_t passages, const Style& style) {
    return passages == 0 ? "" : "\n" + inked(faint(style), "  … " + counted(passages, "passage") + " of the item not shown …") + "\n";
}

/// A hit of a list; `remark` follows its place.
std::string hit_text(const Hit& hit, std::uint64_t rank, const std::string& remark, const Style& style) {
    return "\n" + std::to_string(rank) + ". " + inked(bold(style), meeting_line(hit.record)) + "\n   " + place_line(hit.record, true) + remark + "\n   " +
           marked(hit.snippet, style) + "\n   " +
           inked(faint(style), hit.record.id + "  " + source_text(hit)) + "\n";
}

/// The list of partial matches under a heading that says that they are no matches.
std::string partial_text(const Answer& answer, const Style& style) {
    const Partial& partial = answer.partial;
    if (partial.hits.empty()) return "";
    std::string words;
    for (const std::string& word : partial.words) words += (words.empty() ? "" : ", ") + printable(word);
    std::string text = answer.counts.passages == 0 ? "No passage has all the words. " : "";
    text += "The best partial matches, by " + words + " (not in the counts):\n";
    std::uint64_t rank = answer.offset;
    for (std::size_t i = 0; i < partial.hits.size(); ++i)
        text += hit_text(partial.hits[i], ++rank, " · " + std::to_string(partial.found[i]) + " of " + counted(partial.words.size(), "word"), style);
    if (partial.more) text += "\nmore partial matches with --offset " + std::to_string(rank) + "\n";
    return text;
}

/// "3 in agenda text, 2 in attendance lists": occurrences, or passages where the query has nothing to mark.
std::string elsewhere_text(const Counts& counts) {
    std::string text;
    for (const Elsewhere& there : counts.elsewhere)
        text += (text.empty() ? "" : ", ") + (there.occurrences > 0 ? grouped(there.occurrences) : counted(there.passages, "passage")) + " in " +
                std::string(phrase_of(there.zone));
    return text;
}

/// "zone:agenda", "zone:agenda or zone:attendance, or zone:* for all".
std::string zones_to_add(const Counts& counts) {
    std::string text;
    for (const Elsewhere& there : counts.elsewhere) text += (text.empty() ? "zone:" : " or zone:") + std::string(name_of(there.zone));
    return text + (counts.elsewhere.size() > 1 ? ", or zone:* for all" : "");
}

}  // namespace

std::string scope_as_text(const Denominator& scope) {
    std::string text = counted(scope.meetings, "meeting");
    if (!scope.first_date.empty()) text += ", " + period(scope.first_date, scope.last_date);
    if (scope.undated_meetings) text += " (" + grouped(scope.undated_meetings) + " undated)";
    text += ": ";
    if (scope.passages > 0 || scope.titles == 0) text += counted(scope.passages, "passage");
    if (scope.titles > 0) text += (scope.passages > 0 ? " and " : "") + counted(scope.titles, "item title");
    text += ", " + counted(scope.words, "word");
    if (scope.incomplete_items) text += "; " + counted(scope.incomplete_items, "item") + " cut short by the source";
    return text;
}

std::string counts_as_text(const Counts& counts, const Base&) {
    if (counts.passages == 0) {
        return "Nothing found in " + scope_as_text(counts.scope) + (counts.elsewhere.empty() ? "" : "; but " + elsewhere_text(counts) + ": add " + zones_to_add(counts)) + ".\n";
    }
    std::string text = counts.at_least ? "At least " : "";
    if (counts.occurrences > 0) text += counted(counts.occurrences, "occurrence") + " in ";
    text += counted(counts.passages, "passage");
    if (counts.titles > 0) text += " (" + counted(counts.titles, "item title") + " among them)";
    return text + ", " + counted(counts.items, "item") + ", " + counted(counts.meetings, "meeting") + ", " +
           counted(counts.documents, "document") + ", " + counted(counts.councils, "council") +
           (counts.elsewhere.empty() ? "" : "; also " + elsewhere_text(counts)) + ".\n";
}

std::string elsewhere_as_text(const Counts& counts) { return "also " + elsewhere_text(counts) + ": add " + zones_to_add(counts); }

std::string search_as_text(const Answer& answer, std::string_view, const Style& style) {
    std::string counts = counts_as_text(answer.counts, answer.base);
    counts.pop_back();
    std::string text = inked(bold(style), counts) + "\n" + widened_as_text(answer.widened) + suggestions_as_text(answer.suggestions) + partial_text(answer, style);
    std::uint64_t rank = answer.offset;
    for (const Hit& hit : answer.hits) text += hit_text(hit, ++rank, "", style);
    if (!answer.hits.empty() && answer.offset + answer.hits.size() < answer.counts.passages)
        text += "\n" + std::to_string(answer.offset + 1) + "–" + std::to_string(rank) + " of " + grouped(answer.counts.passages) +
                "; more with --offset " + std::to_string(rank) + "\n";
    if (answer.counts.passages > 0 && !answer.facets.empty()) {
        text += "\n" + inked(faint(style), "Passages by") + "\n";
        for (const Facet& facet : answer.facets) text += facet_line(facet);
    }
    if (!answer.explanation.empty()) text += "\n" + answer.explanation;
    return text;
}

std::string meeting_heading(const Record& record, const Style& style) { return "\n" + inked(bold(style), meeting_line(record)) + "\n"; }

std::string mention_heading(const KwicLine& mention, const MentionsOptions& options, const Style& style) {
    const Record& record = *mention.record;
    if (mention.group != nullptr) {
        const bool meeting = options.group == MentionGroup::By::meeting;
        const std::string name = meeting ? meeting_line(record) : mention.group->value.empty() ? "(not stated)" : printable(mention.group->value);
        return "\n" + inked(bold(style), name + ": " + counted(mention.group->mentions, "mention") + " in " + counted(mention.group->passages, "passage")) + "\n";
    }
    const bool by_words = options.sort == MentionSort::left || options.sort == MentionSort::right;
    return by_words ? "" : meeting_heading(record, style);
}

std::string mention_as_text(const KwicLine& mention, const MentionsOptions& options, const Style& style) {
    const Record& record = *mention.record;
    const bool under_meeting = !mention_heading(mention, options, {}).empty() && (mention.group == nullptr || options.group == MentionGroup::By::meeting);
    std::string place = under_meeting ? record.item_number : record.date + (record.item_number.empty() ? "" : " " + record.item_number);
    if (record.kind == kTitleKind) place += " title";
    else if (!record.paragraph.empty()) place += " ¶" + record.paragraph;
    if (const std::uint32_t page = page_of(record, mention.in_source.begin); page > 0) place += " p. " + std::to_string(page);
    const bool sized = options.context == ContextUnit::characters || options.context == ContextUnit::words;
    std::string left = printable(mention.left);
    if (options.context == ContextUnit::characters) left = last_columns(std::move(left), options.size);
    if (sized) left = cell(std::move(left), options.context == ContextUnit::words ? std::min<std::size_t>(options.size * 6, kWidestLeft) : options.size, true);
    std::string line = cell(printable(place), under_meeting ? 16 : 24, false) + " " + left + inked(mark(style), printable(mention.match)) + printable(mention.right);
    std::string who = speakers_text(record);
    if (!under_meeting) who = or_unknown(record.council, "council") + (who.empty() ? "" : " · " + who);
    return line + (who.empty() ? "" : "  [" + who + "]") + "\n";
}

std::string part_as_text(const MentionsAnswer& answer, const MentionsOptions& options) {
    const std::uint64_t all = answer.counts.occurrences;
    if (answer.shown == all) return "";
    std::string text = "Shown: " + grouped(answer.shown) + " of the " + counted(all, "mention");
    if (answer.drawn < all) text += ", from a sample of " + grouped(answer.drawn) + " drawn by seed " + std::to_string(options.seed);
    if (options.offset > 0) text += ", from number " + grouped(options.offset + 1) + " on";
    return text + ".\n";
}

std::string showing_as_text(const Showing& showing, const Style& style) {
    std::string text, item, cut;
    ShownById shown;
    for (const Record& record : showing.records) shown.emplace(record.id, &record);
    for (std::size_t i = 0; i < showing.records.size(); ++i) {
        const Record& record = showing.records[i];
        if (text.empty()) text += inked(bold(style), meeting_line(record)) + "\n" + inked(faint(style), printable(home_path(record))) + "\n";
        if (record.item_id != item) {
            item = record.item_id;
            const bool hit = record.kind == kTitleKind && !showing.hits.empty() && !showing.hits[i].empty();
            const std::string number = record.item_number.empty() ? "" : "item " + printable(record.item_number) + " ";
            if (const std::string heading = hit ? number + shown_text(showing, i, style) : item_text(record); !heading.empty())
                text += "\n" + inked(bold(style), heading) + "\n";
        }
        text += left_out_text(showing.left_out[i], style);
        if (record.kind == kTitleKind) continue;
        if (record.cut_at.path != cut) {
            cut = record.cut_at.path;
            if (!cut.empty()) text += inked(faint(style), "in full in " + printable(record.path) + "; cut short in " + place_text(cut, record.cut_at.line, record.cut_at.page)) + "\n";
        }
        const bool focus = record.id == showing.focus;
        const std::string pages = pages_text(record.page, record.page + static_cast<std::uint32_t>(record.page_breaks.size()));
        text += std::string("\n") + (focus ? "▶ " : "  ") + inked(faint(style), place_line(record, false) + (pages.empty() ? "" : " · " + pages) + "  " + record.id) + "\n";
        text += "  " + shown_text(showing, i, style) + "\n" + links_text(record, shown);
    }
    if (!showing.left_out.empty()) text += left_out_text(showing.left_out.back(), style);
    for (const std::string& path : showing.other_sources) text += "\nalso in " + printable(path) + "\n";
    if (!showing.hits.empty()) text += "\n" + counted(showing.occurrences, "occurrence") + " in " + counted(showing.passages, "passage") + " of this " + (showing.what == Shown::meeting ? "meeting" : "item") + ".\n";
    return text;
}

}  // namespace minutes
