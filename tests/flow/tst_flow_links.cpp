// Where links come from without the companion: import, confirmation, memory, guesses, and the walk over the courses
// that finds activities (design 4.2, 12.5, 12.6).

#include "tests/flow/account.h"
#include "tests/flow/flow.h"
#include "tests/flow/schema.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QtTest>

using namespace liaison;
using namespace liaison::flow;

namespace {

const QString contents = QStringLiteral("core_course_get_contents");
const QString courseModule = QStringLiteral("core_course_get_course_module");

/// Rooms whose names tell nothing.
Campus opaque()
{
    Campus campus;
    campus.site().companion = false;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne bob"), QStringLiteral("prof* anne"));
    campus.linked(QStringLiteral("BIO2"), 8, 80, QStringLiteral("prof* carl"), QStringLiteral("prof* carl"));
    campus.roomOf(QStringLiteral("r70")).name = QStringLiteral("algebra");
    campus.roomOf(QStringLiteral("r80")).name = QStringLiteral("biology");
    return campus;
}

/// The same with names that say which activity.
Campus named()
{
    Campus campus = opaque();
    campus.roomOf(QStringLiteral("r70")).name = QStringLiteral("{moodleid:main}_ALG1_70");
    campus.roomOf(QStringLiteral("r80")).name = QStringLiteral("{moodleid:main}_BIO2_80");
    return campus;
}

const char *const mapped =
    R"({"policy":{"source":"console","roles":{"site":{"moderator":["editingteacher"],"member":["student"]}}}})";

int asked(Flow &flow, const QString &function)
{
    int n = 0;
    const auto requests = flow.sandbox().requests();
    for (const auto &request : requests)
        n += request.function == function ? 1 : 0;
    return n;
}

/// "70 import r70 by me; ..." of `links --json`; me: the account of the operating system, whatever the environment
/// says.
QString sources(const Ran &links)
{
    static const QString me = accountName();
    QStringList out;
    const QJsonArray list = links.json[u"links"].toArray();
    for (const QJsonValue &l : list) {
        QString text = QStringLiteral("%1 %2 %3")
                           .arg(l[u"cmid"].toInteger())
                           .arg(l[u"source"].toString(), l[u"room"].toString(QStringLiteral("-")));
        if (l[u"by"].isString())
            text += QLatin1String(" by ") + (l[u"by"] == me ? QStringLiteral("me") : l[u"by"].toString());
        out << text;
    }
    return out.join(QLatin1String("; "));
}

Ran import(Flow &flow, const QByteArray &csv, const QStringList &more = {})
{
    flow.write(QStringLiteral("links.csv"), csv);
    return flow.run(QStringList{QStringLiteral("--json"), QStringLiteral("links"), QStringLiteral("import"),
                                flow.file(QStringLiteral("links.csv"))} +
                    more);
}

Ran links(Flow &flow)
{
    return flow.run({QStringLiteral("--json"), QStringLiteral("links")});
}

void confirmAll(Flow &flow)
{
    const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("links"), QStringLiteral("confirm"),
                              QStringLiteral("--all"), QStringLiteral("--yes")});
    if (run.exit != 0)
        qFatal("confirm: %s", said(run).constData());
}

} // namespace

class FlowLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importDecides();
    void badImportStoresNothing();
    void importedRolesAreThePlugins();
    void aLaterImportReplaces();
    void goneFromMoodle_data();
    void goneFromMoodle();
    void precedence();
    void confirmIsADocument();
    void walkFindsActivities();
    void walkIsRemembered();
    void walkKeepsToTheScope();
    void walkGoesOnWhereItStopped();
    void oneCourseThatCannotBeRead();
    void aRenamedRoomKeepsItsLink();
    void aNameAloneNeverMovesALink();
    void olderThanItsCourse();
    void theRoomLeftTheList();
    void anImpostor();
    void hiddenIsNotGone();
    void hiddenIsSeen();
};

