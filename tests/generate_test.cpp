#include "corpus/generate.hpp"
#include "corpus/problem.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include <cctype>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <unistd.h>
#include <unordered_set>

using namespace minutes;
namespace fs = std::filesystem;

namespace {

/// A directory of its own for each test, gone when the test is.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("minutes-generate-" + std::to_string(::getpid()) + "-" + std::to_string(made++));
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    static inline int made = 0;
};

std::string contents(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

/// Every file but the settings of the folders, by its path from `root`, in order.
std::map<std::string, std::string> files_under(const fs::path& root) {
    std::map<std::string, std::string> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root))
        if (entry.is_regular_file() && entry.path().filename() != "minutes.json") files[fs::relative(entry.path(), root).string()] = contents(entry.path());
    return files;
}

std::vector<nlohmann::json> truths(const fs::path& root) {
    std::vector<nlohmann::json> lines;
    std::ifstream in(root / "truth.jsonl");
    for (std::string line; std::getline(in, line);) lines.push_back(nlohmann::json::parse(line));
    return lines;
}

/// The bytes of a passage's parts, joined by one space as the searched text is; the marker is still there.
std::string spanned(const std::string& text, const nlohmann::json& passage) {
    const nlohmann::json parts = passage.contains("parts") ? passage["parts"] : nlohmann::json::array({passage["span"]});
    std::string joined;
    for (const auto& part : parts) {
        if (!joined.empty()) joined += ' ';
        joined += text.substr(part[0], part[1].get<std::size_t>() - part[0].get<std::size_t>());
    }
    return joined;
}

std::size_t occurrences(const std::string& text, const std::string& needle) {
    std::size_t found = 0;
    for (std::size_t at = text.find(needle); at != std::string::npos; at = text.find(needle, at + 1)) ++found;
    return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_same_seed_gives_the_same_bytes_and_another_seed_others) {
    const Folder first, second, third;
    generate_corpus({first.path.string(), 7, 30});
    generate_corpus({second.path.string(), 7, 30});
    generate_corpus({third.path.string(), 8, 30});
    const auto files = files_under(first.path);
    BOOST_TEST(files.size() == 31u);
    BOOST_TEST((files == files_under(second.path)));
    std::size_t shared = 0;
    const auto others = files_under(third.path);
    for (const auto& [path, text] : others) shared += files.contains(path) && files.at(path) == text;
    BOOST_TEST(shared == 0u);
}

BOOST_AUTO_TEST_CASE(the_bytes_of_seed_1_are_those_of_every_machine) {
    const Folder folder;
    generate_corpus({folder.path.string(), 1, 25});
    std::uint64_t hash = 14695981039346656037u;  // FNV-1a
    for (const auto& [path, text] : files_under(folder.path))
        for (const std::string& part : {path, text})
            for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    BOOST_TEST(hash == 10944810785207619190u);  // changes with every change of the grammar: then write the new number here
}

BOOST_AUTO_TEST_CASE(the_truth_says_what_the_files_hold) {
    const Folder folder;
    const Generated generated = generate_corpus({folder.path.string(), 3, 100});
    std::uint64_t bytes = 0, passages = 0;
    std::set<std::string> layouts, kinds, roles;
    bool cut = false, broken = false;
    for (const auto& truth : truths(folder.path)) {
        const std::string text = contents(folder.path / truth["source"].get<std::string>());
        bytes += text.size();
        layouts.insert(truth["layout"].get<std::string>());
        std::size_t end = 0, planted = 0;
        for (const auto& item : truth["meetings"][0]["items"]) {
            BOOST_TEST(!item["passages"].empty() == (item["passages"].size() > 0));
            for (const auto& passage : item["passages"]) BOOST_TEST_CONTEXT(truth["source"] << ": " << passage["text"]) {
                const std::string claimed = passage["text"], there = spanned(text, passage);
                BOOST_TEST(there.ends_with(claimed));
                BOOST_TEST(there.size() - claimed.size() <= 40u);
                BOOST_TEST(passage["span"][0].get<std::size_t>() >= end);
                end = passage["span"][1];
                if (passage["number"].is_string()) BOOST_TEST(there.starts_with(passage["number"].get<std::string>()));
                for (const auto& speaker : passage["speakers"]) {
                    roles.insert(speaker["role"].get<std::string>());
                    if (speaker["surface"].is_string() && claimed.find("\n  ") == std::string::npos)
                        BOOST_TEST(claimed.find(speaker["surface"].get<std::string>()) != std::string::npos);
                }
                kinds.insert(passage["kind"].get<std::string>());
                cut |= passage["incomplete"].get<bool>();
                broken |= passage.contains("parts");
                planted += occurrences(claimed, "gency staff");
                ++passages;
            }
        }
        BOOST_TEST(truth["planted"].get<std::size_t>() == planted);
        BOOST_TEST(occurrences(text, "gency staff") == planted);
    }
    BOOST_TEST(bytes == generated.bytes);
    BOOST_TEST(passages == generated.passages);
    BOOST_TEST(generated.files == 100u);
    BOOST_TEST(layouts.size() == 5u);
    BOOST_TEST(kinds.size() == 6u);
    BOOST_TEST(roles.size() >= 11u);
    BOOST_TEST(cut);
    BOOST_TEST(broken);
}

