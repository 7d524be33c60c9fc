#pragma once

#include "core/model/history.h"
#include "core/model/policy.h"
#include "core/model/snapshot.h"
#include "core/reconcile/diff.h"
#include "core/reconcile/plan.h"

#include <memory>
#include <optional>
#include <vector>

/// A campus of a few rooms as plain values, said in names: written down, changed, shuffled or carried out by a test,
/// and turned into a snapshot by `build`. Nothing in here is hidden: what is not in a list does not exist.
namespace liaison::tests {

struct SmallSite
{
    QString id = QStringLiteral("main");
    QString url = QStringLiteral("https://moodle.example");
    bool pluginSeen = true, retentionFeature = false, canSetRoom = false;
    std::optional<Naming> naming;
};
struct SmallRole
{
    QString site = QStringLiteral("main");
    qint64 id = 0;
    QString shortName;
};
struct SmallPerson
{
    QString site = QStringLiteral("main");
    qint64 id = 0;
    QString username, fullName, email, idNumber;
    bool gone = false;
};
struct SmallAccount
{
    QString id, username;
    Tri active = Tri::Yes;
    std::optional<QStringList> serverRoles = QStringList{QStringLiteral("user")};
    QString type = QStringLiteral("user");
    QString email, name;
    Instant created = {};
};
struct SmallEnrolment
{
    qint64 person = 0;
    QStringList roles, inherited; ///< short names
    Tri active = Tri::Yes, suspended = Tri::No;
};
struct SmallCourse
{
    QString site = QStringLiteral("main");
    qint64 id = 0;
    QString shortName, fullName;
    std::vector<qint64> path; ///< categories, nearest first
    std::vector<SmallEnrolment> enrolled;
    std::optional<UnknownBecause> unknown; ///< of the enrolment list
    Proof proof = Proof::Counted;
    bool inheritedRolesKnown = true, inScope = true;
    std::optional<std::vector<qint64>> group; ///< people of the groups that the policy names
    std::optional<UnknownBecause> groupUnknown;
};
struct SmallMember
{
    QString account; ///< id
    quint8 roles = RoomMember;
};
struct SmallRoom
{
    QString id, name;
    std::vector<SmallMember> members;
    std::optional<UnknownBecause> unknown; ///< of the member list
    Proof proof = Proof::Counted;
    Access access = Access::Member;
    quint8 ownRoles = RoomOwner;
    bool archived = false, encrypted = false;
    bool retentionKnown = true;
    std::optional<Retention> retention;
    std::optional<int> usersCount;
};
struct SmallLink
{
    enum class Points { Room, Nowhere, Missing, Unknown, Ambiguous };
    QString site = QStringLiteral("main");
    qint64 cmid = 0;
    qint64 course = 0;
    QString room;
    Points points = Points::Room;
    std::optional<UnknownBecause> unknown; ///< of the link, or of its room with Points::Unknown
    bool visible = true, visibleOnCoursePage = true, visibilityKnown = true, confirmed = true;
    LinkSource source = LinkSource::Companion;
    std::optional<std::pair<QStringList, QStringList>> roles; ///< the plugin's: moderator, member, as short names
    std::optional<Retention> wantedRetention;
    QString activityName;
    Instant created;
};

struct SmallWorld
{
    std::vector<SmallSite> sites;
    std::vector<SmallRole> roles;
    std::vector<SmallPerson> people;
    std::vector<SmallAccount> accounts;
    std::vector<SmallCourse> courses;
    std::vector<SmallRoom> rooms;
    std::vector<SmallLink> links;
    std::optional<Grants> grants;
    ChatAbilities abilities;
    QStringList apiAccounts, absentLogins;
    std::vector<std::pair<QString, UnknownBecause>> lookupFailed;
    bool allAccountsRead = false, emailsReadable = false;
    Instant now;

    Policy policy;
    History history;
    std::vector<ChangeClass> classes;

    /// One site whose plugin maps editingteacher and teacher to moderator, student to member; course 10 `ALG` in
    /// category 2 below 1; activity 100 with the room `R1`, which our account `liaison.api` owns; every right; every
    /// class ticked. Nobody else is enrolled or in the room.
    [[nodiscard]] static SmallWorld oneCourse();

    [[nodiscard]] SmallSite &site(const QString &id);
    [[nodiscard]] SmallCourse &course(const QString &shortName);
    [[nodiscard]] SmallRoom &room(const QString &id);
    [[nodiscard]] SmallLink &link(qint64 cmid);
    /// By login; made when it is not there yet.
    SmallPerson &person(const QString &login, const QString &site = QStringLiteral("main"));
    SmallAccount &account(const QString &login);
    qint64 role(const QString &shortName, const QString &site = QStringLiteral("main"));
    /// Makes the person, and a chat account with the same login unless that login is said to be absent.
    SmallEnrolment &enrol(const QString &login, const QStringList &roles,
                          const QString &course = QStringLiteral("ALG"));
    SmallMember &join(const QString &login, quint8 roles = RoomMember, const QString &room = QStringLiteral("R1"));
    /// Expected in `room` by activity `cmid` at the last observation, or only before it.
    void expectedEarlier(const QString &login, MemberRole role, bool untilLast = true, qint64 cmid = 100,
                         const QString &room = QStringLiteral("R1"));
    void addedByUs(const QString &login, const QString &room = QStringLiteral("R1"));
};

/// `seed` 0: in the order written; else every list is handed to the builder in another order.
[[nodiscard]] std::shared_ptr<const Snapshot> build(const SmallWorld &world, quint32 seed = 0);

struct Compared
{
    std::shared_ptr<const Snapshot> snapshot;
    Diff diff;
    Plan plan;
};
[[nodiscard]] Compared compare(const SmallWorld &world, quint32 seed = 0);

/// Carries the steps out as the servers would, so that the next comparison sees their effect.
void carryOut(SmallWorld &world, const std::vector<Step> &steps);

} // namespace liaison::tests
