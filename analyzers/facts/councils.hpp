#pragma once

#include "corpus/span.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// A row of data/councils.tsv. Views into the program's read-only data.
struct Council {
    std::string_view place;    ///< "Leeds"; "-" where the place alone says nothing
    std::string_view kind;     ///< "C" county, "D" district ...; see the table
    std::string_view formal;   ///< "Leeds City Council"
    std::vector<std::string_view> names;    ///< all its names, the formal one first
    std::vector<std::string_view> domains;  ///< e-mail domains and web hosts; a domain stands for the hosts below it
    std::vector<std::string_view> seats;    ///< "County Hall, Worcester"
};

[[nodiscard]] const std::vector<Council>& councils();

/// A council's name in a text.
struct CouncilName {
    const Council* council = nullptr;  ///< its row; null for a council that the table does not know
    std::string name;                  ///< the formal name; as printed, capitals tamed, where there is no row
    Span at;
};

/// Every council of the table that `text` names in full ("Leeds City Council", "London Borough of Barnet"), in order.
/// The longest name wins: "East Devon District Council" is not Devon's. "Leeds City Councillors" names none. O(text).
[[nodiscard]] std::vector<CouncilName> find_councils(std::string_view text);

/// find_councils, and any other "<Name> [County|City|Borough|Parish|...] Council", in order. For heads of minutes, where
/// such words name the council that meets; "Full Council", "the Parish Council" name none.
[[nodiscard]] std::vector<CouncilName> find_printed_councils(std::string_view text);

/// The council whose e-mail domain or web host this is; null for one that nobody or more than one council has.
[[nodiscard]] const Council* council_of_host(std::string_view host);

/// Every e-mail address and web address in `text` whose host is a council's, in order; `name` is the formal name. O(text).
[[nodiscard]] std::vector<CouncilName> find_council_hosts(std::string_view text);

/// The councils whose seat `venue` is ("Cabinet Suite - Shire Hall, Gloucester").
[[nodiscard]] std::vector<const Council*> councils_at(std::string_view venue);

/// How often a place of the table stands in a text.
struct PlaceCount {
    const Council* council = nullptr;
    std::size_t count = 0;
    Span first;
};

/// The places that stand in `text` as whole words with a capital, not inside a longer place's name nor as a surname: "West Devon"
/// and "Mr Devon" are not Devon, but "Devon" stands in "Devon County Council". In order of appearance. O(text).
[[nodiscard]] std::vector<PlaceCount> count_places(std::string_view text);

/// "EASTMOOR BOROUGH COUNCIL" as "Eastmoor Borough Council"; text with small letters is left alone.
[[nodiscard]] std::string without_capitals(std::string_view text);

}  // namespace minutes
