#include "protocol/smtp/states.h"

namespace mailtown::smtp {
namespace {

using enum State;

constexpr Move moves[] = {
    {Greeted, Verb::Helo, Ready},
    {Greeted, Verb::Ehlo, Ready},
    {Greeted, Verb::Rset, Greeted},
    {Greeted, Verb::Noop, Greeted},
    {Greeted, Verb::Vrfy, Greeted}, // RFC 5321 §4.1.4: NOOP, HELP, VRFY, RSET and QUIT at any time
    {Greeted, Verb::Help, Greeted},
    {Greeted, Verb::Quit, Greeted},

    {Ready, Verb::Mail, SenderGiven},
    {Ready, Verb::StartTls, Greeted}, // RFC 3207 §4.2: all is forgotten
    {Ready, Verb::Auth, Ready},
    {Ready, Verb::Helo, Ready},
    {Ready, Verb::Ehlo, Ready},
    {Ready, Verb::Rset, Ready},
    {Ready, Verb::Noop, Ready},
    {Ready, Verb::Vrfy, Ready},
    {Ready, Verb::Help, Ready},
    {Ready, Verb::Quit, Ready},

    {SenderGiven, Verb::Rcpt, RecipientGiven},
    {SenderGiven, Verb::Helo, Ready}, // RFC 5321 §4.1.4: as if RSET had been said
    {SenderGiven, Verb::Ehlo, Ready},
    {SenderGiven, Verb::Rset, Ready},
    {SenderGiven, Verb::Noop, SenderGiven},
    {SenderGiven, Verb::Vrfy, SenderGiven},
    {SenderGiven, Verb::Help, SenderGiven},
    {SenderGiven, Verb::Quit, Ready},

    {RecipientGiven, Verb::Rcpt, RecipientGiven},
    {RecipientGiven, Verb::Data, Content},
    {RecipientGiven, Verb::Helo, Ready},
    {RecipientGiven, Verb::Ehlo, Ready},
    {RecipientGiven, Verb::Rset, Ready},
    {RecipientGiven, Verb::Noop, RecipientGiven},
    {RecipientGiven, Verb::Vrfy, RecipientGiven},
    {RecipientGiven, Verb::Help, RecipientGiven},
    {RecipientGiven, Verb::Quit, Ready},
};

std::string_view whyOutOfOrder(State state, Verb verb) {
    if (state == Greeted) return "Error: send HELO or EHLO first";
    const bool inTransaction = state != Ready;
    switch (verb) {
    case Verb::Mail:
        return "Error: nested MAIL command";
    case Verb::Rcpt:
        return "Error: need MAIL command";
    case Verb::Data:
        return inTransaction ? "Error: need RCPT command" : "Error: need MAIL command";
    case Verb::Auth:
    case Verb::StartTls:
        return "Error: MAIL transaction in progress";
    default:
        return "Error: bad sequence of commands";
    }
}

} // namespace

std::span<const Move> legalMoves() { return moves; }

std::optional<State> stateAfter(State from, Verb verb) {
    for (const Move& move : moves)
        if (move.from == from && move.verb == verb) return move.to;
    return std::nullopt;
}

Reply outOfOrder(State state, Verb verb) { return {503, "5.5.1", std::string(whyOutOfOrder(state, verb))}; }

} // namespace mailtown::smtp
