// The IMAP server as a sans-I/O machine (IMAP4rev1 as RFC 3501 and RFC 9051 agree on it, with UIDPLUS, MOVE,
// IDLE, SPECIAL-USE, NAMESPACE, ENABLE, ID, UNSELECT, LITERAL+, SASL-IR): bytes and time in, events out,
// answers in, bytes and a deadline out. A value: copying it in the middle of a conversation copies the
// conversation.
//
// It keeps the client's view of the selected mailbox, its own sequence numbers; the mailboxes themselves are
// the desk's. Every event is answered by what it names, by update() when wantsUpdate(), and by done() or
// refuse().
#pragma once

#include "base/time.h"
#include "protocol/imap/fetch_items.h"
#include "protocol/imap/fetch_text.h"
#include "protocol/imap/list_query.h"
#include "protocol/imap/literal_reader.h"
#include "protocol/imap/mailbox_view.h"
#include "protocol/imap/search_key.h"
#include "protocol/imap/server_events.h"
#include "protocol/imap/states.h"

#include <string>
#include <string_view>

namespace mailtown::imap {

struct ServerOptions {
    bool tlsOffered = true;                // STARTTLS
    bool tlsActive = false;                // the wire is under TLS already (implicit TLS)
    bool plainAuthWithoutTls = true;       // the sandbox's default: a class sees what a listener sees
    std::size_t messageLimit = 30'000'000; // octets of an APPEND
    int errorLimit = 20;                   // BAD answers in a row, and logins refused, before BYE
    int utcOffsetMinutes = 0;              // of the dates it tells
    Duration loginTimeout = 3 * minute;
    Duration idleTimeout = 30 * minute;   // RFC 9051 §5.4: at least that long
    Duration stillHereEvery = 2 * minute; // while it idles, so that no NAT forgets the connection
    bool operator==(const ServerOptions&) const = default;
};

class Server {
public:
    Server() = default;
    Server(ServerOptions options, Time now); // the greeting is in the output

    void receive(Time now, std::string_view bytes);
    std::optional<ServerEvent> next();

    // ---- answers ----
    void opened(OpenedMailbox mailbox);
    void give(const MessageData& data);          // while wantsMore()
    bool wantsMore() const;                      // false: much output waits to be taken, or much was done
    void later(std::vector<std::uint32_t> uids); // instead of done(): asks for these at another next()
    void stored(const std::vector<MessageState>& states); // those the STORE was about, as they are now
    void listed(const std::vector<ListedMailbox>& mailboxes);
    void status(const MailboxStatus& status);
    void appended(std::uint32_t uidValidity, std::uint32_t uid);
    void copied(std::uint32_t uidValidity, const std::vector<std::uint32_t>& from,
                const std::vector<std::uint32_t>& to);
    void done();                             // the tagged OK
    void refuse(std::string_view why);       // the tagged NO: "[TRYCREATE] Mailbox doesn't exist: Sent"
    bool isAsking() const { return asked_; } // false: the event was refused already

    // What is new in the selected mailbox: while a command is answered, and while the client idles.
    bool wantsUpdate(std::uint64_t change) const;
    void update(const std::vector<MessageState>& messages, std::uint64_t change);
    void mailboxGone(); // deleted, renamed or renumbered under the client: BYE
    bool idling() const { return idling_; }

    // The uids an event really acts on, for those who answer it in two steps.
    void actOn(std::vector<std::uint32_t> uids) { actsOn_ = std::move(uids); }
    const std::vector<std::uint32_t>& actsOn() const { return actsOn_; }

    void tlsStarted(Time now); // RFC 9051 §6.2.1: what was said in clear is forgotten
    std::string takeOutput();
    std::string_view output() const; // the same without giving up the string's storage,
    void clearOutput();              // for a wire that copies the bytes anyway
    bool hasOutput() const;
    bool paused() const {
        return paused_;
    } // call next() again once the output was taken and others had a turn
    Time deadline() const { return deadline_; }
    void timeout(Time now);            // says "Still here" or BYE
    void shutDown(Time now);           // BYE: the host goes down, or time is wound back
    void bye(std::string_view reason); // "* BYE reason" and close: "[UNAVAILABLE] Too many connections."
    bool closing() const { return closing_; } // close the wire once the output is sent

