// The reading commands rooms, roles, retention and restores list: the real program against the sandbox.

#include "tests/flow/flow.h"
#include "tests/flow/schema.h"

#include <QDir>
#include <QtTest>
#include <algorithm>

using namespace liaison;
using namespace liaison::flow;

namespace {

Instant at(const char *iso)
{
    return Instant::fromIso(QString::fromLatin1(iso));
}

/// A room in every state: in step, different, without owner, renamed, twice, orphan, silent, and two outside courses.
Campus rooms()
{
    Campus campus;
    campus.world.now = at("2026-11-20T08:00:00Z");
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    campus.linked(QStringLiteral("BIO2"), 8, 80, QStringLiteral("prof* bob"), QStringLiteral("prof*"));
    campus.linked(QStringLiteral("CHI3"), 9, 90, QStringLiteral("prof*"), QStringLiteral("prof*"));
    campus.roomOf(QStringLiteral("r90")).members.front().roles.clear();
    campus.linked(QStringLiteral("DRT4"), 10, 100, QStringLiteral("prof*"), QStringLiteral("prof*"));
    campus.roomOf(QStringLiteral("r100")).name = QStringLiteral("droit");
    campus.room(QStringLiteral("twin"), QStringLiteral("{moodleid:main}_ALG1_70_1790000000"), QStringLiteral("prof*"));
    campus.room(QStringLiteral("lost"), QStringLiteral("{moodleid:main}_GONE_999"), QStringLiteral("anne bob"));
    for (const char *id : {"club", "union"}) {
        sandbox::Room &room =
            campus.room(QString::fromLatin1(id), QString::fromLatin1(id), QStringLiteral("anne@ bob"));
        room.creator = QStringLiteral("u-anne");
    }
    for (sandbox::Room &room : campus.world.chat.rooms) {
        room.created = at("2026-01-01T08:00:00Z");
        room.oldestMessage = at("2026-01-02T08:00:00Z");
        room.newestMessage = at("2026-11-19T08:00:00Z");
    }
    campus.roomOf(QStringLiteral("lost")).newestMessage = at("2026-05-01T08:00:00Z");
    campus.roomOf(QStringLiteral("r80")).newestMessage = at("2026-10-01T08:00:00Z");
    campus.roomOf(QStringLiteral("r90")).oldestMessage = campus.roomOf(QStringLiteral("r90")).newestMessage = {};
    return campus;
}

QString ids(const Ran &run, const char *list = "rooms", const char *key = "room")
{
    QStringList out;
    const QJsonArray entries = run.json[QLatin1String(list)].toArray();
    for (const QJsonValue &entry : entries)
        out << entry[QLatin1String(key)].toVariant().toString();
    out.sort();
    return out.join(u' ');
}

QJsonObject entry(const Ran &run, const char *list, const char *key, const QVariant &value)
{
    const QJsonArray entries = run.json[QLatin1String(list)].toArray();
    for (const QJsonValue &one : entries) {
        if (one[QLatin1String(key)].toVariant().toString() == value.toString())
            return one.toObject();
    }
    return {};
}

int asked(Flow &flow, const char *part)
{
    const auto requests = flow.sandbox().requests();
    return static_cast<int>(std::count_if(requests.begin(), requests.end(), [&](const auto &r) {
        return r.path.contains(QLatin1String(part)) || r.function == QLatin1String(part);
    }));
}

} // namespace

class FlowInventory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roomFilters_data();
    void roomFilters();
    void roomFacts();
    void roomsOutsideAreCounted();
    void unknownRooms();
    void roles();
    void rolesOfACourse();
    void retention();
    void restores();
    void restoresWithoutCompanion();
    void refused_data();
    void refused();

private:
    /// `--json` in both languages against the schema; the document in English.
    Ran document(Flow &flow, const QStringList &words, int exit);
};

Ran FlowInventory::document(Flow &flow, const QStringList &words, int exit)
{
    Ran english;
    for (const char *language : {"fr", "en"}) {
        const QStringList head{QStringLiteral("--lang"), QString::fromLatin1(language)};
        english = flow.run(head + QStringList{QStringLiteral("--json")} + words);
        if (english.exit != exit || !english.err.isEmpty())
            qWarning("%s", said(english).constData());
        const QByteArray wrong = misfit(words.front().toLatin1().constData(), english.out);
        if (!wrong.isEmpty())
            qWarning("%s", wrong.constData());
        const Ran text = flow.run(head + words);
        if (english.exit != exit || !wrong.isEmpty() || text.exit != exit || text.out.isEmpty() ||
            text.out.contains('%') || !text.err.isEmpty()) {
            qWarning("%s", said(text).constData());
            english.exit = -1; // the caller compares
        }
    }
    return english;
}

