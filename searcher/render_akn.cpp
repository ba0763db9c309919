#include "searcher/render_akn.hpp"

#include "corpus/document.hpp"
#include "searcher/quote.hpp"
#include "searcher/xml_text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace minutes {
namespace {

/// Of meetings without a date: the schema asks for one, and its name says that it is none.
constexpr std::string_view kNoDay = "1970-01-01";

/// An NCName of what may be anything: ids of persons by a hash of the name, of roles by the name itself.
std::string person_id(std::string_view name) { return "person-" + sha256_hex(name).substr(0, 12); }
std::string role_id(std::string_view name) { return "role-" + std::string(name); }
std::string part_id(std::string_view id) {
    std::string text = "id-" + std::string(id);
    std::replace(text.begin(), text.end(), '.', '_');
    return text;
}

/// The one speaker of a passage who is named, or nullptr: with two of them nobody knows who said which words.
const RecordSpeaker* one_speaker(const Record& record) {
    const RecordSpeaker* one = nullptr;
    for (const RecordSpeaker& speaker : record.speakers) {
        if (one != nullptr && (one->role != speaker.role || one->person != speaker.person)) return nullptr;
        one = &speaker;
    }
    return one != nullptr && one->role != "unattributed" ? one : nullptr;
}

std::string frbr(std::string_view level, std::string_view uri, std::string_view day, std::string_view more) {
    const std::string name(level);
    return "<" + name + "><FRBRthis" + xml_attribute("value", uri) + "/><FRBRuri" + xml_attribute("value", uri) + "/><FRBRdate" +
           xml_attribute("date", day) + xml_attribute("name", day == kNoDay ? "unknown" : "meeting") + "/><FRBRauthor href=\"#council\"/>" + std::string(more) + "</" + name + ">\n";
}

std::string identification(const Record& r) {
    const std::string_view day = r.date.empty() ? kNoDay : std::string_view(r.date);
    const std::string work = "/akn/gb/debate/" + std::string(day) + "/" + r.meeting_id;
    return "<identification source=\"#minutes\">\n" + frbr("FRBRWork", work, day, "<FRBRcountry value=\"gb\"/>") +
           frbr("FRBRExpression", work + "/eng", day, "<FRBRlanguage language=\"eng\"/>") + frbr("FRBRManifestation", work + "/eng.xml", day, "") + "</identification>\n";
}

std::string references(const std::vector<Record>& records) {
    std::map<std::string, std::string> persons;
    std::set<std::string> roles;
    for (const Record& record : records)
        if (const RecordSpeaker* speaker = one_speaker(record)) {
            if (!speaker->person.empty()) persons[person_id(speaker->person)] = speaker->person;
            roles.insert(speaker->role);
        }
    const std::string council = records.front().council;
    std::string text = "<references source=\"#minutes\">\n<TLCOrganization eId=\"minutes\" href=\"/ontology/organization/minutes\" showAs=\"minutes\"/>\n";
    text += "<TLCOrganization eId=\"council\" href=\"/ontology/organization/council\"" + xml_attribute("showAs", council.empty() ? "not stated" : council) + "/>\n";
    text += "<TLCPerson eId=\"nobody\" href=\"/ontology/person/nobody\" showAs=\"not named\"/>\n";
    for (const auto& [id, name] : persons) text += "<TLCPerson" + xml_attribute("eId", id) + xml_attribute("href", "/ontology/person/" + id) + xml_attribute("showAs", name) + "/>\n";
    for (const std::string& role : roles) text += "<TLCRole" + xml_attribute("eId", role_id(role)) + xml_attribute("href", "/ontology/role/" + role) + xml_attribute("showAs", role) + "/>\n";
    return text + "</references>\n";
}

/// Where every passage stands, so that a reader of the XML can go back to the source.
std::string sources(const std::vector<Record>& records) {
    std::string text = "<proprietary source=\"#minutes\" xmlns:m=\"urn:minutes:akn:1\">\n";
    for (const Record& r : records)
        text += "<m:source" + xml_attribute("ref", "#" + part_id(r.id)) + xml_attribute("passage", r.id) + xml_attribute("path", r.path) + xml_attribute("sha256", r.sha256) +
                xml_attribute("line", std::to_string(r.line)) + page_attribute(r.page) + xml_attribute("spans", to_text(r.parts)) + "/>\n";
    return text + "</proprietary>\n";
}

std::string passage_element(const Record& r) {
    const std::string num = r.paragraph.empty() ? "" : "<num>" + xml_text(r.paragraph) + "</num>";
    if (const RecordSpeaker* speaker = one_speaker(r)) {
        const std::string by = speaker->person.empty() ? "nobody" : person_id(speaker->person);
        const std::string from = speaker->surface.empty() ? speaker->role : speaker->surface;
        return "<speech class=\"reported\"" + xml_attribute("eId", part_id(r.id)) + xml_attribute("by", "#" + by) + xml_attribute("as", "#" + role_id(speaker->role)) + ">" + num +
               "<from>" + xml_text(from) + "</from><p>" + xml_text(r.text) + "</p></speech>\n";
    }
    return "<narrative" + xml_attribute("class", r.kind) + xml_attribute("eId", part_id(r.id)) + ">" + (r.paragraph.empty() ? "" : xml_text(r.paragraph) + " ") + xml_text(r.text) + "</narrative>\n";
}

}  // namespace

std::string showing_as_akn(const Showing& showing) {
    if (showing.records.empty()) return "";
    const Record& first = showing.records.front();
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n<debate name=\"minutes\">\n<meta>\n" +
                       identification(first) + references(showing.records) + sources(showing.records) + "</meta>\n<debateBody>\n";
    std::string item;
    for (const Record& r : showing.records) {
        if (r.item_id != item) {
            if (!item.empty()) text += "</debateSection>\n";
            item = r.item_id;
            text += "<debateSection name=\"item\"" + xml_attribute("eId", part_id(r.item_id)) + ">\n";
            if (!r.item_number.empty()) text += "<num>" + xml_text(r.item_number) + "</num>\n";
            if (!r.item_title.empty() && r.kind != kTitleKind) text += "<heading>" + xml_text(r.item_title) + "</heading>\n";
        }
        if (r.kind == kTitleKind) text += "<heading" + xml_attribute("eId", part_id(r.id)) + ">" + xml_text(r.text) + "</heading>\n";
        else text += passage_element(r);
    }
    return text + "</debateSection>\n</debateBody>\n</debate>\n</akomaNtoso>\n";
}

}  // namespace minutes