// R255
void FlowLinks::importDecides()
{
    Flow flow(opaque());
    flow.configure(mapped);
    const Ran before = links(flow);
    QCOMPARE(sources(before), QStringLiteral("70 guessed -; 80 guessed -"));
    flow.sandbox().clearRequests();
    const Ran done = import(flow, "cmid;courseid;room\n70;7;r70\n80;8;r80\n",
                            {QStringLiteral("--date"), QStringLiteral("2026-11-19")});
    QVERIFY2(done.exit == 0, said(done));
    QCOMPARE(flow.sandbox().requests().size(), 0); // asks no server
    QCOMPARE(misfit("links", done.out), QByteArray());
    QCOMPARE(sources(done), QStringLiteral("70 import r70 by me; 80 import r80 by me"));
    const Ran after = links(flow);
    QCOMPARE(misfit("links", after.out), QByteArray());
    QCOMPARE(after.exit, 0);
    QCOMPARE(sources(after), QStringLiteral("70 import r70 by me; 80 import r80 by me"));
    QCOMPARE(after.json[u"links"][0][u"at"].toString(), QStringLiteral("2026-11-19T00:00:00Z"));
    QCOMPARE(after.json[u"links"][0][u"roomName"].toString(), QStringLiteral("algebra"));
    QCOMPARE(repair(flow, every, QStringLiteral("add 1")), QString()); // nobody has to confirm what Moodle said
    QCOMPARE(flow.plan(every).exit, 0);
    const Ran table = flow.run({QStringLiteral("--lang"), QStringLiteral("fr"), QStringLiteral("links")});
    QVERIFY2(table.out.contains(QByteArray("2026-11-19, " + accountName().toUtf8())), said(table));
}

void FlowLinks::badImportStoresNothing()
{
    Flow flow(opaque());
    QCOMPARE(import(flow, "cmid,courseid,room\n70,7,r70\n").exit, 0);
    const Ran bad = import(flow, "cmid,courseid,room\n70,7,r70\n80,eight,r80\n");
    QCOMPARE(bad.exit, 1);
    QCOMPARE(bad.json[u"error"][u"code"].toString(), QStringLiteral("links-value"));
    const QString text = bad.json[u"error"][u"text"].toString();
    QVERIFY2(text.contains(QLatin1String("line: 3")) && text.contains(QLatin1String("column: courseid")),
             qPrintable(text));
    QCOMPARE(sources(links(flow)), QStringLiteral("70 import r70 by me"));
    for (const QStringList &more : {QStringList{QStringLiteral("--site"), QStringLiteral("annexe")},
                                    QStringList{QStringLiteral("--date"), QStringLiteral("yesterday")},
                                    QStringList{QStringLiteral("--date"), QStringLiteral("2999-01-01")},
                                    QStringList{QStringLiteral("second.csv")}}) {
        const Ran ran = import(flow, "cmid,courseid,room\n71,7,r71\n", more);
        QVERIFY2(ran.exit == 1 && ran.json[u"error"][u"code"].toString() == u"bad-arguments", said(ran));
    }
    const Ran none = flow.run({QStringLiteral("--json"), QStringLiteral("links"), QStringLiteral("import"),
                               flow.file(QStringLiteral("nowhere.csv"))});
    QCOMPARE(none.json[u"error"][u"code"].toString(), QStringLiteral("file-not-found"));
    QCOMPARE(sources(links(flow)), QStringLiteral("70 import r70 by me"));
    for (const char *lang : {"en", "fr"}) {
        const Ran help = flow.run({QStringLiteral("--lang"), QString::fromLatin1(lang), QStringLiteral("links"),
                                   QStringLiteral("import"), QStringLiteral("--help")});
        QCOMPARE(help.exit, 0);
        QVERIFY(help.out.contains("PostgreSQL") && help.out.contains("MariaDB") &&
                help.out.count("FROM mdl_rocketchat") == 2);
    }
}

// Design 12.5: with roles in the import the plugin's own lists decide, retention too.
void FlowLinks::importedRolesAreThePlugins()
{
    Campus campus = opaque();
    campus.take(QStringLiteral("r80"), QStringLiteral("prof"));
    campus.put(QStringLiteral("r80"), QStringLiteral("prof"));
    Flow flow(campus);
    const QByteArray head =
        "cmid,courseid,room,moderatorroles,userroles,retentionenabled,maxage,filesonly,excludepinned\n";
    // The teachers of BIO2 are plain members there: what the shipped guess would not say.
    QCOMPARE(import(flow, head + "70,7,r70,\"3\",\"5\",1,90,0,1\n80,8,r80,\"\",\"3,5\",0,0,0,0\n").exit, 0);
    const Ran plan = flow.plan(every);
    QVERIFY2(plan.exit == 2, said(plan));
    QCOMPARE(who(plan.json[u"steps"].toArray()), QStringLiteral("add bob; set-retention @r70"));
    QCOMPARE(who(plan.json[u"withheld"].toArray()), QString());
    QCOMPARE(repair(flow, every, QStringLiteral("add 1 set-retention 1")), QString());
    QCOMPARE(flow.plan(every).exit, 0);
}

