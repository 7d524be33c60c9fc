// `restores list` in full: the real program against the sandbox. What is said of a restore beside its state is judged
// in tests/reports/tst_restorereview.cpp; here that the servers' answers lead there.

#include "tests/flow/flow.h"

#include <QProcess>
#include <QtTest>
#include <algorithm>

using namespace liaison;
using namespace liaison::flow;

namespace {

Instant at(const char *iso)
{
    return Instant::fromIso(QString::fromLatin1(iso));
}

/// A course restored for `prof` and rooms that are in step; the rest is up to the test.
Campus restored()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG-26"), 7, 70, QStringLiteral("prof*"), QStringLiteral("prof*"));
    sandbox::Moodle &site = campus.site();
    site.categories.push_back({2, 1, QStringLiteral("Licence 1")});
    site.sources = {{QStringLiteral("https://old.campus.example"), QStringLiteral("up")}};
    site.runner.lastRun = at("2026-11-19T18:00:00Z");
    site.runner.nextRun = at("2026-11-20T18:00:00Z");
    return campus;
}

sandbox::RestoreTask &add(Campus &campus, int status, const char *created, const char *login = "prof")
{
    sandbox::Moodle &site = campus.site();
    sandbox::RestoreTask task;
    task.id = qint64(site.restoreTasks.size()) + 1;
    task.status = status;
    task.requester = QByteArray(login).isEmpty() ? 0 : campus.person(QString::fromLatin1(login));
    task.externalCourse = 40 + task.id;
    task.externalName = QStringLiteral("Old course %1").arg(task.id);
    task.externalUrl = QStringLiteral("https://old.campus.example");
    task.category = 2;
    task.created = at(created);
    site.restoreTasks.push_back(task);
    return campus.site().restoreTasks.back();
}

sandbox::RestoreTask &performed(Campus &campus, const char *login = "prof")
{
    sandbox::RestoreTask &task = add(campus, 2, "2026-11-18T08:00:00Z", login);
    task.course = 7;
    task.modified = task.processed = at("2026-11-18T18:10:00Z");
    return task;
}

QJsonObject taskOf(const Ran &run, qint64 id)
{
    const QJsonArray tasks = run.json[u"tasks"].toArray();
    for (const QJsonValue &task : tasks) {
        if (task[u"id"].toInteger() == id)
            return task.toObject();
    }
    return {};
}

QStringList notes(const QJsonObject &task)
{
    QStringList codes;
    const QJsonArray all = task[u"notes"].toArray();
    for (const QJsonValue &note : all)
        codes << note[u"note"].toString();
    return codes;
}

Ran list(Flow &flow, const QStringList &more = {})
{
    return flow.run(QStringList{QStringLiteral("--json"), QStringLiteral("restores"), QStringLiteral("list")} + more);
}

bool valid(Flow &flow, const Ran &run)
{
    flow.write(QStringLiteral("document.json"), run.out);
    QProcess python;
    python.start(QStringLiteral("python3"), {QStringLiteral(LIAISON_SOURCE_DIR "/tests/text/validate.py"),
                                             QStringLiteral(LIAISON_SOURCE_DIR "/docs/schemas/restores.json"),
                                             flow.file(QStringLiteral("document.json"))});
    python.waitForFinished(30000);
    if (python.exitCode() != 0)
        qWarning("%s", python.readAllStandardError().constData());
    return python.exitCode() == 0;
}

} // namespace

class FlowRestores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columns();
    void runner();
    void newRoom();
    void requester_data();
    void requester();
    void oldAndNewMoodle();
    void categoryThatIsGone();
    void spreadsheet();
    void namesAndSettingsMayLack();
    void tokenThatEnded_data();
    void tokenThatEnded();
    void categoryRole();
    void halfRead();
};

