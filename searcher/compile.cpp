#include "searcher/compile.hpp"

#include "corpus/problem.hpp"
#include "indexer/schema.hpp"
#include "searcher/filter_level.hpp"
#include "searcher/match.hpp"
#include "searcher/request.hpp"
#include "searcher/scopes.hpp"

#include <algorithm>

namespace minutes {
namespace {

using Xapian::Query;

template <typename... Cases>
struct Visitor : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Visitor(Cases...) -> Visitor<Cases...>;

Query all_passages() { return Query(Query::OP_SCALE_WEIGHT, Query(make_term(*field_named("type"), "passage")), 0.0); }
Query weightless(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0.0); }

/// The words of the index that begin with `start`, as terms. References are among them: a superset.
void add_terms(const Word& word, const std::string& start, const Xapian::Database& database, std::vector<Query>& terms) {
    for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
        if (terms.size() == kMaxExpandedWords)
            throw Refused("the wildcard " + word.form + "* stands for more than " + std::to_string(kMaxExpandedWords) +
                          " different words of this index (limit: words of a wildcard); write more letters before the star");
        terms.emplace_back(*term);
    }
}

Query prefix_query(const Word& word, const Xapian::Database& database) {
    std::vector<Query> terms;
    add_terms(word, word.form, database, terms);
    if (!word.alias.empty()) add_terms(word, word.alias, database, terms);
    return Query(Query::OP_SYNONYM, terms.begin(), terms.end());
}

/// The terms under which a word is found, in the body or (with prefix S) in titles.
Query word_query(const Word& word, const std::string& prefix, const Xapian::Database& database) {
    if (word.prefix) return prefix_query(word, database);
    std::vector<Query> forms{Query(make_term(prefix, word.form))};
    if (!word.alias.empty()) forms.emplace_back(make_term(prefix, word.alias));
    if (!word.stem.empty()) forms.emplace_back(make_term("Z" + prefix, word.stem));
    for (const std::string& other : word.family) forms.emplace_back(make_term("Z" + prefix, other));
    return Query(Query::OP_OR, forms.begin(), forms.end());
}

Query phrase_query(const Phrase& phrase, const Xapian::Database& database) {
    std::vector<Query> places;
    for (const Place& place : phrase.places) {
        std::vector<Query> words;
        for (const Word& word : place.any) words.push_back(word_query(word, "", database));
        places.emplace_back(Query::OP_OR, words.begin(), words.end());
    }
    return Query(Query::OP_AND, places.begin(), places.end());
}

Query compiled_parts(const Node& node, Query::op op, const Xapian::Database& database) {
    std::vector<Query> parts;
    for (const Node* part : parts_of(node)) parts.push_back(compile(*part, database).query);
    return Query(op, parts.begin(), parts.end());
}

/// The passages of the items or meetings that answer, if these are few.
Query scope_query(const Scope& scope) {
    constexpr std::size_t kMostTerms = 5'000;  // a query of more costs more than it spares
    std::vector<std::string> ids;
    for (const auto& [id, unit] : scope.answers->units)
        if (unit.holds) ids.push_back(id);
    if (scope.answers->elsewhere || ids.size() > kMostTerms) return all_passages();
    std::sort(ids.begin(), ids.end());
    return unit_query(scope.unit, ids);
}

/// The words and phrases of the scopes in a conjunction of scopes and filters alone: one of them stands in every answer.
Query scope_words(const Node& node, const Xapian::Database& database) {
    std::vector<Query> words;
    const auto walk = [&](const auto& self, const Node& part) -> void {
        if (std::holds_alternative<Not>(part.is)) return;
        const bool group = std::holds_alternative<All>(part.is) || std::holds_alternative<Any>(part.is) || std::holds_alternative<Scope>(part.is);
        if (group) for (const Node* inner : parts_of(part)) self(self, *inner);
        else if (has_positive_words(part)) words.push_back(compile(part, database).query);
    };
    walk(walk, node);
    return Query(Query::OP_OR, words.begin(), words.end());
}

/// Scopes and filters side by side, of which some scope has words.
bool is_all_scopes(const std::vector<const Node*>& parts) {
    const auto plain = [](const Node* part) { return std::holds_alternative<Filter>(part->is) || std::holds_alternative<DateRange>(part->is); };
    const auto scope = [](const Node* part) { return std::holds_alternative<Scope>(part->is); };
    return std::all_of(parts.begin(), parts.end(), [&](const Node* part) { return plain(part) || scope(part); }) &&
           std::any_of(parts.begin(), parts.end(), [&](const Node* part) { return scope(part) && has_positive_words(*part); });
}

/// A value that was too long for a term ends in '#' and a hash: it can only be judged by its record.
bool is_shortened(const std::string& term) { return term.size() > kMaxTermBytes / 2 && term.find('#') != std::string::npos; }

Compiled facet_query(const Filter& filter, const Xapian::Database& database) {
    std::vector<Query> terms;
    bool exact = true;
    for (const std::string& term : facet_terms(database, *filter.field)) {
        const bool shortened = is_shortened(term);
        const bool wanted = std::any_of(filter.values.begin(), filter.values.end(),
                                        [&](const std::string& value) { return value_matches(*filter.field, term, value); });
        if (!wanted && !shortened) continue;
        if (shortened) exact = false;
        terms.emplace_back(std::string(filter.field->prefix) + term);
    }
    if (terms.empty()) return {Query(), true};  // nothing in the index has such a value
    return {weightless(Query(Query::OP_OR, terms.begin(), terms.end())), exact};
}

