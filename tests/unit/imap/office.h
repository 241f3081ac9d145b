// A post office with one account, and an IMAP client's wire to its reading room.
#pragma once

#include "support/cuts.h"
#include "support/town_builder.h"
#include "town/desk_imap.h"

#include <string>
#include <variant>

namespace mailtown::test {

struct Office {
    Story story;
    HostId host;
    imap::Server server;

    explicit Office(imap::ServerOptions options = {})
        : story(TownBuilder().office("sakura", {"sakura.example"}).account("aoki", "sakura").build()),
          host(story.host("sakura")), server(options, 0) {}

    Address user() const { return address("aoki@sakura.example"); }
    void put(std::string message, std::vector<std::string> flags = {}, std::string mailbox = "INBOX") {
        story.apply(input::Append{host, user(), std::move(mailbox), Message(std::move(message)),
                                  std::move(flags), 837596665}); // 17-Jul-1996 02:44:25 -0700
    }
    const Mailbox& mailbox(std::string_view name = "INBOX") const {
        return *story.town.mailStore(host).mailbox(user(), name);
    }

    void drain(imap::Server& of) {
        while (const auto event = of.next()) {
            if (std::holds_alternative<imap::TlsAsked>(*event)) {
                of.tlsStarted(0);
                continue;
            }
            if (const auto input = desk::change(story.town, host, of, *event)) story.apply(*input);
            desk::answer(story.town, host, of, *event);
        }
    }

    // What the server says to all of this, cut as the seed tells (-1: whole).
    std::string hears(std::string_view bytes, int seed = -1) { return hears(server, bytes, seed); }
    std::string hears(imap::Server& of, std::string_view bytes, int seed = -1) {
        const auto pieces = seed < 0 ? std::vector<std::string_view>{bytes} : cut(bytes, std::uint64_t(seed));
        std::string said;
        for (const auto piece : pieces) {
            of.receive(0, piece);
            do {
                drain(of);
                said += of.takeOutput();
            } while (of.paused());
        }
        return said;
    }

    void logIn() { logIn(server); }
    void logIn(imap::Server& of) {
        of.takeOutput();
        hears(of, "l1 LOGIN aoki@sakura.example aoki-secret\r\nl2 SELECT INBOX\r\n");
    }
};

} // namespace mailtown::test
