// PDFs: rows, columns, paragraphs and furniture from words at their places, and whole files.
#include "corpus/limited_child.hpp"
#include "corpus/pdf/columns.hpp"
#include "corpus/pdf/furniture.hpp"
#include "corpus/pdf/hyphen.hpp"
#include "corpus/pdf/page.hpp"
#include "corpus/pdf/paragraphs.hpp"
#include "corpus/read_document.hpp"
#include "tests/workspace.hpp"

#include <boost/test/unit_test.hpp>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace minutes;
using namespace minutes::test;
namespace fs = std::filesystem;

namespace {

/// What pdftotext says of pages drawn with letters: a letter is 5 points wide, a line 12 high; two spaces or more part words by
/// as much. A line that begins with "---" ends a page.
std::string drawn(std::string_view picture) {
    std::string xhtml = "<page width=\"600\" height=\"800\">\n";
    std::istringstream in{std::string(picture)};
    float y = 30;
    for (std::string line; std::getline(in, line); y += 14) {
        if (line.starts_with("---")) {
            xhtml += "</page>\n<page width=\"600\" height=\"800\">\n";
            y = 16;
            continue;
        }
        if (line == "~") {   // the foot of the page
            y = 760;
            continue;
        }
        for (std::size_t i = 0; i < line.size();) {
            if (line[i] == ' ') {
                ++i;
                continue;
            }
            const std::size_t end = std::min(line.find(' ', i), line.size());
            std::string word;
            for (const char c : line.substr(i, end - i)) word += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '*' ? "\u2022" : std::string(1, c);
            const auto x = [](std::size_t at) { return std::to_string(40 + 5 * static_cast<double>(at)); };
            xhtml += "<word xMin=\"" + x(i) + "\" yMin=\"" + std::to_string(y) + "\" xMax=\"" + x(end) + "\" yMax=\"" + std::to_string(y + 12) + "\">" + word + "</word>\n";
            i = end;
        }
    }
    return xhtml + "</page>\n";
}

/// The text of drawn pages, and behind "|" what was left out.
std::string read(std::string_view picture) {
    const std::vector<pdf::Page> pages = pdf::parse_pages(drawn(picture));
    pdf::Rows found = pdf::rows_in_order(pages);
    const std::vector<std::string> left_out = pdf::remove_furniture(found.rows, pages);
    std::string text = pdf::paragraphs_of(found.rows, pages.size()).text;
    for (const std::string& what : left_out) text += "|" + what;
    for (const std::string& head : found.column_heads) text += "|" + head;
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(rows_become_paragraphs) {
    static constexpr struct { std::string_view name, picture, text; } cases[] = {
        {"nothing", "", ""},
        {"full lines are joined",
         "The Clerk reported that the benches beside the pond had been painted and that\nthe paint was dry. Nobody had asked for another colour and the bill was paid in\nMarch.\n",
         "The Clerk reported that the benches beside the pond had been painted and that the paint was dry. Nobody had asked for another colour and the bill was paid in March.\n"},
        {"a line that had room ends its paragraph",
         "The Clerk reported that the benches beside the pond had been painted and that\nthe paint was dry.\nMembers asked for another colour and were told that there was no money for it\nthis year.\n",
         "The Clerk reported that the benches beside the pond had been painted and that the paint was dry.\n\nMembers asked for another colour and were told that there was no money for it this year.\n"},
        {"short lines are a list", "Letters received\nPond Society\nOak News\nThe Clerk said that no answer had been sent to any of these letters and that one was\ndue soon.\n",
         "Letters received\nPond Society\nOak News\n\nThe Clerk said that no answer had been sent to any of these letters and that one was due soon.\n"},
        {"bullets and numbers",
         "1   Benches\n\n    * Oak benches were thought to be dear and hard to come by, as they\n      had been before.\n    * Elm was cheap.\n2   Ponds\n    There were none. The Clerk had looked for ponds all over the parish in\n    2 places.\n",
         "1 Benches\n\n\u2022 Oak benches were thought to be dear and hard to come by, as they had been before.\n\n\u2022 Elm was cheap.\n\n2 Ponds\n\nThere were none. The Clerk had looked for ponds all over the parish in 2 places.\n"},
        {"words broken at the end of a line",
         "The Clerk reported that the benches beside the pond were the responsi-\nbility of the county, and that anti-social conduct was a matter of the anti-\nsocial kind that needs well-\nmeaning neighbours & friends.\n",
         "The Clerk reported that the benches beside the pond were the responsibility of the county, and that anti-social conduct was a matter of the anti-social kind that needs well-meaning neighbours & friends.\n"},
        {"names and their initials",
         "Present     Ann Oak        AO        Ben Elm (Chair)    BE\n            Cat Ash        CA        Dan Fir            DF\n\nThe meeting began late.\n",
         "Present\nAnn Oak AO\nBen Elm (Chair) BE\nCat Ash CA\nDan Fir DF\n\nThe meeting began late.\n"},
        {"a table of figures", "Bench        10.00        3\nPond         20.50        1\n", "Bench\t10.00\t3\nPond\t20.50\t1\n"},
        {"a word above the margin of the page", "<DRAFT>\n", "<DRAFT>\n"},
    };
    for (const auto& [name, picture, text] : cases) BOOST_TEST_CONTEXT(name) BOOST_TEST(read(picture) == text);
}

BOOST_AUTO_TEST_CASE(columns_are_read_as_they_stand) {
    static constexpr struct { std::string_view name, picture, text; } cases[] = {
        {"who is to act, in a column of its own",
         "    ITEMS                                                                     Action\n1   Benches\n    Oak benches were thought to be dear and hard to come by, as they had\n    been before. BE will ask the county for a sum towards the bench.          BE\n\n"
         "2   Ponds\n    There were none. The Clerk had looked for ponds in every corner of a      CA\n    parish that has no water, and will look again.                            DF\n",
         "ITEMS\n\n1 Benches\n\nOak benches were thought to be dear and hard to come by, as they had been before. BE will ask the county for a sum towards the bench.\tBE\n\n2 Ponds\n\n"
         "There were none. The Clerk had looked for ponds in every corner of a parish that has no water, and will look again.\tCA DF\n|Action"},
        {"who is to act, at the end of a line",
         "Items                                                                     Action\n1   Benches\n    Oak benches were thought to be dear and hard to come by, as they had been so\n    before.                                                              BE/CA\n"
         "2   Ponds\n    There were none. The Clerk had looked for ponds in every corner of the parish\n    in vain, and would.\n                                                                          DF\n",
         "Items\n\n1 Benches\n\nOak benches were thought to be dear and hard to come by, as they had been so before.\tBE/CA\n\n2 Ponds\n\nThere were none. The Clerk had looked for ponds in every corner of the parish in vain, and would.\tDF\n|Action"},
        {"amounts are no owners", "Bench, oak, for the green by the old pond at the lane, one      40.00\nPaint for benches                                               10.00\nPond                                                            12.00\n",
         "Bench, oak, for the green by the old pond at the lane, one\t40.00\nPaint for benches\t10.00\nPond\t12.00\n"},
        {"titles beside the text",
         "12 Apologies        Apologies were received from Ann Oak and Ben Elm, who\n   and welcome      were at the pond.\n\n13 Benches          The Clerk reported that the benches beside the pond\n                    had been painted and that the paint was dry.\n\n"
         "                    Members asked for another colour and were told that\n                    there was none.\n\n                    The bill was paid.\n\n                    The brush was kept.\n\n14 Ponds in the     There were none.\n   parish\n",
         "12 Apologies and welcome\n\nApologies were received from Ann Oak and Ben Elm, who were at the pond.\n\n13 Benches\n\nThe Clerk reported that the benches beside the pond had been painted and that the paint was dry.\n\n"
         "Members asked for another colour and were told that there was none.\n\nThe bill was paid.\n\nThe brush was kept.\n\n14 Ponds in the parish\n\nThere were none.\n"},
        {"two columns of prose",
         "                                     POND NEWS OF THE WHOLE PARISH AND ITS POND\n"
         "The Clerk reported that benches beside the pond        Members asked for another colour and were told\nhad been painted and that the paint was dry and        that there was none to be had in this parish or\n"
         "that nobody had asked for another colour in the        in any other, whatever the price might be, and\nwhole of the month, which was a surprise to all        that it would be well to leave the benches as a\n"
         "members who had seen the first colour, and also        kind of monument to those who had painted them.\nto those who had not seen it but had heard of a        The pond was not spoken of, for there is none a\n"
         "bench that had frightened horses in the lane so        person could find on a map, and the duck pond a\nmuch that they had to be led home by hand again        mile away is the county's and not the parish's.\n",
         "POND NEWS OF THE WHOLE PARISH AND ITS POND\n\nThe Clerk reported that benches beside the pond had been painted and that the paint was dry and that nobody had asked for another colour in the whole of the month, which was a surprise to all "
         "members who had seen the first colour, and also to those who had not seen it but had heard of a bench that had frightened horses in the lane so much that they had to be led home by hand again\n\n"
         "Members asked for another colour and were told that there was none to be had in this parish or in any other, whatever the price might be, and that it would be well to leave the benches as a kind of monument to those who had "
         "painted them. The pond was not spoken of, for there is none a person could find on a map, and the duck pond a mile away is the county's and not the parish's.\n"},
    };
    for (const auto& [name, picture, text] : cases) BOOST_TEST_CONTEXT(name) BOOST_TEST(read(picture) == text);
}

BOOST_AUTO_TEST_CASE(pages_are_joined) {
    static constexpr struct { std::string_view name, picture, text; } cases[] = {
        {"heads, feet and numbers",
         "Bench Panel 3 May 2018\n\nThe Clerk reported that the benches beside the pond had been painted and that\n~\nPage 1 of 2\n---\nBench Panel 3 May 2018\n\nthe paint was dry.\n~\nPage 2 of 2\n",
         "Bench Panel 3 May 2018\n\nThe Clerk reported that the benches beside the pond had been painted and that the paint was dry.\n|2 page numbers|\u201CBench Panel 3 May 2018\u201D at the head of 1 page"},
        {"a bullet goes on", "* The Clerk reported that the benches beside the pond had been painted and that it\n  was all dry. The bill for benches was not as high as it might have been, he said.\n---\n  Nobody had asked for another colour.\n* Elm was cheap.\n",
         "\u2022 The Clerk reported that the benches beside the pond had been painted and that it was all dry. The bill for benches was not as high as it might have been, he said. Nobody had asked for another colour.\n\n\u2022 Elm was cheap.\n"},
        {"a sentence that ended with the page", "The Clerk reported that the benches beside the pond had been painted and are dry.\n---\nMembers asked for another colour and were told that there was none.\n",
         "The Clerk reported that the benches beside the pond had been painted and are dry.\n\nMembers asked for another colour and were told that there was none.\n"},
        {"a number that is no page's", "1   Benches\n    Oak.\n~\n9\n---\n2   Ponds\n~\n4\n", "1 Benches\n\nOak.\n\n9\n\n2 Ponds\n\n4\n"},
        {"figures that count up with the pages", "Benches were oak.\n~\n7\n---\nPonds were none.\n~\n8\n---\nBins were full.\n~\n9\n", "Benches were oak.\n\nPonds were none.\n\nBins were full.\n|3 page numbers"},
    };
    for (const auto& [name, picture, text] : cases) BOOST_TEST_CONTEXT(name) BOOST_TEST(read(picture) == text);
}

BOOST_AUTO_TEST_CASE(what_pdftotext_says_may_be_anything) {
    static constexpr std::string_view cases[] = {
        "", "<", "<word xMin=\"1\">a</word>", "<page width=\"nan\" height=\"1e30\"><word xMin=\"1e30\" yMin=\"-1e30\" xMax=\"inf\" yMax=\"nan\">a</word></page>", "<page width=\"600\"><word xMin=\"1\"",
        "<page width=\"600\" height=\"800\"><word xMin=\"9\" yMin=\"9\" xMax=\"3\" yMax=\"3\">back</word></page>",
        "<page width=\"600\" height=\"800\"><word xMin=\"3\" yMin=\"3\" xMax=\"9\" yMax=\"13\">&nbsp;&amp</word></page>",
    };
    for (const std::string_view xhtml : cases) {
        const std::vector<pdf::Page> pages = pdf::parse_pages(xhtml);
        pdf::Rows found = pdf::rows_in_order(pages);
        BOOST_TEST(pdf::remove_furniture(found.rows, pages).size() == 0u);
        BOOST_TEST(pdf::paragraphs_of(found.rows, pages.size()).page_starts.size() == pages.size());
    }
    const auto pages = pdf::parse_pages("<page width=\"600\" height=\"800\"><word xMin=\"3\" yMin=\"3\" xMax=\"99\" yMax=\"13\">ki\xED\xA0\x80ln\xFF</word></page>");
    BOOST_REQUIRE(pages.size() == 1u);
    BOOST_TEST(pages[0].words.at(0).text == "ki\uFFFD\uFFFD\uFFFDln\uFFFD", "half a surrogate pair, and a byte that is none of UTF-8");
}

BOOST_AUTO_TEST_CASE(a_page_is_known_by_its_bytes) {
    const fs::path file = fs::path(MINUTES_SOURCE) / "tests" / "formats" / "larkmere.pdf";
    const auto got = read_document(file.string());
    const Document& doc = std::get<Document>(got);
    BOOST_TEST(doc.page_starts.size() == 4u);
    BOOST_TEST(doc.sha256 == sha256_hex(read_file(file)));
    const auto page_of = [&](std::string_view words) { return page_number(doc, static_cast<std::uint32_t>(doc.text.find(words))); };
    BOOST_TEST(page_of("Larkmere Borough Council") == 1u);
    BOOST_TEST(page_of("The meeting ended") == 4u);
    BOOST_TEST(page_number(make_document("a.txt", "text"), 2) == 0u);
    BOOST_TEST(doc.left_out.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_pdf_that_cannot_be_read_says_why) {
    const Workspace work;
    const std::string whole = read_file(fs::path(MINUTES_SOURCE) / "tests" / "formats" / "larkmere.pdf");
    const std::string no_text =
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj\ntrailer<</Root 1 0 R>>\n";
    const struct { std::string name, bytes, reason; } cases[] = {
        {"cut short", whole.substr(0, whole.size() / 3), "a damaged PDF"},
        {"nothing but a mark", "%PDF-1.7", "a damaged PDF"},
        {"pictures alone", no_text, "a PDF without text, 1 page of pictures"},
        {"locked", read_file(fs::path(MINUTES_SOURCE) / "tests" / "formats" / "locked.pdf"), "a PDF that needs a password"},
    };
    for (const auto& c : cases) {
        const auto got = read_document(work.write("a.txt", c.bytes).string());
        const Skipped* skipped = std::get_if<Skipped>(&got);
        BOOST_TEST_CONTEXT(c.name) BOOST_TEST((skipped && skipped->reason.starts_with(c.reason)), (skipped ? skipped->reason : "read"));
    }
}

BOOST_AUTO_TEST_CASE(a_child_that_goes_wrong_harms_nobody) {
    ChildLimits limits;
    limits.cpu_seconds = 1;
    limits.memory_bytes = 64u << 20;
    limits.output_bytes = 1u << 20;
    using Ending = ChildResult::Ending;
    const auto ending = [&](const std::function<std::string()>& work) { return run_forked(work, limits).ending; };
    BOOST_TEST(run_forked([] { return std::string("done"); }, limits).output == "done");
    BOOST_TEST((ending([] { return std::string(2u << 20, 'x'); }) == Ending::too_much_output));
    BOOST_TEST((ending([]() -> std::string { throw 1; }) == Ending::crashed));
    BOOST_TEST((ending([]() -> std::string { std::abort(); }) == Ending::crashed));
    BOOST_TEST((ending([]() -> std::string {
                    volatile int turns = 0;
                    for (;;) static_cast<void>(turns);
                }) == Ending::no_time));
#ifndef MINUTES_SANITIZED
    BOOST_TEST((ending([] { return std::string(std::size_t{1} << 30, 'x').substr(0, 1); }) == Ending::crashed));
#endif
    BOOST_TEST(run_program({"no-such-program-at-all"}, "", limits).exit_code == 127);
    BOOST_TEST(run_program({"cat", kChildInputPath}, "bytes\n", limits).output == "bytes\n");
    BOOST_TEST((run_program({"yes"}, "", limits).ending == Ending::too_much_output));
}
