#include "corpus/generate_words.hpp"

#include "corpus/generate_names.hpp"

#include <algorithm>
#include <stdexcept>

namespace minutes::synthetic {

extern const std::string_view k_generate_grammar_txt, k_generate_topics_txt;

namespace {

/// Words that no list can hold: names, sums and dates. The order is that of kSlots.
enum class Slot : std::uint16_t {
    acronym, brand, count, count_small, count_small_digit, date, firm, fy, money, month, number, percent, person, place, quarter, reference,
    scheme, share, street, ward, year
};
constexpr std::string_view kSlots[] = {"acronym", "brand",  "count", "count_small", "count_small_digit", "date",   "firm",  "fy",     "money", "month", "number",
                                       "percent", "person", "place", "quarter",     "reference",         "scheme", "share", "street", "ward",  "year"};
constexpr std::string_view kSmallCounts[] = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' '), last = text.find_last_not_of(' ');
    return first == std::string_view::npos ? std::string_view() : text.substr(first, last - first + 1);
}

/// A number for an invented name: mostly one of the council's own few dozen, else any of an endless list.
std::uint32_t name_number(Random& random, const Setting& setting, std::uint32_t own) {
    if (random.chance(45)) return random.heavy_tail();
    const std::uint64_t mine = mix(setting.council_seed, random.below(own) * random.below(own) / own);
    return static_cast<std::uint32_t>(mine % (mine % 4 ? 5000 : 150'000));  // mostly short names
}

std::string a_person(Random& random, const Setting& setting) {
    const bool female = random.chance(50);
    return given_name(female, random.below(78)) + ' ' + surname(name_number(random, setting, 300));
}

std::string a_year(Random& random, int year) { return std::to_string(year + 2 - static_cast<int>(std::min(random.below(6), random.below(9)))); }

std::string a_financial_year(Random& random, int year) {
    const int first = year - static_cast<int>(random.below(3));
    const std::string second = std::to_string((first + 1) % 100);
    return std::to_string(first) + "/" + (second.size() < 2 ? "0" : "") + second;
}

std::string a_share(Random& random) {
    const std::uint32_t all = random.between(4, random.chance(70) ? 90 : 900);
    return std::to_string(random.between(2, all - 1)) + " of the " + std::to_string(all);
}

std::string a_date(Random& random, int year) {
    return std::to_string(random.between(1, 28)) + ' ' + std::string(month_name(random.between(1, 12))) + ' ' + a_year(random, year);
}

std::string filled(Slot slot, Random& random, const Setting& setting) {
    switch (slot) {
        case Slot::acronym: return acronym(name_number(random, setting, 60));
        case Slot::brand: return brand_name(name_number(random, setting, 40));
        case Slot::count: return count(random);
        case Slot::count_small: return std::string(kSmallCounts[random.below(11)]);
        case Slot::count_small_digit: return std::to_string(random.between(1, 4));
        case Slot::date: return a_date(random, setting.year);
        case Slot::firm: return firm_name(name_number(random, setting, 80), random.below(14));
        case Slot::fy: return a_financial_year(random, setting.year);
        case Slot::money: return money(random);
        case Slot::month: return std::string(month_name(random.between(1, 12)));
        case Slot::number: return std::to_string(random.between(1, 240));
        case Slot::percent: return percentage(random);
        case Slot::person: return a_person(random, setting);
        case Slot::place: return place_name(name_number(random, setting, 90));
        case Slot::quarter: return "Quarter " + std::to_string(random.between(1, 4));
        case Slot::reference: return reference(random, setting.year - static_cast<int>(random.below(3)));
        case Slot::scheme: return scheme_name(name_number(random, setting, 60), random.below(16));
        case Slot::share: return a_share(random);
        case Slot::street: return street_name(name_number(random, setting, 240), random.below(18));
        case Slot::ward: return place_name(static_cast<std::uint32_t>(mix(setting.council_seed, random.below(24)) % 90'000)) + " ward";
        case Slot::year: return a_year(random, setting.year);
    }
    return {};
}

/// "an hour" never occurs in the grammar; "a university", "a one-off" and "an 80%" do.
bool takes_an(std::string_view next) {
    for (const std::string_view exception : {"uni", "use", "one", "eu"})
        if (next.starts_with(exception)) return false;
    return !next.empty() && std::string_view("aeiouAEIO8").find(next.front()) != std::string_view::npos;
}

std::string with_articles(std::string text) {
    for (std::size_t at = text.find('~'); at != std::string::npos; at = text.find('~', at)) {
        if (takes_an(std::string_view(text).substr(std::min(at + 2, text.size())))) text[at] = 'n';
        else text.erase(at, 1);
    }
    return text;
}

}  // namespace

const Grammar& Grammar::shared() {
    static const Grammar grammar;
    return grammar;
}

Grammar::Grammar() {
    read(k_generate_grammar_txt);
    read(k_generate_topics_txt);
    for (const auto& [name, rule] : names_)
        if (lists_[rule].entries.empty()) throw std::logic_error("the generator's grammar has no rule " + name);
}

void Grammar::read(std::string_view text) {
    Rule current = kNone;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        read_line(text.substr(0, end), current);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void Grammar::read_line(std::string_view line, Rule& current) {
    if (line.empty() || line.front() == '#') return;
    if (line.front() == '[') {
        current = open_list(line.substr(1, line.find(']') - 1));
        return;
    }
    while (!line.empty()) {
        const std::size_t end = std::min(line.find('|'), line.size());
        add_entry(current, trimmed(line.substr(0, end)));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
}

Grammar::Rule Grammar::find_or_add(std::string_view name) {
    const auto found = names_.find(name);
    if (found != names_.end()) return found->second;
    const auto rule = static_cast<Rule>(lists_.size());
    lists_.emplace_back();
    names_.emplace(name, rule);
    return rule;
}

/// "area" or "planning/area"; the latter also becomes what {area} means while the topic is planning.
Grammar::Rule Grammar::open_list(std::string_view header) {
    const Rule rule = find_or_add(header);
    const std::size_t slash = header.find('/');
    if (slash == std::string_view::npos) return rule;
    const std::string topic(header.substr(0, slash));
    if (topics_.empty() || topics_.back() != topic) topics_.push_back(topic);
    std::vector<Rule>& by_topic = lists_[find_or_add(header.substr(slash + 1))].by_topic;
    by_topic.resize(topics_.size(), kNone);
    by_topic.back() = rule;
    return rule;
}

Grammar::Piece Grammar::piece_named(std::string_view name) {
    const bool other = name.starts_with('?');
    if (other) name.remove_prefix(1);
    const auto slot = std::find(std::begin(kSlots), std::end(kSlots), name);
    if (slot != std::end(kSlots)) return {Kind::slot, static_cast<std::uint16_t>(slot - std::begin(kSlots)), {}};
    return {other ? Kind::other_topic : Kind::rule, find_or_add(name), {}};
}

void Grammar::add_entry(Rule rule, std::string_view entry) {
    Entry added{static_cast<std::uint32_t>(pieces_.size()), 0};
    while (!entry.empty()) {
        const std::size_t open = std::min(entry.find('{'), entry.size());
        if (open > 0) pieces_.push_back({Kind::literal, 0, entry.substr(0, open)});
        entry.remove_prefix(open);
        if (entry.empty()) break;
        const std::size_t close = entry.find('}');
        pieces_.push_back(piece_named(entry.substr(1, close - 1)));
        entry.remove_prefix(close + 1);
    }
    added.last = static_cast<std::uint32_t>(pieces_.size());
    List& list = lists_[rule];
    const std::uint32_t before = list.weights.empty() ? 0 : list.weights.back();
    list.weights.push_back(before + 1'000'000 / (static_cast<std::uint32_t>(list.entries.size()) + 6));
    list.entries.push_back(added);
}

Grammar::Rule Grammar::rule(std::string_view name) const {
    const auto found = names_.find(name);
    if (found == names_.end()) throw std::logic_error("the generator's grammar has no rule " + std::string(name));
    return found->second;
}

void Grammar::append(std::string& text, Rule rule, Random& random, const Setting& setting) const {
    const List* list = &lists_[rule];
    if (setting.topic < list->by_topic.size() && list->by_topic[setting.topic] != kNone) list = &lists_[list->by_topic[setting.topic]];
    const auto chosen = std::upper_bound(list->weights.begin(), list->weights.end(), random.below(list->weights.back()));
    const Entry entry = list->entries[static_cast<std::size_t>(chosen - list->weights.begin())];
    for (std::uint32_t i = entry.first; i < entry.last; ++i) {
        const Piece& piece = pieces_[i];
        Setting there = setting;
        switch (piece.kind) {
            case Kind::literal: text += piece.text; break;
            case Kind::slot: text += filled(static_cast<Slot>(piece.id), random, setting); break;
            case Kind::other_topic:
                there.topic = random.below(static_cast<std::uint32_t>(topics_.size()));
                [[fallthrough]];
            case Kind::rule: append(text, piece.id, random, there); break;
        }
    }
}

std::string Grammar::say(Rule rule, Random& random, const Setting& setting) const {
    std::string text;
    append(text, rule, random, setting);
    return with_articles(std::move(text));
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 32);
    return text;
}

}  // namespace minutes::synthetic
