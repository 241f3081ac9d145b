// The town's clock, and the buttons that move it.
#pragma once

#include "ui/playback/playback.h"
#include "ui/theme/appearance.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;

namespace mailtown {

class RoundButton;

class Transport : public QWidget {
    Q_OBJECT

public:
    // Both must outlive it.
    Transport(Playback& playback, const Appearance& appearance, QWidget* parent);

    void setNarrow(bool narrow); // 264 px wide instead of 304
    void setLow(bool low);       // for 164 px of height instead of 214

protected:
    void changeEvent(QEvent* event) override;

private:
    RoundButton* add(const char* icon, int size);
    void fit();
    void showMoment();
    void showPace();
    void showSpeed();
    void retranslate();

    Playback& playback_;
    const Appearance& appearance_;
    QLabel* date_;
    QLabel* clock_;
    RoundButton* play_ = nullptr;
    std::vector<RoundButton*> buttons_; // in order; play_ is one of them
    QCheckBox* story_;
    QComboBox* speed_;
    bool narrow_ = false, low_ = false;
};

} // namespace mailtown
