#include "ui/plan/names.h"

namespace liaison::ui {

Names::Names(std::shared_ptr<const CampusView> view) : m_view(std::move(view))
{
    if (!m_view || !m_view->snapshot)
        return;
    const Snapshot &s = *m_view->snapshot;
    for (size_t i = 0; i < s.sites.size(); ++i)
        m_sites.insert(s.sites[i].id.value, static_cast<quint32>(i));
    m_people.reserve(static_cast<qsizetype>(s.people.size()));
    for (size_t i = 0; i < s.people.size(); ++i)
        m_people.insert({s.people[i].site.value, s.people[i].id.value}, static_cast<quint32>(i));
    for (size_t i = 0; i < s.courses.size(); ++i)
        m_courses.insert({s.courses[i].site.value, s.courses[i].id.value}, static_cast<quint32>(i));
    for (size_t i = 0; i < s.rooms.size(); ++i)
        m_rooms.insert(s.rooms[i].id.value, static_cast<quint32>(i));
    for (size_t i = 0; i < s.links.size(); ++i) {
        const Link &link = s.links[i];
        const LinkKey key{s.sites[link.site.value].id.value, link.cmid.value};
        m_links.insert(key, static_cast<quint32>(i));
        if (const RoomIx *room = std::get_if<RoomIx>(&link.room)) {
            const QString id = s.rooms[room->value].id.value;
            if (!m_linkOfRoom.contains(id))
                m_linkOfRoom.insert(id, key);
        }
    }
}

const Person *Names::find(const QString &site, std::optional<qint64> moodle) const
{
    const auto s = m_sites.constFind(site);
    if (!moodle || s == m_sites.constEnd())
        return nullptr;
    const auto it = m_people.constFind({*s, *moodle});
    return it == m_people.constEnd() ? nullptr : &m_view->snapshot->people[*it];
}

const Account *Names::findAccount(const std::optional<QString> &chat) const
{
    if (!chat || !m_view || !m_view->snapshot)
        return nullptr;
    const Snapshot &s = *m_view->snapshot;
    const auto it = s.accountById.constFind(*chat);
    return it == s.accountById.constEnd() ? nullptr : &s.accounts[it->value];
}

QString Names::person(const QString &site, std::optional<qint64> moodle, const std::optional<QString> &chat) const
{
    if (const Person *p = find(site, moodle); p && !p->fullName.isEmpty())
        return p->fullName;
    if (const Account *a = findAccount(chat)) {
        if (!a->name.isEmpty())
            return a->name;
        if (!a->username.isEmpty())
            return a->username;
    }
    if (moodle)
        return tr("Person no. %1").arg(*moodle);
    return chat ? tr("Account %1").arg(*chat) : QString();
}

QString Names::login(const QString &site, std::optional<qint64> moodle, const std::optional<QString> &chat) const
{
    if (const Account *a = findAccount(chat); a && !a->username.isEmpty())
        return a->username;
    const Person *p = find(site, moodle);
    return p ? p->username : QString();
}

const Course *Names::course(const Place &place) const
{
    if (!m_view || !m_view->snapshot)
        return nullptr;
    const Snapshot &s = *m_view->snapshot;
    if (const auto site = m_sites.constFind(place.site); place.course && site != m_sites.constEnd()) {
        if (const auto it = m_courses.constFind({*site, *place.course}); it != m_courses.constEnd())
            return &s.courses[*it];
    }
    LinkKey key{place.site, place.cmid.value_or(0)};
    if (!place.cmid && place.room)
        key = m_linkOfRoom.value(*place.room);
    const auto link = m_links.constFind(key);
    return link == m_links.constEnd() ? nullptr : &s.courses[s.links[*link].course.value];
}

QString Names::courseShort(const Place &place) const
{
    const Course *c = course(place);
    if (c && !c->shortName.isEmpty())
        return c->shortName;
    if (place.course)
        return tr("Course no. %1").arg(*place.course);
    return place.cmid ? tr("Activity no. %1").arg(*place.cmid) : place.site;
}

QString Names::courseFull(const Place &place) const
{
    const Course *c = course(place);
    return c ? c->fullName : QString();
}

QString Names::room(const QString &id) const
{
    const auto it = m_rooms.constFind(id);
    if (it == m_rooms.constEnd())
        return id;
    const Room &room = m_view->snapshot->rooms[*it];
    return room.name.isEmpty() ? id : room.name;
}

QString Names::roomOf(const Place &place) const
{
    return place.room ? room(*place.room) : courseShort(place);
}

QHash<QString, int> Names::thresholdBases() const
{
    QHash<QString, int> out;
    if (!m_view || !m_view->snapshot)
        return out;
    for (const RoomDiff &room : m_view->diff.rooms)
        out.insert(m_view->snapshot->rooms[room.room.value].id.value, room.thresholdBase);
    return out;
}

} // namespace liaison::ui
