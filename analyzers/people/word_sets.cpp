#include "analyzers/people/word_sets.hpp"

#include "corpus/problem.hpp"

#include <cstring>
#include <memory>
#include <unordered_map>

namespace minutes {
namespace {

constexpr std::size_t kMostWords = 400'000;   ///< kept from one document to the next
constexpr std::size_t kChunkBytes = 64 << 10;

struct Registered {
    std::vector<std::string_view> (*read)() = nullptr;
    std::vector<std::string_view> words;
};

/// All sets of the program; complete before main().
std::vector<Registered>& registered() {
    static std::vector<Registered> sets;
    return sets;
}

WordBits add_set(Registered set) {
    if (registered().size() >= 64) throw Error("there are more than 64 word sets; join two of them");
    registered().push_back(std::move(set));
    return WordBits{1} << (registered().size() - 1);
}

WordBits sets_of(std::string_view word) {
    static const std::unordered_map<std::string_view, WordBits> bits = [] {
        std::unordered_map<std::string_view, WordBits> made;
        for (std::size_t i = 0; i < registered().size(); ++i) {
            const Registered& set = registered()[i];
            for (const std::string_view member : set.read ? set.read() : set.words) made[member] |= WordBits{1} << i;
        }
        return made;
    }();
    const auto found = bits.find(word);
    return found == bits.end() ? 0 : found->second;
}

/// A word as two machine words, which tell it apart from all others of its length up to 16 bytes.
struct Key {
    std::uint64_t head = 0, tail = 0;

    bool operator==(const Key&) const = default;
};

template <typename Int>
std::uint64_t load(const char* at) {
    Int value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

Key key_of(std::string_view word) {
    const char* const begin = word.data();
    const std::size_t size = word.size();
    if (size >= 8) return {load<std::uint64_t>(begin), load<std::uint64_t>(begin + size - 8)};
    if (size >= 4) return {load<std::uint32_t>(begin), load<std::uint32_t>(begin + size - 4)};
    if (size == 0) return {};
    return {static_cast<unsigned char>(begin[0]), static_cast<std::uint64_t>(static_cast<unsigned char>(begin[size / 2])) << 8 | static_cast<unsigned char>(begin[size - 1])};
}

/// The key of the small letters that the letters of `key` fold to.
Key folded(Key key, std::size_t size) {
    constexpr std::uint64_t kEight = 0x2020202020202020;
    const std::uint64_t all = size >= 8 ? kEight : size >= 4 ? 0x20202020 : 0x2020;
    return {key.head | (size < 4 ? 0x20 : all), key.tail | all};
}

/// This thread's distinct words: a hash table with open places, and the characters.
class WordStore {
public:
    /// `fold`: `word` is a run of ASCII letters still to be folded.
    FoldedWord find(std::string_view word) { return find(key_of(word), word, false); }

    FoldedWord find_letters(std::string_view word) {
        const Key key = folded(key_of(word), word.size());
        return word.size() <= 16 ? find(key, word, true) : find_long(key, std::string(word));
    }

    void forget_if_many() {
        if (count_ > kMostWords) *this = WordStore();
    }

private:
    struct Entry {
        Key key;
        FoldedWord word;
    };

    FoldedWord find_long(Key key, std::string word) {
        for (char& c : word) c = static_cast<char>(c | 0x20);
        return find(key, word, false);
    }

    [[gnu::always_inline]] FoldedWord find(Key key, std::string_view word, bool fold) {
        std::size_t place = hash_of(key, word.size()) & mask_;
        for (; entries_[place].word.form.data() != nullptr; place = (place + 1) & mask_) {
            const Entry& entry = entries_[place];
            if (entry.key == key && entry.word.form.size() == word.size() && (word.size() <= 16 || entry.word.form == word)) return entry.word;
        }
        return add(key, word, fold);
    }

    static std::size_t hash_of(Key key, std::size_t size) {
        std::uint64_t hash = (key.head + size) * 0x9E3779B97F4A7C15u ^ (key.tail * 0xC2B2AE3D27D4EB4Fu);
        hash ^= hash >> 32;
        return static_cast<std::size_t>(hash * 0x9E3779B97F4A7C15u >> 20);
    }

    FoldedWord add(Key key, std::string_view word, bool fold) {
        if (2 * (count_ + 1) > entries_.size()) grow();
        char* const copy = room(word.size());
        for (std::size_t i = 0; i < word.size(); ++i) copy[i] = fold ? static_cast<char>(word[i] | 0x20) : word[i];
        const std::string_view form(copy, word.size());
        Entry entry{key, {form, sets_of(form)}};
        put(entry);
        ++count_;
        return entry.word;
    }

    void put(const Entry& entry) {
        std::size_t place = hash_of(entry.key, entry.word.form.size()) & mask_;
        while (entries_[place].word.form.data() != nullptr) place = (place + 1) & mask_;
        entries_[place] = entry;
    }

    void grow() {
        std::vector<Entry> old(2 * entries_.size());
        old.swap(entries_);
        mask_ = entries_.size() - 1;
        for (const Entry& entry : old)
            if (entry.word.form.data() != nullptr) put(entry);
    }

    char* room(std::size_t bytes) {
        if (chunks_.empty() || left_ < bytes) {
            left_ = std::max(bytes, kChunkBytes);
            chunks_.push_back(std::make_unique<char[]>(left_ + 1));   // never empty: a form has a place
            next_ = chunks_.back().get();
        }
        char* const begin = next_;
        next_ += bytes;
        left_ -= bytes;
        return begin;
    }

    std::vector<Entry> entries_ = std::vector<Entry>(1 << 12);
    std::size_t mask_ = (1 << 12) - 1, count_ = 0, left_ = 0;
    char* next_ = nullptr;
    std::vector<std::unique_ptr<char[]>> chunks_;
};

WordStore& store() {
    thread_local WordStore words;
    return words;
}

}  // namespace

WordSet::WordSet(std::vector<std::string_view> (*words)()) : bit_(add_set({words, {}})) {}
WordSet::WordSet(std::initializer_list<std::string_view> words) : bit_(add_set({nullptr, words})) {}

FoldedWord folded_word(std::string_view folded) { return store().find(folded); }
FoldedWord folded_letters(std::string_view letters) { return store().find_letters(letters); }
void forget_words() { store().forget_if_many(); }

}  // namespace minutes
