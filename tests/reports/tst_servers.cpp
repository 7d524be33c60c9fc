#include "core/run/probes.h"
#include "surveyed.h"

#include "core/moodle/requests.h"
#include "tests/support/smallworld.h"

#include <QTest>

using namespace liaison;
using namespace liaison::tests;

/// What Diagnostics shows: R26, R35, R84.
class TestServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chatRights_data();
    void chatRights();
    void rightsInSomeRooms();
    void rightsToldByReadings();
    void moodleStrategies();
    void serversThatAreDown();
    void clocks();
};

namespace {

const RightRow *find(const ServerReport &report, const QString &right)
{
    for (const RightRow &row : report.rights) {
        if (row.right == right)
            return &row;
    }
    return nullptr;
}

} // namespace

void TestServers::chatRights_data()
{
    QTest::addColumn<QStringList>("holders");
    QTest::addColumn<int>("ownRoles");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("feature");
    QTest::addColumn<bool>("held");
    const int member = RoomMember, owner = RoomOwner;
    const QStringList none, bot{QStringLiteral("bot")}, owners{QStringLiteral("admin"), QStringLiteral("owner")};
    QTest::newRow("by server role") << bot << member << "set-moderator"
                                    << "promote" << true;
    QTest::newRow("as owner of the room") << owners << owner << "set-moderator"
                                          << "promote" << true;
    QTest::newRow("not as a mere member") << owners << member << "set-moderator"
                                          << "promote" << false;
    QTest::newRow("nobody") << none << owner << "remove-user"
                            << "remove" << false;
    QTest::newRow("archive") << bot << member << "archive-room"
                             << "settings" << true;
    QTest::newRow("who is protected") << none << member << "view-full-other-user-info"
                                      << "protection" << false;
    QTest::newRow("reading rooms") << bot << member << "view-room-administration"
                                   << "read" << true;
}

void TestServers::chatRights()
{
    QFETCH(QStringList, holders);
    QFETCH(int, ownRoles);
    QFETCH(QString, right);
    QFETCH(QString, feature);
    QFETCH(bool, held);
    SmallWorld world = SmallWorld::oneCourse();
    world.grants->holders.insert(right, holders);
    world.room(QStringLiteral("R1")).ownRoles = static_cast<quint8>(ownRoles);
    const auto reports = serverReports(Profile{}, survey(), *build(world), {});
    const RightRow *row = find(reports.back(), right);
    QVERIFY(row);
    QCOMPARE(row->held, std::optional(held));
    QCOMPARE(row->feature, feature);
    QVERIFY(!find(reports.back(), QStringLiteral("kick-user-from-any-p-room"))); // only asked for where it is needed

    world.grants.reset();
    world.room(QStringLiteral("R1")).access = Access::Administered;
    const auto unread = serverReports(Profile{}, survey(), *build(world), {});
    // Not listed is not known, but for what a reading tells: somebody's server roles were shown to us.
    const bool told = right == u"view-full-other-user-info";
    QCOMPARE(find(unread.back(), right)->held, told ? std::optional(true) : std::nullopt);
    QVERIFY(find(unread.back(), QStringLiteral("kick-user-from-any-p-room")));
}

void TestServers::rightsInSomeRooms()
{
    SmallWorld world = SmallWorld::oneCourse();
    SmallRoom second = world.room(QStringLiteral("R1"));
    second.id = QStringLiteral("R2");
    second.ownRoles = RoomMember;
    SmallRoom foreign = second;
    foreign.id = QStringLiteral("R3");
    foreign.access = Access::Administered;
    world.rooms.push_back(second);
    world.rooms.push_back(foreign);
    world.grants->holders.insert(QStringLiteral("remove-user"), {QStringLiteral("owner")});
    world.grants->holders.insert(QStringLiteral("kick-user-from-any-p-room"), {});
    const auto reports = serverReports(Profile{}, survey(), *build(world), {});
    const RightRow *partly = find(reports.back(), QStringLiteral("remove-user"));
    QCOMPARE(partly->held, std::optional(true));
    QCOMPARE(partly->missingIn, 1);
    const RightRow *outside = find(reports.back(), QStringLiteral("kick-user-from-any-p-room"));
    QCOMPARE(outside->held, std::optional(false));
    QCOMPARE(outside->missingIn, 1);
}

// Design 4.1: older servers, or a refusal. Only what a reading proved, one way or the other.
void TestServers::rightsToldByReadings()
{
    const QString rooms = QStringLiteral("view-room-administration"),
                  people = QStringLiteral("view-other-user-channels");
    Survey s = survey();
    QCOMPARE(probedRight(s, Snapshot{}, rooms), std::optional<bool>()); // the chat was not reached
    s.chat.emplace();
    QCOMPARE(probedRight(s, Snapshot{}, rooms), std::optional(false));
    s.rooms.wholeServer = true;
    QCOMPARE(probedRight(s, Snapshot{}, rooms), std::optional(true));
    s.roomsUnknown = UnknownBecause{};
    QCOMPARE(probedRight(s, Snapshot{}, rooms), std::optional<bool>());

    Snapshot facts;
    QCOMPARE(probedRight(s, facts, people), std::optional<bool>());
    Room room;
    room.access = Access::Administered;
    room.members = Reading<Rows>::unknown(UnknownReason::NoAccess, people);
    facts.rooms.push_back(room);
    QCOMPARE(probedRight(s, facts, people), std::optional(false));
    for (const char *write : {"add-user-to-any-p-room", "remove-user", "set-moderator", "create-user"})
        QCOMPARE(probedRight(s, facts, QString::fromLatin1(write)), std::optional<bool>());
}

