// The whole query language against a scan written the slow obvious way (scan.cpp), over a generated corpus: the counts, facets, hits and
// highlights of seeded queries are those of the scan. MINUTES_ORACLE_MEETINGS and MINUTES_ORACLE_QUERIES make it smaller or larger.
#include "corpus/generate.hpp"
#include "corpus/problem.hpp"
#include "searcher/reader.hpp"
#include "searcher/search.hpp"
#include "tests/chosen_query.hpp"
#include "tests/index_folder.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdlib>
#include <optional>
#include <random>

using namespace minutes;
using namespace minutes::test;
using Kind = Asked::Kind;

namespace {

std::size_t setting(const char* name, std::size_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : static_cast<std::size_t>(std::strtoul(text, nullptr, 10));
}

const std::set<std::string> kSearched = {"title", "minutes", "decision", "action"};

/// The filters that the program counts facets without: those at the top, of role and year.
struct Split {
    std::vector<Asked> selections;
    Asked rest;                    ///< with no parts and no places: everything
};

Split split(const Asked& asked) {
    const auto is_selection = [](const Asked& part) { return part.kind == Kind::role || part.kind == Kind::year; };
    Split result;
    if (is_selection(asked)) return {{asked}, Asked{Kind::all, {}, {}, {}, {}}};
    if (asked.kind != Kind::all) return {{}, asked};
    result.rest.kind = Kind::all;
    for (const Asked& part : asked.parts) (is_selection(part) ? result.selections : result.rest.parts).push_back(part);
    return result;
}

std::set<std::string> values_of(const Record& record, const std::string& field) {
    std::set<std::string> values;
    if (field == "council") values.insert(record.council);
    if (field == "year") values.insert(record.date.substr(0, 4));
    if (field == "kind") values.insert(record.kind);
    if (field == "role")
        for (const RecordSpeaker& speaker : record.speakers) values.insert(speaker.role);
    if (values.empty()) values.insert("");
    return values;
}

const std::vector<std::string> kFacets = {"council", "year", "kind", "role"};

/// All that an answer says, in a form that can be compared.
struct Told {
    std::uint64_t occurrences = 0;
    std::map<std::string, std::vector<Span>> hits;
    std::set<std::string> items, meetings, documents, councils;
    std::map<std::string, std::map<std::string, std::uint64_t>> facets;
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> elsewhere;
};

bool has_value(const Record& record, const Asked& selection) {
    const std::set<std::string> values = values_of(record, selection.kind == Kind::role ? "role" : "year");
    return values.count(selection.places.front().front()) > 0;
}

Told scanned(const Asked& asked, Scan& scan) {
    Told told;
    const Split parts = split(asked);
    const std::vector<ScanAnswer> answers = scan.answers(parts.rest, kSearched);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (!answers[i].yes) continue;
        const Record& record = scan.passages()[i].record;
        std::vector<std::string> failed;
        for (const Asked& selection : parts.selections)
            if (!has_value(record, selection)) failed.push_back(selection.kind == Kind::role ? "role" : "year");
        if (kSearched.count(record.zone) == 0) {
            if (!failed.empty()) continue;
            told.elsewhere[record.zone].first += answers[i].marks.size();
            ++told.elsewhere[record.zone].second;
            continue;
        }
        if (failed.size() > 1) continue;
        for (const std::string& facet : kFacets)
            if (failed.empty() || failed.front() == facet)
                for (const std::string& value : values_of(record, facet)) ++told.facets[facet][value];
        if (!failed.empty()) continue;
        told.occurrences += answers[i].marks.size();
        told.hits[record.id] = answers[i].marks;
        told.items.insert(record.item_id);
        told.meetings.insert(record.meeting_id);
        told.documents.insert(record.path);
        if (!record.council.empty()) told.councils.insert(record.council);
    }
    return told;
}

/// What the program says; nothing when it refuses the query by a limit.
std::optional<Answer> answered(Reader& reader, const std::string& query) {
    Parsed parsed = parse_query(query);
    BOOST_REQUIRE_MESSAGE(parsed.problem.message.empty(), query << ": " << parsed.problem.message);
    Request request = make_request(std::move(parsed.tree));
    for (const std::string& facet : kFacets) request.facets.push_back(field_named(facet));
    request.sort = Sort::date;
    request.limit = 1'000'000;
    try {
        return search(reader, request);
    } catch (const Refused&) {
        return std::nullopt;
    }
}

void compare(const Answer& answer, const Told& told) {
    std::map<std::string, std::vector<Span>> hits;
    for (const Hit& hit : answer.hits) hits[hit.record.id] = hit.hits;
    BOOST_TEST((hits == told.hits), "hits: " << hits.size() << " and by scan " << told.hits.size());
    for (const auto& [id, spans] : told.hits)
        if (const auto found = hits.find(id); found == hits.end() || found->second != spans) {
            BOOST_TEST_MESSAGE("differs: " << id << (found == hits.end() ? " is missing" : " is marked otherwise"));
            break;
        }
    BOOST_TEST(answer.counts.occurrences == told.occurrences);
    BOOST_TEST(answer.counts.passages == told.hits.size());
    BOOST_TEST(answer.counts.items == told.items.size());
    BOOST_TEST(answer.counts.meetings == told.meetings.size());
    BOOST_TEST(answer.counts.documents == told.documents.size());
    BOOST_TEST(answer.counts.councils == told.councils.size());
    std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> elsewhere;
    for (const Elsewhere& there : answer.counts.elsewhere) elsewhere[std::string(name_of(there.zone))] = {there.occurrences, there.passages};
    BOOST_TEST((elsewhere == told.elsewhere), "elsewhere");
    for (const Facet& facet : answer.facets) {
        std::map<std::string, std::uint64_t> got, want;
        for (const FacetValue& value : facet.values) got[value.value] = value.passages;
        if (const auto found = told.facets.find(std::string(facet.field->name)); found != told.facets.end()) want = found->second;
        BOOST_TEST((got == want), "facet " << facet.field->name);
    }
}

}  // namespace

#ifdef MINUTES_SANITIZED
constexpr std::size_t kMeetings = 30, kQueries = 150;
#else
constexpr std::size_t kMeetings = 450, kQueries = 1000;
#endif

BOOST_AUTO_TEST_CASE(every_query_is_answered_as_by_a_scan) {
    const Workspace work;
    GenerateOptions generate;
    generate.directory = (work.path() / "corpus").string();
    generate.seed = 4;
    generate.meetings = static_cast<std::uint32_t>(setting("MINUTES_ORACLE_MEETINGS", kMeetings));
    (void)generate_corpus(generate);
    work.write("corpus/spellings.txt", odd_spellings());
    const std::string index = (work.path() / "index").string();
    index_folder(generate.directory, index);
    Scan scan = scan_of(index);
    BOOST_TEST_MESSAGE(scan.passages().size() << " records");
    Reader reader(index);
    std::mt19937 random(1871);
    const std::size_t queries = setting("MINUTES_ORACLE_QUERIES", kQueries);
    std::size_t found = 0, refused = 0;
    for (std::size_t i = 0; i < queries; ++i) {
        const Asked asked = chosen_query(random, scan);
        BOOST_TEST_CONTEXT("query " << i << ": " << asked.typed()) {
            const std::optional<Answer> answer = answered(reader, asked.typed());
            if (!answer) {
                ++refused;
                continue;
            }
            compare(*answer, scanned(asked, scan));
            found += answer->counts.passages > 0 ? 1 : 0;
        }
    }
    BOOST_TEST(found * 2 > queries);  // queries that find nothing prove little
    BOOST_TEST(refused * 20 <= queries);
}
