// The panel on the right: the chosen letter or host, and, where nothing is chosen, the letter the picture is
// about.
#pragma once

#include "ui/playback/playback.h"
#include "ui/theme/appearance.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace mailtown {

class HostPanel;
class LetterPanel;

class Inspector : public QWidget {
    Q_OBJECT

public:
    // Both must outlive it.
    Inspector(const Playback& playback, const Appearance& appearance, QWidget* parent);

    void setLetter(LetterId letter); // an invalid id: the hero of the picture
    void setHost(HostId host);
    void refresh();

    LetterPanel& letterPanel() { return *letter_; }
    HostPanel& hostPanel() { return *host_; }

    QSize sizeHint() const override { return {540, 600}; }
    QSize minimumSizeHint() const override { return {320, 200}; }

Q_SIGNALS:
    // A letter was chosen in here, for the picture to follow.
    void letterChosen(mailtown::LetterId letter);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void retranslate();
    void read();

    const Playback& playback_;
    const Appearance& appearance_;
    QStackedWidget* pages_;
    QLabel* nothing_;
    LetterPanel* letter_;
    HostPanel* host_;
    QTimer soon_;     // reads again, where that takes too long for each frame
    qint64 cost_ = 0; // ms that reading took last
    LetterId shownHero_, chosenLetter_;
    HostId chosenHost_;
};

} // namespace mailtown
