// naive_xapian build PASSAGES DATABASE, then naive_xapian DATABASE QUERIES [as latency.cpp]: Xapian as its "getting started" has it:
// TermGenerator with stems and positions, value slots counted by ValueCountMatchSpy, MSet::snippet; nothing of this project's.
#include "benchmarks/measure.hpp"
#include "benchmarks/peers/texts.hpp"

#include <xapian.h>

#include <memory>

namespace minutes::bench {
namespace {

const std::vector<std::string> kSlots = {"council", "committee", "year", "kind", "role", "speaker"};
constexpr unsigned kYear = 2, kRole = 4;
constexpr std::string_view kBetween = "\x1f";   ///< of several values in a slot: ValueCountMatchSpy counts whole slots

void build(const std::string& passages, const std::string& path) {
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("en"));
    generator.set_stemming_strategy(Xapian::TermGenerator::STEM_SOME);
    read_passages(passages, [&](const Passage& row) {
        Xapian::Document document;
        generator.set_document(document);
        generator.index_text(row.text);
        document.set_data(row.text);
        const std::string values[] = {row.council, row.committee, row.year, row.kind, joined(row.roles, kBetween), joined(row.persons, kBetween)};
        for (unsigned slot = 0; slot < kSlots.size(); ++slot) document.add_value(slot, values[slot]);
        document.add_boolean_term("XYEAR" + row.year);
        for (const std::string& role : row.roles) document.add_boolean_term("XROLE:" + role);
        database.add_document(document);
    });
    database.commit();
}

class Searcher {
public:
    explicit Searcher(const std::string& path) : database_(path, Xapian::DB_BACKEND_GLASS) {}

    Found ask(const Query& query) {
        if (query.form == "mentions") return mentions(query);
        Found found;
        std::vector<unsigned> slots;
        for (unsigned slot = 0; slot < kSlots.size(); ++slot)
            if (!(slot == kYear && !query.year.empty()) && !(slot == kRole && !query.role.empty())) slots.push_back(slot);
        const bool cells = query.form == "count";
        if (cells) slots = {};
        const Xapian::MSet best = run(found, filtered(query, query.role, query.year), cells ? 0 : 10, slots, cells);
        found.hits = best.get_matches_estimated();   // exact: everything was checked
        for (auto hit = best.begin(); hit != best.end(); ++hit) found.shown += best.snippet(hit.get_document().get_data(), 240, stem_).size();
        if (!query.role.empty()) run(found, filtered(query, "", query.year), 0, {kRole}, false);
        if (!query.year.empty()) run(found, filtered(query, query.role, ""), 0, {kYear}, false);
        return found;
    }

private:
    /// Counts role and year together.
    class CellSpy : public Xapian::MatchSpy {
    public:
        std::map<std::string, std::uint64_t> cells;
        void operator()(const Xapian::Document& document, double) override {
            const std::string year = document.get_value(kYear);
            for (const std::string& role : split(document.get_value(kRole), kBetween)) ++cells[role + '/' + year];
        }
    };

    Xapian::MSet run(Found& found, const Xapian::Query& query, unsigned most, const std::vector<unsigned>& slots, bool cells) {
        Xapian::Enquire enquire(database_);
        enquire.set_query(query);
        std::vector<std::unique_ptr<Xapian::ValueCountMatchSpy>> spies;
        for (const unsigned slot : slots) {
            spies.push_back(std::make_unique<Xapian::ValueCountMatchSpy>(slot));
            enquire.add_matchspy(spies.back().get());
        }
        CellSpy crossed;
        if (cells) enquire.add_matchspy(&crossed);
        const Xapian::MSet best = enquire.get_mset(0, most, database_.get_doccount());
        if (cells) found.facets["cells"] = crossed.cells;
        for (std::size_t i = 0; i < slots.size(); ++i) {
            Totals& totals = found.facets[kSlots[slots[i]]];
            std::uint64_t counted = 0;
            for (auto value = spies[i]->values_begin(); value != spies[i]->values_end(); ++value) {
                counted += value.get_termfreq();
                for (const std::string& one : split(*value, kBetween)) totals[one] += value.get_termfreq();
            }
            if (counted < spies[i]->get_total()) totals[""] += spies[i]->get_total() - counted;   // empty slots are not counted
        }
        return best;
    }

    [[nodiscard]] Xapian::Query words(const Query& query) const {
        if (query.form == "all") return Xapian::Query("");
        if (query.form == "prefix") return Xapian::Query(Xapian::Query::OP_WILDCARD, query.words[0]);
        const bool phrase = query.form == "phrase" || query.form == "mentions";
        std::vector<Xapian::Query> parts;
        for (const std::string& word : query.words) parts.emplace_back(phrase ? word : "Z" + stem_(word));
        return Xapian::Query(phrase ? Xapian::Query::OP_PHRASE : query.form == "or" ? Xapian::Query::OP_OR : Xapian::Query::OP_AND, parts.begin(), parts.end());
    }

    [[nodiscard]] Xapian::Query filtered(const Query& query, const std::string& role, const std::string& year) const {
        Xapian::Query made = words(query);
        if (!role.empty()) made = Xapian::Query(Xapian::Query::OP_FILTER, made, Xapian::Query("XROLE:" + role));
        if (!year.empty()) made = Xapian::Query(Xapian::Query::OP_FILTER, made, Xapian::Query("XYEAR" + year));
        return made;
    }

    Found mentions(const Query& query) {
        Found found;
        Xapian::Enquire enquire(database_);
        enquire.set_query(words(query));
        enquire.set_sort_by_value(kYear, false);
        const Xapian::MSet all = enquire.get_mset(0, database_.get_doccount());
        for (auto hit = all.begin(); hit != all.end(); ++hit)
            for (const std::string& line : mentions_in(hit.get_document().get_data(), query.words)) {
                ++found.hits;
                found.shown += line.size();
            }
        return found;
    }

    Xapian::Database database_;
    Xapian::Stem stem_{"en"};
};

}  // namespace
}  // namespace minutes::bench

int main(int argc, char** argv) try {
    using namespace minutes::bench;
    return run_peer<Searcher>("naive_xapian", Arguments(argc, argv, kEngineOptions), build);
} catch (const Xapian::Error& error) {
    std::cerr << "naive_xapian: " << error.get_description() << '\n';
    return 2;
} catch (const std::exception& error) {
    std::cerr << "naive_xapian: " << error.what() << '\n';
    return 2;
}
