#pragma once

#include "core/model/snapshot.h"

#include <QHash>
#include <map>
#include <memory>

namespace liaison {

struct EnrolmentRow
{
    PersonIx person;
    std::vector<RoleIx> roles, inherited;
    Tri active = Tri::NotKnown, suspended = Tri::NotKnown;
};
struct MemberRow
{
    AccountIx account;
    quint8 roles = RoomMember;
};

/// Interns what was read and hands out the immutable snapshot. The only place where a `Reading` becomes complete: who
/// calls it vouches that the list was read whole, or says with `Proof` how far it may be believed.
class SnapshotBuilder
{
public:
    SnapshotBuilder();

    SiteIx addSite(Site site);
    [[nodiscard]] Site &site(SiteIx ix) { return m_s->sites[ix.value]; }
    /// Completes a role known by id only when its short name is seen later.
    RoleIx role(SiteIx site, RoleId id, const QString &shortName = {}, const QString &name = {});
    /// Merges: what is empty before is filled, nothing is blanked.
    PersonIx person(SiteIx site, Person person);
    AccountIx account(Account account);
    CourseIx addCourse(Course course);
    [[nodiscard]] Course &course(CourseIx ix) { return m_s->courses[ix.value]; }
    /// Invalid index when that course is not in the table.
    [[nodiscard]] CourseIx findCourse(SiteIx site, CourseId id) const;
    RoomIx addRoom(Room room);
    [[nodiscard]] Room &room(RoomIx ix) { return m_s->rooms[ix.value]; }
    [[nodiscard]] RoomIx findRoom(const RoomId &id) const;
    void addLink(Link link) { m_s->links.push_back(std::move(link)); }

    /// Rows of one person are united. `proof` Counted, SecondCall or Uncounted.
    void setEnrolments(CourseIx course, const std::vector<EnrolmentRow> &rows, Instant readAt, Proof proof,
                       bool inheritedRolesKnown);
    void setEnrolmentsUnknown(CourseIx course, UnknownBecause because);
    void setGroupMembers(CourseIx course, QSet<quint32> people, Instant readAt);
    void setGroupMembersUnknown(CourseIx course, UnknownBecause because);
    void setMembers(RoomIx room, const std::vector<MemberRow> &rows, Instant readAt, Proof proof);
    void setMembersUnknown(RoomIx room, UnknownBecause because);

    /// What a snapshot file holds was read whole when it was written; views from a file are shown, never planned from.
    [[nodiscard]] static Reading<Rows> restored(Rows rows, Instant readAt, Proof proof)
    {
        return Reading<Rows>::complete(Witness(), rows, readAt, proof);
    }
    [[nodiscard]] static Reading<QSet<quint32>> restored(QSet<quint32> people, Instant readAt, Proof proof)
    {
        return Reading<QSet<quint32>>::complete(Witness(), std::move(people), readAt, proof);
    }

    void addAbsentLogin(const QString &login) { m_s->absentLogins.insert(login.toLower()); }
    void addLookupFailure(const QString &loginOrId, UnknownBecause because)
    {
        m_s->lookupFailed.insert(loginOrId.toLower(), std::move(because));
    }
    [[nodiscard]] Snapshot &facts() { return *m_s; }

    /// Sorts the links and gives the snapshot away; the builder continues with a copy, so that a fetch can look at what
    /// it has, read the accounts that turn out to be needed, and finish again.
    [[nodiscard]] std::shared_ptr<const Snapshot> finish();

private:
    quint32 roleSet(std::vector<RoleIx> roles);

    std::shared_ptr<Snapshot> m_s;
    QHash<QPair<quint32, qint64>, RoleIx> m_roles;
    QHash<QPair<quint32, qint64>, PersonIx> m_people;
    QHash<QPair<quint32, qint64>, CourseIx> m_courses;
    QHash<QString, RoomIx> m_rooms;
    std::map<std::vector<quint32>, quint32> m_roleSets;
};

} // namespace liaison
