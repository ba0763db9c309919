#include "corpus/archive.hpp"

#include "corpus/limited_child.hpp"
#include "corpus/office/zip_archive.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <set>

namespace minutes {
namespace {

constexpr std::uint64_t kSliceBytes = 32u << 20;      // what one child unpacks, and one file more
constexpr std::uint64_t kBombBytes = 1u << 20, kBombRatio = 200, kUnpackedRatio = 32;
constexpr std::size_t kMostNameBytes = 1000, kProblemsListed = 20;
constexpr int kMostFailures = 3;

constexpr std::string_view kUnpackIt = "; unpack the archive into the folder, its files are then read";

// --- In the child: what it tells are fields with their lengths before them ---

void put(std::string& out, std::string_view field) { out.append(std::to_string(field.size())).append(":").append(field); }

/// One thing told of an archive.
struct Told {
    enum class What : char { bytes = 'b', skipped = 's', problem = 'p' };
    What what = What::bytes;
    std::string name, text;
};

void put(std::string& out, const Told& told) {
    put(out, std::string_view(reinterpret_cast<const char*>(&told.what), 1));
    put(out, told.name);
    put(out, told.text);
}

/// How much an archive may unpack to: members that share their bytes make much of little.
std::uint64_t most_unpacked(std::string_view bytes) { return std::clamp<std::uint64_t>(bytes.size() * kUnpackedRatio, kMaxFileBytes, kMostUnpackedBytes); }

/// `room`: how much the archive may still unpack to. What comes to nothing takes room, too, or thousands of bombs would take their time each.
Told told_of(ZipArchive& archive, const ZipMember& member, std::string name, std::uint64_t& room) {
    const auto skipped = [&](std::string reason) { return Told{Told::What::skipped, std::move(name), std::move(reason)}; };
    if (!is_supported_name(name)) return skipped(kNoDocumentByName);
    if (member.link) return skipped("symbolic link, not followed");
    if (member.encrypted) return skipped("needs a password" + std::string(kUnpackIt));
    const std::string too_much = "the archive unpacks to too much" + std::string(kUnpackIt);
    if (room == 0) return skipped(too_much);
    const std::uint64_t ratio = std::max(kBombBytes, std::min(member.packed, kMaxFileBytes) * kBombRatio);
    const std::uint64_t most = std::min({ratio, kMaxFileBytes, room});
    const bool last = most == room;
    Unpacked unpacked = archive.unpack(member.index, most);
    room -= std::min(room, unpacked.made);
    switch (unpacked.ending) {
        case Unpacked::Ending::whole: return {Told::What::bytes, std::move(name), std::move(unpacked.bytes)};
        case Unpacked::Ending::damaged: return skipped("damaged in its archive; get the archive again from its source");
        case Unpacked::Ending::unsupported: return skipped("packed in a way that is not supported" + std::string(kUnpackIt));
        case Unpacked::Ending::too_large: break;
    }
    if (last) return skipped(too_much);
    if (most == ratio) return skipped("unpacks to more than " + std::to_string(kBombRatio) + " times its size in the archive, which no document does");
    return skipped("unpacks to more than " + std::to_string(kMaxFileBytes >> 20) + " MB; split it into meetings");
}

/// Names that were taken and what is to be said of one.
class Names {
public:
    /// The name to read the member by; nullopt if it is not to be read. `problem`: what to say of it, or "".
    std::optional<std::string> take(const ZipMember& member, std::string& problem) {
        MemberName name = member_name(member.name);
        if (name.hidden && name.refused.empty()) return std::nullopt;
        if (!name.refused.empty()) problem = name.refused + "; it is not read";
        else if (!taken_.insert(name.name).second) problem = "stands twice in the archive; the first is read";
        if (!problem.empty()) return std::nullopt;
        if (member.name_guessed) problem = "its name is not UTF-8; read as code page 437";
        return name.name;
    }

private:
    std::set<std::string> taken_;
};

/// Unpacks members from the `first` (from 0) on until it has `slice` bytes, at least one. Tells how many there are, which comes next, what room is left, and what was found.
std::string unpack_slice(std::string_view bytes, std::size_t first, std::uint64_t room, std::uint64_t slice) {
    ZipArchive archive(bytes, ZipArchive::Check::none);
    const std::vector<ZipMember> members = archive.members();
    Names names;
    std::string told;
    std::size_t at = 0;
    for (; at < members.size() && (at <= first || told.size() < slice); ++at) {
        std::string problem;
        const std::optional<std::string> name = names.take(members[at], problem);
        if (at < first) continue;
        if (!problem.empty()) put(told, Told{Told::What::problem, members[at].name, problem});
        if (!name) continue;
        put(told, told_of(archive, members[at], *name, room));
    }
    std::string head;
    put(head, std::to_string(archive.entries()));
    put(head, std::to_string(at));
    put(head, std::to_string(room));
    put(head, at < members.size() ? "more" : "all");
    return head + told;
}

std::string unpack_one(std::string_view bytes, const std::string& wanted) {
    ZipArchive archive(bytes, ZipArchive::Check::none);
    std::string told;
    for (const ZipMember& member : archive.members()) {
        const MemberName name = member_name(member.name);
        if (name.name != wanted || !name.refused.empty()) continue;
        std::uint64_t room = most_unpacked(bytes);
        put(told, told_of(archive, member, name.name, room));
        break;
    }
    return told;
}

// --- In the parent, which believes nothing of it ---

class Fields {
public:
    explicit Fields(std::string_view told) : rest_(told) {}
    [[nodiscard]] bool more() const { return !rest_.empty(); }

