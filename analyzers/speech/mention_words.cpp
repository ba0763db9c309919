#include "analyzers/speech/mention_words.hpp"

#include "analyzers/people/patterns.hpp"
#include "analyzers/people/person_names.hpp"
#include "analyzers/people/role_titles.hpp"
#include "analyzers/tables.hpp"

namespace minutes {

extern const std::string_view k_groups_tsv;

namespace {

const WordSet kDeterminers = {"a", "an", "the", "one", "another", "some", "several", "all", "many", "most", "other", "both", "two", "three", "four", "various",
                         "individual", "few", "this", "these", "those", "further", "any", "our", "number", "majority", "of", "certain"};

}  // namespace

const GroupTable& groups() {
    static const GroupTable table = [] {
        GroupTable result;
        for (const TableRow& row : table_rows(k_groups_tsv, 3)) {
            if (row[1] == "noun") result.nouns[row[0]] = role_named(row[2]).value_or(Role::unattributed);
            if (row[1] == "body") result.bodies[row[0]] = row[2] == "own";
            if (row[1] == "organisation") result.organisations.insert(row[0]);
            if (row[1] == "before") result.before[row[0]] = row[2];
        }
        return result;
    }();
    return table;
}

const WordSet kNouns([] {
    Words words;
    for (const auto& [word, role] : groups().nouns) words.push_back(word);
    return words;
});
const WordSet kBodies([] {
    Words words;
    for (const auto& [word, own] : groups().bodies) words.push_back(word);
    return words;
});
const WordSet kBefore([] {
    Words words;
    for (const auto& [word, change] : groups().before) words.push_back(word);
    return words;
});
const WordSet kPronouns = {"he", "she", "they"};
const WordSet kBodyWords = {"and", "scrutiny", "overview", "sub", "full", "select", "parish", "town", "community"};

bool is_determiner(const Lexeme& lexeme) { return kDeterminers.has(lexeme); }

bool may_begin(const Lexeme& lexeme) {
    static const WordBits any = kPronouns.bit() | kDeterminers.bit() | kNouns.bit() | kBefore.bit() | title_bits() | particle_bit();
    return lexeme.capital || lexeme.upper || (lexeme.sets & any) != 0 || lexeme.form == "chief";
}

bool may_follow_determiner(const Lexeme& lexeme) {
    const WordBits any = kNouns.bit() | kBefore.bit() | kBodies.bit() | kBodyWords.bit();
    return lexeme.upper || (lexeme.sets & any) != 0 || may_start_title(lexeme);
}

}  // namespace minutes
