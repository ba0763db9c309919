// minutes count, the denominators and what is searched, against a scan of the stored records written the obvious slow way.
// The scan shares tokenise(), alias_of() and decode_record() with the searcher, nothing of shares, totals or the matcher.
#include "searcher/count.hpp"

#include "analyzers/tokens.hpp"
#include "corpus/generate.hpp"
#include "indexer/index_directory.hpp"
#include "indexer/word_shares.hpp"
#include "searcher/reader.hpp"
#include "searcher/search.hpp"
#include "tests/index_folder.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>
#include <set>

using namespace minutes;
using namespace minutes::test;
namespace fs = std::filesystem;

namespace {

std::vector<Record> stored_records(const std::string& index) {
    const Xapian::Database database(current_generation(index).value(), Xapian::DB_BACKEND_GLASS);
    std::vector<Record> all;
    for (auto id = database.postlist_begin("XT:passage"); id != database.postlist_end("XT:passage"); ++id)
        all.push_back(decode_record(database.get_document(*id).get_data()));
    return all;
}

/// A query as the test knows it: one word in its exact form, or none, and exact filter values.
struct Asked {
    std::string word;
    std::map<std::string, std::set<std::string>> filters;
    std::string from;

    std::string typed() const {
        std::string text = word.empty() ? "" : "\"" + word + "\"";  // this form alone
        for (const auto& [field, values] : filters) {
            text += " " + field + ":(";
            for (const std::string& value : values) text += "\"" + value + "\" ";
            text += ")";
        }
        return from.empty() ? text : text + " date:" + from + "..";
    }
};

std::set<std::string> values_of(const Record& r, const std::string& field) {
    std::set<std::string> values;
    const auto add = [&](const std::string& value) { if (!value.empty()) values.insert(value); };
    if (field == "council") add(r.council);
    if (field == "committee") add(r.committee);
    if (field == "year") add(r.date.substr(0, std::min<std::size_t>(4, r.date.size())));
    if (field == "month") add(r.date.substr(0, std::min<std::size_t>(7, r.date.size())));
    if (field == "kind") add(r.kind);
    if (field == "zone") add(r.zone);
    for (const RecordSpeaker& speaker : r.speakers) {
        if (field == "role") add(speaker.role);
        if (field == "act") add(speaker.act);
        if (field == "speaker") add(speaker.person);
    }
    if (values.empty()) values.insert("");
    return values;
}

bool admits(const Asked& asked, const Record& record, const std::set<std::string>& but) {
    if (!asked.from.empty() && (record.date.empty() || record.date < asked.from)) return false;
    return std::all_of(asked.filters.begin(), asked.filters.end(), [&](const auto& filter) {
        if (but.count(filter.first)) return true;
        const std::set<std::string> values = values_of(record, filter.first);
        return std::any_of(values.begin(), values.end(), [&](const std::string& value) { return filter.second.count(value) > 0; });
    });
}

bool is_searched(const Asked& asked, const Record& record) {
    if (const auto zones = asked.filters.find("zone"); zones != asked.filters.end()) return zones->second.count(record.zone) > 0;
    return std::set<std::string>{"title", "minutes", "decision", "action"}.count(record.zone) > 0;
}

struct Cell {
    std::uint64_t occurrences = 0, passages = 0, records = 0, words = 0, cut = 0;
    std::set<std::string> meetings, days;
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> of_meeting;  ///< of all meetings searched: occurrences and words
};

std::uint64_t occurrences(const std::string& word, const Record& record) {
    std::uint64_t found = 0;
    const Tokens tokens = tokenise(record.text);
    for (const Token& token : tokens.list) found += !token.whole && (tokens.form(token) == word || alias_of(tokens.form(token)) == word);
    return found;
}

std::map<CellValues, Cell> scan(const Asked& asked, const std::vector<Record>& records, const std::vector<std::string>& by) {
    std::map<CellValues, Cell> cells;
    for (const Record& record : records) {
        if (!is_searched(asked, record) || !admits(asked, record, {})) continue;
        const std::uint64_t found = asked.word.empty() ? 0 : occurrences(asked.word, record);
        std::vector<CellValues> keys(1);
        for (const std::string& field : by) {
            std::vector<CellValues> next;
            for (const CellValues& key : keys)
                for (const std::string& value : values_of(record, field)) {
                    next.push_back(key);
                    next.back().push_back(value);
                }
            keys = next;
        }
        for (const CellValues& key : keys) {
            Cell& cell = cells[key];
            ++cell.records;
            cell.words += tokenise(record.text).words;
            cell.of_meeting[record.meeting_id].first += found;
            cell.of_meeting[record.meeting_id].second += tokenise(record.text).words;
            cell.cut += record.item_incomplete || record.incomplete;
            if (!asked.word.empty() && found == 0) continue;
            cell.occurrences += found;
            ++cell.passages;
            cell.meetings.insert(record.meeting_id);
            if (!record.date.empty()) cell.days.insert(record.date);
        }
    }
    return cells;
}

/// Gries' DP as it is defined: each meeting's share of the occurrences against its share of the words.
std::optional<double> dispersion(const Cell& cell) {
    if (cell.occurrences == 0) return std::nullopt;
    double sum = 0;
    for (const auto& [meeting, numbers] : cell.of_meeting)
        sum += std::abs(static_cast<double>(numbers.first) / static_cast<double>(cell.occurrences) - static_cast<double>(numbers.second) / static_cast<double>(cell.words));
    return sum / 2;
}

void compare(const CountCell& got, const Cell& want) {
    const std::optional<double> spread = dispersion(want);
    BOOST_TEST(got.dispersion.has_value() == spread.has_value());
    if (got.dispersion && spread) BOOST_TEST(std::abs(*got.dispersion - *spread) < 1e-9);
    BOOST_TEST(got.occurrences == want.occurrences);
    BOOST_TEST(got.passages == want.passages);
    BOOST_TEST(got.meetings == want.meetings.size());
    BOOST_TEST(got.searched.records == want.records);
    BOOST_TEST(got.searched.words == want.words);
    BOOST_TEST(got.searched.cut == want.cut);
    BOOST_TEST(got.first_date == (want.days.empty() ? "" : *want.days.begin()));
    BOOST_TEST(got.last_date == (want.days.empty() ? "" : *want.days.rbegin()));
}

/// What the filters leave, by scan: passages and words of records, meetings by the filters that judge meetings.
void compare_scope(const Denominator& got, const Asked& asked, const std::vector<Record>& records) {
    std::set<std::string> meetings, undated, days;
    std::uint64_t passages = 0, titles = 0, words = 0;
    for (const Record& record : records) {
        if (admits(asked, record, {"role", "act", "speaker", "kind", "zone"})) {
            meetings.insert(record.meeting_id);
            if (record.date.empty()) undated.insert(record.meeting_id);
            else days.insert(record.date);
        }
        if (!is_searched(asked, record) || !admits(asked, record, {})) continue;
        ++(record.zone == "title" ? titles : passages);
        words += tokenise(record.text).words;
    }
    BOOST_TEST(got.meetings == meetings.size());
    BOOST_TEST(got.undated_meetings == undated.size());
    BOOST_TEST(got.first_date == (days.empty() ? "" : *days.begin()));
    BOOST_TEST(got.last_date == (days.empty() ? "" : *days.rbegin()));
    BOOST_TEST(got.passages == passages);
    BOOST_TEST(got.titles == titles);
    BOOST_TEST(got.words == words);
}

Request request_of(const Asked& asked) {
    Parsed parsed = parse_query(asked.typed());
    BOOST_REQUIRE_MESSAGE(parsed.problem.message.empty(), asked.typed() + ": " + parsed.problem.message);
    return make_request(std::move(parsed.tree));
}

class Chooser {
public:
    Chooser(unsigned seed, const std::vector<Record>& records) : random_(seed), records_(records) {}

