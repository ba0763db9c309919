#include "analyzers/speech/chair_changes.hpp"

#include "analyzers/people/patterns.hpp"
#include "analyzers/tables.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

namespace minutes {

extern const std::string_view k_chair_changes_tsv;

namespace {

struct ChangeRow {
    std::vector<Words> words;  ///< the alternatives of each place
    std::size_t anchor = 0;    ///< the place of the word behind *
    bool leaves = false, elects = false, named_after = false;
    Words behind;              ///< one of them stands before the person; any word may if there are none
};

struct ChangeTable {
    std::vector<ChangeRow> rows;
    std::unordered_multimap<std::string_view, std::size_t> by_anchor;
    std::array<bool, 256> initials{};  ///< of the anchors: most words are passed over by their first letter
};

ChangeRow change_row(const TableRow& cells) {
    ChangeRow row;
    row.leaves = cells[1] == "leaves";
    row.elects = cells[1] == "elects";
    row.named_after = cells[2] == "after";
    if (cells.size() > 3 && !cells[3].empty()) row.behind = split_words(cells[3], '|');
    for (std::string_view cell : split_words(cells[0])) {
        if (cell.starts_with('*')) {
            row.anchor = row.words.size();
            cell.remove_prefix(1);
        }
        row.words.push_back(split_words(cell, '|'));
    }
    return row;
}

const ChangeTable& changes() {
    static const ChangeTable table = [] {
        ChangeTable result;
        for (const TableRow& cells : table_rows(k_chair_changes_tsv, 3)) {
            result.rows.push_back(change_row(cells));
            const ChangeRow& row = result.rows.back();
            for (const std::string_view anchor : row.words[row.anchor]) {
                result.by_anchor.emplace(anchor, result.rows.size() - 1);
                result.initials[static_cast<unsigned char>(anchor.front())] = true;
            }
        }
        return result;
    }();
    return table;
}

/// Where a row's words stand if its anchor is the lexeme at `i`.
std::optional<Range> words_at(const Clause& clause, const ChangeRow& row, std::size_t i) {
    if (i < clause.in.begin + row.anchor) return std::nullopt;
    const Range words{i - row.anchor, i - row.anchor + row.words.size()};
    if (words.end > clause.in.end) return std::nullopt;
    for (std::size_t k = 0; k < row.words.size(); ++k)
        if (std::find(row.words[k].begin(), row.words[k].end(), clause.form(words.begin + k)) == row.words[k].end()) return std::nullopt;
    return words;
}

bool is_one_person(const Mention* mention) { return mention && (mention->kind == Mention::name || mention->kind == Mention::post); }

/// The person just before `i`: commas, brackets, adverbs and "who", "was" may stand between, nothing else.
const Mention* person_before(const Clause& clause, std::size_t i) {
    constexpr std::size_t kMostBetween = 5;
    for (std::size_t k = i; k > clause.in.begin && i - k < kMostBetween; --k) {
        if (const Mention* mention = clause.ending_at(k)) return is_one_person(mention) ? mention : nullptr;
        const std::string_view between = clause.form(k - 1);
        if (!is_adverb(between) && !is_one_of(between, {",", "(", ")", "-", ":", "who", "was", "were", "be", "duly", "being"})) return nullptr;
    }
    return nullptr;
}

bool stands_behind(const Clause& clause, const ChangeRow& row, const Mention& who) {
    if (row.behind.empty()) return true;
    return who.at.begin > clause.in.begin && std::find(row.behind.begin(), row.behind.end(), clause.form(who.at.begin - 1)) != row.behind.end();
}

/// Whether the words behind say that it is another body's chair, or another meeting's.
bool is_elsewhere(const Clause& clause, std::size_t end) {
    if (clause.form(end) == "of" && !is_one_of(clause.form(end + 2), {"meeting", "proceedings", "council", "committee", "panel", "board"})) return true;
    if (clause.form(end) == "over" && !is_one_of(clause.form(end + 2), {"meeting", "proceedings", "item", "session"})) return true;
    if (is_one_of(clause.form(end), {"with", "between", "held", "about"})) return true;
    for (std::size_t k = end + 1; k < end + 8 && !is_one_of(clause.form(k), {",", ".", ";", "and"}); ++k) {
        const bool body = is_one_of(clause.form(k), {"committee", "panel", "board", "group", "forum", "trust", "partnership", "party", "charity", "association"});
        if (body && !is_one_of(clause.form(k - 1), {"the", "this"})) return true;
    }
    for (std::size_t k = end; k < end + 4; ++k)
        if (is_one_of(clause.form(k), {"next", "last", "previous", "future"}) && clause.form(k + 1) != "year") return true;
    return false;
}

/// "took the chair for this item", "for consideration of the application".
bool is_for_item(const Clause& clause, Range words) {
    for (std::size_t k = words.end - 1; k < words.end + 6; ++k) {
        if (is_one_of(clause.form(k), {"remainder", "rest", "meeting", ".", ";"})) return false;
        if (is_one_of(clause.form(k), {"item", "application", "matter", "consideration", "minute", "agenda"})) return true;
    }
    return false;
}

/// The change that the anchor at `i` tells, by the row with the most words.
std::optional<ChairChange> change_at(const Clause& clause, std::size_t i) {
    std::optional<ChairChange> change;
    std::size_t longest = 0;
    const auto [first, last] = changes().by_anchor.equal_range(clause.form(i));
    for (auto it = first; it != last; ++it) {
        const ChangeRow& row = changes().rows[it->second];
        const auto words = words_at(clause, row, i);
        if (!words || row.words.size() <= longest || is_elsewhere(clause, words->end)) continue;
        const Mention* who = row.named_after ? clause.starting_at(words->end) : person_before(clause, words->begin);
        if (!is_one_person(who) || !stands_behind(clause, row, *who)) continue;
        change = {who, {std::min(who->at.begin, words->begin), std::max(who->at.end, words->end)}, row.leaves, row.elects, is_for_item(clause, *words)};
        longest = row.words.size();
    }
    return change;
}

}  // namespace

std::vector<ChairChange> chair_changes(const Clause& clause) {
    std::vector<ChairChange> found;
    for (std::size_t i = clause.in.begin; i < clause.in.end; ++i) {
        const std::string_view form = clause.lexemes[i].form;
        if (form.empty() || !changes().initials[static_cast<unsigned char>(form.front())]) continue;
        if (const auto change = change_at(clause, i)) found.push_back(*change);
    }
    return found;
}

}  // namespace minutes
