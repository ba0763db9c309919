#include "analyzers/json_writer.hpp"

#include "analyzers/json_text.hpp"
#include "corpus/decode.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>

namespace minutes {
namespace {

enum class Sort : unsigned char { plain, escaped, wide, suspect };  // suspect: wide, and perhaps escaped

constexpr std::array<Sort, 256> kSorts = [] {
    std::array<Sort, 256> sorts{};
    for (std::size_t c = 0; c < 0x20; ++c) sorts[c] = Sort::escaped;
    for (std::size_t c = 0x80; c < 0x100; ++c) sorts[c] = Sort::wide;
    sorts['"'] = sorts['\\'] = sorts[0x7F] = Sort::escaped;
    sorts[0xC2] = sorts[0xE2] = Sort::suspect;
    return sorts;
}();

void append_escaped(std::string& out, char c) {
    switch (c) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\b': out += "\\b"; return;
        case '\f': out += "\\f"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default: append_json_escape(out, static_cast<unsigned char>(c));
    }
}

bool has_wide(std::string_view text) {
    for (const char c : text)
        if (const Sort sort = kSorts[static_cast<unsigned char>(c)]; sort == Sort::wide || sort == Sort::suspect) return true;
    return false;
}

/// Where the run of plain bytes from `at` on ends.
std::size_t plain_end(std::string_view text, std::size_t at) {
    while (at < text.size() && kSorts[static_cast<unsigned char>(text[at])] == Sort::plain) ++at;
    return at;
}

}  // namespace

void JsonWriter::new_line() {
    const std::size_t at = out_.size();
    out_.resize(at + 1 + depth_, ' ');
    out_[at] = '\n';
}

void JsonWriter::next_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (depth_ == 0) return;
    if (!first_) out_ += ',';
    first_ = false;
    new_line();
}

void JsonWriter::open(char bracket) {
    next_value();
    out_ += bracket;
    ++depth_;
    first_ = true;
}

void JsonWriter::close(char bracket) {
    --depth_;
    if (!first_) new_line();
    out_ += bracket;
    first_ = false;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    if (!first_) out_ += ',';
    first_ = false;
    const std::size_t line = out_.size(), name_at = line + depth_ + 2;   // a line end, the indent, a quote
    out_.resize(name_at + name.size() + 3, ' ');
    out_[line] = '\n';
    out_[name_at - 1] = out_[name_at + name.size()] = '"';
    name.copy(out_.data() + name_at, name.size());
    out_[name_at + name.size() + 1] = ':';
    after_key_ = true;
    return *this;
}

void JsonWriter::string(std::string_view text) {
    next_value();
    std::size_t done = 0, at = plain_end(text, 0);
    if (at == text.size()) {
        out_ += '"';
        out_ += text;
        out_ += '"';
        return;
    }
    if (has_wide(text.substr(at)) && !is_utf8(text)) {
        out_ += json_text(text);
        return;
    }
    out_ += '"';
    for (; at < text.size(); at = plain_end(text, at + 1)) {
        const Sort sort = kSorts[static_cast<unsigned char>(text[at])];
        const HiddenCharacter hidden = sort == Sort::suspect ? hidden_character(text, at) : HiddenCharacter{};
        if (sort != Sort::escaped && hidden.value == 0) continue;
        out_.append(text, done, at - done);
        if (hidden.value != 0) append_json_escape(out_, hidden.value);
        else append_escaped(out_, text[at]);
        done = at + hidden.bytes;
    }
    out_.append(text, done);
    out_ += '"';
}

void JsonWriter::number(double value) {
    next_value();
    out_ += nlohmann::json(value).dump();
}

void JsonWriter::number(std::uint64_t value) {
    next_value();
    std::array<char, 24> digits;
    out_.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

void JsonWriter::boolean(bool value) {
    next_value();
    out_ += value ? "true" : "false";
}

void JsonWriter::null() {
    next_value();
    out_ += "null";
}

void JsonWriter::span(Span at) {
    begin_array();
    number(std::uint64_t{at.begin});
    number(std::uint64_t{at.end});
    end_array();
}

std::string JsonWriter::finished() && {
    out_ += '\n';
    return std::move(out_);
}

}  // namespace minutes
