#include "analyzers/speech/utterances.hpp"

#include "analyzers/people/person_names.hpp"
#include "analyzers/people/role_titles.hpp"
#include "analyzers/structure/plain_text.hpp"
#include "analyzers/structure/turn_label.hpp"

#include <algorithm>
#include <unordered_map>

namespace minutes {
namespace {

constexpr std::size_t kCallWords = 5, kLongestCall = 80;   // of "Councillor Ann Hay?"

constexpr std::size_t kMaxCandidates = 20;

/// Who a label means, without act and spans.
struct Voice {
    Speaker as;
    std::string key;   ///< equal for labels of one person
};

/// Somebody whom the list or an earlier label knows.
struct Known {
    NameParts name;
    const Person* person = nullptr;   ///< null: known by a label alone
    std::string printed, title;
    Role role = Role::unattributed;
    Span at;
};

/// "Ann Hay AM": the letters behind a name, which make a member of parliaments; the name without them.
bool take_suffix(std::string_view& name) {
    const std::size_t space = name.rfind(' ');
    if (space == std::string_view::npos || !is_one_of(name.substr(space + 1), {"AM", "MSP", "MP", "MS", "MLA", "TD"})) return false;
    name = slice(name, trimmed(name, {0, static_cast<std::uint32_t>(space)}));
    return true;
}

/// "Hay, Ann" as "Ann Hay".
std::string in_order(std::string_view name) {
    const std::size_t comma = name.find(',');
    if (comma == std::string_view::npos) return std::string(name);
    return collapsed(std::string(name.substr(comma + 1)) + " " + std::string(name.substr(0, comma)));
}

class Voices {
public:
    explicit Voices(const Meeting& meeting) : committee_(meeting.committee.value), chair_(meeting.chair) {
        for (const Person& person : meeting.people) add({parse_name(person.name), &person, person.name, person.post, person.role, person.at});
    }

    Voice of(std::string_view label, Span at) {
        const auto known = read_.find(std::string(label));
        if (known != read_.end()) return known->second;
        Voice voice = read(label, at);
        return read_.emplace(std::string(label), std::move(voice)).first->second;
    }

    /// After a round over all labels: what later ones told holds for the earlier ones too.
    void read_again() { read_.clear(); }

private:
    void add(Known known) {
        by_surname_.emplace(known.name.surname, known_.size());
        known_.push_back(std::move(known));
    }

    Voice read(std::string_view label, Span at) {
        if (likeness_of(label) == Likeness::anonymous) return {};
        const SpeakerWords words = split_speaker(label);
        const std::string printed = in_order(words.name);
        const Lexemes lexemes = lexemes_of(printed, {0, static_cast<std::uint32_t>(printed.size())});
        const std::size_t from = !lexemes.empty() && lexemes.front().form == "the" ? 1 : 0;
        const auto title = title_at(lexemes, from, lexemes.size(), committee_);
        const Role post = words.post.empty() ? Role::unattributed : role_of_title(words.post, committee_);
        if (!title || lexemes[from].form == "councillor" || honorific_of(lexemes[from].form) != Honorific::none) return read_name(printed, words.post, post, at);
        if (title->at.end == lexemes.size() && !is_name(lexemes, title->core.end)) return read_post(printed, title->role, words.post);
        const std::size_t name = is_name(lexemes, title->at.end) ? title->at.end : title->core.end;
        return read_name(printed.substr(lexemes[name].at.begin), slice(printed, span_of(lexemes, title->core)), title->role, at);   // "Chair Hay"
    }

    static bool is_name(const Lexemes& lexemes, std::size_t from) { return from < lexemes.size() && lexemes[from].word && lexemes[from].capital && !is_title_head(lexemes[from].form) && !is_one_of(lexemes[from - 1].form, {"of", "for", "and", "-", ","}); }

