// Answers read from the columns against answers read from the records: the same bytes for every query, order, page and selection,
// before and after updates; and whatever is done to a column file, the answer stays right.
#include "corpus/generate.hpp"
#include "indexer/column_shapes.hpp"
#include "indexer/index_directory.hpp"
#include "searcher/count.hpp"
#include "searcher/filter_level.hpp"
#include "searcher/group_search.hpp"
#include "searcher/passage_columns.hpp"
#include "searcher/reader.hpp"
#include "searcher/render.hpp"
#include "searcher/render_count.hpp"
#include "searcher/search.hpp"
#include "tests/index_folder.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;
using namespace minutes;
using namespace minutes::test;

namespace {

const fs::path kSample = fs::path(MINUTES_SOURCE) / "corpus" / "sample";

/// Words that the tokeniser treats in ways of their own, where sums and references stand in capitals and out of them.
const char kOdd[] = "Harrowmere Council\nOdd Words Committee\n3 May 2021\n\n1. Sums\n"
                    "The DCS and the D.C.S. said that \xC2\xA3" "7.1m, 12.5% and 22/00345/FUL (22/00345) were MoU matters for C&F, in 2019/20-2021/22.\n\n"
                    "2. Cases\nMembers of STAFF, Staff and staff's staff asked for Staffing; the dcs sent it to send and SEND.\n\n"
                    "3. Rows\nstaff staff staff staff agency staff agency agency staff staff\n";

/// What is asked besides: every kind of part that the language has.
const char* const kQueries[] = {
    "", "staff", "=staff", "agency staff", "agency OR staff", "\"agency staff\"", "\"agency (staff|worker*)\"", "staff*", "over*", "\"of the\"", "the", "the and of a to in",
    "agency NEAR/5 staff", "staff ADJ/2 agency", "\"agency staff\"~4", "^members", "^\"the director\"", "-staff", "staff -agency", "staff -\"agency staff\"", "NOT staff",
    "(agency OR social) (staff OR worker)", "~DCS", "concept:agency-staff", "concept:send", "dcs", "send", "overspent", "well-being", "\xC2\xA3" "7.1m", "7.1m", "12.5%", "22/00345/FUL", "22", "2019/20",
    "item:{agency staff}", "meeting:{staff overspend}", "staff item:{overspend -agency}", "item:{\"agency staff\" role:dcs}",
    "role:dcs", "role:dcs role:chair", "role:dcs AND role:chair", "staff role:dcs year:2019", "council:harrowmere", "council:harrowmere role:chair staff", "speaker:*", "NOT speaker:* staff",
    "staff date:2019..", "date:..2018", "fy:2018/19 staff", "month:2019-03", "title:staff", "title:\"children and families\"", "staff title:budget", "zone:*", "staff zone:agenda", "zone:decision zone:action",
    "kind:decision", "kind:title", "kind:attendance", "act:question", "is:incomplete", "is:unresolved staff", "owner:*", "mover:*", "committee:children", "year:2019 OR staff", "(year:2019 OR role:chair) staff",
    "year:2019 role:chair", "council:harrowmere year:2019 kind:decision", "role:dcs zone:agenda council:wenshire", "NOT role:dcs", "NOT council:harrowmere role:member", "date:2018..2020 kind:title", "council:nosuch", "(role:dcs OR role:chair) year:2019",
    "zone:attendance zone:minutes role:chair year:2021", "month:2019-03 committee:children kind:discussion", "nosuchword", "staff nosuchword", "staffing OR staff*", "\"staff agency\" OR staff", "d.c.s.", "C&F", "\"7.1m\" OR \xC2\xA3" "7.1m",
};

Request request_of(const std::string& query) {
    Parsed parsed = parse_query(query, "2024-06-30");
    BOOST_REQUIRE_MESSAGE(parsed.problem.message.empty(), query << ": " << parsed.problem.message);
    Request request = make_request(std::move(parsed.tree));
    request.limit = 60;
    for (const Field& field : kFields)
        if (field.use == FieldUse::facet) request.facets.push_back(&field);
    return request;
}

std::string answer_of(const std::string& index, Reader::By by, const std::string& query, Sort sort, std::uint64_t offset) {
    Request request = request_of(query);
    request.sort = sort;
    request.offset = offset;
    if (offset > 0) request.facet_values = 3;
    Reader reader(index, by);
    return search_as_json(search(reader, request), query);
}

/// Filters alone are answered by groups of passages from the second such request of a reader on.
bool is_same_by_groups(const std::string& index, const std::string& query, Sort sort, std::uint64_t offset) {
    Request request = request_of(query);
    if (!searches_groups(request)) return true;
    if (offset > 0) std::erase_if(request.facets, [](const Field* field) { return level_of(*field) == FilterLevel::record; });
    request.sort = sort;
    request.offset = offset;
    Reader reader(index), by_records(index, Reader::By::records);
    (void)search(reader, request);
    const std::string fast = search_as_json(search(reader, request), query);
    if (search_as_json(search(reader, request), query) != fast) return false;  // the answer to everything is kept
    return reader.read([&](const Xapian::Database&) { return reader.groups() != nullptr; }) && fast == search_as_json(search(by_records, request), query);
}

std::string count_of(const std::string& index, Reader::By by, const std::string& query) {
    Reader reader(index, by);
    return count_as_json(count(reader, request_of(query), {field_named("role"), field_named("year")}), query);
}

/// So that two slow answers are not taken for the same.
bool is_fast(const std::string& index, const std::string& query) {
    Request request = request_of(query);
    request.explain = true;
    Reader reader(index);
    return search(reader, request).explanation.ends_with("passages judged by: columns\n");
}

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t kEach = 3;  // the sanitizers make a query twenty times as slow
#else
constexpr std::size_t kEach = 1;
#endif

void check_same(const std::string& index) {
    for (std::size_t i = 0; i < std::size(kQueries); i += kEach) {
        const char* const query = kQueries[i];
        BOOST_CHECK_MESSAGE(is_fast(index, query), "not by columns: " << query);
        BOOST_CHECK_MESSAGE(count_of(index, Reader::By::columns, query) == count_of(index, Reader::By::records, query), "counts of: " << query);
        for (const Sort sort : {Sort::relevance, Sort::date, Sort::date_descending})
            for (const std::uint64_t offset : {std::uint64_t{0}, std::uint64_t{7}}) {
                BOOST_CHECK_MESSAGE(is_same_by_groups(index, query, sort, offset), "by groups: " << query << " " << offset);
                if (sort != Sort::relevance && offset > 0) continue;
                const std::string fast = answer_of(index, Reader::By::columns, query, sort, offset);
                BOOST_CHECK_MESSAGE(fast == answer_of(index, Reader::By::records, query, sort, offset), "query: " << query << "\n" << fast.substr(0, 2000));
            }
    }
}

struct Corpus {
    Workspace work;
    fs::path folder = work.path() / "folder";
    std::string index = (work.path() / "index").string();