Word stemmed_word(std::string_view form) {
    Word word;
    word.form = form;
    word.alias = alias_of(form);
    word.stem = stem(form);
    return word;
}

/// title:ofsted, title:"annual report": all the words of a value stand in the title; any of the values will do.
Compiled title_query(const Filter& filter, const Xapian::Database& database) {
    std::vector<Query> values;
    for (const std::string& value : filter.values) {
        std::vector<Query> words;
        const Tokens tokens = tokenise(value);
        for (const Token& token : tokens.list) {
            const std::string_view form = tokens.form(token);
            if (!token.whole) words.push_back(word_query(stemmed_word(form), "S", database));
        }
        values.emplace_back(Query::OP_AND, words.begin(), words.end());
    }
    return {weightless(Query(Query::OP_OR, values.begin(), values.end())), false};
}

Compiled key_query(const Filter& filter) {
    std::vector<Query> terms;
    for (const std::string& value : filter.values) terms.emplace_back(make_term(*filter.field, value));
    return {weightless(Query(Query::OP_OR, terms.begin(), terms.end())), true};
}

Compiled date_query(const DateRange& range) {
    const auto compact = [](std::string day) {
        std::erase(day, '-');
        return day;
    };
    // "0" is below every date and above the empty value of an undated meeting, which no range contains.
    const std::string from = range.from.empty() ? "0" : compact(range.from);
    const std::string to = range.to.empty() ? "99999999" : compact(range.to);
    return {weightless(Query(Query::OP_VALUE_RANGE, static_cast<Xapian::valueno>(field_named("date")->slot), from, to)), true};
}

Compiled conjunction(const All& all, const Xapian::Database& database) {
    std::vector<Query> wanted;
    Query unwanted;
    bool exact = true;
    for (const Node& node : all.of) {
        if (const Not* negation = std::get_if<Not>(&node.is)) {
            const Compiled inner = compile(*negation->of, database);
            if (inner.exact) unwanted = unwanted.empty() ? inner.query : Query(Query::OP_OR, unwanted, inner.query);
            else exact = false;
            continue;
        }
        const Compiled inner = compile(node, database);
        exact = exact && inner.exact;
        wanted.push_back(inner.query);
    }
    if (wanted.empty()) wanted.push_back(all_passages());
    const Query positive(Query::OP_AND, wanted.begin(), wanted.end());
    return {unwanted.empty() ? positive : Query(Query::OP_AND_NOT, positive, unwanted), exact};
}

}  // namespace

Query unit_query(ScopeUnit unit, const std::vector<std::string>& ids) {
    const Field& field = *field_named(unit == ScopeUnit::item ? "item" : "meeting");
    std::vector<Query> terms;
    for (const std::string& id : ids) terms.emplace_back(make_term(field, id));
    return weightless(Query(Query::OP_OR, terms.begin(), terms.end()));
}

Query candidates_query(const Node& node, const Xapian::Database& database) {
    const Query query = compile(node, database).query;
    const std::vector<const Node*> parts = parts_of_conjunction(node);
    return is_all_scopes(parts) ? Query(Query::OP_AND, query, scope_words(node, database)) : query;
}

std::vector<std::string> facet_terms(const Xapian::Database& database, const Field& field) {
    std::vector<std::string> terms;
    const std::string prefix(field.prefix);
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term)
        terms.push_back((*term).substr(prefix.size()));
    return terms;
}

Compiled compile(const Node& node, const Xapian::Database& database) {
    return std::visit(Visitor{
        [](const Everything&) { return Compiled{all_passages(), true}; },
        [&](const Word& word) { return Compiled{word_query(word, "", database), !word.prefix && !word.capitals}; },
        [&](const Phrase& phrase) { return Compiled{phrase_query(phrase, database), false}; },
        [&](const Near&) { return Compiled{compiled_parts(node, Query::OP_AND, database), false}; },
        [&](const Start&) { return Compiled{compiled_parts(node, Query::OP_AND, database), false}; },
        [&](const Expansion&) { return Compiled{compiled_parts(node, Query::OP_OR, database), false}; },
        [&](const Scope& scope) { return Compiled{scope_query(scope), false}; },
        [&](const Filter& filter) {
            if (filter.field->use == FieldUse::words) return title_query(filter, database);
            return filter.field->use == FieldUse::key ? key_query(filter) : facet_query(filter, database);
        },
        [](const DateRange& range) { return date_query(range); },
        [&](const All& all) { return conjunction(all, database); },
        [&](const Any& any) {
            Compiled either{Query(), true};
            std::vector<Query> branches;
            for (const Node& branch : any.of) {
                const Compiled inner = compile(branch, database);
                branches.push_back(inner.query);
                either.exact = either.exact && inner.exact;
            }
            either.query = Query(Query::OP_OR, branches.begin(), branches.end());
            return either;
        },
        [&](const Not& negation) {
            const Compiled inner = compile(*negation.of, database);
            if (!inner.exact) return Compiled{all_passages(), false};
            return Compiled{Query(Query::OP_AND_NOT, all_passages(), inner.query), true};
        },
    }, node.is);
}

}  // namespace minutes