    Voice read_post(const std::string& printed, Role role, std::string_view holder) {
        Voice voice;
        voice.as.role = role;
        voice.as.title = printed;
        voice.as.resolution = Resolution::unresolved;
        voice.key = plain_form(printed);
        if (is_one_of(voice.key, {"members", "councillors", "officers", "several members"})) voice.as.resolution = Resolution::collective;
        const std::string named = collapsed(holder);   // "The Chair (Councillor Hay)"
        if (likeness_of(named) == Likeness::sure && role_of_title(named, committee_) == Role::unattributed) {
            Voice by_name = read_name(named, printed, role, {});
            by_name.as.role = role;
            return by_name;
        }
        const std::vector<const Known*> holders = of_post(role, voice.key);
        if (role == Role::chair && !chair_.value.empty()) {
            voice.as.person = chair_.value;
            voice.as.evidence = chair_.at;
        } else if (holders.size() == 1) {
            voice.as.person = holders.front()->printed;
            voice.as.evidence = holders.front()->at;
        }
        if (!voice.as.person.empty()) {
            voice.as.resolution = Resolution::resolved;
            voice.key = plain_form(voice.as.person);
        }
        return voice;
    }

    /// The people whose post is the very one; for a chair or a clerk whoever has the role.
    std::vector<const Known*> of_post(Role role, const std::string& post) const {
        std::vector<const Known*> found;
        for (const Known& known : known_) {
            const bool absent = known.person != nullptr && known.person->status == Status::apologies;
            const bool same = known.role == role && (role == Role::chair || role == Role::clerk || plain_form(known.title) == post || "the " + plain_form(known.title) == post);
            if (!absent && same) found.push_back(&known);
        }
        return found;
    }

    Voice read_name(std::string_view printed, std::string_view post, Role role, Span at) {
        Voice voice;
        const bool parliament = take_suffix(printed);
        const NameParts name = parse_name(printed);
        std::vector<Known*> fits;
        const auto [first, last] = by_surname_.equal_range(name.surname);
        for (auto it = first; it != last; ++it)
            if (names_agree(name, known_[it->second].name)) fits.push_back(&known_[it->second]);
        drop_absent(fits);
        Speaker& as = voice.as;
        as.title = collapsed(post);
        as.role = role;
        if (fits.size() == 1) {
            Known& known = *fits.front();
            if (known.person == nullptr) learn(known, name, collapsed(printed), post, role, at);
            as.person = known.printed;
            as.resolution = known.person == nullptr ? Resolution::unresolved : Resolution::resolved;
            if (role == Role::unattributed) as.role = known.role;
            if (as.title.empty()) as.title = known.title;
            as.evidence = known.at;
        } else if (fits.size() > 1) {
            as.resolution = Resolution::ambiguous;
            for (const Known* known : fits)
                if (as.candidates.size() < kMaxCandidates) as.candidates.push_back(known->printed);
            const bool one_role = std::all_of(fits.begin(), fits.end(), [&](const Known* known) { return known->role == fits.front()->role; });
            if (role == Role::unattributed && one_role) as.role = fits.front()->role;
        } else {
            as.person = collapsed(printed);
            as.resolution = Resolution::unresolved;
        }
        if (as.role == Role::unattributed && (parliament || name.honorific == Honorific::councillor)) as.role = Role::member;
        if (fits.empty() && !name.surname.empty()) add({name, nullptr, as.person, as.title, as.role, at});
        voice.key = plain_form(as.person.empty() ? printed : std::string_view(as.person));
        return voice;
    }

    /// A later label tells the forename or the post that the first one of the same person left out.
    static void learn(Known& known, const NameParts& name, std::string printed, std::string_view post, Role role, Span at) {
        if (known.name.given.empty() && !name.given.empty()) {
            known.name = name;
            known.printed = std::move(printed);
        }
        if (known.title.empty() && role != Role::unattributed) {
            known.role = role;
            known.title = collapsed(post);
            known.at = at;
        }
    }

    static void drop_absent(std::vector<Known*>& fits) {
        const auto absent = [](const Known* known) { return known->person != nullptr && known->person->status == Status::apologies; };
        if (fits.size() > 1) std::erase_if(fits, absent);
    }