void FlowLinks::aLaterImportReplaces()
{
    Flow flow(opaque());
    flow.configure(mapped);
    QCOMPARE(import(flow, "cmid,courseid,room\n70,7,r70\n80,8,r80\n").exit, 0);
    QCOMPARE(flow.plan(every).exit, 2); // observed, and remembered
    QCOMPARE(import(flow, "cmid,courseid,room\n80,8,r80\n").exit, 0);
    QCOMPARE(sources(links(flow)), QStringLiteral("80 import r80 by me"));
    QCOMPARE(flow.plan(every).exit, 0);
}

void FlowLinks::goneFromMoodle_data()
{
    QTest::addColumn<QStringList>("without");
    QTest::newRow("both functions") << QStringList();
    QTest::newRow("by activity only") << QStringList{contents};
}

// An import may be older than Moodle: a link to an activity that is gone must not cause a step, nor come back.
void FlowLinks::goneFromMoodle()
{
    QFETCH(QStringList, without);
    Campus campus = opaque();
    if (!without.isEmpty())
        campus.without(without);
    Flow flow(campus);
    flow.configure(mapped);
    QCOMPARE(import(flow, "cmid,courseid,room\n70,7,r70\n80,8,r80\n").exit, 0);
    QCOMPARE(flow.plan(every).exit, 2);
    campus.courseOf(7).activities.clear();
    flow.sandbox().replaceWorld(campus.world);
    const Ran stale = flow.apply(); // the plan made before
    QCOMPARE(stale.json[u"stale"].toInt(), 1);
    QCOMPARE(flow.writes(), 0);
    const Ran plan = flow.plan(every);
    QVERIFY2(plan.exit == 0, said(plan));
    QCOMPARE(who(plan.json[u"steps"].toArray()) + who(plan.json[u"withheld"].toArray()), QString());
    QCOMPARE(sources(links(flow)), QStringLiteral("80 import r80 by me"));
}

// companion > import > confirmed > remembered > guessed
void FlowLinks::precedence()
{
    Campus campus = named();
    campus.linked(QStringLiteral("CHI3"), 9, 90, QStringLiteral("prof*"), QStringLiteral("prof*"));
    campus.room(QStringLiteral("rnew"), QStringLiteral("other"), QStringLiteral("prof* anne"));
    Flow flow(campus);
    flow.configure(mapped);
    QCOMPARE(sources(links(flow)), QStringLiteral("70 guessed r70; 80 guessed r80; 90 guessed r90"));
    QCOMPARE(flow.run({QStringLiteral("links"), QStringLiteral("confirm"), QStringLiteral("main:70"),
                       QStringLiteral("main:80"), QStringLiteral("--yes")})
                 .exit,
             0);
    QCOMPARE(sources(links(flow)), QStringLiteral("70 confirmed r70 by me; 80 confirmed r80 by me; "
                                                  "90 guessed r90"));
    // Only 70, and the SELECT was run before the two were confirmed: the import wins for its own, the rest stays.
    QCOMPARE(
        import(flow, "cmid,courseid,room\n70,7,rnew\n", {QStringLiteral("--date"), QStringLiteral("2026-08-15")}).exit,
        0);
    QCOMPARE(sources(links(flow)), QStringLiteral("70 import rnew by me; 80 confirmed r80 by me; 90 guessed r90"));
    campus.site().companion = true;
    flow.sandbox().replaceWorld(campus.world);
    QCOMPARE(sources(links(flow)), QStringLiteral("70 companion r70; 80 companion r80; 90 companion r90"));
    // Seen once by the companion, which then goes: remembered, beside what was imported and confirmed.
    QVERIFY(flow.plan().exit != 1);
    campus.site().companion = false;
    flow.sandbox().replaceWorld(campus.world);
    QCOMPARE(sources(links(flow)), QStringLiteral("70 import rnew by me; 80 confirmed r80 by me; 90 remembered r90"));
}

