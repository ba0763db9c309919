#pragma once

#include <optional>
#include <string>

namespace minutes {

// DIR/current      one line: the name of the generation that readers open; replaced by one rename
// DIR/gen-000001/  a Xapian glass database
// DIR/lock         held by the one writer

/// Where the index lies: `option` if given, else $MINUTES_INDEX, else $XDG_DATA_HOME/minutes, else ~/.local/share/minutes.
[[nodiscard]] std::string index_place(const std::string& option);

/// Throws Error when `dir` exists and is neither empty nor an index, so that no folder of the user's is taken for one.
void require_index_place(const std::string& dir);

/// The path of the current generation, or nullopt if there is no index at `dir` yet.
/// Throws Error when `dir` exists but holds something else, or its generation is missing.
[[nodiscard]] std::optional<std::string> current_generation(const std::string& dir);

/// A path for the next generation, not yet created. REQUIRES: the caller holds the lock.
[[nodiscard]] std::string next_generation(const std::string& dir);

/// Makes `generation` what new readers open, then removes the older ones. A crash leaves the old index or the new one.
void publish_generation(const std::string& dir, const std::string& generation);

/// Removes what a crashed or interrupted --fresh has left: generations that are not current. REQUIRES: the lock.
void remove_unpublished(const std::string& dir);

/// Flushes a directory's entries to the disk: Xapian syncs files, never their directory.
void sync_directory(const std::string& dir);

/// The one writer's lock on an index, held until destruction or the end of the process.
class WriterLock {
public:
    /// Creates `dir` if need be. Throws Locked when another process holds it, Error when it cannot be taken.
    explicit WriterLock(const std::string& dir);
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

private:
    int fd_ = -1;
};

}  // namespace minutes
