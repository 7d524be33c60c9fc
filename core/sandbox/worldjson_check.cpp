#include "core/sandbox/worldjson_check.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <array>

namespace liaison::sandbox {
namespace {

struct StandardRole
{
    qint64 id;
    const char *shortname;
};
/// A fresh Moodle: `name` is empty there, the language pack gives it.
constexpr std::array standardRoles{StandardRole{1, "manager"},        StandardRole{2, "coursecreator"},
                                   StandardRole{3, "editingteacher"}, StandardRole{4, "teacher"},
                                   StandardRole{5, "student"},        StandardRole{6, "guest"},
                                   StandardRole{7, "user"},           StandardRole{8, "frontpage"}};

template <class Visit> void eachRoleUsed(const Moodle &m, Visit visit)
{
    const auto all = [&](const QStringList &names) {
        for (const QString &n : names)
            visit(n);
    };
    all(m.plugin.moderatorRoles);
    all(m.plugin.memberRoles);
    for (const RoleAssignment &a : m.roleAssignments)
        visit(a.role);
    for (const Course &c : m.courses) {
        for (const Enrolment &e : c.enrolments)
            all(e.roles);
        for (const Activity &a : c.activities) {
            all(a.moderatorRoles);
            all(a.memberRoles);
        }
    }
}

void completeRoles(Moodle &m)
{
    const bool none = m.roles.empty();
    QSet<QString> used;
    if (!none)
        eachRoleUsed(m, [&](const QString &name) { used.insert(name); });
    for (const StandardRole &standard : standardRoles) {
        const QString shortname = QString::fromLatin1(standard.shortname);
        const auto hasName = [&](const Role &r) { return r.shortname == shortname; };
        if (!none && (!used.contains(shortname) || std::any_of(m.roles.begin(), m.roles.end(), hasName)))
            continue;
        qint64 id = standard.id, last = 0;
        for (const Role &r : m.roles)
            last = std::max(last, r.id);
        if (std::any_of(m.roles.begin(), m.roles.end(), [&](const Role &r) { return r.id == id; }))
            id = last + 1;
        m.roles.push_back({id, shortname, {}});
    }
}

void completeCategories(Moodle &m)
{
    const auto homeless = [](const Course &c) { return c.category == 0; };
    if (std::none_of(m.courses.begin(), m.courses.end(), homeless))
        return;
    if (m.categories.empty())
        m.categories.push_back({1, 0, QStringLiteral("Category 1")});
    const auto lowest = std::min_element(m.categories.begin(), m.categories.end(),
                                         [](const Category &a, const Category &b) { return a.id < b.id; });
    for (Course &c : m.courses) {
        if (c.category == 0)
            c.category = lowest->id;
    }
}

/// Collects the first problem and writes its place.
class Check
{
public:
    std::optional<QString> run(const World &world)
    {
        QSet<QString> sites;
        for (std::size_t i = 0; i < world.moodle.size() && !m_problem; ++i) {
            const QString place = at(QStringLiteral("moodle"), i);
            const Moodle &m = world.moodle[i];
            static const QRegularExpression siteId(QStringLiteral("\\A[a-z0-9_]{1,16}\\z"));
            if (!siteId.match(m.id).hasMatch())
                fail(place + u".id", u"expected 1 to 16 of a-z 0-9 _"_qs);
            unique(sites, m.id, place + u".id");
            version(m.version, place + u".version");
            moodle(m, place);
        }
        if (!m_problem)
            chat(world.chat);
        return m_problem;
    }

private:
    static QString at(const QString &list, std::size_t i) { return list + u'[' + QString::number(i) + u']'; }

    void fail(const QString &place, const QString &problem)
    {
        if (!m_problem)
            m_problem = place + u": " + problem;
    }
    void version(const QString &text, const QString &place)
    {
        static const QRegularExpression numbers(QStringLiteral("\\A\\d+\\.\\d+(\\.\\d+)?\\z"));
        if (!numbers.match(text).hasMatch())
            fail(place, u"expected a version like 4.5"_qs);
    }
    template <class T> void unique(QSet<T> &seen, const T &id, const QString &place)
    {
        if (seen.contains(id)) {
            QString text;
            if constexpr (std::is_same_v<T, QString>)
                text = id;
            else
                text = QString::number(id);
            fail(place, text + u" is written twice");
        }
        seen.insert(id);
    }
    template <class T, class Id>
    auto ids(const std::vector<T> &list, Id T::*id, const QString &place, const char *key) -> QSet<Id>
    {
        QSet<Id> seen;
        seen.reserve(qsizetype(list.size()));
        for (std::size_t i = 0; i < list.size() && !m_problem; ++i) {
            if constexpr (std::is_same_v<Id, qint64>) {
                if (list[i].*id <= 0)
                    fail(at(place, i) + u'.' + QLatin1String(key), u"expected a number above 0"_qs);
            } else if ((list[i].*id).isEmpty()) {
                fail(at(place, i) + u'.' + QLatin1String(key), u"is empty"_qs);
            }
            if (seen.contains(list[i].*id))
                unique(seen, list[i].*id, at(place, i) + u'.' + QLatin1String(key));
            seen.insert(list[i].*id);
        }
        return seen;
    }