    std::size_t below(std::size_t n) { return random_() % n; }

    Asked ask() {
        Asked asked;
        if (below(6) > 0) asked.word = word();
        for (const std::string field : {"council", "committee", "year", "month", "kind", "zone", "role", "act", "speaker"})
            if (below(field == "month" ? 16 : 8) == 0)
                if (const std::string value = *values_of(record(), field).begin(); !value.empty()) asked.filters[field] = {value};
        if (below(6) == 0 && !record().date.empty()) asked.from = "2019-05-17";
        if (const auto kind = asked.filters.find("kind"); kind != asked.filters.end() && kind->second.count("discussion") + kind->second.count("decision") == 0)
            asked.filters.erase(kind);  // kinds that open zones: the oracle's business
        if (asked.typed().empty()) asked.word = word();
        return asked;
    }

    std::vector<std::string> by() {
        const std::vector<std::string> fields = {"council", "committee", "year", "month", "kind", "zone", "role", "act", "speaker"};
        std::vector<std::string> chosen;
        for (std::size_t n = below(3); n > 0; --n)
            if (const std::string& field = fields[below(fields.size())]; std::find(chosen.begin(), chosen.end(), field) == chosen.end()) chosen.push_back(field);
        return chosen;
    }

private:
    const Record& record() { return records_[below(records_.size())]; }

