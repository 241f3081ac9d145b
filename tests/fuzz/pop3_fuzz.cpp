// Whatever comes at an office's POP3 door, and whatever a server answers to a client of ours.
#include "fuzz.h"

#include "protocol/pop3/client.h"
#include "protocol/pop3/server.h"

#include <algorithm>
#include <string>

using namespace mailtown;
using namespace mailtown::pop3;

namespace {

// What the server says to these octets in pieces of that size.
std::string serve(std::string_view octets, std::size_t piece, bool loggedIn) {
    Server server(ServerOptions(), 0);
    std::string said;
    const auto hears = [&](std::string_view part) {
        server.receive(0, part);
        for (;;) {
            const auto event = server.next();
            if (!event && !server.paused()) break;
            if (!event) {
                said += server.takeOutput();
                continue;
            }
            if (const auto* login = std::get_if<LoginAsked>(&*event)) {
                if (login->password == "secret")
                    server.openMaildrop({{3, 30, "a"}, {5, 12, "b"}});
                else
                    server.refuseLogin("[AUTH] Authentication failed.");
            } else if (const auto* asked = std::get_if<MessageAsked>(&*event)) {
                must(asked->uid == 3 || asked->uid == 5);
                if (asked->uid == 3)
                    server.deliver(Message("Subject: a\r\n\r\n.\r\n..\r\nlong\r\n"));
                else
                    server.messageGone();
            } else if (const auto* update = std::get_if<UpdateAsked>(&*event)) {
                must(!update->uids.empty() && update->uids.size() <= 2);
                server.updated(true);
                must(server.closing());
            } else {
                return false; // TLS
            }
        }
        const Server copy = server;
        must(copy == server);
        said += server.takeOutput();
        return true;
    };
    if (loggedIn) hears("USER sato\r\nPASS secret\r\n");
    while (!octets.empty() && !server.closing()) {
        if (!hears(octets.substr(0, piece))) return said + server.takeOutput();
        octets.remove_prefix(std::min(piece, octets.size()));
    }
    return said;
}

void mustBeLines(std::string_view said) {
    while (!said.empty()) {
        const std::size_t end = said.find("\r\n");
        must(end != said.npos);
        const std::string_view line = said.substr(0, end);
        must(std::none_of(line.begin(), line.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; }));
        said.remove_prefix(end + 2);
    }
}

void hear(std::string_view octets, bool leave) {
    Client client({true, "sato", "secret"}, 0);
    bool ended = false;
    const auto listen = [&] {
        while (auto event = client.next()) {
            must(!ended);
            if (std::holds_alternative<StartTls>(*event)) client.tlsStarted(0);
            if (auto* listed = std::get_if<MaildropListed>(&*event))
                client.fetch(0, std::move(listed->messages), leave);
            ended = std::holds_alternative<Finished>(*event) || std::holds_alternative<Failed>(*event);
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
    must(client.closing() && ended);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view octets = octetsOf(data, size);
    for (const bool loggedIn : {false, true}) {
        const std::string said = serve(octets, octets.size() + 1, loggedIn);
        mustBeLines(said);
        must(serve(octets, 1, loggedIn) == said);
        must(serve(octets, 7, loggedIn) == said);
    }
    hear(octets, false);
    hear(octets, true);
    return 0;
}
