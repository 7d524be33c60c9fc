// SIGTERM while a plan is applied: the program stops between two calls, says what was left out, and the next plan is
// exactly that.

#include "tests/flow/flow.h"

#include <QtTest>
#include <csignal>

using namespace liaison;
using namespace liaison::flow;

namespace {

constexpr int rooms = 8;

Campus drifted()
{
    Campus campus;
    const QString stay = many(QStringLiteral("s"), 9);
    for (int i = 1; i <= rooms; ++i) {
        campus.linked(QStringLiteral("C%1").arg(i), i, i * 10, QString(QStringLiteral("prof* anne bob out ") + stay),
                      QString(QStringLiteral("prof out ") + stay));
        for (sandbox::Enrolment &enrolment : campus.courseOf(i).enrolments) {
            if (enrolment.person == campus.person(QStringLiteral("out")))
                enrolment.roles = QStringList{QStringLiteral("teacher")};
        }
    }
    return campus;
}

QSet<QString> ids(const QJsonArray &steps)
{
    QSet<QString> out;
    for (const QJsonValue &step : steps)
        out.insert(step[u"id"].toString());
    return out;
}

} // namespace

class FlowStopped : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void betweenCalls_data();
    void betweenCalls();
};

void FlowStopped::betweenCalls_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<QByteArray>("fault");
    // Both let the write act; the second one also loses its answer.
    const QByteArray late(R"({"match":"groups.invite","do":"delay","ms":1500})");
    QTest::newRow("SIGTERM") << SIGTERM << late;
    QTest::newRow("Ctrl+C") << SIGINT << late;
    QTest::newRow("SIGTERM, answers lost")
        << SIGTERM << QByteArray(R"({"match":"groups.invite","do":"delay","ms":9000})");
}

// Rules 8 and 9, design 8: skipped is never success, exit 4; R72
void FlowStopped::betweenCalls()
{
    QFETCH(int, signal);
    QFETCH(QByteArray, fault);
    Flow flow(drifted());
    flow.configure(R"({"timeoutSeconds":3})");
    const Ran plan = flow.plan(every);
    const QJsonArray planned = plan.json[u"steps"].toArray();
    QCOMPARE(kinds(planned), QStringLiteral("add %1 promote %2 remove %2").arg(2 * rooms).arg(rooms));
    const sandbox::World before = flow.sandbox().world();
    flow.fault(fault.constData());
    const auto program =
        flow.start({QStringLiteral("--json"), QStringLiteral("apply"), flow.file(QStringLiteral("plan.json"))});
    // In the middle of the first calls: they have acted, and are waited for.
    QTRY_VERIFY_WITH_TIMEOUT(flow.now() != picture(before), 20000);
    QCOMPARE(program->state(), QProcess::Running);
    ::kill(static_cast<pid_t>(program->processId()), signal);
    const Ran ran = Flow::finish(*program);
    flow.sandbox().clearFaults();

    QVERIFY2(ran.exit == 4, said(ran));
    QCOMPARE(ran.json[u"planned"].toInt(), int(planned.size()));
    QSet<QString> skipped;
    QJsonArray done;
    const auto results = outcomes(ran);
    for (const QJsonValue &step : planned) {
        const QString result = results.value(step[u"id"].toString());
        if (result == u"done")
            done.append(step);
        else if (result == u"skipped cancelled")
            skipped.insert(step[u"id"].toString());
        else
            QFAIL(qPrintable(step[u"id"].toString() + u' ' + result));
    }
    QVERIFY(!done.isEmpty());
    QCOMPARE(kinds(done), QStringLiteral("add %1").arg(done.size())); // nothing after the calls that were under way
    QCOMPARE(ran.json[u"done"].toInt(), int(done.size()));
    QCOMPARE(ran.json[u"skipped"].toInt(), int(skipped.size()));
    QCOMPARE(flow.now(), carriedOut(before, done)); // done is done, and nothing else was

    const QJsonArray runs = flow.run({QStringLiteral("--json"), QStringLiteral("runs")}).json[u"runs"].toArray();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs[0][u"state"].toString(), QStringLiteral("stopped"));
    QCOMPARE(runs[0][u"skipped"].toInt(), int(skipped.size()));
    QCOMPARE(runs[0][u"done"].toInt(), int(done.size()));

    const Ran next = flow.plan(every);
    QCOMPARE(ids(next.json[u"steps"].toArray()), skipped);
    QCOMPARE(flow.apply().exit, 0);
    QCOMPARE(flow.now(), carriedOut(before, planned));
    QCOMPARE(flow.plan(every).exit, 0);
}

QTEST_GUILESS_MAIN(FlowStopped)
#include "tst_flow_stopped.moc"
