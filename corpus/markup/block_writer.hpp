#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// How many words stand in the text, parted by white space.
[[nodiscard]] std::size_t count_words(std::string_view text);

/// Builds plain text out of the events of a markup reader: paragraphs, list markers, tables. White space is folded. A blank
/// line parts blocks. A row whose cells are short lines becomes one line with tabs between its cells; other cells are blocks one
/// after the other. What ends unbegun is ignored; what is never ended ends with the text. O(text).
class BlockWriter {
public:
    /// Text of the present paragraph; runs of white space count as one space, also across calls.
    void text(std::string_view more);
    void line_break();

    /// Ends the present paragraph, if there is one.
    void end_block();

    /// Takes back what was written of the present paragraph.
    void drop_block();

    /// What stands before the next paragraph: a bullet, a number. Dropped when another marker or the end comes first.
    void marker(std::string_view mark);

    void begin_row();
    void end_cell();
    void end_row();

    /// Whether nothing has been written to the present paragraph.
    [[nodiscard]] bool at_block_start() const { return line_.empty(); }

    /// The text; the writer is empty afterwards.
    [[nodiscard]] std::string take();

private:
    struct Block {
        std::string text;
        bool row = false;   ///< a row of a table: stands close to rows above and below
    };
    struct Row {
        std::vector<std::vector<Block>> cells;   ///< the last one is being written
    };

    std::vector<Block>& target();

    std::vector<Block> blocks_;
    std::vector<Row> rows_;   ///< open rows, those of nested tables last
    std::string line_, marker_;
    bool space_ = false;
};

}  // namespace minutes
