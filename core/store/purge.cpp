#include "core/store/purge.h"

#include "core/store/runlock.h"

#include <QDir>
#include <QFile>
#include <QStringList>

namespace liaison::store {

namespace {

constexpr qsizetype lockPrefix = 4, lockSuffix = 5; // "run-" RUN ".lock"

/// What is kept beside the database of runs: their locks and the newest heads of their chains.
Result<void> eraseFiles(const QString &folder)
{
    QDir dir(folder);
    QStringList files = dir.entryList({QStringLiteral("run-*.lock")}, QDir::Files);
    files << QStringLiteral("journal-heads.json");
    for (const QString &file : std::as_const(files)) {
        if (dir.exists(file) && !dir.remove(file))
            return fail(Error{ErrorKind::Storage, QStringLiteral("file-not-writable"), dir.filePath(file), 0, {}, {}});
    }
    return {};
}

} // namespace

Result<void> purge(Database &database, Purge what)
{
    const QString folder = database.folder();
    const QStringList locks = QDir(folder).entryList({QStringLiteral("run-*.lock")}, QDir::Files);
    for (const QString &lock : locks) { // a run that goes on would write into a journal that forgot it
        const QString run = lock.mid(lockPrefix).chopped(lockSuffix);
        if (RunLock::isHeld(folder, run))
            return fail(Error{ErrorKind::Input, QStringLiteral("run-in-use"), run, 0, {}, {}});
    }
    const auto erased = database.run([what](QSqlDatabase &db) -> Result<void> {
        if (auto done = execute(db, QStringLiteral("PRAGMA secure_delete = ON")); !done)
            return fail(done.error());
        QStringList tables;
        {
            auto names = execute(db, QStringLiteral("SELECT name FROM sqlite_schema WHERE type = 'table'"
                                                    " AND name NOT LIKE 'sqlite_%'"));
            if (!names)
                return fail(names.error());
            while (names->next())
                tables << names->value(0).toString();
        }
        if (what == Purge::AllButJournal) {
            for (const QString &kept : {QStringLiteral("runs"), QStringLiteral("steps"), QStringLiteral("journal"),
                                        QStringLiteral("checkpoints")})
                tables.removeAll(kept);
        }
        if (auto begun = execute(db, QStringLiteral("BEGIN EXCLUSIVE")); !begun)
            return fail(begun.error());
        for (const QString &table : tables) {
            if (auto done = execute(db, QStringLiteral("DELETE FROM \"%1\"").arg(table)); !done) {
                (void)execute(db, QStringLiteral("ROLLBACK"));
                return fail(done.error());
            }
        }
        if (auto done = execute(db, QStringLiteral("COMMIT")); !done) {
            (void)execute(db, QStringLiteral("ROLLBACK"));
            return fail(done.error());
        }
        if (auto done = execute(db, QStringLiteral("VACUUM")); !done)
            return fail(done.error());
        auto emptied = execute(db, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        if (!emptied)
            return fail(emptied.error());
        if (emptied->next() && emptied->value(0).toInt() != 0) // another connection still looks at the old pages
            return fail(Error{ErrorKind::Storage, QStringLiteral("store-locked"), {}, 0, {}, {}});
        return {};
    });
    if (!erased || what == Purge::AllButJournal)
        return erased;
    return eraseFiles(folder);
}

} // namespace liaison::store
