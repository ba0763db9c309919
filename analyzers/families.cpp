#include "analyzers/families.hpp"

#include "analyzers/tables.hpp"
#include "analyzers/tokens.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace minutes {

extern const std::string_view k_families_tsv;
extern const std::string_view k_compounds_tsv;

namespace {

using Families = std::map<std::string, std::vector<std::string>, std::less<>>;

std::vector<std::string> stems_of(std::string_view words) {
    std::set<std::string> stems;
    const Tokens tokens = tokenise(words);
    for (const Token& token : tokens.list) stems.insert(stem(tokens.form(token)));
    return {stems.begin(), stems.end()};
}

const Families& families() {
    static const Families table = [] {
        Families made;
        for (const TableRow& row : table_rows(k_families_tsv, 1)) {
            const std::vector<std::string> stems = stems_of(row.front());
            for (const std::string& one : stems)
                for (const std::string& other : stems)
                    if (one != other) made[one].push_back(other);
        }
        return made;
    }();
    return table;
}

struct CompoundTable {
    std::map<std::string, std::set<std::string>, std::less<>> seconds;  ///< by the first word, the stems of the second
    std::set<std::string, std::less<>> prefixes, others;
    std::size_t longest_first = 0;
};

const CompoundTable& compounds() {
    static const CompoundTable table = [] {
        CompoundTable made;
        for (const TableRow& row : table_rows(k_compounds_tsv, 2))
            for (std::size_t i = 1; i < row.size(); ++i) {
                const std::size_t hyphen = row[i].find('-');
                if (row[0] == "prefix") made.prefixes.emplace(row[i]);
                if (row[0] == "not") made.others.emplace(row[i]);
                if (row[0] == "compound") made.seconds[std::string(row[i].substr(0, hyphen))].insert(stem(row[i].substr(hyphen + 1)));
                made.longest_first = std::max(made.longest_first, std::min(hyphen, row[i].size()));
            }
        return made;
    }();
    return table;
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What an amount is counted in, and how that is printed.
constexpr struct { std::string_view name, forms[4]; } kUnits[] = {
    {"million", {"m", "mn", "million", "millions"}},
    {"billion", {"bn", "b", "billion", "billions"}},
};

}  // namespace

std::vector<std::string> family_of(std::string_view stem) {
    const auto found = families().find(stem);
    return found == families().end() ? std::vector<std::string>() : found->second;
}

bool is_compound(std::string_view first, std::string_view second) {
    constexpr std::size_t kMinSecond = 4;
    const CompoundTable& table = compounds();
    if (const auto known = table.seconds.find(first); known != table.seconds.end() && known->second.count(stem(second)) > 0) return true;
    if (second.size() < kMinSecond || table.prefixes.find(first) == table.prefixes.end()) return false;
    return table.others.find(std::string(first).append(second)) == table.others.end();
}

std::optional<Compound> split_compound(std::string_view joined) {
    const std::size_t longest = std::min(joined.size(), compounds().longest_first + 1);
    for (std::size_t first = 1; first < longest; ++first)
        if (is_compound(joined.substr(0, first), joined.substr(first))) return Compound{std::string(joined.substr(0, first)), std::string(joined.substr(first))};
    return std::nullopt;
}

std::vector<std::string> spellings_of_sum(std::string_view words) {
    std::size_t end = 0;
    for (const std::string_view symbol : {"\u00A3", "$", "\u20AC"})
        if (words.starts_with(symbol)) end = symbol.size();
    const std::size_t digits = end;
    while (end < words.size() && (is_digit(words[end]) || words[end] == '.' || words[end] == ',')) ++end;
    if (end == digits || !is_digit(words[digits])) return {};
    const std::string amount(words.substr(0, end));
    const std::string_view unit = words.substr(std::min(words.size(), end + (end < words.size() && words[end] == ' ' ? 1 : 0)));
    for (const auto& known : kUnits) {
        if (std::find(std::begin(known.forms), std::end(known.forms), unit) == std::end(known.forms)) continue;
        std::vector<std::string> spellings;
        for (const std::string_view form : known.forms)
            if (!form.ends_with("ns")) spellings.push_back(amount + std::string(form));
        spellings.push_back(amount + " " + std::string(known.name));
        return spellings;
    }
    return {};
}

}  // namespace minutes
