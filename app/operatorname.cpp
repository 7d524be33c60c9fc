#include "app/context.h"

#include <QByteArray>
#ifdef Q_OS_WIN
#include <array>
#include <windows.h>
#else
#include <pwd.h>
#include <unistd.h>
#endif

namespace liaison::app {

// Never from the environment: whoever starts the program writes there what they like, and the journal is evidence.
QString operatorName()
{
#ifdef Q_OS_WIN
    std::array<wchar_t, 257> name{}; // UNLEN + 1
    DWORD size = DWORD(name.size());
    return GetUserNameW(name.data(), &size) ? QString::fromWCharArray(name.data()) : QStringLiteral("unknown");
#else
    const uid_t account = getuid();
    passwd entry{};
    passwd *found = nullptr;
    QByteArray words(16 * 1024, Qt::Uninitialized);
    if (getpwuid_r(account, &entry, words.data(), static_cast<size_t>(words.size()), &found) == 0 && found)
        return QString::fromLocal8Bit(found->pw_name);
    return QStringLiteral("uid %1").arg(account); // of no directory that can be asked
#endif
}

} // namespace liaison::app
