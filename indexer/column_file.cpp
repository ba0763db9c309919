#include "indexer/column_file.hpp"

#include "corpus/problem.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace minutes {
namespace {

using Header = std::array<char, kColumnHeaderBytes>;

constexpr std::string_view kMagic = "minutes column 1";
constexpr std::size_t kIdentityAt = 16, kMaxIdentity = 40, kOrderAt = 60;
constexpr std::uint32_t kByteOrder = 0x01020304;  // numbers lie in the files as the machine has them
constexpr std::size_t kWriteAhead = 8u << 20;

Header header_of(std::string_view identity) {
    Header header{};
    std::memcpy(header.data(), kMagic.data(), kMagic.size());
    std::memcpy(header.data() + kIdentityAt, identity.data(), std::min(identity.size(), kMaxIdentity));
    std::memcpy(header.data() + kOrderAt, &kByteOrder, sizeof kByteOrder);
    return header;
}

/// "" or why the open file cannot hold `committed` bytes of this database's data.
std::string fault_of(int fd, std::string_view identity, std::uint64_t committed) {
    struct stat file {};
    Header header{};
    if (fstat(fd, &file) != 0 || pread(fd, header.data(), header.size(), 0) != static_cast<ssize_t>(header.size())) return "is damaged";
    if (header != header_of(identity)) return "belongs to another index";
    if (static_cast<std::uint64_t>(file.st_size) < kColumnHeaderBytes + committed) return "is cut short";
    return "";
}

}  // namespace

ColumnFile::ColumnFile(std::string path, std::string_view identity, std::uint64_t committed, Opening opening) : path_(std::move(path)), written_(committed) {
    if (opening == Opening::further) fd_.reset(open(path_.c_str(), O_RDWR | O_CLOEXEC));
    if (fd_.get() < 0 && committed > 0) fail("cannot be opened");
    const std::string fault = fd_.get() < 0 ? "is missing" : fault_of(fd_.get(), identity, committed);
    if (fault.empty()) return;
    if (committed > 0) throw Error(path_ + ": " + fault);
    make(identity);
}

void ColumnFile::make(std::string_view identity) {
    unlink(path_.c_str());
    fd_.reset(open(path_.c_str(), O_RDWR | O_CLOEXEC | O_CREAT, 0666));
    if (fd_.get() < 0) fail("cannot be opened");
    const Header header = header_of(identity);
    if (pwrite(fd_.get(), header.data(), header.size(), 0) != static_cast<ssize_t>(header.size())) fail("cannot be written");
}

void ColumnFile::fail(const char* what) const {
    throw Error(path_ + ": " + what + " (" + std::strerror(errno) + "); check the disk and run again");
}

void ColumnFile::flush() {
    for (std::size_t done = 0; done < unwritten_.size();) {
        const ssize_t wrote = pwrite(fd_.get(), unwritten_.data() + done, unwritten_.size() - done, static_cast<off_t>(kColumnHeaderBytes + written_ + done));
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) fail("cannot be written");
        done += static_cast<std::size_t>(wrote);
    }
    written_ += unwritten_.size();
    unwritten_.clear();
    if (unwritten_.capacity() > kWriteAhead) unwritten_.shrink_to_fit();
    if (fdatasync(fd_.get()) != 0) fail("cannot be flushed to the disk");
}

ColumnMap::ColumnMap(const std::string& path, std::string_view identity, std::uint64_t committed) : size_(committed) {
    const Descriptor fd(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (fd.get() < 0) throw Error(path + ": cannot be opened (" + std::strerror(errno) + ")");
    std::string fault = fault_of(fd.get(), identity, committed);
    if (fault.empty()) {
        mapped_ = kColumnHeaderBytes + committed;
        void* const at = mmap(nullptr, mapped_, PROT_READ, MAP_SHARED, fd.get(), 0);
        if (at == MAP_FAILED) fault = std::string("cannot be mapped (") + std::strerror(errno) + ")";
        else data_ = static_cast<const char*>(at);
    }
    if (!fault.empty()) throw Error(path + ": " + fault);
}

ColumnMap::~ColumnMap() {
    if (data_ != nullptr) munmap(const_cast<char*>(data_), mapped_);
}

ColumnMap::ColumnMap(ColumnMap&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)), mapped_(std::exchange(other.mapped_, 0)) {}

ColumnMap& ColumnMap::operator=(ColumnMap&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(mapped_, other.mapped_);
    return *this;
}

}  // namespace minutes
