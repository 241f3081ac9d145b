// Finds the verb and runs its command; without a verb, opens the window.
#include "app/open.h"
#include "app/serve.h"

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

using namespace mailtown;

namespace {

using Arguments = std::vector<std::string>;

int wrong(const Problem& problem, std::string_view verb) {
    std::fprintf(stderr, "mailtown: %s (mailtown %.*s --help tells how)\n", problem.what.c_str(),
                 int(verb.size()), verb.data());
    return 2;
}

int runServe(const Arguments& arguments, int& argc, char** argv) {
    for (const std::string& argument : arguments)
        if (argument == "--help" || argument == "-h") return std::fputs(app::serveHelp().c_str(), stdout), 0;
    const auto options = app::readServeOptions(arguments);
    return options ? app::serve(*options, argc, argv) : wrong(options.problem(), "serve");
}

struct Verb {
    const char* name;
    const char* does;
    int (*run)(const Arguments& arguments, int& argc, char** argv);
};
constexpr Verb verbs[] = {
    {"serve", "put the post offices on ports of this machine, without a window", runServe},
};

void printHelp() {
    std::puts("Usage: mailtown [FILE]             opens the window\n       mailtown VERB [ARGUMENTS]\n");
    for (const Verb& verb : verbs) std::printf("  %-10s %s\n", verb.name, verb.does);
    std::puts("\n  --help, --version; mailtown VERB --help tells about a verb");
}
} // namespace

int main(int argc, char** argv) {
    const Arguments arguments(argv + 1, argv + argc);
    if (arguments.empty()) return openWindow(argc, argv);
    const std::string& verb = arguments.front();
    if (verb == "--help" || verb == "-h") {
        printHelp();
        return 0;
    }
    if (verb == "--version") {
        std::puts("mailtown " MAILTOWN_VERSION);
        return 0;
    }
    for (const Verb& known : verbs)
        if (verb == known.name) return known.run({arguments.begin() + 1, arguments.end()}, argc, argv);
    if (std::filesystem::exists(verb)) return openWindow(argc, argv);
    std::fprintf(stderr, "mailtown: unknown verb '%s' (mailtown --help tells which there are)\n",
                 verb.c_str());
    return 2;
}
