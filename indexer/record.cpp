#include "indexer/record.hpp"

#include "corpus/problem.hpp"
#include "indexer/byte_code.hpp"

#include <algorithm>
#include <tuple>

namespace minutes {
namespace {

// version byte, then the fields in the order of the struct, as byte_code.hpp writes them; lists behind their length. A change of order or meaning raises the version.
constexpr unsigned char kVersion = 4;

class Writer : public ByteWriter {
public:
    void span(Span value) {
        number(value.begin);
        number(value.end - value.begin);
    }
};

class Scanner : public ByteReader {
public:
    explicit Scanner(std::string_view bytes) : ByteReader(bytes, "a record of the index is damaged; rebuild it with: minutes index --fresh PATH...") {}

    /// The length of a list whose elements take at least `bytes` each, so that no length makes us ask for more memory
    /// than the record could fill.
    std::size_t length(std::size_t bytes) {
        const std::uint64_t size = number();
        if (size > left() / bytes) damaged();
        return size;
    }
    Span span() {
        const std::uint64_t begin = small(), size = small();
        if (begin + size > 0xFFFFFFFFu) damaged();
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)};
    }
    void end() const {
        if (!at_end()) damaged();
    }
};

constexpr std::uint64_t kItemIncomplete = 1, kIncomplete = 2, kHealed = 4, kPaged = 8;  // flags of a record
constexpr std::uint64_t kInterim = 1, kActing = 2, kDeputy = 4, kUnanswered = 8;  // flags of a speaker

// --- Parts of a record ---
// Each part is written by put() and read by the function that follows it. A list stands behind its length; `length(n)` asks
// for at least n bytes an element, which is what an empty one takes.

template <typename List, typename Put>
void put_list(Writer& out, const List& list, Put put) {
    out.number(list.size());
    for (const auto& element : list) put(element);
}

// Nearly always a turn of the same item: then the item's id in front is left out, and said so by an odd number.
void put(Writer& out, const RecordTurn& turn, const std::string& item_id) {
    const bool same = !item_id.empty() && turn.passage.starts_with(item_id);
    out.number(std::uint64_t{turn.turn} << 1 | (same ? 1u : 0u));
    out.text(std::string_view(turn.passage).substr(same ? item_id.size() : 0));
}

RecordTurn turn_from(Scanner& in, const std::string& item_id) {
    const std::uint64_t number = in.number();
    if (number >> 33) in.damaged();
    std::string rest = in.text();
    return {number & 1 ? item_id + rest : std::move(rest), static_cast<std::uint32_t>(number >> 1)};
}

std::vector<RecordTurn> turns_from(Scanner& in, const std::string& item_id) {
    std::vector<RecordTurn> turns(in.length(2));
    for (RecordTurn& turn : turns) turn = turn_from(in, item_id);
    return turns;
}

void put(Writer& out, const RecordSpeaker& s, const std::string& item_id) {
    for (const std::string* text : {&s.role, &s.act, &s.attribution, &s.person, &s.surface, &s.title, &s.resolution, &s.rule, &s.link_rule}) out.text(*text);
    out.number((s.flags.interim ? kInterim : 0u) | (s.flags.acting ? kActing : 0u) | (s.flags.deputy ? kDeputy : 0u) | (s.unanswered ? kUnanswered : 0u));
    out.span(s.evidence);
    put_list(out, s.candidates, [&](const std::string& name) { out.text(name); });
    put_list(out, s.answered_by, [&](const RecordTurn& turn) { put(out, turn, item_id); });
    put_list(out, s.answers, [&](const RecordTurn& turn) { put(out, turn, item_id); });
}

constexpr std::size_t kSpeakerBytes = 15;

RecordSpeaker speaker_from(Scanner& in, const std::string& item_id) {
    RecordSpeaker s;
    for (std::string* text : {&s.role, &s.act, &s.attribution, &s.person, &s.surface, &s.title, &s.resolution, &s.rule, &s.link_rule}) *text = in.text();
    const std::uint64_t flags = in.number();
    s.flags = {(flags & kInterim) != 0, (flags & kActing) != 0, (flags & kDeputy) != 0};
    s.unanswered = flags & kUnanswered;
    s.evidence = in.span();
    s.candidates.resize(in.length(1));
    for (std::string& name : s.candidates) name = in.text();
    s.answered_by = turns_from(in, item_id);
    s.answers = turns_from(in, item_id);
    return s;
}

