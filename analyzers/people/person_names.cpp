#include "analyzers/people/person_names.hpp"

#include "analyzers/people/patterns.hpp"
#include "analyzers/people/role_titles.hpp"
#include "analyzers/tables.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace minutes {

extern const std::string_view k_honorifics_tsv, k_not_names_tsv;

namespace {

struct HonorificRow {
    std::string_view singular;
    Honorific is = Honorific::none;
};

const std::unordered_map<std::string_view, HonorificRow>& honorifics() {
    static const std::unordered_map<std::string_view, HonorificRow> table = [] {
        static constexpr std::array<std::string_view, 7> kNames = {"none", "councillor", "mr", "ms", "clergy", "police", "any"};
        std::unordered_map<std::string_view, HonorificRow> rows;
        for (const TableRow& row : table_rows(k_honorifics_tsv, 3)) {
            const auto name = std::find(kNames.begin(), kNames.end(), row[2]);
            if (name != kNames.end()) rows[row[0]] = {row[1], static_cast<Honorific>(name - kNames.begin())};
        }
        return rows;
    }();
    return table;
}

const WordSet kHonorifics([] {
    Words words;
    for (const auto& [word, row] : honorifics()) words.push_back(word);
    return words;
});

const WordSet kNeverNames([] {
    Words words;
    for (const TableRow& row : table_rows(k_not_names_tsv, 1))
        for (const std::string_view word : split_words(row[0])) words.push_back(word);
    return words;
});

const WordSet kParticles = {"de", "la", "van", "der", "von", "den", "du", "le", "ap", "ab", "ferch", "di", "un", "ul", "bin", "binti", "da", "del"};
const WordSet kPostNominals = {"am", "msp", "mp", "ms", "mla", "jp", "mbe", "obe", "cbe", "bem", "qpm", "dl", "qc", "kc", "frs", "td", "kbe", "dbe", "phd"};

bool is_never_a_name(const Lexeme& lexeme) { return kNeverNames.has(lexeme) && lexeme.form.size() > 1; }  // a single letter is an initial

bool is_post_nominal(const Lexeme& lexeme) { return lexeme.upper && kPostNominals.has(lexeme); }

bool is_initials(const Lexeme& lexeme) {
    return lexeme.word && lexeme.capital && (lexeme.form.size() == 1 || (lexeme.upper && lexeme.form.size() <= 4 && lexeme.at.size() > lexeme.form.size()));
}

bool may_be_name_word(const Lexeme& lexeme) {
    if (!lexeme.word || !lexeme.capital || honorific_of(lexeme) != Honorific::none) return false;
    if (is_never_a_name(lexeme) || is_title_head(lexeme) || lexeme.form == "and" || lexeme.form.ends_with("'s")) return false;
    return std::none_of(lexeme.form.begin(), lexeme.form.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "CC Finley" at the start of something; behind a name the letters say that she sits on the county council.
bool is_community_councillor(const Lexemes& lexemes, std::size_t i, std::size_t end) {
    if (i + 1 >= end || lexemes[i].form != "cc" || !lexemes[i].upper || lexemes[i + 1].breaks > 1 || !may_be_name_word(lexemes[i + 1])) return false;
    return i == 0 || lexemes[i].breaks > 0 || !lexemes[i - 1].word || !lexemes[i - 1].capital;
}

/// "John Constable": a forename stands before it, and no word of a rank.
bool is_surname_like_a_post(const Lexemes& lexemes, std::size_t i) {
    return lexemes[i].form == "constable" && lexemes[i].capital && lexemes[i].breaks == 0 && may_be_name_word(lexemes[i - 1]) &&
           !is_one_of(lexemes[i - 1].form, {"chief", "special", "deputy", "assistant", "detective", "parish", "police"});
}

/// "Paul May": a forename stands before it, and no number of a year behind it.
bool is_surname_like_a_month(const Lexemes& lexemes, std::size_t i, std::size_t end) {
    if (lexemes[i].form != "may" || !lexemes[i].capital || lexemes[i].breaks > 0 || !may_be_name_word(lexemes[i - 1])) return false;
    return i + 1 >= end || lexemes[i + 1].form.find_first_of("0123456789") == std::string::npos;
}

/// One past the words of a name from `i`: capitals, initials, particles between them; at most five.
std::size_t name_end(const Lexemes& lexemes, std::size_t i, std::size_t end, bool lines) {
    const std::size_t begin = i;
    while (i < end && i - begin < 6) {
        if (i > begin && (lexemes[i].breaks >= 2 || (lines && lexemes[i].breaks > 0))) break;
        if (is_post_nominal(lexemes[i]) && !(i == begin && is_initials(lexemes[i]))) break;   // "Cllr Hay MP", but "Cllr A.M. Hay"
        if (i > begin && i + 1 < end && lexemes[i + 1].form == "council" && lexemes[i + 1].capital && lexemes[i + 1].breaks == 0) break;   // "Cllr Hay Moorshire Council"
        if (i > begin && (is_surname_like_a_post(lexemes, i) || is_surname_like_a_month(lexemes, i, end))) { ++i; continue; }
        const bool particle = is_particle(lexemes[i]) && i + 1 < end && may_be_name_word(lexemes[i + 1]);
        if (!particle && !may_be_name_word(lexemes[i])) break;
        ++i;
    }
    while (i > begin && is_initials(lexemes[i - 1]) && i - begin > 1 && !lexemes[i - 1].joined) --i;  // "Mr Hay A report"
    return i;
}

NameParts parts_of(const Lexemes& lexemes, Range bare, Honorific honorific) {
    NameParts parts;
    parts.honorific = honorific;
    std::size_t surname = bare.end;
    while (surname > bare.begin) {
        --surname;
        if (!lexemes[surname].joined && !(surname > bare.begin && is_particle(lexemes[surname - 1]))) break;
    }
    for (std::size_t i = bare.begin; i < surname; ++i) parts.given.emplace_back(lexemes[i].form);
    for (std::size_t i = surname; i < bare.end; ++i) parts.surname.append(i > surname ? lexemes[i].joined ? "-" : " " : "").append(lexemes[i].form);
    return parts;
}

/// "Diane Roberts DR": whether the last word is a column of initials behind the name, and no part of it.
bool ends_in_own_initials(const Lexemes& lexemes, Range name) {
    if (name.end - name.begin < 3) return false;
    const Lexeme& last = lexemes[name.end - 1];
    const Lexeme& surname = lexemes[name.end - 2];
    if (!last.upper || last.form.size() < 2 || last.form.size() > 4 || surname.form.size() < 2 || surname.upper) return false;
    return last.form.front() == lexemes[name.begin].form.front() && last.form.find(surname.form.front()) != std::string::npos;
}

std::size_t behind_post_nominals(const Lexemes& lexemes, std::size_t i, std::size_t end) {
    while (i < end && is_post_nominal(lexemes[i])) ++i;
    return i;
}

/// Initials and forenames: equal, or one is the first letter of the other.
bool given_agree(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a.empty() || b.empty()) return true;
    const std::string &x = a.front(), &y = b.front();
    if (x.empty() || y.empty() || x[0] != y[0]) return false;
    const auto are_initials = [](const std::string& given) { return given.size() <= 2 || (given.size() <= 4 && given.find_first_of("aeiouy") == std::string::npos); };
    const bool initials = are_initials(x) || are_initials(y);
    const bool short_form = std::min(x.size(), y.size()) <= 4 && x[1] == y[1];  // "Kate" and "Katherine", never "Jane" and "John"
    return initials || x == y || x.starts_with(y) || y.starts_with(x) || short_form;
}

bool honorifics_agree(Honorific a, Honorific b) {
    if (a == b || a == Honorific::any || b == Honorific::any || a == Honorific::none) return true;
    return b == Honorific::none && a != Honorific::councillor;
}

}  // namespace

Honorific honorific_of(std::string_view form) {
    const auto row = honorifics().find(form);
    return row == honorifics().end() ? Honorific::none : row->second.is;
}

Honorific honorific_of(const Lexeme& lexeme) { return kHonorifics.has(lexeme) ? honorific_of(lexeme.form) : Honorific::none; }

WordBits particle_bit() { return kParticles.bit(); }
bool is_particle(const Lexeme& lexeme) { return kParticles.has(lexeme); }

std::optional<NameAt> titled_name_at(const Lexemes& lexemes, std::size_t i, std::size_t end, bool lines) {
    if (i >= end || (!kHonorifics.has(lexemes[i]) && !(i + 1 < end && kHonorifics.has(lexemes[i + 1])) && lexemes[i].form != "cc")) return std::nullopt;
    NameAt name;
    name.at.begin = i;
    Honorific honorific = Honorific::none;
    if (i + 1 < end && lexemes[i].form == "chief" && honorific_of(lexemes[i + 1]) == Honorific::police) ++i;  // "Chief Inspector Hay"
    if (is_community_councillor(lexemes, i, end)) {
        honorific = Honorific::councillor;
        name.singular = "CC";
        ++i;
    }
    for (; i < end && lexemes[i].capital; ++i) {  // "Councillor Mrs Hay": the first honorific counts
        const auto row = honorifics().find(lexemes[i].form);
        if (row == honorifics().end() || (i > name.at.begin && lexemes[i].breaks >= 2)) break;
        if (honorific == Honorific::none) {
            honorific = row->second.is;
            name.singular = row->second.singular;
            name.plural = lexemes[i].form.back() == 's' && lexemes[i].form != "mrs" && lexemes[i].form != "ms" && lexemes[i].form != "miss" && lexemes[i].form != "ps";
            if (lexemes[i].form == "aldermen" || is_one_of(lexemes[i].form, {"cynghorwyr", "comhairleoir\xC3\xAD", "comhairleoiri"})) name.plural = true;
        }
    }
    if (name.plural && i + 1 < end && lexemes[i].form == "-") ++i;   // "Aldermen – F Ash, P Brett"
    if (honorific == Honorific::none || i >= end) return std::nullopt;
    if (lines && lexemes[i].breaks > 0 && !name.plural) return std::nullopt;
    const std::size_t name_stop = name_end(lexemes, i, end, lines);
    if (name_stop == i) return std::nullopt;
    name.bare = {i, ends_in_own_initials(lexemes, {i, name_stop}) ? name_stop - 1 : name_stop};
    name.initials = name.bare.end < name_stop;
    name.at.end = name.initials ? name_stop : behind_post_nominals(lexemes, name_stop, end);
    name.parts = parts_of(lexemes, name.bare, honorific);
    return name;
}

std::optional<NameAt> listed_name_at(const Lexemes& lexemes, std::size_t i, std::size_t end) {
    const std::size_t stop = name_end(lexemes, i, end, true);
    if (stop == i || stop - i > 4) return std::nullopt;
    NameAt name;
    name.bare = {i, stop};
    name.at = {i, behind_post_nominals(lexemes, stop, end)};
    name.parts = parts_of(lexemes, name.bare, Honorific::none);
    return name;
}

namespace {

/// A name of [begin, stop) that, with post-nominals or a column of initials, ends at `end`.
NameAt bare_name(const Lexemes& lexemes, std::size_t begin, std::size_t stop, std::size_t end) {
    NameAt name;
    name.initials = end == stop + 1 && !is_post_nominal(lexemes[stop]);
    name.bare = {begin, stop};
    name.at = {begin, end};
    name.parts = parts_of(lexemes, name.bare, Honorific::none);
    return name;
}

}  // namespace

std::optional<NameAt> bare_name_at(const Lexemes& lexemes, std::size_t i, std::size_t end, bool lines) {
    const std::size_t stop = name_end(lexemes, i, end, lines);
    if (stop == i) return std::nullopt;
    const bool ends_line = stop + 1 >= end || lexemes[std::min(stop + 1, lexemes.size() - 1)].breaks > 0;
    if (stop < end && lexemes[stop].breaks == 0 && ends_line && ends_in_own_initials(lexemes, {i, stop + 1})) return bare_name(lexemes, i, stop, stop + 1);   // "Diane Roberts DR": no doctor
    if (ends_in_own_initials(lexemes, {i, stop})) return bare_name(lexemes, i, stop - 1, stop);
    if (stop - i < 2 || stop - i > 4 || lexemes[stop - 1].form.size() < 2) return std::nullopt;
    if (lexemes[stop - 1].upper && lexemes[stop - 1].form.size() <= 3) return std::nullopt;
    return bare_name(lexemes, i, stop, behind_post_nominals(lexemes, stop, end));
}

bool may_hold_name(const Lexemes& lexemes, Range range) {
    bool before = false;   // the word before may be one of a name
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const Lexeme& lexeme = lexemes[i];
        if (lexeme.capital && (kHonorifics.has(lexeme) || lexeme.form == "cc")) return true;
        const bool part = is_particle(lexeme) || (lexeme.capital && (may_be_name_word(lexeme) || lexeme.form == "constable" || lexeme.form == "may"));
        if (part && before) return true;
        before = part;
    }
    return false;
}

NameParts parse_name(std::string_view name) {
    const Lexemes lexemes = lexemes_of(name, {0, static_cast<std::uint32_t>(name.size())});
    if (const auto titled = titled_name_at(lexemes, 0, lexemes.size(), false)) return titled->parts;
    std::size_t end = lexemes.size();
    while (end > 1 && is_post_nominal(lexemes[end - 1])) --end;
    return parts_of(lexemes, {0, end}, Honorific::none);
}

bool names_agree(const NameParts& mention, const NameParts& person) {
    return mention.surname == person.surname && given_agree(mention.given, person.given) && honorifics_agree(mention.honorific, person.honorific);
}

bool one_slip_apart(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1 || a == b) return false;
    std::size_t head = 0;
    while (head < a.size() && a[head] == b[head]) ++head;
    const std::string_view rest_a = a.substr(head), rest_b = b.substr(head);
    if (a.size() < b.size()) return rest_a == rest_b.substr(1);
    if (rest_a.substr(1) == rest_b.substr(1)) return true;
    return rest_a.size() >= 2 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] && rest_a.substr(2) == rest_b.substr(2);
}

}  // namespace minutes
