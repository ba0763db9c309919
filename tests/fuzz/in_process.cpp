// Stands in for corpus/limited_child.cpp: what is fuzzed runs in this process, where its faults are seen, and no program is started.
#include "corpus/limited_child.hpp"

namespace minutes {

/// As if pdftotext had said what stands behind the first line of the "PDF".
ChildResult run_program(const std::vector<std::string>&, std::string_view input, const ChildLimits&) {
    const std::size_t line = input.find('\n');
    return {ChildResult::Ending::finished, 0, std::string(line == std::string_view::npos ? std::string_view() : input.substr(line + 1)), {}};
}

ChildResult run_forked(const std::function<std::string()>& work, const ChildLimits&) { return {ChildResult::Ending::finished, 0, work(), {}}; }

std::string why_ended(const ChildResult&, const ChildLimits&) { return {}; }

}  // namespace minutes
