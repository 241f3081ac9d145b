#include "ui/wording/gloss.h"

namespace mailtown::wording {

QString gloss(const SpokenLine& line) {
    if (line.inData) return {};
    switch (line.service) {
    case Service::Smtp:
    case Service::Submission:
        return glossSmtp(line);
    case Service::Pop3:
        return glossPop3(line);
    case Service::Imap:
        return glossImap(line);
    case Service::Dns:
        return glossDns(line);
    case Service::None:
        break;
    }
    return {};
}

} // namespace mailtown::wording
