// Records on disk: what goes in comes out, and damaged bytes are an Error, never a wrong record or a crash.
#include "corpus/problem.hpp"
#include "indexer/file_record.hpp"
#include "indexer/passages.hpp"
#include "indexer/record.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <optional>
#include <random>

using namespace minutes;

namespace {

class Random {
public:
    explicit Random(std::uint32_t seed) : engine_(seed) {}
    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(engine_()) % limit; }
    std::uint32_t number() { return static_cast<std::uint32_t>(engine_()) >> below(32); }  // of every length
    std::string text() {
        std::string bytes(below(4) == 0 ? below(400) : below(12), ' ');
        for (char& c : bytes) c = static_cast<char>(below(256));
        return bytes;
    }

private:
    std::mt19937 engine_;
};

RecordSpeaker random_speaker(Random& random, const std::string& item_id) {
    RecordSpeaker s{random.text(), random.text(), random.text(), random.text(), random.text()};
    for (std::string* text : {&s.title, &s.resolution, &s.rule, &s.link_rule}) *text = random.text();
    s.flags = {random.below(2) == 1, random.below(2) == 1, random.below(2) == 1};
    s.unanswered = random.below(2);
    s.evidence.begin = random.number() / 2;
    s.evidence.end = s.evidence.begin + random.number() / 2;
    for (std::uint32_t i = random.below(3); i > 0; --i) s.candidates.push_back(random.text());
    for (std::uint32_t i = random.below(3); i > 0; --i) s.answered_by.push_back({item_id + random.text(), random.number()});
    for (std::uint32_t i = random.below(3); i > 0; --i) s.answers.push_back({random.text(), random.number()});
    return s;
}

RecordOutcome random_outcome(Random& random) {
    RecordOutcome o;
    for (std::string* text : {&o.kind, &o.limb, &o.mover, &o.seconder, &o.vote, &o.owner, &o.owner_person, &o.due}) *text = random.text();
    for (auto* names : {&o.voted_for, &o.voted_against, &o.abstainers})
        for (std::uint32_t i = random.below(3); i > 0; --i) names->push_back(random.text());
    o.lost = random.below(2);
    if (random.below(2)) o.in_favour = random.number();
    if (random.below(2)) o.against = 0;
    if (random.below(2)) o.abstained = ~std::uint32_t{0};
    for (std::uint32_t i = random.below(3); i > 0; --i) o.at.push_back({i, i + random.number() / 2});
    return o;
}

Record random_record(Random& random) {
    Record r;
    for (std::string* text : {&r.id, &r.item_id, &r.meeting_id, &r.council, &r.committee, &r.date, &r.item_number, &r.item_title, &r.paragraph, &r.kind, &r.zone,
                              &r.text, &r.path, &r.sha256})
        *text = random.text();
    for (std::uint32_t i = random.below(4); i > 0; --i) r.speakers.push_back(random_speaker(random, r.item_id));
    for (std::uint32_t i = random.below(3); i > 0; --i) r.outcomes.push_back(random_outcome(random));
    r.item_incomplete = random.below(2);
    r.incomplete = random.below(2);
    r.order = random.number();
    r.line = random.number();
    r.words = random.number();
    for (std::uint32_t i = random.below(4); i > 0; --i) {
        const std::uint32_t begin = random.number() / 2;
        r.parts.push_back({begin, begin + random.number() / 2});
    }
    if (random.below(2)) r.page = 1 + random.number() / 2;
    for (std::uint32_t i = r.page > 0 ? random.below(4) : 0, at = 0; i > 0; --i) r.page_breaks.push_back(at += random.number() / 4);
    return r;
}

