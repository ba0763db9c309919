#include "tests/score.hpp"

#include "tests/score_text.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace minutes {
namespace {

using Json = nlohmann::json;

/// A predicted passage of any meeting of the document, with the item that it hangs under.
struct Found {
    const Item* item = nullptr;
    const Passage* passage = nullptr;
    Words words;  ///< sorted
};

/// A labelled passage counts as found when it shares this part of the words of both (multiset Jaccard).
constexpr double kEnough = 0.8;

/// Byte offset of every code point of `text`, and of its end.
std::vector<std::size_t> code_points(std::string_view text) {
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) starts.push_back(at);
    starts.push_back(text.size());
    return starts;
}

/// The text of a labelled passage without the printed number, which predictions leave out.
std::string gold_text(std::string_view raw, const std::vector<std::size_t>& starts, const Json& passage) {
    std::string text;
    for (const Json& span : passage.at("spans")) {
        const std::size_t begin = starts.at(span.at(0).get<std::size_t>()), end = starts.at(span.at(1).get<std::size_t>());
        text += (text.empty() ? "" : " ") + std::string(raw.substr(begin, end - begin));
    }
    const std::string number = text_of(passage, "para");
    return !number.empty() && text.starts_with(number) ? text.substr(number.size()) : text;
}

double jaccard(const Words& one, const Words& two) {  // both sorted
    Words common;
    std::ranges::set_intersection(one, two, std::back_inserter(common));
    const std::size_t all = one.size() + two.size() - common.size();
    return all == 0 ? 0.0 : double(common.size()) / double(all);
}

std::vector<Found> flatten(const Document& doc, const Segmented& segmented) {
    std::vector<Found> found;
    for (const Meeting& meeting : segmented.meetings)
        for (const Item& item : meeting.items)
            for (const Passage& passage : item.passages) {
                Words words = words_of(passage_text(doc.text, passage));
                std::ranges::sort(words);
                found.push_back({&item, &passage, std::move(words)});
            }
    return found;
}

/// For each labelled passage the predicted one that is it, if any: greedy one to one, best overlap first.
std::vector<std::optional<std::size_t>> match(const std::vector<Words>& gold, const std::vector<Found>& found) {
    std::vector<std::tuple<double, std::size_t, std::size_t, std::size_t>> pairs;
    for (std::size_t i = 0; i < gold.size(); ++i)
        for (std::size_t j = 0; j < found.size(); ++j)
            if (const double overlap = jaccard(gold[i], found[j].words); overlap >= kEnough)
                pairs.emplace_back(-overlap, i > j ? i - j : j - i, i, j);
    std::ranges::sort(pairs);
    std::vector<std::optional<std::size_t>> matched(gold.size());
    std::set<std::size_t> taken;
    for (const auto& [overlap, distance, i, j] : pairs)
        if (!matched[i] && taken.insert(j).second) matched[i] = j;
    return matched;
}

/// The role that a labelled speaker asks for; where the label accepts several, the one that was given. "" for none.
std::string wanted_role(const Json& speaker, const std::set<std::string>& given) {
    std::string role = label(text_of(speaker, "role"));
    if (const auto accept = speaker.find("accept"); accept != speaker.end()) {
        role = label(accept->at(0).get<std::string>());
        bool none_will_do = false;
        for (const Json& other : *accept) {
            const std::string accepted = label(other.get<std::string>());
            if (given.contains(accepted)) return accepted;
            none_will_do = none_will_do || accepted == "unattributed";
        }
        if (none_will_do) return "";
    }
    return role == "unattributed" ? "" : role;
}

Words listed(const std::set<std::string>& labels) {
    return {labels.begin(), labels.end()};
}

std::set<std::string> labels_of(const Json& list) {
    std::set<std::string> labels;
    for (const Json& each : list) labels.insert(label(each.get<std::string>()));
    labels.erase("unattributed");
    return labels;
}

/// The roles that were given; the firm ones only (named in the passage or inherited from a lead-in) if asked.
std::set<std::string> roles_of(const Passage* passage, bool firm_only) {
    std::set<std::string> roles;
    if (passage == nullptr) return roles;
    for (const Speaker& speaker : passage->speakers) {
        const bool firm = speaker.attribution == Attribution::explicit_ || speaker.attribution == Attribution::inherited;
        if (speaker.role != Role::unattributed && (firm || !firm_only)) roles.insert(std::string(name_of(speaker.role)));
    }
    return roles;
}

