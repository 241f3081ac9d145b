#include "ui/map/map_view.h"

#include "ui/wording/language.h"

#include <QEvent>
#include <QPainter>

namespace mailtown {
namespace {

constexpr double margin = 16; // round the town when it is fitted
constexpr double leastZoom = 0.3, mostZoom = 3;
// Of the millisecond that story speed spreads over a beat, a fifth of a second on the screen.
constexpr Duration shutterFalls = 180 * microsecond;

} // namespace

MapView::MapView(Playback& playback, Appearance& appearance, QWidget* parent)
    : QWidget(parent), playback_(playback), appearance_(appearance) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Map of the town"));
    connect(&playback_, &Playback::moved, this, [this] {
        sceneRead_ = false;
        update();
    });
    connect(&playback_, &Playback::changed, this, [this] {
        readTown();
        update();
    });
    connect(&appearance_, &Appearance::changed, this, [this] {
        if (fitted_) fitNow();
        update();
    });
    readTown();
}

MapView::~MapView() = default;

// ---- what is shown ----

void MapView::readTown() {
    const Session& session = playback_.session();
    const Plan& plan = session.town().plan();
    if (!plan_ || *plan_ != plan) {
        // The painter keeps its own: a session may go before the next one is shown.
        plan_ = std::make_shared<const Plan>(plan);
        painter_ = std::make_unique<MapPainter>(*plan_);
        focus_ = {};
        faces_.clear();
        nameHosts(session.town(), captions_);
        fit();
    }
    if (generation_ != session.generation() || faces_.size() > session.town().letterCount()) {
        generation_ = session.generation();
        faces_.clear();
    }
    sceneRead_ = false;
}

void MapView::readScene() {
    if (sceneRead_) return;
    sceneRead_ = true;
    const Town& town = playback_.session().town();
    const Duration linger = playback_.linger();
    meetLetters(town, playback_.movements(), faces_);
    const bool still = playback_.reducedMotion() || appearance_.reducedMotion();
    scene_ = sceneAt({*plan_, playback_.movements(), painter_->roads(), faces_, playback_.now(), linger,
                      playback_.following() ? playback_.hero() : LetterId{}, still,
                      camera_.letters() / camera_.zoom, playback_.passesOver()});
    const Duration falls = playback_.playing() ? std::max(shutterFalls, linger / 4) : 0;
    still_ = standstillOf(town, playback_.movements(), scene_, faces_, falls);
    captionHero(town, scene_, playback_, captions_);
    if (following_ && !fitted_) keepHeroInView();
}

MapStyle MapView::style() const {
    MapStyle style;
    style.tokens = &appearance_.tokens();
    style.labels.office = appearance_.font(Type::OfficeName).pixelSize();
    style.labels.person = appearance_.font(Type::Person).pixelSize();
    style.labels.domain = appearance_.font(Type::Domain).pixelSize();
    style.labels.least = 15 * appearance_.fontScale() * (appearance_.presentation() ? 1.4 : 1);
    // Presentation's sizes are made for a map of the whole screen.
    style.labels.reference = appearance_.presentation() ? 1.2 : 1;
    return style;
}

void MapView::paintEvent(QPaintEvent*) {
    readScene();
    QPainter painter(this);
    MapFocus focus = focus_;
    if (!hasFocus()) focus.keyboardHost = {};
    painter_->paint(painter, size(), camera_, style(), scene_, still_, captions_, focus);
}

void MapView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Map of the town"));
        nameHosts(playback_.session().town(), captions_);
        sceneRead_ = false;
        update();
    }
    QWidget::changeEvent(event);
}

void MapView::selectHost(HostId host) {
    focus_.selectedHost = host;
    update();
}

void MapView::selectLetter(LetterId letter) {
    focus_.selectedLetter = letter;
    update();
}

QRectF MapView::switchOf(HostId host) const {
    const Label* label = painter_->labels().of(host);
    return label ? label->power : QRectF();
}

QRectF MapView::placeOf(HostId host) const {
    return host && host.index < plan_->hostCount() ? camera_.toScreen(buildingOf(*plan_, host)) : QRectF();
}

// ---- camera ----

void MapView::fitNow() {
    const double larger = appearance_.presentation() ? 1.2 : 1;
    camera_ = Camera::fitting(painter_->terrain().bounds, size(), margin);
    camera_.larger = larger;
}

void MapView::fit() {
    fitted_ = true;
    fitNow();
    update();
}

void MapView::zoomBy(double factor, QPointF anchor) {
    const QPointF fixed = camera_.toMap(anchor);
    camera_.zoom = std::clamp(camera_.zoom * factor, leastZoom, mostZoom);
    camera_.origin = anchor - fixed * camera_.zoom;
    fitted_ = false;
    update();
}

void MapView::zoomIn() { zoomBy(1.25, rect().center()); }
void MapView::zoomOut() { zoomBy(0.8, rect().center()); }

void MapView::setFollowing(bool on) {
    following_ = on;
    sceneRead_ = false;
    update();
}

void MapView::keepHeroInView() {
    QPointF at;
    if (scene_.hero.moves)
        at = camera_.toScreen(scene_.hero.mover.at);
    else if (still_.hero)
        at = camera_.toScreen(siteOf(*plan_, still_.hero->host));
    else
        return;
    const QRectF inner =
        QRectF(rect()).adjusted(width() * 0.25, height() * 0.25, -width() * 0.25, -height() * 0.25);
    QPointF shift;
    if (at.x() < inner.left()) shift.setX(inner.left() - at.x());
    if (at.x() > inner.right()) shift.setX(inner.right() - at.x());
    if (at.y() < inner.top()) shift.setY(inner.top() - at.y());
    if (at.y() > inner.bottom()) shift.setY(inner.bottom() - at.y());
    camera_.origin += shift;
}

void MapView::resizeEvent(QResizeEvent* event) {
    if (fitted_) fitNow();
    QWidget::resizeEvent(event);
}

} // namespace mailtown
