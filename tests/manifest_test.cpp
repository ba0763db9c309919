// Answers are kept, the corpus changes, and the difference is told with its reason.
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>

namespace fs = std::filesystem;
using namespace minutes::test;

namespace {

std::string minutes_of(const std::string& day, const std::string& said) {
    return "Minutes of the meeting of the Quarry Panel held on " + day + "\n\n1. KILNS\n\nThe Chair said that " + said + ".\n\nThe Clerk noted the agency staff rota of " + day + ".\n";
}

struct Desk {
    Workspace work;

    Desk() {
        work.write("corpus/a.txt", minutes_of("3 May 2021", "agency staff were late"));
        work.write("corpus/b.txt", minutes_of("4 June 2021", "agency staff were early"));
        work.write("corpus/c.txt", minutes_of("5 July 2021", "agency staff were few"));
        index();
    }
    void index(const std::string& to = "index", bool fresh = false) const {
        std::vector<std::string> args{"index", (work.path() / "corpus").string()};
        if (fresh) args.emplace_back("--fresh");
        BOOST_REQUIRE(run_minutes(work.path() / to, args).exit == 0);
    }
    [[nodiscard]] Ran run(const std::vector<std::string>& args, const std::string& index = "index") const { return run_minutes(work.path() / index, args); }
    std::string keep(const std::string& name, const std::string& query = "\"agency staff\"", const std::string& index = "index") const {
        const fs::path file = work.path() / name;
        BOOST_REQUIRE(run({"search", query, "--manifest", file.string()}, index).exit == 0);
        return read_file(file);
    }
    [[nodiscard]] Ran diff(const std::string& a, const std::string& b, const std::string& format = "text") const {
        return run({"diff", (work.path() / a).string(), (work.path() / b).string(), "--format", format});
    }
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

BOOST_AUTO_TEST_CASE(the_same_index_and_query_give_the_same_bytes) {
    const Desk desk;
    const std::string first = desk.keep("a.json");
    BOOST_TEST(desk.keep("again.json") == first);
    const Ran same = desk.diff("a.json", "again.json");
    BOOST_TEST(same.exit == 0);
    BOOST_TEST(has(same.out, "0 new, 0 gone, 0 changed, 6 the same."), same.out);
}

BOOST_AUTO_TEST_CASE(an_index_that_grew_is_that_of_a_fresh_one) {
    const Desk desk;
    const std::string before = desk.keep("before.json");
    desk.work.write("corpus/d.txt", minutes_of("6 August 2021", "agency staff were many"));
    desk.work.write("corpus/a.txt", minutes_of("3 May 2021", "agency staff were very late"));
    fs::remove(desk.work.path() / "corpus/b.txt");
    desk.index();
    desk.index("fresh");
    const std::string grown = desk.keep("grown.json"), fresh = desk.keep("fresh.json", "\"agency staff\"", "fresh");
    BOOST_TEST(grown == fresh);
    BOOST_TEST(grown != before);
    desk.work.write("corpus/a.txt", minutes_of("3 May 2021", "agency staff were late"));
    desk.work.write("corpus/b.txt", minutes_of("4 June 2021", "agency staff were early"));
    fs::remove(desk.work.path() / "corpus/d.txt");
    desk.index();
    BOOST_TEST(desk.keep("back.json") == before);
}

BOOST_AUTO_TEST_CASE(the_difference_is_told_with_its_reason) {
    const Desk desk;
    desk.keep("a.json");
    desk.work.write("corpus/d.txt", minutes_of("6 August 2021", "agency staff were many"));
    desk.work.write("corpus/a.txt", minutes_of("3 May 2021", "agency staff were very late"));
    fs::remove(desk.work.path() / "corpus/b.txt");
    desk.index();
    desk.keep("b.json");
    const Ran text = desk.diff("a.json", "b.json");
    BOOST_TEST(text.exit == 1);
    // Of d.txt two passages are new, of b.txt two are gone, of a.txt one has other words and one stays.
    BOOST_TEST(has(text.out, "2 new, 2 gone, 1 changed, 3 the same."), text.out);
    BOOST_TEST(has(text.out, "corpus/d.txt:5  document added"), text.out);
    BOOST_TEST(has(text.out, "corpus/b.txt:5  document removed"), text.out);
    BOOST_TEST(has(text.out, "corpus/a.txt:5  document changed"), text.out);
    BOOST_TEST(has(text.out, "The indexes hold different documents."), text.out);
    const Ran back = desk.diff("b.json", "a.json", "json");
    BOOST_TEST(back.exit == 1);
    BOOST_TEST(has(back.out, "\"cause\": \"document removed\""), back.out);
    BOOST_TEST(has(back.out, "\"new\": 2"), back.out);
}

BOOST_AUTO_TEST_CASE(another_query_is_a_reason) {
    const Desk desk;
    desk.keep("a.json");
    desk.keep("b.json", "agency staff were");
    const Ran ran = desk.diff("a.json", "b.json");
    BOOST_TEST(ran.exit == 1);
    BOOST_TEST(has(ran.out, "The query, its filters or its zones differ."), ran.out);
    BOOST_TEST(has(ran.out, "The index is the same."), ran.out);
    BOOST_TEST(has(ran.out, "another query"), ran.out);
    BOOST_TEST(!has(ran.out, "document"), ran.out);
}

BOOST_AUTO_TEST_CASE(what_words_were_expanded_to_is_kept_and_compared) {
    const Desk desk;
    desk.work.write("corpus/d.txt", minutes_of("6 August 2021", "the Kiln Safety Panel (KSP) met; the KSP was full"));
    desk.work.write("own.tsv", "# version: of the kilns\nlate\t\"agency staff\"\tlate\n");
    desk.work.write("wider.tsv", "# version: of more kilns\nlate\t\"agency staff\"\tlate\tearly\n");
    desk.index();
    const auto keep = [&](const std::string& name, const std::vector<std::string>& args) {
        std::vector<std::string> all = args;
        all.insert(all.end(), {"--manifest", (desk.work.path() / name).string()});
        const Ran ran = desk.run(all);
        BOOST_TEST(ran.exit == 0, ran.err);
        return read_file(desk.work.path() / name);
    };
    const std::string acronym = keep("acronym.json", {"count", "~KSP"});
    BOOST_TEST(has(acronym, R"("expansions":[{"kind":"acronym","of":"KSP","variants":[{"name":"KSP","occurrences":2,"passages":1})"), acronym);
    BOOST_TEST(has(acronym, R"({"name":"Kiln Safety Panel","occurrences":1,"passages":1}]}])"), acronym);
    BOOST_TEST(has(acronym, "\"concepts\":null"), acronym);
    const std::string own = (desk.work.path() / "own.tsv").string(), wider = (desk.work.path() / "wider.tsv").string();
    const std::string kept = keep("own.json", {"export", "concept:late", "--concepts", own});
    BOOST_TEST(has(kept, "\"concepts\":{\"version\":\"of the kilns\",\"sha256\":\""), kept);
    BOOST_TEST(has(kept, R"({"name":"late","occurrences":1,"passages":1})"), kept);
    keep("wider.json", {"export", "concept:late", "--concepts", wider});
    const Ran ran = desk.diff("own.json", "wider.json");
    BOOST_TEST(ran.exit == 1);
    BOOST_TEST(has(ran.out, "The query is the same; its words were expanded to others."), ran.out);
    BOOST_TEST(has(ran.out, "1 changed"), ran.out);
    BOOST_TEST(has(ran.out, "other expansions"), ran.out);
    BOOST_TEST(!has(ran.out, "another query"), ran.out);
}

BOOST_AUTO_TEST_CASE(scopes_are_exported_as_they_are_searched) {
    const Desk desk;
    const struct { std::string query; const char* passages; } cases[] = {
        {"item:{late rota}", "a.txt"}, {"agency meeting:{early \"agency staff\"}", "b.txt"}, {"rota -meeting:{early OR late}", "c.txt"}};
    for (const auto& c : cases) {
        const fs::path file = desk.work.path() / "scoped.json";
        const Ran ran = desk.run({"export", c.query, "--manifest", file.string()});
        const std::string kept = read_file(file), searched = desk.keep("searched.json", c.query);
        BOOST_TEST(ran.exit == 0, ran.err);
        BOOST_TEST(kept.substr(kept.find("\"query\"")) == searched.substr(searched.find("\"query\"")), c.query);
        std::size_t line = 0;
        for (std::size_t end; (end = ran.out.find('\n', line)) != std::string::npos; line = end + 1)
            BOOST_TEST(has(ran.out.substr(line, end - line), c.passages), c.query << ": " << ran.out);
        BOOST_TEST(line > 0u);
    }
}

BOOST_AUTO_TEST_CASE(a_folder_that_moved_is_no_difference) {
    const Desk desk;
    desk.keep("a.json");
    fs::rename(desk.work.path() / "corpus", desk.work.path() / "moved");
    BOOST_REQUIRE(desk.run({"index", (desk.work.path() / "moved").string()}, "other").exit == 0);
    desk.keep("b.json", "\"agency staff\"", "other");
    const Ran ran = desk.diff("a.json", "b.json");
    BOOST_TEST(ran.exit == 0, ran.out);
    BOOST_TEST(has(ran.out, "The index is the same."), ran.out);
}

BOOST_AUTO_TEST_CASE(what_is_no_manifest_is_refused) {
    const Desk desk;
    const std::string good = desk.keep("good.json");
    const struct { std::string name, bytes, says; } cases[] = {
        {"nothing", "", "cut off"},
        {"cut off", good.substr(0, good.size() / 2), "cut off"},
        {"another document", desk.run({"search", "agency", "--format", "json"}).out, "minutes-manifest"},
        {"a list", "[]", "minutes-manifest"},
        {"another version", "{\"format\":\"minutes-manifest\",\"version\":9}", "version"},
        {"without its parts", "{\"format\":\"minutes-manifest\",\"version\":1}", "missing"},
    };
    for (const auto& c : cases) {
        desk.work.write("bad.json", c.bytes);
        for (const auto& [a, b] : {std::pair("bad.json", "good.json"), std::pair("good.json", "bad.json")}) {
            const Ran ran = desk.diff(a, b);
            BOOST_TEST(ran.exit == 2, c.name);
            BOOST_TEST(has(ran.err, c.says), c.name << ": " << ran.err);
        }
    }
    BOOST_TEST(desk.run({"diff", "one"}).exit == 2);
    BOOST_TEST(desk.run({"diff", "/no/such", "/no/other"}).exit == 3);
    BOOST_TEST(desk.run({"search", "agency", "--manifest", "/no/such/folder/m.json"}).exit == 3);
}
