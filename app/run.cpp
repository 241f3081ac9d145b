#include "app/run.h"

#include "app/scenario_argument.h"
#include "base/platform.h"
#include "scenario/action.h"
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
constexpr std::uint32_t stepsAtOnce = 8192; // between two looks whether somebody wants us to end

std::string counted(std::size_t number, const char* one, const char* many) {
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

// What became of something, for one recipient each.
struct Ends {
    std::size_t delivered = 0, bounced = 0, waiting = 0;

    std::string text() const {
        return std::to_string(delivered) + " delivered, " + std::to_string(bounced) + " bounced, " +
               std::to_string(waiting) + " waiting";
    }
};

// Turns records into the lines of the trace and of the statistics, and forgets them.
class Writer {
public:
    Writer(const Town& town, Spelling spelling, QFile* csv)
        : town_(town), names_(town), statistics_(town.plan().hosts.size()), spelling_(spelling), csv_(csv) {
        if (csv_) rows_ = statisticsCsvHead();
    }

    bool write(Trace& trace) {
        for (std::size_t i = 0; i < trace.size(); ++i) {
            const Record& record = trace[i];
            count(record);
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

    Ends letters() const { return letters_; }
    Ends reports() const { return reports_; }

private:
    void count(const Record& record) {
        if (record.kind != Kind::LetterDelivered && record.kind != Kind::LetterBounced) return;
        Ends& ends = record.letter && town_.letter(record.letter).report ? reports_ : letters_;
        ++(record.kind == Kind::LetterDelivered ? ends.delivered : ends.bounced);
    }

    const Town& town_;
    TownTraceNames names_;
    Statistics statistics_;
    Spelling spelling_;
    QFile* csv_;
    std::string lines_, rows_;
    Ends letters_, reports_;
};

// Letters and the reports about them are told apart: a report that arrives is no letter delivered.
void printSummary(const Town& town, const Writer& writer, qint64 nanoseconds) {
    std::size_t sent = 0, addressed = 0, written = 0;
    for (std::uint32_t i = 0; i < town.letterCount(); ++i) {
        const Letter& letter = town.letter(LetterId{i});
        written += letter.report ? 1 : 0;
        sent += letter.report ? 0 : 1;
        addressed += letter.report ? 0 : letter.recipientCount;
    }
    Ends letters = writer.letters(), reports = writer.reports();
    for (std::uint32_t i = 0; i < town.plan().hostCount(); ++i) {
        const HostId host{i};
        if (!town.plan().isClient(host)) {
            for (const Waiting& waiting : town.waiting(host))
                ++(town.letter(waiting.letter).report ? reports : letters).waiting;
            continue;
        }
        for (const OutboxLetter& letter : town.mailProgram(host).outbox)
            if (!letter.refused)
                letters.waiting += town.letter(letter.letter).recipientCount - letter.settled.size();
    }
    std::string text = counted(sent, "letter", "letters") + " to " +
                       counted(addressed, "recipient", "recipients") + ": " + letters.text() + "\n";
    if (written > 0) text += counted(written, "report", "reports") + ": " + reports.text() + "\n";
    std::fprintf(stderr, "%s%s in %.3f s\n", text.c_str(),
                 counted(town.eventsDone(), "event", "events").c_str(), double(nanoseconds) / 1e9);
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
        if (*read > limits::townTime)
            return wrong(QStringLiteral("--until: expected at most ") +
                         QString::fromStdString(formatDuration(limits::townTime)));
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
    Trace trace;
    Writer writer(moment.town, spelling, counting ? &csv : nullptr);
    const int termination = platform::terminationDescriptor();
    bool written = true, ended = false;
    for (std::uint32_t steps = 1; written && !ended && moment.stepUntil(until, inputs, trace); ++steps) {
        if (trace.size() >= recordsAtOnce) written = writer.write(trace);
        if (steps % stepsAtOnce == 0) ended = platform::readSome(termination).has_value();
    }
    written = written && writer.write(trace) && std::fflush(stdout) == 0 && (!counting || csv.flush());
    if (!written) {
        std::fputs("mailtown run: the output could not be written to its end\n", stderr);
        return 1;
    }
    if (ended)
        std::fprintf(stderr, "mailtown run: ended at %s of the town's time\n",
                     formatDuration(moment.town.now()).c_str());
    printSummary(moment.town, writer, clock.nsecsElapsed());
    return ended ? 1 : 0;
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
