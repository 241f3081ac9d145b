#include "app/serve.h"

#include "app/serve_commands.h"
#include "base/platform.h"
#include "base/text.h"
#include "sandbox/sandbox.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSocketNotifier>
#include <QTimer>
#include <charconv>
#include <cstdio>

namespace mailtown::app {
namespace {

constexpr int paceMilliseconds = 20;
constexpr int busyMilliseconds = 30; // then real clients get their turn, and the town falls behind its speed
constexpr int paces = 8;             // a step of town time is taken in, so that it can be broken off
constexpr int keepMilliseconds = 2000;
constexpr std::size_t longestCommand = 64 << 10;

void say(const QJsonObject& object) {
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.data(), 1, std::size_t(line.size()), stdout);
    std::fflush(stdout);
}

int failed(const Problems& problems, int code) {
    for (const Problem& problem : problems) std::fprintf(stderr, "%s\n", problem.text().c_str());
    return code;
}

void warn(const QString& what) { std::fprintf(stderr, "mailtown: %s\n", what.toUtf8().constData()); }

// A session file that is there goes on; else one is begun.
Result<Session> openSession(const ServeOptions& options) {
    std::error_code error;
    const bool goesOn = !options.session.empty() && std::filesystem::exists(options.session, error);
    if (goesOn) {
        auto session = Session::open(options.session);
        if (!session || options.scenario.empty()) return session;
        auto scenario = loadScenario(options.scenario);
        if (!scenario) return scenario.problems();
        if (scenario->source != session->scenario().source)
            warn(
                QStringLiteral("the session goes on with the scenario it began with, which is not that of %1")
                    .arg(QString::fromStdString(options.scenario.string())));
        return session;
    }
    auto scenario = loadScenario(options.scenario);
    if (!scenario) return scenario.problems();
    Session session(std::move(scenario).value());
    if (!options.session.empty())
        if (auto kept = session.keepIn(options.session); !kept) return kept.problems();
    return session;
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
        QObject::connect(&keep, &QTimer::timeout, [this] {
            if (!session_.commit()) warn(QString::fromStdString(session_.trouble()));
        });
        say(commands_.ready());
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
            if (octets)
                take(*octets);
            else
                input_->setEnabled(false); // its end is not ours
        });
    }

    void take(std::string_view octets) {
        pending_ += octets;
        std::size_t from = 0;
        for (std::size_t end; !commands_.ended() && (end = pending_.find('\n', from)) != std::string::npos;
             from = end + 1) {
            const std::string_view line = trimmed(std::string_view(pending_).substr(from, end - from));
            if (!line.empty()) say(commands_.obey(line));
        }
        pending_.erase(0, from);
        if (pending_.size() > longestCommand) pending_.clear();
        if (commands_.ended()) QCoreApplication::quit();
    }

    // Town time follows real time at the speed told; what cannot be kept up with is let go.
    void advance() {
        const double passed = double(real_.nsecsElapsed()) / 1000;
        real_.restart();
        due_ += passed * speed_;
        const auto whole = Duration(due_);
        if (whole <= 0) return;
        due_ -= double(whole);
        const Time begin = session_.present().now();
        if (begin > never - whole - 1) return;
        for (int pace = 1; pace <= paces && real_.elapsed() < busyMilliseconds; ++pace)
            session_.seek(begin + whole / paces * pace + (pace == paces ? whole % paces : 0));
        sandbox_.follow();
    }

    Session& session_;
    Sandbox& sandbox_;
    double speed_;
    double due_ = 0; // microseconds of town time not yet run
    ServeCommands commands_;
    QElapsedTimer real_;
    std::unique_ptr<QSocketNotifier> ending_, input_;
    std::string pending_;
};
} // namespace

std::string serveHelp() {
    return "Usage: mailtown serve [FILE] [--bind ADDR] [--speed X] [--session FILE] [--first-port N]\n"
           "\n"
           "Puts every post office of the scenario FILE on ports of this machine, without a window.\n"
           "\n"
           "  --bind ADDR      listen on this address instead of 127.0.0.1 and ::1\n"
           "  --speed X        seconds of town time a second (1); 0 stands still\n"
           "  --session FILE   keep all that happens in FILE, and go on from it when it is there\n"
           "  --first-port N   the first server's ports count from N (2000: SMTP on 2025)\n"
           "\n"
           "When all listen, one JSON line on standard output tells where. Then it takes commands on\n"
           "standard input: down HOST, up HOST, send FROM TO SUBJECT, status, speed X, help, quit.\n";
}

Result<ServeOptions> readServeOptions(const std::vector<std::string>& arguments) {
    ServeOptions options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string name = arguments[i], value;
        if (!name.starts_with("--")) {
            if (name.starts_with('-') || name.empty()) return problem("unknown option '" + name + "'");
            if (!options.scenario.empty()) return problem("more than one scenario: '" + name + "'");
            options.scenario = name;
            continue;
        }
        if (const std::size_t equals = name.find('='); equals != std::string::npos) {
            value = name.substr(equals + 1);
            name.resize(equals);
        } else if (i + 1 < arguments.size()) {
            value = arguments[++i];
        }
        if (name != "--bind" && name != "--speed" && name != "--session" && name != "--first-port")
            return problem("unknown option '" + name + "'");
        if (value.empty()) return problem("'" + name + "' needs a value");
        if (name == "--bind") {
            QHostAddress address;
            if (!address.setAddress(QString::fromStdString(value)))
                return problem("'" + value + "' is no IP address to bind to");
            options.bind = address;
        } else if (name == "--speed") {
            const auto speed = readSpeed(value);
            if (!speed) return problem("'" + value + "' is no speed: a number from 0 to 10000000");
            options.speed = *speed;
        } else if (name == "--session") {
            options.session = value;
        } else {
            const auto [end, error] =
                std::from_chars(value.data(), value.data() + value.size(), options.firstPort);
            if (error != std::errc() || end != value.data() + value.size() || options.firstPort < 1 ||
                options.firstPort > 64000)
                return problem("'" + value + "' is no port to count from: a number from 1 to 64000");
        }
    }
    std::error_code error;
    if (options.scenario.empty() &&
        (options.session.empty() || !std::filesystem::exists(options.session, error)))
        return problem("which scenario? give a FILE");
    return options;
}

int serve(const ServeOptions& options, int& argc, char** argv) {
    const QCoreApplication application(argc, argv);
    platform::ignoreBrokenPipes();
    auto session = openSession(options);
    if (!session) return failed(session.problems(), 2);
    SandboxOptions sandboxOptions;
    if (options.bind) sandboxOptions.addresses = {*options.bind};
    sandboxOptions.firstPort = options.firstPort;
    Sandbox sandbox(*session, sandboxOptions);
    QObject::connect(&sandbox, &Sandbox::troubled, &warn);
    return Serve(*session, sandbox, options.speed).run();
}

} // namespace mailtown::app
