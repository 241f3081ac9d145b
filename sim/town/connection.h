// A connection of the simulated network: two directions of bytes under way, and the conversation that runs
// over it.
#pragma once

#include "base/id.h"
#include "base/time.h"
#include "trace/record.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace mailtown {

inline constexpr std::uint32_t nowhere = 0xFFFFFFFFu; // no slot of a pool, no number in the plan

enum class Side : std::uint8_t { Server, Client };
constexpr Side other(Side side) { return side == Side::Server ? Side::Client : Side::Server; }

// What travels: bytes, the end of a direction's bytes, the end of the connection, and the two halves of the
// TLS handshake, whose bytes the town does not imitate.
enum class Parcel : std::uint8_t { Bytes, Fin, Reset, ClientHello, ServerHello };

struct Piece {
    Time at = never;        // of arrival
    std::uint32_t size = 0; // octets of Bytes
    Parcel what = Parcel::Bytes;
    bool operator==(const Piece&) const = default;
};

// One direction. Nearly always at most one piece is under way, so that it is kept without an allocation.
struct Flight {
    std::string bytes; // of all pieces, in order
    Piece first;       // `at` is never when nothing is under way; its event waits in the town's queue
    std::vector<Piece> more;
    bool operator==(const Flight&) const = default;
};

// How the next lines of a conversation are to be written down (town/transcript).
struct Writing {
    bool secret = false;       // the client's next line belongs to a login: a password
    bool retrieving = false;   // POP3: the server's next answer, if it is positive, is a letter
    bool content = false;      // the lines of SMTP's client or POP3's server are a letter's, up to the dot
    std::uint32_t literal = 0; // IMAP: so many octets of the server's are a letter's
    std::uint32_t lines = 0;   // of the letter so far
    bool operator==(const Writing&) const = default;
};

struct Connection {
    enum class Phase : std::uint8_t { None, Asking, Open };

    ConnectionId id; // invalid in a free slot
    HostId client, server;
    std::uint32_t link = nowhere;  // number in the plan; none: the server's address is nobody's
    LetterId letter;               // the one it carries
    std::uint32_t owner = nowhere; // Service::Smtp: the attempt it works for, while there is one
    std::uint16_t attempt = 0;     // which try to pass the letter on, 1-based
    std::uint32_t talk = nowhere;  // in the pool of its service; none until it is open
    Service service = Service::None;
    Phase phase = Phase::None;
    bool tls = false;
    bool severed = false;         // something of it was lost on a cut link: nothing passes any more
    std::array<bool, 2> closed{}; // by side: it says and hears nothing more
    Writing writing;
    Time timer = never;            // when its entry in the town's queue surfaces
    std::array<Flight, 2> flights; // by the side they fly to

    Flight& to(Side side) { return flights[std::size_t(side)]; }
    bool isClosed(Side side) const { return closed[std::size_t(side)]; }
    bool operator==(const Connection&) const = default;
};

} // namespace mailtown
