#include "indexer/healing.hpp"

#include "analyzers/tokens.hpp"
#include "indexer/passages.hpp"
#include "indexer/schema.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace minutes {
namespace {

using State = FileRecord::State;

// --- Which files belong together ---

/// A label and the file that bears it.
struct Labelled {
    const FileRecord* file;
    const ItemLabel* label;
};

/// All labels of the files whose meeting is known, by meeting; within one by path.
using ByMeeting = std::map<std::string, std::vector<Labelled>>;

ByMeeting by_meeting(const KnownFiles& files, std::vector<ItemLabel> FileRecord::* list) {
    ByMeeting labels;
    for (const auto& [path, file] : files) {
        if (file.state != State::indexed) continue;
        for (const ItemLabel& label : file.*list)
            if (!label.meeting.empty()) labels[label.meeting].push_back({&file, &label});
    }
    return labels;
}

/// Numbers decide where both print one; a page without its number is known by its title.
bool same_item(const ItemLabel& a, const ItemLabel& b) {
    if (!a.number.empty() && !b.number.empty()) return a.number == b.number;
    return !a.title.empty() && a.title == b.title;
}

class Planner {
public:
    explicit Planner(const KnownFiles& files) : files_(files) {
        const ByMeeting cut = by_meeting(files, &FileRecord::cut_items), full = by_meeting(files, &FileRecord::full_items);
        for (const auto& [meeting, items] : cut)
            if (const auto pages = full.find(meeting); pages != full.end()) match(items, pages->second);
    }

    std::vector<HealingTask> tasks() {
        std::vector<HealingTask> changed;
        for (const auto& [path, file] : files_) {
            if (file.state != State::indexed) continue;
            const auto found = tasks_.find(path);
            HealingTask task = found == tasks_.end() ? HealingTask{path, {}, {}, {}} : std::move(found->second);
            if (task.healing != file.healing) changed.push_back(std::move(task));
        }
        return changed;
    }

private:
    void match(const std::vector<Labelled>& items, const std::vector<Labelled>& pages) {
        for (const Labelled& page : pages) {
            std::vector<Labelled> short_ones;
            for (const Labelled& item : items)
                if (item.file != page.file && same_item(*item.label, *page.label)) short_ones.push_back(item);
            if (short_ones.empty()) continue;
            const bool one_meeting = std::all_of(short_ones.begin(), short_ones.end(), [&](const Labelled& item) { return item.label->meeting_id == short_ones.front().label->meeting_id; });
            if (one_meeting) join(short_ones.front(), page);
            else leave(short_ones, page);
        }
    }

    HealingTask& task_of(const FileRecord& file) {
        HealingTask& task = tasks_[file.path];
        task.path = file.path;
        return task;
    }

    void join(const Labelled& item, const Labelled& page) {
        if (!joined_.insert(item.label).second) return;   // the first page by path has it
        const HealingMatch match{item.file->path, page.file->path, item.label->item_id};
        for (const auto& [one, other] : {std::pair(item.file, page.file), std::pair(page.file, item.file)}) {
            HealingTask& task = task_of(*one);
            task.matches.push_back(match);
            task.healing += other->path + "\t" + other->sha256 + "\t" + other->given + "\n";
        }
    }

    void leave(const std::vector<Labelled>& short_ones, const Labelled& page) {
        for (const Labelled& item : short_ones) {
            HealingTask& task = task_of(*item.file);
            task.problems.push_back("item " + (item.label->number.empty() ? item.label->title : item.label->number) + " is cut short, and " + page.file->path +
                                    " may be its full text, but another meeting of that day has such an item too; it stays cut short");
            task.healing += "unclear\t" + page.file->path + "\n";
        }
    }

