#include "corpus/markup/block_writer.hpp"
#include "corpus/office/odt_lists.hpp"
#include "corpus/office/office_text.hpp"
#include "corpus/office/xml.hpp"
#include "corpus/office/zip_archive.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string_view>
#include <vector>

namespace minutes {
namespace {

/// What stands in the file and not on the page.
constexpr std::string_view kUnseen[] = {"text:tracked-changes", "office:annotation", "text:note", "text:number", "office:forms", "svg:title", "svg:desc", "text:sequence-decls", "text:variable-decls", "text:user-field-decls", "table:covered-table-cell"};

class Body {
public:
    void style(std::string_view xml) {
        const XmlEvents events{[this](std::string_view name, XmlAttributes attributes) { lists_.style_tag(name, attributes); }, [this](std::string_view name) { lists_.style_end(name); }, [](std::string_view) {}};
        if (!parse_xml(xml, events)) {   // what was read until then counts
        }
    }

    void start(std::string_view name, XmlAttributes attributes);
    void end(std::string_view name);
    void text(std::string_view more);

    OfficeText take() {
        result_.text = writer_.take();
        return std::move(result_);
    }

private:
    OdtLists lists_;
    BlockWriter writer_;
    OfficeText result_;
    bool body_ = false;
    bool deletion_ = false;              ///< within tracked changes: what was deleted
    std::size_t unseen_ = 0, paragraphs_ = 0;
    std::vector<bool> hidden_spans_;
    std::size_t hidden_ = 0;
};

void Body::start(std::string_view name, XmlAttributes attributes) {
    if (name == "office:text") body_ = true;
    if (!body_) return lists_.style_tag(name, attributes);
    if (std::find(std::begin(kUnseen), std::end(kUnseen), name) != std::end(kUnseen)) ++unseen_;
    if (name == "text:deletion") deletion_ = true;
    if (unseen_ > 0) return;
    if (name == "text:list") lists_.begin_list(attributes);
    if (name == "text:list-item") lists_.begin_item(attributes);
    if (name == "table:table-row") writer_.begin_row();
    if (name == "text:line-break") writer_.line_break();
    if (name == "text:tab" || name == "text:s") writer_.text(" ");
    if (name == "text:span") {
        hidden_spans_.push_back(lists_.hides(attributes["text:style-name"]));
        hidden_ += hidden_spans_.back();
    }
    if (name != "text:p" && name != "text:h") return;
    writer_.end_block();
    ++paragraphs_;
    const bool heading = name == "text:h" && !lists_.in_list() && attributes["text:is-list-header"] != "true";
    const std::string mark = heading ? lists_.heading_marker(static_cast<std::size_t>(std::max(0L, std::atol(std::string(attributes["text:outline-level"]).c_str())))) : lists_.take_marker();
    if (!mark.empty()) writer_.marker(mark);
}

void Body::end(std::string_view name) {
    if (!body_) return lists_.style_end(name);
    if (name == "text:deletion") deletion_ = false;
    const bool was_unseen = unseen_ > 0;
    if (was_unseen && std::find(std::begin(kUnseen), std::end(kUnseen), name) != std::end(kUnseen)) --unseen_;
    if (was_unseen) return;
    if (name == "text:list") lists_.end_list();
    if (name == "table:table-cell") writer_.end_cell();
    if (name == "table:table-row") writer_.end_row();
    if (name == "text:span" && !hidden_spans_.empty()) {
        hidden_ -= hidden_spans_.back();
        hidden_spans_.pop_back();
    }
    if ((name == "text:p" || name == "text:h") && paragraphs_ > 0) {
        writer_.end_block();
        --paragraphs_;
    }
}

void Body::text(std::string_view more) {
    if (!body_) return;
    if (unseen_ > 0) (deletion_ ? result_.deleted : result_.hidden) += count_words(more);
    else if (paragraphs_ > 0 && hidden_ > 0) result_.hidden += count_words(more);
    else if (paragraphs_ > 0) writer_.text(more);
}

}  // namespace

std::optional<OfficeText> odt_text(ZipArchive& archive) {
    const auto content = archive.read("content.xml");
    if (!content) return std::nullopt;
    Body body;
    if (const auto styles = archive.read("styles.xml")) body.style(*styles);
    const XmlEvents events{[&](std::string_view name, XmlAttributes attributes) { body.start(name, attributes); }, [&](std::string_view name) { body.end(name); }, [&](std::string_view text) { body.text(text); }};
    if (!parse_xml(*content, events)) return std::nullopt;
    return body.take();
}

}  // namespace minutes
