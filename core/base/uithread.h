#pragma once

#include <QCoreApplication>
#include <QThread>
#include <QtGlobal>

/// The console never parses, compares, queries or waits on the thread of its interface (design 6.2). Work of that kind
/// begins with a mark; where assertions are on, a mark met on that thread says so with a warning, which the console's
/// tests take for a failure. `liaisonctl` has no interface to freeze: its commands run, and wait, on the main thread.
namespace liaison {

inline constexpr char uiThreadGuard[] = "liaisonGuardsUiThread";
/// Every warning begins with it.
inline constexpr char uiThreadWarning[] = "on the interface's thread:";

/// From here on the thread of `application` is an interface's.
inline void guardUiThread(QCoreApplication &application)
{
    application.setProperty(uiThreadGuard, true);
}

/// The mark. `what` names the work.
inline void notOnUiThread([[maybe_unused]] const char *what)
{
#ifndef QT_NO_DEBUG
    const QCoreApplication *application = QCoreApplication::instance();
    // The property is asked for on its own thread only.
    if (application && application->thread() == QThread::currentThread() &&
        application->property(uiThreadGuard).toBool())
        qWarning("%s %s", uiThreadWarning, what);
#endif
}

} // namespace liaison
