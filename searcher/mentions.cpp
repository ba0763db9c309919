#include "searcher/mentions.hpp"

#include "indexer/schema.hpp"
#include "searcher/base.hpp"
#include "searcher/candidates.hpp"
#include "searcher/denominator.hpp"
#include "searcher/mention_context.hpp"
#include "searcher/mention_order.hpp"
#include "searcher/notes.hpp"
#include "searcher/prepare.hpp"
#include "searcher/reader.hpp"
#include "searcher/spool.hpp"
#include "searcher/variants.hpp"

#include <algorithm>
#include <map>

namespace minutes {
namespace {

/// Everything that was found, once the index has been read.
struct Collected {
    Spool spool;
    std::vector<Spool::Slot> slots;             ///< of the passages, by index
    std::vector<Spool::Slot> before, after;     ///< the rest of the item, where that is the context
    Names names;
    std::vector<PassagePlace> places;
    std::vector<std::uint64_t> hashes;          ///< of the passages' ids
    std::vector<FoundMention> mentions;
    MentionsAnswer answer;
};

/// The item of the passage last asked for, in document order: passages of an item come one after the other.
class ItemTexts {
public:
    explicit ItemTexts(const Xapian::Database& database) : database_(database) {}

    /// What stands in the item before the passage, passages parted by a line break; the last kMostContext bytes or more.
    std::string before(const Record& record) {
        if (record.item_id != item_) read(record.item_id);
        std::vector<std::string_view> texts;
        std::size_t bytes = 0;
        for (auto other = std::lower_bound(records_.begin(), records_.end(), record, in_document_order); other != records_.begin() && bytes < kMostContext;)
            if (is_read_with(*--other, record)) bytes += texts.emplace_back(other->text).size();
        std::reverse(texts.begin(), texts.end());
        return joined(texts);
    }

    /// The same of what stands after it; the first kMostContext bytes or more.
    std::string after(const Record& record) {
        if (record.item_id != item_) read(record.item_id);
        std::vector<std::string_view> texts;
        std::size_t bytes = 0;
        for (auto other = std::upper_bound(records_.begin(), records_.end(), record, in_document_order); other != records_.end() && bytes < kMostContext; ++other)
            if (is_read_with(*other, record)) bytes += texts.emplace_back(other->text).size();
        return joined(texts);
    }

private:
    const Xapian::Database& database_;
    std::string item_;
    std::vector<Record> records_;

    static bool is_read_with(const Record& other, const Record& record) {
        return home_path(other) == home_path(record) && other.kind != kTitleKind && other.kind != kFurnitureKind;
    }

    static std::string joined(const std::vector<std::string_view>& texts) {
        std::string all;
        for (const std::string_view text : texts) all.append(all.empty() ? "" : "\n").append(text);
        return all;
    }

