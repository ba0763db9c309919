#include "searcher/variants.hpp"

#include "analyzers/tokens.hpp"

#include <algorithm>

namespace minutes {
namespace {

std::string_view name_of(ExpansionKind kind) {
    return kind == ExpansionKind::acronym ? "acronym" : kind == ExpansionKind::concept_ ? "concept" : "spelling";
}

}  // namespace

VariantTally::VariantTally(const Node& query) { add_parts(query); }

void VariantTally::add_parts(const Node& node) {
    if (const auto* word = std::get_if<Word>(&node.is); word != nullptr && !word->family.empty()) {
        place_of_[&node] = {parts_.size(), 0};
        parts_.push_back({word, {}, {"family", word->form, {}}});
    }
    if (const auto* expansion = std::get_if<Expansion>(&node.is)) {
        Part part{nullptr, {}, {std::string(name_of(expansion->kind)), expansion->name, {}}};
        for (std::size_t i = 0; i < expansion->alternatives.size(); ++i) {
            place_of_[&expansion->alternatives[i]] = {parts_.size(), i};
            part.widened.variants.push_back({expansion->labels[i], 0, 0});
        }
        parts_.push_back(std::move(part));
        return;
    }
    if (std::holds_alternative<Not>(node.is)) return;
    for (const Node* part : parts_of(node)) add_parts(*part);
}

std::optional<VariantTally::Spot> VariantTally::find(const Node* leaf, const std::function<std::string()>& form) {
    const auto known = place_of_.find(leaf);
    if (known == place_of_.end()) return std::nullopt;
    Spot spot = known->second;
    Part& part = parts_[spot.part];
    if (part.family == nullptr) return spot;
    const std::string found = form();
    spot.variant = part.found.emplace(found, part.widened.variants.size()).first->second;
    if (spot.variant == part.widened.variants.size()) part.widened.variants.push_back({found, 0, 0});
    return spot;
}

void VariantTally::add(Spot spot, std::uint64_t times) {
    Part& part = parts_[spot.part];
    part.last.resize(part.widened.variants.size());
    Variant& counted = part.widened.variants[spot.variant];
    counted.occurrences += times;
    if (part.last[spot.variant] != records_) ++counted.passages;
    part.last[spot.variant] = records_;
}

void VariantTally::count(const Record& record, const Matched& matched) {
    if (parts_.empty()) return;
    begin_passage();
    for (std::size_t i = 0; i < matched.hits.size(); ++i)
        if (const auto spot = find(matched.leaves[i], [&] { return fold_value(slice(record.text, matched.hits[i])); })) add(*spot);
}

std::vector<Widened> VariantTally::widened() const {
    std::vector<Widened> list;
    for (const Part& part : parts_) {
        Widened widened = part.widened;
        if (part.family != nullptr) {
            const bool other = std::any_of(widened.variants.begin(), widened.variants.end(), [&](const Variant& v) { return stem(v.name) != part.family->stem; });
            if (!other) continue;
            std::sort(widened.variants.begin(), widened.variants.end(), [](const Variant& a, const Variant& b) {
                return a.occurrences != b.occurrences ? a.occurrences > b.occurrences : a.name < b.name;
            });
        } else if (widened.kind == "spelling") {
            std::erase_if(widened.variants, [](const Variant& v) { return v.occurrences == 0; });
            const bool other = std::any_of(widened.variants.begin(), widened.variants.end(), [&](const Variant& v) { return v.name != widened.of; });
            if (!other) continue;
        }
        list.push_back(std::move(widened));
    }
    return list;
}

}  // namespace minutes
