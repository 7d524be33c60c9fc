#pragma once

#include "ui/base/tokens.h"

#include <QProxyStyle>

namespace liaison::ui {

/// Fusion with our own push buttons, ticks, fields, focus ring, menus, tabs and thin scroll bars. No style sheets.
/// Installed by ThemeHolder; the palette does the rest.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    explicit Style(const Tokens &tokens);

    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                  QStyleHintReturn *returnData = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                         const QWidget *widget = nullptr) const override;

private:
    void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawTick(const QStyleOption *option, QPainter *painter, bool radio) const;

    Tokens m_tokens;
};

/// A rounded box with a border drawn inside `rect`; used by every control of ours. Invalid colours are not drawn.
void drawBox(QPainter &painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &border,
             qreal borderWidth);
/// The focus ring, 2 px, drawn just inside `rect`.
void drawFocusRing(QPainter &painter, const QRectF &rect, qreal radius, const Tokens &tokens);

} // namespace liaison::ui
