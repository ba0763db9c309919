#include "searcher/acronym_senses.hpp"

#include "analyzers/acronym_alignment.hpp"
#include "analyzers/tokens.hpp"
#include "searcher/compile.hpp"

#include <algorithm>
#include <map>

namespace minutes {
namespace {

using Xapian::Query;

constexpr std::uint64_t kAgreedPercent = 80;

struct Definition {
    std::string long_form;
    std::uint64_t passages = 0;
};

/// What makes two long forms one meaning: their words without linking ones, by their stems.
std::string meaning_of(std::string_view long_form) {
    std::string meaning;
    const Tokens tokens = tokenise(long_form);
    for (const Token& token : tokens.list) {
        if (token.whole) continue;
        std::string form(tokens.form(token));
        if (long_form_word(form, {0, static_cast<std::uint32_t>(form.size())}).linking) continue;
        if (const std::string alias = alias_of(form); !alias.empty()) form = alias;
        meaning += stem(form) + ' ';
    }
    return meaning;
}

bool is_frequent_first(std::uint64_t a, std::uint64_t b, const std::string& name_a, const std::string& name_b) {
    return a != b ? a > b : name_a < name_b;
}

std::vector<AcronymSense> grouped(std::vector<Definition> definitions) {
    std::sort(definitions.begin(), definitions.end(), [](const Definition& a, const Definition& b) {
        return is_frequent_first(a.passages, b.passages, a.long_form, b.long_form);
    });
    std::map<std::string, AcronymSense> by_meaning;
    for (const Definition& definition : definitions) {
        AcronymSense& sense = by_meaning[meaning_of(definition.long_form)];
        sense.long_forms.push_back(definition.long_form);
        sense.passages += definition.passages;
    }
    std::vector<AcronymSense> senses;
    for (auto& [meaning, sense] : by_meaning) senses.push_back(std::move(sense));
    std::sort(senses.begin(), senses.end(), [](const AcronymSense& a, const AcronymSense& b) {
        return is_frequent_first(a.passages, b.passages, a.long_forms.front(), b.long_forms.front());
    });
    return senses;
}

std::uint64_t passages_within(const Xapian::Database& database, const std::string& term, const Query& scope) {
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Query(Query::OP_FILTER, Query(term), scope));
    return enquire.get_mset(0, database.get_termfreq(term)).size();
}

/// The long forms of an acronym and how many passages of the scope give each; `scope` is empty for the whole index.
std::vector<AcronymSense> senses_within(const Xapian::Database& database, std::string_view key, const Query& scope) {
    std::vector<Definition> definitions;
    const std::string start = std::string(kAcronymPrefix) + std::string(key) + "=";
    for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
        const std::uint64_t passages = scope.empty() ? term.get_termfreq() : passages_within(database, *term, scope);
        if (passages > 0) definitions.push_back({(*term).substr(start.size()), passages});
    }
    return grouped(std::move(definitions));
}

struct NamedScope {
    std::string name;
    Query query;
};

void add_key_filters(const Xapian::Database& database, const Node& node, std::vector<NamedScope>& scopes) {
    const auto* filter = std::get_if<Filter>(&node.is);
    if (filter != nullptr && filter->field->use == FieldUse::key) {
        const bool file = filter->field->name == "file";
        scopes.push_back({"the " + std::string(file ? "document" : filter->field->name == "id" ? "passage" : filter->field->name), compile(node, database).query});
    }
    if (const auto* all = std::get_if<All>(&node.is))
        for (const Node& part : all->of) add_key_filters(database, part, scopes);
}

std::vector<NamedScope> scopes_of(const Xapian::Database& database, const Request& request) {
    std::vector<NamedScope> scopes;
    add_key_filters(database, request.query, scopes);
    for (const Filter& selection : request.selections) {
        if (selection.field->name != "council") continue;
        std::string names;
        for (const std::string& value : selection.values) names += (names.empty() ? "council " : ", ") + value;
        scopes.push_back({names, compile(Node{selection, {}}, database).query});
    }
    return scopes;
}

}  // namespace

const AcronymSense* AcronymSenses::agreed() const {
    std::uint64_t all = 0;
    for (const AcronymSense& sense : senses) all += sense.passages;
    return all > 0 && senses.front().passages * 100 >= all * kAgreedPercent ? &senses.front() : nullptr;
}

std::string acronym_key(std::string_view typed) {
    std::string capitals(typed);
    if (const auto known = read_acronym(typed)) capitals = known->printed;
    std::string key;
    for (const char c : capitals) {
        if (c >= 'A' && c <= 'Z') key += static_cast<char>(c - 'A' + 'a');
        else if (c != '.') key += c;
    }
    return key;
}

AcronymSenses acronym_senses(const Xapian::Database& database, const Request& request, std::string_view key) {
    const std::string start = std::string(kAcronymPrefix) + std::string(key) + "=";
    if (database.allterms_begin(start) == database.allterms_end(start)) return {"the index", {}};
    for (const NamedScope& scope : scopes_of(database, request)) {
        if (scope.query.empty()) continue;
        std::vector<AcronymSense> senses = senses_within(database, key, scope.query);
        if (!senses.empty()) return {scope.name, std::move(senses)};
    }
    return {"the index", senses_within(database, key, Query())};
}

}  // namespace minutes
