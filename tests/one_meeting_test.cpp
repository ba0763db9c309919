// The same invented meeting in every format that is read: one tree.
#include "analyzers/dump.hpp"
#include "analyzers/segment.hpp"
#include "corpus/markup/html.hpp"
#include "corpus/markup/list_number.hpp"
#include "corpus/read_document.hpp"
#include "tests/workspace.hpp"
#include "tests/zip_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace minutes;
using namespace minutes::test;
namespace fs = std::filesystem;

namespace {

const fs::path kFormats = fs::path(MINUTES_SOURCE) / "tests" / "formats";

Document read(const fs::path& file) {
    auto got = read_document(file.string());
    if (const Skipped* skipped = std::get_if<Skipped>(&got)) BOOST_FAIL(file.string() + ": " + skipped->reason);
    return std::get<Document>(std::move(got));
}

/// The tree without what a format may do in its own way: which layout it looks like, what is discarded, and where in its text the
/// evidence stands.
std::string tree_of(const Document& doc) {
    std::istringstream in(to_text(doc, segment(doc)));
    std::string tree;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("- ") || line.starts_with("! ") || line.starts_with("layout:")) continue;
        const std::size_t space = line.rfind(' ');
        const bool span = line.ends_with(']') && space != std::string::npos && line.find_first_not_of("0123456789-]", space + 1) == std::string::npos;
        tree += (span ? line.substr(0, space) + "]" : line) + "\n";
    }
    return tree;
}

std::string page(std::string_view html) { return html_text(html).text; }

}  // namespace

BOOST_AUTO_TEST_CASE(every_format_gives_the_same_tree) {
    const std::string text = tree_of(read(kFormats / "larkmere.txt"));
    check_golden("formats/larkmere.txt", text);
    for (const std::string name : {"larkmere.md", "larkmere-utf16.txt", "larkmere.html", "larkmere-1252.html", "larkmere.mht", "larkmere.pdf", "larkmere-titles-beside.pdf", "larkmere.docx", "larkmere.odt"}) {
        const Document doc = read(kFormats / name);
        BOOST_TEST_CONTEXT(name) BOOST_TEST(tree_of(doc) == text);
    }
}

BOOST_AUTO_TEST_CASE(an_archive_of_every_format_gives_the_same_trees) {
    const Workspace work;
    std::vector<ZipEntry> entries;
    for (const fs::directory_entry& entry : fs::directory_iterator(kFormats))
        if (entry.path().filename() != "locked.pdf") entries.push_back({"2021/" + entry.path().filename().string(), read_file(entry.path())});
    BOOST_REQUIRE(entries.size() >= 10u);
    const fs::path zip = work.write("larkmere.zip", zip_bytes(entries));
    const std::string text = tree_of(read(kFormats / "larkmere.txt"));
    for (const ZipEntry& entry : entries) BOOST_TEST_CONTEXT(entry.name) BOOST_TEST(tree_of(read(zip / entry.name)) == text);
}

BOOST_AUTO_TEST_CASE(names_do_not_matter) {
    const Workspace work;
    for (const std::string name : {"larkmere.html", "larkmere.pdf", "larkmere.docx", "larkmere.odt", "larkmere.mht"}) {
        const fs::path file = work.write("minutes.txt", read_file(kFormats / name));
        BOOST_TEST(read(file).text == read(kFormats / name).text, name);
    }
}

BOOST_AUTO_TEST_CASE(what_was_left_out_is_said) {
    const auto said = [](const std::string& name) {
        std::string text;
        for (const std::string& what : read(kFormats / name).left_out) text += what + "; ";
        return text;
    };
    BOOST_TEST(said("larkmere.html") == "24 words of navigation, notices and hidden text; 1 link to a document; 1 word struck out; ");
    BOOST_TEST(said("larkmere.txt") == "");
}

