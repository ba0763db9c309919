#include "indexer/digest.hpp"

#include "corpus/read_document.hpp"
#include "indexer/healing.hpp"
#include "indexer/passages.hpp"
#include "indexer/schema.hpp"

#include <chrono>

namespace minutes {
namespace {

std::int64_t now_ns() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

FileRecord record_of(const FoundFile& found, const Given& given) {
    FileRecord record;
    record.path = found.path;
    record.root = found.root;
    record.size = found.size;
    record.inode = found.inode;
    record.device = found.device;
    record.mtime_ns = found.mtime_ns;
    record.ctime_ns = found.ctime_ns;
    record.seen_ns = now_ns();
    record.given = given_key(given);
    return record;
}

FileChange skip(FileRecord record, std::string reason) {
    record.state = FileRecord::State::skipped;
    record.note = std::move(reason);
    return {FileChange::What::replace, std::move(record), {}};
}

/// The bytes are those that were indexed: everything but time and place stays as it is.
FileChange touch(const FileRecord& seen, FileRecord before) {
    before.root = seen.root;
    before.size = seen.size;
    before.inode = seen.inode;
    before.device = seen.device;
    before.mtime_ns = seen.mtime_ns;
    before.ctime_ns = seen.ctime_ns;
    before.seen_ns = seen.seen_ns;
    return {FileChange::What::touch, std::move(before), {}};
}

std::string problem_text(const Document& doc, const Problem& problem) {
    return line_or_page(line_number(doc, problem.at.begin), page_number(doc, problem.at.begin)) + ": " + problem.message;
}

FileChange replace(const Document& doc, const Given& given, FileRecord record) {
    const Segmented segmented = segment(doc, given);
    record.layout = segmented.layout;
    std::vector<Record> records = make_records(doc, segmented);
    record.meetings = summarise_meetings(doc, segmented, records);
    for (const std::vector<Problem>* problems : {&doc.problems, &segmented.problems})
        for (const Problem& problem : *problems) record.problems.push_back(problem_text(doc, problem));
    FileChange change{FileChange::What::replace, std::move(record), std::move(records)};
    note_incomplete_items(change.file, change.passages);
    if (change.passages.empty()) change.file.problems.push_back("line 1: no passage was found; nothing of this text can be searched");
    return change;
}

}  // namespace

std::string given_key(const Given& given) {
    return std::to_string(kAnalysisVersion) + ", " + term_versions() + "\n" + given.council + "\n" + given.committee;
}

Given given_of(const std::string& key) {
    const std::size_t council = key.find('\n'), committee = key.rfind('\n');
    if (council == committee) return {};
    return {key.substr(council + 1, committee - council - 1), key.substr(committee + 1)};
}

FoundFile found_again(const FileRecord& file) { return {file.path, file.root, file.size, file.mtime_ns, file.inode, file.device, file.ctime_ns}; }

std::optional<FileChange> digest_again(const FileRecord& file) {
    FileChange change = digest_file(found_again(file), given_of(file.given), nullptr, [](const std::string&) { return std::string(); });
    if (change.file.state != FileRecord::State::indexed || change.file.sha256 != file.sha256 || change.file.given != file.given) return std::nullopt;
    change.file.seen_ns = file.seen_ns;   // times and size are those of that reading
    return change;
}

namespace {

FileChange archive(FileRecord record, const FileRecord* before) {
    if (archive_path(record.path)) return skip(std::move(record), "an archive in an archive; unpack it into the folder, its files are then read");
    record.state = FileRecord::State::archive;
    if (before && before->state == record.state && before->sha256 == record.sha256 && before->given == record.given) return touch(record, *before);
    return {FileChange::What::replace, std::move(record), {}};
}

FileChange digest_read(const FoundFile& found, const Given& given, const FileRecord* before, const OwnerOf& owner_of, std::variant<Document, Skipped> read) {
    FileRecord record = record_of(found, given);
    if (Skipped* skipped = std::get_if<Skipped>(&read)) {
        record.sha256 = skipped->sha256;   // known not to be worth reading again
        return skipped->archive ? archive(std::move(record), before) : skip(std::move(record), std::move(skipped->reason));
    }
    const Document& doc = std::get<Document>(read);
    record.sha256 = doc.sha256;
    if (before && before->state == FileRecord::State::indexed && before->sha256 == doc.sha256 && before->given == record.given)
        return touch(record, *before);
    if (const std::string owner = owner_of(doc.sha256); !owner.empty() && owner < found.path) {
        record.state = FileRecord::State::duplicate;
        record.note = owner;
        return {FileChange::What::replace, std::move(record), {}};
    }
    return replace(doc, given, std::move(record));
}

}  // namespace

FileChange digest_file(const FoundFile& found, const Given& given, const FileRecord* before, const OwnerOf& owner_of) {
    if (!is_supported_name(found.path)) return skip(record_of(found, given), kNoDocumentByName);
    return digest_read(found, given, before, owner_of, read_document(found.path));
}

std::string member_path(const FoundFile& archive, const ArchiveMember& member) { return archive.path + "/" + member.name; }

FileChange digest_member(const FoundFile& archive, const ArchiveMember& member, const Given& given, const FileRecord* before, const OwnerOf& owner_of) {
    FoundFile found = archive;
    found.path = member_path(archive, member);
    const std::string* const bytes = std::get_if<std::string>(&member.bytes);
    found.size = bytes ? bytes->size() : 0;
    if (!bytes) return digest_read(found, given, before, owner_of, std::get<Skipped>(member.bytes));
    return digest_read(found, given, before, owner_of, document_of(found.path, *bytes));
}

}  // namespace minutes
