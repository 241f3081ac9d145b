// The icons of resources/icons: a grid of 24, strokes of 2 with round ends, tinted by the theme when they are
// painted, so that no icon has to be made again when the theme changes.
#pragma once

#include <QIcon>
#include <QPixmap>

namespace mailtown {

class Appearance;

enum class IconInk { Ink, OnInk, Secondary, Fail };

// By file name without ".svg": "play", "next-try". An empty icon for a name that is none. `appearance` must
// outlive it.
QIcon icon(const QString& name, const Appearance& appearance, IconInk ink = IconInk::Ink);

// The same once, in a colour of one's own; `size` in logical pixels.
QPixmap iconPixmap(const QString& name, int size, double devicePixelRatio, const QColor& colour);

} // namespace mailtown
