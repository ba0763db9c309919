#include "analyzers/outcomes/limbs.hpp"

#include "analyzers/people/patterns.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace minutes {
namespace {

enum class Style { number, letter, roman, bullet };

/// A mark as printed: its label, in each style that it may be read in, and how it is set.
struct Mark {
    std::string label;
    Range at;
    bool brackets = false;   ///< "(a)", else "a)" or "a."
    bool starts_line = false;
    bool bullet = false;
};

constexpr std::array<std::string_view, 20> kRoman = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x",
                                                     "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"};

/// The place of a label in the run of a style, from 1; 0 if it is no label of it.
std::size_t place_in(Style style, std::string_view label) {
    if (style == Style::letter) return label.size() == 1 && label[0] >= 'a' && label[0] <= 'z' ? static_cast<std::size_t>(label[0] - 'a' + 1) : 0;
    if (style == Style::roman) {
        const auto found = std::find(kRoman.begin(), kRoman.end(), label);
        return found == kRoman.end() ? 0 : static_cast<std::size_t>(found - kRoman.begin() + 1);
    }
    if (style == Style::bullet || label.empty() || label.size() > 2 || label.find_first_not_of("0123456789") != std::string_view::npos) return 0;
    return label.size() == 1 ? static_cast<std::size_t>(label[0] - '0') : static_cast<std::size_t>((label[0] - '0') * 10 + (label[1] - '0'));
}

bool is_label(std::string_view form) { return place_in(Style::number, form) || place_in(Style::letter, form) || place_in(Style::roman, form); }

bool is_bullet(std::string_view form) { return is_one_of(form, {"\u2022", "\u00B7", "\u25CF", "\u25AA", "\u25CB", "\u2023", "\uF0B7", "\uF0A7", "\uF0D8", "\u27A2", "-", "*"}); }

/// What stands before a number that points at a limb instead of opening one: "paragraph (2)", "limb (a)", "(1) and (2)".
bool points(std::string_view form) {
    return is_one_of(form, {"paragraph", "paragraphs", "section", "sections", "limb", "limbs", "recommendation", "recommendations", "resolution", "resolutions", "part", "parts", "item", "items",
                            "point", "points", "option", "options", "appendix", "regulation", "schedule", "article", "class", "clause", "clauses", "condition", "conditions", "no", "number", "minute",
                            "of", "in", "at", "to", "under", "or", "annex", "phase", "subject"});
}

class MarkReader {
public:
    MarkReader(std::string_view text, const Lexemes& lexemes, Range range) : text_(text), lexemes_(lexemes), range_(range) {}

    std::vector<Mark> read() const {
        std::vector<Mark> marks;
        for (std::size_t i = range_.begin; i < range_.end; ++i) {
            std::optional<Mark> mark = mark_at(i);
            if (!mark) continue;
            i = mark->at.end - 1;
            marks.push_back(std::move(*mark));
        }
        return marks;
    }

private:
    std::string_view form(std::size_t i) const { return range_.contains(i) ? std::string_view(lexemes_[i].form) : std::string_view(); }
    bool starts_line(std::size_t i) const { return i == range_.begin || lexemes_[i].breaks > 0; }

    /// Whether white space follows lexeme `i`, or another mark in brackets.
    bool set_off(std::size_t i) const {
        if (i + 1 >= range_.end) return false;
        return lexemes_[i + 1].at.begin > lexemes_[i].at.end || lexemes_[i + 1].form == "(" || lexemes_[i + 1].capital;
    }

