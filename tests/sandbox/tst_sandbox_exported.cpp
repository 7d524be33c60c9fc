// A world that was exported goes on where it stood, on both sides, and what one side does to the other is seen there.
// R74
#include "core/sandbox/campus.h"
#include "core/sandbox/chat.h"
#include "core/sandbox/moodle.h"
#include "core/sandbox/worldjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace liaison;
using namespace liaison::sandbox;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

Instant at(const char *time)
{
    return Instant::fromIso(s("2026-11-20T") + QLatin1String(time) + u'Z');
}

/// A small campus and somebody who asks both of its servers.
class Servers
{
public:
    explicit Servers(World start)
        : world(std::move(start)), chat(world, 7, "chat-token"), moodle(world, 0, "mt", s("http://h"))
    {
        now = world.now;
        chat.keepAnswers();
        moodle.keepAnswers();
    }
    QJsonObject ask(const QByteArray &function, const QByteArray &more = {})
    {
        Request r;
        r.method = "POST";
        r.path = s("/webservice/rest/server.php");
        r.target = r.path.toUtf8();
        r.headers = {{"content-type", "application/x-www-form-urlencoded"}};
        r.body = "wstoken=" + token + "&moodlewsrestformat=json&wsfunction=" + function + more;
        r.now = now;
        const QJsonDocument answer = QJsonDocument::fromJson(moodle.handle(r).body);
        return answer.isArray() ? QJsonObject{{s("list"), answer.array()}} : answer.object();
    }
    QJsonObject chatCall(const char *method, const QString &call, const QJsonObject &body = {})
    {
        Request r;
        r.method = method;
        const QUrl url(QString(u"http://h/api/v1/" + call));
        r.path = url.path();
        r.query = QUrlQuery(url.query(QUrl::FullyEncoded));
        r.headers = {{"x-user-id", user.isEmpty() ? chat.apiUserId().toUtf8() : user}, {"x-auth-token", "chat-token"}};
        r.headers.append(QPair<QByteArray, QByteArray>("content-type", "application/json"));
        r.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        r.now = now;
        return QJsonDocument::fromJson(chat.handle(r).body).object();
    }
    /// As the control URL gives it.
    World exported()
    {
        world.now = now;
        moodle.settle(now);
        chat.settle(now);
        auto again = worldFromJson(worldToJson(world));
        if (!again)
            qFatal("%s", qPrintable(again.error().detail));
        return std::move(*again);
    }

    World world;
    SandboxRocketChat chat;
    SandboxMoodle moodle;
    Instant now;
    QByteArray token = "mt", user;
};

World small()
{
    World world = campus(*scaleFromText(s("small")), 5, at("08:00:00"));
    for (ChatUser &account : world.chat.users) {
        if (account.id == world.chat.apiUser)
            account.roles.append(s("admin"));
    }
    return world;
}

Activity &linkedActivity(World &world)
{
    for (Course &course : world.moodle.front().courses) {
        for (Activity &activity : course.activities) {
            const bool there =
                activity.room && std::any_of(world.chat.rooms.begin(), world.chat.rooms.end(), [&](const Room &r) {
                    return r.id == *activity.room && !r.archived &&
                           std::any_of(r.members.begin(), r.members.end(),
                                       [&](const auto &m) { return m.user == world.chat.apiUser; });
                });
            if (there && activity.visible && activity.visibleOnCoursePage)
                return activity;
        }
    }
    qFatal("none");
}

} // namespace

class SandboxExported : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void restoreGoesOn();
    void timePassesBeforeItIsLookedAt();
    void nothingDangles();
    void hiddenActivityTellsItsRoom();
    void linksThatChanged();
    void expiredTokenIsMadeAnew();
    void wordsInTheLanguageAskedFor();
    void coursesBySection();
};

void SandboxExported::restoreGoesOn()
{
    World world = small();
    Moodle &site = world.moodle.front();
    RestoreTask task;
    task.id = 900;
    task.requester = site.people.front().id;
    task.externalUrl = s("https://up.example");
    task.externalName = s("Cours");
    task.created = at("07:00:00");
    site.restoreTasks = {task};
    site.sources = {{task.externalUrl, s("up")}};
    site.runner = {}; // not said when: at six
    Servers before(world);
    before.now = at("18:00:30");
    World exported = before.exported();
    QVERIFY(exported.moodle.front().runner.running);
    QCOMPARE(exported.moodle.front().restoreTasks.front().status, 1);
    Servers after(exported);
    after.now = at("18:05:00");
    const QJsonObject told = after.ask("local_liaison_get_restore_tasks");
    QCOMPARE(told[u"tasks"][0][u"status"].toInt(), 2);
    QVERIFY(told[u"runningsince"].isNull());
}

void SandboxExported::timePassesBeforeItIsLookedAt()
{
    World world = small();
    Moodle &site = world.moodle.front();
    RestoreTask task;
    task.id = 900;
    task.externalUrl = s("https://up.example");
    task.created = at("07:00:00");
    site.restoreTasks = {task};
    site.sources = {{task.externalUrl, s("up")}};
    site.runner = {};
    Servers servers(world);
    servers.now = at("18:02:30");
    QCOMPARE(servers.exported().moodle.front().restoreTasks.front().status, 2); // nobody called that Moodle
}

