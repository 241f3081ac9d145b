#include "ui/compose/composer.h"

#include "ui/theme/icons.h"
#include "ui/wording/language.h"
#include "ui/wording/names.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace mailtown {
namespace {

constexpr int side = 20;
constexpr int mostSubject = 500; // characters; more is no subject

// Completes the address after the last comma.
class RecipientCompleter : public QCompleter {
public:
    using QCompleter::QCompleter;

    QStringList splitPath(const QString& path) const override { return {path.section(u',', -1).trimmed()}; }
    QString pathFromIndex(const QModelIndex& index) const override {
        const QString chosen = QCompleter::pathFromIndex(index);
        const auto* edit = qobject_cast<const QLineEdit*>(widget());
        const qsizetype comma = edit ? edit->text().lastIndexOf(u',') : -1;
        return comma < 0 ? chosen : edit->text().left(comma + 1) + u' ' + chosen;
    }
};

} // namespace

Composer::Composer(const Session& session, const Appearance& appearance, QWidget* parent)
    : QDialog(parent), session_(session), appearance_(appearance), from_(new QComboBox(this)),
      to_(new QLineEdit(this)), subject_(new QLineEdit(this)), body_(new QPlainTextEdit(this)),
      fromName_(new QLabel(this)), toName_(new QLabel(this)), subjectName_(new QLabel(this)),
      trouble_(new QLabel(this)), send_(new QPushButton(this)), cancel_(new QPushButton(this)) {
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    form->addRow(fromName_, from_);
    form->addRow(toName_, to_);
    form->addRow(subjectName_, subject_);
    fromName_->setBuddy(from_);
    toName_->setBuddy(to_);
    subjectName_->setBuddy(subject_);
    subject_->setMaxLength(mostSubject);
    body_->setTabChangesFocus(true);
    body_->setProperty("edged", true);
    body_->setFrameShape(QFrame::StyledPanel); // measures its frame anew
    body_->document()->setDocumentMargin(8);
    trouble_->setWordWrap(true);
    trouble_->hide();
    send_->setProperty("primary", true);
    send_->setDefault(true);
    send_->setIcon(icon(QStringLiteral("write"), appearance, IconInk::OnInk));
    cancel_->setAutoDefault(false);

    QStringList addresses;
    for (const UserPlan& user : session.scenario().plan.users)
        addresses.append(wording::fromUtf8(user.address.text()));
    auto* completer = new RecipientCompleter(addresses, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    to_->setCompleter(completer);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(trouble_, 1);
    buttons->addStretch(0);
    buttons->addWidget(cancel_);
    buttons->addWidget(send_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(side, side, side, side);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(body_, 1);
    column->addLayout(buttons);
    resize(560, 460);

    connect(send_, &QPushButton::clicked, this, &Composer::send);
    connect(cancel_, &QPushButton::clicked, this, &QDialog::reject);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, this,
            &Composer::send);
    connect(to_, &QLineEdit::textChanged, trouble_, &QWidget::hide);
    connect(&appearance, &Appearance::changed, this, &Composer::dress);
    retranslate();
    dress();
    to_->setFocus();
}

void Composer::fillHomes() {
    const QVariant chosen = from_->currentData();
    const Plan& plan = session_.scenario().plan;
    const wording::Names names(session_.town());
    from_->clear();
    for (std::size_t i = 0; i < plan.clients.size(); ++i) {
        const HostId home{std::uint32_t(plan.hosts.size() + i)};
        from_->addItem(tr("%1 · %2", "device and address")
                           .arg(names.device(home), wording::fromUtf8(plan.clients[i].user.text())),
                       home.index);
    }
    from_->setCurrentIndex(std::max(0, from_->findData(chosen)));
    send_->setEnabled(from_->count() > 0);
}

Result<std::vector<Address>> Composer::recipients() const {
    const Plan& plan = session_.scenario().plan;
    std::vector<Address> found;
    for (QString entry : to_->text().split(u',', Qt::SkipEmptyParts)) {
        entry = entry.trimmed();
        if (entry.isEmpty()) continue;
        std::optional<Address> address;
        for (const UserPlan& user : plan.users)
            if (wording::text(user.label).compare(entry, Qt::CaseInsensitive) == 0) address = user.address;
        if (!address) {
            auto parsed = Address::parse(wording::toUtf8(entry));
            if (!parsed) return problem(wording::toUtf8(entry));
            address = *parsed;
        }
        if (std::find(found.begin(), found.end(), *address) == found.end()) found.push_back(*address);
    }
    return found;
}

void Composer::complain(const QString& what, QWidget* where) {
    trouble_->setText(what);
    trouble_->show();
    where->setFocus();
}

void Composer::send() {
    const auto to = recipients();
    if (!to)
        return complain(tr("“%1” is not an address. An address looks like name@town.example.")
                            .arg(wording::fromUtf8(to.problem().what)),
                        to_);
    if (to->empty()) return complain(tr("Who is it for?"), to_);
    if (from_->currentIndex() < 0) return;
    input::Send letter;
    letter.client = HostId{from_->currentData().toUInt()};
    letter.to = *to;
    letter.subject = wording::toUtf8(subject_->text());
    letter.body = wording::toUtf8(body_->toPlainText());
    Q_EMIT sent(Input(std::move(letter)));
    accept();
}

void Composer::dress() {
    QPalette red = trouble_->palette();
    red.setColor(QPalette::WindowText, appearance_.tokens().fail);
    trouble_->setPalette(red);
    trouble_->setFont(appearance_.font(Type::Small));
    body_->setFont(appearance_.font(Type::Base));
}

void Composer::retranslate() {
    setWindowTitle(tr("Write a letter"));
    fromName_->setText(tr("From"));
    toName_->setText(tr("To"));
    subjectName_->setText(tr("Subject"));
    to_->setPlaceholderText(tr("sato@fuji.example, or a name"));
    body_->setAccessibleName(tr("Letter"));
    body_->setPlaceholderText(tr("What do you want to say?"));
    send_->setText(wording::either(tr("Post it"), tr("Send")));
    cancel_->setText(tr("Cancel"));
    fillHomes();
}

void Composer::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

} // namespace mailtown
