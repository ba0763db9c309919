#include "analyzers/outcomes/tasks.hpp"

#include "analyzers/outcomes/outcome_words.hpp"
#include "analyzers/people/patterns.hpp"
#include "analyzers/structure/plain_text.hpp"

#include <algorithm>

namespace minutes {
namespace {

constexpr std::size_t kLongestBracket = 60;  // lexemes

class TaskReader {
public:
    TaskReader(const MinuteText& minute, const std::optional<Date>& meeting_day) : minute_(minute), lexemes_(minute.lexemes), end_(minute.lexemes.size()), meeting_day_(meeting_day) {}

    std::vector<Task> read(bool is_action) {
        if (is_action && read_table()) return std::move(tasks_);
        for (std::size_t i = 0; i < end_;) {
            const std::size_t next = task_at(i);
            i = std::max(next, i + 1);
        }
        if (tasks_.empty() && is_action && end_ > 0) add(minute_.all(), minute_.all());
        if (tasks_.empty()) read_commissions();
        return std::move(tasks_);
    }

private:
    std::string_view form(std::size_t i) const { return minute_.form(i); }

    /// "ACTION: ...", "Action 3 – ...", "(Action: JS)", "AP1 – ...": reads to the end of the bracket or paragraph.
    std::size_t task_at(std::size_t i) {
        const std::size_t text = behind_label(i);
        if (text == 0) return 0;
        const bool bracket = i > 0 && is_one_of(form(i - 1), {"(", "["});
        std::size_t end = text;
        for (; end < end_ && !(bracket && end > text + kLongestBracket); ++end) {
            if (bracket && is_one_of(form(end), {")", "]"})) break;
            if (end > text && lexemes_[end].breaks > 0 && behind_label(end) != 0) break;
            if (end > text && is_one_of(form(end - 1), {".", ")"}) && behind_label(end) != 0) break;
        }
        if (bracket && (end == end_ || end > text + kLongestBracket)) return 0;
        if (end == text) return 0;
        add({i, end}, {text, end});
        if (bracket) take_sentence(tasks_.back(), i);
        return end;
    }

    /// "The wall would be mended. (Action: JS)": the task is what stands before the bracket.
    void take_sentence(Task& task, std::size_t label) const {
        if (task.owner.empty() || task.owner.end < task.text.end || label < 2) return;
        const std::size_t before = label - 1;
        task.text = {minute_.sentences[minute_.sentence_of(before - 1)].begin, before};
        if (task.due.empty()) task.due = due_in(minute_, task.text, meeting_day_);
    }

    /// The lexeme behind a label that opens a task at `i`; 0 if none does.
    std::size_t behind_label(std::size_t i) const {
        const bool opens = i == 0 || lexemes_[i].breaks > 0 || is_one_of(form(i - 1), {"(", "[", ".", "-", "\u2022", ")", "]"});
        if (!opens || !lexemes_[i].capital) return 0;
        if (const std::size_t point = action_point(i)) return point;
        const auto words = words_at(lexemes_, i, end_, OutcomeWord::action);
        if (!words) return 0;
        std::size_t at = words->end;
        if (at < end_ && at > i && is_digits(form(at))) ++at;
        const std::size_t marks = at;
        while (at < end_ && is_one_of(form(at), {":", "-", ".", ")", "("}) && at < marks + 3) ++at;
        const bool by = words->end > i + 1 && is_one_of(form(words->end - 1), {"by", "for", "owner"});
        if (at == marks && !by) return 0;
        return at < end_ ? at : 0;
    }

    /// "AP1 –", "AP 2:".
    std::size_t action_point(std::size_t i) const {
        const std::string_view word = form(i);
        if (!word.starts_with("ap") || !is_capital_word(i)) return 0;
        std::size_t at = i + 1;
        if (word == "ap" && is_digits(form(at))) ++at;
        else if (word.size() < 3 || !is_digits(word.substr(2))) return 0;
        while (at < end_ && is_one_of(form(at), {":", "-", ".", ")"})) ++at;
        return at < end_ ? at : 0;
    }

    bool is_capital_word(std::size_t i) const { return lexemes_[i].at.size() >= 2 && is_capital(minute_.text[lexemes_[i].at.begin]) && is_capital(minute_.text[lexemes_[i].at.begin + 1]); }
    static bool is_digits(std::string_view form) { return !form.empty() && form.size() <= 3 && form.find_first_not_of("0123456789") == std::string_view::npos; }

    void add(Range at, Range text) {
        while (!text.empty() && is_one_of(form(text.begin), {":", "-"})) ++text.begin;
        Task task{at, text, {}, {}, due_in(minute_, text, meeting_day_)};
        take_owners(task, text.begin);
        if (task.owner.empty()) take_owner_in_brackets(task);
        if (task.owner.empty()) take_last_owner(task);
        tasks_.push_back(std::move(task));
    }

