// Whatever comes at an office's SMTP door, and whatever a server answers to a client of ours.
#include "fuzz.h"

#include "protocol/smtp/client.h"
#include "protocol/smtp/server.h"

#include <algorithm>
#include <string>

using namespace mailtown;
using namespace mailtown::smtp;

namespace {

Reply replyTo(Server& server, const ServerEvent& event) {
    if (const auto* login = std::get_if<LoginAsked>(&event))
        return login->password == "secret" ? Reply{235, "2.7.0", "Ok"} : Reply{535, "5.7.8", "No"};
    if (const auto* given = std::get_if<SenderGiven>(&event))
        if (given->returnPath) must(Address::parse(given->returnPath->text()).ok());
    if (const auto* asked = std::get_if<RecipientAsked>(&event)) {
        must(Address::parse(asked->recipient.text()).ok());
        if (asked->recipient.local() == "nobody") return {550, "5.1.1", "No such user"};
    }
    if (const auto* given = std::get_if<MessageGiven>(&event)) {
        const std::string content = server.takeMessage();
        must(content.size() == given->octets && content.size() <= server.options().messageLimit);
        must(content.find('\0') == content.npos);
        // No server behind us can see an end where we saw none.
        for (std::size_t at = 0; (at = content.find_first_of("\r\n", at)) != content.npos; at += 2)
            must(content.compare(at, 2, "\r\n") == 0);
        must(!server.envelope().recipients.empty());
    }
    return {250, "2.0.0", "Ok"};
}

// What the server says to these octets in pieces of that size.
std::string serve(std::string_view octets, std::size_t piece, bool submission) {
    ServerOptions options;
    options.hostname = "mail.fuji.example";
    options.submission = submission;
    options.messageLimit = 4000;
    Server server(options, 0);
    std::string said = server.takeOutput();
    while (!octets.empty() && !server.closing()) {
        server.receive(0, octets.substr(0, piece));
        octets.remove_prefix(std::min(piece, octets.size()));
        while (const auto event = server.next()) {
            if (std::holds_alternative<TlsAsked>(*event)) return said + server.takeOutput();
            server.answer(replyTo(server, *event));
        }
        const Server copy = server;
        must(copy == server);
        said += server.takeOutput();
    }
    return said;
}

// How the octets are cut makes no difference, but for what a client must not send in one piece.
void mustAgree(std::string_view said, std::string_view saidToOctets) {
    constexpr std::string_view outOfStep = "554 5.5.0 Error: SMTP protocol synchronization\r\n";
    if (said.ends_with(outOfStep)) {
        said.remove_suffix(outOfStep.size());
        must(saidToOctets.starts_with(said));
    } else {
        must(said == saidToOctets);
    }
}

// Every line is a reply (RFC 5321 §4.2) without a control character.
void mustBeReplies(std::string_view said) {
    while (!said.empty()) {
        const std::size_t end = said.find("\r\n");
        must(end != said.npos && end >= 3);
        const std::string_view line = said.substr(0, end);
        must(line[0] >= '2' && line[0] <= '5');
        must(end == 3 || line[3] == ' ' || line[3] == '-');
        must(std::none_of(line.begin(), line.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; }));
        said.remove_prefix(end + 2);
    }
}

void hear(std::string_view octets, bool login) {
    ClientOptions options;
    options.hostname = "pc.sakura.example";
    if (login) options.user = "aoki", options.password = "secret";
    Client client(options, 0);
    Envelope envelope;
    envelope.recipients = {Address::parse("sato@fuji.example").value(),
                           Address::parse("mori@fuji.example").value()};
    int sent = 0;
    const auto listen = [&] {
        while (const auto event = client.next()) {
            if (std::holds_alternative<StartTls>(*event)) client.tlsStarted(0);
            if (const auto* done = std::get_if<TransactionDone>(&*event))
                must(done->outcomes.size() == envelope.recipients.size());
            const bool idle =
                std::holds_alternative<Ready>(*event) || std::holds_alternative<TransactionDone>(*event);
            if (idle && !client.closing()) {
                if (++sent < 4)
                    client.send(0, envelope, Message("Subject: x\r\n\r\n.\r\nx\r\n"));
                else
                    client.quit(0);
            }
        }
        client.clearOutput();
    };
    while (!octets.empty() && !client.closing()) {
        const std::size_t line = std::min(octets.find('\n'), octets.size() - 1) + 1;
        client.receive(0, octets.substr(0, line));
        octets.remove_prefix(line);
        listen();
    }
    client.disconnected(0);
    listen();
    must(client.closing());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view octets = octetsOf(data, size);
    for (const bool submission : {false, true}) {
        const std::string said = serve(octets, 1, submission);
        mustBeReplies(said);
        mustAgree(serve(octets, octets.size() + 1, submission), said);
        mustAgree(serve(octets, 7, submission), said);
    }
    hear(octets, false);
    hear(octets, true);
    return 0;
}
