#include "ui/shell/commands.h"

#include "ui/theme/icons.h"
#include "ui/wording/language.h"

#include <QRegularExpression>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace mailtown {
namespace {

// "開く(&O)…", "&Open…": what a button says, which has no such key.
QString withoutKey(QString text) {
    static const QRegularExpression marked(u"\\(&.\\)"_s);
    return text.remove(marked).remove(u'&');
}

} // namespace

Commands::Commands(const Appearance& appearance, QWidget* window)
    : QObject(window), languages(new QActionGroup(this)), appearance_(appearance), window_(window) {
    choose = add(QT_TR_NOOP("&Scenarios"), "story", Qt::CTRL | Qt::Key_N);
    open = add(QT_TR_NOOP("&Open a file…"), "open", QKeySequence::Open);
    quit = add(QT_TR_NOOP("&Quit"), nullptr, Qt::CTRL | Qt::Key_Q);

    // Space is the window's own: a button or switch that has the keyboard answers to it first.
    play = add(QT_TR_NOOP("&Play"), "play");
    back = add(QT_TR_NOOP("One step &back"), "back", Qt::Key_Comma);
    step = add(QT_TR_NOOP("&One step on"), "step", Qt::Key_Period);
    nextTry = add(QT_TR_NOOP("To the &next try"), "next-try", Qt::Key_N);
    start = add(QT_TR_NOOP("To the &start"), "start", Qt::Key_Home);
    end = add(QT_TR_NOOP("To the &end"), "end", Qt::Key_End);
    story = add(QT_TR_NOOP("Story s&peed"), nullptr, Qt::Key_S);
    story->setCheckable(true);

    write = add(QT_TR_NOOP("&Write a letter"), "write", Qt::Key_W);
    sandbox = add(QT_TR_NOOP("Sand&box"), "sandbox", Qt::CTRL | Qt::Key_B);
    sandbox->setCheckable(true);
    zoomIn = add(QT_TR_NOOP("Zoom &in"), "plus", QKeySequence::ZoomIn);
    zoomOut = add(QT_TR_NOOP("Zoom &out"), "minus", QKeySequence::ZoomOut);
    zoomIn->setPriority(QAction::LowPriority); // plus and minus need no words
    zoomOut->setPriority(QAction::LowPriority);
    fit = add(QT_TR_NOOP("&All of the town"), "fit", Qt::CTRL | Qt::Key_0);
    follow = add(QT_TR_NOOP("&Follow"), "follow", Qt::Key_F);
    follow->setCheckable(true);
    dark = add(QT_TR_NOOP("&Dark"), "theme", Qt::CTRL | Qt::Key_D);
    dark->setCheckable(true);
    stillLetters = add(QT_TR_NOOP("Letters do not &move"));
    stillLetters->setCheckable(true);
    otherLanguage = add("", "language", Qt::CTRL | Qt::Key_L);
    for (const wording::LanguageName& each : wording::languages()) {
        QAction* action = languages->addAction(each.name);
        action->setCheckable(true);
        action->setData(each.tag);
    }
    about = add(QT_TR_NOOP("&About Mailtown"), "help");
    aboutQt = add(QT_TR_NOOP("About &Qt"));
    aboutQt->setMenuRole(QAction::AboutQtRole);
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    retranslate();
}

QString Commands::nextLanguage() {
    const auto& all = wording::languages();
    for (qsizetype i = 0; i < all.size(); ++i)
        if (all[i].tag == wording::language()) return all[(i + 1) % all.size()].tag;
    return all.front().tag;
}

QAction* Commands::add(const char* words, const char* iconName, const QKeySequence& key) {
    auto* action = new QAction(this);
    if (iconName) action->setIcon(icon(QString::fromLatin1(iconName), appearance_));
    action->setShortcut(key);
    window_->addAction(action); // its key works while the menu is shut
    entries_.push_back({action, words});
    return action;
}

void Commands::retranslate() {
    for (const Entry& each : entries_) {
        if (!*each.words) continue;
        each.action->setText(tr(each.words));
        each.action->setIconText(withoutKey(each.action->text()));
    }
    for (const wording::LanguageName& each : wording::languages())
        if (each.tag == nextLanguage()) otherLanguage->setText(each.name);
    for (QAction* each : languages->actions()) each->setChecked(each->data() == wording::language());
    choose->setToolTip(tr("Choose one of the scenarios that come with Mailtown"));
    sandbox->setToolTip(tr("Real mail programs post and fetch letters in this town"));
    follow->setToolTip(tr("Keep the letter that is told about in view (%1)").arg(u'F'));
    fit->setToolTip(tr("Show all of the town"));
    dark->setToolTip(tr("Dark or light"));
    showPlaying(playing_);
}

void Commands::showPlaying(bool playing) {
    playing_ = playing;
    play->setText((playing ? tr("&Pause") : tr("&Play")) + u'\t' + tr("Space", "the key"));
    play->setIcon(icon(playing ? u"pause"_s : u"play"_s, appearance_));
}

} // namespace mailtown
