#include "core/reconcile/severalrooms.h"
#include "tests/unit/worlds.h"

#include <QtTest>

using namespace liaison;
using namespace liaison::tests;

/// "It is no use to make several activities": who is where, and which room to go on with. R120
class TestSeveralRooms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void found();
    void compared();
    void suggested_data();
    void suggested();
};

namespace {

/// Course ALG with the rooms R1 and R2; anne is in both.
SmallWorld twoRooms()
{
    SmallWorld w = SmallWorld::oneCourse();
    SmallRoom second = w.room(QStringLiteral("R1"));
    second.id = QStringLiteral("R2");
    second.name = QStringLiteral("algebra-2");
    w.rooms.push_back(second);
    SmallLink link = w.link(100);
    link.cmid = 101;
    link.room = QStringLiteral("R2");
    w.links.push_back(link);
    w.enrol(QStringLiteral("anne"), {QStringLiteral("student")});
    w.join(QStringLiteral("anne"));
    w.join(QStringLiteral("anne"), RoomMember, QStringLiteral("R2"));
    return w;
}

} // namespace

void TestSeveralRooms::found()
{
    QVERIFY(coursesWithSeveralRooms(*build(SmallWorld::oneCourse())).empty());
    SmallWorld w = twoRooms();
    const auto s = build(w);
    const auto all = coursesWithSeveralRooms(*s);
    QCOMPARE(all.size(), size_t(1));
    QCOMPARE(s->courses[all[0].course.value].shortName, QStringLiteral("ALG"));
    QCOMPARE(all[0].links.size(), size_t(2));
    SmallWorld shared = w; // two activities of one room are not two rooms
    shared.link(101).room = QStringLiteral("R1");
    QVERIFY(coursesWithSeveralRooms(*build(shared)).empty());
    SmallWorld unlinked = w; // an activity without a room is shown as such elsewhere
    unlinked.link(101).points = SmallLink::Points::Nowhere;
    QVERIFY(coursesWithSeveralRooms(*build(unlinked)).empty());
    w.course(QStringLiteral("ALG")).inScope = false;
    QVERIFY(coursesWithSeveralRooms(*build(w)).empty());
}

void TestSeveralRooms::compared()
{
    SmallWorld w = twoRooms();
    const auto members = [](const SmallWorld &world) {
        const SeveralRooms several = coursesWithSeveralRooms(*build(world)).at(0);
        return several.together ? QString::number(*several.together) + u' ' + QString::number(*several.apart)
                                : QStringLiteral("not known");
    };
    QCOMPARE(members(w), QStringLiteral("1 0"));
    w.enrol(QStringLiteral("bob"), {QStringLiteral("student")});
    w.join(QStringLiteral("bob"), RoomMember, QStringLiteral("R2"));
    QCOMPARE(members(w), QStringLiteral("1 1"));
    SmallWorld v = w;
    v.room(QStringLiteral("R2")).unknown = UnknownBecause{UnknownReason::Truncated, {}};
    QCOMPARE(members(v), QStringLiteral("not known"));
    w.room(QStringLiteral("R2")).proof = Proof::Administered;
    QCOMPARE(members(w), QStringLiteral("not known"));
}

void TestSeveralRooms::suggested_data()
{
    QTest::addColumn<int>("first"); // day of the last message; 0 = none told
    QTest::addColumn<int>("second");
    QTest::addColumn<bool>("archived");
    QTest::addColumn<bool>("largerSecond");
    QTest::addColumn<int>("keep"); // cmid; 0 = nothing tells them apart
    QTest::newRow("written in last") << 3 << 5 << false << false << 101;
    QTest::newRow("the only one written in") << 3 << 0 << false << true << 100;
    QTest::newRow("as late, larger") << 3 << 3 << false << true << 101;
    QTest::newRow("nothing told, larger") << 0 << 0 << false << true << 101;
    QTest::newRow("nothing tells") << 0 << 0 << false << false << 0;
    QTest::newRow("the other is archived") << 3 << 5 << true << true << 100;
}

void TestSeveralRooms::suggested()
{
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(bool, archived);
    QFETCH(bool, largerSecond);
    QFETCH(int, keep);
    SmallWorld w = twoRooms();
    w.room(QStringLiteral("R2")).archived = archived;
    if (largerSecond)
        w.join(QStringLiteral("guest"), RoomMember, QStringLiteral("R2"));
    Snapshot s = *build(w);
    for (Room &room : s.rooms) {
        const int day = room.id.value == u"R1" ? first : second;
        room.lastMessage = day > 0 ? Instant{day * 86'400'000LL} : Instant{};
    }
    const SeveralRooms several = coursesWithSeveralRooms(s).at(0);
    QCOMPARE(several.keep ? int(s.links[several.keep->value].cmid.value) : 0, keep);
}

QTEST_GUILESS_MAIN(TestSeveralRooms)
#include "tst_severalrooms.moc"
