#include "searcher/match.hpp"

#include "indexer/facet_values.hpp"
#include "searcher/query_leaves.hpp"

#include <algorithm>
#include <numeric>

namespace minutes {
namespace {

// --- One word against one token ---

/// An English stemmer changes at most the last two letters of what it leaves (dying, die); so two forms of one stem
/// share its other letters, and comparing these spares almost every stemming. The first letter is always kept.
bool may_have_stem(std::string_view form, std::string_view stem_wanted) {
    const std::size_t kept = stem_wanted.size() > 3 ? stem_wanted.size() - 2 : 1;
    return form.size() >= kept && form.substr(0, kept) == stem_wanted.substr(0, kept);
}

bool has_alias(std::string_view form, std::string_view wanted) {
    return form.find_first_of("',") != std::string_view::npos && alias_of(form) == wanted;
}

/// One token while words are compared with it; stemmed once at most, and only if its first letters allow it.
class Candidate {
  public:
    Candidate(const Tokens& tokens, const Token& token) : form_(tokens.form(token)), whole_(token.whole) {}

    bool answers(const Word& word) {
        if (form_ == word.form || (!word.alias.empty() && form_ == word.alias)) return true;
        if (has_alias(form_, word.form)) return true;
        return !whole_ && !word.stem.empty() && may_have_stem(form_, word.stem) && own_stem() == word.stem;
    }

  private:
    std::string_view form_;
    bool whole_;
    std::string stem_;

    const std::string& own_stem() {
        if (stem_.empty()) stem_ = stem(form_);
        return stem_;
    }
};

// --- Words in a row ---

/// The token at `position` that answers `word`, or nullptr. `near` is an index into the list not far from it.
const Token* answer_at(const Tokens& tokens, std::size_t near, std::uint32_t position, const Word& word) {
    while (near > 0 && tokens.list[near].position >= position) --near;
    for (; near < tokens.list.size() && tokens.list[near].position <= position; ++near) {
        const Token& token = tokens.list[near];
        if (token.position == position && token.width == 1 && Candidate(tokens, token).answers(word)) return &token;
    }
    return nullptr;
}

struct Hit {
    Span at;
    std::uint32_t position = 0, width = 1;  ///< in words
};

/// The phrase whose word number `before` is the token `anchor`; width 0 if the words around it are others.
Hit phrase_around(const Tokens& tokens, std::size_t anchor, const std::vector<Place>& places, std::uint32_t before) {
    const std::uint32_t at = tokens.list[anchor].position, size = static_cast<std::uint32_t>(places.size());
    Hit hit{{}, at - before, 0};
    if (at < before || tokens.words - at < size - before) return hit;
    std::size_t near = anchor;
    for (std::uint32_t k = 0; k < size; ++k) {
        const Token* token = answer_at(tokens, near, hit.position + k, places[k].any.front());
        if (token == nullptr) return hit;
        near = static_cast<std::size_t>(token - tokens.list.data());
        if (k == 0) hit.at = token->at;
        hit.at.end = std::max(hit.at.end, token->at.end);
    }
    hit.width = size;
    return hit;
}

/// The word of a phrase least likely to stand elsewhere, as far as its looks tell: the longest.
std::uint32_t anchor_of(const std::vector<Place>& places) {
    const auto longest = std::max_element(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.any.front().form.size() < b.any.front().form.size(); });
    return static_cast<std::uint32_t>(longest - places.begin());
}

// --- Filters ---

std::vector<std::string> keys_of(std::string_view folded) {
    std::vector<std::string> keys;
    const Tokens tokens = tokenise(folded);
    for (const Token& token : tokens.list) {
        if (token.whole) continue;
        const std::string_view form = tokens.form(token);
        std::string alias = alias_of(form);
        keys.push_back(alias.empty() ? std::string(form) : std::move(alias));
    }
    return keys;
}

/// "vice-chair" is "vice chair": names of closed sets are ASCII, in lower case with hyphens.
bool same_name(std::string_view name, std::string_view wanted) {
    return std::equal(name.begin(), name.end(), wanted.begin(), wanted.end(), [](char a, char b) { return (a == '-' ? ' ' : a) == b; });
}

Place title_place(std::string_view form) {
    Word word;
    word.form = form;
    word.alias = alias_of(form);
    word.stem = stem(form);
    return {{std::move(word)}};
}

/// One word by its stem too; several as they stand, in a row.
bool title_matches(const Record& record, std::string_view wanted) {
    const Tokens title = tokenise(record.item_title.empty() && record.kind == kTitleKind ? record.text : record.item_title);
    const Tokens asked = tokenise(wanted);
    std::vector<Place> words;
    for (const Token& token : asked.list)
        if (!token.whole) words.push_back(title_place(asked.form(token)));
    if (words.size() > 1)
        for (Place& place : words) place.any.front().stem.clear();
    for (std::size_t i = 0; i < title.list.size() && !words.empty(); ++i)
        if (Candidate(title, title.list[i]).answers(words.front().any.front()) && phrase_around(title, i, words, 0).width > 0) return true;
    return false;
}

}  // namespace

