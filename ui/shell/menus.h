// The menus above the window: which commands stand where, and those that change with the town and the files.
#pragma once

#include "session/session.h"

#include <QObject>

class QMenu;
class QMenuBar;

namespace mailtown {

class Commands;

class Menus : public QObject {
    Q_OBJECT

public:
    // `commands` must outlive it.
    Menus(QMenuBar* bar, Commands& commands);

    void setSession(const Session* session); // whose hosts the town menu names; null: none
    void retranslate();

Q_SIGNALS:
    void fileChosen(const QString& file);
    void hostSwitched(mailtown::HostId host, bool up);

private:
    void fillTown();
    void fillRecent();

    Commands& commands_;
    const Session* session_ = nullptr;
    QMenu *file_, *recent_, *town_, *time_, *view_, *language_, *help_;
};

} // namespace mailtown
