#include "ui/inspector/transcript.h"

#include "ui/wording/gloss.h"
#include "ui/wording/language.h"

#include <QCoreApplication>

#include <optional>

namespace mailtown {
namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

// Which lines are commands, which answer them and which are a letter's text.
class Reader {
public:
    explicit Reader(Service service) : service_(service) {}

    struct Read {
        QString asked;       // the command that a server's line answers
        bool inData = false; // a letter's text
    };

    Read client(const QString& text) {
        Read read;
        if (dataUp_) {
            if (text == u"." && service_ != Service::Imap) {
                dataUp_ = false, asked_ = text;
            } else {
                read.inData = true;
                return read;
            }
        } else if (!awaitsSecret_) {
            asked_ = text;
        }
        awaitsSecret_ = false;
        return read;
    }

    Read server(const QString& text, int code) {
        Read read{asked_, false};
        const QString verb = asked_.section(u' ', 0, 0).toUpper();
        if (service_ == Service::Smtp || service_ == Service::Submission) {
            if (code == 354) dataUp_ = true;
            awaitsSecret_ = code == 334;
        } else if (service_ == Service::Pop3) {
            if (dataDown_) {
                if (text == u".")
                    dataDown_ = false;
                else
                    read.inData = verb == u"RETR" || verb == u"TOP";
            } else if ((verb == u"RETR" || verb == u"TOP") && text.startsWith(u"+OK")) {
                dataDown_ = true;
            }
            awaitsSecret_ = text.startsWith(u"+ ") || text == u"+";
        } else if (service_ == Service::Imap) {
            // Inside a literal (RFC 9051 §4.3): as many octets as its {n} told, from the next line on.
            if (literal_ > 0) {
                literal_ -= text.toUtf8().size() + 2;
                read.inData = true;
            }
            if (literal_ <= 0 && text.endsWith(u'}'))
                literal_ = text.mid(text.lastIndexOf(u'{') + 1).chopped(1).toLongLong();
            awaitsSecret_ = text.startsWith(u'+');
        }
        return read;
    }

    // The server's word that from here on all is sealed.
    bool seals(const QString& text) const {
        const QString asked = asked_.toUpper();
        const bool asksTo = asked == u"STARTTLS" || asked == u"STLS" || asked.endsWith(u" STARTTLS");
        return asksTo && (text.startsWith(u"220") || text.startsWith(u"+OK") || text.contains(u" OK"));
    }

private:
    Service service_;
    QString asked_;
    qint64 literal_ = 0;
    bool dataUp_ = false, dataDown_ = false, awaitsSecret_ = false;
};

// The list of extensions, a login and a letter's text say little: three such lines in a row and more stand as
// one.
bool isSmallTalk(const TranscriptLine& line, const Reader::Read& read, bool sealed) {
    if (read.inData) return true;
    const QString command = (line.fromClient ? line.text : read.asked).toUpper();
    if (command.startsWith(u"EHLO") || command.startsWith(u"HELO"))
        return line.fromClient ? sealed : !line.text.contains(u"STARTTLS");
    for (const char* verb : {"AUTH", "CAPA", "USER", "PASS"})
        if (command.startsWith(QLatin1String(verb))) return true;
    return false;
}

void fold(std::vector<TranscriptLine>& lines, const std::vector<bool>& small) {
    std::vector<TranscriptLine> kept;
    for (std::size_t i = 0; i < lines.size();) {
        std::size_t end = i;
        while (end < lines.size() && small[end]) ++end;
        if (end - i < 3) {
            end = std::max(end, i + 1);
            kept.insert(kept.end(), lines.begin() + std::ptrdiff_t(i), lines.begin() + std::ptrdiff_t(end));
        } else {
            TranscriptLine folded;
            folded.at = lines[i].at, folded.fromClient = lines[i].fromClient;
            folded.folded = int(end - i);
            // What the client wanted says more than how it was answered.
            for (const bool client : {false, true})
                for (std::size_t k = i; k < end; ++k)
                    if (lines[k].fromClient == client && !lines[k].gloss.isEmpty())
                        folded.gloss = lines[k].gloss;
            kept.push_back(std::move(folded));
        }
        i = end;
    }
    lines = std::move(kept);
}

} // namespace

Transcript transcriptOf(const Session& session, std::span<const std::size_t> records, bool whole) {
    const Trace& trace = session.trace();
    Transcript result;
    std::vector<bool> small;
    std::optional<Reader> reader;
    for (const std::size_t index : records) {
        const Record& record = trace[index];
        const bool fromServer = record.kind == Kind::LineServer;
        if (!reader) {
            result.client = fromServer ? record.peer : record.host;
            result.server = fromServer ? record.host : record.peer;
            result.from = record.at;
            const bool dns = record.kind == Kind::DnsQuery || record.kind == Kind::DnsAnswer;
            result.service = dns ? Service::Dns : record.service;
            reader.emplace(result.service);
        }
        result.to = record.at;
        if (record.kind == Kind::ConnectionClosed || record.kind == Kind::ConnectionRefused ||
            record.kind == Kind::ConnectionTimeout || record.kind == Kind::DnsAnswer)
            result.open = false;
        const bool fromClient = record.kind == Kind::LineClient || record.kind == Kind::DnsQuery;
        if (!fromClient && !fromServer && record.kind != Kind::DnsAnswer) continue;

        TranscriptLine line;
        line.at = record.at, line.fromClient = fromClient;
        line.text = wording::fromUtf8(trace.text(record));
        const Reader::Read read =
            fromClient ? reader->client(line.text) : reader->server(line.text, record.code);
        if (!fromClient && reader->seals(line.text)) result.sealed = true;
        line.gloss = read.inData ? Say::tr("The letter itself.")
                                 : wording::gloss({result.service, fromClient, line.text, read.asked, false});
        small.push_back(isSmallTalk(line, read, result.sealed));
        result.lines.push_back(std::move(line));
    }
    if (!whole) fold(result.lines, small);
    return result;
}

void addAnswer(Transcript& transcript, const QString& answer) {
    TranscriptLine line;
    line.at = transcript.to, line.text = answer;
    const QString asked = transcript.lines.empty() ? QString() : transcript.lines.back().text;
    line.gloss = wording::gloss({transcript.service, false, answer, asked, false});
    transcript.lines.push_back(std::move(line));
}

QString serviceName(Service service) {
    switch (service) {
    case Service::Smtp:
    case Service::Submission:
        return QStringLiteral("SMTP");
    case Service::Pop3:
        return QStringLiteral("POP3");
    case Service::Imap:
        return QStringLiteral("IMAP");
    case Service::Dns:
        return QStringLiteral("DNS");
    case Service::None:
        break;
    }
    return {};
}

} // namespace mailtown
