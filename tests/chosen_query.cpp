#include "tests/chosen_query.hpp"

#include "analyzers/families.hpp"
#include "searcher/concepts.hpp"

#include <algorithm>
#include <sstream>

namespace minutes::test {
namespace {

using Kind = Asked::Kind;

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

/// What the texts print in several ways: see odd_spellings().
constexpr std::pair<const char*, const char*> kCompounds[] = {{"multi", "agency"}, {"time", "table"}, {"under", "spends"}, {"care", "leaver"}};
constexpr const char* kAmounts[] = {"£7.1", "£12", "$3.25"};
/// Makes queries out of words that stand in the texts, near each other where they should be, so that many are answered.
class Chooser {
  public:
    Chooser(std::mt19937& random, const Scan& scan) : random_(random), scan_(scan) {}

    Asked ask() {
        const auto shape = below(10);
        Asked asked = shape < 3 ? text() : shape < 5 ? scope() : group(2);
        if (below(4) == 0) asked = with_filters(std::move(asked));
        return asked;
    }

  private:
    static constexpr std::size_t kCommon = 1500;  ///< words of more passages make slow queries that prove no more
    std::mt19937& random_;
    const Scan& scan_;

    std::size_t below(std::size_t n) { return random_() % n; }
    const ScanPassage& passage() { return scan_.passages()[below(scan_.passages().size())]; }

    static Asked made(Kind kind, std::vector<Asked> parts) {
        Asked asked;
        asked.kind = kind;
        asked.parts = std::move(parts);
        return asked;
    }

    static bool is_plain(const std::string& form) {
        return form.size() > 1 && std::all_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    }

    /// Up to `count` plain words of one passage, each at most six after the last; at least one of them not common.
    std::vector<std::string> words(std::size_t count, bool in_a_row) {
        for (;;) {
            const ScanPassage& from = passage();
            if (from.words.size() < count) continue;
            std::vector<std::string> chosen;
            bool rare = false;
            for (std::size_t at = below(from.words.size()); at < from.words.size() && chosen.size() < count; at += in_a_row ? 1 : 1 + below(6)) {
                chosen.push_back(scan_.form(from.words[at]));
                rare = rare || scan_.spread(from.words[at]) < kCommon;
            }
            if (chosen.size() == count && rare && std::all_of(chosen.begin(), chosen.end(), is_plain)) return chosen;
        }
    }

    std::string dressed(std::string word, bool exact_too) {
        if (word.size() >= 6 && below(5) == 0) return word.substr(0, word.size() - 1 - below(2)) + "*";
        // Which words are compounds is the table's affair (lexicon_test): here only those of kCompounds are asked for.
        return exact_too && (split_compound(word) || below(4) == 0) ? "=" + word : word;
    }

    Asked word() {
        Asked asked;
        asked.places = {{dressed(words(1, true).front(), true)}};
        return asked;
    }

    Asked phrase(Kind kind) {
        Asked asked;
        asked.kind = kind;
        for (const std::string& word : words(2 + below(2), kind == Kind::phrase)) {
            asked.places.push_back({dressed(word, false)});
            if (below(4) == 0) asked.places.back().push_back(dressed(words(1, true).front(), false));
        }
        if (kind == Kind::slop) asked.distances = {static_cast<std::uint32_t>(1 + below(8))};
        return asked;
    }

    Asked operand(const std::string& word) {
        Asked asked;
        asked.places = {{dressed(word, true)}};
        if (below(4) == 0) return made(Kind::any, {asked, phrase(Kind::phrase)});
        if (below(4) == 0) return phrase(below(2) == 0 ? Kind::phrase : Kind::slop);
        return asked;
    }

    Asked near() {
        Asked asked;
        asked.kind = Kind::near;
        for (const std::string& word : words(2 + below(2), false)) {
            if (!asked.parts.empty()) {
                asked.distances.push_back(static_cast<std::uint32_t>(1 + below(8)));
                asked.ordered.push_back(below(3) == 0);
            }
            asked.parts.push_back(operand(word));
        }
        return asked;
    }

    Asked start() {
        for (;;) {
            const ScanPassage& from = passage();
            if (from.words.size() < 2 || !is_plain(scan_.form(from.words[0])) || !is_plain(scan_.form(from.words[1]))) continue;
            Asked asked;
            asked.kind = Kind::phrase;
            asked.places = {{scan_.form(from.words[0])}, {scan_.form(from.words[1])}};
            return made(Kind::start, {asked});
        }
    }

    static Asked of_places(std::vector<std::vector<std::string>> places) {
        Asked asked;
        asked.kind = places.size() > 1 ? Kind::phrase : Kind::word;
        asked.places = std::move(places);
        return asked;
    }

    static Asked named(std::string name, std::vector<Asked> parts) {
        Asked asked = made(Kind::expansion, std::move(parts));
        asked.places = {{std::move(name)}};
        return asked;
    }

    /// The generated texts spell out one acronym, in one way: Director of Children's Services (DCS).
    static Asked acronym() {
        std::vector<Asked> parts = {of_places({{"=dcs"}}), of_places({{"=dcs's"}}), of_places({{"director"}, {"of"}, {"children's"}, {"services", "service"}})};
        parts[0].capitals = parts[1].capitals = true;
        return named("~DCS", std::move(parts));
    }

