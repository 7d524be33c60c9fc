#include "core/store/journal.h"

#include "core/store/heads.h"
#include "core/store/runlock.h"
#include "core/store/steprow.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QVariant>

namespace liaison::store {
namespace {

QByteArray compact(const QJsonObject &o)
{
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}

template <class T> QVariant orNull(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

QString classCodes(const std::vector<ChangeClass> &classes)
{
    QStringList codes;
    for (ChangeClass c : classes)
        codes << codeOf(c);
    return codes.join(u',');
}

} // namespace

QString stepsHash(const std::vector<RunStep> &steps)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const QByteArray &part) {
        hash.addData(QByteArray(QByteArray::number(part.size()) + QByteArrayLiteral(":")));
        hash.addData(part);
    };
    const auto number = [](const std::optional<qint64> &n) { return n ? QByteArray::number(*n) : QByteArray("-"); };
    for (const RunStep &s : steps) {
        for (const QByteArray &part :
             {s.id.toUtf8(), s.place.site.toUtf8(), number(s.place.course), number(s.place.cmid),
              s.place.room.value_or(QStringLiteral("-")).toUtf8(), codeOf(s.kind).toUtf8(), number(s.person),
              s.chat.value_or(QStringLiteral("-")).toUtf8(), s.before, s.after})
            add(part);
    }
    return QString::fromLatin1(hash.result().toHex());
}

QString chainHash(const QString &previous, const QString &run, qint64 n, Instant at, const QString &type,
                  const QByteArray &body)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part :
         {previous.toUtf8(), run.toUtf8(), QByteArray::number(n), QByteArray::number(at.ms), type.toUtf8(), body}) {
        hash.addData(QByteArray(QByteArray::number(part.size()) + QByteArrayLiteral(":")));
        hash.addData(part);
    }
    return QString::fromLatin1(hash.result().toHex());
}

Result<void> Journal::append(QSqlDatabase &db, const QString &run, const QString &type, const QJsonObject &body,
                             Instant at)
{
    auto head = execute(db, QStringLiteral("SELECT entries, last_hash FROM runs WHERE id = ?"), {run});
    if (!head)
        return fail(head.error());
    head->next();
    const qint64 n = head->value(0).toLongLong() + 1;
    const QString previous = head->value(1).toString();
    head->finish();
    const QByteArray text = compact(body);
    const QString hash = chainHash(previous, run, n, at, type, text);
    if (auto done = execute(db, QStringLiteral("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)"),
                            {run, n, qint64(at.ms), type, QString::fromUtf8(text), hash});
        !done)
        return fail(done.error());
    if (auto done =
            execute(db, QStringLiteral("UPDATE runs SET entries = ?, last_hash = ? WHERE id = ?"), {n, hash, run});
        !done)
        return fail(done.error());
    return {};
}

