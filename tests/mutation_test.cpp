#include "analyzers/segment.hpp"
#include "analyzers/structure/plain_text.hpp"
#include "corpus/decode.hpp"
#include "corpus/generate.hpp"
#include "tests/tiling_fault.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <unistd.h>
#include <vector>

using namespace minutes;
namespace fs = std::filesystem;

// Damages documents as copying, conversion and editing do, and asks that reading them stays total: every byte in one
// passage or one named discard, spans on code points, no exception, in bounded time. Some damage may change nothing.

namespace {

#ifdef MINUTES_SANITIZED
constexpr int kRounds = 1;
#else
constexpr int kRounds = 2;
#endif

using Random = std::mt19937;
using Texts = std::vector<std::string>;

std::size_t below(Random& random, std::size_t n) { return n == 0 ? 0 : random() % n; }

struct Source {
    std::string name, text;
    bool ours = false;   ///< invented, so its spacing is known
};

void add_folder(std::vector<Source>& sources, const fs::path& folder, bool ours) {
    if (!fs::exists(folder)) return;
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if ((entry.path().extension() == ".txt" || entry.path().extension() == ".md") && entry.path().filename() != "README.md") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) {
        std::ifstream in(path, std::ios::binary);
        sources.push_back({path.filename().string(), std::string(std::istreambuf_iterator<char>(in), {}), ours});
    }
}

/// Invented minutes of all layouts, those of the sample corpus, and real ones where they stand beside the sources.
const std::vector<Source>& sources() {
    static const std::vector<Source> all = [] {
        std::vector<Source> made;
        const fs::path folder = fs::temp_directory_path() / ("minutes-mutation-" + std::to_string(::getpid()));
        generate_corpus({folder.string(), 11, 12});
        add_folder(made, folder, true);
        fs::remove_all(folder);
        add_folder(made, std::string(MINUTES_SOURCE) + "/corpus/sample", true);
        for (const char* path : {"/../shared/minutes", "/../shared/skeletons"}) add_folder(made, std::string(MINUTES_SOURCE) + path, false);
        return made;
    }();
    return all;
}

Texts lines_of(const std::string& text) {
    Texts lines{""};
    for (const char c : text) {
        if (c == '\n') lines.emplace_back();
        else lines.back() += c;
    }
    return lines;
}

std::string joined(const Texts& lines, const std::string& by = "\n") {
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) text += (i > 0 ? by : "") + lines[i];
    return text;
}