/// nullopt if the bytes are refused.
std::optional<Record> decoded(std::string_view bytes) {
    try {
        return decode_record(bytes);
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_record_comes_back_as_it_went) {
    Random random(1);
    BOOST_TEST((decode_record(encode_record({})) == Record{}));
    for (int i = 0; i < 2000; ++i) {
        const Record record = random_record(random);
        BOOST_REQUIRE((decode_record(encode_record(record)) == record));
    }
}

BOOST_AUTO_TEST_CASE(a_byte_of_a_record_has_a_page) {
    Record record;
    record.parts = {{10, 90}};
    BOOST_TEST(page_of(record, 10) == 0u);
    record.page = 3;
    BOOST_TEST(page_of(record, 89) == 3u);
    record.page_breaks = {40, 60, 60};  // a page without text between
    static constexpr struct { std::uint32_t at, page; } cases[] = {{10, 3}, {39, 3}, {40, 4}, {59, 4}, {60, 6}, {90, 6}};
    for (const auto& c : cases) BOOST_TEST(page_of(record, c.at) == c.page);
}

BOOST_AUTO_TEST_CASE(records_of_a_document_with_pages_know_them) {
    const std::string_view first = "Quarry Panel\n\nMinutes of the meeting held on 3 May 2021\n\n1. KILNS\n\nThe Clerk reported that the kiln was cold and that ";
    Document doc = make_document("panel.pdf", std::string(first) + "it would stay cold.\n\n2. DUST\n\nThe Chair asked about dust.\n");
    const auto second = static_cast<std::uint32_t>(first.size());
    doc.page_starts = {0, second, static_cast<std::uint32_t>(doc.text.find("2. DUST"))};
    std::string pages;
    for (const Record& r : make_records(doc, segment(doc)))
        pages += r.kind + " " + std::to_string(r.page) + (r.page_breaks == std::vector{second} ? "+" : r.page_breaks.empty() ? "" : "?") + "; ";
    BOOST_TEST(pages.find("title 1; discussion 1+; title 3; discussion 3; ") != std::string::npos, pages);
}

BOOST_AUTO_TEST_CASE(truncated_or_extended_bytes_are_refused) {
    Random random(2);
    for (int i = 0; i < 100; ++i) {
        const std::string bytes = encode_record(random_record(random));
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            // A copy of its own size, so that a sanitizer sees any byte read beyond it.
            const std::string cut = bytes.substr(0, size);
            BOOST_REQUIRE_MESSAGE(!decoded(cut), "cut to " << size << " of " << bytes.size());
        }
        BOOST_REQUIRE(!decoded(bytes + '\0'));
    }
}

BOOST_AUTO_TEST_CASE(damaged_bytes_never_crash) {
    Random random(3);
    std::size_t refused = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string bytes = encode_record(random_record(random));
        for (std::uint32_t flips = 1 + random.below(3); flips > 0; --flips)
            bytes[random.below(static_cast<std::uint32_t>(bytes.size()))] = static_cast<char>(random.below(256));
        if (!decoded(bytes)) ++refused;
    }
    BOOST_TEST(refused > 1000u);
    for (int i = 0; i < 20'000; ++i) (void)decoded("\x02" + random.text() + random.text());
}

BOOST_AUTO_TEST_CASE(other_versions_and_huge_lengths_are_refused) {
    std::string other = encode_record({});
    other[0] = 1;
    const std::string cases[] = {"", other, "\x02\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", "\x02" + std::string(14, '\0') + "\xff\xff\xff\xff\x0f",
                                 "\x02\xff\xff\xff\xff\xff\xff\xff\xff\xff\x7f"};
    for (const std::string& bytes : cases)
        BOOST_CHECK_EXCEPTION((void)decode_record(bytes), Error, [](const Error& error) { return std::string(error.what()).find("--fresh") != std::string::npos; });
}

BOOST_AUTO_TEST_CASE(roles_and_persons_are_distinct_in_order) {
    Record record;
    record.speakers = {{"chair", "answer", "", "Cllr A", ""}, {"dcs", "question", "", "", ""}, {"chair", "answer", "", "Cllr B", ""}, {"", "", "", "Cllr A", ""}};
    BOOST_TEST((roles_of(record) == std::vector<std::string>{"chair", "dcs"}));
    BOOST_TEST((persons_of(record) == std::vector<std::string>{"Cllr A", "Cllr B"}));
    BOOST_TEST((acts_of(record) == std::vector<std::string>{"answer", "question"}));
}

BOOST_AUTO_TEST_CASE(a_place_in_the_text_is_a_place_in_the_source) {
    // Source: "3.1 one two<page break>three", the passage is "one two three".
    const std::string source = "3.1 one two\f\nPage 7\nthree.";
    Record record;
    record.parts = {{4, 11}, {12, 12}, {20, 26}};
    record.text = "one two three.";
    const struct { Span in_text; std::string_view source; } cases[] = {
        {{0, 3}, "one"}, {{4, 7}, "two"}, {{8, 13}, "three"}, {{8, 14}, "three."}, {{4, 13}, "two\f\nPage 7\nthree"}, {{0, 0}, ""},
    };
    for (const auto& c : cases) BOOST_TEST(slice(source, to_source(record, c.in_text)) == c.source);
    BOOST_TEST((to_source({}, {0, 0}) == Span{0, 0}));
}