void FlowInventory::roomFilters_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *options, const char *expected) {
        QTest::newRow(*options ? options : "all")
            << QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts) << QString::fromLatin1(expected);
    };
    row("", "lost r100 r70 r80 r90 twin");
    row("--orphan", "lost twin");
    row("--renamed", "r100");
    row("--duplicate", "r70 twin");
    row("--ownerless", "r90");
    row("--idle 30", "lost r80 r90"); // nobody ever wrote in r90
    row("--idle 100", "lost r90");
    row("--orphan --idle 100", "lost");
    row("--renamed --ownerless", "r100 r90");
    row("--idle 20000", "");
}

// R77, R173, R308 (idle rooms, by dates alone): the inventory and its filters.
void FlowInventory::roomFilters()
{
    QFETCH(QStringList, options);
    QFETCH(QString, expected);
    Flow flow(rooms());
    const Ran run = flow.run(QStringList{QStringLiteral("--json"), QStringLiteral("rooms")} + options);
    QVERIFY2(run.exit == 0, said(run));
    QCOMPARE(ids(run), expected);
    QCOMPARE(run.json[u"outside"].toInt(-1), 2);
    QCOMPARE(flow.writes(), 0);
}

void FlowInventory::roomFacts()
{
    Flow flow(rooms());
    const Ran run = document(flow, {QStringLiteral("rooms")}, 0);
    QCOMPARE(run.exit, 0);
    const QJsonObject same = entry(run, "rooms", "room", QStringLiteral("r70"));
    QCOMPARE(same[u"state"].toString(), QStringLiteral("in-step"));
    QCOMPARE(same[u"members"].toInt(), 2); // without the service account
    QCOMPARE(same[u"owners"].toInt(), 1);
    QCOMPARE(same[u"newest"].toString(), QStringLiteral("2026-11-19T08:00:00Z"));
    QCOMPARE(same[u"links"].toArray(),
             (QJsonArray{QJsonObject{{QStringLiteral("site"), QStringLiteral("main")}, {QStringLiteral("cmid"), 70}}}));
    QCOMPARE(entry(run, "rooms", "room", QStringLiteral("r80"))[u"state"].toString(), QStringLiteral("drift"));
    const QJsonObject orphan = entry(run, "rooms", "room", QStringLiteral("lost"));
    QCOMPARE(orphan[u"state"].toString(), QStringLiteral("orphan"));
    QVERIFY(orphan[u"owners"].isNull()); // its members are not read
    QVERIFY(orphan[u"links"].toArray().isEmpty());
    QVERIFY(entry(run, "rooms", "room", QStringLiteral("r90"))[u"newest"].isNull());
}

// Design section 8: rooms outside courses are counted, their members never fetched; nor are those of orphans. R260,
// R311
void FlowInventory::roomsOutsideAreCounted()
{
    Flow flow(rooms());
    const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("rooms")});
    QCOMPARE(run.exit, 0);
    QCOMPARE(asked(flow, "rooms.membersOrderedByRole"), 4); // r70 r80 r90 r100, one call each
    QCOMPARE(asked(flow, "groups.members"), 0);
    QVERIFY(!run.out.contains("club") && !run.out.contains("union"));
    QVERIFY(!run.out.contains("CANARY"));
}

// Rule 1: what could not be read is not zero.
void FlowInventory::unknownRooms()
{
    Flow flow(rooms());
    QCOMPARE(flow.run({QStringLiteral("courses")}).exit, 2); // links and servers are remembered
    flow.fault(R"({"server":"rocketchat","do":"status","status":503})");
    const Ran down = document(flow, {QStringLiteral("rooms")}, 5);
    QCOMPARE(down.exit, 5);
    QVERIFY(down.json[u"outside"].isNull());
    flow.sandbox().clearFaults();
    flow.fault(R"({"server":"moodle","do":"status","status":503})");
    const Ran moodle = document(flow, {QStringLiteral("rooms")}, 5);
    QCOMPARE(moodle.exit, 5);
    // With the links unread, the twin may be the room of an activity: nobody calls it an orphan.
    QCOMPARE(entry(moodle, "rooms", "room", QStringLiteral("lost"))[u"state"].toString(), QStringLiteral("unknown"));
    QCOMPARE(entry(moodle, "rooms", "room", QStringLiteral("r70"))[u"state"].toString(), QStringLiteral("unknown"));
}