    /// The names at the head of a task: "Andrea Clark (Completed)", "JS/AB", "Clerk and Cllr Hay to write".
    void take_owners(Task& task, std::size_t i) const {
        const std::size_t begin = i;
        while (i < task.text.end) {
            const std::size_t article = form(i) == "the" ? i + 1 : i;
            const auto name = owner_at(i < article && !minute_.mention_at(i) ? article : i, task.text.end);
            if (!name) break;
            task.owners.push_back(*name);
            i = name->at.end;
            task.owner = {begin, i};
            if (!is_one_of(form(i), {"and", "/", ",", ";"}) || i + 1 >= task.text.end || lexemes_[i].breaks > 0) break;
            ++i;
        }
        if (!task.owners.empty() && !ends_owner(task.owner.end, task.text)) task.owners.clear(), task.owner = {};
    }

    std::optional<Mention> owner_at(std::size_t i, std::size_t end) const {
        if (words_at(lexemes_, i, end, OutcomeWord::done)) return std::nullopt;
        if (const Mention* mention = minute_.mention_at(i); mention && mention->at.end <= end && mention->kind != Mention::pronoun) return *mention;
        const auto name = name_from(minute_, i, end);
        const bool one_word = name && name->bare_name && name->at.end == i + 1 && !lexemes_[i].upper;
        if (one_word && form(i + 1) == "to" && (!lexemes_[i + 2 < end ? i + 2 : i].word || !is_base_verb(i + 2))) return std::nullopt;   // "Write to the school"
        return name;
    }

    /// Behind an owner stands "to", a mark, "by 31 March", or nothing.
    bool ends_owner(std::size_t i, Range text) const {
        return i >= text.end || !lexemes_[i].word || lexemes_[i].breaks > 0 || is_one_of(form(i), {"to", "will", "by", "would", "shall", "before", "agreed"}) ||
               words_at(lexemes_, i, text.end, OutcomeWord::done);
    }

    /// "Write to the school (Clerk)", "... [JS]": the last bracket of the task.
    void take_owner_in_brackets(Task& task) const {
        std::size_t close = task.text.end;
        while (close > task.text.begin && is_one_of(form(close - 1), {".", ";"})) --close;
        if (close == task.text.begin || !is_one_of(form(close - 1), {")", "]"})) return;
        std::size_t open = close - 1;
        while (open > task.text.begin && open + 10 > close && !is_one_of(form(open), {"(", "["})) --open;
        if (!is_one_of(form(open), {"(", "["})) return;
        Task inner{task.at, {open + 1, close - 1}, {}, {}, {}};
        take_owners(inner, open + 1);
        if (inner.owner.end != close - 1 && !(inner.owner.end < close && form(inner.owner.end) == ",")) return;
        task.owners = std::move(inner.owners);
        task.owner = inner.owner;
    }

    /// Initials, or a name on its own line, at the end of a task: a right-hand column of owners.
    void take_last_owner(Task& task) const {
        const std::size_t end = task.text.end;
        if (end < task.text.begin + 3 || words_at(lexemes_, end - 1, end, OutcomeWord::done)) return;
        const auto name = name_until(minute_, task.text.begin, end);
        if (!name || (name->at.begin > task.text.begin && lexemes_[name->at.begin].breaks == 0 && !is_one_of(form(name->at.begin - 1), {".", "|", "-", "\u2013"}))) return;
        task.owners = {*name};
        task.owner = name->at;
    }

    /// "Clerk to write to the school.", "JS and the Clerk to meet.": a sentence whose only verb is "to".
    void read_commissions() {
        for (const Range sentence : minute_.sentences) {
            Task task{sentence, sentence, {}, {}, {}};
            take_owners(task, sentence.begin);
            if (task.owner.empty() || form(task.owner.end) != "to" || task.owner.end + 1 >= sentence.end) continue;
            const bool people = std::all_of(task.owners.begin(), task.owners.end(), [](const Mention& mention) {
                return mention.kind == Mention::post || mention.kind == Mention::name || (mention.kind == Mention::group && mention.role == Role::officer); });
            if (!people || !is_base_verb(task.owner.end + 1) || words_at(lexemes_, task.owner.end + 1, sentence.end, OutcomeWord::no_task) || has_finite_verb({task.owner.end, sentence.end})) continue;
            task.due = due_in(minute_, sentence, meeting_day_);
            tasks_.push_back(std::move(task));
        }
    }

    bool is_base_verb(std::size_t i) const { return i < end_ && lexemes_[i].word && !lexemes_[i].capital && !is_one_of(form(i), {"the", "a", "an", "his", "her", "their", "all", "any", "members", "councillors", "this", "that"}) && !is_digits(form(i)); }

    bool has_finite_verb(Range range) const {
        std::size_t clause = range.end;
        for (std::size_t i = range.begin; i < range.end; ++i) {
            if (is_one_of(form(i), {"that", "which", "who", "if", "when", "whether", "as", "where", "what", "how"})) clause = std::min(clause, i);
            if (i < clause && is_one_of(form(i), {"was", "were", "is", "are", "had", "has", "would", "said", "did"})) return true;
        }
        return false;
    }

