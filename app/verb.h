// A verb of the command line: what it is called, what it takes, and what it does. Adding one: its file here,
// its line in main.cpp.
#pragma once

#include <QCommandLineOption>
#include <QList>
#include <QString>

class QCommandLineParser;

namespace mailtown {

inline constexpr int badArguments = 2; // exit status; also of a scenario with errors

struct Verb {
    enum class Needs { Terminal, Window, Painter }; // Painter: draws without a display
    enum class Files { One, OneOrNone, Many };

    const char* name;     // "run"
    const char* operands; // "FILE…"
    const char* summary;  // one line, for --help
    Needs needs = Needs::Terminal;
    Files files = Files::One;
    QList<QCommandLineOption> (*options)() = nullptr; // null: none
    int (*run)(const QCommandLineParser&) = nullptr;  // the exit status
};

// Says on standard error, in one line, what is wrong with the arguments of that verb and how to ask for help.
int usageError(const QString& verb, const QString& what);

} // namespace mailtown
