#include "searcher/index_check.hpp"

#include "corpus/document.hpp"
#include "corpus/limited_child.hpp"
#include "corpus/problem.hpp"
#include "corpus/read_document.hpp"
#include "indexer/index_directory.hpp"
#include "indexer/passage_document.hpp"
#include "indexer/schema.hpp"
#include "indexer/totals.hpp"
#include "indexer/word_shares.hpp"
#include "searcher/base.hpp"
#include "searcher/column_check.hpp"
#include "searcher/passage_columns.hpp"

#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <sstream>

namespace minutes {
namespace {

// A large index takes long; what must end a child is a loop over blocks that point at each other.
constexpr ChildLimits kLimits{4 * 3600, 12 * 3600, std::uint64_t{16} << 30, 16u << 20};

constexpr char kDatabase[] = "database", kDocuments[] = "documents", kFileRecords[] = "file records", kTotals[] = "totals", kColumns_[] = "columns";

std::string one_line(std::string text) {
    std::replace_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return text;
}

/// Faults by part, the first of each, as lines that a child hands to its parent: part, tab, what.
class Faults {
public:
    void add(const std::string& part, const std::string& what) {
        if (++seen_[part] <= kFaultsListed) lines_ += one_line(part) + "\t" + one_line(what) + "\n";
        else ++unlisted_;
    }
    /// Numbers in front: known files, records, faults beyond those listed.
    [[nodiscard]] std::string told(std::uint64_t files, std::uint64_t records) const {
        return std::to_string(files) + "\t" + std::to_string(records) + "\t" + std::to_string(unlisted_) + "\n" + lines_;
    }

private:
    std::map<std::string, std::size_t> seen_;
    std::string lines_;
    std::uint64_t unlisted_ = 0;
};

/// A number that stands for a posting: sums of these are the same for the same postings in any order.
std::uint64_t posting_hash(std::uint64_t term_hash, Xapian::docid id, Xapian::termcount wdf) {
    std::uint64_t hash = term_hash ^ (std::uint64_t{id} << 32 | wdf) * 0x9E3779B97F4A7C15u;
    hash = (hash ^ hash >> 30) * 0xBF58476D1CE4E5B9u;
    hash = (hash ^ hash >> 27) * 0x94D049BB133111EBu;
    return hash ^ hash >> 31;
}

std::uint64_t term_hash(const std::string& term) { return std::hash<std::string>()(term); }

/// The documents of a database against what they are when computed anew from their records.
class DocumentCheck {
public:
    explicit DocumentCheck(const std::string& path) : database_(path, Xapian::DB_BACKEND_GLASS) {
        if (database_.get_metadata(kColumnsKey).empty() && database_.get_termfreq(make_term(*field_named("type"), "passage")) == 0) return;  // nothing was committed yet
        try {
            columns_.emplace(path, database_);
        } catch (const Error& error) {
            faults_.add(kColumns_, error.what());
        }
    }

    std::string run() {
        const std::string file = make_term(*field_named("type"), "file"), passage = make_term(*field_named("type"), "passage");
        for (auto id = database_.postlist_begin(file); id != database_.postlist_end(file); ++id) check_file(*id);
        if (postings_of_terms() != postings_) faults_.add(kDatabase, "the lists of documents by term are not those of the documents");
        check_lists(database_.get_termfreq(passage));
        const std::uint64_t records = database_.get_termfreq(passage), documents = database_.get_doccount();
        if (records_ != records || records_ + files_ != documents)
            faults_.add(kTotals, "of " + std::to_string(documents) + " documents " + std::to_string(records_) + " were found as records of " + std::to_string(files_) + " files");
        if (decode_totals(database_.get_metadata(kTotalsKey)) != totals_.now()) faults_.add(kTotals, "the sums of the index are not those of its files");
        return faults_.told(files_, records_);
    }

private:
    Xapian::Database database_;
    std::optional<PassageColumns> columns_;
    Faults faults_;
    RunningTotals totals_;
    std::uint64_t files_ = 0, records_ = 0, postings_ = 0;

