#pragma once

#include "benchmarks/arguments.hpp"
#include "benchmarks/queries_file.hpp"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <thread>

namespace minutes::bench {

/// Values of one facet with the number of passages of each; "" = not stated.
using Totals = std::map<std::string, std::uint64_t>;

/// What an engine answered, as far as engines can be compared.
struct Found {
    std::uint64_t hits = 0;                       ///< passages; of mentions the mentions
    std::map<std::string, Totals> facets;         ///< by name; of count the cells, "role\tyear"
    std::size_t shown = 0;                        ///< bytes of snippets, so that none can be left out
};

/// One line an answer: class, form, number of hits, and for each facet how many values, their sum, and FNV-1a of "value\tcount\n".
inline std::string line_of(const Query& query, const Found& found) {
    std::string line = query.of + '\t' + query.form + '\t' + joined(query.words, " ") + '\t' + query.role + '\t' + query.year + '\t' + std::to_string(found.hits);
    for (const auto& [name, totals] : found.facets) {
        std::uint64_t hash = 0xcbf29ce484222325u, sum = 0;
        for (const auto& [value, count] : totals) {
            for (const char c : value + '\t' + std::to_string(count) + '\n') hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
            sum += count;
        }
        char text[96];
        std::snprintf(text, sizeof text, "\t%s:%zu:%llu:%016llx", name.c_str(), totals.size(), static_cast<unsigned long long>(sum), static_cast<unsigned long long>(hash));
        line += text;
    }
    return line + '\n';
}

using Ask = std::function<Found(const Query&)>;

inline double elapsed_ms(std::chrono::steady_clock::time_point from) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count();
}

/// Processor time of all threads of this process: what a query costs, whatever else the machine does.
inline double processor_ms() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

/// The p-th part of sorted values, the nearest above.
inline double quantile(const std::vector<double>& sorted, double p) {
    return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(p * static_cast<double>(sorted.size())))];
}

/// Asks every query of a class in turn, `rounds` times after one that is not counted, but stops after `seconds` a class. Prints
/// class, runs, p50, p90, p99 and, of the processor time, p50 in ms, between tabs.
inline void measure_latency(const std::vector<Query>& queries, const Ask& ask, std::uint64_t rounds, std::uint64_t seconds) {
    std::cout << "class\truns\tp50 ms\tp90 ms\tp99 ms\tp50 of processor ms\n";
    for (std::size_t first = 0, last = 0; first < queries.size(); first = last) {
        while (last < queries.size() && queries[last].of == queries[first].of) ++last;
        std::vector<double> times, processor;
        const auto began = std::chrono::steady_clock::now();
        const auto late = [&] { return elapsed_ms(began) > 1000.0 * static_cast<double>(seconds); };
        for (std::uint64_t round = 0; round <= rounds && !(round > 1 && late()); ++round)
            for (std::size_t i = first; i < last; ++i) {
                const auto start = std::chrono::steady_clock::now();
                const double used = processor_ms();
                ask(queries[i]);
                if (round == 0 && !late()) continue;
                times.push_back(elapsed_ms(start));
                processor.push_back(processor_ms() - used);
            }
        if (times.empty()) continue;
        std::sort(times.begin(), times.end());
        std::sort(processor.begin(), processor.end());
        std::printf("%s\t%zu\t%.3f\t%.3f\t%.3f\t%.3f\n", queries[first].of.c_str(), times.size(), quantile(times, 0.5), quantile(times, 0.9), quantile(times, 0.99),
                    quantile(processor, 0.5));
        std::fflush(stdout);
    }
}

/// Every thread goes through the queries from a place of its own until the time is up. Prints threads and queries a second.
inline void measure_throughput(const std::vector<Query>& queries, const std::function<Ask()>& make_ask, std::uint64_t threads, std::uint64_t seconds) {
    std::atomic<std::uint64_t> asked = 0;
    const auto began = std::chrono::steady_clock::now();
    std::vector<std::thread> running;
    for (std::uint64_t t = 0; t < threads; ++t)
        running.emplace_back([&, t] {
            const Ask ask = make_ask();
            for (std::size_t i = t * queries.size() / threads; elapsed_ms(began) < 1000.0 * static_cast<double>(seconds); ++i, ++asked) ask(queries[i % queries.size()]);
        });
    for (std::thread& thread : running) thread.join();
    std::printf("threads\t%llu\tqueries/s\t%.2f\n", static_cast<unsigned long long>(threads), static_cast<double>(asked) * 1000.0 / elapsed_ms(began));
}

/// The main program of an engine: PROGRAM INDEX QUERIES [--rounds N] [--seconds S] [--threads T] [--answers FILE].
/// With --threads throughput is measured, with --answers nothing is, else latency. `make_ask` is called once a thread.
inline int run_engine(const Arguments& given, const std::function<Ask()>& make_ask) {
    const std::vector<Query> queries = read_queries(given.rest.at(1));
    const std::uint64_t seconds = given.number("seconds", 10);
    if (given.options.count("answers")) {
        std::ofstream out(given.text("answers", ""));
        const Ask ask = make_ask();
        for (const Query& query : queries) out << line_of(query, ask(query));
        return out.good() ? 0 : 2;
    }
    if (given.options.count("threads")) measure_throughput(queries, make_ask, given.number("threads", 2), seconds);
    else measure_latency(queries, make_ask(), given.number("rounds", 10), seconds);
    return 0;
}

inline const std::vector<std::string> kEngineOptions = {"rounds", "seconds", "threads", "answers"};

/// The whole program of an engine that builds its own index: NAME build PASSAGES DATABASE, or NAME DATABASE QUERIES [options].
/// A Searcher is made of the database's path and has ask(Query).
template <typename Searcher>
int run_peer(const std::string& name, const Arguments& given, void (*build)(const std::string& passages, const std::string& database)) {
    if (given.rest.size() == 3 && given.rest[0] == "build") {
        build(given.rest[1], given.rest[2]);
        return 0;
    }
    if (given.rest.size() != 2) throw Refused("usage: " + name + " build PASSAGES DATABASE | " + name + " DATABASE QUERIES");
    return run_engine(given, [&]() -> Ask {
        return [searcher = std::make_shared<Searcher>(given.rest[0])](const Query& query) { return searcher->ask(query); };
    });
}

}  // namespace minutes::bench
