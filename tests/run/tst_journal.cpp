// The journal proves itself: every kind of tampering is found and named, expiry leaves a checkpoint, older stores open.

#include "core/store/heads.h"
#include "core/store/journalcheck.h"
#include "core/store/migrations.h"
#include "core/store/runlock.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <functional>

using namespace liaison;
using namespace liaison::store;

namespace {

RunStep step(const QString &id)
{
    RunStep s;
    s.id = id;
    s.place = {QStringLiteral("main"), 7, 70, QStringLiteral("room")};
    s.kind = ChangeKind::Add;
    s.person = 3;
    s.chat = QStringLiteral("c3");
    s.before = "null";
    s.after = "\"member\"";
    return s;
}

/// A run with two steps, six entries.
void writeRun(Journal &journal, const QString &id, qint64 started)
{
    RunRecord run;
    run.id = id;
    run.plan = QStringLiteral("digest");
    run.origin = QStringLiteral("diff");
    run.classes = {ChangeClass::Add};
    run.started = {started};
    run.by = QStringLiteral("anna");
    run.writer = QStringLiteral("desk:1");
    run.planned = 2;
    const QString a = id + u'a', b = id + u'b';
    QVERIFY(journal.begin(run, {step(a), step(b)}));
    QVERIFY(journal.intent(id, QStringLiteral("add"), QStringLiteral("room"), {a}, {started + 1}));
    QVERIFY(journal.outcomes(id, {{a, Outcome::Done}}, {QString()}, {started + 2}));
    QVERIFY(journal.intent(id, QStringLiteral("add"), QStringLiteral("room"), {b}, {started + 3}));
    QVERIFY(journal.outcomes(id, {{b, Outcome::Failed}}, {QStringLiteral("timeout")}, {started + 4}));
    QVERIFY(journal.end(id, RunState::Partly, {started + 5}));
}

QStringList told(const JournalCheck &check)
{
    QStringList out;
    for (const JournalProblem &p : check.problems)
        out << QStringLiteral("%1 %2 %3").arg(p.run).arg(p.n).arg(codeOf(p.fault));
    return out;
}

/// Somebody with the file in their hands.
void tamper(const QString &folder, const QStringList &statements)
{
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("tamper"));
        db.setDatabaseName(folder + QLatin1String("/liaison.db"));
        QVERIFY(db.open());
        for (const QString &sql : statements) {
            QSqlQuery query(db);
            QVERIFY2(query.exec(sql), qPrintable(query.lastError().text()));
        }
        db.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("tamper"));
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tampering_data();
    void tampering();
    void resumedRunsAreSound();
    void expiryLeavesACheckpoint();
    void lostHeadsAreNoAlarm();
    void interruptedIsWhoeverHoldsNoLock();
    void everyEarlierVersionOpens_data();
    void everyEarlierVersionOpens();
};

