#include "analyzers/people/role_titles.hpp"

#include "analyzers/speech/speech_verbs.hpp"
#include "analyzers/tables.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace minutes {

extern const std::string_view k_roles_tsv, k_title_heads_tsv;

namespace {

struct RoleRow {
    Role role = Role::unattributed;
    bool chair = false;   ///< the role depends on whose chair it is
    Pattern pattern;
};

Role role_of_cell(std::string_view cell) {
    std::string name(cell);
    std::replace(name.begin(), name.end(), '_', '-');
    return role_named(name).value_or(Role::unattributed);
}

const std::vector<RoleRow>& role_rows() {
    static const std::vector<RoleRow> rows = [] {
        std::vector<RoleRow> result;
        for (const TableRow& row : table_rows(k_roles_tsv, 2)) result.push_back({role_of_cell(row[0]), row[0] == "chair?", parse_pattern(row[1])});
        return result;
    }();
    return rows;
}

/// The rows by a word that each of them needs, so that a title is compared with those alone that have one of its words.
struct RoleIndex {
    std::unordered_map<std::string_view, std::vector<std::size_t>> by_word;
    std::vector<std::size_t> any;  ///< rows that need no word
};

const RoleIndex& role_index() {
    static const RoleIndex index = [] {
        RoleIndex made;
        for (std::size_t i = 0; i < role_rows().size(); ++i) {
            const Pattern& pattern = role_rows()[i].pattern;
            const auto needed = std::find_if(pattern.begin(), pattern.end(), [](const PatternStep& step) {
                return step.kind == PatternStep::word && std::find(step.any_of.begin(), step.any_of.end(), "") == step.any_of.end(); });
            if (needed == pattern.end()) made.any.push_back(i);
            else for (const std::string_view word : needed->any_of) made.by_word[word].push_back(i);
        }
        return made;
    }();
    return index;
}

/// The rows that may fit a title of these words, in the order of the table.
std::vector<std::size_t> rows_with(const Words& words) {
    std::vector<std::size_t> rows = role_index().any;
    for (const std::string_view word : words)
        if (const auto found = role_index().by_word.find(word); found != role_index().by_word.end()) rows.insert(rows.end(), found->second.begin(), found->second.end());
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

constexpr std::size_t kNoRow = std::string_view::npos;

/// The first row that fits the words, or kNoRow.
std::size_t row_of(const Words& words) {
    for (const std::size_t i : rows_with(words))
        if (occurs(role_rows()[i].pattern, words)) return i;
    return kNoRow;
}

/// The same; a document names few titles, each of them again and again, so each is looked for once. `title`: the words joined.
std::size_t known_row_of(const std::string& title) {
    constexpr std::size_t kMostTitles = 4096;
    thread_local WordMap<std::size_t> rows;
    if (const auto known = rows.find(title); known != rows.end()) return known->second;
    if (rows.size() >= kMostTitles) rows.clear();
    return rows.emplace(title, row_of(split_words(title))).first->second;
}

/// Joins the words that tell something by single spaces.
void add_to_title(std::string& title, std::string_view word) {
    if (is_one_of(word, {"interim", "acting", "temporary", "joint", "the", "statutory"})) return;
    if (!title.empty()) title += ' ';
    title += word;
}

/// Words that tell nothing about whose chair it is: "the Scrutiny Committee", "this meeting".
bool names_no_body(std::string_view word) {
    return is_one_of(word, {"of", "the", "this", "our", "for", "and", "in", "committee", "panel", "meeting", "scrutiny", "overview", "select", "full",
                            "council", "town", "parish", "county", "city", "borough", "district", "community", "board", "cabinet", "authority",
                            "executive", "forum", "sub", "presiding", "interim", "acting", "elected", "appointed", "to", "as", "newly", "new", "children", "young", "people", "a"});
}

/// "Chair of X": of this body, of another committee (a councillor who visits), or of an outside board.
Role chair_role(const Words& words, std::string_view committee) {
    const auto head = std::find_if(words.begin(), words.end(), [](std::string_view word) {
        return is_one_of(word, {"chair", "chairman", "chairwoman", "chairperson", "convener", "convenor", "president", "presiding", "chairs", "chairmen"});
    });
    const Lexemes own = lexemes_of(committee, {0, static_cast<std::uint32_t>(committee.size())});
    Words strange;
    for (auto word = words.begin(); word != words.end(); ++word) {
        const bool telling = !committee.empty() && is_one_of(*word, {"children", "young", "people"});   // of a committee that is not theirs
        if (word == head || (!telling && names_no_body(*word))) continue;
        if (std::none_of(own.begin(), own.end(), [&](const Lexeme& lexeme) { return lexeme.form == *word; })) strange.push_back(*word);
    }
    if (strange.empty() || head == words.end()) return Role::chair;
    const bool committee_like = std::any_of(words.begin(), words.end(), [](std::string_view word) { return is_one_of(word, {"committee", "scrutiny", "panel", "cabinet", "council"}); });
    return committee_like ? Role::visiting_member : Role::external;
}

Role role_of_joined(const std::string& title, std::string_view committee) {
    const std::size_t row = known_row_of(title);
    if (row == kNoRow) return Role::unattributed;
    return role_rows()[row].chair ? chair_role(split_words(title), committee) : role_rows()[row].role;
}

struct HeadRow {
    bool common = false;
    bool before = false;  ///< counts only in front of one of `near`
    bool last = false;    ///< counts only where no capital follows
    Words near;
};

struct TitleWords {
    std::unordered_map<std::string_view, HeadRow> heads;
    std::unordered_set<std::string_view> qualifiers;
};

const TitleWords& title_words() {
    static const TitleWords table = [] {
        TitleWords words;
        for (const TableRow& row : table_rows(k_title_heads_tsv, 3)) {
            if (row[1] == "qualifier") { words.qualifiers.insert(row[0]); continue; }
            HeadRow head;
            head.common = row[1] == "common";
            head.before = !row[2].empty() && row[2].front() == '>';
            head.last = !row[2].empty() && row[2].front() == '!';
            if (!row[2].empty()) head.near = split_words(row[2].substr(head.before || head.last ? 1 : 0), '|');
            words.heads.emplace(row[0], std::move(head));
        }
        return words;
    }();
    return table;
}

const WordSet kHeads([] {
    Words words;
    for (const auto& [word, row] : title_words().heads) words.push_back(word);
    return words;
});

const WordSet kQualifiers([] { return Words(title_words().qualifiers.begin(), title_words().qualifiers.end()); });

bool contains(const Words& words, std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); }

/// Whether lexeme `i` is a head of the title that starts at `begin`.
bool head_at(const Lexemes& lexemes, std::size_t i, std::size_t begin, std::size_t end) {
    if (!kHeads.has(lexemes[i])) return false;
    const auto row = title_words().heads.find(lexemes[i].form);
    if (lexemes[i].form == "constable" && i > begin && !is_one_of(lexemes[i - 1].form, {"chief", "special", "deputy", "assistant", "detective", "police", "parish", "temporary"})) return false;  // "John Constable"
    if (lexemes[i].form == "partner" && lexemes[i].capital && i + 1 < end && lexemes[i + 1].form == "at") return true;   // "Partner at KPMG"
    if (lexemes[i].form == "ad" && !lexemes[i].upper) return false;
    if (lexemes[i].form == "head" && lexemes[i].capital && i > begin && is_one_of(lexemes[i - 1].form, {"school", "section", "department", "division", "unit"})) return true;  // "Virtual School Head"
    if (lexemes[i].form == "police" && i + 2 < end && lexemes[i + 1].form == "and" && lexemes[i + 2].form == "crime") return false;
    if (row->second.last && (i + 1 >= end || !lexemes[i + 1].capital || lexemes[i + 1].form == "and")) return true;
    if (row->second.last) return i > begin && contains(row->second.near, lexemes[i - 1].form);
    if (row->second.near.empty()) return true;
    if (row->second.before) return i + 1 < end && contains(row->second.near, lexemes[i + 1].form);
    return i > begin && contains(row->second.near, lexemes[i - 1].form);
}

const WordSet kConnectors = {"and", "of", "for", "the", "to", "with"};
bool is_connector(const Lexeme& lexeme) { return kConnectors.has(lexeme); }

bool may_qualify(const Lexeme& lexeme) { return lexeme.word && (lexeme.capital || kQualifiers.has(lexeme)); }

/// One past the head of the title that starts at `begin`, or `begin`. Modifiers are capitals or known qualifiers;
/// a head that is followed by another head goes on ("Assistant Director", "Chief Executive Officer").
std::size_t head_end(const Lexemes& lexemes, std::size_t begin, std::size_t end) {
    constexpr std::size_t kMostModifiers = 9;
    for (std::size_t i = begin; i < std::min(end, begin + kMostModifiers); ++i) {
        if (head_at(lexemes, i, begin, end)) {
            while (i + 1 < end && lexemes[i + 1].breaks < 2 && head_at(lexemes, i + 1, begin, end) && lexemes[i + 1].capital == lexemes[i].capital) ++i;
            return i + 1;
        }
        const bool link = (lexemes[i].form == "and" || lexemes[i].form == "of") && i > begin && lexemes[i - 1].capital && i + 1 < end && lexemes[i + 1].capital;
        if (!link && !may_qualify(lexemes[i]) && !(lexemes[i].joined && i > begin)) break;   // "Well-being Manager"
    }
    return begin;
}

const WordSet kPersons = {"councillor", "councillors", "cllr", "cllrs", "clr", "cr", "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame",
                                   "lord", "lady", "rev", "revd", "reverend", "ald", "alderman", "aldermen", "cyng"};
bool starts_a_person(const Lexeme& lexeme) { return lexeme.capital && kPersons.has(lexeme); }

/// Whether the words from `i` go on with a complement: capitals that start neither a person nor another title.
bool goes_on(const Lexemes& lexemes, std::size_t i, std::size_t end) {
    std::size_t links = 0;
    while (i < end && is_connector(lexemes[i]) && !lexemes[i].capital && links < 3) ++i, ++links;
    if (i >= end || !lexemes[i].word || !lexemes[i].capital || lexemes[i].breaks >= 2) return false;
    if (starts_a_person(lexemes[i])) return false;
    const std::size_t head = head_end(lexemes, i, end);
    const bool linked = std::any_of(lexemes.begin() + static_cast<std::ptrdiff_t>(i), lexemes.begin() + static_cast<std::ptrdiff_t>(std::max(head, i)), [](const Lexeme& l) { return l.form == "and" && !l.capital; });
    return head == i || linked || (links == 1 && lexemes[i - 1].form == "of");  // "Corporate Services and Treasurer" starts no title
}

/// One past a comma list of departments: "Director of Children, Families and Communities". Only taken when an "and"
/// or a comma ends it, else the comma opens something else ("the Director of Finance, Highways England said").
std::size_t list_end(const Lexemes& lexemes, std::size_t comma, std::size_t end) {
    std::size_t i = comma + 1;
    if (!goes_on(lexemes, i, end) || is_connector(lexemes[i])) return comma;
    while (i < end && lexemes[i].word && (lexemes[i].capital || is_connector(lexemes[i]))) {
        if (lexemes[i].form == "and" && goes_on(lexemes, i, end)) return i + 2;
        ++i;
    }
    if (i >= end || lexemes[i].form != ",") return comma;
    const std::size_t further = list_end(lexemes, i, end);
    return further > i ? further : comma;
}

std::size_t bracket_end(const Lexemes& lexemes, std::size_t open, std::size_t end) {
    for (std::size_t i = open + 1; i < std::min(end, open + 12); ++i)
        if (lexemes[i].form == ")") return i + 1;
    return open;
}

/// "the Commissioners' office", "the Leader's office" at the end of a complement: one past the noun, or `i`.
std::size_t owned_end(const Lexemes& lexemes, std::size_t i, std::size_t end) {
    std::size_t noun = i;
    if (lexemes[i].form == "'" && i > 0 && lexemes[i - 1].form.ends_with('s')) ++noun;
    else if (i == 0 || !lexemes[i - 1].form.ends_with("'s")) return i;
    return noun < end && is_one_of(lexemes[noun].form, {"office", "team", "service", "department", "group", "panel"}) ? noun + 1 : i;
}

/// "the Corporate Director, Roads and Parks introduced": one past the department between a bare title's comma and its verb, or `comma`.
std::size_t department_end(const Lexemes& lexemes, std::size_t comma, std::size_t end) {
    constexpr std::size_t kLongest = 8;  // lexemes
    std::size_t i = comma + 1;
    if (!lexemes[comma - 1].capital || !goes_on(lexemes, i, end) || is_connector(lexemes[i])) return comma;
    while (i < end && i < comma + kLongest && lexemes[i].word && (lexemes[i].capital || is_connector(lexemes[i]))) ++i;
    return i < end && is_speech_verb(lexemes[i]) && lexemes[i].breaks == 0 && lexemes[i - 1].capital ? i : comma;
}

/// One past the complement of a title whose head ends at `i`.
std::size_t complement_end(const Lexemes& lexemes, std::size_t i, std::size_t end) {
    const std::size_t head = i;
    while (i < end) {
        const Lexeme& next = lexemes[i];
        if (next.word && next.joined && i > 0 && lexemes[i - 1].capital) {   // "Health and Well-being"
            ++i;
            continue;
        }
        const bool number = next.word && next.form.find_first_not_of("0123456789") == std::string::npos;
        if (number && i > 0 && lexemes[i - 1].capital && i + 1 < end && is_one_of(lexemes[i + 1].form, {")", ","})) {   // "(Head of Skills and Post 16)"
            ++i;
            continue;
        }
        if (next.form == "(" && i + 2 < end && lexemes[i + 1].upper && lexemes[i + 2].form == ")" && i > 0 && is_one_of(lexemes[i - 1].form, {"chair", "chairman", "chairperson", "convener", "convenor", "secretary", "treasurer", "clerk"})) return i;   // "Ann Hay - Chair (AH)"
        if (next.form == "(" && i + 1 < end && (lexemes[i + 1].capital || lexemes[i + 1].form == "s151") && !starts_a_person(lexemes[i + 1])) {
            const std::size_t close = bracket_end(lexemes, i, end);
            if (close == i) return i;
            i = close;
        } else if (next.word && next.capital && !is_connector(next)) {
            if (!goes_on(lexemes, i, end)) return i;
            ++i;
        } else if (next.form == "in" && i > 0 && is_one_of(lexemes[i - 1].form, {"consultant", "registrar", "specialist"}) && goes_on(lexemes, i + 1, end)) {
            ++i;
        } else if (next.form == "at" && i > 0 && lexemes[i - 1].form == "partner" && goes_on(lexemes, i + 1, end)) {
            ++i;
        } else if (is_connector(next) || next.form == "-") {
            if (!goes_on(lexemes, next.form == "-" ? i + 1 : i, end)) return i;
            ++i;
            while (i < end && is_connector(lexemes[i])) ++i;
        } else if (const std::size_t owned = owned_end(lexemes, i, end); owned != i) {
            i = owned;
        } else if (next.form == ",") {
            const std::size_t further = std::max(list_end(lexemes, i, end), i == head ? department_end(lexemes, i, end) : i);
            if (further == i) return i;
            i = further;
        } else {
            return i;
        }
    }
    return i;
}

/// One past a complement in lower case: "the director of children's services stated". Only where the words lead straight
/// to a verb, a comma or the end; else `i`.
std::size_t plain_complement_end(const Lexemes& lexemes, std::size_t i, std::size_t end) {
    constexpr std::size_t kMostWords = 12;
    const std::string_view head = lexemes[i - 1].form;
    if (lexemes[i - 1].capital || !is_one_of(head, {"director", "directors", "member", "members", "holder", "head", "chair", "chairman", "chairperson", "leader", "manager", "agent", "architect", "representative", "solicitor"})) return i;
    const bool bare = (head == "member" || head == "holder") && i < end && lexemes[i].word;  // "the cabinet member children's services"
    if (i >= end || !(bare || is_one_of(lexemes[i].form, {"of", "for"}))) return i;
    for (std::size_t k = bare ? i : i + 1; k < std::min(end, i + kMostWords); ++k) {
        const std::string_view form = lexemes[k].form;
        const bool verb = is_speech_verb(lexemes[k]) || is_one_of(form, {"was", "were", "had", "has", "would", "also", "then", "and"});
        if (verb && form != "and" && !is_one_of(form, {"in", "of"})) return lexemes[k - 1].word ? k : k - 1;
        if (lexemes[k].capital && k > i + 1 && lexemes[i].form != "for" && lexemes[i].form != "of") return i;
        if (!lexemes[k].word && form != ",") return k;
        if (is_one_of(form, {"a", "an", "more", "further", "this", "that", "his", "her", "their", "who", "which", "to", "in", "at", "by", "from", "about", "on", "as", "with", "is", "information",
                             "clarification", "he", "she", "they", "it", "be", "or"})) return i;
    }
    return i;
}

/// A title in lower case needs its article ("the clerk"), unless its head is common ("officers").
bool introduced(const Lexemes& lexemes, std::size_t i, std::size_t head) {
    if (std::any_of(lexemes.begin() + static_cast<std::ptrdiff_t>(i), lexemes.begin() + static_cast<std::ptrdiff_t>(head), [](const Lexeme& l) { return l.capital; })) return true;
    if (title_words().heads.at(lexemes[head - 1].form).common) return true;
    if (i >= 2 && head == i + 1 && lexemes[i - 1].form == "," && lexemes[i - 2].capital) return true;   // "Mr Reed, agent for the applicant,"
    return i > 0 && is_one_of(lexemes[i - 1].form, {"the", "our", "a", "an", "this", "its", "council's"});
}

}  // namespace

