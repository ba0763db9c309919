#include "searcher/render_widened.hpp"

#include "searcher/printable.hpp"

#include <nlohmann/json.hpp>

namespace minutes {
namespace {

using Json = nlohmann::ordered_json;

std::string_view sign_of(const Widened& widened) { return widened.kind == "acronym" ? "~" : widened.kind == "concept" ? "concept:" : ""; }

void add(std::string& list, const std::string& part) { list += (list.empty() ? "" : ", ") + part; }

}  // namespace

std::string widened_as_text(const std::vector<Widened>& widened) {
    std::string text;
    for (const Widened& part : widened) {
        std::string found, absent;
        for (const Variant& variant : part.variants) {
            if (variant.occurrences == 0) add(absent, printable(variant.name));
            else add(found, printable(variant.name) + " " + grouped(variant.occurrences) + " in " + counted(variant.passages, "passage"));
        }
        text += std::string(sign_of(part)) + printable(part.of) + ": " + (found.empty() ? "nothing found" : found) + (absent.empty() ? "" : "; not found: " + absent) + ".\n";
    }
    return text;
}

std::string suggestions_as_text(const std::vector<Suggestion>& suggestions) {
    std::string text;
    for (const Suggestion& suggestion : suggestions) {
        std::string list;
        for (const SuggestedWord& word : suggestion.instead)
            list += (list.empty() ? "" : " or ") + printable(word.form) + " (" + counted(word.passages, "passage") + ")";
        text += "\"" + printable(suggestion.word) + "\" is nowhere in the index" + (list.empty() ? ", nor a word near it.\n" : "; did you mean " + list + "?\n");
    }
    return text;
}

Json widened_json(const std::vector<Widened>& widened) {
    Json json = Json::array();
    for (const Widened& part : widened) {
        Json variants = Json::array();
        for (const Variant& variant : part.variants) variants.push_back({{"name", variant.name}, {"occurrences", variant.occurrences}, {"passages", variant.passages}});
        json.push_back({{"kind", part.kind}, {"of", part.of}, {"variants", std::move(variants)}});
    }
    return json;
}

Json suggestions_json(const std::vector<Suggestion>& suggestions) {
    Json json = Json::array();
    for (const Suggestion& suggestion : suggestions) {
        Json instead = Json::array();
        for (const SuggestedWord& word : suggestion.instead) instead.push_back({{"word", word.form}, {"passages", word.passages}});
        json.push_back({{"word", suggestion.word}, {"instead", std::move(instead)}});
    }
    return json;
}

}  // namespace minutes