Score score_speakers(const Json& gold, const Passage* passage, const std::string& where) {
    Score score;
    const std::set<std::string> given = roles_of(passage, false);
    std::set<std::string> wanted, persons, wanted_persons, acts;
    for (const Json& speaker : gold.at("speakers"))
        if (std::string role = wanted_role(speaker, given); !role.empty()) wanted.insert(std::move(role));
    for (const Json& person : gold.at("persons")) wanted_persons.insert(bare_name(person.get<std::string>()));
    if (passage != nullptr)
        for (const Speaker& speaker : passage->speakers) {
            acts.insert(std::string(name_of(speaker.act)));
            if (!speaker.person.empty()) persons.insert(bare_name(speaker.person));
        }
    score.count("role", listed(given), listed(wanted));
    score.count("role_strict", listed(roles_of(passage, true)), listed(labels_of(gold.at("roles_strict"))));
    score.count("person", listed(persons), listed(wanted_persons));
    score.count("act", listed(acts), listed(labels_of(gold.at("acts"))));
    if (passage != nullptr && given != wanted)
        score.misses.push_back(where + "roles: expected [" + joined(listed(wanted)) + "], got [" + joined(listed(given)) + "]");
    if (passage != nullptr && persons != wanted_persons)
        score.misses.push_back(where + "persons: expected [" + joined(listed(wanted_persons)) + "], got [" + joined(listed(persons)) + "]");
    return score;
}

Score score_passage(const Json& gold, const Found& found, const std::map<std::string, std::string>& titles) {
    const std::string where = gold.at("id").get<std::string>() + " (" + text_of(gold, "first8") + ") ";
    const std::string kind = label(text_of(gold, "kind"));
    std::string number = text_of(gold, "para");
    if (number == "•") number.clear();
    const Passage* const passage = found.passage;
    Score score;
    score.count("kind", passage ? Words{std::string(name_of(passage->kind))} : Words{}, {kind});
    if (!number.empty())
        score.count("number", passage && !passage->number.empty() ? Words{label(passage->number)} : Words{}, {label(number)});
    if (const auto title = titles.find(text_of(gold, "item")); title != titles.end())
        score.count("in_item", passage ? Words{plain(found.item->title)} : Words{}, {title->second});
    if (passage == nullptr) score.misses.push_back(where + "not found");
    if (passage && name_of(passage->kind) != kind)
        score.misses.push_back(where + "kind: expected " + kind + ", got " + std::string(name_of(passage->kind)));
    if (passage && !number.empty() && label(passage->number) != label(number))
        score.misses.push_back(where + "number: expected " + number + ", got '" + passage->number + "'");
    return score += score_speakers(gold, passage, where);
}

Score score_passages(const Json& gold, std::string_view raw, const Document& doc, const Segmented& segmented) {
    const std::vector<std::size_t> starts = code_points(raw);
    const std::vector<Found> found = flatten(doc, segmented);
    std::map<std::string, std::string> titles;
    for (const Json& item : gold.at("items")) titles[text_of(item, "key")] = plain(text_of(item, "title"));
    std::vector<Words> golden;
    for (const Json& passage : gold.at("passages")) {
        golden.push_back(words_of(gold_text(raw, starts, passage)));
        std::ranges::sort(golden.back());
    }
    const auto matched = match(golden, found);
    Score score;
    std::set<std::size_t> used;
    for (std::size_t i = 0; i < golden.size(); ++i) {
        score += score_passage(gold.at("passages").at(i), matched[i] ? found[*matched[i]] : Found{}, titles);
        if (matched[i]) used.insert(*matched[i]);
    }
    score.tallies["passage"] = {used.size(), found.size(), golden.size()};
    for (std::size_t j = 0; j < found.size(); ++j)
        if (!used.contains(j)) score.misses.push_back("extra passage: " + passage_text(doc.text, *found[j].passage).substr(0, 80));
    return score;
}

/// An item is counted by its title; attendance and the close, which have none, are no items.
Score score_items(const Json& gold, const Segmented& segmented) {
    Words given, wanted, given_numbers, wanted_numbers, given_cut, wanted_cut;
    for (const Meeting& meeting : segmented.meetings)
        for (const Item& item : meeting.items) {
            const std::string title = plain(item.title);
            if (!title.empty()) given.push_back(title);
            if (!item.number.empty()) given_numbers.push_back(label(item.number) + " " + title);
            if (item.incomplete) given_cut.push_back(title);
        }
    for (const Json& item : gold.at("items")) {
        const std::string title = plain(text_of(item, "title")), number = label(text_of(item, "number_inferred"));
        wanted.push_back(title);
        if (!number.empty()) wanted_numbers.push_back(number + " " + title);
        if (item.value("truncated", false)) wanted_cut.push_back(title);
    }
    Score score;
    for (const std::string& title : wanted)
        if (std::ranges::find(given, title) == given.end()) score.misses.push_back("item not found: " + title);
    for (const std::string& title : given)
        if (std::ranges::find(wanted, title) == wanted.end()) score.misses.push_back("extra item: " + title);
    if (given_cut != wanted_cut)
        score.misses.push_back("incomplete: expected [" + joined(wanted_cut) + "], got [" + joined(given_cut) + "]");
    score.count("item", given, wanted);
    score.count("item_number", given_numbers, wanted_numbers);
    score.count("incomplete", given_cut, wanted_cut);
    return score;
}

