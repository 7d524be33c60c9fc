// Who is never in a step (design rule 5), with every class ticked and the evidence for a removal there.

#include "tests/flow/flow.h"

#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

class FlowProtected : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyProtected();
    void serverRolesNotReadable();
    void apiAccountsEnrolled();
    void guestsOneByOne();
};

namespace {

/// Everybody in `logins` is enrolled without a mapped role: without protection they would be removed.
void leaveWithEvidence(Campus &campus, qint64 course, const QString &logins)
{
    const QStringList list = logins.split(u' ');
    for (const QString &login : list) {
        campus.enrol(course, login);
        campus.courseOf(course).enrolments.back().roles = QStringList{QStringLiteral("teacher")};
    }
}

} // namespace

// R65
void FlowProtected::everybodyProtected()
{
    Campus campus;
    const QString stay = many(QStringLiteral("s"), 20);
    campus.linked(
        QStringLiteral("ALG1"), 7, 70, QString(QStringLiteral("prof* ") + stay),
        QString(QStringLiteral("prof* chief@ robot boss ByName byid excluded plugin leaver demoted* ") + stay));
    leaveWithEvidence(campus, 7, QStringLiteral("chief robot boss ByName byid excluded plugin leaver"));
    campus.enrol(7, QStringLiteral("demoted"));
    campus.chatUser(QStringLiteral("robot")).roles << QStringLiteral("bot");
    campus.chatUser(QStringLiteral("boss")).roles << QStringLiteral("admin");
    campus.site().plugin.account = QStringLiteral("u-plugin");
    Flow flow(campus);
    flow.configure(R"({"policy":{"apiAccounts":["BYNAME","U-ByID"],"exclude":["EXCLUDED"]}})");
    const Ran plan = flow.plan(every);
    QCOMPARE(who(plan.json[u"steps"].toArray()), QStringLiteral("demote demoted; remove leaver"));
    QCOMPARE(who(plan.json[u"withheld"].toArray()), QString()); // withheld could be lifted, protected cannot
    const QString findings = who(plan.json[u"findings"].toArray());
    for (const char *login : {"chief", "robot", "boss", "excluded"})
        QVERIFY2(findings.contains(QLatin1String("protected ") + QLatin1String(login)), qPrintable(findings));
    QCOMPARE(repair(flow, every, QStringLiteral("demote 1 remove 1")), QString());
    const QMap<QString, QString> rooms = flow.now();
    for (const char *id :
         {"api:owner", "u-chief:owner", "u-robot:", "u-boss:", "u-ByName:", "u-byid:", "u-excluded:", "u-plugin:"})
        QVERIFY2(rooms[QStringLiteral("r70")].contains(QLatin1String(id)), qPrintable(rooms[QStringLiteral("r70")]));
}

// Not known whether somebody is an administrator: not removable (rule 5).
void FlowProtected::serverRolesNotReadable()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QString(QStringLiteral("prof* ") + many(QStringLiteral("s"), 9)),
                  QString(QStringLiteral("prof* leaver ") + many(QStringLiteral("s"), 9)));
    leaveWithEvidence(campus, 7, QStringLiteral("leaver"));
    campus.world.chat.grants =
        std::map<QString, QStringList>{{QStringLiteral("view-full-other-user-info"), {QStringLiteral("admin")}}};
    Flow flow(campus);
    const Ran plan = flow.plan(every);
    QCOMPARE(who(plan.json[u"steps"].toArray()), QString());
    QCOMPARE(who(plan.json[u"withheld"].toArray()), QStringLiteral("remove(protection-unknown) leaver"));
    QCOMPARE(plan.exit, 3);
    // Nothing that a person types lifts that.
    const QString id = plan.json[u"withheld"][0][u"id"].toString();
    QCOMPARE(flow.apply({QStringLiteral("--release"), id}).exit, 1);
    const Ran confirmed = flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("5")});
    QCOMPARE(confirmed.json[u"planned"].toInt(), 0);
    QCOMPARE(flow.writes(), 0);
}

// An API account that is enrolled is neither added nor promoted.
void FlowProtected::apiAccountsEnrolled()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* robot* helper"), QStringLiteral("prof*"));
    campus.enrol(7, QStringLiteral("liaison.api"));
    std::erase_if(campus.world.chat.users, [](const auto &u) { return u.id == u"u-liaison.api"; });
    campus.chatUser(QStringLiteral("robot")).roles << QStringLiteral("bot");
    Flow flow(campus);
    flow.configure(R"({"policy":{"apiAccounts":["Helper"]}})");
    const Ran plan = flow.plan(every);
    QCOMPARE(who(plan.json[u"steps"].toArray()) + who(plan.json[u"withheld"].toArray()), QString());
    QCOMPARE(flow.writes(), 0);
}

// Rule 4: without evidence a guest, released one person at a time and by name.
void FlowProtected::guestsOneByOne()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QString(QStringLiteral("prof* ") + many(QStringLiteral("s"), 9)),
                  QString(QStringLiteral("prof* guest1 guest2 guest3 ") + many(QStringLiteral("s"), 9)));
    Flow flow(campus);
    for (int look = 0; look < 3; ++look) { // looking again and again makes nobody removable
        const Ran plan = flow.plan(every);
        QCOMPARE(plan.exit, 3);
        QCOMPARE(who(plan.json[u"steps"].toArray()), QString());
        QCOMPARE(who(plan.json[u"withheld"].toArray()),
                 QStringLiteral("remove(guest) guest1; remove(guest) guest2; remove(guest) guest3"));
    }
    QCOMPARE(flow.apply({QStringLiteral("--confirm-removals"), QStringLiteral("9")}).json[u"planned"].toInt(), 0);
    const Ran plan = flow.plan(every);
    QString id;
    const QJsonArray held = plan.json[u"withheld"].toArray();
    for (const QJsonValue &entry : held) {
        if (entry[u"person"][u"username"].toString() == u"guest2")
            id = entry[u"id"].toString();
    }
    QCOMPARE(flow.apply({QStringLiteral("--release"), QStringLiteral("0123456789abcdef")}).exit, 1);
    QCOMPARE(flow.writes(), 0);
    const Ran applied = flow.apply({QStringLiteral("--release"), id});
    QCOMPARE(applied.exit, 0);
    QCOMPARE(applied.json[u"done"].toInt(), 1);
    QCOMPARE(flow.writes(), 1);
    const Ran after = flow.plan(every);
    QCOMPARE(who(after.json[u"withheld"].toArray()), QStringLiteral("remove(guest) guest1; remove(guest) guest3"));
}

QTEST_GUILESS_MAIN(FlowProtected)
#include "tst_flow_protected.moc"
