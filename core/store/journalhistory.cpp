#include "core/store/journalhistory.h"

#include "core/store/runlock.h"
#include "core/store/steprow.h"

#include <QHash>
#include <QSet>
#include <algorithm>

namespace liaison::store {
namespace {

std::optional<qint64> number(const QVariant &v)
{
    return v.isNull() ? std::optional<qint64>() : v.toLongLong();
}

std::optional<QString> text(const QVariant &v)
{
    return v.isNull() ? std::optional<QString>() : v.toString();
}

/// One of several conditions, with its values: "(room = ? OR (site = ? AND cmid = ?))".
class AnyOf
{
public:
    void add(const QString &condition, const QVariantList &values)
    {
        m_parts << condition;
        m_values << values;
    }
    [[nodiscard]] bool isEmpty() const { return m_parts.isEmpty(); }
    [[nodiscard]] QString sql() const { return u'(' + m_parts.join(QLatin1String(" OR ")) + u')'; }
    [[nodiscard]] const QVariantList &values() const { return m_values; }

private:
    QStringList m_parts;
    QVariantList m_values;
};

AnyOf places(const HistoryOf &of)
{
    AnyOf out;
    for (const QString &room : of.rooms)
        out.add(QStringLiteral("s.room = ?"), {room});
    for (const LinkKey &link : of.links)
        out.add(QStringLiteral("(s.site = ? AND s.cmid = ?)"), {link.site, link.cmid});
    return out;
}

AnyOf people(const HistoryOf &of)
{
    AnyOf out;
    for (const SitePerson &person : of.people)
        out.add(QStringLiteral("(s.site = ? AND s.person = ?)"), {person.site, person.moodle});
    for (const QString &account : of.accounts)
        out.add(QStringLiteral("s.chat = ?"), {account});
    return out;
}

/// Runs `sql`, one text a row.
Result<std::vector<QString>> texts(Journal &journal, const QString &sql, const QVariantList &values = {})
{
    std::vector<QString> out;
    const auto done = journal.database().run([&](QSqlDatabase &db) -> Result<void> {
        auto rows = execute(db, sql, values);
        if (!rows)
            return fail(rows.error());
        while (rows->next())
            out.push_back(rows->value(0).toString());
        return {};
    });
    if (!done)
        return fail(done.error());
    return out;
}

Result<std::vector<SitePerson>> sitePeople(Journal &journal, const QString &sql, const QVariantList &values = {})
{
    std::vector<SitePerson> out;
    const auto done = journal.database().run([&](QSqlDatabase &db) -> Result<void> {
        auto rows = execute(db, sql, values);
        if (!rows)
            return fail(rows.error());
        while (rows->next())
            out.push_back({rows->value(0).toString(), rows->value(1).toLongLong()});
        return {};
    });
    if (!done)
        return fail(done.error());
    return out;
}

template <class T> void addNew(std::vector<T> &to, const std::vector<T> &more)
{
    for (const T &value : more) {
        if (std::find(to.begin(), to.end(), value) == to.end())
            to.push_back(value);
    }
}

} // namespace

Result<std::vector<HistoryStep>> historyOf(Journal &journal, const HistoryOf &of)
{
    QString sql = QStringLiteral("SELECT s.id, s.site, s.course, s.cmid, s.room, s.kind, s.person, s.chat, s.before,"
                                 " s.after, s.outcome, s.detail, s.at, r.id, r.started, r.operator, r.state"
                                 " FROM steps s JOIN runs r ON r.id = s.run");
    QVariantList values;
    QStringList conditions;
    for (const AnyOf &any : {places(of), people(of)}) {
        if (any.isEmpty())
            continue;
        conditions << any.sql();
        values << any.values();
    }
    if (!of.run.isEmpty()) {
        conditions << QStringLiteral("r.id = ?");
        values << of.run;
    }
    if (!conditions.isEmpty())
        sql += QLatin1String(" WHERE ") + conditions.join(QLatin1String(" AND "));
    sql += QLatin1String(" ORDER BY coalesce(s.at, r.started), r.started, r.id, s.position");

    std::vector<HistoryStep> out;
    const auto done = journal.database().run([&](QSqlDatabase &db) -> Result<void> {
        auto rows = execute(db, sql, values);
        if (!rows)
            return fail(rows.error());
        while (rows->next()) {
            HistoryStep h;
            h.step = stepFrom(*rows);
            h.run = rows->value(13).toString();
            h.started.ms = rows->value(14).toLongLong();
            h.by = rows->value(15).toString();
            h.state = fromCode<RunState>(rows->value(16).toString()).value_or(RunState::Interrupted);
            out.push_back(std::move(h));
        }
        return {};
    });
    if (!done)
        return fail(done.error());
    QHash<QString, bool> held;
    for (HistoryStep &h : out) {
        if (h.state != RunState::Running)
            continue;
        if (!held.contains(h.run))
            held.insert(h.run, RunLock::isHeld(journal.database().folder(), h.run));
        if (!held.value(h.run))
            h.state = RunState::Interrupted;
    }
    return out;
}

Result<HistoryOf> joined(Journal &journal, HistoryOf of)
{
    // From what was named only: an account that changed hands would lead from one person to the next.
    const HistoryOf named = of;
    for (const SitePerson &person : named.people) {
        const auto accounts =
            texts(journal,
                  QStringLiteral("SELECT DISTINCT chat FROM steps WHERE site = ? AND person = ? AND chat IS NOT NULL"
                                 " UNION SELECT DISTINCT account FROM expected WHERE site = ? AND person = ?"
                                 " AND account <> ''"),
                  {person.site, person.moodle, person.site, person.moodle});
        if (!accounts)
            return fail(accounts.error());
        addNew(of.accounts, *accounts);
    }
    for (const QString &account : named.accounts) {
        const auto found =
            sitePeople(journal,
                       QStringLiteral("SELECT DISTINCT site, person FROM steps WHERE chat = ? AND person IS NOT NULL"
                                      " UNION SELECT DISTINCT site, person FROM expected WHERE account = ?"),
                       {account, account});
        if (!found)
            return fail(found.error());
        addNew(of.people, *found);
    }
    return of;
}

Result<std::vector<QString>> roomsOf(Journal &journal, const std::vector<LinkKey> &links)
{
    std::vector<QString> out;
    for (const LinkKey &link : links) {
        const auto rooms = texts(
            journal,
            QStringLiteral("SELECT room FROM links WHERE site = ? AND cmid = ? AND room IS NOT NULL AND room <> ''"
                           " UNION SELECT room FROM observations WHERE site = ? AND cmid = ?"
                           " UNION SELECT room FROM steps WHERE site = ? AND cmid = ? AND room IS NOT NULL"),
            {link.site, link.cmid, link.site, link.cmid, link.site, link.cmid});
        if (!rooms)
            return fail(rooms.error());
        addNew(out, *rooms);
    }
    return out;
}

Result<KnownIds> knownIds(Journal &journal)
{
    auto rooms = texts(journal, QStringLiteral("SELECT room FROM links WHERE room IS NOT NULL AND room <> ''"
                                               " UNION SELECT room FROM observations"
                                               " UNION SELECT room FROM steps WHERE room IS NOT NULL"));
    if (!rooms)
        return fail(rooms.error());
    auto people = sitePeople(journal, QStringLiteral("SELECT site, person FROM steps WHERE person IS NOT NULL"
                                                     " UNION SELECT site, person FROM expected"));
    if (!people)
        return fail(people.error());
    auto accounts = texts(journal, QStringLiteral("SELECT chat FROM steps WHERE chat IS NOT NULL"
                                                  " UNION SELECT account FROM expected WHERE account <> ''"
                                                  " UNION SELECT account FROM members"));
    if (!accounts)
        return fail(accounts.error());
    return KnownIds{std::move(*rooms), std::move(*people), std::move(*accounts)};
}

Result<Touched> touched(Journal &journal)
{
    Touched out;
    auto rooms =
        texts(journal, QStringLiteral("SELECT DISTINCT room FROM steps WHERE room IS NOT NULL AND room <> ''"));
    if (!rooms)
        return fail(rooms.error());
    out.rooms = std::move(*rooms);
    const auto done = journal.database().run([&](QSqlDatabase &db) -> Result<void> {
        auto rows = execute(db, QStringLiteral("SELECT DISTINCT site, person, chat FROM steps"
                                               " WHERE person IS NOT NULL OR chat IS NOT NULL"));
        if (!rows)
            return fail(rows.error());
        while (rows->next())
            out.people.push_back({rows->value(0).toString(), number(rows->value(1)), text(rows->value(2))});
        return {};
    });
    if (!done)
        return fail(done.error());
    return out;
}

} // namespace liaison::store
