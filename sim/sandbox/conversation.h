// What a wire asks of a protocol: the same few verbs over every server machine and its desk.
#pragma once

#include "base/time.h"
#include "town/input.h"
#include "trace/record.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mailtown {

class Town;
struct Plan;

class Conversation {
public:
    enum class Step : std::uint8_t { Idle, Answered, Change, StartTls };
    enum class Refusal : std::uint8_t { TooMany, TooMuch, Disk, Full };

    virtual ~Conversation() = default;

    virtual void receive(Time now, std::string_view octets) = 0;
    // Takes up the next thing the peer asked. Change: takeInput() either enters the town, then conclude(), or
    // it does not, then decline().
    virtual Step step(const Town& town) = 0;
    virtual Input takeInput() = 0;
    virtual void decline(Refusal why) = 0;
    // Answers what the change brought about. The output must not be sent before confirm(): until then undo()
    // takes back this and every later answer, and says instead that the change cannot be kept. Without a
    // change under way, or after more was shown of the town, the output tells of what never happened: undo()
    // takes it all back and ends the conversation.
    virtual void conclude(const Town& town) = 0;
    virtual void confirm() = 0;
    virtual void undo(Refusal why) = 0;
    // The town moved on: says what the peer wants to be told unasked (IMAP's IDLE).
    virtual void look(const Town& town) = 0;

    virtual void tlsStarted(Time now) = 0;
    virtual std::string_view output() const = 0;
    virtual void clearOutput() = 0;
    virtual bool paused() const = 0;   // step() goes on once the output is taken
    virtual Time deadline() const = 0; // when timeout() is due
    virtual void timeout(Time now) = 0;
    virtual void shutDown(Time now) = 0;     // in good order
    virtual void refuse(Refusal why) = 0;    // the whole connection
    virtual bool closing() const = 0;        // once the output is sent
    virtual bool showsMailboxes() const = 0; // what it says depends on what the town delivered
};

// What a peer is told instead of a greeting when there are too many even to start a conversation: one line,
// with its CRLF. Empty: the service has none.
std::string refusalGreeting(const Plan& plan, HostId host, Service service);

// A new conversation at a host's door, its greeting in the output. `peer` is the IP address on the other end.
// Every time is the wire's own clock, not the town's: a real client is answered at once.
std::unique_ptr<Conversation> startConversation(Service service, const Town& town, HostId host, bool tls,
                                                std::string peer, Time now);

} // namespace mailtown
