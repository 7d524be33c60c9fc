// The restore task of the block with its defects (contract section 7): stuck at 1, a source that is down blocks the
// queue, failures at -1, rows read once at the start. R249
#include "tst_sandboxmoodle.h"

using namespace liaison;
using namespace liaison::sandbox;
using namespace liaison::sandbox::test;

namespace {

const QString up = QStringLiteral("https://up.example"), refusing = QStringLiteral("https://refusing.example"),
              down = QStringLiteral("https://down.example"), damaged = QStringLiteral("https://damaged.example");

Instant at(const char *time)
{
    return Instant::fromIso(QStringLiteral("2026-11-20T") + QLatin1String(time) + u'Z');
}

RestoreTask task(qint64 id, const QString &url, qint64 requester = 3)
{
    RestoreTask t;
    t.id = id;
    t.requester = requester;
    t.externalCourse = 100 + id;
    t.externalName = QStringLiteral("Cours %1").arg(id);
    t.externalUrl = url;
    t.category = id == 1 ? 4 : 9999;
    t.created = {at("09:00:00").ms + id * 1000};
    return t;
}

class Restores
{
public:
    explicit Restores(const std::vector<RestoreTask> &tasks)
    {
        Moodle &site = campus.site();
        site.restoreTasks = tasks;
        site.sources = {{up, QStringLiteral("up")},
                        {refusing, QStringLiteral("refusing")},
                        {down, QStringLiteral("down")},
                        {damaged, QStringLiteral("damaged")}};
        site.runner.nextRun = at("18:00:00");
        campus.changed();
    }
    /// Statuses by id at that time: "1:2 2:0".
    QString after(const char *time) { return after(at(time)); }
    QString after(Instant now)
    {
        Request request = campus.serviceRequest("local_liaison_get_restore_tasks", {});
        request.now = now;
        answer = QJsonDocument::fromJson(campus.server().handle(request).body).object();
        QStringList all;
        const QJsonArray tasks = answer[QLatin1String("tasks")].toArray();
        for (const QJsonValue &t : tasks)
            all << QStringLiteral("%1:%2").arg(t[QLatin1String("id")].toInt()).arg(t[QLatin1String("status")].toInt());
        return all.join(u' ');
    }
    bool running() const { return answer[QLatin1String("runningsince")].isDouble(); }

    Campus campus;
    QJsonObject answer;
};

} // namespace

class SandboxMoodleRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAfterTheOther();
    void refusedStaysAtOne();
    void downBlocksTheQueue();
    void failures();
    void nothingDuringARun();
    void worldsWithoutSources();
    void idleForYears();
};

void SandboxMoodleRunner::oneAfterTheOther()
{
    Restores restores({task(1, up), task(2, up)});
    QCOMPARE(restores.after("17:59:59"), QStringLiteral("1:0 2:0"));
    QVERIFY(!restores.running());
    QCOMPARE(restores.after("18:00:30"), QStringLiteral("1:1 2:0"));
    QVERIFY(restores.running());
    QCOMPARE(restores.after("18:01:30"), QStringLiteral("1:2 2:1"));
    QCOMPARE(restores.after("18:02:30"), QStringLiteral("1:2 2:2"));
    QVERIFY(!restores.running());
    const auto &site = restores.campus.site();
    QCOMPARE(site.courses.back().fullname, QStringLiteral("Cours 2"));
    QCOMPARE(site.courses.back().category, qint64(1)); // an unknown category: the default one
    QCOMPARE(site.restoreTasks[0].course, std::optional<qint64>(site.courses.back().id - 1));
    QCOMPARE(ids(restores.campus
                     .call("core_course_get_courses_by_field",
                           fields({{"field", QStringLiteral("category")}, {"value", QStringLiteral("4")}}))
                     .object()[QLatin1String("courses")])
                 .size(),
             2); // the course is there for everybody
}

/// The error of the source escapes: the run ends, the row stays at 1; the next run takes the next row.
void SandboxMoodleRunner::refusedStaysAtOne()
{
    Restores restores({task(1, refusing), task(2, refusing), task(3, up)});
    QCOMPARE(restores.after("18:00:30"), QStringLiteral("1:1 2:0 3:0"));
    QVERIFY(!restores.running()); // in progress while nothing runs: the normal face of a failure
    QCOMPARE(restores.after("18:01:30"), QStringLiteral("1:1 2:1 3:0"));
    QCOMPARE(restores.after("18:59:59"), QStringLiteral("1:1 2:1 3:2"));
}

void SandboxMoodleRunner::downBlocksTheQueue()
{
    Restores restores({task(1, down), task(2, up)});
    QCOMPARE(restores.after("18:59:59"), QStringLiteral("1:0 2:0"));
    QCOMPARE(restores.after(Instant{at("18:59:59").ms + 30LL * 86'400'000}), QStringLiteral("1:0 2:0"));
    QVERIFY(restores.campus.site().runner.lastRun > at("18:59:59"));
    restores.campus.site().sources[2].state = QStringLiteral("up");
    QCOMPARE(restores.after(Instant{at("18:59:59").ms + 32LL * 86'400'000}), QStringLiteral("1:2 2:2"));
}

void SandboxMoodleRunner::failures()
{
    Restores restores({task(1, damaged), task(2, up, 4711), task(3, up, 0)});
    QCOMPARE(restores.after("18:30:00"), QStringLiteral("1:-1 2:-1 3:2")); // requester 0 = for nobody
}

/// Changes are refused during a run: what it writes back are the rows of its start.
void SandboxMoodleRunner::nothingDuringARun()
{
    Restores restores({task(1, up), task(2, up)});
    QCOMPARE(restores.after("18:00:30"), QStringLiteral("1:1 2:0"));
    Request cancel = restores.campus.serviceRequest(
        "local_liaison_cancel_restore",
        fields({{"id", QStringLiteral("2")}, {"status", QStringLiteral("0")}, {"timemodified", QStringLiteral("0")}}));
    cancel.now = at("18:00:40");
    QVERIFY(restores.campus.server().handle(cancel).body.contains("runneractive"));
    // A row that somebody deletes in the table during the run is restored all the same.
    restores.campus.site().restoreTasks.pop_back();
    const std::size_t before = restores.campus.site().courses.size();
    QCOMPARE(restores.after("18:05:00"), QStringLiteral("1:2"));
    QCOMPARE(restores.campus.site().courses.size(), before + 2);
}

void SandboxMoodleRunner::worldsWithoutSources()
{
    Restores restores({task(1, up)});
    restores.campus.site().sources.clear();
    QCOMPARE(restores.after("19:00:00"), QStringLiteral("1:0"));
    restores.campus.site().sources = {{up, QStringLiteral("up")}};
    restores.campus.site().runner.disabled = true;
    QCOMPARE(restores.after("19:00:00"), QStringLiteral("1:0"));
}

void SandboxMoodleRunner::idleForYears()
{
    Restores restores({});
    QCOMPARE(restores.after(Instant{at("12:00:00").ms + 3650LL * 86'400'000}), QString());
    QVERIFY(restores.campus.site().runner.lastRun.ms > at("12:00:00").ms + 3648LL * 86'400'000);
}

QTEST_GUILESS_MAIN(SandboxMoodleRunner)
#include "tst_sandboxmoodlerunner.moc"
