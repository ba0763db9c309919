#pragma once

#include "corpus/descriptor.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace minutes {

/// Every column file begins with this many bytes that say what it is and to which database it belongs; data stand behind.
inline constexpr std::size_t kColumnHeaderBytes = 64;

/// The writing end of a file that only ever grows. What was appended becomes part of the index by the length that the
/// database's commit records, so bytes behind that length are leftovers of a crash and are written over.
class ColumnFile {
public:
    /// further: a file that nothing is committed of is made where there is none. anew: whatever has that name, which somebody may have mapped, is left to
    /// them, and a new file is made.
    enum class Opening { further, anew };

    /// Opens the file for a database (`identity`, at most 40 bytes) with `committed` bytes of data. A sound file is not written to.
    /// Throws Error when it is missing, shorter than that, or another database's.
    ColumnFile(std::string path, std::string_view identity, std::uint64_t committed, Opening opening);

    void append(std::string_view bytes) { unwritten_ += bytes; }
    template <typename Value>
    void append_value(const Value& value) {
        append({reinterpret_cast<const char*>(&value), sizeof value});
    }
    /// Bytes of data, those not yet written among them.
    [[nodiscard]] std::uint64_t size() const { return written_ + unwritten_.size(); }

    /// Writes what was appended and waits until it is on the disk. Throws Error.
    void flush();

private:
    std::string path_;
    Descriptor fd_;
    std::uint64_t written_ = 0;
    std::string unwritten_;

    void make(std::string_view identity);
    [[noreturn]] void fail(const char* what) const;
};

/// The first `committed` bytes of data of a column file, mapped for reading. Stays valid when a writer appends.
class ColumnMap {
public:
    ColumnMap() = default;
    /// Throws Error when the file is missing, shorter than that, or another database's.
    ColumnMap(const std::string& path, std::string_view identity, std::uint64_t committed);
    ~ColumnMap();
    ColumnMap(ColumnMap&& other) noexcept;
    ColumnMap& operator=(ColumnMap&& other) noexcept;
    ColumnMap(const ColumnMap&) = delete;
    ColumnMap& operator=(const ColumnMap&) = delete;

    [[nodiscard]] std::string_view bytes() const { return {data_ + (data_ ? kColumnHeaderBytes : 0), size_}; }

private:
    const char* data_ = nullptr;
    std::size_t size_ = 0, mapped_ = 0;
};

/// The data as an array. The header keeps it aligned; a Shape's size is a multiple of its alignment.
template <typename Shape>
[[nodiscard]] std::span<const Shape> shapes_of(const ColumnMap& map) {
    return {reinterpret_cast<const Shape*>(map.bytes().data()), map.bytes().size() / sizeof(Shape)};
}

}  // namespace minutes