    std::string_view next() {
        std::size_t size = 0;
        const auto [end, failed] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), size);
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        if (failed != std::errc() || !rest_.starts_with(':') || size > rest_.size() - 1) {
            rest_ = {};
            return {};
        }
        const std::string_view field = rest_.substr(1, size);
        rest_.remove_prefix(size + 1);
        return field;
    }

    std::uint64_t number() {
        const std::string_view field = next();
        std::uint64_t value = 0;
        std::from_chars(field.data(), field.data() + field.size(), value);
        return value;
    }

private:
    std::string_view rest_;
};

class ArchiveReader {
public:
    ArchiveReader(std::string_view bytes, const std::function<bool(ArchiveMember)>& each) : bytes_(bytes), each_(each) {}

    std::vector<std::string> run() {
        while (!done_) read_slice();
        if (unlisted_ > 0) problems_.push_back("and " + std::to_string(unlisted_) + " more of its files are not read for their names");
        if (entries_ > ZipArchive::kMostMembers) problems_.push_back("has " + std::to_string(entries_) + " files; those behind the first " + std::to_string(ZipArchive::kMostMembers) + " are not read" + std::string(kUnpackIt));
        if (entries_ == 0 && problems_.empty()) problems_.emplace_back("holds no file");
        return std::move(problems_);
    }

private:
    void read_slice() {
        const ChildLimits limits;
        const ChildResult result = run_forked([&] { return unpack_slice(bytes_, next_, room_, slice_); }, limits);
        if (const std::string why = why_ended(result, limits); !why.empty()) return failed(why);
        Fields fields(result.output);
        entries_ = fields.number();
        const std::uint64_t next = fields.number();
        room_ = std::min(room_, fields.number());
        done_ = fields.next() != "more" || next <= next_;
        next_ = static_cast<std::size_t>(next);
        while (fields.more() && hand_out(fields)) {
        }
    }

    /// The member that ends its reader is found by reading one at a time.
    void failed(const std::string& why) {
        if (slice_ > 0) {
            slice_ = 0;
            return;
        }
        problems_.push_back("file " + std::to_string(next_ + 1) + " in it " + why + "; it is not read");
        ++next_;
        if (++failures_ < kMostFailures) return;
        problems_.push_back("the files behind it are not read" + std::string(kUnpackIt));
        done_ = true;
    }

    bool hand_out(Fields& fields) {
        const std::string_view what = fields.next(), name = fields.next(), text = fields.next();
        if (what == "p") {
            if (problems_.size() < kProblemsListed) problems_.push_back(std::string(name) + ": " + std::string(text));
            else ++unlisted_;
            return true;
        }
        ArchiveMember member{std::string(name), std::string(text)};
        if (what == "s") member.bytes = Skipped{std::string(text)};
        const bool go_on = each_(std::move(member));
        done_ = done_ || !go_on;
        return go_on;
    }

    std::string_view bytes_;
    const std::function<bool(ArchiveMember)>& each_;
    std::vector<std::string> problems_;
    std::size_t next_ = 0, unlisted_ = 0;
    std::uint64_t entries_ = 0, room_ = most_unpacked(bytes_), slice_ = kSliceBytes;
    int failures_ = 0;
    bool done_ = false;
};

}  // namespace

std::optional<ArchivePath> archive_path(const std::string& path) {
    struct stat status {};
    if (lstat(path.c_str(), &status) == 0) return std::nullopt;
    for (std::size_t slash = path.rfind('/'); slash != std::string::npos && slash > 0; slash = path.rfind('/', slash - 1)) {
        const std::string above = path.substr(0, slash);
        if (stat(above.c_str(), &status) != 0) continue;
        if (!S_ISREG(status.st_mode) || slash + 1 == path.size()) return std::nullopt;
        return ArchivePath{above, path.substr(slash + 1)};
    }
    return std::nullopt;
}

MemberName member_name(std::string_view stored) {
    MemberName result;
    std::string text(stored);
    std::replace(text.begin(), text.end(), '\\', '/');
    const bool drive = text.size() >= 2 && text[1] == ':' && std::isalpha(static_cast<unsigned char>(text[0])) != 0;
    if (text.starts_with('/') || drive) result.refused = "an absolute name";
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('/', begin), text.size());
        const std::string_view part = std::string_view(text).substr(begin, end - begin);
        begin = end + 1;
        if (part.empty() || part == ".") continue;
        if (part == "..") result.refused = "a name that leads out of the archive";
        result.hidden = result.hidden || (part.starts_with('.') && part != "..");
        result.name.append(result.name.empty() ? "" : "/").append(part);
    }
    if (result.name.empty() && result.refused.empty()) result.refused = "no name";
    if (result.name.size() > kMostNameBytes) result.refused = "a name of more than " + std::to_string(kMostNameBytes) + " bytes";
    return result;
}

std::vector<std::string> read_archive(std::string_view bytes, const std::function<bool(ArchiveMember)>& each) { return ArchiveReader(bytes, each).run(); }

std::variant<std::string, Skipped> read_member(std::string_view bytes, const std::string& name) {
    const ChildLimits limits;
    const ChildResult result = run_forked([&] { return unpack_one(bytes, name); }, limits);
    if (const std::string why = why_ended(result, limits); !why.empty()) return Skipped{"in an archive that " + why, {}, true};
    Fields fields(result.output);
    const std::string_view what = fields.next();
    fields.next();
    const std::string_view text = fields.next();
    if (what == "b") return std::string(text);
    if (what == "s") return Skipped{std::string(text)};
    return Skipped{bytes.starts_with("PK\x03\x04") ? "no such file in its archive" : "cannot be read: Not a directory"};
}

}  // namespace minutes