void FlowInventory::roles()
{
    Campus campus = rooms();
    campus.activityOf(80).moderatorRoles << QStringLiteral("student");
    campus.activityOf(80).memberRoles.clear();
    Flow flow(campus);
    const Ran run = document(flow, {QStringLiteral("roles")}, 0);
    QCOMPARE(run.exit, 0);
    const QJsonObject teacher = entry(run, "roles", "shortname", QStringLiteral("editingteacher"));
    QCOMPARE(teacher[u"maps"].toString(), QStringLiteral("moderator"));
    QCOMPARE(teacher[u"from"].toString(), QStringLiteral("plugin"));
    QCOMPARE(teacher[u"people"].toInt(), 1);
    // R58, R60: in the language of the screen, with the short name beside it.
    const auto shown = [&](const char *language) {
        const Ran text = flow.run({QStringLiteral("--lang"), QString::fromLatin1(language), QStringLiteral("roles")});
        return QString::fromUtf8(text.out).simplified();
    };
    QVERIFY(shown("en").contains(QStringLiteral("editingteacher Teacher ")));
    QVERIFY(shown("fr").contains(QStringLiteral("editingteacher Enseignant ")));
    const QJsonObject student = entry(run, "roles", "shortname", QStringLiteral("student"));
    QCOMPARE(student[u"maps"].toString(), QStringLiteral("member"));
    QCOMPARE(student[u"linksDiffering"].toInt(), 1);
    QVERIFY(entry(run, "roles", "shortname", QStringLiteral("manager"))[u"maps"].isNull());
    QCOMPARE(ids(run, "links", "cmid"), QStringLiteral("80")); // the one that differs
    const QJsonObject link = entry(run, "links", "cmid", 80);
    QCOMPARE(link[u"moderator"].toArray(), (QJsonArray{QStringLiteral("editingteacher"), QStringLiteral("student")}));
    QVERIFY(link[u"member"].toArray().isEmpty());
}

void FlowInventory::rolesOfACourse()
{
    Flow flow(rooms());
    flow.configure(
        R"({"policy":{"source":"console","roles":{"site":{"moderator":["editingteacher"],"member":["student"]},
        "courses":{"8":{"member":["student","teacher"]}},"activities":{"70":{"moderator":[]}}}}})");
    const Ran bio = document(flow, {QStringLiteral("roles"), QStringLiteral("BIO2")}, 0);
    QCOMPARE(bio.exit, 0);
    QCOMPARE(ids(bio, "links", "cmid"), QStringLiteral("80"));
    QJsonObject link = entry(bio, "links", "cmid", 80);
    QCOMPARE(link[u"memberFrom"].toString(), QStringLiteral("course"));
    QCOMPARE(link[u"moderatorFrom"].toString(), QStringLiteral("site"));
    QCOMPARE(link[u"member"].toArray(), (QJsonArray{QStringLiteral("teacher"), QStringLiteral("student")}));
    const Ran algebra = document(flow, {QStringLiteral("roles"), QStringLiteral("7")}, 0);
    link = entry(algebra, "links", "cmid", 70);
    QCOMPARE(link[u"moderatorFrom"].toString(), QStringLiteral("activity"));
    QVERIFY(link[u"moderator"].toArray().isEmpty()); // an empty list means nobody
}

// Design 12.7, without reading a single person.
void FlowInventory::retention()
{
    Campus campus = rooms();
    campus.world.chat.settings[QStringLiteral("RetentionPolicy_Enabled")] = true;
    campus.world.chat.settings[QStringLiteral("RetentionPolicy_AppliesToGroups")] = true;
    for (qint64 cmid : {70, 80, 90})
        campus.activityOf(cmid).retention = sandbox::ActivityRetention{true, 90, false, false};
    const auto stored = [&](const char *room, double days, bool files) {
        campus.roomOf(QString::fromLatin1(room)).retention = sandbox::Retention{true, true, days, false, files, false};
    };
    stored("r70", 90, false);
    stored("r80", 200, false);
    stored("r90", 90, true);
    Flow flow(campus);
    const Ran run = document(flow, {QStringLiteral("retention")}, 0);
    QCOMPARE(run.exit, 0);
    QCOMPARE(entry(run, "rooms", "cmid", 70)[u"verdict"].toString(), QStringLiteral("ok"));
    QCOMPARE(entry(run, "rooms", "cmid", 70)[u"effective"].toInt(), 90);
    QCOMPARE(entry(run, "rooms", "cmid", 80)[u"verdict"].toString(), QStringLiteral("too-long"));
    QCOMPARE(entry(run, "rooms", "cmid", 80)[u"stored"].toInt(), 200);
    QCOMPARE(entry(run, "rooms", "cmid", 90)[u"verdict"].toString(), QStringLiteral("files-only"));
    QVERIFY(entry(run, "rooms", "cmid", 70)[u"oldest"].isNull());
    QCOMPARE(asked(flow, "rooms.membersOrderedByRole"), 0);
    QCOMPARE(asked(flow, "groups.messages"), 0);
    QCOMPARE(asked(flow, "local_liaison_get_memberships"), 0);
    QVERIFY(!run.out.contains("CANARY"));

    flow.fault(R"({"server":"rocketchat","match":"settings.public","do":"status","status":500})");
    const Ran unread = document(flow, {QStringLiteral("retention")}, 5);
    QCOMPARE(unread.exit, 5);
    const QJsonObject row = entry(unread, "rooms", "cmid", 70);
    QCOMPARE(row[u"verdict"].toString(), QStringLiteral("unknown"));
    QVERIFY(!row[u"reason"].toString().isEmpty() && !row[u"reasonText"].toString().isEmpty());
    QVERIFY(row[u"effective"].isNull());
}

