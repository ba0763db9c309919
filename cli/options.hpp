#pragma once

#include "cli/verbs.hpp"
#include "searcher/render.hpp"
#include "searcher/request.hpp"

#include <boost/program_options.hpp>

#include <optional>
#include <string>
#include <vector>

namespace minutes::cli {

namespace po = boost::program_options;

enum class Format { text, json, jsonl, csv, tsv, trec, atom, vrt, akn, popolo };

/// Parses `args` against `options`, with `positional` naming the option that bare words go to. Prints `examples` and the
/// options, and returns nullopt, when --help is among them. Throws Refused for what it does not know; no guessing.
[[nodiscard]] std::optional<po::variables_map> parse(const Args& args, po::options_description& options, const char* positional,
                                                     const char* examples);

/// --index DIR, --help.
void add_common_options(po::options_description& options);
/// --format, limited to `formats` ("text|json").
void add_format_option(po::options_description& options, const char* formats);
/// --raw-cells, for verbs whose rows `verify` reads.
void add_table_options(po::options_description& options);
/// --council ... --to: one option per facet field of the schema, repeatable.
void add_filter_options(po::options_description& options, std::string_view without = {});  ///< `without`: a field that the verb reads itself

/// The facet fields, joined by commas.
[[nodiscard]] std::string facet_names();

[[nodiscard]] std::string index_of(const po::variables_map& given);
[[nodiscard]] Format format_of(const po::variables_map& given, const char* formats);
/// How rows are written: tabs for tsv, and --raw-cells.
[[nodiscard]] TableStyle table_style_of(const po::variables_map& given);
/// Colour and width of standard output.
[[nodiscard]] Style style_of_stdout();

/// The tree of a query. Throws Refused, with a caret, for a bad one.
[[nodiscard]] Node parsed_query(const std::string& query, std::string_view today = {});
/// The request that the words of QUERY and the filter options make. Throws Refused, with a caret, for a bad query.
[[nodiscard]] Request request_of(const po::variables_map& given, const std::string& query, std::string_view without = {});
/// The words of the positional argument joined by a space; empty if there are none.
[[nodiscard]] std::string joined_words(const po::variables_map& given, const char* name);

/// A whole number or, where `all` is allowed, "all" as the largest. Throws Refused naming the option.
[[nodiscard]] std::uint64_t number_of(const po::variables_map& given, const char* option, bool all_allowed);

}  // namespace minutes::cli
