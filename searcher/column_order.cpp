#include "searcher/column_order.hpp"

#include "indexer/record.hpp"

#include <xapian.h>

namespace minutes {

int ColumnOrder::compare_days(std::uint32_t a, std::uint32_t b) const {
    if (a == b) return 0;
    if (a == 0 || b == 0) return b == 0 ? -1 : 1;
    return (sort_ == Sort::date ? a < b : a > b) ? -1 : 1;
}

bool ColumnOrder::operator()(const RankedRow& a, const RankedRow& b) {
    if (sort_ == Sort::relevance && a.weight != b.weight) return a.weight > b.weight;
    if (const int days = compare_days(a.date, b.date); days != 0) return days < 0;
    const std::string_view x = columns_.text(columns_.item(a.item).id), y = columns_.text(columns_.item(b.item).id);
    if (x != y && !x.starts_with(y) && !y.starts_with(x)) return x < y;
    const std::string &mine = id_of(a.docid), &other = id_of(b.docid);
    return mine != other ? mine < other : a.docid < b.docid;  // a text that stands in two files has one id
}

const std::string& ColumnOrder::id_of(std::uint32_t docid) {
    const auto known = ids_.find(docid);
    return known != ids_.end() ? known->second : ids_.emplace(docid, decode_record(database_.get_document(docid).get_data()).id).first->second;
}

}  // namespace minutes
