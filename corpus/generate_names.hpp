#pragma once

#include "corpus/generate_random.hpp"

#include <chrono>
#include <string>

namespace minutes::synthetic {

/// Invented names, each a pure function of a number: small numbers give short names, and no number runs out.
[[nodiscard]] std::string surname(std::uint32_t number);
[[nodiscard]] std::string place_name(std::uint32_t number);

/// Given names are common English ones; `female` decides between Mr and Ms elsewhere.
[[nodiscard]] std::string given_name(bool female, std::uint32_t number);

/// "Brackmere Lane", "Ostwell and Sons Ltd", "Tarnwick Quarter", "24/01234/FUL".
[[nodiscard]] std::string street_name(std::uint32_t name, std::uint32_t kind);
[[nodiscard]] std::string firm_name(std::uint32_t name, std::uint32_t kind);
[[nodiscard]] std::string scheme_name(std::uint32_t name, std::uint32_t kind);
/// "RQTF": three or four capitals, more for high numbers. "Velitrak": a product.
[[nodiscard]] std::string acronym(std::uint32_t number);
[[nodiscard]] std::string brand_name(std::uint32_t number);
[[nodiscard]] std::string reference(Random& random, int year);

[[nodiscard]] std::string money(Random& random);
[[nodiscard]] std::string percentage(Random& random);
/// A count of 2 to 9,999 in figures; small ones are commoner.
[[nodiscard]] std::string count(Random& random);

[[nodiscard]] std::string_view month_name(unsigned month);      ///< 1..12
[[nodiscard]] std::string_view weekday_name(std::chrono::weekday day);
[[nodiscard]] std::string ordinal(unsigned day);                ///< "21st"
[[nodiscard]] std::string long_date(std::chrono::year_month_day date);        ///< "4 March 2021"
[[nodiscard]] std::string iso_date(std::chrono::year_month_day date);         ///< "2021-03-04"

/// "lower case, words parted by hyphens": for names of files and domains.
[[nodiscard]] std::string slug(std::string_view text);

}  // namespace minutes::synthetic