BOOST_AUTO_TEST_CASE(pages_show_what_a_person_sees) {
    static constexpr struct { std::string_view html, text; } cases[] = {
        {"", ""},
        {"<p>", ""},
        {"<p>One<p>two</p>three", "One\n\ntwo\n\nthree\n"},
        {"<p>a<br>b<br><br></p>", "a\nb\n"},
        {"<p>a&nbsp;&amp;&#8217;b <b>c</b>d</p>", "a &\u2019b cd\n"},
        {"<ul><li>a<ol type=a start=3><li>b<li>c</ol><li>d</ul>", "\u2022 a\n\nc. b\n\nd. c\n\n\u2022 d\n"},
        {"<table><tr><th>Ward<th>Votes<tr><td>Mill<td>3<tr><td><p>Quay</p><p>and pier</p><td>4</table>", "Ward\tVotes\nMill\t3\n\nQuay\n\nand pier\n\n4\n"},
        {"<dl><dt>Venue:<dd>The Hall<dt>Date:<dd>3 May</dl>", "Venue: The Hall\n\nDate: 3 May\n"},
        {"<pre>one\ntwo</pre>", "one\ntwo\n"},
        {"<nav>a</nav><header><h1>Head</h1>b</header><aside>c</aside><main><header>d</header></main><footer>e</footer>", "Head\n\nd\n"},
        {"<div class='site-nav'>a</div><div class='page-with-menu'>b</div><div id=cookieNotice>c</div><p class=sr-only>d</p>", "b\n"},
        {"<div class='adult-social-care'>a</div><ul class='shareLinks'><li>b</ul>", "a\n"},
        {"<p hidden>a</p><p style='DISPLAY : none'>b</p><p>c<del>d</del><ins>e</ins><s>f</s></p>", "ce\n"},
        {"<script>var a = '<p>b</p>';</script><style>c</style><noscript>d</noscript><p>e</p>", "e\n"},
        {"<ul><li><a href='/documents/s1/Report.pdf'>Report PDF 9 KB</a><li>See <a href='a.pdf'>the report</a></ul>", "\u2022 See the report\n"},
        {"<p>a</div></b></p></td></tr></table>b", "a\n\nb\n"},
        {"<html><body><p>a</p></body></HTML ><p>b</p>", "a\n\nb\n"},
        {"<p>a</p></html", "a\n"},
        {"<p>5 < 6 & 7 &unknown; &#0; &#xD800;</p>", "5 < 6 & 7 &unknown;\n"},
    };
    for (const auto& [html, text] : cases) BOOST_TEST_CONTEXT(html) BOOST_TEST(page(html) == text);
    std::string deep;
    for (int i = 0; i < 20'000; ++i) deep += "<div>";
    BOOST_TEST(page(deep + "a") == "a\n");
}

BOOST_AUTO_TEST_CASE(pages_are_known_by_their_head) {
    static constexpr struct { std::string_view text; bool html; } cases[] = {
        {"<!DOCTYPE html><p>a", true}, {" \n<HTML>", true}, {"<?xml version=\"1.0\"?>\n<html xmlns=\"\">", true}, {"<!-- saved --><body>", true}, {"<p>a</p>", true}, {"<AI1>\n1. Apologies\n</AI1>", false}, {"a <html>", false}, {"", false}, {"<", false},
    };
    for (const auto& c : cases) BOOST_TEST(is_html(c.text) == c.html, c.text);
}

BOOST_AUTO_TEST_CASE(numbers_are_those_of_the_paper) {
    const struct { NumberStyle style; long number; std::string_view text; } cases[] = {
        {NumberStyle::decimal, 12, "12"}, {NumberStyle::lower_letter, 3, "c"}, {NumberStyle::upper_letter, 27, "AA"}, {NumberStyle::lower_letter, 0, "0"}, {NumberStyle::lower_roman, 14, "xiv"},
        {NumberStyle::upper_roman, 1999, "MCMXCIX"}, {NumberStyle::upper_roman, 4000, "4000"}, {NumberStyle::lower_roman, -1, "-1"}, {NumberStyle::none, 3, ""},
    };
    for (const auto& c : cases) BOOST_TEST(number_in(c.style, c.number) == c.text);
}

BOOST_AUTO_TEST_CASE(files_that_are_not_what_they_seem) {
    const Workspace work;
    const std::string docx = read_file(kFormats / "larkmere.docx"), mht = read_file(kFormats / "larkmere.mht");
    const struct { std::string name, bytes, reason; } cases[] = {
        {"cut short", docx.substr(0, docx.size() / 2), "a damaged archive or office document"},
        {"nothing but a mark", "PK\x03\x04", "a damaged archive or office document"},
        {"an old document", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old office document, or one that needs a password"},
        {"a page of scripts", "<!DOCTYPE html><html><script>1</script></html>", "a web page without text"},
        {"a saved page without one", mht.substr(0, mht.find("text/html\r\nContent-Transfer")) + "text/css\r\n\r\na{}\r\n", "a saved page (.mht) that holds no HTML"},
    };
    for (const auto& c : cases) {
        const auto got = read_document(work.write("a.txt", c.bytes).string());
        const Skipped* skipped = std::get_if<Skipped>(&got);
        BOOST_TEST_CONTEXT(c.name) BOOST_TEST((skipped && skipped->reason.starts_with(c.reason)), (skipped ? skipped->reason : "read"));
    }
}
