#include "corpus/markup/html.hpp"

#include "corpus/ascii_case.hpp"
#include "corpus/decode.hpp"
#include "corpus/limited_child.hpp"
#include "corpus/markup/block_writer.hpp"
#include "corpus/markup/html_rules.hpp"
#include "corpus/markup/list_number.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

namespace minutes {
namespace {

constexpr std::size_t kLooked = 4096;   // bytes from the head of a file within which it says what it is

class Page {
public:
    explicit Page(bool by_class) : by_class_(by_class) {}

    void start(std::string_view name, const xmlChar** attributes);
    void end(std::string_view name);
    void characters(std::string_view text);
    void comment(std::string_view text);
    HtmlText take();

private:
    enum class Hidden { no, silent, chrome, struck };
    struct Element {
        std::string name;
        HtmlKind kind = HtmlKind::inline_text;
        Hidden hides = Hidden::no;
        ListCounter counter;        ///< of an ordered list
        bool document_link = false;
    };

    Hidden why_hidden(HtmlKind kind, std::string_view name, const xmlChar** attributes) const;
    void open(Element& element, const xmlChar** attributes);
    void close(const Element& element);
    std::string marker_of(const xmlChar** attributes);

    bool by_class_;
    BlockWriter writer_;
    std::vector<Element> open_;
    std::vector<std::size_t> hiding_;                     ///< the open elements that hide, as places of open_
    std::size_t contents_ = 0, headings_ = 0, lines_ = 0;   ///< open elements that are content, headings, text by lines
    std::size_t document_links_ = 0;    ///< open ones
    bool linked_ = false, other_ = false;   ///< the point of a list that is being written has text within, outside links to documents
    HtmlText result_;
    std::string title_, address_;
};

bool is_inline(HtmlKind kind) { return kind == HtmlKind::inline_text || kind == HtmlKind::struck || kind == HtmlKind::silent || kind == HtmlKind::line_break || kind == HtmlKind::title; }

std::string_view view(const xmlChar* text) { return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view(); }

std::string_view attribute(const xmlChar** attributes, std::string_view name) {
    for (; attributes && attributes[0]; attributes += 2)
        if (view(attributes[0]) == name) return view(attributes[1]);
    return {};
}

bool has_attribute(const xmlChar** attributes, std::string_view name) {
    for (; attributes && attributes[0]; attributes += 2)
        if (view(attributes[0]) == name) return true;
    return false;
}

/// "documents/s90579/Report.pdf": a link to a file, whose text is not that of the page.
bool is_document(std::string_view link) {
    const std::string target = lowered(link.substr(0, std::min(link.find_first_of("?#"), link.size())));
    for (const std::string_view ending : {".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".rtf", ".odt", ".zip", ".pdf.aspx"})
        if (target.ends_with(ending)) return true;
    return target.find("mgconvert2pdf") != std::string::npos;
}

Page::Hidden Page::why_hidden(HtmlKind kind, std::string_view name, const xmlChar** attributes) const {
    if (kind == HtmlKind::silent) return Hidden::silent;
    if (kind == HtmlKind::struck) return Hidden::struck;
    if (name == "body" || name == "html") return Hidden::no;
    if (kind == HtmlKind::navigation || (kind == HtmlKind::header && contents_ == 0)) return Hidden::chrome;
    const std::string_view role = attribute(attributes, "role");
    if (role == "navigation" || role == "banner" || role == "contentinfo" || role == "search" || role == "dialog") return Hidden::chrome;
    std::string style = lowered(attribute(attributes, "style"));
    std::erase(style, ' ');
    if (has_attribute(attributes, "hidden") || style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos) return Hidden::chrome;
    if (style.find("line-through") != std::string::npos) return Hidden::struck;
    const std::string_view classes = attribute(attributes, "class");
    if (names_hidden(classes)) return Hidden::chrome;
    if (by_class_ && kind != HtmlKind::content && kind != HtmlKind::heading && (names_chrome(classes) || names_chrome(attribute(attributes, "id")))) return Hidden::chrome;
    return Hidden::no;
}

void Page::start(std::string_view name, const xmlChar** attributes) {
    const HtmlKind kind = html_kind(name);
    if (name == "link" && attribute(attributes, "rel") == "canonical" && address_.empty()) address_ = attribute(attributes, "href");
    Element element{std::string(name), kind, why_hidden(kind, name, attributes), {}, name == "a" && is_document(attribute(attributes, "href"))};
    document_links_ += element.document_link;
    contents_ += kind == HtmlKind::content;
    headings_ += kind == HtmlKind::heading;
    lines_ += kind == HtmlKind::preformatted;
    if (element.hides != Hidden::no) {
        if (!is_inline(kind)) writer_.end_block();
        hiding_.push_back(open_.size());
    } else if (hiding_.empty() || kind == HtmlKind::heading) {
        open(element, attributes);
    }
    open_.push_back(std::move(element));
}

std::string Page::marker_of(const xmlChar** attributes) {
    for (auto list = open_.rbegin(); list != open_.rend(); ++list) {
        if (list->kind == HtmlKind::list) return "\u2022 ";
        if (list->kind != HtmlKind::ordered_list) continue;
        const std::string_view value = attribute(attributes, "value");
        if (!value.empty()) list->counter.next = std::atol(std::string(value).c_str());
        return list->counter.take() + " ";
    }
    return "\u2022 ";
}

void Page::open(Element& element, const xmlChar** attributes) {
    switch (element.kind) {
        case HtmlKind::inline_text: case HtmlKind::title: case HtmlKind::silent: case HtmlKind::navigation: case HtmlKind::struck: return;
        case HtmlKind::line_break: return writer_.line_break();
        case HtmlKind::row: return writer_.begin_row();
        case HtmlKind::item:
            linked_ = other_ = false;
            return writer_.marker(marker_of(attributes));
        case HtmlKind::description:   // beside its term, if nothing stands there yet
            return open_.empty() || open_.back().kind != HtmlKind::block ? writer_.end_block() : writer_.text(" ");
        case HtmlKind::ordered_list: {
            element.counter = ListCounter::of_html(attribute(attributes, "type"), attribute(attributes, "start"));
            return writer_.end_block();
        }
        case HtmlKind::cell: case HtmlKind::block: case HtmlKind::header: case HtmlKind::content: case HtmlKind::list: case HtmlKind::term: case HtmlKind::preformatted: case HtmlKind::heading: writer_.end_block();
    }
}

void Page::close(const Element& element) {
    switch (element.kind) {
        case HtmlKind::cell: return writer_.end_cell();
        case HtmlKind::row: return writer_.end_row();
        case HtmlKind::item: {
            if (linked_ && !other_) {
                writer_.drop_block();
                ++result_.links;
            }
            linked_ = other_ = false;
            return writer_.end_block();
        }
        case HtmlKind::inline_text: case HtmlKind::line_break: case HtmlKind::term: case HtmlKind::title: case HtmlKind::silent: case HtmlKind::struck: return;
        default: writer_.end_block();
    }
}

void Page::end(std::string_view name) {
    // The parser closes what was left open, so that the innermost element is the one that ends.
    if (open_.empty() || open_.back().name != name) return;
    const Element element = std::move(open_.back());
    open_.pop_back();
    contents_ -= element.kind == HtmlKind::content;
    document_links_ -= element.document_link;
    headings_ -= element.kind == HtmlKind::heading;
    lines_ -= element.kind == HtmlKind::preformatted;
    if (element.hides != Hidden::no) {
        hiding_.pop_back();
        if (!is_inline(element.kind)) writer_.end_block();
    } else if (hiding_.empty() || element.kind == HtmlKind::heading) {
        close(element);
    }
}

void Page::characters(std::string_view text) {
    if (!open_.empty() && open_.back().kind == HtmlKind::title && title_.size() < kLooked) title_ += text;
    if (hiding_.empty()) {
        if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) (document_links_ > 0 ? linked_ : other_) = true;
        if (lines_ == 0) return writer_.text(text);
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            writer_.text(text.substr(at, end - at));
            if (end < text.size()) writer_.line_break();
            at = end + 1;
        }
        return;
    }
    // The heading of a page may stand in its header.
    const Element* const hides = &open_[hiding_.front()];
    if (headings_ > 0 && hides->kind == HtmlKind::header && hiding_.size() == 1) return writer_.text(text);
    if (hides->hides == Hidden::chrome) result_.dropped += count_words(text);
    if (hides->hides == Hidden::struck) result_.struck += count_words(text);
}

/// `saved from url=(0042)https://...`: what browsers write into pages that they save.
void Page::comment(std::string_view text) {
    const std::size_t at = text.find("saved from url=(");
    const std::size_t begin = at == std::string_view::npos ? at : text.find(')', at);
    if (begin == std::string_view::npos || !address_.empty()) return;
    address_ = text.substr(begin + 1, text.find_first_of(" \n\r", begin) - begin - 1);
}

/// The part of a title that names a council: "Agenda for Cabinet on 3 May | Elmstead Borough Council".
std::string council_of_title(std::string_view title) {
    for (const std::string_view mark : {std::string_view(" | "), std::string_view(" - "), std::string_view(" \u2013 "), std::string_view(" : ")}) {
        const std::size_t at = title.rfind(mark);
        if (at == std::string_view::npos) continue;
        BlockWriter words;
        words.text(title.substr(at + mark.size()));
        std::string part = words.take();
        if (!part.empty()) part.pop_back();
        for (const std::string_view word : {"Borough", "County", "City", "District", "Town", "Parish", "Community", "Metropolitan", "Regional", "Authority", "Cyngor", "Corporation"})
            if (part.find(word) != std::string::npos && part.size() < 80) return part;
    }
    return {};
}

HtmlText Page::take() {
    result_.text = writer_.take();
    const std::string council = council_of_title(title_);
    if (!council.empty() && result_.text.find(council) == std::string::npos) result_.site = council;
    if (council.empty() && address_.starts_with("http")) result_.site = address_.substr(0, address_.find('/', 8)) + "/";
    return std::move(result_);
}

/// Without the tags that end the page: browsers show what stands behind them, the parser would stop there.
std::string without_ends(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t tag = std::min(text.find("</", at), text.size());
        kept += text.substr(at, tag - at);
        const std::string name = lowered(text.substr(tag, 6));
        const bool ends = name == "</body" || name == "</html";
        at = ends ? std::min(text.find('>', tag), text.size() - 1) + 1 : std::min(tag + 2, text.size());
        if (!ends) kept += text.substr(tag, at - tag);
    }
    return kept;
}

HtmlText parse(std::string_view whole, bool by_class) {
    const std::string utf8 = without_ends(whole);
    Page page(by_class);
    htmlSAXHandler handler{};
    const auto text = [](void* user, const xmlChar* characters, int length) { static_cast<Page*>(user)->characters({reinterpret_cast<const char*>(characters), static_cast<std::size_t>(length)}); };
    handler.startElement = [](void* user, const xmlChar* name, const xmlChar** attributes) { static_cast<Page*>(user)->start(view(name), attributes); };
    handler.endElement = [](void* user, const xmlChar* name) { static_cast<Page*>(user)->end(view(name)); };
    handler.characters = text;
    handler.ignorableWhitespace = text;
    handler.comment = [](void* user, const xmlChar* content) { static_cast<Page*>(user)->comment(view(content)); };
    const htmlParserCtxtPtr context = htmlCreatePushParserCtxt(&handler, &page, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8);
    if (!context) throw std::bad_alloc();
    htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
    constexpr std::size_t kChunk = 64 << 10;
    for (std::size_t at = 0; at < utf8.size(); at += kChunk) htmlParseChunk(context, utf8.data() + at, static_cast<int>(std::min(kChunk, utf8.size() - at)), 0);
    htmlParseChunk(context, nullptr, 0, 1);
    htmlFreeParserCtxt(context);
    return page.take();
}

/// Strings behind each other, each led by its length.
std::string packed(const HtmlText& page) {
    return std::to_string(page.dropped) + " " + std::to_string(page.struck) + " " + std::to_string(page.links) + " " + std::to_string(page.site.size()) + "\n" + page.site + page.text;
}

HtmlText unpacked(std::string_view bytes) {
    HtmlText page;
    std::size_t site = 0;
    const std::string head(bytes.substr(0, bytes.find('\n')));
    char* rest = nullptr;
    page.dropped = std::strtoul(head.c_str(), &rest, 10);
    page.struck = std::strtoul(rest, &rest, 10);
    page.links = std::strtoul(rest, &rest, 10);
    site = std::strtoul(rest, nullptr, 10);
    bytes.remove_prefix(std::min(head.size() + 1, bytes.size()));
    page.site = bytes.substr(0, site);
    page.text = bytes.substr(std::min(site, bytes.size()));
    return page;
}

}  // namespace

