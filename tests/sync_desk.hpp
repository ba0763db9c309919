#pragma once

#include "corpus/problem.hpp"
#include "indexer/index_directory.hpp"
#include "indexer/schema.hpp"
#include "indexer/sync.hpp"
#include "indexer/writer.hpp"
#include "searcher/reader.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace minutes::test {

namespace fs = std::filesystem;

inline const std::atomic<bool> kNever{false};

inline SyncSummary sync(const SyncOptions& options) {
    return sync_index(options, [](std::uint64_t, std::uint64_t, const std::string&) {}, kNever);
}

/// Minutes of `items` items, of a meeting that `day` and `word` tell from others.
inline std::string minutes_of(int day, const std::string& word, int items = 3) {
    std::string text = "EASTMOOR COUNCIL\n\nMinutes of the Scrutiny Panel held on " + std::to_string(day % 28 + 1) + " March " + std::to_string(2000 + day / 28) +
                       "\n\nPRESENT: Councillor Ashdown (Chair) and Councillor Birch.\n\n";
    for (int i = 1; i <= items; ++i)
        text += std::to_string(i) + ". BUSINESS " + std::string(1, static_cast<char>('A' + i)) + "\n\nThe Chair reported that " + word + " number " +
                std::to_string(i) + " was under way.\n\nCouncillor Birch asked about the cost of " + word + ".\n\n";
    return text;
}

/// A folder of texts and an index beside it.
struct Desk {
    Workspace work;
    std::string texts = (work.path() / "texts").string(), index = (work.path() / "index").string();

    Desk() { fs::create_directories(texts); }
    std::string write(const std::string& name, const std::string& bytes) const { return work.write("texts/" + name, bytes).string(); }
    [[nodiscard]] SyncOptions options() const {
        SyncOptions options;
        options.paths = {texts};
        options.index = index;
        return options;
    }
    SyncSummary update() const { return sync(options()); }
};

/// Everything that stands in an index, comparable: all terms, values and data of every passage, and every file's record.
struct Contents {
    std::multiset<std::string> passages;
    std::map<std::string, std::string> files;  ///< path -> state, note, meetings
    bool operator==(const Contents&) const = default;
};

inline std::string shown(const Xapian::Document& document) {
    std::string text;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) text += *term + ":" + std::to_string(term.get_wdf()) + " ";
    for (auto value = document.values_begin(); value != document.values_end(); ++value) text += std::to_string(value.get_valueno()) + "=" + *value + " ";
    return text + document.get_data();
}

inline std::string shown(FileRecord file) {
    file.seen_ns = file.mtime_ns = file.ctime_ns = 0;
    file.inode = 0;
    return encode_file_record(file);
}

inline Contents contents_of(const std::string& index) {
    Reader reader(index);
    return reader.read([](const Xapian::Database& database) {
        Contents contents;
        const std::string passage = make_term(*field_named("type"), "passage"), file = make_term(*field_named("type"), "file");
        for (auto id = database.postlist_begin(passage); id != database.postlist_end(passage); ++id)
            contents.passages.insert(shown(database.get_document(*id)));
        for (auto id = database.postlist_begin(file); id != database.postlist_end(file); ++id) {
            const FileRecord record = decode_file_record(database.get_document(*id).get_data());
            contents.files[record.path] = shown(record);
        }
        BOOST_TEST(contents.passages.size() + contents.files.size() == database.get_doccount());
        return contents;
    });
}

inline std::vector<Record> records_of(const std::string& index) {
    Reader reader(index);
    return reader.read([](const Xapian::Database& database) {
        std::vector<Record> records;
        const std::string passage = make_term(*field_named("type"), "passage");
        for (auto id = database.postlist_begin(passage); id != database.postlist_end(passage); ++id)
            records.push_back(decode_record(database.get_document(*id).get_data()));
        return records;
    });
}

inline std::size_t passages_with(const std::string& index, const std::string& word) {
    const std::vector<Record> records = records_of(index);
    return static_cast<std::size_t>(std::count_if(records.begin(), records.end(), [&](const Record& r) { return r.text.find(word) != std::string::npos; }));
}

/// The contents that a build from nothing gives.
inline Contents fresh_contents(const Desk& desk) {
    const Workspace elsewhere;
    SyncOptions options = desk.options();
    options.index = (elsewhere.path() / "index").string();
    (void)sync(options);
    return contents_of(options.index);
}

/// "added 1, changed 0, removed 0, unchanged 2, duplicates 0"
inline std::string shown(const SyncSummary& s) {
    return "added " + std::to_string(s.added) + ", changed " + std::to_string(s.changed) + ", removed " + std::to_string(s.removed) + ", unchanged " +
           std::to_string(s.unchanged) + ", duplicates " + std::to_string(s.duplicates);
}

inline bool says(const std::exception& error, const std::string& words) { return std::string(error.what()).find(words) != std::string::npos; }
}  // namespace minutes::test
