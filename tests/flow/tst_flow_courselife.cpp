// What happens to rooms while a course lives: restored from the bin, two activities, logins that are numbers, an
// encrypted room, a step that the others wait for.

#include "tests/flow/flow.h"
#include "ui/text/text.h"

#include <QtTest>

using namespace liaison;
using namespace liaison::flow;
using text::Group;
using text::Language;

namespace {

const QString r70 = QStringLiteral("r70");

/// Logins in that room but the API account, sorted.
QString inside(const sandbox::World &world, const QString &room)
{
    QStringList logins;
    for (const sandbox::Room &r : world.chat.rooms) {
        for (const sandbox::RoomMember &member : r.members) {
            if (r.id == room && member.user != u"api")
                logins << member.user.mid(2);
        }
    }
    logins.sort();
    return logins.join(u' ');
}

} // namespace

class FlowCourseLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backFromTheBin_data();
    void backFromTheBin();
    void severalActivities();
    void loginsThatAreNumbers();
    void encryptedRoomIsSaidBefore();
    void whatWaitsForAFailedStep();
    void readsComeFirst();
    void changedAndRemovedAtOnce();
};

void FlowCourseLife::backFromTheBin_data()
{
    QTest::addColumn<bool>("archived");
    QTest::newRow("the room was opened again") << false;
    QTest::newRow("the room stayed archived") << true;
}

// R111: after a restore the room is open and has the people enrolled now, not those of then.
void FlowCourseLife::backFromTheBin()
{
    QFETCH(bool, archived);
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne bob carl eve flo gus"),
                  QStringLiteral("prof* anne bob carl eve flo gus"));
    Flow flow(campus);
    QCOMPARE(flow.plan(every).exit, 0); // what was expected then is remembered
    // Deleted, restored under a new number; meanwhile bob left the course, dora came, and the bin kept the old members.
    campus.activityOf(70).cmid = 71;
    campus.unenrol(7, QStringLiteral("bob"));
    campus.enrol(7, QStringLiteral("dora"));
    campus.roomOf(r70).archived = archived;
    flow.sandbox().replaceWorld(campus.world);
    const Ran plan = flow.plan(every);
    QVERIFY2(plan.exit == 3, said(plan));
    QCOMPARE(who(plan.json[u"steps"].toArray()),
             archived ? QStringLiteral("add dora; unarchive @r70") : QStringLiteral("add dora"));
    for (const QJsonValue &step : plan.json[u"steps"].toArray()) {
        if (step[u"kind"] == QLatin1String("add"))
            QCOMPARE(step[u"cause"].toString(), QStringLiteral("bin-restored"));
    }
    // Nobody was seen to be expected by the activity under its new number: who is too many is released by name.
    const QJsonArray withheld = plan.json[u"withheld"].toArray();
    QCOMPARE(who(withheld), QStringLiteral("remove(guest) bob"));
    QCOMPARE(withheld[0][u"rule"].toString(), QStringLiteral("guest"));
    const Ran run = flow.apply({QStringLiteral("--release"), withheld[0][u"id"].toString()});
    QVERIFY2(run.exit == 0, said(run));
    const sandbox::World after = flow.sandbox().world();
    QCOMPARE(inside(after, r70), QStringLiteral("anne carl dora eve flo gus prof"));
    QVERIFY(!after.chat.rooms.front().archived);
    QCOMPARE(flow.plan(every).exit, 0);
}

