#include "searcher/render_atom.hpp"

#include "corpus/document.hpp"
#include "searcher/quote.hpp"
#include "searcher/xml_text.hpp"

namespace minutes {
namespace {

/// Of feeds and entries whose meetings have no date: Atom asks for one.
constexpr std::string_view kNoDay = "1970-01-01";

std::string element(std::string_view name, std::string_view text) {
    return "<" + std::string(name) + ">" + xml_text(text) + "</" + std::string(name) + ">\n";
}

std::string updated(std::string_view day) { return element("updated", std::string(day.empty() ? kNoDay : day) + "T00:00:00Z"); }

std::string title_of(const Record& r) {
    std::string title = r.council.empty() ? "Council not stated" : r.council;
    if (!r.committee.empty()) title += " · " + r.committee;
    if (!r.date.empty()) title += " · " + r.date;
    if (!r.item_number.empty() || !r.item_title.empty()) title += " · " + r.item_number + (r.item_number.empty() || r.item_title.empty() ? "" : " ") + r.item_title;
    return title;
}

std::string quote_element(const Quote& quote) {
    return "<m:quote" + xml_attribute("spans", to_text(quote.at)) + page_attribute(quote.page) + xml_attribute("prefix", quote.prefix) + xml_attribute("suffix", quote.suffix) + ">" +
           xml_text(quote.exact) + "</m:quote>\n";
}

/// All of an entry but its quotes and content. The file is part of the id: two files may hold the same passage.
std::string entry_begin(const Record& r, std::string_view part) {
    std::string text = "<entry>\n" + element("id", "urn:minutes:" + r.sha256.substr(0, 16) + ":" + r.id + std::string(part)) + element("title", title_of(r)) + updated(r.date);
    text += "<link rel=\"via\"" + xml_attribute("href", file_uri(r.path)) + "/>\n";
    for (const std::string& role : roles_of(r)) text += "<category scheme=\"urn:minutes:role\"" + xml_attribute("term", role) + "/>\n";
    text += "<m:source" + xml_attribute("path", r.path) + xml_attribute("sha256", r.sha256) + xml_attribute("line", std::to_string(r.line)) + page_attribute(r.page) +
            xml_attribute("spans", to_text(r.parts)) + xml_attribute("passage", r.id) + xml_attribute("item", r.item_id) + xml_attribute("meeting", r.meeting_id) + "/>\n";
    return text;
}

}  // namespace

std::string atom_begin(std::string_view query) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:m=\"urn:minutes:atom:1\">\n" +
           element("id", "urn:minutes:query:" + sha256_hex(query).substr(0, 32)) + element("title", "minutes: " + (query.empty() ? "every passage" : std::string(query))) +
           "<author><name>minutes</name></author>\n<generator>minutes</generator>\n";
}

std::string hit_as_atom(const Hit& hit) {
    std::string text = entry_begin(hit.record, "");
    for (const Span span : hit.hits) text += quote_element(quote_of(hit.record, span));
    return text + "<summary type=\"text\">" + xml_text(hit.snippet.text) + "</summary>\n<content type=\"text\">" + xml_text(hit.record.text) + "</content>\n</entry>\n";
}

std::string mention_as_atom(const KwicLine& mention) {
    const Record& r = *mention.record;
    return entry_begin(r, ":" + std::to_string(mention.in_text.begin)) + quote_element(quote_of(r, mention.in_text)) + "<content type=\"text\">" +
           xml_text(mention.left) + xml_text(mention.match) + xml_text(mention.right) + "</content>\n</entry>\n";
}

std::string atom_end(std::string_view day) { return updated(day) + "</feed>\n"; }

}  // namespace minutes
