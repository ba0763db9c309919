#include "indexer/writer.hpp"

#include "analyzers/tokens.hpp"
#include "corpus/problem.hpp"
#include "indexer/column_writer.hpp"
#include "indexer/index_directory.hpp"
#include "indexer/passage_document.hpp"
#include "indexer/schema.hpp"

#include <unicode/uchar.h>
#include <unicode/uvernum.h>
#include <xapian.h>

#include <optional>

namespace minutes {
namespace {

/// Terms of the documents that stand for files; not among the fields, for nobody searches them.
constexpr std::string_view kFilePrefix = "XFILE:";

std::string file_term(const std::string& path) { return make_term(kFilePrefix, path); }
std::string passages_of_file_term(const std::string& path) { return make_term(*field_named("file"), path); }

Xapian::Document file_document(const FileRecord& file) {
    Xapian::Document document;
    document.set_data(encode_file_record(file));
    document.add_boolean_term(make_term(*field_named("type"), "file"));
    document.add_boolean_term(file_term(file.path));
    if (!file.shares.empty()) document.add_value(kSharesSlot, file.shares);
    return document;
}

[[noreturn]] void throw_unusable(const std::string& path, const char* what, const Xapian::Error& error) {
    std::string why = error.get_msg();
    if (const char* system = error.get_error_string()) why += std::string(": ") + system;
    throw Error(path + ": " + what + " (" + why + ")");
}

void refuse_other_schema(const Xapian::Database& database, const std::string& path) {
    const std::string version = database.get_metadata(kSchemaVersionKey);
    const bool new_database = version.empty() && database.get_lastdocid() == 0;
    if (new_database || version == std::to_string(kSchemaVersion)) return;
    throw Error(path + ": is of schema version " + (version.empty() ? "unknown" : version) + ", this command writes version " +
                std::to_string(kSchemaVersion) + "; rebuild it with: minutes index --fresh PATH...");
}

void refuse_old_xapian() {
    // 1.4.22 cured a loss of data on a full disk.
    if (Xapian::major_version() * 1'000'000 + Xapian::minor_version() * 1'000 + Xapian::revision() < 1'004'022)
        throw Error(std::string("Xapian ") + Xapian::version_string() + " can lose data on a full disk; install 1.4.22 or later");
}

}  // namespace

struct IndexWriter::State {
    Xapian::WritableDatabase database;
    std::optional<ColumnWriter> columns = std::nullopt;
};

namespace {

/// The columns of a database, computed from its records: for an index whose column files were lost or spoilt.
ColumnWriter columns_made_anew(Xapian::WritableDatabase& database, const std::string& path) {
    ColumnWriter columns(path, database.get_uuid(), ColumnLengths{});
    const std::string passages = make_term(*field_named("type"), "passage");
    for (auto id = database.postlist_begin(passages); id != database.postlist_end(passages); ++id) {
        const Record record = decode_record(database.get_document(*id).get_data());
        columns.add(*id, record, tokenise(record.text));
    }
    database.set_metadata(kColumnsKey, encode_lengths(columns.flush()));
    database.commit();
    return columns;
}

ColumnWriter open_columns(Xapian::WritableDatabase& database, const std::string& path) {
    try {
        return ColumnWriter(path, database.get_uuid(), decode_lengths(database.get_metadata(kColumnsKey)));
    } catch (const Error&) {
        return columns_made_anew(database, path);
    }
}

}  // namespace

IndexWriter::IndexWriter(const std::string& path) : path_(path) {
    refuse_old_xapian();
    try {
        open();
    } catch (const Xapian::Error& error) {
        throw_unusable(path, "cannot be opened for writing; if its folder can be written, rebuild it with: minutes index --fresh PATH...", error);
    }
}

IndexWriter::~IndexWriter() = default;

void IndexWriter::open() {
    try {
        const int flags = Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS;
        state_ = std::make_unique<State>(State{Xapian::WritableDatabase(path_, flags)});
    } catch (const Xapian::DatabaseLockError& locked) {
        throw Locked(path_ + ": another process is writing this index (" + locked.get_msg() + "); wait until it has finished and run again");
    }
    Xapian::WritableDatabase& database = state_->database;
    refuse_other_schema(database, path_);
    state_->columns.emplace(open_columns(database, path_));
    const std::string versions = std::string("ICU ") + U_ICU_VERSION + ", " + term_versions() + ", stemmer english";
    if (database.get_metadata("made-by") == versions) return;
    database.set_metadata(kSchemaVersionKey, std::to_string(kSchemaVersion));
    database.set_metadata("made-by", versions);
    database.commit();
    sync_directory(path_);
}

void IndexWriter::reopen() {
    state_.reset();  // an open transaction is cancelled, not committed
    open();
}

std::vector<FileRecord> read_file_records(const std::string& path) {
    try {
        // The glass flag matters: without it Xapian follows stub files, which can name programs to run.
        const auto database = std::make_unique<Xapian::Database>(path, Xapian::DB_BACKEND_GLASS);
        refuse_other_schema(*database, path);
        std::vector<FileRecord> files;
        const std::string term = make_term(*field_named("type"), "file");
        for (auto id = database->postlist_begin(term); id != database->postlist_end(term); ++id) {
            const Xapian::Document document = database->get_document(*id);
            files.push_back(decode_file_record(document.get_data()));
            files.back().shares = document.get_value(kSharesSlot);
        }
        return files;
    } catch (const Xapian::Error& error) {
        throw_unusable(path, "cannot be read; rebuild it with: minutes index --fresh PATH...", error);
    }
}

std::string term_versions() {
    UVersionInfo unicode;
    u_getUnicodeVersion(unicode);
    return std::string("Xapian ") + Xapian::version_string() + ", Unicode " + std::to_string(unicode[0]) + "." + std::to_string(unicode[1]);
}

void IndexWriter::write(const FileChange& change) {
    Xapian::WritableDatabase& database = state_->database;
    if (change.what != FileChange::What::touch) {
        const std::string passages = passages_of_file_term(change.file.path);
        for (auto id = database.postlist_begin(passages); id != database.postlist_end(passages); ++id) state_->columns->remove(*id);
        database.delete_document(passages);
    }
    if (change.what == FileChange::What::remove) {
        database.delete_document(file_term(change.file.path));
        return;
    }
    for (const Record& record : change.passages) {
        const Tokens body = tokenise(record.text);
        state_->columns->add(database.add_document(passage_document(record, body)), record, body);
    }
    database.replace_document(file_term(change.file.path), file_document(change.file));
}

void IndexWriter::write_batch(const std::vector<FileChange>& batch, const Totals& totals) {
    state_->database.begin_transaction(false);
    for (const FileChange& change : batch) write(change);
    state_->database.set_metadata(kTotalsKey, encode_totals(totals));
    // The columns reach the disk before the database says how long they are.
    state_->database.set_metadata(kColumnsKey, encode_lengths(state_->columns->flush()));
    state_->database.commit_transaction();
    state_->database.commit();
    sync_directory(path_);  // Xapian renames a file into place and leaves that to chance
}

std::vector<std::pair<std::string, std::string>> IndexWriter::commit(const std::vector<FileChange>& batch, const Totals& totals) try {
    try {
        write_batch(batch, totals);
        return {};
    } catch (const Xapian::DatabaseError&) {
        throw;  // the disk or the index, not one of the files
    } catch (const Xapian::Error&) {
        // Xapian has thrown the whole batch away. Start again from the last commit, a file at a time.
    }
    std::vector<std::pair<std::string, std::string>> refused;
    reopen();
    for (const FileChange& change : batch) {
        try {
            write_batch({change}, totals);
        } catch (const Xapian::DatabaseError&) {
            throw;
        } catch (const Xapian::Error& error) {
            reopen();
            FileChange skipped{FileChange::What::replace, change.file, {}};
            skipped.file.state = FileRecord::State::skipped;
            skipped.file.note = "the index does not take it: " + error.get_msg();
            skipped.file.meetings.clear();
            skipped.file.shares.clear();
            refused.emplace_back(skipped.file.path, skipped.file.note);
            write_batch({skipped}, totals);
        }
    }
    return refused;
} catch (const Xapian::Error& error) {
    throw_unusable(path_, "cannot be written; what was committed before is safe. Check the disk and run again", error);
}

}  // namespace minutes
