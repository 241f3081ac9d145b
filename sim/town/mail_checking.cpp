#include "town/mail_checking.h"

#include "town/mail_posting.h"
#include "town/network.h"

#include <algorithm>

namespace mailtown {
namespace {

Time later(Time now, Duration wait) { return wait >= never - now ? never : now + wait; }

} // namespace

void startMailProgram(Turn& turn, HostId client) {
    turn.state.program(client).nextCheck = later(turn.now(), turn.plan().client(client).checkEvery);
    scheduleMailProgram(turn, client);
}

void scheduleMailProgram(Turn& turn, HostId client) {
    MailProgram& program = turn.state.program(client);
    const Time due = std::max(turn.now(), std::min(program.nextCheck, postingDueAt(program)));
    if (due >= program.timer) return; // re-armed when the earlier entry surfaces
    program.timer = due;
    turn.schedule(due, EventKind::MailProgramDue, client.index);
}

void mailProgramDue(Turn& turn, HostId client) {
    if (turn.state.program(client).timer != turn.now()) return; // replaced by an earlier entry
    turn.state.program(client).timer = never;
    postDue(turn, client);
    if (turn.state.program(client).nextCheck <= turn.now()) checkMail(turn, client);
    scheduleMailProgram(turn, client);
}

void checkMail(Turn& turn, HostId client) {
    MailProgram& program = turn.state.program(client);
    program.nextCheck = later(turn.now(), turn.plan().client(client).checkEvery);
}

void readDue(Turn&, HostId, std::uint32_t) {}

} // namespace mailtown
