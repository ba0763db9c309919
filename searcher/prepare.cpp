#include "searcher/prepare.hpp"

#include "corpus/problem.hpp"
#include "searcher/expand.hpp"
#include "searcher/scopes.hpp"

#include <xapian.h>

namespace minutes {
namespace {

void refuse_unknown(const Node& node) {
    const auto* expansion = std::get_if<Expansion>(&node.is);
    if (expansion != nullptr && expansion->alternatives.empty())
        throw Refused(to_string(node) + " cannot be expanded: nothing is known of it; list the spellings with OR");
    for (const Node* part : parts_of(node)) refuse_unknown(*part);
}

}  // namespace

Request prepared(const Xapian::Database& database, Request request) {
    expand(database, request);
    refuse_unknown(request.query);
    find_scopes(database, request);
    return request;
}

}  // namespace minutes
