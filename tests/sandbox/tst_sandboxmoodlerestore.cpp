// What the companion writes: restore tasks and an activity's room. Contract sections 7 and 9.
#include "tst_sandboxmoodle.h"

using namespace liaison;
using namespace liaison::sandbox;
using namespace liaison::sandbox::test;

namespace {

RestoreTask task(qint64 id, qint64 requester, int status)
{
    RestoreTask t;
    t.id = id;
    t.requester = requester;
    t.externalCourse = id + 100;
    t.externalName = QStringLiteral("Ancien cours %1").arg(id);
    t.externalUrl = QStringLiteral("https://old.example.org");
    t.status = status;
    t.created = Instant::fromIso(QStringLiteral("2026-11-18T10:00:00Z"));
    t.modified = Instant::fromSeconds(status == 0 ? 0 : t.created.ms / 1000 + 60);
    return t;
}

World restoreWorld()
{
    World world = recordedWorld();
    Moodle &site = world.moodle[0];
    site.restoreTasks = {task(1, 3, 0), task(2, 0, 1), task(4, 4, 2), task(6, 5, -1)};
    site.restoreTasks[2].course = 4;
    site.restoreTasks[2].category = 3;
    site.runner.lastRun = Instant::fromIso(QStringLiteral("2026-11-19T18:59:00Z"));
    site.runner.nextRun = Instant::fromIso(QStringLiteral("2026-11-20T18:00:00Z"));
    return world;
}

/// What the caller saw of the row.
Form seen(qint64 id, const RestoreTask &task)
{
    return fields({{"id", QString::number(id)},
                   {"status", QString::number(task.status)},
                   {"timemodified", QString::number(task.modified.ms / 1000)}});
}

} // namespace

class SandboxMoodleRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restoreTasks();
    void schedule();
    void changeTasks();
    void setRoom();
    void rightsToWrite_data();
    void rightsToWrite();
};

// R136 R161 R221
void SandboxMoodleRestore::restoreTasks()
{
    Campus campus(restoreWorld());
    const QJsonObject recorded =
        recording(QStringLiteral("companion_proposal_get_restore_tasks"))[QLatin1String("response")].toObject();
    const QJsonObject answer = campus.call("local_liaison_get_restore_tasks").object();
    QCOMPARE(keys(answer), keys(recorded) + names("runningsince"));
    const QJsonArray tasks = answer[QLatin1String("tasks")].toArray();
    QCOMPARE(tasks.size(), 4);
    QCOMPARE(keys(tasks[0]), keys(recorded[QLatin1String("tasks")][0]));
    QCOMPARE(tasks[0][QLatin1String("username")].toString(), QStringLiteral("lea.lefevre1"));
    QVERIFY(tasks[1][QLatin1String("username")].isNull());
    QCOMPARE(tasks[2][QLatin1String("courseexists")].toInt(), 1);
    QCOMPARE(tasks[2][QLatin1String("categoryname")].toString(), QStringLiteral("Faculté de droit"));
    QCOMPARE(tasks[0][QLatin1String("timescheduleprocessed")].toInt(-1), 0); // 0 = never
    QVERIFY(answer[QLatin1String("runningsince")].isNull());
    const auto count = [&](const Form &form) {
        return campus.call("local_liaison_get_restore_tasks", form)[QLatin1String("tasks")].toArray().size();
    };
    QCOMPARE(count(fields({{"status", QStringLiteral("-1")}})), 1);
    QCOMPARE(count(fields({{"since", QString::number(campus.world().now.ms / 1000)}})), 0);
    const QJsonObject page =
        campus.call("local_liaison_get_restore_tasks", fields({{"limit", QStringLiteral("2")}})).object();
    QCOMPARE(page[QLatin1String("next")].toInt(), 2);
    campus.site().runner.running = true;
    QVERIFY(campus.call("local_liaison_get_restore_tasks")[QLatin1String("runningsince")].isDouble());
}

