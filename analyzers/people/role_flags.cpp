#include "analyzers/people/role_flags.hpp"

#include "analyzers/people/patterns.hpp"
#include "analyzers/people/role_titles.hpp"

namespace minutes {
namespace {

/// Whether the lexeme at `i` stands alone behind a bracket, a dash or a comma: "Director (Interim)", "Clerk - Acting".
bool is_added(const Lexemes& title, std::size_t i) {
    const bool opened = i > 0 && is_one_of(title[i - 1].form, {"(", "-", ","});
    return opened && (i + 1 == title.size() || is_one_of(title[i + 1].form, {")", ",", "-"}));
}

}  // namespace

RoleFlags operator|(RoleFlags a, RoleFlags b) { return {a.interim || b.interim, a.acting || b.acting, a.deputy || b.deputy}; }

std::vector<std::string_view> names_of(RoleFlags flags) {
    std::vector<std::string_view> names;
    if (flags.interim) names.emplace_back("interim");
    if (flags.acting) names.emplace_back("acting");
    if (flags.deputy) names.emplace_back("deputy");
    return names;
}

RoleFlags flags_of_title(std::string_view title) {
    const Lexemes lexemes = lexemes_of(title, {0, static_cast<std::uint32_t>(title.size())});
    RoleFlags flags;
    bool before_noun = true;
    for (std::size_t i = 0; i < lexemes.size(); ++i) {
        const std::string_view form = lexemes[i].form;
        if (before_noun || is_added(lexemes, i)) {
            flags.interim = flags.interim || form == "interim";
            flags.acting = flags.acting || form == "acting";
            flags.deputy = flags.deputy || form == "deputy" || form == "depute";
        }
        before_noun = before_noun && !is_title_head(form);
    }
    return flags;
}

}  // namespace minutes
