#include "corpus/markup/captions.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace minutes {
namespace {

constexpr std::size_t kParagraph = 600;   // bytes after which unnamed speech is broken at the next sentence

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "00:01:02.000 --> 00:01:04.000", with a comma in SubRip.
bool is_timing(std::string_view line) {
    const std::size_t arrow = line.find("-->");
    return arrow != std::string_view::npos && !line.empty() && is_digit(line.front()) && line.substr(0, arrow).find(':') != std::string_view::npos;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

/// "Ann Oak: ", "CHAIR: " at the head of a caption: at most five words, the first in capitals.
bool has_label(std::string_view line) {
    const std::size_t colon = line.find(": ");
    const std::string_view label = line.substr(0, colon);
    return colon != std::string_view::npos && colon > 1 && colon <= 48 && label.front() >= 'A' && label.front() <= 'Z' && std::count(label.begin(), label.end(), ' ') < 5 && label.find_first_of(".,;?!") == std::string_view::npos;
}

bool ends_sentence(std::string_view text) { return !text.empty() && std::string_view(".?!").find(text.back()) != std::string_view::npos; }

class Transcript {
public:
    void add(std::string_view line) {
        std::string text, voice;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const std::size_t close = line[i] == '<' ? line.find('>', i) : std::string_view::npos;
            if (close == std::string_view::npos) {
                text += line[i];
                continue;
            }
            const std::string_view tag = line.substr(i + 1, close - i - 1);
            if (tag.starts_with("v ") || tag.starts_with("v.")) voice = tag.substr(std::min(tag.find(' '), tag.size() - 1) + 1);
            i = close;
        }
        while (text.starts_with(' ') || text.starts_with('-')) text.erase(0, 1);
        if (text.empty()) return;
        const bool other = !voice.empty() && voice != voice_;
        const bool full = said_ > kParagraph && voice.empty() && ends_sentence(out_);
        if (other || has_label(text) || full) {
            if (!out_.empty()) out_ += "\n\n";
            said_ = 0;
            if (other) out_ += voice + ": ";
        } else if (!out_.empty()) {
            out_ += ' ';
        }
        if (!voice.empty()) voice_ = voice;
        out_ += text;
        said_ += text.size();
    }

    std::string take() { return out_.empty() ? out_ : out_ + "\n"; }

private:
    std::string out_, voice_;
    std::size_t said_ = 0;
};

}  // namespace

bool is_captions(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    if (text.starts_with("WEBVTT")) return text.size() == 6 || text[6] == '\n' || text[6] == '\r' || text[6] == ' ' || text[6] == '\t';
    const std::vector<std::string_view> head = lines_of(text.substr(0, 200));
    return head.size() >= 3 && head[0] == "1" && is_timing(head[1]);
}

std::string captions_text(std::string_view text) {
    const std::vector<std::string_view> lines = lines_of(text);
    Transcript transcript;
    bool cue = false;
    for (const std::string_view line : lines) {
        if (line.empty()) cue = false;
        else if (is_timing(line)) cue = true;
        else if (cue) transcript.add(line);   // all else is a head, a number, a note, a style
    }
    return transcript.take();
}

}  // namespace minutes
