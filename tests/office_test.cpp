// DOCX and OpenDocument text: what is shown, and archives that are not what they seem.
#include "corpus/markup/captions.hpp"
#include "corpus/read_document.hpp"
#include "tests/workspace.hpp"
#include "tests/zipped.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace minutes;
using namespace minutes::test;
namespace fs = std::filesystem;

namespace {

using Members = ZipMembers;

std::string shown(const fs::path& path) {
    const auto got = read_document(path.string());
    if (const Skipped* skipped = std::get_if<Skipped>(&got)) return "skipped: " + skipped->reason;
    std::string text = std::get<Document>(got).text;
    for (const std::string& what : std::get<Document>(got).left_out) text += "|" + what;
    return text;
}

std::string word(std::string_view body) { return "<w:document><w:body>" + std::string(body) + "</w:body></w:document>"; }
std::string run(std::string_view text, std::string_view properties = {}) { return "<w:r><w:rPr>" + std::string(properties) + "</w:rPr><w:t>" + std::string(text) + "</w:t></w:r>"; }
std::string paragraph(std::string_view text, std::string_view properties = {}) { return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr>" + std::string(text) + "</w:p>"; }
std::string in_list(int list, int level) { return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + std::to_string(list) + "\"/></w:numPr>"; }

constexpr std::string_view kNumbering =
    "<w:numbering><w:abstractNum w:abstractNumId=\"5\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"7\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1(%2)\"/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"6\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"x\"/></w:lvl></w:abstractNum>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"6\"/></w:num>"
    "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"5\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num></w:numbering>";
constexpr std::string_view kStyles =
    "<w:styles><w:style w:styleId=\"Top\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"Head\"><w:basedOn w:val=\"Top\"/></w:style>"
    "<w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/></w:style><w:style w:styleId=\"B\"><w:basedOn w:val=\"A\"/></w:style></w:styles>";

std::string odt(std::string_view styles, std::string_view body) {
    return "<office:document-content><office:automatic-styles>" + std::string(styles) + "</office:automatic-styles><office:body><office:text>" + std::string(body) + "</office:text></office:body></office:document-content>";
}

}  // namespace

BOOST_AUTO_TEST_CASE(docx_shows_what_word_prints) {
    const struct { std::string name, body, text; } cases[] = {
        {"numbers of styles and lists", paragraph(run("Benches"), "<w:pStyle w:val=\"Head\"/>") + paragraph(run("Oak."), in_list(1, 1)) + paragraph(run("Elm."), in_list(1, 1)) + paragraph(run("Ponds"), "<w:pStyle w:val=\"Head\"/>") + paragraph(run("None."), in_list(1, 1)) +
             paragraph(run("Anew"), in_list(3, 0)) + paragraph(run("and on"), in_list(3, 0)) + paragraph(run("point"), in_list(2, 0)) + paragraph(run("no list"), in_list(99, 0)) + paragraph(run("circle"), "<w:pStyle w:val=\"A\"/>"),
         "7. Benches\n\n7(a) Oak.\n\n7(b) Elm.\n\n8. Ponds\n\n8(a) None.\n\n1. Anew\n\n2. and on\n\n\u2022 point\n\nno list\n\ncircle\n"},
        {"a numbered paragraph without text counts for nothing", paragraph("", in_list(1, 0)) + paragraph(run("Benches"), in_list(1, 0)), "7. Benches\n"},
        {"tracked changes", paragraph(run("Oak was ") + "<w:del>" + "<w:r><w:delText>not ever </w:delText></w:r></w:del><w:ins>" + run("bought") + "</w:ins>" + run("."), ""), "Oak was bought.\n|2 words that a tracked change deletes"},
        {"struck out and hidden", paragraph(run("a ") + run("b ", "<w:strike/>") + run("c ", "<w:strike w:val=\"0\"/>") + run("d ", "<w:vanish/>") + run("e")), "a c e\n|2 words struck out, hidden, or of notes and comments"},
        {"breaks and tabs", paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"), "a b\nc-d\n"},
        {"a table", "<w:tbl><w:tr><w:tc>" + paragraph(run("Pond")) + "</w:tc><w:tc>" + paragraph(run("3")) + "</w:tc></w:tr><w:tr><w:tc>" + paragraph(run("Bench")) + "</w:tc><w:tc>" + paragraph(run("4")) + "</w:tc></w:tr></w:tbl>", "Pond\t3\nBench\t4\n"},
        {"a field is its result", paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("3")), "3\n"},
        {"said twice for older programs", paragraph("<mc:AlternateContent><mc:Choice>" + run("a") + "</mc:Choice><mc:Fallback>" + run("a") + "</mc:Fallback></mc:AlternateContent>"), "a\n"},
    };
    const Workspace work;
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT(c.name) BOOST_TEST(shown(zipped(work, {{"word/document.xml", word(c.body)}, {"word/numbering.xml", std::string(kNumbering)}, {"word/styles.xml", std::string(kStyles)}})) == c.text);
}

BOOST_AUTO_TEST_CASE(odt_shows_what_is_printed) {
    constexpr std::string_view kLists =
        "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\" text:start-value=\"4\"/>"
        "<text:list-level-style-number text:level=\"2\" style:num-format=\"a\" style:num-prefix=\"(\" style:num-suffix=\")\"/></text:list-style>"
        "<text:list-style style:name=\"B\"><text:list-level-style-bullet text:level=\"1\"/></text:list-style>"
        "<style:style style:name=\"S\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>";
    const struct { std::string name, body, text; } cases[] = {
        {"lists", "<text:list text:style-name=\"L\" xml:id=\"a\"><text:list-item><text:p>Benches</text:p><text:p>more</text:p><text:list><text:list-item><text:p>Oak</text:p></text:list-item><text:list-item><text:p>Elm</text:p></text:list-item></text:list></text:list-item></text:list>"
                  "<text:list text:style-name=\"B\"><text:list-item><text:p>point</text:p></text:list-item></text:list><text:list text:style-name=\"L\" text:continue-list=\"a\"><text:list-item><text:p>Ponds</text:p></text:list-item></text:list>"
                  "<text:list text:style-name=\"L\"><text:list-item text:start-value=\"9\"><text:p>Bins</text:p></text:list-item></text:list>",
         "4. Benches\n\nmore\n\n(a) Oak\n\n(b) Elm\n\n\u2022 point\n\n5. Ponds\n\n9. Bins\n"},
        {"tracked changes", "<text:tracked-changes><text:changed-region><text:deletion><text:p>not ever</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Oak<text:s/>was <text:change text:change-id=\"c\"/>bought.</text:p>",
         "Oak was bought.\n|2 words that a tracked change deletes"},
        {"struck out, notes", "<text:p>a <text:span text:style-name=\"S\">b </text:span>c<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>d</text:p></text:note-body></text:note></text:p>", "a c\n|3 words struck out, hidden, or of notes and comments"},
        {"a table", "<table:table><table:table-row><table:table-cell><text:p>Pond</text:p></table:table-cell><table:table-cell><text:p>3</text:p></table:table-cell></table:table-row></table:table>", "Pond\t3\n"},
        {"breaks", "<text:h text:outline-level=\"1\">Head</text:h><text:p>a<text:line-break/>b<text:tab/>c</text:p>", "Head\n\na\nb c\n"},
    };
    const Workspace work;
    for (const auto& c : cases) BOOST_TEST_CONTEXT(c.name) BOOST_TEST(shown(zipped(work, {{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", odt(kLists, c.body)}})) == c.text);
}

BOOST_AUTO_TEST_CASE(archives_that_are_not_what_they_seem) {
    std::string laughs = "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + word(paragraph(run("&b;")));
    std::string deep;
    for (int i = 0; i < 50'000; ++i) deep += "<w:tbl><w:tr><w:tc>";
    const std::string bomb(static_cast<std::size_t>(70) << 20, ' ');
    const struct { std::string name; Members members; std::string said; } cases[] = {
        {"entities that grow", {{"word/document.xml", laughs}}, "skipped: an office document that is damaged or needs a password; save it again, or as PDF"},
        {"never closed", {{"word/document.xml", deep + paragraph(run("a"))}}, "skipped: an office document that is damaged or needs a password; save it again, or as PDF"},
        {"no XML", {{"content.xml", "\x01\x02 enciphered"}}, "skipped: an office document that is damaged or needs a password; save it again, or as PDF"},
        {"no text", {{"word/document.xml", word("")}}, "skipped: an office document without text"},
        {"a bomb", {{"word/document.xml", bomb}}, "skipped: an office document that unpacks to more than 64 MB; save it as PDF"},
        {"a spreadsheet", {{"xl/workbook.xml", "<a/>"}}, "skipped: a spreadsheet; save it as PDF"},
        {"an archive of files", {{"a.txt", "Benches."}}, "skipped: a zip archive; name a file in it: ARCHIVE/FILE"},
    };
    const Workspace work;
    for (const auto& c : cases) BOOST_TEST_CONTEXT(c.name) BOOST_TEST(shown(zipped(work, c.members)) == c.said);
}

BOOST_AUTO_TEST_CASE(captions_become_turns) {
    static constexpr struct { std::string_view captions, text; } cases[] = {
        {"WEBVTT\n\nNOTE made by hand\n\n1\n00:00:01.000 --> 00:00:03.000 align:left\n<v Ann Oak>Good <i>evening</i></v>\n\n2\n00:00:03.000 --> 00:00:05.000\n<v Ann Oak>to all.</v>\n\n00:00:06.000 --> 00:00:07.000\n<v Ben Elm>Thank you.</v>\n",
         "Ann Oak: Good evening to all.\n\nBen Elm: Thank you.\n"},
        {"1\r\n00:00:01,000 --> 00:00:03,000\r\nCHAIR: Good evening\r\nto all.\r\n\r\n2\r\n00:00:03,000 --> 00:00:05,000\r\n- Ann Oak: Thank you.\r\n", "CHAIR: Good evening to all.\n\nAnn Oak: Thank you.\n"},
        {"WEBVTT\n", ""},
        {"WEBVTT\n\n00:01.000 --> 00:02.000\n<v\n<v >\n<>a < b\n", "<v a < b\n"},
    };
    for (const auto& [captions, text] : cases) {
        BOOST_TEST(is_captions(captions));
        BOOST_TEST(captions_text(captions) == text);
    }
    for (const std::string_view text : {"", "WEBVTTX", "1. Apologies\n\nNone.\n", "1\nApologies\nNone.\n"}) BOOST_TEST(!is_captions(text), text);
}
