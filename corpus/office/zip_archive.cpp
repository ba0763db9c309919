#include "corpus/office/zip_archive.hpp"

#include <zip.h>

#include <algorithm>

namespace minutes {
namespace {

constexpr zip_int64_t kMostMembers = 10'000;
constexpr std::size_t kChunk = 64 << 10;

}  // namespace

ZipArchive::ZipArchive(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source) archive_ = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (source && !archive_) zip_source_free(source);
    zip_error_fini(&error);
}

ZipArchive::~ZipArchive() {
    if (archive_) zip_discard(archive_);
}

std::vector<std::string> ZipArchive::names() const {
    std::vector<std::string> found;
    const zip_int64_t count = archive_ ? std::min(zip_get_num_entries(archive_, 0), kMostMembers) : 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* const name = zip_get_name(archive_, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
        if (name && *name && std::string_view(name).back() != '/') found.emplace_back(name);
    }
    return found;
}

std::optional<std::string> ZipArchive::read(const std::string& name) {
    zip_file_t* const file = archive_ ? zip_fopen(archive_, name.c_str(), ZIP_FL_ENC_RAW) : nullptr;
    if (!file) return std::nullopt;
    std::string bytes;
    zip_int64_t got = 0;
    do {
        const std::size_t had = bytes.size();
        bytes.resize(had + kChunk);
        got = zip_fread(file, bytes.data() + had, kChunk);
        bytes.resize(had + static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
        unpacked_ += static_cast<std::uint64_t>(std::max<zip_int64_t>(got, 0));
    } while (got > 0 && !too_large());
    zip_fclose(file);
    if (got < 0 || too_large()) return std::nullopt;
    return bytes;
}

}  // namespace minutes
