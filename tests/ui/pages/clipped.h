#pragma once

#include <QStringList>

class QWidget;

namespace liaison::tests {

/// Everything inside `root` whose words do not fit: labels, buttons, chips, headings and the words of states in tables.
/// Server names that may elide are left out.
[[nodiscard]] QStringList clipped(QWidget *root);

} // namespace liaison::tests
