// What is kept beside the campus: a store that cannot be used and plan files that cannot be read stop everything with
// one sentence before anything is sent; the journal ends after 400 days, and with `purge`.

#include "tests/flow/flow.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

Campus drifted()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne bob"), QStringLiteral("prof"));
    return campus;
}

QVariant inStore(Flow &flow, const QString &sql)
{
    QVariant value;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("beside"));
        db.setDatabaseName(flow.file(QStringLiteral("store/liaison.db")));
        if (!db.open())
            qFatal("no store");
        QSqlQuery query(db);
        if (!query.exec(sql))
            qFatal("%s", qPrintable(sql));
        if (query.next())
            value = query.value(0);
        db.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("beside"));
    return value;
}

QStringList runsOf(Flow &flow)
{
    QStringList ids;
    const QJsonArray runs = flow.run({QStringLiteral("--json"), QStringLiteral("runs")}).json[u"runs"].toArray();
    for (const QJsonValue &run : runs)
        ids << run[u"run"].toString();
    return ids;
}

} // namespace

class FlowStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void planFiles_data();
    void planFiles();
    void aNewerStore();
    void aFolderThatCannotBeWritten();
    void oldRunsExpire();
    void purged();
    void notWhileAPlanIsApplied();

private:
    static QString refused(Flow &flow, const Ran &ran, const char *code);
};

/// Exit 1, one sentence of that code, nothing sent. Empty = so it was.
QString FlowStore::refused(Flow &flow, const Ran &ran, const char *code)
{
    const QJsonValue error = ran.json[u"error"];
    const bool so = ran.exit == 1 && error[u"code"].toString() == QLatin1String(code) &&
                    !error[u"text"].toString().isEmpty() && flow.writes() == 0;
    return so ? QString() : QString::fromUtf8(said(ran));
}

void FlowStore::planFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kept"); // of the plan, in percent, before the bytes
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("cut in the middle") << QByteArray() << 50;
    QTest::newRow("cut at the end") << QByteArray() << 99;
    QTest::newRow("something behind it") << QByteArray("}") << 100;
    QTest::newRow("not text") << QByteArray("\x00\xff\xfe\x89PNG", 8) << 0;
    QTest::newRow("another document") << QByteArray(R"({"format":"liaison-world","version":1})") << 0;
    QTest::newRow("a list") << QByteArray("[]") << 0;
}

void FlowStore::planFiles()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, kept);
    Flow flow(drifted());
    QCOMPARE(flow.plan(every).exit, 2);
    const QByteArray plan = flow.read(QStringLiteral("plan.json"));
    flow.write(QStringLiteral("plan.json"), plan.left(plan.size() * kept / 100) + bytes);
    const QString wrong = refused(flow, flow.apply(), "bad-plan");
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    QVERIFY(runsOf(flow).isEmpty());
}

void FlowStore::aNewerStore()
{
    Flow flow(drifted());
    QCOMPARE(flow.plan(every).exit, 2);
    inStore(flow, QStringLiteral("PRAGMA user_version = 999"));
    const QString wrong = refused(flow, flow.apply(), "store-newer");
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    QCOMPARE(inStore(flow, QStringLiteral("PRAGMA user_version")).toInt(), 999);
}

void FlowStore::aFolderThatCannotBeWritten()
{
    Flow flow(drifted());
    QCOMPARE(flow.plan(every).exit, 2);
    flow.env[QStringLiteral("LIAISON_STORE")] = flow.file(QStringLiteral("plan.json/store"));
    const QString wrong = refused(flow, flow.apply(), "file-not-writable");
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

// Design 6.4: whole runs; that the chain of what is left stays sound is proved in tst_journal
void FlowStore::oldRunsExpire()
{
    Campus campus = drifted();
    Flow flow(campus);
    QCOMPARE(flow.plan(every).exit, 2);
    QCOMPARE(flow.apply().exit, 0);
    const QString old = runsOf(flow).value(0);
    const auto runAgain = [&](const char *login) {
        campus.world = flow.sandbox().world();
        campus.enrol(7, QString::fromLatin1(login));
        flow.sandbox().replaceWorld(campus.world);
        flow.plan(every);
        return flow.apply();
    };
    QVERIFY(runAgain("carl").json[u"done"].toInt() > 0);
    QCOMPARE(runsOf(flow).size(), 2); // not yet
    inStore(flow, QStringLiteral("UPDATE runs SET started = started - 401 * 86400000, finished = finished - 401 * "
                                 "86400000 WHERE id = '%1'")
                      .arg(old));
    QVERIFY(runAgain("dora").json[u"done"].toInt() > 0);
    QCOMPARE(runsOf(flow).size(), 2);
    QVERIFY(!runsOf(flow).contains(old));
    QCOMPARE(inStore(flow, QStringLiteral("SELECT count(*) FROM journal WHERE run = '%1'").arg(old)).toInt(), 0);
    QCOMPARE(inStore(flow, QStringLiteral("SELECT count(*) FROM checkpoints")).toInt(), 1);
}

void FlowStore::purged()
{
    Flow flow(drifted());
    QCOMPARE(flow.plan(every).exit, 2);
    QCOMPARE(flow.apply().exit, 0);
    const QDir store(flow.file(QStringLiteral("store")));
    QCOMPARE(flow.run({QStringLiteral("purge"), QStringLiteral("--yes"), QStringLiteral("--keep-journal")}).exit, 0);
    QVERIFY(store.exists(QStringLiteral("journal-heads.json")));
    QCOMPARE(runsOf(flow).size(), 1);
    QCOMPARE(flow.run({QStringLiteral("journal"), QStringLiteral("verify")}).exit, 0);
    QCOMPARE(flow.run({QStringLiteral("purge"), QStringLiteral("--yes")}).exit, 0);
    QVERIFY(!store.exists(QStringLiteral("journal-heads.json")));
    QVERIFY(store.entryList({QStringLiteral("*.lock")}).isEmpty());
    QVERIFY(runsOf(flow).isEmpty());
    // Nothing is missing from a journal that was erased on request.
    QCOMPARE(flow.run({QStringLiteral("journal"), QStringLiteral("verify")}).exit, 0);
}

void FlowStore::notWhileAPlanIsApplied()
{
    Flow flow(drifted());
    QCOMPARE(flow.plan(every).exit, 2);
    flow.sandbox().clearRequests();
    flow.fault(R"({"server":"rocketchat","match":"groups.invite","do":"hang"})");
    const auto program = flow.start({QStringLiteral("apply"), flow.file(QStringLiteral("plan.json"))});
    QTRY_VERIFY_WITH_TIMEOUT(flow.writes(QStringLiteral("groups.invite")) > 0, 20000);
    const Ran ran = flow.run({QStringLiteral("--json"), QStringLiteral("purge"), QStringLiteral("--yes")});
    QCOMPARE(ran.exit, 1);
    QCOMPARE(ran.json[u"error"][u"code"].toString(), QStringLiteral("run-in-use"));
    QCOMPARE(runsOf(flow).size(), 1);
    program->kill();
    program->waitForFinished();
}

QTEST_GUILESS_MAIN(FlowStore)
#include "tst_flow_store.moc"
