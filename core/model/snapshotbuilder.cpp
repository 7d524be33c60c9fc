#include "core/model/snapshotbuilder.h"

#include <algorithm>

namespace liaison {

SnapshotBuilder::SnapshotBuilder() : m_s(std::make_shared<Snapshot>())
{
    m_s->roleSets.push_back({});
    m_roleSets.emplace(std::vector<quint32>{}, 0);
}

SiteIx SnapshotBuilder::addSite(Site site)
{
    m_s->sites.push_back(std::move(site));
    return SiteIx(m_s->sites.size() - 1);
}

RoleIx SnapshotBuilder::role(SiteIx site, RoleId id, const QString &shortName, const QString &name)
{
    const auto key = qMakePair(site.value, id.value);
    auto it = m_roles.constFind(key);
    if (it == m_roles.constEnd()) {
        m_s->roles.push_back({site, id, shortName, name});
        it = m_roles.insert(key, RoleIx(m_s->roles.size() - 1));
    } else {
        Role &known = m_s->roles[it->value];
        if (known.shortName.isEmpty())
            known.shortName = shortName;
        if (known.name.isEmpty())
            known.name = name;
    }
    return *it;
}

PersonIx SnapshotBuilder::person(SiteIx site, Person person)
{
    const auto key = qMakePair(site.value, person.id.value);
    const auto it = m_people.constFind(key);
    if (it == m_people.constEnd()) {
        person.site = site;
        m_s->people.push_back(std::move(person));
        const PersonIx ix(m_s->people.size() - 1);
        m_people.insert(key, ix);
        return ix;
    }
    Person &known = m_s->people[it->value];
    for (QString Person::*field : {&Person::username, &Person::fullName, &Person::email, &Person::idNumber}) {
        if ((known.*field).isEmpty())
            known.*field = person.*field;
    }
    known.gone = known.gone || person.gone;
    return *it;
}

AccountIx SnapshotBuilder::account(Account account)
{
    const auto it = m_s->accountById.constFind(account.id.value);
    if (it == m_s->accountById.constEnd()) {
        const AccountIx ix(m_s->accounts.size());
        m_s->accountById.insert(account.id.value, ix);
        if (!account.username.isEmpty())
            m_s->accountByLogin.insert(account.username.toLower(), ix);
        m_s->accounts.push_back(std::move(account));
        return ix;
    }
    Account &known = m_s->accounts[it->value];
    if (known.active == Tri::NotKnown)
        known.active = account.active;
    if (!known.serverRoles)
        known.serverRoles = account.serverRoles;
    if (!known.created.isKnown())
        known.created = account.created;
    if (known.username.isEmpty() && !account.username.isEmpty())
        m_s->accountByLogin.insert(account.username.toLower(), *it);
    for (QString Account::*field : {&Account::username, &Account::name, &Account::type, &Account::email}) {
        if ((known.*field).isEmpty())
            known.*field = account.*field;
    }
    return *it;
}

CourseIx SnapshotBuilder::addCourse(Course course)
{
    const CourseIx ix(m_s->courses.size());
    m_courses.insert(qMakePair(course.site.value, course.id.value), ix);
    m_s->courses.push_back(std::move(course));
    return ix;
}

CourseIx SnapshotBuilder::findCourse(SiteIx site, CourseId id) const
{
    return m_courses.value(qMakePair(site.value, id.value));
}

RoomIx SnapshotBuilder::addRoom(Room room)
{
    const RoomIx ix(m_s->rooms.size());
    m_rooms.insert(room.id.value, ix);
    m_s->rooms.push_back(std::move(room));
    return ix;
}

RoomIx SnapshotBuilder::findRoom(const RoomId &id) const
{
    return m_rooms.value(id.value);
}

quint32 SnapshotBuilder::roleSet(std::vector<RoleIx> roles)
{
    std::vector<quint32> set;
    set.reserve(roles.size());
    for (RoleIx r : roles)
        set.push_back(r.value);
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    const auto [it, isNew] = m_roleSets.try_emplace(set, static_cast<quint32>(m_s->roleSets.size()));
    if (isNew)
        m_s->roleSets.push_back(std::move(set));
    return it->second;
}

void SnapshotBuilder::setEnrolments(CourseIx course, const std::vector<EnrolmentRow> &rows, Instant readAt, Proof proof,
                                    bool inheritedRolesKnown)
{
    std::map<quint32, EnrolmentRow> united;
    const auto anywhere = [](Tri a, Tri b) { // one active enrolment is enough, one that is not known may be it
        if (a == Tri::Yes || b == Tri::Yes)
            return Tri::Yes;
        return a == Tri::NotKnown || b == Tri::NotKnown ? Tri::NotKnown : Tri::No;
    };
    const auto known = [](Tri a, Tri b) { // of the account: the same fact in every row
        if (a == Tri::Yes || b == Tri::Yes)
            return Tri::Yes;
        return a == Tri::NotKnown ? b : a;
    };
    for (const EnrolmentRow &row : rows) {
        const auto [it, isNew] = united.try_emplace(row.person.value, row);
        if (isNew)
            continue;
        EnrolmentRow &first = it->second;
        first.roles.insert(first.roles.end(), row.roles.begin(), row.roles.end());
        first.inherited.insert(first.inherited.end(), row.inherited.begin(), row.inherited.end());
        first.active = anywhere(first.active, row.active);
        first.suspended = known(first.suspended, row.suspended);
    }
    EnrolmentColumns &c = m_s->enrolments;
    const Rows range{static_cast<quint32>(c.person.size()), static_cast<quint32>(united.size())};
    for (const auto &[person, row] : united) {
        c.person.push_back(person);
        c.roles.push_back(roleSet(row.roles));
        c.inherited.push_back(roleSet(row.inherited));
        c.active.push_back(static_cast<quint8>(row.active));
        c.suspended.push_back(static_cast<quint8>(row.suspended));
    }
    Course &target = m_s->courses[course.value];
    target.enrolments = Reading<Rows>::complete(Witness(), range, readAt, proof);
    target.inheritedRolesKnown = inheritedRolesKnown;
}

void SnapshotBuilder::setEnrolmentsUnknown(CourseIx course, UnknownBecause because)
{
    m_s->courses[course.value].enrolments = Reading<Rows>::unknown(because.reason, std::move(because.detail));
}

void SnapshotBuilder::setGroupMembers(CourseIx course, QSet<quint32> people, Instant readAt)
{
    m_s->courses[course.value].groupMembers =
        Reading<QSet<quint32>>::complete(Witness(), std::move(people), readAt, Proof::Counted);
}

void SnapshotBuilder::setGroupMembersUnknown(CourseIx course, UnknownBecause because)
{
    m_s->courses[course.value].groupMembers =
        Reading<QSet<quint32>>::unknown(because.reason, std::move(because.detail));
}

void SnapshotBuilder::setMembers(RoomIx room, const std::vector<MemberRow> &rows, Instant readAt, Proof proof)
{
    MemberColumns &c = m_s->members;
    const Rows range{static_cast<quint32>(c.account.size()), static_cast<quint32>(rows.size())};
    for (const MemberRow &row : rows) {
        c.account.push_back(row.account.value);
        c.roles.push_back(row.roles);
    }
    Room &target = m_s->rooms[room.value];
    target.members = Reading<Rows>::complete(Witness(), range, readAt, proof);
    target.listed = static_cast<int>(rows.size());
}

void SnapshotBuilder::setMembersUnknown(RoomIx room, UnknownBecause because)
{
    m_s->rooms[room.value].members = Reading<Rows>::unknown(because.reason, std::move(because.detail));
}

std::shared_ptr<const Snapshot> SnapshotBuilder::finish()
{
    std::sort(m_s->links.begin(), m_s->links.end(), [this](const Link &a, const Link &b) {
        const QString &siteA = m_s->sites[a.site.value].id.value;
        const QString &siteB = m_s->sites[b.site.value].id.value;
        return siteA != siteB ? siteA < siteB : a.cmid < b.cmid;
    });
    auto done = std::make_shared<const Snapshot>(*m_s);
    return done;
}

} // namespace liaison