BOOST_AUTO_TEST_CASE(a_place_in_the_source_is_a_place_in_the_text) {
    // The record of the case above: "one two" at 4, nothing, "three." at 20.
    Record record;
    record.parts = {{4, 11}, {12, 12}, {20, 26}};
    record.text = "one two three.";
    const struct { Span in_source; std::string_view texts; } cases[] = {
        {{4, 26}, "one two|three."}, {{8, 22}, "two|th"}, {{0, 4}, ""}, {{11, 20}, ""}, {{25, 99}, "."}, {{5, 5}, ""},
    };
    for (const auto& c : cases) {
        std::string texts;
        for (const Span span : to_text(record, c.in_source)) texts += (texts.empty() ? "" : "|") + std::string(slice(record.text, span));
        BOOST_TEST(texts == c.texts);
    }
    RecordOutcome outcome;
    outcome.at = {{4, 7}, {8, 99}, {99, 100}};
    BOOST_TEST(outcome_text(record, outcome) == "two three.");
}

BOOST_AUTO_TEST_CASE(a_file_record_comes_back_as_it_went) {
    FileRecord file;
    file.path = "/a\n\xff\x1b\"\\/\xC3\xA9.txt";
    file.root = "/a\xfe";
    file.size = ~std::uint64_t{0};
    file.inode = 1;
    file.device = 2;
    file.mtime_ns = -1;
    file.ctime_ns = 3;
    file.seen_ns = 4;
    file.sha256 = "ab";
    file.given = "1, x\nYnys M\xC3\xB4n\n\xff";
    file.state = FileRecord::State::duplicate;
    file.note = "/other\xff";
    file.layout = "unknown";
    file.meetings.push_back({"id", "council", "stated", "committee", "2020-01-01", "inferred", 1, 2, 3, 4, 5, 6, 7, 8, 9,
                             {{"Ann Hay", "Interim Director of Caf\xC3\xA9s", "dcs", "apologies", {true, false, false}}}});
    file.problems = {"line 1: caf\xC3\xA9"};
    const FileRecord back = decode_file_record(encode_file_record(file));
    BOOST_TEST(back.path == file.path);
    BOOST_TEST(back.root == file.root);
    BOOST_TEST(back.size == file.size);
    BOOST_TEST(back.mtime_ns == file.mtime_ns);
    BOOST_TEST(back.ctime_ns == file.ctime_ns);
    BOOST_TEST(back.given == file.given);
    BOOST_TEST((back.state == file.state));
    BOOST_TEST(back.note == file.note);
    BOOST_TEST(back.meetings.size() == 1u);
    BOOST_TEST(back.meetings[0].unresolved_speakers == 6u);
    BOOST_TEST(back.meetings[0].missing_paragraphs == 9u);
    BOOST_TEST(back.meetings[0].people.size() == 1u);
    BOOST_TEST(back.meetings[0].people[0].post == "Interim Director of Caf\xC3\xA9s");
    BOOST_TEST(back.meetings[0].people[0].flags.interim);
    BOOST_TEST(back.meetings[0].people[0].name == "Ann Hay");
    BOOST_TEST(back.meetings[0].people[0].role == "dcs");
    BOOST_TEST(back.meetings[0].people[0].status == "apologies");
    BOOST_TEST(back.problems[0] == file.problems[0]);
    BOOST_TEST(encode_file_record(back) == encode_file_record(file));
}

BOOST_AUTO_TEST_CASE(a_damaged_file_record_is_an_error) {
    const std::string good = encode_file_record({});
    std::string wrong_type = good, wrong_state = good;
    wrong_type.replace(good.find("\"size\":0"), 8, "\"size\":[]");
    wrong_state.replace(good.find("\"state\":0"), 9, "\"state\":9");
    const std::string cases[] = {"", "{}", "[]", "null", good.substr(0, good.size() / 2), wrong_type, wrong_state, "\xff"};
    for (const std::string& json : cases) BOOST_CHECK_THROW((void)decode_file_record(json), Error);
}
