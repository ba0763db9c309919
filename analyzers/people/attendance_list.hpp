#pragma once

#include "analyzers/people/lexemes.hpp"
#include "analyzers/meeting.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// One person read from an attendance list.
struct Attendee {
    Person person;           ///< role and status as far as the list tells; role unattributed if it does not
    bool in_chair = false;   ///< the list says that this one chaired the meeting
};

/// What the label above a list says of the people below it.
struct ListLabel {
    Status status = Status::present;
    Role role = Role::member;     ///< of people without a post
    bool nobody = false;          ///< the list counts heads ("5 members of the public"); names in it are not people of ours
    bool councillors_too = true;  ///< the role holds for councillors as well; else they are visiting members
};

/// What else a list is read by.
struct ListContext {
    std::string_view committee;
    bool local_council = false;   ///< a parish, town or community council meets
    bool members_listed = false;  ///< a list before this one names those who sit on the body: "Members in Attendance" visit
};

/// The label that a few words are ("Also attended"), or nullopt when no row of attendance_labels.tsv knows them.
[[nodiscard]] std::optional<ListLabel> list_label(const Lexemes& lexemes, Range words);

/// The people of one list: comma lists, lines, bullets, columns without commas, posts in brackets, behind a comma or
/// a dash, posts before names. `label` holds until the text prints another. Words that fit nothing are passed over.
/// O(lexemes).
[[nodiscard]] std::vector<Attendee> read_attendance(std::string_view text, const Lexemes& lexemes, ListLabel label, const ListContext& context);

}  // namespace minutes
