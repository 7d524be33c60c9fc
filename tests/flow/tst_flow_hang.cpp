// A server that takes a request and never answers: a read past its time is unknown, a write past its time is settled by
// reading the room, and nobody is removed on the strength of either.

#include "tests/flow/flow.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

/// Two rooms with somebody to add and, certainly, somebody to remove.
Campus drifted()
{
    Campus campus;
    const QString stay = many(QStringLiteral("s"), 9);
    for (int i = 1; i <= 2; ++i) {
        campus.linked(QStringLiteral("C%1").arg(i), i, i * 10, QString(QStringLiteral("prof* anne out ") + stay),
                      QString(QStringLiteral("prof* out ") + stay));
        for (sandbox::Enrolment &enrolment : campus.courseOf(i).enrolments) {
            if (enrolment.person == campus.person(QStringLiteral("out")))
                enrolment.roles = QStringList{QStringLiteral("teacher")};
        }
    }
    return campus;
}

} // namespace

class FlowHang : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aHangingListIsUnknown_data();
    void aHangingListIsUnknown();
    void aHangingServerIsDown();
    void aHangingWriteIsSettledByReading();
    void aHangingCallWhileApplying();
};

void FlowHang::aHangingListIsUnknown_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QByteArray>("fault");
    const QString old = QStringLiteral("6.8"), present = QStringLiteral("7.10");
    QTest::newRow("members") << old << QByteArray(R"({"match":"groups.members","room":"r10","do":"hang"})");
    QTest::newRow("room roles") << old << QByteArray(R"({"match":"groups.roles","room":"r10","do":"hang"})");
    QTest::newRow("members by role") << present
                                     << QByteArray(R"({"match":"membersOrderedByRole","room":"r10","do":"hang"})");
    QTest::newRow("memberships") << present
                                 << QByteArray(R"({"match":"local_liaison_get_memberships","course":1,"do":"hang"})");
}

// Rule 1, design 12.1: R72
void FlowHang::aHangingListIsUnknown()
{
    QFETCH(QString, version);
    QFETCH(QByteArray, fault);
    Campus campus = drifted();
    campus.world.chat.version = version;
    // One way to read enrolments: another would take over from the one that hangs.
    campus.without({QStringLiteral("core_enrol_get_enrolled_users"),
                    QStringLiteral("core_enrol_get_enrolled_users_with_capability"),
                    QStringLiteral("core_reportbuilder_list_reports")});
    Flow flow(campus);
    flow.configure(R"({"timeoutSeconds":1})");
    flow.fault(fault.constData());
    const Ran plan = flow.plan(every);
    QVERIFY2(unknowns(plan).startsWith(u"10 "), said(plan));
    const QJsonArray steps = plan.json[u"steps"].toArray();
    for (const QJsonValue &step : steps)
        QVERIFY2(!unknowns(plan).contains(QString::number(step[u"cmid"].toInteger()) + u' '), said(plan));
    QCOMPARE(flow.writes(), 0);
    // The same question, answered again: nothing of the silence was kept.
    flow.sandbox().clearFaults();
    QCOMPARE(kinds(flow.plan(every).json[u"steps"].toArray()), QStringLiteral("add 2 remove 2"));
}

// Design 12.3: down is 5, and says which server
void FlowHang::aHangingServerIsDown()
{
    Flow flow(drifted());
    flow.configure(R"({"timeoutSeconds":1})");
    QCOMPARE(flow.plan(every).exit, 2); // reached before
    for (const char *server : {"rocketchat", "moodle"}) {
        flow.fault(QByteArray(R"({"do":"hang","server":")" + QByteArray(server) + R"("})").constData());
        QElapsedTimer clock;
        clock.start();
        const Ran plan = flow.plan(every);
        QVERIFY(clock.elapsed() < 25000); // and not after the usual 30 s for each call
        QCOMPARE(plan.exit, 5);
        QVERIFY2(plan.json[u"steps"].toArray().isEmpty(), said(plan));
        QVERIFY2(unknowns(plan).contains(server == QByteArray("moodle") ? u"moodle-down" : u"chat-down"), said(plan));
        flow.sandbox().clearFaults();
    }
    QCOMPARE(flow.writes(), 0);
}

// Design 6.3: whatever ends without a decoded refusal is read before anything else is sent
void FlowHang::aHangingWriteIsSettledByReading()
{
    Flow flow(drifted());
    flow.configure(R"({"timeoutSeconds":1})");
    const Ran plan = flow.plan(every);
    QCOMPARE(kinds(plan.json[u"steps"].toArray()), QStringLiteral("add 2 remove 2"));
    const QMap<QString, QString> end = carriedOut(flow.sandbox().world(), plan.json[u"steps"].toArray());
    flow.fault(R"({"match":"groups.invite","room":"r10","times":1,"do":"hang"})");
    flow.sandbox().clearRequests();
    const Ran applied = flow.apply();
    QCOMPARE(applied.exit, 4);
    QCOMPARE(applied.json[u"failed"].toInt(), 1);
    QCOMPARE(applied.json[u"done"].toInt(), 3);
    QCOMPARE(flow.writes(QStringLiteral("groups.invite")), 2); // one a room: never a second time
    const QStringList results = outcomes(applied).values();
    QVERIFY2(results.contains(QStringLiteral("failed timeout")) ||
                 results.contains(QStringLiteral("failed not-in-effect")),
             said(applied));
    flow.sandbox().clearFaults();
    const Ran rest = flow.plan(every);
    QCOMPARE(who(rest.json[u"steps"].toArray()), QStringLiteral("add anne"));
    QCOMPARE(flow.apply().exit, 0);
    QCOMPARE(flow.now(), end);
    QCOMPARE(flow.plan(every).exit, 0);
}

// The room cannot be looked at any more: nothing is sent into it, the other room goes on
void FlowHang::aHangingCallWhileApplying()
{
    Flow flow(drifted());
    flow.configure(R"({"timeoutSeconds":1})");
    QCOMPARE(flow.plan(every).exit, 2);
    flow.fault(R"({"match":"ember","room":"r10","do":"hang"})"); // groups.members, rooms.membersOrderedByRole
    flow.sandbox().clearRequests();
    const Ran applied = flow.apply();
    QCOMPARE(applied.exit, 4);
    QCOMPARE(applied.json[u"done"].toInt(), 2);
    QCOMPARE(applied.json[u"stale"].toInt(), 2);
    QVERIFY(flow.now().value(QStringLiteral("r10")).contains(u"u-out"));
    QVERIFY(!flow.now().value(QStringLiteral("r20")).contains(u"u-out"));
}

QTEST_GUILESS_MAIN(FlowHang)
#include "tst_flow_hang.moc"