Words words_of(const Lexemes& lexemes, Range range) {
    Words words;
    words.reserve(range.end - std::min(range.begin, range.end));
    for (std::size_t i = range.begin; i < std::min(range.end, lexemes.size()); ++i)
        if (lexemes[i].word) words.push_back(lexemes[i].form);
    return words;
}

bool is_title_head(std::string_view form) { return title_words().heads.contains(form); }
bool is_title_head(const Lexeme& lexeme) { return kHeads.has(lexeme); }
WordBits title_bits() { return kHeads.bit() | kQualifiers.bit(); }
bool may_start_title(const Lexeme& lexeme) { return lexeme.word && (lexeme.capital || kQualifiers.has(lexeme) || kHeads.has(lexeme)); }

Role role_of_title(const Words& printed, std::string_view committee) {
    std::string title;
    for (const std::string_view word : printed) add_to_title(title, word);
    return role_of_joined(title, committee);
}

Role role_of_title(const Lexemes& lexemes, Range range, std::string_view committee) {
    std::string title;
    for (std::size_t i = range.begin; i < std::min(range.end, lexemes.size()); ++i)
        if (lexemes[i].word) add_to_title(title, lexemes[i].form);
    return role_of_joined(title, committee);
}

Role role_of_title(std::string_view title, std::string_view committee) {
    const Lexemes lexemes = lexemes_of(title, {0, static_cast<std::uint32_t>(title.size())});
    return role_of_title(lexemes, {0, lexemes.size()}, committee);
}

