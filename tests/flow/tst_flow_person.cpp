// `person`, and who is meant: one human being under every name that people give, on both sides.

#include "tests/flow/flow.h"

#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

const QString anne = QStringLiteral("anne");

} // namespace

class FlowPerson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleByEveryName();
    void otherHalfByEmail();
    void roomsOfAPerson();
    void roomsOfInactiveEnrolments_data();
    void roomsOfInactiveEnrolments();
};

void FlowPerson::peopleByEveryName()
{
    Campus campus = supportCampus();
    campus.moodlePerson(anne).firstname = QStringLiteral("Zoé");
    campus.moodlePerson(anne).lastname = QStringLiteral("D’Angelo");
    campus.person(QStringLiteral("out"));
    campus.moodlePerson(QStringLiteral("out")).firstname = QStringLiteral("Zoé");
    for (const char *twin : {"s1", "s2"}) {
        campus.moodlePerson(QString::fromLatin1(twin)).firstname = QStringLiteral("Jean");
        campus.moodlePerson(QString::fromLatin1(twin)).lastname = QStringLiteral("Martin");
    }
    const qint64 id = campus.person(anne);
    Flow flow(campus);
    for (const QString &person : {QString::number(id), QStringLiteral("main:%1").arg(id), anne, QStringLiteral("ANNE"),
                                  QStringLiteral("u-anne"), QStringLiteral("anne@campus.example"),
                                  QStringLiteral("Zoé D’Angelo"), QStringLiteral("ZOE d'angelo")}) {
        const Ran ran = flow.run({QStringLiteral("--json"), QStringLiteral("why"), person, QStringLiteral("ALG1")});
        QVERIFY2(ran.exit == 0, qPrintable(QString(person + QString::fromUtf8(said(ran)))));
        QCOMPARE(ran.json[u"person"][u"moodle"].toInt(), int(id));
        QCOMPARE(ran.json[u"person"][u"chat"].toString(), QStringLiteral("u-anne"));
    }
    const Ran several = flow.run(
        {QStringLiteral("--json"), QStringLiteral("why"), QStringLiteral("jean martin"), QStringLiteral("ALG1")});
    QCOMPARE(several.exit, 1);
    QCOMPARE(several.json[u"error"][u"code"].toString(), QStringLiteral("several-people"));
    QVERIFY2(several.err.contains("s1 Jean Martin") && several.err.contains("s2 Jean Martin"), said(several));
    const Ran none =
        flow.run({QStringLiteral("--json"), QStringLiteral("why"), QStringLiteral("quidam"), QStringLiteral("ALG1")});
    QCOMPARE(none.exit, 1);
    QCOMPARE(none.json[u"error"][u"code"].toString(), QStringLiteral("person-not-found"));
}

/// Logins differ, the e-mail says who it is; the account is in no room and was only looked up.
void FlowPerson::otherHalfByEmail()
{
    Campus campus = supportCampus();
    const qint64 id = campus.person(QStringLiteral("dora"));
    sandbox::ChatUser &account = campus.chatUser(QStringLiteral("dora"));
    account.username = QStringLiteral("d.durand");
    account.email = campus.moodlePerson(QStringLiteral("dora")).email;
    QVERIFY(!account.email.isEmpty());
    Flow flow(campus);
    flow.configure(R"({"policy":{"identity":{"rule":"email"}}})");
    const Ran ran = flow.run({QStringLiteral("--json"), QStringLiteral("person"), QStringLiteral("d.durand")});
    QCOMPARE(ran.json[u"person"][u"moodle"].toInt(), int(id));
    QVERIFY2(ran.exit == 0, said(ran));
}

