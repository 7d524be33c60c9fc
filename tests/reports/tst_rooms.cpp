#include "surveyed.h"

#include "core/model/snapshotbuilder.h"
#include "tests/support/smallworld.h"

#include <QTest>

using namespace liaison;
using namespace liaison::tests;

/// The inventory of rooms: design section 3 (orphan), R27, R41, R110, R122.
class TestRooms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void unreadActivitiesMakeNoOrphan();
    void duplicates();
    void otherNaming();
    void countsAndFindings();
    void orderAndConfirmedRooms();
};

namespace {

const RoomRow &only(const std::vector<RoomRow> &rows, const QString &id)
{
    const auto it = std::find_if(rows.begin(), rows.end(), [&](const RoomRow &r) { return r.id == id; });
    if (it == rows.end())
        qFatal("no row of that room");
    return *it;
}

std::vector<RoomRow> rowsOf(const Survey &s, const QSet<QString> &remembered = {})
{
    return roomRows(s, Snapshot{}, Diff{}, remembered);
}

} // namespace

void TestRooms::kinds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("creator");
    QTest::addColumn<bool>("remembered");
    QTest::addColumn<QString>("pointedAt"); // "", "link", "candidate"
    QTest::addColumn<QString>("kind");
    const QString ours = prefix() + QStringLiteral("_ALG_7"), api = QStringLiteral("u-api"),
                  somebody = QStringLiteral("u-prof");
    QTest::newRow("linked") << ours << api << false << "link"
                            << "linked";
    QTest::newRow("candidate of an ambiguous link") << ours << api << false << "candidate"
                                                    << "linked";
    QTest::newRow("linked under any name") << "bureau" << somebody << false << "link"
                                           << "linked";
    QTest::newRow("made for an activity that is gone") << ours << api << false << ""
                                                       << "orphan";
    QTest::newRow("our account, another name") << "bureau" << api << false << ""
                                               << "outside";
    QTest::newRow("our name, another maker") << ours << somebody << false << ""
                                             << "outside";
    QTest::newRow("renamed since it was remembered") << "bureau" << somebody << true << ""
                                                     << "orphan";
    QTest::newRow("never ours") << "bureau" << somebody << false << ""
                                << "outside";
    QTest::newRow("prefix of another site") << prefix().replace(0, 1, QStringLiteral("zz")) << api << false << ""
                                            << "outside";
}

void TestRooms::kinds()
{
    QFETCH(QString, name);
    QFETCH(QString, creator);
    QFETCH(bool, remembered);
    QFETCH(QString, pointedAt);
    QFETCH(QString, kind);
    Survey s = survey();
    addRoom(s, QStringLiteral("R"), name, creator);
    if (pointedAt == u"link")
        addLink(s, 7, QStringLiteral("R"));
    if (pointedAt == u"candidate")
        addLink(s, 7, {}).candidates = {QStringLiteral("R"), QStringLiteral("R2")};
    const auto rows = rowsOf(s, remembered ? QSet<QString>{QStringLiteral("R")} : QSet<QString>{});
    const RoomRow &row = only(rows, QStringLiteral("R"));
    QCOMPARE(row.linked, kind == u"linked");
    QCOMPARE(row.orphan, kind == u"orphan");
    QCOMPARE(row.outside, kind == u"outside");
    QCOMPARE(row.links.size(), size_t(kind == u"linked"));
}

// Design rule 1: what could not be read is not "no".
void TestRooms::unreadActivitiesMakeNoOrphan()
{
    Survey s = survey();
    s.sites.front().linksUnknown = UnknownBecause{UnknownReason::MoodleDown, {}};
    addRoom(s, QStringLiteral("A"), prefix() + QStringLiteral("_ALG_7"));
    addRoom(s, QStringLiteral("B"), QStringLiteral("bureau"), QStringLiteral("u-prof"));
    for (const RoomRow &row : rowsOf(s)) {
        QVERIFY(!row.linked);
        QVERIFY(!row.orphan);
        QVERIFY(!row.outside);
    }
}

