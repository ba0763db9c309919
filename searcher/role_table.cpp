#include "searcher/role_table.hpp"

#include "indexer/record.hpp"
#include "indexer/schema.hpp"
#include "searcher/base.hpp"
#include "searcher/meetings_held.hpp"
#include "searcher/reader.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace minutes {
namespace {

using Titles = std::map<std::string, TitleRow>;

class Gathered {
public:
    void add_turn(const RecordSpeaker& speaker) {
        ++table_.turns;
        for (std::size_t i = 0; i < kResolutions; ++i)
            if (speaker.resolution == name_of(static_cast<Resolution>(i))) ++table_.by_resolution[i];
        if (TitleRow* row = find(speaker.role, speaker.title, speaker.flags)) ++row->turns;
    }

    void add_person(const ListedPerson& person) {
        if (TitleRow* row = find(person.role, person.post, person.flags)) ++row->people;
    }

    RoleTable take() {
        for (auto& [role, titles] : roles_) {
            RoleRow row;
            row.role = role;
            for (auto& [title, counted] : titles) {
                row.turns += counted.turns;
                row.people += counted.people;
                row.titles.push_back(std::move(counted));
            }
            std::stable_sort(row.titles.begin(), row.titles.end(),
                             [](const TitleRow& a, const TitleRow& b) { return std::tie(b.turns, b.people) < std::tie(a.turns, a.people); });
            table_.roles.push_back(std::move(row));
        }
        return std::move(table_);
    }

private:
    TitleRow* find(const std::string& role, const std::string& title, const RoleFlags& flags) {
        const std::optional<Role> known = role_named(role);
        if (!known) return nullptr;
        TitleRow& row = roles_[*known][title];
        row.title = title;
        row.flags.interim |= flags.interim;
        row.flags.acting |= flags.acting;
        row.flags.deputy |= flags.deputy;
        return &row;
    }

    std::map<Role, Titles> roles_;
    RoleTable table_;
};

RoleTable gather(const Xapian::Database& database) {
    Gathered gathered;
    std::unordered_set<std::string> passages;
    const std::string term = make_term(*field_named("type"), "passage");
    for (auto id = database.postlist_begin(term); id != database.postlist_end(term); ++id) {
        const Record record = decode_record(database.get_document(*id).get_data());
        if (record.speakers.empty() || !passages.insert(record.id).second) continue;
        for (const RecordSpeaker& speaker : record.speakers) gathered.add_turn(speaker);
    }
    for (const auto& [id, held] : meetings_held(file_records(database)))
        for (const ListedPerson& person : held.meeting.people) gathered.add_person(person);
    return gathered.take();
}

}  // namespace

RoleTable role_table(Reader& reader) {
    return reader.read([](const Xapian::Database& database) { return gather(database); });
}

}  // namespace minutes
