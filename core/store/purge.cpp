#include "core/store/purge.h"

#include <QStringList>

namespace liaison::store {

Result<void> purge(Database &database, Purge what)
{
    return database.run([what](QSqlDatabase &db) -> Result<void> {
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
            for (const QString &kept : {QStringLiteral("runs"), QStringLiteral("steps"), QStringLiteral("journal")})
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
}

} // namespace liaison::store
