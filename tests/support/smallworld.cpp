#include "tests/support/smallworld.h"

#include <algorithm>
#include <stdexcept>

namespace liaison::tests {
namespace {

template <class List, class Test> auto &only(List &list, Test test, const QString &what)
{
    const auto it = std::find_if(list.begin(), list.end(), test);
    if (it == list.end())
        throw std::runtime_error(QString(u"the world has no " + what).toStdString());
    return *it;
}

Grants everyRight()
{
    Grants g;
    for (const char *right : {"add-user-to-joined-room", "add-user-to-any-p-room", "set-moderator", "remove-user",
                              "kick-user-from-any-p-room", "archive-room", "unarchive-room", "edit-room",
                              "edit-room-retention-policy", "create-p", "create-user"})
        g.holders.insert(QString::fromLatin1(right), {QStringLiteral("bot")});
    g.ourRoles = QStringList{QStringLiteral("bot"), QStringLiteral("user")};
    return g;
}

} // namespace

SmallWorld SmallWorld::oneCourse()
{
    SmallWorld w;
    w.now = Instant::fromIso(QStringLiteral("2026-11-20T08:00:00Z"));
    w.sites.push_back({});
    w.grants = everyRight();
    w.classes = {ChangeClass::Create, ChangeClass::Add,    ChangeClass::Promote,
                 ChangeClass::Demote, ChangeClass::Remove, ChangeClass::Settings};
    w.policy.roles.site.moderator = QStringList{QStringLiteral("editingteacher"), QStringLiteral("teacher")};
    w.policy.roles.site.member = QStringList{QStringLiteral("student")};
    w.role(QStringLiteral("editingteacher"));
    w.role(QStringLiteral("teacher"));
    w.role(QStringLiteral("student"));
    SmallCourse course;
    course.id = 10;
    course.shortName = QStringLiteral("ALG");
    course.path = {2, 1};
    w.courses.push_back(course);
    SmallRoom room;
    room.id = QStringLiteral("R1");
    room.name = QStringLiteral("algebra");
    w.rooms.push_back(room);
    SmallLink link;
    link.cmid = 100;
    link.course = 10;
    link.room = QStringLiteral("R1");
    link.roles = std::pair(QStringList{QStringLiteral("editingteacher"), QStringLiteral("teacher")},
                           QStringList{QStringLiteral("student")});
    w.links.push_back(link);
    w.account(QStringLiteral("liaison.api")).serverRoles = QStringList{QStringLiteral("bot")};
    w.apiAccounts = QStringList{QStringLiteral("liaison.api")};
    w.join(QStringLiteral("liaison.api"), RoomOwner);
    return w;
}

SmallSite &SmallWorld::site(const QString &id)
{
    return only(
        sites, [&](const SmallSite &s) { return s.id == id; }, u"site " + id);
}
SmallCourse &SmallWorld::course(const QString &shortName)
{
    return only(
        courses, [&](const SmallCourse &c) { return c.shortName == shortName; }, u"course " + shortName);
}
SmallRoom &SmallWorld::room(const QString &id)
{
    return only(
        rooms, [&](const SmallRoom &r) { return r.id == id; }, u"room " + id);
}
SmallLink &SmallWorld::link(qint64 cmid)
{
    return only(
        links, [&](const SmallLink &l) { return l.cmid == cmid; }, u"activity " + QString::number(cmid));
}

SmallPerson &SmallWorld::person(const QString &login, const QString &onSite)
{
    for (SmallPerson &p : people) {
        if (p.username == login && p.site == onSite)
            return p;
    }
    SmallPerson made;
    made.site = onSite;
    made.id = 1000 + static_cast<qint64>(people.size());
    made.username = login;
    made.fullName = u"Person " + login;
    people.push_back(made);
    return people.back();
}

SmallAccount &SmallWorld::account(const QString &login)
{
    for (SmallAccount &a : accounts) {
        if (a.username.compare(login, Qt::CaseInsensitive) == 0)
            return a;
    }
    SmallAccount made;
    made.id = u"u-" + login;
    made.username = login;
    accounts.push_back(made);
    return accounts.back();
}

qint64 SmallWorld::role(const QString &shortName, const QString &onSite)
{
    for (const SmallRole &r : roles) {
        if (r.shortName == shortName && r.site == onSite)
            return r.id;
    }
    roles.push_back({onSite, 3 + static_cast<qint64>(roles.size()), shortName});
    return roles.back().id;
}

SmallEnrolment &SmallWorld::enrol(const QString &login, const QStringList &roleNames, const QString &courseName)
{
    SmallCourse &where = course(courseName);
    for (const QString &name : roleNames)
        role(name, where.site);
    const qint64 id = person(login, where.site).id;
    const bool absent = absentLogins.contains(login, Qt::CaseInsensitive) ||
                        std::any_of(lookupFailed.begin(), lookupFailed.end(),
                                    [&](const auto &f) { return f.first.compare(login, Qt::CaseInsensitive) == 0; });
    if (!absent && policy.identity.rule == IdentityRule::Lower)
        account(login);
    where.enrolled.push_back({id, roleNames, {}, Tri::Yes, Tri::No});
    return where.enrolled.back();
}

SmallMember &SmallWorld::join(const QString &login, quint8 memberRoles, const QString &roomId)
{
    const QString id = account(login).id;
    SmallRoom &where = room(roomId);
    where.members.push_back({id, memberRoles});
    return where.members.back();
}

void SmallWorld::expectedEarlier(const QString &login, MemberRole as, bool untilLast, qint64 cmid,
                                 const QString &roomId)
{
    const QString siteId = link(cmid).site;
    LinkHistory &past = history.links[{siteId, cmid}][roomId];
    past.lastObservation = Instant{now.ms - 86'400'000};
    const auto known = std::find_if(accounts.begin(), accounts.end(), [&](const SmallAccount &a) {
        return a.username.compare(login, Qt::CaseInsensitive) == 0;
    });
    const Instant last = untilLast ? past.lastObservation : Instant{now.ms - 7 * 86'400'000LL};
    past.expected.push_back({{person(login, siteId).id},
                             {known == accounts.end() ? QString() : known->id},
                             as,
                             Instant{now.ms - 30 * 86'400'000LL},
                             last});
}

void SmallWorld::addedByUs(const QString &login, const QString &roomId)
{
    history.addedByUs[roomId].insert(account(login).id, Instant{now.ms - 86'400'000});
}

Compared compare(const SmallWorld &world, quint32 seed)
{
    Compared c;
    c.snapshot = build(world, seed);
    c.diff = diff(*c.snapshot, world.policy, world.history, optionsFor(world.classes));
    c.plan = makePlan(*c.snapshot, c.diff, world.policy, world.classes);
    return c;
}

} // namespace liaison::tests
