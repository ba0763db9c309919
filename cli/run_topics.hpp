#pragma once

#include "cli/options.hpp"

namespace minutes::cli {

/// The options of a run: --queries, --trec-id, --tag.
void add_run_options(po::options_description& options);

/// Prints a TREC run for the topics of --queries, or for QUERY as the one topic "1". Topics are plain words; passages that
/// have any of them are ranked. At most --limit lines a topic, 1,000 unless given. Every zone is searched unless zones
/// are given. Returns the exit code.
[[nodiscard]] int run_topics(const po::variables_map& given, const std::string& query);

}  // namespace minutes::cli
