#include "analyzers/number_series.hpp"

#include "analyzers/structure/paragraph_marker.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_set>

namespace minutes {
namespace {

constexpr long kLongestHole = 50;   // numbers further apart belong to different runs

/// A printed number taken apart: "E.70/23" is front "E.", 70, back "/23" where the 70 counts.
struct Counted {
    std::string front, back, letter;
    long value = 0;
    std::string printed;
    Span heading;         ///< where it is printed
    std::uint32_t after = 0;   ///< where its text ends
};

struct Group {
    std::size_t begin, end;
};

std::vector<Group> digit_groups(std::string_view number) {
    std::vector<Group> groups;
    for (std::size_t i = 0; i < number.size(); ++i) {
        if (!is_digit(number[i])) continue;
        const std::size_t begin = i;
        while (i < number.size() && is_digit(number[i])) ++i;
        groups.push_back({begin, i});
    }
    return groups;
}

/// The printed form with its digits made equal, without a letter behind the last ones: "E.70/23" is "E.#/#", "7(b)" is "#".
std::string shape_of(std::string_view number) {
    std::string shape;
    std::size_t at = 0;
    for (const Group group : digit_groups(number)) {
        shape += std::string(number.substr(at, group.begin - at)) + "#";
        at = group.end;
    }
    return shape;
}

/// `number` with its group `which` as what counts; nullopt if there is no such group or it has too many digits.
std::optional<Counted> counted(std::string_view number, std::size_t which) {
    const std::vector<Group> groups = digit_groups(number);
    if (which >= groups.size() || groups[which].end - groups[which].begin > 7) return std::nullopt;
    const Group group = groups[which];
    Counted made;
    made.front = number.substr(0, group.begin);
    const std::string_view rest = number.substr(group.end);
    const std::size_t letters = groups.back().end > group.end ? groups.back().end - group.end : 0;
    made.back = rest.substr(0, letters);
    made.letter = rest.substr(letters);
    made.value = std::stol(std::string(number.substr(group.begin, group.end - group.begin)));
    made.printed = number;
    return made;
}

/// Of the groups of one shape the one that differs most from number to number, the last of equals.
std::size_t counting_group(const std::vector<std::string_view>& numbers) {
    std::map<std::size_t, std::set<std::string_view>> values;
    for (const std::string_view number : numbers) {
        const std::vector<Group> groups = digit_groups(number);
        for (std::size_t g = 0; g < groups.size(); ++g) values[g].insert(number.substr(groups[g].begin, groups[g].end - groups[g].begin));
    }
    std::size_t best = 0;
    for (const auto& [group, different] : values)
        if (different.size() >= values[best].size()) best = group;
    return best;
}

/// Where in `between` a line begins with the number, a mark behind it; empty if nowhere.
Span line_with(std::string_view text, Span between, const std::string& number) {
    std::uint32_t at = between.begin;
    while (at < between.end) {
        const std::size_t stop = std::min<std::size_t>(text.find('\n', at), between.end);
        const Span line = trimmed(text, {at, static_cast<std::uint32_t>(stop)});
        const std::string_view content = slice(text, line);
        const std::size_t mark = content.find_first_not_of("*_#( ");
        if (mark != std::string_view::npos && content.substr(mark).starts_with(number)) {
            const std::size_t end = mark + number.size();
            if (end >= content.size() || content[end] == '.' || content[end] == ')' || content[end] == ':' || space_at(content, end) != 0) return line;
        }
        at = static_cast<std::uint32_t>(stop) + 1;
    }
    return {};
}

/// Fills one series from its numbers in order of appearance.
class SeriesReader {
public:
    SeriesReader(NumberSeries& into, std::string_view text) : into_(into), text_(text) {}

    void read(const std::vector<Counted>& numbers) {
        for (const Counted& number : numbers) read(number);
        std::erase_if(holes_, [&](const Hole& hole) { return seen_.contains(hole.value); });   // printed later, out of order
        for (const Hole& hole : holes_)
            if (into_.missing.size() < kMaxListed) into_.missing.push_back(hole.gap);
        into_.found = seen_.size();
        into_.expected = into_.found + holes_.size();
        into_.first = numbers.front().printed;
        into_.last = numbers.back().printed;
    }

    /// Numbers before the first one that are missing too.
    void expect_from(long first, const Counted& number) {
        if (number.value > first && number.value <= first + 2) add_holes(first, number, {number.heading.begin, number.heading.begin});
    }

private:
    void read(const Counted& number) {
        const bool again = !seen_.insert(number.value).second;
        if (last_ && again && number.value == last_->value && number.letter == last_->letter) repeat(number);
        else if (last_ && number.value < last_->value) begin_again(number, again);
        else if (last_ && number.value > last_->value + 1 && number.value - last_->value <= kLongestHole) add_holes(last_->value + 1, number, {last_->after, number.heading.begin});
        last_ = number;
    }

