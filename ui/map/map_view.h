// The map as a widget: shows the playback's moment, lets people point at it. It changes nothing by itself:
// what a person asks for goes out as a signal.
#pragma once

#include "ui/map/map_painter.h"
#include "ui/theme/appearance.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace mailtown {

class MapView : public QWidget {
    Q_OBJECT

public:
    // Both must outlive it. Another session in the playback gives another map.
    MapView(Playback& playback, Appearance& appearance, QWidget* parent = nullptr);
    ~MapView() override;

    // Where a host's switch is, in widget coordinates; empty when it has none (for tests and for help that
    // points).
    QRectF switchOf(HostId host) const;
    QRectF placeOf(HostId host) const; // its building

    QSize sizeHint() const override { return {1380, 702}; }
    QSize minimumSizeHint() const override { return {480, 300}; }

public Q_SLOTS:
    void selectHost(mailtown::HostId host); // an invalid id: none
    void selectLetter(mailtown::LetterId letter);
    void zoomIn();
    void zoomOut();
    void fit();                 // all of the town in view, also when the widget's size changes
    void setFollowing(bool on); // keeps the hero in view when zoomed in

Q_SIGNALS:
    void hostClicked(mailtown::HostId host);
    void letterClicked(mailtown::LetterId letter);
    void groundClicked(); // nothing there
    // One click on an office's switch, or Space on it: it is to be `up`.
    void requestSwitch(mailtown::HostId host, bool up);
    // The road between two hosts is to be cut (`up` false) or mended.
    void requestLink(mailtown::HostId a, mailtown::HostId b, bool up);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Hit {
        HostId host;
        LetterId letter;
        HostId power; // the host whose switch it is
        std::pair<HostId, HostId> road;
    };

    void readTown();  // another plan, or another language
    void readScene(); // the moment shown
    void zoomBy(double factor, QPointF anchor);
    void fitNow();
    void keepHeroInView();
    Hit hit(QPointF at) const;
    LetterId letterAt(QPointF at) const;
    void point(QPointF at); // the pointer is there
    QString toolTip(const Hit& hit) const;
    void moveFocus(int dx, int dy);
    MapStyle style() const;

    Playback& playback_;
    Appearance& appearance_;
    std::shared_ptr<const Plan> plan_;
    std::unique_ptr<MapPainter> painter_;
    int generation_ = -1;
    std::vector<Face> faces_;
    Scene scene_;
    Standstill still_;
    Captions captions_;
    MapFocus focus_;
    Camera camera_;
    bool fitted_ = true, following_ = false;
    bool sceneRead_ = false;
    std::optional<QPointF> pressedAt_, draggedFrom_;
};

} // namespace mailtown
