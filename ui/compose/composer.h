// Writing a letter: from which home, to whom, and what. The town's own mail program posts it.
#pragma once

#include "session/session.h"
#include "ui/theme/appearance.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace mailtown {

class Composer : public QDialog {
    Q_OBJECT

public:
    // Both must outlive it.
    Composer(const Session& session, const Appearance& appearance, QWidget* parent);

    // "sato@fuji.example, Mori": addresses, or names of the town's people. Error: the entry that is neither.
    Result<std::vector<Address>> recipients() const;

public Q_SLOTS:
    void send(); // hands the letter out and closes, or says what is missing and stays

Q_SIGNALS:
    void sent(const mailtown::Input& input);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillHomes();
    void dress();
    void retranslate();
    void complain(const QString& what, QWidget* where);

    const Session& session_;
    const Appearance& appearance_;
    QComboBox* from_;
    QLineEdit *to_, *subject_;
    QPlainTextEdit* body_;
    QLabel *fromName_, *toName_, *subjectName_, *trouble_;
    QPushButton *send_, *cancel_;
};

} // namespace mailtown
