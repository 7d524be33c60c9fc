#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QWidget;

/// The visual language as one value: colours of the guide's section 1, type of its section 3, and the zoom factor.
/// Pure; the live holder is `ThemeHolder` (theme.h). No widget holds a literal colour or a literal size.
namespace liaison::ui {

enum class Theme { Light, Dark, HighContrast };

/// Which server is written to: white word on a colour of its own (black on white in high contrast).
enum class Environment { None, Production, Test, Sandbox };

/// A colour by meaning. `Text` to `Remove` are inks: at least 4.5:1 on surface, window, nav and selection.
enum class Ink {
    Text,
    Secondary, ///< text-2: headers, second lines
    Hint,      ///< text-3: ages, hints
    Accent,
    Ok,
    Drift,   ///< also warnings
    Missing, ///< also failures
    Wait,
    Identity, ///< orphan, ambiguous, stale
    Quiet,    ///< archived, unknown, unlinked
    Add,
    Remove,
    Role,
    OnFill,     ///< on `fill` only
    OnSelection ///< content of the current row: `Text`, black in high contrast
};

enum class FontRole {
    Headline,    ///< 24 pt SemiBold: one number of a page
    PageTitle,   ///< 15 pt SemiBold
    PaneTitle,   ///< 13 pt SemiBold
    CardTitle,   ///< 11 pt SemiBold
    Body,        ///< 10 pt Regular
    Name,        ///< 10 pt Medium: names, buttons
    Strong,      ///< 10 pt SemiBold: keys, primary buttons
    Caption,     ///< 9 pt Regular: ages, second lines
    Label,       ///< 9 pt Medium: headers, pills
    LabelStrong, ///< 9 pt SemiBold: sorted header, environment tag
    Technical    ///< 9 pt mono: logs and technical detail only
};

struct Tokens
{
    Theme theme = Theme::Light;
    qreal zoom = 1.0; ///< 0.8 to 2.0

    QColor window, nav, surface, raised, selection, line, border, fill, soft;
    /// Background of hovered rows and quiet buttons; a tint of the accent, opaque.
    QColor hover;
    /// Filled shape of disabled controls, of meters' tracks and of pills.
    QColor track;
    QColor scrollHandle;
    QColor focus; ///< ring around the control with the keyboard
    QColor text, text2, text3, accent, ok, drift, missing, wait, identity, quiet, add, remove, role, onFill,
        onSelection;

    [[nodiscard]] bool highContrast() const { return theme == Theme::HighContrast; }
    [[nodiscard]] QColor ink(Ink which) const;
    /// Background of a warning or failed row: 5-10 % of the ink over the surface, plain surface in high contrast.
    [[nodiscard]] QColor tint(Ink which) const;
    [[nodiscard]] QColor environment(Environment environment) const;
    [[nodiscard]] QColor onEnvironment() const;
    /// Logical pixels of the guide at this zoom, rounded. Never 0 for a length above 0.
    [[nodiscard]] int px(qreal length) const;
    [[nodiscard]] qreal exact(qreal length) const { return length * zoom; }
    /// Width of borders of fields, ticks and cards: 1, in high contrast 2.
    [[nodiscard]] int borderWidth() const { return highContrast() ? 2 : 1; }
    [[nodiscard]] QFont font(FontRole which) const;
    [[nodiscard]] QPalette palette() const;

    friend bool operator==(const Tokens &, const Tokens &) = default;
};

[[nodiscard]] Tokens tokensFor(Theme theme, qreal zoom = 1.0);

/// WCAG 2 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);
/// `part` of `over` laid on `under`, opaque.
[[nodiscard]] QColor mixed(const QColor &over, const QColor &under, qreal part);

/// Registers the bundled Inter once; true where all three weights are there. Called by ThemeHolder.
bool loadFonts();

/// "light", "dark", "high-contrast".
[[nodiscard]] QString codeOf(Theme theme);
[[nodiscard]] Theme themeFrom(const QString &code, Theme fallback = Theme::Light);

} // namespace liaison::ui
