// segment_bench [FILE ...]    MB/s of each stage over 1, 4 and 16 copies of each file, and over hostile inputs of 1 MB
// segment_bench --growth      exit code 1 when the time for a hostile input grows faster than its bytes

#include "analyzers/dump.hpp"
#include "analyzers/segment.hpp"
#include "analyzers/facts/facts.hpp"
#include "analyzers/outcomes/outcomes.hpp"
#include "analyzers/people/attendance.hpp"
#include "analyzers/speech/speech.hpp"
#include "analyzers/speech/utterances.hpp"
#include "analyzers/structure/structure.hpp"
#include "analyzers/zones.hpp"
#include "benchmarks/hostile_inputs.hpp"
#include "corpus/read_document.hpp"
#include "indexer/passages.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <limits>
#include <utility>

namespace minutes {
namespace {

enum Stage { reading, structure, facts, people, speech, outcomes, ids, printing, stages };
constexpr std::array<const char*, stages> kStages = {"read", "structure", "facts", "people", "speech", "outcomes", "ids", "print"};

using Seconds = std::array<double, stages>;

/// Seconds of processor time, so that other programs do not count.
double now() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// One pass of the command's work over a text.
Seconds measure(const std::string& bytes) {
    Seconds took{};
    double at = now();
    const auto stop = [&](Stage stage) {
        const double then = std::exchange(at, now());
        took[stage] += at - then;
    };
    const Document doc = make_document("bench.txt", bytes);
    stop(reading);
    Segmented segmented = find_structure(doc);
    stop(structure);
    const CouncilsOfText councils(doc.text);
    LexedText text(doc);
    for (Meeting& meeting : segmented.meetings) {
        meeting = with_facts(doc, std::move(meeting), {}, councils);
        stop(facts);
        meeting = with_people(text, std::move(meeting));
        stop(people);
        meeting = with_zones(doc.text, with_utterances(doc, with_speakers(text, std::move(meeting))));
        stop(speech);
        meeting = with_exchanges(doc, with_outcomes(text, std::move(meeting)));
        text.forget();
        stop(outcomes);
    }
    const std::vector<std::string> names = passage_ids(doc, segmented);
    stop(ids);
    const std::string json = to_json(doc, segmented, names);
    stop(printing);
    return took;
}

double sum(const Seconds& seconds) {
    double total = 0;
    for (const double each : seconds) total += each;
    return total;
}

Seconds best_of(int runs, const std::string& bytes) {
    Seconds best = measure(bytes);
    for (int run = 1; run < runs; ++run) best = std::min(best, measure(bytes), [](const Seconds& a, const Seconds& b) { return sum(a) < sum(b); });
    return best;
}

void print_row(std::string_view name, const std::string& bytes) {
    const Seconds seconds = best_of(3, bytes);
    const double megabytes = static_cast<double>(bytes.size()) / 1e6;
    std::printf("%-24.*s %7.2f MB %8.1f MB/s  ", static_cast<int>(name.size()), name.data(), megabytes, megabytes / sum(seconds));
    for (std::size_t stage = 0; stage < stages; ++stage) std::printf(" %s %.1f", kStages[stage], 1e3 * seconds[stage] / megabytes);
    std::printf(" ms/MB\n");
}

std::string copies(const std::string& text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text + "\n";
    return all;
}

int print_speeds(const std::vector<std::string>& files) {
    for (const std::string& path : files) {
        const auto read = read_document(path);
        if (const Skipped* skipped = std::get_if<Skipped>(&read)) throw Error(path + ": " + skipped->reason);
        const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
        for (const std::size_t count : {1, 4, 16}) print_row(name, copies(std::get<Document>(read).text, count));
    }
    constexpr std::size_t kBytes = 1'000'000;
    for (const HostileInput& input : hostile_inputs()) print_row(input.name, input.text(kBytes));
    return 0;
}

/// Sixteen times the text may take this many times sixteen times as long: a quadratic rule takes 16, caches cost up to 2.
constexpr double kMostGrowth = 4;
#ifdef MINUTES_SANITIZED
constexpr std::size_t kSmall = 4 << 10;
#else
constexpr std::size_t kSmall = 16 << 10;
#endif

int check_growth() {
    int failed = 0;
    [[maybe_unused]] const Seconds warm = measure("Minutes\n");   // tables are read once
    for (const HostileInput& input : hostile_inputs()) {
        double growth = std::numeric_limits<double>::max();
        for (int attempt = 0; attempt < 3 && growth > kMostGrowth; ++attempt) {   // a busy machine is no rule
            const double few = sum(best_of(5, input.text(kSmall))), many = sum(best_of(2, input.text(16 * kSmall)));
            growth = std::min(growth, many / (16 * few));
        }
        if (growth > kMostGrowth) ++failed;
        std::printf("%-24.*s %6.2f%s\n", static_cast<int>(input.name.size()), input.name.data(), growth, growth > kMostGrowth ? "  grows faster than its bytes" : "");
    }
    return failed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace minutes

int main(int argc, char** argv) try {
    const std::vector<std::string> args(argv + 1, argv + argc);
    return args.size() == 1 && args.front() == "--growth" ? minutes::check_growth() : minutes::print_speeds(args);
} catch (const std::exception& e) {
    std::fprintf(stderr, "segment_bench: %s\n", e.what());
    return 2;
}
