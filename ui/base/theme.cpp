#include "ui/base/theme.h"

#include "ui/base/style.h"

#include <QApplication>
#include <QLayout>
#include <QVariant>
#include <QWidget>

namespace liaison::ui {

namespace {

// Dynamic properties: what the guide says, before zoom.
constexpr const char *FontKey = "liaisonFont";
constexpr const char *FixedHeight = "liaisonFixedHeight";
constexpr const char *FixedWidth = "liaisonFixedWidth";
constexpr const char *MinWidth = "liaisonMinWidth";
constexpr const char *MaxWidth = "liaisonMaxWidth";
constexpr const char *MinHeight = "liaisonMinHeight";
constexpr const char *SurfaceKey = "liaisonSurface";
constexpr const char *MarginsKey = "liaisonMargins";
constexpr const char *SpacingKey = "liaisonSpacing";

QMargins scaled(const QMargins &m, const Tokens &t)
{
    return {t.px(m.left()), t.px(m.top()), t.px(m.right()), t.px(m.bottom())};
}

void applyLayout(QLayout *layout, const Tokens &t)
{
    if (const QVariant margins = layout->property(MarginsKey); margins.isValid()) {
        layout->setContentsMargins(scaled(margins.value<QMargins>(), t));
        layout->setSpacing(t.px(layout->property(SpacingKey).toInt()));
    }
}

void applyOwn(QWidget *widget, const Tokens &t)
{
    if (const QVariant v = widget->property(FontKey); v.isValid())
        widget->setFont(t.font(static_cast<FontRole>(v.toInt())));
    if (const QVariant v = widget->property(FixedHeight); v.isValid())
        widget->setFixedHeight(t.px(v.toInt()));
    if (const QVariant v = widget->property(FixedWidth); v.isValid())
        widget->setFixedWidth(t.px(v.toInt()));
    if (const QVariant v = widget->property(MinWidth); v.isValid())
        widget->setMinimumWidth(t.px(v.toInt()));
    if (const QVariant v = widget->property(MaxWidth); v.isValid())
        widget->setMaximumWidth(t.px(v.toInt()));
    if (const QVariant v = widget->property(MinHeight); v.isValid())
        widget->setMinimumHeight(t.px(v.toInt()));
    if (const QVariant v = widget->property(SurfaceKey); v.isValid()) {
        QPalette p;
        const auto surface = static_cast<Surface>(v.toInt());
        p.setColor(QPalette::Window, surface == Surface::Window   ? t.window
                                     : surface == Surface::Nav    ? t.nav
                                     : surface == Surface::Raised ? t.raised
                                                                  : t.surface);
        widget->setPalette(p);
        widget->setAutoFillBackground(true);
    }
}

void remember(QWidget *widget, const char *key, int value)
{
    widget->setProperty(key, value);
    applyOwn(widget, tokens(widget));
}

} // namespace

const Tokens &tokens(const QWidget *widget)
{
    static const Tokens fallback = tokensFor(Theme::Light);
    const auto *style = qobject_cast<const Style *>(widget ? widget->style() : QApplication::style());
    return style ? style->tokens() : fallback;
}

ThemeHolder::ThemeHolder(QApplication &application, Theme theme, qreal zoom) : m_application(application)
{
    loadFonts();
    set(tokensFor(theme, zoom));
}

void ThemeHolder::setTheme(Theme theme)
{
    if (theme != m_tokens.theme)
        set(tokensFor(theme, m_tokens.zoom));
}

void ThemeHolder::setZoom(qreal zoom)
{
    const Tokens next = tokensFor(m_tokens.theme, zoom);
    if (!qFuzzyCompare(next.zoom, m_tokens.zoom))
        set(next);
}

void ThemeHolder::set(const Tokens &tokens)
{
    m_tokens = tokens;
    m_application.setStyle(new Style(m_tokens));
    m_application.setPalette(m_tokens.palette());
    m_application.setFont(m_tokens.font(FontRole::Body));
    const auto roots = QApplication::topLevelWidgets();
    for (QWidget *root : roots)
        applyTokens(root);
    Q_EMIT changed();
}

void applyTokens(QWidget *root)
{
    const Tokens &t = tokens(root);
    const auto one = [&t](QWidget *widget) {
        applyOwn(widget, t);
        if (widget->layout()) {
            applyLayout(widget->layout(), t);
            const auto inner = widget->layout()->findChildren<QLayout *>();
            for (QLayout *layout : inner)
                applyLayout(layout, t);
        }
        widget->updateGeometry();
        widget->update();
    };
    one(root);
    const auto children = root->findChildren<QWidget *>();
    for (QWidget *child : children)
        one(child);
}

void setFontRole(QWidget *widget, FontRole role)
{
    remember(widget, FontKey, static_cast<int>(role));
}
void fixHeight(QWidget *widget, int logical)
{
    remember(widget, FixedHeight, logical);
}
void fixWidth(QWidget *widget, int logical)
{
    remember(widget, FixedWidth, logical);
}
void minWidth(QWidget *widget, int logical)
{
    remember(widget, MinWidth, logical);
}
void maxWidth(QWidget *widget, int logical)
{
    remember(widget, MaxWidth, logical);
}
void minHeight(QWidget *widget, int logical)
{
    remember(widget, MinHeight, logical);
}
void setSurface(QWidget *widget, Surface surface)
{
    remember(widget, SurfaceKey, static_cast<int>(surface));
}

void setMetrics(QLayout *layout, const QMargins &margins, int spacing)
{
    layout->setProperty(MarginsKey, QVariant::fromValue(margins));
    layout->setProperty(SpacingKey, spacing);
    applyLayout(layout, tokens(layout->parentWidget()));
}

void addGap(QBoxLayout *layout, int logical)
{
    auto *gap = new QWidget(layout->parentWidget());
    gap->setAttribute(Qt::WA_TransparentForMouseEvents);
    const bool across =
        layout->direction() == QBoxLayout::LeftToRight || layout->direction() == QBoxLayout::RightToLeft;
    if (across)
        fixWidth(gap, logical);
    else
        fixHeight(gap, logical);
    layout->addWidget(gap);
}

} // namespace liaison::ui
