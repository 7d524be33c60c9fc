#include "core/store/memory.h"

#include "core/store/statement.h"

namespace liaison::store {
namespace {

constexpr qint64 keptMs = 400LL * 24 * 3600 * 1000; // design 6.8

Result<void> forget(QSqlDatabase &db, Instant limit)
{
    for (const auto &[column, tables] :
         {std::pair("last", std::vector{"expected", "members", "observations"}),
          std::pair("at", std::vector{"walked", "activities", "gone"})}) {
        for (const char *table : tables) {
            const QString sql =
                QStringLiteral("DELETE FROM %1 WHERE %2 < ?").arg(QLatin1String(table), QLatin1String(column));
            if (auto done = execute(db, sql, {qint64(limit.ms)}); !done)
                return fail(done.error());
        }
    }
    return {};
}

} // namespace

Result<bool> Memory::wasReached(const QString &origin)
{
    bool reached = false;
    const auto done = m_db.run([&](QSqlDatabase &db) -> Result<void> {
        auto rows = execute(db, QStringLiteral("SELECT 1 FROM servers WHERE origin = ?"), {origin});
        if (!rows)
            return fail(rows.error());
        reached = rows->next();
        return {};
    });
    if (!done)
        return fail(done.error());
    return reached;
}

Result<Instant> Memory::firstReached(const QString &origin)
{
    Instant first;
    const auto done = m_db.run([&](QSqlDatabase &db) -> Result<void> {
        auto rows = execute(db, QStringLiteral("SELECT first_reached FROM servers WHERE origin = ?"), {origin});
        if (!rows)
            return fail(rows.error());
        if (rows->next())
            first.ms = rows->value(0).toLongLong();
        return {};
    });
    if (!done)
        return fail(done.error());
    return first;
}

Result<void> Memory::markReached(const QString &origin, Instant at)
{
    return m_db.transaction([&](QSqlDatabase &db) -> Result<void> {
        const auto done =
            execute(db,
                    QStringLiteral("INSERT INTO servers VALUES (?, ?, ?)"
                                   " ON CONFLICT (origin) DO UPDATE SET last_reached = excluded.last_reached"),
                    {origin, qint64(at.ms), qint64(at.ms)});
        return done ? Result<void>() : fail(done.error());
    });
}

Result<std::vector<RememberedLink>> Memory::links()
{
    std::vector<RememberedLink> links;
    const auto done = m_db.run([&](QSqlDatabase &db) -> Result<void> {
        auto rows = execute(db, QStringLiteral("SELECT site, cmid, course, shortname, fullname, room, source, creator,"
                                               " first_seen, last_seen, confirmed_by, confirmed_at,"
                                               " EXISTS (SELECT 1 FROM gone g WHERE g.site = links.site"
                                               " AND g.cmid = links.cmid AND g.at >= links.last_seen) FROM links"
                                               " ORDER BY site, cmid"));
        if (!rows)
            return fail(rows.error());
        while (rows->next()) {
            RememberedLink link;
            link.site = rows->value(0).toString();
            link.cmid = rows->value(1).toLongLong();
            link.course = rows->value(2).toLongLong();
            link.shortName = rows->value(3).toString();
            link.fullName = rows->value(4).toString();
            link.room = rows->value(5).toString();
            link.source = fromCode<LinkSource>(rows->value(6).toString()).value_or(LinkSource::Remembered);
            link.creator = rows->value(7).toString();
            link.firstSeen.ms = rows->value(8).toLongLong();
            link.lastSeen.ms = rows->value(9).toLongLong();
            link.confirmedBy = rows->value(10).toString();
            link.confirmedAt.ms = rows->value(11).toLongLong();
            link.gone = rows->value(12).toBool();
            links.push_back(std::move(link));
        }
        return {};
    });
    if (!done)
        return fail(done.error());
    return links;
}

Result<void> Memory::rememberLinks(const std::vector<RememberedLink> &links)
{
    return m_db.transaction([&](QSqlDatabase &db) -> Result<void> {
        Statement upsert(
            db, QStringLiteral("INSERT INTO links (site, cmid, course, shortname, fullname, room, source, creator, "
                               "first_seen, last_seen)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (site, cmid) DO UPDATE SET course = "
                               "excluded.course,"
                               " shortname = excluded.shortname, fullname = excluded.fullname, room = excluded.room,"
                               " source = excluded.source, last_seen = excluded.last_seen,"
                               // who made the room is what a later change is told by: kept while it is that room
                               " creator = CASE WHEN links.room IS excluded.room"
                               " THEN coalesce(links.creator, excluded.creator) ELSE excluded.creator END"));
        for (const RememberedLink &l : links) {
            if (auto done =
                    upsert({l.site, l.cmid, l.course, text(l.shortName), text(l.fullName), orNull(l.room),
                            codeOf(l.source), orNull(l.creator), qint64(l.firstSeen.ms), qint64(l.lastSeen.ms)});
                !done)
                return done;
        }
        return {};
    });
}

Result<void> Memory::confirmLinks(const std::vector<RememberedLink> &links, const QString &by, Instant at)
{
    if (auto done = rememberLinks(links); !done)
        return done;
    return m_db.transaction([&](QSqlDatabase &db) -> Result<void> {
        Statement confirm(db, QStringLiteral("UPDATE links SET source = 'confirmed', creator = ?, confirmed_by = ?,"
                                             " confirmed_at = ? WHERE site = ? AND cmid = ?"));
        for (const RememberedLink &l : links) {
            if (auto done = confirm({orNull(l.creator), by, qint64(at.ms), l.site, l.cmid}); !done)
                return done;
        }
        return {};
    });
}

Result<History> Memory::history(const QSet<QString> &rooms)
{
    History history;
    const auto wanted = [&](const QString &room) { return rooms.isEmpty() || rooms.contains(room); };
    const auto done = m_db.run([&](QSqlDatabase &db) -> Result<void> {
        auto observed = execute(db, QStringLiteral("SELECT site, cmid, room, last, settled FROM observations"));
        if (!observed)
            return fail(observed.error());
        while (observed->next()) {
            const QString room = observed->value(2).toString();
            if (!wanted(room))
                continue;
            LinkHistory &link = history.links[{observed->value(0).toString(), observed->value(1).toLongLong()}][room];
            link.lastObservation.ms = observed->value(3).toLongLong();
            link.settled.ms = observed->value(4).toLongLong();
        }
        auto expected = execute(db, QStringLiteral("SELECT site, cmid, room, person, account, role, first, last"
                                                   " FROM expected ORDER BY site, cmid, room, person"));
        if (!expected)
            return fail(expected.error());
        while (expected->next()) {
            const QString room = expected->value(2).toString();
            if (!wanted(room))
                continue;
            PastExpected p;
            p.person.value = expected->value(3).toLongLong();
            p.account.value = expected->value(4).toString();
            p.role = fromCode<MemberRole>(expected->value(5).toString()).value_or(MemberRole::Member);
            p.first.ms = expected->value(6).toLongLong();
            p.last.ms = expected->value(7).toLongLong();
            history.links[{expected->value(0).toString(), expected->value(1).toLongLong()}][room].expected.push_back(p);
        }
        // The last thing one of our runs did with a person in a room decides whether they count as added by us.
        auto ours =
            execute(db, QStringLiteral("SELECT room, chat, kind, at FROM steps WHERE outcome = 'done'"
                                       " AND kind IN ('add', 'remove') AND chat IS NOT NULL ORDER BY at, position"));
        if (!ours)
            return fail(ours.error());
        while (ours->next()) {
            const QString room = ours->value(0).toString();
            if (!wanted(room))
                continue;
            if (ours->value(2).toString() == u"add")
                history.addedByUs[room].insert(ours->value(1).toString(), Instant{ours->value(3).toLongLong()});
            else
                history.addedByUs[room].remove(ours->value(1).toString());
        }
        auto links =
            execute(db, QStringLiteral("SELECT site, cmid, settled_room FROM links WHERE settled_room IS NOT NULL"));
        if (!links)
            return fail(links.error());
        while (links->next())
            history.lastRoom.insert({links->value(0).toString(), links->value(1).toLongLong()},
                                    links->value(2).toString());
        return {};
    });
    if (!done)
        return fail(done.error());
    return history;
}

Result<void> Memory::remember(const std::vector<ObservedLink> &links, const std::vector<ObservedMembers> &members,
                              Instant at)
{
    return m_db.transaction([&](QSqlDatabase &db) -> Result<void> {
        Statement observation(
            db,
            QStringLiteral("INSERT INTO observations VALUES (?, ?, ?, ?, ?) ON CONFLICT (site, cmid, room) DO UPDATE"
                           " SET last = excluded.last, settled = max(settled, excluded.settled)"));
        Statement settle(db, QStringLiteral("UPDATE links SET settled_room = ? WHERE site = ? AND cmid = ?"));
        Statement expected(
            db,
            QStringLiteral("INSERT INTO expected VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (site, cmid, room, person)"
                           " DO UPDATE SET last = excluded.last, role = CASE WHEN ? THEN excluded.role ELSE role END,"
                           " account = CASE WHEN excluded.account = '' THEN account ELSE excluded.account END"));
        Statement member(db, QStringLiteral("INSERT INTO members VALUES (?, ?, ?, ?, ?) ON CONFLICT (room, account)"
                                            " DO UPDATE SET last = excluded.last, roles = excluded.roles"));
        const qint64 now = at.ms;
        for (const ObservedLink &l : links) {
            if (auto done = observation({l.key.site, l.key.cmid, l.room, now, l.settled ? now : qint64(0)}); !done)
                return done;
            if (l.settled) {
                if (auto done = settle({l.room, l.key.site, l.key.cmid}); !done)
                    return done;
            }
            for (const auto &p : l.expected) {
                if (auto done = expected({l.key.site, l.key.cmid, l.room, p.person,
                                          p.account.isNull() ? QStringLiteral("") : p.account, codeOf(p.role), now, now,
                                          l.settled});
                    !done)
                    return done;
            }
        }
        for (const ObservedMembers &m : members) {
            for (const auto &[account, roles] : m.members) {
                if (auto done = member({m.room, account, int(roles), now, now}); !done)
                    return done;
            }
        }
        // Dated by the servers, like the observations themselves (design 4.2), not by this machine's clock.
        return at.isKnown() ? forget(db, {at.ms - keptMs}) : Result<void>();
    });
}

Result<void> Memory::forgetOlderThan(Instant limit)
{
    return m_db.transaction([&](QSqlDatabase &db) { return forget(db, limit); });
}

} // namespace liaison::store
