// fts5 build PASSAGES DATABASE, then fts5 DATABASE QUERIES [as latency.cpp]: SQLite FTS5 as its documentation advises: an external
// content table, porter over unicode61, rows loaded in one transaction, then 'optimize'; facets are GROUP BY over the hits.
#include "benchmarks/measure.hpp"

#include <sqlite3.h>

#include <filesystem>
#include <memory>

namespace minutes::bench {
namespace {

/// A prepared statement; values are bound from 1 in order.
class Statement {
public:
    Statement(sqlite3* database, const std::string& sql) {
        if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement_, nullptr) != SQLITE_OK) throw Error(sql + ": " + sqlite3_errmsg(database));
    }
    ~Statement() { sqlite3_finalize(statement_); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(const std::vector<std::string>& values) {
        sqlite3_reset(statement_);
        for (std::size_t i = 0; i < values.size(); ++i)
            sqlite3_bind_text(statement_, static_cast<int>(i + 1), values[i].data(), static_cast<int>(values[i].size()), SQLITE_TRANSIENT);
        return *this;
    }
    /// Whether there is a row.
    bool step() {
        const int result = sqlite3_step(statement_);
        if (result != SQLITE_ROW && result != SQLITE_DONE) throw Error(sqlite3_errmsg(sqlite3_db_handle(statement_)));
        return result == SQLITE_ROW;
    }
    [[nodiscard]] std::string text(int column) const {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : std::string();
    }
    [[nodiscard]] std::uint64_t number(int column) const { return static_cast<std::uint64_t>(sqlite3_column_int64(statement_, column)); }

private:
    sqlite3_stmt* statement_ = nullptr;
};

class Database {
public:
    explicit Database(const std::string& path) {
        if (sqlite3_open(path.c_str(), &database_) != SQLITE_OK) throw Error(path + " cannot be opened");
        run("PRAGMA cache_size = -262144; PRAGMA mmap_size = 8589934592; PRAGMA temp_store = memory");
    }
    ~Database() { sqlite3_close(database_); }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void run(const std::string& sql) {
        if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) throw Error(sql + ": " + sqlite3_errmsg(database_));
    }
    [[nodiscard]] sqlite3* get() const { return database_; }

private:
    sqlite3* database_ = nullptr;
};

const std::vector<std::string> kColumns = {"council", "committee", "year", "kind"}, kTables = {"role", "speaker"};

void build(const std::string& passages, const std::string& path) {
    std::filesystem::remove(path);
    Database database(path);
    database.run(
        "CREATE TABLE passage(id INTEGER PRIMARY KEY, council TEXT, committee TEXT, year TEXT, kind TEXT, text TEXT);"
        "CREATE TABLE passage_role(id INTEGER, role TEXT, PRIMARY KEY(id, role)) WITHOUT ROWID;"
        "CREATE TABLE passage_speaker(id INTEGER, speaker TEXT, PRIMARY KEY(id, speaker)) WITHOUT ROWID;"
        "CREATE VIRTUAL TABLE words USING fts5(text, content='passage', content_rowid='id', tokenize='porter unicode61');"
        "BEGIN");
    Statement passage(database.get(), "INSERT INTO passage(council, committee, year, kind, text) VALUES(?,?,?,?,?)");
    Statement role(database.get(), "INSERT INTO passage_role VALUES(?,?)"), speaker(database.get(), "INSERT INTO passage_speaker VALUES(?,?)");
    read_passages(passages, [&](const Passage& row) {
        passage.bind({row.council, row.committee, row.year, row.kind, row.text}).step();
        const std::string id = std::to_string(sqlite3_last_insert_rowid(database.get()));
        for (const std::string& value : row.roles.empty() ? std::vector<std::string>{""} : row.roles) role.bind({id, value}).step();
        for (const std::string& value : row.persons.empty() ? std::vector<std::string>{""} : row.persons) speaker.bind({id, value}).step();
    });
    database.run("COMMIT; INSERT INTO words(words) VALUES('rebuild'); INSERT INTO words(words) VALUES('optimize')");
    for (const std::string& column : kColumns) database.run("CREATE INDEX by_" + column + " ON passage(" + column + ")");
    for (const std::string& table : kTables) database.run("CREATE INDEX by_" + table + " ON passage_" + table + "(" + table + ")");
    database.run("ANALYZE");
}

/// The query in FTS5's language; "" matches all.
std::string match_of(const Query& query) {
    if (query.form == "all") return {};
    if (query.form == "prefix") return query.words[0] + '*';
    if (query.form == "phrase" || query.form == "mentions") return '"' + joined(query.words, " ") + '"';
    return '"' + joined(query.words, query.form == "or" ? "\" OR \"" : "\" AND \"") + '"';
}

class Searcher {
public:
    explicit Searcher(const std::string& path) : database_(path) {
        database_.run("CREATE TEMP TABLE hit(id INTEGER PRIMARY KEY)");
    }