bool filter_matches(const Record& record, const Filter& filter) {
    const auto any_value = [&](auto&& holds) { return std::any_of(filter.values.begin(), filter.values.end(), holds); };
    if (filter.field->use == FieldUse::words) return any_value([&](const std::string& wanted) { return title_matches(record, wanted); });
    for (const std::string& value : facet_values(record, *filter.field))
        if (any_value([&](const std::string& wanted) { return value_matches(*filter.field, value, wanted); })) return true;
    return false;
}

namespace {

bool in_range(const Record& record, const DateRange& range) {
    return !record.date.empty() && (range.from.empty() || record.date >= range.from) && (range.to.empty() || record.date <= range.to);
}

// --- Overlaps ---

/// Keeps hits that do not overlap: more words first, then the leftmost, then the longer in bytes.
std::vector<Span> disjoint(std::vector<Hit> hits, std::uint32_t words) {
    const auto better = [](const Hit& a, const Hit& b) {
        if (a.width != b.width) return a.width > b.width;
        if (a.position != b.position) return a.position < b.position;
        return a.at.end - a.at.begin > b.at.end - b.at.begin;
    };
    std::sort(hits.begin(), hits.end(), better);
    std::vector<bool> taken(words);
    std::vector<Span> kept;
    for (const Hit& hit : hits) {
        const auto first = taken.begin() + hit.position, last = first + hit.width;
        if (std::find(first, last, true) != last) continue;
        std::fill(first, last, true);
        kept.push_back(hit.at);
    }
    std::sort(kept.begin(), kept.end());
    return kept;
}

}  // namespace

Matcher::Matcher(const Node& query) : query_(&query) {
    const auto add = [this](const Node& node, const Word& anchor, std::uint32_t before) {
        const auto leaf = static_cast<std::uint32_t>(leaves_.size());
        leaves_.push_back({&node, &anchor, before});
        std::vector<unsigned char> bytes;
        for (const std::string* form : {&anchor.form, &anchor.alias, &anchor.stem})
            if (!form->empty()) bytes.push_back(static_cast<unsigned char>(form->front()));
        std::sort(bytes.begin(), bytes.end());
        bytes.erase(std::unique(bytes.begin(), bytes.end()), bytes.end());
        for (const unsigned char byte : bytes) by_first_byte_[byte].push_back(leaf);
    };
    const auto walk = [&](const auto& self, const Node& node) -> void {
        if (const auto* word = std::get_if<Word>(&node.is)) add(node, *word, 0);
        if (const auto* phrase = std::get_if<Phrase>(&node.is)) {
            const std::uint32_t anchor = anchor_of(phrase->places);
            add(node, phrase->places[anchor].any.front(), anchor);
        }
        if (const auto* all = std::get_if<All>(&node.is)) for (const Node& of : all->of) self(self, of);
        if (const auto* any = std::get_if<Any>(&node.is)) for (const Node& of : any->of) self(self, of);
        if (const auto* negated = std::get_if<Not>(&node.is)) self(self, *negated->of);
    };
    walk(walk, query);
}

