#include "cli/mention_options.hpp"
#include "cli/manifest_option.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "searcher/mentions.hpp"
#include "searcher/reader.hpp"
#include "searcher/render_atom.hpp"
#include "searcher/render_widened.hpp"

#include <algorithm>

namespace minutes::cli {
namespace {

constexpr char kExamples[] =
    "minutes mentions QUERY [options]\n\n"
    "  minutes mentions '\"agency staff\"'                       every mention, aligned, by date\n"
    "  minutes mentions '\"agency staff\"' --role dcs --from 2019 said by a Director of Children's Services since 2019\n"
    "  minutes mentions ofsted --sort right --context 5          by what follows, five words on each side\n"
    "  minutes mentions ofsted --group year                     under each year, with its number of mentions\n"
    "  minutes mentions ofsted --sample 50 --seed 7             fifty of them, the same ones each time\n"
    "  minutes mentions ofsted --format csv > ofsted.csv        for a spreadsheet\n"
    "  minutes mentions ofsted --format jsonl | wc -l           one line a mention\n";
constexpr char kFormats[] = "text|json|jsonl|csv|tsv|atom";
constexpr std::size_t kContextInFiles = 80;   ///< characters on each side in JSON and CSV
constexpr std::size_t kPlaceColumn = 17;      ///< what the item and paragraph take of a text line

/// Room on each side of the match so that a line fits the terminal.
std::size_t context_of(Format format, const Style& style) {
    if (format != Format::text) return kContextInFiles;
    return std::clamp<std::size_t>((style.width - std::min(style.width, kPlaceColumn + 12)) / 2, 25, 60);
}

/// Prints mentions as they come; JSON wraps them in one object.
class Printer {
public:
    Printer(Format format, TableStyle table, const Style& style, const MentionsOptions& options, const std::string& query)
        : format_(format), table_(table), style_(style), options_(options) {
        if (is_table()) write_out(mentions_csv_header(table_));
        if (format_ == Format::atom) write_out(atom_begin(query));
        if (format_ == Format::json) write_out("{\"format\":\"minutes-mentions\",\"version\":1,\"mentions\":[\n");
    }

    void print(const KwicLine& mention) {
        if (format_ == Format::text) {
            const std::string heading = mention_heading(mention, options_, style_);
            const std::string under = heading.empty() || mention.group != nullptr ? heading : heading + mention.record->meeting_id;  // two undated meetings look alike
            if (under != under_) write_out(heading);
            under_ = under;
            write_out(mention_as_text(mention, options_, style_));
        }
        if (format_ == Format::json && !first_) write_out(",");
        if (format_ == Format::json || format_ == Format::jsonl) write_out(mention_as_json_line(mention));
        if (is_table()) write_out(mention_as_csv(mention, table_));
        if (format_ == Format::atom) write_out(mention_as_atom(mention));
        latest_ = std::max(latest_, mention.record->date);
        first_ = false;
    }

    void finish(const MentionsAnswer& answer) {
        const std::string part = part_as_text(answer, options_);
        if (format_ == Format::text) write_out((first_ ? "" : "\n") + part + counts_as_text(answer.counts, answer.base) + widened_as_text(answer.widened));
        if (format_ == Format::json) write_out("],\"totals\":" + mentions_tail_as_json(answer, options_) + "}\n");
        if (format_ == Format::atom) write_out(atom_end(latest_));
        if (format_ == Format::json) return;
        if (format_ != Format::text && !part.empty()) warn(part.substr(0, part.size() - 1));
        for (const std::string& note : answer.notes) warn(note);
        if (format_ != Format::text) warn_lines(widened_as_text(answer.widened));
        if (format_ != Format::text && !answer.counts.elsewhere.empty()) warn(elsewhere_as_text(answer.counts));
        if (format_ != Format::text && answer.counts.at_least) warn("at least: some of these items are cut short by their source");
    }

private:
    [[nodiscard]] bool is_table() const { return format_ == Format::csv || format_ == Format::tsv; }

    Format format_;
    TableStyle table_;
    Style style_;
    MentionsOptions options_;
    std::string under_, latest_;
    bool first_ = true;
};

}  // namespace

int run_mentions(const Args& args) {
    po::options_description options("Options");
    add_filter_options(options);
    add_mention_options(options);
    add_format_option(options, kFormats);
    add_table_options(options);
    add_manifest_option(options);
    add_common_options(options);
    const auto given = parse(args, options, "query", kExamples);
    if (!given) return kFound;
    const Format format = format_of(*given, kFormats);
    const std::string query = joined_words(*given, "query");
    const Request request = request_of(*given, query);
    if (!has_positive_words(request.query))
        throw Refused("mentions needs a word or phrase to look for; to list passages by filters alone use: minutes search");
    const Style style = style_of_stdout();
    const MentionsOptions shown = mention_options_of(*given, context_of(format, style));
    Reader reader(index_of(*given));
    Printer printer(format, table_style_of(*given), style, shown, query);
    const MentionsAnswer answer = find_mentions(reader, request, shown, [&](const KwicLine& mention) { printer.print(mention); });
    printer.finish(answer);
    write_manifest(*given, reader, request, "mentions", query);
    return answer.counts.occurrences > 0 ? kFound : kNothing;
}

}  // namespace minutes::cli
