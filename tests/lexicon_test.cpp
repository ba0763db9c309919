// What a query is widened to: acronyms, concepts, families, spellings; counted against a plain scan of the texts.
#include "corpus/problem.hpp"
#include "indexer/sync.hpp"
#include "searcher/acronym_senses.hpp"
#include "searcher/concepts.hpp"
#include "searcher/reader.hpp"
#include "searcher/search.hpp"
#include "searcher/suggest.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>

using namespace minutes;
using namespace minutes::test;
namespace fs = std::filesystem;

namespace {

std::string minutes_of(const std::string& council, int day, const std::vector<std::string>& paragraphs) {
    std::string text = council + " COUNCIL\n\nMinutes of the Scrutiny Panel held on " + std::to_string(day) +
                       " March 2021\n\nPRESENT: Councillor Ashdown (Chair) and Councillor Birch.\n\n1. BUSINESS OF THE PANEL\n\n";
    for (const std::string& paragraph : paragraphs) text += paragraph + "\n\n";
    return text;
}

/// A folder of texts and an index that is brought in step with it.
struct Library {
    Workspace work;
    std::string texts = (work.path() / "texts").string(), index = (work.path() / "index").string();

    Library() { fs::create_directories(texts); }
    void write(const std::string& name, const std::string& bytes) const { (void)work.write("texts/" + name, bytes); }
    void remove(const std::string& name) const { fs::remove(fs::path(texts) / name); }

    void update(bool fresh = false) const {
        static const std::atomic<bool> never{false};
        SyncOptions options;
        options.paths = {texts};
        options.index = index;
        options.fresh = fresh;
        (void)sync_index(options, [](std::uint64_t, std::uint64_t, const std::string&) {}, never);
    }

    [[nodiscard]] Answer ask(const std::string& query, const std::string& council = "") const {
        Parsed parsed = parse_query(query);
        BOOST_REQUIRE_MESSAGE(parsed.problem.message.empty(), query << ": " << parsed.problem.message);
        Request request = make_request(std::move(parsed.tree));
        if (!council.empty()) select(request, *field_named("council"), council);
        Reader reader(index);
        return search(reader, request);
    }