    bool tls() const { return options_.tlsActive; }
    State state() const;
    const std::string& login() const; // identity after a successful LoginAsked, else empty
    const std::string& mailbox() const { return mailbox_; } // the selected one's name; empty when none is
    std::uint32_t uidValidity() const { return uidValidity_; }
    const MailboxView& view() const { return view_; }

    bool operator==(const Server&) const = default;

private:
    using Event = std::optional<ServerEvent>;
    // Octets that may wait before FETCH goes on; what is told at once is never more than twice as much.
    static constexpr std::size_t outputLimit = 64 << 10;

    Event command(std::string_view text);
    Event run(Parser& parser);
    Event ask(ServerEvent event);
    Event fail(std::string_view why); // the tagged BAD
    Event complete(std::string_view code = {});
    void literalTooLarge();
    LiteralReader::Limits limits() const;

    // server_login.cpp
    std::string capabilities() const;
    Event capability();
    Event startTls();
    Event login(Parser& parser);
    Event authenticate(Parser& parser);
    Event authenticateLine(std::string_view line, bool tooLong);
    Event plainGiven(std::string_view encoded);
    Event askLogin(std::string identity, std::string password);
    Event enable(Parser& parser);
    Event id(Parser& parser);
    bool passwordsAllowed() const { return options_.tlsActive || options_.plainAuthWithoutTls; }

    // server_mailboxes.cpp
    Event select(Parser& parser);
    Event changeMailbox(Parser& parser);
    Event list(Parser& parser);
    Event statusOf(Parser& parser);
    Event append(Parser& parser);
    bool readName(std::string& name);
    std::string wireName(std::string_view name) const; // quoted where it must be
    void followRename();

    // server_messages.cpp
    Event fetch(Parser& parser);
    Event store(Parser& parser);
    Event search(Parser& parser);
    Event copy(Parser& parser);
    Event expunge(Parser& parser);
    Event idle();
    Event idleLine(std::string_view line);
    std::optional<std::vector<std::uint32_t>> messages(Parser& parser);
    bool mayHave(const std::vector<std::string>& flags);
    void unselect();
    void goOn();
    void finishMessages();

    void untagged(std::string_view text);
    void tagged(std::string_view word, std::string_view text);
    void close();

    ServerOptions options_;
    Time now_ = 0;
    Time deadline_ = never;
    Time idleUntil_ = never;
    LineBuffer input_;
    LiteralReader reader_;
    std::string output_;

    std::string identity_; // who it is once loggedIn_
    bool loggedIn_ = false;
    bool utf8_ = false; // ENABLE UTF8=ACCEPT (RFC 6855)
    bool closing_ = false;
    bool idling_ = false;
    int errors_ = 0;

    // The selected mailbox.
    std::string mailbox_;
    std::uint32_t uidValidity_ = 0;
    bool readOnly_ = false;
    MailboxView view_;

    // The command under way.
    bool asked_ = false;
    bool awaitsLogin_ = false; // AUTHENTICATE's line is due
    bool byUid_ = false;
    bool silent_ = false; // STORE .SILENT
    Verb verb_ = Verb::Unknown;
    std::string tag_;
    std::string code_;                     // of the tagged OK: "[APPENDUID 3 7]"
    std::string name_, newName_;           // of mailboxes
    std::vector<std::uint32_t> actsOn_;    // uids
    std::vector<FetchItem> items_;         // FETCH
    std::optional<FetchUnderWay> fetch_;   // FETCH: the message that is being told of
    std::vector<std::uint32_t> rest_;      // FETCH, SEARCH: those behind it
    std::vector<std::string> statusItems_; // STATUS
    Search search_;                        // SEARCH
    std::size_t searchCost_ = 0;           // of looking at the least of messages
    ListQuery listQuery_;                  // LIST, LSUB
    std::vector<std::uint32_t> found_;     // SEARCH: numbers or uids
    std::size_t given_ = 0;
    std::size_t work_ = 0; // done since next(): see workLimit
    bool paused_ = false;  // a FETCH or SEARCH goes on later
};

} // namespace mailtown::imap
