#include "cli/mention_options.hpp"

#include <algorithm>
#include <charconv>

namespace minutes::cli {
namespace {

constexpr std::size_t kUsualWords = 10, kMostWords = 1000;

template <typename Value>
struct Choice {
    std::string_view name;
    Value value;
};

constexpr Choice<MentionSort> kSorts[] = {{"date", MentionSort::date}, {"-date", MentionSort::date_descending}, {"document", MentionSort::document},
                                          {"council", MentionSort::council}, {"left", MentionSort::left}, {"right", MentionSort::right}};
constexpr Choice<MentionGroup::By> kGroups[] = {{"meeting", MentionGroup::By::meeting}, {"council", MentionGroup::By::council}, {"committee", MentionGroup::By::committee},
                                                {"speaker", MentionGroup::By::speaker}, {"year", MentionGroup::By::year}};
constexpr Choice<ContextUnit> kContexts[] = {{"line", ContextUnit::characters}, {"words", ContextUnit::words}, {"sentence", ContextUnit::sentence},
                                             {"passage", ContextUnit::passage}, {"item", ContextUnit::item}};

/// The value of the choice that an option names.
template <typename Value, std::size_t size>
Value chosen(const Choice<Value> (&choices)[size], const char* option, const std::string& name) {
    std::string names;
    for (const Choice<Value>& choice : choices) {
        if (choice.name == name) return choice.value;
        names += (names.empty() ? "" : ", ") + std::string(choice.name);
    }
    throw Refused("--" + std::string(option) + " " + name + ": choose one of " + names);
}

void set_context(MentionsOptions& options, const std::string& name) {
    std::size_t words = 0;
    const auto [end, failed] = std::from_chars(name.data(), name.data() + name.size(), words);
    const bool number = failed == std::errc{} && end == name.data() + name.size();
    if (number && words > kMostWords) throw Refused("--context " + name + ": at most " + std::to_string(kMostWords) + " words; for all of it use passage or item");
    options.context = number ? ContextUnit::words : chosen(kContexts, "context", name);
    if (options.context == ContextUnit::words) options.size = number ? words : kUsualWords;
}

}  // namespace

void add_mention_options(po::options_description& options) {
    const auto text = [](const char* usual) { return po::value<std::string>()->default_value(usual); };
    options.add_options()("sort", text("date"), "date, -date, document, council, or left or right: by the words beside the mention")(
        "context", text("line"), "what stands on each side: line, a number of words, sentence, passage or item")(
        "group", po::value<std::string>()->value_name("BY"), "meeting, council, committee, speaker or year, with the number of mentions of each")(
        "sample", po::value<std::string>()->value_name("N"), "show N of the mentions, drawn by --seed; the counts stay those of all")(
        "seed", text("1"), "which sample: the same number draws the same mentions")("limit", text("all"), "mentions to show, or all")(
        "offset", text("0"), "mentions to leave out first");
}

MentionsOptions mention_options_of(const po::variables_map& given, std::size_t line) {
    MentionsOptions options;
    options.size = line;
    options.sort = chosen(kSorts, "sort", given["sort"].as<std::string>());
    set_context(options, given["context"].as<std::string>());
    if (given.count("group")) options.group = chosen(kGroups, "group", given["group"].as<std::string>());
    if (given.count("sample")) options.sample = number_of(given, "sample", false);
    options.seed = number_of(given, "seed", false);
    options.limit = number_of(given, "limit", true);
    options.offset = number_of(given, "offset", false);
    return options;
}

}  // namespace minutes::cli
