#pragma once

#include "searcher/match.hpp"
#include "searcher/near_match.hpp"
#include "searcher/scopes.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace minutes {

/// Keeps hits that do not overlap: more words first, then the leftmost, then the longer in bytes, then the earlier leaf.
/// `words`: of the text. Sorted by place.
[[nodiscard]] std::vector<TextHit> disjoint(std::vector<TextHit> hits, std::uint32_t words);

/// What a part of a query says of a passage. `wanting`: it holds, but only together with something that can be marked: the
/// passage belongs to an item or meeting that answers a scope with words, and has none of them itself.
enum class Truth { no, wanting, plain, marked };

[[nodiscard]] inline bool holds(Truth truth) { return truth != Truth::no; }
[[nodiscard]] Truth either(Truth a, Truth b);  ///< the better of two when either will do
[[nodiscard]] Truth both(Truth a, Truth b);

/// What the steps of a query make of one passage, whose words stand in `found`: the one definition of AND, OR, NOT and scopes, for
/// records and for columns. A Source tells whether a Filter or DateRange holds, and the ids of the passage's item() and meeting().
template <typename Source>
struct MatchRun {
    using Kind = Matcher::StepKind;
    using Step = Matcher::Step;

    const Matcher& matcher;
    const Source& source;
    std::vector<std::vector<TextHit>>& found;  ///< by slot; those of steps made of other text are added

    /// Whether the passage answers; `hits` are then those that made it so, overlaps among them.
    bool answers(std::vector<TextHit>& hits) {
        for (const Step& step : matcher.steps_) combine(step);
        const auto root = static_cast<std::uint32_t>(matcher.steps_.size() - 1);
        const Truth all = truth(root);
        if (all == Truth::no || all == Truth::wanting) return false;
        collect(root, hits);
        return true;
    }

    std::vector<std::vector<TextHit>> hits_of_parts(const Step& step) const {
        std::vector<std::vector<TextHit>> hits;
        for (const std::uint32_t part : step.parts) hits.push_back(found[step.kind == Kind::gathered ? part : matcher.steps_[part].slot]);
        return hits;
    }

    /// The hits of a step made of other text.
    void combine(const Step& step) {
        if (step.kind == Kind::near) found[step.slot] = chained_hits(hits_of_parts(step), std::get<Near>(step.node->is).links);
        if (step.kind == Kind::gathered) found[step.slot] = gathered_hits(hits_of_parts(step), std::get<Phrase>(step.node->is).slop);
        if (step.kind != Kind::union_ && step.kind != Kind::start) return;
        for (const std::vector<TextHit>& hits : hits_of_parts(step))
            for (const TextHit& hit : hits)
                if (step.kind == Kind::union_ || hit.position == 0) found[step.slot].push_back(hit);
    }

    ScopeAnswers::Unit unit_of(const Step& step) const {
        const auto& scope = std::get<Scope>(step.node->is);
        return scope.answers->of(std::string(scope.unit == ScopeUnit::item ? source.item() : source.meeting()));
    }

    Truth truth(std::uint32_t number) const {
        const Step& step = matcher.steps_[number];
        const auto as_truth = [](bool yes) { return yes ? Truth::plain : Truth::no; };
        switch (step.kind) {
            case Kind::everything: return Truth::plain;
            case Kind::filter: return as_truth(source.holds(std::get<Filter>(step.node->is)));
            case Kind::date: return as_truth(source.holds(std::get<DateRange>(step.node->is)));
            case Kind::negated: return as_truth(!minutes::holds(truth(step.parts.front())));
            case Kind::scope: return scope_truth(step);
            case Kind::all: {
                Truth all = Truth::plain;
                for (std::size_t i = 0; i < step.parts.size() && minutes::holds(all); ++i) all = both(all, truth(step.parts[i]));
                return all;
            }
            case Kind::any: {
                Truth any = Truth::no;
                for (const std::uint32_t part : step.parts) any = either(any, truth(part));
                return any;
            }
            default: return found[step.slot].empty() ? Truth::no : Truth::marked;
        }
    }

    Truth scope_truth(const Step& step) const {
        const ScopeAnswers::Unit unit = unit_of(step);
        if (!unit.holds) return Truth::no;
        if (!step.marks) return Truth::plain;
        std::vector<TextHit> hits;
        collect_inside(step.parts.front(), unit.leaves, hits);
        return hits.empty() ? Truth::wanting : Truth::marked;
    }

    static bool is_text(const Step& step) {
        return step.kind != Kind::everything && step.kind != Kind::filter && step.kind != Kind::date && step.kind != Kind::negated;
    }

    void take(const Step& step, std::vector<TextHit>& hits) const { hits.insert(hits.end(), found[step.slot].begin(), found[step.slot].end()); }

    /// Adds the hits of the parts that make a step, which holds, true.
    void collect(std::uint32_t number, std::vector<TextHit>& hits) const {
        const Step& step = matcher.steps_[number];
        if (step.kind == Kind::all || step.kind == Kind::any) {
            for (const std::uint32_t part : step.parts)
                if (step.kind == Kind::all || minutes::holds(truth(part))) collect(part, hits);
        } else if (step.kind == Kind::scope) {
            collect_inside(step.parts.front(), unit_of(step).leaves, hits);
        } else if (is_text(step)) {
            take(step, hits);
        }
    }

    /// The same inside a scope, of an item or meeting that has these leaves.
    void collect_inside(std::uint32_t number, std::uint64_t leaves, std::vector<TextHit>& hits) const {
        const Step& step = matcher.steps_[number];
        if (step.kind == Kind::all || step.kind == Kind::any) {
            for (const std::uint32_t part : step.parts)
                if (step.kind == Kind::all || holds_inside(part, leaves)) collect_inside(part, leaves, hits);
        } else if (step.kind == Kind::scope) {
            if (const ScopeAnswers::Unit unit = unit_of(step); unit.holds) collect_inside(step.parts.front(), unit.leaves, hits);
        } else if (is_text(step)) {
            take(step, hits);
        }
    }

    bool holds_inside(std::uint32_t number, std::uint64_t leaves) const {
        const Step& step = matcher.steps_[number];
        const auto inside = [&](std::uint32_t part) { return holds_inside(part, leaves); };
        if (step.kind == Kind::all) return std::all_of(step.parts.begin(), step.parts.end(), inside);
        if (step.kind == Kind::any) return std::any_of(step.parts.begin(), step.parts.end(), inside);
        if (step.kind == Kind::negated) return !inside(step.parts.front());
        return (leaves >> step.bit & 1) != 0;
    }
};

}  // namespace minutes
