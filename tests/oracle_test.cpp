// The slow obvious second way: every stored text is scanned for 300 seeded queries, and the six counts and all facets
// that search() gives must be those of the scan. The scan shares tokenise(), stem() and family_of(), nothing of match() or Xapian's matcher.
#include "analyzers/families.hpp"
#include "analyzers/tokens.hpp"
#include "indexer/index_directory.hpp"
#include "indexer/sync.hpp"
#include "searcher/mentions.hpp"
#include "searcher/reader.hpp"
#include "searcher/search.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>

using namespace minutes;
using namespace minutes::test;

namespace {

/// A query as the test knows it: what it types, and what it means.
struct Leaf {
    std::vector<std::string> words;  ///< one: a word by its stem; more: a phrase by exact forms
    std::string typed() const {
        std::string text;
        for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
        return words.size() > 1 ? "\"" + text + "\"" : text;
    }
};

enum class Shape { all, any, without };

struct Asked {
    Shape shape = Shape::all;
    std::vector<Leaf> leaves;
    std::map<std::string, std::set<std::string>> filters;  ///< role, kind, year, zone, act: exact values
    std::string from;                                      ///< first day, or ""

    std::string typed() const {
        std::string text;
        for (std::size_t i = 0; i < leaves.size(); ++i)
            text += (i == 0 ? "" : shape == Shape::any ? " OR " : shape == Shape::without ? " -" : " ") + leaves[i].typed();
        if (shape == Shape::any && (!filters.empty() || !from.empty())) text = "(" + text + ")";
        for (const auto& [field, values] : filters) {
            text += " " + field + ":(";
            for (const std::string& value : values) text += value + " ";
            text += ")";
        }
        return from.empty() ? text : text + " date:" + from + "..";
    }
};

struct Scanned {
    Record record;
    std::vector<std::string> forms;  ///< of the words, in order
};

struct Totals {
    std::uint64_t occurrences = 0, passages = 0;
    std::set<std::string> items, meetings, documents, councils;
    std::map<std::string, std::map<std::string, std::uint64_t>> facets;
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> elsewhere;  ///< occurrences and passages by zone
    bool at_least = false;
};

std::vector<Scanned> stored_records(const std::string& index) {
    const Xapian::Database database(current_generation(index).value(), Xapian::DB_BACKEND_GLASS);
    std::vector<Scanned> all;
    for (auto id = database.postlist_begin("XT:passage"); id != database.postlist_end("XT:passage"); ++id) {
        Scanned scanned{decode_record(database.get_document(*id).get_data()), {}};
        const Tokens tokens = tokenise(scanned.record.text);
        for (const Token& token : tokens.list)
            if (!token.whole) scanned.forms.emplace_back(tokens.form(token));
        all.push_back(std::move(scanned));
    }
    return all;
}

/// Of one family of the table: staff, staffing.
bool is_kin(const std::string& typed, const std::string& form) {
    const std::vector<std::string> family = family_of(stem(typed));
    return std::find(family.begin(), family.end(), stem(form)) != family.end();
}

bool same_word(const std::string& typed, const std::string& form, bool by_stem) {
    return typed == form || typed == alias_of(form) || (!alias_of(typed).empty() && alias_of(typed) == form) ||
           (by_stem && (stem(typed) == stem(form) || is_kin(typed, form)));
}

/// Where a leaf stands, in words.
struct Run {
    std::size_t first, length;
};

std::vector<Run> leaf_runs(const Leaf& leaf, const Scanned& scanned) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i + leaf.words.size() <= scanned.forms.size(); ++i) {
        bool here = true;
        for (std::size_t k = 0; here && k < leaf.words.size(); ++k) here = same_word(leaf.words[k], scanned.forms[i + k], leaf.words.size() == 1);
        if (here) runs.push_back({i, leaf.words.size()});
    }
    return runs;
}

/// How many disjoint runs: longest first, then leftmost.
std::size_t count_disjoint(std::vector<Run> runs) {
    std::sort(runs.begin(), runs.end(), [](Run a, Run b) { return a.length != b.length ? a.length > b.length : a.first < b.first; });
    std::vector<Run> kept;
    for (const Run run : runs)
        if (std::none_of(kept.begin(), kept.end(), [&](Run k) { return run.first < k.first + k.length && k.first < run.first + run.length; }))
            kept.push_back(run);
    return kept.size();
}

