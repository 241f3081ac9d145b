// QCustomPlot's header is written with the keywords that the project switches off.
#undef QT_NO_KEYWORDS

#include "ui/charts/waiting_chart.h"

#include "ui/map/art/emblem.h"
#include "ui/map/art/pen.h"
#include "ui/timeline/ticks.h"
#include "ui/timeline/time_axis.h"
#include "ui/wording/language.h"
#include "ui/wording/when.h"

#include <qcustomplot.h>

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace mailtown {
namespace {

constexpr double emblemSize = 16;    // px
constexpr double labelDistance = 12; // px from the end of its curve
constexpr int labelMargin = 3;       // px of the panel's colour round a label
constexpr std::size_t mostLabels = 4;

double seconds(Time time) { return double(time) / double(second); }

// 1, 2, 5, 10, 20 …: at most `ticks` of it reach `most`.
double stepFor(double most, int ticks) {
    double step = 1;
    for (int i = 0; step * ticks < most; ++i) step *= i % 3 == 1 ? 2.5 : 2;
    return step;
}

} // namespace

WaitingChart::WaitingChart(const Playback& playback, const Appearance& appearance, QWidget* parent)
    : QWidget(parent), playback_(playback), appearance_(appearance), title_(new QLabel(this)),
      plot_(new QCustomPlot(this)), cursor_(new QCPItemLine(plot_)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(title_);
    column->addWidget(plot_, 1);

    plot_->setAttribute(Qt::WA_TransparentForMouseEvents);
    plot_->setFocusPolicy(Qt::NoFocus);
    plot_->setMinimumSize(1, 1);
    plot_->plotLayout()->setMargins({});
    QCPAxisRect* rect = plot_->axisRect();
    rect->setAutoMargins(QCP::msNone);
    rect->setMargins(QMargins(TimeAxis::leftMargin, 9, TimeAxis::rightMargin, 10)); // half a number
    rect->setupFullAxesBox(false);
    for (QCPAxis* axis : rect->axes()) {
        axis->setTickPen(Qt::NoPen);
        axis->setTickLength(0);
        axis->setSubTicks(false);
        axis->setBasePen(Qt::NoPen);
    }
    plot_->xAxis->setTickLabels(false);
    plot_->xAxis->setTicker(QSharedPointer<QCPAxisTickerText>::create());
    plot_->yAxis->setTicker(QSharedPointer<QCPAxisTickerFixed>::create());
    plot_->yAxis->setTickLabelPadding(8);
    cursor_->setClipToAxisRect(true);
    cursor_->end->setTypeY(QCPItemPosition::ptAxisRectRatio);
    cursor_->start->setTypeY(QCPItemPosition::ptAxisRectRatio);

    connect(&playback, &Playback::moved, this, &WaitingChart::read);
    connect(&playback, &Playback::changed, this, &WaitingChart::read);
    connect(&appearance, &Appearance::changed, this, &WaitingChart::dress);
    retranslate();
    read();
    dress();
}

// A session of another scenario has other offices.
void WaitingChart::makeCurves() {
    for (Curve& curve : curves_) {
        plot_->removeItem(curve.end);
        plot_->removeItem(curve.emblem);
        plot_->removeItem(curve.label);
        plot_->removeGraph(curve.halo);
        plot_->removeGraph(curve.line);
    }
    curves_.assign(history_.offices(), {});
    for (Curve& curve : curves_) {
        curve.halo = plot_->addGraph();
        curve.line = plot_->addGraph();
        for (QCPGraph* graph : {curve.halo, curve.line}) graph->setLineStyle(QCPGraph::lsStepLeft);
        curve.end = new QCPItemTracer(plot_);
        curve.end->setStyle(QCPItemTracer::tsCircle);
        curve.end->setSize(7);
        // On a ground of their own, above all curves.
        curve.label = new QCPItemText(plot_);
        curve.label->setLayer(QStringLiteral("overlay"));
        curve.label->position->setType(QCPItemPosition::ptAbsolute);
        curve.label->setPadding(QMargins(int(emblemSize) + 4 + labelMargin, 0, labelMargin, 0));
        curve.emblem = new QCPItemPixmap(plot_);
        curve.emblem->setLayer(QStringLiteral("overlay"));
        curve.emblem->topLeft->setType(QCPItemPosition::ptAbsolute);
        curve.label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        for (QCPAbstractItem* item :
             std::initializer_list<QCPAbstractItem*>{curve.end, curve.emblem, curve.label})
            item->setClipToAxisRect(false);
    }
}

void WaitingChart::dress() {
    const Tokens& t = appearance_.tokens();
    title_->setFont(appearance_.font(Type::Small, true));
    plot_->setBackground(t.panel);
    for (QCPAxis* axis : plot_->axisRect()->axes()) {
        axis->setTickLabelFont(appearance_.font(Type::Small));
        axis->setTickLabelColor(t.ink2);
        axis->grid()->setPen(QPen(t.rule, 1));
        axis->grid()->setZeroLinePen(QPen(t.rule, 1));
    }
    cursor_->setPen(QPen(t.ink, 2));
    const Plan& plan = playback_.session().scenario().plan;
    for (std::size_t i = 0; i < curves_.size(); ++i) {
        const Curve& curve = curves_[i];
        const DomainPlan* domain = plan.districtOf(HostId{std::uint32_t(i)});
        const QColor colour = domain ? t.domain(domain->colour) : t.ink;
        curve.halo->setPen(QPen(t.panel, 6));
        curve.line->setPen(QPen(colour, 3, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        curve.end->setPen(QPen(t.panel, 1.5));
        curve.end->setBrush(colour);
        curve.label->setFont(appearance_.font(Type::Small, true));
        curve.label->setColor(t.ink);
        curve.label->setPen(Qt::NoPen);
        curve.label->setBrush(t.panel);
        const int side = qRound(emblemSize * devicePixelRatioF());
        QPixmap picture(side, side);
        picture.setDevicePixelRatio(devicePixelRatioF());
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        art::Pen pen(painter, t);
        art::emblem(pen, domain ? domain->emblem : "square", emblemSize / 2, emblemSize / 2, 6.5, colour);
        painter.end();
        curve.emblem->setPixmap(picture);
    }
    for (QCPItemRect* outage : outages_) {
        outage->setPen(Qt::NoPen);
        outage->setBrush(t.failSoft);
    }
    placeLabels();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void WaitingChart::retranslate() {
    title_->setText(wording::either(tr("Letters waiting"), tr("Messages in the queues")));
    setAccessibleName(title_->text());
}

void WaitingChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    retranslate();
    read();
}

void WaitingChart::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    read();
}

void WaitingChart::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    read();
}

void WaitingChart::read() {
    const Session& session = playback_.session();
    const bool anew = history_.update(session);
    if (session_ != &session || curves_.size() != history_.offices()) {
        session_ = &session;
        makeCurves();
        dress();
    } else if (anew) {
        for (Curve& curve : curves_) {
            curve.halo->data()->clear();
            curve.line->data()->clear();
            curve.drawn = 0;
        }
    }
    if (marks_.update(session) || anew) drawOutages();
    const Time now = playback_.now();
    for (std::size_t i = 0; i < curves_.size(); ++i) drawCurve(i, now);
    cursor_->start->setCoords(seconds(now), 0);
    cursor_->end->setCoords(seconds(now), 1);
    scaleAxes();
    placeLabels();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void WaitingChart::drawCurve(std::size_t office, Time now) {
    Curve& curve = curves_[office];
    const auto& steps = history_.of(office);
    const std::size_t until = history_.stepsUntil(office, now);
    // The graph holds the steps so far and, last, the same value at `now`. The last step drawn is drawn
    // again: its moment may not have been over.
    const std::size_t drawn = std::min(curve.drawn, until);
    const std::size_t from = drawn > 0 ? drawn - 1 : 0;
    for (QCPGraph* graph : {curve.halo, curve.line}) {
        graph->data()->removeAfter(from > 0 ? seconds(steps[from - 1].at) : -1);
        for (std::size_t i = from; i < until; ++i) graph->addData(seconds(steps[i].at), steps[i].waiting);
        graph->addData(seconds(now), steps[until - 1].waiting);
    }
    const bool back = until < curve.drawn;
    if (back || curve.drawn == 0) curve.most = 0;
    for (std::size_t i = back ? 0 : from; i < until; ++i) curve.most = std::max(curve.most, steps[i].waiting);
    curve.drawn = until;
    curve.now = steps[until - 1].waiting;
    const bool seen = curve.most > 0;
    curve.halo->setVisible(seen);
    curve.line->setVisible(seen);
    curve.end->setVisible(seen);
    curve.end->position->setCoords(seconds(now), curve.now);
}

void WaitingChart::drawOutages() {
    for (QCPItemRect* outage : outages_) plot_->removeItem(outage);
    outages_.clear();
    plot_->setCurrentLayer(QStringLiteral("background"));
    for (const Marks::Outage& outage : marks_.outages()) {
        auto* rect = new QCPItemRect(plot_);
        rect->topLeft->setTypeY(QCPItemPosition::ptAxisRectRatio);
        rect->bottomRight->setTypeY(QCPItemPosition::ptAxisRectRatio);
        rect->topLeft->setCoords(seconds(outage.from), 0);
        rect->bottomRight->setCoords(seconds(outage.to == never ? playback_.length() : outage.to), 1);
        rect->setPen(Qt::NoPen);
        rect->setBrush(appearance_.tokens().failSoft);
        outages_.push_back(rect);
    }
    plot_->setCurrentLayer(QStringLiteral("main"));
}

void WaitingChart::scaleAxes() {
    const Time end = std::max<Time>(1, playback_.length());
    plot_->xAxis->setRange(0, seconds(end));
    auto days = QSharedPointer<QCPAxisTickerText>::create();
    const wording::Calendar calendar(playback_.session().scenario().plan);
    for (const Tick& tick : ticksOf(end, std::max(2, width() / 120), calendar))
        days->addTick(seconds(tick.at), {});
    plot_->xAxis->setTicker(days);

    // What has been reached in the whole trace: the scale stands still while time is wound back and forth.
    double most = 1;
    for (std::size_t i = 0; i < history_.offices(); ++i)
        for (const auto& step : history_.of(i)) most = std::max(most, step.waiting);
    const int line = QFontMetrics(appearance_.font(Type::Small)).height();
    const double step = stepFor(most, std::clamp(plot_->axisRect()->height() / (line + 4), 1, 4));
    qSharedPointerCast<QCPAxisTickerFixed>(plot_->yAxis->ticker())->setTickStep(step);
    plot_->yAxis->setRange(-most * 0.04, most * 1.12);
}

QString WaitingChart::endLabel(HostId office) const {
    const Curve& curve = curves_[office.index];
    return curve.label->visible() ? curve.label->text() : QString();
}

// At the ends of their curves, pushed apart where they would meet; left of `now` near the right edge.
void WaitingChart::placeLabels() {
    std::vector<std::size_t> named;
    for (std::size_t i = 0; i < curves_.size(); ++i) {
        curves_[i].label->setVisible(false);
        curves_[i].emblem->setVisible(false);
        if (curves_[i].most > 0) named.push_back(i);
    }
    std::stable_sort(named.begin(), named.end(), [this](std::size_t a, std::size_t b) {
        return curves_[a].now != curves_[b].now ? curves_[a].now > curves_[b].now
                                                : curves_[a].most > curves_[b].most;
    });
    const QFontMetrics metrics(appearance_.font(Type::Small, true));
    const double row = metrics.height();
    const QRect area = plot_->axisRect()->rect();
    const auto room = std::size_t(std::max(1.0, (area.height() + row / 2) / row));
    named.resize(std::min({named.size(), mostLabels, room}));

    const Plan& plan = playback_.session().scenario().plan;
    const double x = plot_->xAxis->coordToPixel(seconds(playback_.now()));
    // From below, so that what lies at 0 stays on its line; those above it are left room enough.
    double below = area.bottom() + row * 3 / 2;
    double above = area.top() + row / 2 + row * double(named.size() - 1);
    for (auto each = named.rbegin(); each != named.rend(); ++each) {
        Curve& curve = curves_[*each];
        const DomainPlan* domain = plan.districtOf(HostId{std::uint32_t(*each)});
        const QString name = wording::text(domain ? domain->label : plan.hosts[*each].label);
        const QString text = tr("%1 %2", "an office's name and a number, at the end of its curve")
                                 .arg(name, wording::count(qint64(curve.now)));
        const double width = metrics.horizontalAdvance(text) + emblemSize + 4 + labelMargin * 2;
        const bool left = x + labelDistance + width > area.right();
        const double begin = left ? x - labelDistance - width : x + labelDistance;
        double y = std::min(plot_->yAxis->coordToPixel(curve.now), below - row);
        y = std::max(y, above);
        above -= row;
        below = y;
        curve.emblem->topLeft->setCoords(begin + labelMargin, y - emblemSize / 2);
        curve.emblem->setVisible(true);
        curve.label->position->setCoords(begin, y);
        curve.label->setText(text);
        curve.label->setVisible(true);
    }
}

} // namespace mailtown
