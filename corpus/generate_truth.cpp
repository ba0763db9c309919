#include "corpus/generate_truth.hpp"

namespace minutes::synthetic {
namespace {

/// Appends JSON by hand: the truth is as long as the text itself, and building a tree first would take longer than all else.
class Json {
  public:
    Json& raw(std::string_view text) {
        text_ += text;
        return *this;
    }

    /// Only what the generator prints is escaped: quotes, back slashes and control characters.
    Json& string(std::string_view value) {
        text_ += '"';
        for (const char c : value) {
            if (c == '"' || c == '\\') (text_ += '\\') += c;
            else if (c == '\n') text_ += "\\n";
            else if (c == '\t') text_ += "\\t";
            else text_ += c;
        }
        text_ += '"';
        return *this;
    }

    Json& field(std::string_view name, std::string_view value) { return raw(",\"").raw(name).raw("\":").string(value); }
    Json& field_or_null(std::string_view name, std::string_view value) {
        return value.empty() ? raw(",\"").raw(name).raw("\":null") : field(name, value);
    }
    Json& flag(std::string_view name, bool value) { return raw(",\"").raw(name).raw(value ? "\":true" : "\":false"); }
    Json& span(Span at) { return raw("[").raw(std::to_string(at.begin)).raw(",").raw(std::to_string(at.end)).raw("]"); }
    std::string take() { return std::move(text_); }

  private:
    std::string text_;
};

/// `, "name": [ each, each ]`
template <typename List, typename Each>
void add_list(Json& json, std::string_view name, const List& list, Each each) {
    json.raw(",\"").raw(name).raw("\":[");
    bool first = true;
    for (const auto& element : list) {
        if (!first) json.raw(",");
        first = false;
        each(element);
    }
    json.raw("]");
}

void add_speaker(Json& json, const Turn& turn) {
    json.raw("{\"role\":").string(turn.role).field_or_null("person", turn.person).field("act", turn.act);
    json.field("attribution", turn.attribution).field_or_null("surface", turn.surface).raw("}");
}

void add_passage(Json& json, const Printed& printed, const TruePassage& passage) {
    json.raw("{\"kind\":").string(passage.kind).field_or_null("number", passage.number).flag("incomplete", passage.incomplete);
    json.raw(",\"span\":").span({passage.parts.front().begin, passage.parts.back().end});
    if (passage.parts.size() > 1) add_list(json, "parts", passage.parts, [&](Span part) { json.span(part); });
    json.field("text", text_of(printed, passage));
    add_list(json, "speakers", passage.turns, [&](const Turn& turn) { add_speaker(json, turn); });
    json.raw("}");
}

void add_item(Json& json, const Printed& printed, const TrueItem& item) {
    json.raw("{\"number\":").raw(item.number.empty() ? "null" : "");
    if (!item.number.empty()) json.string(item.number);
    json.field_or_null("title", item.title).field("kind", item.kind).flag("incomplete", item.incomplete);
    add_list(json, "passages", item.passages, [&](const TruePassage& passage) { add_passage(json, printed, passage); });
    json.raw("}");
}

void add_meeting(Json& json, const Printed& printed) {
    json.raw("{\"council\":").raw(printed.council.empty() ? "null" : "");
    if (!printed.council.empty()) json.string(printed.council);
    json.field_or_null("council_evidence", printed.council.empty() ? "" : "stated").field_or_null("committee", printed.committee);
    json.field_or_null("date", printed.date).field_or_null("date_evidence", printed.date.empty() ? "" : printed.date_evidence);
    json.field_or_null("start", printed.start).field_or_null("end", printed.end);
    json.field_or_null("venue", printed.venue).field_or_null("chair", printed.chair);
    add_list(json, "people", printed.people, [&](const TruePerson& person) {
        json.raw("{\"name\":").string(person.name).field("role", person.role).field_or_null("post", person.post).field("status", person.status).raw("}");
    });
    add_list(json, "items", printed.items, [&](const TrueItem& item) { add_item(json, printed, item); });
    json.raw("}");
}

unsigned planted_in(const Printed& printed) {
    unsigned planted = 0;
    for (const TrueItem& item : printed.items)
        for (const TruePassage& passage : item.passages) planted += count_planted(text_of(printed, passage));
    return planted;
}

}  // namespace

unsigned count_planted(std::string_view text) {
    unsigned found = 0;
    for (std::size_t at = text.find("gency staff"); at != std::string_view::npos; at = text.find("gency staff", at + 1))
        if (at > 0 && (text[at - 1] == 'a' || text[at - 1] == 'A')) ++found;
    return found;
}

std::string truth_line(const Printed& printed, std::string_view layout, std::string_view source) {
    Json json;
    json.raw("{\"format\":\"minutes-segment\",\"version\":1").field("source", source).field("layout", layout);
    json.raw(",\"planted\":").raw(std::to_string(planted_in(printed))).raw(",\"meetings\":[");
    add_meeting(json, printed);
    json.raw("]}\n");
    return json.take();
}

}  // namespace minutes::synthetic
