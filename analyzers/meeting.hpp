#pragma once

#include "corpus/document.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// What a passage is; the values of docs/segment-json.md, in its order.
enum class PassageKind { discussion, decision, action, attendance, procedural, agenda_note };

/// The canonical roles. Which printed titles lead to which is data: analyzers/data/roles.tsv.
enum class Role {
    dcs, chair, vice_chair, member, committee, coopted, visiting_member, cabinet_member, chief_executive,
    director, assistant_director, head_of_service, officer, clerk, external, public_, unattributed
};

enum class Act { report, question, answer, concern, statement, decision, action };

/// How sure the attribution is: named in the passage, inherited from a lead-in, inferred from the act, or
/// a turn that is mentioned but has no content of its own ("In response to a question, ...").
enum class Attribution { explicit_, inherited, inferred, implied };

/// Where a fact comes from: printed, inferred from other text, or given by the user. Never invented.
enum class Evidence { none, stated, inferred, given };

enum class Status { present, in_attendance, apologies };

/// What part of a document a text belongs to. A search covers title, minutes, decision and action by default and says
/// what else lies in the others: an intention to discuss is no mention, a name in a list no speech.
enum class Zone { title, minutes, decision, action, agenda, attendance, apologies, declarations, documents, boilerplate };

/// Whether the words that name a speaker lead to one person: one does, several fit, one is named but nobody is known
/// by it, a group or body is named, or no words name anybody.
enum class Resolution { resolved, ambiguous, unresolved, collective, unnamed };

/// What a title says beyond its role: "Interim Director", "Acting Head of Service", "Deputy Clerk".
struct RoleFlags {
    bool interim = false, acting = false, deputy = false;

    bool operator==(const RoleFlags&) const = default;
};

/// How a value is printed in JSON, facets and queries: lower case with hyphens ("vice-chair", "agenda-note", "explicit").
[[nodiscard]] std::string_view name_of(PassageKind kind);
[[nodiscard]] std::string_view name_of(Role role);
[[nodiscard]] std::string_view name_of(Act act);
[[nodiscard]] std::string_view name_of(Attribution attribution);
[[nodiscard]] std::string_view name_of(Evidence evidence);  ///< "" for none
[[nodiscard]] std::string_view name_of(Status status);
[[nodiscard]] std::string_view name_of(Zone zone);
[[nodiscard]] std::string_view name_of(Resolution resolution);
[[nodiscard]] std::optional<PassageKind> passage_kind_named(std::string_view name);
[[nodiscard]] std::optional<Role> role_named(std::string_view name);
[[nodiscard]] std::optional<Zone> zone_named(std::string_view name);

/// One turn of speech in a passage, in order of appearance, and what the attribution rests on.
struct Speaker {
    Role role = Role::unattributed;
    Act act = Act::statement;
    Attribution attribution = Attribution::explicit_;
    std::string person;  ///< the name as the attendance list prints it; empty if the text identifies nobody
    Span surface;        ///< the words that name the speaker ("The DCS"); empty span if none
    std::string title = {};        ///< the post that led to the role, as the text or the list prints it; empty if none did
    RoleFlags flags = {};
    Resolution resolution = Resolution::unnamed;
    std::string_view rule = {};    ///< id of the rule that decided, docs/segmentation.md; static storage
    Span evidence = {};            ///< what the rule rests on: the list's entry, the lead-in, the definition; empty if the surface is all
    std::vector<std::string> candidates = {};  ///< all who fit, where the resolution is ambiguous
};

/// The unit of search: one paragraph, bullet, lettered comment, decision block, action line or attendance list.
struct Passage {
    PassageKind kind = PassageKind::discussion;
    std::vector<Span> parts;  ///< at least one, in order, disjoint; more than one when a page break cuts it
    Span marker;              ///< the printed number or bullet with its spacing at the start of parts[0]; may be empty
    std::string number;       ///< "3.1", "i)", "a)"; empty for bullets and unnumbered paragraphs
    bool incomplete = false;  ///< the source cuts the text short here
    std::vector<Speaker> speakers;
    Zone zone = Zone::minutes;
};

