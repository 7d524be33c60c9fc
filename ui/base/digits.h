#pragma once

#include "ui/base/tokens.h"

#include <QRectF>

class QPainter;

/// Inter's digits are proportional and Qt 6.4 cannot ask for the tabular ones: in right-aligned columns each digit is
/// painted in a cell of the widest digit, so that units stand under units. Running text stays proportional.
namespace liaison::ui {

[[nodiscard]] qreal tabularWidth(const QFont &font, QStringView text);
/// Right-aligned and vertically centred in `rect`; returns the x where the text begins.
qreal drawTabular(QPainter &painter, const QRectF &rect, QStringView text, const QFont &font, const QColor &ink);

} // namespace liaison::ui