    void check_file(Xapian::docid id) {
        ++files_;
        const Xapian::Document document = database_.get_document(id);
        FileRecord file;
        try {
            file = decode_file_record(document.get_data());
        } catch (const Error& error) {
            return faults_.add(kFileRecords, "document " + std::to_string(id) + ": " + error.what());
        }
        file.shares = document.get_value(kSharesSlot);
        add_postings(id, document);
        if (file.state == FileRecord::State::indexed) totals_.add(file);
        const std::vector<Record> records = check_records(file);
        if (encode_shares(shares_of(file, records)) != file.shares && !(records.empty() && file.shares.empty()))
            faults_.add(kFileRecords, file.path + ": what its records share out is not what was noted of it");
    }

    std::vector<Record> check_records(const FileRecord& file) {
        std::vector<Record> records;
        const std::string term = make_term(*field_named("file"), file.path);
        for (auto id = database_.postlist_begin(term); id != database_.postlist_end(term); ++id) {
            ++records_;
            if (std::optional<Record> record = check_record(*id)) {
                if (record->path != file.path || record->sha256 != file.sha256) faults_.add(kDocuments, "document " + std::to_string(*id) + ": is of another state of " + file.path);
                records.push_back(std::move(*record));
            }
        }
        return records;
    }

    std::optional<Record> check_record(Xapian::docid id) {
        const std::string name = "document " + std::to_string(id);
        const Xapian::Document document = database_.get_document(id);
        add_postings(id, document);
        try {
            Record record = decode_record(document.get_data());
            const Tokens body = tokenise(record.text);
            if (body.words != record.words || terms_and_values(record, body) != terms_and_values(document))
                faults_.add(kDocuments, name + " (" + record.id + "): its terms are not those of its text");
            check_columns(id, record, body);
            return record;
        } catch (const Error& error) {
            faults_.add(kDocuments, name + ": " + error.what());
            return std::nullopt;
        }
    }

    void add_postings(Xapian::docid id, const Xapian::Document& document) {
        std::uint64_t length = 0;
        for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
            postings_ += posting_hash(term_hash(*term), id, term.get_wdf());
            length += term.get_wdf();
        }
        if (database_.get_doclength(id) != length) faults_.add(kDatabase, "the length noted of document " + std::to_string(id) + " is not its own");
    }

    std::uint64_t postings_of_terms() const {
        std::uint64_t sum = 0;
        for (auto term = database_.allterms_begin(); term != database_.allterms_end(); ++term) {
            const std::uint64_t hash = term_hash(*term);
            for (auto posting = database_.postlist_begin(*term); posting != database_.postlist_end(*term); ++posting) sum += posting_hash(hash, *posting, posting.get_wdf());
        }
        return sum;
    }

    void check_lists(std::uint64_t records) {
        if (!columns_) return;
        try {
            if (const std::string_view column = differing_lists(*columns_, records); !column.empty()) faults_.add(std::string(column), "says something else than the columns beside it and the documents");
        } catch (const Error& error) {
            faults_.add(kColumns_, error.what());
        }
    }