/// Numbers for, against and abstaining as the text states them, and its words ("unanimously", "nem con", "carried").
/// Nothing is inferred: "unanimous" gives no number, and a list of names none that is not printed.
struct Vote {
    std::optional<int> in_favour, against, abstained;
    std::vector<std::string> voted_for, voted_against, abstainers;  ///< of a recorded vote, named as movers are
    std::string words;   ///< as printed, those that stand apart joined by ", "
    bool lost = false;   ///< the text says that the motion or amendment was lost
    Span at;             ///< from the first to the last of what was read; empty if the text states no vote
};

/// What a decision or action came to, a row a limb: "RESOLVED: (a) ...; (b) ..." gives two. Mover, seconder and vote of
/// a block stand in each of its rows, so that a row can be read alone; `Vote::at` tells that it is one vote.
struct Outcome {
    /// moved: a motion of which the text does not say what became of it.
    enum class Kind { resolved, agreed, recommended, noted, ordered, lost, moved, action };
    Kind kind = Kind::resolved;
    std::size_t passage = 0;     ///< index in Item::passages
    std::string limb;            ///< "a", "2", "iv" without brackets, "1(a)" in a limb; empty where the decision has no limbs
    std::vector<Span> parts;     ///< the text of the row, without its marker
    std::string mover, seconder; ///< as the list prints them, else as printed; empty if not stated
    Vote vote;
    std::string owner;           ///< of an action, as printed; empty if not stated
    std::string owner_person;    ///< the one person of the meeting whom `owner` means, as the list prints the name; else empty
    std::string due;             ///< YYYY-MM-DD where a day is stated, else the words ("by the next meeting"); empty if not stated
};

/// A turn of a passage of this item: speakers[turn] of passages[passage].
struct TurnAt {
    std::size_t passage = 0, turn = 0;

    auto operator<=>(const TurnAt&) const = default;
};

/// A question and the turns that answer it, in order; without any it stands unanswered. A concern is here only if answered.
struct Exchange {
    TurnAt question;
    std::vector<TurnAt> answers;
    std::string_view rule;       ///< id of the rule that linked them, docs/segmentation.md; static storage
};

struct Item {
    std::string number;       ///< without its final dot: "19", "SPCLL.25"; that of its paragraphs ("3") if none is printed
    std::string title;        ///< one line, white space collapsed; empty for attendance, apologies lists, the close
    std::vector<Span> heading;  ///< where number and title are printed
    PassageKind kind = PassageKind::procedural;
    bool incomplete = false;  ///< the source cuts this item short
    std::vector<Passage> passages;
    std::vector<Outcome> outcomes = {};    ///< in order of appearance
    std::vector<Exchange> exchanges = {};  ///< in the order of their questions
};

struct Person {
    std::string name;         ///< as printed, with its honorific: "Councillor Thorne", "Ms A B Marlow"
    std::string post;         ///< as printed: "Interim Director of Children's Services"; may be empty
    Role role = Role::unattributed;
    Status status = Status::present;
    Span at;                  ///< the name in the attendance list
    RoleFlags flags = {};
};

/// A fact of the meeting's head and what it rests on. `value` is empty when the text does not say.
struct Fact {
    std::string value;
    Evidence evidence = Evidence::none;
    Span at;                  ///< the words that it rests on; empty when given by the user
};

struct Meeting {
    Fact council, committee;
    Fact date;                ///< YYYY-MM-DD
    Fact start, end;          ///< HH:MM, 24 hours
    Fact venue, chair;
    std::vector<Span> head;   ///< the lines before the first item or attendance list, where committee and date stand
    std::vector<Person> people;
    std::vector<Item> items;
};

[[nodiscard]] std::string_view name_of(Outcome::Kind kind);

/// The text of a passage as it is shown, searched and counted: its parts without the marker, joined by one space.
[[nodiscard]] std::string passage_text(std::string_view doc_text, const Passage& passage);

}  // namespace minutes
