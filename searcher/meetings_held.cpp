#include "searcher/meetings_held.hpp"

namespace minutes {

std::map<std::string, MeetingHeld> meetings_held(std::vector<FileRecord> files) {
    std::map<std::string, MeetingHeld> meetings;
    for (FileRecord& file : files) {
        if (file.state != FileRecord::State::indexed) continue;
        for (MeetingSummary& meeting : file.meetings) {
            const auto known = meetings.find(meeting.id);
            if (known == meetings.end()) {
                const std::string id = meeting.id;
                meetings.emplace(id, MeetingHeld{std::move(meeting), file.path, file.sha256});
            } else if (known->second.meeting.people.size() < meeting.people.size()) {
                known->second = {std::move(meeting), file.path, file.sha256};
            }
        }
    }
    return meetings;
}

}  // namespace minutes
