#include "ui/shell/menus.h"

#include "ui/shell/commands.h"
#include "ui/shell/settings.h"
#include "ui/wording/language.h"
#include "ui/wording/names.h"

#include <QFileInfo>
#include <QMenuBar>

namespace mailtown {

Menus::Menus(QMenuBar* bar, Commands& commands)
    : QObject(bar), commands_(commands), file_(bar->addMenu(QString())), recent_(new QMenu(file_)),
      town_(bar->addMenu(QString())), time_(bar->addMenu(QString())), view_(bar->addMenu(QString())),
      language_(new QMenu(view_)), help_(bar->addMenu(QString())) {
    file_->addActions({commands.choose, commands.open});
    file_->addMenu(recent_);
    file_->addSeparator();
    file_->addAction(commands.quit);
    time_->addActions({commands.play, commands.back, commands.step, commands.nextTry});
    time_->addSeparator();
    time_->addActions({commands.start, commands.end});
    time_->addSeparator();
    time_->addAction(commands.story);
    view_->addActions({commands.zoomIn, commands.zoomOut, commands.fit, commands.follow});
    view_->addSeparator();
    language_->addActions(commands.languages->actions());
    view_->addMenu(language_);
    view_->addActions({commands.dark, commands.stillLetters});
    help_->addActions({commands.about, commands.aboutQt});
    connect(recent_, &QMenu::aboutToShow, this, &Menus::fillRecent);
    connect(town_, &QMenu::aboutToShow, this, &Menus::fillTown);
    recent_->setToolTipsVisible(true);
    retranslate();
}

void Menus::setSession(const Session* session) { session_ = session; }

void Menus::fillRecent() {
    recent_->clear();
    for (const QString& file : settings::recentFiles()) {
        QAction* action =
            recent_->addAction(QFileInfo(file).fileName(), this, [this, file] { Q_EMIT fileChosen(file); });
        action->setToolTip(file);
    }
    if (recent_->isEmpty()) {
        recent_->addAction(tr("Nothing yet"))->setEnabled(false);
        return;
    }
    recent_->addSeparator();
    recent_->addAction(tr("&Forget these"), this, [] { settings::clearRecent(); });
}

void Menus::fillTown() {
    town_->clear();
    if (!session_) {
        town_->addAction(tr("No scenario is open"))->setEnabled(false);
        return;
    }
    town_->addActions({commands_.write, commands_.sandbox});
    town_->addSeparator();
    const Town& shown = session_->town();
    const wording::Names names(shown);
    for (std::size_t i = 0; i < shown.plan().hosts.size(); ++i) {
        const HostId host{std::uint32_t(i)};
        const QString text = wording::either(tr("%1 is open"), tr("%1 is up")).arg(names.host(host));
        QAction* action =
            town_->addAction(text, this, [this, host](bool up) { Q_EMIT hostSwitched(host, up); });
        action->setCheckable(true);
        action->setChecked(shown.up(host));
        action->setEnabled(commands_.write->isEnabled()); // not while another page hides the town
    }
}

void Menus::retranslate() {
    file_->setTitle(tr("&File"));
    recent_->setTitle(tr("&Recent files"));
    town_->setTitle(tr("T&own"));
    time_->setTitle(tr("&Time"));
    view_->setTitle(tr("&View"));
    language_->setTitle(tr("&Language"));
    help_->setTitle(tr("&Help"));
}

} // namespace mailtown
