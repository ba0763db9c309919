// The whole query language against a scan written the slow obvious way (scan.cpp), over a generated corpus: the counts, facets, hits and
// highlights of seeded queries are those of the scan. MINUTES_ORACLE_MEETINGS and MINUTES_ORACLE_QUERIES make it smaller or larger.
#include "analyzers/families.hpp"
#include "analyzers/tokens.hpp"
#include "corpus/generate.hpp"
#include "corpus/problem.hpp"
#include "indexer/index_directory.hpp"
#include "indexer/sync.hpp"
#include "searcher/concepts.hpp"
#include "searcher/reader.hpp"
#include "searcher/search.hpp"
#include "tests/scan.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <random>
#include <sstream>

using namespace minutes;
using namespace minutes::test;
using Kind = Asked::Kind;

namespace {

std::size_t setting(const char* name, std::size_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : static_cast<std::size_t>(std::strtoul(text, nullptr, 10));
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

/// What the texts print in several ways: see odd_spellings().
constexpr std::pair<const char*, const char*> kCompounds[] = {{"multi", "agency"}, {"time", "table"}, {"under", "spends"}, {"care", "leaver"}};

/// Minutes in which compounds stand in every way in which they are printed, beside what only looks like them.
std::string odd_spellings() {
    std::string text = "Eastmoor Council\n\nMinutes of the Scrutiny Panel held on 4 March 2021\n\n";
    int number = 0;
    for (const auto& [first, second] : kCompounds) {
        const std::string f = first, s = second;
        for (const std::string& printed : {f + s, f + "-" + s, f + " " + s, f + s + "s", f + " " + s + "s", f + "- " + s.substr(0, s.size() - 1), s + " " + f, f + " of " + s})
            text += std::to_string(++number) + ". Business\n\nThe Chair reported that the " + printed + " was late.\n\nMembers asked about " + f + " and about " + s + ".\n\n";
    }
    return text;
}

const std::set<std::string> kSearched = {"title", "minutes", "decision", "action"};

/// Makes queries out of words that stand in the texts, near each other where they should be, so that many are answered.
class Chooser {
  public:
    Chooser(unsigned seed, const Scan& scan) : random_(seed), scan_(scan) {}

    Asked ask() {
        const auto shape = below(10);
        Asked asked = shape < 3 ? text() : shape < 5 ? scope() : group(2);
        if (below(4) == 0) asked = with_filters(std::move(asked));
        return asked;
    }

  private:
    static constexpr std::size_t kCommon = 1500;  ///< words of more passages make slow queries that prove no more
    std::mt19937 random_;
    const Scan& scan_;

    std::size_t below(std::size_t n) { return random_() % n; }
    const ScanPassage& passage() { return scan_.passages()[below(scan_.passages().size())]; }

    static Asked made(Kind kind, std::vector<Asked> parts) {
        Asked asked;
        asked.kind = kind;
        asked.parts = std::move(parts);
        return asked;
    }

    static bool is_plain(const std::string& form) {
        return form.size() > 1 && std::all_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    }

    /// Up to `count` plain words of one passage, each at most six after the last; at least one of them not common.
    std::vector<std::string> words(std::size_t count, bool in_a_row) {
        for (;;) {
            const ScanPassage& from = passage();
            if (from.words.size() < count) continue;
            std::vector<std::string> chosen;
            bool rare = false;
            for (std::size_t at = below(from.words.size()); at < from.words.size() && chosen.size() < count; at += in_a_row ? 1 : 1 + below(6)) {
                chosen.push_back(scan_.form(from.words[at]));
                rare = rare || scan_.spread(from.words[at]) < kCommon;
            }
            if (chosen.size() == count && rare && std::all_of(chosen.begin(), chosen.end(), is_plain)) return chosen;
        }
    }

    std::string dressed(std::string word, bool exact_too) {
        if (word.size() >= 6 && below(5) == 0) return word.substr(0, word.size() - 1 - below(2)) + "*";
        // Which words are compounds is the table's affair (lexicon_test): here only those of kCompounds are asked for.
        return exact_too && (split_compound(word) || below(4) == 0) ? "=" + word : word;
    }

    Asked word() {
        Asked asked;
        asked.places = {{dressed(words(1, true).front(), true)}};
        return asked;
    }

    Asked phrase(Kind kind) {
        Asked asked;
        asked.kind = kind;
        for (const std::string& word : words(2 + below(2), kind == Kind::phrase)) {
            asked.places.push_back({dressed(word, false)});
            if (below(4) == 0) asked.places.back().push_back(dressed(words(1, true).front(), false));
        }
        if (kind == Kind::slop) asked.distances = {static_cast<std::uint32_t>(1 + below(8))};
        return asked;
    }

    Asked operand(const std::string& word) {
        Asked asked;
        asked.places = {{dressed(word, true)}};
        if (below(4) == 0) return made(Kind::any, {asked, phrase(Kind::phrase)});
        if (below(4) == 0) return phrase(below(2) == 0 ? Kind::phrase : Kind::slop);
        return asked;
    }

    Asked near() {
        Asked asked;
        asked.kind = Kind::near;
        for (const std::string& word : words(2 + below(2), false)) {
            if (!asked.parts.empty()) {
                asked.distances.push_back(static_cast<std::uint32_t>(1 + below(8)));
                asked.ordered.push_back(below(3) == 0);
            }
            asked.parts.push_back(operand(word));
        }
        return asked;
    }

    Asked start() {
        for (;;) {
            const ScanPassage& from = passage();
            if (from.words.size() < 2 || !is_plain(scan_.form(from.words[0])) || !is_plain(scan_.form(from.words[1]))) continue;
            Asked asked;
            asked.kind = Kind::phrase;
            asked.places = {{scan_.form(from.words[0])}, {scan_.form(from.words[1])}};
            return made(Kind::start, {asked});
        }
    }

    static Asked of_places(std::vector<std::vector<std::string>> places) {
        Asked asked;
        asked.kind = places.size() > 1 ? Kind::phrase : Kind::word;
        asked.places = std::move(places);
        return asked;
    }

    static Asked named(std::string name, std::vector<Asked> parts) {
        Asked asked = made(Kind::expansion, std::move(parts));
        asked.places = {{std::move(name)}};
        return asked;
    }

    /// The generated texts spell out one acronym, in one way: Director of Children's Services (DCS).
    static Asked acronym() {
        std::vector<Asked> parts = {of_places({{"=dcs"}}), of_places({{"=dcs's"}}), of_places({{"director"}, {"of"}, {"children's"}, {"services", "service"}})};
        parts[0].capitals = parts[1].capitals = true;
        return named("~DCS", std::move(parts));
    }

    /// A concept all of whose variants are phrases or words with a star, so that its row says what it means.
    Asked concept_named() {
        const std::vector<Concept>& all = own_concepts().concepts;
        for (;;) {
            const Concept& chosen = all[below(all.size())];
            std::vector<Asked> parts;
            for (const std::string& variant : chosen.variants) {
                if (variant.front() != '"' && variant.back() != '*') break;
                std::vector<std::vector<std::string>> places;
                std::istringstream words(variant.front() == '"' ? variant.substr(1, variant.size() - 2) : variant);
                for (std::string word; words >> word;) places.push_back({lower(word)});
                const bool shouted = std::count_if(variant.begin(), variant.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
                if (places.size() == 1 && !places.front().front().ends_with('*')) places.front().front().insert(0, "=");
                parts.push_back(of_places(std::move(places)));
                parts.back().capitals = shouted && parts.back().kind == Kind::word;
                if (variant.find_first_of("-/&") != std::string::npos) parts.clear();
            }
            if (parts.size() == chosen.variants.size()) return named("concept:" + chosen.name, std::move(parts));
        }
    }

    /// multiagency, multi-agency, multi agencies: one word to a reader, however it is typed and printed.
    Asked compound() {
        const auto& [first, second] = kCompounds[below(std::size(kCompounds))];
        const std::string one = std::string(first) + second;
        std::vector<std::string> endings = {second, std::string(second) + "s"};
        if (endings.front().back() == 's') endings.emplace_back(endings.front().substr(0, endings.front().size() - 1));
        return named(below(2) == 0 ? one : std::string(first) + "-" + second, {of_places({{one}}), of_places({{first}, endings})});
    }

    Asked text() {
        if (below(12) == 0) {
            const auto kind = below(4);
            return kind == 0 ? acronym() : kind == 1 ? compound() : concept_named();
        }
        switch (below(8)) {
            case 0: case 1: return word();
            case 2: case 3: return phrase(Kind::phrase);
            case 4: return phrase(Kind::slop);
            case 5: case 6: return near();
            default: return start();
        }
    }

    Asked filter(Kind kind) {
        for (;;) {
            const Record& record = passage().record;
            if (record.date.empty() || record.speakers.empty()) continue;
            Asked asked;
            asked.kind = kind;
            asked.places = {{kind == Kind::role ? record.speakers.front().role : kind == Kind::year ? record.date.substr(0, 4) : record.date}};
            return asked;
        }
    }

    Asked leaf() { return below(6) == 0 ? filter(static_cast<Kind>(static_cast<int>(Kind::role) + below(3))) : text(); }

    Asked scope() {
        const Kind kind = below(2) == 0 ? Kind::item : Kind::meeting;
        Asked inside = below(3) == 0 ? leaf() : group(1);
        Asked asked = made(kind, {std::move(inside)});
        if (below(3) == 0) return made(Kind::all, {std::move(asked), below(2) == 0 ? scope() : text()});
        if (below(6) == 0) return made(Kind::all, {text(), made(Kind::without, {std::move(asked)})});
        if (below(6) == 0) return made(Kind::any, {std::move(asked), leaf()});
        return asked;
    }

    /// A filter stands only once among parts: side by side two of one field would mean OR.
    Asked group(int depth) {
        std::vector<Asked> parts;
        for (std::size_t i = 0, n = 2 + below(2); i < n; ++i) {
            Asked part = depth > 1 && below(3) == 0 ? group(depth - 1) : below(8) == 0 && depth > 1 ? scope() : i == 0 ? leaf() : text();
            if (i > 0 && below(5) == 0) part = made(Kind::without, {std::move(part)});
            parts.push_back(std::move(part));
        }
        return made(below(3) == 0 ? Kind::any : Kind::all, std::move(parts));
    }

    Asked with_filters(Asked asked) {
        std::vector<Asked> parts;
        parts.push_back(made(Kind::any, {std::move(asked), text()}));
        if (below(2) == 0) parts.push_back(filter(Kind::role));
        if (below(2) == 0) parts.push_back(filter(Kind::year));
        parts.push_back(filter(Kind::since));
        return made(Kind::all, std::move(parts));
    }
};

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
    SyncOptions options;
    options.paths = {generate.directory};
    options.index = (work.path() / "index").string();
    (void)sync_index(options, [](std::uint64_t, std::uint64_t, const std::string&) {}, std::atomic<bool>(false));
    Scan scan;
    {
        const Xapian::Database database(current_generation(options.index).value(), Xapian::DB_BACKEND_GLASS);
        for (auto id = database.postlist_begin("XT:passage"); id != database.postlist_end("XT:passage"); ++id)
            scan.add(decode_record(database.get_document(*id).get_data()));
    }
    BOOST_TEST_MESSAGE(scan.passages().size() << " records");
    Reader reader(options.index);
    Chooser chooser(1871, scan);
    const std::size_t queries = setting("MINUTES_ORACLE_QUERIES", kQueries);
    std::size_t found = 0, refused = 0;
    for (std::size_t i = 0; i < queries; ++i) {
        const Asked asked = chooser.ask();
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
