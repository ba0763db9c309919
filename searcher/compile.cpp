#include "searcher/compile.hpp"

#include "indexer/schema.hpp"
#include "searcher/match.hpp"

#include <algorithm>

namespace minutes {
namespace {

using Xapian::Query;

template <typename... Cases>
struct Visitor : Cases... {
    using Cases::operator()...;
};

Query all_passages() { return Query(Query::OP_SCALE_WEIGHT, Query(make_term(*field_named("type"), "passage")), 0.0); }
Query weightless(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0.0); }

/// The terms under which a word is found, in the body or (with prefix S) in titles.
Query word_query(const Word& word, const std::string& prefix) {
    std::vector<Query> forms{Query(make_term(prefix, word.form))};
    if (!word.alias.empty()) forms.emplace_back(make_term(prefix, word.alias));
    if (!word.stem.empty()) forms.emplace_back(make_term("Z" + prefix, word.stem));
    return Query(Query::OP_OR, forms.begin(), forms.end());
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
Compiled title_query(const Filter& filter) {
    std::vector<Query> values;
    for (const std::string& value : filter.values) {
        std::vector<Query> words;
        const Tokens tokens = tokenise(value);
        for (const Token& token : tokens.list) {
            const std::string_view form = tokens.form(token);
            if (!token.whole) words.push_back(word_query(stemmed_word(form), "S"));
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
        [](const Word& word) { return Compiled{word_query(word, ""), true}; },
        [](const Phrase& phrase) {
            std::vector<Query> words;
            for (const Place& place : phrase.places)
                for (const Word& word : place.any) words.push_back(word_query(word, ""));
            return Compiled{Query(Query::OP_AND, words.begin(), words.end()), false};
        },
        [&](const Filter& filter) {
            if (filter.field->use == FieldUse::words) return title_query(filter);
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
        [](const auto&) -> Compiled { throw Refused("this part of the language is not supported yet"); },
    }, node.is);
}

}  // namespace minutes
