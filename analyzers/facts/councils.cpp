#include "analyzers/facts/councils.hpp"

#include "analyzers/facts/council_words.hpp"
#include "analyzers/facts/head_words.hpp"
#include "analyzers/facts/scan.hpp"
#include "analyzers/tables.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace minutes {

extern const std::string_view k_councils_tsv;

namespace {

using namespace scan;

std::vector<std::string_view> split(std::string_view cell, char separator) {
    std::vector<std::string_view> parts;
    while (!cell.empty()) {
        const std::size_t at = std::min(cell.find(separator), cell.size());
        if (at > 0) parts.push_back(cell.substr(0, at));
        cell.remove_prefix(std::min(at + 1, cell.size()));
    }
    return parts;
}

using Keys = std::unordered_map<std::string, const Council*>;

std::string key_of_name(std::string_view name) {
    std::string key;
    for (std::size_t at = 0; at < name.size();) {
        const Span word = next_council_word(name, at);
        if (word.empty()) break;
        if (!key.empty()) key += ' ';
        key += council_word_at(name, word).key;
        at = word.end;
    }
    return key;
}

/// Words that end a name. Few words of a text do, and most that do not are told by their ends and length.
class LastWords {
public:
    void insert(const std::string& key) {
        keys_.insert(key);
        ends_.set(place(key));
    }

    [[nodiscard]] bool contains(std::string_view word) const {
        const bool simple = std::none_of(word.begin(), word.end(), [](char c) { return c == '\'' || static_cast<unsigned char>(c) >= 0x80; });
        if (simple && !ends_.test(place(word))) return false;
        return keys_.contains(word == "&" ? "and" : council_key(word));
    }

private:
    static std::size_t place(std::string_view word) {
        const auto low = [](char c) { return static_cast<std::size_t>(fold(c)) & 31u; };
        return low(word.front()) << 9 | low(word.back()) << 4 | (word.size() & 15u);
    }

