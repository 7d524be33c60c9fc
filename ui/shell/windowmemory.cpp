// What the window remembers between two starts.
#include "ui/base/panesplitter.h"
#include "ui/profiles/pagekeys.h"
#include "ui/shell/mainwindow.h"
#include "ui/snapshot/opensnapshotpage.h"

#include <QSettings>

namespace liaison::ui {

namespace {

constexpr QLatin1String themeKey("window/theme");
constexpr QLatin1String zoomKey("window/zoom");
constexpr QLatin1String languageKey("window/language");
constexpr QLatin1String geometryKey("window/geometry");
constexpr QLatin1String pageKey("window/page");
constexpr QLatin1String panesGroup("panes");
constexpr QLatin1String asSystem("system");

} // namespace

void MainWindow::save(QSettings &settings) const
{
    settings.setValue(themeKey, m_choice.followsSystem() ? QString(asSystem) : codeOf(m_theme.theme()));
    settings.setValue(zoomKey, m_theme.zoom());
    settings.setValue(languageKey, m_language.code());
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(pageKey, m_current);
    QMap<QString, int> panes = m_panes;
    const auto splitters = findChildren<PaneSplitter *>();
    for (const PaneSplitter *splitter : splitters) {
        if (splitter->chosenSize() > 0 && !splitter->objectName().isEmpty())
            panes[splitter->objectName()] = splitter->chosenSize();
    }
    settings.beginGroup(panesGroup);
    for (auto it = panes.cbegin(); it != panes.cend(); ++it)
        settings.setValue(it.key(), it.value());
    settings.endGroup();
}

void MainWindow::restore(QSettings &settings)
{
    const QString theme = settings.value(themeKey, asSystem).toString();
    if (theme == asSystem)
        m_choice.followSystem();
    else
        m_choice.choose(themeFrom(theme, m_theme.theme()));
    m_theme.setZoom(settings.value(zoomKey, m_theme.zoom()).toDouble());
    if (const auto chosen = text::languageFrom(settings.value(languageKey).toString()))
        m_language.set(*chosen);
    restoreGeometry(settings.value(geometryKey).toByteArray());
    settings.beginGroup(panesGroup);
    const QStringList names = settings.childKeys();
    for (const QString &name : names)
        m_panes[name] = settings.value(name).toInt();
    settings.endGroup();
    for (const auto &[key, slot] : m_pages)
        recallPanes(slot.page);
    const QString last = settings.value(pageKey).toString();
    // Pages that ask one thing once are no place to begin.
    const bool passing = last == pages::Plan || last == pages::Unlock || last == pages::OpenSnapshot;
    showPage(m_pages.contains(last) && !passing ? last : QString(pages::Courses));
}

/// A page is made on its first showing, long after the settings were read.
void MainWindow::recallPanes(const Page *page) const
{
    if (!page)
        return;
    const auto splitters = page->findChildren<PaneSplitter *>();
    for (PaneSplitter *splitter : splitters) {
        if (const int size = m_panes.value(splitter->objectName()); size > 0)
            splitter->setChosenSize(size);
    }
}

} // namespace liaison::ui
