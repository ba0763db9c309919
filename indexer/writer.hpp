#pragma once

#include "indexer/file_record.hpp"
#include "indexer/record.hpp"
#include "indexer/totals.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace minutes {

/// One file's change to the index.
struct FileChange {
    enum class What {
        replace,  ///< record and passages replace whatever was known under the path
        touch,    ///< only the record is replaced: the bytes are the same, time or place changed
        remove    ///< record and passages are taken out; only `file.path` counts
    };

    What what = What::replace;
    FileRecord file;
    std::vector<Record> passages;  ///< none for skipped files and duplicates
};

/// The files that the generation at `path` knows, in no order. Throws Error when it cannot be read.
[[nodiscard]] std::vector<FileRecord> read_file_records(const std::string& path);

/// Versions of the libraries that words and stems depend on: "Xapian 1.4.22, Unicode 14.0".
[[nodiscard]] std::string term_versions();

/// The writing end of one generation. Protocol: (apply* commit)*. The caller holds the WriterLock.
class IndexWriter {
public:
    /// Opens or creates the database at `path`. Throws Error for another schema version or a Xapian that loses data.
    explicit IndexWriter(const std::string& path);
    ~IndexWriter();
    IndexWriter(const IndexWriter&) = delete;
    IndexWriter& operator=(const IndexWriter&) = delete;

    /// Applies whole files and makes them durable: all of `batch` or, after a crash, nothing of it. A file that Xapian
    /// refuses is recorded as skipped instead of spoiling the batch; its path and the reason are returned.
    /// Throws Error, with nothing of the batch written, when the disk or the index itself fails. `totals` are those of
    /// all files after the batch.
    std::vector<std::pair<std::string, std::string>> commit(const std::vector<FileChange>& batch, const Totals& totals);

private:
    struct State;
    void open();
    void write(const FileChange& change);
    void write_batch(const std::vector<FileChange>& batch, const Totals& totals);
    void reopen();

    std::string path_;
    std::unique_ptr<State> state_;
};

}  // namespace minutes
