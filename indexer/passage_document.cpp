#include "indexer/passage_document.hpp"

#include "analyzers/acronyms.hpp"
#include "indexer/evidence_words.hpp"
#include "indexer/facet_values.hpp"
#include "indexer/schema.hpp"

#include <xapian.h>

#include <algorithm>
#include <unordered_map>

namespace minutes {
namespace {

constexpr std::size_t kMaxDataBytes = 16u << 20;

/// Values of closed and open sets are stored folded, keys as they are.
void add_value_terms(Xapian::Document& document, const Record& record) {
    for (const Field& field : kFields) {
        if (field.use == FieldUse::words || field.use == FieldUse::range) continue;
        for (const std::string& value : facet_values(record, field)) {
            const std::string stored = field.use == FieldUse::key ? value : fold_value(value);
            if (!stored.empty()) document.add_boolean_term(make_term(field, stored));
        }
    }
}

/// Words under `prefix` and their stems under Z + prefix. The number of times counts; positions are not kept.
void add_word_terms(Xapian::Document& document, const Tokens& tokens, const std::string& prefix) {
    std::unordered_map<std::string, Xapian::termcount> terms;
    for (const Token& token : tokens.list) {
        const std::string_view form = tokens.form(token);
        if (form.find('\0') != std::string_view::npos) continue;
        ++terms[make_term(prefix, form)];
        if (const std::string alias = alias_of(form); !alias.empty()) ++terms[make_term(prefix, alias)];
        if (!token.whole) ++terms[make_term("Z" + prefix, stem(form))];
    }
    for (const auto& [term, count] : terms) document.add_term(term, count);
}

/// What the passage says that acronyms stand for. Running heads and lists of documents define nothing.
void add_acronym_terms(Xapian::Document& document, const Record& record) {
    if (record.kind == kFurnitureKind) return;
    for (const AcronymDefinition& definition : find_acronyms(record.text)) {
        std::string value;
        for (const char c : definition.acronym) value += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        value += '=';
        for (const char c : slice(record.text, definition.at_words))
            if (const bool space = c == ' ' || c == '\n' || c == '\t'; !space) value += c;
            else if (value.back() != ' ') value += ' ';
        if (value.find('\0') == std::string::npos) document.add_boolean_term(make_term(kAcronymPrefix, value));
    }
}

std::string compact_date(const std::string& iso) {
    std::string digits = iso;
    digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
    return digits;
}

}  // namespace

Xapian::Document passage_document(const Record& record, const Tokens& body) {
    Xapian::Document document;
    std::string data = encode_record(record);
    if (data.size() > kMaxDataBytes) throw Xapian::InvalidArgumentError("a passage of " + std::to_string(data.size()) + " bytes is too long to store");
    document.set_data(data);
    add_word_terms(document, body, "");
    add_word_terms(document, tokenise(record.item_title), "S");
    add_word_terms(document, tokenise(speaker_words(record)), std::string(kSpeakerWordsPrefix));
    add_word_terms(document, tokenise(meeting_words(record)), std::string(kMeetingWordsPrefix));
    add_value_terms(document, record);
    add_acronym_terms(document, record);
    document.add_boolean_term(make_term(*field_named("type"), "passage"));
    if (!record.date.empty()) document.add_value(static_cast<Xapian::valueno>(field_named("date")->slot), compact_date(record.date));
    return document;
}

std::string terms_and_values(const Xapian::Document& document) {
    std::string text;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) text += *term + '\0' + std::to_string(term.get_wdf()) + '\0';
    for (auto value = document.values_begin(); value != document.values_end(); ++value) text += std::to_string(value.get_valueno()) + '=' + *value + '\0';
    return text;
}

std::string terms_and_values(const Record& record, const Tokens& body) { return terms_and_values(passage_document(record, body)); }

}  // namespace minutes