// R292, R293: altered, missing, reordered and cut rows are found, and which
void TestJournal::tampering_data()
{
    QTest::addColumn<QStringList>("sql");
    QTest::addColumn<QStringList>("found");
    const auto q = [](const char *sql) { return QString::fromLatin1(sql); };
    QTest::newRow("nothing") << QStringList{} << QStringList{};
    QTest::newRow("an outcome made better")
        << QStringList{q("UPDATE journal SET body = replace(body, 'failed', 'done') WHERE run = 'two' AND n = 5")}
        << QStringList{q("two 5 entry-altered"), q("two 0 steps-altered")};
    QTest::newRow("a date") << QStringList{q("UPDATE journal SET at = at + 60000 WHERE run = 'two' AND n = 3")}
                            << QStringList{q("two 3 entry-altered")};
    QTest::newRow("a row taken out") << QStringList{q("DELETE FROM journal WHERE run = 'two' AND n = 4")}
                                     << QStringList{q("two 5 entries-missing")};
    QTest::newRow("two rows exchanged") << QStringList{q("UPDATE journal SET n = 100 WHERE run = 'two' AND n = 2"),
                                                       q("UPDATE journal SET n = 2 WHERE run = 'two' AND n = 4"),
                                                       q("UPDATE journal SET n = 4 WHERE run = 'two' AND n = 100")}
                                        << QStringList{q("two 2 entries-moved"), q("two 3 entries-moved"),
                                                       q("two 4 entries-moved"), q("two 5 entries-moved")};
    QTest::newRow("the end cut off") << QStringList{q("DELETE FROM journal WHERE run = 'two' AND n >= 5")}
                                     << QStringList{q("two 4 end-cut"), q("two 0 run-altered"),
                                                    q("two 0 steps-altered")};
    QTest::newRow("cut, and the count with it")
        << QStringList{q("DELETE FROM journal WHERE run = 'two' AND n >= 6"),
                       q("UPDATE runs SET entries = 5, last_hash = (SELECT hash FROM journal WHERE run = 'two'"
                         " AND n = 5), state = 'running', finished = NULL WHERE id = 'two'")}
        << QStringList{q("two 6 end-cut")};
    QTest::newRow("a whole run gone") << QStringList{q("DELETE FROM journal WHERE run = 'two'"),
                                                     q("DELETE FROM steps WHERE run = 'two'"),
                                                     q("DELETE FROM runs WHERE id = 'two'")}
                                      << QStringList{q("two 0 run-missing")};
    QTest::newRow("another operator") << QStringList{q("UPDATE runs SET operator = 'bob' WHERE id = 'two'")}
                                      << QStringList{q("two 0 run-altered")};
    QTest::newRow("another state") << QStringList{q("UPDATE runs SET state = 'done' WHERE id = 'two'")}
                                   << QStringList{q("two 0 run-altered")};
    QTest::newRow("another prior state")
        << QStringList{q("UPDATE steps SET before = '\"moderator\"' WHERE run = 'two' AND position = 0")}
        << QStringList{q("two 0 steps-altered")};
    QTest::newRow("another person") << QStringList{q("UPDATE steps SET chat = 'c4' WHERE run = 'two' AND position = 1")}
                                    << QStringList{q("two 0 steps-altered")};
    QTest::newRow("another outcome") << QStringList{q(
                                            "UPDATE steps SET outcome = 'done' WHERE run = 'two' AND position = 1")}
                                     << QStringList{q("two 0 steps-altered")};
}

void TestJournal::tampering()
{
    QFETCH(QStringList, sql);
    QFETCH(QStringList, found);
    QTemporaryDir dir;
    {
        auto db = Database::open(dir.path());
        QVERIFY(db);
        Journal journal(**db);
        writeRun(journal, QStringLiteral("one"), 1000);
        writeRun(journal, QStringLiteral("two"), 2000);
        writeRun(journal, QStringLiteral("three"), 3000);
    }
    tamper(dir.path(), sql);
    auto db = Database::open(dir.path());
    QVERIFY(db);
    Journal journal(**db);
    const auto check = checkJournal(journal);
    QVERIFY(check);
    QCOMPARE(told(*check), found);
}

void TestJournal::resumedRunsAreSound()
{
    QTemporaryDir dir;
    auto db = Database::open(dir.path());
    QVERIFY(db);
    Journal journal(**db);
    writeRun(journal, QStringLiteral("one"), 1000);
    QVERIFY(journal.again(QStringLiteral("one"), QStringLiteral("bob"), QStringLiteral("desk:2"), {2000}));
    QVERIFY(journal.outcomes(QStringLiteral("one"), {{QStringLiteral("oneb"), Outcome::Done}}, {QString()}, {2001}));
    QVERIFY(journal.end(QStringLiteral("one"), RunState::Done, {2002}));
    const auto check = checkJournal(journal);
    QCOMPARE(told(*check), QStringList());
    QCOMPARE(check->entries, 9);
    QCOMPARE(journal.record(QStringLiteral("one"))->done, 2);
}

