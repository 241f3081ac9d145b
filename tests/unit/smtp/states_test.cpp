// The table of legal moves is what the server does: each row leads where it says, and what has no row is out
// of order.
#include "protocol/smtp/server.h"
#include "support/suite.h"

#include <map>

using namespace mailtown;
using namespace mailtown::smtp;

namespace {

const std::map<Verb, std::string> commands{
    {Verb::Helo, "HELO pc.example"},
    {Verb::Ehlo, "EHLO pc.example"},
    {Verb::Mail, "MAIL FROM:<a@fuji.example>"},
    {Verb::Rcpt, "RCPT TO:<b@fuji.example>"},
    {Verb::Data, "DATA"},
    {Verb::Rset, "RSET"},
    {Verb::Noop, "NOOP"},
    {Verb::Quit, "QUIT"},
    {Verb::Vrfy, "VRFY a@fuji.example"},
    {Verb::Help, "HELP"},
    {Verb::StartTls, "STARTTLS"},
    {Verb::Auth, "AUTH PLAIN AGEAYg=="},
};

// The last reply's code; every question of the server is answered with yes.
int said(Server& server, Verb verb) {
    server.receive(0, commands.at(verb) + "\r\n");
    int code = 0;
    const auto hear = [&] {
        const std::string output = server.takeOutput();
        if (output.size() >= 3) code = std::stoi(output.substr(0, 3));
    };
    while (const auto event = server.next()) {
        if (std::holds_alternative<TlsAsked>(*event)) {
            hear();
            server.tlsStarted(0);
        } else {
            server.answer({250, "2.0.0", "Ok"});
        }
    }
    hear();
    return code;
}

Server serverIn(State state) {
    ServerOptions options;
    options.hostname = "mail.fuji.example";
    Server server(options, 0);
    server.clearOutput();
    if (state >= State::Ready) said(server, Verb::Ehlo);
    if (state >= State::SenderGiven) said(server, Verb::Mail);
    if (state >= State::RecipientGiven) said(server, Verb::Rcpt);
    return server;
}

} // namespace

class StatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachRowLeadsWhereItSays() {
        for (const Move& move : legalMoves()) {
            Server server = serverIn(move.from);
            QVERIFY(server.state() == move.from);
            const std::string which = std::to_string(int(move.from)) + " " + commands.at(move.verb);
            const int code = said(server, move.verb);
            QVERIFY2(code >= 200 && code < 400, which.c_str());
            QVERIFY2(server.state() == move.to, which.c_str());
            QCOMPARE(server.closing(), move.verb == Verb::Quit);
        }
    }

    void whatHasNoRowIsOutOfOrderAndMovesNothing() {
        for (const State from : {State::Greeted, State::Ready, State::SenderGiven, State::RecipientGiven})
            for (const auto& [verb, command] : commands) {
                if (stateAfter(from, verb)) continue;
                Server server = serverIn(from);
                QCOMPARE(said(server, verb), 503);
                QVERIFY(server.state() == from);
            }
    }
};

MAILTOWN_SUITE(StatesTest)
#include "states_test.moc"