void FlowLinks::confirmIsADocument()
{
    Flow flow(named());
    QCOMPARE(misfit("links", links(flow).out), QByteArray());
    const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("links"), QStringLiteral("confirm"),
                              QStringLiteral("--all"), QStringLiteral("--yes")});
    QCOMPARE(run.exit, 0);
    QCOMPARE(misfit("links", run.out), QByteArray());
    QCOMPARE(sources(run), QStringLiteral("70 confirmed r70 by me; 80 confirmed r80 by me"));
    // A guess shows who made its room before anybody says yes.
    Flow another(named());
    const Ran table = another.run({QStringLiteral("links")});
    QVERIFY2(table.out.contains("liaison.api"), said(table));
}

// R69: without companion, without import, names that tell nothing, and no way to ask for one activity.
void FlowLinks::walkFindsActivities()
{
    Campus campus = opaque();
    campus.course(QStringLiteral("NONE3"), 9, QStringLiteral("prof*"));
    campus.without({courseModule});
    Flow flow(campus);
    const Ran plan = flow.plan(every);
    QCOMPARE(plan.exit, 5);
    QCOMPARE(unknowns(plan), QStringLiteral("70 not-found-by-name; 80 not-found-by-name"));
    QCOMPARE(asked(flow, contents), 3);
    QVERIFY2(plan.err.contains("3 requests") && plan.err.contains("less than a minute"), said(plan));
    QVERIFY(!plan.json.isEmpty()); // the document is whole
    const Ran french = [&] {
        Flow other(campus);
        return other.run({QStringLiteral("--lang"), QStringLiteral("fr"), QStringLiteral("courses")});
    }();
    QVERIFY2(QString::fromUtf8(french.err).contains(QStringLiteral("3 requêtes")), said(french));

    // With names: activities by the walk alone, rooms by their names.
    Campus readable = named();
    readable.without({courseModule});
    Flow second(readable);
    QCOMPARE(sources(links(second)), QStringLiteral("70 guessed r70; 80 guessed r80"));
    confirmAll(second);
    second.configure(mapped);
    QCOMPARE(repair(second, every, QStringLiteral("add 1")), QString());
}

void FlowLinks::walkIsRemembered()
{
    Flow flow(opaque());
    (void)links(flow);
    QCOMPARE(asked(flow, contents), 2);
    flow.sandbox().clearRequests();
    const Ran again = links(flow);
    QCOMPARE(asked(flow, contents), 0);
    QVERIFY2(again.err.isEmpty(), said(again)); // nothing long, nothing to announce
    QCOMPARE(sources(again), QStringLiteral("70 guessed -; 80 guessed -"));
    flow.sandbox().advance(25 * 3600 * 1000);
    QCOMPARE(sources(links(flow)), QStringLiteral("70 guessed -; 80 guessed -"));
    QCOMPARE(asked(flow, contents), 2); // a day later it may have changed
}

void FlowLinks::walkKeepsToTheScope()
{
    Campus campus = opaque();
    campus.site().categories.push_back({2, 1, QStringLiteral("Physics")});
    campus.course(QStringLiteral("PHY1"), 20, QStringLiteral("prof*")).category = 2;
    campus.course(QStringLiteral("PHY2"), 21, QStringLiteral("prof*")).category = 2;
    Flow flow(campus);
    flow.configure(R"({"scope":{"categories":["2"],"courses":[],"expression":null}})");
    const Ran ran = links(flow);
    QVERIFY2(ran.err.contains("2 requests"), said(ran));
    QCOMPARE(asked(flow, contents), 2);
}

