#pragma once

#include "corpus/generate_meeting.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minutes::synthetic {

using Choices = std::span<const std::string_view>;

/// Makes the paragraphs of one item, each with its true turns, and keeps in mind who has been introduced.
/// `meeting` and `random` outlive it.
class Talk {
  public:
    Talk(const Meeting& meeting, std::uint32_t topic, Random& random);

    Paragraph discussion();                           ///< any of the forms of question, answer, statement ...
    Paragraph opening();                              ///< "The Head of Highways presented the report and ..."
    Paragraph fact();                                 ///< states something; no speaker is named
    Paragraph presented_fact();                       ///< the same below presentation(), whose speaker it inherits
    Paragraph informed();                             ///< "Members were informed that ..."
    Paragraph agreement();                            ///< "It was agreed that the committee would ..."
    Paragraph considered(std::string_view paper);     ///< "The Committee considered a report of the ..."; `paper` follows
    Paragraph presentation();                         ///< "... made a presentation which included the following main points:"
    Paragraph lead_in();                              ///< "... the following points were raised:"
    Paragraph resolution();

    [[nodiscard]] const Figure& presenter() const { return *speakers_.front(); }
    /// Whether the last discussion() was a request, which may have an action line below it. Asking clears it.
    bool was_request() { return std::exchange(was_request_, false); }
    std::string say(std::string_view rule) { return grammar_.say(grammar_.rule(rule), random_, setting_); }

  private:
    Paragraph question();
    Paragraph agentless_question();
    Paragraph reply();
    Paragraph statement();
    Paragraph worry();
    Paragraph view();
    Paragraph request();
    Paragraph from_the_chair();
    Paragraph from_the_cabinet();

    void ask(Paragraph& paragraph);
    void answer(Paragraph& paragraph, const Figure& figure);
    void speech(Paragraph& paragraph, const Figure& figure, std::string_view act, bool starts, std::string_view verb);
    void follow(Paragraph& paragraph, bool by_someone);
    void lead(Paragraph& paragraph, Turn turn, std::string_view words);

    const Figure& speaker();
    [[nodiscard]] bool listed() const;
    [[nodiscard]] std::string person(const Figure& figure) const;
    std::string mention(const Figure& figure, bool starts);
    std::string members(bool first);
    [[nodiscard]] std::string with_body(std::string_view text) const;
    std::string clause();
    std::string_view pick(Choices choices) { return choices[random_.below(static_cast<std::uint32_t>(choices.size()))]; }

    const Meeting& meeting_;
    const Grammar& grammar_ = Grammar::shared();
    Setting setting_;
    Random& random_;
    Layout layout_;
    std::vector<const Figure*> speakers_;  ///< the officers of the topic who are present; at least one
    bool was_request_ = false, dcs_introduced_ = false, outsider_introduced_ = false;
};

}  // namespace minutes::synthetic
