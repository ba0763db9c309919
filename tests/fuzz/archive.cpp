// Any bytes as an archive of files.
#include "corpus/archive.hpp"
#include "corpus/decode.hpp"
#include "tests/fuzz/target.hpp"

#include <set>

using namespace minutes;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::set<std::string> names;
    const auto problems = read_archive(fuzz::input(data, size), [&](const ArchiveMember& member) {
        const MemberName name = member_name(member.name);
        fuzz::require(name.refused.empty() && !name.hidden && name.name == member.name, "a name that is none: " + member.name);
        fuzz::require(names.insert(member.name).second, "a name stands twice: " + member.name);
        fuzz::require(is_utf8(member.name), "a name is not UTF-8");
        return true;
    });
    for (const std::string& name : names) (void)read_member(fuzz::input(data, size), name);
    for (const std::string& problem : problems) fuzz::require(!problem.empty(), "a problem without words");
    return 0;
}
