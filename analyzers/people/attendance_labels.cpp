#include "analyzers/people/attendance_labels.hpp"

#include "analyzers/people/person_names.hpp"
#include "analyzers/tables.hpp"

#include <algorithm>
#include <unordered_set>

namespace minutes {

extern const std::string_view k_attendance_labels_tsv, k_parties_tsv;

namespace {

struct LabelRow {
    Pattern pattern;
    ListLabel label;
};

const std::vector<LabelRow>& label_rows() {
    static const std::vector<LabelRow> rows = [] {
        std::vector<LabelRow> result;
        for (const TableRow& row : table_rows(k_attendance_labels_tsv, 3)) {
            ListLabel label;
            label.nobody = row[1] == "nobody";
            label.status = row[1] == "apologies" ? Status::apologies : row[1] == "in-attendance" ? Status::in_attendance : Status::present;
            label.councillors_too = row[2].ends_with('!');
            label.role = role_named(row[2].substr(0, row[2].size() - (label.councillors_too ? 1 : 0))).value_or(Role::unattributed);
            result.push_back({parse_pattern(row[0]), label});
        }
        return result;
    }();
    return rows;
}

}  // namespace

bool is_bullet(const Lexeme& lexeme) { return lexeme.form == "•" || lexeme.form == "·" || lexeme.form == "\xEF\x82\xB7" || lexeme.form == "o"; }

bool any_word(const Words& words, std::initializer_list<std::string_view> list) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); });
}

std::string one_line(std::string_view raw) {
    std::string line;
    line.reserve(raw.size());
    for (const char c : raw) {
        const bool blank = c == '\n' || c == ' ' || c == '\t' || c == '\r' || c == '*';
        if (!blank) line += c;
        else if (!line.empty() && line.back() != ' ' && c != '*') line += ' ';
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

std::size_t with_service(const Lexemes& lexemes, std::size_t i) {
    if (i + 1 >= lexemes.size() || lexemes[i].form != "," || lexemes[i + 1].breaks > 0 || bare_name_at(lexemes, i + 1, lexemes.size(), true)) return i;
    std::size_t end = i + 1;
    for (; end < lexemes.size() && (end == i + 1 || lexemes[end].breaks == 0); ++end) {
        const Lexeme& next = lexemes[end];
        if (next.form == "(") return end;
        const bool link = end > i + 1 && is_one_of(next.form, {"and", "of", "for", "the"});
        if (!next.word || !(next.capital || link) || honorific_of(next.form) != Honorific::none) return i;
    }
    return end;
}

bool names_office(const Words& words) {
    const Role role = role_of_title(words, {});
    return role == Role::clerk || role == Role::chief_executive || role == Role::director || role == Role::dcs || role == Role::assistant_director || role == Role::head_of_service;
}

bool are_initials(std::string_view letters, std::string_view person) {
    const NameParts name = parse_name(person);
    return letters.size() >= 2 && !name.given.empty() && !name.surname.empty() && letters.front() == name.given.front().front() &&
           name.surname.find(letters.back()) != std::string::npos;
}

bool is_party(const Words& words) {
    static const std::unordered_set<std::string_view> parties = [] {
        std::unordered_set<std::string_view> set;
        for (const TableRow& row : table_rows(k_parties_tsv, 1))
            for (const std::string_view word : split_words(row[0])) set.insert(word);
        return set;
    }();
    return !words.empty() && std::all_of(words.begin(), words.end(), [](std::string_view word) { return parties.contains(word); });
}

bool is_attendance_note(const Words& words) {
    if (!words.empty() && is_one_of(words.front(), {"for", "sub"})) return true;        // "Cllr Hay (for Cllr Ford)"
    if (any_word(words, {"place"}) && any_word(words, {"in", "taking", "took"})) return true;  // but "Director of Place"
    if (any_word(words, {"secretary", "taker", "clerk", "taking"})) return false;               // "Minutes Secretary"
    return any_word(words, {"substitute", "substituting", "until", "arrived", "left", "part", "item", "items", "minute", "minutes", "pm", "am", "virtual", "virtually",
                                "remote", "remotely", "teams", "zoom", "online", "departed", "joined", "from", "behalf", "apologies", "attended", "attends", "substituted", "substitutes", "substitution", "deputised", "deputising", "absence", "represented", "representing"});
}

std::optional<ListLabel> list_label(const Lexemes& lexemes, Range range) {
    const Words words = words_of(lexemes, range);
    if (words.empty() || words.size() > 10) return std::nullopt;
    for (const LabelRow& row : label_rows())
        if (occurs(row.pattern, words)) return row.label;
    return std::nullopt;
}

bool joins_lines(const Lexemes& lexemes, std::size_t i) {
    const std::string_view before = lexemes[i - 1].form;
    return before == "for" || before == "of" || before == "and" || before == "with" || before == "the" || before == "&";
}

bool runs_over_line(const Lexemes& lexemes, std::size_t i) {
    if (i + 1 >= lexemes.size() || lexemes[i].breaks > 0 || lexemes[i + 1].breaks == 0 || !lexemes[i + 1].capital) return false;
    const std::string_view last = lexemes[i].form;
    return (last == "for" || last == "of" || last == "with") && honorific_of(lexemes[i + 1].form) == Honorific::none;
}

}  // namespace minutes
