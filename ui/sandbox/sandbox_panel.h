// Starts and stops the town's servers on this computer, and tells what to type into a real mail program.
#pragma once

#include "sandbox/sandbox.h"
#include "ui/playback/playback.h"
#include "ui/theme/appearance.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace mailtown {

class Segmented;

class SandboxPanel : public QWidget {
    Q_OBJECT

public:
    // Both must outlive it. `options` as the sandbox takes them.
    SandboxPanel(Playback& playback, const Appearance& appearance, QWidget* parent,
                 SandboxOptions options = {});
    ~SandboxPanel() override;

    bool running() const { return sandbox_->running(); }
    void setRunning(bool on); // what goes wrong is shown in the panel

    QSize sizeHint() const override { return {840, 700}; }

Q_SIGNALS:
    void runningChanged(bool running);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void fillPorts();
    void fillSettings();
    void fillSide(QGridLayout* grid, const QString& title, const QList<std::pair<QString, QString>>& rows);
    void showState();
    void takeIn();
    QString whyNot(const Problem& problem) const; // the servers do not listen
    void retranslate();
    void dress();

    Playback& playback_;
    const Appearance& appearance_;
    std::unique_ptr<Sandbox> sandbox_;
    std::vector<ServerPorts> servers_; // as they are, or would be
    QString trouble_;
    std::size_t letters_ = 0; // that the present knew when it was last looked at

    QCheckBox* switch_;
    QLabel *title_, *note_, *troubleLine_, *settingsTitle_, *certificate_;
    QPushButton* toggle_;
    QGridLayout* ports_;
    QComboBox* user_;
    Segmented *client_, *incoming_;
    QStackedWidget* how_;
    QGridLayout *incomingGrid_, *outgoingGrid_;
    QPlainTextEdit* command_;
    std::vector<QString> shown_; // what the port table shows, to leave it alone when nothing changed
};

} // namespace mailtown
