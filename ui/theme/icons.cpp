#include "ui/theme/icons.h"

#include "ui/theme/appearance.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace mailtown {
namespace {

QByteArray sourceOf(const QString& name) {
    QFile file(u":/icons/"_s + name + u".svg"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void paintTinted(QPainter& painter, const QRectF& rect, QByteArray svg, const QColor& colour) {
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, rect);
}

class Engine : public QIconEngine {
public:
    Engine(QByteArray svg, const Appearance& appearance, IconInk ink)
        : svg_(std::move(svg)), appearance_(appearance), ink_(ink) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        painter->save();
        paintTinted(*painter, rect, svg_, colour(mode));
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new Engine(svg_, appearance_, ink_); }

private:
    QColor colour(QIcon::Mode mode) const {
        const Tokens& t = appearance_.tokens();
        if (mode == QIcon::Disabled) return mixed(t.ink2, t.chrome, 0.5);
        switch (ink_) {
        case IconInk::Ink:
            return t.ink;
        case IconInk::OnInk:
            return t.onInk;
        case IconInk::Secondary:
            return t.ink2;
        case IconInk::Fail:
            return t.fail;
        }
        return t.ink;
    }

    QByteArray svg_;
    const Appearance& appearance_;
    IconInk ink_;
};

} // namespace

QIcon icon(const QString& name, const Appearance& appearance, IconInk ink) {
    QByteArray svg = sourceOf(name);
    if (svg.isEmpty()) return {};
    return QIcon(new Engine(std::move(svg), appearance, ink)); // the icon owns it
}

QPixmap iconPixmap(const QString& name, int size, double devicePixelRatio, const QColor& colour) {
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintTinted(painter, QRectF(0, 0, size, size), sourceOf(name), colour);
    return pixmap;
}

} // namespace mailtown
