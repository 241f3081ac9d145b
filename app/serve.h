// mailtown serve: the sandbox without a window.
#pragma once

#include "session/session.h"

#include <QHostAddress>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace mailtown::app {

struct ServeOptions {
    std::filesystem::path scenario;
    std::optional<QHostAddress> bind; // none: this machine alone
    double speed = 1;                 // town seconds a second
    std::filesystem::path session;    // empty: nothing is kept
    int firstPort = 2000;
};

// Error: one line that says what is wrong with the arguments (those behind the verb).
Result<ServeOptions> readServeOptions(const std::vector<std::string>& arguments);
std::string serveHelp();

// Runs until it is told to end; the process's exit code. Needs no application object yet.
int serve(const ServeOptions& options, int& argc, char** argv);

} // namespace mailtown::app
