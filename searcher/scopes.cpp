#include "searcher/scopes.hpp"

#include "indexer/record.hpp"
#include "searcher/compile.hpp"
#include "searcher/doc_list.hpp"
#include "searcher/match.hpp"
#include "searcher/request.hpp"
#include "searcher/zone_scope.hpp"

#include <algorithm>
#include <memory>

namespace minutes {
namespace {

using Units = std::unordered_map<std::string, ScopeAnswers::Unit>;

bool is_group(const Node& node) {
    return std::holds_alternative<All>(node.is) || std::holds_alternative<Any>(node.is) || std::holds_alternative<Not>(node.is);
}

void add_leaves(const Node& node, std::vector<const Node*>& leaves) {
    if (!is_group(node)) return leaves.push_back(&node);
    for (const Node* part : parts_of(node)) add_leaves(*part, leaves);
}

bool holds_from(const Node& node, std::uint64_t leaves, std::uint32_t& next) {
    if (!is_group(node)) return (leaves >> next++ & 1) != 0;
    const bool any = std::holds_alternative<Any>(node.is);
    bool holds = !any;
    for (const Node* part : parts_of(node)) {
        const bool part_holds = holds_from(*part, leaves, next);  // always: it counts the leaves
        holds = any ? holds || part_holds : holds && part_holds;
    }
    return std::holds_alternative<Not>(node.is) ? !holds : holds;
}

bool has_negation(const Node& node) {
    const std::vector<const Node*> parts = is_group(node) ? parts_of(node) : std::vector<const Node*>{};
    return std::holds_alternative<Not>(node.is) || std::any_of(parts.begin(), parts.end(), [](const Node* part) { return has_negation(*part); });
}

/// The leaves without which the scope cannot hold.
std::uint64_t required_leaves(const Node& inside, std::size_t leaves) {
    std::uint64_t required = 0;
    const std::uint64_t all = leaves == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << leaves) - 1;
    // What does not hold when everything but one leaf is there needs that leaf; with NOT it is not so simple.
    const bool negated = has_negation(inside);
    for (std::size_t i = 0; i < leaves && !negated; ++i)
        if (!scope_holds(inside, all & ~(std::uint64_t{1} << i))) required |= std::uint64_t{1} << i;
    return required;
}

class ScopeSearch {
  public:
    ScopeSearch(const Xapian::Database& database, const Scope& scope, const ZoneScope& zones)
        : database_(database), scope_(scope), zones_(zones), leaves_(scope_leaves(*scope.of)) {
        for (const Node* leaf : leaves_) matchers_.emplace_back(*leaf);
    }

    /// Words and phrases that are required come first, for they leave few items or meetings to look at for the rest.
    std::shared_ptr<const ScopeAnswers> run() {
        ScopeAnswers answers;
        answers.elsewhere = scope_holds(*scope_.of, 0);
        const std::uint64_t required = required_leaves(*scope_.of, leaves_.size());
        std::uint64_t first = 0;
        for (std::size_t i = 0; i < leaves_.size(); ++i)
            if ((required >> i & 1) != 0 && has_positive_words(*leaves_[i])) first |= std::uint64_t{1} << i;
        look_for(first, answers.units, false);
        if (first != 0) std::erase_if(answers.units, [&](const auto& unit) { return (unit.second.leaves & first) != first; });
        look_for(~first, answers.units, first != 0);
        for (auto& [id, unit] : answers.units) unit.holds = scope_holds(*scope_.of, unit.leaves);
        return std::make_shared<const ScopeAnswers>(std::move(answers));
    }

  private:
    /// A query of more terms than this costs more than it spares.
    static constexpr std::size_t kMostTerms = 5'000;

    const Xapian::Database& database_;
    const Scope& scope_;
    const ZoneScope& zones_;
    std::vector<const Node*> leaves_;
    std::vector<Matcher> matchers_;

    const std::string& unit_id(const Record& record) const { return scope_.unit == ScopeUnit::item ? record.item_id : record.meeting_id; }

    Xapian::Query query_for(std::uint64_t wanted, const Units& units, bool known_only) const {
        std::vector<Xapian::Query> queries;
        for (std::size_t i = 0; i < leaves_.size(); ++i)
            if ((wanted >> i & 1) != 0) queries.push_back(compile(*leaves_[i], database_).query);
        const Xapian::Query any(Xapian::Query::OP_OR, queries.begin(), queries.end());
        if (!known_only || units.size() > kMostTerms) return any;
        std::vector<std::string> ids;
        for (const auto& [id, unit] : units) ids.push_back(id);
        return Xapian::Query(Xapian::Query::OP_FILTER, any, unit_query(scope_.unit, ids));
    }

    /// Notes in which units the wanted leaves are found; with `known_only` no unit is added.
    void look_for(std::uint64_t wanted, Units& units, bool known_only) const {
        const Xapian::Query query = query_for(wanted, units, known_only);
        if (query.empty()) return;
        for (const Xapian::docid docid : documents_of(database_, query)) {
            const Record record = decode_record(database_.get_document(docid).get_data());
            if (!zones_.has(record.zone)) continue;
            const auto known = units.find(unit_id(record));
            if (known == units.end() && known_only) continue;
            const std::uint64_t leaves = leaves_in(record, known == units.end() ? wanted : wanted & ~known->second.leaves);
            if (leaves != 0) units[unit_id(record)].leaves |= leaves;
        }
    }

    std::uint64_t leaves_in(const Record& record, std::uint64_t wanted) const {
        std::uint64_t leaves = 0;
        Tokens tokens;
        bool tokenised = false;
        for (std::size_t i = 0; i < leaves_.size(); ++i) {
            if ((wanted >> i & 1) == 0) continue;
            const auto* scope = std::get_if<Scope>(&leaves_[i]->is);
            if (!tokenised && scope == nullptr && has_positive_words(*leaves_[i])) {
                tokens = tokenise(record.text);
                tokenised = true;
            }
            const bool yes = scope != nullptr ? scope->answers->of(scope->unit == ScopeUnit::item ? record.item_id : record.meeting_id).holds
                                              : matchers_[i].match(record, tokens).yes;
            if (yes) leaves |= std::uint64_t{1} << i;
        }
        return leaves;
    }
};

void fill(const Xapian::Database& database, Node& node, const ZoneScope& zones) {
    if (auto* all = std::get_if<All>(&node.is)) for (Node& part : all->of) fill(database, part, zones);
    if (auto* any = std::get_if<Any>(&node.is)) for (Node& part : any->of) fill(database, part, zones);
    if (auto* negated = std::get_if<Not>(&node.is)) fill(database, *negated->of, zones);
    if (auto* scope = std::get_if<Scope>(&node.is)) {
        fill(database, *scope->of, zones);
        scope->answers = ScopeSearch(database, *scope, zones).run();
    }
}

}  // namespace

ScopeAnswers::Unit ScopeAnswers::of(const std::string& id) const {
    const auto found = units.find(id);
    return found == units.end() ? Unit{0, elsewhere} : found->second;
}

std::vector<const Node*> scope_leaves(const Node& inside) {
    std::vector<const Node*> leaves;
    add_leaves(inside, leaves);
    return leaves;
}

bool scope_holds(const Node& inside, std::uint64_t leaves) {
    std::uint32_t next = 0;
    return holds_from(inside, leaves, next);
}

void find_scopes(const Xapian::Database& database, Request& request) {
    const ZoneScope zones = zone_scope(request);
    fill(database, request.query, zones);
}

}  // namespace minutes
