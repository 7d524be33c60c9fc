// The program is killed at each of its writes; the next start settles what was sent and does exactly the rest.

#include "tests/flow/flow.h"
#include "tests/flow/killed.h"

#include <QJsonDocument>
#include <QtTest>
#include <csignal>

using namespace liaison;
using namespace liaison::flow;

namespace {

struct Uninterrupted
{
    QMap<QString, QString> rooms;
    QMap<QString, int> writes; ///< by method
    int steps = 0, messages = 0;
};

Uninterrupted uninterrupted()
{
    Flow flow(sixtySteps());
    flow.plan(every);
    const auto before = flow.sandbox().noise();
    flow.sandbox().clearRequests();
    const Ran applied = flow.apply();
    if (applied.exit != 0)
        qFatal("%s", said(applied).constData());
    return {flow.now(), writesByMethod(flow), static_cast<int>(applied.json[u"planned"].toInt()),
            flow.sandbox().noise()->messages - before->messages};
}

} // namespace

class FlowResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_whole = uninterrupted(); }
    void killed_data();
    void killed();
    void killedBeforeTheFirstWrite();
    void cancelled();
    void tokenLost();
    void notTwiceAtOnce();
    void aRoomThatIsGone();

private:
    Uninterrupted m_whole;
};

void FlowResume::killed_data()
{
    QVERIFY2(m_whole.steps >= 60, qPrintable(QString::number(m_whole.steps)));
    QCOMPARE(m_whole.writes.size(), 7);
    everyStrike(m_whole.writes);
}

// R288, R289: killed at every call, in both halves of it
void FlowResume::killed()
{
    QFETCH(QString, method);
    QFETCH(int, at);
    QFETCH(QByteArray, fault);
    Flow flow(sixtySteps());
    flow.plan(every);
    const int before = flow.sandbox().noise()->messages;
    flow.sandbox().clearRequests();
    strike(flow, method, at, fault);
    const auto process =
        flow.start({QStringLiteral("--json"), QStringLiteral("apply"), flow.file(QStringLiteral("plan.json"))});
    QTRY_VERIFY_WITH_TIMEOUT(flow.writes(method) > at, 20000);
    process->kill();
    QVERIFY(process->waitForFinished());
    flow.sandbox().clearFaults();

    const Ran runs = flow.run({QStringLiteral("--json"), QStringLiteral("runs")});
    QCOMPARE(runs.json[u"runs"].toArray().size(), 1);
    QCOMPARE(runs.json[u"runs"][0][u"state"].toString(), QStringLiteral("interrupted"));
    const QString run = runs.json[u"runs"][0][u"run"].toString();
    const Ran resumed = flow.run({QStringLiteral("--json"), QStringLiteral("resume"), run});
    QVERIFY2(resumed.exit == 0, said(resumed).constData());
    QCOMPARE(resumed.json[u"planned"].toInt(), m_whole.steps);
    QCOMPARE(resumed.json[u"done"].toInt(), m_whole.steps);
    QCOMPARE(flow.now(), m_whole.rooms);
    QCOMPARE(flow.sandbox().noise()->messages - before, m_whole.messages); // no visible message twice
    QCOMPARE(flow.plan(every, QStringLiteral("again.json")).exit, 0);
    QCOMPARE(flow.run({QStringLiteral("journal"), QStringLiteral("verify")}).exit, 0);
}

// A run that was killed before its first write is listed too, and can be resumed.
void FlowResume::killedBeforeTheFirstWrite()
{
    Flow flow(sixtySteps());
    flow.plan(every);
    flow.sandbox().clearRequests();
    flow.fault(R"({"server":"rocketchat","match":"rooms.membersOrderedByRole","do":"hang"})");
    const auto process =
        flow.start({QStringLiteral("--json"), QStringLiteral("apply"), flow.file(QStringLiteral("plan.json"))});
    const auto listed = [&] {
        return flow.run({QStringLiteral("--json"), QStringLiteral("runs")}).json[u"runs"].toArray();
    };
    QTRY_COMPARE_WITH_TIMEOUT(listed().size(), 1, 20000);
    QCOMPARE(listed()[0][u"state"].toString(), QStringLiteral("running"));
    // Somebody else may not take it over while it is alive.
    const QString run = listed()[0][u"run"].toString();
    const Ran early = flow.run({QStringLiteral("--json"), QStringLiteral("resume"), run});
    QCOMPARE(early.exit, 1);
    QCOMPARE(early.json[u"error"][u"code"].toString(), QStringLiteral("run-in-use"));
    process->kill();
    QVERIFY(process->waitForFinished());
    flow.sandbox().clearFaults();
    QCOMPARE(flow.writes(), 0);
    QCOMPARE(listed()[0][u"state"].toString(), QStringLiteral("interrupted"));
    const Ran resumed = flow.run({QStringLiteral("--json"), QStringLiteral("resume"), run});
    QVERIFY2(resumed.exit == 0, said(resumed).constData());
    QCOMPARE(flow.now(), m_whole.rooms);
}

