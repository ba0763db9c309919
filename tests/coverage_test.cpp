// minutes coverage against a recount of the folder, file by file, and --absent against a scan of the stored records.
#include "searcher/coverage.hpp"

#include "analyzers/segment.hpp"
#include "analyzers/tokens.hpp"
#include "corpus/generate.hpp"
#include "corpus/read_document.hpp"
#include "indexer/folder_given.hpp"
#include "indexer/index_directory.hpp"
#include "indexer/sync.hpp"
#include "searcher/absent.hpp"
#include "searcher/reader.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <xapian.h>

#include <algorithm>
#include <set>

using namespace minutes;
using namespace minutes::test;
namespace fs = std::filesystem;

namespace {

void sync(const std::string& index, const std::string& folder) {
    SyncOptions options;
    options.paths = {folder};
    options.index = index;
    (void)sync_index(options, [](std::uint64_t, std::uint64_t, const std::string&) {}, std::atomic<bool>(false));
}

CoverageWish wish_of(const std::string& query, bool by_year = false) { return {make_request(std::move(parse_query(query).tree)), by_year}; }

/// What a folder holds of one committee in one year.
struct Counted {
    std::uint64_t meetings = 0, undated = 0, items = 0, incomplete = 0, passages = 0, words = 0, turns = 0, unresolved = 0, ambiguous = 0;
    std::set<std::string> days, files;
};

using Key = std::vector<std::string>;

void add_meeting(Counted& row, const Document& doc, const Meeting& meeting) {
    ++row.meetings;
    if (meeting.date.value.empty()) ++row.undated;
    else row.days.insert(meeting.date.value);
    row.files.insert(doc.path);
    for (const Item& item : meeting.items) {
        row.items += !item.title.empty() || !item.number.empty();
        row.incomplete += item.incomplete;
        for (const Passage& passage : item.passages) {
            ++row.passages;
            row.words += tokenise(passage_text(doc.text, passage)).words;
            for (const Speaker& speaker : passage.speakers) {
                ++row.turns;
                row.unresolved += speaker.role == Role::unattributed;
                row.ambiguous += speaker.resolution == Resolution::ambiguous;
            }
        }
    }
}

/// Every file of the folder read and added up. Generated files hold no meeting twice and complete no other file.
std::map<Key, Counted> recount(const std::string& folder, bool by_year) {
    std::map<Key, Counted> rows;
    FolderGiven folders;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".txt" && extension != ".md") continue;
        const auto read = read_document(entry.path().string());
        const Document& doc = std::get<Document>(read);
        for (const Meeting& meeting : segment(doc, folders.of(doc.path, folder).given).meetings)
            add_meeting(rows[{meeting.council.value, meeting.committee.value, by_year ? meeting.date.value.substr(0, std::min<std::size_t>(4, meeting.date.value.size())) : ""}], doc, meeting);
    }
    return rows;
}

void compare(const CoverageRow& got, const Counted& want) {
    BOOST_TEST(got.meetings == want.meetings);
    BOOST_TEST(got.undated == want.undated);
    BOOST_TEST(got.items == want.items);
    BOOST_TEST(got.incomplete_items == want.incomplete);
    BOOST_TEST(got.passages == want.passages);
    BOOST_TEST(got.words == want.words);
    BOOST_TEST(got.speakers == want.turns);
    BOOST_TEST(got.unresolved_speakers == want.unresolved);
    BOOST_TEST(got.ambiguous_speakers == want.ambiguous);
    BOOST_TEST(got.documents == want.files.size());
    BOOST_TEST(got.first_date == (want.days.empty() ? "" : *want.days.begin()));
    BOOST_TEST(got.last_date == (want.days.empty() ? "" : *want.days.rbegin()));
    std::uint64_t layouts = 0;
    for (const auto& [layout, documents] : got.layouts) layouts += documents;
    BOOST_TEST(layouts == got.documents);
}

}  // namespace

