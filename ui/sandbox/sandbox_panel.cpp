#include "ui/sandbox/sandbox_panel.h"

#include "ui/theme/segmented.h"
#include "ui/wording/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mailtown {
namespace {

constexpr int side = 20;
// Thunderbird, Outlook and Apple Mail ask for the same; the others are told by a file or a command.
const QStringList clientNames{QStringLiteral("Thunderbird, Outlook, Apple Mail"), QStringLiteral("mutt"),
                              QStringLiteral("curl"), QStringLiteral("swaks")};

} // namespace

SandboxPanel::SandboxPanel(Playback& playback, const Appearance& appearance, QWidget* parent,
                           SandboxOptions options)
    : QWidget(parent), playback_(playback), appearance_(appearance),
      sandbox_(std::make_unique<Sandbox>(playback.session(), options)) {
    if (auto ports = serverPorts(playback.session().scenario().plan, options.firstPort))
        servers_ = std::move(*ports);
    build();
    connect(sandbox_.get(), &Sandbox::changed, this, &SandboxPanel::showState);
    connect(sandbox_.get(), &Sandbox::entered, this, &SandboxPanel::takeIn);
    connect(sandbox_.get(), &Sandbox::troubled, this, [this](const QString& what) {
        trouble_ = what;
        showState();
    });
    const auto follow = [this] {
        sandbox_->follow();
        letters_ = playback_.session().present().letterCount();
        fillPorts();
    };
    connect(&playback, &Playback::moved, this, follow);
    connect(&playback, &Playback::changed, this, follow);
    connect(&appearance, &Appearance::changed, this, &SandboxPanel::dress);
    connect(toggle_, &QPushButton::clicked, this, [this] { setRunning(!running()); });
    connect(switch_, &QCheckBox::clicked, this, &SandboxPanel::setRunning);
    connect(user_, &QComboBox::currentIndexChanged, this, &SandboxPanel::fillSettings);
    connect(client_, &Segmented::chosen, this, &SandboxPanel::fillSettings);
    connect(incoming_, &Segmented::chosen, this, &SandboxPanel::fillSettings);
    retranslate();
    dress();
}

SandboxPanel::~SandboxPanel() {
    if (running()) playback_.setOpenEnded(false);
}

void SandboxPanel::build() {
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    // What is a little too wide runs into the margin.
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidgetResizable(true);
    auto* page = new QWidget;
    area->setWidget(page);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(1, 0, 0, 0);
    all->addWidget(area);

    switch_ = new QCheckBox(page);
    switch_->setProperty("switch", true);
    title_ = new QLabel(page);
    note_ = new QLabel(page);
    note_->setWordWrap(true);
    toggle_ = new QPushButton(page);
    auto* head = new QHBoxLayout;
    head->setSpacing(14);
    head->addWidget(switch_);
    head->addWidget(title_);
    head->addWidget(note_, 1);
    head->addWidget(toggle_);
    troubleLine_ = new QLabel(page);
    troubleLine_->setWordWrap(true);
    troubleLine_->setTextFormat(Qt::PlainText);
    ports_ = new QGridLayout;
    ports_->setHorizontalSpacing(14);
    ports_->setVerticalSpacing(4);

    settingsTitle_ = new QLabel(page);
    user_ = new QComboBox(page);
    auto* line = new QHBoxLayout;
    line->addWidget(settingsTitle_, 1);
    line->addWidget(user_);
    client_ = new Segmented(appearance_, page);
    client_->setTexts(clientNames);
    incoming_ = new Segmented(appearance_, page);
    incoming_->setTexts({QStringLiteral("IMAP"), QStringLiteral("POP3")});
    auto* choices = new QHBoxLayout;
    choices->addWidget(client_);
    choices->addWidget(incoming_);
    choices->addStretch(1);

    how_ = new QStackedWidget(page);
    auto* dialog = new QWidget(how_);
    auto* halves = new QHBoxLayout(dialog);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(24);
    incomingGrid_ = new QGridLayout;
    outgoingGrid_ = new QGridLayout;
    for (QGridLayout* grid : {incomingGrid_, outgoingGrid_}) {
        grid->setHorizontalSpacing(16);
        grid->setVerticalSpacing(1);
        grid->setColumnStretch(1, 1);
        auto* half = new QVBoxLayout;
        half->addLayout(grid);
        half->addStretch(1);
        halves->addLayout(half, 1);
    }
    command_ = new QPlainTextEdit(how_);
    command_->setReadOnly(true);
    how_->addWidget(dialog);
    how_->addWidget(command_);
    certificate_ = new QLabel(page);
    certificate_->setWordWrap(true);
    certificate_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    certificate_->setForegroundRole(QPalette::PlaceholderText);
    note_->setForegroundRole(QPalette::PlaceholderText);

    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(side, 14, side, 14);
    column->setSpacing(10);
    column->addLayout(head);
    column->addWidget(troubleLine_);
    column->addLayout(ports_);
    column->addSpacing(4);
    column->addLayout(line);
    column->addLayout(choices);
    column->addWidget(how_);
    column->addWidget(certificate_);
    column->addStretch(1);
}

