#include "searcher/document_order.hpp"

#include <string_view>
#include <tuple>

namespace minutes {

bool by_date_and_place(const Record& a, const Record& b) {
    const auto key = [](const Record& r) {
        return std::tuple(r.date.empty(), std::string_view(r.date), std::string_view(r.council), std::string_view(r.committee), std::string_view(r.meeting_id));
    };
    const auto first = key(a), second = key(b);
    return first == second ? in_document_order(a, b) : first < second;
}

}  // namespace minutes
