// Every way a write can go wrong, at the first, a middle and the last call of a run: the sums are right, the journal is
// sound, resuming and planning again end where an undisturbed run ends, and nobody sees a message twice. What happens
// is docs/faults.md, which this test writes down and compares.

#include "tests/flow/flow.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QtTest>
#include <functional>
#include <sys/resource.h>

using namespace liaison;
using namespace liaison::flow;

namespace {

/// One room, so that calls come in one order: settings, one invitation, moderators, demotion, removals.
Campus room()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* new* up* down a b c d e f g h out1 out2"),
                  QStringLiteral("prof* up down* a b c d out1 out2"));
    auto &enrolments = campus.courseOf(7).enrolments;
    for (size_t i = enrolments.size() - 2; i < enrolments.size(); ++i)
        enrolments[i].roles = QStringList{QStringLiteral("teacher")};
    campus.activityOf(70).retention = sandbox::ActivityRetention{true, 90, false, true};
    return campus;
}

struct Position
{
    const char *name, *method;
    int after;
};
constexpr Position positions[] = {
    {"first", "rooms.saveRoomSettings", 0}, {"middle", "groups.addModerator", 0}, {"last", "groups.kick", 1}};

QString sums(const Ran &ran)
{
    QStringList parts;
    for (const char *outcome : {"done", "skipped", "stale", "failed"}) {
        if (const int n = ran.json[QLatin1String(outcome)].toInt())
            parts << QStringLiteral("%1 %2").arg(QLatin1String(outcome)).arg(n);
    }
    return parts.join(QStringLiteral(", "));
}

QString details(const Ran &ran)
{
    QStringList out;
    const QJsonArray steps = ran.json[u"steps"].toArray();
    for (const QJsonValue &step : steps) {
        const QString detail = step[u"detail"].toString();
        if (!detail.isEmpty() && !out.contains(detail))
            out << detail;
    }
    return out.isEmpty() ? QString() : QString(QLatin1String(" (") + out.join(QStringLiteral(", ")) + u')');
}

/// A file that cannot grow is an error of the write, as on a full disk, and not the end of the program.
QStringList withoutSignal(const QString &then)
{
    return {QStringLiteral("bash"), QStringLiteral("-c"), QString(QLatin1String("trap '' XFSZ; ") + then),
            QStringLiteral("bash")};
}

} // namespace

class FlowMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void servers_data();
    void servers();
    void storeLocked();
    void storeWithoutRoom();
    void diskFull_data();
    void diskFull();
    void theDiskWasFull();
    void table();

private:
    /// After the disturbance: resume what was skipped, plan and apply what is left, and compare with the whole run.
    QString goesOn(Flow &flow, const Ran &applied, int messagesBefore);

    struct StoreTrouble
    {
        QStringList under; ///< Flow::under
        std::function<bool(Flow &, QProcess &, size_t)> begin;
        std::function<void(size_t)> end;
    };
    void storeFails(const QString &name, const StoreTrouble &trouble);

    QMap<QString, QString> m_rooms;
    int m_messages = 0, m_steps = 0;
    QMap<QString, QMap<QString, QString>> m_table; // fault -> position -> what happened
    QStringList m_order;
    int m_fullTried = 0, m_stoppedMidway = 0;
};

void FlowMatrix::initTestCase()
{
    Flow flow(room());
    QCOMPARE(flow.plan(every).exit, 2);
    const int before = flow.sandbox().noise()->messages;
    const Ran applied = flow.apply();
    QVERIFY2(applied.exit == 0, said(applied));
    m_steps = applied.json[u"planned"].toInt();
    m_rooms = flow.now();
    m_messages = flow.sandbox().noise()->messages - before;
}

