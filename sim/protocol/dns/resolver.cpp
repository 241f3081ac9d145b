#include "protocol/dns/resolver.h"

#include <algorithm>

namespace mailtown::dns {
namespace {

constexpr int mostAliases = 8; // longer chains are loops or mistakes

Answer failure(Rcode rcode) { return {Answer::Outcome::Failed, {}, rcode, 0}; }

std::vector<Record> setIn(const std::vector<Record>& section, const Name& name, Type type) {
    std::vector<Record> set;
    std::copy_if(section.begin(), section.end(), std::back_inserter(set), [&](const Record& record) {
        return record.type == type && record.recordClass == Class::IN && record.name == name;
    });
    return set;
}

// The SOA that a negative answer about `name` comes with (RFC 2308 §2).
const Record* soaAbout(const Name& name, const Message& message) {
    const auto soa =
        std::find_if(message.authority.begin(), message.authority.end(), [&](const Record& record) {
            return record.type == Type::SOA && name.isWithin(record.name);
        });
    return soa == message.authority.end() ? nullptr : &*soa;
}

// RFC 2308 §5
std::uint32_t negativeTtl(const Record& soa) { return std::min(soa.ttl, std::get<Soa>(soa.data).minimum); }

bool isReferral(const Message& message) {
    return !message.authoritative &&
           std::any_of(message.authority.begin(), message.authority.end(),
                       [](const Record& record) { return record.type == Type::NS; });
}

} // namespace

std::string Answer::text() const {
    std::string out;
    switch (outcome) {
    case Outcome::Records:
        for (const Record& record : records) out += (out.empty() ? "" : ", ") + dataText(record.data);
        return out;
    case Outcome::NoData:
        return "NODATA";
    case Outcome::NoName:
        return rcodeName(Rcode::NxDomain);
    case Outcome::Failed:
        return rcodeName(rcode);
    case Outcome::TimedOut:
        break;
    }
    return "timeout";
}

std::optional<Answer> Resolver::lookup(Time now, const Name& name, Type type) const {
    Name at = name;
    int aliases = 0;
    return fromCache(now, at, type, aliases);
}

Ticket Resolver::ask(Time now, const Name& name, Type type) {
    const Ticket ticket = nextTicket_++;
    if (const auto open = questions_.find({name, type}); open != questions_.end()) {
        open->second.tickets.push_back(ticket);
        return ticket;
    }
    Pending pending;
    pending.name = name;
    if (auto known = fromCache(now, pending.name, type, pending.aliases)) {
        ready_.put({ticket, std::move(*known)});
        return ticket;
    }
    pending.tickets.push_back(ticket);
    send(now, type, pending);
    questions_.emplace(Cache::Key{name, type}, std::move(pending));
    return ticket;
}

// Follows the aliases that are known; none when the name they lead to has to be asked about.
std::optional<Answer> Resolver::fromCache(Time now, Name& name, Type type, int& aliases) const {
    Time until = never;
    while (aliases <= mostAliases) {
        if (const Cache::Entry* const entry = cache_.find(now, name, type)) {
            until = std::min(until, entry->expires);
            if (entry->kind == Cache::Entry::Kind::NoName)
                return Answer{Answer::Outcome::NoName, {}, {}, until};
            if (entry->kind == Cache::Entry::Kind::NoData)
                return Answer{Answer::Outcome::NoData, {}, {}, until};
            return Answer{Answer::Outcome::Records, countedDown(*entry, now), {}, until};
        }
        const Cache::Entry* const alias = cache_.find(now, name, Type::CNAME);
        if (!alias || alias->kind != Cache::Entry::Kind::Records) return std::nullopt;
        until = std::min(until, alias->expires);
        name = std::get<Name>(alias->records.front().data);
        ++aliases;
    }
    return failure(Rcode::ServFail);
}

void Resolver::send(Time now, Type type, Pending& pending) {
    if (pending.tries == 0) pending.id = nextId_++;
    Message query;
    query.id = pending.id;
    query.recursionDesired = true;
    query.questions.push_back({pending.name, type, Class::IN});
    query.edns = Edns{};
    output_.put({encode(query), pending.tcp});
    ++pending.tries;
    pending.due = now + options_.timeout;
}

void Resolver::receive(Time now, std::string_view octets) {
    const auto message = decode(octets);
    if (!message || !message->response || message->questions.size() != 1) return;
    const Question& asked = message->questions.front();
    const auto question = std::find_if(questions_.begin(), questions_.end(), [&](const auto& each) {
        return each.second.id == message->id && each.second.name == asked.name &&
               each.first.second == asked.type;
    });
    if (question == questions_.end() || asked.questionClass != Class::IN) return;
    const Type type = asked.type;
    Pending& pending = question->second;
    if (message->truncated) {
        if (pending.tcp) {
            finish(question, failure(Rcode::ServFail));
            return;
        }
        pending.tcp = true;
        pending.tries = 0;
        send(now, type, pending);
        return;
    }
    std::optional<Answer> answer = read(now, *message, type, pending);
    if (!answer) answer = fromCache(now, pending.name, type, pending.aliases);
    if (answer) {
        finish(question, *answer);
        return;
    }
    pending.tcp = false;
    pending.tries = 0;
    send(now, type, pending);
}

// None: an alias leads to a name, now in `pending`, of which the message says nothing.
std::optional<Answer> Resolver::read(Time now, const Message& message, Type type, Pending& pending) {
    if (message.rcode != Rcode::NoError && message.rcode != Rcode::NxDomain) return failure(message.rcode);
    const Name asked = pending.name;
    for (;;) {
        if (const auto set = setIn(message.answers, pending.name, type); !set.empty()) {
            cache_.keep(now, set);
            return Answer{Answer::Outcome::Records, set, {}, 0};
        }
        const auto alias = setIn(message.answers, pending.name, Type::CNAME);
        if (alias.empty()) break;
        if (++pending.aliases > mostAliases) return failure(Rcode::ServFail);
        cache_.keep(now, {alias.front()});
        pending.name = std::get<Name>(alias.front().data);
    }
    const bool noName = message.rcode == Rcode::NxDomain;
    const Record* const soa = soaAbout(pending.name, message);
    if (!soa && !noName) {
        if (pending.name != asked) return std::nullopt;
        if (isReferral(message)) return failure(Rcode::ServFail); // the one directory knows of no other
    }
    // RFC 2308 §5: without SOA it is not remembered.
    if (soa)
        cache_.keepNegative(now, noName ? Cache::Entry::Kind::NoName : Cache::Entry::Kind::NoData,
                            pending.name, type, negativeTtl(*soa));
    return Answer{noName ? Answer::Outcome::NoName : Answer::Outcome::NoData, {}, {}, 0};
}

Resolver::Questions::iterator Resolver::finish(Questions::iterator question, const Answer& answer) {
    for (const Ticket ticket : question->second.tickets) ready_.put({ticket, answer});
    return questions_.erase(question);
}

Time Resolver::deadline() const {
    Time earliest = never;
    for (const auto& [key, pending] : questions_) earliest = std::min(earliest, pending.due);
    return earliest;
}

void Resolver::timeout(Time now) {
    for (auto question = questions_.begin(); question != questions_.end();) {
        if (question->second.due > now) {
            ++question;
        } else if (question->second.tries < options_.tries) {
            send(now, question->first.second, question->second);
            ++question;
        } else {
            question = finish(question, {});
        }
    }
}

void Resolver::clear() {
    cache_ = {};
    questions_.clear();
    ready_ = {};
    output_ = {};
}

} // namespace mailtown::dns
