#pragma once

#include "indexer/record.hpp"

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

namespace minutes {

/// Records put aside while an answer is collected, so that they need not all be held: the first kHeld bytes stay in
/// memory, the rest goes to a temporary file that nobody else sees and that goes with the spool.
class Spool {
public:
    static constexpr std::uint64_t kHeld = 16u << 20;

    /// Where a record lies.
    struct Slot {
        std::uint64_t at = 0;
        std::uint32_t size = 0;
    };

    /// Throws Error when the temporary file cannot be written.
    [[nodiscard]] Slot add(std::string_view bytes);
    [[nodiscard]] std::string read(Slot slot);

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    std::string held_;
    std::uint64_t written_ = 0;                       ///< bytes in the file
    std::unique_ptr<std::FILE, Close> file_;
};

}  // namespace minutes
