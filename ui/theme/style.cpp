#include "ui/theme/style.h"

#include "ui/theme/appearance.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QPainterPath>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace mailtown {
namespace {

constexpr double radius = 6;

bool hasLook(const QWidget* widget, const char* property) {
    return widget && widget->property(property).toBool();
}

void box(QPainter* painter, const QRectF& rect, const QBrush& fill, const QPen& edge,
         double corner = radius) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(edge);
    const double inset = edge.style() == Qt::NoPen ? 0 : edge.widthF() / 2;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner);
    painter->restore();
}

void focusRing(QPainter* painter, const QRectF& rect, const Tokens& t) {
    box(painter, rect, Qt::NoBrush, QPen(t.selection, 2), radius);
}

} // namespace

QPalette paletteOf(const Tokens& t) {
    QPalette p;
    p.setColor(QPalette::Window, t.chrome);
    p.setColor(QPalette::WindowText, t.ink);
    p.setColor(QPalette::Base, t.panel);
    p.setColor(QPalette::AlternateBase, t.sunken);
    p.setColor(QPalette::Text, t.ink);
    p.setColor(QPalette::PlaceholderText, t.ink2);
    p.setColor(QPalette::Button, t.panel);
    p.setColor(QPalette::ButtonText, t.ink);
    p.setColor(QPalette::BrightText, t.onInk);
    p.setColor(QPalette::Highlight, t.selection);
    p.setColor(QPalette::HighlightedText, t.onInk);
    p.setColor(QPalette::ToolTipBase, t.ink);
    p.setColor(QPalette::ToolTipText, t.onInk);
    p.setColor(QPalette::Link, t.domains[0]);
    p.setColor(QPalette::LinkVisited, t.domains[0]);
    p.setColor(QPalette::Light, t.panel);
    p.setColor(QPalette::Midlight, t.selectionSoft);
    p.setColor(QPalette::Mid, t.rule);
    p.setColor(QPalette::Dark, t.control);
    p.setColor(QPalette::Shadow, t.shadow);
    const QColor faint = mixed(t.ink2, t.chrome, 0.55);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, faint);
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.rule);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, t.ink2);
    return p;
}

void paintSwitch(QPainter& painter, const QRectF& rect, bool on, const Tokens& t, bool offIsFault) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double s = rect.height() / 20;
    painter.translate(rect.center());
    painter.scale(s, s);
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.ink);
        painter.drawRoundedRect(QRectF(-17, -10, 34, 20), 10, 10);
        painter.setBrush(t.panel);
        painter.drawEllipse(QPointF(7, 0), 6.6, 6.6);
        painter.setPen(QPen(t.onInk, 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(-7, -3.6), QPointF(-7, 3.6));
    } else {
        const QColor edge = offIsFault ? t.fail : t.control;
        painter.setPen(QPen(edge, 2.4));
        painter.setBrush(t.panel);
        painter.drawRoundedRect(QRectF(-15.8, -8.8, 31.6, 17.6), 8.8, 8.8);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(-7, 0), 4.4, 4.4);
    }
    painter.restore();
}

Style::Style(const Appearance& appearance)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s)), appearance_(appearance) {}

const Tokens& Style::tokens() const { return appearance_.tokens(); }

