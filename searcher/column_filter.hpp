#pragma once

#include "searcher/passage_columns.hpp"
#include "searcher/query.hpp"

#include <cstdint>
#include <cstdlib>
#include <map>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace minutes {

/// Zeroed memory that costs nothing until it is touched: one element for each text, type or item of an index.
template <typename Value>
class Sparse {
public:
    explicit Sparse(std::size_t size) : values_(static_cast<Value*>(std::calloc(size == 0 ? 1 : size, sizeof(Value)))), size_(size) {
        if (!values_) throw std::bad_alloc();
    }
    Value& operator[](std::size_t i) { return values_.get()[i]; }
    const Value& operator[](std::size_t i) const { return values_.get()[i]; }
    [[nodiscard]] std::size_t size() const { return size_; }

private:
    struct Free {
        void operator()(Value* values) const { std::free(values); }
    };
    std::unique_ptr<Value, Free> values_;
    std::size_t size_;
};

/// Where a field's values stand in the columns.
enum class ColumnPlace { council, committee, year, month, kind, zone, voice, item, meeting, path, title, elsewhere };

struct ColumnField {
    ColumnPlace place = ColumnPlace::elsewhere;  ///< elsewhere: only the record has it
    std::size_t voice = 0;                       ///< of kVoiceFields
};
[[nodiscard]] ColumnField column_field(const Field& field);

/// "2021", "2021-03", "2021-03-04" of a ColumnItem::date; "" of 0.
[[nodiscard]] std::string year_of(std::uint32_t date);
[[nodiscard]] std::string month_of(std::uint32_t date);
[[nodiscard]] std::string day_of(std::uint32_t date);

/// The text of an item in a field that has one there. REQUIRES: `place` is council, committee, item, meeting or path.
[[nodiscard]] std::uint32_t text_of_item(const ColumnItem& item, ColumnPlace place);

/// Whether every filter of a query can be judged by columns.
[[nodiscard]] bool has_columns(const Node& query);

/// filter_matches() and date_matches() of rows: each distinct value is judged once. Refers to the filters that it is asked about,
/// and to the columns. Not safe from several threads.
class ColumnFilters {
public:
    explicit ColumnFilters(const PassageColumns& columns) : columns_(columns) {}

    /// REQUIRES: has_columns() of the filter.
    [[nodiscard]] bool holds(const ColumnRow& row, const Filter& filter);
    [[nodiscard]] bool holds(const ColumnRow& row, const DateRange& range) const;

private:
    struct Known {
        ColumnField field;
        Sparse<std::uint8_t> texts, voices;  ///< 0: not judged, 1: no, 2: yes
        std::unordered_map<std::uint32_t, bool> others;
    };

    const PassageColumns& columns_;
    std::map<const Filter*, Known> known_;

    bool text_holds(Known& known, std::uint32_t text, const Filter& filter);
    bool voices_hold(Known& known, std::uint32_t voices, const Filter& filter);
    bool other_holds(Known& known, std::uint32_t key, const Filter& filter, std::string_view value);
    bool title_holds(Known& known, const ColumnRow& row, const Filter& filter);
};

}  // namespace minutes
