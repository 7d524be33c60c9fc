#pragma once

#include "core/sandbox/campus_names.h"
#include "core/sandbox/campus_random.h"
#include "core/sandbox/world.h"

#include <QSet>
#include <functional>
#include <vector>

namespace liaison::sandbox {

/// Somebody with a Moodle account and, unless `chat` is empty, a chat account.
struct Human
{
    qint64 moodle = 0;
    QString chat;
    int faculty = 0;
};

/// One link under construction: where its parts are in the world. Indexes, because the lists grow.
struct Link
{
    std::size_t site = 0, course = 0, activity = 0, room = 0;
    std::vector<Human> teachers, students;
};

/// Builds a campus step by step. What is made is in step; the cases (campus_cases_*.cpp) then disturb it.
class CampusBuilder
{
public:
    enum Site : std::size_t { Main = 0, Annexe = 1 };

    CampusBuilder(quint64 seed, Instant now);

    [[nodiscard]] World takeNow() { return std::move(m_world); }
    [[nodiscard]] World takeEarlier();

    // --- people
    Human person(Site site, bool student, bool account = true);
    /// Many at once, to be enrolled by `course`.
    void people(Site site, int teachers, int students);
    Person &moodlePerson(Site site, qint64 id);
    ChatUser &chatUser(const QString &id);
    /// A chat account without Moodle account.
    QString stranger(const QString &username, const QString &name, const QStringList &roles);
    const QString &api() const { return m_world.chat.apiUser; }
    const QString &admin() const { return m_admin; }
    const QString &bot() const { return m_bot; }

    // --- courses and links
    struct CourseSpec
    {
        Site site = Main;
        int faculty = 0;
        QString shortname, fullname;
        int teachers = 1;
        int students = 20;
    };
    /// A course with people; no activity yet.
    Link course(const CourseSpec &spec);
    /// Adds an activity and its room in step with the enrolments.
    void link(Link &link);
    Link linked(const CourseSpec &spec)
    {
        Link out = course(spec);
        link(out);
        return out;
    }

    Course &courseOf(const Link &l) { return m_world.moodle[l.site].courses[l.course]; }
    Activity &activityOf(const Link &l) { return courseOf(l).activities[l.activity]; }
    Room &roomOf(const Link &l) { return m_world.chat.rooms[l.room]; }

    // --- disturbing
    void enrol(const Link &l, const Human &h, const QStringList &roles);
    Enrolment &enrolmentOf(const Link &l, qint64 person);
    void unenrol(const Link &l, qint64 person);
    /// Puts somebody in; `by` empty = joined by link ("uj").
    void join(Room &room, const QString &user, const QString &by, Instant at, const QStringList &roles = {});
    /// Takes somebody out without a trace; see `event`.
    static void take(Room &room, const QString &user);
    static RoomMember &memberOf(Room &room, const QString &user);
    void event(Room &room, const char *type, const QString &user, const QString &by, Instant at);
    /// Enrolled five weeks ago, not any more; still in the room.
    Human leaver(Link &l, const QStringList &roles = {QStringLiteral("student")});
    /// How it was five weeks ago, applied to a copy of the finished world.
    void before(std::function<void(World &)> change) { m_past.push_back(std::move(change)); }

    Room &addRoom(const QString &name, const QString &type, const QString &creator, Instant created);
    [[nodiscard]] QString roomName(Site site, const QString &shortname, qint64 cmid) const;
    qint64 nextCmid(Site site) { return ++m_cmid[site]; }
    [[nodiscard]] Instant ago(double days) const;

    World &world() { return m_world; }
    Moodle &moodle(Site site) { return m_world.moodle[site]; }
    Dice &dice() { return m_dice; }

    static Course &courseIn(World &w, std::size_t site, qint64 id);
    static Room &roomIn(World &w, const QString &id);

private:
    void makeSites();
    void makeCategories();
    QString username(const QString &firstname, const QString &lastname, bool numeric);
    QString freeLogin(const QString &wish);
    Human drawn(Site site, bool student, int faculty, QSet<qint64> &taken);

    World m_world;
    Instant m_now;
    Dice m_dice;
    QString m_admin, m_bot;
    QSet<QString> m_logins;
    std::vector<Human> m_teachers[2], m_students[2];
    QHash<QString, std::size_t> m_chatIndex;
    qint64 m_person[2] = {100, 50}, m_course[2] = {10, 5}, m_cmid[2] = {1000, 300};
    std::vector<std::function<void(World &)>> m_past;
};

/// The disturbed links and rooms of each site.
void mainCases(CampusBuilder &b);
void mainRooms(CampusBuilder &b);
void mainRestores(CampusBuilder &b);
void annexeCases(CampusBuilder &b);
/// N more courses, every tenth or so with an ordinary difference.
void bulkCourses(CampusBuilder &b, int count);
void buildScenario(CampusBuilder &b, const QString &name);

[[nodiscard]] World gridWorld(int links, int members, quint64 seed, Instant now);

} // namespace liaison::sandbox
