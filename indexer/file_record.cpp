#include "indexer/file_record.hpp"

#include "corpus/problem.hpp"

#include <nlohmann/json.hpp>

namespace minutes {
namespace {

using Json = nlohmann::json;

// Paths are bytes, JSON is UTF-8: a path is kept as Latin-1 code points, one a byte, which is lossless.
std::string widened(const std::string& bytes) {
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) text += c;
        else {
            text += static_cast<char>(0xC0 | byte >> 6);
            text += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return text;
}

std::string narrowed(const std::string& text) {
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80 || i + 1 == text.size()) bytes += text[i];
        else bytes += static_cast<char>((byte & 0x03) << 6 | (static_cast<unsigned char>(text[++i]) & 0x3F));
    }
    return bytes;
}

Json person_json(const ListedPerson& p) { return {p.name, p.post, p.role, p.status, p.flags.interim, p.flags.acting, p.flags.deputy}; }

ListedPerson person_from(const Json& json) { return {json.at(0), json.at(1), json.at(2), json.at(3), {json.at(4), json.at(5), json.at(6)}}; }

Json meeting_json(const MeetingSummary& m) {
    Json people = Json::array();
    for (const ListedPerson& person : m.people) people.push_back(person_json(person));
    return {{"id", m.id}, {"council", m.council}, {"council_evidence", m.council_evidence}, {"committee", m.committee}, {"date", m.date},
            {"date_evidence", m.date_evidence}, {"items", m.items}, {"incomplete_items", m.incomplete_items}, {"passages", m.passages},
            {"words", m.words}, {"speakers", m.speakers}, {"unresolved_speakers", m.unresolved_speakers},
            {"ambiguous_speakers", m.ambiguous_speakers}, {"missing_items", m.missing_items}, {"missing_paragraphs", m.missing_paragraphs}, {"people", std::move(people)}};
}

MeetingSummary meeting_from(const Json& json) {
    MeetingSummary meeting{json.at("id"), json.at("council"), json.at("council_evidence"), json.at("committee"), json.at("date"), json.at("date_evidence"),
            json.at("items"), json.at("incomplete_items"), json.at("passages"), json.at("words"), json.at("speakers"), json.at("unresolved_speakers"),
            json.at("ambiguous_speakers"), json.at("missing_items"), json.at("missing_paragraphs")};
    for (const Json& person : json.at("people")) meeting.people.push_back(person_from(person));
    return meeting;
}

Json items_json(const std::vector<ItemLabel>& items) {
    Json json = Json::array();
    for (const ItemLabel& i : items) json.push_back({i.meeting, i.number, i.title, i.meeting_id, i.item_id});
    return json;
}

std::vector<ItemLabel> items_from(const Json& json) {
    std::vector<ItemLabel> items;
    for (const Json& i : json) items.push_back({i.at(0), i.at(1), i.at(2), i.at(3), i.at(4)});
    return items;
}

}  // namespace

std::string encode_file_record(const FileRecord& r) {
    Json json{{"path", widened(r.path)}, {"root", widened(r.root)}, {"size", r.size}, {"inode", r.inode}, {"device", r.device},
              {"mtime_ns", r.mtime_ns}, {"ctime_ns", r.ctime_ns}, {"seen_ns", r.seen_ns}, {"sha256", r.sha256}, {"given", widened(r.given)}, {"state", static_cast<int>(r.state)},
              {"note", widened(r.note)}, {"layout", r.layout}, {"problems", r.problems}};
    json["meetings"] = Json::array();
    for (const MeetingSummary& meeting : r.meetings) json["meetings"].push_back(meeting_json(meeting));
    if (!r.cut_items.empty()) json["cut_items"] = items_json(r.cut_items);
    if (!r.full_items.empty()) json["full_items"] = items_json(r.full_items);
    if (!r.healing.empty()) json["healing"] = widened(r.healing);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

FileRecord decode_file_record(std::string_view text) {
    try {
        const Json json = Json::parse(text);
        FileRecord r;
        r.path = narrowed(json.at("path"));
        r.root = narrowed(json.at("root"));
        r.size = json.at("size");
        r.inode = json.at("inode");
        r.device = json.at("device");
        r.mtime_ns = json.at("mtime_ns");
        r.ctime_ns = json.at("ctime_ns");
        r.seen_ns = json.at("seen_ns");
        r.sha256 = json.at("sha256");
        r.given = narrowed(json.at("given"));
        const int state = json.at("state");
        if (state < 0 || state > static_cast<int>(FileRecord::State::archive)) throw Error("unknown state");
        r.state = static_cast<FileRecord::State>(state);
        r.note = narrowed(json.at("note"));
        r.layout = json.at("layout");
        r.problems = json.at("problems").get<std::vector<std::string>>();
        for (const Json& meeting : json.at("meetings")) r.meetings.push_back(meeting_from(meeting));
        r.cut_items = items_from(json.value("cut_items", Json::array()));
        r.full_items = items_from(json.value("full_items", Json::array()));
        r.healing = narrowed(json.value("healing", std::string()));
        return r;
    } catch (const std::exception&) {
        throw Error("a file record of the index is damaged; rebuild it with: minutes index --fresh PATH...");
    }
}

}  // namespace minutes
