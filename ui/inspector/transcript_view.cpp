#include "ui/inspector/transcript_view.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace mailtown {
namespace {

constexpr int side = 20, padding = 5, badge = 20;

} // namespace

TranscriptView::TranscriptView(const Appearance& appearance, QWidget* parent) : Rows(appearance, parent) {}

void TranscriptView::setLines(std::vector<TranscriptLine> lines) {
    if (lines == lines_) return;
    lines_ = std::move(lines);
    setAccessibleDescription(plainText());
    relayout();
}

QString TranscriptView::plainText() const {
    QString text;
    for (const TranscriptLine& line : lines_)
        text += QLatin1String(line.fromClient ? "C: " : "S: ") + said(line) + u'\n';
    return text;
}

QString TranscriptView::said(const TranscriptLine& line) const {
    return line.folded > 0 ? tr("… %n lines", nullptr, line.folded) : line.text;
}

int TranscriptView::wireLeft() const { return side + badge + 12; }

int TranscriptView::glossLeft(int width) const {
    return wireLeft() + (width - wireLeft() - side) * 54 / 100 + 12;
}

int TranscriptView::rowHeight(int row, int width) const {
    const TranscriptLine& line = lines_[std::size_t(row)];
    const int wire =
        wrappedHeight(said(line), appearance().font(Type::Mono), glossLeft(width) - 12 - wireLeft());
    const int gloss = wrappedHeight(line.gloss, appearance().font(Type::Small, isLast(row)),
                                    width - side - glossLeft(width));
    return std::max({wire, gloss, badge}) + padding * 2;
}

void TranscriptView::paintRow(QPainter& painter, int row, const QRect& rect) const {
    const Tokens& t = appearance().tokens();
    const TranscriptLine& line = lines_[std::size_t(row)];
    const bool last = isLast(row);
    if (last) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.selectionSoft);
        painter.drawRoundedRect(QRectF(rect).adjusted(12, 0, -12, 0), 6, 6);
    }
    const int top = rect.top() + padding;
    if (line.folded == 0) {
        const QRectF box(side + 0.5, top + 0.5, badge - 1, badge - 1);
        painter.setPen(line.fromClient ? QPen(t.control, 1.4) : QPen(Qt::NoPen));
        painter.setBrush(line.fromClient ? t.panel : t.ink);
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(line.fromClient ? t.ink : t.onInk);
        QFont letter = appearance().font(Type::Small, true);
        letter.setPixelSize(12);
        painter.setFont(letter);
        painter.drawText(box, Qt::AlignCenter, line.fromClient ? QStringLiteral("C") : QStringLiteral("S"));
    }
    const auto write = [&](const QRect& where, const QFont& font, const QColor& colour, const QString& text) {
        painter.setFont(font);
        painter.setPen(colour);
        drawWrapped(painter, where, text);
    };
    const int height = rect.height(), middle = glossLeft(width());
    write(QRect(wireLeft(), top, middle - 12 - wireLeft(), height), appearance().font(Type::Mono),
          line.folded > 0 ? t.ink2 : t.ink, said(line));
    write(QRect(middle, top, width() - side - middle, height), appearance().font(Type::Small, last),
          last ? t.ink : t.ink2, line.gloss);
}

void TranscriptView::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu;
    menu.addAction(tr("Copy the conversation"), this,
                   [this] { QGuiApplication::clipboard()->setText(plainText()); });
    menu.exec(event->globalPos());
}

void TranscriptView::mouseDoubleClickEvent(QMouseEvent*) { Q_EMIT unfold(); }

} // namespace mailtown
