#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QThread>
#include <QVariantList>
#include <functional>
#include <memory>

namespace liaison::store {

/// One SQLite file in a thread of its own (design 6.2). Every use of the connection is a function run on that thread;
/// `run` waits for it, so it must not be called from the user interface's thread.
class Database
{
public:
    /// Creates the folder and the file where missing and brings the schema up to date. Errors (ErrorKind::Storage):
    /// "store-newer" written by a newer release (left untouched), "store-locked", "disk-full", "file-not-writable",
    /// "store-failed".
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &folder);
    ~Database();

    /// Runs `work` inside one transaction; an error rolls everything back.
    [[nodiscard]] Result<void> transaction(const std::function<Result<void>(QSqlDatabase &)> &work);
    /// Runs `work` without a transaction of its own: for reads.
    [[nodiscard]] Result<void> run(const std::function<Result<void>(QSqlDatabase &)> &work);

    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    explicit Database(QString folder);
    Result<void> onThread(const std::function<Result<void>(QSqlDatabase &)> &work);

    QString m_folder;
    QString m_connection;
    QThread m_thread;
    QObject *m_context = nullptr; ///< lives on m_thread
};

/// Prepares and runs a statement with positional values.
[[nodiscard]] Result<QSqlQuery> execute(QSqlDatabase &db, const QString &sql, const QVariantList &values = {});
/// The Error of a failed statement, told apart by what people can do about it.
[[nodiscard]] Error storageError(const QSqlError &error);

} // namespace liaison::store
