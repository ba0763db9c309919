#pragma once

#include "tests/scan.hpp"

#include <random>
#include <string>

namespace minutes::test {

/// Minutes in which compounds and sums stand in every way in which they are printed, beside what only looks like them.
[[nodiscard]] std::string odd_spellings();

/// A query of the whole language, out of words that stand in the texts, near each other where they should be, so that many are
/// answered. The texts of the scan: a generated corpus and odd_spellings(). The same numbers of `random` make the same query.
[[nodiscard]] Asked chosen_query(std::mt19937& random, const Scan& scan);

}  // namespace minutes::test