// A number that the text does not state is 0, a stated one is one more than it says.
void put(Writer& out, const RecordOutcome& o) {
    for (const std::string* text : {&o.kind, &o.limb, &o.mover, &o.seconder, &o.vote, &o.owner, &o.owner_person, &o.due}) out.text(*text);
    for (const auto* number : {&o.in_favour, &o.against, &o.abstained}) out.number(*number ? std::uint64_t{**number} + 1 : 0);
    for (const auto* names : {&o.voted_for, &o.voted_against, &o.abstainers}) put_list(out, *names, [&](const std::string& name) { out.text(name); });
    out.number(o.lost ? 1 : 0);
    put_list(out, o.at, [&](Span span) { out.span(span); });
}

constexpr std::size_t kOutcomeBytes = 16;

RecordOutcome outcome_from(Scanner& in) {
    RecordOutcome o;
    for (std::string* text : {&o.kind, &o.limb, &o.mover, &o.seconder, &o.vote, &o.owner, &o.owner_person, &o.due}) *text = in.text();
    for (auto* number : {&o.in_favour, &o.against, &o.abstained}) {
        const std::uint64_t stated = in.number();
        if (stated > 0x100000000u) in.damaged();
        if (stated > 0) *number = static_cast<std::uint32_t>(stated - 1);
    }
    for (auto* names : {&o.voted_for, &o.voted_against, &o.abstainers}) {
        names->resize(in.length(1));
        for (std::string& name : *names) name = in.text();
    }
    o.lost = in.number() & 1;
    o.at.resize(in.length(2));
    for (Span& span : o.at) span = in.span();
    return o;
}

void put(Writer& out, const CutAt& cut) {
    out.text(cut.path);
    out.text(cut.sha256);
    out.number(cut.line);
    out.number(cut.page);
    out.number(cut.order);
    out.span(cut.at);
}

CutAt cut_at_from(Scanner& in) {
    CutAt cut;
    cut.path = in.text();
    cut.sha256 = in.text();
    cut.line = in.small();
    cut.page = in.small();
    cut.order = in.small();
    cut.at = in.span();
    return cut;
}

// The breaks ascend; each is written as its distance from the one before.
void put_pages(Writer& out, const Record& r) {
    out.number(r.page);
    std::uint32_t before = 0;
    put_list(out, r.page_breaks, [&](std::uint32_t at) {
        out.number(at - before);
        before = at;
    });
}

void read_pages(Scanner& in, Record& r) {
    r.page = in.small();
    r.page_breaks.resize(in.length(1));
    std::uint64_t at = 0;
    for (std::uint32_t& page_break : r.page_breaks) {
        at += in.small();
        if (at > 0xFFFFFFFFu) in.damaged();
        page_break = static_cast<std::uint32_t>(at);
    }
}

}  // namespace

std::string encode_record(const Record& r) {
    Writer out;
    out.number(kVersion);
    for (const std::string* text : {&r.id, &r.item_id, &r.meeting_id, &r.council, &r.committee, &r.date, &r.item_number, &r.item_title,
                                    &r.paragraph, &r.kind, &r.zone, &r.text, &r.path, &r.sha256})
        out.text(*text);
    put_list(out, r.speakers, [&](const RecordSpeaker& speaker) { put(out, speaker, r.item_id); });
    put_list(out, r.outcomes, [&](const RecordOutcome& outcome) { put(out, outcome); });
    out.number((r.item_incomplete ? kItemIncomplete : 0u) | (r.incomplete ? kIncomplete : 0u) | (r.cut_at.path.empty() ? 0u : kHealed) | (r.page == 0 ? 0u : kPaged));
    out.number(r.order);
    out.number(r.line);
    out.number(r.words);
    put_list(out, r.parts, [&](Span part) { out.span(part); });
    if (!r.cut_at.path.empty()) put(out, r.cut_at);
    if (r.page > 0) put_pages(out, r);
    return out.take();
}

