#include "ui/base/tokens.h"

#include <QFontDatabase>
#include <cmath>

namespace liaison::ui {

namespace {

QColor rgb(unsigned value)
{
    return QColor::fromRgb(0xff000000u | value);
}

Tokens light()
{
    Tokens t;
    t.theme = Theme::Light;
    t.window = rgb(0xF5F6F8);
    t.nav = rgb(0xECEFF3);
    t.surface = rgb(0xFFFFFF);
    t.raised = rgb(0xFFFFFF);
    t.selection = rgb(0xDFEAFB);
    t.line = rgb(0xE1E5EA);
    t.border = rgb(0x868F9E);
    t.fill = rgb(0x1B5CC0);
    t.soft = rgb(0xE8F0FC);
    t.text = rgb(0x1B2230);
    t.text2 = rgb(0x48536A);
    t.text3 = rgb(0x5B667A);
    t.accent = rgb(0x1B5CC0);
    t.ok = rgb(0x0B6E4F);
    t.drift = rgb(0xA35200);
    t.missing = rgb(0xA3122A);
    t.wait = rgb(0x1B5CC0);
    t.identity = rgb(0x5E2690);
    t.quiet = rgb(0x566071);
    t.add = t.wait;
    t.remove = rgb(0xA9431A);
    t.role = t.identity;
    t.onFill = rgb(0xFFFFFF);
    t.onSelection = t.text;
    t.focus = t.accent;
    t.track = rgb(0xE4E7EC);
    t.scrollHandle = rgb(0xB4BCC8);
    t.hover = mixed(t.accent, t.surface, 0.05);
    return t;
}

Tokens dark()
{
    Tokens t;
    t.theme = Theme::Dark;
    t.window = rgb(0x14171C);
    t.nav = rgb(0x101318);
    t.surface = rgb(0x1A1E25);
    t.raised = rgb(0x232933);
    t.selection = rgb(0x233A60);
    t.line = rgb(0x2C333D);
    t.border = rgb(0x717C8C);
    t.fill = rgb(0x2A66C8);
    t.soft = rgb(0x1E2C44);
    t.text = rgb(0xE9ECF1);
    t.text2 = rgb(0xB6BFCC);
    t.text3 = rgb(0x9DA8B8);
    t.accent = rgb(0x82B1FF);
    t.ok = rgb(0x35B8A2);
    t.drift = rgb(0xF5B54A);
    t.missing = rgb(0xFF8F80);
    t.wait = rgb(0x74A7FF);
    t.identity = rgb(0xDDB8FF);
    t.quiet = rgb(0xBCC5D1);
    t.add = t.wait;
    t.remove = rgb(0xFF9E75);
    t.role = t.identity;
    t.onFill = rgb(0xFFFFFF);
    t.onSelection = t.text;
    t.focus = t.accent;
    t.track = rgb(0x2C333D);
    t.scrollHandle = rgb(0x4A5462);
    t.hover = mixed(t.accent, t.surface, 0.07);
    return t;
}

Tokens highContrast()
{
    Tokens t;
    t.theme = Theme::HighContrast;
    t.window = t.nav = t.surface = t.raised = t.soft = rgb(0x000000);
    t.selection = rgb(0xFFE14D);
    t.line = rgb(0x8A8A8A);
    t.border = rgb(0xFFFFFF);
    t.fill = rgb(0x5CE1FF);
    t.text = t.text2 = t.quiet = rgb(0xFFFFFF);
    t.text3 = rgb(0xE0E0E0);
    t.accent = rgb(0x5CE1FF);
    t.ok = rgb(0x39E6B4);
    t.drift = rgb(0xFFC14D);
    t.missing = rgb(0xFF8A80);
    t.wait = t.add = rgb(0x6FAEFF);
    t.identity = t.role = rgb(0xF0C8FF);
    t.remove = rgb(0xFFB38A);
    t.onFill = t.onSelection = rgb(0x000000);
    t.focus = rgb(0xFFE14D);
    t.track = rgb(0x2A2A2A);
    t.scrollHandle = rgb(0xFFFFFF);
    t.hover = rgb(0x000000); // hover is a frame, not a tint
    return t;
}

double linear(int channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * linear(c.red()) + 0.7152 * linear(c.green()) + 0.0722 * linear(c.blue());
}

} // namespace

QColor mixed(const QColor &over, const QColor &under, qreal part)
{
    const auto channel = [part](int a, int b) { return qRound(a * part + b * (1 - part)); };
    return {channel(over.red(), under.red()), channel(over.green(), under.green()), channel(over.blue(), under.blue())};
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return x > y ? x / y : y / x;
}

Tokens tokensFor(Theme theme, qreal zoom)
{
    Tokens t = theme == Theme::Light ? light() : theme == Theme::Dark ? dark() : highContrast();
    t.zoom = qBound(0.8, zoom, 2.0);
    return t;
}

QColor Tokens::ink(Ink which) const
{
    switch (which) {
    case Ink::Text:
        return text;
    case Ink::Secondary:
        return text2;
    case Ink::Hint:
        return text3;
    case Ink::Accent:
        return accent;
    case Ink::Ok:
        return ok;
    case Ink::Drift:
        return drift;
    case Ink::Missing:
        return missing;
    case Ink::Wait:
        return wait;
    case Ink::Identity:
        return identity;
    case Ink::Quiet:
        return quiet;
    case Ink::Add:
        return add;
    case Ink::Remove:
        return remove;
    case Ink::Role:
        return role;
    case Ink::OnFill:
        return onFill;
    case Ink::OnSelection:
        return onSelection;
    }
    return text;
}

QColor Tokens::tint(Ink which) const
{
    switch (theme) {
    case Theme::Light:
        return mixed(ink(which), surface, 0.055);
    case Theme::Dark:
        return mixed(ink(which), surface, 0.10);
    case Theme::HighContrast:
        break;
    }
    return surface;
}

QColor Tokens::environment(Environment environment) const
{
    if (highContrast())
        return rgb(0xFFFFFF);
    const bool d = theme == Theme::Dark;
    switch (environment) {
    case Environment::Production:
        return rgb(d ? 0xA8336A : 0x8B2252);
    case Environment::Test:
        return rgb(d ? 0x84600F : 0x7A5600);
    case Environment::Sandbox:
        return rgb(d ? 0x1C6F82 : 0x12697A);
    case Environment::None:
        break;
    }
    return rgb(0x566071);
}

QColor Tokens::onEnvironment() const
{
    return rgb(highContrast() ? 0x000000 : 0xFFFFFF);
}

int Tokens::px(qreal length) const
{
    const int rounded = qRound(length * zoom);
    return length > 0 && rounded == 0 ? 1 : rounded;
}

bool loadFonts()
{
    bool all = true;
    for (const QString &face : {QStringLiteral("Regular"), QStringLiteral("Medium"), QStringLiteral("SemiBold")})
        all = QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/Inter-%1.otf").arg(face)) >= 0 && all;
    return all;
}

QFont Tokens::font(FontRole which) const
{
    qreal points = 10;
    QFont::Weight weight = QFont::Normal;
    switch (which) {
    case FontRole::Headline:
        points = 24;
        weight = QFont::DemiBold;
        break;
    case FontRole::PageTitle:
        points = 15;
        weight = QFont::DemiBold;
        break;
    case FontRole::PaneTitle:
        points = 13;
        weight = QFont::DemiBold;
        break;
    case FontRole::CardTitle:
        points = 11;
        weight = QFont::DemiBold;
        break;
    case FontRole::Body:
        break;
    case FontRole::Name:
        weight = QFont::Medium;
        break;
    case FontRole::Strong:
        weight = QFont::DemiBold;
        break;
    case FontRole::Caption:
        points = 9;
        break;
    case FontRole::Label:
        points = 9;
        weight = QFont::Medium;
        break;
    case FontRole::LabelStrong:
        points = 9;
        weight = QFont::DemiBold;
        break;
    case FontRole::Technical:
        points = 9;
        break;
    }
    QFont f = which == FontRole::Technical ? QFontDatabase::systemFont(QFontDatabase::FixedFont)
                                           : QFont(QStringLiteral("Inter"));
    f.setPointSizeF(points * zoom);
    f.setWeight(weight);
    f.setHintingPreference(QFont::PreferNoHinting); // same letter spacing at every scale
    return f;
}

QPalette Tokens::palette() const
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole part, const QColor &c, const QColor &disabled) {
        p.setColor(QPalette::Active, part, c);
        p.setColor(QPalette::Inactive, part, c);
        p.setColor(QPalette::Disabled, part, disabled);
    };
    const QColor faded = highContrast() ? text3 : mixed(text, surface, 0.45);
    set(QPalette::Window, window, window);
    set(QPalette::WindowText, text, faded);
    set(QPalette::Base, surface, surface);
    set(QPalette::AlternateBase, surface, surface);
    set(QPalette::Text, text, faded);
    set(QPalette::PlaceholderText, text3, text3);
    set(QPalette::Button, surface, track);
    set(QPalette::ButtonText, text, faded);
    set(QPalette::BrightText, missing, missing);
    set(QPalette::Highlight, highContrast() ? selection : fill, track);
    set(QPalette::HighlightedText, highContrast() ? onSelection : onFill, faded);
    set(QPalette::ToolTipBase, raised, raised);
    set(QPalette::ToolTipText, text, text);
    set(QPalette::Link, accent, faded);
    set(QPalette::LinkVisited, accent, faded);
    set(QPalette::Light, raised, raised);
    set(QPalette::Midlight, line, line);
    set(QPalette::Mid, border, border);
    set(QPalette::Dark, line, line);
    set(QPalette::Shadow, line, line);
    return p;
}

QString codeOf(Theme theme)
{
    switch (theme) {
    case Theme::Light:
        break;
    case Theme::Dark:
        return QStringLiteral("dark");
    case Theme::HighContrast:
        return QStringLiteral("high-contrast");
    }
    return QStringLiteral("light");
}

Theme themeFrom(const QString &code, Theme fallback)
{
    for (const Theme theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
        if (code == codeOf(theme))
            return theme;
    }
    return fallback;
}

} // namespace liaison::ui
