#include "app/run.h"

#include "app/scenario_argument.h"
#include "session/moment.h"
#include "town/trace_names.h"
#include "trace/export.h"
#include "trace/statistics.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

namespace mailtown {
namespace {

enum class Spelling { Text, JsonLines, None };

constexpr std::size_t recordsAtOnce = 4096;

// Turns records into the lines of the trace and of the statistics, and forgets them.
class Writer {
public:
    Writer(const Town& town, Spelling spelling, QFile* csv)
        : names_(town), statistics_(town.plan().hosts.size()), spelling_(spelling), csv_(csv) {
        if (csv_) rows_ = statisticsCsvHead();
    }

    bool write(Trace& trace) {
        for (std::size_t i = 0; i < trace.size(); ++i) {
            const Record& record = trace[i];
            if (spelling_ == Spelling::Text) appendTextLine(lines_, record, trace.text(record), names_);
            if (spelling_ == Spelling::JsonLines) appendJsonLine(lines_, record, trace.text(record), names_);
            if (csv_ && statistics_.add(record))
                appendCsvRow(rows_, record.at, names_.host(record.host), statistics_.of(record.host));
        }
        trace.clear();
        const bool printed = std::fwrite(lines_.data(), 1, lines_.size(), stdout) == lines_.size();
        const bool saved = !csv_ || csv_->write(rows_.data(), qint64(rows_.size())) == qint64(rows_.size());
        lines_.clear();
        rows_.clear();
        return printed && saved;
    }

private:
    TownTraceNames names_;
    Statistics statistics_;
    Spelling spelling_;
    QFile* csv_;
    std::string lines_, rows_;
};

void printSummary(const Town& town, const Trace& trace, qint64 nanoseconds) {
    std::size_t reports = 0, waiting = 0;
    for (std::uint32_t i = 0; i < town.letterCount(); ++i) reports += town.letter(LetterId{i}).report ? 1 : 0;
    for (std::uint32_t i = 0; i < town.plan().hostCount(); ++i) {
        const HostId host{i};
        if (!town.plan().isClient(host)) {
            waiting += town.waitingCount(host);
            continue;
        }
        for (const OutboxLetter& letter : town.mailProgram(host).outbox) waiting += letter.refused ? 0 : 1;
    }
    std::fprintf(stderr,
                 "letters: %zu sent, %zu delivered, %zu bounced, %zu waiting; %zu reports written\n"
                 "events: %llu in %.3f s\n",
                 town.letterCount() - reports, trace.countOf(Kind::LetterDelivered),
                 trace.countOf(Kind::LetterBounced), waiting, reports,
                 static_cast<unsigned long long>(town.eventsDone()), double(nanoseconds) / 1e9);
}

QList<QCommandLineOption> options() {
    return {{QStringLiteral("until"),
             QStringLiteral("Stop at that town time, as 90s, 5h30m, 2d; else at the scenario's end."),
             QStringLiteral("TIME")},
            {QStringLiteral("seed"), QStringLiteral("Seed of the random numbers, instead of the scenario's."),
             QStringLiteral("N")},
            {QStringLiteral("trace"), QStringLiteral("What to print: text (the default), jsonl or none."),
             QStringLiteral("KIND"), QStringLiteral("text")},
            {QStringLiteral("stats"), QStringLiteral("Write each office's counts over time to that file."),
             QStringLiteral("FILE.csv")},
            languageOption()};
}

int run(const QCommandLineParser& arguments) {
    const auto wrong = [](const QString& what) { return usageError(QStringLiteral("run"), what); };
    Time until = never;
    if (arguments.isSet(QStringLiteral("until"))) {
        const Result<Duration> read = parseDuration(arguments.value(QStringLiteral("until")).toStdString());
        if (!read)
            return wrong(QStringLiteral("--until: ") +
                         QString::fromStdString(read.problem().what + " (" + read.problem().mend + ")"));
        until = *read;
    }
    bool good = true;
    const qulonglong seed = arguments.value(QStringLiteral("seed")).toULongLong(&good);
    if (arguments.isSet(QStringLiteral("seed")) && !good)
        return wrong(QStringLiteral("--seed: expected a whole number, found '%1'")
                         .arg(arguments.value(QStringLiteral("seed"))));
    const QString kind = arguments.value(QStringLiteral("trace"));
    const Spelling spelling = kind == u"jsonl"  ? Spelling::JsonLines
                              : kind == u"none" ? Spelling::None
                                                : Spelling::Text;
    if (spelling == Spelling::Text && kind != u"text")
        return wrong(QStringLiteral("--trace: expected text, jsonl or none, found '%1'").arg(kind));

    auto scenario = readScenarioArgument(arguments);
    if (!scenario) return badArguments;
    if (arguments.isSet(QStringLiteral("seed"))) scenario->plan.seed = seed;
    if (until == never) until = scenario->length;

    QFile csv(arguments.value(QStringLiteral("stats")));
    const bool counting = arguments.isSet(QStringLiteral("stats"));
    if (counting && !csv.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        std::fprintf(stderr, "mailtown run: cannot write %s: %s\n", qPrintable(csv.fileName()),
                     qPrintable(csv.errorString()));
        return 1;
    }

    QElapsedTimer clock;
    clock.start();
    const InputLists inputs{scenario->timeline, {}};
    Moment moment(std::make_shared<const Plan>(scenario->plan));
    Trace trace(counting || spelling != Spelling::None ? Trace::Keep::All : Trace::Keep::Nothing);
    Writer writer(moment.town, spelling, counting ? &csv : nullptr);
    bool written = true;
    while (written && moment.stepUntil(until, inputs, trace))
        if (trace.size() >= recordsAtOnce) written = writer.write(trace);
    written = written && writer.write(trace) && std::fflush(stdout) == 0 && (!counting || csv.flush());
    if (!written) {
        std::fputs("mailtown run: the output could not be written to its end\n", stderr);
        return 1;
    }
    printSummary(moment.town, trace, clock.nsecsElapsed());
    return 0;
}

} // namespace

const Verb runVerb{"run",
                   "FILE",
                   "Run a scenario without a window and print what happens.",
                   Verb::Needs::Terminal,
                   Verb::Files::One,
                   options,
                   run};

} // namespace mailtown
