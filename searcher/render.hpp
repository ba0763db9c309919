#pragma once

#include "searcher/answer.hpp"
#include "searcher/coverage.hpp"
#include "searcher/mentions.hpp"
#include "searcher/role_table.hpp"
#include "searcher/show.hpp"
#include "searcher/table.hpp"

#include <string>
#include <string_view>

namespace minutes {

/// How text output is set: colour only on a terminal, and never when NO_COLOR says so.
struct Style {
    bool colour = false;
    std::size_t width = 100;    ///< columns
};

// Text for people. Every string of a document goes through printable().
[[nodiscard]] std::string search_as_text(const Answer& answer, std::string_view query, const Style& style);
[[nodiscard]] std::string showing_as_text(const Showing& showing, const Style& style);
[[nodiscard]] std::string coverage_as_text(const Coverage& coverage);
[[nodiscard]] std::string roles_as_text(const RoleTable& table);
/// The line under which the mentions of one meeting stand; then one line a mention, its match aligned.
[[nodiscard]] std::string mention_heading(const Record& record, const Style& style);
[[nodiscard]] std::string mention_as_text(const KwicLine& mention, std::size_t context, const Style& style);
/// "12 occurrences in 9 passages, ..., 3 councils; also 3 in agenda text"; begins with "at least" where the source cuts items short.
[[nodiscard]] std::string counts_as_text(const Counts& counts, const Base& base);
/// "also 3 in agenda text: add zone:agenda", for formats that print no counts.
[[nodiscard]] std::string elsewhere_as_text(const Counts& counts);

// JSON: one object and a newline each; shapes in docs/output.md.
[[nodiscard]] std::string search_as_json(const Answer& answer, std::string_view query);
[[nodiscard]] std::string hit_as_json_line(const Hit& hit);
[[nodiscard]] std::string mention_as_json_line(const KwicLine& mention);
[[nodiscard]] std::string mentions_tail_as_json(const MentionsAnswer& answer);
[[nodiscard]] std::string showing_as_json(const Showing& showing);
[[nodiscard]] std::string coverage_as_json(const Coverage& coverage);
[[nodiscard]] std::string roles_as_json(const RoleTable& table);

// CSV or, by the style, TSV: a header line, then a line a row; columns in docs/formats.md.
[[nodiscard]] std::string search_csv_header(TableStyle style = {});
[[nodiscard]] std::string hit_as_csv(const Hit& hit, TableStyle style = {});
[[nodiscard]] std::string mentions_csv_header(TableStyle style = {});
[[nodiscard]] std::string mention_as_csv(const KwicLine& mention, TableStyle style = {});
[[nodiscard]] std::string showing_as_csv(const Showing& showing, TableStyle style = {});
[[nodiscard]] std::string coverage_as_csv(const Coverage& coverage);
[[nodiscard]] std::string roles_as_csv(const RoleTable& table);

}  // namespace minutes