/// Occurrences, or nothing when the text does not answer.
std::optional<std::size_t> scan_text(const Asked& asked, const Scanned& scanned) {
    std::vector<Run> all;
    std::size_t matched = 0;
    for (std::size_t i = 0; i < asked.leaves.size(); ++i) {
        const std::vector<Run> spans = leaf_runs(asked.leaves[i], scanned);
        if (asked.shape == Shape::without && i > 0) {
            if (!spans.empty()) return std::nullopt;
            ++matched;
            continue;
        }
        matched += !spans.empty();
        all.insert(all.end(), spans.begin(), spans.end());
    }
    const bool yes = asked.shape == Shape::any ? matched > 0 : matched == asked.leaves.size();
    return yes ? std::optional(count_disjoint(std::move(all))) : std::nullopt;
}

std::set<std::string> values_of(const Record& record, const std::string& field) {
    std::set<std::string> values;
    if (field == "council") values.insert(record.council);
    if (field == "committee") values.insert(record.committee);
    if (field == "kind") values.insert(record.kind);
    if (field == "year") values.insert(record.date.substr(0, 4));
    if (field == "zone") values.insert(record.zone);
    if (field == "act")
        for (const RecordSpeaker& speaker : record.speakers) values.insert(speaker.act);
    if (field == "role")
        for (const RecordSpeaker& speaker : record.speakers) values.insert(speaker.role);
    if (values.empty()) values.insert("");
    return values;
}

const std::vector<std::string> kFacets = {"council", "committee", "year", "role", "kind", "zone", "act"};

/// The zones that a query searches, told from what was asked.
std::set<std::string> searched_zones(const Asked& asked) {
    if (const auto zones = asked.filters.find("zone"); zones != asked.filters.end()) return zones->second;
    std::set<std::string> zones = {"title", "minutes", "decision", "action"};
    if (const auto kinds = asked.filters.find("kind"); kinds != asked.filters.end()) {
        if (kinds->second.count("attendance")) zones.insert({"attendance", "apologies"});
        if (kinds->second.count("agenda-note")) zones.insert("agenda");
        if (kinds->second.count("furniture")) zones.insert({"documents", "boilerplate"});
    }
    return zones;
}

void add_facets(Totals& totals, const Record& record, const std::string& failed) {
    for (const std::string& facet : kFacets)
        if (failed.empty() || failed == facet)
            for (const std::string& value : values_of(record, facet)) ++totals.facets[facet][value];
}

Totals scan(const Asked& asked, const std::vector<Scanned>& records) {
    Totals totals;
    const std::set<std::string> zones = searched_zones(asked);
    for (const Scanned& scanned : records) {
        const Record& record = scanned.record;
        const auto occurrences = scan_text(asked, scanned);
        if (!occurrences || (!asked.from.empty() && (record.date.empty() || record.date < asked.from))) continue;
        std::vector<std::string> failed;
        for (const auto& [field, wanted] : asked.filters) {
            const std::set<std::string> values = values_of(record, field);
            if (std::none_of(wanted.begin(), wanted.end(), [&](const std::string& value) { return values.count(value) > 0; })) failed.push_back(field);
        }
        if (zones.count(record.zone) == 0) {
            std::erase(failed, "zone");
            if (!failed.empty()) continue;
            totals.elsewhere[record.zone].first += *occurrences;
            ++totals.elsewhere[record.zone].second;
            if (asked.filters.count("zone")) add_facets(totals, record, "zone");
            continue;
        }
        if (failed.size() > 1) continue;
        add_facets(totals, record, failed.empty() ? "" : failed.front());
        if (!failed.empty()) continue;
        totals.occurrences += *occurrences;
        ++totals.passages;
        totals.items.insert(record.item_id);
        totals.meetings.insert(record.meeting_id);
        totals.documents.insert(record.path);
        if (!record.council.empty()) totals.councils.insert(record.council);
        totals.at_least = totals.at_least || record.item_incomplete || record.incomplete;
    }
    return totals;
}