// R294
void TestJournal::expiryLeavesACheckpoint()
{
    QTemporaryDir dir;
    auto db = Database::open(dir.path());
    QVERIFY(db);
    Journal journal(**db);
    writeRun(journal, QStringLiteral("one"), 1000);
    writeRun(journal, QStringLiteral("two"), 2000);
    writeRun(journal, QStringLiteral("three"), 900000);
    QCOMPARE(journal.expire({5000}, {1000000}).value(), 2);
    QCOMPARE(journal.runs()->size(), size_t(1));
    QCOMPARE(told(*checkJournal(journal)), QStringList()); // gone by expiry is not gone by theft
    QCOMPARE(journal.expire({5000}, {1000001}).value(), 0);
    tamper(dir.path(), {QStringLiteral("DELETE FROM checkpoints")});
    QCOMPARE(told(*checkJournal(journal)).size(), 2);
}

void TestJournal::lostHeadsAreNoAlarm()
{
    QTemporaryDir dir;
    auto db = Database::open(dir.path());
    QVERIFY(db);
    Journal journal(**db);
    writeRun(journal, QStringLiteral("one"), 1000);
    QCOMPARE(rememberedHeads(dir.path()).size(), size_t(1));
    QFile heads(dir.filePath(QStringLiteral("journal-heads.json")));
    QVERIFY(heads.open(QIODevice::WriteOnly | QIODevice::Truncate));
    heads.write("{ no json");
    heads.close();
    QCOMPARE(told(*checkJournal(journal)), QStringList());
    writeRun(journal, QStringLiteral("two"), 2000);
    QCOMPARE(rememberedHeads(dir.path()).size(), size_t(1));
}

void TestJournal::interruptedIsWhoeverHoldsNoLock()
{
    QTemporaryDir dir;
    auto db = Database::open(dir.path());
    QVERIFY(db);
    Journal journal(**db);
    RunRecord run;
    run.id = QStringLiteral("open");
    run.classes = {ChangeClass::Add};
    run.plan = run.origin = run.by = run.writer = QStringLiteral("x");
    run.started = {1};
    run.planned = 1;
    QVERIFY(journal.begin(run, {step(QStringLiteral("s"))}));
    QCOMPARE(journal.runs()->front().state, RunState::Interrupted);
    {
        const auto lock = RunLock::take(dir.path(), run.id);
        QVERIFY(lock);
        QCOMPARE(journal.runs()->front().state, RunState::Running);
        const auto second = RunLock::take(dir.path(), run.id);
        QVERIFY(!second);
        QCOMPARE(second.error().code, QStringLiteral("run-in-use"));
    }
    QCOMPARE(journal.runs()->front().state, RunState::Interrupted);
}

void TestJournal::everyEarlierVersionOpens_data()
{
    QTest::addColumn<int>("version");
    for (int v = 1; v < static_cast<int>(migrations().size()); ++v)
        QTest::addRow("%d", v) << v;
}

// A store of each earlier version, with a run in it, is brought up to date and keeps what it holds.
void TestJournal::everyEarlierVersionOpens()
{
    QFETCH(int, version);
    QTemporaryDir dir;
    QStringList sql;
    for (int v = 0; v < version; ++v)
        sql += migrations()[static_cast<size_t>(v)];
    sql << QStringLiteral("PRAGMA user_version = %1").arg(version)
        << QStringLiteral("INSERT INTO runs (id, plan, origin, classes, started, finished, operator, writer, state,"
                          " planned) VALUES ('old', 'p', 'diff', 'add', 5, 6, 'anna', 'desk:1', 'done', 1)")
        << QStringLiteral("INSERT INTO steps (run, position, id, site, kind, before, after, outcome) VALUES"
                          " ('old', 0, 's', 'main', 'add', 'null', '\"member\"', 'done')")
        << QStringLiteral("INSERT INTO servers VALUES ('https://a', 1, 2)");
    tamper(dir.path(), sql);
    auto db = Database::open(dir.path());
    QVERIFY(db);
    Journal journal(**db);
    const auto runs = journal.runs();
    QVERIFY(runs);
    QCOMPARE(runs->size(), size_t(1));
    QCOMPARE(runs->front().done, 1);
    QCOMPARE(runs->front().state, RunState::Done);
    QCOMPARE(journal.steps(QStringLiteral("old"))->size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
