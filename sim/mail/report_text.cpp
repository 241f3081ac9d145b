#include "mail/report_text.h"

#include "mail/header_writer.h"

namespace mailtown {
namespace {

using Kind = DeliveryReport::Kind;

constexpr std::size_t longestAnswer = 500; // octets; enough for a screen, whatever a peer said

struct Wording {
    std::string_view office; // "%1": the office's name
    std::string_view refused, expired, delayed;
    std::string_view answered; // "%1": who
    std::string_view reason;
    std::string_view since; // "%1": a date
    std::string_view until; // "%1": a date
    std::string_view letterBack, headerBack;
};

constexpr Wording english{
    "This is the post office %1.",
    "Your letter was refused at its destination. It is returned to you; it was not delivered to:",
    "Your letter could not be delivered. The office tried again and again, and has given up now. It is "
    "returned to you; it was not delivered to:",
    "Your letter has not been delivered yet. You need not do anything: the office keeps trying. Still "
    "waiting "
    "are:",
    "%1 answered:",
    "The reason:",
    "The letter came here on %1.",
    "It will be tried until %1.",
    "The letter is attached.",
    "The head of the letter is attached."};

constexpr Wording japanese{
    "こちらは郵便局 %1 です。",
    "お手紙は宛先で受け取りを断られました。次の方には届いていませんので、お返しします。",
    "お手紙を何度も配達しようとしましたが、届けられないまま期限が過ぎました。次の方には届いていませんので、お"
    "返しします。",
    "お手紙はまだ届いていません。引き続き再配達しますので、何もなさる必要はありません。まだ届いていないのは次"
    "の方です。",
    "%1 の返事:",
    "理由:",
    "この局で引き受けた日時: %1",
    "再配達を続ける期限: %1",
    "お手紙を添付します。",
    "お手紙の頭書きを添付します。"};

std::string filled(std::string_view pattern, std::string_view value) {
    const std::size_t at = pattern.find("%1");
    return std::string(pattern.substr(0, at)) + std::string(value) + std::string(pattern.substr(at + 2));
}

std::string say(const Wording& words, const DeliveryReport& report) {
    const std::string_view news = report.kind == Kind::Refused   ? words.refused
                                  : report.kind == Kind::Expired ? words.expired
                                                                 : words.delayed;
    std::string out = filled(words.office, report.hostname) + "\r\n\r\n" + std::string(news) + "\r\n";
    for (const ReportedRecipient& recipient : report.recipients) {
        out += "\r\n    <" + recipient.address.text() + ">\r\n";
        if (const std::string answer = wholeAnswer(recipient); !answer.empty()) {
            const bool said = recipient.code != 0 && !recipient.remoteHost.empty();
            out += "    " +
                   (said ? filled(words.answered, oneLine(recipient.remoteHost)) : std::string(words.reason));
            out += " " + answer + "\r\n";
        }
    }
    out += "\r\n" + filled(words.since, formatDate(report.arrived, report.utcOffsetMinutes)) + "\r\n";
    if (report.kind == Kind::Delayed)
        out += filled(words.until, formatDate(report.triedUntil, report.utcOffsetMinutes)) + "\r\n";
    else
        out += std::string(report.wholeLetter ? words.letterBack : words.headerBack) + "\r\n";
    return out;
}

} // namespace

std::string reportText(const DeliveryReport& report) {
    return say(japanese, report) + "\r\n----\r\n\r\n" + say(english, report);
}

std::string_view reportSubject(Kind kind) {
    return kind == Kind::Delayed ? "配達が遅れています / Delayed mail, still being tried"
                                 : "お手紙をお返しします / Undelivered mail returned to sender";
}

std::string wholeAnswer(const ReportedRecipient& recipient) {
    const std::string answer = oneLine(std::string_view(recipient.answer).substr(0, longestAnswer));
    const std::string code = std::to_string(recipient.code);
    if (recipient.code == 0 || answer.starts_with(code)) return answer;
    return answer.empty() ? code : code + " " + answer;
}

} // namespace mailtown