BOOST_AUTO_TEST_CASE(the_phrase_agency_staff_is_planted_at_a_low_rate) {
    const Folder folder;
    const Generated generated = generate_corpus({folder.path.string(), 5, 200});
    std::uint64_t planted = 0;
    for (const auto& truth : truths(folder.path)) planted += truth["planted"].get<std::uint64_t>();
    BOOST_TEST(planted * 400 > generated.passages);
    BOOST_TEST(planted * 40 < generated.passages);
}

BOOST_AUTO_TEST_CASE(the_vocabulary_grows_as_that_of_real_text) {
    const Folder folder;
    generate_corpus({folder.path.string(), 11, 200});
    std::unordered_set<std::string> vocabulary;
    std::vector<std::size_t> sizes;  // of the vocabulary after each word
    for (const auto& truth : truths(folder.path)) {
        std::istringstream words(contents(folder.path / truth["source"].get<std::string>()));
        for (std::string word; words >> word;) {
            std::erase_if(word, [](unsigned char c) { return c < 0x80 && !std::isalnum(c); });
            for (char& c : word) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            if (!word.empty()) vocabulary.insert(word);
            sizes.push_back(vocabulary.size());
        }
    }
    const double exponent = std::log(double(sizes.back()) / double(sizes[sizes.size() / 16])) / std::log(16.0);
    BOOST_TEST_MESSAGE("words " << sizes.size() << ", vocabulary " << sizes.back() << ", Heaps exponent " << exponent);
    BOOST_TEST(exponent > 0.4);
    BOOST_TEST(exponent < 0.8);
    BOOST_TEST(sizes.back() > 6000u);
}

BOOST_AUTO_TEST_CASE(sentences_are_whole) {
    const Folder folder;
    generate_corpus({folder.path.string(), 13, 60});
    for (const auto& [path, text] : files_under(folder.path)) BOOST_TEST_CONTEXT(path) {
        for (const std::string mark : {"{", "~", "  .", " ,", "..  ", " a a", " a e", " an b", "BODY", " the the "})
            if (path != "truth.jsonl") BOOST_TEST(text.find(mark) == std::string::npos, mark);
    }
}

BOOST_AUTO_TEST_CASE(any_number_of_meetings_is_written) {
    for (const std::uint32_t meetings : {0u, 1u, 4u, 6u, 41u}) {
        const Folder folder;
        BOOST_TEST(generate_corpus({folder.path.string(), 2, meetings}).files == meetings);
        BOOST_TEST(truths(folder.path).size() == meetings);
    }
}

BOOST_AUTO_TEST_CASE(a_directory_that_holds_anything_is_refused) {
    const Folder folder;
    fs::create_directories(folder.path);
    std::ofstream(folder.path / "mine.txt") << "mine";
    BOOST_CHECK_THROW(generate_corpus({folder.path.string(), 1, 5}), Refused);
    BOOST_TEST(files_under(folder.path).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_directory_that_cannot_be_made_is_an_error) {
    const Folder folder;
    fs::create_directories(folder.path);
    std::ofstream(folder.path / "file") << "no directory";
    BOOST_CHECK_THROW(generate_corpus({(folder.path / "file").string(), 1, 5}), Error);
    BOOST_CHECK_THROW(generate_corpus({(folder.path / "file" / "below").string(), 1, 5}), Error);
}
