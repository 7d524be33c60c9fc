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

    /// Newest first. A run that says `running` but whose writer is gone is shown as `interrupted` by the caller.
    [[nodiscard]] Result<std::vector<RunRecord>> runs();
    [[nodiscard]] Result<std::vector<RunStep>> steps(const QString &run);
    [[nodiscard]] Result<std::vector<JournalEntry>> entries(const QString &run);

private:
    Result<void> append(QSqlDatabase &db, const QString &run, const QString &type, const QJsonObject &body, Instant at);

    Database &m_db;
};

/// What an entry's hash is made of: the hash before, then every field. Used by the writer and by whoever verifies.
[[nodiscard]] QString chainHash(const QString &previous, const QString &run, qint64 n, Instant at, const QString &type,
                                const QByteArray &body);

} // namespace liaison::store
