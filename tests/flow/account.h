#pragma once

#include <QProcess>
#include <QString>

namespace liaison::flow {

/// Who the operating system says runs this, asked by another way than the program does. The programs under test are
/// given another name in USER, LOGNAME and USERNAME, which must be found nowhere.
inline QString accountName()
{
    QProcess id;
    id.start(QStringLiteral("id"), {QStringLiteral("-un")});
    return id.waitForFinished(10000) ? QString::fromLocal8Bit(id.readAllStandardOutput()).trimmed() : QString();
}

inline const QString forgedName = QStringLiteral("somebody-else");

} // namespace liaison::flow
