#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

/// What libFuzzer and driver.cpp call; returns 0.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace minutes::fuzz {

inline std::string_view input(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

/// Ends the program, which is how a fuzzer learns of a fault.
inline void require(bool truth, const std::string& what) {
    if (truth) return;
    std::cerr << "fault: " << what << std::endl;
    std::abort();
}

}  // namespace minutes::fuzz