    std::string word() {
        for (;;) {
            const Tokens tokens = tokenise(record().text);
            if (tokens.list.empty()) continue;
            const std::string form(tokens.form(tokens.list[below(tokens.list.size())]));
            if (std::all_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return form;
        }
    }

    std::mt19937 random_;
    const std::vector<Record>& records_;
};

#ifdef MINUTES_SANITIZED
constexpr int kQueries = 40;
#else
constexpr int kQueries = 200;
#endif

void compare_with_scan(const std::string& index, unsigned seed, int queries) {
    const std::vector<Record> records = stored_records(index);
    Reader reader(index);
    Chooser chooser(seed, records);
    int found = 0;
    for (int i = 0; i < queries; ++i) {
        const Asked asked = chooser.ask();
        const std::vector<std::string> by = chooser.by();
        BOOST_TEST_CONTEXT("query " << i << ": " << asked.typed() << " by " << by.size() << " " << (by.empty() ? "" : by.front()) << " " << (by.empty() ? "" : by.back())) {
            std::vector<const Field*> fields;
            for (const std::string& field : by) fields.push_back(field_named(field));
            const CountAnswer answer = count(reader, request_of(asked), fields);
            const std::map<CellValues, Cell> want = scan(asked, records, by), whole = scan(asked, records, {});
            compare(answer.all, whole.empty() ? Cell() : whole.begin()->second);
            compare_scope(answer.counts.scope, asked, records);
            BOOST_TEST(answer.cells.size() == (by.empty() ? 0 : want.size()));
            std::uint64_t words = 0, passages = 0;
            for (const CountCell& cell : answer.cells) {
                BOOST_REQUIRE(want.count(cell.values) == 1u);
                compare(cell, want.at(cell.values));
                words += cell.searched.words;
                passages += cell.passages;
            }
            const bool many = std::any_of(fields.begin(), fields.end(), [](const Field* field) { return field->many; });
            if (!by.empty() && !many) {
                BOOST_TEST(words == answer.counts.scope.words);
                BOOST_TEST(passages == answer.counts.passages);
            }
            found += answer.counts.passages > 0;
        }
    }
    BOOST_TEST(found > queries / 4);  // queries that find nothing prove little
}

std::string totals_of(const std::string& index) {
    return Xapian::Database(current_generation(index).value(), Xapian::DB_BACKEND_GLASS).get_metadata(kTotalsKey);
}

}  // namespace

BOOST_AUTO_TEST_CASE(cross_tabs_and_denominators_are_those_of_a_scan) {
    const Workspace work;
    const std::string sample = (work.path() / "sample").string(), made = (work.path() / "made").string();
    index_folder(std::string(MINUTES_SOURCE) + "/corpus/sample", sample);
    compare_with_scan(sample, 5, kQueries);
    (void)generate_corpus({made, 3, 40});
    index_folder(made, made + ".index");
    compare_with_scan(made + ".index", 6, kQueries);
}

BOOST_AUTO_TEST_CASE(denominators_stay_right_under_updates) {
    const Workspace work;
    const std::string made = (work.path() / "made").string(), index = (work.path() / "index").string(), fresh = (work.path() / "fresh").string();
    (void)generate_corpus({made, 9, 12});
    fs::copy(fs::path(MINUTES_SOURCE) / "corpus" / "sample", fs::path(made) / "sample", fs::copy_options::recursive);
    index_folder(made, index);
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(made))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::mt19937 random(4);
    for (int round = 0; round < 4; ++round) {
        for (int change = 0; change < 4; ++change) {
            const fs::path& file = files[random() % files.size()];
            if (!fs::exists(file)) continue;
            if (random() % 3 == 0) fs::remove(file);
            else if (random() % 2) std::ofstream(file, std::ios::app) << "\nThe Chair added that " << round << " windmills stood still.\n";
            else fs::last_write_time(file, fs::last_write_time(file) + std::chrono::hours(1));  // touched, the same bytes
        }
        index_folder(made, index);
        const std::string once = fresh + std::to_string(round);
        index_folder(made, once);
        BOOST_TEST(totals_of(index) == totals_of(once));
        Reader updated(index), anew(once);
        const std::vector<const Field*> by = {field_named("role"), field_named("year")};
        const CountAnswer a = count(updated, request_of({"windmills", {}, ""}), by), b = count(anew, request_of({"windmills", {}, ""}), by);
        BOOST_REQUIRE(a.cells.size() == b.cells.size());
        for (std::size_t i = 0; i < a.cells.size(); ++i) {
            BOOST_TEST(a.cells[i].values == b.cells[i].values);
            BOOST_TEST((a.cells[i].searched == b.cells[i].searched));
        }
    }
}

