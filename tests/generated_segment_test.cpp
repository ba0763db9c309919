#include "analyzers/segment.hpp"
#include "corpus/generate.hpp"
#include "corpus/read_document.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <unistd.h>

using namespace minutes;
using Json = nlohmann::json;
namespace fs = std::filesystem;

// Segments invented minutes whose truth is known and counts what is found. The bars stand below; the first misses are printed.

namespace {

struct Tally {
    int hit = 0, predicted = 0, expected = 0;
    void add(bool found) {
        hit += found;
        ++predicted;
        ++expected;
    }
    [[nodiscard]] double f1() const { return predicted + expected == 0 ? 1 : 2.0 * hit / (predicted + expected); }
};

/// White space and no-break spaces collapsed to one space, none at the ends.
std::string collapsed(std::string_view text) {
    std::string line;
    bool space = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool nbsp = text[i] == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
        if (nbsp) ++i;
        if (nbsp || text[i] == ' ' || text[i] == '\n' || text[i] == '\t') {
            space = !line.empty();
            continue;
        }
        if (space) line += ' ';
        space = false;
        line += text[i];
    }
    return line;
}

std::string without_dot(std::string text) {
    while (text.ends_with('.')) text.pop_back();
    return text;
}

std::string string_or_empty(const Json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

/// An attendance list may begin at its label or after it: four words in five must be the same.
bool same_list(const std::string& a, const std::string& b) {
    std::multiset<std::string> left, right, both;
    for (auto& [text, words] : {std::pair<const std::string&, std::multiset<std::string>&>{a, left}, {b, right}}) {
        std::string word;
        for (const char c : text + " ") {
            if (c != ' ') word += c;
            else if (!word.empty()) words.insert(std::exchange(word, {}));
        }
    }
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::inserter(both, both.end()));
    return both.size() * 5 >= (left.size() + right.size() - both.size()) * 4;
}

struct Found {
    const Passage* passage;
    std::string text;
    bool taken = false;
};

class Comparison {
  public:
    void compare(const Document& doc, const Json& truth) {
        where_ = truth["source"].get<std::string>();
        const Segmented segmented = segment(doc);
        std::vector<Found> found;
        for (const Meeting& meeting : segmented.meetings)
            for (const Item& item : meeting.items)
                for (const Passage& passage : item.passages) found.push_back({&passage, collapsed(passage_text(doc.text, passage)), false});
        compare_items(segmented, truth);
        for (const Json& item : truth["meetings"][0]["items"])
            for (const Json& passage : item["passages"]) compare_passage(doc, passage, found);
        passages_.predicted += static_cast<int>(found.size());
        for (const Found& extra : found)
            if (!extra.taken) miss("extra passage", extra.text);
        compare_facts(segmented, truth["meetings"][0]);
    }

    void report() const {
        for (const auto& [name, tally] : tallies())
            BOOST_TEST_MESSAGE(name << " F1 " << tally.f1() << " (" << tally.hit << " of " << tally.expected << ", " << tally.predicted << " found)");
        for (const auto& [what, misses] : misses_) {
            BOOST_TEST_MESSAGE(what << ": " << misses.size());
            for (std::size_t i = 0; i < std::min<std::size_t>(misses.size(), 5); ++i) BOOST_TEST_MESSAGE("    " << misses[i]);
        }
    }

    [[nodiscard]] std::map<std::string, Tally> tallies() const {
        return {{"item", items_}, {"passage", passages_}, {"number", numbers_}, {"kind", kinds_}, {"incomplete", incomplete_}, {"role", roles_}, {"fact", facts_}};
    }

  private:
    void compare_items(const Segmented& segmented, const Json& truth) {
        std::vector<const Item*> titled;
        for (const Meeting& meeting : segmented.meetings)
            for (const Item& item : meeting.items)
                if (!item.title.empty()) titled.push_back(&item);
        items_.predicted += static_cast<int>(titled.size());
        for (const Json& item : truth["meetings"][0]["items"]) {
            if (item["title"].is_null()) continue;
            ++items_.expected;
            const std::string title = without_dot(collapsed(item["title"].get<std::string>())), number = string_or_empty(item["number"]);
            const auto match = std::find_if(titled.begin(), titled.end(), [&](const Item* candidate) {
                return without_dot(collapsed(candidate->title)) == title && (number.empty() || candidate->number == number);
            });
            if (match == titled.end()) {
                miss("item not found", number + " " + title);
                continue;
            }
            ++items_.hit;
            const bool cut = item["incomplete"].get<bool>();
            if (cut || (*match)->incomplete) incomplete_.add((*match)->incomplete == cut);
            if ((*match)->incomplete != cut) miss("incomplete", title);
            titled.erase(match);
        }
        for (const Item* extra : titled) miss("extra item", extra->number + " " + extra->title);
    }

