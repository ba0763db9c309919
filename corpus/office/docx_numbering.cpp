#include "corpus/office/docx_numbering.hpp"

#include "corpus/office/xml.hpp"

#include <algorithm>
#include <cstdlib>

namespace minutes {
namespace {

int number(std::string_view text) { return std::atoi(std::string(text).c_str()); }

NumberStyle style_of(std::string_view format) {
    if (format == "lowerLetter") return NumberStyle::lower_letter;
    if (format == "upperLetter") return NumberStyle::upper_letter;
    if (format == "lowerRoman") return NumberStyle::lower_roman;
    if (format == "upperRoman") return NumberStyle::upper_roman;
    return format == "none" ? NumberStyle::none : NumberStyle::decimal;
}

}  // namespace

DocxNumbering::DocxNumbering(std::string_view numbering_xml, std::string_view styles_xml) {
    read_numbering(numbering_xml);
    read_styles(styles_xml);
}

void DocxNumbering::read_numbering(std::string_view xml) {
    int kind = -1, list = -1, level = 0;
    const auto in_level = [&](auto set) {
        if (kind >= 0 && list < 0 && level >= 0 && level < kLevels) set(kinds_[kind][static_cast<std::size_t>(level)]);
    };
    const XmlEvents events{
        [&](std::string_view name, XmlAttributes attributes) {
            const std::string_view value = attributes["w:val"];
            if (name == "w:abstractNum") {
                kind = number(attributes["w:abstractNumId"]);
                list = -1;
            } else if (name == "w:num") {
                list = number(attributes["w:numId"]);
                kind = -1;
            } else if (name == "w:abstractNumId" && list >= 0) {
                lists_[list].kind = number(value);
            } else if (name == "w:lvl" || name == "w:lvlOverride") {
                level = number(attributes["w:ilvl"]);
            } else if (name == "w:startOverride" && list >= 0) {
                lists_[list].restarts[level] = number(value);
            } else if (name == "w:start") {
                in_level([&](Level& at) { at.start = number(value); });
            } else if (name == "w:numFmt") {
                in_level([&](Level& at) {
                    at.bullet = value == "bullet";
                    at.style = style_of(value);
                });
            } else if (name == "w:lvlText") {
                in_level([&](Level& at) { at.form = value; });
            }
        },
        [](std::string_view) {}, [](std::string_view) {}};
    if (!parse_xml(xml, events)) {   // what was read until then counts
    }
}

void DocxNumbering::read_styles(std::string_view xml) {
    std::string style;
    const XmlEvents events{[&](std::string_view name, XmlAttributes attributes) {
                               if (name == "w:style") style = attributes["w:styleId"];
                               if (style.empty()) return;
                               if (name == "w:numId") styles_[style].list = number(attributes["w:val"]);
                               if (name == "w:ilvl") styles_[style].level = number(attributes["w:val"]);
                               if (name == "w:basedOn") styles_[style].based_on = attributes["w:val"];
                           },
                           [](std::string_view) {}, [](std::string_view) {}};
    if (!parse_xml(xml, events)) {   // what was read until then counts
    }
}

DocxNumbering::StyleList DocxNumbering::of_style(std::string_view style) const {
    StyleList found;
    for (int depth = 0; depth < 16 && !found.list; ++depth) {   // styles may be based on each other in a circle
        const auto at = styles_.find(style);
        if (at == styles_.end()) break;
        found.list = at->second.list;
        if (!found.level) found.level = at->second.level;
        style = at->second.based_on;
    }
    return found;
}

std::string DocxNumbering::next(std::string_view style, std::optional<int> list, std::optional<int> level) {
    const StyleList by_style = of_style(style);
    if (!list) list = by_style.list;
    if (!level) level = by_style.level;
    const auto found = list ? lists_.find(*list) : lists_.end();
    if (found == lists_.end()) return {};
    const auto kind = kinds_.find(found->second.kind);
    if (kind == kinds_.end()) return {};
    const auto at = static_cast<std::size_t>(std::min(std::max(level.value_or(0), 0), kLevels - 1));
    const Level& own = kind->second[at];
    if (own.bullet) return "\u2022 ";
    Counted& count = counts_[found->second.kind];
    const auto restart = found->second.restarts.find(static_cast<int>(at));
    if (restart != found->second.restarts.end()) {   // once, where the list begins
        count.at[at] = restart->second;
        found->second.restarts.erase(restart);
    } else {
        count.at[at] = count.at[at] ? *count.at[at] + 1 : own.start;
    }
    for (std::size_t deeper = at + 1; deeper < kLevels; ++deeper) count.at[deeper].reset();
    std::string text;
    for (std::size_t i = 0; i < own.form.size(); ++i) {
        const bool place = own.form[i] == '%' && i + 1 < own.form.size() && own.form[i + 1] >= '1' && own.form[i + 1] <= '9';
        if (!place) {
            text += own.form[i];
            continue;
        }
        const auto which = static_cast<std::size_t>(own.form[++i] - '1');
        text += number_in(kind->second[which].style, count.at[which].value_or(kind->second[which].start));
    }
    return text.empty() ? text : text + " ";
}

}  // namespace minutes
