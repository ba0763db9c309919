#include "searcher/spool.hpp"

#include "corpus/problem.hpp"

#include <cerrno>
#include <cstring>

namespace minutes {
namespace {

[[noreturn]] void throw_unwritable() {
    throw Error(std::string("cannot put passages aside in a temporary file: ") + std::strerror(errno) + "; free some space in the temporary folder and run again");
}

}  // namespace

Spool::Slot Spool::add(std::string_view bytes) {
    const auto size = static_cast<std::uint32_t>(bytes.size());
    if (!file_ && held_.size() + bytes.size() <= kHeld) {
        held_ += bytes;
        return {held_.size() - bytes.size(), size};
    }
    if (!file_) file_.reset(std::tmpfile());
    if (!file_ || std::fseek(file_.get(), 0, SEEK_END) != 0 || std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) throw_unwritable();
    written_ += bytes.size();
    return {held_.size() + written_ - bytes.size(), size};
}

std::string Spool::read(Slot slot) {
    if (slot.at < held_.size()) return held_.substr(slot.at, slot.size);
    std::string bytes(slot.size, '\0');
    const bool done = std::fseek(file_.get(), static_cast<long>(slot.at - held_.size()), SEEK_SET) == 0 && std::fread(bytes.data(), 1, bytes.size(), file_.get()) == bytes.size();
    if (!done) throw_unwritable();
    return bytes;
}

}  // namespace minutes