    std::unordered_set<std::string> keys_;
    std::bitset<1 << 14> ends_;
};

struct NameTable {
    Keys names, places;
    LastWords last_words, last_words_of_places;
};

std::string last_word(const std::string& key) { return key.substr(key.rfind(' ') + 1); }

const NameTable& name_table() {
    static const NameTable table = [] {
        NameTable made;
        for (const Council& council : councils()) {
            std::vector<std::string> names;
            for (const std::string_view name : council.names) names.push_back(key_of_name(name));
            if (council.place != "-") {
                const std::string place = key_of_name(council.place);
                if (std::any_of(names.begin(), names.end(), [](const std::string& name) { return name.ends_with(" borough council"); })) names.push_back("borough of " + place);
                names.push_back(place + " council");
                made.places.emplace(place, &council);
                made.last_words_of_places.insert(last_word(place));
            }
            for (const std::string& name : names)
                if (made.names.emplace(name, &council).second) made.last_words.insert(last_word(name));
        }
        return made;
    }();
    return table;
}

struct Match {
    const Council* council = nullptr;
    Span at;
};

/// The longest entry of `keys` that ends with the last of `recent` and begins with a capital.
Match longest_match(const std::vector<CouncilWord>& recent, const Keys& keys) {
    std::string key;
    Match match;
    for (auto word = recent.rbegin(); word != recent.rend(); ++word) {
        if (word != recent.rbegin() && word->breaks) break;
        key = key.empty() ? word->key : word->key + " " + key;
        if (!word->capital) continue;
        const auto found = keys.find(key);
        if (found != keys.end()) match = {found->second, {word->at.begin, recent.back().at.end}};
    }
    return match;
}

/// All longest matches in `text`; of two that overlap the longer one, then the earlier.
std::vector<Match> matches_of(std::string_view text, const Keys& keys, const LastWords& last_words) {
    std::vector<Match> matches;
    RecentCouncilWords recent;
    for (Span word = next_council_word(text, 0); !word.empty(); word = next_council_word(text, word.end)) {
        recent.push(word);
        if (!last_words.contains(slice(text, word))) continue;
        const Match match = longest_match(recent.words(text), keys);
        if (!match.council) continue;
        while (!matches.empty() && matches.back().at.end > match.at.begin && matches.back().at.size() < match.at.size()) matches.pop_back();
        if (matches.empty() || matches.back().at.end <= match.at.begin) matches.push_back(match);
    }
    return matches;
}

bool is_connector(std::string_view key) {
    for (const std::string_view word : {"and", "of", "the", "upon", "on", "in", "with", "le", "next", "cum", "by", "under", "sub", "de", "la", "y"})
        if (key == word) return true;
    return false;
}

bool is_small_word(std::string_view word) {
    for (const std::string_view small : {"and", "of", "the", "for", "to", "in", "on", "upon", "with"})
        if (word == small) return true;
    return false;
}

/// Where the name of a council that ends with the last of `recent` ("Council") begins, or nullptr if it names no place.
const CouncilWord* start_of_name(const std::vector<CouncilWord>& recent) {
    const CouncilWord* start = nullptr;
    for (std::size_t i = recent.size() - 1; i-- > 0;) {
        const CouncilWord& word = recent[i];
        if (word.breaks || (word.comma && (!start || is_head_word(HeadWord::body, word.key)))) break;   // "Council Chamber, Council Offices"; "Parks Panel, Drayford Town Council"
        if (is_head_word(HeadWord::kind, word.key) && !(is_connector(word.key) && start)) continue;
        if (!start && is_head_word(HeadWord::occasion, word.key)) continue;
        if (is_connector(word.key) && start) continue;
        if (!word.capital || is_digit(word.key.front()) || is_head_word(HeadWord::no_council, word.key)) break;
        start = &word;
    }
    return start;
}

/// The name from `first` to "Council", in one spelling: "Drayford parish Council" and "Drayford Annual Parish Council"
/// are "Drayford Parish Council".
CouncilName printed_name(std::string_view text, const CouncilWord& first, const CouncilWord& last) {
    const Span at{first.at.begin, last.at.begin + 7};
    std::string name = without_capitals(one_line(slice(text, at)));
    for (const std::string_view occasion : head_words(HeadWord::occasion)) {
        const std::size_t found = find_word(name, occasion);
        if (found != std::string::npos && found > 0) name.erase(found, occasion.size() + 1);
    }
    for (const std::string_view kind : head_words(HeadWord::kind)) {
        const std::size_t found = find_word(name, kind);
        if (found != std::string::npos && !is_connector(kind) && kind != "&") name[found] = static_cast<char>(name[found] & ~0x20);
    }
    return {nullptr, name, at};
}

/// What a host may stand behind or begin with: "@", "://", "www.".
constexpr std::array<bool, 256> kHostSigns = [] {
    std::array<bool, 256> signs{};
    for (const unsigned char c : {'@', ':', 'w', 'W'}) signs[c] = true;
    return signs;
}();

std::string_view host_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && (is_digit(text[end]) || text[end] == '-' || text[end] == '.' ||
                                 (is_letter(text[end]) && static_cast<unsigned char>(text[end]) < 0x80)))
        ++end;
    while (end > at && text[end - 1] == '.') --end;
    return text.substr(at, end - at);
}

const std::map<std::string, const Council*, std::less<>>& host_table() {
    static const std::map<std::string, const Council*, std::less<>> table = [] {
        std::map<std::string, const Council*, std::less<>> made;
        for (const Council& council : councils())
            for (const std::string_view domain : council.domains) {
                const auto [row, fresh] = made.emplace(std::string(domain), &council);
                if (!fresh) row->second = nullptr;  // two councils share it
            }
        return made;
    }();
    return table;
}

/// "Councillor Kent", "Mr A Kent": a person of that name.
bool is_surname(std::string_view text, Span place) {
    std::size_t end = skip_space_back(text, place.begin);
    while (end > 0 && text[end - 1] == '.') --end;
    std::size_t begin = end;
    while (begin > 0 && is_letter(text[begin - 1])) --begin;
    const std::string before = fold(text.substr(begin, end - begin));
    for (const std::string_view title : {"mr", "mrs", "ms", "miss", "dr", "cllr", "councillor", "sir", "lord", "lady", "professor", "reverend"})
        if (before == title) return true;
    return before.size() == 1 && is_upper(text[begin]);
}

}  // namespace

const std::vector<Council>& councils() {
    static const std::vector<Council> all = [] {
        std::vector<Council> list;
        for (const TableRow& row : table_rows(k_councils_tsv, 6)) {
            Council council{row[0], row[1], row[2], {row[2]}, split(row[4], ' '), split(row[5], '|')};
            for (const std::string_view name : split(row[3], '|')) council.names.push_back(name);
            list.push_back(std::move(council));
        }
        return list;
    }();
    return all;
}

