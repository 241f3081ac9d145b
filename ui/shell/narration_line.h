// The sentence about what happens now, the letter it is about beside it, and the switch between a class's
// words and the field's.
#pragma once

#include "ui/playback/playback.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QLabel;
class QTextDocument;

namespace mailtown {

class Segmented;

class NarrationLine : public QWidget {
    Q_OBJECT

public:
    // Both must outlive it.
    NarrationLine(Playback& playback, const Appearance& appearance, QWidget* parent);

    QString sentence() const { return sentence_; } // rich text

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void tell();
    void fitType();
    void breakLines(QTextDocument& document);
    void retranslate();

    Playback& playback_;
    const Appearance& appearance_;
    QLabel* words_;
    Segmented* vocabulary_;
    QString sentence_;
};

} // namespace mailtown
