// draw PASSAGES [--seed S] [--each N]: N queries of each class (queries_file.hpp), drawn from the corpus by document frequency.
// Drawn are words for which the engines' stemmers agree, and phrases and prefixes that have as many answers by forms as by stems, so
// that an engine that keeps stems alone can be compared. The same passages and seed give the same queries.
#include "analyzers/families.hpp"
#include "analyzers/tokens.hpp"
#include "benchmarks/arguments.hpp"
#include "benchmarks/queries_file.hpp"
#include "corpus/generate_random.hpp"

#include <iostream>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace minutes::bench {
namespace {

using synthetic::Random;

bool is_plain(std::string_view form) {
    return form.size() >= 2 && std::all_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// How often words stand in passages, by stem and by form, and a sample of passages to draw from.
struct Counted {
    std::uint64_t passages = 0;
    std::unordered_map<std::string, std::uint64_t> of_stem, of_form;
    std::unordered_map<std::string, std::string> stem_of;
    std::vector<std::vector<std::string>> sample;      ///< forms in order
    std::vector<std::pair<std::string, std::string>> filters;   ///< role and year of sampled passages

    const std::string& stemmed(const std::string& form) {
        const auto [at, added] = stem_of.try_emplace(form);
        if (added) at->second = stem(form);
        return at->second;
    }
    [[nodiscard]] double share(const std::string& stem_form) const {
        const auto found = of_stem.find(stem_form);
        return found == of_stem.end() ? 0 : static_cast<double>(found->second) / static_cast<double>(passages);
    }
};

std::vector<std::string> forms_of(const std::string& text) {
    const Tokens tokens = tokenise(text);
    std::vector<std::string> forms;
    for (const Token& token : tokens.list)
        if (!token.whole) forms.emplace_back(tokens.form(token));
    return forms;
}

Counted count_words(const std::string& path, Random random) {
    constexpr std::uint64_t kSample = 3000;
    Counted counted;
    read_passages(path, [&](const Passage& passage) {
        const std::vector<std::string> forms = forms_of(passage.text);
        std::set<std::string> once(forms.begin(), forms.end()), stems;
        for (const std::string& form : once) {
            ++counted.of_form[form];
            stems.insert(counted.stemmed(form));
        }
        for (const std::string& one : stems) ++counted.of_stem[one];
        ++counted.passages;
        const std::uint64_t place = counted.passages <= kSample ? counted.passages - 1 : random.next() % counted.passages;  // a reservoir
        if (place >= kSample || forms.size() < 12) return;
        if (place >= counted.sample.size()) counted.sample.push_back(forms);
        else counted.sample[place] = forms;
        if (!passage.roles.empty() && !passage.year.empty()) counted.filters.emplace_back(passage.roles[0], passage.year);
    });
    return counted;
}

/// Draws words and pairs of words whose share of the passages lies in a range.
class Drawer {
public:
    Drawer(Counted& counted, Random& random) : counted_(counted), random_(random) {}

    std::string word(double from, double to) {
        for (int tries = 0; tries < 200'000; ++tries) {
            const std::vector<std::string>& forms = passage();
            const std::string& form = forms[random_.below(static_cast<std::uint32_t>(forms.size()))];
            if (fits(form, from, to)) return form;
        }
        return rare(from, to);
    }

    /// Words of one passage, so that the answer is not empty.
    std::vector<std::string> together(std::size_t count, double from, double to) {
        for (int tries = 0; tries < 20'000; ++tries) {
            std::set<std::string> found;
            for (const std::string& form : passage())
                if (fits(form, from, to) && form.size() > 4) found.insert(form);
            if (found.size() < count) continue;
            std::vector<std::string> all(found.begin(), found.end()), drawn;
            while (drawn.size() < count) {
                const std::size_t at = random_.below(static_cast<std::uint32_t>(all.size()));
                drawn.push_back(all[at]);
                all.erase(all.begin() + static_cast<std::ptrdiff_t>(at));
            }
            if (distinct_stems(drawn)) return drawn;
        }
        throw Error("no passage has " + std::to_string(count) + " words of these frequencies");
    }

    std::vector<std::string> neighbours(double from, double to) {
        for (int tries = 0; tries < 200'000; ++tries) {
            const std::vector<std::string>& forms = passage();
            const std::size_t at = random_.below(static_cast<std::uint32_t>(forms.size() - 1));
            if (forms[at] != forms[at + 1] && fits(forms[at], from, to) && fits(forms[at + 1], from, to)) return {forms[at], forms[at + 1]};
        }
        return {};
    }

    bool distinct_stems(const std::vector<std::string>& forms) {
        std::set<std::string> stems;
        for (const std::string& form : forms) stems.insert(counted_.stemmed(form));
        return stems.size() == forms.size();
    }

private:
    const std::vector<std::string>& passage() { return counted_.sample[random_.below(static_cast<std::uint32_t>(counted_.sample.size()))]; }

    /// Endings on which stemmers differ are left out.
    bool fits(const std::string& form, double from, double to) {
        static const std::set<std::string> kOperators = {"and", "or", "not", "near"};
        if (!is_plain(form) || kOperators.count(form)) return false;
        const std::string& stem_form = counted_.stemmed(form);
        const double share = counted_.share(stem_form);
        return share >= from && share < to && family_of(stem_form).empty() && (share > 0.3 || form == stem_form || form == stem_form + "s" || form == stem_form + "ed");
    }

    /// Words too rare for the sample: the first of the vocabulary after a random place.
    std::string rare(double from, double to) {
        if (words_.empty()) {
            for (const auto& [form, count] : counted_.of_form) words_.push_back(form);
            std::sort(words_.begin(), words_.end());
        }
        const std::size_t start = random_.below(static_cast<std::uint32_t>(words_.size()));
        for (std::size_t i = 0; i < words_.size(); ++i)
            if (const std::string& form = words_[(start + i) % words_.size()]; form.size() > 4 && fits(form, from, to)) return form;
        throw Error("no word is in a share of the passages from " + std::to_string(from) + " to " + std::to_string(to));
    }

    Counted& counted_;
    Random& random_;
    std::vector<std::string> words_;
};

/// In how many passages each of the pairs stands, by forms and by stems.
std::map<std::vector<std::string>, std::pair<std::uint64_t, std::uint64_t>> count_pairs(const std::string& path, Counted& counted, const std::set<std::vector<std::string>>& pairs) {
    std::unordered_set<std::string> by_form, by_stem;
    for (const auto& pair : pairs) {
        by_form.insert(pair[0] + ' ' + pair[1]);
        by_stem.insert(counted.stemmed(pair[0]) + ' ' + counted.stemmed(pair[1]));
    }
    std::unordered_map<std::string, std::uint64_t> forms_found, stems_found;
    read_passages(path, [&](const Passage& passage) {
        const std::vector<std::string> forms = forms_of(passage.text);
        std::set<std::string> as_forms, as_stems;
        for (std::size_t i = 0; i + 1 < forms.size(); ++i) {
            if (const std::string pair = forms[i] + ' ' + forms[i + 1]; by_form.count(pair)) as_forms.insert(pair);
            if (const std::string pair = counted.stemmed(forms[i]) + ' ' + counted.stemmed(forms[i + 1]); by_stem.count(pair)) as_stems.insert(pair);
        }
        for (const std::string& pair : as_forms) ++forms_found[pair];
        for (const std::string& pair : as_stems) ++stems_found[pair];
    });
    std::map<std::vector<std::string>, std::pair<std::uint64_t, std::uint64_t>> result;
    for (const auto& pair : pairs)
        result[pair] = {forms_found[pair[0] + ' ' + pair[1]], stems_found[counted.stemmed(pair[0]) + ' ' + counted.stemmed(pair[1])]};
    return result;
}

/// A beginning of 4 to 6 letters of which forms and stems are the same words: no stem is shorter, none of its forms longer begins so.
std::string draw_prefix(Counted& counted, Drawer& drawer) {
    for (int tries = 0; tries < 500; ++tries) {
        const std::string word = drawer.word(0.002, 0.03);
        if (word.size() < 5) continue;
        const std::string prefix = word.substr(0, 4);
        std::uint64_t forms = 0;
        bool agree = true;
        for (const auto& [form, count] : counted.of_form)
            if (form.starts_with(prefix) != counted.stemmed(form).starts_with(prefix)) agree = false;
            else forms += form.starts_with(prefix);
        if (agree && forms >= 3 && forms <= 500) return prefix;
    }
    throw Error("no prefix was found");
}

class Printer {
public:
    explicit Printer(std::size_t each) : each_(each) {}

    /// Prints `each` different queries of a class.
    template <typename Draw>
    void print(const std::string& name, const std::string& form, Draw draw) {
        std::set<std::string> seen;
        for (std::size_t tries = 0; seen.size() < each_ && tries < each_ * 50; ++tries) {
            const std::string row = draw();
            if (!row.empty() && seen.insert(row).second) std::cout << name << '\t' << form << '\t' << row << '\n';
        }
        if (seen.size() < each_) std::cerr << "draw: only " << seen.size() << " queries of class " << name << '\n';
    }

private:
    std::size_t each_;
};

void draw_words(Printer& printer, Drawer& drawer, const std::vector<std::pair<std::string, std::string>>& filters, Random& random) {
    const std::string none = "\t\t";
    const auto filter = [&] {
        const auto& chosen = filters[random.below(static_cast<std::uint32_t>(filters.size()))];
        return '\t' + chosen.first + '\t' + chosen.second;
    };
    printer.print("common word", "and", [&] { return drawer.word(0.06, 0.25) + none; });
    printer.print("middling word", "and", [&] { return drawer.word(0.02, 0.06) + none; });
    printer.print("rare word", "and", [&] { return drawer.word(0.0001, 0.0005) + none; });
    printer.print("2-word AND", "and", [&] { return joined(drawer.together(2, 0.03, 0.25), " ") + none; });
    printer.print("3-word AND", "and", [&] { return joined(drawer.together(3, 0.03, 0.25), " ") + none; });
    for (const std::size_t words : {2, 3})
        printer.print(std::to_string(words) + "-word OR", "or", [&] {
            std::vector<std::string> drawn;
            while (drawn.size() < words) drawn.push_back(drawer.word(0.03, 0.2));
            return drawer.distinct_stems(drawn) ? joined(drawn, " ") + none : std::string();
        });
    printer.print("filtered", "and", [&] { return drawer.word(0.05, 0.25) + filter(); });
    printer.print("filter only", "all", filter);
    printer.print("matches most", "and", [&] { return drawer.word(0.6, 1.0) + none; });
    printer.print("count by role and year", "count", [&] { return drawer.word(0.02, 0.2) + none; });
}

void draw_phrases(Printer& printer, Drawer& drawer, const std::string& path, Counted& counted, std::size_t each) {
    for (const bool common : {false, true}) {
        std::set<std::vector<std::string>> pairs;
        for (std::size_t i = 0; i < each * 30; ++i)
            if (const auto pair = common ? drawer.neighbours(0.25, 1.0) : drawer.neighbours(0.005, 0.15); !pair.empty()) pairs.insert(pair);
        std::vector<std::string> good;
        const auto frequencies = count_pairs(path, counted, pairs);
        for (const auto& [pair, counts] : frequencies)
            if (counts.first == counts.second && counts.first * (common ? 1000 : 20'000) >= counted.passages) good.push_back(joined(pair, " ") + "\t\t");
        std::size_t next = 0;
        const auto draw = [&] { return good.empty() ? std::string() : good[(next += good.size() / each + 1) % good.size()]; };
        printer.print(common ? "phrase, common words" : "phrase, middling words", "phrase", draw);
        if (!common) printer.print("mentions of a phrase", "mentions", draw);
    }
}

}  // namespace
}  // namespace minutes::bench

int main(int argc, char** argv) try {
    using namespace minutes::bench;
    const Arguments given(argc, argv, {"seed", "each"});
    if (given.rest.size() != 1) throw minutes::Refused("usage: draw PASSAGES [--seed S] [--each N]");
    Random random(given.number("seed", 1));
    Counted counted = count_words(given.rest[0], Random(given.number("seed", 1) + 1));
    if (counted.sample.empty() || counted.filters.empty()) throw minutes::Error(given.rest[0] + " has too few passages");
    Drawer drawer(counted, random);
    const std::size_t each = given.number("each", 10);
    Printer printer(each), once(1);
    draw_words(printer, drawer, counted.filters, random);
    draw_phrases(printer, drawer, given.rest[0], counted, each);
    printer.print("prefix", "prefix", [&] { return draw_prefix(counted, drawer) + "\t\t"; });
    once.print("matches all", "all", [] { return std::string("\t\t"); });
    return 0;
} catch (const std::exception& error) {
    std::cerr << "draw: " << error.what() << '\n';
    return 2;
}