void Style::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (widget->inherits("QAbstractButton") || widget->inherits("QComboBox") || widget->inherits("QTabBar"))
        widget->setAttribute(Qt::WA_Hover);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SmallIconSize:
        return 20;
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
        return 22;
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_ToolBarItemSpacing:
        return 2;
    case PM_ToolBarItemMargin:
        return 8;
    case PM_DefaultFrameWidth:
        return widget && widget->inherits("QAbstractScrollArea")
                   ? (hasLook(widget, "edged") ? 4 : 0) // within the rounded corners
                   : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ScrollBarExtent:
        return 12;
    case PM_SplitterWidth:
        return 5;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 18;
    case PM_TabBarBaseOverlap:
        return 1;
    case PM_IndicatorWidth:
        return hasLook(widget, "switch") ? 36 : 20;
    case PM_IndicatorHeight:
        return 20;
    case PM_MenuBarHMargin:
        return 10;
    case PM_MenuBarItemSpacing:
        return 4;
    case PM_DockWidgetSeparatorExtent:
        return 5;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* data) const {
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_UnderlineShortcut:
    case SH_DialogButtonBox_ButtonsHaveIcons: // the desktop's, in another hand
        return 0;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
        return 0; // nothing moves but letters
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
    QSize s = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        s = s.expandedTo(QSize(0, 34)) + QSize(8, 0);
        break;
    case CT_ToolButton:
        s = s.expandedTo(QSize(34, 34)) + QSize(4, 0);
        break;
    case CT_ComboBox:
    case CT_LineEdit:
    case CT_SpinBox:
        s = s.expandedTo(QSize(0, 32));
        break;
    case CT_MenuBarItem:
        s = s.expandedTo(QSize(0, 30)) + QSize(4, 0);
        break;
    case CT_MenuItem:
        s += QSize(8, 4);
        break;
    default:
        break;
    }
    return s;
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    const Tokens& t = tokens();
    const bool enabled = option->state & State_Enabled, hover = enabled && (option->state & State_MouseOver),
               down = option->state & (State_Sunken | State_On), focus = option->state & State_HasFocus,
               byKey = option->state & State_KeyboardFocusChange;
    const QColor edge = enabled ? t.control : t.rule;
    switch (element) {
    case PE_PanelButtonCommand: {
        const bool primary = hasLook(widget, "primary") || (option->state & State_On);
        QColor fill = primary ? t.ink : t.panel;
        if (!enabled)
            fill = primary ? t.rule : t.chrome;
        else if (down && !primary)
            fill = t.selectionSoft;
        else if (hover)
            fill = mixed(fill, primary ? t.ink2 : t.selectionSoft, primary ? 0.85 : 0.4);
        box(painter, option->rect, fill, QPen(primary ? fill : edge, 1));
        if (focus) focusRing(painter, QRectF(option->rect), t);
        return;
    }
    case PE_PanelButtonTool:
        if (hasLook(widget, "edged"))
            box(painter, option->rect, down ? t.selectionSoft : t.panel, QPen(edge, 1));
        else if (down)
            box(painter, option->rect, t.selectionSoft, Qt::NoPen);
        else if (hover)
            box(painter, option->rect, mixed(t.selectionSoft, t.chrome, 0.6), Qt::NoPen);
        if (focus && byKey) focusRing(painter, QRectF(option->rect), t);
        return;
    case PE_FrameFocusRect:
        if (byKey) focusRing(painter, QRectF(option->rect), t);
        return;
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth <= 0) break;
        box(painter, option->rect, enabled ? t.panel : t.chrome, QPen(focus ? t.ink : edge, focus ? 2 : 1));
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (!hasLook(widget, "edged")) break;
        box(painter, option->rect, enabled ? t.panel : t.chrome, QPen(focus ? t.ink : edge, focus ? 2 : 1));
        return;
    case PE_IndicatorCheckBox:
        if (hasLook(widget, "switch")) {
            const QRectF rect = QRectF(option->rect.topLeft(), QSizeF(34, 20));
            paintSwitch(*painter, rect, option->state & State_On, t);
            if (focus && byKey) focusRing(painter, rect.adjusted(-1, -1, 1, 1), t);
            return;
        }
        box(painter, QRectF(option->rect).adjusted(1, 1, -1, -1), option->state & State_On ? t.ink : t.panel,
            QPen(option->state & State_On ? t.ink : edge, 1.6), 4);
        if (option->state & State_On) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->translate(QRectF(option->rect).center());
            painter->setPen(QPen(t.onInk, 2.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter->drawPolyline(QPolygonF({{-4, 0.2}, {-1.2, 3.2}, {4.4, -3.4}}));
            painter->restore();
        }
        return;
    case PE_IndicatorRadioButton: {
        const QRectF rect = QRectF(option->rect).adjusted(1, 1, -1, -1);
        box(painter, rect, t.panel, QPen(option->state & State_On ? t.ink : edge, 1.6), rect.height() / 2);
        if (option->state & State_On)
            box(painter, rect.adjusted(4.5, 4.5, -4.5, -4.5), t.ink, Qt::NoPen, rect.height() / 2);
        return;
    }
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
        if (option->state & State_Selected)
            painter->fillRect(option->rect, t.selectionSoft);
        else if (element == PE_PanelItemViewItem && hover)
            painter->fillRect(option->rect, mixed(t.selectionSoft, t.panel, 0.5));
        return;
    case PE_PanelMenuBar:
    case PE_FrameMenu:
        if (element == PE_FrameMenu) box(painter, option->rect, Qt::NoBrush, QPen(t.rule, 1), 0);
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, t.panel);
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.rule);
        return;
    case PE_FrameTabWidget:
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, t.ink);
        return;
    case PE_IndicatorToolBarSeparator: {
        const int x = option->rect.center().x(), middle = option->rect.center().y();
        painter->fillRect(QRect(x, middle - 12, 1, 24), t.rule);
        return;
    }
    case PE_IndicatorArrowDown: {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(QRectF(option->rect).center());
        painter->setPen(QPen(enabled ? t.ink : t.control, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPolyline(QPolygonF({{-4, -2}, {0, 2}, {4, -2}}));
        painter->restore();
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    const Tokens& t = tokens();
    switch (element) {
    case CE_PushButtonLabel: {
        QStyleOptionButton button = *qstyleoption_cast<const QStyleOptionButton*>(option);
        if ((hasLook(widget, "primary") || (button.state & State_On)) && (button.state & State_Enabled))
            button.palette.setColor(QPalette::ButtonText, t.onInk);
        QProxyStyle::drawControl(element, &button, painter, widget);
        return;
    }
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, t.chrome);
        return;
    case CE_MenuBarItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        painter->fillRect(option->rect, t.chrome);
        if (option->state & (State_Selected | State_Sunken))
            box(painter, option->rect, t.selectionSoft, Qt::NoPen);
        drawItemText(painter, option->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                     option->palette, option->state & State_Enabled, item->text, QPalette::WindowText);
        return;
    }
    case CE_MenuItem: {
        QStyleOptionMenuItem item = *qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item.menuItemType != QStyleOptionMenuItem::Separator && (item.state & State_Selected)) {
            box(painter, QRectF(item.rect).adjusted(4, 1, -4, -1), t.selectionSoft, Qt::NoPen);
            item.state &= ~State_Selected;
        }
        QProxyStyle::drawControl(element, &item, painter, widget);
        return;
    }
    case CE_ToolBar:
        painter->fillRect(option->rect, t.chrome);
        return;
    case CE_TabBarTabShape: {
        const bool selected = option->state & State_Selected;
        if ((option->state & State_MouseOver) && !selected)
            box(painter, QRectF(option->rect).adjusted(2, 4, -2, -4), mixed(t.selectionSoft, t.panel, 0.6),
                Qt::NoPen);
        if (selected)
            painter->fillRect(QRect(option->rect.left(), option->rect.bottom() - 2, option->rect.width(), 3),
                              t.ink);
        return;
    }
    case CE_TabBarTabLabel: {
        const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
        const bool selected = tab->state & State_Selected;
        painter->save();
        QFont font = painter->font();
        font.setBold(selected);
        painter->setFont(font);
        painter->setPen(selected ? t.ink : t.ink2);
        painter->drawText(tab->rect, Qt::AlignCenter | Qt::TextHideMnemonic, tab->text);
        painter->restore();
        if (tab->state & State_HasFocus && tab->state & State_KeyboardFocusChange)
            focusRing(painter, QRectF(tab->rect).adjusted(2, 4, -2, -5), t);
        return;
    }
    case CE_HeaderSection: {
        painter->fillRect(option->rect, t.panel);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.rule);
        return;
    }
    case CE_Splitter: {
        painter->fillRect(option->rect, t.panel);
        const bool upright = option->state & State_Horizontal;
        const QPoint c = option->rect.center();
        painter->fillRect(upright ? QRect(c.x(), option->rect.top(), 1, option->rect.height())
                                  : QRect(option->rect.left(), c.y(), option->rect.width(), 1),
                          t.rule);
        return;
    }
    case CE_ItemViewItem: {
        // A chosen row keeps ink text: the row is only tinted.
        QStyleOptionViewItem item = *qstyleoption_cast<const QStyleOptionViewItem*>(option);
        item.palette.setColor(QPalette::HighlightedText, t.ink);
        QProxyStyle::drawControl(element, &item, painter, widget);
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    const Tokens& t = tokens();
    switch (control) {
    case CC_ComboBox: {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (combo->editable || !combo->frame) break;
        const bool enabled = option->state & State_Enabled, focus = option->state & State_HasFocus;
        box(painter, option->rect,
            (option->state & State_MouseOver) && enabled ? mixed(t.selectionSoft, t.panel, 0.4) : t.panel,
            QPen(focus     ? t.ink
                 : enabled ? t.control
                           : t.rule,
                 focus ? 2 : 1));
        QStyleOption arrow = *option;
        arrow.rect = QRect(option->rect.right() - 24, option->rect.top(), 20, option->rect.height());
        drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
        return;
    }
    case CC_ScrollBar: {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        painter->fillRect(option->rect, widget && widget->parentWidget() ? t.panel : t.chrome);
        if (bar->minimum == bar->maximum) return;
        QRectF handle = subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget);
        handle =
            bar->orientation == Qt::Vertical ? handle.adjusted(3, 1, -3, -1) : handle.adjusted(1, 3, -1, -3);
        const bool active = option->state & (State_MouseOver | State_Sunken);
        box(painter, handle, active ? t.control : mixed(t.control, t.panel, 0.55), Qt::NoPen,
            std::min(handle.width(), handle.height()) / 2);
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace mailtown
