#include "tests/ui/pages/clipped.h"
#include "tests/ui/pages/pageviews.h"

#include <QApplication>
#include <QDir>

using namespace liaison;

/// Pictures of every page and state, to look at: pages_pictures FOLDER [WIDTH HEIGHT]
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QDir folder(arguments.value(1, QStringLiteral(".")));
    folder.mkpath(QStringLiteral("."));
    const QSize size(arguments.value(2, QStringLiteral("1256")).toInt(),
                     arguments.value(3, QStringLiteral("820")).toInt());
    tests::SilentBackend backend;
    ui::ThemeHolder theme(application);
    ui::Language language(application);
    const std::pair<const char *, ui::Backend::View> views[] = {{"", tests::campusView()},
                                                                {"-troubled", tests::troubledView()},
                                                                {"-empty", tests::emptyView()},
                                                                {"-loading", {}}};
    for (const auto &[lang, wanted] :
         {std::pair("fr", text::Language::French), std::pair("en", text::Language::English)}) {
        language.set(wanted);
        for (const ui::Theme look : {ui::Theme::Light, ui::Theme::Dark, ui::Theme::HighContrast}) {
            theme.setTheme(look);
            for (const tests::NamedPage &named : tests::allPages()) {
                for (const auto &[suffix, view] : views) {
                    if (*suffix && (look != ui::Theme::Light || wanted != text::Language::French))
                        continue;
                    const std::unique_ptr<ui::Page> page(named.make({backend, theme, language}));
                    page->resize(size);
                    page->show();
                    if (view)
                        page->setView(view);
                    QApplication::processEvents();
                    QApplication::processEvents();
                    for (const QString &line : tests::clipped(page.get()))
                        qWarning("%s%s %s: %s", named.name, suffix, lang, qPrintable(line));
                    const QString name = QStringLiteral("%1%2-%3-%4.png")
                                             .arg(QLatin1String(named.name), QLatin1String(suffix), QLatin1String(lang),
                                                  ui::codeOf(look));
                    page->grab().save(folder.filePath(name));
                }
            }
        }
    }
    return 0;
}
