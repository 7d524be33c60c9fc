#pragma once

#include "core/sandbox/world.h"

#include <QMap>
#include <QString>
#include <QStringList>

/// A campus of a few rooms, written where it is used. Logins stand for people: the chat id of `anne` is `u-anne`.
namespace liaison::flow {

class Campus
{
public:
    /// One site `main` with companion, one category, the API account `liaison.api` (role bot), its id `api`.
    Campus();

    sandbox::World world;

    /// A further site. `linked` and the others then take its id.
    sandbox::Moodle &addSite(const QString &id, bool companion = true);
    sandbox::Moodle &site(const QString &id = QStringLiteral("main"));

    /// The site offers every function but these.
    void without(const QStringList &functions, const QString &siteId = QStringLiteral("main"));

    /// Makes sure of both accounts; gives the Moodle id. Chat accounts are shared by the sites.
    qint64 person(const QString &login, const QString &siteId = QStringLiteral("main"), bool chat = true);
    sandbox::ChatUser &chatUser(const QString &login);
    sandbox::Person &moodlePerson(const QString &login, const QString &siteId = QStringLiteral("main"));

    /// A course with one activity and its room, whose id is `r<cmid>`. `enrolled` and `inside` are logins, separated by
    /// spaces: `*` after one means teacher or moderator, `@` owner of the room. The API account owns the room.
    void linked(const QString &shortname, qint64 course, qint64 cmid, const QString &enrolled, const QString &inside,
                const QString &siteId = QStringLiteral("main"));
    /// The same without activity and room.
    sandbox::Course &course(const QString &shortname, qint64 id, const QString &enrolled,
                            const QString &siteId = QStringLiteral("main"));
    sandbox::Activity &activity(qint64 course, qint64 cmid, const QString &room,
                                const QString &siteId = QStringLiteral("main"));
    sandbox::Room &room(const QString &id, const QString &name, const QString &inside);

    sandbox::Course &courseOf(qint64 id, const QString &siteId = QStringLiteral("main"));
    sandbox::Activity &activityOf(qint64 cmid, const QString &siteId = QStringLiteral("main"));
    sandbox::Room &roomOf(const QString &id);
    void enrol(qint64 course, const QString &logins, const QString &siteId = QStringLiteral("main"));
    void unenrol(qint64 course, const QString &logins, const QString &siteId = QStringLiteral("main"));
    void put(const QString &room, const QString &logins);
    void take(const QString &room, const QString &logins);

private:
    qint64 m_nextPerson = 100;
};

/// Rooms that drifted in every way that the classes can repair: r70, r80, r90, r100.
Campus everyDrift();

/// `count` logins `prefix1 prefix2 ...`.
QString many(const QString &prefix, int count);

/// What people would see of every room, for comparing two moments: room id -> "archived retention | login roles, ...".
QMap<QString, QString> picture(const sandbox::World &world);

/// Where support is asked about somebody: `anne` in ALG1 (course 7, cmid 70) with seven others; GEO2 (8, 80) is empty.
[[nodiscard]] Campus supportCampus();

} // namespace liaison::flow
