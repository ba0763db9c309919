#include "cli/options.hpp"
#include "cli/output.hpp"
#include "searcher/reader.hpp"
#include "searcher/render_decisions.hpp"

#include <algorithm>

namespace minutes::cli {
namespace {

constexpr char kExamples[] =
    "minutes decisions [QUERY] [options]\n\n"
    "  minutes decisions --council eastmoor --from 2023           every decision and action of one council since 2023\n"
    "  minutes decisions '\"agency staff\"'                         the rows that mention it\n"
    "  minutes decisions --owner clerk --kind action              what the clerk is to do\n"
    "  minutes decisions --kind recommended --format csv > r.csv  for a spreadsheet\n";
constexpr char kFormats[] = "text|json|jsonl|csv|tsv";

/// "decision" stands for every kind but action.
std::vector<std::string> kinds_of(const std::vector<std::string>& given) {
    std::vector<std::string> known, kinds;
    for (int i = 0; i <= static_cast<int>(Outcome::Kind::action); ++i) known.emplace_back(name_of(static_cast<Outcome::Kind>(i)));
    for (const std::string& kind : given) {
        if (kind == "decision") kinds.insert(kinds.end(), known.begin(), known.end() - 1);
        else if (std::find(known.begin(), known.end(), kind) != known.end()) kinds.push_back(kind);
        else {
            std::string names = "decision";
            for (const std::string& name : known) names += ", " + name;
            throw Refused("--kind " + kind + ": choose among " + names);
        }
    }
    return kinds;
}

/// Prints rows as they come; JSON wraps them in one object.
class Printer {
public:
    Printer(Format format, TableStyle table) : format_(format), table_(table), style_(style_of_stdout()) {
        if (is_table()) write_out(decisions_csv_header(table_));
        if (format_ == Format::json) write_out("{\"format\":\"minutes-decisions\",\"version\":1,\"rows\":[\n");
    }

    void print(const DecisionRow& row) {
        if (format_ == Format::text) {
            if (row.record->meeting_id != meeting_) write_out(meeting_heading(*row.record, style_));
            meeting_ = row.record->meeting_id;
            write_out(decision_as_text(row));
        }
        if (format_ == Format::json && !first_) write_out(",");
        if (format_ == Format::json || format_ == Format::jsonl) write_out(decision_as_json_line(row));
        if (is_table()) write_out(decision_as_csv(row, table_));
        first_ = false;
    }

    void finish(const DecisionsAnswer& answer) {
        if (format_ == Format::text) write_out((first_ ? "" : "\n") + decisions_counts_as_text(answer));
        if (format_ == Format::json) return write_out("],\"totals\":" + decisions_tail_as_json(answer) + "}\n");
        for (const std::string& note : answer.notes) warn(note);
        if (format_ != Format::text && answer.at_least) warn("at least: some of these items are cut short by their source");
    }

private:
    [[nodiscard]] bool is_table() const { return format_ == Format::csv || format_ == Format::tsv; }

    Format format_;
    TableStyle table_;
    Style style_;
    std::string meeting_;
    bool first_ = true;
};

}  // namespace

int run_decisions(const Args& args) {
    po::options_description options("Options");
    add_filter_options(options, "kind");
    options.add_options()("kind", po::value<std::vector<std::string>>()->composing()->value_name("KIND"),
                          "resolved, agreed, recommended, noted, ordered, lost, moved or action; decision is all but action");
    add_format_option(options, kFormats);
    add_table_options(options);
    add_common_options(options);
    const auto given = parse(args, options, "query", kExamples);
    if (!given) return kFound;
    const Format format = format_of(*given, kFormats);
    const std::vector<std::string> kinds = given->count("kind") ? kinds_of((*given)["kind"].as<std::vector<std::string>>()) : std::vector<std::string>();
    const Request request = request_of(*given, joined_words(*given, "query"), "kind");
    Reader reader(index_of(*given));
    Printer printer(format, table_style_of(*given));
    const DecisionsAnswer answer = find_decisions(reader, request, kinds, [&](const DecisionRow& row) { printer.print(row); });
    printer.finish(answer);
    return answer.rows > 0 ? kFound : kNothing;
}

}  // namespace minutes::cli
