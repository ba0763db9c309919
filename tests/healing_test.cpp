// Items that a meeting's page cuts short and that another file holds in full: whatever the order in which files come, change
// and go, the index is that of a fresh build, and the item counts once.
#include "indexer/healing.hpp"
#include "indexer/schema.hpp"
#include "indexer/sync.hpp"
#include "searcher/reader.hpp"
#include "searcher/search.hpp"
#include "searcher/show.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace minutes;
using namespace minutes::test;
namespace fs = std::filesystem;

namespace {

const std::atomic<bool> kNever{false};

/// The text of an item, and how much of it the meeting's page shows.
constexpr std::string_view kWhole = "Councillor Birch asked about the larches.\n\nThe Parks Manager replied that larches were felled in May and that more would follow.\n\n"
                                    "Councillor Ashdown thanked the gang of foresters.\n";
constexpr std::string_view kShown = "Councillor Birch asked about the larches.\n\nThe Parks Manager replied that larches were felled in May and that";

std::string meeting_page(std::string_view shown, std::string_view start = "6.00 pm", std::string_view other = "An update on benches was noted.") {
    return "Agenda and minutes\n\nParks Committee, Eastmoor Borough Council - Monday, 3 June 2019 " + std::string(start) +
           "\n\nItems\nNo. Item\n\n4.\n\nBenches\n\nMinutes:\n\n" + std::string(other) + "\n\n5.\n\nLarches. pdf icon PDF 9 KB\n\nTo consider the larches.\n\nMinutes:\n\n" + std::string(shown) +
           "  ...  view the full minutes text for item 5.\n\n6.\n\nClose\n\nMinutes:\n\nThe meeting closed at 8 pm.\n";
}

std::string item_page(std::string_view text, std::string_view title = "Larches", std::string_view meeting = "Parks Committee, Eastmoor Borough Council, Monday, 3 June 2019 6.00 pm") {
    return "Agenda item\n\n" + std::string(title) + "\n\n- Meeting of " + std::string(meeting) + " (Item 5.)\n\nTo consider the larches.\n\nMinutes:\n\n" + std::string(text);
}

struct Desk {
    Workspace work;
    std::string texts = (work.path() / "texts").string(), index = (work.path() / "index").string();

