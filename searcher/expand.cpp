#include "searcher/expand.hpp"

#include "analyzers/families.hpp"
#include "analyzers/tokens.hpp"
#include "corpus/problem.hpp"
#include "searcher/acronym_senses.hpp"
#include "searcher/concepts.hpp"
#include "searcher/scopes.hpp"
#include "searcher/suggest.hpp"

#include <xapian.h>

#include <algorithm>
#include <utility>

namespace minutes {
namespace {

Word exact(std::string_view form) {
    Word word;
    word.form = form;
    word.alias = alias_of(form);
    return word;
}

void add(Expansion& expansion, Node node, std::string label) {
    const std::string printed = to_string(node);
    for (const Node& known : expansion.alternatives)
        if (to_string(known) == printed) return;
    expansion.alternatives.push_back(std::move(node));
    expansion.labels.push_back(std::move(label));
}

/// Looks words up in the index and fills in a query.
class Expander {
  public:
    Expander(const Xapian::Database& database, Request& request) : database_(database), request_(request) {}

    void fill(Node& node) {
        if (auto* word = std::get_if<Word>(&node.is)) return fill_word(node, *word);
        if (auto* phrase = std::get_if<Phrase>(&node.is)) return fill_phrase(node, *phrase);
        if (auto* expansion = std::get_if<Expansion>(&node.is)) return fill_expansion(node, *expansion);
        if (auto* all = std::get_if<All>(&node.is)) fill_all(*all);
        if (auto* any = std::get_if<Any>(&node.is)) for (Node& part : any->of) fill(part);
        if (auto* near = std::get_if<Near>(&node.is)) for (Node& part : near->operands) fill(part);
        if (auto* negated = std::get_if<Not>(&node.is)) fill(*negated->of);
        if (auto* start = std::get_if<Start>(&node.is)) fill(*start->of);
        if (auto* scope = std::get_if<Scope>(&node.is)) fill_scope(*scope);
    }

  private:
    const Xapian::Database& database_;
    Request& request_;
    std::size_t room_ = kMaxQueryLeaves;  ///< how many leaves may be added

    /// The matcher numbers the leaves of a scope, as many as may be typed in all.
    void fill_scope(Scope& scope) {
        const std::size_t room = std::exchange(room_, kMaxQueryLeaves - scope_leaves(*scope.of).size());
        fill(*scope.of);
        room_ = room;
    }

    bool occurs(const std::string& form) const { return database_.term_exists(make_term("", form)); }

    /// The form and what differs from it by a plural s, as far as the index has them; the form itself always.
    Place with_plural(const std::string& form) const {
        Place place{{exact(form)}};
        const std::string singular = form.ends_with('s') ? form.substr(0, form.size() - 1) : std::string();
        for (const std::string& other : {form + "s", singular})
            if (other.size() > 2 && occurs(other)) place.any.push_back(exact(other));
        return place;
    }

    Phrase in_a_row(const std::vector<std::string>& forms, bool plural) const {
        Phrase phrase;
        for (const std::string& form : forms) phrase.places.push_back({{exact(form)}});
        if (plural) phrase.places.back() = with_plural(forms.back());
        return phrase;
    }

    // --- Plain words ---

    void fill_word(Node& node, Word& word) {
        if (word.loose) return fill_sum(node, word.form);
        if (word.stem.empty() || word.prefix) return;
        if (word.shouted) tell_of_acronym(word.form);
        word.family = family_of(word.stem);
        const std::optional<Compound> split = split_compound(word.form);
        if (!split || !occurs(split->first) || !occurs(split->second)) return;
        Expansion expansion{ExpansionKind::spelling, word.form, {}, {}};
        add(expansion, node, word.form);
        add(expansion, Node{in_a_row({split->first, split->second}, true), node.at}, split->first + " " + split->second);
        node.is = std::move(expansion);
    }

    /// multi-agency as typed, and its one word if the index has it.
    void fill_phrase(Node& node, Phrase& phrase) const {
        if (!phrase.loose || phrase.places.size() != 2 || phrase.slop > 0) return;
        const std::string first = phrase.places.front().any.front().form, second = phrase.places.back().any.front().form;
        if (const auto sums = spellings_of_sum(first + " " + second); !sums.empty()) return fill_sum(node, first + " " + second);
        if (!is_compound(first, second)) return;
        phrase.places.back() = with_plural(second);
        Expansion expansion{ExpansionKind::spelling, first + "-" + second, {}, {}};
        add(expansion, node, first + "-" + second);
        if (const std::string one = first + second; occurs(one) || occurs(one + "s")) add(expansion, joined_word(one, node.at), one);
        node.is = std::move(expansion);
    }

