#include "analyzers/tokens.hpp"

#include "analyzers/words/tokens_icu.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace minutes;

namespace {

/// Words by their forms; wholes in square brackets after the word that they start with, with their width if above 1.
std::string forms_of(const Tokens& tokens) {
    std::string text;
    for (const Token& token : tokens.list) {
        text += text.empty() ? "" : " ";
        const std::string form(tokens.form(token));
        const std::string width = token.width > 1 ? ":" + std::to_string(token.width) : "";
        text += token.whole ? '[' + form + width + ']' : form;
    }
    return text;
}

/// The bytes of the text that the tokens cover, each between bars.
std::string covered(std::string_view text) {
    std::string slices = "|";
    for (const Token& token : tokenise(text).list) slices += std::string(slice(text, token.at)) + '|';
    return slices;
}

/// Everything about tokens, for comparing two ways.
std::string everything(const Tokens& tokens) {
    std::string text = std::to_string(tokens.words);
    for (const Token& token : tokens.list)
        text += '\n' + std::to_string(token.at.begin) + '-' + std::to_string(token.at.end) + ' ' + std::string(tokens.form(token)) + ' ' +
                std::to_string(token.position) + '+' + std::to_string(token.width) + (token.whole ? " whole" : "");
    return text;
}

/// The first broken promise of tokens.hpp, or "".
std::string fault(std::string_view text, const Tokens& tokens) {
    const auto inside = [&](std::uint32_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
    std::uint32_t words = 0, position = 0, end = 0;
    for (const Token& token : tokens.list) {
        if (token.at.empty() || token.at.end > text.size()) return "an empty span or one beyond the text";
        if (inside(token.at.begin) || inside(token.at.end)) return "a span ends within a character: " + std::string(tokens.form(token));
        if (token.form.empty() || token.form.size() > 200 || token.form.end > tokens.forms.size()) return "an impossible form";
        if (token.position < position) return "positions go back";
        position = token.position;
        if (token.whole ? position + 1 != words : position != words++) return "a whole without its word, or a position left out";
        if (!token.whole && token.at.begin < end) return "words overlap";
        if (!token.whole) end = token.at.end;
        if (position + token.width > tokens.words) return "wider than the text";
    }
    return words == tokens.words ? "" : "words are miscounted";
}

std::string random_text(std::mt19937& random, const std::vector<std::string_view>& pieces, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += pieces[random() % pieces.size()];
    return text;
}

std::string repeated(std::string_view piece, std::size_t count) {
    std::string text;
    text.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return text;
}

std::string contents(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

const std::vector<std::string_view> kSimple = {
    "a", "b", "S", "T", "word", "The", "1", "2", "345", "67", " ", " ", "\n", "\t", ".", ".", ",", ",", "'", "’", "‘", "`", "´", "ʼ", "-", "–",
    "/", "/", "&", ":", ";", "_", "%", "£", "$", "€", "(", ")", "\"", "“", "”", "…", "•", "\u00A0", "!", "@", "+", "\x01"};

const std::vector<std::string_view> kHard = {
    "é", "e\u0301", "\u00AD", "\u200B", "\u2060", "\uFEFF", "\u202F", "ﬁ", "ß", "Ł", "ŵ", "İ", "日本語", "かな", "カタカナ", "ไทยแลนด์", "שלום", "हिन्दी",
    "한국", "١٢", "１２", "．", "：", "·", "‧", "👩‍👧", "🇬🇧", "1️⃣", "½", "²", "ª", "\u0301", "\u0338", "\u2028", "\u200F", "ﷺ", "\u203F", "＇"};

}  // namespace

BOOST_AUTO_TEST_CASE(finds_words_and_wholes) {
    static constexpr struct { std::string_view text, tokens; } cases[] = {
        {"", ""},
        {" \t\n.,;:!?-–—…\"“”()[]", ""},
        {"Agency staff", "agency staff"},
        {"agency-staff", "agency staff"},
        {"agency\u2011staff agency–staff agency/staff", "agency staff agency staff agency staff"},
        // apostrophes
        {"Children's Children’s Childrenʼs Children`s Children´s Children‘s", "children's children's children's children's children's children's"},
        {"members' councillors’ 'quoted' ‘quoted’", "members councillors quoted quoted"},
        {"O'Brien o’clock it's don’t", "o'brien o'clock it's don't"},
        {"rock 'n' roll a''b", "rock n roll a b"},
        // case, diacritics, compatibility
        {"CAFÉ Café cafe\u0301 cafe", "cafe cafe cafe cafe"},
        {"ﬁnance ﬀ STRAẞE straße", "finance ff strasse strasse"},
        {"Łukasz Sørensen Æthel Œuvre ŵyl İstanbul Ångström", "lukasz sorensen aethel oeuvre wyl istanbul angstrom"},
        {"Ｆｕｌｌ １２３", "full 123"},
        {"हिन्दी か が Привет", "हिन्दी か が привет"},
        // characters that nobody sees
        {"chil\u00ADdren's \u00ADsoft\u00AD a\u200Bb zero\u200Dwidth \uFEFFmark", "children's soft ab zerowidth mark"},
        {"22/\u00AD00345/FUL", "22 [22/00345/ful:3] 00345 ful"},
        // dotted letters
        {"D.C.S. DCS D.C.S D.C.S's D.C.S, e.g. i.e. 10 p.m.", "dcs dcs dcs dcs's dcs eg ie 10 pm"},
        {"É.U. J.R. Smith J. R. Smith J.Smith", "eu jr smith j r smith j smith"},
        {"a.b.cd x.1", "ab cd x [x.1:2] 1"},
        // stops, commas, colons and underscores join no words
        {"report.The end.We", "report the end we"},
        {"www.example.org someone@example.org", "www example org someone example org"},
        {"Item:Title a;b Signed:____Chair _x_ a\u202Fb", "item title a b signed chair x a b"},
        {"3.14 1.2.3 10:30 10.30am 7.30", "3.14 1.2.3 10 30 10.30am 7.30"},
        {"1,200 1,200,300.50 2019,2020 3,4 12,34 1,2000", "1,200 1,200,300.50 2019 2020 3 4 12 34 1 2000"},
        // references
        {"22/00345/FUL", "22 [22/00345/ful:3] 00345 ful"},
        {"SPCLL.25 SPCLL.25. RGSC/19/60, (CAB/45/12)", "spcll [spcll.25:2] 25 spcll [spcll.25:2] 25 rgsc [rgsc/19/60:3] 19 60 cab [cab/45/12:3] 45 12"},
        {"2023/24 28/7/15 E.70/23", "2023 [2023/24:2] 24 28 [28/7/15:3] 7 15 e [e.70/23:3] 70 23"},
        {"22/00345/FUL.The SPCLL.25.The 1.The", "22 [22/00345/ful:3] 00345 ful the spcll [spcll.25:2] 25 the 1 the"},
        {"2019/20-2021/22 2019/20–2021/22", "2019 [2019/20:2] [2019/20-2021/22:4] 20 2021 [2021/22:2] 22 2019 [2019/20:2] 20 2021 [2021/22:2] 22"},
        {"22/00345/FUL-A", "22 [22/00345/ful:3] [22/00345/ful-a:4] 00345 ful a"},
        {"and/or he/she/they 2019-20 covid-19", "and or he she they 2019 20 covid 19"},
        {"1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17"},
        {"22 / 00345", "22 00345"},
        // letters & letters
        {"C&F AT&T Q&A, A & E", "c [c&f:2] f at [at&t:2] t q [q&a:2] a a e"},
        {"C&F-led", "c [c&f:2] f led"},
        // money and percentages
        {"£7.1million £1,200 £7.1m $5 €3 £ 5 x£", "7.1million [£7.1million] 1,200 [£1,200] 7.1m [£7.1m] 5 [$5] 3 [€3] 5 x"},
        {"12.5% 50%. 50 % £5%", "12.5 [12.5%] 50 [50%] 50 5 [£5%]"},
        {"£2,000/month (£1.2m/£3m)", "2,000 [£2,000] [2,000/month:2] month 1.2m [£1.2m] 3m [£3m]"},
        {"-£5 £-5 a%", "5 [£5] 5 a"},
        // neither words nor harm
        {"👩‍👧 🇬🇧 ½ ² ©", ""},
        {"1️⃣ nº", "1 no"},
        {std::string_view("a\0b", 3), "a b"},
        {"a\x01" "b\x7F" "c", "a b c"},
        {"שלום' العربية", "שלום العربية"},
    };
    for (const auto& c : cases) {
        BOOST_TEST_CONTEXT("text: " << c.text) {
            BOOST_TEST(forms_of(tokenise(c.text)) == c.tokens);
            BOOST_TEST(forms_of(tokenise_by_icu(c.text)) == c.tokens);
            BOOST_TEST(fault(c.text, tokenise(c.text)) == "");
        }
    }
}

BOOST_AUTO_TEST_CASE(spans_index_the_text_as_given) {
    static constexpr struct { std::string_view text, slices; } cases[] = {
        {"The Children’s (DCS).", "|The|Children’s|DCS|"},
        {"chil\u00ADdren\u00AD \u200Bcafe\u0301!", "|chil\u00ADdren|cafe\u0301|"},
        {"by D.C.S. today", "|by|D.C.S.|today|"},
        {"é D.C.S. today", "|é|D.C.S.|today|"},
        {"a 22/00345/FUL, £7.1m, 12.5%", "|a|22|22/00345/FUL|00345|FUL|7.1m|£7.1m|12.5|12.5%|"},
        {"é (22/\u00AD00345/FUL", "|é|22|22/\u00AD00345/FUL|00345|FUL|"},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("text: " << c.text) BOOST_TEST(covered(c.text) == c.slices);
}

BOOST_AUTO_TEST_CASE(equivalent_spellings_have_the_same_forms) {
    static constexpr std::string_view groups[][5] = {
        {"Children’s Services", "CHILDREN'S SERVICES", "chil\u00ADdren´s services", "Childrenʼs\u00A0Services", "children`s\nservices"},
        {"D.C.S.", "DCS", "d.c.s", "D.\u200BC.S", "ＤＣＳ"},
        {"café", "CAFE\u0301", "cafe", "Café", "ca\u2060fe"},
        {"agency-staff", "agency staff", "agency–staff", "Agency\u2011Staff", "agency, staff"},
        {"ﬁnance", "finance", "FINANCE", "ﬁ\u00ADnance", "ｆinance"},
    };
    for (const auto& group : groups)
        for (const std::string_view text : group)
            BOOST_TEST_CONTEXT("text: " << text) BOOST_TEST(forms_of(tokenise(text)) == forms_of(tokenise(group[0])));
}

BOOST_AUTO_TEST_CASE(aliases) {
    static constexpr struct { std::string_view form, alias; } cases[] = {
        {"children's", "childrens"}, {"dcs's", "dcss"},   {"childrens", ""},     {"it's", ""},        {"that's", ""},      {"he's", ""},
        {"who's", ""},               {"let's", ""},       {"o'brien", "obrien"}, {"o'brien's", "obriens"}, {"o'clock", ""}, {"d'souza", "dsouza"},
        {"don't", ""},               {"we'll", ""},       {"'s", ""},            {"", ""},            {"1,200", "1200"},   {"£1,200,000", "£1200000"},
        {"1200", ""},                {"22/00345/ful", ""},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("form: " << c.form) BOOST_TEST(alias_of(c.form) == c.alias);
}

/// The words without wholes, with a space between them.
std::string words_of(const Tokens& tokens) {
    std::string words;
    for (const Token& token : tokens.list)
        if (!token.whole) words += (words.empty() ? "" : " ") + std::string(tokens.form(token));
    return words;
}

BOOST_AUTO_TEST_CASE(the_fast_path_agrees_with_icu_on_random_text) {
    std::mt19937 random(20240319);
    std::vector<std::string_view> mixed = kSimple;
    mixed.insert(mixed.end(), kHard.begin(), kHard.end());
    for (int round = 0; round < 60'000; ++round) {
        const std::string text = random_text(random, round % 2 == 0 ? kSimple : mixed, 1 + random() % 40);
        const Tokens fast = tokenise(text);
        BOOST_REQUIRE_MESSAGE(everything(fast) == everything(tokenise_by_icu(text)), "text: " << text << "\nfast: " << everything(fast)
                                                                                              << "\nICU: " << everything(tokenise_by_icu(text)));
        BOOST_REQUIRE_MESSAGE(fault(text, fast) == "", "text: " << text << "\n" << fault(text, fast));
        BOOST_REQUIRE_MESSAGE(folded_text(text) == words_of(fast), "text: " << text);
    }
}

BOOST_AUTO_TEST_CASE(the_fast_path_agrees_with_icu_on_every_pair_and_triple_of_ascii) {
    std::string text = "xx.";
    for (int a = 0; a < 128; ++a)
        for (int b = 0; b < 128; ++b)
            for (const char c : {'a', '1', '.'}) {
                text = {c, static_cast<char>(a), static_cast<char>(b), c};
                BOOST_REQUIRE_MESSAGE(everything(tokenise(text)) == everything(tokenise_by_icu(text)), "bytes " << a << ' ' << b << " between " << c);
            }
}

BOOST_AUTO_TEST_CASE(the_fast_path_agrees_with_icu_on_prose) {
    std::vector<std::filesystem::path> folders = {MINUTES_SOURCE "/corpus/sample", MINUTES_SOURCE};
    if (const std::filesystem::path shared = MINUTES_SOURCE "/../shared/minutes"; std::filesystem::exists(shared)) folders.push_back(shared);
    else BOOST_TEST_MESSAGE("left out: the real minutes beside the project are not here");
    int files = 0;
    for (const auto& folder : folders) {
        if (!std::filesystem::exists(folder)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            const std::string path = entry.path().string();
            if (!path.ends_with(".txt") && !path.ends_with(".md")) continue;
            if (path.find("/build/") != std::string::npos) continue;
            const std::string text = contents(entry.path());
            const Tokens fast = tokenise(text);
            BOOST_TEST_CONTEXT(entry.path()) {
                BOOST_TEST((everything(fast) == everything(tokenise_by_icu(text))));
                BOOST_TEST(fault(text, fast) == "");
                BOOST_TEST((folded_text(text) == words_of(fast)));
            }
            ++files;
        }
    }
    BOOST_TEST(files > 0);
}

BOOST_AUTO_TEST_CASE(hostile_text_is_linear_and_safe) {
    static const struct { std::string_view piece; std::uint32_t words; } cases[] = {
        {"a", 1}, {"1", 1}, {"'", 0}, {"\u0301", 0}, {"a&", 300'000}, {"1/", 300'000}, {"a.", 1}, {"a'", 1}, {"1,", 300'000}, {"1.", 1},
        {"\u200B", 0}, {"a\u00AD", 1}, {"_", 0}, {"-", 0}, {"£", 0},
    };
    for (const auto& c : cases) {
        const std::string text = repeated(c.piece, 300'000);
        const Tokens tokens = tokenise(text);
        BOOST_TEST_CONTEXT("piece: " << c.piece) {
            if (c.piece.front() > 0) BOOST_TEST(tokens.words == c.words);  // longer runs of other than simple text are cut
            BOOST_TEST(fault(text, tokens) == "");
        }
    }
    const std::string zeros(1'000'000, '\0');
    BOOST_TEST(tokenise(zeros).words == 0);
    const std::string soup = "a" + repeated("\u0316\u0301\u0334", 300'000);
    BOOST_TEST(fault(soup, tokenise(soup)) == "");
    BOOST_TEST(tokenise(repeated("a", 1000)).forms.size() == 200);
}
