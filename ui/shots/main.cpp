#include "ui/base/language.h"
#include "ui/base/theme.h"
#include "ui/shots/sheet.h"

#include <QApplication>
#include <QDir>
#include <QWidget>

using namespace liaison;
using namespace liaison::ui;

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QString out = application.arguments().value(1, QStringLiteral("build/shots"));
    QDir().mkpath(out);
    ThemeHolder theme(application);
    Language language(application, text::Language::French);
    for (const Theme which : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
        theme.setTheme(which);
        std::unique_ptr<QWidget> sheet(componentSheet(language));
        sheet->resize(760, 1750);
        sheet->show();
        if (auto *focused = sheet->findChild<QWidget *>(QStringLiteral("focused")))
            focused->setFocus(Qt::TabFocusReason);
        QCoreApplication::processEvents();
        sheet->grab().save(out % QStringLiteral("/components-") % codeOf(which) % QStringLiteral(".png"));
    }
    return 0;
}
