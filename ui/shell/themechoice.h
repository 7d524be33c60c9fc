#pragma once

#include "ui/base/theme.h"

#include <optional>

class QPalette;

namespace liaison::ui {

/// What a desktop with this palette looks like: dark where its windows are darker than their text. To be asked before a
/// ThemeHolder puts its own palette in that place. High contrast is never guessed: it is a choice.
[[nodiscard]] Theme themeOf(const QPalette &palette);

/// A theme that people chose, or the desktop's.
class ThemeChoice
{
public:
    explicit ThemeChoice(ThemeHolder &theme) : m_theme(theme) {}

    void setSystem(Theme theme) { m_system = theme; }
    [[nodiscard]] bool followsSystem() const { return m_follows && m_theme.theme() == m_system; }
    [[nodiscard]] bool knowsSystem() const { return m_system.has_value(); }
    void followSystem();
    void choose(Theme theme);

private:
    ThemeHolder &m_theme;
    std::optional<Theme> m_system;
    bool m_follows = false;
};

} // namespace liaison::ui
