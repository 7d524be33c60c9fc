#include "core/store/memory.h"

#include "core/store/statement.h"

#include <map>

namespace liaison::store {
namespace {

/// Ids as "3,4"; NULL where the file did not carry the list, which is not the same as nobody.
QVariant idsOrNull(const std::optional<std::vector<qint64>> &ids)
{
    if (!ids)
        return {};
    QStringList texts;
    for (qint64 id : *ids)
        texts << QString::number(id);
    return text(texts.join(u','));
}

std::optional<std::vector<qint64>> idsFrom(const QVariant &value)
{
    if (value.isNull())
        return std::nullopt;
    std::vector<qint64> ids;
    const QStringList texts = value.toString().split(u',', Qt::SkipEmptyParts);
    for (const QString &id : texts)
        ids.push_back(id.toLongLong());
    return ids;
}

template <class T> QVariant valueOrNull(const std::optional<T> &value)
{
    return value ? QVariant(static_cast<int>(*value)) : QVariant();
}

std::optional<bool> flagFrom(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toBool());
}

ImportedLink linkFrom(const QSqlQuery &row)
{
    ImportedLink link;
    link.cmid = row.value(1).toLongLong();
    link.course = row.value(2).toLongLong();
    link.room = row.value(3).toString();
    link.name = row.value(4).toString();
    link.visible = flagFrom(row.value(5));
    link.moderatorRoles = idsFrom(row.value(6));
    link.memberRoles = idsFrom(row.value(7));
    if (!row.value(8).isNull()) {
        Retention wanted;
        wanted.enabled = wanted.overrideGlobal = row.value(8).toBool();
        if (!row.value(9).isNull())
            wanted.maxAge = row.value(9).toInt();
        wanted.filesOnly = row.value(10).toBool();
        wanted.excludePinned = row.value(11).toBool();
        link.retention = wanted;
    }
    link.created.ms = row.value(12).toLongLong();
    link.gone = row.value(13).toBool();
    return link;
}

} // namespace

Result<std::vector<LinkImport>> Memory::imports()
{
    std::vector<LinkImport> imports;
    const auto done = m_db.run([&](QSqlDatabase &db) -> Result<void> {
        auto heads =
            execute(db, QStringLiteral("SELECT site, date, imported_at, imported_by FROM imports ORDER BY site"));
        if (!heads)
            return fail(heads.error());
        std::map<QString, size_t> bySite;
        while (heads->next()) {
            bySite[heads->value(0).toString()] = imports.size();
            imports.push_back({heads->value(0).toString(),
                               {heads->value(1).toLongLong()},
                               {heads->value(2).toLongLong()},
                               heads->value(3).toString(),
                               {}});
        }
        auto rows = execute(db, QStringLiteral("SELECT site, cmid, course, room, name, visible, moderator_roles,"
                                               " member_roles, retention_enabled, max_age, files_only, exclude_pinned,"
                                               " created, EXISTS (SELECT 1 FROM gone g WHERE g.site = l.site"
                                               " AND g.cmid = l.cmid)"
                                               " FROM imported_links l ORDER BY site, cmid"));
        if (!rows)
            return fail(rows.error());
        while (rows->next()) {
            if (const auto head = bySite.find(rows->value(0).toString()); head != bySite.end())
                imports[head->second].links.push_back(linkFrom(*rows));
        }
        return {};
    });
    if (!done)
        return fail(done.error());
    return imports;
}

