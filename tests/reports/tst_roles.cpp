#include "core/run/campus.h"
#include "tests/support/smallworld.h"

#include <QTest>

using namespace liaison;
using namespace liaison::tests;

/// Roles and what they become: R56, R57.
class TestRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void origin_data();
    void origin();
    void peopleAreCountedOnce();
    void differingLinks();
    void moderatorWins();
};

namespace {

using Maps = RoleRow::Maps;
using From = RoleRow::From;

RoleRow only(const std::vector<RoleRow> &rows, const QString &shortName)
{
    const auto it = std::find_if(rows.begin(), rows.end(), [&](const RoleRow &r) { return r.shortName == shortName; });
    return it == rows.end() ? RoleRow{} : *it;
}

std::vector<RoleRow> rowsOf(const SmallWorld &world)
{
    return roleRows(*build(world), world.policy);
}

} // namespace

void TestRoles::origin_data()
{
    QTest::addColumn<int>("source");
    QTest::addColumn<bool>("pluginSeen");
    QTest::addColumn<bool>("configured");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("tutor");
    const auto row = [](const char *name, PolicySource source, bool seen, bool configured, From from, Maps tutor) {
        QTest::newRow(name) << int(source) << seen << configured << int(from) << int(tutor);
    };
    // The plugin's lists name the tutor as a member; the profile's say moderator.
    row("working plugin decides", PolicySource::Auto, true, true, From::Plugin, Maps::Member);
    row("told to follow the plugin", PolicySource::Plugin, false, true, From::Plugin, Maps::Member);
    row("console decides", PolicySource::Console, true, true, From::Profile, Maps::Moderator);
    row("no plugin, profile set", PolicySource::Auto, false, true, From::Profile, Maps::Moderator);
    row("nothing known", PolicySource::Auto, false, false, From::Guess, Maps::Moderator);
}

void TestRoles::origin()
{
    QFETCH(int, source);
    QFETCH(bool, pluginSeen);
    QFETCH(bool, configured);
    QFETCH(int, from);
    QFETCH(int, tutor);
    SmallWorld world = SmallWorld::oneCourse();
    world.role(QStringLiteral("tutor"));
    world.link(100).roles = std::pair(QStringList{QStringLiteral("teacher")}, QStringList{QStringLiteral("tutor")});
    world.site(QStringLiteral("main")).pluginSeen = pluginSeen;
    world.policy.source = static_cast<PolicySource>(source);
    world.policy.roles.site = {QStringList{QStringLiteral("tutor")}, QStringList{}};
    world.policy.roles.configured = configured;
    const RoleRow row = only(rowsOf(world), QStringLiteral("tutor"));
    QCOMPARE(int(row.from), from);
    QCOMPARE(int(row.maps), tutor);
}

void TestRoles::peopleAreCountedOnce()
{
    SmallWorld world = SmallWorld::oneCourse();
    SmallCourse second;
    second.id = 11;
    second.shortName = QStringLiteral("GEO");
    world.courses.push_back(second);
    world.enrol(QStringLiteral("ada"), {QStringLiteral("student")});
    world.enrol(QStringLiteral("ada"), {QStringLiteral("student")}, QStringLiteral("GEO"));
    world.enrol(QStringLiteral("bob"), {}, QStringLiteral("GEO")).inherited = {QStringLiteral("student")};
    world.enrol(QStringLiteral("cyd"), {QStringLiteral("teacher")});
    const auto rows = rowsOf(world);
    QCOMPARE(only(rows, QStringLiteral("student")).people, 2);
    QCOMPARE(only(rows, QStringLiteral("teacher")).people, 1);
    QCOMPARE(only(rows, QStringLiteral("editingteacher")).people, 0);
    world.course(QStringLiteral("GEO")).unknown = UnknownBecause{UnknownReason::Truncated, {}};
    QCOMPARE(only(rowsOf(world), QStringLiteral("student")).people, 1);
}

void TestRoles::differingLinks()
{
    SmallWorld world = SmallWorld::oneCourse();
    for (qint64 cmid : {101, 102}) {
        SmallLink link = world.link(100);
        link.cmid = cmid;
        world.links.push_back(link);
    }
    world.link(102).roles = std::pair(QStringList{QStringLiteral("editingteacher")},
                                      QStringList{QStringLiteral("student"), QStringLiteral("teacher")});
    auto rows = rowsOf(world); // nobody told the defaults: what most activities say
    QCOMPARE(int(only(rows, QStringLiteral("teacher")).maps), int(Maps::Moderator));
    QCOMPARE(only(rows, QStringLiteral("teacher")).linksDiffering, 1);
    QCOMPARE(only(rows, QStringLiteral("student")).linksDiffering, 0);

    // The plugin's own defaults win over the majority.
    auto snapshot = std::make_shared<Snapshot>(*build(world));
    ActivityRoles defaults;
    for (const Role &role : snapshot->roles) {
        if (role.shortName == u"teacher" || role.shortName == u"student")
            defaults.member.push_back(role.id);
    }
    snapshot->sites.front().defaultRoles = defaults;
    rows = roleRows(*snapshot, world.policy);
    QCOMPARE(int(only(rows, QStringLiteral("teacher")).maps), int(Maps::Member));
    QCOMPARE(only(rows, QStringLiteral("teacher")).linksDiffering, 2);
    QCOMPARE(only(rows, QStringLiteral("editingteacher")).linksDiffering, 3);

    // What an unreachable site's activities say now is not known.
    world.link(102).unknown = UnknownBecause{UnknownReason::MoodleDown, {}};
    QCOMPARE(only(rowsOf(world), QStringLiteral("teacher")).linksDiffering, 0);
}

void TestRoles::moderatorWins()
{
    SmallWorld world = SmallWorld::oneCourse();
    world.link(100).roles = std::pair(QStringList{QStringLiteral("student")}, QStringList{QStringLiteral("student")});
    QCOMPARE(int(only(rowsOf(world), QStringLiteral("student")).maps), int(Maps::Moderator));
}

QTEST_APPLESS_MAIN(TestRoles)
#include "tst_roles.moc"
