#include "ui/inspector/host_tables.h"
#include "ui/wording/language.h"
#include "ui/wording/names.h"
#include "ui/wording/reasons.h"
#include "ui/wording/when.h"

#include <QCoreApplication>

#include <map>
#include <utility>

namespace mailtown {
namespace {

using wording::either;

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

QString sentence(const Session& session, const Record& r) {
    const wording::Names names(session.town());
    const std::string_view text = session.trace().text(r);
    const QString letter = names.letter(r.letter), host = names.host(r.host), peer = names.host(r.peer);
    switch (r.kind) {
    case Kind::LetterComposed:
        return Say::tr("%1 written").arg(letter);
    case Kind::LetterQueued:
        return r.peer ? Say::tr("%1 taken in from %2").arg(letter, names.device(r.peer))
                      : Say::tr("%1 put in the queue").arg(letter);
    case Kind::LetterDeferred:
        return Say::tr("%1 has to wait: %2").arg(letter, wording::reason(r.code, text));
    case Kind::LetterRelayed:
        return Say::tr("%1 handed to %2").arg(letter, peer);
    case Kind::LetterDelivered:
        return either(Say::tr("%1 put in the letter box of %2"), Say::tr("%1 delivered to %2"))
            .arg(letter, names.person(r.recipient));
    case Kind::LetterBounced:
        return Say::tr("%1 given back: %2").arg(letter, wording::reason(r.code, text));
    case Kind::LetterFetched:
        return Say::tr("%1 fetched by %2").arg(letter, names.device(r.host));
    case Kind::LetterRead:
        return Say::tr("%1 read").arg(letter);
    case Kind::ConnectionOpened:
        return Say::tr("%1 calls at %2").arg(names.device(r.host), peer);
    case Kind::ConnectionRefused:
        return Say::tr("%1 finds %2 closed").arg(names.device(r.host), peer);
    case Kind::ConnectionTimeout:
        return Say::tr("%1 gets no answer from %2").arg(names.device(r.host), peer);
    case Kind::DnsQuery:
        return Say::tr("%1 asks for %2").arg(host, wording::fromUtf8(text));
    case Kind::DnsAnswer:
        return Say::tr("%1 is told: %2").arg(host, wording::fromUtf8(text));
    case Kind::HostDown:
        return either(Say::tr("%1 closes"), Say::tr("%1 goes down")).arg(host);
    case Kind::HostUp:
        return either(Say::tr("%1 opens"), Say::tr("%1 comes up")).arg(host);
    case Kind::LinkCut:
        return Say::tr("The road between %1 and %2 is cut").arg(host, peer);
    case Kind::LinkMended:
        return Say::tr("The road between %1 and %2 is mended").arg(host, peer);
    default:
        return {};
    }
}

} // namespace

bool isLogged(const Record& record, HostId host) {
    if (record.host != host && record.peer != host) return false;
    return record.kind != Kind::LineClient && record.kind != Kind::LineServer &&
           record.kind != Kind::ConnectionClosed;
}

HostTable logOf(const Session& session, std::span<const std::size_t> records, std::size_t most) {
    const wording::Calendar calendar(session.scenario().plan);
    HostTable table;
    table.columns = {Say::tr("When"), Say::tr("What happened")};
    // Programs that look for mail all day, and find none, stand as one row each until something else happens.
    struct Calls {
        std::size_t row = 0;
        int times = 1;
        Time since = 0;
    };
    std::map<std::pair<HostId, HostId>, Calls> quiet;
    const auto tellTimes = [&] {
        for (const auto& [who, calls] : quiet)
            if (calls.times > 1)
                table.rows[calls.row].cells[1] =
                    Say::tr("%1, %2 times since %3", "Aoki’s PC calls at Sakura office")
                        .arg(table.rows[calls.row].cells[1], wording::count(calls.times),
                             calendar.moment(calls.since, session.now()));
        quiet.clear();
    };
    for (auto each = records.rbegin(); each != records.rend() && table.rows.size() < most; ++each) {
        const Record& record = session.trace()[*each];
        if (record.kind == Kind::ConnectionOpened) {
            const auto [found, first] = quiet.try_emplace({record.host, record.peer});
            found->second.since = record.at;
            if (!first) {
                ++found->second.times;
                continue;
            }
            found->second.row = table.rows.size();
        } else {
            tellTimes();
        }
        HostRow row;
        row.letter = record.letter, row.connection = record.connection;
        row.cells = {calendar.exact(record.at, session.now()), sentence(session, record)};
        table.rows.push_back(std::move(row));
    }
    tellTimes();
    return table;
}

} // namespace mailtown