bool is_html(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || text[begin] != '<') return false;
    const std::string head = lowered(text.substr(begin, kLooked));
    for (const std::string_view start : {"<!doctype html", "<html", "<head", "<body", "<div", "<table", "<p>", "<p ", "<main", "<article", "<section", "<h1"})
        if (head.starts_with(start)) return true;
    return head.find("<html") != std::string::npos || head.find("<body") != std::string::npos;
}

std::string declared_charset(std::string_view bytes) {
    const std::string head = lowered(bytes.substr(0, kLooked));
    std::size_t at = head.find("charset=");
    if (at == std::string::npos) return {};
    at += 8;
    while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
    return head.substr(at, head.find_first_of("\"' />;\n", at) - at);
}

HtmlText html_text(std::string_view utf8) {
    HtmlText page = parse(utf8, true);
    const std::size_t kept = count_words(page.text);
    if (page.dropped > 200 && kept < page.dropped / 3) return parse(utf8, false);   // the classes meant something else
    return page;
}

std::variant<Document, Skipped> read_html(std::string path, std::string_view bytes, std::string_view address) {
    DecodedText decoded = decode_text(bytes);
    std::erase(decoded.text, '\0');
    const ChildLimits limits;
    const ChildResult result = run_forked([&] { return packed(html_text(decoded.text)); }, limits);
    if (const std::string why = why_ended(result, limits); !why.empty()) return Skipped{"a web page that " + why + "; save it again as text", {}, true};
    HtmlText page = unpacked(result.output);
    if (page.text.empty()) return Skipped{"a web page without text"};
    if (page.site.empty() && page.text.find("Council") == std::string::npos) page.site = address;
    Document doc = make_document(std::move(path), page.site.empty() ? page.text : page.site + "\n\n" + page.text);
    doc.sha256 = sha256_hex(bytes);
    doc.file_bytes = bytes.size();
    const auto words = [](std::size_t count) { return std::to_string(count) + (count == 1 ? " word" : " words"); };
    if (page.dropped > 0) doc.left_out.push_back(words(page.dropped) + " of navigation, notices and hidden text");
    if (page.links > 0) doc.left_out.push_back(std::to_string(page.links) + (page.links == 1 ? " link to a document" : " links to documents"));
    if (page.struck > 0) doc.left_out.push_back(words(page.struck) + " struck out");
    if (!decoded.assumption.empty() && declared_charset(bytes).find("1252") == std::string::npos && declared_charset(bytes).find("8859-1") == std::string::npos) doc.problems.push_back({{0, 0}, decoded.assumption});
    return doc;
}

}  // namespace minutes
