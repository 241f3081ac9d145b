#include "support/suite.h"

#include <cstdio>
#include <cstring>
#include <vector>

namespace mailtown::test {
namespace {
struct Entry {
    const char* name;
    MakeSuite make;
};
std::vector<Entry>& suites() {
    static std::vector<Entry> list;
    return list;
}
} // namespace

bool addSuite(const char* name, MakeSuite make) {
    suites().push_back({name, make});
    return true;
}

int runSuites(int argc, char** argv);

int runSuites(int argc, char** argv) {
    const char* only = nullptr;
    std::vector<char*> arguments(argv, argv + argc);
    if (argc > 1 && argv[1][0] != '-') {
        only = argv[1];
        arguments.erase(arguments.begin() + 1);
    }
    int failed = 0, ran = 0;
    for (const Entry& entry : suites()) {
        if (only && std::strcmp(only, entry.name) != 0) continue;
        ++ran;
        const std::unique_ptr<QObject> suite = entry.make();
        failed += QTest::qExec(suite.get(), int(arguments.size()), arguments.data()) != 0;
    }
    if (ran == 0) {
        std::fprintf(stderr, "no suite%s%s here\n", only ? " named " : "", only ? only : "");
        return 1;
    }
    return failed;
}
} // namespace mailtown::test
