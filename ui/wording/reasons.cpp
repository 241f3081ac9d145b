#include "ui/wording/reasons.h"

#include "ui/wording/language.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace mailtown::wording {
namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Reasons)
};

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

} // namespace

Reason reasonOf(int code, std::string_view text) {
    if (holds(text, "5.4.6") || holds(text, "4.4.6")) return Reason::Loop;   // RFC 3463 §3.5: routing loop
    if (holds(text, "5.4.7") || holds(text, "4.4.7")) return Reason::GaveUp; // delivery time expired
    if (holds(text, "5.1.1") || holds(text, "5.1.6")) return Reason::NobodyThere; // RFC 3463 §3.2
    if (holds(text, "5.1.10") || holds(text, "5.1.2") || holds(text, "NXDOMAIN") || code == 556)
        return Reason::NoSuchTown;
    if (holds(text, "4.4.3") || holds(text, "DNS") || holds(text, "SERVFAIL") || holds(text, "lookup"))
        return Reason::NoDirectory;
    switch (code) {
    case 421:
        return Reason::Crowded;
    case 452:
        return Reason::Full;
    case 552:
        return Reason::TooBig;
    default:
        break;
    }
    if (code >= 500) return Reason::Refused;
    if (code >= 400) return Reason::NotNow;
    if (holds(text, "refused")) return Reason::Closed;
    if (holds(text, "timed out") || holds(text, "timeout") || holds(text, "time out")) return Reason::Silent;
    if (holds(text, "unreachable") || holds(text, "no route") || holds(text, "link")) return Reason::RoadCut;
    if (holds(text, "given up") || holds(text, "expired")) return Reason::GaveUp;
    return Reason::Broken;
}

QString everyday(Reason reason) {
    switch (reason) {
    case Reason::Closed:
        return Say::tr("the office there is closed");
    case Reason::Silent:
        return Say::tr("nobody answers there");
    case Reason::RoadCut:
        return Say::tr("the road is closed");
    case Reason::Broken:
        return Say::tr("the talk was cut off");
    case Reason::NoSuchTown:
        return Say::tr("there is no such town");
    case Reason::NoDirectory:
        return Say::tr("the directory office does not answer");
    case Reason::Crowded:
        return Say::tr("the office there is crowded");
    case Reason::NotNow:
        return Say::tr("the office there asks to come back later");
    case Reason::Full:
        return Say::tr("the office there is full");
    case Reason::NobodyThere:
        return Say::tr("nobody of that name lives there");
    case Reason::TooBig:
        return Say::tr("the letter is too big for the office there");
    case Reason::Refused:
        return Say::tr("the office there does not take it");
    case Reason::GaveUp:
        return Say::tr("nobody took it for too long");
    case Reason::Loop:
        return Say::tr("it went round in circles");
    }
    return {};
}

QString onTheSpot(Reason reason) {
    switch (reason) {
    case Reason::Closed:
        return Say::tr("the door was shut");
    case Reason::Silent:
        return Say::tr("nobody answers");
    case Reason::RoadCut:
        return Say::tr("the road is closed");
    case Reason::Broken:
        return Say::tr("the talk was cut off");
    case Reason::NoSuchTown:
        return Say::tr("there is no such town");
    case Reason::NoDirectory:
        return Say::tr("the directory office does not answer");
    case Reason::Crowded:
        return Say::tr("too crowded");
    case Reason::NotNow:
        return Say::tr("told to come back later");
    case Reason::Full:
        return Say::tr("no room there");
    case Reason::NobodyThere:
        return Say::tr("nobody of that name lives there");
    case Reason::TooBig:
        return Say::tr("the letter is too big");
    case Reason::Refused:
        return Say::tr("not accepted");
    case Reason::GaveUp:
        return Say::tr("the time was up");
    case Reason::Loop:
        return Say::tr("it went round in circles");
    }
    return {};
}

QString reason(int code, std::string_view text) {
    const Reason why = reasonOf(code, text);
    if (vocabulary() == Vocabulary::Everyday) return everyday(why);
    QString answer = fromUtf8(text);
    if (code > 0 && !answer.startsWith(QString::number(code))) answer.prepend(QString::number(code) + u' ');
    return answer;
}

} // namespace mailtown::wording
