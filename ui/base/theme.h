#pragma once

#include "ui/base/tokens.h"

#include <QBoxLayout>
#include <QMargins>
#include <QObject>

class QApplication;
class QLayout;

namespace liaison::ui {

/// The theme and zoom of the running program. One per program, made by `app` (or by a test) after the QApplication and
/// passed by reference; it installs the style, so widgets reach the tokens by `tokens(this)` and need no argument.
/// On a change every widget gets its new font, sizes and palette (see below), then `changed` is sent.
class ThemeHolder : public QObject
{
    Q_OBJECT

public:
    explicit ThemeHolder(QApplication &application, Theme theme = Theme::Light, qreal zoom = 1.0);

    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }
    [[nodiscard]] Theme theme() const { return m_tokens.theme; }
    [[nodiscard]] qreal zoom() const { return m_tokens.zoom; }
    void setTheme(Theme theme);
    /// Clamped to 0.8 to 2.0.
    void setZoom(qreal zoom);

Q_SIGNALS:
    void changed();

private:
    void set(const Tokens &tokens);

    QApplication &m_application;
    Tokens m_tokens;
};

/// The tokens of the style that draws this widget; the light theme where none of ours is installed.
[[nodiscard]] const Tokens &tokens(const QWidget *widget);

// Sizes and fonts that follow the zoom without code in the widget: the guide's number is remembered with the widget and
// applied again on every change. Use these in place of setContentsMargins, setFixedHeight, setFont.

void setFontRole(QWidget *widget, FontRole role);
void fixHeight(QWidget *widget, int logical);
void fixWidth(QWidget *widget, int logical);
void minWidth(QWidget *widget, int logical);
void maxWidth(QWidget *widget, int logical);
void minHeight(QWidget *widget, int logical);
void setMetrics(QLayout *layout, const QMargins &margins, int spacing);
/// A fixed gap that follows the zoom (QBoxLayout::addSpacing does not).
void addGap(QBoxLayout *layout, int logical);
/// Pages narrower than this, in logical pixels, show one thing at a time: 200 % zoom on a common screen is narrower.
inline constexpr int narrowPage = 860;
/// Fills the widget's own background with a surface colour of the theme.
enum class Surface { Window, Nav, Surface, Raised };
void setSurface(QWidget *widget, Surface surface);
/// Applies all of the above to a widget and everything inside it; for a tree built while it had no style yet.
void applyTokens(QWidget *root);

} // namespace liaison::ui
