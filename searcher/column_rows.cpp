#include "searcher/column_rows.hpp"

#include "searcher/compile.hpp"
#include "searcher/doc_list.hpp"

namespace minutes {

bool goes_by_lists(const Xapian::Database& database, const PassageColumns& columns, const Request& request, const ColumnMatcher& matcher) {
    if (!matcher.asks_for_words_alone() || columns.listed_rows() == 0) return false;
    constexpr std::size_t kTypesOfPassage = 1024;  // to judge so many takes about as long as to read a passage
    return most_documents_of(database, candidates_query(request.query, database)) * kTypesOfPassage >= columns.types();
}

}  // namespace minutes