    void read(const std::string& item) {
        item_ = item;
        records_.clear();
        const std::string term = make_term(*field_named("item"), item);
        for (auto document = database_.postlist_begin(term); document != database_.postlist_end(term); ++document)
            records_.push_back(decode_record(database_.get_document(*document).get_data()));
        std::sort(records_.begin(), records_.end(), in_document_order);
    }
};

void keep(Collected& collected, const Record& record, const std::string& bytes, const std::vector<Span>& hits, const MentionsOptions& options, ItemTexts& items) {
    const auto passage = static_cast<std::uint32_t>(collected.slots.size());
    collected.slots.push_back(collected.spool.add(bytes));
    collected.places.push_back(place_of(record, collected.names, options.group));
    collected.hashes.push_back(stable_hash(record.id));
    if (options.context == ContextUnit::item) {
        collected.before.push_back(collected.spool.add(items.before(record)));
        collected.after.push_back(collected.spool.add(items.after(record)));
    }
    const bool by_words = options.sort == MentionSort::left || options.sort == MentionSort::right;
    for (const Span hit : hits)
        collected.mentions.push_back({passage, hit, by_words ? words_beside(record, hit, options.sort == MentionSort::left) : std::string()});
}

Collected collect(const Xapian::Database& database, Reader& reader, const Request& asked, const MentionsOptions& options) {
    const Request request = prepared(database, asked);
    Collected collected;
    ItemTexts items(database);
    VariantTally variants(request.query);
    collected.answer.counts = each_answering(database, request, [&](const Answering& found) {
        variants.count(found.record, found.matched);
        keep(collected, found.record, found.bytes, found.matched.hits, options, items);
    });
    collected.answer.widened = variants.widened();
    collected.answer.counts.scope = denominator_of(database, reader, request);
    collected.answer.base = index_base(database);
    collected.answer.notes = find_notes(database, request, collected.answer.base);
    return collected;
}

/// The groups in the order of the sorted mentions; `known` says which number each value has.
std::vector<MentionGroup> groups_of(const Collected& collected, std::map<std::string_view, std::size_t>& known) {
    std::vector<MentionGroup> groups;
    for (const FoundMention& mention : collected.mentions) {
        const std::string_view value = collected.places[mention.passage].group;
        const auto [group, added] = known.emplace(value, groups.size());
        if (added) groups.push_back({std::string(value), 0, 0});
        ++groups[group->second].mentions;
    }
    for (const PassagePlace& place : collected.places)
        if (const auto group = known.find(place.group); group != known.end()) ++groups[group->second].passages;
    return groups;
}

/// Puts what was collected in order and takes out what is not to be shown.
void choose(Collected& collected, const MentionsOptions& options) {
    std::vector<FoundMention>& mentions = collected.mentions;
    if (options.sample) keep_sample(mentions, collected.hashes, *options.sample, options.seed);
    collected.answer.drawn = mentions.size();
    const std::uint64_t first = std::min<std::uint64_t>(options.offset, mentions.size());
    const std::uint64_t last = first + std::min<std::uint64_t>(options.limit, mentions.size() - first);
    mentions.erase(mentions.begin() + static_cast<std::ptrdiff_t>(last), mentions.end());
    mentions.erase(mentions.begin(), mentions.begin() + static_cast<std::ptrdiff_t>(first));
    collected.answer.shown = mentions.size();
}

}  // namespace

MentionsAnswer find_mentions(Reader& reader, const Request& request, const MentionsOptions& options, const std::function<void(const KwicLine&)>& each) {
    if (!has_positive_words(request.query))
        throw Refused("mentions needs a word or phrase to look for; to list passages by their filters alone use: minutes search");
    Collected found = reader.read([&](const Xapian::Database& database) { return collect(database, reader, request, options); });
    sort_mentions(found.mentions, found.places, options);
    std::map<std::string_view, std::size_t> group_numbers;
    if (options.group != MentionGroup::By::none) found.answer.groups = groups_of(found, group_numbers);
    choose(found, options);
    Record record;
    std::uint32_t read = 0;
    bool any = false;
    for (const FoundMention& mention : found.mentions) {
        if (!any || mention.passage != read) record = decode_record(found.spool.read(found.slots[mention.passage]));
        any = true;
        read = mention.passage;
        KwicLine line;
        line.record = &record;
        if (!found.answer.groups.empty()) line.group = &found.answer.groups[group_numbers.at(found.places[mention.passage].group)];
        line.in_text = mention.at;
        line.in_source = to_source(record, mention.at);
        std::string before, after;
        if (options.context == ContextUnit::item) {
            before = found.spool.read(found.before[mention.passage]);
            after = found.spool.read(found.after[mention.passage]);
        }
        set_context(line, options, before, after);
        each(line);
    }
    return std::move(found.answer);
}

MentionsAnswer find_mentions(Reader& reader, const Request& request, std::size_t context, const std::function<void(const KwicLine&)>& each) {
    MentionsOptions options;
    options.size = context;
    return find_mentions(reader, request, options, each);
}

}  // namespace minutes