// R120: courses with two rooms, who is where, and the one to go on with.
void FlowCourseLife::severalActivities()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne bob"), QStringLiteral("prof* anne bob"));
    campus.room(QStringLiteral("r71"), QStringLiteral("{moodleid:main}_ALG1_71"), QStringLiteral("prof* anne bob"));
    campus.activity(7, 71, QStringLiteral("r71"));
    campus.linked(QStringLiteral("GEO2"), 8, 80, QStringLiteral("prof*"), QStringLiteral("prof*"));
    campus.roomOf(QStringLiteral("r71")).newestMessage = Instant::fromIso(QStringLiteral("2026-11-18T08:00:00Z"));
    campus.roomOf(r70).newestMessage = Instant::fromIso(QStringLiteral("2026-10-02T08:00:00Z"));
    Flow flow(campus);
    const QStringList command{QStringLiteral("courses"), QStringLiteral("--several")};
    const Ran run = flow.run(QStringList{QStringLiteral("--json")} + command);
    QCOMPARE(run.exit, 0);
    QCOMPARE(run.json[u"links"].toArray().size(), 2);
    QCOMPARE(run.json[u"several"].toArray(), (QJsonArray{QJsonObject{{QStringLiteral("site"), QStringLiteral("main")},
                                                                     {QStringLiteral("course"), 7},
                                                                     {QStringLiteral("cmid"), 71},
                                                                     {QStringLiteral("cmids"), QJsonArray{70, 71}},
                                                                     {QStringLiteral("together"), 3},
                                                                     {QStringLiteral("apart"), 0}}}));
    flow.write(QStringLiteral("document.json"), run.out);
    QProcess python;
    python.start(QStringLiteral("python3"), {QStringLiteral(LIAISON_SOURCE_DIR "/tests/text/validate.py"),
                                             QStringLiteral(LIAISON_SOURCE_DIR "/docs/schemas/courses.json"),
                                             flow.file(QStringLiteral("document.json"))});
    QVERIFY(python.waitForFinished(30000));
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError());
    const QByteArray english = flow.run(command).out;
    QVERIFY2(english.contains("main:ALG1 has 2 rooms. The same 3 people are in all of them. One is enough: keep that "
                              "of activity 71"),
             english);
    QVERIFY(!english.contains("GEO2"));
    const QByteArray french = flow.run(QStringList{QStringLiteral("--lang"), QStringLiteral("fr")} + command).out;
    QVERIFY2(french.contains("main:ALG1 a 2 salons. Les mêmes 3 personnes sont dans tous. Un seul suffit"), french);
    // The other course alone: nothing to say, and nothing is said.
    const Ran none = flow.run(QStringList{QStringLiteral("--json")} + command +
                              QStringList{QStringLiteral("--filter"), QStringLiteral("GEO2")});
    QCOMPARE(none.json[u"several"].toArray().size(), 0);
    QVERIFY(!flow.run({QStringLiteral("--json"), QStringLiteral("courses")}).json.contains(u"several"));
    QCOMPARE(flow.writes(), 0);
}

// R104: "L'utilisateur 137003": nobody knows a number by heart, so every list of people has the name beside it.
void FlowCourseLife::loginsThatAreNumbers()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("4700* 137003 22625266"),
                  QStringLiteral("4700* 22625266"));
    campus.moodlePerson(QStringLiteral("137003")).firstname = QStringLiteral("Zoé");
    campus.moodlePerson(QStringLiteral("137003")).lastname = QStringLiteral("Lemaire");
    campus.chatUser(QStringLiteral("137003")).name = QStringLiteral("Zoé Lemaire");
    campus.chatUser(QStringLiteral("4700")).name = QStringLiteral("Karim Mathieu");
    campus.moodlePerson(QStringLiteral("4700")).firstname = QStringLiteral("Karim");
    campus.moodlePerson(QStringLiteral("4700")).lastname = QStringLiteral("Mathieu");
    Flow flow(campus);
    const QByteArray show = flow.run({QStringLiteral("show"), QStringLiteral("ALG1")}).out;
    QVERIFY2(show.contains("Zoé Lemaire") && show.contains("Karim Mathieu"), show);
    const Ran plan = flow.run({QStringLiteral("plan"), QStringLiteral("--all"), QStringLiteral("-o"),
                               flow.file(QStringLiteral("plan.json"))});
    QCOMPARE(plan.exit, 2);
    QVERIFY2(plan.out.contains("137003 (Zoé Lemaire)"), plan.out);
    const QByteArray why = flow.run({QStringLiteral("why"), QStringLiteral("137003"), QStringLiteral("ALG1")}).out;
    QVERIFY2(why.contains("Zoé Lemaire"), why);
    const QByteArray person = flow.run({QStringLiteral("person"), QStringLiteral("137003")}).out;
    QVERIFY2(person.contains("Zoé Lemaire"), person);
    QCOMPARE(flow.apply().exit, 0);
    const QByteArray journal =
        flow.run({QStringLiteral("journal"), QStringLiteral("--person"), QStringLiteral("137003")}).out;
    QVERIFY2(journal.contains("137003"), journal); // ids are kept, names are joined where they are read (design 6.4)
}

