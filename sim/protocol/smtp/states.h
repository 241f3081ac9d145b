// The server's states and its legal moves as a table: a missing row is the 503 "bad sequence of commands" of
// RFC 5321 §4.2.4, and its last column is where the server goes.
#pragma once

#include "protocol/reply.h"
#include "protocol/smtp/command.h"

#include <cstdint>
#include <optional>
#include <span>

namespace mailtown::smtp {

enum class State : std::uint8_t {
    Greeted,        // 220 was said; who is there?
    Ready,          // HELO or EHLO was said; no transaction
    SenderGiven,    // MAIL was accepted
    RecipientGiven, // at least one RCPT was accepted
    Content,        // 354 was said
};

struct Move {
    State from;
    Verb verb;
    State to; // when the answer is positive
};

std::span<const Move> legalMoves();
std::optional<State> stateAfter(State from, Verb verb); // none: out of order
Reply outOfOrder(State state, Verb verb);               // what to say then

} // namespace mailtown::smtp