// R138, R149, R154, R157, R160, R169, R170, R171, R172, R174, R175, R226: every column, without asking the chat.
void FlowRestores::columns()
{
    Campus campus = restored();
    performed(campus).withUserData = true;
    sandbox::RestoreTask &waits = add(campus, 0, "2026-11-20T02:00:00Z");
    waits.externalCourse = 41; // the same source course as the first
    add(campus, 0, "2026-11-20T03:00:00Z", "").category = 0;
    Flow flow(campus);
    const Ran run = list(flow);
    QVERIFY2(run.exit == 0 && valid(flow, run), said(run));
    const QJsonObject done = taskOf(run, 1), planned = taskOf(run, 2), nobody = taskOf(run, 3);
    QCOMPARE(done[u"withUserData"].toBool(), true);
    QCOMPARE(planned[u"withUserData"].toBool(), false);
    QCOMPARE(done[u"requesterFullName"].toString(), QStringLiteral("prof Test"));
    QVERIFY(nobody[u"requesterFullName"].isNull());
    QCOMPARE(done[u"categoryPath"].toArray(), QJsonArray({QStringLiteral("Faculty"), QStringLiteral("Licence 1")}));
    QVERIFY(nobody[u"categoryPath"].isNull());
    QCOMPARE(done[u"externalCourseUrl"].toString(), QStringLiteral("https://old.campus.example/course/view.php?id=41"));
    QCOMPARE(done[u"courseExists"].toBool(), true);
    QVERIFY(done[u"planned"].isNull());
    QCOMPARE(planned[u"planned"].toString(), QStringLiteral("2026-11-20T18:00:00Z"));
    QCOMPARE(done[u"seconds"].toInteger(), qint64(10 * 3600 + 600));
    const qint64 waiting = planned[u"seconds"].toInteger();
    QVERIFY2(waiting >= 6 * 3600 && waiting < 7 * 3600, said(run)); // the sandbox's clock runs
    QCOMPARE(planned[u"others"].toArray().size(), 1);
    QCOMPARE(planned[u"others"][0][u"id"].toInteger(), qint64(1));
    QCOMPARE(planned[u"others"][0][u"processed"].toString(), QStringLiteral("2026-11-18T18:10:00Z"));
    QVERIFY(nobody[u"others"].toArray().isEmpty());
    QVERIFY(done[u"rooms"].isNull() && done[u"requesterEnrolled"].isNull()); // not looked at
    const auto requests = flow.sandbox().requests();
    QVERIFY(std::none_of(requests.begin(), requests.end(), [](const auto &r) { return r.server == u"rocketchat"; }));

    const Ran words = flow.run({QStringLiteral("restores"), QStringLiteral("list")});
    for (const char *part : {"prof Test (prof)", "Faculty / Licence 1", "restored already: prof Test", "with"})
        QVERIFY2(words.out.contains(part), said(words));
    const Ran french = flow.run({QStringLiteral("--lang"), QStringLiteral("fr"), QStringLiteral("restores")});
    QVERIFY2(french.out.contains("déjà restauré") && french.out.contains("Prochain passage"), said(french));
}

// R139, R183, R211, R223: how the Moodle task stands, and the settings that the companion tells.
void FlowRestores::runner()
{
    Campus campus = restored();
    add(campus, 0, "2026-11-20T02:00:00Z");
    Flow flow(campus);
    Ran run = list(flow);
    QJsonObject site = run.json[u"sites"][0].toObject();
    QCOMPARE(site[u"state"].toString(), QStringLiteral("runner-idle"));
    QCOMPARE(site[u"runner"][u"nextRun"].toString(), QStringLiteral("2026-11-20T18:00:00Z"));
    QCOMPARE(site[u"version"].toString(), QStringLiteral("4.5"));
    QCOMPARE(site[u"block"].toString(), QStringLiteral("3.1.3"));
    QCOMPARE(site[u"oneInstance"].toBool(), true);
    QCOMPARE(site[u"sources"].toArray(), QJsonArray({QStringLiteral("https://old.campus.example")}));

    campus.site().runner.disabled = true; // a crontab of its own starts it
    flow.sandbox().replaceWorld(campus.world);
    run = list(flow);
    QCOMPARE(run.json[u"sites"][0][u"state"].toString(), QStringLiteral("runner-elsewhere"));
    QVERIFY(taskOf(run, 1)[u"planned"].isNull());

    campus.site().runner.lastRun = at("2026-11-10T18:00:00Z");
    flow.sandbox().replaceWorld(campus.world);
    run = list(flow);
    QCOMPARE(run.json[u"sites"][0][u"state"].toString(), QStringLiteral("runner-disabled"));
    QVERIFY2(valid(flow, run), said(run));
}

// R131, R137: the new room holds only who asked. That is said; no difference is made of it.
void FlowRestores::newRoom()
{
    Campus campus = restored();
    performed(campus);
    Flow flow(campus);
    const Ran run = list(flow, {QStringLiteral("--check")});
    QVERIFY2(run.exit == 0 && valid(flow, run), said(run));
    const QJsonObject task = taskOf(run, 1);
    QCOMPARE(notes(task), QStringList{QStringLiteral("new-room")});
    QCOMPARE(task[u"rooms"].toArray(),
             QJsonArray({QJsonObject{{QStringLiteral("site"), QStringLiteral("main")}, {QStringLiteral("cmid"), 70}}}));
    QCOMPARE(task[u"requesterEnrolled"].toBool(), true);
    QCOMPARE(task[u"requesterModerator"].toBool(), true);
    const Ran courses = flow.run({QStringLiteral("--json"), QStringLiteral("courses")});
    QVERIFY2(courses.exit == 0, said(courses));
    QCOMPARE(courses.json[u"links"][0][u"state"].toString(), QStringLiteral("in-step"));
    const Ran plan = flow.plan();
    QVERIFY2(plan.exit == 0 && plan.json[u"steps"].toArray().isEmpty(), said(plan));
}

