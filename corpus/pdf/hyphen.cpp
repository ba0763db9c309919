#include "corpus/pdf/hyphen.hpp"

#include <algorithm>
#include <iterator>

namespace minutes::pdf {
namespace {

constexpr std::string_view kSoft = "\u00AD";

/// First halves that hardly ever are the beginning of a word that is written without a hyphen.
constexpr std::string_view kFirstHalves[] = {"anti", "cross", "co", "non", "semi", "self", "well", "long", "short", "vice", "multi", "e", "face", "follow", "full", "half", "high", "low", "large", "small",
                                             "one", "two", "three", "four", "five", "six", "year", "ward", "decision", "wide", "twenty", "thirty", "forty", "fifty"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

/// In lower case (ASCII alone: both sides of every comparison are made so), without what is no letter at both ends.
std::string bare(std::string_view word) {
    while (!word.empty() && !is_letter(word.front())) word.remove_prefix(1);
    while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
    std::string lower(word);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string_view without_hyphen(std::string_view end) {
    if (end.ends_with(kSoft)) return end.substr(0, end.size() - kSoft.size());
    for (const std::string_view hyphen : {std::string_view("-"), std::string_view("\u2010"), std::string_view("\u2011")})
        if (end.ends_with(hyphen)) return end.substr(0, end.size() - hyphen.size());
    return end;
}

}  // namespace

Hyphens::Hyphens(const std::vector<Row>& rows) {
    bool half = false;   // the row above ended in the first half of a word
    for (const Row& row : rows)
        for (std::size_t i = 0; i < row.words.size(); ++i) {
            const std::string& word = row.words[i].text;
            const bool broken = i + 1 == row.words.size() && without_hyphen(word).size() < word.size();
            if (!broken && !half) words_.insert(bare(word));
            half = broken;
        }
}

bool Hyphens::breaks(std::string_view end, std::string_view next) {
    const std::string_view half = without_hyphen(end);
    return half.size() < end.size() && !half.empty() && is_letter(half.back()) && !next.empty() && ((next.front() >= 'a' && next.front() <= 'z') || static_cast<unsigned char>(next.front()) >= 0x80);
}

bool Hyphens::keeps(std::string_view end, std::string_view next) const {
    if (end.ends_with(kSoft)) return false;
    const std::string first = bare(without_hyphen(end)), second = bare(next);
    if (words_.count(first + "-" + second) > 0) return true;
    if (words_.count(first + second) > 0) return false;
    if (first.find('-') != std::string::npos) return true;   // "out-of-" and "hours"
    if (std::find(std::begin(kFirstHalves), std::end(kFirstHalves), first) != std::end(kFirstHalves)) return true;
    return words_.count(first) > 0 && words_.count(second) > 0;
}

}  // namespace minutes::pdf