QString FlowMatrix::goesOn(Flow &flow, const Ran &applied, int messagesBefore)
{
    const auto sum = [](const Ran &r) {
        return r.json[u"done"].toInt() + r.json[u"skipped"].toInt() + r.json[u"stale"].toInt() +
               r.json[u"failed"].toInt();
    };
    if (applied.exit != 0 && applied.exit != 4)
        return QString::fromUtf8(said(applied));
    if (applied.json[u"planned"].toInt() != m_steps || sum(applied) != m_steps)
        return QStringLiteral("the sums are wrong: ") + QString::fromUtf8(said(applied));
    if (applied.json[u"skipped"].toInt() > 0) {
        const Ran resumed =
            flow.run({QStringLiteral("--json"), QStringLiteral("resume"), applied.json[u"run"].toString()});
        if ((resumed.exit != 0 && resumed.exit != 4) || resumed.json[u"skipped"].toInt() != 0 ||
            sum(resumed) != m_steps)
            return QStringLiteral("resume: ") + QString::fromUtf8(said(resumed));
    }
    const Ran again = flow.plan(every);
    if (again.exit == 2) {
        const Ran rest = flow.apply();
        if (rest.exit != 0)
            return QStringLiteral("the rest: ") + QString::fromUtf8(said(rest));
    } else if (again.exit != 0) {
        return QStringLiteral("plan: ") + QString::fromUtf8(said(again));
    }
    if (flow.plan(every).exit != 0)
        return QStringLiteral("something is left");
    if (flow.now() != m_rooms)
        return QStringLiteral("the room is ") + flow.now()[QStringLiteral("r70")];
    if (flow.sandbox().noise()->messages - messagesBefore != m_messages)
        return QStringLiteral("%1 messages instead of %2")
            .arg(flow.sandbox().noise()->messages - messagesBefore)
            .arg(m_messages);
    const Ran verified = flow.run({QStringLiteral("journal"), QStringLiteral("verify")});
    return verified.exit == 0 ? QString() : QString::fromUtf8(said(verified));
}

void FlowMatrix::servers_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("position");
    QTest::addColumn<QByteArray>("rule");
    const auto fault = [](const char *name, const char *rule) {
        for (const Position &p : positions) {
            QTest::addRow("%s, %s", name, p.name)
                << QString::fromLatin1(name) << QString::fromLatin1(p.name)
                << QByteArray("{\"server\":\"rocketchat\",\"match\":\"" + QByteArray(p.method) +
                              "\",\"after\":" + QByteArray::number(p.after) + "," + rule + "}");
        }
    };
    fault("reset before the server acted", "\"do\":\"reset\",\"times\":1");
    fault("reset after the server acted", "\"do\":\"reset-after\",\"times\":1");
    fault("answer cut short", "\"do\":\"truncate\",\"times\":1");
    fault("429, waited out", "\"do\":\"ratelimit\",\"seconds\":1,\"times\":2");
    fault("no answer in time", "\"do\":\"hang\",\"times\":1");
    fault("status 500", "\"do\":\"status\",\"status\":500,\"times\":1");
    fault("a web page with 200", "\"do\":\"html\",\"times\":1");
    fault("token revoked", "\"do\":\"revoke\"");
}

