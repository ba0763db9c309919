#include "tests/scan.hpp"

#include "analyzers/families.hpp"
#include "analyzers/tokens.hpp"
#include "indexer/index_directory.hpp"

#include <xapian.h>

#include <algorithm>

namespace minutes::test {
namespace {

using Kind = Asked::Kind;

bool is_group(Kind kind) { return kind == Kind::all || kind == Kind::any || kind == Kind::without; }
bool is_scope(Kind kind) { return kind == Kind::item || kind == Kind::meeting; }

/// Whether there is a word or phrase in it outside NOT.
bool has_text(const Asked& asked) {
    if (asked.kind == Kind::without || asked.kind == Kind::role || asked.kind == Kind::year || asked.kind == Kind::since) return false;
    return asked.kind == Kind::expansion || asked.parts.empty() || std::any_of(asked.parts.begin(), asked.parts.end(), has_text);
}

void add_leaves(const Asked& asked, std::vector<const Asked*>& leaves) {
    if (!is_group(asked.kind)) return leaves.push_back(&asked);
    for (const Asked& part : asked.parts) add_leaves(part, leaves);
}

std::string place_text(const std::vector<std::string>& place) {
    if (place.size() == 1) return place.front();
    std::string text;
    for (const std::string& word : place) text += (text.empty() ? "(" : "|") + word;
    return text + ")";
}

}  // namespace

std::string Asked::typed() const {
    std::string text;
    const auto joined = [&](const char* between) {
        std::string all;
        for (const Asked& part : parts) all += (all.empty() ? "" : between) + part.typed();
        return "(" + all + ")";
    };
    switch (kind) {
        case Kind::word: return places.front().front();
        case Kind::phrase:
        case Kind::slop:
            for (const auto& place : places) text += (text.empty() ? "\"" : " ") + place_text(place);
            return text + '"' + (kind == Kind::slop ? "~" + std::to_string(distances.front()) : "");
        case Kind::near:
            text = parts.front().typed();
            for (std::size_t i = 0; i < distances.size(); ++i) text += (ordered[i] ? " ADJ/" : " NEAR/") + std::to_string(distances[i]) + " " + parts[i + 1].typed();
            return "(" + text + ")";
        case Kind::expansion: return places.front().front();
        case Kind::start: return "^" + parts.front().typed();
        case Kind::all: return joined(" ");
        case Kind::any: return joined(" OR ");
        case Kind::without: return "-" + parts.front().typed();
        case Kind::item: return "item:{" + parts.front().typed() + "}";
        case Kind::meeting: return "meeting:{" + parts.front().typed() + "}";
        case Kind::role: return "role:" + places.front().front();
        case Kind::year: return "year:" + places.front().front();
        case Kind::since: return "date:" + places.front().front() + "..";
    }
    return {};
}

void Scan::add(Record record) {
    ScanPassage passage;
    const Tokens tokens = tokenise(record.text);
    for (const Token& token : tokens.list) {
        const std::string form(tokens.form(token));
        if (token.whole && (token.width > 1 || !(form.starts_with("£") || form.starts_with("$")))) continue;
        const auto [known, added] = numbers_.emplace(form, static_cast<std::uint32_t>(forms_.size()));
        if (added) {
            forms_.push_back(form);
            stems_.push_back(stem(form));
            aliases_.push_back(alias_of(form));
            spread_.push_back(0);
        }
        if (token.whole) {
            passage.signs[token.position] = {known->second, token.at};
            continue;
        }
        passage.words.push_back(known->second);
        passage.at.push_back(token.at);
    }
    for (const std::uint32_t word : std::set<std::uint32_t>(passage.words.begin(), passage.words.end())) ++spread_[word];
    passage.record = std::move(record);
    passages_.push_back(std::move(passage));
}

/// Marks the words that a typed one is answered by.
void Scan::mark_answering(const std::string& typed, bool by_stem, std::vector<bool>& words) const {
    std::string word = typed;
    const bool exact = word.front() == '=', begins = word.back() == '*';
    if (exact) word.erase(0, 1);
    if (begins) word.pop_back();
    std::set<std::string> wanted;
    if (by_stem && !exact && !begins) {
        wanted.insert(stem(word));
        for (const std::string& other : family_of(stem(word))) wanted.insert(other);
    }
    for (std::size_t i = 0; i < forms_.size(); ++i) {
        const bool same = begins ? forms_[i].starts_with(word) || aliases_[i].starts_with(word) : forms_[i] == word || aliases_[i] == word;
        if (same || wanted.count(stems_[i]) > 0) words[i] = true;
    }
}

/// Which words may stand at a place; worked out once a query.
const std::vector<bool>& Scan::answering(const std::vector<std::string>& place, bool by_stem) {
    const auto [known, added] = known_.emplace(&place, std::vector<bool>());
    if (!added) return known->second;
    known->second.resize(forms_.size());
    for (const std::string& typed : place) mark_answering(typed, by_stem, known->second);
    return known->second;
}

std::vector<Scan::Run> Scan::row_runs(const Asked& asked, const ScanPassage& passage) {
    std::vector<const std::vector<bool>*> places;
    for (const auto& place : asked.places) places.push_back(&answering(place, asked.kind == Kind::word));
    std::vector<Run> found;
    const std::size_t length = places.size();
    for (std::size_t i = 0; i + length <= passage.words.size(); ++i) {
        bool here = true;
        for (std::size_t k = 0; k < length && here; ++k) here = (*places[k])[passage.words[i + k]];
        const auto signed_word = passage.signs.find(i);
        const bool sign = !here && signed_word != passage.signs.end() && (*places[0])[signed_word->second.first];
        if (sign) {
            here = true;
            for (std::size_t k = 1; k < length && here; ++k) here = (*places[k])[passage.words[i + k]];
        }
        const std::string_view printed = slice(passage.record.text, {passage.at[i].begin, passage.at[i + length - 1].end});
        if (here && (!asked.capitals || std::count_if(printed.begin(), printed.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2)) found.push_back({i, length, sign});
    }
    return found;
}

/// Tries every choice of a word for each place, all different.
std::vector<Scan::Run> Scan::slop_runs(const Asked& asked, const ScanPassage& passage) {
    std::vector<std::vector<std::size_t>> standing;
    for (const auto& place : asked.places) {
        standing.emplace_back();
        const std::vector<bool>& answering_words = answering(place, false);
        for (std::size_t i = 0; i < passage.words.size(); ++i)
            if (answering_words[passage.words[i]]) standing.back().push_back(i);
    }
    std::set<std::size_t> part;
    std::vector<std::size_t> chosen;
    const auto choose = [&](const auto& self) -> void {
        if (chosen.size() == standing.size()) {
            const auto [low, high] = std::minmax_element(chosen.begin(), chosen.end());
            const std::size_t others = *high - *low + 1 - chosen.size();
            if (others + 1 <= asked.distances.front()) part.insert(chosen.begin(), chosen.end());
            return;
        }
        for (const std::size_t i : standing[chosen.size()]) {
            if (std::find(chosen.begin(), chosen.end(), i) != chosen.end()) continue;
            chosen.push_back(i);
            self(self);
            chosen.pop_back();
        }
    };
    choose(choose);
    std::vector<Run> found;
    for (const std::size_t i : part) found.push_back({i, 1});
    return found;
}

/// Tries every choice of a run for each operand.
std::vector<Scan::Run> Scan::near_runs(const Asked& asked, const ScanPassage& passage) {
    std::vector<std::vector<Run>> standing;
    for (const Asked& operand : asked.parts) standing.push_back(runs(operand, passage));
    std::vector<Run> found, chosen;
    const auto linked = [&](const Run& left, const Run& right, std::size_t link) {
        const std::size_t left_end = left.first + left.length, right_end = right.first + right.length;
        if (left_end <= right.first) return right.first - left_end + 1 <= asked.distances[link];
        return !asked.ordered[link] && right_end <= left.first && left.first - right_end + 1 <= asked.distances[link];
    };
    const auto choose = [&](const auto& self) -> void {
        if (chosen.size() == standing.size()) return void(found.insert(found.end(), chosen.begin(), chosen.end()));
        for (const Run& run : standing[chosen.size()]) {
            if (!chosen.empty() && !linked(chosen.back(), run, chosen.size() - 1)) continue;
            chosen.push_back(run);
            self(self);
            chosen.pop_back();
        }
    };
    choose(choose);
    return found;
}

/// All runs of a piece of text, overlapping ones too.
std::vector<Scan::Run> Scan::runs(const Asked& asked, const ScanPassage& passage) {
    if (asked.kind == Kind::slop) return slop_runs(asked, passage);
    if (asked.kind == Kind::near) return near_runs(asked, passage);
    if (asked.kind == Kind::word || asked.kind == Kind::phrase) return row_runs(asked, passage);
    std::vector<Run> found;
    for (const Asked& part : asked.parts)
        for (const Run& run : runs(part, passage))
            if (asked.kind != Kind::start || run.first == 0) found.push_back(run);
    return found;
}

const std::set<const Asked*>& Scan::leaves_of(const Asked& scope, const ScanPassage& passage) {
    return found_[&scope][scope.kind == Kind::item ? passage.record.item_id : passage.record.meeting_id];
}

bool Scan::holds_in(const Asked& asked, const std::set<const Asked*>& leaves) {
    const auto inside = [&](const Asked& part) { return holds_in(part, leaves); };
    if (asked.kind == Kind::all) return std::all_of(asked.parts.begin(), asked.parts.end(), inside);
    if (asked.kind == Kind::any) return std::any_of(asked.parts.begin(), asked.parts.end(), inside);
    if (asked.kind == Kind::without) return !inside(asked.parts.front());
    return leaves.count(&asked) > 0;
}

bool Scan::holds(const Asked& asked, const ScanPassage& passage) {
    const Record& record = passage.record;
    const auto here = [&](const Asked& part) { return holds(part, passage); };
    if (asked.kind == Kind::all) return std::all_of(asked.parts.begin(), asked.parts.end(), here);
    if (asked.kind == Kind::any) return std::any_of(asked.parts.begin(), asked.parts.end(), here);
    if (asked.kind == Kind::without) return !here(asked.parts.front());
    if (is_scope(asked.kind)) return holds_in(asked.parts.front(), leaves_of(asked, passage));
    if (asked.kind == Kind::role)
        return std::any_of(record.speakers.begin(), record.speakers.end(), [&](const RecordSpeaker& speaker) { return speaker.role == asked.places.front().front(); });
    if (asked.kind == Kind::year) return record.date.substr(0, 4) == asked.places.front().front();
    if (asked.kind == Kind::since) return !record.date.empty() && record.date >= asked.places.front().front();
    return !runs(asked, passage).empty();
}

/// Whether the passage answers only for the sake of its item or meeting, and so must have something to mark.
bool Scan::hungry(const Asked& asked, const ScanPassage& passage) {
    if (is_scope(asked.kind)) return has_text(asked.parts.front());
    const auto part_is = [&](const Asked& part) { return hungry(part, passage); };
    if (asked.kind == Kind::all) return std::any_of(asked.parts.begin(), asked.parts.end(), part_is);
    if (asked.kind == Kind::any)
        return std::all_of(asked.parts.begin(), asked.parts.end(), [&](const Asked& part) { return !holds(part, passage) || hungry(part, passage); });
    return false;
}

std::vector<Scan::Run> Scan::marks_in(const Asked& asked, const ScanPassage& passage, const std::set<const Asked*>& leaves) {
    std::vector<Run> all;
    if (!has_text(asked)) return all;
    if (is_scope(asked.kind)) return holds(asked, passage) ? marks_in(asked.parts.front(), passage, leaves_of(asked, passage)) : all;
    if (!is_group(asked.kind)) return runs(asked, passage);
    for (const Asked& part : asked.parts) {
        if (asked.kind == Kind::any && !holds_in(part, leaves)) continue;
        const std::vector<Run> own = marks_in(part, passage, leaves);
        all.insert(all.end(), own.begin(), own.end());
    }
    return all;
}

std::vector<Scan::Run> Scan::marks(const Asked& asked, const ScanPassage& passage) {
    std::vector<Run> all;
    if (!has_text(asked)) return all;
    if (is_scope(asked.kind)) return marks_in(asked.parts.front(), passage, leaves_of(asked, passage));
    if (!is_group(asked.kind)) return runs(asked, passage);
    for (const Asked& part : asked.parts) {
        if (asked.kind == Kind::any && !holds(part, passage)) continue;
        const std::vector<Run> own = marks(part, passage);
        all.insert(all.end(), own.begin(), own.end());
    }
    return all;
}

/// Notes for every scope which of its leaves each item or meeting has; inner scopes first.
void Scan::look_up(const Asked& asked, const std::set<std::string>& zones) {
    for (const Asked& part : asked.parts) look_up(part, zones);
    if (!is_scope(asked.kind)) return;
    std::vector<const Asked*> leaves;
    add_leaves(asked.parts.front(), leaves);
    auto& units = found_[&asked];
    for (const ScanPassage& passage : passages_) {
        if (zones.count(passage.record.zone) == 0) continue;
        std::set<const Asked*>& unit = units[asked.kind == Kind::item ? passage.record.item_id : passage.record.meeting_id];
        for (const Asked* leaf : leaves)
            if (unit.count(leaf) == 0 && holds(*leaf, passage)) unit.insert(leaf);
    }
}

std::vector<ScanAnswer> Scan::answers(const Asked& asked, const std::set<std::string>& zones) {
    found_.clear();
    known_.clear();
    look_up(asked, zones);
    std::vector<ScanAnswer> all;
    for (const ScanPassage& passage : passages_) {
        ScanAnswer answer;
        std::vector<Run> runs;
        if (holds(asked, passage)) {
            runs = marks(asked, passage);
            answer.yes = !runs.empty() || !hungry(asked, passage);
        }
        std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.length != b.length ? a.length > b.length : a.first < b.first; });
        std::vector<Run> kept;
        for (const Run& run : runs)
            if (answer.yes && std::none_of(kept.begin(), kept.end(), [&](const Run& k) { return run.first < k.first + k.length && k.first < run.first + run.length; }))
                kept.push_back(run);
        std::sort(kept.begin(), kept.end(), [](const Run& a, const Run& b) { return a.first < b.first; });
        for (const Run& run : kept) answer.marks.push_back({(run.sign ? passage.signs.at(run.first).second : passage.at[run.first]).begin, passage.at[run.first + run.length - 1].end});
        all.push_back(std::move(answer));
    }
    return all;
}

Scan scan_of(const std::string& index) {
    Scan scan;
    const Xapian::Database database(current_generation(index).value(), Xapian::DB_BACKEND_GLASS);
    for (auto id = database.postlist_begin("XT:passage"); id != database.postlist_end("XT:passage"); ++id) scan.add(decode_record(database.get_document(*id).get_data()));
    return scan;
}

}  // namespace minutes::test
