#include "searcher/document_order.hpp"

#include <string_view>
#include <tuple>

namespace minutes {

bool in_document_order(const Record& a, const Record& b) {
    const auto key = [](const Record& r) {
        return std::tuple(r.date.empty(), std::string_view(r.date), std::string_view(r.council), std::string_view(r.committee),
                          std::string_view(r.meeting_id), std::string_view(r.path), r.order);
    };
    return key(a) < key(b);
}

}  // namespace minutes
