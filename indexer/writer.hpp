#pragma once

#include "indexer/file_record.hpp"
#include "indexer/record.hpp"

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

/// The writing end of one generation. Protocol: (apply* commit)*. The caller holds the WriterLock.
class IndexWriter {
public:
    /// Opens or creates the database at `path`. Throws Error for another schema version or a Xapian that loses data.
    explicit IndexWriter(const std::string& path);
    ~IndexWriter();
    IndexWriter(const IndexWriter&) = delete;
    IndexWriter& operator=(const IndexWriter&) = delete;

    /// The files known at the last commit.
    [[nodiscard]] std::vector<FileRecord> files() const;

    /// Applies whole files and makes them durable: all of `batch` or, after a crash, nothing of it. A file that Xapian
    /// refuses is recorded as skipped instead of spoiling the batch; its path and the reason are returned.
    std::vector<std::pair<std::string, std::string>> commit(const std::vector<FileChange>& batch);

    [[nodiscard]] std::uint64_t passages() const;

private:
    struct State;
    void open();
    void write(const FileChange& change);
    void write_batch(const std::vector<FileChange>& batch);

    std::string path_;
    std::unique_ptr<State> state_;
};

}  // namespace minutes
