#include "tests/sandbox/tst_sandboxchat_campus.h"

#include <QTest>

using namespace campus;

// Page sizes and the order of member lists: contract section 3, design 4.2 (completeness of a member list). R74, R283.

namespace {

QJsonObject page(Client &c, const QString &call, int offset, int count)
{
    return c.get(call,
                 {{s("roomId"), crowd}, {s("offset"), QString::number(offset)}, {s("count"), QString::number(count)}});
}

} // namespace

class tst_SandboxChatPaging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data();
    void counts();
    void stillPagesAreWhole_data();
    void stillPagesAreWhole();
    void changingPagesRepeatAndLose_data();
    void changingPagesRepeatAndLose();
    void presenceComesFirst();
    void rolesComeFirst();
    void sortOfRooms();
    void filters();
};

void tst_SandboxChatPaging::counts_data()
{
    QTest::addColumn<QJsonObject>("settings");
    QTest::addColumn<QString>("count");
    QTest::addColumn<int>("given");
    const QJsonObject none;
    QTest::newRow("default is 50") << none << QString() << 50;
    QTest::newRow("clamped to 100") << none << s("500") << 100;
    QTest::newRow("0 is all") << none << s("0") << 131;
    QTest::newRow("0 not allowed: the default") << QJsonObject{{s("API_Allow_Infinite_Count"), false}} << s("0") << 50;
    QTest::newRow("own default") << QJsonObject{{s("API_Default_Count"), 7}} << QString() << 7;
    QTest::newRow("own limit") << QJsonObject{{s("API_Upper_Count_Limit"), 20}} << s("100") << 20;
    QTest::newRow("nonsense") << none << s("many") << 50;
}

void tst_SandboxChatPaging::counts()
{
    QFETCH(QJsonObject, settings);
    QFETCH(QString, count);
    QFETCH(int, given);
    World w = crowded(130);
    for (auto it = settings.begin(); it != settings.end(); ++it)
        w.chat.settings[it.key()] = it.value();
    Client c(w);
    QJsonObject params{{s("roomId"), crowd}};
    if (!count.isEmpty())
        params.insert(s("count"), count);
    const QJsonObject list = c.get(s("groups.members"), params);
    QCOMPARE(list.value(u"members").toArray().size(), given);
    QCOMPARE(list.value(u"count").toInt(), given); // what was returned, not what was asked
    QCOMPARE(list.value(u"total").toInt(), 131);
}

void tst_SandboxChatPaging::stillPagesAreWhole_data()
{
    QTest::addColumn<QString>("call");
    QTest::newRow("members") << s("groups.members");
    QTest::newRow("ordered") << s("rooms.membersOrderedByRole");
}

void tst_SandboxChatPaging::stillPagesAreWhole()
{
    QFETCH(QString, call);
    Client c(crowded(250));
    QSet<QString> seen;
    for (int offset = 0; offset < 251; offset += 100) {
        const QStringList ids = idsOf(page(c, call, offset, 100).value(u"members"));
        seen.unite(QSet<QString>(ids.begin(), ids.end()));
    }
    QCOMPARE(seen.size(), 251);
}

void tst_SandboxChatPaging::changingPagesRepeatAndLose_data()
{
    stillPagesAreWhole_data();
}

void tst_SandboxChatPaging::changingPagesRepeatAndLose()
{
    QFETCH(QString, call);
    World w = crowded(250);
    w.chat.presenceChanging = true;
    Client c(w);
    QSet<QString> seen;
    int rows = 0;
    for (int offset = 0; offset < 251; offset += 100) {
        const QJsonObject answer = page(c, call, offset, 100);
        QCOMPARE(answer.value(u"total").toInt(), 251); // nobody came or left
        const QStringList ids = idsOf(answer.value(u"members"));
        rows += static_cast<int>(ids.size());
        seen.unite(QSet<QString>(ids.begin(), ids.end()));
    }
    QCOMPARE(rows, 251);
    QVERIFY(seen.size() < 251);
    // In one piece nobody is lost.
    const QStringList all = idsOf(page(c, call, 0, 0).value(u"members"));
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), 251);
}

