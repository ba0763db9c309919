#include "indexer/passages.hpp"

#include "analyzers/report.hpp"
#include "analyzers/tokens.hpp"
#include "indexer/furniture.hpp"
#include "indexer/record_parts.hpp"
#include "indexer/schema.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <string_view>
#include <unordered_map>

namespace minutes {
namespace {

/// Crockford's base 32: no i, l, o, u to be misread.
constexpr std::string_view kAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";

int hex_digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

/// `length` characters of the SHA-256 of `text`, five bits each.
std::string short_hash(std::string_view text, std::size_t length) {
    const std::string hex = sha256_hex(text);
    std::string hash;
    unsigned bits = 0, held = 0;
    for (std::size_t i = 0; hash.size() < length; ++i) {
        bits = bits << 4 | static_cast<unsigned>(hex_digit(hex[i]));
        held += 4;
        if (held < 5) continue;
        held -= 5;
        hash += kAlphabet[bits >> held & 31u];
    }
    return hash;
}

/// "SPCLL.26" as "spcll-26": what may stand between the dots of an id.
std::string slug(std::string_view number) {
    std::string text;
    for (const char c : number) {
        const bool upper = c >= 'A' && c <= 'Z', kept = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept) text += upper ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!text.empty() && text.back() != '-') text += '-';
    }
    while (!text.empty() && text.back() == '-') text.pop_back();
    return text.substr(0, 40);
}

/// Stands for the item in the ids of what belongs to a meeting's page as a whole. No item is called so: no slug begins with a hyphen.
constexpr std::string_view kPageKey = "-page";

/// Ids of one parent: a repeat gets an ordinal, so that every id is unique within a document.
class Ids {
public:
    std::string unique(const std::string& id) {
        const int repeat = ++seen_[id];
        return repeat == 1 ? id : id + "-" + std::to_string(repeat);
    }

private:
    std::unordered_map<std::string, int> seen_;
};

std::string meeting_key(const Document& doc, const Meeting& meeting) {
    std::string key = meeting.council.value + "\n" + meeting.committee.value + "\n" + meeting.date.value + "\n" + meeting.start.value;
    // Two councils may have a committee of one name that meets on one day: where the council is unknown, the business
    // tells them apart. Without a committee or a date nothing but the text does.
    if (meeting.council.value.empty())
        for (const Item& item : meeting.items) key += "\n" + item.number + "\t" + fold_value(item.title);
    if (meeting.committee.value.empty() || meeting.date.value.empty())
        for (const Item& item : meeting.items)
            for (const Passage& passage : item.passages) key += "\n" + fold_value(passage_text(doc.text, passage));
    return key;
}

std::string item_key(const Item& item) {
    if (!item.number.empty()) return slug(item.number).empty() ? short_hash(item.number, 4) : slug(item.number);
    if (!item.title.empty()) return short_hash(fold_value(item.title), 5);
    if (item.kind == PassageKind::attendance) return "att";
    return item.kind == PassageKind::procedural ? "end" : "text";
}

std::string passage_id(const std::string& item_id, const Passage& passage, const std::string& text) {
    return item_id + "." + short_hash(std::string(name_of(passage.kind)) + "\n" + passage.number + "\n" + fold_value(text), 6);
}

/// What all records of a meeting share.
Record meeting_record(const Document& doc, const Meeting& meeting, const std::string& meeting_id) {
    Record record;
    record.meeting_id = meeting_id;
    record.council = meeting.council.value;
    record.committee = meeting.committee.value;
    record.date = meeting.date.value;
    record.path = doc.path;
    record.sha256 = doc.sha256;
    return record;
}

/// What all records of an item share.
Record item_record(Record record, const Item& item, const std::string& item_id) {
    record.item_id = item_id;
    record.item_number = item.number;
    record.item_title = item.title;
    record.item_incomplete = item.incomplete;
    return record;
}

void note_pages(const Document& doc, Record& record) {
    record.page_breaks.clear();
    if (record.parts.empty()) return;
    record.page = page_number(doc, record.parts.front().begin);
    for (auto next = std::upper_bound(doc.page_starts.begin(), doc.page_starts.end(), record.parts.front().begin);
         next != doc.page_starts.end() && *next < record.parts.back().end; ++next)
        record.page_breaks.push_back(*next);
}

