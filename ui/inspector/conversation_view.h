// What was said on one connection, under a line that says between whom.
#pragma once

#include "ui/inspector/gathering.h"
#include "ui/inspector/transcript.h"
#include "ui/theme/appearance.h"

#include <QWidget>

class QLabel;

namespace mailtown {

class RowArea;
class TranscriptView;

// What the picture shows already, and the trace does not tell yet.
struct Ahead {
    bool turnedAway = false; // it stands before a door that nobody opens
    QString answer;          // the directory's, on its way back
};

class ConversationView : public QWidget {
    Q_OBJECT

public:
    ConversationView(const Appearance& appearance, QWidget* parent);

    using QWidget::show;
    // As far as it had gone at the shown moment; an invalid connection empties it.
    void show(const Session& session, ConnectionId connection, const Ahead& ahead = {});

    bool silent() const; // nothing was said: there is a line on that, and no transcript

    QSize sizeHint() const override { return {400, 320}; }
    QSize minimumSizeHint() const override; // at its width: a title that wraps is shown whole

private:
    void dress();
    QString titleOf(const Session& session, const Transcript& transcript) const;

    const Appearance& appearance_;
    QLabel *title_, *facts_, *empty_;
    TranscriptView* lines_;
    RowArea* area_;
    Gathering records_;
    const Session* session_ = nullptr;
    ConnectionId connection_;
    Ahead ahead_;
    bool whole_ = false;
};

} // namespace mailtown