void tst_SandboxChatPaging::presenceComesFirst()
{
    Client c(crowded(60));
    const QStringList order{s("online"), s("away"), s("busy"), s("offline")};
    for (const QString &sort : {QString(), s("{\"username\":1}"), s("{\"username\":-1}")}) {
        QJsonObject params{{s("roomId"), crowd}, {s("count"), s("0")}};
        if (!sort.isEmpty())
            params.insert(s("sort"), sort);
        const QJsonArray members = c.get(s("groups.members"), params).value(u"members").toArray();
        QSet<qsizetype> kinds;
        for (qsizetype i = 0; i < members.size(); ++i) {
            const qsizetype rank = order.indexOf(members[i].toObject().value(u"status").toString());
            QVERIFY(rank >= 0);
            kinds.insert(rank);
            if (i == 0)
                continue;
            const QJsonObject before = members[i - 1].toObject(), here = members[i].toObject();
            const qsizetype last = order.indexOf(before.value(u"status").toString());
            QVERIFY(last <= rank);
            const QString key = sort.isEmpty() ? s("name") : s("username");
            const int names = before.value(key).toString().compare(here.value(key).toString());
            if (last == rank)
                QVERIFY(sort.endsWith(u"-1}") ? names > 0 : names < 0);
        }
        QVERIFY(kinds.size() > 1);
    }
}

void tst_SandboxChatPaging::rolesComeFirst()
{
    World w = crowded(20);
    w.chat.rooms.back().members[9].roles = {s("moderator")};
    w.chat.rooms.back().members[15].roles = {s("leader"), s("moderator")};
    Client c(w);
    const QJsonArray members = page(c, s("rooms.membersOrderedByRole"), 0, 0).value(u"members").toArray();
    QCOMPARE(members[0].toObject().value(u"roles").toArray(), QJsonArray{s("owner")});
    QVERIFY(members[1].toObject().value(u"roles").toArray().contains(s("moderator")));
    QVERIFY(members[2].toObject().value(u"roles").toArray().contains(s("moderator")));
    QVERIFY(!members[3].toObject().contains(u"roles")); // absent for plain members
    QVERIFY(!page(c, s("groups.members"), 0, 0).value(u"members").toArray()[0].toObject().contains(u"roles"));
}

void tst_SandboxChatPaging::sortOfRooms()
{
    Client c(crowded(5));
    QCOMPARE(idsOf(c.get(s("groups.listAll")).value(u"groups")), (QStringList{old, bio, crowd, secret}));
    QCOMPARE(idsOf(c.get(s("groups.listAll"), {{s("sort"), s("{\"name\":-1}")}}).value(u"groups")),
             (QStringList{secret, crowd, bio, old}));
    QCOMPARE(idsOf(c.get(s("groups.listAll"), {{s("sort"), s("{\"usersCount\":-1,\"name\":1}")}}).value(u"groups")),
             (QStringList{crowd, bio, old, secret}));
    QCOMPARE(idsOf(c.get(s("groups.listAll"), {{s("offset"), s("2")}, {s("count"), s("1")}}).value(u"groups")),
             QStringList{crowd});
    QCOMPARE(idsOf(c.get(s("groups.list")).value(u"groups")), (QStringList{old, bio, crowd}));
}

void tst_SandboxChatPaging::filters()
{
    Client c(crowded(30));
    const QJsonObject named{{s("roomId"), crowd}, {s("filter"), s("PERSON 2")}, {s("count"), s("0")}};
    QCOMPARE(c.get(s("groups.members"), named).value(u"total").toInt(), 11);
    const QJsonObject online{{s("roomId"), crowd}, {s("status[]"), QJsonArray{s("online")}}, {s("count"), s("0")}};
    const QJsonArray members = c.get(s("groups.members"), online).value(u"members").toArray();
    QVERIFY(!members.isEmpty() && members.size() < 31);
    for (const QJsonValue &m : members)
        QCOMPARE(m.toObject().value(u"status").toString(), s("online"));
    QCOMPARE(c.get(s("users.list"), {{s("count"), s("2")}, {s("sort"), s("{\"username\":1}")}})
                 .value(u"users")
                 .toArray()
                 .size(),
             2);
}

QTEST_APPLESS_MAIN(tst_SandboxChatPaging)
#include "tst_sandboxchat_paging.moc"
