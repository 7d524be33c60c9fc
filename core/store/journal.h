#pragma once

#include "core/model/change.h"
#include "core/store/database.h"

#include <QByteArray>
#include <QJsonObject>
#include <optional>
#include <vector>

namespace liaison::store {

struct RunRecord
{
    QString id;
    QString plan; ///< digest of the plan that was applied
    QString origin;
    std::vector<ChangeClass> classes;
    Instant started, finished;
    QString by;     ///< OS account of the operator
    QString writer; ///< which console wrote it: one hash chain per run and writer
    RunState state = RunState::Running;
    int planned = 0, done = 0, skipped = 0, stale = 0, failed = 0;
    QJsonObject decisions; ///< what was lifted or confirmed: needed to resume it
    QJsonObject servers;   ///< as in a plan document
    qint64 entries = 0;    ///< entries in the journal
    QString lastHash;      ///< of the last one
};

struct RunStep
{
    QString id;
    Place place;
    ChangeKind kind = ChangeKind::Add;
    std::optional<qint64> person;
    std::optional<QString> chat;
    QByteArray before, after; ///< compact JSON
    std::optional<Outcome> outcome;
    QString detail;
    Instant at;
};

struct JournalEntry
{
    qint64 n = 0;
    Instant at;
    QString type; ///< "run", "intent", "outcome", "end"
    QJsonObject body;
    QByteArray text; ///< `body` as it was hashed
    QString hash;
};

/// The record of runs (design 6.4): the run row first, an intent before each call, an outcome for each step after the
/// reading that proves it. Ids only. Each entry's hash covers the one before.
class Journal
{
public:
    explicit Journal(Database &db) : m_db(db) {}

    /// Writes the run row and its steps before anything is sent.
    [[nodiscard]] Result<void> begin(const RunRecord &run, const std::vector<RunStep> &steps);
    /// One call that is about to be sent: its name, the room, and the steps it carries out.
    [[nodiscard]] Result<void> intent(const QString &run, const QString &call, const QString &room,
                                      const std::vector<QString> &stepIds, Instant at);
    [[nodiscard]] Result<void> outcomes(const QString &run, const std::vector<std::pair<QString, Outcome>> &steps,
                                        const std::vector<QString> &details, Instant at);
    [[nodiscard]] Result<void> end(const QString &run, RunState state, Instant at);
    /// The run goes on: by whom and from which console.
    [[nodiscard]] Result<void> again(const QString &run, const QString &by, const QString &writer, Instant at);

    /// Newest first. A run that says `running` while nobody holds its lock is `interrupted`.
    [[nodiscard]] Result<std::vector<RunRecord>> runs();
    /// Error (Input): "run-not-found". A part of an id that fits one run only will do.
    [[nodiscard]] Result<RunRecord> record(const QString &run);
    [[nodiscard]] Result<std::vector<RunStep>> steps(const QString &run);
    [[nodiscard]] Result<std::vector<JournalEntry>> entries(const QString &run);
    /// Expiry by whole runs: those that ended before `limit` leave a checkpoint. How many there were.
    [[nodiscard]] Result<int> expire(Instant limit, Instant now);

    [[nodiscard]] Database &database() { return m_db; }

private:
    Result<void> append(QSqlDatabase &db, const QString &run, const QString &type, const QJsonObject &body, Instant at);

    Database &m_db;
};

/// The fields of steps that never change, hashed into the first entry of their run.
[[nodiscard]] QString stepsHash(const std::vector<RunStep> &steps);

/// What an entry's hash is made of: the hash before, then every field. Used by the writer and by whoever verifies.
[[nodiscard]] QString chainHash(const QString &previous, const QString &run, qint64 n, Instant at, const QString &type,
                                const QByteArray &body);

} // namespace liaison::store