    /// A step back to a number that was there is a restart, unless it only repeats one: 5, 6, 5, 7.
    void begin_again(const Counted& number, bool again) {
        if (again && number.value > 2) repeat(number);
        else ++into_.restarts;
    }

    void repeat(const Counted& number) {
        if (into_.repeated.size() < kMaxListed) into_.repeated.push_back(number.printed);
    }

    void add_holes(long from, const Counted& until, Span between) {
        for (long value = from; value < until.value; ++value) {
            if (seen_.contains(value) || !known_holes_.insert(value).second) continue;
            const std::string printed = until.front + std::to_string(value) + until.back;
            const Span line = value < from + 5 ? line_with(text_, between, printed) : Span{};
            holes_.push_back({value, {printed, line.empty() ? until.heading : line, !line.empty()}});
        }
    }

    NumberSeries& into_;
    std::string_view text_;
    struct Hole {
        long value;
        NumberSeries::Gap gap;
    };

    std::unordered_set<long> seen_, known_holes_;
    std::vector<Hole> holes_;
    std::optional<Counted> last_;
};

Span printed_at(const Item& item) {
    if (!item.heading.empty()) return item.heading.front();
    return item.passages.empty() ? Span{} : item.passages.front().parts.front();
}

/// Where the text of an item begins behind its heading.
std::uint32_t text_begin(const Item& item) {
    return item.heading.empty() ? printed_at(item).begin : item.heading.back().end;
}

/// Paragraphs that a decision or a note took in: their lines begin with the number all the same.
void add_inner_numbers(std::vector<Counted>& numbers, std::string_view text, const Passage& passage) {
    for (std::size_t p = 0; p < passage.parts.size(); ++p) {
        std::uint32_t at = passage.parts[p].begin;
        while (at < passage.parts[p].end) {
            const std::size_t stop = std::min<std::size_t>(text.find('\n', at), passage.parts[p].end);
            const Span line = trimmed(text, {at, static_cast<std::uint32_t>(stop)});
            const auto marker = parse_marker(slice(text, line).substr(0, 40));
            if (marker && marker->style == MarkerStyle::section)
                if (auto number = counted(marker->number, digit_groups(marker->number).size() - 1)) {
                    number->heading = line;
                    number->after = line.end;
                    numbers.push_back(std::move(*number));
                }
            at = static_cast<std::uint32_t>(stop) + 1;
        }
    }
}

}  // namespace

void add_item_series(std::vector<NumberSeries>& into, std::string_view text, const Meeting& meeting, std::size_t meeting_index) {
    std::map<std::string, std::vector<std::string_view>> shapes;
    for (const Item& item : meeting.items)
        if (!item.number.empty()) shapes[shape_of(item.number)].push_back(item.number);
    std::map<std::string, std::size_t> groups;
    for (const auto& [shape, numbers] : shapes) groups[shape] = counting_group(numbers);
    std::vector<std::string> order;
    std::map<std::string, std::vector<Counted>> series;
    for (const Item& item : meeting.items) {
        auto number = item.number.empty() ? std::nullopt : counted(item.number, groups[shape_of(item.number)]);
        if (!number) continue;
        number->heading = printed_at(item);
        number->after = text_begin(item);
        const std::string key = number->front + "#" + number->back;
        if (series[key].empty()) order.push_back(key);
        series[key].push_back(std::move(*number));
    }
    for (const std::string& key : order) {
        NumberSeries made;
        made.meeting = meeting_index;
        SeriesReader reader(made, text);
        if (key == "#" && series[key].size() > 1) reader.expect_from(1, series[key].front());
        reader.read(series[key]);
        into.push_back(std::move(made));
    }
}

void add_paragraph_series(std::vector<NumberSeries>& into, std::string_view text, const Item& item, std::size_t meeting_index) {
    std::vector<Counted> numbers;
    for (const Passage& passage : item.passages) add_inner_numbers(numbers, text, passage);
    std::vector<std::string> order;
    std::map<std::string, std::vector<Counted>> series;
    for (Counted& number : numbers) {
        if (number.front.empty()) continue;
        if (series[number.front].empty()) order.push_back(number.front);
        series[number.front].push_back(std::move(number));
    }
    for (const std::string& front : order) {
        if (series[front].size() < 2) continue;
        NumberSeries made;
        made.meeting = meeting_index;
        made.item = item.number.empty() ? front.substr(0, front.size() - 1) : item.number;
        SeriesReader reader(made, text);
        reader.expect_from(1, series[front].front());
        reader.read(series[front]);
        into.push_back(std::move(made));
    }
}

}  // namespace minutes