// SIGTERM stops between calls: the rest is skipped, said so, and resumed.
void FlowResume::cancelled()
{
    Flow flow(sixtySteps());
    flow.plan(every);
    flow.sandbox().clearRequests();
    flow.fault(R"({"server":"rocketchat","match":"groups.invite","do":"delay","ms":700})");
    const auto process =
        flow.start({QStringLiteral("--json"), QStringLiteral("apply"), flow.file(QStringLiteral("plan.json"))});
    QTRY_VERIFY_WITH_TIMEOUT(flow.writes(QStringLiteral("groups.invite")) > 0, 20000);
    process->terminate();
    QVERIFY(process->waitForFinished(20000));
    QCOMPARE(process->exitCode(), 4);
    flow.sandbox().clearFaults();
    const QJsonObject told = QJsonDocument::fromJson(process->readAllStandardOutput()).object();
    QVERIFY(told[u"skipped"].toInt() > 0);
    QCOMPARE(told[u"done"].toInt() + told[u"skipped"].toInt() + told[u"stale"].toInt() + told[u"failed"].toInt(),
             m_whole.steps);
    const QJsonValue run = flow.run({QStringLiteral("--json"), QStringLiteral("runs")}).json[u"runs"][0];
    QCOMPARE(run[u"state"].toString(), QStringLiteral("stopped"));
    const Ran resumed = flow.run({QStringLiteral("--json"), QStringLiteral("resume"), run[u"run"].toString()});
    QVERIFY2(resumed.exit == 0, said(resumed).constData());
    QCOMPARE(flow.now(), m_whole.rooms);
}

// R291: a revoked token stops at once, without a storm of attempts; a new one lets the run go on.
void FlowResume::tokenLost()
{
    Flow flow(sixtySteps());
    flow.plan(every);
    flow.sandbox().clearRequests();
    flow.fault(R"({"server":"rocketchat","match":"groups.addModerator","do":"revoke"})");
    const Ran applied = flow.apply();
    QCOMPARE(applied.exit, 4);
    QVERIFY2(applied.out.contains("token-lost"), said(applied).constData());
    const auto requests = flow.sandbox().requests();
    const auto refused = std::count_if(requests.begin(), requests.end(), [](const auto &r) { return r.status == 401; });
    QVERIFY2(refused <= 12, qPrintable(QString::number(refused))); // four rooms at once, each at most its read-back
    flow.sandbox().clearFaults();
    const Ran resumed = flow.run({QStringLiteral("--json"), QStringLiteral("resume"), applied.json[u"run"].toString()});
    QVERIFY2(resumed.exit == 0, said(resumed)); // what was in doubt when the token went is told by reading
    QCOMPARE(flow.now(), m_whole.rooms);
    QCOMPARE(flow.plan(every).exit, 0);
}

void FlowResume::notTwiceAtOnce()
{
    Flow flow(sixtySteps());
    flow.plan(every);
    flow.fault(R"({"server":"rocketchat","match":"groups.invite","do":"hang"})");
    flow.sandbox().clearRequests();
    const auto process =
        flow.start({QStringLiteral("--json"), QStringLiteral("apply"), flow.file(QStringLiteral("plan.json"))});
    QTRY_VERIFY_WITH_TIMEOUT(flow.writes(QStringLiteral("groups.invite")) > 0, 20000);
    process->kill();
    QVERIFY(process->waitForFinished());
    flow.sandbox().clearFaults();
    const QString run =
        flow.run({QStringLiteral("--json"), QStringLiteral("runs")}).json[u"runs"][0][u"run"].toString();
    const auto one = flow.start({QStringLiteral("--json"), QStringLiteral("resume"), run});
    const auto two = flow.start({QStringLiteral("--json"), QStringLiteral("resume"), run});
    QVERIFY(one->waitForFinished() && two->waitForFinished());
    QVERIFY(one->exitCode() == 0 || two->exitCode() == 0);
    QCOMPARE(flow.now(), m_whole.rooms);
    QCOMPARE(flow.run({QStringLiteral("journal"), QStringLiteral("verify")}).exit, 0);
}

// One room of a run that died is gone for good: the others are settled all the same, and the run does not stay open.
void FlowResume::aRoomThatIsGone()
{
    Flow flow(sixtySteps());
    flow.plan(every);
    flow.fault(R"({"server":"rocketchat","match":"groups.invite","do":"hang"})");
    flow.sandbox().clearRequests();
    const auto process =
        flow.start({QStringLiteral("--json"), QStringLiteral("apply"), flow.file(QStringLiteral("plan.json"))});
    QTRY_VERIFY_WITH_TIMEOUT(flow.writes(QStringLiteral("groups.invite")) >= 4, 20000);
    process->kill();
    QVERIFY(process->waitForFinished());
    sandbox::World world = flow.sandbox().world();
    std::erase_if(world.chat.rooms, [](const sandbox::Room &room) { return room.id == u"r100"; });
    flow.sandbox().replaceWorld(world);

    QCOMPARE(flow.plan({}, QStringLiteral("next.json")).exit, 2);
    QCOMPARE(flow.apply({}, QStringLiteral("next.json")).exit, 0); // a writer settles what others left
    const QJsonArray runs = flow.run({QStringLiteral("--json"), QStringLiteral("runs")}).json[u"runs"].toArray();
    QCOMPARE(runs.size(), 2);
    const QJsonValue died = runs[1];
    QCOMPARE(died[u"state"].toString(), QStringLiteral("interrupted"));
    QCOMPARE(died[u"done"].toInt() + died[u"skipped"].toInt() + died[u"stale"].toInt() + died[u"failed"].toInt(),
             m_whole.steps);
    QVERIFY(died[u"failed"].toInt() > 0); // what was sent into the room that is gone
}

QTEST_GUILESS_MAIN(FlowResume)
#include "tst_flow_resume.moc"
