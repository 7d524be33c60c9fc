#pragma once

#include "tests/ui/profiles/sampleprofiles.h"
#include "tests/ui/samplecampus.h"
#include "ui/profiles/pagekeys.h"
#include "ui/profiles/profilespage.h"
#include "ui/shell/allpages.h"
#include "ui/shell/mainwindow.h"

#include <QLineEdit>
#include <QTest>

namespace liaison::tests {

/// The whole window, with profiles.
struct ProfilesWindow
{
    explicit ProfilesWindow(ui::ThemeHolder &theme, ui::Language &language)
        : window(ui::Context{backend, theme, language})
    {
        ui::addAllPages(window);
        window.setProfiles(profiles);
        window.resize(1440, 900);
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window is not active");
    }
    ui::ProfilesPage &page()
    {
        window.showPage(ui::pages::Profiles);
        QCoreApplication::processEvents();
        return *qobject_cast<ui::ProfilesPage *>(window.page(ui::pages::Profiles));
    }
    SampleBackend backend;
    SampleProfiles profiles;
    ui::MainWindow window;
};

inline void type(QLineEdit *line, const QString &text)
{
    line->setFocus();
    line->selectAll();
    for (const QChar c : text)
        QTest::sendKeyEvent(QTest::Click, line, Qt::Key_unknown, QString(c), Qt::NoModifier);
}

} // namespace liaison::tests
