// The chosen office, home or directory: how it stands, its queue, its log and what it holds.
#pragma once

#include "ui/inspector/gathering.h"
#include "ui/inspector/host_tables.h"
#include "ui/theme/appearance.h"

#include <QWidget>

#include <array>

class QLabel;
class QStackedWidget;
class QTabBar;
class QTreeWidget;
class QTreeWidgetItem;

namespace mailtown {

class ConversationView;

class HostPanel : public QWidget {
    Q_OBJECT

public:
    enum Page { Queue, Log, Holdings };

    HostPanel(const Appearance& appearance, QWidget* parent);

    void setHost(HostId host);
    HostId host() const { return host_; }
    void setPage(Page page);
    void refresh(const Session& session); // the shown moment is another

Q_SIGNALS:
    void letterChosen(mailtown::LetterId letter);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct List {
        QTreeWidget* view = nullptr;
        HostTable table;
    };

    void dress();
    void retranslate();
    void showTable(List& list, HostTable table);
    void fit(List& list); // its columns into its width
    void rowChosen(const List& list, const QTreeWidgetItem* item);

    const Appearance& appearance_;
    HostId host_;
    ConnectionId chosen_;
    const Session* session_ = nullptr; // of the last refresh
    Gathering records_;
    std::string emblem_, colour_;

    QWidget* picture_;
    QLabel *title_, *domain_, *state_;
    QTabBar* tabs_;
    QStackedWidget* pages_;
    std::array<List, 3> lists_;
    ConversationView* conversation_;
};

} // namespace mailtown
