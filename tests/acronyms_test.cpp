#include "analyzers/acronym_alignment.hpp"
#include "analyzers/acronyms.hpp"

#include <boost/test/unit_test.hpp>

#include <chrono>

using namespace minutes;

namespace {

/// "DCS = Director of Children's Services; ..." of all definitions in a text.
std::string found_in(std::string_view text) {
    std::string list;
    for (const AcronymDefinition& definition : find_acronyms(text))
        list += (list.empty() ? "" : "; ") + definition.acronym + " = " + std::string(slice(text, definition.at_words));
    return list;
}

struct Row { std::string_view text, want; };

constexpr Row kRows[] = {
    // Long form (ACR)
    {"The Director of Children's Services (DCS) reported.", "DCS = Director of Children's Services"},
    {"The Director of Children\u2019s Services (\u201CDCS\u201D) reported.", "DCS = Director of Children\u2019s Services"},
    {"a Director of Children's Services (D.C.S.) was appointed", "DCS = Director of Children's Services"},
    {"the Directors of Children's Services (DCSs) of the region", "DCS = Directors of Children's Services"},
    {"the Multi-Agency Safeguarding Hub (the \"MASH\")", "MASH = Multi-Agency Safeguarding Hub"},
    {"the Multi-Agency Safeguarding Hub (known as the MASH)", "MASH = Multi-Agency Safeguarding Hub"},
    {"Child and Adolescent Mental Health Services (CAMHS)", "CAMHS = Child and Adolescent Mental Health Services"},
    {"young people Not in Education, Employment or Training (NEET)", "NEET = Not in Education, Employment or Training"},
    {"education, health and care plans (EHCPs) were late", "EHCP = education, health and care plans"},
    {"a Memorandum of Understanding (MoU)", "MoU = Memorandum of Understanding"},
    {"the Department for Education (DfE)", "DfE = Department for Education"},
    {"Houses in Multiple Occupation (HMOs)", "HMO = Houses in Multiple Occupation"},
    {"Accident & Emergency (A&E)", "A&E = Accident & Emergency"},
    {"attainment at Key Stage 4 (KS4)", "KS4 = Key Stage 4"},
    {"the Assessed and Supported Year in Employment (ASYE)", "ASYE = Assessed and Supported Year in Employment"},
    {"the Council's Medium Term\nFinancial Strategy (MTFS)", "MTFS = Medium Term\nFinancial Strategy"},
    {"Two teams, the Early Help Service (EHS) and the Youth Justice Service (YJS), met.", "EHS = Early Help Service; YJS = Youth Justice Service"},
    {"the Code of Practice (CP)", "CP = Code of Practice"},
    {"Children and Parents (CP)", "CP = Children and Parents"},
    {"Children's Partnership (CP)", "CP = Children's Partnership"},
    {"Deprivation of Liberty Safeguards (DoLS)", "DoLS = Deprivation of Liberty Safeguards"},
    // ACR (Long form)
    {"The DCS (Director of Children's Services) said", "DCS = Director of Children's Services"},
    {"LADO (the Local Authority Designated Officer)", "LADO = Local Authority Designated Officer"},
    {"The DCS (Director of Children's Services, Ms A Marlow) said", "DCS = Director of Children's Services"},
    // quotes, dashes, rows
    {"the Integrated Care Board, \"ICB\", had agreed", "ICB = Integrated Care Board"},
    {"the Integrated Care Board, the 'ICB', had agreed", "ICB = Integrated Care Board"},
    {"The Integrated Care Board \u2013 ICB \u2013 had agreed", "ICB = Integrated Care Board"},
    {"MASH \u2013 Multi-Agency Safeguarding Hub\nSGO \u2013 Special Guardianship Order", "MASH = Multi-Agency Safeguarding Hub; SGO = Special Guardianship Order"},
    {"SGO:\tSpecial Guardianship Order", "SGO = Special Guardianship Order"},
    {"SGO = Special Guardianship Order", "SGO = Special Guardianship Order"},
    // What defines nothing.
    {"", ""},
    {"(", ""},
    {"()", ""},
    {"(DCS)", ""},
    {"DCS (", ""},
    {"DCS ()", ""},
    {"Councillor Ann Hay (LAB)", ""},
    {"the Annual Report (EXEMPT)", ""},
    {"the children in our care (LAC)", ""},
    {"The panel met. Director of Services. (DS)", ""},
    {"the Director (Children's Services) (DCS)", ""},
    {"Planning application (22/00345/FUL)", ""},
    {"the panel noted children services (PCS)", ""},
    {"Children on a Protection (CP) Plan", ""},
    {"Children of the Panel (CP)", ""},
    {"Council by Post (CP)", ""},
    {"they were there in the end (ITE)", ""},
    {"director \"DCS\" of the Council", ""},
    {"ITEM - The Report", ""},
    {"DCS-led Director of Children's Services", ""},
    {"RESOLVED: That the report be noted", ""},
    {"((((((((((((((DCS))))))))", ""},
    {"\u2019\u2019\u2019(DCS\u2019", ""},
    {"\xE2\x80(AB)\xE2", ""},
};

}  // namespace

BOOST_AUTO_TEST_CASE(definitions_are_found) {
    for (const Row& row : kRows) BOOST_TEST_CONTEXT(row.text) BOOST_TEST(found_in(row.text) == row.want);
}

BOOST_AUTO_TEST_CASE(acronyms_are_read) {
    constexpr Row kWords[] = {
        {"DCS", "DCS"}, {"D.C.S.", "DCS"}, {"DCS's", "DCS"}, {"DCSs", "DCS"}, {"DCSs'", "DCS"}, {"DCS\u2019s", "DCS"}, {"D.C.S.'s", "DCS"},
        {"MoU", "MoU"}, {"A&E", "A&E"}, {"KS4", "KS4"}, {"PfA", "PfA"}, {"DoLS", "DoLS"},
        {"", ""}, {"D", ""}, {"Send", ""}, {"dcs", ""}, {"A&", ""}, {"Committee", ""}, {"ABCDEFGHIJK", ""}, {"D-C", ""}, {"1A", ""}, {"McDonald", ""},
    };
    for (const Row& row : kWords) BOOST_TEST_CONTEXT(row.text) {
        const auto acronym = read_acronym(row.text);
        BOOST_TEST((acronym ? acronym->printed : "") == row.want);
    }
}

BOOST_AUTO_TEST_CASE(every_input_takes_linear_time) {
    const auto seconds = [](const std::string& text) {
        const auto begin = std::chrono::steady_clock::now();
        BOOST_TEST(find_acronyms(text).size() <= text.size());
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    for (const std::string_view piece : {"(", "AB (", "(AB)", "A B C (ABC) ", "\"AB\", ", "AB - ", "AB: A", "AAAAAAAAAA ", "\u2019", "A.B.", "a "}) {
        std::string text;
        while (text.size() < 2'000'000) text += piece;
        BOOST_TEST_CONTEXT(piece) BOOST_TEST(seconds(text) < 5.0);
    }
}
