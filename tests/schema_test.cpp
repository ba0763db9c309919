#include "indexer/schema.hpp"

#include <boost/test/unit_test.hpp>

#include <set>

using namespace minutes;

BOOST_AUTO_TEST_CASE(names_prefixes_and_slots_are_unique) {
    std::set<std::string_view> names, prefixes;
    std::set<int> slots;
    for (const Field& field : kFields) {
        BOOST_TEST(names.insert(field.name).second, field.name);
        if (!field.prefix.empty()) BOOST_TEST(prefixes.insert(field.prefix).second, field.name);
        if (field.slot != kNoSlot) BOOST_TEST(slots.insert(field.slot).second, field.name);
    }
}

BOOST_AUTO_TEST_CASE(a_term_is_never_longer_than_xapian_allows) {
    const std::string lengthy(1000, 'x'), other = lengthy + "y";
    const Field& council = *field_named("council");
    BOOST_TEST(make_term(council, lengthy).size() <= kMaxTermBytes);
    BOOST_TEST(make_term(council, lengthy) != make_term(council, other));
    BOOST_TEST(make_term(council, "leeds") == "XCOU:leeds");
}
