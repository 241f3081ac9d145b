#include "ui/inspector/letter_content.h"

#include "mail/charset.h"
#include "mail/header_field.h"
#include "mail/readable_text.h"
#include "ui/wording/language.h"
#include "ui/wording/names.h"

#include <QCoreApplication>

namespace mailtown {
namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

constexpr std::size_t mostShown = 200000; // octets of a letter; what is longer is cut

QString shown(const std::string& octets) {
    QString text = QString::fromUtf8(octets.data(), qsizetype(std::min(octets.size(), mostShown)));
    text.remove(u'\r');
    if (octets.size() > mostShown) text += Say::tr("\n… cut here: the letter is longer");
    return text;
}

// As it lies in a letter box, with the Received lines of its way; before that, as it was written.
Message messageOf(const Session& session, LetterId letter, std::span<const std::size_t> records) {
    const Town& town = session.town();
    for (auto each = records.rbegin(); each != records.rend(); ++each) {
        const Record& record = session.trace()[*each];
        if (record.kind != Kind::LetterDelivered || !record.recipient) continue;
        const auto user = Address::parse(town.name(record.recipient));
        if (!user) continue;
        const Mailbox* inbox = town.mailStore(record.host).mailbox(*user, "INBOX");
        for (std::size_t i = inbox ? inbox->messages.size() : 0; i-- > 0;)
            if (inbox->messages[i].letter == letter) return inbox->messages[i].message;
    }
    return town.letter(letter).message;
}

} // namespace

LetterContent contentOf(const Session& session, LetterId id, std::span<const std::size_t> records) {
    const Town& town = session.town();
    const Letter& letter = town.letter(id);
    const wording::Names names(town);
    const Message message = messageOf(session, id, records);
    LetterContent content;
    content.report = letter.report;
    content.subject = wording::fromUtf8(decodeHeaderText(message.field("Subject")));
    if (content.subject.isEmpty()) content.subject = Say::tr("Without a subject");
    content.returnPath = names.address(letter.returnPath);
    for (const NameId each : town.recipients(id)) content.recipients.append(names.address(each));
    const QString from = content.returnPath.isEmpty() ? names.person(NameId{}) : content.returnPath;
    const QString to = content.recipients.size() > 1
                           ? Say::tr("%1 and %n more", nullptr, int(content.recipients.size()) - 1)
                                 .arg(content.recipients.front())
                           : content.recipients.value(0);
    content.way = Say::tr("%1 → %2", "sender and recipient").arg(from, to);
    content.header = shown(message.header());
    const std::string octets = message.octets();
    content.body = wording::fromUtf8(readableText(octets)).left(qsizetype(mostShown)).trimmed();
    content.source = shown(octets);
    // A report bears the colour of the one it goes to: it is theirs.
    const QString domain =
        (letter.returnPath ? content.returnPath : content.recipients.value(0)).section(u'@', -1);
    if (const DomainPlan* district = town.plan().domain(wording::toUtf8(domain))) {
        content.colour = wording::fromUtf8(district->colour);
        content.emblem = wording::fromUtf8(district->emblem);
    }
    return content;
}

std::vector<std::pair<QString, QString>> fieldsOf(const QString& header) {
    const std::string octets = wording::toUtf8(header);
    std::vector<std::pair<QString, QString>> fields;
    for (const HeaderField& field : headerFields(octets))
        fields.emplace_back(wording::fromUtf8(field.name),
                            wording::fromUtf8(decodeHeaderText(unfolded(field.value))));
    return fields;
}

} // namespace mailtown
