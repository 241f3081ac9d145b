// What was said on one connection, under a line that says between whom.
#pragma once

#include "ui/inspector/gathering.h"
#include "ui/inspector/transcript.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QLabel;
class QScrollArea;

namespace mailtown {

class TranscriptView;

class ConversationView : public QWidget {
    Q_OBJECT

public:
    ConversationView(const Appearance& appearance, QWidget* parent);

    using QWidget::show;
    // As far as it had gone at the shown moment; an invalid connection empties it.
    void show(const Session& session, ConnectionId connection);

    bool silent() const; // nothing was said: there is a line on that, and no transcript

    QSize sizeHint() const override { return {400, 320}; }
    QSize minimumSizeHint() const override { return {200, silent() ? 84 : 120}; }

private:
    void dress();
    QString titleOf(const Session& session, const Transcript& transcript) const;

    const Appearance& appearance_;
    QLabel *title_, *facts_, *empty_;
    TranscriptView* lines_;
    QScrollArea* area_;
    Gathering records_;
    const Session* session_ = nullptr;
    ConnectionId connection_;
    bool whole_ = false;
};

} // namespace mailtown