void SandboxExported::nothingDangles()
{
    World world = small();
    const QString room = *linkedActivity(world).room;
    world.chat.integrations.push_back({s("i1"), s("secret"), room, {}, true, false});
    Servers servers(world);
    QVERIFY(servers.chatCall("POST", s("groups.delete"), {{s("roomId"), room}})[u"success"].toBool());
    QVERIFY(servers.exported().chat.integrations.empty());
    const QJsonObject gone = servers.chatCall(
        "POST", s("users.delete"), {{s("userId"), servers.chat.apiUserId()}, {s("confirmRelinquish"), true}});
    QVERIFY2(gone[u"success"].toBool(), QJsonDocument(gone).toJson().constData());
    QVERIFY(servers.exported().chat.apiUser.isEmpty());
}

/// mod_rocketchat archives by a call like any other.
void SandboxExported::hiddenActivityTellsItsRoom()
{
    World world = small();
    world.moodle.front().account.admin = true;
    const Activity activity = linkedActivity(world);
    Servers servers(world);
    const auto room = [&] {
        return servers.chatCall("GET", s("groups.info?roomId=") + *activity.room)[u"group"].toObject();
    };
    const int messages = room()[u"msgs"].toInt(), posted = servers.chat.messagesPosted();
    const QByteArray id = QByteArray::number(activity.cmid);
    servers.now.ms += 1000;
    (void)servers.ask("core_course_edit_module", "&action=hide&id=" + id);
    QVERIFY(room()[u"archived"].toBool());
    QCOMPARE(room()[u"msgs"].toInt(), messages + 1);
    QVERIFY(room()[u"_updatedAt"].toString() > s("2026-11-20T08:00:00"));
    QCOMPARE(servers.chat.messagesPosted(), posted + 1);
    (void)servers.ask("core_course_edit_module", "&action=show&id=" + id);
    QVERIFY(!room()[u"archived"].toBool());
    QCOMPARE(room()[u"msgs"].toInt(), messages + 2);
}

void SandboxExported::linksThatChanged()
{
    World world = small();
    const Activity activity = linkedActivity(world);
    Servers servers(world);
    const QByteArray since = "&modifiedsince=" + QByteArray::number(servers.now.ms / 1000 - 1);
    QVERIFY(servers.ask("local_liaison_get_links", since)[u"links"].toArray().isEmpty());
    const QJsonObject set =
        servers.ask("local_liaison_set_room",
                    "&cmid=" + QByteArray::number(activity.cmid) + "&room=another&expected=" + activity.room->toUtf8());
    QCOMPARE(set[u"room"].toString(), s("another"));
    const QJsonArray links = servers.ask("local_liaison_get_links", since)[u"links"].toArray();
    QCOMPARE(links.size(), 1);
    QCOMPARE(links[0][u"rocketchatid"].toString(), s("another"));
    QCOMPARE(links[0][u"timemodified"].toDouble(), double(servers.now.ms / 1000));
    QVERIFY(links[0][u"timecreated"].toDouble() < links[0][u"timemodified"].toDouble());
    QCOMPARE(Servers(servers.exported()).ask("local_liaison_get_links", since)[u"links"].toArray().size(), 1);
}

void SandboxExported::expiredTokenIsMadeAnew()
{
    World world = small();
    world.moodle.front().account.tokenUntil = at("09:00:00");
    Servers servers(world);
    servers.now = at("10:00:00");
    QCOMPARE(servers.ask("core_webservice_get_site_info")[u"exception"].toString().isEmpty(), false);
    Request r;
    r.method = "POST";
    r.path = s("/login/token.php");
    r.headers = {{"content-type", "application/x-www-form-urlencoded"}};
    r.body = QByteArray("username=") + SandboxMoodle::accountName + "&password=" + SandboxMoodle::accountPassword +
             "&service=" + SandboxMoodle::serviceName;
    r.now = servers.now;
    servers.token = QJsonDocument::fromJson(servers.moodle.handle(r).body)[u"token"].toString().toUtf8();
    QVERIFY(!servers.token.isEmpty() && servers.token != "mt");
    QVERIFY(servers.ask("core_webservice_get_site_info").contains(u"sitename"));
}

void SandboxExported::wordsInTheLanguageAskedFor()
{
    Servers servers(small());
    const auto rows = [&](const QByteArray &more) {
        const QJsonObject answer = servers.ask("core_reportbuilder_retrieve_report", "&reportid=1&perpage=20" + more);
        return QJsonDocument(answer[u"data"][u"rows"].toArray()).toJson();
    };
    QVERIFY(rows({}).contains("Manual enrolments"));
    QVERIFY(rows("&moodlewssettinglang=fr").contains("Inscription manuelle"));
    QVERIFY(rows("&moodlewssettinglang=en").contains("Manual enrolments"));
}

void SandboxExported::coursesBySection()
{
    World world = small();
    const qint64 id = world.moodle.front().courses.front().id;
    Servers servers(world);
    const QJsonObject contents = servers.ask("core_course_get_contents", "&courseid=" + QByteArray::number(id));
    const qint64 section = qint64(contents[u"list"][1][u"id"].toDouble());
    const QJsonObject found =
        servers.ask("core_course_get_courses_by_field", "&field=sectionid&value=" + QByteArray::number(section));
    QCOMPARE(qint64(found[u"courses"][0][u"id"].toDouble()), id);
}

QTEST_GUILESS_MAIN(SandboxExported)
#include "tst_sandbox_exported.moc"
