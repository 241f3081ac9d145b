#include "app/serve.h"

#include "app/line_writer.h"
#include "app/scenario_argument.h"
#include "app/serve_commands.h"
#include "base/platform.h"
#include "base/text.h"
#include "sandbox/sandbox.h"
#include "scenario/action.h"
#include "session/session.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QJsonDocument>
#include <QSocketNotifier>
#include <QTimer>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>

namespace mailtown {
namespace {

constexpr int paceMilliseconds = 20;
constexpr int busyMilliseconds = 30; // then real clients get their turn, and the town falls behind its speed
constexpr std::uint64_t slice = 256; // events and inputs between two looks at the clock
constexpr int keepMilliseconds = 2000;
constexpr std::size_t longestCommand = 64 << 10;

struct ServeOptions {
    std::filesystem::path scenario;   // empty: that of the session
    std::string language;             // of its letters
    std::optional<QHostAddress> bind; // none: this machine alone
    double speed = 1;                 // town seconds a second
    std::filesystem::path session;    // empty: nothing is kept
    int firstPort = 2000;
};

int failed(const Problems& problems, int code) {
    tell(problems);
    return code;
}

void warn(const QString& what) { std::fprintf(stderr, "mailtown: %s\n", what.toUtf8().constData()); }

// A session file that is there goes on; else one is begun.
Result<Session> openSession(const ServeOptions& options) {
    std::error_code error;
    const bool goesOn = !options.session.empty() && std::filesystem::exists(options.session, error);
    if (goesOn) {
        auto session = Session::open(options.session, Session::Memory::Present);
        if (session && !session->caveat().empty()) warn(QString::fromStdString(session->caveat()));
        if (!session || options.scenario.empty()) return session;
        auto scenario = loadScenario(options.scenario, options.language);
        if (!scenario) return scenario.problems();
        if (scenario->source != session->scenario().source)
            warn(
                QStringLiteral("the session goes on with the scenario it began with, which is not that of %1")
                    .arg(QString::fromStdString(options.scenario.string())));
        return session;
    }
    auto scenario = loadScenario(options.scenario, options.language);
    if (!scenario) return scenario.problems();
    Session session(std::move(scenario).value(), Session::Memory::Present);
    if (!options.session.empty())
        if (auto kept = session.keepIn(options.session); !kept) return kept.problems();
    return session;
}

QByteArray lineOf(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

class Serve {
public:
    Serve(Session& session, Sandbox& sandbox, double speed)
        : session_(session), sandbox_(sandbox), speed_(speed), commands_(session, sandbox, speed_) {}

    int run() {
        if (auto started = sandbox_.start(); !started) return failed(started.problems(), 1);
        listenToSignals();
        listenToCommands();
        QTimer pace, keep;
        pace.setTimerType(Qt::PreciseTimer);
        QObject::connect(&pace, &QTimer::timeout, [this] { advance(); });
        QObject::connect(&keep, &QTimer::timeout, [this] { sandbox_.commit(); });
        // What a script waits for stands first; QJsonObject sorts its keys.
        output_.write("{\"ready\":true," + lineOf(commands_.places()).mid(1));
        real_.start();
        pace.start(paceMilliseconds);
        keep.start(keepMilliseconds);
        const int code = QCoreApplication::exec();
        sandbox_.stop();
        if (!session_.commit()) {
            warn(QString::fromStdString(session_.trouble()));
            return 1;
        }
        return code;
    }

private:
    void listenToSignals() {
        const int descriptor = platform::terminationDescriptor();
        if (descriptor < 0) return;
        ending_ = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
        QObject::connect(ending_.get(), &QSocketNotifier::activated, ending_.get(), [this] {
            ending_->setEnabled(false);
            QCoreApplication::quit();
        });
    }

    void listenToCommands() {
        input_ = std::make_unique<QSocketNotifier>(platform::standardInput, QSocketNotifier::Read);
        QObject::connect(input_.get(), &QSocketNotifier::activated, input_.get(), [this] {
            const auto octets = platform::readSome(platform::standardInput);
            if (octets) return take(*octets);
            inputEnded_ = true; // and that is not ours
            take("\n");         // a last line may lack its end
        });
        QObject::connect(&output_, &app::LineWriter::caughtUp, &output_, [this] { take({}); });
    }

    void say(const QJsonObject& object) { output_.write(lineOf(object)); }

    void take(std::string_view octets) {
        pending_ += octets;
        std::size_t from = 0;
        for (std::size_t end; !commands_.ended() && !output_.behind() &&
                              (end = pending_.find('\n', from)) != std::string::npos;
             from = end + 1) {
            const std::string_view line = trimmed(std::string_view(pending_).substr(from, end - from));
            if (!line.empty()) say(commands_.obey(line));
        }
        pending_.erase(0, from);
        if (!output_.behind() && pending_.size() > longestCommand) pending_.clear();
        input_->setEnabled(!output_.behind() && !inputEnded_);
        if (commands_.ended()) QCoreApplication::quit();
    }

    // Town time follows real time at the speed told; what cannot be kept up with is let go, so that it never
    // piles up. It ends with the longest time a scenario may last.
    void advance() {
        const double passed = double(real_.nsecsElapsed()) / 1000;
        real_.restart();
        due_ += passed * speed_;
        const auto whole = Duration(std::min(due_, double(limits::townTime)));
        if (whole <= 0) return;
        due_ -= std::floor(due_);
        const Time begin = session_.present().now();
        const Time to = begin + std::min<Duration>(whole, std::max<Duration>(limits::townTime - begin, 0));
        while (!session_.advance(to, slice) && real_.elapsed() < busyMilliseconds) {
        }
        sandbox_.follow();
    }

    Session& session_;
    Sandbox& sandbox_;
    double speed_;
    double due_ = 0; // microseconds of town time not yet run
    app::ServeCommands commands_;
    app::LineWriter output_;
    QElapsedTimer real_;
    std::unique_ptr<QSocketNotifier> ending_, input_;
    std::string pending_; // commands not obeyed yet
    bool inputEnded_ = false;
};

QList<QCommandLineOption> declareOptions() {
    return {{QStringLiteral("bind"), QStringLiteral("Listen on this address instead of 127.0.0.1 and ::1."),
             QStringLiteral("ADDR")},
            {QStringLiteral("speed"), QStringLiteral("Seconds of town time a second; 0 stands still."),
             QStringLiteral("X"), QStringLiteral("1")},
            {QStringLiteral("session"),
             QStringLiteral("Keep all that happens in FILE, and go on from it when it is there."),
             QStringLiteral("FILE")},
            {QStringLiteral("first-port"),
             QStringLiteral("The first server's ports count from N; with 2000, SMTP is on 2025."),
             QStringLiteral("N"), QStringLiteral("2000")},
            languageOption()};
}

// Error: one line that says what is wrong with the arguments.
Result<ServeOptions> readOptions(const QCommandLineParser& arguments) {
    const auto given = [&](const char* name) {
        return arguments.value(QString::fromLatin1(name)).toStdString();
    };
    ServeOptions options;
    options.session = given("session");
    options.language = given("lang");
    if (!arguments.positionalArguments().isEmpty())
        options.scenario = arguments.positionalArguments().constFirst().toStdString();
    if (arguments.isSet(QStringLiteral("session")) && options.session.empty())
        return problem("--session: expected the name of a file, found ''");
    std::error_code error;
    if (options.scenario.empty() &&
        (options.session.empty() || !std::filesystem::exists(options.session, error)))
        return problem("no scenario file was named, and no session that is there");
    if (arguments.isSet(QStringLiteral("bind"))) {
        options.bind.emplace();
        if (!options.bind->setAddress(arguments.value(QStringLiteral("bind"))))
            return problem("--bind: expected an IP address, found '" + given("bind") + "'");
    }
    const auto speed = app::readSpeed(given("speed"));
    if (!speed)
        return problem("--speed: expected a number from 0 to 10000000, found '" + given("speed") + "'");
    options.speed = *speed;
    bool good = false;
    options.firstPort = arguments.value(QStringLiteral("first-port")).toInt(&good);
    if (!good || options.firstPort < 1 || options.firstPort > 64000)
        return problem("--first-port: expected a number from 1 to 64000, found '" + given("first-port") +
                       "'");
    return options;
}

int serve(const QCommandLineParser& arguments) {
    const auto options = readOptions(arguments);
    if (!options) return usageError(QStringLiteral("serve"), QString::fromStdString(options.problem().what));
    platform::ignoreBrokenPipes();
    auto session = openSession(*options);
    if (!session) return failed(session.problems(), badArguments);
    SandboxOptions sandboxOptions;
    if (options->bind) sandboxOptions.addresses = {*options->bind};
    sandboxOptions.firstPort = options->firstPort;
    Sandbox sandbox(*session, sandboxOptions);
    QObject::connect(&sandbox, &Sandbox::troubled, &warn);
    return Serve(*session, sandbox, options->speed).run();
}

} // namespace

const Verb serveVerb{"serve",
                     "FILE",
                     "Put the post offices on ports of this machine, without a window.",
                     Verb::Needs::Terminal,
                     Verb::Files::OneOrNone,
                     declareOptions,
                     serve};

} // namespace mailtown