// R282: whoever is added to an encrypted room reads nothing of before: said with the plan, not after it.
void FlowCourseLife::encryptedRoomIsSaidBefore()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne"), QStringLiteral("prof*"));
    campus.roomOf(r70).encrypted = true;
    Flow flow(campus);
    for (const Language language : {Language::English, Language::French}) {
        const QString lang = language == Language::French ? QStringLiteral("fr") : QStringLiteral("en");
        const Ran run = flow.run({QStringLiteral("--lang"), lang, QStringLiteral("plan"), QStringLiteral("--all")});
        QCOMPARE(run.exit, 2);
        const QString name = text::of(Group::Finding, QStringLiteral("encrypted"), language).sentence;
        QVERIFY2(QString::fromUtf8(run.out).simplified().contains(name.simplified()), run.out);
    }
    QCOMPARE(flow.plan().json[u"findings"][0][u"code"].toString(), QStringLiteral("encrypted"));
}

// R38: what a failed step was needed for is skipped and says why; it did not fail itself.
void FlowCourseLife::whatWaitsForAFailedStep()
{
    Campus campus;
    campus.linked(QStringLiteral("ARC4"), 10, 100, QStringLiteral("prof* anne bob"), QStringLiteral("prof* anne"));
    campus.roomOf(QStringLiteral("r100")).archived = true;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne"), QStringLiteral("prof*"));
    Flow flow(campus);
    const Ran plan = flow.plan(every);
    QCOMPARE(kinds(plan.json[u"steps"].toArray()), QStringLiteral("add 2 unarchive 1"));
    flow.fault(R"({"server":"rocketchat","match":"groups.unarchive","do":"status","status":500})");
    const Ran run = flow.apply();
    QCOMPARE(run.exit, 4);
    QCOMPARE(run.json[u"planned"].toInt(), 3);
    QCOMPARE(run.json[u"failed"].toInt(), 1);
    QVERIFY2(run.json[u"skipped"].toInt() == 1, said(run));
    QCOMPARE(run.json[u"done"].toInt(), 1); // the other room does not wait
    for (const QJsonValue &step : plan.json[u"steps"].toArray()) {
        if (step[u"kind"] == QLatin1String("add") && step[u"cmid"].toInt() == 100)
            QCOMPARE(outcomes(run)[step[u"id"].toString()], QStringLiteral("skipped depends-on-failed"));
    }
    QCOMPARE(flow.writes(QStringLiteral("groups.invite")), 1);
}

// R300: all is read before anything is planned, and read again before the first write. R258: by the servers' web
// interfaces alone. R286: people are added to rooms.
void FlowCourseLife::readsComeFirst()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne"), QStringLiteral("prof*"));
    Flow flow(campus);
    QCOMPARE(flow.plan().exit, 2);
    QCOMPARE(flow.writes(), 0);
    flow.sandbox().clearRequests();
    QCOMPARE(flow.apply().exit, 0);
    bool members = false, enrolled = false, again = false;
    int writes = 0;
    for (const sandbox::LoggedRequest &request : flow.sandbox().requests()) {
        const QString name = request.function.isEmpty() ? request.path : request.function;
        if (request.write) {
            ++writes;
            QVERIFY2(members && enrolled, qPrintable(name));
            continue;
        }
        members = members || name.contains(QLatin1String("members"));
        enrolled = enrolled || name.contains(QLatin1String("get_memberships"));
        again = again || (writes > 0 && name.contains(QLatin1String("members")));
    }
    QCOMPARE(writes, 1);
    QVERIFY(again); // the outcome comes from reading
}

// R28: added, made moderator, removed in the same second: the order of the plugin's calls, told by the timeline.
void FlowCourseLife::changedAndRemovedAtOnce()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne* bob"), QStringLiteral("prof* bob"));
    const auto event = [&](const char *type, qint64 ms) {
        campus.roomOf(r70).events.push_back({Instant{campus.world.now.ms - 3'600'000 + ms}, QString::fromLatin1(type),
                                             QStringLiteral("u-anne"), QStringLiteral("api")});
    };
    event("au", 0);
    event("role+", 400);
    event("ru", 400);
    Flow flow(campus);
    flow.configure(R"({"policy":{"timeline":true}})");
    const Ran why =
        flow.run({QStringLiteral("--json"), QStringLiteral("why"), QStringLiteral("anne"), QStringLiteral("ALG1")});
    QCOMPARE(why.json[u"cause"].toString(), QStringLiteral("role-order"));
    QCOMPARE(why.json[u"certainty"].toString(), QStringLiteral("certain"));
    QVERIFY(why.json[u"remedy"].toString().size() > 0);
}

QTEST_GUILESS_MAIN(FlowCourseLife)
#include "tst_flow_courselife.moc"