    void moodle(const Moodle &m, const QString &place)
    {
        const auto categories = ids(m.categories, &Category::id, place + u".categories", "id");
        ids(m.roles, &Role::id, place + u".roles", "id");
        const auto roles = ids(m.roles, &Role::shortname, place + u".roles", "shortname");
        const auto people = ids(m.people, &Person::id, place + u".people", "id");
        ids(m.people, &Person::username, place + u".people", "username");
        ids(m.courses, &Course::id, place + u".courses", "id");
        ids(m.reports, &Report::id, place + u".reports", "id");
        ids(m.restoreTasks, &RestoreTask::id, place + u".restoreTasks", "id");
        ids(m.sources, &RestoreSource::url, place + u".sources", "url");
        categoryTree(m, categories, place);
        restores(m, place);
        reports(m, place);
        if (!QRegularExpression(phpPattern(m.plugin.regex)).isValid())
            fail(place + u".plugin.regex", u"expected a pattern like /[^a-z]/"_qs);
        for (std::size_t i = 0; i < m.roleAssignments.size() && !m_problem; ++i) {
            const RoleAssignment &a = m.roleAssignments[i];
            const QString here = at(place + u".roleAssignments", i);
            if (!people.contains(a.person))
                fail(here + u".person", u"no person " + QString::number(a.person));
            if (!roles.contains(a.role))
                fail(here + u".role", u"no role " + a.role);
            if (a.category != 0 && !categories.contains(a.category))
                fail(here + u".category", u"no category " + QString::number(a.category));
        }
        QSet<qint64> cmids;
        m_groups.clear();
        for (std::size_t i = 0; i < m.courses.size() && !m_problem; ++i) {
            const Course &c = m.courses[i];
            const QString list = place + u".courses";
            if (!categories.contains(c.category))
                fail(at(list, i) + u".category", u"no category " + QString::number(c.category));
            if (c.groupmode < 0 || c.groupmode > 2)
                fail(at(list, i) + u".groupmode", u"expected 0, 1 or 2"_qs);
            course(c, people, roles, list, i);
            for (std::size_t k = 0; k < c.activities.size() && !m_problem; ++k) {
                const QString cmid = at(at(list, i) + u".activities", k) + u".cmid";
                if (c.activities[k].cmid <= 0)
                    fail(cmid, u"expected a number above 0"_qs);
                unique(cmids, c.activities[k].cmid, cmid);
            }
        }
    }

    /// Between its delimiters; what has none is no pattern.
    static QString phpPattern(const QString &regex)
    {
        const qsizetype end = regex.size() < 2 ? -1 : regex.lastIndexOf(regex.front());
        return end < 1 ? QStringLiteral("(") : regex.mid(1, end - 1);
    }

    void restores(const Moodle &m, const QString &place)
    {
        for (std::size_t i = 0; i < m.restoreTasks.size() && !m_problem; ++i) {
            const RestoreTask &task = m.restoreTasks[i];
            const QString here = at(place + u".restoreTasks", i);
            if (task.status < -1 || task.status > 2)
                fail(here + u".status", u"expected -1, 0, 1 or 2"_qs);
            if (task.enrolmentMode < 0 || task.enrolmentMode > 2)
                fail(here + u".enrolmentMode", u"expected 0, 1 or 2"_qs);
        }
    }

    void reports(const Moodle &m, const QString &place)
    {
        static const QStringList columns =
            QStringLiteral("context level path role username suspended component assigned user course courseidnumber "
                           "method methodenabled enrolstatus timestart timeend")
                .split(u' ');
        for (std::size_t i = 0; i < m.reports.size() && !m_problem; ++i) {
            const auto &titles = m.reports[i].titles;
            for (auto it = titles.begin(); it != titles.end(); ++it) {
                if (!columns.contains(it.key()))
                    fail(at(place + u".reports", i) + u".titles", u"no column " + it.key());
            }
        }
    }

    void categoryTree(const Moodle &m, const QSet<qint64> &known, const QString &place)
    {
        QHash<qint64, qint64> parents;
        for (const Category &c : m.categories)
            parents.insert(c.id, c.parent);
        for (std::size_t i = 0; i < m.categories.size() && !m_problem; ++i) {
            const QString here = at(place + u".categories", i) + u".parent";
            qint64 up = m.categories[i].parent;
            if (up != 0 && !known.contains(up))
                fail(here, u"no category " + QString::number(up));
            for (qsizetype depth = 0; up != 0 && !m_problem; up = parents.value(up)) {
                if (++depth > parents.size())
                    fail(here, u"runs in a circle"_qs);
            }
        }
    }

