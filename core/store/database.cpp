#include "core/store/database.h"

#include "core/base/uithread.h"
#include "core/store/migrations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

namespace liaison::store {
namespace {

tl::unexpected<Error> storeFailure(const char *code, const QString &detail)
{
    Error e;
    e.kind = ErrorKind::Storage;
    e.code = QString::fromLatin1(code);
    e.detail = detail;
    return fail(std::move(e));
}

Result<void> migrate(QSqlDatabase &db)
{
    auto version = execute(db, QStringLiteral("PRAGMA user_version"));
    if (!version)
        return fail(version.error());
    version->next();
    const int present = version->value(0).toInt();
    version->finish();
    const int newest = static_cast<int>(migrations().size());
    if (present > newest)
        return storeFailure("store-newer", QString::number(present));
    for (int step = present; step < newest; ++step) {
        if (!db.transaction())
            return fail(storageError(db.lastError()));
        for (const QString &sql : migrations()[static_cast<size_t>(step)]) {
            if (auto done = execute(db, sql); !done) {
                db.rollback();
                return fail(done.error());
            }
        }
        // Inside the transaction, so that a crash leaves the old version with the old tables.
        if (auto done = execute(db, QStringLiteral("PRAGMA user_version = %1").arg(step + 1)); !done) {
            db.rollback();
            return fail(done.error());
        }
        if (!db.commit())
            return fail(storageError(db.lastError()));
    }
    return {};
}

Result<void> openConnection(const QString &name, const QString &file)
{
    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
    if (!db.isValid())
        return storeFailure("store-failed", QStringLiteral("QSQLITE"));
    db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    db.setDatabaseName(file);
    if (!db.open())
        return fail(storageError(db.lastError()));
    // FULL: an intent that was journaled must survive a power cut, or a write could be repeated after it.
    for (const char *pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON"}) {
        if (auto done = execute(db, QString::fromLatin1(pragma)); !done)
            return fail(done.error());
    }
    return migrate(db);
}

} // namespace

Error storageError(const QSqlError &error)
{
    Error e;
    e.kind = ErrorKind::Storage;
    e.detail = error.databaseText();
    switch (error.nativeErrorCode().toInt() & 0xff) { // SQLite's primary result codes
    case 5:
    case 6:
        e.code = QStringLiteral("store-locked");
        break;
    case 8:
    case 14:
        e.code = QStringLiteral("file-not-writable");
        break;
    case 13:
        e.code = QStringLiteral("disk-full");
        break;
    default:
        e.code = QStringLiteral("store-failed");
    }
    return e;
}

Result<QSqlQuery> execute(QSqlDatabase &db, const QString &sql, const QVariantList &values)
{
    notOnUiThread("SQL");
    QSqlQuery query(db);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return fail(storageError(query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return fail(storageError(query.lastError()));
    return query;
}

Database::Database(QString folder)
    : m_folder(std::move(folder))
    , m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_context(new QObject)
{
    m_context->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("store"));
    m_thread.start();
}

Database::~Database()
{
    QMetaObject::invokeMethod(
        m_context,
        [this] {
            {
                QSqlDatabase db = QSqlDatabase::database(m_connection, false);
                db.close();
            }
            QSqlDatabase::removeDatabase(m_connection);
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    delete m_context;
}

Result<std::unique_ptr<Database>> Database::open(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return storeFailure("file-not-writable", folder);
    // The store names courses and people's ids: nobody else on this machine needs to read it.
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    std::unique_ptr<Database> db(new Database(folder));
    const QString file = QDir(folder).filePath(QStringLiteral("liaison.db"));
    const auto opened = db->onThread([&](QSqlDatabase &) { return openConnection(db->m_connection, file); });
    if (!opened)
        return fail(opened.error());
    return db;
}

Result<void> Database::onThread(const std::function<Result<void>(QSqlDatabase &)> &work)
{
    notOnUiThread("waiting for the store");
    Result<void> result;
    QMetaObject::invokeMethod(
        m_context,
        [&] {
            QSqlDatabase connection = QSqlDatabase::database(m_connection, false);
            result = work(connection);
        },
        Qt::BlockingQueuedConnection);
    return result;
}

Result<void> Database::run(const std::function<Result<void>(QSqlDatabase &)> &work)
{
    return onThread(work);
}

Result<void> Database::transaction(const std::function<Result<void>(QSqlDatabase &)> &work)
{
    return onThread([&](QSqlDatabase &db) -> Result<void> {
        if (auto begun = execute(db, QStringLiteral("BEGIN IMMEDIATE")); !begun)
            return fail(begun.error());
        const Result<void> done = work(db);
        const auto ended = execute(db, done ? QStringLiteral("COMMIT") : QStringLiteral("ROLLBACK"));
        if (done && !ended) {
            (void)execute(db, QStringLiteral("ROLLBACK"));
            return fail(ended.error());
        }
        return done;
    });
}

} // namespace liaison::store
