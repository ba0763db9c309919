#pragma once

#include <span>
#include <string>
#include <vector>

namespace minutes::cli {

using Args = std::vector<std::string>;  ///< what follows the verb

/// The contract of exit codes, documented in every --help.
enum ExitCode { kFound = 0, kNothing = 1, kRefused = 2, kUnusable = 3, kLocked = 75, kInterrupted = 130 };

struct Verb {
    const char* name;
    const char* purpose;         ///< one line for `minutes --help`
    int (*run)(const Args& args);
};

int run_index(const Args& args);
int run_search(const Args& args);
int run_mentions(const Args& args);
int run_count(const Args& args);
int run_decisions(const Args& args);
int run_show(const Args& args);
int run_segment(const Args& args);
int run_coverage(const Args& args);
int run_people(const Args& args);
int run_export(const Args& args);
int run_diff(const Args& args);
int run_verify(const Args& args);
int run_check(const Args& args);
int run_generate(const Args& args);

inline constexpr Verb kVerbs[] = {
    {"index", "make an index mirror files and folders of minutes", run_index},
    {"search", "ranked passages with snippets, exact counts and facets", run_search},
    {"mentions", "every mention, one line each, with its context", run_mentions},
    {"count", "exact counts crossed by role, year, ... with rates per 10,000 words", run_count},
    {"decisions", "decisions and actions, a row a limb: movers, votes, owners", run_decisions},
    {"show", "a passage, item or meeting in full, by its id", run_show},
    {"coverage", "what is in the index, and what is missing", run_coverage},
    {"people", "who came and who spoke, with roles and dates; as Popolo JSON too", run_people},
    {"export", "every passage, or those that answer, for other programs", run_export},
    {"diff", "what is new, gone or changed between two kept answers, and why", run_diff},
    {"verify", "whether the quotes of an export still stand in their sources", run_verify},
    {"check", "whether the index is sound, and whether its sources are as indexed", run_check},
    {"segment", "how one file is read: meeting, items, passages, speakers", run_segment},
    {"generate", "a synthetic corpus of any size with its true segmentation", run_generate},
};

}  // namespace minutes::cli
