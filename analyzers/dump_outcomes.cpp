#include "analyzers/dump_outcomes.hpp"

#include "analyzers/structure/plain_text.hpp"

#include <nlohmann/json.hpp>

namespace minutes {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(std::string_view value) { return value.empty() ? Json(nullptr) : Json(value); }
Json or_null(const std::optional<int>& value) { return value ? Json(*value) : Json(nullptr); }

std::string text_of(const Document& doc, const std::vector<Span>& parts) {
    std::string text;
    for (const Span part : parts) {
        if (!text.empty()) text += ' ';
        text += slice(doc.text, part);
    }
    return text;
}

Json to_json(const Vote& vote) {
    if (vote.at.empty()) return nullptr;
    return {{"for", or_null(vote.in_favour)}, {"against", or_null(vote.against)}, {"abstained", or_null(vote.abstained)}, {"words", or_null(vote.words)}, {"lost", vote.lost},
            {"voted_for", vote.voted_for}, {"voted_against", vote.voted_against}, {"abstainers", vote.abstainers}, {"span", Json::array({vote.at.begin, vote.at.end})}};
}

Json to_json(const Document& doc, const Outcome& outcome) {
    Json json{{"kind", name_of(outcome.kind)}, {"passage", outcome.passage}, {"limb", or_null(outcome.limb)}, {"text", text_of(doc, outcome.parts)}};
    json["parts"] = Json::array();
    for (const Span part : outcome.parts) json["parts"].push_back(Json::array({part.begin, part.end}));
    json["mover"] = or_null(outcome.mover);
    json["seconder"] = or_null(outcome.seconder);
    json["vote"] = to_json(outcome.vote);
    json["owner"] = or_null(outcome.owner);
    json["owner_person"] = or_null(outcome.owner_person);
    json["due"] = or_null(outcome.due);
    return json;
}

Json to_json(TurnAt at) { return {{"passage", at.passage}, {"turn", at.turn}}; }

Json to_json(const Exchange& exchange) {
    Json json{{"question", to_json(exchange.question)}};
    json["answers"] = Json::array();
    for (const TurnAt answer : exchange.answers) json["answers"].push_back(to_json(answer));
    json["rule"] = exchange.rule;
    return json;
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

void add_outcomes(Json& json, const Document& doc, const Item& item) {
    json["outcomes"] = Json::array();
    for (const Outcome& outcome : item.outcomes) json["outcomes"].push_back(to_json(doc, outcome));
    json["exchanges"] = Json::array();
    for (const Exchange& exchange : item.exchanges) json["exchanges"].push_back(to_json(exchange));
}

std::string outcomes_text(const Document& doc, const Item& item) {
    std::string text;
    for (const Outcome& outcome : item.outcomes) text += text_of(doc, outcome);
    for (const Exchange& exchange : item.exchanges) text += text_of(exchange);
    return text;
}

}  // namespace minutes
