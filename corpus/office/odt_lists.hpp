#pragma once

#include "corpus/markup/list_number.hpp"
#include "corpus/office/xml.hpp"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace minutes {

/// The list styles of an OpenDocument text, the styles that strike out or hide, and the count in each list.
class OdtLists {
public:
    static constexpr std::size_t kLevels = 10;

    /// Takes in a start tag of styles.xml or of the styles of content.xml.
    void style_tag(std::string_view name, XmlAttributes attributes);
    void style_end(std::string_view name);

    /// Begins and ends a list, a point of one.
    void begin_list(XmlAttributes attributes);
    void end_list();
    void begin_item(XmlAttributes attributes);

    /// What stands before the first paragraph of the point: "3. ", a bullet, or "" behind the first.
    [[nodiscard]] std::string take_marker();

    /// What stands before a heading of this level that is in no list: the outline's number, or "".
    [[nodiscard]] std::string heading_marker(std::size_t level);

    [[nodiscard]] bool in_list() const { return !open_.empty(); }
    [[nodiscard]] bool hides(std::string_view style) const { return hiding_.count(style) > 0; }

private:
    struct Level {
        bool numbered = false, bullet = false;
        NumberStyle style = NumberStyle::decimal;
        long start = 1;
        std::size_t shown = 1;   ///< how many levels the number has
        std::string prefix, suffix;
    };
    using Style = std::array<Level, kLevels>;
    using Counts = std::array<std::optional<long>, kLevels>;
    struct Open {
        std::string style, id;
        Counts counts;
    };

    [[nodiscard]] std::string number(const Style& style, Counts& counts, std::size_t level, std::optional<long> at) const;

    std::map<std::string, Style, std::less<>> styles_;
    std::set<std::string, std::less<>> hiding_;
    std::string reading_, text_style_;               ///< of style tags
    std::vector<Open> open_;
    std::map<std::string, Counts, std::less<>> ended_;   ///< by the id of a list
    std::map<std::string, Counts, std::less<>> last_;    ///< by style: of the list that ended last
    Counts outline_;
    bool pending_ = false;
    std::optional<long> start_value_;
};

}  // namespace minutes