BOOST_AUTO_TEST_CASE(coverage_is_that_of_a_recount_of_the_folder) {
    const Workspace work;
    const std::string made = (work.path() / "made").string(), index = (work.path() / "index").string();
    (void)generate_corpus({made, 21, 40});
    work.write("made/undated.txt", "Minutes of the Quarry Panel\n\n1. WINDMILLS\n\nThe Chair said that windmills stood still.\n");
    sync(index, made);
    Reader reader(index);
    for (const bool by_year : {false, true}) {
        const std::map<Key, Counted> want = recount(made, by_year);
        const Coverage got = coverage(reader, wish_of("", by_year));
        BOOST_REQUIRE(got.committees.size() == want.size());
        BOOST_TEST(want.size() > 3u);
        std::uint64_t meetings = 0, words = 0;
        for (const CoverageRow& row : got.committees)
            BOOST_TEST_CONTEXT(row.council << " / " << row.committee << " / " << row.year) {
                BOOST_REQUIRE((want.contains(Key{row.council, row.committee, row.year})));
                compare(row, want.at({row.council, row.committee, row.year}));
                meetings += row.meetings;
                words += row.words;
            }
        BOOST_TEST(meetings == got.all.meetings);
        BOOST_TEST(words == got.all.words);
        BOOST_TEST(got.all.meetings == got.base.meetings);
        BOOST_TEST(got.all.passages == got.base.passages);
        BOOST_TEST(got.all.documents == got.base.documents);
        BOOST_TEST(got.undated.size() == got.all.undated);
    }
    // A filter leaves the rows that it names as they were.
    const Coverage whole = coverage(reader, wish_of("", true));
    for (const std::string year : {"2019", "2020"}) {
        const Coverage part = coverage(reader, wish_of("year:" + year, true));
        std::uint64_t meetings = 0;
        for (const CoverageRow& row : whole.committees) meetings += row.year == year ? row.meetings : 0;
        BOOST_TEST(part.all.meetings == meetings);
        for (const CoverageRow& row : part.committees) BOOST_TEST(row.year == year);
    }
}

BOOST_AUTO_TEST_CASE(gaps_are_days_between_meetings) {
    const struct { std::set<std::string> days; std::uint32_t longer_than; std::vector<Silence> found; Silence longest; } cases[] = {
        {{}, 0, {}, {}},
        {{"2020-01-01"}, 0, {}, {}},
        {{"2020-01-01", "2020-03-01", "2021-03-01"}, 60, {{"2020-03-01", "2021-03-01", 365}}, {"2020-03-01", "2021-03-01", 365}},
        {{"2020-01-01", "2020-03-01", "2021-03-01"}, 59, {{"2020-01-01", "2020-03-01", 60}, {"2020-03-01", "2021-03-01", 365}}, {"2020-03-01", "2021-03-01", 365}},
        {{"2020-01-01", "2020-01-31", "2020-03-01"}, 29, {{"2020-01-01", "2020-01-31", 30}, {"2020-01-31", "2020-03-01", 30}}, {"2020-01-01", "2020-01-31", 30}},
        {{"no day", "2020-02-31", "2020-03-01"}, 0, {}, {}},
    };
    for (const auto& c : cases) {
        BOOST_TEST((silences(c.days, c.longer_than) == c.found), c.days.size() << " " << c.longer_than);
        BOOST_TEST((longest_silence(c.days) == c.longest), c.days.size());
    }
}

BOOST_AUTO_TEST_CASE(absent_meetings_are_those_without_a_hit) {
    const Workspace work;
    const std::string index = (work.path() / "index").string();
    sync(index, std::string(MINUTES_SOURCE) + "/corpus/sample");
    const Xapian::Database database(current_generation(index).value(), Xapian::DB_BACKEND_GLASS);
    Reader reader(index);
    const std::set<std::string> zones = {"title", "minutes", "decision", "action"};
    for (const std::string word : {"agency", "budget", "ofsted", "the", "zeppelin"})
        for (const std::string council : {"", "averill", "harrowmere"}) {
            std::set<std::string> hit, all, got;
            for (auto id = database.postlist_begin("XT:passage"); id != database.postlist_end("XT:passage"); ++id) {
                const Record record = decode_record(database.get_document(*id).get_data());
                if (!council.empty() && fold_value(record.council).find(council) == std::string::npos) continue;
                all.insert(record.meeting_id);
                const Tokens tokens = tokenise(record.text);
                for (const Token& token : tokens.list)
                    if (zones.contains(record.zone) && !token.whole && stem(tokens.form(token)) == stem(word)) hit.insert(record.meeting_id);
            }
            const AbsentAnswer answer = find_absent(reader, make_request(std::move(parse_query(word + (council.empty() ? "" : " council:" + council)).tree)));
            for (const ScopeMeeting& meeting : answer.meetings) got.insert(meeting.id);
            std::set<std::string> want;
            std::set_difference(all.begin(), all.end(), hit.begin(), hit.end(), std::inserter(want, want.end()));
            BOOST_TEST((got == want), word << " " << council);
            BOOST_TEST(answer.meetings.size() == got.size());
            BOOST_TEST(answer.counts.meetings + answer.meetings.size() == answer.counts.scope.meetings);
            for (const AbsentCommittee& row : answer.committees)
                BOOST_TEST(static_cast<std::uint64_t>(std::count_if(answer.meetings.begin(), answer.meetings.end(), [&](const ScopeMeeting& m) { return m.council == row.council && m.committee == row.committee; })) == row.meetings);
        }
}
