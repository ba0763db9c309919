// How well questions find the passages that answer them: judged queries over the sample corpus and over invented
// transcripts. The numbers are printed; the test fails when one of them drops.
#include "indexer/sync.hpp"
#include "searcher/any_search.hpp"
#include "searcher/reader.hpp"
#include "searcher/search.hpp"
#include "searcher/trec.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>
#include <sstream>

namespace fs = std::filesystem;
using namespace minutes;
using namespace minutes::test;

namespace {

const fs::path kSource = MINUTES_SOURCE;

/// The sample corpus and the transcripts in one index, and all their passages in order of path and place.
struct Judging {
    Workspace work;
    std::string index;
    std::vector<Record> records;

    Judging() : index((work.path() / "index").string()) {
        SyncOptions options;
        options.paths = {fs::canonical(kSource / "corpus" / "sample").string(), fs::canonical(kSource / "tests" / "gold" / "transcripts").string()};
        options.index = index;
        (void)sync_index(options, [](std::uint64_t, std::uint64_t, const std::string&) {}, std::atomic<bool>(false));
        Reader reader(index);
        Request all = make_request(std::move(parse_query("zone:*").tree));
        all.limit = 100000;
        for (Hit& hit : search(reader, all).hits) records.push_back(std::move(hit.record));
        std::sort(records.begin(), records.end(), [](const Record& a, const Record& b) { return std::pair(a.path, a.order) < std::pair(b.path, b.order); });
    }
};

const Judging& judging() {
    static const Judging made;
    return made;
}

using Grades = std::map<std::string, int>;  ///< of documents, by id

struct Judged {
    std::string query;
    Grades passages, files;
};

std::vector<std::size_t> records_with(const std::string& words) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < judging().records.size(); ++i)
        if (judging().records[i].text.find(words) != std::string::npos) found.push_back(i);
    BOOST_TEST(!found.empty(), "no passage has the words: " << words);
    return found;
}

/// Adds "2:words" or "1:words .. words".
void add_target(Judged& judged, const std::string& target) {
    const int grade = target.front() - '0';
    const std::string words = target.substr(2);
    const std::size_t range = words.find(" .. ");
    std::vector<std::size_t> found = records_with(words.substr(0, range));
    if (found.empty()) return;
    if (range != std::string::npos) {
        const std::vector<std::size_t> last = records_with(words.substr(range + 4));
        for (std::size_t i = found.back() + 1; !last.empty() && i <= last.front(); ++i) found.push_back(i);
    }
    for (const std::size_t i : found) {
        const Record& record = judging().records[i];
        judged.passages[record.id] = std::max(judged.passages[record.id], grade);
        judged.files[record.path] = std::max(judged.files[record.path], grade);
    }
}

std::vector<Judged> read_judged(const std::string& name) {
    std::vector<Judged> all;
    std::istringstream in(read_file(kSource / "tests" / "gold" / name));
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream cells(line);
        Judged judged;
        std::getline(cells, judged.query, '\t');
        for (std::string target; std::getline(cells, target, '\t');) add_target(judged, target);
        all.push_back(std::move(judged));
    }
    return all;
}

struct Measures {
    double first = 0, recall5 = 0, ndcg = 0, reciprocal = 0;
};

double discounted(const std::vector<int>& grades) {
    double sum = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(grades.size(), 10); ++i) sum += (std::pow(2, grades[i]) - 1) / std::log2(static_cast<double>(i) + 2);
    return sum;
}

/// Recall at 1 and the reciprocal rank go by documents of the best grade, the others by all that were judged.
Measures measure(const std::vector<RunLine>& run, const Grades& judged) {
    std::vector<int> ideal, found;
    for (const auto& [id, grade] : judged) ideal.push_back(grade);
    std::sort(ideal.rbegin(), ideal.rend());
    Measures measures;
    double in_five = 0;
    for (std::size_t i = 0; i < run.size(); ++i) {
        const auto known = judged.find(run[i].document);
        found.push_back(known == judged.end() ? 0 : known->second);
        if (i < 5 && found.back() > 0) ++in_five;
        if (measures.reciprocal == 0 && found.back() == ideal.front()) measures.reciprocal = 1.0 / static_cast<double>(i + 1);
    }
    measures.first = measures.reciprocal == 1 ? 1 : 0;
    measures.recall5 = in_five / static_cast<double>(std::min<std::size_t>(5, judged.size()));
    measures.ndcg = discounted(found) / discounted(ideal);
    return measures;
}

Measures mean_of(const std::vector<Judged>& all, TrecId id) {
    Reader reader(judging().index);
    Measures sum;
    for (const Judged& judged : all) {
        AnyRequest request;
        request.words = plain_words(judged.query);
        request.filters = make_request(std::move(parse_query("zone:*").tree));
        const Measures one = measure(run_lines(search_any(reader, request), id, 1000), id == TrecId::passage ? judged.passages : judged.files);
        sum.first += one.first;
        sum.recall5 += one.recall5;
        sum.ndcg += one.ndcg;
        sum.reciprocal += one.reciprocal;
    }
    const double count = static_cast<double>(all.size());
    return {sum.first / count, sum.recall5 / count, sum.ndcg / count, sum.reciprocal / count};
}

