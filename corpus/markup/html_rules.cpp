#include "corpus/markup/html_rules.hpp"

#include "corpus/ascii_case.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>
#include <vector>

namespace minutes {
namespace {

const std::unordered_map<std::string_view, HtmlKind>& kinds() {
    static const std::unordered_map<std::string_view, HtmlKind> table = [] {
        std::unordered_map<std::string_view, HtmlKind> kinds;
        const auto add = [&](HtmlKind kind, std::initializer_list<std::string_view> names) {
            for (const std::string_view name : names) kinds[name] = kind;
        };
        add(HtmlKind::block, {"p", "div", "section", "blockquote", "hr", "fieldset", "legend", "figure", "figcaption", "address", "center", "body", "html", "table", "caption", "tbody", "thead", "tfoot", "form", "details", "summary", "dl"});
        add(HtmlKind::heading, {"h1", "h2", "h3", "h4", "h5", "h6"});
        add(HtmlKind::silent, {"script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "video", "map", "select", "textarea", "button", "datalist", "dialog", "meta", "link"});
        add(HtmlKind::navigation, {"nav", "footer", "aside"});
        add(HtmlKind::content, {"main", "article"});
        add(HtmlKind::struck, {"del", "s", "strike"});
        add(HtmlKind::list, {"ul", "menu", "dir"});
        add(HtmlKind::ordered_list, {"ol"});
        add(HtmlKind::item, {"li"});
        add(HtmlKind::term, {"dt"});
        add(HtmlKind::description, {"dd"});
        add(HtmlKind::row, {"tr"});
        add(HtmlKind::cell, {"td", "th"});
        add(HtmlKind::line_break, {"br"});
        add(HtmlKind::preformatted, {"pre"});
        add(HtmlKind::title, {"title"});
        add(HtmlKind::header, {"header"});
        return kinds;
    }();
    return table;
}

constexpr std::string_view kChrome[] = {"cookie", "cookies", "consent", "gdpr", "breadcrumb", "breadcrumbs", "skiplink", "skiplinks", "skip", "navbar", "navigation", "nav", "menu", "footer", "share", "sharing",
                                        "addthis", "masthead", "pagination", "pager", "sitenav", "topnav", "subnav", "sidenav", "leftnav", "rightnav", "sidebar", "toolbar"};
/// Beside such a word the others describe the page: "has-sidebar", "page-with-menu".
constexpr std::string_view kOfPage[] = {"has", "no", "with", "without", "content", "page", "body", "wrapper", "main", "layout", "non"};
constexpr std::string_view kHidden[] = {"visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "offscreen", "off-screen", "hidden", "hide", "govuk-visually-hidden", "mghide", "d-none", "element-invisible"};

template <std::size_t N>
bool is_in(const std::string_view (&table)[N], std::string_view word) {
    return std::find(std::begin(table), std::end(table), word) != std::end(table);
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

/// "mgUserMenu", "site-footer_links" as words in lower case.
std::vector<std::string> words_in(std::string_view name) {
    std::vector<std::string> words(1);
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool letter = is_upper(name[i]) || (name[i] >= 'a' && name[i] <= 'z');
        const bool starts = is_upper(name[i]) && i > 0 && !is_upper(name[i - 1]);
        if ((!letter || starts) && !words.back().empty()) words.emplace_back();
        if (letter) words.back() += lowered(name[i]);
    }
    return words;
}

/// Calls `each` with the names of a class attribute.
template <class Each>
bool any_name(std::string_view names, Each each) {
    std::size_t at = 0;
    while (at < names.size()) {
        while (at < names.size() && is_space(names[at])) ++at;
        std::size_t end = at;
        while (end < names.size() && !is_space(names[end])) ++end;
        if (end > at && each(names.substr(at, end - at))) return true;
        at = end;
    }
    return false;
}

}  // namespace

HtmlKind html_kind(std::string_view element) {
    const auto found = kinds().find(element);
    return found == kinds().end() ? HtmlKind::inline_text : found->second;
}

bool names_chrome(std::string_view class_or_id) {
    return any_name(class_or_id, [](std::string_view name) {
        const std::vector<std::string> words = words_in(name);
        const bool chrome = std::any_of(words.begin(), words.end(), [](const std::string& word) { return is_in(kChrome, word); });
        return chrome && std::none_of(words.begin(), words.end(), [](const std::string& word) { return is_in(kOfPage, word); });
    });
}

bool names_hidden(std::string_view class_names) {
    return any_name(class_names, [](std::string_view name) {
        std::string plain(name);
        for (char& c : plain) c = lowered(c);
        return is_in(kHidden, plain);
    });
}

}  // namespace minutes