    Desk() { fs::create_directories(texts); }
    void write(const std::string& name, const std::string& bytes) const { (void)work.write("texts/" + name, bytes); }
    void remove(const std::string& name) const { fs::remove(fs::path(texts) / name); }
    [[nodiscard]] SyncSummary update(const std::string& into = {}, bool fresh = false) const {
        SyncOptions options;
        options.paths = {texts};
        options.index = into.empty() ? index : into;
        options.fresh = fresh;
        options.allow_empty = true;
        return sync_index(options, [](std::uint64_t, std::uint64_t, const std::string&) {}, kNever);
    }
};

Counts counts_of(const std::string& index, const std::string& query) {
    Reader reader(index);
    return search(reader, make_request(std::move(parse_query(query).tree))).counts;
}

std::vector<std::uint64_t> numbers(const Counts& c) { return {c.occurrences, c.passages, c.items, c.meetings, c.documents, c.at_least}; }

/// All records and file records of an index, without the times of reading.
std::multiset<std::string> contents_of(const std::string& index) {
    Reader reader(index);
    return reader.read([](const Xapian::Database& database) {
        std::multiset<std::string> contents;
        for (const char* type : {"passage", "file"}) {
            const std::string term = make_term(*field_named("type"), type);
            for (auto id = database.postlist_begin(term); id != database.postlist_end(term); ++id) {
                const Xapian::Document document = database.get_document(*id);
                if (std::string_view(type) == "passage") {
                    std::string terms;
                    for (auto t = document.termlist_begin(); t != document.termlist_end(); ++t) terms += *t + " ";
                    contents.insert(terms + document.get_data());
                    continue;
                }
                FileRecord file = decode_file_record(document.get_data());
                file.seen_ns = file.mtime_ns = file.ctime_ns = 0;
                file.inode = 0;
                contents.insert(encode_file_record(file));
            }
        }
        contents.insert(encode_totals(decode_totals(database.get_metadata(kTotalsKey))));
        return contents;
    });
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_cut_item_alone_is_flagged_and_counts_say_at_least) {
    const Desk desk;
    desk.write("meeting.txt", meeting_page(kShown));
    (void)desk.update();
    BOOST_TEST(numbers(counts_of(desk.index, "larches")) == (std::vector<std::uint64_t>{3, 3, 1, 1, 1, 1}), boost::test_tools::per_element());   // the title, too
    BOOST_TEST(counts_of(desk.index, "foresters").passages == 0u);
    BOOST_TEST(counts_of(desk.index, "is:incomplete").items == 1u);
}

BOOST_AUTO_TEST_CASE(a_cut_item_and_its_page_are_one_item_in_full) {
    for (const bool page_first : {true, false}) {
        const Desk desk;
        const auto write = [&](bool page) { page ? desk.write("item.txt", item_page(kWhole)) : desk.write("meeting.txt", meeting_page(kShown)); };
        write(page_first);
        (void)desk.update();
        write(!page_first);
        const SyncSummary summary = desk.update();
        BOOST_TEST(summary.problems.size() == 0u);
        BOOST_TEST(summary.meetings == 1u);
        BOOST_TEST(summary.items == 3u);
        BOOST_TEST(numbers(counts_of(desk.index, "larches")) == (std::vector<std::uint64_t>{3, 3, 1, 1, 1, 0}), boost::test_tools::per_element());
        BOOST_TEST(numbers(counts_of(desk.index, "foresters OR benches")) == (std::vector<std::uint64_t>{3, 3, 2, 1, 2, 0}), boost::test_tools::per_element());
        BOOST_TEST(counts_of(desk.index, "is:incomplete").passages == 0u);
        BOOST_TEST(counts_of(desk.index, "zone:*").meetings == 1u);   // the furniture of both pages, too
        Reader reader(desk.index);
        const Answer answer = search(reader, make_request(std::move(parse_query("foresters").tree)));
        BOOST_REQUIRE(answer.hits.size() == 1u);
        const Record& record = answer.hits.front().record;
        BOOST_TEST(fs::path(record.path).filename() == "item.txt");
        BOOST_TEST(fs::path(record.cut_at.path).filename() == "meeting.txt");
        BOOST_TEST(record.cut_at.line == 16u);
        BOOST_TEST(record.item_number == "5");
        const Showing meeting = show(reader, record.meeting_id);   // the item stands where the meeting's page has it
        std::vector<std::string> order;
        for (const Record& shown : meeting.records)
            if (order.empty() || order.back() != shown.item_number) order.push_back(shown.item_number);
        BOOST_TEST(order == (std::vector<std::string>{"4", "5", "6"}), boost::test_tools::per_element());
        BOOST_TEST(meeting.other_sources.empty());
    }
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_left_alone) {
    const struct { std::string name, page; std::size_t problems; } cases[] = {
        {"another text", item_page("Councillor Birch asked about the oaks.\n"), 2},
        {"another day", item_page(kWhole, "Larches", "Parks Committee, Eastmoor Borough Council, Monday, 10 June 2019 6.00 pm"), 0},
        {"another committee", item_page(kWhole, "Larches", "Roads Committee, Eastmoor Borough Council, Monday, 3 June 2019 6.00 pm"), 0},
        {"another council", item_page(kWhole, "Larches", "Parks Committee, Wenshire County Council, Monday, 3 June 2019 6.00 pm"), 0},
        {"no council", item_page(kWhole, "Larches", "Parks Committee, Monday, 3 June 2019 6.00 pm"), 0},
        {"another title", item_page(kWhole, "Firs"), 0},
        {"itself cut short", item_page(std::string(kShown) + "  ...  view the full minutes text for item 5."), 0},
    };
    for (const auto& c : cases) {
        const Desk desk;
        desk.write("meeting.txt", meeting_page(kShown));
        desk.write("item.txt", c.page);
        const SyncSummary summary = desk.update();
        BOOST_TEST(summary.problems.size() == c.problems, c.name);
        BOOST_TEST(counts_of(desk.index, "is:incomplete").items >= 1u, c.name);
        BOOST_TEST(counts_of(desk.index, "larches").at_least, c.name);
    }
}

BOOST_AUTO_TEST_CASE(an_item_that_two_meetings_of_a_day_could_claim_stays_short) {
    const Desk desk;
    desk.write("morning.txt", meeting_page(kShown, "10.00 am"));
    desk.write("evening.txt", meeting_page(kShown, "6.00 pm"));
    desk.write("item.txt", item_page(kWhole));
    const SyncSummary summary = desk.update();
    BOOST_TEST(summary.problems.size() == 2u);
    BOOST_TEST(counts_of(desk.index, "is:incomplete").items == 2u);
}

BOOST_AUTO_TEST_CASE(a_cut_may_fall_inside_a_word_or_before_the_first) {
    for (const std::string shown : {"", "Councillor Bir", "Councillor Birch asked about the larches."}) {
        const Desk desk;
        desk.write("meeting.txt", meeting_page(shown));
        desk.write("item.txt", item_page(kWhole));
        (void)desk.update();
        BOOST_TEST(!counts_of(desk.index, "larches").at_least, shown);
        BOOST_TEST(counts_of(desk.index, "larches").items == 1u, shown);
    }
}

BOOST_AUTO_TEST_CASE(any_order_of_changes_gives_the_index_of_a_fresh_build) {
    std::mt19937 random(20190603);
    const Desk desk;
    const std::string whole_page = item_page(kWhole), second = item_page(std::string(kWhole) + "\n");
    const std::map<std::string, std::vector<std::string>> versions = {
        {"a/meeting.txt", {meeting_page(kShown), meeting_page("Councillor Birch asked"), meeting_page(kShown, "6.00 pm", "Nothing was said of benches.")}},
        {"b/copy.txt", {meeting_page(kShown, "6.00 pm", "A copy with other benches.")}},
        {"c/item.txt", {whole_page, item_page("Another text about larches.\n"), item_page(kWhole, "Firs")}},
        {"d/item.txt", {second, whole_page}},
    };
    for (int step = 0; step < 24; ++step) {
        auto pick = versions.begin();
        std::advance(pick, static_cast<long>(random() % versions.size()));
        if (random() % 3 == 0) desk.remove(pick->first);
        else desk.write(pick->first, pick->second[random() % pick->second.size()]);
        (void)desk.update();
        const std::string fresh = (desk.work.path() / ("fresh" + std::to_string(step))).string();
        (void)desk.update(fresh, true);
        const std::multiset<std::string> held = contents_of(desk.index), wanted = contents_of(fresh);
        std::vector<std::string> odd;
        std::set_symmetric_difference(held.begin(), held.end(), wanted.begin(), wanted.end(), std::back_inserter(odd));
        BOOST_TEST(odd.empty(), "after step " << step << ": " << pick->first << ": " << (odd.empty() ? "" : odd.front() + "\n" + odd.back()));
        const SyncSummary again = desk.update();
        BOOST_TEST(again.added + again.changed + again.removed == 0u);
    }
}
