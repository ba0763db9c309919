#include "analyzers/dump_outcomes.hpp"

#include "analyzers/structure/plain_text.hpp"

namespace minutes {
namespace {

std::string text_of(const Document& doc, const std::vector<Span>& parts) {
    std::string text;
    for (const Span part : parts) {
        if (!text.empty()) text += ' ';
        text += slice(doc.text, part);
    }
    return text;
}

void write_number(JsonWriter& json, std::string_view name, const std::optional<int>& value) {
    json.key(name);
    value ? json.number(static_cast<std::uint64_t>(*value)) : json.null();
}

void write_names(JsonWriter& json, std::string_view name, const std::vector<std::string>& names) {
    json.key(name).begin_array();
    for (const std::string& one : names) json.string(one);
    json.end_array();
}

void write(JsonWriter& json, const Vote& vote) {
    if (vote.at.empty()) return json.null();
    json.begin_object();
    write_number(json, "for", vote.in_favour);
    write_number(json, "against", vote.against);
    write_number(json, "abstained", vote.abstained);
    json.key("words").string_or_null(vote.words);
    json.key("lost").boolean(vote.lost);
    write_names(json, "voted_for", vote.voted_for);
    write_names(json, "voted_against", vote.voted_against);
    write_names(json, "abstainers", vote.abstainers);
    json.key("span").span(vote.at);
    json.end_object();
}

void write(JsonWriter& json, const Document& doc, const Outcome& outcome) {
    json.begin_object();
    json.key("kind").string(name_of(outcome.kind));
    json.key("passage").number(static_cast<std::uint64_t>(outcome.passage));
    json.key("limb").string_or_null(outcome.limb);
    json.key("text").string(text_of(doc, outcome.parts));
    json.key("parts").begin_array();
    for (const Span part : outcome.parts) json.span(part);
    json.end_array();
    json.key("mover").string_or_null(outcome.mover);
    json.key("seconder").string_or_null(outcome.seconder);
    json.key("vote");
    write(json, outcome.vote);
    json.key("owner").string_or_null(outcome.owner);
    json.key("owner_person").string_or_null(outcome.owner_person);
    json.key("due").string_or_null(outcome.due);
    json.end_object();
}

void write(JsonWriter& json, TurnAt at) {
    json.begin_object();
    json.key("passage").number(static_cast<std::uint64_t>(at.passage));
    json.key("turn").number(static_cast<std::uint64_t>(at.turn));
    json.end_object();
}

void write(JsonWriter& json, const Exchange& exchange) {
    json.begin_object();
    json.key("question");
    write(json, exchange.question);
    json.key("answers").begin_array();
    for (const TurnAt answer : exchange.answers) write(json, answer);
    json.end_array();
    json.key("rule").string(exchange.rule);
    json.end_object();
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::string text_of(const Vote& vote) {
    if (vote.at.empty()) return {};
    std::string text = "; vote:";
    const auto side = [&](std::string_view name, const std::optional<int>& number, const std::vector<std::string>& names) {
        if (!number && names.empty()) return;
        text += " " + std::string(name) + (number ? " " + std::to_string(*number) : "") + (names.empty() ? "" : " (" + joined(names) + ")");
    };
    side("for", vote.in_favour, vote.voted_for);
    side("against", vote.against, vote.voted_against);
    side("abstained", vote.abstained, vote.abstainers);
    if (!vote.words.empty()) text += " " + vote.words;
    return text + (vote.lost ? " [lost]" : "");
}

std::string text_of(const Document& doc, const Outcome& outcome) {
    std::string line = "    > " + std::string(name_of(outcome.kind)) + " @" + std::to_string(outcome.passage) + (outcome.limb.empty() ? "" : " (" + outcome.limb + ")") + ": " + collapsed(text_of(doc, outcome.parts));
    if (!outcome.mover.empty()) line += "; moved by " + outcome.mover;
    if (!outcome.seconder.empty()) line += "; seconded by " + outcome.seconder;
    line += text_of(outcome.vote);
    if (!outcome.owner.empty()) line += "; owner " + outcome.owner + (outcome.owner_person.empty() ? "" : " [" + outcome.owner_person + "]");
    if (!outcome.due.empty()) line += "; due " + outcome.due;
    return line + "\n";
}

std::string text_of(TurnAt at) { return std::to_string(at.passage) + "." + std::to_string(at.turn); }

std::string text_of(const Exchange& exchange) {
    std::string line = "    ? " + text_of(exchange.question) + " ->";
    for (const TurnAt answer : exchange.answers) line += " " + text_of(answer);
    return line + " " + std::string(exchange.rule) + "\n";
}

}  // namespace

void write_outcomes(JsonWriter& json, const Document& doc, const Item& item) {
    json.key("outcomes").begin_array();
    for (const Outcome& outcome : item.outcomes) write(json, doc, outcome);
    json.end_array();
    json.key("exchanges").begin_array();
    for (const Exchange& exchange : item.exchanges) write(json, exchange);
    json.end_array();
}

std::string outcomes_text(const Document& doc, const Item& item) {
    std::string text;
    for (const Outcome& outcome : item.outcomes) text += text_of(doc, outcome);
    for (const Exchange& exchange : item.exchanges) text += text_of(exchange);
    return text;
}

}  // namespace minutes