// Killed in the middle: what was read stays read.
void FlowLinks::walkGoesOnWhereItStopped()
{
    constexpr int courses = 90;
    Campus campus;
    campus.site().companion = false;
    for (int i = 0; i < courses; ++i)
        campus.course(QStringLiteral("C%1").arg(i), 1000 + i, QStringLiteral("prof*"));
    sandbox::Sandbox::Options slow;
    slow.latencyMs = 25;
    Flow flow(campus, slow);
    flow.configure(QJsonObject());
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (auto it = flow.env.begin(); it != flow.env.end(); ++it)
        variables.insert(it.key(), it.value());
    process.setProcessEnvironment(variables);
    process.start(QStringLiteral(LIAISONCTL),
                  {QStringLiteral("--config"), flow.file(QStringLiteral("config.json")), QStringLiteral("links")});
    QTRY_VERIFY_WITH_TIMEOUT(asked(flow, contents) >= courses / 2, 20000);
    process.kill(); // no last words
    QVERIFY(process.waitForFinished(10000));
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    const int before = asked(flow, contents);
    QVERIFY2(before < courses, qPrintable(QString::number(before)));

    const Ran rest = links(flow);
    QCOMPARE(rest.exit, 0);
    const int after = asked(flow, contents) - before;
    const QRegularExpression announced(QStringLiteral("(\\d+) request"));
    QCOMPARE(announced.match(QString::fromUtf8(rest.err)).captured(1).toInt(), after);
    // Lost at most: one group not written yet and the requests on their way.
    QVERIFY2(after >= courses - before && after <= courses - before + 8 + 16,
             qPrintable(QStringLiteral("%1 then %2").arg(before).arg(after)));
    flow.sandbox().clearRequests();
    QCOMPARE(links(flow).exit, 0);
    QCOMPARE(asked(flow, contents), 0);
}

void FlowLinks::oneCourseThatCannotBeRead()
{
    Campus campus = named();
    Flow flow(campus);
    flow.configure(mapped);
    confirmAll(flow);
    QCOMPARE(flow.plan(every).exit, 2);
    flow.fault(R"({"server":"moodle","match":"core_course_get_contents","course":7,"do":"html"})");
    const Ran one = flow.plan(every);
    QVERIFY2(unknowns(one).startsWith(QLatin1String("70 ")) && !unknowns(one).contains(QLatin1String("80 ")),
             said(one));
    QCOMPARE(who(one.json[u"steps"].toArray()), QString());
    // A first look: the course may hold an activity, and nobody says that it does not.
    Flow fresh(opaque());
    fresh.fault(R"({"server":"moodle","match":"core_course_get_contents","course":7,"do":"html"})");
    const Ran first = fresh.plan(every);
    QCOMPARE(first.exit, 5);
    bool told = false;
    const QJsonArray unknown = first.json[u"unknown"].toArray();
    for (const QJsonValue &u : unknown)
        told =
            told || (u[u"course"].toInteger() == 7 && u[u"cmid"].isNull() && u[u"reason"].toString() == u"read-failed");
    QVERIFY2(told, said(first));
    QCOMPARE(links(fresh).exit, 5);
}

void FlowLinks::aRenamedRoomKeepsItsLink()
{
    Campus campus = named();
    Flow flow(campus);
    flow.configure(mapped);
    confirmAll(flow);
    campus.roomOf(QStringLiteral("r70")).name = QStringLiteral("algebra-for-all");
    flow.sandbox().replaceWorld(campus.world);
    QCOMPARE(sources(links(flow)), QStringLiteral("70 confirmed r70 by me; 80 confirmed r80 by me"));
    QCOMPARE(repair(flow, every, QStringLiteral("add 1")), QString());
}

void FlowLinks::aNameAloneNeverMovesALink()
{
    Campus campus = named();
    Flow flow(campus);
    flow.configure(mapped);
    QCOMPARE(flow.run({QStringLiteral("links"), QStringLiteral("confirm"), QStringLiteral("main:70"),
                       QStringLiteral("--yes")})
                 .exit,
             0);
    // Another room takes the name of the first, and the first takes the name of the second activity.
    campus.roomOf(QStringLiteral("r70")).name = QStringLiteral("{moodleid:main}_BIO2_80_1790000000");
    campus.room(QStringLiteral("rthief"), QStringLiteral("{moodleid:main}_ALG1_70"), QStringLiteral("prof* anne"));
    flow.sandbox().replaceWorld(campus.world);
    QCOMPARE(sources(links(flow)), QStringLiteral("70 confirmed r70 by me; 80 guessed r80"));
}

