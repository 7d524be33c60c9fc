// How many calls the main job takes (design section 11), counted at the servers, and that fewer calls tell the same.

#include "tests/flow/flow.h"

#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

constexpr int inside = 50;

/// A room of `inside` people and `absent` more who are expected; `extra` accounts have nothing to do with it.
Campus bigRoom(int absent, int extra = 0, const char *version = "7.10")
{
    Campus campus;
    campus.world.chat.version = QString::fromLatin1(version);
    const QString members = many(QStringLiteral("s"), inside);
    campus.linked(QStringLiteral("ALG1"), 7, 70, QString(members + u' ' + many(QStringLiteral("n"), absent)), members);
    for (const QString &login : many(QStringLiteral("other"), extra).split(u' ', Qt::SkipEmptyParts))
        (void)campus.person(login);
    return campus;
}

int count(Flow &flow, QLatin1String part)
{
    int n = 0;
    for (const sandbox::LoggedRequest &request : flow.sandbox().requests())
        n += request.path.contains(part) || request.function.contains(part) ? 1 : 0;
    return n;
}

constexpr QLatin1String oneByOne("users.info"), list("users.list");

QByteArray stepsOf(const Ran &plan)
{
    return QJsonDocument(plan.json[u"steps"].toArray()).toJson(QJsonDocument::Compact);
}

} // namespace

class FlowCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyPeopleAtOnce();
    void theListIsNoProof();
    void notWhereTheListIsLong();
    void notWhereItTellsMore();
    void olderServers();
};

/// A hundred added: one write, two reads of the room, one call to Moodle for the people; accounts come a hundred per call.
void FlowCalls::manyPeopleAtOnce()
{
    Flow flow(bigRoom(100));
    const Ran plan = flow.plan();
    QCOMPARE(kinds(plan.json[u"steps"].toArray()), QStringLiteral("add 100"));
    QCOMPARE(count(flow, oneByOne), 0);
    QCOMPARE(count(flow, list), 2); // 151 accounts
    flow.sandbox().clearRequests();
    const Ran applied = flow.apply();
    QVERIFY2(applied.json[u"done"].toInt() == 100, said(applied));
    QCOMPARE(flow.writes(), 1);
    QCOMPARE(count(flow, QLatin1String("membersOrderedByRole")), 2);
    QCOMPARE(count(flow, QLatin1String("local_liaison_get_memberships")), 1);
    // Of the whole run, and of the room: an activity that got another room meanwhile must be seen (design rule 7).
    QCOMPARE(count(flow, QLatin1String("local_liaison_get_links")), 2);
    QCOMPARE(count(flow, oneByOne), 0);
    QCOMPARE(count(flow, list), 2);
    const Ran again = flow.plan();
    QVERIFY2(again.exit == 0, said(again));
}

/// R102: who is not on the list, or whose page was lost, is asked for; nobody is taken for absent.
void FlowCalls::theListIsNoProof()
{
    Campus campus = bigRoom(30);
    std::erase_if(campus.world.chat.users, [](const sandbox::ChatUser &u) { return u.username == u"n7"; });
    Flow whole(campus);
    const Ran plan = whole.plan();
    QCOMPARE(kinds(plan.json[u"steps"].toArray()), QStringLiteral("add 29"));
    QCOMPARE(count(whole, oneByOne), 1);
    for (const char *fault : {R"({"server":"rocketchat","match":"users.list","do":"status","status":500})",
                              R"({"server":"rocketchat","match":"users.list","do":"empty"})",
                              R"({"server":"rocketchat","match":"users.list","do":"html"})"}) {
        Flow flow(campus);
        flow.fault(fault);
        const Ran other = flow.plan();
        QCOMPARE(stepsOf(other), stepsOf(plan));
        QCOMPARE(count(flow, oneByOne), 30);
    }
    Flow partial(bigRoom(100, 200)); // the first page arrives, the others do not
    partial.fault(R"({"server":"rocketchat","match":"users.list","do":"status","status":403,"after":1})");
    const Ran rest = partial.plan();
    QCOMPARE(kinds(rest.json[u"steps"].toArray()), QStringLiteral("add 100"));
}

/// A dozen people are not worth reading thousands of accounts.
void FlowCalls::notWhereTheListIsLong()
{
    Flow flow(bigRoom(12, 2000));
    const Ran plan = flow.plan();
    QCOMPARE(kinds(plan.json[u"steps"].toArray()), QStringLiteral("add 12"));
    QCOMPARE(count(flow, list), 1);
    QVERIFY(count(flow, oneByOne) <= 12);
    Flow few(bigRoom(5));
    QCOMPARE(kinds(few.plan().json[u"steps"].toArray()), QStringLiteral("add 5"));
    QCOMPARE(count(few, list), 0);
}

/// R91: without view-full-other-user-info the list tells server roles that a look-up does not: what may be planned must
/// not depend on how many people were looked up.
void FlowCalls::notWhereItTellsMore()
{
    Campus campus = bigRoom(30);
    campus.world.chat.grants = {{QStringLiteral("view-room-administration"), {QStringLiteral("bot")}},
                                {QStringLiteral("view-full-other-user-info"), {QStringLiteral("admin")}}};
    Flow flow(campus);
    const Ran plan = flow.plan();
    QCOMPARE(count(flow, list), 0);
    QVERIFY2(count(flow, oneByOne) >= 30, said(plan));
}

/// R35: a release before 7.3 is not asked for what it cannot know: members and roles, and no more.
void FlowCalls::olderServers()
{
    Flow flow(bigRoom(0, 0, "6.8"));
    const Ran plan = flow.plan();
    QVERIFY2(plan.exit == 0, said(plan));
    QCOMPARE(count(flow, QLatin1String("membersOrderedByRole")), 0);
    QCOMPARE(count(flow, QLatin1String("groups.members")), 1);
    QCOMPARE(count(flow, QLatin1String("groups.roles")), 1);
}

QTEST_GUILESS_MAIN(FlowCalls)
#include "tst_flow_calls.moc"
