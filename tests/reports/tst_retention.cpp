#include "surveyed.h"

#include "tests/support/smallworld.h"

#include <QTest>

using namespace liaison;
using namespace liaison::tests;

using Verdict = RetentionVerdict;

/// Wanted, stored and effective: design 12.7 and Rocket.Chat contract section 5, line by line. R32, R33, R280.
class TestRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data();
    void verdicts();
    void unknown_data();
    void unknown();
    void policyDefault();
    void linksWithoutRoomHaveNoRow();
};

namespace {

struct Case
{
    std::optional<int> wanted = 90; ///< nullopt: switched off in the activity
    bool wish = true;               ///< false: nobody wants anything
    bool wantsFilesOnly = false;
    bool stored = true; ///< false: never set
    std::optional<bool> enabled = true;
    bool override = true, filesOnly = false;
    std::optional<double> maxAge = 90;
    std::optional<bool> serverOn = true, toPrivate = true;
    std::optional<double> serverAge = 365;
};

std::vector<RetentionRow> rowsOf(const Case &c)
{
    SmallWorld world = SmallWorld::oneCourse();
    world.site(QStringLiteral("main")).retentionFeature = true;
    if (c.wish)
        world.link(100).wantedRetention =
            Retention{c.wanted.has_value(), c.wanted.has_value(), c.wanted, false, c.wantsFilesOnly, false};
    Survey s = survey();
    chat::RoomInfo &room = addRoom(s, QStringLiteral("R1"), QStringLiteral("alg"));
    room.retentionKnown = true;
    if (c.stored)
        room.retention = chat::Retention{c.enabled, c.override, c.maxAge, false, c.filesOnly, false};
    chat::RetentionSettings &server = settings(s);
    server.enabled = c.serverOn;
    server.appliesToPrivateRooms = c.toPrivate;
    server.maxAge = c.serverAge;
    return retentionRows(s, *build(world), world.policy);
}

} // namespace

Q_DECLARE_METATYPE(Case)
Q_DECLARE_METATYPE(std::optional<int>)

void TestRetention::verdicts_data()
{
    QTest::addColumn<Case>("facts");
    QTest::addColumn<std::optional<int>>("stored");
    QTest::addColumn<std::optional<int>>("effective");
    QTest::addColumn<int>("verdict");
    const std::optional<int> none;
    const auto row = [](const char *name, const Case &c, std::optional<int> stored, std::optional<int> effective,
                        Verdict verdict) { QTest::newRow(name) << c << stored << effective << int(verdict); };
    row("as wanted", {}, 90, 90, Verdict::Ok);
    row("server switched off", {.serverOn = false}, 90, none, Verdict::ServerOff);
    row("server off before no rule", {.stored = false, .serverOn = false}, none, none, Verdict::ServerOff);
    row("never set, server's rule", {.stored = false}, none, 365, Verdict::NoOverride);
    row("never set, same days", {.stored = false, .serverAge = 90}, none, 90, Verdict::NoOverride);
    row("never set, not for private rooms", {.stored = false, .toPrivate = false}, none, none, Verdict::NoOverride);
    row("enabled without override", {.override = false}, 90, 365, Verdict::NoOverride);
    row("enabled without override, not for private rooms", {.override = false, .toPrivate = false}, 90, none,
        Verdict::NoOverride);
    row("enabled not said, no override", {.enabled = std::nullopt, .override = false}, none, 365, Verdict::NoOverride);
    row("switched off in the room", {.enabled = false, .override = false}, none, none, Verdict::NoOverride);
    row("override alone deletes nothing", {.enabled = false}, none, none, Verdict::NoOverride);
    row("own rule whatever the server applies to", {.toPrivate = false}, 90, 90, Verdict::Ok);
    row("files only before too long", {.filesOnly = true, .maxAge = 400}, 400, 400, Verdict::FilesOnly);
    row("files only wanted", {.wantsFilesOnly = true, .filesOnly = true}, 90, 90, Verdict::Ok);
    row("too long", {.maxAge = 365}, 365, 365, Verdict::TooLong);
    row("too short", {.maxAge = 30}, 30, 30, Verdict::TooShort);
    row("no days given: the server counts 30", {.maxAge = std::nullopt}, 30, 30, Verdict::TooShort);
    row("half days", {.maxAge = 90.5}, 90, 90, Verdict::Ok);
    row("off in the activity, nothing stored", {.wanted = std::nullopt, .stored = false}, none, 365, Verdict::Ok);
    row("off in the activity, own rule", {.wanted = std::nullopt}, 90, 90, Verdict::TooShort);
    row("off in the activity, server off", {.wanted = std::nullopt, .serverOn = false}, 90, none, Verdict::Ok);
    row("nobody wants anything", {.wish = false}, 90, 90, Verdict::Ok);
}