// R290, R291 and the rows on uncertain writes
void FlowMatrix::servers()
{
    QFETCH(QString, fault);
    QFETCH(QString, position);
    QFETCH(QByteArray, rule);
    Flow flow(room());
    if (rule.contains("hang"))
        flow.configure(R"({"timeoutSeconds":1})");
    QCOMPARE(flow.plan(every).exit, 2);
    const int before = flow.sandbox().noise()->messages;
    flow.fault(rule.constData());
    const Ran applied = flow.apply();
    flow.sandbox().clearFaults();
    if (!m_order.contains(fault))
        m_order << fault;
    m_table[fault][position] = sums(applied) + details(applied);
    const QString wrong = goesOn(flow, applied, before);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

// What the store refuses while a call is under way: nothing more is sent that could not be recorded, and nothing is
// lost. All positions at once: each waits for the store as long as the program does.
void FlowMatrix::storeFails(const QString &name, const StoreTrouble &trouble)
{
    m_order << name;
    struct Held
    {
        std::unique_ptr<Flow> flow;
        std::unique_ptr<QProcess> process;
        int before = 0;
    };
    std::vector<Held> all;
    for (size_t n = 0; n < std::size(positions); ++n) {
        const Position &p = positions[n];
        auto flow = std::make_unique<Flow>(room());
        QCOMPARE(flow->plan(every).exit, 2);
        const int before = flow->sandbox().noise()->messages;
        flow->sandbox().clearRequests();
        flow->fault(QByteArray("{\"server\":\"rocketchat\",\"match\":\"" + QByteArray(p.method) + "\",\"after\":" +
                               QByteArray::number(p.after) + ",\"do\":\"delay\",\"ms\":1500,\"times\":1}")
                        .constData());
        flow->under = trouble.under;
        auto process =
            flow->start({QStringLiteral("--json"), QStringLiteral("apply"), flow->file(QStringLiteral("plan.json"))});
        flow->under.clear();
        QTRY_VERIFY_WITH_TIMEOUT(flow->writes(QString::fromLatin1(p.method)) > p.after, 20000);
        QVERIFY(trouble.begin(*flow, *process, n));
        all.push_back({std::move(flow), std::move(process), before});
    }
    for (size_t n = 0; n < all.size(); ++n) {
        Flow &flow = *all[n].flow;
        const Ran applied = Flow::finish(*all[n].process);
        trouble.end(n);
        flow.sandbox().clearFaults();
        QVERIFY2(applied.exit == 4, said(applied));
        const int written = flow.writes();
        m_table[name][QString::fromLatin1(positions[n].name)] = sums(applied) + details(applied);
        // The journal does not know the outcome: the next start reads it from the room.
        const QJsonValue run = flow.run({QStringLiteral("--json"), QStringLiteral("runs")}).json[u"runs"][0];
        QCOMPARE(run[u"state"].toString(), QStringLiteral("interrupted"));
        const Ran resumed = flow.run({QStringLiteral("--json"), QStringLiteral("resume"), run[u"run"].toString()});
        QVERIFY2(resumed.exit == 0, said(resumed));
        QCOMPARE(resumed.json[u"done"].toInt(), m_steps);
        QVERIFY(written > positions[n].after);
        QCOMPARE(flow.now(), m_rooms);
        QCOMPARE(flow.sandbox().noise()->messages - all[n].before, m_messages);
        QCOMPARE(flow.run({QStringLiteral("journal"), QStringLiteral("verify")}).exit, 0);
    }
}

// Another program holds it.
void FlowMatrix::storeLocked()
{
    const auto connection = [](size_t n) { return QStringLiteral("holder %1").arg(n); };
    StoreTrouble locked;
    locked.begin = [&](Flow &flow, QProcess &, size_t n) {
        QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection(n));
        db.setDatabaseName(flow.file(QStringLiteral("store/liaison.db")));
        return db.open() && QSqlQuery(db).exec(QStringLiteral("BEGIN IMMEDIATE"));
    };
    locked.end = [&](size_t n) {
        {
            QSqlDatabase db = QSqlDatabase::database(connection(n));
            QSqlQuery(db).exec(QStringLiteral("ROLLBACK"));
            db.close();
        }
        QSqlDatabase::removeDatabase(connection(n));
    };
    storeFails(QStringLiteral("store locked"), locked);
}

// From that call on no file of the store can grow, as on a disk without room.
void FlowMatrix::storeWithoutRoom()
{
    StoreTrouble full;
    full.under = withoutSignal(QStringLiteral("exec \"$@\""));
    full.begin = [](Flow &flow, QProcess &process, size_t) {
        const auto size = static_cast<rlim_t>(QFileInfo(flow.file(QStringLiteral("store/liaison.db-wal"))).size());
        const rlimit limit{size, size};
        return size > 0 && prlimit(static_cast<pid_t>(process.processId()), RLIMIT_FSIZE, &limit, nullptr) == 0;
    };
    full.end = [](size_t) {};
    storeFails(QStringLiteral("disk full"), full);
}

void FlowMatrix::diskFull_data()
{
    QTest::addColumn<int>("kilobytes");
    for (const int kb : {8, 60, 80, 110, 140, 180})
        QTest::addRow("%d kB a file", kb) << kb;
}

