#include "core/model/snapshotbuilder.h"
#include "tests/support/smallworld.h"

#include <QRandomGenerator>
#include <stdexcept>

namespace liaison::tests {
namespace {

/// Hands lists out in another order for another seed.
class Order
{
public:
    explicit Order(quint32 seed) : m_random(seed), m_shuffled(seed != 0) {}
    template <class T> std::vector<T> of(std::vector<T> list)
    {
        if (m_shuffled) {
            for (size_t i = list.size(); i > 1; --i)
                std::swap(list[i - 1], list[m_random.bounded(static_cast<quint32>(i))]);
        }
        return list;
    }

private:
    QRandomGenerator m_random;
    bool m_shuffled;
};

/// Indexes of what was put into the builder so far.
class Building
{
public:
    Building(const SmallWorld &world, quint32 seed) : w(world), m_order(seed) {}
    std::shared_ptr<const Snapshot> run();

private:
    void addPeople();
    void addCourse(const SmallCourse &course);
    void addRoom(const SmallRoom &room);
    void addLink(const SmallLink &link);
    RoleIx role(const QString &site, const QString &shortName);

    const SmallWorld &w;
    Order m_order;
    SnapshotBuilder b;
    QHash<QString, SiteIx> m_sites;
    QHash<QPair<QString, qint64>, PersonIx> m_people;
    QHash<QString, AccountIx> m_accounts;
};

RoleIx Building::role(const QString &site, const QString &shortName)
{
    for (const SmallRole &r : w.roles) {
        if (r.site == site && r.shortName == shortName)
            return b.role(m_sites.value(site), {r.id}, r.shortName);
    }
    throw std::runtime_error(QString(u"the world has no role " + shortName).toStdString());
}

void Building::addPeople()
{
    for (const SmallPerson &p : m_order.of(w.people)) {
        Person person;
        person.id = {p.id};
        person.username = p.username;
        person.fullName = p.fullName;
        person.email = p.email;
        person.idNumber = p.idNumber;
        person.gone = p.gone;
        m_people.insert({p.site, p.id}, b.person(m_sites.value(p.site), person));
    }
    for (const SmallAccount &a : m_order.of(w.accounts)) {
        Account account;
        account.id = {a.id};
        account.username = a.username;
        account.name = a.name;
        account.active = a.active;
        account.serverRoles = a.serverRoles;
        account.type = a.type;
        account.email = a.email;
        account.created = a.created;
        m_accounts.insert(a.id, b.account(account));
    }
}

void Building::addCourse(const SmallCourse &c)
{
    Course course;
    course.site = m_sites.value(c.site);
    course.id = {c.id};
    course.shortName = c.shortName;
    course.fullName = c.fullName;
    for (qint64 category : c.path)
        course.path.push_back({category});
    if (!c.path.empty())
        course.category = {c.path.front()};
    course.inScope = c.inScope;
    const CourseIx ix = b.addCourse(course);
    if (c.unknown) {
        b.setEnrolmentsUnknown(ix, *c.unknown);
    } else {
        std::vector<EnrolmentRow> rows;
        for (const SmallEnrolment &e : m_order.of(c.enrolled)) {
            EnrolmentRow row{m_people.value({c.site, e.person}), {}, {}, e.active, e.suspended};
            for (const QString &name : e.roles)
                row.roles.push_back(role(c.site, name));
            for (const QString &name : e.inherited)
                row.inherited.push_back(role(c.site, name));
            rows.push_back(std::move(row));
        }
        b.setEnrolments(ix, rows, w.now, c.proof, c.inheritedRolesKnown);
    }
    if (c.groupUnknown) {
        b.setGroupMembersUnknown(ix, *c.groupUnknown);
    } else if (c.group) {
        QSet<quint32> people;
        for (qint64 id : *c.group)
            people.insert(m_people.value({c.site, id}).value);
        b.setGroupMembers(ix, people, w.now);
    }
}

void Building::addRoom(const SmallRoom &r)
{
    Room room;
    room.id = {r.id};
    room.name = r.name;
    room.archived = r.archived;
    room.encrypted = r.encrypted;
    room.usersCount = r.usersCount;
    room.retention = r.retention;
    room.retentionKnown = r.retentionKnown;
    room.access = r.access;
    room.ownRoles = r.ownRoles;
    const RoomIx ix = b.addRoom(room);
    if (r.unknown) {
        b.setMembersUnknown(ix, *r.unknown);
        return;
    }
    std::vector<MemberRow> rows;
    for (const SmallMember &m : m_order.of(r.members))
        rows.push_back({m_accounts.value(m.account), m.roles});
    b.setMembers(ix, rows, w.now, r.proof);
}

void Building::addLink(const SmallLink &l)
{
    Link link;
    link.site = m_sites.value(l.site);
    link.course = b.findCourse(link.site, {l.course});
    link.cmid = {l.cmid};
    link.activityName = l.activityName;
    link.visible = l.visible;
    link.visibleOnCoursePage = l.visibleOnCoursePage;
    link.visibilityKnown = l.visibilityKnown;
    link.source = l.source;
    link.confirmed = l.confirmed;
    link.wantedRetention = l.wantedRetention;
    link.created = l.created;
    link.readAt = w.now;
    if (l.roles) {
        ActivityRoles roles;
        for (const QString &name : l.roles->first)
            roles.moderator.push_back(b.facts().roles[role(l.site, name).value].id);
        for (const QString &name : l.roles->second)
            roles.member.push_back(b.facts().roles[role(l.site, name).value].id);
        link.roles = roles;
    }
    using Points = SmallLink::Points;
    switch (l.points) {
    case Points::Room:
        link.room = b.findRoom({l.room});
        link.unknown = l.unknown;
        break;
    case Points::Nowhere:
        link.room = NoRoom{};
        link.unknown = l.unknown;
        break;
    case Points::Missing:
        link.room = MissingRoom{{l.room}};
        link.unknown = l.unknown;
        break;
    case Points::Unknown:
        link.room = UnknownRoom{{l.room}, l.unknown.value_or(UnknownBecause{UnknownReason::NotFoundByName, {}})};
        break;
    case Points::Ambiguous:
        link.room = AmbiguousRooms{};
        break;
    }
    b.addLink(link);
}

std::shared_ptr<const Snapshot> Building::run()
{
    for (const SmallSite &s : m_order.of(w.sites)) {
        Site site;
        site.id = {s.id};
        site.url = s.url;
        site.now = w.now;
        site.pluginSeen = s.pluginSeen;
        site.naming = s.naming;
        site.retentionFeature = s.retentionFeature;
        site.canSetRoom = s.canSetRoom;
        m_sites.insert(s.id, b.addSite(site));
    }
    for (const SmallRole &r : m_order.of(w.roles))
        b.role(m_sites.value(r.site), {r.id}, r.shortName);
    addPeople();
    for (const SmallCourse &c : m_order.of(w.courses))
        addCourse(c);
    for (const SmallRoom &r : m_order.of(w.rooms))
        addRoom(r);
    for (const SmallLink &l : m_order.of(w.links))
        addLink(l);
    Snapshot &facts = b.facts();
    facts.grants = w.grants;
    facts.abilities = w.abilities;
    for (const QString &account : w.apiAccounts)
        facts.apiAccounts.insert(account.toLower());
    for (const QString &account : w.policy.apiAccounts)
        facts.apiAccounts.insert(account.toLower());
    for (const QString &login : w.absentLogins)
        b.addAbsentLogin(login);
    for (const auto &[loginOrId, because] : w.lookupFailed)
        b.addLookupFailure(loginOrId, because);
    facts.allAccountsRead = w.allAccountsRead;
    facts.emailsReadable = w.emailsReadable;
    facts.chatUrl = QStringLiteral("https://chat.example");
    return b.finish();
}

} // namespace

std::shared_ptr<const Snapshot> build(const SmallWorld &world, quint32 seed)
{
    return Building(world, seed).run();
}

} // namespace liaison::tests