void TestRetention::verdicts()
{
    QFETCH(Case, facts);
    QFETCH(std::optional<int>, stored);
    QFETCH(std::optional<int>, effective);
    QFETCH(int, verdict);
    const auto rows = rowsOf(facts);
    QCOMPARE(rows.size(), size_t(1));
    const RetentionRow &row = rows.front();
    QVERIFY(row.wantedKnown && row.storedKnown && row.effectiveKnown);
    QCOMPARE(row.wanted, facts.wish ? facts.wanted : std::nullopt);
    QCOMPARE(row.stored, stored);
    QCOMPARE(row.effective, effective);
    QCOMPARE(int(row.verdict), verdict);
    QVERIFY(row.reason.isEmpty());
}

void TestRetention::unknown_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("known"); // of wanted, stored, effective
    QTest::newRow("Moodle down") << "moodle"
                                 << "moodle-down"
                                 << "-se";
    QTest::newRow("room not found by name") << "room"
                                            << "not-found-by-name"
                                            << "w--";
    QTest::newRow("several rooms") << "ambiguous"
                                   << "ambiguous"
                                   << "w--";
    QTest::newRow("only administered") << "administered"
                                       << "administered"
                                       << "w--";
    QTest::newRow("server off, room not readable") << "administered-off"
                                                   << "administered"
                                                   << "w-e";
    QTest::newRow("settings refused") << "settings"
                                      << "no-access"
                                      << "ws-";
    QTest::newRow("setting not given") << "setting"
                                       << "read-failed"
                                       << "ws-";
    QTest::newRow("chat down") << "chat"
                               << "chat-down"
                               << "ws-";
    QTest::newRow("the wish was never told") << "wish"
                                             << "function-missing"
                                             << "-se";
}

void TestRetention::unknown()
{
    QFETCH(QString, what);
    QFETCH(QString, reason);
    QFETCH(QString, known);
    SmallWorld world = SmallWorld::oneCourse();
    world.site(QStringLiteral("main")).retentionFeature = true;
    SmallLink &link = world.link(100);
    link.wantedRetention = Retention{true, true, 90, false, false, false};
    Survey s = survey();
    chat::RoomInfo &room = addRoom(s, QStringLiteral("R1"), QStringLiteral("alg"));
    room.retentionKnown = true;
    room.retention = chat::Retention{true, true, 90, false, false, false};
    settings(s);
    if (what == u"moodle")
        link.unknown = UnknownBecause{UnknownReason::MoodleDown, {}};
    if (what == u"room") {
        link.points = SmallLink::Points::Unknown;
        link.unknown = UnknownBecause{UnknownReason::NotFoundByName, {}};
    }
    if (what == u"ambiguous")
        link.points = SmallLink::Points::Ambiguous;
    if (what.startsWith(u"administered")) {
        world.room(QStringLiteral("R1")).access = Access::Administered;
        world.room(QStringLiteral("R1")).retentionKnown = false;
    }
    if (what == u"administered-off")
        settings(s).enabled = false;
    if (what == u"settings")
        s.chat->retention = fail(Error{ErrorKind::Forbidden, QStringLiteral("no-permission"), {}, 403, {}, {}});
    if (what == u"setting")
        settings(s).enabled.reset();
    if (what == u"chat")
        s.chatDown = Error{ErrorKind::Timeout, QStringLiteral("timeout"), {}, 0, {}, {}};
    if (what == u"wish") {
        link.wantedRetention.reset();
        link.roles.reset();
    }
    const auto rows = retentionRows(s, *build(world), world.policy);
    QCOMPARE(rows.size(), size_t(1));
    const RetentionRow &row = rows.front();
    QCOMPARE(int(row.verdict), int(Verdict::Unknown));
    QCOMPARE(row.reason, reason);
    QCOMPARE(row.wantedKnown, known[0] == u'w');
    QCOMPARE(row.storedKnown, known[1] == u's');
    QCOMPARE(row.effectiveKnown, known[2] == u'e');
}

void TestRetention::policyDefault()
{
    SmallWorld world = SmallWorld::oneCourse();
    world.policy.source = PolicySource::Console;
    world.policy.retentionDefault = RetentionDefault{true, 180, false, false};
    Survey s = survey();
    chat::RoomInfo &room = addRoom(s, QStringLiteral("R1"), QStringLiteral("alg"));
    room.retentionKnown = true;
    settings(s);
    const auto rows = retentionRows(s, *build(world), world.policy);
    QCOMPARE(rows.front().wanted, std::optional(180));
    QCOMPARE(int(rows.front().verdict), int(Verdict::NoOverride));
}

void TestRetention::linksWithoutRoomHaveNoRow()
{
    SmallWorld world = SmallWorld::oneCourse();
    world.link(100).points = SmallLink::Points::Nowhere;
    Survey s = survey();
    settings(s);
    QVERIFY(retentionRows(s, *build(world), world.policy).empty());
}

QTEST_APPLESS_MAIN(TestRetention)
#include "tst_retention.moc"
