#include "ui/inspector/letter_panel.h"

#include "ui/inspector/conversation_view.h"
#include "ui/inspector/journey_view.h"
#include "ui/map/art/envelope.h"
#include "ui/map/art/pen.h"
#include "ui/wording/language.h"
#include "ui/wording/when.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTextEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace mailtown {
namespace {

constexpr int side = 20;
constexpr double pictureScale = 1.9;

template <class Edit> Edit* reader(QWidget* parent) {
    auto* edit = new Edit(parent);
    edit->setReadOnly(true);
    edit->setFrameShape(QFrame::NoFrame);
    edit->document()->setDocumentMargin(side);
    return edit;
}

// Keeps the place when the same text grew or nothing changed.
template <class Edit> void setText(Edit* edit, const QString& text) {
    if (edit->toPlainText() != text) edit->setPlainText(text);
}

} // namespace

LetterPanel::LetterPanel(const Appearance& appearance, QWidget* parent)
    : QWidget(parent), appearance_(appearance), picture_(new QWidget(this)), title_(new QLabel(this)),
      way_(new QLabel(this)), state_(new QLabel(this)), tabs_(new QTabBar(this)),
      pages_(new QStackedWidget(this)), cards_(new LetterCards(appearance, this)),
      headers_(reader<QTextEdit>(this)), body_(reader<QPlainTextEdit>(this)),
      source_(reader<QPlainTextEdit>(this)), journey_(new JourneyView(appearance, this)),
      journeyArea_(Rows::scrolling(journey_, this)), halves_(new QSplitter(Qt::Vertical, this)),
      conversation_(new ConversationView(appearance, this)) {
    picture_->setFixedSize(78, 60);
    title_->setTextFormat(Qt::PlainText);
    title_->setWordWrap(true);
    way_->setTextFormat(Qt::PlainText);
    way_->setWordWrap(true);
    way_->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel* label : {title_, way_, state_})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    state_->setWordWrap(true);
    state_->setTextFormat(Qt::RichText);
    state_->setContentsMargins(14, 10, 14, 10);

    auto* names = new QVBoxLayout;
    names->setSpacing(2);
    names->addStretch(1);
    names->addWidget(title_);
    names->addWidget(way_);
    names->addStretch(1);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(side, 16, side, 4);
    head->setSpacing(14);
    head->addWidget(picture_);
    head->addLayout(names, 1);
    auto* state = new QHBoxLayout;
    state->setContentsMargins(side, 4, side, 8);
    state->addWidget(state_);

    for (int i = 0; i < 5; ++i) tabs_->addTab({});
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    tabs_->setUsesScrollButtons(true);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(cards_);
    cards_->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    pages_->addWidget(area);
    pages_->addWidget(headers_);
    pages_->addWidget(body_);
    pages_->addWidget(journeyArea_);
    journeyArea_->viewport()->installEventFilter(this);
    conversation_->installEventFilter(this);
    pages_->addWidget(source_);
    source_->setLineWrapMode(QPlainTextEdit::NoWrap);

    auto* above = new QWidget(this);
    auto* column = new QVBoxLayout(above);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(state);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(side - 12, 0, 0, 0);
    bar->addWidget(tabs_, 1);
    column->addLayout(bar);
    column->addWidget(pages_, 1);
    halves_->addWidget(above);
    halves_->addWidget(conversation_);
    halves_->setChildrenCollapsible(false);
    halves_->setStretchFactor(0, 11);
    halves_->setStretchFactor(1, 9);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(halves_);

    connect(tabs_, &QTabBar::currentChanged, pages_, &QStackedWidget::setCurrentIndex);
    connect(journey_, &JourneyView::chosen, this, [this](ConnectionId connection) {
        chosen_ = connection;
        if (session_) showConversation();
    });
    connect(&appearance, &Appearance::changed, this, &LetterPanel::dress);
    setPage(Journey);
    retranslate();
    dress();
}

void LetterPanel::setLetter(LetterId letter) {
    if (letter == letter_) return;
    letter_ = letter;
    chosen_ = {};
    records_.restart();
    read_ = 0;
}

void LetterPanel::setPage(Page page) { tabs_->setCurrentIndex(int(page)); }

void LetterPanel::refresh(const Playback& playback) {
    const Session& session = playback.session();
    if (session_ != &session) records_.restart(), read_ = 0;
    playback_ = &playback, session_ = &session;
    if (!letter_ || letter_.index >= session.town().letterCount()) return; // before it is written
    records_.read(session, [this](const Record& record) { return tellsOf(record, letter_); });
    const auto records = records_.shown(session);
    if (read_ != records.size() + 1) { // what a letter says does not change between its records
        read_ = records.size() + 1;
        showContent(contentOf(session, letter_, records));
    }
    const QString state = stateOf(playback, letter_, records);
    if (state_->text() != state) state_->setText(state);
    showJourney();
    showConversation();
}

