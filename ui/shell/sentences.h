// A scenario's description, sentence by sentence: what has little room shows the first of them whole rather
// than all of them cut.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace mailtown {

// Each with its end mark. "fuji.example" ends no sentence.
QStringList sentencesOf(const QString& text);

// As many sentences from the first on as `fits`; the first one in any case.
QString sentencesThatFit(const QString& text, const std::function<bool(const QString&)>& fits);

} // namespace mailtown