Result<void> Memory::replaceImport(const LinkImport &import)
{
    return m_db.transaction([&](QSqlDatabase &db) -> Result<void> {
        for (const char *table : {"imports", "imported_links"}) {
            if (auto done = execute(db, QStringLiteral("DELETE FROM %1 WHERE site = ?").arg(QLatin1String(table)),
                                    {import.site});
                !done)
                return fail(done.error());
        }
        if (auto done = execute(db, QStringLiteral("INSERT INTO imports VALUES (?, ?, ?, ?)"),
                                {import.site, qint64(import.date.ms), qint64(import.importedAt.ms), text(import.by)});
            !done)
            return fail(done.error());
        // Whoever names an activity again has it looked up again.
        Statement back(db, QStringLiteral("DELETE FROM gone WHERE site = ? AND cmid = ?"));
        Statement insert(db,
                         QStringLiteral("INSERT INTO imported_links VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        for (const ImportedLink &l : import.links) {
            QVariant enabled, maxAge, filesOnly, excludePinned;
            if (l.retention) {
                enabled = int(l.retention->enabled);
                maxAge = valueOrNull(l.retention->maxAge);
                filesOnly = int(l.retention->filesOnly);
                excludePinned = int(l.retention->excludePinned);
            }
            if (auto done = insert({import.site, l.cmid, l.course, text(l.room), text(l.name), valueOrNull(l.visible),
                                    idsOrNull(l.moderatorRoles), idsOrNull(l.memberRoles), enabled, maxAge, filesOnly,
                                    excludePinned, qint64(l.created.ms)});
                !done)
                return done;
            if (auto done = back({import.site, l.cmid}); !done)
                return done;
        }
        return {};
    });
}

Result<std::vector<WalkedCourse>> Memory::walked(const QString &site)
{
    std::vector<WalkedCourse> courses;
    const auto done = m_db.run([&](QSqlDatabase &db) -> Result<void> {
        auto rows = execute(db,
                            QStringLiteral("SELECT w.course, w.at, a.cmid, a.name, a.visible, a.on_page FROM walked w"
                                           " LEFT JOIN activities a ON a.site = w.site AND a.course = w.course"
                                           " WHERE w.site = ? ORDER BY w.course, a.cmid"),
                            {site});
        if (!rows)
            return fail(rows.error());
        while (rows->next()) {
            const qint64 course = rows->value(0).toLongLong();
            if (courses.empty() || courses.back().course != course)
                courses.push_back({course, {rows->value(1).toLongLong()}, {}});
            if (!rows->value(2).isNull())
                courses.back().activities.push_back({rows->value(2).toLongLong(), rows->value(3).toString(),
                                                     flagFrom(rows->value(4)), flagFrom(rows->value(5))});
        }
        return {};
    });
    if (!done)
        return fail(done.error());
    return courses;
}

Result<void> Memory::rememberWalked(const QString &site, const std::vector<WalkedCourse> &courses)
{
    return m_db.transaction([&](QSqlDatabase &db) -> Result<void> {
        Statement walked(db, QStringLiteral("INSERT OR REPLACE INTO walked VALUES (?, ?, ?)"));
        Statement forget(db, QStringLiteral("DELETE FROM activities WHERE site = ? AND course = ?"));
        Statement activity(db, QStringLiteral("INSERT OR REPLACE INTO activities VALUES (?, ?, ?, ?, ?, ?, ?)"));
        Statement back(db, QStringLiteral("DELETE FROM gone WHERE site = ? AND cmid = ?"));
        for (const WalkedCourse &c : courses) {
            if (auto done = walked({site, c.course, qint64(c.at.ms)}); !done)
                return done;
            if (auto done = forget({site, c.course}); !done)
                return done;
            for (const SeenActivity &a : c.activities) {
                if (auto done = activity({site, a.cmid, c.course, text(a.name), valueOrNull(a.visible),
                                          valueOrNull(a.visibleOnCoursePage), qint64(c.at.ms)});
                    !done)
                    return done;
                if (auto done = back({site, a.cmid}); !done)
                    return done;
            }
        }
        return {};
    });
}

Result<void> Memory::rememberGone(const std::vector<LinkKey> &keys, Instant at)
{
    return m_db.transaction([&](QSqlDatabase &db) -> Result<void> {
        Statement gone(db, QStringLiteral("INSERT OR REPLACE INTO gone VALUES (?, ?, ?)"));
        for (const LinkKey &key : keys) {
            if (auto done = gone({key.site, key.cmid, qint64(at.ms)}); !done)
                return done;
        }
        return {};
    });
}

} // namespace liaison::store
