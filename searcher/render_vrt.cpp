#include "searcher/render_vrt.hpp"

#include "analyzers/tokens.hpp"
#include "searcher/quote.hpp"
#include "searcher/xml_text.hpp"

#include <algorithm>

namespace minutes {
namespace {

/// "|dcs|member|": a set, as corpus workbenches write one.
std::string feature_set(const std::vector<std::string>& values) {
    std::string set = "|";
    for (const std::string& value : values) set += value + "|";
    return set;
}

std::string token_line(std::string_view word, std::string_view form, std::string_view stemmed) {
    return xml_text(word) + "\t" + xml_text(form) + "\t" + xml_text(stemmed) + "\n";
}

/// White space outside ASCII as spaces: a token is never a no-break space.
std::string with_plain_spaces(std::string_view text) {
    std::string plain(text);
    for (const std::string_view space : {"\u00a0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008",
                                         "\u2009", "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"})
        for (std::size_t at = plain.find(space); at != std::string::npos; at = plain.find(space, at)) plain.replace(at, space.size(), " ");
    return plain;
}

/// What stands between two words: each run of anything but white space is a token of its own, such as "," or ").".
std::string between(std::string_view raw) {
    if (raw == " ") return {};
    const std::string spaced = with_plain_spaces(raw);
    const std::string_view text = spaced;
    std::string lines;
    constexpr std::string_view kSpace = " \t\r\n";
    for (std::size_t at = text.find_first_not_of(kSpace); at != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(kSpace, at), text.size());
        lines += token_line(text.substr(at, end - at), text.substr(at, end - at), text.substr(at, end - at));
        at = text.find_first_not_of(kSpace, end);
    }
    return lines;
}

std::string token_lines(std::string_view text) {
    const Tokens tokens = tokenise(text);
    std::string lines;
    std::uint32_t at = 0;
    for (const Token& token : tokens.list) {
        if (token.whole || token.at.begin < at) continue;
        lines += between(text.substr(at, token.at.begin - at));
        lines += token_line(slice(text, token.at), tokens.form(token), stem(tokens.form(token)));
        at = token.at.end;
    }
    return lines + between(text.substr(at));
}

}  // namespace

std::string VerticalWriter::begin() const { return "<corpus format=\"minutes-vrt\" version=\"1\" columns=\"word form stem\">\n"; }

std::string VerticalWriter::close_item() {
    const std::string text = item_.empty() ? "" : "</item>\n";
    item_.clear();
    return text;
}

std::string VerticalWriter::close_meeting() {
    const std::string text = close_item() + (meeting_.empty() ? "" : "</meeting>\n");
    meeting_.clear();
    return text;
}

std::string VerticalWriter::passage(const Record& r) {
    std::string text;
    if (meeting_ != r.meeting_id || path_ != r.path) {
        text += close_meeting();
        text += "<meeting" + xml_attribute("id", r.meeting_id) + xml_attribute("council", r.council) + xml_attribute("committee", r.committee) +
                xml_attribute("date", r.date) + xml_attribute("year", r.date.substr(0, 4)) + xml_attribute("path", r.path) + xml_attribute("sha256", r.sha256) + ">\n";
        meeting_ = r.meeting_id;
        path_ = r.path;
    }
    if (item_ != r.item_id) {
        text += close_item();
        text += "<item" + xml_attribute("id", r.item_id) + xml_attribute("number", r.item_number) + xml_attribute("title", r.item_title) + ">\n";
        item_ = r.item_id;
    }
    text += "<passage" + xml_attribute("id", r.id) + xml_attribute("kind", r.kind) + xml_attribute("zone", r.zone) + xml_attribute("paragraph", r.paragraph) +
            xml_attribute("roles", feature_set(roles_of(r))) + xml_attribute("persons", feature_set(persons_of(r))) + xml_attribute("acts", feature_set(acts_of(r))) +
            xml_attribute("line", std::to_string(r.line)) + page_attribute(r.page) + xml_attribute("spans", to_text(r.parts)) + ">\n";
    return text + token_lines(r.text) + "</passage>\n";
}

std::string VerticalWriter::end() { return close_meeting() + "</corpus>\n"; }

}  // namespace minutes