    void check_columns(Xapian::docid id, const Record& record, const Tokens& body) {
        if (!columns_) return;
        try {
            if (const std::string_view column = differing_column(*columns_, id, record, body); !column.empty())
                faults_.add(std::string(column), "says something else of document " + std::to_string(id) + " (" + record.id + ") than its record");
        } catch (const ColumnsDamaged&) {
            faults_.add(kColumns_, "lead nowhere from document " + std::to_string(id) + " (" + record.id + ")");
        }
    }
};

/// What Xapian says of its own files; "" if it finds nothing.
std::string database_fault(const std::string& path) {
    std::ostringstream out;
    try {
        const std::size_t faults = Xapian::Database::check(path, 0, &out);
        return faults == 0 ? "" : std::to_string(faults) + " faults; the first: " + out.str().substr(0, out.str().find('\n'));
    } catch (const Xapian::Error& error) {
        return error.get_description();
    }
}

std::string checked_documents(const std::string& path) {
    try {
        return DocumentCheck(path).run();
    } catch (const Xapian::Error& error) {
        return "0\t0\t0\n" + std::string(kDatabase) + "\t" + one_line(error.get_description()) + "\n";
    } catch (const Error& error) {
        return "0\t0\t0\n" + std::string(kTotals) + "\t" + one_line(error.what()) + "\n";
    }
}

void read_told(const std::string& told, IndexCheck& check) {
    std::istringstream lines(told);
    lines >> check.files >> check.records >> check.unlisted;
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        const std::size_t tab = line.find('\t');
        if (tab != std::string::npos) check.faults.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
}

/// Runs a part of the check in a child; a fault says how it ended if it came to no good end.
std::string in_child(const std::function<std::string()>& work, IndexCheck& check) {
    const ChildResult result = run_forked(work, kLimits);
    if (result.ending == ChildResult::Ending::finished) return result.output;
    check.faults.push_back({kDatabase, result.ending == ChildResult::Ending::crashed ? "reading it makes the reader fail" : "reading it " + why_ended(result, kLimits)});
    return {};
}

std::string source_fault(const FileRecord& file) {
    const auto read = read_bytes(file.path);
    if (const Skipped* const skipped = std::get_if<Skipped>(&read)) return skipped->reason;
    return sha256_hex(std::get<std::string>(read)) == file.sha256 ? "" : "has other bytes than were indexed";
}

void check_sources(IndexCheck& check) {
    check.sources_read = true;
    for (const FileRecord& file : file_records(Xapian::Database(check.generation, Xapian::DB_BACKEND_GLASS))) {
        if (file.state == FileRecord::State::skipped) continue;
        ++check.sources;
        if (std::string fault = source_fault(file); !fault.empty()) check.sources_differ.push_back({file.path, std::move(fault)});
    }
}

/// Held while the index is checked, so that nobody changes it meanwhile; none where the index cannot be written anyway.
std::unique_ptr<WriterLock> lock_if_possible(const std::string& dir) {
    try {
        return std::make_unique<WriterLock>(dir);
    } catch (const Locked&) {
        throw;
    } catch (const Error&) {
        return nullptr;
    }
}

std::string schema_fault(const std::string& path) {
    try {
        const std::string version = Xapian::Database(path, Xapian::DB_BACKEND_GLASS).get_metadata(kSchemaVersionKey);
        return version == std::to_string(kSchemaVersion) ? "" : "is of schema version " + (version.empty() ? "unknown" : version) + ", this command reads version " + std::to_string(kSchemaVersion);
    } catch (const Xapian::Error& error) {
        return error.get_description();
    }
}

}  // namespace

IndexCheck check_index(const std::string& dir, bool sources) {
    const std::optional<std::string> generation = current_generation(dir);
    if (!generation) throw Error(dir + ": there is no index; make one with: minutes index PATH...");
    const std::unique_ptr<WriterLock> lock = lock_if_possible(dir);
    IndexCheck check;
    check.generation = *generation;
    std::string fault = in_child([&] { return schema_fault(*generation); }, check);
    check.database_read = access(generation->c_str(), W_OK) == 0;
    if (fault.empty() && check.sound() && check.database_read) fault = in_child([&] { return database_fault(*generation); }, check);
    if (!fault.empty()) check.faults.push_back({kDatabase, one_line(std::move(fault))});
    // Of a database whose blocks do not hang together nothing more is believed.
    if (check.sound()) read_told(in_child([&] { return checked_documents(*generation); }, check), check);
    if (check.sound() && sources) check_sources(check);
    return check;
}

}  // namespace minutes