std::optional<Title> title_at(const Lexemes& lexemes, std::size_t i, std::size_t end, std::string_view committee) {
    if (i >= end || !may_qualify(lexemes[i])) {
        if (i >= end || !lexemes[i].word || !head_at(lexemes, i, i, end)) return std::nullopt;
    }
    const std::size_t head = head_end(lexemes, i, end);
    if (head == i || !introduced(lexemes, i, head)) return std::nullopt;
    Title title;
    title.core = {i, head};
    title.at = {i, complement_end(lexemes, head, end)};
    const bool names_no_person = !(lexemes[head - 1].upper && is_one_of(lexemes[head - 1].form, {"dcs", "ceo", "cfo"}));
    if (!names_no_person && title.at.end > head && lexemes[head].capital) title.at.end = head;   // "DCS Ann Hay": an acronym runs into a name
    const bool divided = title.at.end == head && head + 1 < end && lexemes[head].form == ":" && i > 0 && lexemes[i - 1].form == ",";
    if (divided && goes_on(lexemes, head + 1, end)) title.at.end = complement_end(lexemes, head + 1, end);   // "Ann Hay, Director: Children and Families,"
    if (title.at.end == head) title.at.end = plain_complement_end(lexemes, head, end);
    title.role = role_of_title(lexemes, title.at, committee);
    if (title.role == Role::unattributed) return std::nullopt;
    return title;
}

}  // namespace minutes
