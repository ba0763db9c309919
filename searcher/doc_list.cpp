#include "searcher/doc_list.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <iterator>

namespace minutes {
namespace {

using Xapian::Query;
using DocList = std::vector<Xapian::docid>;

/// A posting list is read through rather than looked up in when it is at most so many times as long as the list that is narrowed.
constexpr std::size_t kLookUp = 8;
/// Lists that together hold at least one document in so many are united as a set of bits.
constexpr std::size_t kDense = 64;

std::vector<Query> parts_of(const Query& query) {
    std::vector<Query> parts;
    for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) parts.push_back(query.get_subquery(i));
    return parts;
}

std::string term_of(const Query& leaf) { return *leaf.get_terms_begin(); }

/// Whether nothing but terms, AND, OR and AND NOT is in it. What has a range of values is left to Xapian as a whole, which asks for
/// the values of those documents alone that the other parts leave.
bool is_of_terms(const Query& query) {
    if (query.empty()) return true;
    switch (query.get_type()) {
        case Query::LEAF_TERM: return true;
        case Query::OP_SCALE_WEIGHT:
        case Query::OP_OR:
        case Query::OP_SYNONYM:
        case Query::OP_AND:
        case Query::OP_FILTER:
        case Query::OP_AND_NOT: break;
        default: return false;
    }
    const std::vector<Query> parts = parts_of(query);
    return std::all_of(parts.begin(), parts.end(), is_of_terms);
}

DocList by_enquire(const Xapian::Database& database, const Query& query) {
    Xapian::Enquire enquire(database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
    DocList list;
    list.reserve(matches.size());
    for (auto match = matches.begin(); match != matches.end(); ++match) list.push_back(*match);
    return list;
}

/// REQUIRES: is_of_terms() of every query.
class Evaluator {
public:
    explicit Evaluator(const Xapian::Database& database) : database_(database) {}

    DocList all(const Query& query) const {
        if (query.empty()) return {};
        switch (query.get_type()) {
            case Query::LEAF_TERM: return postings(term_of(query));
            case Query::OP_SCALE_WEIGHT: return all(query.get_subquery(0));
            case Query::OP_OR:
            case Query::OP_SYNONYM: return united(parts_of(query));
            case Query::OP_AND_NOT: return without(all(query.get_subquery(0)), query);
            default: return intersected(parts_of(query));
        }
    }

    /// At least as many as there are.
    std::size_t most(const Query& query) const {
        if (query.empty()) return 0;
        std::size_t sum = 0, least = database_.get_doccount();
        switch (query.get_type()) {
            case Query::LEAF_TERM: return database_.get_termfreq(term_of(query));
            case Query::OP_SCALE_WEIGHT:
            case Query::OP_AND_NOT: return most(query.get_subquery(0));
            case Query::OP_OR:
            case Query::OP_SYNONYM:
                for (const Query& part : parts_of(query)) sum += most(part);
                return std::min(sum, least);
            default:
                for (const Query& part : parts_of(query)) least = std::min(least, most(part));
                return least;
        }
    }

private:
    const Xapian::Database& database_;

    DocList postings(const std::string& term) const {
        DocList list;
        list.reserve(database_.get_termfreq(term));
        for (auto at = database_.postlist_begin(term), end = database_.postlist_end(term); at != end; ++at) list.push_back(*at);
        return list;
    }

    DocList united(const std::vector<Query>& parts) const {
        std::size_t sum = 0;
        for (const Query& part : parts) sum += most(part);
        if (parts.size() == 1) return all(parts.front());
        if (sum > database_.get_lastdocid() / kDense) return united_as_bits(parts);
        DocList list;
        for (const Query& part : parts) {
            const DocList more = all(part);
            list.insert(list.end(), more.begin(), more.end());
        }
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
        return list;
    }

    DocList united_as_bits(const std::vector<Query>& parts) const {
        std::vector<std::uint64_t> bits(database_.get_lastdocid() / 64 + 1);
        for (const Query& part : parts)
            for (const Xapian::docid docid : all(part)) bits[docid / 64] |= std::uint64_t{1} << docid % 64;
        std::size_t size = 0;
        for (const std::uint64_t word : bits) size += static_cast<std::size_t>(std::popcount(word));
        DocList list;
        list.reserve(size);
        for (std::size_t i = 0; i < bits.size(); ++i)
            for (std::uint64_t word = bits[i]; word != 0; word &= word - 1) list.push_back(static_cast<Xapian::docid>(i * 64 + static_cast<std::size_t>(std::countr_zero(word))));
        return list;
    }

    DocList intersected(std::vector<Query> parts) const {
        std::stable_sort(parts.begin(), parts.end(), [&](const Query& a, const Query& b) { return most(a) < most(b); });
        DocList list = all(parts.front());
        for (std::size_t i = 1; i < parts.size() && !list.empty(); ++i) list = narrowed(list, parts[i]);
        return list;
    }

    /// Those of the list that a query matches.
    DocList narrowed(const DocList& list, const Query& query) const {
        if (query.empty()) return {};
        const auto type = query.get_type();
        if (type == Query::OP_SCALE_WEIGHT) return narrowed(list, query.get_subquery(0));
        DocList both;
        if (most(query) > kLookUp * list.size()) {
            if (type == Query::LEAF_TERM) return looked_up(list, term_of(query));
            if (type == Query::OP_OR || type == Query::OP_SYNONYM) return narrowed_by_any(list, parts_of(query));
            if (type == Query::OP_AND || type == Query::OP_FILTER) {
                both = list;
                for (const Query& part : parts_of(query)) both = narrowed(both, part);
                return both;
            }
        }
        const DocList other = all(query);
        std::set_intersection(list.begin(), list.end(), other.begin(), other.end(), std::back_inserter(both));
        return both;
    }

    DocList narrowed_by_any(const DocList& list, const std::vector<Query>& parts) const {
        DocList found, rest = list;
        for (const Query& part : parts) {
            const DocList more = narrowed(rest, part);
            DocList left;
            std::set_difference(rest.begin(), rest.end(), more.begin(), more.end(), std::back_inserter(left));
            rest = std::move(left);
            found.insert(found.end(), more.begin(), more.end());
        }
        std::sort(found.begin(), found.end());
        return found;
    }

    DocList looked_up(const DocList& list, const std::string& term) const {
        DocList found;
        auto at = database_.postlist_begin(term);
        const auto end = database_.postlist_end(term);
        for (const Xapian::docid docid : list) {
            if (at == end) break;
            if (*at < docid) at.skip_to(docid);
            if (at != end && *at == docid) found.push_back(docid);
        }
        return found;
    }

    DocList without(const DocList& list, const Query& query) const {
        DocList left = list;
        for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
            const DocList out = narrowed(left, query.get_subquery(i));
            DocList kept;
            std::set_difference(left.begin(), left.end(), out.begin(), out.end(), std::back_inserter(kept));
            left = std::move(kept);
        }
        return left;
    }
};

}  // namespace

std::vector<Xapian::docid> documents_of(const Xapian::Database& database, const Xapian::Query& query) { return is_of_terms(query) ? Evaluator(database).all(query) : by_enquire(database, query); }

std::size_t most_documents_of(const Xapian::Database& database, const Xapian::Query& query) { return is_of_terms(query) ? Evaluator(database).most(query) : database.get_doccount(); }

}  // namespace minutes