    /// "Action | Owner | Due" with a row a line. Columns may be parted by pipes or tabs.
    bool read_table() {
        const std::vector<std::vector<Range>> rows = table();
        if (rows.size() < 2) return false;
        std::size_t owner = rows[0].size(), task = rows[0].size(), due = rows[0].size();
        for (std::size_t c = 0; c < rows[0].size(); ++c) {
            if (fills(rows[0][c], OutcomeWord::owner_head)) owner = c;
            else if (fills(rows[0][c], OutcomeWord::task_head)) task = c;
            else if (fills(rows[0][c], OutcomeWord::due_head)) due = c;
        }
        if (owner == rows[0].size() || task == rows[0].size()) return false;
        for (std::size_t r = 1; r < rows.size(); ++r) {
            if (rows[r].size() <= std::max(owner, task) || rows[r][task].empty()) continue;
            Task made{{rows[r].front().begin, rows[r].back().end}, rows[r][task], {}, {}, {}};
            made.owner = rows[r][owner];
            for (std::size_t i = made.owner.begin; i < made.owner.end;) {
                const auto name = owner_at(i, made.owner.end);
                if (name) made.owners.push_back(*name);
                i = name ? name->at.end : i + 1;
            }
            if (due < rows[r].size()) made.due = due_cell(rows[r][due]);
            tasks_.push_back(std::move(made));
        }
        return !tasks_.empty();
    }

    bool fills(Range cell, OutcomeWord word_class) const {
        const auto words = words_at(lexemes_, cell.begin, cell.end, word_class);
        return words && words->end == cell.end;
    }

    std::string due_cell(Range cell) const {
        if (cell.empty()) return {};
        const std::string due = due_in(minute_, cell, meeting_day_);
        return due.empty() ? collapsed(minute_.printed(cell)) : due;
    }

    /// The cells of lines that have pipes.
    std::vector<std::vector<Range>> table() const {
        std::vector<std::vector<Range>> rows;
        std::size_t begin = 0;
        for (std::size_t i = 0; i <= end_; ++i) {
            if (i < end_ && (i == 0 || lexemes_[i].breaks == 0)) continue;
            std::vector<Range> cells;
            std::size_t cell = begin;
            for (std::size_t at = begin; at <= i; ++at) {
                if (at < i && form(at) != "|") continue;
                if (at > cell || at > begin) cells.push_back({cell, at});
                cell = at + 1;
            }
            if (cells.size() >= 2) rows.push_back(std::move(cells));
            begin = i;
        }
        return rows;
    }

    const MinuteText& minute_;
    const Lexemes& lexemes_;
    std::size_t end_;
    const std::optional<Date>& meeting_day_;
    std::vector<Task> tasks_;
};

/// The day as ISO, in the year after the meeting if none is printed; empty if that cannot be said for sure.
std::string iso_day(Date date, const std::optional<Date>& meeting_day) {
    if (date.year == 0) {
        if (!meeting_day) return {};
        const auto placed = in_year_after(date, *meeting_day);
        if (!placed || (date.weekday >= 0 && weekday_of(placed->year, placed->month, placed->day) != date.weekday)) return {};
        date = *placed;
    }
    return iso(date);
}

}  // namespace

std::vector<Task> tasks_in(const MinuteText& minute, bool is_action, const std::optional<Date>& meeting_day) { return TaskReader(minute, meeting_day).read(is_action); }

std::string due_in(const MinuteText& minute, Range range, const std::optional<Date>& meeting_day) {
    if (range.empty()) return {};
    const Span span = span_of(minute.lexemes, range);
    const std::string_view printed = slice(minute.text, span);
    for (const Date& date : find_dates(printed)) {
        const std::uint32_t begin = span.begin + date.at.begin;
        const auto first = std::lower_bound(minute.lexemes.begin(), minute.lexemes.end(), begin, [](const Lexeme& lexeme, std::uint32_t at) { return lexeme.at.begin < at; });
        const auto i = static_cast<std::size_t>(first - minute.lexemes.begin());
        const auto cue = words_before(minute.lexemes, range.begin, i > range.begin && minute.form(i - 1) == ":" ? i - 1 : i, OutcomeWord::due);
        const bool whole = i == range.begin && date.at.end == printed.size();
        if (!cue && !whole) continue;
        const std::string day = iso_day(date, meeting_day);
        return day.empty() ? collapsed(slice(minute.text, {cue ? minute.lexemes[*cue].at.begin : begin, span.begin + date.at.end})) : day;
    }
    for (std::size_t i = range.begin; i < range.end; ++i)
        if (const auto words = words_at(minute.lexemes, i, range.end, OutcomeWord::due_words)) return collapsed(minute.printed({i, words->end}));
    return {};
}

}  // namespace minutes