    std::string committee_;
    Fact chair_;
    std::vector<Known> known_;
    std::unordered_multimap<std::string, std::size_t> by_surname_;
    std::unordered_map<std::string, Voice> read_;
};

/// How many sentences a turn has, and how many of them ask. "Councillor Hay?" only gives somebody the floor.
struct Asking {
    std::size_t sentences = 0, questions = 0;
    bool ends = false;

    void read(std::string_view text) {
        std::uint32_t begin = 0;
        for (std::uint32_t i = 0; i < text.size(); ++i) {
            if (text[i] != '?' && text[i] != '.' && text[i] != '!') continue;
            if (text[i] == '.' && i + 1 < text.size() && space_at(text, i + 1) == 0) continue;   // "3.5"
            const std::string_view sentence = slice(text, trimmed(text, {begin, i}));
            ends = text[i] == '?' && !(sentence.size() < kLongestCall && count_words(sentence) <= kCallWords && likeness_of(sentence) == Likeness::sure);
            ++sentences;
            questions += ends;
            begin = i + 1;
        }
        const std::size_t last = text.find_last_not_of(" \t\n\"')]*_");
        ends = ends && last != std::string_view::npos && text[last] == '?';
    }
    [[nodiscard]] bool asks() const { return ends || questions * 2 > sentences; }
};

/// The text of a passage behind its label.
std::string_view spoken(const Document& doc, const Passage& passage, std::string& text) {
    text = passage_text(doc.text, passage);
    if (passage.speakers.front().surface.empty()) return text;
    const std::string_view label = slice(doc.text, passage.speakers.front().surface);
    const std::size_t at = text.find(label);
    return at == std::string::npos ? std::string_view(text) : std::string_view(text).substr(at + label.size());
}

/// The passages of one turn: the first, which prints the label, and those that go on.
using TurnPassages = std::vector<Passage*>;

std::vector<TurnPassages> turns_in(Meeting& meeting) {
    std::vector<TurnPassages> turns;
    for (Item& item : meeting.items)
        for (Passage& passage : item.passages) {
            if (passage.speakers.empty() || passage.speakers.front().rule != "utterance") continue;
            const bool goes_on = !turns.empty() && passage.speakers.front().surface.empty() && passage.speakers.front().evidence == turns.back().front()->speakers.front().evidence;
            if (!goes_on) turns.emplace_back();
            turns.back().push_back(&passage);
        }
    return turns;
}

}  // namespace

Meeting with_utterances(const Document& doc, Meeting meeting) {
    Voices voices(meeting);
    bool asked = false;
    std::string asker, text;
    const std::vector<TurnPassages> turns = turns_in(meeting);
    for (const TurnPassages& turn : turns) {   // first round: a later label may tell the post
        const Span label = turn.front()->speakers.front().evidence;
        if (!label.empty()) (void)voices.of(collapsed(slice(doc.text, label)), label);
    }
    voices.read_again();
    for (const TurnPassages& turn : turns) {
        const Span label = turn.front()->speakers.front().evidence;
        const Voice voice = label.empty() ? Voice{} : voices.of(collapsed(slice(doc.text, label)), label);
        Asking asking;
        for (Passage* passage : turn) asking.read(spoken(doc, *passage, text));
        const std::string who = voice.key.empty() ? plain_form(slice(doc.text, label)) : voice.key;
        const Act act = asking.asks() ? Act::question : asked && who != asker ? Act::answer : Act::statement;
        for (Passage* passage : turn) {
            Speaker& speaker = passage->speakers.front();
            Speaker filled = voice.as;
            filled.act = act;
            filled.attribution = speaker.attribution;
            filled.surface = speaker.surface;
            filled.rule = speaker.rule;
            if (speaker.surface.empty() || filled.evidence.empty()) filled.evidence = label;
            speaker = std::move(filled);
        }
        asked = act == Act::question;
        asker = who;
    }
    return meeting;
}

}  // namespace minutes