// A letter is seen to come in, also by who has wound back: the servers stand in the present.
void SandboxPanel::takeIn() {
    const std::size_t letters = playback_.session().present().letterCount();
    if (letters > letters_) playback_.toPresent();
    letters_ = letters;
    playback_.refresh();
}

void SandboxPanel::setRunning(bool on) {
    trouble_.clear();
    if (on && !running()) {
        const auto started = sandbox_->start();
        if (!started) {
            trouble_ = whyNot(started.problem());
        } else {
            servers_ = sandbox_->servers();
            playback_.toPresent();
        }
    } else if (!on && running()) {
        sandbox_->stop();
    }
    playback_.setOpenEnded(running());
    showState();
    fillSettings();
    Q_EMIT runningChanged(running());
}

QString SandboxPanel::whyNot(const Problem& problem) const {
    const auto& refused = sandbox_->refused();
    if (refused.empty()) return tr("The servers cannot listen: %1").arg(wording::fromUtf8(problem.what));
    const RefusedPort& first = refused.front();
    const QString whose = wording::fromUtf8(first.whose), address = first.address.toString();
    QString told = first.taken
                       ? tr("Port %1 at %2 (%3) is taken by another program, perhaps another Mailtown.")
                             .arg(QString::number(first.port), address, whose)
                       : tr("Nothing can listen on port %1 at %2 (%3): %4")
                             .arg(QString::number(first.port), address, whose, first.detail);
    if (refused.size() > 1)
        told += u' ' + tr("In all, %n of the town’s ports cannot be had.", nullptr, int(refused.size()));
    return told + u'\n' +
           tr("Close that program and start listening again, or serve the town at another address in a "
              "terminal: %1")
               .arg(QStringLiteral("mailtown serve --bind 127.0.0.2"));
}

void SandboxPanel::showState() {
    switch_->setChecked(running());
    toggle_->setText(running() ? tr("Stop listening") : tr("Start listening"));
    toggle_->setProperty("primary", !running());
    toggle_->update();
    const int count = int(sandbox_->connections());
    QString note =
        running()
            ? tr("The town’s servers listen on this computer only, at %1.").arg(QStringLiteral("127.0.0.1"))
            : tr("Real mail programs on this computer can post and read letters in the town.");
    if (running() && count > 0) note += u' ' + tr("%n programs are connected.", nullptr, count);
    note_->setText(note);
    troubleLine_->setText(trouble_);
    troubleLine_->setVisible(!trouble_.isEmpty());
    const auto& file = sandbox_->certificateFile();
    certificate_->setText(running() && !file.empty()
                              ? tr("Your program will ask about the certificate: Mailtown made it on this "
                                   "computer. Allow it once. It lies in %1.")
                                    .arg(QString::fromStdString(file.string()))
                              : tr("Your program will ask about the certificate: Mailtown makes it on this "
                                   "computer. Allow it once."));
    fillPorts();
}

void SandboxPanel::dress() {
    const Tokens& t = appearance_.tokens();
    title_->setFont(appearance_.font(Type::Title));
    settingsTitle_->setFont(appearance_.font(Type::Person));
    QPalette red = troubleLine_->palette();
    red.setColor(QPalette::WindowText, t.fail);
    troubleLine_->setPalette(red);
    for (QLabel* label : {note_, certificate_}) label->setFont(appearance_.font(Type::Small));
    command_->setFont(appearance_.font(Type::Mono));
    shown_.clear();
    showState();
    fillSettings();
}

void SandboxPanel::retranslate() {
    title_->setText(tr("Sandbox"));
    switch_->setAccessibleName(title_->text());
    settingsTitle_->setText(tr("Put these into your mail program"));
    const int chosen = std::max(0, user_->currentIndex());
    const QSignalBlocker quiet(user_);
    user_->clear();
    for (const UserPlan& user : playback_.session().scenario().plan.users) {
        const QString name = wording::text(user.label), address = wording::fromUtf8(user.address.text());
        user_->addItem(name.isEmpty() ? address : tr("%1 · %2", "person and address").arg(name, address));
    }
    user_->setCurrentIndex(chosen);
    shown_.clear();
    showState();
    fillSettings();
}

void SandboxPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void SandboxPanel::paintEvent(QPaintEvent*) {
    const Tokens& t = appearance_.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.panel);
    painter.fillRect(0, 0, 1, height(), t.rule);
}

} // namespace mailtown
