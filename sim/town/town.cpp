#include "town/town.h"

#include "town/apply_input.h"
#include "town/mail_checking.h"
#include "town/state.h"
#include "town/step.h"
#include "town/turn.h"

#include <algorithm>

namespace mailtown {
namespace {

Waiting waitingOf(const TownState& state, const Delivery& delivery) {
    Waiting waiting;
    waiting.letter = state.held[delivery.held].letter;
    waiting.recipient = delivery.recipient;
    waiting.queued = delivery.queued;
    waiting.next = delivery.next;
    waiting.tries = delivery.tries;
    waiting.underWay = delivery.attempt != noAttempt;
    waiting.code = delivery.code;
    waiting.lastAnswer = state.names.text(delivery.answer);
    return waiting;
}

} // namespace

Town::Town(std::shared_ptr<const Plan> plan) : state_(std::make_unique<TownState>()) {
    TownState& state = *state_;
    state.layout = std::make_shared<const Layout>(std::move(plan));
    const Plan& its = state.layout->plan();
    state.random = Random(its.seed);
    for (std::size_t i = 0; i < its.hosts.size(); ++i) {
        state.hosts.push_back({});
        state.hosts.edit(i).up = its.hosts[i].up;
        if (!its.hosts[i].up) // who reads the trace alone has to learn it too
            state.events.schedule(0, std::uint8_t(EventKind::FoundDown), std::uint32_t(i), 0);
        state.stores.push_back({});
        state.notes.push_back({});
        state.concurrency.push_back({});
    }
    for (const UserPlan& user : its.users)
        if (const HostId keeper = state.layout->mailboxHost(user); keeper.index < its.hosts.size())
            state.stores.edit(keeper.index).addAccount(user.address, 1);
    for (std::size_t i = 0; i < its.links.size(); ++i) state.linkUp.push_back(1);
    Trace nothing(Trace::Keep::Nothing);
    Turn turn{*this, state, nothing};
    for (std::size_t i = 0; i < its.clients.size(); ++i) {
        state.programs.push_back({});
        startMailProgram(turn, HostId{std::uint32_t(its.hosts.size() + i)});
    }
}

Town::Town(const Town& other) : state_(std::make_unique<TownState>(*other.state_)) {}
Town::Town(Town&&) noexcept = default;
Town& Town::operator=(const Town& other) {
    if (this != &other) state_ = std::make_unique<TownState>(*other.state_);
    return *this;
}
Town& Town::operator=(Town&&) noexcept = default;
Town::~Town() = default;

const Plan& Town::plan() const { return state_->layout->plan(); }
const Layout& Town::layout() const { return *state_->layout; }
Time Town::now() const { return state_->now; }
std::int64_t Town::unixSeconds() const { return plan().startUnixSeconds + state_->now / second; }
Time Town::nextEventAt() const { return state_->events.nextAt(); }
std::uint64_t Town::eventsDone() const { return state_->eventsDone; }

bool Town::runOne(Trace& trace) {
    if (state_->events.empty()) return false;
    const Event event = state_->events.pop();
    state_->now = event.at;
    ++state_->eventsDone;
    Turn turn{*this, *state_, trace};
    step(turn, event);
    return true;
}

void Town::runUntil(Time to, Trace& trace) {
    while (state_->events.nextAt() <= to && runOne(trace)) {
    }
    state_->now = std::max(state_->now, to);
}

void Town::apply(const Input& input, Trace& trace) {
    Turn turn{*this, *state_, trace};
    applyInput(turn, input);
}

bool Town::operator==(const Town& other) const { return *state_ == *other.state_; }

bool Town::up(HostId host) const {
    return host.index >= state_->hosts.size() || state_->hosts[host.index].up;
}

bool Town::linkUp(HostId a, HostId b) const {
    const auto link = state_->layout->link(a, b);
    return link && state_->linkUp[*link] != 0;
}

std::size_t Town::letterCount() const { return state_->letters.size(); }
const Letter& Town::letter(LetterId id) const { return state_->letters[id.index]; }

std::vector<NameId> Town::recipients(LetterId id) const {
    const Letter& letter = state_->letters[id.index];
    std::vector<NameId> names;
    for (std::uint32_t i = 0; i < letter.recipientCount; ++i)
        names.push_back(state_->letterRecipients[letter.recipientsAt + i]);
    return names;
}

std::string_view Town::name(NameId id) const { return state_->names.text(id); }
NameId Town::findName(std::string_view text) const { return state_->names.find(text); }

std::size_t Town::waitingCount(HostId host) const {
    return host.index < state_->hosts.size() ? state_->hosts[host.index].waiting : 0;
}

std::vector<Waiting> Town::waiting(HostId host) const {
    std::vector<Waiting> queue;
    if (host.index >= state_->hosts.size()) return queue;
    queue.reserve(state_->hosts[host.index].waiting);
    for (std::uint32_t at = state_->hosts[host.index].firstQueued; at != noDelivery;
         at = state_->deliveries[at].after)
        queue.push_back(waitingOf(*state_, state_->deliveries[at]));
    return queue;
}

const MailStore& Town::mailStore(HostId host) const { return state_->stores[host.index]; }
const MailProgram& Town::mailProgram(HostId client) const {
    return state_->programs[client.index - plan().hosts.size()];
}

std::vector<Connected> Town::connections() const {
    std::vector<Connected> all;
    for (std::uint32_t slot = 0; slot < state_->connections.slots(); ++slot) {
        const Connection& one = state_->connections[slot];
        if (one.id)
            all.push_back({one.id, one.client, one.server, one.service, one.letter,
                           one.phase == Connection::Phase::Open, one.tls});
    }
    std::sort(all.begin(), all.end(), [](const Connected& a, const Connected& b) { return a.id < b.id; });
    return all;
}

std::size_t Town::octets() const { return state_->octets(); }

} // namespace mailtown