void FlowPerson::roomsOfAPerson()
{
    Campus campus = supportCampus();
    campus.take(QStringLiteral("r70"), anne);
    campus.put(QStringLiteral("r80"), anne); // a guest there
    for (int i = 0; i < 20; ++i)
        campus.linked(QStringLiteral("X%1").arg(i), 100 + i, 1000 + i, QStringLiteral("prof*"),
                      QStringLiteral("prof*"));
    Flow flow(campus);
    const Ran ran = flow.run({QStringLiteral("--json"), QStringLiteral("person"), QStringLiteral("anne test")});
    QVERIFY2(ran.exit == 0, said(ran));
    QStringList rooms;
    const QJsonArray list = ran.json[u"rooms"].toArray();
    for (const QJsonValue &room : list)
        rooms << room[u"shortname"].toString() + u' ' + room[u"kind"].toString() + u' ' + room[u"rule"].toString();
    QCOMPARE(rooms.join(QLatin1String("; ")), QStringLiteral("ALG1 add ; GEO2 remove guest"));
    QCOMPARE(ran.json[u"name"].toString(), QStringLiteral("anne Test"));
    QVERIFY2(flow.sandbox().requests().size() <= 30, QByteArray::number(int(flow.sandbox().requests().size())));
    const Ran text = flow.run({QStringLiteral("person"), anne});
    QVERIFY2(text.exit == 0 && text.out.contains("ALG1") && text.out.contains("GEO2") && !text.out.contains("X1"),
             said(text));
}

void FlowPerson::roomsOfInactiveEnrolments_data()
{
    QTest::addColumn<bool>("companion");
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("rooms");
    QTest::addColumn<bool>("mayMiss");
    QTest::addColumn<int>("companionCalls");
    const auto row = [](const char *name, bool companion, const char *config, const char *fault, const char *rooms,
                        bool mayMiss, int calls) {
        QTest::newRow(name) << companion << QByteArray(config) << QByteArray(fault) << QString::fromLatin1(rooms)
                            << mayMiss << calls;
    };
    // One call for the courses that Moodle did not name, one for what is then compared.
    row("companion", true, "", "", "ALG1 GEO2", false, 2);
    row("not expected anyway", true, R"({"policy":{"preset":"strict"}})", "", "ALG1", false, 1);
    row("kept if present", true, R"({"policy":{"inactiveEnrolment":"keep"}})", "", "ALG1 GEO2", false, 2);
    row("companion does not answer", true, "",
        R"({"server":"moodle","match":"local_liaison_get_memberships","do":"status","status":500})", "ALG1", true, -1);
    row("no companion", false, "", "", "ALG1", true, 0);
}

/// Moodle names the courses of active enrolments only.
void FlowPerson::roomsOfInactiveEnrolments()
{
    QFETCH(bool, companion);
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, fault);
    QFETCH(QString, rooms);
    QFETCH(bool, mayMiss);
    QFETCH(int, companionCalls);
    Campus campus = supportCampus();
    campus.enrol(8, anne);
    for (sandbox::Enrolment &e : campus.courseOf(8).enrolments) {
        if (e.person == campus.person(anne))
            e.suspended = true;
    }
    campus.linked(QStringLiteral("HIS3"), 9, 90, QStringLiteral("prof* s1"), QStringLiteral("prof* s1"));
    if (!companion) {
        campus.site().companion = false;
        for (const char *room : {"r70", "r80", "r90"})
            campus.roomOf(QString::fromLatin1(room)).creator = QStringLiteral("api");
    }
    Flow flow(campus);
    if (!config.isEmpty())
        flow.configure(config.constData());
    if (!fault.isEmpty())
        flow.fault(fault.constData());
    const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("person"), anne});
    QStringList courses;
    const QJsonArray list = run.json[u"rooms"].toArray();
    for (const QJsonValue &room : list)
        courses << room[u"shortname"].toString();
    QVERIFY2(courses.join(u' ') == rooms, said(run));
    QCOMPARE(run.json[u"inactiveMayMiss"].toBool(!mayMiss), mayMiss);
    int calls = 0;
    for (const auto &request : flow.sandbox().requests())
        calls += request.function == u"local_liaison_get_memberships" ? 1 : 0;
    if (companionCalls >= 0)
        QCOMPARE(calls, companionCalls);
    const Ran text = flow.run({QStringLiteral("person"), anne});
    QCOMPARE(text.out.contains("Moodle does not tell the courses"), mayMiss);
}

QTEST_GUILESS_MAIN(FlowPerson)
#include "tst_flow_person.moc"
