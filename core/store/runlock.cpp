#include "core/store/runlock.h"

#include <QFileInfo>

namespace liaison::store {
namespace {

QString fileOf(const QString &folder, const QString &run)
{
    return QString(folder + QLatin1String("/run-") + run + QLatin1String(".lock"));
}

} // namespace

RunLock::RunLock(const QString &file) : m_lock(file)
{
    m_lock.setStaleLockTime(0); // a run may take hours: only a process that is gone makes its lock void
}

Result<std::unique_ptr<RunLock>> RunLock::take(const QString &folder, const QString &run)
{
    std::unique_ptr<RunLock> lock(new RunLock(fileOf(folder, run)));
    if (lock->m_lock.tryLock())
        return lock;
    const bool taken = lock->m_lock.error() == QLockFile::LockFailedError;
    return fail(Error{taken ? ErrorKind::Input : ErrorKind::Storage,
                      taken ? QStringLiteral("run-in-use") : QStringLiteral("file-not-writable"),
                      taken ? run : fileOf(folder, run),
                      0,
                      {},
                      {}});
}

bool RunLock::isHeld(const QString &folder, const QString &run)
{
    if (!QFileInfo::exists(fileOf(folder, run)))
        return false;
    QLockFile probe(fileOf(folder, run));
    probe.setStaleLockTime(0);
    return !probe.tryLock();
}

} // namespace liaison::store
