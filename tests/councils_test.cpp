#include "analyzers/facts/councils.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace minutes;

namespace {

std::string join(const std::vector<CouncilName>& names) {
    std::string all;
    for (const CouncilName& name : names) {
        if (!all.empty()) all += " | ";
        all += name.name;
        if (!name.council) all += "?";
    }
    return all;
}

struct Row {
    std::string_view text, want;
};

constexpr Row kNamed[] = {
    {"seen by Leicestershire County Council.  In", "Leicestershire County Council"},
    {"led by Gloucestershire County Council's Director", "Gloucestershire County Council"},
    {"Gloucestershire County Council\xE2\x80\x99s Director", "Gloucestershire County Council"},
    {"LEEDS CITY COUNCIL", "Leeds City Council"},
    {"the London Borough of Barnet and Barnet Council", "London Borough of Barnet | London Borough of Barnet"},
    {"East Devon District Council", "East Devon District Council"},
    {"Stoke-on-Trent City Council", "Stoke-on-Trent City Council"},
    {"Newry, Mourne and Down District Council", "Newry, Mourne and Down District Council"},
    {"Tonbridge & Malling Borough Council", "Tonbridge and Malling Borough Council"},
    {"Borough Council of King\xE2\x80\x99s Lynn and West Norfolk", "Borough Council of King's Lynn and West Norfolk"},
    {"Leeds\xC2\xA0" "City\nCouncil", "Leeds City Council"},
    {"St. Helens Council", "St Helens Borough Council"},
    {"BOROUGH OF BROXBOURNE", "Broxbourne Borough Council"},
    {"Borough of Eastmoor", ""},
    {"Leeds City Councillors", ""},
    {"Leeds. City Council", ""},
    {"Leeds\n\nCity Council", ""},
    {"reading Council papers", ""},
    {"Eastmoor City Council", ""},
    {"Council", ""},
    {"", ""},
};

constexpr Row kPrinted[] = {
    {"EASTMOOR BOROUGH COUNCIL Minutes", "Eastmoor Borough Council?"},
    {"Minutes of the meeting of Eastmoor Council held on", "Eastmoor Council?"},
    {"MM 23.06.2020 EASTMOOR BOROUGH COUNCIL Minutes of the Monthly Meeting of Council held", "Eastmoor Borough Council?"},
    {"Eastmoor Council - Health and Wellbeing Board", "Eastmoor Council?"},
    {"ANNUAL MEETING OF UPPER AND NETHER DRAYFORD PARISH COUNCIL", "Upper and Nether Drayford Parish Council?"},
    {"Drayford-on-Sea Town Council", "Drayford-on-Sea Town Council?"},
    {"Leeds City Council: Drayford Parish Council", "Leeds City Council | Drayford Parish Council?"},
    {"Drayford Annual parish Council", "Drayford Parish Council?"},
    {"Annual Parish Council", ""},
    {"Minutes of the Full Council", ""},
    {"the Parish Council", ""},
    {"County Council", ""},
    {"Leader of the Council", ""},
    {"Youth Council", ""},
    {"Meeting of Council held", ""},
    {"in the Chamber, Council Offices", ""},
    {"the November Parish Council meeting", ""},
    {"January Drayford Parish Council", "Drayford Parish Council?"},
    {"March Town Council", "March Town Council?"},
    {"DRAYFORD ST ANNE PARISH COUNCIL", "Drayford St Anne Parish Council?"},
    {"Drayford Mill, Council Chamber", ""},
    {"Watch Council meetings here", ""},
    {"How Council works", ""},
    {"Download Borough Council papers", ""},
    {"Drayford, Tolling and Wend Town Council", "Drayford, Tolling and Wend Town Council?"},
};

constexpr Row kHosts[] = {
    {"Email: some.one@leics.gov.uk", "Leicestershire County Council"},
    {"https://democracy.leeds.gov.uk/ieList.aspx?x=1", "Leeds City Council"},
    {"www.durham.gov.uk.", "Durham County Council"},
    {"barnet.moderngov.co.uk is not an address, http://barnet.moderngov.co.uk/x is", "London Borough of Barnet"},
    {"a@moderngov.co.uk", ""},
    {"https://democracy.adur-worthing.gov.uk/", ""},
    {"a@example.org b@ @", ""},
    {"://", ""},
    {"a@notleeds.gov.uk", ""},
};

}  // namespace

BOOST_AUTO_TEST_CASE(councils_of_the_table_are_found_by_name) {
    for (const Row& row : kNamed) BOOST_TEST(join(find_councils(row.text)) == row.want, row.text << ": " << join(find_councils(row.text)));
}

BOOST_AUTO_TEST_CASE(other_councils_are_found_by_the_shape_of_their_name) {
    for (const Row& row : kPrinted)
        BOOST_TEST(join(find_printed_councils(row.text)) == row.want, row.text << ": " << join(find_printed_councils(row.text)));
}

BOOST_AUTO_TEST_CASE(hosts_name_the_council_that_alone_has_them) {
    for (const Row& row : kHosts) BOOST_TEST(join(find_council_hosts(row.text)) == row.want, row.text << ": " << join(find_council_hosts(row.text)));
}

BOOST_AUTO_TEST_CASE(places_are_whole_words) {
    const auto counts = count_places("Gloucestershire's plan; Shire Hall, Gloucester; West Devon and Gloucestershire; Cllr. Devon, Mr A Devon, Reading");
    std::set<std::string> got;
    for (const PlaceCount& count : counts) got.insert(std::string(count.council->place) + " " + std::to_string(count.count));
    BOOST_TEST((got == std::set<std::string>{"Gloucestershire 2", "Gloucester 1", "West Devon 1"}));
}

BOOST_AUTO_TEST_CASE(a_seat_needs_building_and_town) {
    BOOST_REQUIRE(councils_at("Cabinet Suite - Shire Hall, Gloucester").size() == 1);
    BOOST_TEST(councils_at("Cabinet Suite - Shire Hall, Gloucester")[0]->formal == "Gloucestershire County Council");
    BOOST_TEST(councils_at("Guildhall, Gloucester").empty());
    BOOST_TEST(councils_at("").empty());
}

BOOST_AUTO_TEST_CASE(every_row_of_the_table_is_sound) {
    std::set<std::string_view> formal;
    for (const Council& council : councils()) {
        BOOST_TEST(formal.insert(council.formal).second, council.formal);
        BOOST_TEST(council.kind.size() == 1u, council.formal);
        BOOST_TEST(!council.place.empty(), council.formal);
        for (const std::string_view domain : council.domains) BOOST_TEST(domain.find('.') != std::string_view::npos, council.formal);
        const auto found = find_councils(council.formal);
        BOOST_TEST((found.size() == 1 && found[0].council == &council), council.formal << " is found as " << join(found));
    }
    BOOST_TEST(formal.size() > 380u);
}
