#include "indexer/record.hpp"

#include "corpus/problem.hpp"

#include <algorithm>

namespace minutes {
namespace {

// version byte, then the fields in the order of the struct: strings and lists behind their length, numbers as
// variable-length integers (seven bits a byte, low bits first). A change of order or meaning raises the version.
constexpr unsigned char kVersion = 1;

class Writer {
public:
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
        bytes_ += static_cast<char>(value);
    }
    void text(std::string_view value) {
        number(value.size());
        bytes_ += value;
    }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// Never reads past the end: every length is checked against what is left.
class Scanner {
public:
    explicit Scanner(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (bytes_.empty()) damaged();
            const auto byte = static_cast<unsigned char>(bytes_.front());
            bytes_.remove_prefix(1);
            if (shift == 63 && byte > 1) damaged();
            value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
            if (byte < 0x80) return value;
        }
        damaged();
    }
    std::uint32_t small() {
        const std::uint64_t value = number();
        if (value > 0xFFFFFFFFu) damaged();
        return static_cast<std::uint32_t>(value);
    }
    std::string text() {
        const std::uint64_t size = number();
        if (size > bytes_.size()) damaged();
        const std::string value(bytes_.substr(0, size));
        bytes_.remove_prefix(size);
        return value;
    }
    /// The length of a list whose elements take at least `bytes` each, so that no length makes us ask for more memory
    /// than the record could fill.
    std::size_t length(std::size_t bytes) {
        const std::uint64_t size = number();
        if (size > bytes_.size() / bytes) damaged();
        return size;
    }
    Span span() {
        const Span span{small(), small()};  // braces evaluate from left to right
        if (span.end < span.begin) damaged();
        return span;
    }
    void end() {
        if (!bytes_.empty()) damaged();
    }

private:
    [[noreturn]] static void damaged() {
        throw Error("a record of the index is damaged; rebuild it with: minutes index --fresh PATH...");
    }

    std::string_view bytes_;
};

constexpr std::uint64_t kItemIncomplete = 1, kIncomplete = 2;  // flags

}  // namespace

std::string encode_record(const Record& r) {
    Writer out;
    out.number(kVersion);
    for (const std::string* text : {&r.id, &r.item_id, &r.meeting_id, &r.council, &r.committee, &r.date, &r.item_number, &r.item_title,
                                    &r.paragraph, &r.kind, &r.text, &r.path, &r.sha256})
        out.text(*text);
    out.number(r.speakers.size());
    for (const RecordSpeaker& s : r.speakers)
        for (const std::string* text : {&s.role, &s.act, &s.attribution, &s.person, &s.surface}) out.text(*text);
    out.number((r.item_incomplete ? kItemIncomplete : 0u) | (r.incomplete ? kIncomplete : 0u));
    out.number(r.order);
    out.number(r.line);
    out.number(r.parts.size());
    for (const Span part : r.parts) {
        out.number(part.begin);
        out.number(part.end);
    }
    return out.take();
}

Record decode_record(std::string_view bytes) {
    Scanner in(bytes);
    if (in.number() != kVersion) throw Error("the index was written by another version; rebuild it with: minutes index --fresh PATH...");
    Record r;
    for (std::string* text : {&r.id, &r.item_id, &r.meeting_id, &r.council, &r.committee, &r.date, &r.item_number, &r.item_title,
                              &r.paragraph, &r.kind, &r.text, &r.path, &r.sha256})
        *text = in.text();
    r.speakers.resize(in.length(5));
    for (RecordSpeaker& s : r.speakers)
        for (std::string* text : {&s.role, &s.act, &s.attribution, &s.person, &s.surface}) *text = in.text();
    const std::uint64_t flags = in.number();
    r.item_incomplete = flags & kItemIncomplete;
    r.incomplete = flags & kIncomplete;
    r.order = in.small();
    r.line = in.small();
    r.parts.resize(in.length(2));
    for (Span& part : r.parts) part = in.span();
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

std::vector<std::string> roles_of(const Record& record) { return distinct(record, &RecordSpeaker::role); }
std::vector<std::string> persons_of(const Record& record) { return distinct(record, &RecordSpeaker::person); }

Span to_source(const Record& record, Span in_text) {
    if (in_text.empty()) return {source_byte(record, in_text.begin), source_byte(record, in_text.begin)};
    return {source_byte(record, in_text.begin), source_byte(record, in_text.end - 1) + 1};
}

}  // namespace minutes
