#pragma once

#include "cli/options.hpp"
#include "searcher/mentions.hpp"

namespace minutes::cli {

/// --sort, --context, --group, --sample, --seed, --limit, --offset of mentions.
void add_mention_options(po::options_description& options);

/// What they ask for; `line`: characters on each side where --context is not given. Throws Refused naming the option.
[[nodiscard]] MentionsOptions mention_options_of(const po::variables_map& given, std::size_t line);

}  // namespace minutes::cli
