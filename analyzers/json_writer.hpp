#pragma once

#include "corpus/span.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace minutes {

/// Writes JSON text straight into a string, one value a line, indented by one blank a level. No tree is built: a document of
/// some MB has millions of values. Calls nest as the JSON does; inside objects each value follows its key().
/// Strings that are not UTF-8 have U+FFFD for their stray bytes.
class JsonWriter {
public:
    /// `expected_bytes` is reserved at once.
    explicit JsonWriter(std::size_t expected_bytes = 0) { out_.reserve(expected_bytes); }

    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }

    /// `name` is written as it is: it holds nothing that JSON escapes. The value is the next call: key("kind").string("action").
    JsonWriter& key(std::string_view name);

    void string(std::string_view text);
    void number(double value);
    void number(std::uint64_t value);
    void boolean(bool value);
    void null();

    void string_or_null(std::string_view text) { text.empty() ? null() : string(text); }
    /// [begin, end]
    void span(Span at);

    /// What was written, with a line end behind it.
    [[nodiscard]] std::string finished() &&;

private:
    void open(char bracket);
    void close(char bracket);
    void new_line();
    void next_value();

    std::string out_;
    std::size_t depth_ = 0;
    bool first_ = true;       ///< nothing stands in the open array or object yet
    bool after_key_ = false;
};

}  // namespace minutes
