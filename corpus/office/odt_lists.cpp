#include "corpus/office/odt_lists.hpp"

#include <algorithm>
#include <cstdlib>

namespace minutes {
namespace {

constexpr std::string_view kOutline = "outline";   // no list style has this name: theirs are kept with a mark before them

std::optional<long> number_of(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return std::atol(std::string(text).c_str());
}

NumberStyle style_of(std::string_view format) {
    if (format == "a") return NumberStyle::lower_letter;
    if (format == "A") return NumberStyle::upper_letter;
    if (format == "i") return NumberStyle::lower_roman;
    if (format == "I") return NumberStyle::upper_roman;
    return format.empty() ? NumberStyle::none : NumberStyle::decimal;
}

}  // namespace

void OdtLists::style_tag(std::string_view name, XmlAttributes attributes) {
    if (name == "text:list-style") reading_ = "=" + std::string(attributes["style:name"]);
    if (name == "text:outline-style") reading_ = kOutline;
    if (name == "style:style") text_style_ = attributes["style:name"];
    if (name == "style:text-properties" && !text_style_.empty()) {
        const std::string_view through = attributes["style:text-line-through-style"], type = attributes["style:text-line-through-type"];
        if ((!through.empty() && through != "none") || (!type.empty() && type != "none") || attributes["text:display"] == "none") hiding_.insert(text_style_);
    }
    const bool bullet = name == "text:list-level-style-bullet";
    if (reading_.empty() || !(bullet || name == "text:list-level-style-number" || name == "text:outline-level-style")) return;
    const long level = number_of(attributes["text:level"]).value_or(1);
    if (level < 1 || level > static_cast<long>(kLevels)) return;
    Level& own = styles_[reading_][static_cast<std::size_t>(level - 1)];
    own.bullet = bullet;
    own.style = style_of(attributes["style:num-format"]);
    own.numbered = !bullet && own.style != NumberStyle::none;
    own.start = number_of(attributes["text:start-value"]).value_or(1);
    own.shown = static_cast<std::size_t>(std::clamp(number_of(attributes["text:display-levels"]).value_or(1), 1L, static_cast<long>(kLevels)));
    own.prefix = attributes["style:num-prefix"];
    own.suffix = attributes["style:num-suffix"];
}

void OdtLists::style_end(std::string_view name) {
    if (name == "text:list-style" || name == "text:outline-style") reading_.clear();
    if (name == "style:style") text_style_.clear();
}

void OdtLists::begin_list(XmlAttributes attributes) {
    if (!open_.empty()) {   // a list within a list is its next level
        open_.push_back({open_.back().style, {}, {}});
        return;
    }
    Open list{"=" + std::string(attributes["text:style-name"]), std::string(attributes["xml:id"]), {}};
    const auto before = ended_.find(attributes["text:continue-list"]);
    if (before != ended_.end()) list.counts = before->second;
    else if (attributes["text:continue-numbering"] == "true" && last_.count(list.style) > 0) list.counts = last_[list.style];
    open_.push_back(std::move(list));
}

void OdtLists::end_list() {
    if (open_.empty()) return;
    pending_ = false;
    if (open_.size() == 1) {
        const Open& list = open_.front();
        if (!list.id.empty()) ended_[list.id] = list.counts;
        last_[list.style] = list.counts;
    }
    open_.pop_back();
}

void OdtLists::begin_item(XmlAttributes attributes) {
    pending_ = true;
    start_value_ = number_of(attributes["text:start-value"]);
}

std::string OdtLists::number(const Style& style, Counts& counts, std::size_t level, std::optional<long> at) const {
    const Level& own = style[level];
    counts[level] = at ? *at : counts[level] ? *counts[level] + 1 : own.start;
    for (std::size_t deeper = level + 1; deeper < kLevels; ++deeper) counts[deeper].reset();
    if (!own.numbered) return {};
    std::string text = own.prefix;
    const std::size_t first = level + 1 >= own.shown ? level + 1 - own.shown : 0;
    for (std::size_t i = first; i <= level; ++i) {
        if (i > first) text += ".";
        text += number_in(style[i].style, counts[i].value_or(style[i].start));
    }
    return text + own.suffix + " ";
}

std::string OdtLists::take_marker() {
    if (!pending_ || open_.empty()) return {};
    pending_ = false;
    const auto style = styles_.find(open_.front().style);
    const std::size_t level = std::min(open_.size(), kLevels) - 1;
    if (style == styles_.end()) return "\u2022 ";
    if (style->second[level].bullet) return "\u2022 ";
    return number(style->second, open_.front().counts, level, start_value_);
}

std::string OdtLists::heading_marker(std::size_t level) {
    const auto style = styles_.find(kOutline);
    if (style == styles_.end() || level < 1 || level > kLevels) return {};
    return number(style->second, outline_, level - 1, std::nullopt);
}

}  // namespace minutes