BOOST_AUTO_TEST_CASE(rates_have_the_exact_poisson_interval) {
    // Limits of the mean of n events from printed tables of the Poisson distribution (95 %, two-sided).
    const struct { std::uint64_t n; double low, high; } cases[] = {{0, 0, 3.689}, {1, 0.025, 5.572}, {2, 0.242, 7.225}, {5, 1.623, 11.668}, {10, 4.795, 18.390}, {100, 81.364, 121.627}};
    for (const auto& c : cases) {
        CountCell cell;
        cell.occurrences = c.n;
        cell.searched.words = 10'000;
        BOOST_TEST(rate_of(cell).value() == static_cast<double>(c.n));
        BOOST_TEST(std::abs(interval_of(cell)->low - c.low) < 0.001, c.n);
        BOOST_TEST(std::abs(interval_of(cell)->high - c.high) < 0.001, c.n);
    }
    BOOST_TEST(!rate_of({}).has_value());
    BOOST_TEST(!interval_of({}).has_value());
}

BOOST_AUTO_TEST_CASE(pages_of_any_size_join_to_the_whole_list) {
    const Workspace work;
    const std::string index = (work.path() / "index").string();
    index_folder(std::string(MINUTES_SOURCE) + "/corpus/sample", index);
    Reader reader(index);
    for (const std::string query : {"agency", "budget", "role:dcs", "kind:decision", "zeppelin", "the -staff"})
        for (const Sort sort : {Sort::relevance, Sort::date, Sort::date_descending}) {
            Request request = make_request(std::move(parse_query(query).tree));
            request.sort = sort;
            request.limit = 1'000'000;
            const Answer whole = search(reader, request);
            BOOST_TEST(whole.hits.size() == whole.counts.passages);
            for (const std::uint64_t size : {3u, 17u, 1000u}) {
                std::vector<std::string> ids;
                request.limit = size;
                for (request.offset = 0; request.offset <= whole.counts.passages; request.offset += size) {
                    const Answer page = search(reader, request);
                    for (const Hit& hit : page.hits) ids.push_back(hit.record.id);
                    BOOST_TEST(page.counts.occurrences == whole.counts.occurrences);
                    BOOST_TEST(page.counts.passages == whole.counts.passages);
                    BOOST_TEST(page.counts.items == whole.counts.items);
                    BOOST_TEST(page.counts.meetings == whole.counts.meetings);
                    BOOST_TEST(page.counts.documents == whole.counts.documents);
                    BOOST_TEST(page.counts.councils == whole.counts.councils);
                }
                request.offset = 0;
                BOOST_TEST(ids.size() == whole.hits.size());
                for (std::size_t i = 0; i < std::min(ids.size(), whole.hits.size()); ++i)
                    BOOST_TEST(ids[i] == whole.hits[i].record.id);
            }
        }
}

BOOST_AUTO_TEST_CASE(shares_survive_writing) {
    FileShares shares{"/a/\xff b", {{"m1", "Council", "", "2020-01-02", 3, {{"minutes\tdiscussion\tchair,dcs", 4, 1, 500}, {"title\ttitle\t", 2, 0, 9}}}, {"m2", "", "", "", 0, {}}}};
    const std::string bytes = encode_shares(shares);
    BOOST_TEST((decode_shares(bytes) == shares));
    BOOST_TEST(decode_shares("").meetings.empty());
    for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
        try {
            BOOST_TEST(!(decode_shares(bytes.substr(0, cut)) == shares));
        } catch (const Error&) {
        }
    }
    const Record record = record_of_share("minutes\tdiscussion\tchair,dcs");
    BOOST_TEST(record.zone == "minutes");
    BOOST_TEST(record.kind == "discussion");
    BOOST_TEST(record.speakers.size() == 2u);
    BOOST_TEST(share_key(record) == "minutes\tdiscussion\tchair,dcs");
}
