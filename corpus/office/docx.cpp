#include "corpus/markup/block_writer.hpp"
#include "corpus/office/docx_numbering.hpp"
#include "corpus/office/office_text.hpp"
#include "corpus/office/xml.hpp"
#include "corpus/office/zip_archive.hpp"

#include <cstdlib>
#include <string_view>

namespace minutes {
namespace {

class Body {
public:
    explicit Body(DocxNumbering numbering) : numbering_(std::move(numbering)) {}

    void start(std::string_view name, XmlAttributes attributes);
    void end(std::string_view name);
    void text(std::string_view more);

    OfficeText take() {
        result_.text = writer_.take();
        return std::move(result_);
    }

private:
    /// A property of text that is switched on or, with a value, off.
    static bool is_on(XmlAttributes attributes) {
        const std::string_view value = attributes["w:val"];
        return value != "0" && value != "false" && value != "none" && value != "off";
    }
    void number_paragraph();

    DocxNumbering numbering_;
    BlockWriter writer_;
    OfficeText result_;
    std::string style_;
    std::optional<int> list_, level_;
    bool numbered_ = false;     ///< the marker of this paragraph has been asked for
    bool shows_ = false;        ///< within w:t
    bool properties_ = false, run_properties_ = false, hidden_ = false;
    std::size_t deleted_ = 0, skipped_ = 0;
};

void Body::start(std::string_view name, XmlAttributes attributes) {
    if (name == "w:p") {
        writer_.end_block();
        style_.clear();
        list_.reset();
        level_.reset();
        numbered_ = false;
    }
    if (name == "w:del" || name == "w:moveFrom") ++deleted_;
    if (name == "mc:Fallback") ++skipped_;   // the same again, for programs that are older
    if (name == "w:t" || name == "w:delText") shows_ = true;
    if (name == "w:pPr") properties_ = true;
    if (name == "w:rPr") run_properties_ = true;
    if (name == "w:r") hidden_ = false;
    if (properties_ && name == "w:pStyle") style_ = attributes["w:val"];
    if (properties_ && name == "w:numId") list_ = std::atoi(std::string(attributes["w:val"]).c_str());
    if (properties_ && name == "w:ilvl") level_ = std::atoi(std::string(attributes["w:val"]).c_str());
    if (run_properties_ && !properties_ && (name == "w:strike" || name == "w:dstrike" || name == "w:vanish") && is_on(attributes)) hidden_ = true;
    if (name == "w:tr") writer_.begin_row();
    if (properties_ || run_properties_ || skipped_ > 0 || deleted_ > 0) return;
    if (name == "w:tab") writer_.text(" ");
    if (name == "w:br" || name == "w:cr") writer_.line_break();
    if (name == "w:noBreakHyphen") text("-");
}

void Body::end(std::string_view name) {
    if (name == "w:p") writer_.end_block();
    if (name == "w:tc") writer_.end_cell();
    if (name == "w:tr") writer_.end_row();
    if ((name == "w:del" || name == "w:moveFrom") && deleted_ > 0) --deleted_;
    if (name == "mc:Fallback" && skipped_ > 0) --skipped_;
    if (name == "w:t" || name == "w:delText") shows_ = false;
    if (name == "w:pPr") properties_ = false;
    if (name == "w:rPr") run_properties_ = false;
}

/// Its number is that of the paper: asked for when the first text comes, since paragraphs without text show none.
void Body::number_paragraph() {
    if (numbered_) return;
    numbered_ = true;
    const std::string mark = numbering_.next(style_, list_, level_);
    if (!mark.empty() && writer_.at_block_start()) writer_.marker(mark);
}

void Body::text(std::string_view more) {
    if (!shows_ && more != "-") return;
    if (skipped_ > 0) return;
    const bool blank = more.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (deleted_ > 0) {
        result_.deleted += count_words(more);
    } else if (hidden_) {
        result_.hidden += count_words(more);
    } else {
        if (!blank) number_paragraph();
        writer_.text(more);
    }
}

}  // namespace

std::optional<OfficeText> docx_text(ZipArchive& archive) {
    const auto document = archive.read("word/document.xml");
    if (!document) return std::nullopt;
    const auto numbering = archive.read("word/numbering.xml"), styles = archive.read("word/styles.xml");
    Body body(DocxNumbering(numbering.value_or(""), styles.value_or("")));
    const XmlEvents events{[&](std::string_view name, XmlAttributes attributes) { body.start(name, attributes); }, [&](std::string_view name) { body.end(name); }, [&](std::string_view text) { body.text(text); }};
    if (!parse_xml(*document, events)) return std::nullopt;
    return body.take();
}

}  // namespace minutes
