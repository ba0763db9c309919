#include "searcher/passage_ranking.hpp"

#include "indexer/schema.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace minutes {
namespace {

using Xapian::Query;

/// A field of evidence: the prefix of its terms, and what it weighs while candidates are collected.
struct EvidenceField {
    std::string_view prefix;
    double weight;
};

constexpr EvidenceField kEvidenceFields[] = {{"", 1}, {"S", 0.5}, {kSpeakerWordsPrefix, 0.5}, {kMeetingWordsPrefix, 0.1}};

std::vector<std::string> terms_of(const RankingWord& word, std::string_view prefix) {
    std::vector<std::string> terms{make_term(prefix, word.form)};
    if (!word.alias.empty()) terms.push_back(make_term(prefix, word.alias));
    if (!word.stem.empty()) terms.push_back(make_term("Z" + std::string(prefix), word.stem));
    for (const std::string& other : word.also) terms.push_back(make_term("Z" + std::string(prefix), other));
    return terms;
}

/// In how many passages the word stands, in the field where that is most.
double passages_with(const Xapian::Database& database, const RankingWord& word) {
    Xapian::doccount most = 0;
    for (const EvidenceField& field : kEvidenceFields)
        if (field.prefix != kMeetingWordsPrefix)
            for (const std::string& term : terms_of(word, field.prefix)) most = std::max(most, database.get_termfreq(term));
    return most;
}

}  // namespace

Relevance make_relevance(const Xapian::Database& database, std::vector<RankingWord> words) {
    const double passages = database.get_termfreq(make_term(*field_named("type"), "passage"));
    std::vector<double> rarity;
    for (const RankingWord& word : words) {
        const double with = word.importance > 0 ? passages_with(database, word) : 0;
        rarity.push_back(std::log(1 + (std::max(passages - with, 0.0) + 0.5) / (with + 0.5)));
    }
    // A word is a term twice, as it stands and by its stem; titles and names are a small part.
    const double mean_words = database.get_average_length() / 2;
    return Relevance(std::move(words), std::move(rarity), mean_words);
}

Query any_of_words(const std::vector<RankingWord>& words) {
    std::vector<Query> any;
    for (const RankingWord& word : words) {
        if (word.importance <= 0) continue;
        std::vector<Query> fields;
        for (const EvidenceField& field : kEvidenceFields) {
            const std::vector<std::string> terms = terms_of(word, field.prefix);
            fields.emplace_back(Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, terms.begin(), terms.end()), field.weight * word.importance);
        }
        any.emplace_back(Query::OP_OR, fields.begin(), fields.end());
    }
    return Query(Query::OP_OR, any.begin(), any.end());
}

}  // namespace minutes