void SandboxMoodleRestore::schedule()
{
    Campus campus(restoreWorld());
    const auto form = [](int course, int user, const char *url = "https://old.example.org", bool dedupe = true) {
        return fields({{"url", QString::fromLatin1(url)},
                       {"courseid", QString::number(course)},
                       {"userid", QString::number(user)},
                       {"category", QStringLiteral("3")},
                       {"withuserdatas", QStringLiteral("0")},
                       {"enrolmentmode", QStringLiteral("2")},
                       {"dedupe", dedupe ? QStringLiteral("1") : QStringLiteral("0")}});
    };
    const char *const function = "local_liaison_schedule_restore";
    const QJsonObject made = campus.call(function, form(777, 5)).object();
    QCOMPARE(made[QLatin1String("id")].toInt(), 7);
    QCOMPARE(made[QLatin1String("status")].toInt(-1), 0);
    QCOMPARE(made[QLatin1String("timecreated")].toInteger(), campus.world().now.ms / 1000);
    QCOMPARE(made[QLatin1String("timemodified")].toInt(-1), 0);
    QCOMPARE(campus.call(function, form(777, 5))[QLatin1String("id")].toInt(), 7); // the same one
    QCOMPARE(campus.call(function, form(777, 5, "https://old.example.org", false))[QLatin1String("id")].toInt(), 8);
    QCOMPARE(campus.site().restoreTasks.size(), std::size_t(6));
    QCOMPARE(campus.errorOf(function, form(777, 5, "https://evil.example.org")), QStringLiteral("invalidparameter"));
    QCOMPARE(campus.errorOf(function, form(777, 4711)), QStringLiteral("invalidrecord"));
    QCOMPARE(campus.errorOf(function, form(778, 0)), QString());
    campus.drop({QStringLiteral("local/liaison:restoreany")});
    QCOMPARE(campus.errorOf(function, form(779, 0)), QStringLiteral("nopermissions"));
    QCOMPARE(campus.errorOf(function, form(779, 3)), QString());
}

void SandboxMoodleRestore::changeTasks()
{
    Campus campus(restoreWorld());
    const auto tasks = [&]() -> std::vector<RestoreTask> & { return campus.site().restoreTasks; };
    const char *const cancel = "local_liaison_cancel_restore", *const retry = "local_liaison_retry_restore",
                      *const category = "local_liaison_set_category";
    // The row is compared with what the caller saw.
    const QJsonObject recorded =
        recording(QStringLiteral("companion_proposal_conflict"))[QLatin1String("response")].toObject();
    QCOMPARE(campus
                 .call(retry, fields({{"id", QStringLiteral("4")},
                                      {"status", QStringLiteral("0")},
                                      {"timemodified", QStringLiteral("0")}}))
                 .object(),
             recorded);
    QCOMPARE(campus.errorOf(retry, seen(99, tasks()[0])), QStringLiteral("invalidrecord"));
    QCOMPARE(campus.errorOf(retry, seen(1, tasks()[0])), QStringLiteral("badstate"));
    QCOMPARE(campus.errorOf(cancel, seen(2, tasks()[1])), QStringLiteral("badstate"));
    QCOMPARE(campus.errorOf(category, seen(4, tasks()[2]) + fields({{"category", QStringLiteral("2")}})),
             QStringLiteral("badstate"));

    for (const std::size_t at : {std::size_t(1), std::size_t(2), std::size_t(3)}) {
        const RestoreTask before = tasks()[at];
        const QJsonObject state = campus.call(retry, seen(before.id, before)).object();
        QCOMPARE(keys(state), names("id status timemodified"));
        QCOMPARE(state[QLatin1String("status")].toInt(-5), 0);
        QCOMPARE(tasks()[at].modified, campus.world().now);
        QCOMPARE(tasks()[at].course, before.course); // overwritten by the next run only
        QCOMPARE(campus.errorOf(retry, seen(before.id, before)), QStringLiteral("conflict"));
    }
    const QJsonObject moved =
        campus.call(category, seen(1, tasks()[0]) + fields({{"category", QStringLiteral("5")}})).object();
    QCOMPARE(moved[QLatin1String("internalcategory")].toInt(), 5);
    QCOMPARE(campus.errorOf(category, seen(1, tasks()[0]) + fields({{"category", QStringLiteral("77")}})),
             QStringLiteral("invalidrecord"));

    campus.site().runner.running = true;
    QCOMPARE(campus.errorOf(cancel, seen(1, tasks()[0])), QStringLiteral("runneractive"));
    campus.site().runner.running = false;
    const QJsonObject gone = campus.call(cancel, seen(1, tasks()[0])).object();
    QVERIFY(gone[QLatin1String("status")].isNull());
    QCOMPARE(tasks().front().id, 2); // the row is deleted
}