void locate(const Document& doc, Record& record, std::vector<Span> parts) {
    record.parts = std::move(parts);
    if (!record.parts.empty()) record.line = line_number(doc, record.parts.front().begin);
    note_pages(doc, record);
}

/// Where a title stands in its heading, whose white space it has collapsed: stretches that make the title when they are
/// joined by one space each, so that a mention in a title can be located. Empty if its words do not stand there.
std::vector<Span> title_parts(const Document& doc, Span heading, std::string_view title) {
    const std::string_view text = slice(doc.text, heading);
    if (const std::size_t whole = text.find(title); whole != std::string_view::npos) {
        const auto begin = static_cast<std::uint32_t>(heading.begin + whole);
        return {{begin, static_cast<std::uint32_t>(begin + title.size())}};
    }
    std::vector<Span> parts;
    std::size_t at = 0;
    while (!title.empty()) {
        const std::string_view word = title.substr(0, title.find(' '));
        title.remove_prefix(std::min(title.size(), word.size() + 1));
        at = text.find(word, at);
        if (at == std::string_view::npos) return {};
        const auto begin = static_cast<std::uint32_t>(heading.begin + at);
        at += word.size();
        const auto end = static_cast<std::uint32_t>(heading.begin + at);
        const bool follows = !parts.empty() && parts.back().end + 1 == begin && doc.text[parts.back().end] == ' ';
        if (follows) parts.back().end = end;
        else parts.push_back({begin, end});
    }
    return parts;
}

Record title_record(const Document& doc, Record record, const Item& item) {
    record.id = record.item_id + ".title";
    record.kind = kTitleKind;
    record.zone = name_of(Zone::title);
    record.text = item.title;
    locate(doc, record, item.heading);
    if (record.parts.empty()) return record;
    const Span heading{record.parts.front().begin, record.parts.back().end};
    if (std::vector<Span> parts = title_parts(doc, heading, item.title); !parts.empty()) record.parts = std::move(parts);
    note_pages(doc, record);
    return record;
}

Record passage_record(const Document& doc, Record record, const Passage& passage, Ids& ids) {
    record.text = passage_text(doc.text, passage);
    record.id = ids.unique(passage_id(record.item_id, passage, record.text));
    record.paragraph = passage.number;
    record.kind = name_of(passage.kind);
    record.zone = name_of(passage.zone);
    record.speakers = speakers_of(doc, passage);
    record.incomplete = passage.incomplete;
    std::vector<Span> parts = passage.parts;
    for (Span& part : parts)
        if (part.contains(passage.marker)) part.begin = std::max(part.begin, passage.marker.end);
    locate(doc, record, std::move(parts));
    return record;
}

Record furniture_record(const Document& doc, Record record, const Furniture& furniture, Ids& ids) {
    for (const Span part : furniture.parts) record.text += (record.text.empty() ? "" : " ") + std::string(slice(doc.text, part));
    record.kind = kFurnitureKind;
    record.zone = name_of(furniture.zone);
    record.id = ids.unique(record.item_id + "." + short_hash(record.zone + "\n" + fold_value(record.text), 6));
    locate(doc, record, furniture.parts);
    return record;
}

/// What the records of one meeting share: those of its page as a whole, and those of each item.
struct Shared {
    Record page;
    std::vector<Record> items;
};

void add_item(const Document& doc, const Item& item, const Record& shared, Ids& ids, std::vector<Record>& records) {
    if (!item.title.empty()) records.push_back(title_record(doc, shared, item));
    const std::size_t first = records.size();
    for (const Passage& passage : item.passages) records.push_back(passage_record(doc, shared, passage, ids));
    const std::span<Record> passages(records.data() + first, records.size() - first);
    add_outcomes(item, passages);
    add_exchanges(item, passages);
}

std::uint32_t begin_of(const Record& record) { return record.parts.empty() ? 0 : record.parts.front().begin; }

/// Puts the furniture where it stands, between the records, whose order stays.
std::vector<Record> merged(std::vector<Record> records, std::vector<Record> furniture) {
    std::vector<Record> all;
    all.reserve(records.size() + furniture.size());
    auto next = furniture.begin();
    for (Record& record : records) {
        for (; next != furniture.end() && !record.parts.empty() && begin_of(*next) < begin_of(record); ++next) all.push_back(std::move(*next));
        all.push_back(std::move(record));
    }
    std::move(next, furniture.end(), std::back_inserter(all));
    return all;
}

}  // namespace

