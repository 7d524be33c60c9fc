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
    /// Moodle said that there is no such activity, after the link was last seen: only evidence of the past.
    bool gone = false;
};

/// One row of a file of links (design 12.6). What the file has no column for is nullopt.
struct ImportedLink
{
    qint64 cmid = 0, course = 0;
    QString room; ///< empty: the activity has none
    QString name;
    std::optional<bool> visible;
    std::optional<std::vector<qint64>> moderatorRoles, memberRoles; ///< both or neither
    std::optional<Retention> retention;
    Instant created;
    bool gone = false; ///< Moodle said, since the import, that there is no such activity

    friend bool operator==(const ImportedLink &, const ImportedLink &) = default;
};

/// The links of one site as a person brought them: one SELECT, with its date.
struct LinkImport
{
    QString site;
    Instant date; ///< of the facts; the file itself does not tell
    Instant importedAt;
    QString by;
    std::vector<ImportedLink> links; ///< by cmid
};

/// The chat activities of one course as Moodle listed them, and when.
struct SeenActivity
{
    qint64 cmid = 0;
    QString name;
    std::optional<bool> visible, visibleOnCoursePage; ///< nullopt: not told

    friend bool operator==(const SeenActivity &, const SeenActivity &) = default;
};
struct WalkedCourse
{
    qint64 course = 0;
    Instant at; ///< the server's time
    std::vector<SeenActivity> activities;
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
    /// Unknown where it never was.
    [[nodiscard]] Result<Instant> firstReached(const QString &origin);
    [[nodiscard]] Result<void> markReached(const QString &origin, Instant at);

    [[nodiscard]] Result<std::vector<RememberedLink>> links();
    /// Keeps firstSeen and a confirmation that is already there.
    [[nodiscard]] Result<void> rememberLinks(const std::vector<RememberedLink> &links);
    [[nodiscard]] Result<void> confirmLinks(const std::vector<RememberedLink> &links, const QString &by, Instant at);

    /// By site. A later import replaces the earlier one whole.
    [[nodiscard]] Result<std::vector<LinkImport>> imports();
    [[nodiscard]] Result<void> replaceImport(const LinkImport &import);

    /// What was read of a site course by course, by course id (design 4.2, *activities without companion*).
    [[nodiscard]] Result<std::vector<WalkedCourse>> walked(const QString &site);
    [[nodiscard]] Result<void> rememberWalked(const QString &site, const std::vector<WalkedCourse> &courses);
    /// Moodle said that these activities are not there any more.
    [[nodiscard]] Result<void> rememberGone(const std::vector<LinkKey> &keys, Instant at);

    /// Everything the engine needs of the past. `rooms`: only these rooms' memory; empty = all.
    [[nodiscard]] Result<History> history(const QSet<QString> &rooms);
    [[nodiscard]] Result<void> remember(const std::vector<ObservedLink> &links,
                                        const std::vector<ObservedMembers> &members, Instant at);
    [[nodiscard]] Result<void> forgetOlderThan(Instant limit);

private:
    Database &m_db;
};

} // namespace liaison::store
