#pragma once

#include "corpus/span.hpp"

#include <stdexcept>
#include <string>

namespace minutes {

/// Something odd in a document or a query: where it is, and one sentence the reader can act on.
/// Bad input is data: a Problem is returned, never thrown.
struct Problem {
    Span at;
    std::string message;
};

/// The machine, a file or the index is not as it should be (exit 3). Only main() catches it.
/// The message ends with what to do next.
struct Error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Another process is writing the index (exit 75).
struct Locked : Error {
    using Error::Error;
};

/// The request itself makes no sense: a bad option, an unknown field, a limit (exit 2).
struct Refused : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace minutes
