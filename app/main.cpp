// Finds the verb, reads its arguments, and hands over.
#include "app/check.h"
#include "app/open.h"
#include "app/run.h"
#include "app/scenario_argument.h"
#include "app/serve.h"
#include "app/snapshot.h"
#include "base/platform.h"
#include "scenario/report.h"

#include <QApplication>
#include <QCommandLineParser>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <new>
#include <string>
#include <vector>

namespace mailtown {
namespace {

const std::array<const Verb*, 5> verbs{&openVerb, &checkVerb, &runVerb, &serveVerb, &snapshotVerb};

std::string padded(std::string text) {
    text.resize(std::max<std::size_t>(text.size() + 2, 27), ' ');
    return text;
}

void printHelp() {
    std::string text = "Mailtown shows how e-mail travels.\n\nUsage:\n";
    for (const Verb* verb : verbs)
        text += "  " + padded(std::string("mailtown ") + verb->name) + verb->summary + "\n";
    text += "Without a command, mailtown opens the window.\n";
    text += "\nOptions:\n  " + padded("-h, --help") + "Show this; after a verb, its own help.\n  " +
            padded("-v, --version") + "Show the version.\n";
    std::fputs(text.c_str(), stdout);
}

// QCommandLineParser's own help names the program's path and options that are not ours.
void printHelp(const Verb& verb, const QList<QCommandLineOption>& options) {
    std::string text = std::string("Usage: mailtown ") + verb.name + (*verb.name ? " " : "") + verb.operands +
                       " [OPTION…]\n" + verb.summary + "\n\nOptions:\n";
    for (const QCommandLineOption& option : options) {
        std::string names;
        for (const QString& name : option.names()) {
            if (!names.empty()) names += ", ";
            names += (name.size() > 1 ? "--" : "-") + name.toStdString();
        }
        if (!option.valueName().isEmpty()) names += ' ' + option.valueName().toStdString();
        text += "  " + padded(names) + option.description().toStdString() + "\n";
    }
    std::fputs(text.c_str(), stdout);
}

bool asksForHelp(int argc, char** argv) {
    return std::any_of(argv, argv + argc,
                       [](std::string_view word) { return word == "-h" || word == "--help"; });
}

// A platform that draws into memory complains of what it has no use for, and nobody can act on it: no window
// manager to tell sizes to, no directory for run-time files.
QtMessageHandler passOn = nullptr;
void withoutPlatformsComplaints(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    const bool complaint = message.startsWith(QStringLiteral("QStandardPaths: ")) ||
                           message == QStringLiteral("This plugin does not support propagateSizeHints()");
    if (!complaint) passOn(type, context, message);
}

// None: there is no display for a window, which has been told.
std::unique_ptr<QCoreApplication> application(Verb::Needs needs, int& argc, char** argv) {
    if (asksForHelp(argc, argv)) needs = Verb::Needs::Terminal;
    if (needs == Verb::Needs::Window && !platform::hasDisplay()) {
        std::fputs("mailtown: there is no display for the window; 'mailtown snapshot' draws without one\n",
                   stderr);
        return nullptr;
    }
    if (needs == Verb::Needs::Terminal) {
        // Qt's own event loop: GLib's wakes itself with a system call for every change to a socket's
        // notifier.
        qputenv("QT_NO_GLIB", "1");
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    if (needs == Verb::Needs::Painter) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        passOn = qInstallMessageHandler(withoutPlatformsComplaints);
    }
    return std::make_unique<QApplication>(argc, argv);
}

int run(const Verb& verb, const QStringList& arguments) {
    const QString name = QString::fromLatin1(verb.name);
    QList<QCommandLineOption> options = verb.options ? verb.options() : QList<QCommandLineOption>();
    options.append({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this.")});
    QCommandLineParser parser;
    parser.addOptions(options);
    if (!parser.parse(arguments)) return usageError(name, parser.errorText());
    if (parser.isSet(QStringLiteral("help"))) {
        printHelp(verb, options);
        return 0;
    }
    const auto isLanguage = [](const QCommandLineOption& o) {
        return o.names().contains(QStringLiteral("lang"));
    };
    if (std::any_of(options.begin(), options.end(), isLanguage))
        if (const QString wrong = wrongLanguage(parser); !wrong.isEmpty()) return usageError(name, wrong);
    const qsizetype files = parser.positionalArguments().size();
    if (files < 1 && verb.files != Verb::Files::OneOrNone)
        return usageError(name, QStringLiteral("no scenario file was named"));
    if (files > 1 && verb.files != Verb::Files::Many)
        return usageError(name, QStringLiteral("one scenario file was expected, but also found '%1'")
                                    .arg(parser.positionalArguments().at(1)));
    return verb.run(parser);
}

int unknownVerb(const std::string& word) {
    std::vector<std::string> names;
    for (const Verb* verb : verbs) names.emplace_back(verb->name);
    return usageError({}, QString::fromStdString("there is no command or file '" + word + "' (" +
                                                 suggestion(word, names) + ")"));
}

int start(int argc, char** argv) {
    QCoreApplication::setApplicationName(QStringLiteral("Mailtown"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MAILTOWN_VERSION));
    const std::string word = argc > 1 ? argv[1] : "";
    if (word == "-h" || word == "--help" || word == "help") {
        printHelp();
        return 0;
    }
    if (word == "-v" || word == "--version") {
        std::puts("mailtown " MAILTOWN_VERSION);
        return 0;
    }
    for (const Verb* verb : verbs) {
        if (word != verb->name) continue;
        const auto app = application(verb->needs, argc, argv);
        if (!app) return 1;
        QStringList arguments = QCoreApplication::arguments();
        arguments.removeAt(1);
        return run(*verb, arguments);
    }
    std::error_code error;
    const bool file = argc > 1 && (word.ends_with(".yaml") || std::filesystem::exists(word, error));
    if (argc == 1 || file) {
        const auto app = application(openVerb.needs, argc, argv);
        if (!app) return 1;
        return run(openVerb, QCoreApplication::arguments());
    }
    return word.starts_with('-')
               ? usageError({}, QStringLiteral("unknown option '%1'").arg(QString::fromStdString(word)))
               : unknownVerb(word);
}

// What was kept on disk is whole at every moment, so there is nothing to put in order.
[[noreturn]] void outOfMemory() {
    std::fputs("mailtown: there is not enough memory\n", stderr);
    std::_Exit(1);
}

} // namespace

int usageError(const QString& verb, const QString& what) {
    const QString call = verb.isEmpty() ? QStringLiteral("mailtown") : QStringLiteral("mailtown ") + verb;
    QString line = what;
    line.replace(u'\n', u' ');
    if (line.endsWith(u'.')) line.chop(1);
    std::fprintf(stderr, "%s: %s; see '%s --help'\n", qPrintable(call), line.toUtf8().constData(),
                 qPrintable(call));
    return badArguments;
}

} // namespace mailtown

int main(int argc, char** argv) {
    // Before an exception, which would have to find its way through Qt's event loop and what is noexcept.
    std::set_new_handler(mailtown::outOfMemory);
    try {
        return mailtown::start(argc, argv);
    } catch (const std::bad_alloc&) { // Qt's containers throw it themselves
        mailtown::outOfMemory();
    }
}