    Corpus() {
        fs::copy(kSample, folder, fs::copy_options::recursive);
        GenerateOptions options;
        options.directory = (folder / "made").string();
        options.seed = 9;
        options.meetings = 12;
        (void)generate_corpus(options);
        work.write("folder/odd.txt", kOdd);
        index_folder(folder.string(), index);
    }
    [[nodiscard]] fs::path column(Column column) const { return fs::path(*current_generation(index)) / kColumnNames[static_cast<std::size_t>(column)]; }
    [[nodiscard]] bool sound() const {
        Reader reader(index);
        return reader.columns() != nullptr;
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(columns_answer_as_records_do_before_and_after_updates) {
    Corpus corpus;
    BOOST_REQUIRE(corpus.sound());
    check_same(corpus.index);
    corpus.work.write("folder/odd.txt", std::string(kOdd) + "\n4. More\nMore STAFF of the Agency were wanted.\n");
    fs::remove(corpus.folder / "SAMPLE.md");
    fs::remove_all(corpus.folder / "made");
    fs::create_directories(corpus.folder / "made");
    index_folder(corpus.folder.string(), corpus.index);
    BOOST_REQUIRE(corpus.sound());
    for (const char* query : {"staff", "\"agency staff\"", "the", "", "role:dcs staff", "more staff"})
        BOOST_TEST(answer_of(corpus.index, Reader::By::columns, query, Sort::relevance, 0) == answer_of(corpus.index, Reader::By::records, query, Sort::relevance, 0));
}

BOOST_AUTO_TEST_CASE(spoilt_columns_never_change_an_answer) {
    Corpus corpus;
    const std::string query = "staff role:dcs", right = answer_of(corpus.index, Reader::By::records, query, Sort::relevance, 0);
    const auto answers = [&](const std::string& what) {
        BOOST_CHECK_MESSAGE(answer_of(corpus.index, Reader::By::columns, query, Sort::relevance, 0) == right, what);
    };
    for (std::size_t i = 0; i < kColumns; ++i) {
        const fs::path file = corpus.column(static_cast<Column>(i));
        const std::string bytes = read_file(file), name(kColumnNames[i]);
        const auto write = [&](const std::string& other) { std::ofstream(file, std::ios::binary) << other; };
        fs::remove(file);
        answers(name + " lost");
        BOOST_TEST(!corpus.sound());
        write(bytes.substr(0, bytes.size() / 2));
        answers(name + " cut");
        BOOST_TEST(!corpus.sound());
        write("");
        answers(name + " empty");
        std::string foreign = bytes;
        foreign[20] = foreign[20] == 'a' ? 'b' : 'a';
        write(foreign);
        answers(name + " of another index");
        BOOST_TEST(!corpus.sound());
        write(bytes);
        answers(name + " whole again");
        BOOST_TEST(corpus.sound());
    }
    // An update makes them anew.
    fs::remove(corpus.column(Column::codes));
    corpus.work.write("folder/late.txt", kOdd);
    index_folder(corpus.folder.string(), corpus.index);
    BOOST_TEST(corpus.sound());
    for (const char* again : {"staff", "\"agency staff\"", "", "the role:chair"})
        BOOST_TEST(answer_of(corpus.index, Reader::By::columns, again, Sort::relevance, 0) == answer_of(corpus.index, Reader::By::records, again, Sort::relevance, 0));
}

BOOST_AUTO_TEST_CASE(bytes_behind_what_was_committed_are_nothing) {
    Corpus corpus;
    for (std::size_t i = 0; i < kColumns; ++i) std::ofstream(corpus.column(static_cast<Column>(i)), std::ios::binary | std::ios::app) << "left by a crash";
    BOOST_TEST(corpus.sound());
    corpus.work.write("folder/late.txt", std::string(kOdd) + "\n4. Later\nLater words.\n");
    index_folder(corpus.folder.string(), corpus.index);
    BOOST_TEST(corpus.sound());
    for (const char* query : {"staff", "later words", ""})
        BOOST_TEST(answer_of(corpus.index, Reader::By::columns, query, Sort::date, 0) == answer_of(corpus.index, Reader::By::records, query, Sort::date, 0));
}
