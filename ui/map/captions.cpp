#include "ui/map/captions.h"

#include "ui/wording/language.h"
#include "ui/wording/names.h"
#include "ui/wording/narration.h"
#include "ui/wording/reasons.h"
#include "ui/wording/when.h"

#include <QCoreApplication>

namespace mailtown {
namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Map)
};

class HeroCaption {
public:
    HeroCaption(const Town& town, const Scene& scene, const Playback& playback)
        : town_(town), names_(town), now_(scene.now), hero_(scene.hero), playback_(playback) {}

    void write(Captions& captions) const {
        captions.heroChip.clear();
        captions.heroClock = -1;
        const Movement* m = hero_.movement;
        if (!m) return;
        if (m->purpose == Purpose::Ask) {
            captions.heroChip = hero_.moves ? question(*m) : QString();
        } else if (m->purpose == Purpose::Answer) {
            captions.heroChip = hero_.moves ? answer(*m) : QString();
        } else if (m->purpose == Purpose::Look) {
            captions.heroChip =
                hero_.moment.phase == Phase::OnTheRoad ? Say::tr("to the letter box") : Say::tr("no letter");
        } else if (hero_.moment.phase == Phase::Standing) {
            captions.heroChip = why(*m);
        } else if (hero_.moment.phase == Phase::Returning) {
            captions.heroChip = m->gaveUp() ? Say::tr("not delivered") : again(m->next - now_);
            if (!m->gaveUp()) captions.heroClock = 1;
        } else if (hero_.moment.phase == Phase::Arrived) {
            captions.heroChip = arrived(*m);
        } else if (hero_.moves) {
            captions.heroChip = journey(*m);
        }
    }

private:
    static bool protocol() { return wording::vocabulary() == wording::Vocabulary::Protocol; }

    static QString again(Duration wait) {
        if (wait < second) return Say::tr("again at once");
        return Say::tr("again in %1").arg(wording::span(wait));
    }

    // Whose letter it is and for whom: the same on every part of its way.
    QString journey(const Movement& m) const {
        if (m.purpose == Purpose::Fetch || m.purpose == Purpose::Copy)
            return Say::tr("to %1").arg(names_.device(m.to));
        const Letter* letter =
            m.letter && m.letter.index < town_.letterCount() ? &town_.letter(m.letter) : nullptr;
        const QString from =
            letter && letter->returnPath ? names_.person(letter->returnPath) : names_.host(m.from);
        const QString to = wording::addressees(names_, m);
        if (m.tryNumber > 1)
            return Say::tr("%1 → %2, %3", "17th try").arg(from, to, wording::nthTry(m.tryNumber));
        return Say::tr("%1 → %2").arg(from, to);
    }

    QString why(const Movement& m) const {
        const std::string_view said = playback_.text(m.lastRecord);
        return protocol() ? wording::reason(m.code, said)
                          : wording::onTheSpot(wording::reasonOf(m.code, said));
    }

    QString question(const Movement& m) const {
        const QString asked = wording::fromUtf8(playback_.text(m.firstRecord)); // "fuji.example MX"
        const QString name = asked.section(u' ', 0, 0), type = asked.section(u' ', 1, 1);
        if (protocol()) return asked + QStringLiteral(" ?");
        if (type == u"MX") return Say::tr("Which office is for %1?").arg(name);
        return Say::tr("Where is %1?").arg(name);
    }

    QString answer(const Movement& m) const {
        const QString said = wording::fromUtf8(playback_.text(m.lastRecord)); // "10 mail.fuji.example"
        if (protocol()) return said;
        const QString hostname = said.section(u' ', -1);
        const HostId host = names_.hostNamed(hostname);
        return host ? names_.label(host) : said;
    }

    QString arrived(const Movement& m) const {
        switch (m.purpose) {
        case Purpose::Post:
            return wording::either(Say::tr("handed in"), Say::tr("queued", "a message at a server"));
        case Purpose::Fetch:
        case Purpose::Copy:
            return Say::tr("on %1").arg(names_.device(m.to));
        case Purpose::Relay:
        case Purpose::Keep:
            if (m.others > 0)
                return wording::either(Say::tr("in their letter boxes"), Say::tr("in their mailboxes"));
            return wording::either(Say::tr("in %1’s box"), Say::tr("in the mailbox of %1"))
                .arg(wording::addressees(names_, m));
        default:
            return {};
        }
    }

    const Town& town_;
    wording::Names names_;
    Time now_;
    const HeroScene& hero_;
    const Playback& playback_;
};

} // namespace

void nameHosts(const Town& town, Captions& captions) {
    const Plan& plan = town.plan();
    const wording::Names names(town);
    captions.names.clear(), captions.seconds.clear(), captions.shorts.clear();
    for (std::size_t i = 0; i < plan.hostCount(); ++i) {
        const HostId host{std::uint32_t(i)};
        captions.names.push_back(names.label(host));
        const UserPlan* user = plan.isClient(host) ? plan.user(plan.client(host).user) : nullptr;
        captions.shorts.push_back(user ? wording::text(user->label) : captions.names.back());
        QString below;
        if (siteKind(plan, host) == SiteKind::Directory)
            below = QStringLiteral("DNS");
        else if (siteKind(plan, host) == SiteKind::Office && !plan.host(host).domains.empty())
            below = wording::fromUtf8(plan.host(host).domains.front());
        captions.seconds.push_back(below);
    }
    captions.closed = Say::tr("CLOSED", "on the sign of a shut post office");
}

void captionHero(const Town& town, const Scene& scene, const Playback& playback, Captions& captions) {
    HeroCaption(town, scene, playback).write(captions);
}

} // namespace mailtown