// A room made before its course carries somebody else's number, also as one of two candidates.
void FlowLinks::olderThanItsCourse()
{
    Campus campus = named();
    campus.site().capabilities =
        QStringList{QStringLiteral("webservice/rest:use"),
                    QStringLiteral("moodle/course:view"),
                    QStringLiteral("moodle/course:viewhiddencourses"),
                    QStringLiteral("moodle/course:enrolreview"),
                    QStringLiteral("moodle/user:viewdetails"),
                    QStringLiteral("moodle/user:viewalldetails"),
                    QStringLiteral("moodle/course:update")}; // with it the date of a course is told
    const Instant old = Instant::fromIso(QStringLiteral("2020-01-01T00:00:00Z"));
    campus.room(QStringLiteral("rold"), QStringLiteral("{moodleid:main}_ALG0_70"), QStringLiteral("prof*")).created =
        old;
    campus.roomOf(QStringLiteral("r80")).created = old;
    Flow flow(campus);
    QCOMPARE(sources(links(flow)), QStringLiteral("70 guessed r70; 80 guessed -"));
}

void FlowLinks::theRoomLeftTheList()
{
    Campus campus = named();
    Flow flow(campus);
    flow.configure(mapped);
    confirmAll(flow);
    std::erase_if(campus.world.chat.rooms, [](const auto &room) { return room.id == u"r70"; });
    campus.roomOf(QStringLiteral("r80")).type = QStringLiteral("c");
    flow.sandbox().replaceWorld(campus.world);
    const Ran plan = flow.plan(every);
    QVERIFY2(plan.exit == 5, said(plan));
    QCOMPARE(unknowns(plan), QStringLiteral("70 not-found-by-name; 80 not-found-by-name"));
}

// Whoever makes many rooms with the right names is no API account by that, where the plugin's account is known.
void FlowLinks::anImpostor()
{
    Campus campus = named();
    campus.person(QStringLiteral("mallory"));
    for (int i = 0; i < 5; ++i)
        campus
            .room(QStringLiteral("rm%1").arg(i), QStringLiteral("{moodleid:main}_ALG1_%1").arg(i == 0 ? 70 : 900 + i),
                  QStringLiteral("mallory@"))
            .creator = QStringLiteral("u-mallory");
    Flow flow(campus);
    flow.configure(mapped);
    QCOMPARE(sources(links(flow)), QStringLiteral("70 guessed r70; 80 guessed r80"));
}

// Without moodle/course:viewhiddenactivities a hidden activity is left out of its course in silence.
void FlowLinks::hiddenIsNotGone()
{
    Campus campus = named();
    Flow flow(campus);
    flow.configure(mapped);
    confirmAll(flow);
    QCOMPARE(flow.plan(every).exit, 2);
    campus.activityOf(70).visible = false;
    campus.site().capabilities = QStringList{QStringLiteral("webservice/rest:use"),
                                             QStringLiteral("moodle/course:view"),
                                             QStringLiteral("moodle/course:viewhiddencourses"),
                                             QStringLiteral("moodle/course:enrolreview"),
                                             QStringLiteral("moodle/user:viewdetails"),
                                             QStringLiteral("moodle/user:viewalldetails")};
    flow.sandbox().replaceWorld(campus.world);
    const Ran plan = flow.plan(every);
    QCOMPARE(who(plan.json[u"steps"].toArray()), QStringLiteral("add bob")); // its people are still its people
    QCOMPARE(sources(links(flow)), QStringLiteral("70 confirmed r70 by me; 80 confirmed r80 by me"));
    // Where nobody can be asked about one activity: unknown, never gone.
    campus.without({courseModule});
    flow.sandbox().replaceWorld(campus.world);
    const Ran closed = flow.plan(every);
    QVERIFY2(unknowns(closed).contains(QLatin1String("70 no-access")), said(closed));
    QCOMPARE(who(closed.json[u"steps"].toArray()), QString());
}

// The walk tells hidden activities; that one is shown it does not tell for sure, so no room is opened on its word.
void FlowLinks::hiddenIsSeen()
{
    Campus campus = named();
    Flow flow(campus);
    flow.configure(mapped);
    confirmAll(flow);
    campus.activityOf(80).visible = false;
    campus.roomOf(QStringLiteral("r70")).archived = true;
    flow.sandbox().replaceWorld(campus.world);
    const Ran plan = flow.plan(every);
    const QString steps = who(plan.json[u"steps"].toArray());
    QVERIFY2(!steps.contains(QLatin1String("archive")), said(plan)); // archive and unarchive
    QVERIFY2(who(plan.json[u"findings"].toArray()).contains(QLatin1String("hidden-open")), said(plan));
}

QTEST_GUILESS_MAIN(FlowLinks)
#include "tst_flow_links.moc"
