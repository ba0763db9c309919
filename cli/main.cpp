#include "analyzers/dump.hpp"
#include "corpus/read_document.hpp"

#include <iostream>

// Wiring to be grown into the verbs of docs/; for now `minutes segment --format json FILE`.
int main(int argc, char** argv) {
    const auto read = minutes::read_document(argv[argc - 1]);
    if (const auto* skipped = std::get_if<minutes::Skipped>(&read)) {
        std::cerr << "minutes: " << argv[argc - 1] << ": " << skipped->reason << '\n';
        return 3;
    }
    const auto& doc = std::get<minutes::Document>(read);
    std::cout << minutes::to_json(doc, minutes::segment(doc), {});
}