void LetterPanel::showContent(LetterContent content) {
    if (content == content_) return;
    content_ = std::move(content);
    title_->setText(content_.subject);
    way_->setText(content_.way);
    cards_->setContent(content_);
    QString html = QStringLiteral("<table cellspacing=\"0\" cellpadding=\"3\">");
    for (const auto& [name, value] : fieldsOf(content_.header))
        html += QStringLiteral("<tr><td><span style=\"color:%1\">%2&nbsp;&nbsp;</span></td><td>%3</td></tr>")
                    .arg(appearance_.tokens().ink2.name(), name.toHtmlEscaped(), value.toHtmlEscaped());
    headers_->setHtml(html + QStringLiteral("</table>"));
    setText(body_, content_.body);
    setText(source_, content_.source);
    update();
}

void LetterPanel::showJourney() {
    steps_ = journeyOf(*playback_, letter_, records_.shown(*session_));
    const auto& steps = steps_;
    const wording::Calendar calendar(session_->scenario().plan);
    QStringList times;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Time before = i ? steps[i - 1].at : never;
        times.append(i && calendar.sameDay(before, steps[i].at) ? calendar.clock(steps[i].at)
                     : steps[i].mark == JourneyStep::Mark::Coming
                         ? calendar.moment(steps[i].at, steps[i].at + 2 * day)
                         : calendar.exact(steps[i].at, steps[i].at + 2 * day));
    }
    const std::string colour = wording::toUtf8(content_.colour);
    journey_->setSteps(steps, std::move(times), appearance_.tokens().domain(colour));
}

// The chosen step, or the present one, and what was said then: where nothing was, the last that was said
// before.
void LetterPanel::showConversation() {
    int row = -1;
    for (int i = 0; chosen_ && i < int(steps_.size()); ++i)
        if (steps_[std::size_t(i)].connection == chosen_) row = i;
    const bool follows = row < 0;
    if (follows) row = presentStep(steps_);
    ConnectionId connection;
    for (int i = row; i >= 0 && !connection; --i) connection = steps_[std::size_t(i)].connection;
    journey_->setChosen(row);
    // Only when there is something new to see: what the person scrolls to stays.
    const std::pair place{letter_, row};
    if (follows && place != scrolledFor_) showPresent();
    if (follows) scrolledFor_ = place;
    Ahead ahead;
    for (const Movement* movement : playback_->movements().at(session_->now())) {
        if (!connection || movement->connection != connection) continue;
        if (movement->purpose == Purpose::Answer)
            ahead.answer = wording::fromUtf8(playback_->text(movement->lastRecord));
        ahead.turnedAway = mailtown::momentOf(*movement, session_->now()).phase == Phase::Standing &&
                           (movement->outcome == Outcome::Refused || movement->outcome == Outcome::TimedOut);
    }
    conversation_->show(*session_, connection, ahead);
    share();
}

void LetterPanel::showPresent() {
    if (!chosen_) journeyArea_->ensureVisible(0, journey_->endOf(presentStep(steps_)), 0, 40);
}

bool LetterPanel::eventFilter(QObject* watched, QEvent* event) {
    // In another room the rows are laid out anew first.
    if (event->type() == QEvent::Resize && watched == conversation_)
        QMetaObject::invokeMethod(this, &LetterPanel::share, Qt::QueuedConnection);
    else if (event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &LetterPanel::showPresent, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

// Where nothing was said, the journey has the room.
void LetterPanel::share() {
    const int most =
        conversation_->silent() ? conversation_->minimumSizeHint().height() : int(QWIDGETSIZE_MAX);
    if (most == conversation_->maximumHeight()) return;
    conversation_->setMaximumHeight(most);
    const int height = halves_->height();
    if (!conversation_->silent()) halves_->setSizes({height * 11 / 20, height - height * 11 / 20});
}

void LetterPanel::dress() {
    title_->setFont(appearance_.font(Type::Title));
    way_->setFont(appearance_.font(Type::Base));
    state_->setFont(appearance_.font(Type::Base));
    headers_->setFont(appearance_.font(Type::Mono));
    body_->setFont(appearance_.font(Type::Base));
    source_->setFont(appearance_.font(Type::Mono));
    showContent(std::exchange(content_, {}));
    if (playback_) refresh(*playback_);
    update();
}

void LetterPanel::retranslate() {
    using wording::either;
    const QStringList names{tr("Envelope"), tr("Headers"), tr("Body"), tr("Journey"), tr("Source")};
    for (int i = 0; i < names.size(); ++i) tabs_->setTabText(i, names[i]);
    journey_->setAccessibleName(names[Journey]);
    read_ = 0;
    if (playback_) refresh(*playback_);
}

void LetterPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void LetterPanel::paintEvent(QPaintEvent*) {
    const Tokens& t = appearance_.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), t.panel);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.sunken);
    painter.drawRoundedRect(QRectF(QRect(state_->mapTo(this, QPoint()), state_->size())), 6, 6);
    if (content_.colour.isEmpty()) return;
    art::Pen pen(painter, t);
    const QPointF middle = QRectF(QRect(picture_->mapTo(this, QPoint()), picture_->size())).center();
    const auto moved = pen.at(middle.x(), middle.y(), pictureScale);
    art::envelope(pen, content_.report ? art::Sprite::Returned : art::Sprite::Sealed,
                  {wording::toUtf8(content_.colour), wording::toUtf8(content_.emblem)});
}

} // namespace mailtown
