#include "benchmarks/hostile_inputs.hpp"

namespace minutes {
namespace {

std::string repeated(std::string_view part, std::size_t bytes, std::string text = {}) {
    text.reserve(text.size() + bytes + part.size());
    while (text.size() < bytes) text += part;
    return text;
}

/// "1. Parking\n", "2. Parking\n", ... with `behind` below each.
std::string counted(std::string_view before, std::string_view behind, std::size_t bytes) {
    std::string text;
    for (std::size_t i = 1; text.size() < bytes; ++i) text += std::string(before) + std::to_string(i) + std::string(behind);
    return text;
}

std::string nested(std::size_t bytes) { return "1. Parking\n\nThe Chair said " + repeated("(", bytes / 2) + repeated(")", bytes / 2) + "\n"; }

constexpr std::string_view kName = "Councillor Thorne, ", kLabel = "Present:\n";

}  // namespace

const std::vector<HostileInput>& hostile_inputs() {
    static const std::vector<HostileInput> inputs = {
        {"all headings", [](std::size_t n) { return repeated("## Parking in the High Street\n", n); }},
        {"numbered headings", [](std::size_t n) { return counted("", ". Parking in the High Street\n", n); }},
        {"items with text", [](std::size_t n) { return counted("\n", ". PARKING\n\nThe Chair asked whether members agreed.\n", n); }},
        {"one line of prose", [](std::size_t n) { return repeated("The Director of Place said that the works would begin in May. ", n); }},
        {"one line of items", [](std::size_t n) { return counted(" ", ". Parking was discussed by members.", n); }},
        {"one line of words", [](std::size_t n) { return repeated("a ", n); }},
        {"short lines", [](std::size_t n) { return repeated("x\n", n); }},
        {"blank lines", [](std::size_t n) { return "Minutes\n" + repeated("\n", n) + "The end.\n"; }},
        {"one list of names", [](std::size_t n) { return repeated(kName, n, "Present: "); }},
        {"lines of names", [](std::size_t n) { return counted("Councillor Thorne", "\n", n); }},
        {"attendance labels", [](std::size_t n) { return repeated(kLabel, n); }},
        {"brackets", nested},
        {"brackets of capitals", [](std::size_t n) { return repeated("(DCS) ", n, "1. Parking\n\nThe Chair "); }},
        {"capitals", [](std::size_t n) { return repeated("THE COMMITTEE ", n); }},
        {"capital words", [](std::size_t n) { return repeated("Head Of Service And ", n); }},
        {"digits", [](std::size_t n) { return repeated("1234567890", n); }},
        {"numbers", [](std::size_t n) { return repeated("12/34 5.6 7:30 ", n); }},
        {"colons", [](std::size_t n) { return repeated(":", n); }},
        {"quotes", [](std::size_t n) { return repeated("\"", n); }},
        {"commas", [](std::size_t n) { return repeated("the Director, ", n); }},
        {"councils", [](std::size_t n) { return repeated("Eastmoor Parish Council ", n); }},
        {"table rows", [](std::size_t n) { return repeated("| Parking | Minutes: agreed |\n", n, "| No. | Item |\n|---|---|\n"); }},
        {"resolutions", [](std::size_t n) { return repeated("RESOLVED: (a) that it be noted;\n", n, "1. Parking\n"); }},
        {"bullets", [](std::size_t n) { return repeated("- the Clerk said\n", n, "1. Parking\n"); }},
        {"meetings", [](std::size_t n) { return counted("\nMinutes of the Parks Panel held on 1 May 2020\n\n1. Parking ", "\n\n2. Roads\n", n); }},
        {"pairs of names", [](std::size_t n) { return repeated("Ann Thorne and ", n, "1. Parking\n\n"); }},
    };
    return inputs;
}

}  // namespace minutes
