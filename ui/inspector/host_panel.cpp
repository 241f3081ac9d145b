#include "ui/inspector/host_panel.h"

#include "ui/inspector/conversation_view.h"
#include "ui/map/art/emblem.h"
#include "ui/map/art/pen.h"
#include "ui/wording/language.h"
#include "ui/wording/names.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace mailtown {
namespace {

constexpr int side = 20;
constexpr int columnGap = 16, rowPadding = 6, leastRow = 34; // px
constexpr double disc = 24;                                  // px, radius of the emblem's disc

// Narrow columns keep what they need, the wide ones share the rest and wrap.
std::vector<int> shared(std::vector<int> wanted, int room) {
    std::vector<int> byWidth = wanted;
    std::sort(byWidth.begin(), byWidth.end());
    int left = room, columns = int(wanted.size());
    for (const int each : byWidth) {
        if (each * columns > left) break;
        left -= each, --columns;
    }
    if (columns == 0) { // all fit
        if (!wanted.empty()) wanted.back() += left;
        return wanted;
    }
    for (int& each : wanted) each = std::min(each, left / columns);
    return wanted;
}

} // namespace

HostPanel::HostPanel(const Appearance& appearance, QWidget* parent)
    : QWidget(parent), appearance_(appearance), picture_(new QWidget(this)), title_(new QLabel(this)),
      domain_(new QLabel(this)), state_(new QLabel(this)), tabs_(new QTabBar(this)),
      pages_(new QStackedWidget(this)), conversation_(new ConversationView(appearance, this)) {
    picture_->setFixedSize(60, 60);
    title_->setTextFormat(Qt::PlainText);
    domain_->setTextFormat(Qt::PlainText);
    domain_->setForegroundRole(QPalette::PlaceholderText);
    state_->setWordWrap(true);
    state_->setTextFormat(Qt::RichText);
    state_->setContentsMargins(14, 10, 14, 10);
    auto* names = new QVBoxLayout;
    names->setSpacing(2);
    names->addStretch(1);
    names->addWidget(title_);
    names->addWidget(domain_);
    names->addStretch(1);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(side, 16, side, 4);
    head->setSpacing(14);
    head->addWidget(picture_);
    head->addLayout(names, 1);
    auto* state = new QHBoxLayout;
    state->setContentsMargins(side, 4, side, 8);
    state->addWidget(state_);
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(side - 12, 0, 0, 0);
    bar->addWidget(tabs_, 1);

    for (List& list : lists_) {
        tabs_->addTab({});
        list.view = new QTreeWidget(this);
        list.view->setRootIsDecorated(false);
        list.view->setUniformRowHeights(false);
        list.view->setWordWrap(true);
        list.view->viewport()->installEventFilter(this);
        list.view->setFrameShape(QFrame::NoFrame);
        list.view->setTextElideMode(Qt::ElideRight);
        list.view->header()->setStretchLastSection(true);
        pages_->addWidget(list.view);
        const List* chosen = &list;
        const auto act = [this, chosen](QTreeWidgetItem* item) { rowChosen(*chosen, item); };
        connect(list.view, &QTreeWidget::itemClicked, this, act);
        connect(list.view, &QTreeWidget::itemActivated, this, act);
    }
    conversation_->hide();

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(head);
    all->addLayout(state);
    all->addLayout(bar);
    auto* inset = new QHBoxLayout;
    inset->setContentsMargins(side - 4, 4, 4, 0);
    inset->addWidget(pages_);
    all->addLayout(inset, 1);
    all->addWidget(conversation_, 1);
    connect(tabs_, &QTabBar::currentChanged, this, [this](int page) {
        pages_->setCurrentIndex(page);
        fit(lists_[std::size_t(page)]);
        conversation_->setVisible(page == Log && chosen_);
    });
    connect(&appearance, &Appearance::changed, this, &HostPanel::dress);
    retranslate();
    dress();
}

void HostPanel::setHost(HostId host) {
    if (host == host_) return;
    host_ = host;
    chosen_ = {};
    records_.restart();
    conversation_->hide();
}

void HostPanel::setPage(Page page) { tabs_->setCurrentIndex(int(page)); }

void HostPanel::refresh(const Session& session) {
    if (session_ != &session) records_.restart();
    session_ = &session;
    const Plan& plan = session.scenario().plan;
    if (!host_ || host_.index >= plan.hostCount()) return;
    const wording::Names names(session.town());
    const DomainPlan* district = plan.districtOf(host_);
    const std::string emblem = district ? district->emblem : "", colour = district ? district->colour : "";
    if (emblem != emblem_ || colour != colour_) update(); // paintEvent draws it
    emblem_ = emblem, colour_ = colour;
    title_->setText(plan.isClient(host_) ? names.device(host_) : names.label(host_));
    domain_->setText(wording::fromUtf8(plan.hostname(host_)));
    const QString state = hostStateOf(session, host_);
    if (state_->text() != state) state_->setText(state);
    tabs_->setTabVisible(Queue, host_ != plan.directory());
    tabs_->setTabText(Queue, plan.isClient(host_) ? tr("Outbox") : wording::either(tr("Shelf"), tr("Queue")));
    tabs_->setTabText(Holdings, host_ == plan.directory() ? tr("Records")
                                : plan.isClient(host_)
                                    ? tr("Letters")
                                    : wording::either(tr("Letter boxes"), tr("Mailboxes")));
    if (host_ == plan.directory() && tabs_->currentIndex() == Queue) setPage(Log);

    if (host_ != plan.directory()) showTable(lists_[Queue], queueOf(session, host_));
    showTable(lists_[Holdings], holdingsOf(session, host_));
    records_.read(session, [this](const Record& record) { return isLogged(record, host_); });
    showTable(lists_[Log], logOf(session, records_.shown(session)));
    if (chosen_) conversation_->show(session, chosen_);
}

