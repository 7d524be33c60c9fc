#include "tests/bench/servingcalls.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

namespace liaison::bench {
namespace {

using Message = std::function<QByteArray(std::size_t)>;

QByteArray message(const QByteArray &method, const QUrl &url, const QByteArray &headers, const QByteArray &body)
{
    const QByteArray target = url.path(QUrl::FullyEncoded).toLatin1() +
                              (url.hasQuery() ? '?' + url.query(QUrl::FullyEncoded).toLatin1() : QByteArray());
    return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(url.port()) + "\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray number(qint64 n)
{
    return QByteArray::number(n);
}

/// Where the pages of a list begin that nobody asked for yet: elsewhere each time the list is through.
std::size_t shifted(std::size_t i, std::size_t page, std::size_t size)
{
    return (page * i + page * i / size) % size;
}

void addMoodle(std::vector<Asked> &calls, const QJsonObject &ready, const sandbox::Moodle &site)
{
    const QUrl url(QString(ready[u"moodle"][u"url"].toString() + u"/webservice/rest/server.php"));
    const QByteArray token = ready[u"moodle"][u"token"].toString().toUtf8();
    const auto form = [=](const QByteArray &function, const QByteArray &more) {
        return message("POST", url, "Content-Type: application/x-www-form-urlencoded\r\n",
                       "wstoken=" + token + "&moodlewsrestformat=json&wsfunction=" + function + more);
    };
    const auto one = [&](const char *what, const QByteArray &function, const QByteArray &more = {}) {
        calls.push_back({what, 1, [=](std::size_t) { return form(function, more); }});
    };
    const auto each = [&](const char *what, std::size_t different, const QByteArray &function, const auto &more) {
        calls.push_back({what, different, [=](std::size_t i) -> QByteArray { return form(function, more(i)); }});
    };
    const auto courseAt = [&site](std::size_t i) { return site.courses[i % site.courses.size()].id; };
    const std::size_t courses = site.courses.size(), people = site.people.size();
    const auto ten = [=](std::size_t first) {
        QByteArray text;
        for (std::size_t i = 0; i < 10; ++i)
            text += "&courseids[" + number(qint64(i)) + "]=" + number(courseAt(first + i));
        return text;
    };
    const auto ofCourse = [=](std::size_t i) -> QByteArray { return "&courseid=" + number(courseAt(i)); };
    const auto inside = [&site, courses](std::size_t i) -> const sandbox::Course & {
        return site.courses[i % courses];
    };
    const auto page = [](qint64 i) -> QByteArray { return "&reportid=1&page=" + number(i) + "&perpage=1000"; };

    one("core_webservice_get_site_info", "core_webservice_get_site_info");
    one("core_course_get_categories", "core_course_get_categories");
    one("core_course_get_courses, all", "core_course_get_courses");
    one("core_enrol_get_enrolled_users", "core_enrol_get_enrolled_users", ofCourse(courses / 2));
    each("  each time another course", courses, "core_enrol_get_enrolled_users", ofCourse);
    each("core_enrol_get_enrolled_users, as the console asks; another", courses, "core_enrol_get_enrolled_users",
         [=](std::size_t i) -> QByteArray {
             return ofCourse(i) + "&options[0][name]=userfields&options[0][value]=username%2Croles%2Cfirstname%2C"
                                  "lastname&options[1][name]=onlyactive&options[1][value]=1";
         });
    each("core_enrol_get_enrolled_users_with_capability, ten others", courses,
         "core_enrol_get_enrolled_users_with_capability", [=](std::size_t i) -> QByteArray {
             QByteArray text;
             for (std::size_t k = 0; k < 10; ++k) {
                 const QByteArray entry = "&coursecapabilities[" + number(qint64(k)) + ']';
                 text += entry + "[courseid]=" + number(courseAt(shifted(i, 10, courses) + k)) + entry +
                         "[capabilities][0]=mod%2Frocketchat%3Aview";
             }
             return text + "&options[0][name]=userfields&options[0][value]=username%2Croles";
         });
    each(
        "core_enrol_get_users_courses of another person", people, "core_enrol_get_users_courses",
        [&site](std::size_t i) -> QByteArray { return "&userid=" + number(site.people[i].id) + "&returnusercount=1"; });
    each("core_user_get_users_by_field, another person", people, "core_user_get_users_by_field",
         [&site](std::size_t i) -> QByteArray {
             return "&field=username&values[0]=" + QUrl::toPercentEncoding(site.people[i].username);
         });
    each("core_course_get_contents of another course", courses, "core_course_get_contents",
         [=](std::size_t i) -> QByteArray {
             return ofCourse(i) + "&options[0][name]=modname&options[0][value]=rocketchat"
                                  "&options[1][name]=excludecontents&options[1][value]=1";
         });
    each("core_course_get_courses_by_field, another course", courses, "core_course_get_courses_by_field",
         [=](std::size_t i) -> QByteArray { return "&field=id&value=" + number(courseAt(i)); });
    each("core_course_get_course_module, another", courses, "core_course_get_course_module",
         [=](std::size_t i) -> QByteArray {
             const auto &activities = inside(i).activities;
             return "&cmid=" + number(activities.empty() ? 1 : activities.front().cmid);
         });
    one("core_reportbuilder_retrieve_report, a page of 1000", "core_reportbuilder_retrieve_report", page(0));
    each("  each time another page", courses * 50 / 1000, "core_reportbuilder_retrieve_report",
         [=](std::size_t i) -> QByteArray { return page(qint64(i)); });
    one("local_liaison_get_links, a page of 1000", "local_liaison_get_links");
    each("  each time another page", courses, "local_liaison_get_links", [=](std::size_t i) -> QByteArray {
        const auto &activities = inside(shifted(i, 1000, courses)).activities;
        return "&after=" + number(activities.empty() ? 0 : activities.front().cmid);
    });
    one("local_liaison_get_memberships, ten courses", "local_liaison_get_memberships", ten(0));
    each("  each time ten others", courses, "local_liaison_get_memberships",
         [=](std::size_t i) -> QByteArray { return ten(shifted(i, 10, courses)); });
    one("local_liaison_get_people, a page of 1000", "local_liaison_get_people");
    each("  each time another page", people, "local_liaison_get_people", [=, &site](std::size_t i) -> QByteArray {
        return "&after=" + number(site.people[shifted(i, 1000, people)].id);
    });
}

void addChat(std::vector<Asked> &calls, const QJsonObject &ready, const sandbox::Chat &world)
{
    const QString chat = ready[u"rocketchat"][u"url"].toString();
    const QByteArray signedIn = "X-User-Id: " + ready[u"rocketchat"][u"userId"].toString().toUtf8() +
                                "\r\nX-Auth-Token: " + ready[u"rocketchat"][u"token"].toString().toUtf8() + "\r\n";
    const auto get = [=](const QString &call) {
        return message("GET", QUrl(QString(chat + u"/api/v1/" + call)), signedIn, {});
    };
    const auto one = [&](const char *what, const QString &call) {
        calls.push_back({what, 1, [=](std::size_t) { return get(call); }});
    };
    const auto eachRoom = [&](const char *what, const QString &call) {
        calls.push_back({what, world.rooms.size(), [=, &world](std::size_t i) {
                             return get(QString(call + world.rooms[i % world.rooms.size()].id));
                         }});
    };
    const auto eachPage = [&](const char *what, const QString &call, std::size_t size) {
        calls.push_back({what, size, [=](std::size_t i) {
                             return get(call + QStringLiteral("count=100&offset=%1").arg(shifted(i, 100, size)));
                         }});
    };
    const sandbox::Room &room = world.rooms[world.rooms.size() / 2];
    const auto member = room.members.back().user;

    one("me", QStringLiteral("me"));
    one("permissions.listAll", QStringLiteral("permissions.listAll"));
    one("settings.public", QStringLiteral("settings.public"));
    one("rooms.adminRooms, a page of 100", QStringLiteral("rooms.adminRooms?types[]=p&count=100&offset=0"));
    eachPage("  each time another page", QStringLiteral("rooms.adminRooms?types[]=p&"), world.rooms.size());
    one("groups.listAll, a page of 100", QStringLiteral("groups.listAll?count=100&offset=0"));
    eachPage("  each time another page", QStringLiteral("groups.listAll?"), world.rooms.size());
    one("groups.list, a page of 100", QStringLiteral("groups.list?count=100&offset=0"));
    eachPage("  each time another page", QStringLiteral("groups.list?"), world.rooms.size());
    eachRoom("groups.info of another room", QStringLiteral("groups.info?roomId="));
    eachRoom("rooms.adminRooms.getRoom, another", QStringLiteral("rooms.adminRooms.getRoom?rid="));
    one("groups.members", QStringLiteral("groups.members?count=100&offset=0&roomId=") + room.id);
    eachRoom("  each time another room", QStringLiteral("groups.members?count=100&offset=0&roomId="));
    one("rooms.membersOrderedByRole",
        QStringLiteral("rooms.membersOrderedByRole?count=100&offset=0&roomId=") + room.id);
    eachRoom("  each time another room", QStringLiteral("rooms.membersOrderedByRole?count=100&offset=0&roomId="));
    eachRoom("groups.roles of another room", QStringLiteral("groups.roles?roomId="));
    eachRoom("groups.messages of another room", QStringLiteral("groups.messages?count=100&offset=0&roomId="));
    one("users.info", QStringLiteral("users.info?userId=") + member);
    calls.push_back({"  each time another account", world.users.size(), [=, &world](std::size_t i) {
                         return get(QString(QStringLiteral("users.info?userId=") + world.users[i].id));
                     }});
    one("users.list, a page of 100", QStringLiteral("users.list?count=100&offset=0"));
    eachPage("  each time another page", QStringLiteral("users.list?"), world.users.size());
    const QByteArray invite =
        QJsonDocument(QJsonObject{{QStringLiteral("roomId"), room.id}, {QStringLiteral("userIds"), QJsonArray{member}}})
            .toJson(QJsonDocument::Compact);
    calls.push_back({"groups.invite of a member", 1, [=](std::size_t) {
                         return message("POST", QUrl(QString(chat + u"/api/v1/groups.invite")),
                                        signedIn + "Content-Type: application/json\r\n", invite);
                     }});
}

} // namespace

std::vector<Asked> readingCalls(const QJsonObject &ready, const sandbox::World &world)
{
    std::vector<Asked> calls;
    addMoodle(calls, ready, world.moodle.front());
    addChat(calls, ready, world.chat);
    return calls;
}

} // namespace liaison::bench