// A disk that fills up somewhere (files cannot grow past a limit): the run stops before the next write, or does not
// begin; what was done is found again.
void FlowMatrix::diskFull()
{
    QFETCH(int, kilobytes);
    ++m_fullTried;
    Flow flow(room());
    QCOMPARE(flow.plan(every).exit, 2);
    const int before = flow.sandbox().noise()->messages;
    flow.sandbox().clearRequests();
    flow.under = withoutSignal(QStringLiteral("ulimit -f %1; exec \"$@\"").arg(kilobytes));
    const Ran applied =
        flow.run({QStringLiteral("--json"), QStringLiteral("apply"), flow.file(QStringLiteral("plan.json"))});
    flow.under.clear();
    m_stoppedMidway += applied.exit == 4 && applied.json[u"skipped"].toInt() > 0 ? 1 : 0;
    QVERIFY2(applied.exit == 0 || applied.exit == 1 || applied.exit == 4, said(applied));
    if (applied.exit == 1) {
        QCOMPARE(flow.writes(), 0);
        const QString code = applied.json[u"error"][u"code"].toString();
        QVERIFY2(code == u"disk-full" || code == u"store-failed" || code == u"file-not-writable", said(applied));
    } else {
        QCOMPARE(applied.json[u"done"].toInt() + applied.json[u"skipped"].toInt() + applied.json[u"stale"].toInt() +
                     applied.json[u"failed"].toInt(),
                 m_steps);
    }
    const QJsonArray runs = flow.run({QStringLiteral("--json"), QStringLiteral("runs")}).json[u"runs"].toArray();
    if (!runs.isEmpty() && runs[0][u"state"].toString() != u"done") {
        const Ran resumed = flow.run({QStringLiteral("--json"), QStringLiteral("resume"), runs[0][u"run"].toString()});
        QVERIFY2(resumed.exit == 0 || resumed.exit == 4, said(resumed));
    }
    if (flow.plan(every).exit == 2)
        QCOMPARE(flow.apply().exit, 0);
    QCOMPARE(flow.plan(every).exit, 0);
    QCOMPARE(flow.now(), m_rooms);
    QCOMPARE(flow.sandbox().noise()->messages - before, m_messages);
    QCOMPARE(flow.run({QStringLiteral("journal"), QStringLiteral("verify")}).exit, 0);
}

// Limits that nothing reaches would prove nothing.
void FlowMatrix::theDiskWasFull()
{
    if (m_fullTried == 0)
        QSKIP("only after the disk was full");
    QVERIFY(m_stoppedMidway > 0);
}

void FlowMatrix::table()
{
    QString text = QStringLiteral("# What happens when a write goes wrong\n\n"
                                  "One room, %1 steps of every class that concerns people or settings; the fault "
                                  "strikes the first, a middle or the "
                                  "last\nof its calls. In each case: done + skipped + stale + failed = planned, the "
                                  "journal verifies, `resume` does "
                                  "what was skipped,\na new plan does what is left, the room ends as after an "
                                  "undisturbed run, and no message is "
                                  "posted twice.\nWritten by `tests/flow/tst_flow_matrix.cpp`, which compares.\n\n"
                                  "| Fault | First call | A middle call | Last call |\n|---|---|---|---|\n")
                       .arg(m_steps);
    for (const QString &fault : m_order) {
        text += u"| " + fault;
        for (const Position &p : positions)
            text += u" | " + m_table[fault][QString::fromLatin1(p.name)];
        text += QStringLiteral(" |\n");
    }
    text += QStringLiteral("\nA disk that fills up ends so at whichever entry of the journal it comes to; where the "
                           "run could not be written "
                           "down,\nnothing is sent. The row is made with a limit on the size of files, which SQLite "
                           "tells as `store-failed`, "
                           "like a quota;\na disk without room is told as `disk-full` (`tests/run/tst_store.cpp`).\n");
    QFile file(QStringLiteral(LIAISON_SOURCE_DIR "/docs/faults.md"));
    if (qEnvironmentVariableIsSet("LIAISON_WRITE_DOCS")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        return;
    }
    if (m_order.size() < 10)
        QSKIP("only with the whole table");
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), text);
}

QTEST_GUILESS_MAIN(FlowMatrix)
#include "tst_flow_matrix.moc"