void TestServers::moodleStrategies()
{
    Survey s = survey();
    SiteSurvey &site = s.sites.front();
    site.info.release = QStringLiteral("4.5 (Build: 20241007)");
    site.info.username = QStringLiteral("ws-liaison");
    site.info.functions = {QString(moodle::functions::enrolledUsers)};
    addLink(s, 1, {}).source = LinkSource::Guessed;
    addLink(s, 2, {}).source = LinkSource::Confirmed;
    addLink(s, 3, {}).source = LinkSource::Guessed;
    ServerReport report = serverReports(Profile{}, s, Snapshot{}, {}).front();
    QCOMPARE(report.kind, QStringLiteral("moodle"));
    QCOMPARE(report.version, QStringLiteral("4.5 (Build: 20241007)"));
    QCOMPARE(report.account, QStringLiteral("ws-liaison"));
    QCOMPARE(report.strategy, QStringLiteral("per-course"));
    QCOMPARE(report.linkSource, QStringLiteral("guessed"));
    QVERIFY(report.companion.isEmpty());
    const QString inherited = QStringLiteral("inherited-roles"), uncounted = QStringLiteral("uncounted-lists"),
                  suspended = QStringLiteral("suspended-accounts"), empty = QStringLiteral("empty-courses");
    QCOMPARE(report.unseen, (QStringList{inherited, uncounted, suspended, empty}));
    site.info.functions += {QString(moodle::functions::usersCourses), QString(moodle::functions::usersByField),
                            QString(moodle::functions::enrolledUsersOfCourses)};
    report = serverReports(Profile{}, s, Snapshot{}, {}).front();
    QCOMPARE(report.strategy, QStringLiteral("several-courses"));
    QCOMPARE(report.unseen, (QStringList{inherited, empty}));
    // A report is a strategy where one was found, not where its functions are offered.
    site.info.functions += {QString(moodle::functions::listReports), QString(moodle::functions::retrieveReport)};
    QCOMPARE(serverReports(Profile{}, s, Snapshot{}, {}).front().strategy, QStringLiteral("several-courses"));
    site.reports = moodle::ReportsFound{moodle::ReportChoice{6, 100, false}, moodle::ReportChoice{7, 100, false}};
    report = serverReports(Profile{}, s, Snapshot{}, {}).front();
    QCOMPARE(report.strategy, QStringLiteral("report"));
    QCOMPARE(report.unseen, QStringList());
    site.info.functions = {QString(moodle::functions::listReports), QString(moodle::functions::retrieveReport)};
    report = serverReports(Profile{}, s, Snapshot{}, {}).front();
    QCOMPARE(report.unseen, QStringList{QStringLiteral("inactive-people")});
    site.reports.reset();
    site.info.functions = {QString(moodle::functions::enrolledUsers)};
    report = serverReports(Profile{}, s, Snapshot{}, {}).front();
    // Without the companion nobody tells capabilities; what the token may call is told.
    QCOMPARE(find(report, QStringLiteral("moodle/course:view"))->held, std::nullopt);
    QCOMPARE(find(report, QString(moodle::functions::enrolledUsers))->held, std::optional(true));
    QCOMPARE(find(report, QString(moodle::functions::usersByField))->held, std::optional(false));

    site.companion.emplace();
    site.companion->companion = moodle::PluginVersion{QStringLiteral("2026010100"), QStringLiteral("1.2")};
    site.companion->modRocketchat = moodle::PluginVersion{QStringLiteral("2024010900"), {}};
    site.companion->capabilities = {{QStringLiteral("moodle/course:view"), false}};
    site.info.functions.insert(QString(moodle::functions::companionMemberships));
    report = serverReports(Profile{}, s, Snapshot{}, {}).front();
    QCOMPARE(report.strategy, QStringLiteral("companion"));
    QCOMPARE(report.companion, QStringLiteral("1.2"));
    QCOMPARE(report.plugin, QStringLiteral("2024010900"));
    QCOMPARE(find(report, QStringLiteral("moodle/course:view"))->held, std::optional(false));
    QCOMPARE(find(report, QStringLiteral("moodle/user:viewdetails"))->held, std::nullopt);
}

void TestServers::serversThatAreDown()
{
    Survey s = survey();
    const Error timeout{ErrorKind::Timeout, QStringLiteral("timeout"), {}, 0, {}, {}};
    s.sites.front().down = timeout;
    s.chatDown = timeout;
    const auto reports = serverReports(Profile{}, s, Snapshot{}, Instant::fromSeconds(5));
    QCOMPARE(reports.size(), size_t(2));
    for (const ServerReport &report : reports) {
        QCOMPARE(report.error, std::optional(timeout));
        QVERIFY(report.version.isEmpty());
        QVERIFY(!report.skewMs);
        for (const RightRow &right : report.rights)
            QCOMPARE(right.held, std::nullopt);
    }
}

void TestServers::clocks()
{
    Survey s = survey();
    s.sites.front().now = Instant::fromSeconds(1000);
    s.chat.emplace();
    s.chat->serverDate = Instant::fromSeconds(1400);
    s.chat->version = {7, 10, QStringLiteral("7.10")};
    s.chat->self.username = QStringLiteral("liaison.api");
    const auto reports = serverReports(Profile{}, s, Snapshot{}, Instant::fromSeconds(1003));
    QCOMPARE(reports.front().skewMs, std::optional<qint64>(-3000));
    QCOMPARE(reports.back().skewMs, std::optional<qint64>(397'000));
    QCOMPARE(reports.back().version, QStringLiteral("7.10"));
    QCOMPARE(reports.back().strategy, QStringLiteral("members-by-role"));
    QCOMPARE(reports.back().account, QStringLiteral("liaison.api"));
}

QTEST_APPLESS_MAIN(TestServers)
#include "tst_servers.moc"