bool is_passage(const Record& record) { return record.kind != kTitleKind && record.kind != kFurnitureKind; }

std::vector<Record> make_records(const Document& doc, const Segmented& segmented) {
    std::vector<Record> records, furniture;
    std::vector<Shared> meetings;
    Ids ids;
    for (const Meeting& meeting : segmented.meetings) {
        const std::string meeting_id = ids.unique(short_hash(meeting_key(doc, meeting), 10));
        Shared shared{meeting_record(doc, meeting, meeting_id), {}};
        for (const Item& item : meeting.items) {
            shared.items.push_back(item_record(shared.page, item, ids.unique(meeting_id + "." + item_key(item))));
            add_item(doc, item, shared.items.back(), ids, records);
        }
        shared.page.item_id = meeting_id + "." + std::string(kPageKey);
        meetings.push_back(std::move(shared));
    }
    for (const Furniture& found : find_furniture(doc, segmented)) {
        const Shared& shared = meetings[found.meeting];
        furniture.push_back(furniture_record(doc, found.item ? shared.items[*found.item] : shared.page, found, ids));
    }
    records = merged(std::move(records), std::move(furniture));
    for (std::uint32_t i = 0; i < records.size(); ++i) {
        records[i].order = i;
        records[i].words = tokenise(records[i].text).words;
    }
    return records;
}

std::vector<std::string> passage_ids(const Document& doc, const Segmented& segmented) {
    std::vector<std::string> passages;
    Ids ids;
    for (const Meeting& meeting : segmented.meetings) {
        const std::string meeting_id = ids.unique(short_hash(meeting_key(doc, meeting), 10));
        for (const Item& item : meeting.items) {
            const std::string item_id = ids.unique(meeting_id + "." + item_key(item));
            for (const Passage& passage : item.passages) passages.push_back(ids.unique(passage_id(item_id, passage, passage_text(doc.text, passage))));
        }
    }
    return passages;
}

namespace {

std::vector<ListedPerson> listed_people(const Meeting& meeting) {
    std::vector<ListedPerson> list;
    for (const Person& person : meeting.people)
        list.push_back({person.name, person.post, std::string(name_of(person.role)), std::string(name_of(person.status)), person.flags});
    return list;
}

void add_words(std::vector<MeetingSummary>& summaries, const std::vector<Record>& records) {
    std::unordered_map<std::string_view, MeetingSummary*> by_id;
    for (MeetingSummary& summary : summaries) by_id[summary.id] = &summary;
    for (const Record& record : records)
        if (is_passage(record)) by_id.at(record.meeting_id)->words += record.words;
}

void add_missing_numbers(std::vector<MeetingSummary>& summaries, const Report& report) {
    for (const NumberSeries& series : report.numbers) {
        MeetingSummary& summary = summaries[series.meeting];
        (series.item.empty() ? summary.missing_items : summary.missing_paragraphs) += static_cast<std::uint32_t>(series.expected - series.found);
    }
}

}  // namespace

std::vector<MeetingSummary> summarise_meetings(const Document& doc, const Segmented& segmented, const std::vector<Record>& records) {
    std::vector<MeetingSummary> summaries;
    Ids ids;
    for (const Meeting& meeting : segmented.meetings) {
        MeetingSummary summary;
        summary.id = ids.unique(short_hash(meeting_key(doc, meeting), 10));
        summary.council = meeting.council.value;
        summary.council_evidence = name_of(meeting.council.evidence);
        summary.committee = meeting.committee.value;
        summary.date = meeting.date.value;
        summary.date_evidence = name_of(meeting.date.evidence);
        summary.people = listed_people(meeting);
        for (const Item& item : meeting.items) {
            if (!item.title.empty() || !item.number.empty()) ++summary.items;
            if (item.incomplete) ++summary.incomplete_items;
            for (const Passage& passage : item.passages) {
                ++summary.passages;
                for (const Speaker& speaker : passage.speakers) {
                    ++summary.speakers;
                    if (speaker.role == Role::unattributed) ++summary.unresolved_speakers;
                    if (speaker.resolution == Resolution::ambiguous) ++summary.ambiguous_speakers;
                }
            }
        }
        summaries.push_back(std::move(summary));
    }
    add_words(summaries, records);
    add_missing_numbers(summaries, report_of(doc.text, segmented));
    return summaries;
}

}  // namespace minutes