// R147, R188, R213: who asked is enrolled and moderates the new room, or it is said what lacks.
void FlowRestores::requester_data()
{
    QTest::addColumn<QString>("enrolled");
    QTest::addColumn<QString>("inside");
    QTest::addColumn<QStringList>("expected");
    const auto with = [](const char *note) {
        return QStringList{QString::fromLatin1(note), QStringLiteral("new-room")};
    };
    QTest::newRow("not enrolled") << "anne"
                                  << "anne" << with("requester-not-enrolled");
    QTest::newRow("by a role that does not moderate") << "prof"
                                                      << "prof" << with("requester-not-moderator");
    QTest::newRow("not in the room") << "prof*"
                                     << "" << with("requester-not-in-room");
}

void FlowRestores::requester()
{
    QFETCH(QString, enrolled);
    QFETCH(QString, inside);
    QFETCH(QStringList, expected);
    Campus campus = restored();
    campus.linked(QStringLiteral("BIO-26"), 8, 80, enrolled, inside);
    performed(campus).course = 8;
    Flow flow(campus);
    const Ran run = list(flow, {QStringLiteral("--check")});
    QVERIFY2(run.exit == 0, said(run));
    QCOMPARE(notes(taskOf(run, 1)), expected);
    const Ran words = flow.run({QStringLiteral("restores"), QStringLiteral("--check")});
    QVERIFY2(words.out.contains("requester") || words.out.contains("Requester"), said(words));
}

// R126, R189, R194: the old Moodle is in the profile too: the pair is named, and the versions are compared.
void FlowRestores::oldAndNewMoodle()
{
    Campus campus = restored();
    add(campus, 0, "2026-11-20T02:00:00Z");
    add(campus, 0, "2026-11-20T03:00:00Z");
    campus.addSite(QStringLiteral("old"));
    campus.site(QStringLiteral("old")).version = QStringLiteral("4.1");
    campus.linked(QStringLiteral("ALG-25"), 41, 410, QStringLiteral("prof*"), QStringLiteral("prof*"),
                  QStringLiteral("old"));
    Flow flow(campus);
    const QJsonArray served = flow.sandbox().ready()[u"moodles"].toArray();
    for (const QJsonValue &site : served) {
        if (site[u"id"].toString() == u"old")
            campus.site().restoreTasks.front().externalUrl = site[u"url"].toString();
    }
    flow.sandbox().replaceWorld(campus.world);
    const Ran run = list(flow);
    QVERIFY2(valid(flow, run), said(run));
    QCOMPARE(taskOf(run, 1)[u"sourceSite"].toString(), QStringLiteral("old"));
    QCOMPARE(notes(taskOf(run, 1)), QStringList{QStringLiteral("version-differs")});
    QVERIFY(taskOf(run, 2)[u"sourceSite"].isNull()); // of that one nobody knows the version
    QCOMPARE(notes(taskOf(run, 2)), QStringList());
}

// R180, R205: said before the restore falls back.
void FlowRestores::categoryThatIsGone()
{
    Campus campus = restored();
    add(campus, 0, "2026-11-20T02:00:00Z").category = 999;
    add(campus, 0, "2026-11-20T02:30:00Z").category = 1;
    Flow flow(campus);
    const Ran run = list(flow);
    QCOMPARE(notes(taskOf(run, 1)), QStringList{QStringLiteral("category-deleted")});
    QCOMPARE(notes(taskOf(run, 2)), QStringList{QStringLiteral("category-one")});
    QVERIFY(taskOf(run, 1)[u"notes"][0][u"noteText"].toString().contains(QLatin1String("default category")));
}

