// All that a town consists of, table by table. Only the actors' files include this; others read through Town.
#pragma once

#include "base/event_queue.h"
#include "base/pool.h"
#include "base/random.h"
#include "protocol/imap/client.h"
#include "protocol/imap/server.h"
#include "protocol/pop3/client.h"
#include "protocol/pop3/server.h"
#include "protocol/smtp/client.h"
#include "protocol/smtp/server.h"
#include "town/concurrency.h"
#include "town/connection.h"
#include "town/delivery.h"
#include "town/layout.h"
#include "town/mail_program.h"
#include "town/names.h"
#include "town/notes.h"
#include "town/town.h"

#include <memory>

namespace mailtown {

// What an event is about: `subject` and `argument` as noted. An event whose argument no longer fits its
// subject is stale.
enum class EventKind : std::uint8_t {
    DeliveryDue,     // delivery, its serial
    ConnectArrives,  // connection, its id: the request is at the server
    ConnectAnswered, // connection, its id: the refusal is at the client
    ArrivesAtServer, // connection, its id
    ArrivesAtClient, // connection, its id
    ConnectionTimer, // connection, its id
    MailProgramDue,  // home's host id, –
    ReadDue,         // home's host id, number of the kept letter
    DatagramArrives, // datagram, its serial
    ResolverTimer,   // host id, –
    PlaceFree,       // host id, –: a delivery in line can be tried
    FoundDown,       // host id, –: it is off when the town begins
};

// A host of the plan: a post office or the directory.
struct HostState {
    bool up = true;
    std::uint32_t firstQueued = noDelivery, lastQueued = noDelivery; // its queue, a list through `deliveries`
    std::uint32_t waiting = 0;
    bool operator==(const HostState&) const = default;
};

// Both ends of a conversation.
template <class ClientMachine, class ServerMachine> struct Talk {
    ClientMachine client;
    ServerMachine server;
    bool operator==(const Talk&) const = default;
};
using SmtpTalk = Talk<smtp::Client, smtp::Server>;
using Pop3Talk = Talk<pop3::Client, pop3::Server>;
using ImapTalk = Talk<imap::Client, imap::Server>;

struct TownState {
    std::shared_ptr<const Layout> layout;
    Time now = 0;
    std::uint64_t eventsDone = 0;
    EventQueue events;
    Random random;
    Names names;

    ChunkedArray<Letter> letters;
    ChunkedArray<NameId> letterRecipients; // of all letters, one after another

    ChunkedArray<HostState, 32> hosts;
    ChunkedArray<std::uint8_t> linkUp; // by number in the plan
    ChunkedArray<MailStore, 1> stores; // by host

    Pool<HeldLetter> held;
    Pool<Delivery> deliveries;
    Pool<Attempt, 16> attempts;
    ChunkedArray<Concurrency, 1> concurrency; // by host
    std::uint32_t nextSerial = 0;

    Pool<Connection, 8> connections;
    Pool<SmtpTalk, 1> smtpTalks; // Service::Smtp and Service::Submission
    Pool<Pop3Talk, 1> pop3Talks;
    Pool<ImapTalk, 1> imapTalks;
    std::uint32_t nextConnection = 0;

    ChunkedArray<Notes, 1> notes; // by host
    Pool<Datagram, 16> datagrams;

    ChunkedArray<MailProgram, 1> programs; // by number of the client

    MailProgram& program(HostId client) { return programs.edit(client.index - layout->plan().hosts.size()); }
    std::size_t octets() const;
    bool operator==(const TownState& other) const;
};

} // namespace mailtown