    void course(const Course &c, const QSet<qint64> &people, const QSet<QString> &roles, const QString &list,
                std::size_t index)
    {
        QSet<qint64> groups;
        QSet<qint64> groupings;
        for (std::size_t i = 0; i < c.groups.size(); ++i) {
            unique(m_groups, c.groups[i].id, at(at(list, index) + u".groups", i) + u".id");
            groups.insert(c.groups[i].id);
        }
        for (std::size_t i = 0; i < c.groupings.size() && !m_problem; ++i) {
            const QString here = at(at(list, index) + u".groupings", i);
            unique(groupings, c.groupings[i].id, here + u".id");
            for (const qint64 group : c.groupings[i].groups) {
                if (!groups.contains(group))
                    fail(here + u".groups", u"no group " + QString::number(group));
            }
        }
        for (std::size_t i = 0; i < c.activities.size() && !m_problem; ++i) {
            const auto &availability = c.activities[i].availability;
            if (const auto &kept = c.activities[i].retention; kept && kept->maxAge.value_or(0) < 0)
                fail(at(at(list, index) + u".activities", i) + u".retention.maxAge", u"expected a number from 0 on"_qs);
            if (availability && !QJsonDocument::fromJson(availability->toUtf8()).isObject())
                fail(at(at(list, index) + u".activities", i) + u".availability",
                     u"expected JSON as Moodle stores it"_qs);
        }
        // The place is spelled only for a problem: there are a million enrolments.
        for (std::size_t i = 0; i < c.enrolments.size() && !m_problem; ++i) {
            const Enrolment &e = c.enrolments[i];
            const auto here = [&](const char *key) {
                return QString(at(at(list, index) + u".enrolments", i) + u'.' + QLatin1String(key));
            };
            if (!people.contains(e.person))
                fail(here("person"), u"no person " + QString::number(e.person));
            for (const QString &role : e.roles) {
                if (!roles.contains(role))
                    fail(here("roles"), u"no role " + role);
            }
            for (const qint64 group : e.groups) {
                if (!groups.contains(group))
                    fail(here("groups"), u"no group " + QString::number(group));
            }
        }
    }

    void chat(const Chat &c)
    {
        const QString place = QStringLiteral("rocketchat");
        version(c.version, place + u".version");
        const auto users = ids(c.users, &ChatUser::id, place + u".users", "id");
        const auto rooms = ids(c.rooms, &Room::id, place + u".rooms", "id");
        names(c, place);
        ids(c.integrations, &Integration::id, place + u".integrations", "id");
        for (std::size_t i = 0; i < c.integrations.size() && !m_problem; ++i) {
            if (!rooms.contains(c.integrations[i].room))
                fail(at(place + u".integrations", i) + u".room", u"no room " + c.integrations[i].room);
        }
        if (c.fresh && c.users.empty() && !c.rooms.empty())
            fail(place + u".rooms", u"a fresh server without accounts has no rooms"_qs);
        if (!c.apiUser.isEmpty() && !users.contains(c.apiUser))
            fail(place + u".apiUser", u"no user " + c.apiUser);
        for (std::size_t i = 0; i < c.rooms.size() && !m_problem; ++i) {
            QSet<QString> inside;
            const auto &members = c.rooms[i].members;
            inside.reserve(qsizetype(members.size()));
            for (std::size_t k = 0; k < members.size() && !m_problem; ++k) {
                const QString &user = members[k].user;
                if (!users.contains(user) || inside.contains(user))
                    fail(at(at(place + u".rooms", i) + u".members", k) + u".user",
                         users.contains(user) ? QString(user + u" is written twice") : QString(u"no user " + user));
                inside.insert(user);
                for (const QString &role : members[k].roles) {
                    if (role != u"owner" && role != u"moderator" && role != u"leader")
                        fail(at(at(place + u".rooms", i) + u".members", k) + u".roles", u"no role " + role);
                }
            }
        }
    }

    /// A server looks up both by name.
    void names(const Chat &c, const QString &place)
    {
        QSet<QString> logins, rooms;
        for (std::size_t i = 0; i < c.users.size() && !m_problem; ++i)
            unique(logins, c.users[i].username.toCaseFolded(), at(place + u".users", i) + u".username");
        for (std::size_t i = 0; i < c.rooms.size() && !m_problem; ++i) {
            if (!c.rooms[i].name.isEmpty())
                unique(rooms, c.rooms[i].name, at(place + u".rooms", i) + u".name");
        }
    }

    std::optional<QString> m_problem;
    QSet<qint64> m_groups; ///< of the site: they are numbered across courses
};

} // namespace

void complete(World &world)
{
    for (Moodle &m : world.moodle) {
        completeRoles(m);
        completeCategories(m);
    }
    for (Room &r : world.chat.rooms) {
        if (r.name.isEmpty())
            r.name = r.id;
    }
}

std::optional<QString> problemOf(const World &world)
{
    return Check().run(world);
}

} // namespace liaison::sandbox
