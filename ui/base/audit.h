#pragma once

#include <QStringList>

class QWidget;

namespace liaison::ui {

/// Labels, buttons, tabs, headers, fields and chips inside `root` whose text does not fit their place; one line each:
/// class, text, needed and given width. Empty is good: no label is ever cut (guide section 5). Names in cells may be.
/// `root` has to be shown (offscreen will do).
[[nodiscard]] QStringList clippedTexts(const QWidget *root);

/// Labels, buttons and cells inside `root`, as they are painted, whose strongest colour stands out less from their
/// ground than `least` (WCAG contrast, 4.5 for text). What is disabled may be paler.
[[nodiscard]] QStringList paleTexts(QWidget *root, double least);

/// Visible controls that take the keyboard and have no name for a screen reader.
[[nodiscard]] QStringList unnamedControls(const QWidget *root);

} // namespace liaison::ui
