#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// A text that no council has printed, of any size: what it repeats, line by line, and what stands above.
struct HostileInput {
    std::string_view name;
    std::string (*text)(std::size_t bytes);  ///< about so many bytes
};

/// Inputs on which a careless rule takes time that grows faster than the text.
[[nodiscard]] const std::vector<HostileInput>& hostile_inputs();

}  // namespace minutes
