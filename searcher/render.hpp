#pragma once

#include "searcher/answer.hpp"
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
[[nodiscard]] std::string roles_as_text(const RoleTable& table);
/// The line under which what belongs to one meeting stands.
[[nodiscard]] std::string meeting_heading(const Record& record, const Style& style);
/// The line under which mentions of one meeting or group stand ("" in an order that is by neither); then one line a
/// mention, its match aligned where the context has a size.
[[nodiscard]] std::string mention_heading(const KwicLine& mention, const MentionsOptions& options, const Style& style);
[[nodiscard]] std::string mention_as_text(const KwicLine& mention, const MentionsOptions& options, const Style& style);
/// "Shown: 50 of the 1,234 mentions, a sample drawn by seed 7.", or "" when all are shown.
[[nodiscard]] std::string part_as_text(const MentionsAnswer& answer, const MentionsOptions& options);
/// "12 occurrences in 9 passages, ..., 3 councils; also 3 in agenda text"; begins with "at least" where the source cuts items short.
[[nodiscard]] std::string counts_as_text(const Counts& counts, const Base& base);
/// "14 meetings, 1 March 2016 to 10 March 2025: 640 passages and 182 item titles, 20,123 words; 3 items cut short by the source".
[[nodiscard]] std::string scope_as_text(const Denominator& scope);
/// "also 3 in agenda text: add zone:agenda", for formats that print no counts.
[[nodiscard]] std::string elsewhere_as_text(const Counts& counts);

// JSON: one object and a newline each; shapes in docs/output.md.
[[nodiscard]] std::string search_as_json(const Answer& answer, std::string_view query);
[[nodiscard]] std::string hit_as_json_line(const Hit& hit);
[[nodiscard]] std::string passage_as_json_line(const Hit& hit);  ///< a hit without its snippet
[[nodiscard]] std::string mention_as_json_line(const KwicLine& mention);
[[nodiscard]] std::string mentions_tail_as_json(const MentionsAnswer& answer, const MentionsOptions& options);
[[nodiscard]] std::string showing_as_json(const Showing& showing);
[[nodiscard]] std::string roles_as_json(const RoleTable& table);

// CSV or, by the style, TSV: a header line, then a line a row; columns in docs/formats.md.
[[nodiscard]] std::string search_csv_header(TableStyle style = {});
[[nodiscard]] std::string hit_as_csv(const Hit& hit, TableStyle style = {});
[[nodiscard]] std::string mentions_csv_header(TableStyle style = {});
[[nodiscard]] std::string mention_as_csv(const KwicLine& mention, TableStyle style = {});
[[nodiscard]] std::string showing_as_csv(const Showing& showing, TableStyle style = {});
[[nodiscard]] std::string roles_as_csv(const RoleTable& table, TableStyle style = {});

}  // namespace minutes
