#include "analyzers/people/role_titles.hpp"

#include "analyzers/people/person_names.hpp"

#include <boost/test/unit_test.hpp>

using namespace minutes;

BOOST_AUTO_TEST_CASE(reads_titles_as_roles) {
    static constexpr struct { std::string_view title, role; } cases[] = {
        // The statutory director of children's services, and the directors beside and below.
        {"Director of Children's Services", "dcs"},
        {"DCS", "dcs"},
        {"Interim Director of Children’s Services", "dcs"},
        {"Director of Children, Families and Communities", "dcs"},
        {"Strategic Director for Children", "dcs"},
        {"Executive Director (Children and Families)", "dcs"},
        {"Corporate Director – Children & Young People", "dcs"},
        {"Children's Services Director", "dcs"},
        {"Director of People (DCS)", "dcs"},
        {"Assistant Director of Children's Services", "assistant-director"},
        {"Deputy Director of Children's Services", "assistant-director"},
        {"Interim Director for Children’s Safeguarding and Care", "director"},
        {"Service Director - Children's Social Care", "director"},
        {"Director of Children's Social Care", "director"},
        {"Director of Public Health", "director"},
        {"Director of Governance & Assurance", "director"},
        {"Assistant Chief Executive", "assistant-director"},
        {"Depute Chief Executive", "assistant-director"},
        {"Assistant Director for Internal Audit", "assistant-director"},
        {"Executive Director of Internal Audit", "director"},
        {"Head of Internal Audit", "head-of-service"},
        {"Internal Auditor", "officer"},
        {"External Auditor", "external"},
        {"County Manager", "chief-executive"},
        {"Area Commander", "external"},
        {"Chief Nurse", "external"},
        {"Medical Director", "external"},
        {"Director of Nursing", "external"},
        {"Accountable Officer, Eastmoor CCG", "external"},
        {"Principal Social Worker", "officer"},
        {"Virtual School Headteacher", "head-of-service"},
        {"Chief Executive", "chief-executive"},
        {"Head of Paid Service", "chief-executive"},
        {"Head of Democratic Services", "head-of-service"},
        {"Head of Service – Sector Led Improvement", "head-of-service"},
        // The chair of this body, and of others.
        {"Chair", "chair"},
        {"Chairman of the Scrutiny Panel", "chair"},
        {"Town Mayor", "chair"},
        {"Cathaoirleach", "chair"},
        {"Convener", "chair"},
        {"Independent Chair of the Improvement Board", "external"},
        {"Chair Children's Services Improvement Board", "external"},
        {"Chair of the Planning Committee", "visiting-member"},
        {"Vice-Chair", "vice-chair"},
        {"Depute Convener", "vice-chair"},
        {"Deputy Mayor", "vice-chair"},
        {"Leas-Chathaoirleach", "vice-chair"},
        // Executive members under their many names.
        {"Cabinet Member for Roads", "cabinet-member"},
        {"Cabinet Member with Responsibility for Roads", "cabinet-member"},
        {"CMR", "cabinet-member"},
        {"Lead Member for Children", "cabinet-member"},
        {"Executive Member for Environment", "cabinet-member"},
        {"Portfolio Holder for Finance", "cabinet-member"},
        {"Leader of the Council", "cabinet-member"},
        {"Leader of the Opposition", "visiting-member"},
        {"Team Leader", "officer"},
        {"Executive Director of Place", "director"},
        // Clerks, officers, outsiders.
        {"Scrutiny and Committee Advisor", "clerk"},
        {"Democratic Services Officer", "clerk"},
        {"Parish Clerk and RFO", "clerk"},
        {"Finance Business Partner", "officer"},
        {"Monitoring Officer", "officer"},
        {"Senior Executive Engineer", "officer"},
        {"Consultant in Public Health", "officer"},
        {"Police and Crime Commissioner", "external"},
        {"Chief Inspector, Eastmoor Police", "external"},
        {"External Auditor", "external"},
        {"Internal Audit Manager", "officer"},
        {"Headteacher", "external"},
        {"Parent Governor Representative", "coopted"},
        {"co-opted member", "coopted"},
        {"County Councillor", "visiting-member"},
        {"Councillor", "member"},
        // No title at all.
        {"", "unattributed"},
        {"Roads", "unattributed"},
        {"---", "unattributed"},
    };
    for (const auto& c : cases) BOOST_TEST_CONTEXT("title: " << c.title) BOOST_TEST(name_of(role_of_title(c.title, "Roads Scrutiny Panel")) == c.role);
}

BOOST_AUTO_TEST_CASE(finds_where_a_title_ends) {
    static constexpr struct { std::string_view text, title; } cases[] = {
        {"Director of Children, Families and Communities made a presentation", "Director of Children, Families and Communities"},
        {"Director of Finance, Councillor Hay and others", "Director of Finance"},
        {"Director and the Head of Service", "Director"},
        {"Assistant Director (Safeguarding Services) advised", "Assistant Director (Safeguarding Services)"},
        {"Executive Director – Resources said", "Executive Director – Resources"},
        {"Finance Business Partner explained", "Finance Business Partner"},
        {"Cabinet Member with Responsibility (CMR) for Children and Families was", "Cabinet Member with Responsibility (CMR) for Children and Families"},
        {"Director's report", ""},
        {"Committee agreed", ""},
        {"director said", ""},  // lower case without its article
        {"", ""},
    };
    for (const auto& c : cases)
        BOOST_TEST_CONTEXT("text: " << c.text) {
            const Lexemes lexemes = lexemes_of(c.text, {0, static_cast<std::uint32_t>(c.text.size())});
            const auto title = title_at(lexemes, 0, lexemes.size(), "");
            BOOST_TEST((title ? slice(c.text, span_of(lexemes, title->at)) : "") == c.title);
        }
}

BOOST_AUTO_TEST_CASE(compares_names) {
    static constexpr struct { std::string_view mention, person; bool agree; } cases[] = {
        {"Ms Speke", "Janice Speke", true},
        {"Mr Speke", "Ms A Speke", false},
        {"Councillor Hay", "Cllr Ann Hay", true},
        {"Councillor Hay", "Ann Hay", false},      // an officer of the same name
        {"Mr Hay", "Councillor Hay", false},
        {"Cllr J Hay", "Cllr John Hay", true},
        {"Cllr J Hay", "Cllr Ann Hay", false},
        {"Mrs J.W. Boyd-Orr", "Mrs J W Boyd-Orr", true},
        {"Dr Hay", "Mrs Hay", true},
        {"Mr Hay", "Mr Hays", false},
        {"", "Mr Hay", false},
    };
    for (const auto& c : cases) BOOST_TEST_CONTEXT(c.mention << " / " << c.person) BOOST_TEST(names_agree(parse_name(c.mention), parse_name(c.person)) == c.agree);
    BOOST_TEST(one_slip_apart("bodderly", "bodderley"));
    BOOST_TEST(one_slip_apart("smiht", "smith"));
    BOOST_TEST(!one_slip_apart("hay", "hay"));
    BOOST_TEST(!one_slip_apart("", "ab"));
}