std::vector<CouncilName> find_councils(std::string_view text) {
    std::vector<CouncilName> found;
    for (const Match& match : matches_of(text, name_table().names, name_table().last_words))
        found.push_back({match.council, std::string(match.council->formal), match.at});
    return found;
}

std::vector<CouncilName> find_printed_councils(std::string_view text) {
    std::vector<CouncilName> found = find_councils(text);
    const std::size_t known = found.size();   // in order and disjoint
    const auto is_known = [&](Span at) {
        const auto end = found.begin() + static_cast<std::ptrdiff_t>(known);
        const auto name = std::partition_point(found.begin(), end, [&](const CouncilName& n) { return n.at.end <= at.begin; });
        return name != end && name->at.begin < at.end;
    };
    RecentCouncilWords recent;
    for (Span at = next_council_word(text, 0); !at.empty(); at = next_council_word(text, at.end)) {
        recent.push(at);
        if (text[at.begin] != 'C' || !continues_with(text, at.begin, "council") || council_word_at(text, at).key != "council" || is_known(at)) continue;
        const std::vector<CouncilWord> words = recent.words(text);
        if (const CouncilWord* first = start_of_name(words)) found.push_back(printed_name(text, *first, words.back()));
    }
    std::sort(found.begin(), found.end(), [](const CouncilName& a, const CouncilName& b) { return a.at < b.at; });
    return found;
}

const Council* council_of_host(std::string_view host) {
    const std::string folded = fold(host);
    std::string_view rest = folded;
    if (rest.starts_with("www.")) rest.remove_prefix(4);
    while (true) {
        const auto row = host_table().find(rest);
        if (row != host_table().end()) return row->second;
        const std::size_t dot = rest.find('.');
        if (dot == std::string_view::npos) return nullptr;
        rest.remove_prefix(dot + 1);
    }
}

std::vector<CouncilName> find_council_hosts(std::string_view text) {
    std::vector<CouncilName> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!kHostSigns[static_cast<unsigned char>(text[at])]) continue;
        std::size_t begin = 0;
        if (text[at] == '@') begin = at + 1;
        else if (text[at] == ':' && text.substr(at).starts_with("://")) begin = at + 3;
        else if (byte_at(text, at + 3) == '.' && has_word(text, at, "www")) begin = at;
        else continue;
        const std::string_view host = host_at(text, begin);
        if (const Council* council = council_of_host(host))
            found.push_back({council, std::string(council->formal), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + host.size())}});
        at = std::max(at, begin + host.size() - (host.empty() ? 0 : 1));
    }
    return found;
}

std::vector<const Council*> councils_at(std::string_view venue) {
    std::vector<const Council*> found;
    for (const Council& council : councils()) {
        const auto meets = [&](std::string_view seat) {
            const auto parts = split(seat, ',');
            return std::all_of(parts.begin(), parts.end(), [&](std::string_view part) { return find_word(venue, fold(trim(part))) != std::string_view::npos; });
        };
        if (std::any_of(council.seats.begin(), council.seats.end(), meets)) found.push_back(&council);
    }
    return found;
}

std::vector<PlaceCount> count_places(std::string_view text) {
    std::vector<PlaceCount> counts;
    for (const Match& match : matches_of(text, name_table().places, name_table().last_words_of_places)) {
        if (is_surname(text, match.at)) continue;
        const auto row = std::find_if(counts.begin(), counts.end(), [&](const PlaceCount& c) { return c.council == match.council; });
        if (row == counts.end()) counts.push_back({match.council, 1, match.at});
        else ++row->count;
    }
    return counts;
}

std::string without_capitals(std::string_view text) {
    if (std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return std::string(text);
    std::string tamed;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter(text[at])) {
            tamed += text[at++];
            continue;
        }
        const std::size_t end = council_word_end(text, at);
        const std::string_view word = text.substr(at, end - at);
        const std::string lower = fold(word);
        const bool acronym = word.size() <= 4 && lower != "st" && lower.find_first_of("aeiouy") == std::string::npos;
        if (acronym) tamed += word;
        else if (at > 0 && is_small_word(lower)) tamed += lower;
        else tamed += std::string(1, word.front()) + lower.substr(1);
        at = end;
    }
    return tamed;
}

}  // namespace minutes