class Chooser {
public:
    Chooser(unsigned seed, const std::vector<Scanned>& records) : random_(seed), records_(records) {}

    Asked ask() {
        Asked asked;
        asked.shape = static_cast<Shape>(below(3));
        for (std::size_t i = 0, n = 1 + below(3); i < n; ++i) asked.leaves.push_back(leaf());
        if (below(3) == 0) asked.filters["role"] = {record().speakers.empty() ? "member" : record_role()};
        if (below(4) == 0) asked.filters["kind"] = {"discussion", "decision"};
        else if (below(6) == 0) asked.filters["kind"] = {record().kind};
        if (below(5) == 0) asked.filters["zone"] = {record().zone, record().zone};
        if (below(5) == 0) asked.filters["act"] = {record_act()};
        if (below(4) == 0 && !record().date.empty()) asked.filters["year"] = {some_year(), some_year()};
        if (below(5) == 0) asked.from = some_year() + "-0" + std::to_string(1 + below(9)) + "-01";
        return asked;
    }

private:
    std::size_t below(std::size_t n) { return random_() % n; }
    const Scanned& scanned() { return records_[below(records_.size())]; }
    const Record& record() { return scanned().record; }

    std::string record_role() {
        for (;;)
            if (const Record& r = record(); !r.speakers.empty()) return r.speakers.front().role;
    }

    std::string record_act() {
        for (;;)
            if (const Record& r = record(); !r.speakers.empty()) return r.speakers.back().act;
    }

    std::string some_year() {
        for (;;)
            if (const Record& r = record(); !r.date.empty()) return r.date.substr(0, 4);
    }

    /// One to four words that stand together somewhere, or two that need not.
    Leaf leaf() {
        const auto plain = [](const std::string& word) {
            return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        };
        for (;;) {
            const Scanned& from = scanned();
            const std::size_t length = 1 + below(4);
            if (from.forms.size() < length) continue;
            const std::size_t at = below(from.forms.size() - length + 1);
            Leaf leaf{{from.forms.begin() + static_cast<std::ptrdiff_t>(at), from.forms.begin() + static_cast<std::ptrdiff_t>(at + length)}};
            if (std::all_of(leaf.words.begin(), leaf.words.end(), plain)) return leaf;
        }
    }

    std::mt19937 random_;
    const std::vector<Scanned>& records_;
};

void compare(const Answer& answer, const Totals& totals) {
    BOOST_TEST(answer.counts.occurrences == totals.occurrences);
    BOOST_TEST(answer.counts.passages == totals.passages);
    BOOST_TEST(answer.counts.items == totals.items.size());
    BOOST_TEST(answer.counts.meetings == totals.meetings.size());
    BOOST_TEST(answer.counts.documents == totals.documents.size());
    BOOST_TEST(answer.counts.councils == totals.councils.size());
    BOOST_TEST(answer.counts.at_least == totals.at_least);
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> elsewhere;
    for (const Elsewhere& there : answer.counts.elsewhere) elsewhere[std::string(name_of(there.zone))] = {there.occurrences, there.passages};
    BOOST_TEST((elsewhere == totals.elsewhere), "elsewhere");
    for (const Facet& facet : answer.facets) {
        std::map<std::string, std::uint64_t> got, want;
        for (const FacetValue& value : facet.values) got[value.value] = value.passages;
        if (const auto found = totals.facets.find(std::string(facet.field->name)); found != totals.facets.end()) want = found->second;
        BOOST_TEST(got == want, "facet " << facet.field->name);
        std::uint64_t sum = 0;
        for (const FacetValue& value : facet.values) sum += value.passages;
        if (!facet.field->many) BOOST_TEST(sum == facet.base);
    }
}

Answer ask(Reader& reader, const Asked& asked, std::uint64_t limit, Sort sort) {
    Parsed parsed = parse_query(asked.typed());
    BOOST_REQUIRE_MESSAGE(parsed.problem.message.empty(), asked.typed() + ": " + parsed.problem.message);
    Request request = make_request(std::move(parsed.tree));
    for (const std::string& facet : kFacets) request.facets.push_back(field_named(facet));
    request.limit = limit;
    request.sort = sort;
    return search(reader, request);
}

}  // namespace

