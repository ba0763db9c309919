#include "searcher/mention_order.hpp"

#include "analyzers/tokens.hpp"

#include <algorithm>
#include <tuple>

namespace minutes {
namespace {

constexpr std::size_t kWordsBeside = 5;

/// Not stated comes last.
auto known_first(std::string_view value) { return std::tuple(value.empty(), value); }

auto in_file(const PassagePlace& p) { return std::tuple(p.path, p.order_in_home, p.order); }
auto by_date(const PassagePlace& p) { return std::tuple(p.date.empty(), p.date, p.council, p.committee, p.meeting, p.path, p.order_in_home, p.order); }

/// -1, 0 or 1, so that orders can follow one another.
template <typename Key>
int compare(const Key& a, const Key& b) {
    return a < b ? -1 : b < a ? 1 : 0;
}

int compare_groups(const PassagePlace& a, const PassagePlace& b, MentionGroup::By by) {
    if (by == MentionGroup::By::none) return 0;
    if (by != MentionGroup::By::meeting) return compare(known_first(a.group), known_first(b.group));
    const auto meeting = [](const PassagePlace& p) { return std::tuple(p.date.empty(), p.date, p.council, p.committee, p.meeting); };
    return compare(meeting(a), meeting(b));
}

int compare_sorted(const PassagePlace& a, const PassagePlace& b, MentionSort sort) {
    switch (sort) {
        case MentionSort::document: return compare(in_file(a), in_file(b));
        case MentionSort::council: return compare(std::tuple(known_first(a.council), a.committee), std::tuple(known_first(b.council), b.committee));
        case MentionSort::date_descending:
            if (a.date.empty() || b.date.empty()) return compare(a.date.empty(), b.date.empty());
            return compare(b.date, a.date);
        case MentionSort::date:
        case MentionSort::left:
        case MentionSort::right: break;
    }
    return 0;
}

std::uint64_t mixed(std::uint64_t x) {  // splitmix64
    x += 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

}  // namespace

std::string group_of(const Record& record, MentionGroup::By group) {
    switch (group) {
        case MentionGroup::By::none: return {};
        case MentionGroup::By::meeting: return record.meeting_id;
        case MentionGroup::By::council: return record.council;
        case MentionGroup::By::committee: return record.committee;
        case MentionGroup::By::year: return record.date.substr(0, 4);
        case MentionGroup::By::speaker: break;
    }
    std::string names;
    for (const std::string& person : persons_of(record)) names += (names.empty() ? "" : "; ") + person;
    return names;
}

PassagePlace place_of(const Record& record, Names& names, MentionGroup::By group) {
    PassagePlace place;
    place.date = names.keep(record.date);
    place.council = names.keep(record.council);
    place.committee = names.keep(record.committee);
    place.meeting = names.keep(record.meeting_id);
    place.path = names.keep(home_path(record));
    place.group = names.keep(group_of(record, group));
    place.order_in_home = record.cut_at.path.empty() ? record.order : record.cut_at.order;
    place.order = record.order;
    return place;
}

std::string words_beside(const Record& record, Span hit, bool left) {
    // Words are short; a few hundred bytes hold five, however long the passage.
    constexpr std::uint32_t kReach = 400;
    std::uint32_t begin = left ? hit.begin - std::min(hit.begin, kReach) : hit.end;
    std::uint32_t end = left ? hit.begin : std::min<std::uint32_t>(static_cast<std::uint32_t>(record.text.size()), hit.end + kReach);
    const auto is_continuation = [&](std::uint32_t at) { return at < record.text.size() && (static_cast<unsigned char>(record.text[at]) & 0xC0) == 0x80; };
    while (left && begin < end && is_continuation(begin)) ++begin;
    while (!left && end < record.text.size() && is_continuation(end)) ++end;
    const Tokens tokens = tokenise(std::string_view(record.text).substr(begin, end - begin));
    std::vector<std::string_view> forms;
    for (const Token& token : tokens.list)
        if (!token.whole) forms.push_back(tokens.form(token));
    if (left) std::reverse(forms.begin(), forms.end());
    std::string words;
    for (std::size_t i = 0; i < std::min(forms.size(), kWordsBeside); ++i) words.append(i > 0 ? " " : "").append(forms[i]);
    return words;
}

void sort_mentions(std::vector<FoundMention>& mentions, const std::vector<PassagePlace>& places, const MentionsOptions& options) {
    std::sort(mentions.begin(), mentions.end(), [&](const FoundMention& a, const FoundMention& b) {
        const PassagePlace &pa = places[a.passage], &pb = places[b.passage];
        if (const int by_group = compare_groups(pa, pb, options.group)) return by_group < 0;
        if (const int by_words = compare(a.words, b.words)) return by_words < 0;
        if (const int sorted = compare_sorted(pa, pb, options.sort)) return sorted < 0;
        return std::tuple(by_date(pa), a.at) < std::tuple(by_date(pb), b.at);
    });
}

std::uint64_t stable_hash(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325u;  // FNV-1a
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return hash;
}

void keep_sample(std::vector<FoundMention>& mentions, const std::vector<std::uint64_t>& passage_hashes, std::uint64_t size, std::uint64_t seed) {
    if (mentions.size() <= size) return;
    std::vector<std::pair<std::uint64_t, std::size_t>> drawn;
    for (std::size_t i = 0; i < mentions.size(); ++i)
        drawn.emplace_back(mixed(mixed(passage_hashes[mentions[i].passage] ^ mixed(seed)) + mentions[i].at.begin), i);
    // Two mentions of one hash stand in the order of the list, which is total.
    std::nth_element(drawn.begin(), drawn.begin() + static_cast<std::ptrdiff_t>(size), drawn.end());
    drawn.resize(size);
    std::sort(drawn.begin(), drawn.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    std::vector<FoundMention> kept;
    for (const auto& [hash, i] : drawn) kept.push_back(std::move(mentions[i]));
    mentions = std::move(kept);
}

}  // namespace minutes