    [[nodiscard]] AcronymSenses senses(const std::string& key) const {
        Reader reader(index);
        return reader.read([&](const Xapian::Database& database) { return acronym_senses(database, Request{}, key); });
    }
};

/// "DCS 2, DCS's, DCSs 1, ..." of one widened part.
std::string shown(const Answer& answer) {
    std::string text;
    for (const Widened& part : answer.widened)
        for (const Variant& variant : part.variants)
            text += (text.empty() ? "" : "; ") + variant.name + " " + std::to_string(variant.occurrences) + "/" + std::to_string(variant.passages);
    return text;
}

std::string shown(const AcronymSenses& senses) {
    std::string text;
    for (const AcronymSense& sense : senses.senses) text += (text.empty() ? "" : "; ") + sense.long_forms.front() + " " + std::to_string(sense.passages);
    return text;
}

std::uint64_t sum_of(const Answer& answer) {
    std::uint64_t sum = 0;
    for (const Widened& part : answer.widened)
        for (const Variant& variant : part.variants) sum += variant.occurrences;
    return sum;
}

const std::vector<std::string> kParagraphs = {
    "The Director of Children's Services (DCS) said that the D.C.S. and the DCS's deputy had met other DCSs.",
    "The Director of Childrens Services thanked staff. Staffing was short; the posts were staffed by agency staff and locums.",
    "The dcs file was lac in the register. A LAC review took place, and LACs were seen. Looked after children (LAC) were well.",
    "The multi-agency team, a multiagency hub and a multi agency panel cost \u00A37.1m, not \u00A37.1 million or \u00A37.1million.",
    "Ms Thorne emailed. An e-mail was sent; wellbeing and well-being were raised. The overspend was overspent by an overspending unit.",
    "Agency workers and an agency social worker had left. Nothing else was reported about agency costs.",
};

struct TwoCouncils : Library {
    TwoCouncils() {
        write("a.txt", minutes_of("EASTMOOR", 3, kParagraphs));
        write("b.txt", minutes_of("WESTMOOR", 4, {"The Data Collection System (DCS) was replaced.", "The DCS worked; the data collection systems did not."}));
        update();
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(acronyms_are_expanded_within_their_scope) {
    const TwoCouncils library;
    const Answer east = library.ask("~DCS", "eastmoor");
    BOOST_TEST(shown(east) == "DCS 2/1; DCS's, DCSs 2/1; Director of Children's Services 2/2");
    BOOST_TEST(east.counts.occurrences == 6u);
    BOOST_TEST(east.counts.passages == 2u);
    BOOST_TEST(sum_of(east) == east.counts.occurrences);
    const Answer west = library.ask("~DCS", "westmoor");
    BOOST_TEST(shown(west) == "DCS 2/2; DCS's, DCSs 0/0; Data Collection System 2/2");
    const Answer both = library.ask("~DCS");  // two meanings, one each: nothing is guessed
    BOOST_TEST(shown(both) == "DCS 4/3; DCS's, DCSs 2/1");
    BOOST_REQUIRE(both.notes.size() == 1u);
    BOOST_TEST(both.notes.front().find("Data Collection System 1, Director of Children's Services 1") != std::string::npos);
    for (const std::string same : {"~D.C.S.", "~dcs", "~DCS's", "~DCSs"})
        BOOST_TEST_CONTEXT(same) BOOST_TEST(library.ask(same, "eastmoor").counts.occurrences == 6u);
    BOOST_TEST(library.ask("=DCS", "eastmoor").counts.occurrences == 3u);  // any case, and nothing else
    BOOST_TEST(library.ask("=DCS", "eastmoor").widened.empty());
}

BOOST_AUTO_TEST_CASE(letters_count_in_capitals_alone) {
    const TwoCouncils library;
    const Answer answer = library.ask("~LAC");
    BOOST_TEST(shown(answer) == "LAC 2/1; LAC's, LACs 1/1; Looked after children 1/1");
    BOOST_TEST(library.ask("~XYZ").counts.passages == 0u);
    BOOST_TEST(library.ask("~XYZ").notes.front().find("no passage of the index spells XYZ out") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(capitals_are_told_what_they_stand_for) {
    const TwoCouncils library;
    const auto told = [&](const std::string& query) {
        const Answer answer = library.ask(query, "eastmoor");
        return std::any_of(answer.notes.begin(), answer.notes.end(), [](const std::string& note) { return note.find("is spelt out in") != std::string::npos; });
    };
    for (const std::string query : {"DCS", "D.C.S.", "staff DCS", "LAC"}) BOOST_TEST(told(query), query);
    for (const std::string query : {"dcs", "Dcs", "lac", "=DCS", "\"DCS\"", "~DCS", "STAFF"}) BOOST_TEST(!told(query), query);
}

BOOST_AUTO_TEST_CASE(definitions_follow_every_update) {
    const TwoCouncils library;
    BOOST_TEST(shown(library.senses("dcs")) == "Data Collection System 1; Director of Children's Services 1");
    library.write("b.txt", minutes_of("WESTMOOR", 4, {"The Director of Childrens Services (DCS) spoke."}));
    library.write("c.txt", minutes_of("WESTMOOR", 5, {"The Director of Children's Services (DCS) spoke."}));
    library.update();
    BOOST_TEST(shown(library.senses("dcs")) == "Director of Children's Services 3");
    library.remove("a.txt");
    library.update();
    const std::string updated = shown(library.senses("dcs"));
    BOOST_TEST(updated == "Director of Children's Services 2");
    library.update(true);
    BOOST_TEST(shown(library.senses("dcs")) == updated);
}

BOOST_AUTO_TEST_CASE(families_and_spellings_are_found_and_told) {
    const TwoCouncils library;
    BOOST_TEST(shown(library.ask("staff")) == "staff 2/1; staffed 1/1; staffing 1/1");
    BOOST_TEST(shown(library.ask("=staff")) == "");
    BOOST_TEST(library.ask("\"staff\"").counts.occurrences == 2u);
    BOOST_TEST(shown(library.ask("overspend")) == "overspend 1/1; overspending 1/1; overspent 1/1");
    for (const std::string query : {"multi-agency", "multiagency"})
        BOOST_TEST_CONTEXT(query) BOOST_TEST(library.ask(query).counts.occurrences == 3u);
    BOOST_TEST(library.ask("\"multi-agency\"").counts.occurrences == 2u);
    BOOST_TEST(library.ask("multi agency", "eastmoor").counts.occurrences >= 3u);
    BOOST_TEST(library.ask("item:{multi agency}").counts.occurrences == library.ask("item:{multi AND agency}").counts.occurrences);
    BOOST_TEST(library.ask("item:{multi agency}").counts.occurrences > library.ask("item:{=multi =agency}").counts.occurrences);
    for (const std::string query : {"\u00A37.1m", "\u00A37.1million", "\u00A37.1 million", "item:{\u00A37.1 million}", "meeting:{\u00A37.1million}"})
        BOOST_TEST_CONTEXT(query) BOOST_TEST(library.ask(query).counts.occurrences == 3u);
    BOOST_TEST(library.ask("e-mail").counts.occurrences >= 1u);
    BOOST_TEST(library.ask("email").counts.occurrences == 2u);
    BOOST_TEST(library.ask("wellbeing").counts.occurrences == 2u);
}

BOOST_AUTO_TEST_CASE(concepts_count_each_variant_and_name_the_absent) {
    const TwoCouncils library;
    const Answer answer = library.ask("concept:agency-staff");
    std::map<std::string, std::uint64_t> found;
    for (const Variant& variant : answer.widened.at(0).variants) found[variant.name] = variant.occurrences;
    BOOST_TEST(found["agency staff"] == 1u);
    BOOST_TEST(found["agency worker*"] == 1u);
    BOOST_TEST(found["agency social worker*"] == 1u);
    BOOST_TEST(found["agency cost*"] == 1u);
    BOOST_TEST(found["locum*"] == 1u);
    BOOST_TEST(found.at("use of agency") == 0u);
    BOOST_TEST(sum_of(answer) == answer.counts.occurrences);
    BOOST_TEST(answer.counts.occurrences == 5u);
    BOOST_CHECK_EXCEPTION((void)library.ask("concept:agency-staf"), Refused, [](const Refused& refused) {
        return std::string(refused.what()).find("did you mean concept:agency-staff?") != std::string::npos;
    });
}

BOOST_AUTO_TEST_CASE(concept_files_are_checked) {
    BOOST_TEST(own_concepts().concepts.size() >= 26u);
    BOOST_TEST(!own_concepts().version.empty());
    BOOST_TEST(own_concepts().sha256.size() == 64u);
    BOOST_TEST(read_concepts("# version: x 1\nbins\tbin\t\"bin collection*\"\n").version == "x 1");
    constexpr struct { std::string_view text, why; } kRows[] = {
        {"bins", "line 1: bins has no variants"},       {"bins\t", "no variants"},          {"Bins\tbin", "is no name"},
        {"\tbin", "is no name"},                         {"bins\tbin\nbins\tbin", "line 2: bins stands twice"},
        {"bins\t\"bin", "line 1"},                       {"bins\trole:dcs", "neither a word nor a phrase"}, {"bins\ta b", "neither a word nor a phrase"},
        {"bins\tbin OR bag", "neither a word nor a phrase"},
    };
    for (const auto& row : kRows) BOOST_TEST_CONTEXT(row.text)
        BOOST_CHECK_EXCEPTION((void)read_concepts(row.text), Refused, [&](const Refused& refused) {
            return std::string(refused.what()).find(row.why) != std::string::npos;
        });
}

BOOST_AUTO_TEST_CASE(words_are_suggested_when_nothing_is_found) {
    const TwoCouncils library;
    const Answer answer = library.ask("directr oversepnd zzzzzzzz");
    BOOST_REQUIRE(answer.suggestions.size() == 3u);
    BOOST_TEST(answer.suggestions[0].instead.at(0).form == "director");
    BOOST_TEST(answer.suggestions[1].instead.at(0).form == "overspend");
    BOOST_TEST(answer.suggestions[2].instead.empty());
    BOOST_TEST(library.ask("staff").suggestions.empty());
    BOOST_TEST(library.ask("staff locums thorne").suggestions.empty());  // each is in the index
}

BOOST_AUTO_TEST_CASE(edits_are_counted_up_to_a_limit) {
    constexpr struct { std::string_view from, to; std::size_t most, want; } kRows[] = {
        {"", "", 2, 0}, {"a", "", 2, 1}, {"staff", "staff", 2, 0}, {"staff", "satff", 2, 1}, {"staff", "stuff", 2, 1}, {"staff", "stiffly", 2, 3},
        {"abc", "xyz", 2, 3}, {"abcdef", "abcdefgh", 2, 2}, {"abcdef", "abcdefghi", 2, 3}, {"ab", "ba", 0, 1},
    };
    for (const auto& row : kRows) BOOST_TEST_CONTEXT(row.from << ", " << row.to) BOOST_TEST(edits_between(row.from, row.to, row.most) == row.want);
}
