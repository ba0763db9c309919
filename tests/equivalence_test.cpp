// Ways of writing one query that mean the same: each must give the same hits, highlights, counts and facets.
#include "corpus/generate.hpp"
#include "searcher/reader.hpp"
#include "searcher/search.hpp"
#include "tests/chosen_query.hpp"
#include "tests/index_folder.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>

using namespace minutes;
using namespace minutes::test;
using Kind = Asked::Kind;

namespace {

/// Words with letters of every form that a keyboard or a saved page may give them.
const std::string kAccented = "Llanfryn Council\n\nMinutes of the Culture Panel held on 4 March 2021\n\n1. Caf\u00E9s\n\n"
                              "The Chair said that the caf\u00E9\u2019s terrace and Mr Lefe\u0300vre\u2019s cafe had closed.\n\n"
                              "2. Str\u0175d\n\nMembers asked about Str\u0175d Fawr, the Strw\u0302d bridge and the children\u2019s caf\u00E9s.\n";

/// All that an answer says of passages: that it is the same is what the cases are about.
std::string told(const Answer& answer) {
    std::string text = std::to_string(answer.counts.occurrences) + " " + std::to_string(answer.counts.items) + " " + std::to_string(answer.counts.meetings) + "\n";
    for (const Elsewhere& there : answer.counts.elsewhere) text += std::string(name_of(there.zone)) + " " + std::to_string(there.occurrences) + " " + std::to_string(there.passages) + "\n";
    for (const Facet& facet : answer.facets)
        for (const FacetValue& value : facet.values) text += std::string(facet.field->name) + " " + value.value + " " + std::to_string(value.passages) + "\n";
    for (const Hit& hit : answer.hits) {
        text += hit.record.id;
        for (const Span span : hit.hits) text += " " + std::to_string(span.begin) + "-" + std::to_string(span.end);
        text += "\n";
    }
    return text;
}

enum class Facets { none, all };

std::string told(Reader& reader, const std::string& query, Facets facets = Facets::all) {
    Parsed parsed = parse_query(query);
    if (!parsed.problem.message.empty()) return query + ": " + parsed.problem.message;
    Request request = make_request(std::move(parsed.tree));
    if (facets == Facets::all)
        for (const char* facet : {"council", "year", "role", "kind"}) request.facets.push_back(field_named(facet));
    request.sort = Sort::date;
    request.limit = 1'000'000;
    return told(search(reader, request));
}

Asked made(Kind kind, std::vector<Asked> parts) {
    Asked asked;
    asked.kind = kind;
    asked.parts = std::move(parts);
    return asked;
}

/// The same query with what `change` makes of each part, inner ones first.
template <typename Change>
Asked changed(Asked asked, const Change& change) {
    for (Asked& part : asked.parts) part = changed(std::move(part), change);
    return change(std::move(asked));
}

Asked turned_round(Asked asked) {
    if (asked.kind == Kind::all || asked.kind == Kind::any) std::reverse(asked.parts.begin(), asked.parts.end());
    return asked;
}

/// NOT (a OR b) is NOT a AND NOT b.
Asked spread(Asked asked) {
    if (asked.kind != Kind::without || asked.parts.front().kind != Kind::any) return asked;
    std::vector<Asked> parts;
    for (const Asked& part : asked.parts.front().parts) parts.push_back(made(Kind::without, {part}));
    return made(Kind::all, std::move(parts));
}

Asked twice_negated(Asked asked) {
    if (asked.kind != Kind::without) return asked;
    return made(Kind::without, {made(Kind::all, {made(Kind::without, {made(Kind::all, {std::move(asked)})})})});
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

/// In capitals, but for words that would be operators.
Asked shouted(Asked asked) {
    if (asked.kind != Kind::word && asked.kind != Kind::phrase && asked.kind != Kind::slop) return asked;
    for (std::vector<std::string>& place : asked.places)
        for (std::string& word : place) {
            std::string capitals = word;
            std::transform(capitals.begin(), capitals.end(), capitals.begin(), upper);
            if (capitals != "AND" && capitals != "OR" && capitals != "NOT") word = capitals;
        }
    return asked;
}

/// Every pair of straight quotes as printers set them.
std::string with_curly_quotes(std::string_view query) {
    std::string text;
    bool open = true;
    for (const char c : query) {
        if (c != '"') text += c;
        else text += std::exchange(open, !open) ? "\u201C" : "\u201D";
    }
    return text;
}

/// AND written out, where two parts stand side by side.
std::string typed_with_and(const Asked& asked) {
    if (asked.kind != Kind::all) return asked.typed();
    std::string text;
    for (const Asked& part : asked.parts) text += (text.empty() ? "(" : " AND ") + typed_with_and(part);
    return text + ")";
}

/// A generated corpus with texts of our own beside it, and its index.
class Library {
  public:
    explicit Library(std::uint32_t meetings) {
        GenerateOptions generate;
        generate.directory = (work_.path() / "corpus").string();
        generate.seed = 9;
        generate.meetings = meetings;
        (void)generate_corpus(generate);
        work_.write("corpus/spellings.txt", odd_spellings());
        work_.write("corpus/accents.txt", kAccented);
        index_folder(generate.directory, index());
    }

    [[nodiscard]] std::string index() const { return (work_.path() / "index").string(); }

  private:
    Workspace work_;
};

}  // namespace

#ifdef MINUTES_SANITIZED
constexpr int kMeetings = 10, kQueries = 25;
#else
constexpr int kMeetings = 40, kQueries = 120;
#endif

BOOST_AUTO_TEST_CASE(what_means_the_same_is_answered_the_same) {
    const Library library(kMeetings);
    const Scan scan = scan_of(library.index());
    Reader reader(library.index());
    std::mt19937 random(55);
    int found = 0;
    for (int i = 0; i < kQueries; ++i) {
        const Asked asked = chosen_query(random, scan);
        const std::string query = asked.typed(), answer = told(reader, query);
        const std::pair<const char*, std::string> others[] = {
            {"order", changed(asked, turned_round).typed()}, {"De Morgan", changed(asked, spread).typed()},
            {"double negation", changed(asked, twice_negated).typed()}, {"capitals", changed(asked, shouted).typed()},
            {"curly quotes", with_curly_quotes(query)}, {"AND", typed_with_and(asked)},
            {"spaces", "  " + query + "\t"}, {"brackets", "((" + query + "))"},
        };
        for (const auto& [name, other] : others)
            BOOST_TEST(told(reader, other) == answer, name << ": " << query << " is not answered as " << other);
        // A filter inside OR is no selection, and facets are counted without selections of their own field.
        const std::string hits = told(reader, query, Facets::none);
        for (const char* between : {" OR ", " AND "})
            BOOST_TEST(told(reader, "(" + query + ")" + between + "(" + query + ")", Facets::none) == hits, query << " twice with" << between << "finds something else");
        found += answer.find('-') != std::string::npos ? 1 : 0;
    }
    BOOST_TEST(found * 3 > kQueries);  // queries that find nothing prove little
}

BOOST_AUTO_TEST_CASE(forms_of_one_word_are_one_word) {
    const Library library(1);
    Reader reader(library.index());
    const std::vector<std::vector<std::string>> same = {
        {"caf\u00E9", "cafe\u0301", "CAF\u00C9", "CAFE\u0301", "Caf\u00E9", "(caf\u00E9)", "caf\u00E9 caf\u00E9"},
        {"\"caf\u00E9\u2019s terrace\"", "\"cafe\u0301's terrace\"", "\u201CCAF\u00C9\u2019S TERRACE\u201D", "\"caf\u00E9\u02BCs terrace\""},
        {"Lef\u00E8vre", "lefe\u0300vre", "LEF\u00C8VRE"},
        {"str\u0175d", "strw\u0302d", "STR\u0174D", "STRW\u0302D"},
        {"\"str\u0175d fawr\"~3", "\u201Cstrw\u0302d fawr\u201D~3"},
        {"children's", "children\u2019s", "CHILDREN'S", "children\u02BCs"},
        {"item:{str\u0175d AND bridge}", "item:{bridge strw\u0302d}"},
    };
    for (const std::vector<std::string>& forms : same) {
        const std::string answer = told(reader, forms.front());
        BOOST_TEST(answer.find('-') != std::string::npos, forms.front() << " finds nothing");
        for (const std::string& form : forms) BOOST_TEST(told(reader, form) == answer, form << " is not answered as " << forms.front());
    }
}
