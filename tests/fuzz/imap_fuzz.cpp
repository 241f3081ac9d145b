// Whatever comes at an office's IMAP door, and whatever a server answers to a client of ours.
#include "fuzz.h"

#include "protocol/imap/client.h"
#include "protocol/imap/server.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace mailtown;
using namespace mailtown::imap;

namespace {

const Message
    letter("From: aoki@sakura.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
           "--b\r\n\r\nHello\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: y\r\n\r\nz\r\n--b--\r\n");

// A reading room of three letters that never change.
struct Room {
    Server& server;

    static MessageState state(std::uint32_t uid) { return {uid, {std::uint8_t(uid == 4 ? seenBit : 0), {}}}; }
    static std::vector<MessageState> states() { return {state(2), state(4), state(7)}; }
    static bool has(std::uint32_t uid) { return uid == 2 || uid == 4 || uid == 7; }

    void operator()(const TlsAsked&) const {}
    void operator()(const LoginAsked& asked) const {
        if (asked.password == "secret")
            server.done();
        else
            server.refuse("[AUTHENTICATIONFAILED] No.");
    }
    void operator()(const SelectAsked& asked) const {
        if (asked.mailbox != "INBOX") {
            server.refuse("[NONEXISTENT] No such mailbox");
            return;
        }
        server.opened({"INBOX", 3, 8, 1, states()});
        server.done();
    }
    void operator()(const UpdatesAsked&) const { server.done(); }
    void operator()(const MessagesAsked& asked) const {
        auto next = asked.uids.begin();
        for (; next != asked.uids.end() && server.wantsMore(); ++next) {
            must(has(*next));
            server.give({*next, state(*next).flags, 837596665, letter});
        }
        if (server.wantsMore())
            server.done();
        else
            server.later({next, asked.uids.end()});
    }
    void operator()(const FlagsAsked& asked) const {
        std::vector<MessageState> states;
        for (const std::uint32_t uid : asked.uids) {
            must(has(uid));
            states.push_back(state(uid));
        }
        server.stored(states);
        server.done();
    }
    void operator()(const ExpungeAsked& asked) const {
        must(std::all_of(asked.uids.begin(), asked.uids.end(), has));
        server.done();
    }
    void operator()(const CopyAsked& asked) const {
        must(std::all_of(asked.uids.begin(), asked.uids.end(), has));
        server.refuse("[TRYCREATE] No such mailbox");
    }
    void operator()(const AppendAsked& asked) const {
        must(asked.message.size() <= 4000);
        server.appended(3, 8);
        server.done();
    }
    void operator()(const MailboxAsked&) const { server.done(); }
    void operator()(const ListAsked&) const {
        server.listed({{"INBOX", {}, true, true, false, true},
                       {"Sent & more/送信済み", "\\Sent", true, true, false, true}});
        server.done();
    }
    void operator()(const StatusAsked& asked) const {
        if (asked.mailbox == "INBOX") server.status({3, 2, 0, 900, 8, 3});
        if (asked.mailbox == "INBOX")
            server.done();
        else
            server.refuse("[NONEXISTENT] No such mailbox");
    }
};

// What the server says to these octets in pieces of that size; by TLS from the first octet, since what comes
// behind STARTTLS is thrown away where a piece ends.
std::string serve(std::string_view octets, std::size_t piece) {
    ServerOptions options;
    options.tlsActive = true;
    options.messageLimit = 4000;
    Server server(options, 0);
    std::string said = server.takeOutput();
    while (!octets.empty() && !server.closing()) {
        server.receive(0, octets.substr(0, piece));
        octets.remove_prefix(std::min(piece, octets.size()));
        do {
            while (const auto event = server.next()) {
                if (server.isAsking()) std::visit(Room{server}, *event);
                must(!server.isAsking()); // else the conversation would stand still
            }
            const Server copy = server;
            must(copy == server);
            said += server.takeOutput();
        } while (server.paused());
    }
    return said;
}

void hear(std::string_view octets) {
    Client client({true, "aoki", "secret"}, 0);
    int commands = 0;
    const auto listen = [&] {
        while (const auto event = client.next()) {
            if (std::holds_alternative<StartTls>(*event)) client.tlsStarted(0);
            const bool idle =
                std::holds_alternative<InboxOpened>(*event) || std::holds_alternative<CommandDone>(*event);
            if (!idle || client.closing()) continue;
            if (++commands == 1)
                client.fetch(0, 1);
            else if (commands == 2)
                client.markSeen(0, {2, 4});
            else
                client.logout(0);
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
    for (const std::string_view before : {"", "l LOGIN aoki secret\r\ns SELECT INBOX\r\n"}) {
        const std::string all = std::string(before) + std::string(octets);
        const std::string said = serve(all, all.size() + 1);
        must(serve(all, 1) == said);
        must(serve(all, 7) == said);
    }
    hear(octets);
    return 0;
}
