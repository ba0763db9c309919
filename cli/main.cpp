#include "cli/output.hpp"
#include "cli/verbs.hpp"
#include "corpus/problem.hpp"

#include <xapian.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <iterator>
#include <new>
#include <string>

using namespace minutes;
using namespace minutes::cli;

namespace {

std::string overview() {
    std::string text =
        "minutes searches council minutes: who spoke of what, in which meeting, and what may be missing.\n\n"
        "  minutes index ~/minutes                  read a folder of minutes\n"
        "  minutes search '\"agency staff\"'          who spoke of agency staff?\n"
        "  minutes mentions '\"agency staff\"' --role dcs\n\n";
    for (const Verb& verb : kVerbs) text += "  " + std::string(verb.name) + std::string(11 - std::string(verb.name).size(), ' ') + verb.purpose + "\n";
    return text + "\nEach verb explains itself: minutes VERB --help\n";
}

int dispatch(const Args& args) {
    const std::string verb = args.empty() ? "" : args.front();
    if (verb == "--version") {
        write_out("minutes " MINUTES_VERSION " (Xapian " + std::string(Xapian::version_string()) + ")\n");
        return kFound;
    }
    if (verb == "--help" || verb == "-h" || verb == "help") {
        write_out(overview());
        return kFound;
    }
    for (const Verb& known : kVerbs)
        if (verb == known.name) return known.run(Args(args.begin() + 1, args.end()));
    throw Refused(verb.empty() ? "no verb given; try: minutes --help" : "there is no verb \"" + verb + "\"; try: minutes --help");
}

int report(const std::string& message, int code) {
    flush_out();
    warn(message);
    return code;
}

}  // namespace

int main(int argc, char** argv) try {
    std::signal(SIGPIPE, SIG_IGN);
    const int code = dispatch(Args(argv + 1, argv + argc));
    flush_out();
    return code;
} catch (const Refused& refused) {
    return report(refused.what(), kRefused);
} catch (const Locked& locked) {
    return report(locked.what(), kLocked);
} catch (const Xapian::Error& error) {
    return report("Xapian: " + error.get_msg() + "; if this persists rebuild the index with: minutes index --fresh PATH...", kUnusable);
} catch (const std::bad_alloc&) {
    return report("out of memory; close other programs or index fewer files at a time", kUnusable);
} catch (const std::exception& error) {
    return report(error.what(), kUnusable);
}
