#include "corpus/generate_names.hpp"

#include <array>
#include <cstdio>
#include <span>
#include <string_view>

namespace minutes::synthetic {
namespace {

using List = std::span<const std::string_view>;

constexpr std::string_view kSurnameStarts[] = {
    "Halk", "Bram", "Ost", "Cald", "Wick", "Tarn", "Fenn", "Mar", "Pel", "Rud", "Sel", "Thor", "Under", "Ves", "Whit", "Yar",
    "Ald", "Bax", "Crom", "Dray", "Eld", "Farn", "Gar", "Hink", "Ing", "Jess", "Kest", "Lam", "Mell", "Nor", "Od", "Pem",
    "Quin", "Rav", "Stan", "Tem", "Ull", "Vin", "Wether", "Yel", "Asher", "Bod", "Chil", "Dun", "Ever", "Fos", "Gled", "Hather",
    "Isl", "Kil", "Lock", "Mid", "Nether", "Over", "Pick", "Rox", "Shel", "Tad", "Upp", "Wal", "Win", "Brock", "Clev", "Dal",
    "Ack", "Barn", "Cor", "Dew", "Em", "Frod", "Gren", "Hey", "Ibb", "Jen", "Knap", "Lin", "Mos", "Nev", "Orm", "Presc", "Quar",
    "Rim", "Scar", "Tren", "Urm", "Vas", "Wray", "Yard", "Arm", "Blen", "Cop", "Dens", "Eck", "Fran", "Gosl", "Hux", "Ives", "Jol",
    "Kep", "Lang", "Mun", "Nut", "Oak", "Pil", "Ris", "Swin", "Thack", "Ush", "Wool", "Wyn", "Bul", "Cass", "Dob", "Gil"};
constexpr std::string_view kSurnameEnds[] = {
    "ton", "field", "well", "son", "ley", "by", "ham", "wood", "ford", "den", "worth", "man", "bury", "sey", "cott", "dale",
    "nell", "rick", "shaw", "stead", "croft", "ridge", "ling", "mond", "gate", "brook", "hurst", "land", "more", "pool",
    "thwaite", "ward", "wick", "yard", "kin", "lock", "row", "ster", "vane", "combe", "bourne", "mere", "sell", "ter",
    "smith", "kett", "sides", "grave", "hope", "good", "leigh", "chard", "dean", "ness", "port", "stone", "wall", "ing", "som",
    "thorpe", "tree", "vell", "worthy", "burn", "castle", "fold", "garth", "holm"};
constexpr std::string_view kPlaceStarts[] = {
    "Easter", "Brackle", "Thorn", "Sander", "Merle", "Oster", "Carn", "Dunn", "Fallow", "Glen", "Har", "Ivel", "Kett", "Lud", "Mos",
    "Nant", "Otter", "Pil", "Rushen", "Sal", "Tid", "Ulver", "Ven", "Wex", "Yaf", "Amber", "Birk", "Cran", "Dev", "Elmer", "Frith",
    "Gorse", "Heron", "Iron", "Jay", "Kite", "Lark", "Marl", "Nettle", "Orl", "Pebble", "Quarn", "Rook", "Sedge", "Teasel",
    "Umber", "Vale", "Wren", "Yew", "Adder", "Bramb", "Curl", "Dipper", "Egret", "Flax", "Gann", "Hazel", "Inch", "Junip", "Keld",
    "Alder", "Barley", "Clover", "Drift", "Ember", "Fennel", "Gull", "Holly", "Ivy", "Kestrel", "Linnet", "Meadow", "North", "Oat",
    "Plover", "Quill", "Reed", "Siskin", "Tansy", "Vetch", "Willow", "Yarrow", "Beacon", "Cinder", "Dew", "Fern", "Goose", "Harrow",
    "Island", "Lime", "Mallow", "Nut", "Owlet", "Poppy", "Raven", "Shingle", "Thistle", "Walnut", "Ash", "Bittern"};
constexpr std::string_view kPlaceEnds[] = {
    "moor", "mere", "combe", "holt", "garth", "stow", "wyke", "beck", "hurst", "thorpe", "ness", "sett", "wold", "leigh",
    "minster", "port", "haven", "church", "bridge", "marsh", "staple", "stone", "wade", "head", "scar", "strand", "mouth", "fell",
    "hope", "shaw", "grave", "cote", "firth", "ings", "toft", "wath",
    "bourne", "cliffe", "dean", "end", "gill", "heath", "keld", "lynch", "mead", "nook", "reach", "sall", "tarn", "water", "yard"};
constexpr std::string_view kMiddles[] = {
    "er", "el", "in", "on", "a", "ar", "en", "is", "or", "ing", "il", "es", "ol", "ur", "am", "ed", "ick", "all", "ow", "ent",
    "os", "ul", "eth", "ang", "im", "un", "ab", "od", "ev", "urn", "ath", "osk", "eld", "imm", "arr", "ost", "und", "ell", "iv", "ash"};
constexpr std::string_view kBrandStarts[] = {"Veli", "Omni", "Civi", "Qua", "Luma", "Nexo", "Terra", "Agri", "Helio", "Pano", "Rota", "Sona",
                                             "Tele", "Uni", "Vari", "Xylo", "Zeno", "Medi", "Hydro", "Geo", "Foli", "Ekto", "Duro", "Cali"};
constexpr std::string_view kBrandEnds[] = {"trak", "flow", "scan", "vue", "desk", "mate", "net", "pod", "sense", "lux", "form", "core", "link",
                                           "cast", "dox", "zen", "grid", "plex", "tron", "via", "gard", "max", "sys", "wise"};
constexpr std::string_view kWomen[] = {
    "Janet", "Rachel", "Priya", "Susan", "Amina", "Claire", "Helen", "Joanne", "Natasha", "Beverly", "Carol", "Diane", "Emma",
    "Fiona", "Grace", "Hannah", "Isobel", "Jaswinder", "Kate", "Laura", "Maria", "Nicola", "Olivia", "Pauline", "Ruth", "Sarah",
    "Tina", "Ursula", "Valerie", "Wendy", "Yasmin", "Zoe", "Lesley", "Margaret", "Siobhan", "Megan", "Bronwen", "Aisha", "Ingrid"};
constexpr std::string_view kMen[] = {
    "David", "Simon", "Paul", "Matthew", "Guy", "Andrew", "Imran", "John", "Peter", "Stephen", "Mark", "Alan", "Brian", "Colin",
    "Daniel", "Edward", "Frank", "Gareth", "Harjit", "Ian", "James", "Kevin", "Liam", "Martin", "Neil", "Owen", "Philip", "Rajesh",
    "Stuart", "Thomas", "Umar", "Vincent", "Wesley", "Yusuf", "Keith", "Malcolm", "Roger", "Trevor", "Graham", "Tomasz"};
constexpr std::string_view kStreets[] = {"Street", "Road", "Lane", "Avenue", "Close", "Way", "Drive", "Hill", "Green", "Row",
                                         "Crescent", "Terrace", "Gardens", "Square", "Walk", "Grove", "Mews", "Parade"};
constexpr std::string_view kFirms[] = {" Ltd", " Group", " and Sons", " Associates", " Construction", " Partnership", " Consulting",
                                       " Homes", " Environmental", " Care", " Engineering", " Developments", " Surveyors", " plc"};
constexpr std::string_view kSchemes[] = {" Quarter", " House", " Park", " Gateway", " Court", " Hub", " Wharf", " Meadows",
                                         " Centre", " Mill", " Fields", " Lodge", " Works", " Common", " Arches", " Depot"};
constexpr std::string_view kKindsOfApplication[] = {"FUL", "OUT", "HOU", "LBC", "REM", "COU", "ADV", "TPO", "VAR", "PRI"};
constexpr std::string_view kMonths[] = {"January", "February", "March", "April", "May", "June", "July",
                                        "August", "September", "October", "November", "December"};
constexpr std::string_view kWeekdays[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

std::string_view at(List list, std::uint32_t number) { return list[number % list.size()]; }

/// start + end while they last, then with one middle syllable, then with two. Neighbours are scattered by an odd factor.
std::string compound(List starts, List ends, std::uint32_t number) {
    const auto pairs = static_cast<std::uint32_t>(starts.size() * ends.size());
    const auto triples = pairs * static_cast<std::uint32_t>(std::size(kMiddles));
    std::uint32_t pair = number % pairs;
    std::string middle;
    if (number >= pairs) middle += at(kMiddles, (number - pairs) / pairs);
    if (number >= pairs + triples) middle += at(kMiddles, (number - pairs) / triples * 7 + 3);
    pair = static_cast<std::uint32_t>(std::uint64_t{pair} * 1237 % pairs);
    std::string name(starts[pair / ends.size()]);
    name += middle;
    name += ends[pair % ends.size()];
    return name;
}

std::string with_commas(std::uint32_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, 1, ',');
    return digits;
}

}  // namespace

std::string surname(std::uint32_t number) { return compound(kSurnameStarts, kSurnameEnds, number); }
std::string place_name(std::uint32_t number) { return compound(kPlaceStarts, kPlaceEnds, number); }
std::string given_name(bool female, std::uint32_t number) { return std::string(female ? at(kWomen, number) : at(kMen, number)); }

std::string street_name(std::uint32_t name, std::uint32_t kind) {
    return (name % 2 ? place_name(name / 2) : surname(name / 2)) + ' ' + std::string(at(kStreets, kind));
}

std::string firm_name(std::uint32_t name, std::uint32_t kind) { return surname(name) + std::string(at(kFirms, kind)); }
std::string scheme_name(std::uint32_t name, std::uint32_t kind) { return place_name(name) + std::string(at(kSchemes, kind)); }

/// The consonants stand before and after each other so that no English word, such as an "ALL" or "AND", comes out.
std::string acronym(std::uint32_t number) {
    static constexpr std::string_view kLetters = "SCPRTBDFHLMNGW";
    std::string letters;
    for (std::uint64_t rest = number + std::uint64_t{3000}; rest > 0; rest /= kLetters.size()) letters += kLetters[rest % kLetters.size()];
    return letters;
}

std::string brand_name(std::uint32_t number) { return compound(kBrandStarts, kBrandEnds, number); }

std::string reference(Random& random, int year) {
    char text[32];
    std::snprintf(text, sizeof text, "%02d/%05u/", year % 100, random.between(1, 4999));
    return text + std::string(at(kKindsOfApplication, random.below(10)));
}

std::string money(Random& random) {
    std::string sum("£");
    switch (random.below(4)) {
        case 0: return sum.append(std::to_string(random.between(1, 40))).append(".").append(std::to_string(random.below(10))).append("million");
        case 1: return sum.append(std::to_string(random.between(1, 20))).append(" million");
        case 2: return sum.append(with_commas(random.between(1, 190) * 5000));
        default: return sum.append(with_commas(random.between(2, 99) * 100));
    }
}

std::string percentage(Random& random) {
    const std::string whole = std::to_string(random.between(2, 98));
    switch (random.below(4)) {
        case 0: return whole + "." + std::to_string(random.below(10)) + "%";
        case 1: return whole + " per cent";
        default: return whole + "%";
    }
}

std::string count(Random& random) {
    static constexpr std::uint32_t kTops[] = {30, 100, 100, 400, 400, 2000, 9000};
    return with_commas(random.between(2, kTops[random.below(7)]));
}

std::string_view month_name(unsigned month) { return kMonths[(month + 11) % 12]; }
std::string_view weekday_name(std::chrono::weekday day) { return kWeekdays[day.c_encoding()]; }

std::string ordinal(unsigned day) {
    const bool teen = day >= 11 && day <= 13;
    const std::string_view ending = teen ? "th" : day % 10 == 1 ? "st" : day % 10 == 2 ? "nd" : day % 10 == 3 ? "rd" : "th";
    return std::to_string(day) + std::string(ending);
}

std::string long_date(std::chrono::year_month_day date) {
    return std::to_string(unsigned(date.day())) + ' ' + std::string(month_name(unsigned(date.month()))) + ' ' +
           std::to_string(int(date.year()));
}

std::string iso_date(std::chrono::year_month_day date) {
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()), unsigned(date.day()));
    return text;
}

std::string slug(std::string_view text) {
    std::string slugged;
    for (const char c : text) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        const bool kept = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
        if (kept) slugged += lower;
        else if (!slugged.empty() && slugged.back() != '-') slugged += '-';
    }
    return slugged;
}

}  // namespace minutes::synthetic
