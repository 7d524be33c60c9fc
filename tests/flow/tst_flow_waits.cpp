// A chat server that limits requests: the wait is as long as told, the time left is said, nothing else happens
// meanwhile, and whoever cancels need not sit it out.

#include "tests/flow/console.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QtTest>
#include <csignal>

using namespace liaison;
using namespace liaison::flow;

namespace {

Campus drifted()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne bob"), QStringLiteral("prof"));
    return campus;
}

} // namespace

class FlowWaits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { guardUiThread(*qApp); }
    void init() { failOnUiThreadWork(); }
    void waitedOut();
    void cancelledMeanwhile();
    void inTheConsole();
};

// R291: a write that was refused by the limit did nothing, and is sent again as told
void FlowWaits::waitedOut()
{
    Flow flow(drifted());
    QCOMPARE(flow.plan(every).exit, 2);
    flow.sandbox().clearRequests();
    flow.fault(R"({"server":"rocketchat","match":"groups.invite","do":"ratelimit","seconds":1,"times":2})");
    const Ran ran = flow.apply();
    QVERIFY2(ran.exit == 0, said(ran));
    // The second told, and what is added for clocks that differ; the document on the other stream stays as it is.
    static const QRegularExpression told(QStringLiteral("going on in [12] s\n"));
    QVERIFY2(told.match(QString::fromUtf8(ran.err)).hasMatch(), said(ran));
    QCOMPARE(flow.writes(QStringLiteral("groups.invite")), 3);
    QCOMPARE(flow.plan(every).exit, 0);
}

void FlowWaits::cancelledMeanwhile()
{
    Flow flow(drifted());
    QCOMPARE(flow.plan(every).exit, 2);
    flow.sandbox().clearRequests();
    flow.fault(R"({"server":"rocketchat","match":"groups.invite","do":"ratelimit","seconds":100})");
    const auto program =
        flow.start({QStringLiteral("--json"), QStringLiteral("apply"), flow.file(QStringLiteral("plan.json"))});
    QByteArray told;
    QTRY_VERIFY_WITH_TIMEOUT((told += program->readAllStandardError()).contains(" s\n"), 20000);
    static const QRegularExpression seconds(QStringLiteral("going on in (\\d+) s"));
    const int left = seconds.match(QString::fromUtf8(told)).captured(1).toInt();
    QVERIFY2(left > 90 && left <= 101, told.constData());
    QElapsedTimer clock;
    clock.start();
    ::kill(static_cast<pid_t>(program->processId()), SIGTERM);
    const Ran ran = Flow::finish(*program);
    QVERIFY(clock.elapsed() < 20000);
    QVERIFY2(ran.exit == 4, said(ran));
    QCOMPARE(ran.json[u"skipped"].toInt(), 2 + 1);
    for (const QString &outcome : outcomes(ran))
        QCOMPARE(outcome, QStringLiteral("skipped cancelled"));
    flow.sandbox().clearFaults();
    const Ran resumed = flow.run({QStringLiteral("--json"), QStringLiteral("resume"), ran.json[u"run"].toString()});
    QVERIFY2(resumed.exit == 0, said(resumed));
    QCOMPARE(flow.plan(every).exit, 0);
}

void FlowWaits::inTheConsole()
{
    Flow flow(drifted());
    const auto backend = consoleOn(flow);
    QSignalSpy views(backend.get(), &ui::Backend::viewReady), plans(backend.get(), &ui::Backend::planReady);
    QSignalSpy applied(backend.get(), &ui::Backend::applied);
    QList<int> left;
    connect(backend.get(), &ui::Backend::progress, this, [&](const Progress &p) {
        if (p.stage == u"waiting")
            left << p.seconds;
    });
    backend->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(views.size(), 1, 20000);
    QVERIFY(left.isEmpty());
    backend->plan({}, defaultClasses());
    QTRY_COMPARE_WITH_TIMEOUT(plans.size(), 1, 20000);
    flow.fault(R"({"server":"rocketchat","match":"groups.invite","do":"ratelimit","seconds":100})");
    backend->apply(plans.front().front().value<ui::Backend::PlanPtr>(), {});
    QTRY_VERIFY_WITH_TIMEOUT(left.size() >= 3, 20000); // each second
    QVERIFY(left[0] > left[2] && left[2] > 90);
    backend->cancel();
    QTRY_COMPARE_WITH_TIMEOUT(applied.size(), 1, 20000);
    const auto result = applied.front().front().value<ui::Backend::ResultPtr>();
    QCOMPARE(result->skipped, result->planned);
    QTRY_COMPARE(left.back(), 0);
}

QTEST_GUILESS_MAIN(FlowWaits)
#include "tst_flow_waits.moc"
