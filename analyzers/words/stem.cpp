#include "analyzers/tokens.hpp"

#include <xapian.h>

#include <algorithm>
#include <unordered_map>

namespace minutes {

std::string stem(std::string_view form) {
    if (std::any_of(form.begin(), form.end(), [](unsigned char c) { return c >= '0' && c <= '9'; })) return std::string(form);
    // One stemmer and one cache a thread: Xapian objects are never shared between threads.
    thread_local const Xapian::Stem stemmer("english");
    thread_local std::unordered_map<std::string, std::string> cache;
    const auto [entry, added] = cache.try_emplace(std::string(form));
    if (added) entry->second = stemmer(entry->first);
    std::string result = entry->second;
    if (cache.size() > 200'000) cache.clear();  // bounds memory on hostile vocabularies
    return result;
}

}  // namespace minutes
