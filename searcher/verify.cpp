#include "searcher/verify.hpp"

#include "corpus/archive.hpp"
#include "corpus/read_document.hpp"
#include "searcher/printable.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

namespace minutes {
namespace {

namespace fs = std::filesystem;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Text in the form in which it is compared: runs of white space as one space, controls as exports have them.
std::string comparable(std::string_view text) {
    std::string folded;
    for (const char c : without_controls(text)) {
        if (!is_space(c)) folded += c;
        else if (folded.empty() || folded.back() != ' ') folded += ' ';
    }
    return folded;
}

std::string trimmed(std::string text) {
    while (text.ends_with(' ')) text.pop_back();
    return text.starts_with(' ') ? text.substr(1) : text;
}

/// What stands at the quote's spans; nullopt where the text is too short for them.
std::optional<std::string> standing(std::string_view text, const Quote& quote) {
    std::string joined;
    for (const Span span : quote.at) {
        if (span.end > text.size()) return std::nullopt;
        joined += (joined.empty() ? "" : " ") + std::string(slice(text, span));
    }
    return trimmed(comparable(joined));
}

bool stands(std::string_view text, const Quote& quote) {
    if (quote.exact.empty()) return true;
    const std::optional<std::string> there = standing(text, quote);
    return there && *there == trimmed(comparable(quote.exact));
}

/// The quote in pieces that each stand in one stretch of the source: one piece unless a page break cuts it.
std::vector<std::string_view> pieces(const Quote& quote) {
    std::vector<std::string_view> list;
    std::string_view rest = quote.exact;
    for (std::size_t i = 0; i + 1 < quote.at.size() && quote.at[i].size() < rest.size(); ++i) {
        list.push_back(rest.substr(0, quote.at[i].size()));
        rest.remove_prefix(quote.at[i].size());
        if (rest.starts_with(' ')) rest.remove_prefix(1);
    }
    list.push_back(rest);
    return list;
}

/// A quote as it is looked for in a comparable text.
struct Needle {
    std::vector<std::string> parts;
    std::size_t lead = 0;      ///< bytes of prefix at the start of the first part
    std::size_t trail = 0;     ///< bytes of suffix at the end of the last
};

constexpr std::size_t kSpeaksForItself = 40;   ///< bytes from which a quote is looked for without its context
constexpr std::size_t kMaxGap = 4000;          ///< bytes between two pieces of a passage: a page's foot and head

Needle needle_of(const Quote& quote) {
    Needle needle;
    for (const std::string_view piece : pieces(quote)) needle.parts.push_back(trimmed(comparable(piece)));
    if (quote.exact.size() >= kSpeaksForItself) return needle;
    std::string before = comparable(quote.prefix), after = comparable(quote.suffix);
    if (before.starts_with(' ')) before.erase(0, 1);
    while (after.ends_with(' ')) after.pop_back();
    needle.lead = before.size();
    needle.trail = after.size();
    needle.parts.front() = before + needle.parts.front();
    needle.parts.back() += after;
    return needle;
}

/// The end of the pieces that follow the first, which ends at `end`; npos if they do not follow.
std::size_t end_of_rest(const std::string& text, const Needle& needle, std::size_t end) {
    for (std::size_t i = 1; i < needle.parts.size(); ++i) {
        const std::size_t next = text.find(needle.parts[i], end);
        if (next == std::string::npos || next > end + kMaxGap) return std::string::npos;
        end = next + needle.parts[i].size();
    }
    return end;
}

/// Bytes of `text` at which the bytes `places` of comparable(text) stand. Both ascending.
std::vector<std::uint32_t> places_in(std::string_view text, const std::vector<std::size_t>& places) {
    std::vector<std::uint32_t> found;
    std::size_t folded = 0, at = 0;
    bool space = false;
    for (const std::size_t place : places) {
        while (at < text.size() && folded < place) {
            const std::size_t begin = at++;
            while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
            const bool white = at == begin + 1 && is_space(text[begin]);
            if (!(white && space)) folded += white ? 1 : without_controls(text.substr(begin, at - begin)).size();
            space = white;
        }
        while (space && at < text.size() && is_space(text[at])) ++at;
        found.push_back(static_cast<std::uint32_t>(at));
    }
    return found;
}

/// Where the quote stands in `text`: of several places the one nearest to where it stood.
std::optional<Span> find_quote(std::string_view text, const std::string& folded, const Quote& quote) {
    const Needle needle = needle_of(quote);
    if (needle.parts.front().empty()) return std::nullopt;
    const std::size_t old = quote.at.empty() ? 0 : quote.at.front().begin;
    std::optional<std::pair<std::size_t, std::size_t>> best;
    for (std::size_t at = folded.find(needle.parts.front()); at != std::string::npos; at = folded.find(needle.parts.front(), at + 1)) {
        const std::size_t end = end_of_rest(folded, needle, at + needle.parts.front().size());
        const auto distance = [&](std::size_t place) { return place > old ? place - old : old - place; };
        if (end == std::string::npos || (best && distance(best->first) <= distance(at))) continue;
        best = {at + needle.lead, end - needle.trail};
    }
    if (!best) return std::nullopt;
    const std::vector<std::uint32_t> places = places_in(text, {best->first, best->second});
    return Span{places[0], places[1]};
}

}  // namespace

std::string_view name_of(Verdict verdict) {
    static constexpr std::string_view kNames[] = {"ok", "changed", "moved", "missing", "damaged"};
    return kNames[static_cast<std::size_t>(verdict)];
}

std::string Verifier::resolve(const std::string& path) const {
    if (root_.empty()) return path;
    const fs::path whole(path);
    std::vector<fs::path> names(whole.begin(), whole.end());
    for (std::size_t first = whole.is_absolute() ? 1 : 0; first < names.size(); ++first) {
        fs::path tail;
        for (std::size_t i = first; i < names.size(); ++i) tail /= names[i];
        std::error_code failed;
        if (fs::exists(root_ / tail, failed) || archive_path((root_ / tail).string())) return (root_ / tail).string();
    }
    return (root_ / whole.filename()).string();
}

const Verifier::Source& Verifier::open(const std::string& path) {
    if (last_.path == path) return last_;
    last_ = {path, {}, "", ""};
    auto read = read_document(path);
    if (const Skipped* skipped = std::get_if<Skipped>(&read)) last_.unreadable = skipped->reason;
    else last_.document = std::move(std::get<Document>(read));
    return last_;
}

const std::string& Verifier::folded() {
    if (last_.folded.empty()) last_.folded = comparable(last_.document.text);
    return last_.folded;
}

void Verifier::put_found(Verified& result, Span found) const {
    result.verdict = Verdict::moved;
    result.found_path = last_.path;
    result.found = found;
    result.found_line = line_number(last_.document, found.begin);
    result.found_page = page_number(last_.document, found.begin);
}

void Verifier::add(const ExportRow& row) {
    Verified result{row.number, row.id, row.path, Verdict::damaged, row.damage};
    if (!row.damage.empty()) return results_.push_back(std::move(result));
    result.path = resolve(row.path);
    const Source& source = open(result.path);
    const auto broken = std::find_if(row.quotes.begin(), row.quotes.end(), [&](const Quote& quote) { return !stands(source.document.text, quote); });
    const bool same_bytes = source.unreadable.empty() && source.document.sha256 == row.sha256;
    if (source.unreadable.empty() && broken == row.quotes.end()) {
        result.verdict = same_bytes ? Verdict::ok : Verdict::changed;
        result.detail = same_bytes ? "" : "the file has other bytes now; the words stand where they stood";
        return results_.push_back(std::move(result));
    }
    result.verdict = Verdict::missing;
    result.detail = !source.unreadable.empty() ? "the file cannot be read: " + source.unreadable
                    : same_bytes               ? "the file is as it was, so the row was edited"
                                               : "the file has other bytes now";
    if (broken != row.quotes.end()) {
        const std::optional<Span> found = source.unreadable.empty() ? find_quote(source.document.text, folded(), *broken) : std::nullopt;
        if (found) put_found(result, *found);
        else lost_.push_back({results_.size(), *broken});
    }
    results_.push_back(std::move(result));
}

void Verifier::look_in_folder(const std::string& folder, const std::vector<std::size_t>& lost) {
    std::error_code failed;
    std::vector<std::string> files;
    for (fs::directory_iterator entry(folder.empty() ? "." : folder, failed), end; !failed && entry != end; entry.increment(failed))
        if (entry->is_regular_file(failed) && is_supported_name(entry->path().string())) files.push_back(entry->path().string());
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) {
        const Source& source = open(file);
        for (const std::size_t i : lost) {
            Verified& result = results_[lost_[i].index];
            if (result.verdict == Verdict::moved || file == result.path) continue;
            if (const std::optional<Span> found = find_quote(source.document.text, folded(), lost_[i].quote)) put_found(result, *found);
        }
    }
}

std::vector<Verified> Verifier::finish() {
    std::map<std::string, std::vector<std::size_t>> by_folder;
    for (std::size_t i = 0; i < lost_.size(); ++i) by_folder[fs::path(results_[lost_[i].index].path).parent_path().string()].push_back(i);
    for (const auto& [folder, lost] : by_folder) look_in_folder(folder, lost);
    return std::move(results_);
}

}  // namespace minutes