    std::optional<Mark> mark_at(std::size_t i) const {
        const std::string_view before = i > range_.begin ? std::string_view(lexemes_[i - 1].form) : std::string_view();
        if (form(i) == "(" && is_label(form(i + 1)) && form(i + 2) == ")" && set_off(i + 2)) {
            const bool glued = i > range_.begin && lexemes_[i - 1].word && lexemes_[i].at.begin == lexemes_[i - 1].at.end;  // "regulation 4(2)"
            const bool after_mark = before == ")" && i >= range_.begin + 3 && form(i - 3) == "(";
            if (!starts_line(i) && (points(before) || (glued && !after_mark))) return std::nullopt;
            return Mark{std::string(form(i + 1)), {i, i + 3}, true, starts_line(i), false};
        }
        const bool opens = starts_line(i) || is_one_of(before, {";", ":", ".", "-", ",", "and", ")"});
        if (opens && is_label(form(i)) && form(i + 1) == ")" && before != "(" && set_off(i + 1)) return Mark{std::string(form(i)), {i, i + 2}, false, starts_line(i), false};
        if (!starts_line(i)) return std::nullopt;
        if (is_label(form(i)) && form(i + 1) == "." && set_off(i + 1)) return Mark{std::string(form(i)), {i, i + 2}, false, true, false};
        const bool dotted = is_label(form(i)) && lexemes_[i].at.end > lexemes_[i].at.begin + form(i).size() && text_[lexemes_[i].at.end - 1] == '.';
        if (dotted && set_off(i)) return Mark{std::string(form(i)), {i, i + 1}, false, true, false};   // "A. That"
        if (is_label(form(i)) && is_one_of(form(i + 1), {"that", "to"}) && form(i) != "i" && form(i) != "a") return Mark{std::string(form(i)), {i, i + 1}, false, true, false};
        if (is_bullet(form(i)) && i + 1 < range_.end && lexemes_[i + 1].word && lexemes_[i + 1].at.begin > lexemes_[i].at.end && lexemes_[i + 1].breaks == 0) return Mark{{}, {i, i + 1}, false, true, true};
        return std::nullopt;
    }

    std::string_view text_;
    const Lexemes& lexemes_;
    Range range_;
};

/// The runs of marks: the outer one, and those within its limbs.
class RunReader {
public:
    explicit RunReader(std::string_view first) {
        if (first.empty()) return;
        open_outer(std::string(first), false, false);
    }

    struct Placed {
        std::string label;
        std::size_t depth;  ///< 0: a limb, 1: a limb within a limb
        Range at;
    };

    std::vector<Placed> place(const std::vector<Mark>& marks) {
        std::vector<Placed> placed;
        for (const Mark& mark : marks) {
            if (!outer_ && !opens_run(mark)) continue;
            if (!outer_) open_outer(mark.label, mark.brackets, mark.bullet);
            else if (follows(*outer_, mark)) outer_->place += 1, inner_.reset();
            else if (inner_ && follows(*inner_, mark)) inner_->place += 1;
            else if (opens_run(mark) && !mark.bullet && !(mark.brackets == outer_->brackets && style_of(mark) == outer_->style)) inner_ = Run{style_of(mark), 1, mark.brackets};
            else continue;
            placed.push_back({mark.label, inner_ ? 1U : 0U, mark.at});
        }
        return placed;
    }

private:
    struct Run {
        Style style;
        std::size_t place;
        bool brackets;
    };

    static Style style_of(const Mark& mark) {
        if (mark.bullet) return Style::bullet;
        if (place_in(Style::number, mark.label)) return Style::number;
        return mark.label == "i" ? Style::roman : Style::letter;
    }

    static bool opens_run(const Mark& mark) { return mark.bullet || is_one_of(mark.label, {"1", "a", "i"}); }

    void open_outer(std::string label, bool brackets, bool bullet) {
        const Mark mark{std::move(label), {}, brackets, false, bullet};
        const Style style = style_of(mark);
        outer_ = Run{style, bullet ? 1 : place_in(style, mark.label), brackets};
    }

    static bool follows(const Run& run, const Mark& mark) {
        if (run.style == Style::bullet || mark.bullet) return run.style == Style::bullet && mark.bullet;
        return place_in(run.style, mark.label) == run.place + 1;
    }