namespace {

/// What the leaves found in one record, and the tree's verdict over it.
struct Verdict {
    const Record& record;
    const std::vector<std::pair<const Node*, std::vector<Hit>>>& found;

    const std::vector<Hit>& hits_of(const Node& leaf) const {
        return std::find_if(found.begin(), found.end(), [&](const auto& entry) { return entry.first == &leaf; })->second;
    }

    bool holds(const Node& node) const {
        if (const auto* filter = std::get_if<Filter>(&node.is)) return filter_matches(record, *filter);
        if (const auto* range = std::get_if<DateRange>(&node.is)) return in_range(record, *range);
        if (const auto* all = std::get_if<All>(&node.is)) return std::all_of(all->of.begin(), all->of.end(), [&](const Node& of) { return holds(of); });
        if (const auto* any = std::get_if<Any>(&node.is)) return std::any_of(any->of.begin(), any->of.end(), [&](const Node& of) { return holds(of); });
        if (const auto* negated = std::get_if<Not>(&node.is)) return !holds(*negated->of);
        if (std::holds_alternative<Everything>(node.is)) return true;
        return !hits_of(node).empty();
    }

    /// Adds the hits of the parts that make `node`, which holds, true.
    void collect(const Node& node, std::vector<Hit>& hits) const {
        const auto* all = std::get_if<All>(&node.is);
        const auto* any = std::get_if<Any>(&node.is);
        if (all != nullptr) for (const Node& of : all->of) collect(of, hits);
        if (any != nullptr) for (const Node& of : any->of) if (holds(of)) collect(of, hits);
        if (!std::holds_alternative<Word>(node.is) && !std::holds_alternative<Phrase>(node.is)) return;
        const std::vector<Hit>& own = hits_of(node);
        hits.insert(hits.end(), own.begin(), own.end());
    }
};

}  // namespace

Matched Matcher::match(const Record& record, const Tokens& tokens) const {
    std::vector<std::pair<const Node*, std::vector<Hit>>> found;
    for (const Leaf& leaf : leaves_) found.emplace_back(leaf.node, std::vector<Hit>());
    for (std::size_t i = 0; i < tokens.list.size() && !leaves_.empty(); ++i) {
        const Token& token = tokens.list[i];
        Candidate candidate(tokens, token);
        for (const std::uint32_t number : by_first_byte_[static_cast<unsigned char>(tokens.forms[token.form.begin])]) {
            const Leaf& leaf = leaves_[number];
            if (!candidate.answers(*leaf.anchor)) continue;
            const auto* phrase = std::get_if<Phrase>(&leaf.node->is);
            const Hit hit = phrase == nullptr ? Hit{token.at, token.position, token.width} : phrase_around(tokens, i, phrase->places, leaf.before);
            if (hit.width > 0) found[number].second.push_back(hit);
        }
    }
    const Verdict verdict{record, found};
    if (!verdict.holds(*query_)) return {};
    std::vector<Hit> hits;
    verdict.collect(*query_, hits);
    return {true, disjoint(std::move(hits), tokens.words)};
}

Matched Matcher::match(const Record& record) const { return match(record, leaves_.empty() ? Tokens() : tokenise(record.text)); }

Matched match(const Node& query, const Record& record, const Tokens& tokens) { return Matcher(query).match(record, tokens); }

bool value_matches(std::string_view value, std::string_view wanted) {
    const std::vector<std::string> in = keys_of(value), words = keys_of(wanted);
    return !words.empty() && std::search(in.begin(), in.end(), words.begin(), words.end()) != in.end();
}

bool value_matches(const Field& field, std::string_view value, std::string_view wanted) {
    if (field.use == FieldUse::key) return value == wanted;
    if (wanted == kAnyValue) return true;
    return is_exact(field) ? same_name(value, wanted) : value_matches(value, wanted);
}

}  // namespace minutes