Record decode_record(std::string_view bytes) {
    Scanner in(bytes);
    if (in.number() != kVersion) throw Error("the index was written by another version; rebuild it with: minutes index --fresh PATH...");
    Record r;
    for (std::string* text : {&r.id, &r.item_id, &r.meeting_id, &r.council, &r.committee, &r.date, &r.item_number, &r.item_title,
                              &r.paragraph, &r.kind, &r.zone, &r.text, &r.path, &r.sha256})
        *text = in.text();
    r.speakers.resize(in.length(kSpeakerBytes));
    for (RecordSpeaker& speaker : r.speakers) speaker = speaker_from(in, r.item_id);
    r.outcomes.resize(in.length(kOutcomeBytes));
    for (RecordOutcome& outcome : r.outcomes) outcome = outcome_from(in);
    const std::uint64_t flags = in.number();
    r.item_incomplete = flags & kItemIncomplete;
    r.incomplete = flags & kIncomplete;
    r.order = in.small();
    r.line = in.small();
    r.words = in.small();
    r.parts.resize(in.length(2));
    for (Span& part : r.parts) part = in.span();
    if (flags & kHealed) r.cut_at = cut_at_from(in);
    if (flags & kPaged) read_pages(in, r);
    in.end();
    return r;
}

namespace {

std::vector<std::string> distinct(const Record& record, std::string RecordSpeaker::* member) {
    std::vector<std::string> values;
    for (const RecordSpeaker& speaker : record.speakers) {
        const std::string& value = speaker.*member;
        if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
    }
    return values;
}

/// The source byte of byte `at` of the text, which is the parts joined by one space each (empty parts by none).
std::uint32_t source_byte(const Record& record, std::uint32_t at) {
    std::uint32_t begin = 0;
    for (const Span part : record.parts) {
        if (begin > 0 && !part.empty()) ++begin;
        if (at < begin + part.size()) return part.begin + (at > begin ? at - begin : 0);
        begin += part.size();
    }
    return record.parts.empty() ? 0 : record.parts.back().end;
}

}  // namespace

const std::string& home_path(const Record& record) { return record.cut_at.path.empty() ? record.path : record.cut_at.path; }

bool in_document_order(const Record& a, const Record& b) {
    const auto place = [](const Record& r) { return std::make_tuple(std::string_view(home_path(r)), r.cut_at.path.empty() ? r.order : r.cut_at.order, r.order); };
    return place(a) < place(b);
}

std::vector<std::string> roles_of(const Record& record) { return distinct(record, &RecordSpeaker::role); }
std::vector<std::string> persons_of(const Record& record) { return distinct(record, &RecordSpeaker::person); }
std::vector<std::string> acts_of(const Record& record) { return distinct(record, &RecordSpeaker::act); }

Span to_source(const Record& record, Span in_text) {
    if (in_text.empty()) return {source_byte(record, in_text.begin), source_byte(record, in_text.begin)};
    return {source_byte(record, in_text.begin), source_byte(record, in_text.end - 1) + 1};
}

std::string line_or_page(std::uint32_t line, std::uint32_t page) { return page > 0 ? "page " + std::to_string(page) : "line " + std::to_string(line); }

std::uint32_t page_of(const Record& record, std::uint32_t at) {
    if (record.page == 0) return 0;
    const auto later = std::upper_bound(record.page_breaks.begin(), record.page_breaks.end(), at);
    return record.page + static_cast<std::uint32_t>(later - record.page_breaks.begin());
}

std::vector<Span> to_text(const Record& record, Span in_source) {
    std::vector<Span> spans;
    std::uint32_t begin = 0;  // of the part, in the text
    for (const Span part : record.parts) {
        if (begin > 0 && !part.empty()) ++begin;
        const std::uint32_t from = std::max(part.begin, in_source.begin), to = std::min(part.end, in_source.end);
        if (from < to) spans.push_back({begin + (from - part.begin), begin + (to - part.begin)});
        begin += part.size();
    }
    return spans;
}

std::vector<std::string> owners_of(const RecordOutcome& outcome) {
    std::vector<std::string> owners;
    for (const std::string* name : {&outcome.owner, &outcome.owner_person})
        if (!name->empty() && std::find(owners.begin(), owners.end(), *name) == owners.end()) owners.push_back(*name);
    return owners;
}

std::string outcome_text(const Record& record, const RecordOutcome& outcome) {
    std::string text;
    for (const Span span : outcome.at) {
        const std::uint32_t end = std::min<std::uint32_t>(span.end, static_cast<std::uint32_t>(record.text.size()));
        if (span.begin >= end) continue;
        if (!text.empty()) text += ' ';
        text += slice(record.text, {span.begin, end});
    }
    return text;
}

}  // namespace minutes
