#include "searcher/coverage.hpp"

#include "searcher/base.hpp"
#include "searcher/denominator.hpp"
#include "searcher/notes.hpp"
#include "searcher/reader.hpp"

#include <algorithm>
#include <set>

namespace minutes {
namespace {

/// A row while it is added up.
struct Adding {
    CoverageRow row;
    std::set<std::string> documents, days;

    void add(const FileRecord& file, const MeetingSummary& meeting) {
        ++row.meetings;
        row.items += meeting.items;
        row.incomplete_items += meeting.incomplete_items;
        row.passages += meeting.passages;
        row.words += meeting.words;
        row.speakers += meeting.speakers;
        row.unresolved_speakers += meeting.unresolved_speakers;
        row.ambiguous_speakers += meeting.ambiguous_speakers;
        row.missing_items += meeting.missing_items;
        row.missing_paragraphs += meeting.missing_paragraphs;
        if (meeting.date.empty()) ++row.undated;
        else days.insert(meeting.date);
        add_document(file);
    }

    void add_document(const FileRecord& file) {
        if (documents.insert(file.path).second) ++row.layouts[file.layout];
    }

    CoverageRow take(std::uint32_t gap_days) {
        row.documents = documents.size();
        if (!days.empty()) {
            row.first_date = *days.begin();
            row.last_date = *days.rbegin();
        }
        row.gap = longest_silence(days);
        row.long_gaps = silences(days, gap_days).size();
        return std::move(row);
    }
};

/// Council, committee and, where rows are by year, the year.
using RowKey = std::tuple<std::string, std::string, std::string>;

struct Rows {
    std::map<RowKey, Adding> rows;

    Adding& at(const std::string& council, const std::string& committee, const std::string& year) {
        Adding& adding = rows[{council, committee, year}];
        adding.row.council = council;
        adding.row.committee = committee;
        adding.row.year = year;
        return adding;
    }
};

class Gathering {
public:
    explicit Gathering(const CoverageWish& wish) : wish_(wish), filters_(wish.request) {}

    void add(const FileRecord& file) {
        using State = FileRecord::State;
        if (file.state == State::skipped) coverage_.skipped.emplace_back(file.path, file.note);
        if (file.state == State::duplicate) coverage_.duplicates.emplace_back(file.path, file.note);
        if (file.state != State::indexed) return;
        bool in_scope = file.meetings.empty() && filters_.none();
        if (in_scope) all_.add_document(file);
        for (const MeetingSummary& meeting : file.meetings) in_scope = add(file, meeting) || in_scope;
        if (!in_scope) return;
        for (const std::string& problem : file.problems) coverage_.problems.emplace_back(file.path, problem);
    }

    Coverage take() {
        for (auto& [key, adding] : committees_.rows)
            for (Silence& gap : silences(adding.days, wish_.gap_days)) coverage_.gaps.push_back({adding.row.council, adding.row.committee, std::move(gap)});
        coverage_.all = all_.take(wish_.gap_days);
        for (auto& [key, adding] : councils_.rows) coverage_.councils.push_back(adding.take(wish_.gap_days));
        for (auto& [key, adding] : (wish_.by_year ? years_ : committees_).rows) coverage_.committees.push_back(adding.take(wish_.gap_days));
        coverage_.gap_days = wish_.gap_days;
        return std::move(coverage_);
    }

private:
    bool add(const FileRecord& file, const MeetingSummary& meeting) {
        Record record;
        record.council = meeting.council;
        record.committee = meeting.committee;
        record.date = meeting.date;
        record.meeting_id = meeting.id;
        record.path = file.path;
        if (!filters_.admit_meeting(record)) return false;
        const bool first = seen_.insert(meeting.id).second;
        const std::string year = meeting.date.substr(0, std::min<std::size_t>(4, meeting.date.size()));
        for (Adding* adding : {&all_, &councils_.at(meeting.council, "", ""), &committees_.at(meeting.council, meeting.committee, ""),
                               &years_.at(meeting.council, meeting.committee, year)})
            if (first) adding->add(file, meeting);
            else adding->add_document(file);
        if (first && meeting.date.empty()) coverage_.undated.push_back({meeting.id, meeting.council, meeting.committee, file.path});
        return true;
    }

    const CoverageWish& wish_;
    ScopeFilters filters_;
    Coverage coverage_;
    Adding all_;
    Rows councils_, committees_, years_;
    std::set<std::string> seen_;
};

}  // namespace

Coverage coverage(Reader& reader, const CoverageWish& wish) {
    return reader.read([&](const Xapian::Database& database) {
        Gathering gathering(wish);
        for (const FileRecord& file : file_records(database)) gathering.add(file);
        Coverage coverage = gathering.take();
        coverage.base = index_base(database);
        coverage.notes = find_notes(database, wish.request, coverage.base);
        return coverage;
    });
}

}  // namespace minutes