// R169: for a spreadsheet.
void FlowRestores::spreadsheet()
{
    Campus campus = restored();
    performed(campus);
    add(campus, 0, "2026-11-20T02:00:00Z");
    Flow flow(campus);
    const Ran run = flow.run(
        {QStringLiteral("restores"), QStringLiteral("list"), QStringLiteral("--format"), QStringLiteral("csv")});
    QVERIFY2(run.exit == 0, said(run));
    QCOMPARE(run.out.count("\r\n"), 3);
    QVERIFY2(run.out.contains("\"2026-11-18 18:10:00\""), said(run)); // the tests run in UTC
    const Ran json = flow.run({QStringLiteral("restores"), QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(json.json[u"tasks"].toArray().size(), 2);
    QCOMPARE(flow.run({QStringLiteral("restores"), QStringLiteral("--format"), QStringLiteral("xml")}).exit, 1);
}

// What only makes the list nicer must not take it away.
void FlowRestores::namesAndSettingsMayLack()
{
    Campus campus = restored();
    add(campus, 0, "2026-11-20T02:00:00Z");
    campus.without({QStringLiteral("local_liaison_get_info"), QStringLiteral("core_course_get_categories"),
                    QStringLiteral("core_user_get_users_by_field")});
    Flow flow(campus);
    const Ran run = list(flow);
    QVERIFY2(run.exit == 0 && valid(flow, run), said(run));
    const QJsonObject task = taskOf(run, 1);
    QVERIFY(task[u"requesterFullName"].isNull());
    QCOMPARE(task[u"requesterName"].toString(), QStringLiteral("prof"));
    QCOMPARE(task[u"categoryPath"].toArray(), QJsonArray({QStringLiteral("Licence 1")})); // the task names that one
    QVERIFY(run.json[u"sites"][0][u"oneInstance"].isNull());
    QVERIFY(run.json[u"sites"][0][u"sources"].isNull());
    QCOMPARE(notes(task), QStringList());
}

// R184, R196: the first question is for the site itself; a token that ended, or that this address may not use, is
// named.
void FlowRestores::tokenThatEnded_data()
{
    QTest::addColumn<bool>("ended");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<QString>("code");
    QTest::newRow("valid") << false << true << "";
    QTest::newRow("ended") << true << true << "access-refused";
    QTest::newRow("another address") << false << false << "access-refused";
}

void FlowRestores::tokenThatEnded()
{
    QFETCH(bool, ended);
    QFETCH(bool, allowed);
    QFETCH(QString, code);
    Campus campus = restored();
    campus.site().account.tokenUntil = ended ? at("2026-11-01T00:00:00Z") : at("2027-11-01T00:00:00Z");
    campus.site().account.addressAllowed = allowed;
    Flow flow(campus);
    const Ran run = list(flow);
    QCOMPARE(run.exit, code.isEmpty() ? 0 : 1);
    QCOMPARE(run.json[u"error"][u"code"].toString(), code);
    const auto requests = flow.sandbox().requests();
    QVERIFY(!requests.empty());
    QCOMPARE(requests.front().function, QStringLiteral("core_webservice_get_site_info"));
    if (code.isEmpty())
        return;
    // Moodle does not tell its reasons apart (contract section 2): all of them are named.
    const QString remedy = run.json[u"error"][u"text"].toString() + run.json[u"error"][u"remedy"].toString();
    for (const char *cause : {"expire", "address"})
        QVERIFY2(remedy.contains(QLatin1String(cause)), said(run));
}

// Rule 1: what became of a course whose room cannot be read is not known, and is told.
void FlowRestores::halfRead()
{
    Campus campus = restored();
    performed(campus);
    Flow flow(campus);
    const QStringList check{QStringLiteral("--check")};
    QCOMPARE(list(flow, check).exit, 0);
    flow.fault(R"({"server":"rocketchat","do":"status","status":502})");
    const Ran json = list(flow, check);
    QVERIFY2(json.exit == 5, said(json));
    QVERIFY2(valid(flow, json), said(json));
    const Ran text = flow.run({QStringLiteral("restores"), QStringLiteral("--check")});
    QVERIFY2(text.exit == 5 && text.out.contains("chat: "), said(text));
    QCOMPARE(list(flow).exit, 0); // asks the Moodles only
}

// R202: a role given in a category counts in the room of its courses for people who are enrolled, and for nobody else.
void FlowRestores::categoryRole()
{
    Campus campus = restored();
    campus.enrol(7, QStringLiteral("anne"));
    campus.put(QStringLiteral("r70"), QStringLiteral("anne"));
    const qint64 anne = campus.person(QStringLiteral("anne")), boss = campus.person(QStringLiteral("boss"));
    campus.courseOf(7).category = 1;
    campus.site().roleAssignments.push_back({anne, QStringLiteral("editingteacher"), 1});
    campus.site().roleAssignments.push_back({boss, QStringLiteral("editingteacher"), 1});
    Flow flow(campus);
    const Ran plan = flow.plan();
    QCOMPARE(kinds(plan.json[u"steps"].toArray()), QStringLiteral("promote 1"));
    QCOMPARE(who(plan.json[u"steps"].toArray()), QStringLiteral("promote anne"));
    const Ran why =
        flow.run({QStringLiteral("--json"), QStringLiteral("why"), QStringLiteral("boss"), QStringLiteral("ALG-26")});
    QVERIFY2(why.exit == 0, said(why));
    QVERIFY2(why.json[u"conclusion"].toString().contains(QLatin1String("enrolled")), said(why));
}

QTEST_GUILESS_MAIN(FlowRestores)
#include "tst_flow_restores.moc"
