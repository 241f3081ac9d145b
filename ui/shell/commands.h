// Everything the menus and the tool bar offer, with its words, icon and key; what they do is connected by the
// window.
#pragma once

#include <QAction>
#include <QActionGroup>
#include <QObject>

#include <vector>

namespace mailtown {

class Appearance;

class Commands : public QObject {
    Q_OBJECT

public:
    Commands(const Appearance& appearance, QWidget* window);

    QAction *choose, *open, *quit;
    QAction *play, *back, *step, *nextTry, *start, *end, *story;
    QAction *write, *sandbox;
    QAction *zoomIn, *zoomOut, *fit, *follow;
    QAction *dark, *stillLetters, *otherLanguage;
    QAction *about, *aboutQt;
    QActionGroup* languages; // data(): the tag

    static QString nextLanguage(); // the tag of the one that `otherLanguage` switches to

    void retranslate();
    void showPlaying(bool playing);

private:
    QAction* add(const char* words, const char* iconName = nullptr, const QKeySequence& key = {});

    struct Entry {
        QAction* action;
        const char* words; // before translation
    };
    const Appearance& appearance_;
    QWidget* window_;
    std::vector<Entry> entries_;
    bool playing_ = false;
};

} // namespace mailtown