std::string with_case(std::string text, bool upper) {
    for (char& c : text) {
        if (upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
        if (!upper && c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return text;
}

Texts wrapped(const std::string& line, std::size_t width) {
    Texts lines{""};
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        if (!lines.back().empty() && lines.back().size() + end - at > width) lines.emplace_back();
        lines.back() += (lines.back().empty() ? "" : " ") + line.substr(at, end - at);
        at = end + 1;
    }
    return lines;
}

std::string every_line(const std::string& text, Random& random, std::string (*change)(const std::string&, Random&)) {
    Texts lines = lines_of(text);
    for (std::string& line : lines)
        if (below(random, 4) == 0) line = change(line, random);
    return joined(lines);
}

std::string drop_lines(const std::string& text, Random& random) {
    Texts lines = lines_of(text);
    std::erase_if(lines, [&](const std::string&) { return below(random, 8) == 0; });
    return joined(lines);
}

std::string rewrap(const std::string& text, Random& random) {
    Texts lines;
    const std::size_t width = 20 + below(random, 100);
    for (const std::string& line : lines_of(text))
        for (std::string& piece : wrapped(line, width)) lines.push_back(std::move(piece));
    return joined(lines);
}

std::string swap_blocks(const std::string& text, Random& random) {
    if (text.size() < 4) return text;
    std::size_t cuts[4];
    for (std::size_t& cut : cuts) cut = below(random, text.size());
    std::sort(std::begin(cuts), std::end(cuts));
    return text.substr(0, cuts[0]) + text.substr(cuts[2], cuts[3] - cuts[2]) + text.substr(cuts[1], cuts[2] - cuts[1]) + text.substr(cuts[0], cuts[1] - cuts[0]) + text.substr(cuts[3]);
}

std::string with_pages(const std::string& text, Random& random) {
    Texts lines = lines_of(text), out;
    const std::size_t page = 5 + below(random, 40);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        out.push_back(lines[i]);
        if ((i + 1) % page != 0) continue;
        out.push_back("Page " + std::to_string(i / page + 1));
        out.push_back("\fELM COUNCIL MINUTES OF THE ROADS PANEL");
    }
    return joined(out);
}

struct Mutation {
    const char* name;
    std::string (*change)(const std::string&, Random&);
};

constexpr Mutation kMutations[] = {
    {"drop lines", drop_lines},
    {"repeat lines", [](const std::string& text, Random& random) { return every_line(text, random, [](const std::string& line, Random&) { return line + "\n" + line; }); }},
    {"indent lines", [](const std::string& text, Random& random) { return every_line(text, random, [](const std::string& line, Random& r) { return std::string(below(r, 12), ' ') + "\t" + line; }); }},
    {"re-case lines", [](const std::string& text, Random& random) { return every_line(text, random, [](const std::string& line, Random& r) { return with_case(line, below(r, 2) == 0); }); }},
    {"re-wrap", rewrap},
    {"cut the end", [](const std::string& text, Random& random) { return text.substr(0, below(random, text.size() + 1)); }},
    {"cut the begin", [](const std::string& text, Random& random) { return text.substr(below(random, text.size() + 1)); }},
    {"join all lines", [](const std::string& text, Random& random) { return joined(lines_of(text), below(random, 2) == 0 ? " " : ""); }},
    {"double spacing", [](const std::string& text, Random&) { return joined(lines_of(text), "\n\n"); }},
    {"carriage returns", [](const std::string& text, Random& random) { return joined(lines_of(text), below(random, 2) == 0 ? "\r\n" : "\r"); }},
    {"swap blocks", swap_blocks},
    {"pages", with_pages},
    {"drop bytes", [](const std::string& text, Random& random) {
         std::string changed = text;
         for (int i = 0; i < 40 && !changed.empty(); ++i) changed.erase(below(random, changed.size()), 1 + below(random, 3));
         return changed;
     }},
};

double seconds_since(std::chrono::steady_clock::time_point begin) { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(); }

/// As read_document() makes it: bytes that are no UTF-8 any more are decoded.
Document document_of(const std::string& bytes) { return make_document("case.txt", decode_text(bytes).text); }

std::string fault_of(const std::string& text) {
    const Document doc = document_of(text);
    const auto begin = std::chrono::steady_clock::now();
    const Segmented segmented = segment(doc);
    if (seconds_since(begin) > 10) return "too slow";   // of a few hundred kilobytes
    return tiling_fault(doc, segmented);
}

/// The items of a reading and who speaks in them, a line each.
std::string digest_of(const Segmented& segmented, std::size_t meetings = SIZE_MAX) {
    std::string digest;
    for (std::size_t m = 0; m < std::min(meetings, segmented.meetings.size()); ++m) {
        digest += "meeting " + segmented.meetings[m].date.value + "\n";
        for (const Item& item : segmented.meetings[m].items) {
            digest += "  " + item.number + " " + item.title + "\n";
            for (const Passage& passage : item.passages)
                for (const Speaker& speaker : passage.speakers) digest += "    " + std::string(name_of(speaker.role)) + " " + speaker.person + " " + std::string(name_of(speaker.act)) + "\n";
        }
    }
    return digest;
}

std::string digest_of(const std::string& text) { return digest_of(segment(document_of(text))); }

/// The first line in which two digests differ, for the message.
std::string difference(const std::string& a, const std::string& b) {
    const Texts left = lines_of(a), right = lines_of(b);
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
        const std::string was = i < left.size() ? left[i] : "(end)", is = i < right.size() ? right[i] : "(end)";
        if (was != is) return "line " + std::to_string(i) + " was '" + was + "' and is '" + is + "'";
    }
    return {};
}

}  // namespace

BOOST_AUTO_TEST_CASE(reads_every_byte_of_damaged_documents) {
    BOOST_REQUIRE_GT(sources().size(), 30u);
    Random random(2024);
    for (const Source& source : sources())
        for (int round = 0; round < kRounds; ++round)
            for (const Mutation& mutation : kMutations) {
                std::string text = mutation.change(source.text, random);
                if (round % 2 == 1) text = kMutations[below(random, std::size(kMutations))].change(text, random);
                BOOST_TEST_CONTEXT(source.name << ", " << mutation.name << ", round " << round) BOOST_TEST(fault_of(text) == "");
            }
}

