#include "analyzers/facts/word_finder.hpp"

#include "analyzers/facts/scan.hpp"

#include <algorithm>
#include <numeric>

namespace minutes {
namespace {

using namespace scan;

bool is_word_byte(char c) { return is_letter(c) || is_digit(c); }

/// What a byte is to the search: its lower case, and whether it belongs to a word.
struct ByteSort {
    unsigned char folded = 0;
    bool word = false;
};

constexpr std::array<ByteSort, 256> kBytes = [] {
    std::array<ByteSort, 256> bytes{};
    for (std::size_t c = 0; c < bytes.size(); ++c) bytes[c] = {static_cast<unsigned char>(fold(static_cast<char>(c))), is_letter(static_cast<char>(c)) || is_digit(static_cast<char>(c))};
    return bytes;
}();

/// Whether the phrase stands at `at`, its first byte known to fit, and a word ends behind it.
bool stands_at(std::string_view text, std::size_t at, std::string_view phrase) {
    for (const char c : phrase) {
        if (c == ' ') {
            const std::size_t next = skip_space(text, at);
            if (next == at) return false;
            at = next;
        } else if (at >= text.size() || fold(text[at]) != c) {
            return false;
        } else {
            ++at;
        }
    }
    return !is_word_byte(byte_at(text, at));
}

}  // namespace

WordFinder::WordFinder(std::vector<std::string_view> phrases) : places_(phrases.size()) {
    std::iota(places_.begin(), places_.end(), std::size_t{0});
    const auto front = [&](std::size_t place) { return static_cast<unsigned char>(phrases[place].front()); };
    std::stable_sort(places_.begin(), places_.end(), [&](std::size_t a, std::size_t b) { return front(a) < front(b); });
    for (const std::size_t place : places_) {
        phrases_.push_back(phrases[place]);
        const std::string_view phrase = phrases[place];
        const bool any = phrase.size() < 2 || phrase[1] == ' ';   // whatever stands behind a letter, or any kind of space
        second_[front(place)] |= any ? ~std::uint64_t{0} : std::uint64_t{1} << static_cast<unsigned char>(phrase[1]) % 64;
        ++first_[front(place) + 1u];
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
}

template <typename Found>
void WordFinder::each_hit(std::string_view text, Found found) const {
    const char* const bytes = text.data();
    const std::size_t size = text.size();
    for (std::size_t at = 0; at < size; ++at) {
        const ByteSort byte = kBytes[static_cast<unsigned char>(bytes[at])];
        if (const std::uint64_t seconds = second_[byte.folded]; seconds != 0) {
            const unsigned second = at + 1 < size ? kBytes[static_cast<unsigned char>(bytes[at + 1])].folded : 0u;
            const bool none = (seconds >> second % 64 & 1) == 0;
            for (std::size_t i = none ? phrases_.size() : first_[byte.folded]; i < first_[byte.folded + 1u]; ++i)
                if (stands_at(text, at, phrases_[i]) && found(at, places_[i])) return;
        }
        if (!byte.word) continue;
        do ++at;   // the byte behind a word starts nothing
        while (at < size && kBytes[static_cast<unsigned char>(bytes[at])].word);
    }
}

bool WordFinder::any_in(std::string_view text) const {
    bool any = false;
    each_hit(text, [&](std::size_t, std::size_t) { return any = true; });
    return any;
}

std::vector<WordFinder::Hit> WordFinder::all_in(std::string_view text) const {
    std::vector<Hit> hits;
    each_hit(text, [&](std::size_t at, std::size_t phrase) {
        hits.push_back({at, phrase});
        return false;
    });
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.phrase < b.phrase; });
    return hits;
}

}  // namespace minutes