/// mentions counts as search does, and prints as many lines as there are occurrences.
void compare_mentions(Reader& reader, const Asked& asked, const Answer& answer) {
    std::uint64_t lines = 0;
    const Counts counts = find_mentions(reader, make_request(std::move(parse_query(asked.typed()).tree)), 20, [&](const KwicLine&) { ++lines; }).counts;
    BOOST_TEST(lines == answer.counts.occurrences);
    BOOST_TEST(counts.passages == answer.counts.passages);
    BOOST_TEST(counts.elsewhere.size() == answer.counts.elsewhere.size());
    for (std::size_t i = 0; i < std::min(counts.elsewhere.size(), answer.counts.elsewhere.size()); ++i)
        BOOST_TEST(counts.elsewhere[i].occurrences == answer.counts.elsewhere[i].occurrences);
}

/// A query without words, by scan: what lies in each zone.
void compare_filters(Reader& reader, const std::vector<Scanned>& records) {
    std::map<std::string, std::uint64_t> by_zone, found;
    for (const Scanned& scanned : records) ++by_zone[scanned.record.zone];
    const Answer everything = search(reader, make_request(std::move(parse_query("").tree)));
    for (const Elsewhere& there : everything.counts.elsewhere) found[std::string(name_of(there.zone))] = there.passages;
    std::uint64_t searched = 0;
    for (const std::string zone : {"title", "minutes", "decision", "action"}) {
        searched += by_zone[zone];
        by_zone.erase(zone);
    }
    BOOST_TEST(everything.counts.passages == searched);
    BOOST_TEST((found == by_zone));
}

BOOST_AUTO_TEST_CASE(counts_and_facets_are_those_of_a_scan) {
    const Workspace work;
    const std::string index = (work.path() / "index").string();
    SyncOptions options;
    options.paths = {std::string(MINUTES_SOURCE) + "/corpus/sample"};
    options.index = index;
    (void)sync_index(options, [](std::uint64_t, std::uint64_t, const std::string&) {}, std::atomic<bool>(false));
    const std::vector<Scanned> records = stored_records(index);
    BOOST_REQUIRE(records.size() > 300u);
    Reader reader(index);
    Chooser chooser(2024, records);
    std::size_t found = 0;
    for (int i = 0; i < 300; ++i) {
        const Asked asked = chooser.ask();
        BOOST_TEST_CONTEXT("query " << i << ": " << asked.typed()) {
            const Answer answer = ask(reader, asked, 5, Sort::relevance);
            compare(answer, scan(asked, records));
            BOOST_TEST(answer.hits.size() == std::min<std::size_t>(5, answer.counts.passages));
            compare_mentions(reader, asked, answer);
            // The counts are the same under another sort and on a page of everything.
            const Answer other = ask(reader, asked, 1'000'000, Sort::date);
            BOOST_TEST(other.counts.occurrences == answer.counts.occurrences);
            BOOST_TEST(other.hits.size() == answer.counts.passages);
            found += answer.counts.passages > 0;
        }
    }
    compare_filters(reader, records);
    std::set<std::string> meetings, documents;
    std::uint64_t titles = 0, furniture = 0;
    std::map<std::string, std::uint64_t> zones;
    for (const Scanned& scanned : records) {
        meetings.insert(scanned.record.meeting_id);
        documents.insert(scanned.record.path);
        titles += scanned.record.kind == "title";
        furniture += scanned.record.kind == "furniture";
        ++zones[scanned.record.zone];
    }
    const Base base = ask(reader, Asked{Shape::all, {Leaf{{"the"}}}, {}, ""}, 1, Sort::relevance).base;
    BOOST_TEST(base.meetings == meetings.size());
    BOOST_TEST(base.documents == documents.size());
    BOOST_TEST(base.titles == titles);
    BOOST_TEST(base.furniture == furniture);
    BOOST_TEST(base.passages == records.size() - titles - furniture);
    for (std::size_t i = 0; i < kZones; ++i) BOOST_TEST(base.zones[i] == zones[std::string(name_of(static_cast<Zone>(i)))]);
    BOOST_TEST(zones.size() >= 9u);  // a zone that the sample lacks proves nothing
    BOOST_TEST(found > 100u);  // queries that find nothing prove little
}