    std::optional<Run> outer_, inner_;
};

/// "That:", "Cabinet be recommended to:": words that only announce the limbs below them.
bool announces(const Lexemes& lexemes, Range range) {
    while (!range.empty() && is_one_of(lexemes[range.end - 1].form, {"-", "\""})) --range.end;
    return range.empty() || lexemes[range.end - 1].form == ":" || range.end - range.begin <= 1 || is_one_of(lexemes[range.end - 1].form, {"that", "to"});
}

/// "be approved subject to the following conditions:", "be refused for the following reasons:": the list below is of one decision.
bool lists_terms(const Lexemes& lexemes, Range lead) {
    if (lead.end < lead.begin + 4) return false;
    for (std::size_t i = lead.end > lead.begin + 12 ? lead.end - 12 : lead.begin; i < lead.end; ++i)
        if (is_one_of(lexemes[i].form, {"condition", "conditions", "reason", "reasons", "grounds", "informative", "informatives", "terms", "amendments", "corrections", "changes", "membership"})) return true;
    return false;
}

/// Without the "and", "or" and marks that join it to the next limb.
Range trimmed_limb(const Lexemes& lexemes, Range range) {
    while (!range.empty() && is_one_of(lexemes[range.begin].form, {"\"", ":", "-"})) ++range.begin;
    while (!range.empty() && range.end - range.begin > 1) {
        const std::string_view last = lexemes[range.end - 1].form;
        const bool joins = is_one_of(last, {"and", "or"}) && !lexemes[range.end - 2].word;
        if (!joins && !is_one_of(last, {";", ",", "-", "\""})) break;
        --range.end;
    }
    return range;
}

bool opens_sentence(const Lexemes& lexemes, std::size_t i, std::size_t end) { return i < end && lexemes[i].capital; }

}  // namespace

std::vector<Limb> limbs_of(std::string_view text, const Lexemes& lexemes, Range range, std::string_view first) {
    const std::vector<RunReader::Placed> placed = RunReader(first).place(MarkReader(text, lexemes, range).read());
    const bool terms = !placed.empty() && first.empty() && lists_terms(lexemes, {range.begin, placed.front().at.begin});
    const bool lone = placed.size() == 1 && first.empty() && placed.front().at.begin > range.begin && lexemes[placed.front().at.begin].breaks == 0;
    std::vector<Limb> limbs;
    const auto add = [&](std::string label, Range at) {
        at = trimmed_limb(lexemes, at);
        if (!at.empty()) limbs.push_back({std::move(label), at});
    };
    if (placed.empty() || lone || terms) {  // one mark within a line is no list
        add(std::string(first), range);
        return limbs;
    }
    const Range lead{range.begin, placed.front().at.begin};
    const bool numbered = !first.empty();
    if (numbered) add(std::string(first), lead);
    else if (lead.end > lead.begin + 3 && !announces(lexemes, lead) && lexemes[lead.end - 1].form == ".") add({}, lead);
    for (std::size_t p = 0; p < placed.size();) {
        std::size_t next = p + 1;
        while (next < placed.size() && placed[next].depth == 1) ++next;
        const std::size_t end = next < placed.size() ? placed[next].at.begin : range.end;
        const Range own{placed[p].at.end, p + 1 < next ? placed[p + 1].at.begin : end};
        bool apart = p + 1 < next && announces(lexemes, own);
        for (std::size_t inner = p + 1; inner < next; ++inner) apart = apart && opens_sentence(lexemes, placed[inner].at.end, range.end);
        if (apart)
            for (std::size_t inner = p + 1; inner < next; ++inner)
                add(placed[p].label + "(" + placed[inner].label + ")", {placed[inner].at.end, inner + 1 < next ? placed[inner + 1].at.begin : end});
        else add(placed[p].label, {placed[p].at.end, end});
        p = next;
    }
    return limbs;
}

}  // namespace minutes
