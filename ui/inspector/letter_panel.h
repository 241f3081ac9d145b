// The chosen letter: what it is, how it stands, its parts and journey, and below them what was said at the
// chosen step.
#pragma once

#include "ui/inspector/gathering.h"
#include "ui/inspector/journey.h"
#include "ui/inspector/letter_content.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QTabBar;
class QTextEdit;

namespace mailtown {

class ConversationView;
class JourneyView;

class LetterPanel : public QWidget {
    Q_OBJECT

public:
    enum Page { Envelope, Headers, Body, Journey, Source };

    LetterPanel(const Appearance& appearance, QWidget* parent);

    void setLetter(LetterId letter);
    LetterId letter() const { return letter_; }
    void setPage(Page page);
    void refresh(const Session& session); // the shown moment is another

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();
    void retranslate();
    void showContent(LetterContent content);
    void showJourney(const Session& session);
    void showConversation(const Session& session);

    const Appearance& appearance_;
    LetterId letter_;
    ConnectionId chosen_;              // by the person; else the last step's is shown
    const Session* session_ = nullptr; // of the last refresh
    Gathering records_;
    LetterContent content_;
    std::vector<JourneyStep> steps_;

    QWidget* picture_;
    QLabel *title_, *way_, *state_;
    QTabBar* tabs_;
    QStackedWidget* pages_;
    LetterCards* cards_;
    QTextEdit* headers_;
    QPlainTextEdit *body_, *source_;
    JourneyView* journey_;
    ConversationView* conversation_;
};

} // namespace mailtown