void TestRooms::duplicates()
{
    Survey s = survey();
    addRoom(s, QStringLiteral("first"), prefix() + QStringLiteral("_ALG_7"));
    addRoom(s, QStringLiteral("second"), prefix() + QStringLiteral("_ALG2_7"));
    addRoom(s, QStringLiteral("alone"), prefix() + QStringLiteral("_GEO_8"));
    addRoom(s, QStringLiteral("clash"), prefix() + QStringLiteral("_BIO_9_1763622000"));
    addRoom(s, QStringLiteral("imitated"), prefix() + QStringLiteral("_GEO_8"), QStringLiteral("u-prof"));
    const auto rows = rowsOf(s);
    QVERIFY(only(rows, QStringLiteral("first")).duplicate);
    QVERIFY(only(rows, QStringLiteral("second")).duplicate);
    QVERIFY(!only(rows, QStringLiteral("alone")).duplicate);
    QVERIFY(only(rows, QStringLiteral("clash")).duplicate);
    QVERIFY(!only(rows, QStringLiteral("imitated")).duplicate);
}

// A site that names its rooms in its own way is told by the fixed start of its pattern.
void TestRooms::otherNaming()
{
    Survey s = survey();
    addRoom(s, QStringLiteral("A"), QStringLiteral("cours_ALG_7"));
    SnapshotBuilder b;
    Site site;
    site.id.value = QStringLiteral("main");
    site.url = siteUrl();
    site.naming =
        Naming{QStringLiteral("cours {$a->courseshortname}_{$a->moduleid}"), {}, QStringLiteral("/[^0-9a-zA-Z-_.]/")};
    b.addSite(site);
    QVERIFY(only(roomRows(s, *b.finish(), Diff{}), QStringLiteral("A")).orphan);
}

void TestRooms::countsAndFindings()
{
    SmallWorld world = SmallWorld::oneCourse();
    world.enrol(QStringLiteral("ada"), {QStringLiteral("student")});
    world.join(QStringLiteral("ada"));
    const Compared now = compare(world);
    Survey s = survey();
    s.apiAccounts = now.snapshot->apiAccounts;
    addRoom(s, QStringLiteral("R1"), QStringLiteral("alg")).usersCount = 9;
    addRoom(s, QStringLiteral("R2"), QStringLiteral("geo")).usersCount = 4;
    addLink(s, 100, QStringLiteral("R1"));
    Diff diff = now.diff;
    diff.rooms.front().findings.push_back({FindingCode::Renamed, {}, {}, Cause::NotKnown, Certainty::None, {}});
    const auto rows = roomRows(s, *now.snapshot, diff);
    const RoomRow &read = only(rows, QStringLiteral("R1"));
    QCOMPARE(read.members, std::optional(1)); // without our own account
    QCOMPARE(read.owners, std::optional(1));
    QCOMPARE(read.ownerless, std::optional(false));
    QVERIFY(read.renamed);
    const RoomRow &notRead = only(rows, QStringLiteral("R2"));
    QCOMPARE(notRead.members, std::optional(4)); // the server's count
    QVERIFY(!notRead.owners);
    QVERIFY(!notRead.ownerless);

    SmallWorld left = SmallWorld::oneCourse();
    for (SmallMember &member : left.room(QStringLiteral("R1")).members)
        member.roles = RoomMember;
    const Compared ownerless = compare(left);
    QCOMPARE(only(roomRows(s, *ownerless.snapshot, ownerless.diff), QStringLiteral("R1")).ownerless,
             std::optional(true));
}

void TestRooms::orderAndConfirmedRooms()
{
    const Compared now = compare(SmallWorld::oneCourse());
    Survey s = survey();
    addRoom(s, QStringLiteral("2"), QStringLiteral("zoo"));
    addRoom(s, QStringLiteral("1"), QStringLiteral("abc"));
    addRoom(s, QStringLiteral("c"), QStringLiteral("channel")).type = QStringLiteral("c");
    addLink(s, 100, QStringLiteral("R1"));
    const auto rows = roomRows(s, *now.snapshot, now.diff);
    QCOMPARE(rows.size(), size_t(3)); // R1 is in no list, but its link named it and the server confirmed it
    QVERIFY(only(rows, QStringLiteral("R1")).linked);
    QVERIFY(
        std::is_sorted(rows.begin(), rows.end(), [](const RoomRow &a, const RoomRow &b) { return a.name < b.name; }));
}

QTEST_APPLESS_MAIN(TestRooms)
#include "tst_rooms.moc"
