// The chosen letter: what it is, how it stands, its parts and journey, and below them what was said at the
// chosen step.
#pragma once

#include "ui/inspector/gathering.h"
#include "ui/inspector/journey.h"
#include "ui/inspector/letter_content.h"

#include <QWidget>

#include <utility>

class QLabel;
class QPlainTextEdit;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QTextEdit;

namespace mailtown {

class ConversationView;
class JourneyView;
class RowArea;

class LetterPanel : public QWidget {
    Q_OBJECT

public:
    enum Page { Envelope, Headers, Body, Journey, Source };

    LetterPanel(const Appearance& appearance, QWidget* parent);

    void setLetter(LetterId letter);
    LetterId letter() const { return letter_; }
    void setPage(Page page);
    void refresh(const Playback& playback); // the shown moment is another

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();
    void retranslate();
    void showContent(LetterContent content);
    void showJourney();
    void showConversation();
    void showPresent();
    void share();

    const Appearance& appearance_;
    LetterId letter_;
    ConnectionId chosen_;                // by the person; else the present step's is shown
    const Playback* playback_ = nullptr; // of the last refresh, and its session then
    const Session* session_ = nullptr;
    Gathering records_;
    std::size_t read_ = 0;                 // one more than the records that content_ was made of
    std::pair<LetterId, int> scrolledFor_; // a row of the letter’s journey
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
    RowArea* journeyArea_;
    QSplitter* halves_;
    ConversationView* conversation_;
};

} // namespace mailtown