    void compare_passage(const Document& doc, const Json& truth, std::vector<Found>& found) {
        ++passages_.expected;
        const std::string text = collapsed(truth["text"].get<std::string>()), kind = truth["kind"].get<std::string>();
        const auto match = std::find_if(found.begin(), found.end(), [&](const Found& candidate) {
            return !candidate.taken && (candidate.text == text || (kind == "attendance" && same_list(candidate.text, text)));
        });
        if (match == found.end()) return miss("passage not found", text);
        match->taken = true;
        ++passages_.hit;
        const Passage& passage = *match->passage;
        const std::string number = string_or_empty(truth["number"]);
        if (!number.empty()) numbers_.add(passage.number == number);
        if (!number.empty() && passage.number != number) miss("number", number + " is " + passage.number);
        kinds_.add(name_of(passage.kind) == kind);
        if (name_of(passage.kind) != kind) miss("kind", kind + " is " + std::string(name_of(passage.kind)) + ": " + text);
        if (truth["incomplete"].get<bool>() != passage.incomplete) miss("incomplete passage", text);
        compare_roles(passage, truth, text);
        (void)doc;
    }

    /// Roles that are named or inherited; those that are inferred from the way of speaking are a matter of opinion.
    void compare_roles(const Passage& passage, const Json& truth, const std::string& text) {
        std::set<std::string> expected, given;
        for (const Json& speaker : truth["speakers"])
            if (const std::string how = speaker["attribution"]; how == "explicit" || how == "inherited") expected.insert(speaker["role"].get<std::string>());
        for (const Speaker& speaker : passage.speakers)
            if (speaker.attribution == Attribution::explicit_ || speaker.attribution == Attribution::inherited) given.insert(std::string(name_of(speaker.role)));
        expected.erase("unattributed");
        given.erase("unattributed");
        std::string said;
        for (const std::string& role : given) {
            roles_.hit += expected.contains(role);
            said += role + " ";
        }
        roles_.predicted += static_cast<int>(given.size());
        roles_.expected += static_cast<int>(expected.size());
        if (expected == given) return;
        said += "for ";
        for (const std::string& role : expected) said += role + " ";
        miss("roles", said + ": " + text);
    }

    void compare_facts(const Segmented& segmented, const Json& truth) {
        const Meeting meeting = segmented.meetings.empty() ? Meeting{} : segmented.meetings.front();
        const std::pair<const char*, const Fact*> facts[] = {{"council", &meeting.council}, {"committee", &meeting.committee}, {"date", &meeting.date}, {"start", &meeting.start},
                                                             {"end", &meeting.end}, {"venue", &meeting.venue}, {"chair", &meeting.chair}};
        for (const auto& [name, fact] : facts) {
            const std::string expected = string_or_empty(truth[name]);
            facts_.add(fact->value == expected);
            if (fact->value != expected) miss(std::string("fact ") + name, expected + " is " + fact->value);
        }
    }

    void miss(const std::string& what, const std::string& text) { misses_[what].push_back(where_ + ": " + text.substr(0, 300)); }

    std::string where_;
    Tally items_, passages_, numbers_, kinds_, incomplete_, roles_, facts_;
    std::map<std::string, std::vector<std::string>> misses_;
};

}  // namespace

BOOST_AUTO_TEST_CASE(generated_minutes_are_segmented_as_they_were_made) {
    const fs::path root = fs::temp_directory_path() / ("minutes-generated-segment-" + std::to_string(::getpid()));
    generate_corpus({root.string(), 2024, 60});
    Comparison comparison;
    std::ifstream truths(root / "truth.jsonl");
    for (std::string line; std::getline(truths, line);) {
        const Json truth = Json::parse(line);
        const auto read = read_document((root / truth["source"].get<std::string>()).string());
        BOOST_REQUIRE(std::holds_alternative<Document>(read));
        comparison.compare(std::get<Document>(read), truth);
    }
    fs::remove_all(root);
    comparison.report();
    auto tallies = comparison.tallies();
    BOOST_TEST(tallies["item"].f1() == 1.0);
    BOOST_TEST(tallies["passage"].f1() >= 0.99);
    BOOST_TEST(tallies["number"].f1() >= 0.99);
    BOOST_TEST(tallies["kind"].f1() >= 0.95);
    BOOST_TEST(tallies["incomplete"].f1() == 1.0);
    BOOST_TEST(tallies["role"].f1() >= 0.85);
}