void HostPanel::showTable(List& list, HostTable table) {
    if (table == list.table) return;
    list.table = std::move(table);
    list.view->setUpdatesEnabled(false);
    list.view->setColumnCount(int(list.table.columns.size()));
    list.view->setHeaderLabels(list.table.columns);
    const int rows = int(list.table.rows.size());
    while (list.view->topLevelItemCount() > rows) delete list.view->takeTopLevelItem(rows);
    while (list.view->topLevelItemCount() < rows) list.view->addTopLevelItem(new QTreeWidgetItem);
    for (int i = 0; i < rows; ++i) {
        const HostRow& row = list.table.rows[std::size_t(i)];
        QTreeWidgetItem* item = list.view->topLevelItem(i);
        for (int column = 0; column < list.view->columnCount(); ++column) {
            item->setText(column, row.cells.value(column));
            item->setToolTip(column, row.cells.value(column));
            QFont font = list.view->font();
            font.setBold(row.bold);
            item->setFont(column, font);
        }
    }
    if (list.view == pages_->currentWidget()) fit(list); // else when it is shown
    list.view->setUpdatesEnabled(true);
}

void HostPanel::fit(List& list) {
    const int columns = list.view->columnCount(), rows = list.view->topLevelItemCount();
    const QFontMetrics heading(list.view->header()->font());
    std::vector<int> widths;
    for (int column = 0; column < columns; ++column) {
        int widest = heading.horizontalAdvance(list.table.columns.value(column));
        for (int i = 0; i < rows; ++i) {
            const QTreeWidgetItem* item = list.view->topLevelItem(i);
            widest = std::max(widest, QFontMetrics(item->font(column)).horizontalAdvance(item->text(column)));
        }
        widths.push_back(widest + columnGap);
    }
    widths = shared(std::move(widths), list.view->viewport()->width());
    for (int column = 0; column + 1 < columns; ++column)
        list.view->setColumnWidth(column, widths[std::size_t(column)]);
    for (int i = 0; i < rows; ++i) {
        QTreeWidgetItem* item = list.view->topLevelItem(i);
        int height = leastRow;
        for (int column = 0; column < columns; ++column) {
            const QRect room(0, 0, std::max(1, widths[std::size_t(column)] - columnGap + 2), leastRow * 100);
            const QRect text =
                QFontMetrics(item->font(column)).boundingRect(room, Qt::TextWordWrap, item->text(column));
            height = std::max(height, text.height() + 2 * rowPadding);
        }
        for (int column = 0; column < columns; ++column) item->setSizeHint(column, QSize(0, height));
    }
}

bool HostPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize)
        for (List& list : lists_)
            if (list.view && watched == list.view->viewport()) fit(list);
    return QWidget::eventFilter(watched, event);
}

void HostPanel::rowChosen(const List& list, const QTreeWidgetItem* item) {
    const int at = item ? item->treeWidget()->indexOfTopLevelItem(const_cast<QTreeWidgetItem*>(item)) : -1;
    if (at < 0 || at >= int(list.table.rows.size())) return;
    const HostRow& row = list.table.rows[std::size_t(at)];
    if (row.connection && session_) {
        chosen_ = row.connection;
        conversation_->show(*session_, chosen_);
        static_cast<QWidget*>(conversation_)->show();
    } else if (row.letter) {
        Q_EMIT letterChosen(row.letter);
    }
}

void HostPanel::dress() {
    title_->setFont(appearance_.font(Type::Title));
    domain_->setFont(appearance_.font(Type::Base));
    state_->setFont(appearance_.font(Type::Base));
    for (List& list : lists_) {
        list.view->setFont(appearance_.font(Type::Small));
        showTable(list, std::exchange(list.table, {}));
    }
    update();
}

void HostPanel::retranslate() {
    tabs_->setTabText(Log, tr("Log"));
    if (session_) refresh(*session_);
}

void HostPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void HostPanel::paintEvent(QPaintEvent*) {
    const Tokens& t = appearance_.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), t.panel);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.sunken);
    painter.drawRoundedRect(state_->geometry(), 6, 6);
    const QPointF middle = QRectF(picture_->geometry()).center();
    art::Pen pen(painter, t);
    pen.circle(middle.x(), middle.y(), disc, t.wall, t.line, 2.4);
    if (emblem_.empty())
        pen.text(middle.x(), middle.y() + 8, QStringLiteral("@"), 24, t.line);
    else
        art::emblem(pen, emblem_, middle.x(), middle.y(), 15, t.domain(colour_));
}

} // namespace mailtown
