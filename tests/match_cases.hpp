#pragma once

#include "searcher/match.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace minutes::test {

inline std::string marked(std::string_view text, const std::vector<Span>& hits) {
    std::string result;
    std::uint32_t at = 0;
    for (const Span hit : hits) {
        result += std::string(slice(text, {at, hit.begin})) + "«" + std::string(slice(text, hit)) + "»";
        at = hit.end;
    }
    return result + std::string(text.substr(at));
}

/// The text with its hits between « and »; "no" when the record does not answer; the fault when the query is refused.
inline std::string answer(std::string_view query, const Record& record) {
    const Parsed parsed = parse_query(query);
    if (!parsed.problem.message.empty()) return parsed.problem.message;
    const Matched matched = match(parsed.tree, record, tokenise(record.text));
    return matched.yes ? marked(record.text, matched.hits) : "no";
}

inline Record with_text(std::string_view text) {
    Record record;
    record.text = text;
    return record;
}

inline Record sample() {
    Record record;
    record.id = "eastmoor/scrutiny/2021-03-04/3/2";
    record.item_id = "eastmoor/scrutiny/2021-03-04/3";
    record.meeting_id = "eastmoor/scrutiny/2021-03-04";
    record.council = "East Moor Council";
    record.committee = "Children’s Scrutiny Committee";
    record.date = "2021-03-04";
    record.item_title = "Annual Reports on Agency Staff";
    record.kind = "agenda-note";
    record.speakers = {{"vice-chair", "statement", "explicit", "Councillor Anne O’Brien", "The Vice-Chair"},
                       {"dcs", "answer", "explicit", "", "The DCS"},
                       {"vice-chair", "question", "implied", "Councillor Anne O’Brien", "she"}};
    record.text = "Agency staff.";
    record.path = "/minutes/a.txt";
    return record;
}

}  // namespace minutes::test