struct FieldCase {
    const char* name;
    const char* gold_name;
    const Fact Meeting::*fact;
};

constexpr FieldCase kFieldCases[] = {
    {"council", "council", &Meeting::council}, {"committee", "committee", &Meeting::committee},
    {"date", "date", &Meeting::date},          {"start", "start_time", &Meeting::start},
    {"end", "end_time", &Meeting::end},        {"venue", "venue", &Meeting::venue},
    {"chair", "chair", &Meeting::chair},
};

/// What the text states, or minutes.json gives, must be found. What it does not may be left out or inferred rightly;
/// it may never be invented.
Score score_fields(const Json& gold, const Meeting& meeting) {
    Score score;
    for (const FieldCase& field : kFieldCases) {
        const auto key = [&](std::string_view text) { return field.fact == &Meeting::chair ? bare_name(text) : plain(text); };
        const std::string name(field.name), got = (meeting.*field.fact).value, want = text_of(gold, field.gold_name);
        const std::string inferred = text_of(gold, name + "_inferred"), evidence = text_of(gold, name + "_evidence");
        const bool required = evidence.empty() || evidence == "explicit" || evidence == "given";
        const bool right = key(got) == key(want) ||
                           (!required && (got.empty() || key(got) == key(inferred.empty() ? want : inferred)));
        score.count("field", {right ? "right" : "wrong"}, {"right"});
        if (!right) score.misses.push_back(name + ": expected '" + want + "', got '" + got + "'");
    }
    return score;
}

Score score_people(const Json& gold, const Meeting& meeting) {
    Words given, wanted, given_roles, wanted_roles;
    for (const Person& person : meeting.people) {
        if (person.status == Status::apologies) continue;
        given.push_back(bare_name(person.name));
        given_roles.push_back(given.back() + ": " + std::string(name_of(person.role)));
    }
    for (const char* list : {"present", "in_attendance"})
        for (const Json& person : gold.value(list, Json::array())) {
            wanted.push_back(bare_name(person.is_string() ? person.get<std::string>() : text_of(person, "name")));
            if (person.is_object() && !text_of(person, "role").empty())
                wanted_roles.push_back(wanted.back() + ": " + label(text_of(person, "role")));
        }
    Score score;
    for (const std::string& name : wanted_roles)
        if (std::ranges::find(given_roles, name) == given_roles.end()) score.misses.push_back("person not found: " + name);
    for (const std::string& name : given)
        if (std::ranges::find(wanted, name) == wanted.end()) score.misses.push_back("extra person: " + name);
    score.count("people", given, wanted);
    score.count("people_role", given_roles, wanted_roles);
    return score;
}

}  // namespace

double Tally::precision() const {
    return predicted == 0 ? 1.0 : double(hit) / double(predicted);
}

double Tally::recall() const {
    return expected == 0 ? 1.0 : double(hit) / double(expected);
}

double Tally::f1() const {
    return predicted + expected == 0 ? 1.0 : 2.0 * double(hit) / double(predicted + expected);
}

Score& Score::operator+=(const Score& other) {
    for (const auto& [measure, tally] : other.tallies) {
        Tally& mine = tallies[measure];
        mine = {mine.hit + tally.hit, mine.predicted + tally.predicted, mine.expected + tally.expected};
    }
    misses.insert(misses.end(), other.misses.begin(), other.misses.end());
    return *this;
}

void Score::count(const std::string& measure, std::vector<std::string> predicted, std::vector<std::string> expected) {
    std::ranges::sort(predicted);
    std::ranges::sort(expected);
    Words common;
    std::ranges::set_intersection(predicted, expected, std::back_inserter(common));
    Tally& tally = tallies[measure];
    tally = {tally.hit + common.size(), tally.predicted + predicted.size(), tally.expected + expected.size()};
}

Score score_document(const Json& gold, std::string_view raw, const Document& doc, const Segmented& segmented) {
    const Meeting meeting = segmented.meetings.empty() ? Meeting{} : segmented.meetings.front();
    Score score = score_fields(gold.at("meeting"), meeting);
    score += score_people(gold.at("meeting"), meeting);
    score += score_items(gold, segmented);
    return score += score_passages(gold, raw, doc, segmented);
}

}  // namespace minutes
