#include "indexer/passages.hpp"

#include "analyzers/tokens.hpp"
#include "indexer/schema.hpp"

#include <algorithm>
#include <map>
#include <string_view>

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

/// Ids of one parent: a repeat gets an ordinal, so that every id is unique within a document.
class Ids {
public:
    std::string unique(const std::string& id) {
        const int repeat = ++seen_[id];
        return repeat == 1 ? id : id + "-" + std::to_string(repeat);
    }

private:
    std::map<std::string, int> seen_;
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

std::string passage_key(const Passage& passage, const std::string& text) {
    return short_hash(std::string(name_of(passage.kind)) + "\n" + passage.number + "\n" + fold_value(text), 6);
}

std::vector<RecordSpeaker> speakers_of(const Document& doc, const Passage& passage) {
    std::vector<RecordSpeaker> speakers;
    for (const Speaker& speaker : passage.speakers)
        speakers.push_back({std::string(name_of(speaker.role)), std::string(name_of(speaker.act)), std::string(name_of(speaker.attribution)),
                            speaker.person, std::string(slice(doc.text, speaker.surface))});
    return speakers;
}

/// What all records of an item share.
Record item_record(const Document& doc, const Meeting& meeting, const Item& item) {
    Record record;
    record.council = meeting.council.value;
    record.committee = meeting.committee.value;
    record.date = meeting.date.value;
    record.item_number = item.number;
    record.item_title = item.title;
    record.item_incomplete = item.incomplete;
    record.path = doc.path;
    record.sha256 = doc.sha256;
    return record;
}

void locate(const Document& doc, Record& record, std::vector<Span> parts) {
    record.parts = std::move(parts);
    if (!record.parts.empty()) record.line = line_number(doc, record.parts.front().begin);
}

Record title_record(const Document& doc, Record record, const Item& item) {
    record.id = record.item_id + ".title";
    record.kind = "title";
    record.text = item.title;
    locate(doc, record, item.heading);
    // Mentions in a title are located by finding the title in its heading; a title collapsed over lines has no such place.
    if (!record.parts.empty()) {
        const Span heading{record.parts.front().begin, record.parts.back().end};
        const std::size_t at = slice(doc.text, heading).find(item.title);
        const auto begin = static_cast<std::uint32_t>(heading.begin + at);
        if (at != std::string_view::npos) record.parts = {{begin, static_cast<std::uint32_t>(begin + item.title.size())}};
    }
    return record;
}

Record passage_record(const Document& doc, Record record, const Passage& passage, Ids& ids) {
    record.text = passage_text(doc.text, passage);
    record.id = ids.unique(record.item_id + "." + passage_key(passage, record.text));
    record.paragraph = passage.number;
    record.kind = name_of(passage.kind);
    record.speakers = speakers_of(doc, passage);
    record.incomplete = passage.incomplete;
    std::vector<Span> parts = passage.parts;
    for (Span& part : parts)
        if (part.contains(passage.marker)) part.begin = std::max(part.begin, passage.marker.end);
    locate(doc, record, std::move(parts));
    return record;
}

}  // namespace

std::vector<Record> make_records(const Document& doc, const Segmented& segmented) {
    std::vector<Record> records;
    Ids ids;
    for (const Meeting& meeting : segmented.meetings) {
        const std::string meeting_id = ids.unique(short_hash(meeting_key(doc, meeting), 10));
        for (const Item& item : meeting.items) {
            Record shared = item_record(doc, meeting, item);
            shared.meeting_id = meeting_id;
            shared.item_id = ids.unique(meeting_id + "." + item_key(item));
            if (!item.title.empty()) records.push_back(title_record(doc, shared, item));
            for (const Passage& passage : item.passages) records.push_back(passage_record(doc, shared, passage, ids));
        }
    }
    for (std::uint32_t i = 0; i < records.size(); ++i) records[i].order = i;
    return records;
}

std::vector<MeetingSummary> summarise_meetings(const Document& doc, const Segmented& segmented) {
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
        for (const Item& item : meeting.items) {
            if (!item.title.empty() || !item.number.empty()) ++summary.items;
            if (item.incomplete) ++summary.incomplete_items;
            for (const Passage& passage : item.passages) {
                ++summary.passages;
                summary.words += tokenise(passage_text(doc.text, passage)).words;
                for (const Speaker& speaker : passage.speakers) {
                    ++summary.speakers;
                    if (speaker.role == Role::unattributed) ++summary.unresolved_speakers;
                }
            }
        }
        summaries.push_back(std::move(summary));
    }
    return summaries;
}

}  // namespace minutes
