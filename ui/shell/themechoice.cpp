#include "ui/shell/themechoice.h"

#include <QPalette>

namespace liaison::ui {

Theme themeOf(const QPalette &palette)
{
    const auto light = [&palette](QPalette::ColorRole role) {
        return palette.color(QPalette::Active, role).lightnessF();
    };
    return light(QPalette::Window) < light(QPalette::WindowText) ? Theme::Dark : Theme::Light;
}

void ThemeChoice::followSystem()
{
    m_follows = m_system.has_value();
    if (m_system)
        m_theme.setTheme(*m_system);
}

void ThemeChoice::choose(Theme theme)
{
    m_follows = false;
    m_theme.setTheme(theme);
}

} // namespace liaison::ui
