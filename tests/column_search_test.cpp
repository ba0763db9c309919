// Answers read from the columns against answers read from the records: the same bytes for every query, order, page and selection,
// before and after updates; and whatever is done to a column file, the answer stays right.
#include "corpus/generate.hpp"
#include "indexer/column_lists.hpp"
#include "indexer/index_directory.hpp"
#include "searcher/column_rows.hpp"
#include "searcher/count.hpp"
#include "searcher/filter_level.hpp"
#include "searcher/group_search.hpp"
#include "searcher/passage_columns.hpp"
#include "searcher/prepare.hpp"
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
    "odd", "council's", "councils", "council's OR councils", "childrens", "children's services", "staff OR staffing OR =staff", "staff (agency OR overspend) -the", "of (agency OR year:2019)", "staff* OR agency*", "staff OR \xC2\xA3" "7.1m",
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

bool goes_by_lists(const std::string& index, const std::string& query) {
    Reader reader(index);
    return reader.read([&](const Xapian::Database& database) {
        const Request request = prepared(database, request_of(query));
        const ColumnMatcher matcher(request.query, *reader.columns(), nullptr);
        return minutes::goes_by_lists(database, *reader.columns(), request, matcher);
    });
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

BOOST_AUTO_TEST_CASE(lists_are_asked_where_words_alone_decide) {
    const Corpus corpus;
    for (const char* query : {"staff", "the", "=staff", "agency OR staff", "agency staff", "staff -agency", "staff*", "dcs staff", "staff role:dcs", "staff date:2019..", "staff (year:2019 OR role:chair)"})
        BOOST_TEST(goes_by_lists(corpus.index, query), query);
    for (const char* query : {"", "\"agency staff\"", "staff OR \"agency staff\"", "NOT staff", "staff OR year:2019", "agency NEAR/5 staff", "^staff", "staff item:{agency}", "nosuchword"})
        BOOST_TEST(!goes_by_lists(corpus.index, query), query);
}

/// A file of enough passages for a run of its own.
std::string many_passages(int number) {
    std::string text = "Harrowmere Council\nOdd Words Committee\n" + std::to_string(number + 1) + " May 2021\n\n";
    for (int item = 1; item <= 40; ++item)
        text += std::to_string(item) + ". Stone " + std::to_string(number) + "\n\nThe Chair said that staff, agency staff and stone" + std::to_string(item % 7) + " were over the council's \xC2\xA3" "7.1m.\n\nStaffing " +
                (item % number == 0 ? "of the DCS" : "of councils") + " and overspend were noted.\n\n";
    return text;
}

BOOST_AUTO_TEST_CASE(lists_of_many_runs_answer_as_records_do) {
    Corpus corpus;
    fs::remove_all(corpus.folder / "made");
    fs::create_directories(corpus.folder / "made");
    for (int number = 1; number <= 9; ++number) {
        corpus.work.write("folder/made/" + std::to_string(number) + ".txt", many_passages(number));
        if (number % 3 == 0) corpus.work.write("folder/made/" + std::to_string(number - 1) + ".txt", many_passages(20 + number));
        if (number % 4 == 0) fs::remove(corpus.folder / "made" / (std::to_string(number - 2) + ".txt"));
        index_folder(corpus.folder.string(), corpus.index);
    }
    corpus.work.write("folder/last.txt", std::string(kOdd) + "\n4. Last\nThe last of the staff.\n");
    index_folder(corpus.folder.string(), corpus.index);
    const Reader reader(corpus.index);
    BOOST_REQUIRE(reader.columns() != nullptr);
    BOOST_TEST(reader.columns()->runs().size() > 5u);
    BOOST_TEST(!reader.columns()->gone().empty());
    BOOST_TEST(reader.columns()->listed_rows() < reader.columns()->rows().size());
    for (const char* query : {"staff", "staff agency", "stone1 OR stone3", "staff OR last", "councils", "council's dcs", "stone*", "staff -dcs", "staff year:2021"}) {
        BOOST_TEST(goes_by_lists(corpus.index, query), query);
        for (const Sort sort : {Sort::relevance, Sort::date})
            BOOST_TEST(answer_of(corpus.index, Reader::By::columns, query, sort, 3) == answer_of(corpus.index, Reader::By::records, query, sort, 3), query);
        BOOST_TEST(count_of(corpus.index, Reader::By::columns, query) == count_of(corpus.index, Reader::By::records, query), query);
    }
}

BOOST_AUTO_TEST_CASE(a_list_that_is_none_is_not_believed) {
    const Corpus corpus;
    const fs::path file = corpus.column(Column::postings);
    for (const char byte : {'\xFF', '\x7F', '\x80'}) {
        std::string bytes = read_file(file);
        std::fill(bytes.begin() + 64, bytes.end(), byte);
        std::ofstream(file, std::ios::binary) << bytes;
        for (const char* query : {"staff", "agency OR staff"}) {
            BOOST_REQUIRE(goes_by_lists(corpus.index, query));
            BOOST_TEST(!is_fast(corpus.index, query));
            BOOST_TEST(answer_of(corpus.index, Reader::By::columns, query, Sort::relevance, 0) == answer_of(corpus.index, Reader::By::records, query, Sort::relevance, 0));
            BOOST_TEST(count_of(corpus.index, Reader::By::columns, query) == count_of(corpus.index, Reader::By::records, query));
        }
    }
}

BOOST_AUTO_TEST_CASE(runs_list_the_types_of_rows) {
    const std::vector<TokenCode> codes = {5, 5, 3, 0xFF01, 0x0002, 5, 3, 5};
    std::vector<ColumnRow> rows(4);  // the second has no tokens
    rows[0].codes = 5;
    rows[2].codes_at = 5;
    rows[2].codes = 2;
    rows[3].codes_at = 7;
    rows[3].codes = 1;
    const PostingRun run = make_run(rows, codes, 0x10003, 0);
    const auto list = [&](std::size_t i) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> postings;
        const std::uint32_t begin = i == 0 ? 0 : run.lists[i - 1].end;
        BOOST_TEST(each_posting(std::string_view(run.postings).substr(begin, run.lists[i].end - begin), 4, [&](std::uint32_t row, std::uint32_t times) { postings.emplace_back(row, times); }));
        return postings;
    };
    using Postings = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
    BOOST_REQUIRE(run.lists.size() == 3u);
    BOOST_TEST((run.lists[0].type == 3 && run.lists[1].type == 5 && run.lists[2].type == 0x10002));
    BOOST_TEST((list(0) == Postings{{0, 1}, {2, 1}}));
    BOOST_TEST((list(1) == Postings{{0, 2}, {2, 1}, {3, 1}}));
    BOOST_TEST((list(2) == Postings{{0, 1}}));
    BOOST_TEST((make_run(rows, codes, 0x10003, 2).shape == ColumnRun{0, 0, 2, 2, 2, 3}));
    BOOST_CHECK_THROW((void)make_run(rows, codes, 5, 0), Error);
    rows[3].codes = 2;
    BOOST_CHECK_THROW((void)make_run(rows, codes, 0x10003, 0), Error);
    for (const std::string& bad : {std::string("\x80"), std::string("\x08"), std::string("\x01"), std::string("\xFF\xFF\xFF\xFF\xFF\x01")}) BOOST_TEST(!each_posting(bad, 4, [](std::uint32_t, std::uint32_t) {}));
}

BOOST_AUTO_TEST_CASE(runs_are_few_and_rows_without_one_too) {
    std::uint64_t listed = 0, runs = 0;
    for (std::uint64_t rows = 0; rows <= 1'000'000; ++rows) {
        if (is_run_due(rows, listed)) {
            listed = rows;
            ++runs;
        }
        BOOST_REQUIRE(rows - listed < std::max<std::uint64_t>(64, listed / 32 + 1));
    }
    BOOST_TEST(runs < 235u);
    BOOST_TEST(!is_run_due(0, 0));
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