namespace {

void addTasks(sandbox::Moodle &site)
{
    const auto task = [&](qint64 id, int status, const char *created) {
        sandbox::RestoreTask t;
        t.id = id;
        t.status = status;
        t.requester = 101;
        t.externalCourse = 5;
        t.externalName = QStringLiteral("Old course %1").arg(id);
        t.externalUrl = QStringLiteral("https://old.campus.example");
        t.created = at(created);
        site.restoreTasks.push_back(t);
    };
    task(1, 2, "2026-11-01T08:00:00Z");
    task(2, 1, "2026-11-02T08:00:00Z");
    task(3, 0, "2026-11-03T08:00:00Z");
    task(4, 0, "2026-11-19T20:00:00Z");
    task(5, -1, "2026-11-04T08:00:00Z");
    site.runner.lastRun = at("2026-11-20T07:00:00Z");
    site.runner.nextRun = at("2026-11-20T09:00:00Z");
}

} // namespace

// Design 12.7: stuck and blocking by the runner alone. The chat has no part in it.
void FlowInventory::restores()
{
    Campus campus = rooms();
    addTasks(campus.site());
    Flow flow(campus);
    const Ran run = document(flow, {QStringLiteral("restores"), QStringLiteral("list")}, 0);
    QCOMPARE(run.exit, 0);
    QCOMPARE(run.json[u"tasks"].toArray().size(), 5);
    const auto state = [&](int id) { return entry(run, "tasks", "id", id)[u"state"].toString(); };
    QCOMPARE(state(1), QStringLiteral("performed"));
    QCOMPARE(state(2), QStringLiteral("stuck"));
    QCOMPARE(state(3), QStringLiteral("blocking"));
    QCOMPARE(state(4), QStringLiteral("scheduled"));
    QCOMPARE(state(5), QStringLiteral("error"));
    QCOMPARE(entry(run, "tasks", "id", 2)[u"cause"].toString(), QStringLiteral("source-refused"));
    QCOMPARE(entry(run, "tasks", "id", 3)[u"cause"].toString(), QStringLiteral("source-unreachable"));
    QCOMPARE(entry(run, "tasks", "id", 3)[u"certainty"].toString(), QStringLiteral("likely"));
    QCOMPARE(asked(flow, "/api/"), 0);
    QCOMPARE(flow.run({QStringLiteral("restores")}).exit, 0);

    flow.fault(R"({"server":"moodle","match":"local_liaison_get_restore_tasks","do":"html"})");
    QCOMPARE(flow.run({QStringLiteral("--json"), QStringLiteral("restores"), QStringLiteral("list")}).exit, 5);
}

void FlowInventory::restoresWithoutCompanion()
{
    Campus campus = rooms();
    campus.site().companion = false;
    Flow flow(campus);
    const Ran run = document(flow, {QStringLiteral("restores"), QStringLiteral("list")}, 5);
    QCOMPARE(run.exit, 5);
    QVERIFY(run.json[u"tasks"].toArray().isEmpty());
    const Ran words = flow.run({QStringLiteral("restores"), QStringLiteral("list")});
    QVERIFY2(words.out.contains("local_liaison_get_restore_tasks"), said(words)); // what is missing, and how to get it
}

void FlowInventory::refused_data()
{
    QTest::addColumn<QStringList>("words");
    for (const char *words :
         {"rooms ALG1", "rooms --idle", "rooms --idle soon", "rooms --idle 0", "rooms --state orphan", "roles a b",
          "roles preview", "retention ALG1", "retention --evidence", "retention --evidence x.pdf", "restores cancel 3"})
        QTest::newRow(words) << QString::fromLatin1(words).split(u' ');
}

void FlowInventory::refused()
{
    QFETCH(QStringList, words);
    Flow flow(rooms());
    const Ran run = flow.run(QStringList{QStringLiteral("--json")} + words);
    QCOMPARE(run.exit, 1);
    QCOMPARE(run.json[u"error"][u"code"].toString(), QStringLiteral("bad-arguments"));
    QCOMPARE(flow.sandbox().requests().size(), size_t(0));
}

QTEST_GUILESS_MAIN(FlowInventory)
#include "tst_flow_inventory.moc"
