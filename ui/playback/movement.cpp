#include "ui/playback/movement.h"

#include "base/text.h"

#include <algorithm>

namespace mailtown {
namespace {

// A try that failed walks back over this much town time at most: enough for story speed to unfold, too little
// to reach into what follows.
constexpr Duration wayBack = 2 * second;
constexpr Duration leastStretch = 1 * millisecond;

bool carriesLetters(Service service) {
    return service == Service::Smtp || service == Service::Submission || service == Service::None;
}

} // namespace

void Movements::read(const Trace& trace, std::size_t from, std::size_t to, std::size_t offset) {
    for (std::size_t i = from; i < to; ++i) {
        const Record& record = trace[i];
        readOne(record, trace.text(record), i + offset);
    }
    sortByStart();
}

Movements::Talk* Movements::talk(const Record& record) {
    const auto found = record.connection ? talks_.find(record.connection) : talks_.end();
    return found == talks_.end() ? nullptr : &found->second;
}

void Movements::readOne(const Record& record, std::string_view text, std::size_t index) {
    switch (record.kind) {
    case Kind::LetterComposed:
        standing_[{record.host, record.letter}] = {record.at, index};
        break;
    case Kind::LetterQueued: {
        Standing& here = standing_[{record.host, record.letter}];
        here.ready = record.at, here.record = index;
        // An office that gives up writes a report at once; nothing else is queued there without a sender.
        if (const auto up = givenUp_.find(record.host);
            up != givenUp_.end() && !record.peer && !record.connection && up->second.at == record.at) {
            reports_.emplace(up->second.letter, record.letter);
            isReport_.insert(record.letter);
            here.ready = up->second.back;
        }
        // From an office the letter comes as a LetterRelayed, from a home only this tells of it.
        Talk* by = talk(record);
        const HostId from = by ? by->client : record.peer;
        if (!from || !plan_->isClient(from)) break;
        Movement m = leaving(record, index, Purpose::Post, from, record.host);
        inTalk(m, record);
        add(m);
        break;
    }
    case Kind::LetterDelivered:
        keepHere(record, index);
        break;
    case Kind::LetterRelayed: {
        Movement m = leaving(record, index, Purpose::Relay, record.host, record.peer);
        inTalk(m, record);
        if (m.to) add(m);
        break;
    }
    case Kind::LetterDeferred:
    case Kind::LetterBounced:
        settleTry(record, index);
        break;
    case Kind::LetterFetched:
        readFetch(record, index);
        break;
    case Kind::LetterRead:
        if (const auto found = standing_.find({record.host, record.letter});
            found != standing_.end() && found->second.fetch >= 0)
            movements_[std::size_t(found->second.fetch)].read = record.at;
        break;
    case Kind::ConnectionOpened:
        talks_[record.connection] = {record.host, record.peer, record.service,
                                     record.at,   index,       record.attempt};
        break;
    case Kind::ConnectionRefused:
        failTry(record, index, Outcome::Refused);
        break;
    case Kind::ConnectionTimeout:
        failTry(record, index, Outcome::TimedOut);
        break;
    case Kind::ConnectionClosed:
        endTalk(record, index);
        talks_.erase(record.connection);
        break;
    case Kind::LineClient:
        spoken(record, text);
        break;
    case Kind::DnsQuery:
        readDns(record, index);
        if (Talk* asked = talk(record)) asked->before = asked_[{record.host, std::string(text)}]++;
        break;
    case Kind::DnsAnswer:
        readDns(record, index);
        break;
    case Kind::HostDown:
    case Kind::HostUp:
    case Kind::LinkCut:
    case Kind::LinkMended:
        beats_.push_back({record.at, record.kind, record.host, record.peer, index});
        break;
    case Kind::LineServer:
        break;
    }
}

// What is said before TLS everyone on the road can read.
void Movements::spoken(const Record& record, std::string_view text) {
    Talk* by = talk(record);
    if (!by) return;
    if (by->service == Service::Imap) // its commands bear a tag (RFC 3501 §2.2.1)
        text = text.substr(std::min(text.size(), text.find(' ') + 1));
    if (!by->postcard && (startsWithIgnoringCase(text, "STARTTLS") || startsWithIgnoringCase(text, "STLS")))
        by->sealed = true;
    if (!by->sealed && (startsWithIgnoringCase(text, "MAIL FROM:") || startsWithIgnoringCase(text, "RETR ")))
        by->postcard = true;
    if (by->service == Service::Pop3 &&
        (startsWithIgnoringCase(text, "UIDL") || startsWithIgnoringCase(text, "LIST")))
        by->looked = true;
}

// The movement was a conversation: it began with it, and went as it was spoken.
void Movements::inTalk(Movement& m, const Record& record) {
    Talk* by = talk(record);
    if (!by) return;
    m.start = by->since, m.firstRecord = by->firstRecord;
    m.tryNumber = std::max(m.tryNumber, by->attempt);
    by->since = record.at;
    if (!m.to) m.to = by->server;
    if (!m.from) m.from = by->server;
    if (by->postcard)
        postcards_.insert(m.letter);
    else if (by->sealed)
        postcards_.erase(m.letter);
    m.postcard = postcards_.contains(m.letter);
}

// A movement that ends with `record`; it starts when the letter was last free to leave.
Movement Movements::leaving(const Record& record, std::size_t index, Purpose purpose, HostId from,
                            HostId to) {
    Movement m;
    m.letter = record.letter, m.recipient = record.recipient, m.connection = record.connection;
    m.from = from, m.to = to;
    m.tryNumber = std::max<int>(1, record.attempt);
    m.report = isReport_.contains(m.letter), m.postcard = postcards_.contains(m.letter);
    m.purpose = purpose;
    m.start = m.turn = m.end = record.at;
    m.firstRecord = m.lastRecord = index;
    if (const auto found = standing_.find({from, record.letter}); found != standing_.end()) {
        m.start = found->second.ready;
        m.firstRecord = found->second.record;
    }
    if (const auto heard = answered_.find(from); heard != answered_.end() && purpose == Purpose::Relay)
        m.start = std::max(m.start, heard->second);
    return m;
}

void Movements::add(Movement m) {
    m.start = std::clamp<Time>(m.start, 0, std::max<Time>(0, m.turn - leastStretch));
    Standing& here = standing_[{m.from, m.letter}];
    if (here.last >= 0) {
        Movement& before = movements_[std::size_t(here.last)];
        // Several recipients in one transaction are one letter on the road.
        if (before.connection == m.connection && before.turn == m.turn && before.to == m.to &&
            before.purpose == m.purpose) {
            alsoFor(before, m.recipient);
            return;
        }
        // It went straight on to another office: no way back.
        if (before.end > m.start) before.end = std::max(before.turn, m.start);
        const bool same = before.to == m.to && before.purpose == m.purpose && before.outcome == m.outcome;
        m.alike = same && m.failed() ? before.alike + 1 : 0;
        if (!m.failed() && before.failed() && before.to == m.to) m.alike = 0;
    }
    here.last = int(movements_.size());
    here.ready = m.turn;
    keep(m);
}

void Movements::alsoFor(Movement& m, NameId recipient) {
    if (!m.recipient) m.recipient = recipient;
    if (!recipient || recipient == m.recipient || recipient == m.other) return;
    if (!m.other) m.other = recipient;
    ++m.others;
}

void Movements::keep(const Movement& m) {
    longest_ = std::max(longest_, m.end - m.start);
    movements_.push_back(m);
}

// A connection that never came about.
void Movements::failTry(const Record& record, std::size_t index, Outcome outcome) {
    if (Talk* by = talk(record)) { // it had been opened: the other side fell silent in mid-talk
        if (!carriesLetters(by->service) || !record.letter) return;
    } else if (!carriesLetters(record.service) || !record.letter || !record.peer) {
        return;
    }
    const HostId from = record.host;
    Movement m =
        leaving(record, index, plan_->isClient(from) ? Purpose::Post : Purpose::Relay, from, record.peer);
    inTalk(m, record);
    m.outcome = outcome;
    m.end = m.turn + wayBack;
    add(m);
}

// The office's own verdict on a try: deferred or given up.
void Movements::settleTry(const Record& record, std::size_t index) {
    Standing& here = standing_[{record.host, record.letter}];
    Movement* last = here.last >= 0 ? &movements_[std::size_t(here.last)] : nullptr;
    const bool told = last && last->failed() && last->turn == record.at;
    Talk* by = talk(record);
    const HostId to = record.peer ? record.peer : by ? by->server : HostId{};
    // A reply, or a line that broke: the conversation was the way out.
    if (!told && to && (by || record.code > 0) && (!last || last->turn < record.at)) {
        const Purpose purpose = plan_->isClient(record.host) ? Purpose::Post : Purpose::Relay;
        Movement m = leaving(record, index, purpose, record.host, to);
        inTalk(m, record);
        m.outcome = record.code >= 500   ? Outcome::Rejected
                    : record.code >= 400 ? Outcome::Deferred
                                         : Outcome::Lost;
        m.end = m.turn + wayBack;
        add(m);
        last = here.last >= 0 ? &movements_[std::size_t(here.last)] : nullptr;
    }
    if (last && last->failed() && last->turn <= record.at) {
        last->next = record.next;
        last->code = record.code;
        last->lastRecord = index;
        if (last->turn == record.at) alsoFor(*last, record.recipient);
        // Its report leaves at once: no time of the town is left for the way back.
        const Duration back = record.next == never ? leastStretch : (record.next - last->turn) / 4;
        last->end = std::min(last->end, last->turn + std::max(leastStretch, back));
    }
    if (record.kind == Kind::LetterBounced && !plan_->isClient(record.host))
        givenUp_[record.host] = {record.letter, record.at,
                                 last && last->turn == record.at ? last->end : record.at};
    Standing& now = standing_[{record.host, record.letter}];
    now.ready = record.next == never ? record.at : record.next;
    now.record = index;
}

// Into a letter box of the office that took it from a home, or wrote it.
void Movements::keepHere(const Record& record, std::size_t index) {
    if (record.peer && !plan_->isClient(record.peer)) return; // it came by road: LetterRelayed tells of it
    Movement m = leaving(record, index, Purpose::Keep, record.host, record.host);
    m.start = std::max(m.start, record.at);
    m.turn = m.end = m.start + leastStretch;
    add(m);
}

// From a letter box to a device.
void Movements::readFetch(const Record& record, std::size_t index) {
    Talk* by = talk(record);
    const bool copy = record.service == Service::Imap || (by && by->service == Service::Imap) ||
                      (record.service == Service::None && !by && plan_->isClient(record.host) &&
                       plan_->client(record.host).readBy == ReadBy::Imap);
    Movement m = leaving(record, index, copy ? Purpose::Copy : Purpose::Fetch, record.peer, record.host);
    m.start = record.at - leastStretch;
    if (by) by->fetched = true;
    inTalk(m, record);
    if (!m.from) return;
    add(m);
    standing_[{record.host, record.letter}].fetch = int(movements_.size()) - 1;
    if (copy || !plan_->isClient(record.host)) return;
    const ClientPlan& device = plan_->client(record.host);
    if (!device.leaveOnServer) emptied_[device.user.text()] = {record.host, record.letter, {}};
}

// A device that took nothing has found its letter box empty. That is told once, and where another device has
// emptied it: every five minutes it would be noise.
void Movements::endTalk(const Record& record, std::size_t index) {
    const Talk* by = talk(record);
    if (!by || !by->looked || by->fetched || !plan_->isClient(by->client)) return;
    const auto emptied = emptied_.find(plan_->client(by->client).user.text());
    if (emptied == emptied_.end() || emptied->second.by == by->client ||
        !emptied->second.seenBy.insert(by->client).second)
        return;
    Movement m;
    m.takenBy = emptied->second.by;
    m.letter = emptied->second.letter, m.connection = record.connection;
    m.from = by->client, m.to = by->server;
    m.purpose = Purpose::Look, m.outcome = Outcome::Nothing;
    m.start = by->since, m.turn = std::max(record.at, by->since + leastStretch), m.end = m.turn + wayBack;
    m.firstRecord = by->firstRecord, m.lastRecord = index;
    keep(m);
}

void Movements::readDns(const Record& record, std::size_t index) {
    const HostId directory = record.peer ? record.peer : plan_->directory();
    if (!directory || plan_->isClient(record.host)) return;
    if (record.kind == Kind::DnsQuery) {
        talks_[record.connection] = {record.host, directory, Service::Dns, record.at, index, 0};
        return;
    }
    const auto found = talks_.find(record.connection);
    answered_[record.host] = record.at;
    if (found == talks_.end() || found->second.service != Service::Dns) return;
    const Talk asked = found->second;
    talks_.erase(found);
    const Time half = asked.since + (record.at - asked.since) / 2;
    if (record.at - asked.since < 2) return; // from the office's own notes: nothing walks
    Movement question;
    question.letter = record.letter, question.connection = record.connection;
    question.from = record.host, question.to = directory;
    question.purpose = Purpose::Ask;
    question.start = asked.since, question.turn = question.end = half;
    question.firstRecord = question.lastRecord = asked.firstRecord;
    Movement answer = question;
    std::swap(answer.from, answer.to);
    answer.purpose = Purpose::Answer;
    answer.start = half, answer.turn = answer.end = record.at;
    answer.lastRecord = index;
    // How often this office has asked that before: what has been seen need not be seen at length again.
    question.alike = answer.alike = asked.before;
    keep(question);
    keep(answer);
}

// Movements are told when they end; few are out of order, and only among the last.
void Movements::sortByStart() {
    const auto earlier = [](const Movement& a, const Movement& b) { return a.start < b.start; };
    if (std::is_sorted(movements_.begin(), movements_.end(), earlier)) return;
    std::vector<std::size_t> order(movements_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return movements_[a].start < movements_[b].start; });
    std::vector<int> place(order.size());
    std::vector<Movement> sorted;
    sorted.reserve(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        place[order[i]] = int(i);
        sorted.push_back(movements_[order[i]]);
    }
    movements_ = std::move(sorted);
    for (auto& [stop, standing] : standing_)
        for (int* index : {&standing.last, &standing.fetch})
            if (*index >= 0) *index = place[std::size_t(*index)];
}

std::vector<const Movement*> Movements::at(Time now, Duration linger) const {
    std::vector<const Movement*> under;
    const auto after = std::upper_bound(movements_.begin(), movements_.end(), now,
                                        [](Time t, const Movement& m) { return t < m.start; });
    for (auto it = std::lower_bound(movements_.begin(), after, now - longest_ - 2 * linger,
                                    [](const Movement&m, Time t) { return m.start < t; });
         it != after; ++it)
        if (now < it->end + 2 * linger) under.push_back(&*it);
    return under;
}

const Movement* Movements::lastOf(LetterId letter, Time now) const {
    auto it = std::upper_bound(movements_.begin(), movements_.end(), now,
                               [](Time t, const Movement& m) { return t < m.start; });
    while (it != movements_.begin())
        if ((--it)->letter == letter && it->isLetter()) return &*it;
    return nullptr;
}

LetterId Movements::reportOn(LetterId letter) const {
    const auto found = reports_.find(letter);
    return found == reports_.end() ? LetterId{} : found->second;
}

} // namespace mailtown
