#include "ui/wording/names.h"

#include "ui/wording/language.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace mailtown::wording {
namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Names)
};

} // namespace

QString Names::label(HostId id) const {
    if (!id || id.index >= plan_.hostCount()) return Say::tr("somebody outside the town");
    const QString label = text(plan_.label(id));
    return label.isEmpty() ? fromUtf8(plan_.key(id)) : label;
}

QString Names::host(HostId id) const {
    if (!id || id.index >= plan_.hostCount() || vocabulary() == Vocabulary::Everyday) return label(id);
    if (id == plan_.directory()) return Say::tr("the DNS server");
    return fromUtf8(plan_.hostname(id));
}

QString Names::device(HostId id) const {
    if (!id || id.index >= plan_.hostCount() || !plan_.isClient(id) || vocabulary() == Vocabulary::Protocol)
        return host(id);
    const ClientPlan& client = plan_.client(id);
    const UserPlan* user = plan_.user(client.user);
    if (user && client.label != user->label) return label(id); // it has a name of its own
    return client.device == Device::Phone ? Say::tr("%1’s phone").arg(label(id))
                                          : Say::tr("%1’s PC").arg(label(id));
}

QString Names::person(std::string_view address) const {
    if (vocabulary() == Vocabulary::Everyday)
        if (const auto parsed = Address::parse(address))
            if (const UserPlan* user = plan_.user(*parsed); user && !user->label.empty())
                return text(user->label);
    return fromUtf8(address);
}

QString Names::person(NameId id) const {
    return id ? person(town_.name(id)) : Say::tr("the post office", "the sender of a report");
}

QString Names::people(const std::vector<NameId>& ids) const {
    if (ids.empty()) return {};
    if (ids.size() == 1) return person(ids[0]);
    if (ids.size() == 2) return Say::tr("%1 and %2", "two people").arg(person(ids[0]), person(ids[1]));
    return Say::tr("%1 and %2 others", "people").arg(person(ids[0])).arg(ids.size() - 1);
}

QString Names::address(NameId id) const { return id ? fromUtf8(town_.name(id)) : QString(); }

QString Names::letter(LetterId id) const {
    if (!id || id.index >= town_.letterCount()) return Say::tr("a letter");
    const Letter& letter = town_.letter(id);
    if (letter.report)
        return letter.about ? Say::tr("the report about %1").arg(this->letter(letter.about))
                            : Say::tr("a report");
    if (!letter.returnPath) return Say::tr("a letter");
    return either(Say::tr("%1’s letter"), Say::tr("the message of %1")).arg(person(letter.returnPath));
}

HostId Names::hostNamed(const QString& hostname) const {
    const std::string wanted = toUtf8(hostname.toLower());
    for (std::uint32_t i = 0; i < plan_.hostCount(); ++i)
        if (plan_.hostname(HostId{i}) == wanted) return HostId{i};
    return {};
}

} // namespace mailtown::wording