    /// A concept all of whose variants are phrases or words with a star, so that its row says what it means.
    Asked concept_named() {
        const std::vector<Concept>& all = own_concepts().concepts;
        for (;;) {
            const Concept& chosen = all[below(all.size())];
            std::vector<Asked> parts;
            for (const std::string& variant : chosen.variants) {
                if (variant.front() != '"' && variant.back() != '*') break;
                std::vector<std::vector<std::string>> places;
                std::istringstream words(variant.front() == '"' ? variant.substr(1, variant.size() - 2) : variant);
                for (std::string word; words >> word;) places.push_back({lower(word)});
                const bool shouted = std::count_if(variant.begin(), variant.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
                if (places.size() == 1 && !places.front().front().ends_with('*')) places.front().front().insert(0, "=");
                parts.push_back(of_places(std::move(places)));
                parts.back().capitals = shouted && parts.back().kind == Kind::word;
                if (variant.find_first_of("-/&") != std::string::npos) parts.clear();
            }
            if (parts.size() == chosen.variants.size()) return named("concept:" + chosen.name, std::move(parts));
        }
    }

    /// multiagency, multi-agency, multi agencies: one word to a reader, however it is typed and printed.
    Asked compound() {
        const auto& [first, second] = kCompounds[below(std::size(kCompounds))];
        const std::string one = std::string(first) + second;
        std::vector<std::string> endings = {second, std::string(second) + "s"};
        if (endings.front().back() == 's') endings.emplace_back(endings.front().substr(0, endings.front().size() - 1));
        return named(below(2) == 0 ? one : std::string(first) + "-" + second, {of_places({{one}}), of_places({{first}, endings})});
    }

    /// A sum of millions, as typed and printed in any of its ways.
    Asked sum() {
        const std::string amount = kAmounts[below(std::size(kAmounts))];
        std::vector<Asked> parts = {of_places({{"=" + amount}, {"=million"}})};
        for (const char* unit : {"m", "mn", "million"}) parts.push_back(of_places({{"=" + amount + unit}}));
        const std::string typed[] = {amount + "m", amount + "mn", amount + "million", "(" + amount + " million)", amount + "-million"};
        return named(typed[below(std::size(typed))], std::move(parts));
    }

    Asked text() {
        if (below(12) == 0) {
            const auto kind = below(5);
            return kind == 0 ? acronym() : kind == 1 ? compound() : kind == 2 ? sum() : concept_named();
        }
        switch (below(8)) {
            case 0: case 1: return word();
            case 2: case 3: return phrase(Kind::phrase);
            case 4: return phrase(Kind::slop);
            case 5: case 6: return near();
            default: return start();
        }
    }

    Asked filter(Kind kind) {
        for (;;) {
            const Record& record = passage().record;
            if (record.date.empty() || record.speakers.empty()) continue;
            Asked asked;
            asked.kind = kind;
            asked.places = {{kind == Kind::role ? record.speakers.front().role : kind == Kind::year ? record.date.substr(0, 4) : record.date}};
            return asked;
        }
    }

    Asked leaf() { return below(6) == 0 ? filter(static_cast<Kind>(static_cast<int>(Kind::role) + below(3))) : text(); }

    Asked scope() {
        const Kind kind = below(2) == 0 ? Kind::item : Kind::meeting;
        Asked inside = below(3) == 0 ? leaf() : group(1);
        Asked asked = made(kind, {std::move(inside)});
        if (below(3) == 0) return made(Kind::all, {std::move(asked), below(2) == 0 ? scope() : text()});
        if (below(6) == 0) return made(Kind::all, {text(), made(Kind::without, {std::move(asked)})});
        if (below(6) == 0) return made(Kind::any, {std::move(asked), leaf()});
        return asked;
    }

    /// A filter stands only once among parts: side by side two of one field would mean OR.
    Asked group(int depth) {
        std::vector<Asked> parts;
        for (std::size_t i = 0, n = 2 + below(2); i < n; ++i) {
            Asked part = depth > 1 && below(3) == 0 ? group(depth - 1) : below(8) == 0 && depth > 1 ? scope() : i == 0 ? leaf() : text();
            if (i > 0 && below(5) == 0) part = made(Kind::without, {std::move(part)});
            parts.push_back(std::move(part));
        }
        return made(below(3) == 0 ? Kind::any : Kind::all, std::move(parts));
    }

    Asked with_filters(Asked asked) {
        std::vector<Asked> parts;
        parts.push_back(made(Kind::any, {std::move(asked), text()}));
        if (below(2) == 0) parts.push_back(filter(Kind::role));
        if (below(2) == 0) parts.push_back(filter(Kind::year));
        parts.push_back(filter(Kind::since));
        return made(Kind::all, std::move(parts));
    }
};
}  // namespace

std::string odd_spellings() {
    std::string text = "Eastmoor Council\n\nMinutes of the Scrutiny Panel held on 4 March 2021\n\n";
    int number = 0;
    for (const auto& [first, second] : kCompounds) {
        const std::string f = first, s = second;
        for (const std::string& printed : {f + s, f + "-" + s, f + " " + s, f + s + "s", f + " " + s + "s", f + "- " + s.substr(0, s.size() - 1), s + " " + f, f + " of " + s})
            text += std::to_string(++number) + ". Business\n\nThe Chair reported that the " + printed + " was late.\n\nMembers asked about " + f + " and about " + s + ".\n\n";
    }
    for (const std::string amount : kAmounts)
        for (const char* unit : {"m", " m", "mn", "million", " million", "-million", " millions", "bn", " thousand", ""})
            text += std::to_string(++number) + ". Finance\n\nThe Chair reported a cost of " + amount + unit + " in all, of " + std::string(amount) + "0m and of 1" + amount.substr(amount.find_first_of("0123456789")) + "m.\n\n";
    return text;
}

Asked chosen_query(std::mt19937& random, const Scan& scan) { return Chooser(random, scan).ask(); }

}  // namespace minutes::test
