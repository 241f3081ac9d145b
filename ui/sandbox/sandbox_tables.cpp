// The tables of the sandbox's panel: who listens where, and what to type in.
#include "ui/map/art/emblem.h"
#include "ui/map/art/marks.h"
#include "ui/map/art/pen.h"
#include "ui/sandbox/mail_settings.h"
#include "ui/sandbox/sandbox_panel.h"
#include "ui/theme/icons.h"
#include "ui/theme/segmented.h"
#include "ui/wording/language.h"
#include "ui/wording/names.h"

#include <QClipboard>
#include <QComboBox>
#include <QFrame>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QToolButton>

namespace mailtown {
namespace {

constexpr int badge = 26; // px

void empty(QGridLayout* grid) {
    while (QLayoutItem* item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QLabel* label(const QString& text, const QFont& font, const QColor& colour) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, colour);
    label->setPalette(palette);
    return label;
}

QFrame* rule(const QColor& colour) {
    auto* line = new QFrame;
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    QPalette palette = line->palette();
    palette.setColor(QPalette::Window, colour);
    line->setPalette(palette);
    return line;
}

QPixmap badgeOf(const DomainPlan* domain, bool up, const Tokens& t, double ratio) {
    QPixmap picture(qRound(badge * ratio), qRound(badge * ratio));
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    art::Pen pen(painter, t);
    const double middle = badge / 2.0;
    if (!up) {
        art::mark(pen, art::Mark::Closed, middle, middle, 0.8);
        return picture;
    }
    pen.circle(middle, middle, middle - 1.5, t.wall, t.line, 2);
    if (domain)
        art::emblem(pen, domain->emblem, middle, middle, 7, t.domain(domain->colour));
    else
        pen.text(middle, middle + 5, QStringLiteral("@"), 14, t.line);
    return picture;
}

} // namespace

void SandboxPanel::fillPorts() {
    const Plan& plan = playback_.session().scenario().plan;
    const Town& present = playback_.session().present();
    const wording::Names names(playback_.session().town());
    std::vector<QString> now;
    for (const ServerPorts& server : servers_)
        now.push_back(names.label(server.host) + (present.up(server.host) ? u'+' : u'-') +
                      QString::number(sandbox_->connections(server.host)));
    now.push_back(running() ? QStringLiteral("on") : QStringLiteral("off"));
    if (now == shown_) return;
    shown_ = std::move(now);

    const Tokens& t = appearance_.tokens();
    const QFont small = appearance_.font(Type::Small), mono = appearance_.font(Type::Mono),
                bold = appearance_.font(Type::Base, true);
    empty(ports_);
    static const QStringList heads{QStringLiteral("SMTP"),  QStringLiteral("Submission"),
                                   QStringLiteral("SMTPS"), QStringLiteral("POP3"),
                                   QStringLiteral("POP3S"), QStringLiteral("IMAP"),
                                   QStringLiteral("IMAPS")};
    const int last = 3 + int(doors.size());
    for (int i = 0; i < heads.size(); ++i)
        ports_->addWidget(label(heads[i], small, t.ink2), 0, 3 + i, Qt::AlignRight);
    int row = 1;
    const auto begin = [&](const DomainPlan* domain, HostId host) {
        ports_->addWidget(rule(t.rule), row++, 0, 1, last);
        const bool up = present.up(host);
        auto* picture = new QLabel;
        picture->setPixmap(badgeOf(domain, up, t, devicePixelRatioF()));
        ports_->addWidget(picture, row, 0);
        ports_->addWidget(label(names.label(host), bold, t.ink), row, 1);
        const int count = int(sandbox_->connections(host));
        QString state;
        if (!up)
            state = tr("closed");
        else if (count > 0)
            state = tr("%n connected", nullptr, count);
        ports_->addWidget(label(state, small, up ? t.ink2 : t.fail), row, 2);
        return up;
    };
    for (const ServerPorts& server : servers_) {
        const bool up = begin(plan.districtOf(server.host), server.host);
        for (std::size_t i = 0; i < doors.size(); ++i) {
            const int port = server.ports[i];
            ports_->addWidget(label(port > 0 ? QString::number(port) : QStringLiteral("–"), mono,
                                    up && running() ? t.ink : t.ink2),
                              row, 3 + int(i), Qt::AlignRight);
        }
        ++row;
    }
    begin(nullptr, plan.directory());
    if (const int port = running() ? sandbox_->dnsPort() : standardFirstPort + dnsOffset; port > 0)
        ports_->addWidget(label(tr("DNS, UDP and TCP  %1").arg(port), mono, running() ? t.ink : t.ink2), row,
                          3, 1, last - 3, Qt::AlignRight);
    ports_->setColumnStretch(2, 1);
}

void SandboxPanel::fillSide(QGridLayout* grid, const QString& title,
                            const QList<std::pair<QString, QString>>& rows) {
    const Tokens& t = appearance_.tokens();
    empty(grid);
    grid->addWidget(label(title, appearance_.font(Type::Small, true), t.ink), 0, 0, 1, 3);
    grid->addWidget(rule(t.rule), 1, 0, 1, 3);
    int at = 2;
    for (const auto& [name, value] : rows) {
        grid->addWidget(label(name, appearance_.font(Type::Small), t.ink2), at, 0);
        QLabel* text = label(value, appearance_.font(Type::Mono), t.ink);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        grid->addWidget(text, at, 1);
        auto* copy = new QToolButton;
        copy->setAutoRaise(true);
        copy->setIcon(icon(QStringLiteral("copy"), appearance_));
        copy->setIconSize({16, 16});
        copy->setFixedSize(26, 24);
        copy->setToolTip(tr("Copy"));
        copy->setAccessibleName(tr("Copy %1", "the name of a setting").arg(name));
        connect(copy, &QToolButton::clicked, this,
                [value = value] { QGuiApplication::clipboard()->setText(value); });
        grid->addWidget(copy, at++, 2);
    }
}

void SandboxPanel::fillSettings() {
    const Plan& plan = playback_.session().scenario().plan;
    const int at = user_->currentIndex();
    if (at < 0 || at >= int(plan.users.size())) return;
    const UserPlan& user = plan.users[std::size_t(at)];
    const Service incoming = incoming_->current() == 1 ? Service::Pop3 : Service::Imap;
    const auto client = MailClient(client_->current());
    const MailSettings settings = mailSettings(plan, servers_, user, incoming);
    fillSide(
        incomingGrid_,
        tr("Incoming, %1").arg(incoming == Service::Pop3 ? QStringLiteral("POP3") : QStringLiteral("IMAP")),
        settings.incoming);
    fillSide(outgoingGrid_, tr("Outgoing, %1").arg(QStringLiteral("SMTP")), settings.outgoing);
    command_->setPlainText(mailCommand(plan, servers_, user, incoming, client));
    how_->setCurrentIndex(client == MailClient::Dialog ? 0 : 1);
}

} // namespace mailtown
