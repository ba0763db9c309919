#pragma once

#include <functional>
#include <string_view>

namespace minutes {

/// The attributes of a start tag; views that end with the call.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** attributes) : attributes_(attributes) {}
    /// Its value, or "".
    [[nodiscard]] std::string_view operator[](std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;

private:
    const char** attributes_;
};

/// What happens while XML is read. Names are as written, with their prefix: "w:p".
struct XmlEvents {
    std::function<void(std::string_view name, XmlAttributes attributes)> start;
    std::function<void(std::string_view name)> end;
    std::function<void(std::string_view text)> text;
};

/// Reads a document with expat. False when it is not well-formed or declares a document type (office formats never do; entities
/// that grow do). Events before the fault have happened. O(text).
[[nodiscard]] bool parse_xml(std::string_view xml, const XmlEvents& events);

}  // namespace minutes