void check_no_less(const char* what, const Measures& now, const Measures& kept) {
    char line[160];
    std::snprintf(line, sizeof line, "%-24s recall@1 %.3f  recall@5 %.3f  nDCG@10 %.3f  MRR %.3f", what, now.first, now.recall5, now.ndcg, now.reciprocal);
    BOOST_TEST_MESSAGE(line);
    BOOST_TEST_CONTEXT(line) {
        BOOST_TEST(now.first >= kept.first);
        BOOST_TEST(now.recall5 >= kept.recall5);
        BOOST_TEST(now.ndcg >= kept.ndcg);
        BOOST_TEST(now.reciprocal >= kept.reciprocal);
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(questions_find_what_answers_them) {
    const std::vector<Judged> minutes = read_judged("ranking.tsv"), turns = read_judged("ranking_transcripts.tsv");
    BOOST_TEST(minutes.size() >= 60u);
    BOOST_TEST(turns.size() >= 35u);
    check_no_less("minutes, passages", mean_of(minutes, TrecId::passage), {0.88, 0.97, 0.94, 0.92});
    check_no_less("minutes, files", mean_of(minutes, TrecId::file), {0.95, 0.99, 0.98, 0.97});
    check_no_less("transcripts, passages", mean_of(turns, TrecId::passage), {0.70, 0.89, 0.87, 0.82});
    check_no_less("transcripts, files", mean_of(turns, TrecId::file), {0.97, 0.99, 0.98, 0.98});
}

BOOST_AUTO_TEST_CASE(partial_matches_are_in_no_count) {
    Reader reader(judging().index);
    Request request = make_request(std::move(parse_query("what did the director say about agency staff").tree));
    const Answer answer = search(reader, request);
    BOOST_TEST(answer.counts.passages == 0u);
    BOOST_TEST(answer.hits.empty());
    BOOST_TEST(answer.partial.hits.size() == 10u);
    BOOST_TEST((answer.partial.words == std::vector<std::string>{"director", "agency", "staff"}));
    BOOST_TEST(answer.partial.found.front() == 3u);
    // A word that the index also has in another spelling ("over spend") is a word all the same.
    const Partial spelt = search(reader, make_request(std::move(parse_query("zeppelin cost overspend").tree))).partial;
    BOOST_TEST(!spelt.hits.empty());
    BOOST_TEST((spelt.words == std::vector<std::string>{"zeppelin", "cost", "overspend"}));
    // What is not words side by side has no partial answer.
    for (const char* query : {"zeppelin", "\"zeppelin hangar\"", "zeppelin OR hangar", "staff -staff", "role:dcs zeppelin"})
        BOOST_TEST(search(reader, make_request(std::move(parse_query(query).tree))).partial.hits.empty(), query);
}

BOOST_AUTO_TEST_CASE(partial_matches_keep_to_the_filters) {
    Reader reader(judging().index);
    const Answer answer = search(reader, make_request(std::move(parse_query("agency zeppelin staff council:averill date:2019..2023").tree)));
    BOOST_TEST(answer.partial.hits.size() > 3u);
    for (const Hit& hit : answer.partial.hits) {
        BOOST_TEST(hit.record.council == "North Averill Council");
        const std::string year = hit.record.date.substr(0, 4);
        BOOST_TEST((year >= "2019" && year <= "2023"), hit.record.date);
        BOOST_TEST(!hit.hits.empty());
    }
}

BOOST_AUTO_TEST_CASE(a_query_set_of_odd_lines_is_answered_in_full) {
    const Judging& made = judging();
    const fs::path topics = made.work.write("topics.tsv", "1\twhat \"is\n2\t(((\n3\tstaff OR\n4\t-\n5\trole:xyz agency\n6\tOMG!? \xF0\x9F\x98\x80 staff\n");
    const Ran ran = run_minutes(made.index, {"search", "--format", "trec", "--queries", topics.string(), "--limit", "2", "--tag", "t"});
    BOOST_TEST(ran.exit == 0, ran.err);
    std::istringstream in(ran.out);
    std::map<std::string, int> lines;
    for (std::string line; std::getline(in, line);) ++lines[line.substr(0, line.find(' '))];
    BOOST_TEST((lines == std::map<std::string, int>{{"1", 2}, {"3", 2}, {"5", 2}, {"6", 2}}));
    BOOST_TEST(run_minutes(made.index, {"search", "--queries", topics.string()}).exit == 2);
    BOOST_TEST(run_minutes(made.index, {"search", "x", "--format", "trec", "--trec-id", "row"}).exit == 2);
}
