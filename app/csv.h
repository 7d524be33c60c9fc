#pragma once

#include <QByteArray>
#include <QString>

namespace liaison::app {

/// One quoted CSV cell. What a spreadsheet would take for a formula gets an apostrophe in front (design rule 12); line
/// breaks and tabs become spaces, and characters that could steer a terminal or a reader are dropped.
[[nodiscard]] QByteArray csvCell(QString text);

} // namespace liaison::app