Result<void> Journal::begin(const RunRecord &run, const std::vector<RunStep> &steps)
{
    return m_db.transaction([&](QSqlDatabase &db) -> Result<void> {
        if (auto done = execute(db,
                                QStringLiteral("INSERT INTO runs (id, plan, origin, classes, started, operator, writer,"
                                               " state, planned, decisions, servers)"
                                               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                                {run.id, run.plan, run.origin, classCodes(run.classes), qint64(run.started.ms), run.by,
                                 run.writer, codeOf(RunState::Running), run.planned,
                                 QString::fromUtf8(compact(run.decisions)), QString::fromUtf8(compact(run.servers))});
            !done)
            return fail(done.error());
        for (size_t i = 0; i < steps.size(); ++i) {
            const RunStep &s = steps[i];
            if (auto done =
                    execute(db,
                            QStringLiteral("INSERT INTO steps (run, position, id, site, course, cmid, room, kind,"
                                           " person, chat, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                            {run.id, qint64(i), s.id, s.place.site, orNull(s.place.course), orNull(s.place.cmid),
                             orNull(s.place.room), codeOf(s.kind), orNull(s.person), orNull(s.chat),
                             QString::fromUtf8(s.before), QString::fromUtf8(s.after)});
                !done)
                return fail(done.error());
        }
        return append(db, run.id, QStringLiteral("run"),
                      {{QStringLiteral("plan"), run.plan},
                       {QStringLiteral("origin"), run.origin},
                       {QStringLiteral("classes"), classCodes(run.classes)},
                       {QStringLiteral("by"), run.by},
                       {QStringLiteral("writer"), run.writer},
                       {QStringLiteral("planned"), run.planned},
                       {QStringLiteral("steps"), stepsHash(steps)},
                       {QStringLiteral("decisions"), run.decisions},
                       {QStringLiteral("servers"), run.servers}},
                      run.started);
    });
}

Result<void> Journal::intent(const QString &run, const QString &call, const QString &room,
                             const std::vector<QString> &stepIds, Instant at)
{
    QJsonArray ids;
    for (const QString &id : stepIds)
        ids.append(id);
    return m_db.transaction([&](QSqlDatabase &db) {
        return append(db, run, QStringLiteral("intent"),
                      {{QStringLiteral("call"), call}, {QStringLiteral("room"), room}, {QStringLiteral("steps"), ids}},
                      at);
    });
}

Result<void> Journal::outcomes(const QString &run, const std::vector<std::pair<QString, Outcome>> &steps,
                               const std::vector<QString> &details, Instant at)
{
    return m_db.transaction([&](QSqlDatabase &db) -> Result<void> {
        for (size_t i = 0; i < steps.size(); ++i) {
            const auto &[id, outcome] = steps[i];
            if (auto done = execute(
                    db,
                    QStringLiteral("UPDATE steps SET outcome = ?, detail = ?, at = ?"
                                   " WHERE run = ? AND id = ?"),
                    {codeOf(outcome), details[i].isNull() ? QStringLiteral("") : details[i], qint64(at.ms), run, id});
                !done)
                return fail(done.error());
            if (auto done = append(db, run, QStringLiteral("outcome"),
                                   {{QStringLiteral("step"), id},
                                    {QStringLiteral("outcome"), codeOf(outcome)},
                                    {QStringLiteral("detail"), details[i]}},
                                   at);
                !done)
                return done;
        }
        return {};
    });
}

Result<void> Journal::end(const QString &run, RunState state, Instant at)
{
    Head head;
    head.run = run;
    const auto done = m_db.transaction([&](QSqlDatabase &db) -> Result<void> {
        if (auto updated = execute(db, QStringLiteral("UPDATE runs SET state = ?, finished = ? WHERE id = ?"),
                                   {codeOf(state), qint64(at.ms), run});
            !updated)
            return fail(updated.error());
        if (auto appended = append(db, run, QStringLiteral("end"), {{QStringLiteral("state"), codeOf(state)}}, at);
            !appended)
            return appended;
        auto row = execute(db, QStringLiteral("SELECT entries, last_hash, started FROM runs WHERE id = ?"), {run});
        if (!row)
            return fail(row.error());
        row->next();
        head.entries = row->value(0).toLongLong();
        head.hash = row->value(1).toString();
        head.started.ms = row->value(2).toLongLong();
        return {};
    });
    if (!done)
        return done;
    return rememberHead(m_db.folder(), head);
}

Result<void> Journal::again(const QString &run, const QString &by, const QString &writer, Instant at)
{
    return m_db.transaction([&](QSqlDatabase &db) -> Result<void> {
        if (auto done = execute(db, QStringLiteral("UPDATE runs SET state = ?, finished = NULL WHERE id = ?"),
                                {codeOf(RunState::Running), run});
            !done)
            return fail(done.error());
        return append(db, run, QStringLiteral("resume"),
                      {{QStringLiteral("by"), by}, {QStringLiteral("writer"), writer}}, at);
    });
}

Result<std::vector<RunRecord>> Journal::runs()
{
    std::vector<RunRecord> runs;
    const auto done = m_db.run([&](QSqlDatabase &db) -> Result<void> {
        auto rows = execute(
            db, QStringLiteral("SELECT id, plan, origin, classes, started, finished, operator, writer, state, planned,"
                               " (SELECT count(*) FROM steps s WHERE s.run = runs.id AND outcome = 'done'),"
                               " (SELECT count(*) FROM steps s WHERE s.run = runs.id AND outcome = 'skipped'),"
                               " (SELECT count(*) FROM steps s WHERE s.run = runs.id AND outcome = 'stale'),"
                               " (SELECT count(*) FROM steps s WHERE s.run = runs.id AND outcome = 'failed'),"
                               " decisions, servers, entries, last_hash FROM runs ORDER BY started DESC, id"));
        if (!rows)
            return fail(rows.error());
        while (rows->next()) {
            RunRecord r;
            r.id = rows->value(0).toString();
            r.plan = rows->value(1).toString();
            r.origin = rows->value(2).toString();
            const QStringList classes = rows->value(3).toString().split(u',', Qt::SkipEmptyParts);
            for (const QString &code : classes) {
                if (const auto c = fromCode<ChangeClass>(code))
                    r.classes.push_back(*c);
            }
            r.started.ms = rows->value(4).toLongLong();
            r.finished.ms = rows->value(5).toLongLong();
            r.by = rows->value(6).toString();
            r.writer = rows->value(7).toString();
            r.state = fromCode<RunState>(rows->value(8).toString()).value_or(RunState::Interrupted);
            r.planned = rows->value(9).toInt();
            r.done = rows->value(10).toInt();
            r.skipped = rows->value(11).toInt();
            r.stale = rows->value(12).toInt();
            r.failed = rows->value(13).toInt();
            r.decisions = QJsonDocument::fromJson(rows->value(14).toByteArray()).object();
            r.servers = QJsonDocument::fromJson(rows->value(15).toByteArray()).object();
            r.entries = rows->value(16).toLongLong();
            r.lastHash = rows->value(17).toString();
            runs.push_back(std::move(r));
        }
        return {};
    });
    if (!done)
        return fail(done.error());
    for (RunRecord &r : runs) {
        if (r.state == RunState::Running && !RunLock::isHeld(m_db.folder(), r.id))
            r.state = RunState::Interrupted;
    }
    return runs;
}

Result<RunRecord> Journal::record(const QString &run)
{
    auto all = runs();
    if (!all)
        return fail(all.error());
    const RunRecord *found = nullptr;
    for (const RunRecord &r : *all) {
        if (r.id == run)
            return r;
        if (run.size() >= 6 && r.id.contains(run)) {
            if (found) { // two fit: neither is meant for sure
                found = nullptr;
                break;
            }
            found = &r;
        }
    }
    if (found)
        return *found;
    return fail(Error{ErrorKind::Input, QStringLiteral("run-not-found"), run, 0, {}, {}});
}

Result<std::vector<RunStep>> Journal::steps(const QString &run)
{
    std::vector<RunStep> steps;
    const auto done = m_db.run([&](QSqlDatabase &db) -> Result<void> {
        auto rows = execute(db,
                            QStringLiteral("SELECT id, site, course, cmid, room, kind, person, chat, before, after,"
                                           " outcome, detail, at FROM steps WHERE run = ? ORDER BY position"),
                            {run});
        if (!rows)
            return fail(rows.error());
        while (rows->next()) {
            steps.push_back(stepFrom(*rows));
        }
        return {};
    });
    if (!done)
        return fail(done.error());
    return steps;
}

Result<std::vector<JournalEntry>> Journal::entries(const QString &run)
{
    std::vector<JournalEntry> entries;
    const auto done = m_db.run([&](QSqlDatabase &db) -> Result<void> {
        auto rows =
            execute(db, QStringLiteral("SELECT n, at, type, body, hash FROM journal WHERE run = ? ORDER BY n"), {run});
        if (!rows)
            return fail(rows.error());
        while (rows->next()) {
            JournalEntry e;
            e.n = rows->value(0).toLongLong();
            e.at.ms = rows->value(1).toLongLong();
            e.type = rows->value(2).toString();
            e.text = rows->value(3).toByteArray();
            e.body = QJsonDocument::fromJson(e.text).object();
            e.hash = rows->value(4).toString();
            entries.push_back(std::move(e));
        }
        return {};
    });
    if (!done)
        return fail(done.error());
    return entries;
}

Result<int> Journal::expire(Instant limit, Instant now)
{
    int expired = 0;
    const auto done = m_db.transaction([&](QSqlDatabase &db) -> Result<void> {
        auto rows = execute(db,
                            QStringLiteral("SELECT id, last_hash, started FROM runs WHERE finished IS NOT NULL"
                                           " AND finished < ? AND state <> 'running' ORDER BY started, id"),
                            {qint64(limit.ms)});
        if (!rows)
            return fail(rows.error());
        QStringList ids;
        QByteArray hashes;
        qint64 until = 0;
        while (rows->next()) {
            ids << rows->value(0).toString();
            hashes += rows->value(1).toByteArray();
            until = rows->value(2).toLongLong();
        }
        rows->finish();
        if (ids.isEmpty())
            return {};
        auto last = execute(db, QStringLiteral("SELECT n, hash FROM checkpoints ORDER BY n DESC LIMIT 1"));
        if (!last)
            return fail(last.error());
        const bool hasLast = last->next();
        const qint64 n = hasLast ? last->value(0).toLongLong() + 1 : 1;
        const QString previous = hasLast ? last->value(1).toString() : QString();
        last->finish();
        const QString hash = chainHash(previous, ids.join(u','), n, now, QStringLiteral("checkpoint"), hashes);
        if (auto written = execute(db, QStringLiteral("INSERT INTO checkpoints VALUES (?, ?, ?, ?, ?)"),
                                   {n, qint64(now.ms), int(ids.size()), until, hash});
            !written)
            return fail(written.error());
        for (const QString &id : ids) {
            for (const char *sql : {"DELETE FROM journal WHERE run = ?", "DELETE FROM steps WHERE run = ?",
                                    "DELETE FROM runs WHERE id = ?"}) {
                if (auto gone = execute(db, QString::fromLatin1(sql), {id}); !gone)
                    return fail(gone.error());
            }
        }
        expired = static_cast<int>(ids.size());
        return {};
    });
    if (!done)
        return fail(done.error());
    return expired;
}

} // namespace liaison::store
