#pragma once

#include "indexer/record.hpp"

#include <string>

namespace minutes {

/// Writes passages as CWB vertical text (one token a line: word, folded form, stem) inside <meeting>, <item> and <passage>, for
/// corpus workbenches. Passages of one meeting and item have to come one after another; keeps nothing but their ids.
class VerticalWriter {
public:
    [[nodiscard]] std::string begin() const;
    [[nodiscard]] std::string passage(const Record& record);
    [[nodiscard]] std::string end();

private:
    std::string close_item();
    std::string close_meeting();

    std::string meeting_, item_;  ///< those that are open; empty = none
    std::string path_;
};

}  // namespace minutes