    const KnownFiles& files_;
    std::set<const ItemLabel*> joined_;
    std::map<std::string, HealingTask> tasks_;
};

// --- Whether the texts agree ---

bool is_minute(const Record& record) { return is_passage(record) && record.zone != name_of(Zone::agenda); }

/// The words of an item without its agenda note. `item_id` empty: of all items.
std::string words_of(const std::vector<Record>& records, const std::string& item_id) {
    std::string words;
    for (const Record& record : records)
        if (is_minute(record) && (item_id.empty() || record.item_id == item_id)) words += fold_value(record.text) + " ";
    return words;
}

/// The cut may fall inside a word, and may fall before the first.
bool begins(const std::string& whole, std::string part) {
    while (part.ends_with(' ')) part.pop_back();
    return whole.starts_with(part);
}

bool completes(const FileChange& cut, const FileChange& page, const HealingMatch& match) {
    const std::string whole = words_of(page.passages, {});
    return !whole.empty() && begins(whole, words_of(cut.passages, match.item_id));
}

// --- Putting together ---

std::string conflict_text(const Record& at, const std::string& other) {
    return line_or_page(at.line, at.page) + ": the text of this item and of " + other + " differ where one should begin the other; both are kept and counted";
}

const Record* first_of(const FileChange& file, const std::string& item_id) {
    for (const Record& record : file.passages)
        if (record.item_id == item_id) return &record;
    return nullptr;
}

/// The place of the item in the file that cuts it short.
CutAt cut_of(const FileChange& cut, const Record& first) {
    CutAt at{first.path, first.sha256, first.line, first.page, first.order, {}};
    for (const Record& record : cut.passages) {
        if (record.item_id != first.item_id || record.kind == kFurnitureKind || record.parts.empty()) continue;
        at.at = at.at.empty() ? Span{record.parts.front().begin, record.parts.back().end}
                              : Span{std::min(at.at.begin, record.parts.front().begin), std::max(at.at.end, record.parts.back().end)};
    }
    return at;
}

/// What a summary counts of passages.
MeetingSummary summed(const std::vector<const Record*>& records) {
    MeetingSummary sum;
    for (const Record* record : records) {
        ++sum.passages;
        sum.words += record->words;
        sum.speakers += static_cast<std::uint32_t>(record->speakers.size());
        const auto speakers_with = [&](auto&& holds) { return static_cast<std::uint32_t>(std::count_if(record->speakers.begin(), record->speakers.end(), holds)); };
        sum.unresolved_speakers += speakers_with([](const RecordSpeaker& speaker) { return speaker.role == name_of(Role::unattributed); });
        sum.ambiguous_speakers += speakers_with([](const RecordSpeaker& speaker) { return speaker.resolution == name_of(Resolution::ambiguous); });
    }
    return sum;
}

/// The meeting's page gives the item away: title and text stand in full on the item's own page.
void give_item(FileChange& cut, const FileChange& page, const HealingMatch& match) {
    const auto gone = [&](const Record& record) { return record.item_id == match.item_id && record.kind != kFurnitureKind; };
    std::vector<const Record*> before, after;
    for (const Record& record : cut.passages)
        if (gone(record) && is_passage(record)) before.push_back(&record);
    for (const Record& record : page.passages)
        if (is_passage(record)) after.push_back(&record);
    const MeetingSummary less = summed(before), more = summed(after);
    const std::string meeting_id = first_of(cut, match.item_id)->meeting_id;
    for (MeetingSummary& meeting : cut.file.meetings) {
        if (meeting.id != meeting_id) continue;
        for (std::uint32_t MeetingSummary::* count : {&MeetingSummary::passages, &MeetingSummary::words, &MeetingSummary::speakers, &MeetingSummary::unresolved_speakers, &MeetingSummary::ambiguous_speakers})
            meeting.*count = meeting.*count + more.*count - less.*count;
        --meeting.incomplete_items;
    }
    std::erase_if(cut.passages, gone);
    for (Record& record : cut.passages)
        if (record.item_id == match.item_id) record.item_incomplete = false;
}

void rename(std::string& id, const std::string& from, const std::string& to) {
    if (id.starts_with(from)) id = to + id.substr(from.size());
}

void join_item(Record& record, const Record& first, const std::string& from, const CutAt& at) {
    record.item_number = first.item_number;
    if (!first.item_title.empty()) record.item_title = first.item_title;
    record.cut_at = at;
    rename(record.id, from, first.item_id);
    rename(record.item_id, from, first.item_id);
    for (RecordSpeaker& speaker : record.speakers)
        for (std::vector<RecordTurn>* turns : {&speaker.answered_by, &speaker.answers})
            for (RecordTurn& turn : *turns) rename(turn.passage, from, first.item_id);
}

/// The item's own page becomes part of the meeting: its records take the meeting's and the item's names.
void join_meeting(FileChange& page, const FileChange& cut, const HealingMatch& match) {
    const Record first = *first_of(cut, match.item_id);
    const CutAt at = cut_of(cut, first);
    const ItemLabel own = page.file.full_items.front();
    for (Record& record : page.passages) {
        if (record.item_id == own.item_id) join_item(record, first, own.item_id, at);
        for (std::string* id : {&record.id, &record.item_id, &record.meeting_id}) rename(*id, own.meeting_id, first.meeting_id);
        record.council = first.council;
        record.committee = first.committee;
        record.date = first.date;
    }
    page.file.meetings.clear();   // the meeting's page counts them
}

}  // namespace

std::vector<HealingTask> healing_tasks(const KnownFiles& files) { return Planner(files).tasks(); }

void note_incomplete_items(FileRecord& file, const std::vector<Record>& records) {
    std::map<std::string, const Record*> items, cut;
    for (const Record& record : records) {
        if (record.kind == kFurnitureKind) continue;
        const bool titled = !record.item_title.empty() || !record.item_number.empty();
        items.try_emplace(record.item_id, &record);
        if (titled && (record.item_incomplete || record.incomplete)) cut.try_emplace(record.item_id, &record);
    }
    const auto label = [](const Record& r) {
        const bool known = !r.council.empty() && !r.committee.empty() && !r.date.empty();
        return ItemLabel{known ? fold_value(r.council) + "\t" + fold_value(r.committee) + "\t" + r.date : std::string(), fold_value(r.item_number), fold_value(r.item_title),
                         r.meeting_id, r.item_id};
    };
    for (const auto& [id, record] : cut) file.cut_items.push_back(label(*record));
    const bool page = file.layout.starts_with("moderngov-item") && items.size() == 1 && cut.empty();
    if (page) file.full_items.push_back(label(*items.begin()->second));
}

FileChange healed(FileChange own, const HealingTask& task, const std::map<std::string, FileChange>& alone) {
    own.file.healing = task.healing;
    for (const std::string& problem : task.problems) own.file.problems.push_back("line 1: " + problem);
    for (const HealingMatch& match : task.matches) {
        const FileChange& cut = alone.at(match.cut_path);
        const FileChange& page = alone.at(match.page_path);
        const bool is_page = task.path == match.page_path;
        if (!completes(cut, page, match)) {
            const Record& at = is_page ? page.passages.front() : *first_of(cut, match.item_id);
            own.file.problems.push_back(conflict_text(at, is_page ? match.cut_path : match.page_path));
        } else if (is_page) {
            join_meeting(own, cut, match);
        } else {
            give_item(own, page, match);
        }
    }
    return own;
}

}  // namespace minutes
