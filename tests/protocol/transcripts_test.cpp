// Every conversation in transcripts/ is held with our servers: line by line, then with all that the client
// may say at once, octet by octet, and in random pieces. The server must say the same each time.
#include "base/text.h"
#include "support/cuts.h"
#include "support/suite.h"
#include "support/transcript.h"

#include <algorithm>
#include <filesystem>

using namespace mailtown;
using namespace mailtown::test;
using Who = TranscriptLine::Who;

namespace {

std::vector<std::filesystem::path> transcripts() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry :
         std::filesystem::directory_iterator(MAILTOWN_SOURCE_DIR "/tests/protocol/transcripts"))
        if (entry.path().extension() == ".txt") found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

// Cut as the seed tells; -1: whole.
std::string say(Doorway& door, const std::string& octets, int seed) {
    std::string said;
    const auto pieces = seed < 0 ? std::vector<std::string_view>{octets} : cut(octets, std::uint64_t(seed));
    for (const std::string_view piece : pieces) said += door.hears(piece);
    return said;
}

// Whether an SMTP client waits behind this line (RFC 2920 §3.1); `extended`: after EHLO.
bool endsGroup(const std::string& text, bool extended) {
    static constexpr std::string_view last[] = {"HELO", "EHLO", "DATA\r\n", "NOOP", "VRFY"};
    return !extended || std::any_of(std::begin(last), std::end(last), [&](std::string_view verb) {
        const std::size_t start = text.rfind('\n', text.size() - 2) + 1; // of its last line
        return startsWithIgnoringCase(std::string_view(text).substr(start), verb);
    });
}

// What the server says to all of it when the client waits no more than it must.
std::string heldAtOnce(const Transcript& transcript, int seed) {
    const auto door = openDoor(transcript.door);
    const bool smtp = !transcript.door.starts_with("pop3");
    bool extended = false;
    std::string said = door->hears({}), waiting;
    for (const TranscriptLine& line : transcript.lines) {
        if (line.who == Who::Client) {
            waiting += line.text;
            if (startsWithIgnoringCase(line.text, "EHLO")) extended = true;
            if (startsWithIgnoringCase(line.text, "HELO")) extended = false;
            if (smtp && endsGroup(line.text, extended)) said += say(*door, std::exchange(waiting, {}), seed);
        } else if (line.who == Who::Tls) {
            said += say(*door, std::exchange(waiting, {}), seed);
            said += door->startsTls();
            extended = false;
        }
    }
    return said + say(*door, waiting, seed);
}

} // namespace

class TranscriptsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areHeldAsTheyArePrinted_data() {
        QTest::addColumn<QString>("path");
        for (const auto& path : transcripts())
            QTest::newRow(path.stem().c_str()) << QString::fromStdString(path.string());
    }
    void areHeldAsTheyArePrinted() {
        QFETCH(QString, path);
        const Transcript transcript = readTranscript(path.toStdString());
        const auto door = openDoor(transcript.door);
        std::string said = door->hears({}), everything;
        const auto place = [&](const TranscriptLine& line) {
            return path.toStdString() + ":" + std::to_string(line.number);
        };
        for (const TranscriptLine& line : transcript.lines) {
            if (line.who == Who::Server) {
                const std::size_t end = said.find("\r\n");
                QVERIFY2(end != said.npos, (place(line) + ": nothing is said").c_str());
                const std::string one = said.substr(0, end);
                QVERIFY2(matches(one, line.text), (place(line) + ": " + one).c_str());
                said.erase(0, end + 2);
                everything += one + "\r\n";
            } else {
                QVERIFY2(said.empty(), (place(line) + ": before this is said " + said).c_str());
                said = line.who == Who::Tls ? door->startsTls() : door->hears(line.text);
            }
        }
        QCOMPARE(said, std::string());
        for (int seed = -1; seed < 25; ++seed) QCOMPARE(heldAtOnce(transcript, seed), everything);
    }
};

MAILTOWN_SUITE(TranscriptsTest)
#include "transcripts_test.moc"