void SandboxMoodleRestore::setRoom()
{
    Campus campus;
    const auto form = [](const char *cmid, const char *expected, const char *room) {
        return fields({{"cmid", QString::fromLatin1(cmid)},
                       {"expected", QString::fromLatin1(expected)},
                       {"room", QString::fromLatin1(room)}});
    };
    const char *const function = "local_liaison_set_room";
    QCOMPARE(campus.errorOf(function, form("36", "other", "new")), QStringLiteral("conflict"));
    QCOMPARE(campus.errorOf(function, form("999", "", "new")), QStringLiteral("invalidrecordunknown"));
    QCOMPARE(campus.errorOf(function, form("36", "room36", "")), QStringLiteral("invalidparameter"));
    const QJsonObject done = campus.call(function, form("36", "room36", "new")).object();
    QCOMPARE(done[QLatin1String("room")].toString(), QStringLiteral("new"));
    QCOMPARE(campus.site().courses[1].activities[0].room, std::optional<QString>(QStringLiteral("new")));
    QCOMPARE(
        campus.call("local_liaison_get_links")[QLatin1String("links")][1][QLatin1String("rocketchatid")].toString(),
        QStringLiteral("new"));
    // The fault `empty` acts on nothing.
    const Reply empty = campus.server().emptyOf(campus.serviceRequest(function, form("36", "new", "again")));
    QCOMPARE(empty.body, QByteArray("[]"));
    QCOMPARE(campus.site().courses[1].activities[0].room, std::optional<QString>(QStringLiteral("new")));
    campus.site().courses[1].activities[0].room.reset();
    QCOMPARE(campus.errorOf(function, form("36", "", "again")), QString());
}

void SandboxMoodleRestore::rightsToWrite_data()
{
    QTest::addColumn<QString>("capability");
    const QString restores = QStringLiteral("local/liaison:managerestores");
    QTest::newRow("local_liaison_set_room") << QStringLiteral("local/liaison:setroom");
    QTest::newRow("local_liaison_cancel_restore") << restores;
    QTest::newRow("local_liaison_retry_restore") << restores;
    QTest::newRow("local_liaison_set_category") << restores;
    QTest::newRow("local_liaison_schedule_restore") << restores;
}

void SandboxMoodleRestore::rightsToWrite()
{
    QFETCH(QString, capability);
    Campus campus(restoreWorld());
    campus.drop({capability});
    const char *const function = QTest::currentDataTag();
    Form form = seen(1, campus.site().restoreTasks[0]);
    if (qstrcmp(function, "local_liaison_set_room") == 0)
        form = fields({{"cmid", QStringLiteral("36")}, {"room", QStringLiteral("x")}});
    else if (qstrcmp(function, "local_liaison_set_category") == 0)
        form += fields({{"category", QStringLiteral("2")}});
    else if (qstrcmp(function, "local_liaison_schedule_restore") == 0)
        form = fields({{"url", QStringLiteral("https://old.example.org")},
                       {"courseid", QStringLiteral("9")},
                       {"userid", QStringLiteral("3")}});
    QCOMPARE(campus.errorOf(function, form), QStringLiteral("nopermissions"));
    QCOMPARE(campus.site().restoreTasks.size(), std::size_t(4));
}

QTEST_GUILESS_MAIN(SandboxMoodleRestore)
#include "tst_sandboxmoodlerestore.moc"
