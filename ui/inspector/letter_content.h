// Envelope, header and body of a letter, each on a card of its own: the envelope is what offices read, the
// header is only written on top of the letter.
#pragma once

#include "session/session.h"
#include "ui/theme/appearance.h"

#include <QWidget>

#include <span>
#include <utility>
#include <vector>

class QFormLayout;
class QLabel;

namespace mailtown {

// What the inspector shows of a letter, as text in the current language.
struct LetterContent {
    QString subject, way; // "aoki@sakura.example → sato@fuji.example"
    QStringList recipients;
    QString returnPath; // "" for the null one
    QString header, body, source;
    QString colour, emblem; // of the sender's domain
    bool report = false;
    bool operator==(const LetterContent&) const = default;
};

// `delivered`: the indices of the letter's records; a delivered copy is shown with the marks of its way.
LetterContent contentOf(const Session& session, LetterId letter, std::span<const std::size_t> records);

// Name and decoded value of each header field.
std::vector<std::pair<QString, QString>> fieldsOf(const QString& header);

class LetterCards : public QWidget {
    Q_OBJECT

public:
    LetterCards(const Appearance& appearance, QWidget* parent);

    void setContent(const LetterContent& content);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Card {
        QLabel *title = nullptr, *note = nullptr;
        QWidget* box = nullptr;
        QFormLayout* form = nullptr;
    };

    Card makeCard();
    void fill(Card& card, const std::vector<std::pair<QString, QString>>& rows, bool mono);
    void retranslate();

    const Appearance& appearance_;
    Card envelope_, header_, body_;
    LetterContent content_;
};

} // namespace mailtown
