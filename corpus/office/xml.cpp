#include "corpus/office/xml.hpp"

#include <expat.h>

#include <algorithm>
#include <cstddef>

namespace minutes {
namespace {

struct Run {
    const XmlEvents& events;
    XML_Parser parser;
};

Run& run_of(void* user) { return *static_cast<Run*>(user); }

void on_start(void* user, const char* name, const char** attributes) { run_of(user).events.start(name, XmlAttributes(attributes)); }
void on_end(void* user, const char* name) { run_of(user).events.end(name); }
void on_text(void* user, const char* text, int length) { run_of(user).events.text({text, static_cast<std::size_t>(length)}); }
void on_doctype(void* user, const char*, const char*, const char*, int) { XML_StopParser(run_of(user).parser, XML_FALSE); }

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (const char** at = attributes_; at[0]; at += 2)
        if (name == at[0]) return at[1];
    return {};
}

bool XmlAttributes::has(std::string_view name) const {
    for (const char** at = attributes_; at[0]; at += 2)
        if (name == at[0]) return true;
    return false;
}

bool parse_xml(std::string_view xml, const XmlEvents& events) {
    const XML_Parser parser = XML_ParserCreate(nullptr);
    if (!parser) return false;
    Run run{events, parser};
    XML_SetUserData(parser, &run);
    XML_SetElementHandler(parser, on_start, on_end);
    XML_SetCharacterDataHandler(parser, on_text);
    XML_SetStartDoctypeDeclHandler(parser, on_doctype);
    bool good = true;
    constexpr std::size_t kChunk = 1 << 20;
    for (std::size_t at = 0; good && at < xml.size(); at += kChunk) {
        const std::size_t size = std::min(kChunk, xml.size() - at);
        good = XML_Parse(parser, xml.data() + at, static_cast<int>(size), at + size == xml.size()) == XML_STATUS_OK;
    }
    XML_ParserFree(parser);
    return good && !xml.empty();
}

}  // namespace minutes
