#pragma once

#include "analyzers/people/lexemes.hpp"
#include "corpus/document.hpp"

#include <unordered_map>
#include <vector>

namespace minutes {

/// A document and the lexemes of its passages. The readers of names, speech and outcomes all ask for them; each passage
/// is lexed when the first one does. Not for several threads at once. The document must outlive it.
class LexedText {
public:
    explicit LexedText(const Document& doc) : doc_(doc) {}
    LexedText(const LexedText&) = delete;
    LexedText& operator=(const LexedText&) = delete;

    [[nodiscard]] const Document& doc() const { return doc_; }

    /// lexemes_of(doc().text, passage); the reference holds until forget(). Memory: 40 bytes a lexeme.
    [[nodiscard]] const Lexemes& of(const Passage& passage) const;

    /// Gives the memory back, after a meeting is read.
    void forget() { passages_.clear(); }

private:
    struct Read {
        std::vector<Span> parts;
        Span marker;
        Lexemes lexemes;
    };
    const Document& doc_;
    mutable std::unordered_multimap<std::uint32_t, Read> passages_;  ///< by first byte
};

}  // namespace minutes
