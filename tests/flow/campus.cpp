#include "tests/flow/campus.h"

#include "app/demo.h"

#include <QtGlobal>
#include <algorithm>

namespace liaison::flow {
namespace {

template <class List, class Test> auto &only(List &list, Test test, const QString &what)
{
    const auto it = std::find_if(list.begin(), list.end(), test);
    if (it == list.end())
        qFatal("no %s in this campus", qPrintable(what));
    return *it;
}

struct Word
{
    QString login;
    bool star = false, owner = false;
};

std::vector<Word> words(const QString &text)
{
    std::vector<Word> out;
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    for (QString part : parts) {
        Word word;
        word.star = part.endsWith(u'*');
        word.owner = part.endsWith(u'@');
        if (word.star || word.owner)
            part.chop(1);
        word.login = part;
        out.push_back(word);
    }
    return out;
}

QString chatId(const QString &login)
{
    return login == u"api" ? login : QString(u"u-" + login);
}

} // namespace

Campus::Campus()
{
    world.now = Instant::fromIso(QStringLiteral("2026-11-20T08:00:00Z"));
    world.chat.apiUser = QStringLiteral("api");
    sandbox::ChatUser api;
    api.id = QStringLiteral("api");
    api.username = QStringLiteral("liaison.api");
    api.roles = QStringList{QStringLiteral("bot"), QStringLiteral("user")};
    world.chat.users.push_back(api);
    addSite(QStringLiteral("main"));
}

sandbox::Moodle &Campus::addSite(const QString &id, bool companion)
{
    sandbox::Moodle moodle;
    moodle.id = id;
    moodle.companion = companion;
    moodle.plugin.account = QStringLiteral("api");
    moodle.categories.push_back({1, 0, QStringLiteral("Faculty")});
    const std::pair<qint64, const char *> roles[] = {
        {1, "manager"}, {3, "editingteacher"}, {4, "teacher"}, {5, "student"}};
    for (const auto &[number, name] : roles)
        moodle.roles.push_back({number, QString::fromLatin1(name), {}});
    world.moodle.push_back(std::move(moodle));
    return world.moodle.back();
}

sandbox::Moodle &Campus::site(const QString &id)
{
    return only(
        world.moodle, [&](const auto &m) { return m.id == id; }, id);
}

void Campus::without(const QStringList &functions, const QString &siteId)
{
    QStringList offered = app::serverFactory().moodleFunctions();
    offered.removeIf([&](const QString &name) { return functions.contains(name); });
    site(siteId).functions = offered;
}

qint64 Campus::person(const QString &login, const QString &siteId, bool chat)
{
    sandbox::Moodle &moodle = site(siteId);
    const auto known = std::find_if(moodle.people.begin(), moodle.people.end(),
                                    [&](const sandbox::Person &p) { return p.username == login; });
    if (chat && std::none_of(world.chat.users.begin(), world.chat.users.end(),
                             [&](const sandbox::ChatUser &u) { return u.id == chatId(login); })) {
        sandbox::ChatUser user;
        user.id = chatId(login);
        user.username = login;
        user.name = login;
        user.email = login + QLatin1String("@campus.example");
        world.chat.users.push_back(user);
    }
    if (known != moodle.people.end())
        return known->id;
    sandbox::Person person;
    person.id = ++m_nextPerson;
    person.username = login;
    person.firstname = login;
    person.lastname = QStringLiteral("Test");
    person.email = login + QLatin1String("@campus.example");
    moodle.people.push_back(person);
    return person.id;
}

sandbox::ChatUser &Campus::chatUser(const QString &login)
{
    return only(
        world.chat.users, [&](const auto &u) { return u.id == chatId(login); }, login);
}

sandbox::Person &Campus::moodlePerson(const QString &login, const QString &siteId)
{
    return only(
        site(siteId).people, [&](const auto &p) { return p.username == login; }, login);
}

sandbox::Course &Campus::course(const QString &shortname, qint64 id, const QString &enrolled, const QString &siteId)
{
    sandbox::Course course;
    course.id = id;
    course.category = 1;
    course.shortname = shortname;
    course.fullname = QLatin1String("Course ") + shortname;
    course.created = Instant::fromIso(QStringLiteral("2026-08-01T08:00:00Z"));
    site(siteId).courses.push_back(std::move(course));
    enrol(id, enrolled, siteId);
    return courseOf(id, siteId);
}

sandbox::Activity &Campus::activity(qint64 courseId, qint64 cmid, const QString &roomId, const QString &siteId)
{
    sandbox::Activity activity;
    activity.cmid = cmid;
    activity.name = QStringLiteral("Chat");
    activity.room = roomId;
    activity.moderatorRoles = QStringList{QStringLiteral("editingteacher")};
    activity.memberRoles = QStringList{QStringLiteral("student")};
    activity.created = Instant::fromIso(QStringLiteral("2026-09-01T08:00:00Z"));
    sandbox::Course &course = courseOf(courseId, siteId);
    course.activities.push_back(std::move(activity));
    return course.activities.back();
}

sandbox::Room &Campus::room(const QString &id, const QString &name, const QString &inside)
{
    sandbox::Room room;
    room.id = id;
    room.name = name;
    room.creator = QStringLiteral("api");
    room.created = Instant::fromIso(QStringLiteral("2026-09-01T08:00:00Z"));
    room.members.push_back({QStringLiteral("api"), {QStringLiteral("owner")}});
    world.chat.rooms.push_back(std::move(room));
    put(id, inside);
    return roomOf(id);
}

void Campus::linked(const QString &shortname, qint64 courseId, qint64 cmid, const QString &enrolled,
                    const QString &inside, const QString &siteId)
{
    const QString id = QStringLiteral("r%1").arg(cmid);
    course(shortname, courseId, enrolled, siteId);
    room(id, QStringLiteral("{moodleid:%1}_%2_%3").arg(siteId, shortname).arg(cmid), inside);
    activity(courseId, cmid, id, siteId);
}

sandbox::Course &Campus::courseOf(qint64 id, const QString &siteId)
{
    return only(
        site(siteId).courses, [&](const auto &c) { return c.id == id; }, QString::number(id));
}

sandbox::Activity &Campus::activityOf(qint64 cmid, const QString &siteId)
{
    for (sandbox::Course &course : site(siteId).courses) {
        for (sandbox::Activity &activity : course.activities) {
            if (activity.cmid == cmid)
                return activity;
        }
    }
    qFatal("no activity %lld in this campus", cmid);
}

sandbox::Room &Campus::roomOf(const QString &id)
{
    return only(
        world.chat.rooms, [&](const auto &r) { return r.id == id; }, id);
}

void Campus::enrol(qint64 courseId, const QString &logins, const QString &siteId)
{
    for (const Word &word : words(logins)) {
        sandbox::Enrolment enrolment;
        enrolment.person = person(word.login, siteId);
        enrolment.roles = QStringList{word.star ? QStringLiteral("editingteacher") : QStringLiteral("student")};
        courseOf(courseId, siteId).enrolments.push_back(enrolment);
    }
}

void Campus::unenrol(qint64 courseId, const QString &logins, const QString &siteId)
{
    for (const Word &word : words(logins)) {
        const qint64 id = person(word.login, siteId);
        std::erase_if(courseOf(courseId, siteId).enrolments,
                      [&](const sandbox::Enrolment &e) { return e.person == id; });
    }
}

void Campus::put(const QString &roomId, const QString &logins)
{
    for (const Word &word : words(logins)) {
        if (word.login != u"api")
            person(word.login);
        QStringList roles;
        if (word.owner)
            roles << QStringLiteral("owner");
        if (word.star)
            roles << QStringLiteral("moderator");
        roomOf(roomId).members.push_back({chatId(word.login), roles});
    }
}

void Campus::take(const QString &roomId, const QString &logins)
{
    for (const Word &word : words(logins))
        std::erase_if(roomOf(roomId).members,
                      [&](const sandbox::RoomMember &m) { return m.user == chatId(word.login); });
}

QString many(const QString &prefix, int count)
{
    QStringList out;
    for (int i = 1; i <= count; ++i)
        out << prefix + QString::number(i);
    return out.join(u' ');
}

QMap<QString, QString> picture(const sandbox::World &world)
{
    QMap<QString, QString> out;
    for (const sandbox::Room &room : world.chat.rooms) {
        QStringList members;
        for (const sandbox::RoomMember &member : room.members) {
            QStringList roles = member.roles;
            roles.sort();
            members << QString(member.user + u':' + roles.join(u'+'));
        }
        members.sort();
        QString head = room.archived ? QStringLiteral("archived") : QStringLiteral("open");
        if (room.retention && room.retention->enabled.value_or(false))
            head += QStringLiteral(" retention %1 files %2 pinned %3")
                        .arg(room.retention->maxAge.value_or(0))
                        .arg(int(room.retention->filesOnly))
                        .arg(int(room.retention->excludePinned));
        out.insert(room.id, QString(head + QLatin1String(" | ") + members.join(u' ')));
    }
    return out;
}

Campus everyDrift()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* newprof* anne bob carl dora emil"),
                  QStringLiteral("prof anne* bob carl"));
    campus.linked(QStringLiteral("GEO2"), 8, 80, QStringLiteral("prof* anne bob carl dora emil flo gone"),
                  QStringLiteral("prof* anne bob carl dora emil flo gone"));
    // Still enrolled, without a mapped role: evidence enough to be removed.
    campus.courseOf(8).enrolments.back().roles = QStringList{QStringLiteral("teacher")};
    campus.activityOf(80).retention = sandbox::ActivityRetention{true, 90, false, true};
    campus.linked(QStringLiteral("HID3"), 9, 90, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    campus.activityOf(90).visible = false;
    campus.linked(QStringLiteral("ARC4"), 10, 100, QStringLiteral("prof* anne bob"), QStringLiteral("prof* anne"));
    campus.roomOf(QStringLiteral("r100")).archived = true;
    return campus;
}

Campus supportCampus()
{
    Campus campus;
    const QString people = QStringLiteral("prof* anne s1 s2 s3 s4 s5 s6");
    campus.linked(QStringLiteral("ALG1"), 7, 70, people, people);
    campus.linked(QStringLiteral("GEO2"), 8, 80, QStringLiteral("prof*"), QStringLiteral("prof*"));
    return campus;
}

} // namespace liaison::flow
