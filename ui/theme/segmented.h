// A row of choices of which one holds: the everyday/protocol switch, the mail programs of the sandbox.
#pragma once

#include <QStringList>
#include <QWidget>

namespace mailtown {

class Appearance;

class Segmented : public QWidget {
    Q_OBJECT

public:
    Segmented(const Appearance& appearance, QWidget* parent);

    // Keeps the choice when the number of texts is the same (another language).
    void setTexts(const QStringList& texts);
    int current() const { return current_; }
    void setCurrent(int index); // without a signal

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(int index); // by the person

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QRect cell(int index) const;
    void choose(int index);

    const Appearance& appearance_;
    QStringList texts_;
    int current_ = 0;
};

} // namespace mailtown
