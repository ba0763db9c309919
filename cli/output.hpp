#pragma once

#include <string_view>

namespace minutes::cli {

/// Writes results to standard output. A reader that went away (`| head`) is no error: what follows is dropped quietly.
/// Throws Error when the disk under a redirection is full.
void write_out(std::string_view text);

/// Hands on what is buffered; same errors. Called once before the exit code is given.
void flush_out();

/// A message for people on standard error, "minutes: " in front.
void warn(std::string_view message);
/// The same for each line of a text in which every line ends in a line break.
void warn_lines(std::string_view lines);

}  // namespace minutes::cli
