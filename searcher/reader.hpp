#pragma once

#include "corpus/problem.hpp"

#include <xapian.h>

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <thread>

namespace minutes {

class PassageColumns;
struct Found;
struct PassageGroups;
struct ShareTable;

/// A searcher's hold on an index. One thread at a time: Xapian objects are not shared between threads.
class Reader {
public:
    /// How passages are judged: by columns where these are sound, or by their records alone, which takes longer.
    enum class By { columns, records };

    /// Opens the current generation of the index at `dir`. Throws Error when there is none, when it is of another
    /// schema version, or when it cannot be read; the message says which command mends it.
    explicit Reader(std::string dir, By by = By::columns);

    /// Runs `read(const Xapian::Database&)` against one committed state and returns its result.
    /// A writer may overwrite blocks under a reader, and a database whose reopen() threw is broken for good: so any
    /// DatabaseError opens the index afresh and runs `read` again, at most kAttempts times. `read` must hand out
    /// values only, never Xapian objects, which would read lazily outside this shelter.
    template <typename Read>
    auto read(Read read) {
        for (int attempt = 1;; ++attempt) {
            try {
                if (!database_) open();
                return read(static_cast<const Xapian::Database&>(*database_));
            } catch (const Xapian::DatabaseError& error) {
                close();
                if (attempt == kAttempts) throw_unreadable(error);
                std::this_thread::sleep_for(std::chrono::milliseconds(5 << attempt));
            }
        }
    }

    /// Within `read`: the columns of the same state, or nullptr when they are not to be used or not sound.
    [[nodiscard]] const PassageColumns* columns() const { return columns_.get(); }

    /// Within `read`: what the files of the same state share out. Read when it is first asked for.
    [[nodiscard]] const ShareTable& shares();
    /// Within `read`, for a request that they answer: the passages in groups, or nullptr without sound columns or when it is the first
    /// such request of this state. To make them costs about as much as to answer a request without.
    [[nodiscard]] const PassageGroups* groups();

    /// Within `read`: what was kept under a key, for answers that are about the whole of this state; nullptr when nothing was. Few are kept.
    [[nodiscard]] const Found* whole(const std::string& key) const;
    void keep_whole(const std::string& key, const Found& found);

private:
    static constexpr int kAttempts = 6;
    static constexpr std::size_t kMostKept = 16;

    void open();
    void close();
    [[noreturn]] void throw_unreadable(const Xapian::DatabaseError& error) const;

    std::string dir_;
    By by_;
    std::unique_ptr<Xapian::Database> database_;
    std::shared_ptr<const PassageColumns> columns_;
    std::shared_ptr<const ShareTable> shares_;
    std::shared_ptr<const PassageGroups> groups_;
    bool groups_asked_ = false;
    std::map<std::string, std::shared_ptr<const Found>> whole_;
};

}  // namespace minutes