    Found ask(const Query& query) {
        const std::string match = match_of(query);
        if (query.form == "mentions") return mentions(match);
        Found found;
        const bool every = match.empty() && query.role.empty() && query.year.empty();
        const std::string from = every ? "passage" : "hit CROSS JOIN passage USING(id)";
        found.hits = every ? scalar("SELECT count(*) FROM passage") : fill(match, query.role, query.year);
        if (query.form == "count") {
            Statement cells(database_.get(), "SELECT role, year, count(*) FROM hit CROSS JOIN passage USING(id) CROSS JOIN passage_role USING(id) GROUP BY 1, 2");
            while (cells.step()) found.facets["cells"][cells.text(0) + '/' + cells.text(1)] = cells.number(2);
            return found;
        }
        found.shown = best(match, every, !query.role.empty() || !query.year.empty());
        for (const std::string& column : kColumns)
            if (column != "year" || query.year.empty()) facet(found, column, from);
        for (const std::string& table : kTables)
            if (table != "role" || query.role.empty()) facet(found, table, (every ? "" : "hit CROSS JOIN ") + ("passage_" + table) + (every ? "" : " USING(id)"));
        sideways(found, query, match);
        return found;
    }

private:
    std::uint64_t scalar(const std::string& sql) {
        Statement statement(database_.get(), sql);
        return statement.step() ? statement.number(0) : 0;
    }

    /// Puts the hits aside and counts them.
    std::uint64_t fill(const std::string& match, const std::string& role, const std::string& year) {
        database_.run("DELETE FROM hit");
        std::string tables = match.empty() ? "passage" : "words", id = match.empty() ? "passage.id" : "words.rowid", where = match.empty() ? "1" : "words MATCH ?";
        std::vector<std::string> values;
        if (!match.empty()) values.push_back(match);
        if (!role.empty()) {
            tables += " CROSS JOIN passage_role ON passage_role.id = " + id;   // CROSS: the words first, as the planner does not know how few they find
            where += " AND passage_role.role = ?";
            values.push_back(role);
        }
        if (!year.empty()) {
            if (!match.empty()) tables += " CROSS JOIN passage ON passage.id = words.rowid";
            where += " AND passage.year = ?";
            values.push_back(year);
        }
        Statement insert(database_.get(), "INSERT INTO hit SELECT " + id + " FROM " + tables + " WHERE " + where);
        insert.bind(values).step();
        return static_cast<std::uint64_t>(sqlite3_changes(database_.get()));
    }

    void facet(Found& found, const std::string& name, const std::string& from) {
        Statement counts(database_.get(), "SELECT " + name + ", count(*) FROM " + from + " GROUP BY 1");
        Totals& totals = found.facets[name];
        while (counts.step()) totals[counts.text(0)] = counts.number(1);
    }

    /// A facet with a selection is counted with that selection taken off.
    void sideways(Found& found, const Query& query, const std::string& match) {
        if (!query.role.empty()) {
            fill(match, "", query.year);
            facet(found, "role", "hit CROSS JOIN passage_role USING(id)");
        }
        if (!query.year.empty()) {
            fill(match, query.role, "");
            facet(found, "year", "hit CROSS JOIN passage USING(id)");
        }
    }

    std::size_t best(const std::string& match, bool every, bool filtered) {
        std::size_t shown = 0;
        const std::string in_hits = filtered ? " AND +words.rowid IN (SELECT id FROM hit)" : "";   // +: no search for each hit
        Statement top(database_.get(), match.empty() ? "SELECT passage.id, substr(text, 1, 240) FROM passage" + std::string(every ? "" : " CROSS JOIN hit USING(id)") + " ORDER BY passage.id LIMIT 10"
                                                     : "SELECT rowid, snippet(words, 0, '[', ']', '...', 32) FROM words WHERE words MATCH ?" + in_hits + " ORDER BY rank LIMIT 10");
        if (!match.empty()) top.bind({match});
        while (top.step()) shown += top.text(1).size();
        return shown;
    }

    Found mentions(const std::string& match) {
        Found found;
        Statement all(database_.get(), "SELECT highlight(words, 0, char(1), char(2)) FROM words CROSS JOIN passage ON passage.id = words.rowid WHERE words MATCH ? ORDER BY year, passage.id");
        all.bind({match});
        while (all.step()) {
            const std::string text = all.text(0);
            for (std::size_t at = text.find('\1'); at != std::string::npos; at = text.find('\1', at + 1)) {
                ++found.hits;
                found.shown += text.substr(at > 80 ? at - 80 : 0, 160).size();
            }
        }
        return found;
    }

    Database database_;
};

}  // namespace
}  // namespace minutes::bench

int main(int argc, char** argv) try {
    using namespace minutes::bench;
    return run_peer<Searcher>("fts5", Arguments(argc, argv, kEngineOptions), build);
} catch (const std::exception& error) {
    std::cerr << "fts5: " << error.what() << '\n';
    return 2;
}
