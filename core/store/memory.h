#pragma once

#include "core/model/history.h"
#include "core/model/snapshot.h"
#include "core/store/database.h"

#include <QSet>
#include <vector>

namespace liaison::store {

/// A link as it was last seen. Course names are kept, people's never.
struct RememberedLink
{
    QString site;
    qint64 cmid = 0, course = 0;
    QString shortName, fullName;
    QString room; ///< empty: the activity had no room
    LinkSource source = LinkSource::Companion;
    QString creator; ///< chat id of the room's creator when it was confirmed
    Instant firstSeen, lastSeen;
    QString confirmedBy;
    Instant confirmedAt;
};

/// The expected people and members of one link in one complete observation.
struct ObservedLink
{
    LinkKey key;
    QString room;
    bool settled = false; ///< nobody to add, remove, promote or demote
    struct Person
    {
        qint64 person;
        QString account;
        MemberRole role;
    };
    std::vector<Person> expected;
};
struct ObservedMembers
{
    QString room;
    std::vector<std::pair<QString, quint8>> members; ///< account, RoomRoleFlag bits
};

/// What the console remembers between observations (design 6.8): evidence for removals and causes, and the links of a
/// Moodle that cannot be asked now. Ids, roles and dates; kept 400 days.
class Memory
{
public:
    explicit Memory(Database &db) : m_db(db) {}

    [[nodiscard]] Result<bool> wasReached(const QString &origin);
    [[nodiscard]] Result<void> markReached(const QString &origin, Instant at);

    [[nodiscard]] Result<std::vector<RememberedLink>> links();
    /// Keeps firstSeen and a confirmation that is already there.
    [[nodiscard]] Result<void> rememberLinks(const std::vector<RememberedLink> &links);
    [[nodiscard]] Result<void> confirmLinks(const std::vector<RememberedLink> &links, const QString &by, Instant at);

    /// Everything the engine needs of the past. `rooms`: only these rooms' memory; empty = all.
    [[nodiscard]] Result<History> history(const QSet<QString> &rooms);
    [[nodiscard]] Result<void> remember(const std::vector<ObservedLink> &links,
                                        const std::vector<ObservedMembers> &members, Instant at);
    [[nodiscard]] Result<void> forgetOlderThan(Instant limit);

private:
    Database &m_db;
};

} // namespace liaison::store
