#include "searcher/query.hpp"

#include <boost/test/unit_test.hpp>

#include <iterator>
#include <random>
#include <string>
#include <string_view>

using namespace minutes;

namespace {

/// The printed tree, or "! from-to message": the bytes at fault and why.
std::string explain(std::string_view query) {
    const Parsed parsed = parse_query(query);
    if (parsed.problem.message.empty()) return to_string(parsed.tree);
    return "! " + std::to_string(parsed.problem.at.begin) + "-" + std::to_string(parsed.problem.at.end) + " " + parsed.problem.message;
}

/// Expectations of long lists end in "...": then only what stands before is compared.
std::string cut_like(std::string text, std::string_view expected) {
    if (!expected.ends_with("...")) return text;
    return text.substr(0, expected.size() - 3) + "...";
}

std::string repeated(std::string_view piece, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(parses_queries) {
    static constexpr struct { std::string_view query, tree; } cases[] = {
        {"", "(everything)"},
        {"   ", "(everything)"},
        {"(a)(b)", "(and a b)"},
        {"a(", "! 1-2 this touches what stands before it; put a space between them, or put all of it in quotes"},
        {"date:30.2.2024", "! 5-14 \"30.2.2024\" is no date; write 2024, 2024-03, 2024-03-15, or a range such as 2023-04..2024-03"},
        {"agency", "agency"},
        {"Agency STAFF", "(and agency staff)"},
        {"agency  and\tstaff", "(and agency and staff)"},
        {"staff,", "staff"},
        {"Children’s", "children's"},
        {"O'Brien", "o'brien"},
        {"café", "cafe"},
        {"DCS", "dcs"},
        {"D.C.S.", "dcs"},
        {"agency-staff", "\"agency staff\""},
        {"agency/staff", "\"agency staff\""},
        {"22/00345/FUL", "=22/00345/ful"},
        {"SPCLL.25", "=spcll.25"},
        {"SPCLL.25,", "=spcll.25"},
        {"22/00345/FUL-A/B", "=22/00345/ful-a/b"},
        {"C&F", "=c&f"},
        {"£7.1million", "=£7.1million"},
        {"£1,200", "=£1,200"},
        {"1200", "1200"},
        {"12.5%", "=12.5%"},
        {"£5m-£7m", "\"£5m £7m\""},
        {"someone@example.org", "\"someone example org\""},
        {"2023/24", "=2023/24"},
        {"covid-19", "\"covid 19\""},
        {"2024-03-01", "\"2024 03 01\""},
        {"it's", "it's"},
        {"\"agency staff\"", "\"agency staff\""},
        {"“agency staff”", "\"agency staff\""},
        {"„agency staff”", "\"agency staff\""},
        {"\"agency\"", "=agency"},
        {"\"Agency-Staff\"", "\"agency staff\""},
        {"\"22/00345/FUL\"", "=22/00345/ful"},
        {"\"application 22/00345/FUL\"", "\"application 22 00345 ful\""},
        {"\"saved £1,200 or 12.5%\"", "\"saved £1,200 or 12.5%\""},
        {"\"time: 10:30\"", "\"time 10 30\""},
        {"\"AND\"", "=and"},
        {"\"staff OR agency\"", "\"staff or agency\""},
        {"\"a\" \"b\"", "(and =a =b)"},
        {"agency \"agency staff\" role:dcs", "(and agency \"agency staff\" role:dcs)"},
        {"a AND b", "(and a b)"},
        {"a OR b", "(or a b)"},
        {"a b OR c d", "(or (and a b) (and c d))"},
        {"a AND b OR c AND d", "(or (and a b) (and c d))"},
        {"a OR b c OR d", "(or a (and b c) d)"},
        {"(a OR b) c", "(and (or a b) c)"},
        {"((a))", "a"},
        {"a (b OR (c d))", "(and a (or b (and c d)))"},
        {"NOT x", "(not x)"},
        {"-x", "(not x)"},
        {"a -b", "(and a (not b))"},
        {"a AND NOT b", "(and a (not b))"},
        {"a -\"b c\"", "(and a (not \"b c\"))"},
        {"a -(b OR c)", "(and a (not (or b c)))"},
        {"a OR -b", "(or a (not b))"},
        {"-(-a)", "a"},
        {"and or not", "(and and or not)"},
        {"near adj", "(and near adj)"},
        {"a - b", "! 2-3 this dash stands alone; write it directly before the word to exclude (-agency), or leave it out"},
        {"a -", "! 2-3 this dash stands alone; write it directly before the word to exclude (-agency), or leave it out"},
        {"-", "! 0-1 this dash stands alone; write it directly before the word to exclude (-agency), or leave it out"},
        {"NOT", "! 0-3 NOT needs something after it; to search for the word put it in quotes"},
        {"NOT NOT a", "! 4-7 two negations in a row; write one, or none"},
        {"NOT -a", "! 4-5 two negations in a row; write one, or none"},
        {"--a", "! 0-2 two hyphens in a row mean nothing; write one to exclude a word: -agency"},
        {"a AND", "! 2-5 AND needs something on both sides of it; to search for the word put it in quotes: \"AND\""},
        {"AND a", "! 0-3 AND needs something on both sides of it; to search for the word put it in quotes: \"AND\""},
        {"a OR", "! 2-4 OR needs something on both sides of it; to search for the word put it in quotes: \"OR\""},
        {"OR", "! 0-2 OR needs something on both sides of it; to search for the word put it in quotes: \"OR\""},
        {"a AND OR b", "! 2-5 AND needs something on both sides of it; to search for the word put it in quotes: \"AND\""},
        {"a OR OR b", "! 2-4 OR needs something on both sides of it; to search for the word put it in quotes: \"OR\""},
        {"a AND AND b", "! 2-5 AND needs something on both sides of it; to search for the word put it in quotes: \"AND\""},
        {"(OR a)", "! 1-3 OR needs something on both sides of it; to search for the word put it in quotes: \"OR\""},
        {"(a OR)", "! 3-5 OR needs something on both sides of it; to search for the word put it in quotes: \"OR\""},
        {"()", "! 0-2 there is nothing between these brackets"},
        {"( )", "! 0-3 there is nothing between these brackets"},
        {"(a", "! 0-1 this bracket is never closed; add a )"},
        {"a)", "! 1-2 this bracket was never opened; take it out or add a ("},
        {")", "! 0-1 there is nothing in these brackets, or this bracket was never opened"},
        {"((a)", "! 0-1 this bracket is never closed; add a )"},
        {"\"a", "! 0-1 this quote is never closed; add a closing \""},
        {"“a", "! 0-3 this quote is never closed; add a closing \""},
        {"\"\"", "! 0-2 there is nothing between these quotes; write the words to search for"},
        {"\" \"", "! 0-3 there is nothing between these quotes; write the words to search for"},
        {"\"...\"", "! 0-5 there is no letter or digit between these quotes; punctuation alone is not indexed"},
        {"...", "! 0-3 there is no letter or digit to search for here; punctuation alone is not indexed"},
        {"&", "! 0-1 there is no letter or digit to search for here; punctuation alone is not indexed"},
        {"a & b", "! 2-3 there is no letter or digit to search for here; punctuation alone is not indexed"},
        {"health&care", "=health&care"},
        {"role:dcs", "role:dcs"},
        {"role:DCS", "role:dcs"},
        {"ROLE:dcs", "role:dcs"},
        {"role:vice-chair", "role:\"vice chair\""},
        {"role:\"vice chair\"", "role:\"vice chair\""},
        {"role:vice_chair", "role:\"vice chair\""},
        {"role:vicechair", "role:\"vice chair\""},
        {"role:\"head of service\"", "role:\"head of service\""},
        {"role:(dcs chair)", "role:(dcs chair)"},
        {"role:(dcs OR \"vice chair\")", "role:(dcs \"vice chair\")"},
        {"role:dcs role:chair", "role:(dcs chair)"},
        {"role:dcs AND role:chair", "(and role:dcs role:chair)"},
        {"role:dcs OR role:chair", "(or role:dcs role:chair)"},
        {"role:dcs x role:chair", "(and role:(dcs chair) x)"},
        {"-role:officer", "(not role:officer)"},
        {"-role:(officer clerk)", "(not role:(officer clerk))"},
        {"role:dsc", "! 5-8 unknown role \"dsc\"; did you mean dcs? ..."},
        {"role:wizard", "! 5-11 unknown role \"wizard\"; one of: dcs, chair, ..."},
        {"role:dcs,chair", "! 5-14 unknown role \"dcs,chair\"; several values are written role:(a b); one of: dcs, chair, ..."},
        {"role:", "! 0-5 role: needs a value directly after the colon; canonical role of a speaker, e.g. role:dcs"},
        {"role: dcs", "! 0-5 role: needs a value directly after the colon; canonical role of a speaker, e.g. role:dcs"},
        {"role:()", "! 5-7 there is no value between these brackets"},
        {"role:(dcs", "! 5-6 this bracket is never closed; add a )"},
        {"role:(dcs OR)", "! 10-12 OR needs something on both sides of it; to search for the word put it in quotes: \"OR\""},
        {"role:(dcs -chair)", "! 10-11 to exclude, put the hyphen before the field: -role:dcs"},
        {"role:(dcs AND chair)", "! 10-13 only values may stand in the brackets of a field, as in role:(dcs chair); OR between them is understood"},
        {"role:((dcs))", "! 6-7 only values may stand in the brackets of a field, as in role:(dcs chair); OR between them is understood"},
        {"role:\"\"", "! 5-7 role: needs a value; nothing is between these quotes"},
        {"role:*", "role:*"},
        {"role:-dcs", "! 5-6 to exclude, put the hyphen before the field: -role:dcs"},
        {"kind:decision", "kind:decision"},
        {"kind:agenda-note", "kind:\"agenda note\""},
        {"kind:\"agenda note\"", "kind:\"agenda note\""},
        {"kind:title", "kind:title"},
        {"kind:descision", "! 5-14 unknown kind \"descision\"; did you mean decision? ..."},
        {"council:eastmoor", "council:eastmoor"},
        {"council:\"East Moor\"", "council:\"east moor\""},
        {"council:St.Ann's", "council:\"st ann's\""},
        {"council:...", "! 8-11 council: needs a value with a letter or a digit"},
        {"committee:(scrutiny \"audit panel\")", "committee:(scrutiny \"audit panel\")"},
        {"speaker:O’Brien", "speaker:o'brien"},
        {"speaker:\"Ms L.R. Duffy\"", "speaker:\"ms lr duffy\""},
        {"title:ofsted", "title:ofsted"},
        {"title:\"annual report\"", "title:\"annual report\""},
        {"title:(ofsted report)", "title:(ofsted report)"},
        {"title:ofsted title:report", "(and title:ofsted title:report)"},
        {"is:incomplete", "is:incomplete"},
        {"is:complete", "! 3-11 unknown is \"complete\"; did you mean incomplete? one of: incomplete, unresolved, ambiguous, unanswered, interim, acting, deputy"},
        {"is:(interim Acting)", "is:(interim acting)"},
        {"zone:agenda", "zone:agenda"},
        {"zone:*", "zone:*"},
        {"zone:all", "zone:*"},
        {"zone:(agenda *)", "zone:(agenda *)"},
        {"zone:notes", "! 5-10 unknown zone \"notes\"; one of: title, minutes, decision, action, agenda, attendance, apologies, declarations, documents, boilerplate"},
        {"kind:furniture", "kind:furniture"},
        {"act:question", "act:question"},
        {"act:questions", "! 4-13 unknown act \"questions\"; did you mean question? one of: report, question, answer, concern, statement, decision, action"},
        {"owner:clerk mover:\"Cllr Hay\"", "(and owner:clerk mover:\"cllr hay\")"},
        {"owner:*", "owner:*"},
        {"date:*", "date:.."},
        {"id:*", "! 3-4 id:* is not supported; write a value"},
        {"zone:a*", "! 6-7 wildcards (*) in values are not supported; write the words of the value, or * alone for any"},
        {"id:eastmoor/scrutiny/2021-03-04/3/2", "id:eastmoor/scrutiny/2021-03-04/3/2"},
        {"file:/data/a(1).html", "! 12-13 this touches what stands before it; put a space between them, or put all of it in quotes"},
        {"file:\"/data/a (1).html\"", "file:\"/data/a (1).html\""},
        {"date:2024", "date:2024-01-01..2024-12-31"},
        {"date:2024-03", "date:2024-03-01..2024-03-31"},
        {"date:2024-02-29", "date:2024-02-29..2024-02-29"},
        {"date:2023-02-29", "! 5-15 \"2023-02-29\" is no date; write 2024, 2024-03, 2024-03-15, or a range such as 2023-04..2024-03"},
        {"date:2023-03-01..2024-02", "date:2023-03-01..2024-02-29"},
        {"date:..2023", "date:..2023-12-31"},
        {"date:2023-06..", "date:2023-06-01.."},
        {"date:..", "! 5-7 \"..\" is no date; write 2024, 2024-03, 2024-03-15, or a range such as 2023-04..2024-03"},
        {"date:2024-13", "! 5-12 \"2024-13\" is no date; write 2024, 2024-03, 2024-03-15, or a range such as 2023-04..2024-03"},
        {"date:2024-3", "! 5-11 \"2024-3\" is no date; write 2024, 2024-03, 2024-03-15, or a range such as 2023-04..2024-03"},
        {"date:2024-03..2023", "! 5-18 this range ends before it begins; write the earlier date first"},
        {"date:01/03/2024", "! 5-15 \"01/03/2024\" is no date here; write the year first: date:2024-03-01"},
        {"date:\"2024\"", "date:2024-01-01..2024-12-31"},
        {"date:(2020 2022)", "(or date:2020-01-01..2020-12-31 date:2022-01-01..2022-12-31)"},
        {"date:(2020..2021 OR 2023-04)", "(or date:2020-01-01..2021-12-31 date:2023-04-01..2023-04-30)"},
        {"date:2020 date:2022", "! 10-19 no day is in all of these dates; for any of several dates write date:(2020 2022)"},
        {"date:2020.. date:..2022", "(and date:2020-01-01.. date:..2022-12-31)"},
        {"-date:2020", "(not date:2020-01-01..2020-12-31)"},
        {"date:2024...2025", "! 5-16 \"2024...2025\" is no date; write 2024, 2024-03, 2024-03-15, or a range such as 2023-04..2024-03"},
        {"year:2021", "year:2021"},
        {"year:2019..2021", "date:2019-01-01..2021-12-31"},
        {"year:..2021", "date:..2021-12-31"},
        {"year:(2019 2021)", "year:(2019 2021)"},
        {"year:(2017 2019..2021)", "(or year:2017 date:2019-01-01..2021-12-31)"},
        {"year:21", "! 5-7 \"21\" is no year; write year:2021 or year:2019..2021, and date: for months and days"},
        {"year:2021-03", "! 5-12 \"2021-03\" is no year; write year:2021 or year:2019..2021, and date: for months and days"},
        {"text:staff", "! 0-5 unknown field \"text\"; to search for text with a colon put it in quotes..."},
        {"type:file", "! 0-5 unknown field \"type\"; to search for text with a colon put it in quotes..."},
        {"foo:bar", "! 0-4 unknown field \"foo\"; to search for text with a colon put it in quotes..."},
        {"time:", "! 0-5 unknown field \"time\"; to search for text with a colon put it in quotes..."},
        {"counsil:leeds", "! 0-8 unknown field \"counsil\"; did you mean council:? to search for text with a colon put it in quotes..."},
        {"roel:dcs", "! 0-5 unknown field \"roel\"; did you mean role:? to search for text with a colon put it in quotes..."},
        {"http://example.org", "! 0-5 unknown field \"http\"; to search for text with a colon put it in quotes..."},
        {"10:30", "! 0-3 unknown field \"10\"; to search for text with a colon put it in quotes..."},
        {":x", "! 0-1 a field's name is missing before the colon; to search for text with a colon put it in quotes"},
        {"fy:2024/25", "date:2024-04-01..2025-03-31"},
        {"my:2024/25", "date:2024-05-15..2025-05-14"},
        {"item:{a b}", "item:{(and a b)}"},
        {"meeting:{a}", "meeting:{a}"},
        {"item:e1", "item:e1"},
        {"staff*", "staff*"},
        {"sta*ff", "! 3-4 a star stands at the end of a word only (staff*: every word that begins so)"},
        {"*", "! 0-1 there is no word before this star; write at least 3 letters of it: staff*"},
        {"\"agency staff*\"", "\"agency staff*\""},
        {"\"agency (staff|workers)\"", "\"agency (staff|workers)\""},
        {"\"a b\"~5", "\"a b\"~5"},
        {"\"a b\"^2", "! 5-6 nothing may follow a phrase but a space or ~5; leave out the sign"},
        {"\"a b\"c", "! 5-6 this touches what stands before it; put a space between them, or put all of it in quotes"},
        {"a\"b\"", "! 1-4 this touches what stands before it; put a space between them, or put all of it in quotes"},
        {"=staff", "=staff"},
        {"~DCS", "~DCS"},
        {"staff~", "! 0-6 fuzzy words (staff~) are not supported; a word also finds its other endings, and staff* every word that begins so"},
        {"staff^2", "! 0-7 weights (staff^2) are not supported; leave out the ^ (before a word it means the start of the passage)"},
        {"a|b", "! 0-3 alternatives (a|b) stand in the brackets of a phrase, as in \"agency (staff|workers)\"; elsewhere write (a OR b)"},
        {"a || b", "! 2-4 || is not an operator; write OR"},
        {"a && b", "! 2-4 && is not an operator; write AND, or nothing: all words are required"},
        {"+a", "! 0-2 + (+a) is not needed: all words are required"},
        {"!a", "! 0-2 ! (!a) is not an operator; write - or NOT"},
        {"a NEAR b", "(a NEAR/10 b)"},
        {"a NEAR/3 b", "(a NEAR/3 b)"},
        {"a ADJ/2 b", "(a ADJ/2 b)"},
        {"XOR", "! 0-3 XOR is not supported; write (a -b) OR (b -a); in lower case it is a word"},
        {"{a}", "! 0-3 curly brackets ({a}) belong to item:{ } and meeting:{ }; to group words use ( )"},
        {"[a]", "! 0-3 square brackets ([a]) are not supported; use ( ), or quotes to search for the text"},
        {"date>2020", "! 0-9 comparisons (date>2020) are not supported; write a range: date:2023-04..2024-03"},
        {"year=2020", "! 0-9 comparisons (year=2020) are not supported; write field:value or a range: date:2023-04..2024-03"},
        {"2019..2021", "! 0-10 a range needs its field: date:2019..2021"},
        {"a\\b", "! 0-3 backslashes (a\\b) are not supported; put the text in quotes"},
        {"'agency staff'", "! 0-7 single quotes make no phrase; use double quotes, or leave out the apostrophe before the word"},
        {"–staff", "! 0-3 this is a long dash; to exclude a word use the plain hyphen: -agency"},
        {"\"social care\"-related", "! 13-14 a hyphen here could join or exclude; put a space before it to exclude, or put all of it in quotes"},
        {"(a)-b", "! 3-4 a hyphen here could join or exclude; put a space before it to exclude, or put all of it in quotes"},
        {"a(b)", "! 1-2 this touches what stands before it; put a space between them, or put all of it in quotes"},
        {"role(dcs)", "! 4-5 this touches what stands before it; put a space between them, or put all of it in quotes"},
        // wildcards
        {"Staff*", "staff*"},
        {"agency-staff*", "\"agency staff*\""},
        {"22/003*", "22/003*"},
        {"children's*", "children's*"},
        {"\"staff*\"", "staff*"},
        {"\"agenc* staff\"", "\"agenc* staff\""},
        {"\"agenc* staff*\"", "\"agenc* staff*\""},
        {"a*", "! 1-2 a wildcard needs at least 3 letters before its star (limit: letters of a wildcard); write more of the word"},
        {"ab*", "! 2-3 a wildcard needs at least 3 letters before its star (limit: letters of a wildcard); write more of the word"},
        {"£7*", "! 3-4 a wildcard needs at least 3 letters before its star (limit: letters of a wildcard); write more of the word"},
        {"*ing", "! 0-1 a star stands at the end of a word only (staff*: every word that begins so)"},
        {"staff**", "! 5-6 a star stands at the end of a word only (staff*: every word that begins so)"},
        {"\"a *\"", "! 3-4 there is no word before this star; write at least 3 letters of it: staff*"},
        {"\"*\"", "! 1-2 there is no word before this star; write at least 3 letters of it: staff*"},
        {"\"sta*ff\"", "! 4-5 a star stands at the end of a word only (staff*: every word that begins so)"},
        {"\"agency st*\"", "! 10-11 a wildcard needs at least 3 letters before its star (limit: letters of a wildcard); write more of the word"},
        {"* a", "! 0-1 there is no word before this star; write at least 3 letters of it: staff*"},
        {"title:over*", "! 10-11 wildcards (*) in values are not supported; write the words of the value, or * alone for any"},
        {"council:\"east*\"", "! 8-15 wildcards (*) and alternatives (a|b) in values are not supported; several values are written council:(a b)"},
        // alternatives in phrases
        {"\"agency (staff|worker*)\"", "\"agency (staff|worker*)\""},
        {"\"(agency|bank) (staff|nurses) costs\"", "\"(agency|bank) (staff|nurses) costs\""},
        {"\"(staff|workers)\"", "\"(staff|workers)\""},
        {"\"(agency)\"", "=agency"},
        {"\"director (children)\"", "\"director children\""},
        {"\"(children) agency (a|b)\"", "\"children agency (a|b)\""},
        {"\"the (chief executive|director|chair) said\"", "(or \"the (director|chair) said\" \"the chief executive said\")"},
        {"\"agency (multi-agency|staff)\"", "(or \"agency staff\" \"agency multi agency\")"},
        {"\"agency (staff|)\"", "! 14-16 an alternative is missing here; write (staff|workers)"},
        {"\"agency (|staff)\"", "! 8-10 an alternative is missing here; write (staff|workers)"},
        {"\"agency staff|workers\"", "! 13-14 alternatives stand in brackets: \"agency (staff|workers)\""},
        {"\"agency (staff|workers\"", "! 8-9 this bracket is never closed; add a )"},
        {"\"(a b|c d) (e f|g h) (i j|k l) (m n|o p) (q r|s t) (u v|w x)\"", "! 51-60 these alternatives make more than 32 phrases (limit: variants of a phrase); ask in several queries"},
        // distances
        {"\"agency staff\"~5", "\"agency staff\"~5"},
        {"“agency staff”~5", "\"agency staff\"~5"},
        {"\"agenc* (staff|workers)\"~3", "\"agenc* (staff|workers)\"~3"},
        {"\"agency-staff\"~2 x", "(and \"agency staff\"~2 x)"},
        {"\"a b\"~", "! 5-6 a whole number must follow, as in \"a b\"~5: within so many words"},
        {"\"a b\"~x", "! 5-7 a whole number must follow, as in \"a b\"~5: within so many words"},
        {"\"a b\"~0", "! 5-7 a distance of 0 words means nothing; 1 is side by side"},
        {"\"a b\"~101", "! 5-9 the distance may be 100 words (limit: distance); for words anywhere in the passage use AND"},
        {"\"a b\"~99999999999", "! 5-17 the distance may be 100 words (limit: distance); for words anywhere in the passage use AND"},
        {"\"a\"~5", "! 0-5 a distance (~5) needs at least two words between the quotes"},
        {"\"a (b c|d)\"~5", "! 0-13 alternatives of several words cannot stand in a phrase with a distance (~); list the phrases with OR"},
        {"\"a b c d e f g h i j k l m\"~5", "! 0-29 a phrase with a distance (~) may have 12 words (limit: words of such a phrase); leave some out"},
        {"speaker:\"a b\"~5", "! 8-15 a distance (~) has no meaning in a value; leave it out"},
        // NEAR and ADJ
        {"a NEAR/5 b ADJ/3 c", "(a NEAR/5 b ADJ/3 c)"},
        {"x a NEAR b y", "(and x (a NEAR/10 b) y)"},
        {"a ADJ b", "(a ADJ/10 b)"},
        {"-a NEAR/2 b", "(not (a NEAR/2 b))"},
        {"\"agency staff\" NEAR/5 (cost* OR overspend)", "(\"agency staff\" NEAR/5 (or cost* overspend))"},
        {"=staff NEAR/5 ~DCS", "(=staff NEAR/5 ~DCS)"},
        {"concept:agency-staff NEAR/5 cost", "(concept:agency-staff NEAR/5 cost)"},
        {"(a NEAR/5 b)", "(a NEAR/5 b)"},
        {"NEAR", "! 0-4 NEAR needs something on both sides of it; to search for the word put it in quotes: \"NEAR\""},
        {"a NEAR", "! 2-6 NEAR needs something on both sides of it; to search for the word put it in quotes: \"NEAR\""},
        {"NEAR b", "! 0-4 NEAR needs something on both sides of it; to search for the word put it in quotes: \"NEAR\""},
        {"a NEAR NEAR b", "! 2-6 NEAR needs something on both sides of it; to search for the word put it in quotes: \"NEAR\""},
        {"a NEAR OR b", "! 2-6 NEAR needs something on both sides of it; to search for the word put it in quotes: \"NEAR\""},
        {"a NEAR/0 b", "! 2-8 a distance of 0 words means nothing; 1 is side by side"},
        {"a NEAR/101 b", "! 2-10 the distance may be 100 words (limit: distance); for words anywhere in the passage use AND"},
        {"a NEAR/ b", "! 2-7 a whole number must follow, as in NEAR/5: within so many words"},
        {"a ADJ/-1 b", "! 2-8 a whole number must follow, as in ADJ/5: within so many words"},
        {"a NEAR/5 -b", "! 9-10 NEAR/5 cannot be followed by a NOT; exclude outside of it: (a NEAR/5 b) -c"},
        {"a NEAR/5 role:dcs", "! 9-17 NEAR and ADJ stand between words, phrases..."},
        {"(a b) NEAR/5 c", "! 0-5 NEAR and ADJ stand between words, phrases..."},
        {"(a NEAR/5 b) NEAR/5 c", "! 0-12 NEAR and ADJ stand between words, phrases..."},
        {"a NEAR/5 ^b", "! 9-11 NEAR and ADJ stand between words, phrases..."},
        {"\"a b\"NEAR c", "! 5-9 this touches what stands before it; put a space between them, or put all of it in quotes"},
        {"a ONEAR/3 b", "! 2-9 ONEAR is not an operator; write ADJ/5 for words in this order; in lower case it is a word"},
        // signs
        {"=Staff", "=staff"},
        {"=Children’s", "=children's"},
        {"=agency-staff", "\"agency staff\""},
        {"-=staff a", "(and (not =staff) a)"},
        {"=", "! 0-1 = needs a word directly after it, as in =staff"},
        {"= a", "! 0-1 = needs a word directly after it, as in =staff"},
        {"==a", "! 1-2 = goes directly before a word; leave it out here"},
        {"=\"a b\"", "! 0-1 = is not needed before a phrase: in quotes every word is this exact form"},
        {"=(a)", "! 1-2 = goes directly before a word; leave it out here"},
        {"=staff*", "! 0-7 = asks for this one form, a star for many; leave out one of them"},
        {"=role:dcs", "! 1-6 = goes directly before a word; leave it out here"},
        {"a =", "! 2-3 = needs a word directly after it, as in =staff"},
        {"~D.C.S.", "~D.C.S."},
        {"~\"Director of Children’s Services\"", "~\"Director of Children’s Services\""},
        {"~", "! 0-1 ~ needs a word directly after it, as in ~DCS"},
        {"~staff*", "! 0-7 ~ expands an acronym or a name as it stands; leave out the other signs"},
        {"~...", "! 0-4 there is no letter or digit to search for here; punctuation alone is not indexed"},
        {"^the", "^the"},
        {"^\"the director\"", "^\"the director\""},
        {"^=the", "^=the"},
        {"^(the OR a)", "^(or the a)"},
        {"^", "! 0-1 ^ needs a word directly after it, as in ^staff"},
        {"^ a", "! 0-1 ^ needs a word directly after it, as in ^staff"},
        {"^-a", "! 1-2 a hyphen here could join or exclude; put a space before it to exclude, or put all of it in quotes"},
        {"^role:dcs", "! 1-9 ^ (the start of a passage) goes before a word, a phrase or a group of these with OR"},
        {"^(a b)", "! 1-6 ^ (the start of a passage) goes before a word, a phrase or a group of these with OR"},
        {"concept:Agency_Staff", "concept:agency-staff"},
        {"concept:\"agency staff\"", "concept:agency-staff"},
        {"concept:...", "! 8-11 concept: needs a name with a letter or a digit, e.g. concept:agency-staff"},
        {"concept:(a b)", "(or concept:a concept:b)"},
        // scopes
        {"meeting:{role:dcs \"agency staff\"} meeting:{role:external inadequate}", "(and meeting:{(and role:dcs \"agency staff\")} meeting:{(and role:external inadequate)})"},
        {"MEETING:{a OR -b}", "meeting:{(or a (not b))}"},
        {"-item:{a}", "(not item:{a})"},
        {"meeting:{item:{a b} c}", "meeting:{(and item:{(and a b)} c)}"},
        {"item:{(a OR b) year:2021}", "item:{(and (or a b) year:2021)}"},
        {"item:{", "! 0-6 this bracket is never closed; add a }"},
        {"item:{}", "! 0-7 there is nothing between these brackets"},
        {"item:{ }", "! 0-8 there is nothing between these brackets"},
        {"item:{a", "! 0-6 this bracket is never closed; add a }"},
        {"item:{(a}", "! 6-7 this bracket is never closed; add a )"},
        {"item:{a)", "! 7-8 the bracket of item:{ is not closed here; add a }"},
        {"item:{a}}", "! 8-9 this curly bracket (}) was never opened; scopes are item:{ } and meeting:{ }"},
        {"item: {a}", "! 6-9 curly brackets ({a}) belong to item:{ } and meeting:{ }; to group words use ( )"},
        {"item:{a}b", "! 8-9 this touches what stands before it; put a space between them, or put all of it in quotes"},
        {"turn:{a}", "! 0-6 curly brackets belong to item:{ } and meeting:{ }; several values of a field are written role:(a b)"},
        {"role:{dcs}", "! 0-6 curly brackets belong to item:{ } and meeting:{ }; several values of a field are written role:(a b)"},
        {"item:{a} NEAR/5 b", "! 0-8 NEAR and ADJ stand between words, phrases..."},
        {"}", "! 0-1 this curly bracket (}) was never opened; scopes are item:{ } and meeting:{ }"},
        // dates
        {"from:2023-04 to:2024-03", "(and date:2023-04-01.. date:..2024-03-31)"},
        {"from:2024 to:2023", "! 10-17 no day is in all of these dates; for any of several dates write date:(2020 2022)"},
        {"from:2023..2024", "! 5-15 from: takes one date; a range is written date:2023..2024"},
        {"date:*", "date:.."},
        {"fy:2024-25", "date:2024-04-01..2025-03-31"},
        {"fy:1999/2000", "date:1999-04-01..2000-03-31"},
        {"fy:1999/00", "date:1999-04-01..2000-03-31"},
        {"fy:2019/20..2021/22", "date:2019-04-01..2022-03-31"},
        {"fy:2019/20..", "date:2019-04-01.."},
        {"fy:(2019/20 2021/22)", "(or date:2019-04-01..2020-03-31 date:2021-04-01..2022-03-31)"},
        {"fy:2024", "! 3-7 \"2024\" is no financial year (1 April to 31 March); a year lies in two of them; write fy:2024/25 or fy:2023/24"},
        {"fy:2024/26", "! 3-10 \"2024/26\" is no financial year (1 April to 31 March); write two years that follow each other, as in fy:2024/25"},
        {"my:2024/25", "date:2024-05-15..2025-05-14"},
        {"my:24/25", "! 3-8 \"24/25\" is no municipal year (15 May to 14 May); write two years that follow each other, as in my:2024/25"},
        {"date:\"last 2 years\"", "! 5-19 \"last 2 years\" depends on the day; say which with --today 2026-01-31, or write the dates"},
        {"date:\"last year\"", "! 5-16 \"last year\" is no date; write 2024..."},
        // what no rule of the language foresees
        {"🎉", "! 0-4 there is no letter or digit to search for here; punctuation alone is not indexed"},
        {"staff 🎉", "! 6-10 there is no letter or digit to search for here; punctuation alone is not indexed"},
        {"שלום", "שלום"},
        {"\"שלום עולם\"", "\"שלום עולם\""},
        {"cafe\u0301", "cafe"},
        {"\u0301", "! 0-2 there is no letter or digit to search for here; punctuation alone is not indexed"},
        {"(((", "! 2-3 this bracket is never closed; add a )"},
        {"has:vote", "! 0-4 unknown field \"has\"; ..."},
        {"rolle:dcs", "! 0-6 unknown field \"rolle\"; did you mean role:? ..."},
        {"role:xyz", "! 5-8 unknown role \"xyz\"; one of: dcs, ..."},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("query: " << c.query) BOOST_TEST(cut_like(explain(c.query), c.tree) == c.tree);
}

BOOST_AUTO_TEST_CASE(dates_relative_to_a_day) {
    static constexpr struct { std::string_view query, today, tree; } cases[] = {
        {"date:\"last 2 years\"", "2024-03-15", "date:2022-03-16..2024-03-15"},
        {"date:\"last 1 year\"", "2024-02-29", "date:2023-03-01..2024-02-29"},
        {"date:\"last 1 month\"", "2024-03-31", "date:2024-03-01..2024-03-31"},
        {"date:\"last 7 days\"", "2024-03-03", "date:2024-02-26..2024-03-03"},
        {"date:\"last 2 weeks\"", "2024-03-14", "date:2024-03-01..2024-03-14"},
        {"date:“last 18 months”", "2024-03-15", "date:2022-09-16..2024-03-15"},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("query: " << c.query) {
            const Parsed parsed = parse_query(c.query, c.today);
            BOOST_TEST(parsed.problem.message == "");
            BOOST_TEST(to_string(parsed.tree) == c.tree);
        }
    BOOST_TEST(!parse_query("date:\"last 0 years\"", "2024-03-15").problem.message.empty());
    BOOST_TEST(!parse_query("date:\"last 2 moons\"", "2024-03-15").problem.message.empty());
}

BOOST_AUTO_TEST_CASE(words_know_their_alias_and_stem) {
    static constexpr struct { std::string_view query, form, alias, stem; } cases[] = {
        {"Staffing", "staffing", "", "staf"},      {"Children’s", "children's", "childrens", "children"},
        {"O'Brien", "o'brien", "obrien", "o'brien"}, {"it's", "it's", "", "it"},
        {"1,200", "1,200", "1200", "1,200"},       {"\"Children's\"", "children's", "childrens", ""},
        {"22/00345/FUL", "22/00345/ful", "", ""},  {"£1,200", "£1,200", "£1200", ""},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("query: " << c.query) {
            const Parsed parsed = parse_query(c.query);
            const auto* word = std::get_if<Word>(&parsed.tree.is);
            BOOST_REQUIRE(word != nullptr);
            BOOST_TEST(word->form == c.form);
            BOOST_TEST(word->alias == c.alias);
            BOOST_TEST(word->stem == c.stem);
        }
}

BOOST_AUTO_TEST_CASE(nodes_remember_where_they_stand) {
    const Parsed parsed = parse_query("é (a OR \"b c\") -role:dcs");
    const auto& parts = std::get<All>(parsed.tree.is).of;
    BOOST_TEST((parts[0].at == Span{0, 2}));
    BOOST_TEST((parts[1].at == Span{3, 15}));
    BOOST_TEST((parts[2].at == Span{16, 25}));
    BOOST_TEST((std::get<Not>(parts[2].is).of->at == Span{17, 25}));
    BOOST_TEST((parsed.tree.at == Span{0, 25}));
}

BOOST_AUTO_TEST_CASE(limits_and_bad_bytes_are_refused) {
    const struct { std::string query, tree; } cases[] = {
        {repeated("a ", 64), "(and..."},
        {repeated("a ", 65), "! 128-129 more than 64 words, phrases and values (limit: parts of a query); ask in several queries"},
        {"year:(" + repeated("2020 ", 65) + ")", "! 326-330 more than 64 words, phrases and values (limit: parts of a query); ask in several queries"},
        {repeated("(", 32) + "a" + repeated(")", 32), "a"},
        {repeated("(", 33) + "a" + repeated(")", 33), "! 32-33 brackets are nested deeper than 32 (limit: depth of brackets); simplify the query"},
        {repeated("-(", 33) + "a" + repeated(")", 33), "! 65-66 brackets are nested deeper than 32 (limit: depth of brackets); simplify the query"},
        {std::string(2048, 'a'), repeated("a", 200)},
        {std::string(2049, 'a'), "! 2048-2049 a query may have 2048 bytes (limit: length of a query); this one has 2049"},
        {std::string(100'000, '('), "! 2048-100000 a query may have 2048 bytes (limit: length of a query); this one has 100000"},
        {std::string("a\0b", 3), "! 1-2 the query holds a control character here; take it out"},
        {"a\x1B[0m", "! 1-2 the query holds a control character here; take it out"},
        {"a\x7F", "! 1-2 the query holds a control character here; take it out"},
        {"a\u0085", "! 1-3 the query holds a control character here; take it out"},
        {"a \xFF", "! 2-3 the query is not valid UTF-8 here..."},
        {"\xC3", "! 0-1 the query is not valid UTF-8 here..."},
        {"\xC0\x80", "! 0-1 the query is not valid UTF-8 here..."},
        {"\xED\xA0\x80", "! 0-3 the query is not valid UTF-8 here..."},
        {"\xF4\x90\x80\x80", "! 0-4 the query is not valid UTF-8 here..."},
        {"\xE0\x80\x80", "! 0-3 the query is not valid UTF-8 here..."},
        {" \t\r\n\u00A0\u3000", "(everything)"},
        {"a\u00A0b\u2003c\nd", "(and a b c d)"},
        {"chil\u00ADdren", "children"},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("query: " << c.query.substr(0, 80)) BOOST_TEST(cut_like(explain(c.query), c.tree) == c.tree);
}

BOOST_AUTO_TEST_CASE(a_fault_is_shown_under_its_character) {
    static const struct { std::string query, shown; } cases[] = {
        {"a ONEAR/3 b", "a ONEAR/3 b\n  ^~~~~~~"},
        {"cafés (x", "cafés (x\n      ^"},
        {"a\tb\n(c", "a b (c\n    ^"},
        {"“", "“\n^"},
        {"a\x1B[31m", "a?[31m\n ^"},
        {"\xFF" "b", "?b\n^"},
        {repeated("word ", 40) + "staff^2", "…" + repeated("word ", 12) + "staff^2\n" + std::string(61, ' ') + "^~~~~~~"},
        {"(" + repeated("word ", 20), "(" + repeated("word ", 7) + "word…\n^"},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("query: " << c.query) {
            const Problem problem = parse_query(c.query).problem;
            BOOST_TEST(with_caret(c.query, problem) == c.shown + '\n' + problem.message);
        }
    const std::string huge(1'000'000, '(');
    BOOST_TEST(with_caret(huge, parse_query(huge).problem).size() < 500);
}

BOOST_AUTO_TEST_CASE(reads_dates) {
    static constexpr struct { std::string_view text, range; } cases[] = {
        {"2024", "2024-01-01 2024-12-31"},       {"2024-02", "2024-02-01 2024-02-29"}, {"2023-02", "2023-02-01 2023-02-28"},
        {"2024-03-01", "2024-03-01 2024-03-01"}, {"..2024", " 2024-12-31"},            {"2024..", "2024-01-01 "},
        {"2023-04..2024-03", "2023-04-01 2024-03-31"}, {"", "none"}, {"..", "none"}, {"24", "none"}, {"0000", "none"}, {"2024-", "none"},
        {"2024-00", "none"}, {"2024-13", "none"}, {"2024-1-1", "none"}, {"2024-01-32", "none"}, {"2023-02-29", "none"}, {"2024-01-01x", "none"},
        {"2024...2025", "none"}, {"2024..2025..2026", "none"}, {"+024", "none"}, {"2024-+1", "none"}, {"20240101", "none"}, {"99999", "none"},
    };
    for (const auto& c : cases) {
        const std::optional<DateRange> range = parse_dates(c.text);
        BOOST_TEST_CONTEXT("text: " << c.text) BOOST_TEST((range ? range->from + ' ' + range->to : "none") == c.range);
    }
}

BOOST_AUTO_TEST_CASE(any_bytes_are_answered_or_refused) {
    static constexpr std::string_view pieces[] = {"a", "staff", " ", " ", "(", ")", "\"", "-", "AND ", "OR ", "NOT ", "role:", "dcs", "date:", "2024", "..",
                                                  ":", "*", "~", "=", "^", "~3", "NEAR/2 ", "ADJ ", "item:{", "}", "fy:", "2019/20", "concept:", "’", "é", "\xFF", "\x01", "“", "”", "'", "year:(", "{", "|", "/", ".", "&", "£5", "%", ","};
    std::mt19937 random(7);
    int answered = 0;
    for (int round = 0; round < 50'000; ++round) {
        std::string query;
        for (auto count = random() % 12; count > 0; --count) query += pieces[random() % std::size(pieces)];
        const Parsed parsed = parse_query(query);
        const Problem& problem = parsed.problem;
        if (problem.message.empty()) {
            ++answered;
            BOOST_REQUIRE_MESSAGE(!to_string(parsed.tree).empty(), query);
        } else {
            BOOST_REQUIRE_MESSAGE(problem.at.begin <= problem.at.end && problem.at.end <= query.size(), query);
            BOOST_REQUIRE_MESSAGE(!with_caret(query, problem).empty(), query);
        }
    }
    BOOST_TEST(answered > 1000);
}
