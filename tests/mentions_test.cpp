// Mentions in every order, by groups, drawn and paged: always the same ones, none lost; and a hundred thousand passages.
#include "searcher/mention_context.hpp"
#include "searcher/mentions.hpp"
#include "searcher/reader.hpp"
#include "searcher/render.hpp"
#include "searcher/sentences.hpp"
#include "searcher/spool.hpp"
#include "tests/index_folder.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

namespace fs = std::filesystem;
using namespace minutes;
using namespace minutes::test;

namespace {

struct Sample {
    Workspace work;
    std::string index = (work.path() / "index").string();
    Sample() { index_folder(fs::canonical(fs::path(MINUTES_SOURCE) / "corpus" / "sample").string(), index); }
};

const std::string& sample_index() {
    static const Sample sample;
    return sample.index;
}

struct Line {
    std::string id, date, council, path, left, match, right;
    std::uint32_t home = 0, order = 0, at = 0;  ///< home: where an item completed from its own page stands cut short
    [[nodiscard]] std::string key() const { return path + "#" + id + "@" + std::to_string(at); }
};

struct Lines {
    std::vector<Line> list;
    MentionsAnswer answer;
    [[nodiscard]] std::set<std::string> keys() const {
        std::set<std::string> all;
        for (const Line& line : list) all.insert(line.key());
        return all;
    }
};

Lines mentions_of(const std::string& index, const std::string& query, const MentionsOptions& options) {
    Reader reader(index);
    Lines lines;
    lines.answer = find_mentions(reader, make_request(std::move(parse_query(query).tree)), options, [&](const KwicLine& line) {
        const Record& r = *line.record;
        lines.list.push_back({r.id, r.date, r.council, home_path(r), line.left, line.match, line.right, r.cut_at.path.empty() ? r.order : r.cut_at.order, r.order, line.in_text.begin});
    });
    return lines;
}

Lines mentions_of(const std::string& query, const MentionsOptions& options = {}) { return mentions_of(sample_index(), query, options); }

std::string folded(std::string text) {
    std::string kept;
    for (const char c : text)
        if (c >= 'A' && c <= 'Z') kept += static_cast<char>(c - 'A' + 'a');
        else if (c != '"' && c != ',' && c != '.' && c != ';' && c != ')' && c != '(') kept += c;
    return kept;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_order_has_every_mention) {
    const Lines usual = mentions_of("staff");
    BOOST_TEST(usual.list.size() > 60u);
    BOOST_TEST(usual.list.size() == usual.answer.counts.occurrences);
    BOOST_TEST(usual.keys().size() == usual.list.size());
    for (const MentionSort sort : {MentionSort::date_descending, MentionSort::document, MentionSort::council, MentionSort::left, MentionSort::right}) {
        MentionsOptions options;
        options.sort = sort;
        BOOST_TEST((mentions_of("staff", options).keys() == usual.keys()));
    }
}

BOOST_AUTO_TEST_CASE(orders_are_what_they_say) {
    const auto in_order = [](MentionSort sort, auto before) {
        MentionsOptions options;
        options.sort = sort;
        const Lines lines = mentions_of("staff", options);
        return std::is_sorted(lines.list.begin(), lines.list.end(), before);
    };
    BOOST_TEST(in_order(MentionSort::document, [](const Line& a, const Line& b) { return std::tie(a.path, a.home, a.order, a.at) < std::tie(b.path, b.home, b.order, b.at); }));
    BOOST_TEST(in_order(MentionSort::date, [](const Line& a, const Line& b) { return !a.date.empty() && (b.date.empty() || a.date < b.date); }));
    BOOST_TEST(in_order(MentionSort::date_descending, [](const Line& a, const Line& b) { return !a.date.empty() && (b.date.empty() || a.date > b.date); }));
    BOOST_TEST(in_order(MentionSort::council, [](const Line& a, const Line& b) { return !a.council.empty() && (b.council.empty() || a.council < b.council); }));
    // The first word on the right; the words of letters alone, which need no other rule than case.
    MentionsOptions options;
    options.sort = MentionSort::right;
    std::vector<std::string> firsts;
    for (const Line& line : mentions_of("staff", options).list) {
        std::string right = folded(line.right);
        right.erase(0, right.find_first_not_of(' ') == std::string::npos ? right.size() : right.find_first_not_of(' '));
        const std::string first = right.substr(0, right.find(' '));
        if (std::all_of(first.begin(), first.end(), [](char c) { return c >= 'a' && c <= 'z'; })) firsts.push_back(first);
    }
    BOOST_TEST(firsts.size() > 40u);
    BOOST_TEST(std::is_sorted(firsts.begin(), firsts.end()));
}

BOOST_AUTO_TEST_CASE(a_sample_is_the_same_each_time) {
    MentionsOptions options;
    options.sample = 10;
    options.seed = 7;
    const Lines first = mentions_of("staff", options), again = mentions_of("staff", options);
    BOOST_TEST(first.list.size() == 10u);
    BOOST_TEST((first.keys() == again.keys()));
    BOOST_TEST(first.answer.counts.occurrences == mentions_of("staff").list.size());
    options.sort = MentionSort::left;
    BOOST_TEST((mentions_of("staff", options).keys() == first.keys()), "another order draws the same mentions");
    options.seed = 8;
    BOOST_TEST((mentions_of("staff", options).keys() != first.keys()));
    options.sample = 100000;
    BOOST_TEST((mentions_of("staff", options).keys() == mentions_of("staff").keys()));
    options.sample = 0;
    BOOST_TEST(mentions_of("staff", options).list.empty());
}

BOOST_AUTO_TEST_CASE(pages_make_up_the_whole) {
    const Lines all = mentions_of("staff");
    std::vector<std::string> paged, whole;
    for (const Line& line : all.list) whole.push_back(line.key());
    MentionsOptions options;
    options.limit = 7;
    for (; options.offset < all.list.size() + 7; options.offset += 7)
        for (const Line& line : mentions_of("staff", options).list) paged.push_back(line.key());
    BOOST_TEST(paged == whole, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(groups_add_up_to_the_whole) {
    const Lines usual = mentions_of("staff");
    for (const MentionGroup::By by : {MentionGroup::By::meeting, MentionGroup::By::council, MentionGroup::By::committee, MentionGroup::By::speaker, MentionGroup::By::year}) {
        MentionsOptions options;
        options.group = by;
        const Lines lines = mentions_of("staff", options);
        std::uint64_t mentions = 0, passages = 0;
        std::set<std::string> values;
        for (const MentionGroup& group : lines.answer.groups) {
            mentions += group.mentions;
            passages += group.passages;
            values.insert(group.value);
        }
        BOOST_TEST(mentions == lines.answer.counts.occurrences);
        BOOST_TEST(passages == lines.answer.counts.passages);
        BOOST_TEST(values.size() == lines.answer.groups.size());
        BOOST_TEST((lines.keys() == usual.keys()));
    }
}

BOOST_AUTO_TEST_CASE(contexts_are_what_they_say) {
    const auto around = [](ContextUnit unit, std::size_t size) {
        MentionsOptions options;
        options.context = unit;
        options.size = size;
        const Lines lines = mentions_of("\"ruled out further consultants\"", options);
        BOOST_REQUIRE(lines.list.size() == 1u);
        return lines.list[0].left + "[" + lines.list[0].match + "]" + lines.list[0].right;
    };
    BOOST_TEST(around(ContextUnit::words, 2) == "She had [ruled out further consultants] because plan-making");
    BOOST_TEST(around(ContextUnit::words, 0) == "[ruled out further consultants]");
    BOOST_TEST(around(ContextUnit::sentence, 0) == "She had [ruled out further consultants] because plan-making relied on knowledge of the place, and had preferred to take on two graduates and to train them.");
    BOOST_TEST(around(ContextUnit::passage, 0).starts_with("It was questioned whether the team"));
    const std::string item = around(ContextUnit::item, 0);
    BOOST_TEST(item.find("Option B, which would put") < item.find("[ruled"));
    BOOST_TEST(item.find("four different dates for adoption") > item.find("[ruled"));
}

// A text may be one passage without a sentence or a space; every mention of it has a context all the same.
BOOST_AUTO_TEST_CASE(contexts_of_endless_passages_are_bounded) {
    Record record;
    for (int i = 0; i < 20000; ++i) record.text += "salt caf\u00e9 ";
    for (int i = 0; i < 100000; ++i) record.text += "\u00e9";
    record.text += " salt";
    const auto size = static_cast<std::uint32_t>(record.text.size());
    for (const Span hit : {Span{100000, 100004}, Span{0, 4}, Span{size - 4, size}})
        for (const ContextUnit unit : {ContextUnit::characters, ContextUnit::words, ContextUnit::sentence, ContextUnit::passage, ContextUnit::item}) {
            MentionsOptions options;
            options.context = unit;
            options.size = 10;
            KwicLine line;
            line.record = &record;
            line.in_text = hit;
            set_context(line, options, record.text, record.text);
            BOOST_TEST(line.left.size() <= kMostContext);
            BOOST_TEST(line.right.size() <= kMostContext);
            for (const std::string* side : {&line.left, &line.right})
                BOOST_TEST((side->empty() || (static_cast<unsigned char>(side->front()) & 0xC0) != 0x80), "a character is cut");
        }
}

BOOST_AUTO_TEST_CASE(sentences_end_where_they_end) {
    static constexpr struct { std::string_view text, hit, sentence; } cases[] = {
        {"One. Two three. Four.", "three", "Two three."},
        {"Mr. Vale spoke. Dr. Hay (at No. 7) did not.", "Hay", "Dr. Hay (at No. 7) did not."},
        {"Was it so? It was! (Laughter.) Then on", "was", "It was!"},
        {"no end", "no", "no end"},
        {"He said \"stop.\" She went", "stop", "He said \"stop.\""},
        {"It cost 3.5 million. So", "3.5", "It cost 3.5 million."},
    };
    for (const auto& c : cases) {
        const auto at = static_cast<std::uint32_t>(c.text.find(c.hit));
        BOOST_TEST(slice(c.text, sentence_around(c.text, {at, at + static_cast<std::uint32_t>(c.hit.size())})) == c.sentence);
    }
}

BOOST_AUTO_TEST_CASE(lines_are_aligned_by_columns) {
    Record record;
    record.kind = "discussion";
    record.text = "x";
    MentionsOptions options;
    options.size = 12;
    const auto column = [&](const std::string& left) {
        KwicLine line;
        line.record = &record;
        line.left = left;
        line.match = "M";
        const std::string text = mention_as_text(line, options, {});
        const std::size_t at = text.find("\u00ab");
        // What stands before the mark is ASCII, accents that take no column, and wide characters that take two.
        std::size_t columns = 0;
        for (std::size_t i = 0; i < at;) {
            const auto byte = static_cast<unsigned char>(text[i]);
            columns += byte < 0x80 ? 1 : byte == 0xCC ? 0 : byte == 0xE4 ? 2 : 1;
            i += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3;
        }
        return columns;
    };
    BOOST_TEST(column("abc ") == column(""));
    BOOST_TEST(column("cafe\u0301 ") == column(""));
    BOOST_TEST(column("\u4e2d\u4e2d ") == column(""));
    BOOST_TEST(column("\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d\u4e2d") == column(""));
}

BOOST_AUTO_TEST_CASE(a_spool_gives_back_what_it_took) {
    Spool spool;
    std::vector<Spool::Slot> slots;
    const auto bytes_of = [](std::size_t i) { return std::string(1000 + i % 77, static_cast<char>('a' + i % 26)); };
    constexpr std::size_t kCount = 2 * Spool::kHeld / 1000;
    for (std::size_t i = 0; i < kCount; ++i) slots.push_back(spool.add(bytes_of(i)));
    std::size_t wrong = 0;
    for (std::size_t i = kCount; i-- > 0;) wrong += spool.read(slots[i]) != bytes_of(i);
    BOOST_TEST(wrong == 0u);
}

// A phrase of three words in a hundred thousand passages, against what was written into them.
BOOST_AUTO_TEST_CASE(a_hundred_thousand_passages_are_told_in_full) {
    const Workspace work;
    const std::size_t files = 100, paragraphs = 1000;
    std::vector<std::string> wanted;
    std::uint32_t seed = 11;
    for (std::size_t file = 0; file < files; ++file) {
        char day[16];
        std::snprintf(day, sizeof day, "%04zu-%02zu-14", 2000 + file / 12, file % 12 + 1);
        static constexpr const char* kMonths[] = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
        std::string text = "Quarrydale Town Council\n\nTransport Committee\n\n14 " + std::string(kMonths[file % 12]) + " " + std::string(day, 4) + "\n\n1. BUSES\n\n";
        for (std::size_t i = 1; i <= paragraphs; ++i) {
            seed = seed * 1664525u + 1013904223u;
            const std::uint32_t phrases = (seed >> 16) % 3;
            text += "1." + std::to_string(i) + " Members noted a matter of route " + std::to_string(seed % 997);
            for (std::uint32_t k = 0; k < phrases; ++k) {
                text += k ? " and that a Regular bus-service ran late" : " and asked for a regular bus service in the dale";
                wanted.push_back(std::string(day) + " 1." + std::to_string(i));
            }
            text += (seed >> 8) % 5 ? ".\n\n" : ", though no service bus was regular.\n\n";
        }
        work.write("made/" + std::string(day) + ".txt", text);
    }
    const std::string index = (work.path() / "index").string();
    index_folder((work.path() / "made").string(), index);
    Reader reader(index);
    std::vector<std::string> found;
    const MentionsAnswer answer = find_mentions(reader, make_request(std::move(parse_query("\"regular bus service\"").tree)), MentionsOptions(),
                                                [&](const KwicLine& line) { found.push_back(line.record->date + " " + line.record->paragraph); });
    BOOST_TEST(answer.base.passages >= files * paragraphs);
    BOOST_TEST(answer.counts.occurrences == wanted.size());
    BOOST_TEST(found.size() == wanted.size());
    BOOST_TEST((found == wanted));
}
