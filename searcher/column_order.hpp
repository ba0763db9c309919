#pragma once

#include "searcher/passage_columns.hpp"
#include "searcher/request.hpp"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace Xapian { class Database; }

namespace minutes {

/// A passage that answers, as the order of answers sees it.
struct RankedRow {
    double weight;
    std::uint32_t docid;
    std::uint32_t item, date;
    bool open = false;                  ///< the weight is a bound: it is that or less
};

/// The order of answers: that of record_search.cpp. An id begins with the item's; the rest is read from the record, and only
/// where all else is equal. Refers to all it is given.
class ColumnOrder {
public:
    ColumnOrder(const Xapian::Database& database, const PassageColumns& columns, Sort sort) : database_(database), columns_(columns), sort_(sort) {}

    bool operator()(const RankedRow& a, const RankedRow& b);

    /// By the day alone: -1, 0, 1. Undated last, in either direction.
    [[nodiscard]] int compare_days(std::uint32_t a, std::uint32_t b) const;

private:
    const Xapian::Database& database_;
    const PassageColumns& columns_;
    Sort sort_;
    std::unordered_map<std::uint32_t, std::string> ids_;

    const std::string& id_of(std::uint32_t docid);
};

}  // namespace minutes
