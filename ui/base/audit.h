#pragma once

#include <QStringList>

class QWidget;

namespace liaison::ui {

/// Labels, buttons, tabs, headers, fields and chips inside `root` whose text does not fit their place; one line each:
/// class, text, needed and given width. Empty is good: no label is ever cut (guide section 5). Names in cells may be.
/// `root` has to be shown (offscreen will do).
[[nodiscard]] QStringList clippedTexts(const QWidget *root);

/// Visible controls that take the keyboard and have no name for a screen reader.
[[nodiscard]] QStringList unnamedControls(const QWidget *root);

} // namespace liaison::ui
