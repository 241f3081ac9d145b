#include "ui/inspector/conversation_view.h"

#include "ui/inspector/transcript_view.h"
#include "ui/wording/language.h"
#include "ui/wording/names.h"
#include "ui/wording/when.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace mailtown {
namespace {

constexpr int leastWidth = 200;
constexpr int leastTalk = 88; // px that some lines of it need

} // namespace

ConversationView::ConversationView(const Appearance& appearance, QWidget* parent)
    : QWidget(parent), appearance_(appearance), title_(new QLabel(this)), facts_(new QLabel(this)),
      empty_(new QLabel(this)), lines_(new TranscriptView(appearance, this)),
      area_(Rows::scrolling(lines_, this)) {
    auto* head = new QHBoxLayout;
    head->setContentsMargins(20, 12, 20, 6);
    head->setSpacing(12);
    head->addWidget(title_, 1);
    head->addWidget(facts_);
    title_->setWordWrap(true);
    facts_->setForegroundRole(QPalette::PlaceholderText);
    empty_->setForegroundRole(QPalette::PlaceholderText);
    empty_->setContentsMargins(20, 4, 20, 12);
    empty_->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(empty_);
    column->addWidget(area_, 1);
    column->addStretch(0);
    area_->setMinimumHeight(leastTalk);
    area_->hide();
    connect(lines_, &TranscriptView::unfold, this, [this] {
        whole_ = !whole_;
        if (session_) show(*session_, connection_, ahead_);
    });
    connect(&appearance, &Appearance::changed, this, &ConversationView::dress);
    dress();
}

void ConversationView::dress() {
    title_->setFont(appearance_.font(Type::Small, true));
    facts_->setFont(appearance_.font(Type::Small));
    empty_->setFont(appearance_.font(Type::Small));
}

QString ConversationView::titleOf(const Session& session, const Transcript& transcript) const {
    const wording::Names names(session.town());
    const Plan& plan = session.scenario().plan;
    const bool fromHome = transcript.client && plan.isClient(transcript.client);
    const QString client = names.device(transcript.client), server = names.host(transcript.server);
    if (wording::vocabulary() == wording::Vocabulary::Protocol)
        return tr("%1 → %2", "client and server").arg(client, server);
    switch (transcript.service) {
    case Service::Submission:
        return tr("At the counter: %1 and %2").arg(client, server);
    case Service::Pop3:
    case Service::Imap:
        return tr("At the letter box: %1 and %2").arg(client, server);
    case Service::Dns:
        return tr("%1 asks the directory").arg(client);
    default:
        return fromHome ? tr("At the counter: %1 and %2").arg(client, server)
                        : tr("At the arrivals door: %1 and %2").arg(client, server);
    }
}

bool ConversationView::silent() const { return !empty_->isHidden(); }

QSize ConversationView::minimumSizeHint() const {
    return {leastWidth, layout()->minimumHeightForWidth(std::max(width(), leastWidth))};
}

void ConversationView::show(const Session& session, ConnectionId connection, const Ahead& ahead) {
    const bool other = session_ != &session || connection_ != connection;
    if (other) records_.restart(), whole_ = false;
    session_ = &session;
    connection_ = connection;
    ahead_ = ahead;
    if (!connection) {
        title_->clear();
        facts_->clear();
        empty_->setText(tr("Nothing has been said yet."));
        empty_->show();
        area_->hide();
        lines_->setLines({});
        return;
    }
    records_.read(session, [connection](const Record& record) { return record.connection == connection; });
    Transcript transcript = transcriptOf(session, records_.shown(session), whole_);
    if (transcript.open && !ahead.answer.isEmpty()) addAnswer(transcript, ahead.answer);
    if (ahead.turnedAway) transcript.open = false;
    // Before the first record only the town knows who calls at whom.
    if (!transcript.client)
        for (const Connected& each : session.town().connections())
            if (each.id == connection)
                transcript.client = each.client, transcript.server = each.server,
                transcript.service = each.service;
    QStringList facts{serviceName(transcript.service)};
    if (transcript.sealed) facts.append(wording::either(tr("sealed"), tr("TLS")));
    if (transcript.to > transcript.from) facts.append(wording::span(transcript.to - transcript.from));
    facts_->setText(facts.join(tr(", ")));
    title_->setText(titleOf(session, transcript));
    empty_->setVisible(transcript.lines.empty());
    area_->setVisible(!transcript.lines.empty());
    empty_->setText(transcript.open ? tr("Nobody has answered yet.")
                                    : tr("Nothing was said: nobody opened the door."));
    lines_->setLines(std::move(transcript.lines));
    if (other) area_->toEnd(); // what was said last
}

} // namespace mailtown
