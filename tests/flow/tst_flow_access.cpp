// Rooms that the account is not in, and servers that do not list rights (design 4.1 and 12.1).

#include "tests/flow/flow.h"

#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

/// The rights a service account is asked to have, without the two over any room.
std::map<QString, QStringList> usual()
{
    const QStringList bot{QStringLiteral("bot")};
    return {{QStringLiteral("view-room-administration"), bot},
            {QStringLiteral("view-full-other-user-info"), bot},
            {QStringLiteral("view-other-user-channels"), bot}};
}

/// `bob` is missing, `new` should be a moderator, `stranger` has no business in r70; the account is in r80 only.
Campus outside()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* new* anne bob"),
                  QStringLiteral("prof* anne stranger"));
    campus.linked(QStringLiteral("BIO2"), 8, 80, QStringLiteral("prof*"), QStringLiteral("prof*"));
    campus.take(QStringLiteral("r70"), QStringLiteral("api"));
    campus.world.chat.grants = usual();
    return campus;
}

} // namespace

class FlowAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingPeopleAreFound();
    void addsOnly();
    void withoutTheRightToLook();
    void roomsOutOfSight();
    void rightsThatAreNotListed();
};

// R85 R91: missing people are found, nobody is removed, the remedy is named.
void FlowAccess::missingPeopleAreFound()
{
    Flow flow(outside());
    const Ran plan = flow.plan(every);
    QVERIFY2(plan.exit == 3, said(plan));
    QCOMPARE(who(plan.json[u"steps"].toArray()), QString());
    QCOMPARE(who(plan.json[u"withheld"].toArray()), QStringLiteral("add(no-right) bob; add(no-right) new"));
    const QJsonArray withheld = plan.json[u"withheld"].toArray();
    for (const QJsonValue &entry : withheld)
        QCOMPARE(entry[u"detail"].toString(), QStringLiteral("add-user-to-any-p-room"));
    QVERIFY2(!plan.out.contains("stranger"), said(plan));
    QCOMPARE(unknowns(plan), QStringLiteral("70 administered"));
    const Ran courses = flow.run({QStringLiteral("--json"), QStringLiteral("courses")});
    const QJsonValue link = courses.json[u"links"][0];
    QCOMPARE(link[u"add"].toInt(), 2);
    QVERIFY(link[u"remove"].isNull() && link[u"guests"].isNull() && link[u"members"].isNull());

    const Ran english =
        flow.run({QStringLiteral("--lang"), QStringLiteral("en"), QStringLiteral("plan"), QStringLiteral("--all")});
    QVERIFY2(english.out.contains("give the role (bot) the permission (add-user-to-any-p-room)"), said(english));
    const Ran french =
        flow.run({QStringLiteral("--lang"), QStringLiteral("fr"), QStringLiteral("plan"), QStringLiteral("--all")});
    QVERIFY2(french.out.contains("au rôle (bot) la permission (add-user-to-any-p-room)"), said(french));
    QCOMPARE(flow.writes(), 0);
}

// The grant that the remedy names is enough to add people; room roles need membership whatever is granted.
void FlowAccess::addsOnly()
{
    Campus campus = outside();
    for (const char *right : {"add-user-to-any-p-room", "kick-user-from-any-p-room", "remove-user", "set-moderator"})
        (*campus.world.chat.grants)[QString::fromLatin1(right)] =
            QStringList{QStringLiteral("bot"), QStringLiteral("owner"), QStringLiteral("moderator")};
    Flow flow(campus);
    const Ran plan = flow.plan(every);
    QVERIFY2(plan.exit == 3, said(plan));
    QCOMPARE(who(plan.json[u"steps"].toArray()), QStringLiteral("add bob"));
    QCOMPARE(who(plan.json[u"withheld"].toArray()), QStringLiteral("add(no-right) new"));
    QCOMPARE(plan.json[u"withheld"][0][u"detail"].toString(), QStringLiteral("set-moderator"));
    const Ran applied = flow.apply();
    QVERIFY2(applied.exit == 0 && applied.json[u"done"].toInt() == 1, said(applied));
    QVERIFY2(flow.now()[QStringLiteral("r70")].contains(QLatin1String("u-bob:")),
             qPrintable(flow.now()[QStringLiteral("r70")]));
    QVERIFY(flow.now()[QStringLiteral("r70")].contains(QLatin1String("u-stranger:")));
    QVERIFY(!flow.now()[QStringLiteral("r70")].contains(QLatin1String("api:"))); // the account did not join
    const Ran again = flow.plan(every);
    QCOMPARE(who(again.json[u"steps"].toArray()), QString());
}

// Without the right to see the rooms of people the room is unknown, and the right is named.
void FlowAccess::withoutTheRightToLook()
{
    Campus campus = outside();
    (*campus.world.chat.grants)[QStringLiteral("view-other-user-channels")] = QStringList{QStringLiteral("admin")};
    Flow flow(campus);
    const Ran plan = flow.plan(every);
    QVERIFY2(plan.exit == 5, said(plan));
    QCOMPARE(unknowns(plan), QStringLiteral("70 no-access"));
    QCOMPARE(who(plan.json[u"steps"].toArray()) + who(plan.json[u"withheld"].toArray()), QString());
}

// Access `none`: neither listed nor to be looked up. Not the same as gone.
void FlowAccess::roomsOutOfSight()
{
    Campus campus = outside();
    (*campus.world.chat.grants)[QStringLiteral("view-room-administration")] = QStringList{QStringLiteral("admin")};
    Flow flow(campus);
    const Ran plan = flow.plan(every);
    QVERIFY2(plan.exit == 5, said(plan));
    QCOMPARE(unknowns(plan), QStringLiteral("70 no-access"));
    QVERIFY2(!who(plan.json[u"findings"].toArray()).contains(QLatin1String("missing")), said(plan));
}

// Rights that the server does not tell are not tried: everything is found, nothing is sent.
void FlowAccess::rightsThatAreNotListed()
{
    Campus campus = outside();
    campus.put(QStringLiteral("r80"), QStringLiteral("late"));
    campus.enrol(8, QStringLiteral("carl"));
    Flow flow(campus);
    flow.fault(R"({"server":"rocketchat","match":"permissions.listAll","do":"status","status":403})");
    const Ran plan = flow.plan(every);
    QCOMPARE(who(plan.json[u"steps"].toArray()), QString());
    QVERIFY2(who(plan.json[u"withheld"].toArray()).contains(QLatin1String("add(no-right) carl")), said(plan));
    QVERIFY2(unknowns(plan).contains(QLatin1String("70 administered")), said(plan));
    const Ran applied = flow.apply();
    QCOMPARE(applied.json[u"planned"].toInt(), 0);
    QCOMPARE(flow.writes(), 0);
}

QTEST_GUILESS_MAIN(FlowAccess)
#include "tst_flow_access.moc"
