#include "corpus/office/zip_archive.hpp"

#include "corpus/decode.hpp"

#include <sys/stat.h>
#include <zip.h>

#include <algorithm>

namespace minutes {
namespace {

constexpr std::size_t kChunk = 64 << 10;

Unpacked::Ending ending_of(zip_error_t* error) {
    const int code = zip_error_code_zip(error);
    return code == ZIP_ER_COMPNOTSUPP || code == ZIP_ER_ENCRNOTSUPP ? Unpacked::Ending::unsupported : Unpacked::Ending::damaged;
}

bool is_link(zip* archive, zip_uint64_t index) {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    return zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0 && system == ZIP_OPSYS_UNIX && S_ISLNK(attributes >> 16);
}

}  // namespace

ZipArchive::ZipArchive(std::string_view bytes, Check check) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    const int flags = ZIP_RDONLY | (check == Check::consistent ? ZIP_CHECKCONS : 0);
    if (source) archive_ = zip_open_from_source(source, flags, &error);
    if (source && !archive_) zip_source_free(source);
    zip_error_fini(&error);
}

ZipArchive::~ZipArchive() {
    if (archive_) zip_discard(archive_);
}

std::uint64_t ZipArchive::entries() const { return archive_ ? static_cast<std::uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(archive_, 0), 0)) : 0; }

std::vector<std::string> ZipArchive::names() const {
    std::vector<std::string> found;
    for (std::uint64_t i = 0; i < std::min(entries(), kMostMembers); ++i) {
        const char* const name = zip_get_name(archive_, i, ZIP_FL_ENC_RAW);
        if (name && *name && std::string_view(name).back() != '/') found.emplace_back(name);
    }
    return found;
}

std::vector<ZipMember> ZipArchive::members() const {
    std::vector<ZipMember> found;
    for (std::uint64_t i = 0; i < std::min(entries(), kMostMembers); ++i) {
        const char* const raw = zip_get_name(archive_, i, ZIP_FL_ENC_RAW);
        const bool guessed = raw && !is_utf8(raw);
        const char* const name = guessed ? zip_get_name(archive_, i, ZIP_FL_ENC_CP437) : raw;
        zip_stat_t status;
        if (!name || !*name || std::string_view(name).back() == '/' || zip_stat_index(archive_, i, 0, &status) != 0) continue;
        const bool encrypted = (status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE;
        const std::uint64_t packed = (status.valid & ZIP_STAT_COMP_SIZE) != 0 ? status.comp_size : 0;
        found.push_back({i, name, guessed, encrypted, is_link(archive_, i), packed});
    }
    return found;
}

Unpacked ZipArchive::unpack(std::uint64_t index, std::uint64_t most) {
    zip_file_t* const file = archive_ ? zip_fopen_index(archive_, index, 0) : nullptr;
    if (!file) return {archive_ ? ending_of(zip_get_error(archive_)) : Unpacked::Ending::damaged, {}, 0};
    std::string bytes;
    zip_int64_t got = 0;
    do {
        const std::size_t had = bytes.size();
        bytes.resize(had + kChunk);
        got = zip_fread(file, bytes.data() + had, kChunk);
        bytes.resize(had + static_cast<std::size_t>(std::max<zip_int64_t>(got, 0)));
    } while (got > 0 && bytes.size() <= most);
    const Unpacked::Ending failure = got < 0 ? ending_of(zip_file_get_error(file)) : Unpacked::Ending::too_large;
    zip_fclose(file);
    if (got < 0 || bytes.size() > most) return {failure, {}, bytes.size()};
    const std::uint64_t made = bytes.size();
    return {Unpacked::Ending::whole, std::move(bytes), made};
}

std::optional<std::string> ZipArchive::read(const std::string& name) {
    const zip_int64_t index = archive_ ? zip_name_locate(archive_, name.c_str(), ZIP_FL_ENC_RAW) : -1;
    if (index < 0 || too_large_) return std::nullopt;
    Unpacked unpacked = unpack(static_cast<std::uint64_t>(index), kMostBytes - unpacked_);
    too_large_ = unpacked.ending == Unpacked::Ending::too_large;
    if (unpacked.ending != Unpacked::Ending::whole) return std::nullopt;
    unpacked_ += unpacked.bytes.size();
    return std::move(unpacked.bytes);
}

}  // namespace minutes