    static Node joined_word(const std::string& form, Span at) {
        Word word = exact(form);
        word.stem = stem(form);
        return Node{std::move(word), at};
    }

    void fill_sum(Node& node, const std::string& typed) const {
        Expansion expansion{ExpansionKind::spelling, typed, {}, {}};
        for (const std::string& spelling : spellings_of_sum(typed)) {
            const std::size_t space = spelling.find(' ');
            if (space == std::string::npos) {
                if (spelling == typed || occurs(spelling)) add(expansion, Node{exact(spelling), node.at}, spelling);
            } else {
                add(expansion, Node{in_a_row({spelling.substr(0, space), spelling.substr(space + 1)}, false), node.at}, spelling);
            }
        }
        if (expansion.alternatives.size() > 1) node.is = std::move(expansion);
    }

    /// Two plain words side by side that may be one: both stay required, or their one word.
    void fill_all(All& all) {
        for (std::size_t i = 0; i + 1 < all.of.size(); ++i) {
            const auto *first = std::get_if<Word>(&all.of[i].is), *second = std::get_if<Word>(&all.of[i + 1].is);
            if (first == nullptr || second == nullptr || first->prefix || second->prefix || second->stem.empty()) continue;
            const Span at{all.of[i].at.begin, all.of[i + 1].at.end};
            Expansion expansion{ExpansionKind::spelling, first->form + " " + second->form, {}, {}};
            if (!spellings_of_sum(expansion.name).empty() && second->form.find_first_of("0123456789") == std::string::npos && at.size() > 0)
                return join_sum(all, i, at, expansion.name);
            const std::string one = first->form + second->form;
            if (room_ == 0 || first->stem.empty() || !is_compound(first->form, second->form) || !occurs(one)) continue;
            --room_;
            add(expansion, joined_word(one, at), one);
            All both;
            both.of = {std::move(all.of[i]), std::move(all.of[i + 1])};
            for (Node& part : both.of) fill(part);
            Any either;
            either.of = {Node{std::move(both), at}, Node{std::move(expansion), at}};
            all.of[i] = Node{std::move(either), at};
            all.of.erase(all.of.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        }
        for (Node& part : all.of)
            if (!std::holds_alternative<Any>(part.is) || !is_joined(part)) fill(part);
    }

    /// "£7.1 million": a sum in a row, however it is printed.
    void join_sum(All& all, std::size_t i, Span at, const std::string& typed) {
        all.of[i].at = at;
        fill_sum(all.of[i], typed);
        all.of.erase(all.of.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        fill_all(all);
    }

    /// Made by fill_all(), and full.
    static bool is_joined(const Node& node) {
        const auto& any = std::get<Any>(node.is);
        const auto* last = any.of.size() == 2 ? std::get_if<Expansion>(&any.of.back().is) : nullptr;
        return last != nullptr && last->kind == ExpansionKind::spelling;
    }

    // --- ~DCS ---

    void fill_expansion(const Node& node, Expansion& expansion) {
        if (!expansion.alternatives.empty()) return;
        if (expansion.kind == ExpansionKind::acronym) fill_acronym(node, expansion);
        if (expansion.kind == ExpansionKind::concept_) fill_concept(node, expansion);
    }

    void fill_acronym(const Node& node, Expansion& expansion) {
        const std::string key = acronym_key(expansion.name);
        std::string letters = key;
        for (char& c : letters)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        Word bare = exact(key), others = exact(key + "'s");
        bare.capitals = others.capitals = true;
        add(expansion, Node{bare, node.at}, letters);
        add(expansion, Node{others, node.at}, letters + "'s, " + letters + "s");
        const AcronymSenses senses = acronym_senses(database_, request_, key);
        if (const AcronymSense* agreed = senses.agreed())
            for (const std::string& long_form : agreed->long_forms) add_long_form(expansion, node.at, long_form);
        tell(letters, senses);
    }

    /// The words in a row; "&" is no word, so where "and" is printed the form without it answers too.
    void add_long_form(Expansion& expansion, Span at, const std::string& long_form) const {
        std::vector<std::string> forms, without_and;
        const Tokens tokens = tokenise(long_form);
        for (const Token& token : tokens.list) {
            if (token.whole) continue;
            forms.emplace_back(tokens.form(token));
            if (forms.back() != "and") without_and.push_back(forms.back());
        }
        if (forms.size() < 2) return;
        add(expansion, Node{in_a_row(forms, true), at}, long_form);
        if (without_and.size() > 1 && without_and.size() < forms.size()) {
            std::string ampersand = long_form;
            if (const std::size_t word = ampersand.find(" and "); word != std::string::npos) ampersand.replace(word, 5, " & ");
            add(expansion, Node{in_a_row(without_and, true), at}, ampersand);
        }
    }

    void tell(const std::string& letters, const AcronymSenses& senses) {
        const AcronymSense* agreed = senses.agreed();
        if (senses.senses.empty()) {
            request_.notes.push_back("~" + letters + ": no passage of the index spells " + letters + " out; the letters alone are searched");
            return;
        }
        std::string list;
        for (const AcronymSense& sense : senses.senses) list += (list.empty() ? "" : ", ") + sense.long_forms.front() + " " + std::to_string(sense.passages);
        if (agreed == nullptr)
            request_.notes.push_back("~" + letters + " has several meanings in " + senses.scope + ": " + list + " (passages that say so); the letters alone are searched; to search a meaning too, add OR and its words in quotes");
        else if (senses.senses.size() > 1)
            request_.notes.push_back("~" + letters + " is read as " + agreed->long_forms.front() + "; " + senses.scope + " has: " + list + " (passages that say so)");
    }

    /// A plain word that the index spells out: what ~ would search as well.
    void tell_of_acronym(const std::string& form) {
        constexpr std::size_t kMaxLetters = 10;
        if (form.size() > kMaxLetters) return;
        const AcronymSenses senses = acronym_senses(database_, request_, form);
        const AcronymSense* agreed = senses.agreed();
        if (agreed == nullptr) return;
        std::string letters = form;
        for (char& c : letters)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        request_.notes.push_back(letters + " is spelt out in " + std::to_string(agreed->passages) + (agreed->passages == 1 ? " passage of " : " passages of ") +
                                 senses.scope + ": ~" + letters + " would also search \"" + agreed->long_forms.front() + "\"");
    }

    // --- concept:name ---

    void fill_concept(const Node& node, Expansion& expansion) const {
        const ConceptTable& table = request_.concepts ? *request_.concepts : own_concepts();
        const Concept* found = table.find(expansion.name);
        if (found == nullptr) throw Refused(unknown_concept(table, expansion.name));
        for (const std::string& variant : found->variants) {
            Parsed parsed = parse_query(variant);
            parsed.tree.at = node.at;
            const bool letters = std::count_if(variant.begin(), variant.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
            if (auto* word = std::get_if<Word>(&parsed.tree.is)) word->capitals = letters;  // "SEND" is not "send"
            std::string label = variant;
            std::erase(label, '"');
            add(expansion, std::move(parsed.tree), std::move(label));
        }
    }

    static std::string unknown_concept(const ConceptTable& table, const std::string& name) {
        std::vector<std::string> names;
        for (const Concept& one : table.concepts) names.push_back(one.name);
        std::string text = "there is no concept \"" + name + "\"; ";
        if (const std::string near = nearest_name(name, names); !near.empty()) text += "did you mean concept:" + near + "? ";
        text += "there are:";
        for (const std::string& one : names) text += (&one == &names.front() ? " " : ", ") + one;
        return text;
    }
};

}  // namespace

namespace {

bool uses_concepts(const Node& node) {
    if (const auto* expansion = std::get_if<Expansion>(&node.is)) return expansion->kind == ExpansionKind::concept_;
    const std::vector<const Node*> parts = parts_of(node);
    return std::any_of(parts.begin(), parts.end(), [](const Node* part) { return uses_concepts(*part); });
}

}  // namespace

const ConceptTable* concepts_used(const Request& request) {
    if (!uses_concepts(request.query)) return nullptr;
    return request.concepts ? request.concepts.get() : &own_concepts();
}

void expand(const Xapian::Database& database, Request& request) { Expander(database, request).fill(request.query); }

}  // namespace minutes