BOOST_AUTO_TEST_CASE(some_damage_changes_nothing) {
    Random random(1);
    const Mutation harmless[] = {
        {"indent every line", [](const std::string& text, Random&) { return "   " + joined(lines_of(text), "\n   "); }},
        {"carriage returns", [](const std::string& text, Random&) { return joined(lines_of(text), "\r\n"); }},
        {"spaces at line ends", [](const std::string& text, Random&) { return joined(lines_of(text), "  \n"); }},
        {"blank lines at both ends", [](const std::string& text, Random&) { return "\n\n\n" + text + "\n\n\n"; }},
    };
    for (const Source& source : sources())
        for (const Mutation& mutation : harmless)
            BOOST_TEST_CONTEXT(source.name << ", " << mutation.name) BOOST_TEST(difference(digest_of(source.text), digest_of(mutation.change(source.text, random))) == "");
}

/// The text with the letters of its items' headings in capitals.
std::string with_capital_headings(const std::string& text) {
    const Document doc = document_of(text);
    std::string changed = doc.text;
    for (const Meeting& meeting : segment(doc).meetings)
        for (const Item& item : meeting.items)
            for (const Span span : item.heading)
                for (std::uint32_t i = span.begin; i < span.end; ++i)
                    if (changed[i] >= 'a' && changed[i] <= 'z') changed[i] = static_cast<char>(changed[i] - 32);
    return changed;
}

/// The page of one decision prints its title twice and is no meeting that another could follow.
bool is_decision_page(const std::string& text) { return segment(document_of(text)).layout == "decision-page"; }

BOOST_AUTO_TEST_CASE(capital_headings_change_no_item) {
    for (const Source& source : sources())
        if (!is_decision_page(source.text)) BOOST_TEST_CONTEXT(source.name) BOOST_TEST(difference(with_case(digest_of(source.text), false), with_case(digest_of(with_capital_headings(source.text)), false)) == "");
}

BOOST_AUTO_TEST_CASE(page_footers_change_nothing) {
    for (const Source& source : sources()) {
        if (!source.ours) continue;
        Texts blocks = lines_of(source.text);
        int page = 0;
        for (std::size_t i = 10; i + 1 < blocks.size(); ++i)
            if (blocks[i].empty() && !blocks[i - 1].empty() && !blocks[i + 1].empty() && i % 7 == 0) blocks[i] = "\nPage " + std::to_string(++page) + " of 40\n";
        BOOST_TEST_CONTEXT(source.name) BOOST_TEST(difference(digest_of(source.text), digest_of(joined(blocks))) == "");
    }
}

/// Share of the lines that stand right below another one.
double adjacent_share(const std::string& text) {
    const Texts lines = lines_of(text);
    double adjacent = 0, all = 1;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        all += !lines[i].empty();
        adjacent += !lines[i].empty() && !lines[i - 1].empty();
    }
    return adjacent / all;
}

// Where many lines stood close, double spacing cannot be told from wide paragraphs.
// A document that nobody knows may have had such gaps of its own; then paragraphs stay apart that could be joined.
BOOST_AUTO_TEST_CASE(double_spacing_changes_no_item) {
    for (const Source& source : sources()) {
        if (!source.ours || adjacent_share(source.text) > 0.2) continue;
        BOOST_TEST_CONTEXT(source.name) BOOST_TEST(difference(digest_of(source.text), digest_of(joined(lines_of(source.text), "\n\n"))) == "");
    }
}

BOOST_AUTO_TEST_CASE(another_meeting_behind_leaves_the_first_alone) {
    constexpr std::string_view kOther =
        "\n\nThistle Parish Council\n\nMinutes of the meeting held on Monday 4 March 1996 in the Village Hall\n\nPresent: Councillors Quill and Rudd.\n\n1. Apologies\n\nNone.\n\n2. Geese\n\nCouncillor Quill "
        "asked about geese.\n\n3. Close\n\nThe meeting closed at 8.15 pm.\n";
    for (const Source& source : sources()) {
        const Segmented alone = segment(document_of(source.text));
        if (alone.layout == "decision-page" || alone.layout == "issue-history" || alone.layout.starts_with("moderngov-item") || alone.meetings.back().date.value.empty()) continue;   // the page of one item, a list: no meeting that could be told from the next
        const Segmented both = segment(document_of(source.text + std::string(kOther)));
        BOOST_TEST_CONTEXT(source.name) BOOST_TEST(difference(digest_of(alone), digest_of(both, alone.meetings.size())) == "");
    }
}
