#pragma once

#include "searcher/answer.hpp"
#include "searcher/mentions.hpp"

#include <string>
#include <string_view>

namespace minutes {

// An Atom feed (RFC 4287) of an answer; docs/formats.md. No clock is read: the days are those of the meetings.

[[nodiscard]] std::string atom_begin(std::string_view query);
[[nodiscard]] std::string hit_as_atom(const Hit& hit);
[[nodiscard]] std::string mention_as_atom(const KwicLine& mention);
/// `updated`: the latest day of a meeting among the entries, or "".
[[nodiscard]] std::string atom_end(std::string_view updated);

}  // namespace minutes
