#include "analyzers/facts/councils_of_text.hpp"

#include "analyzers/facts/word_finder.hpp"

namespace minutes {
namespace {

const WordFinder& parish_words() {
    static const WordFinder words({"parish council", "town council", "community council", "parish clerk", "parish meeting"});
    return words;
}

}  // namespace

const std::vector<CouncilName>& CouncilsOfText::named() const {
    if (!named_) named_ = find_councils(text_);
    return *named_;
}

const std::vector<CouncilName>& CouncilsOfText::printed() const {
    if (!printed_) printed_ = find_printed_councils(text_);
    return *printed_;
}

const std::vector<CouncilName>& CouncilsOfText::hosts() const {
    if (!hosts_) hosts_ = find_council_hosts(text_);
    return *hosts_;
}

const std::vector<PlaceCount>& CouncilsOfText::places() const {
    if (!places_) places_ = count_places(text_);
    return *places_;
}

std::size_t CouncilsOfText::parish_mentions() const {
    if (!parish_mentions_) parish_mentions_ = parish_words().all_in(text_).size();
    return *parish_mentions_;
}

bool mentions_parish(std::string_view text) { return parish_words().any_in(text); }

}  // namespace minutes
