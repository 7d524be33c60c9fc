#pragma once

#include "core/model/snapshotbuilder.h"
#include "core/run/observe.h"

#include <QSet>

namespace liaison {

/// The parts of one observation, in the order in which they are called. Private to core/run.
struct ObservationContext
{
    Servers &servers;
    const Profile &profile;
    const Survey &survey;
    const ProgressSink &progress;
    const net::CancelToken &cancel;
    SnapshotBuilder &builder;
    std::vector<const SurveyedLink *> links; ///< the links to read, closed over shared rooms
    std::vector<SiteIx> sites;               ///< parallel to Survey::sites
    bool reuseRecent = false;                ///< ObserveOptions
    bool people = true;                      ///< read who is enrolled and who is in the rooms
    AccountBook accounts;                    ///< of this observation

    [[nodiscard]] size_t siteOf(const LinkKey &key) const;
    void report(const char *stage, int done, int total) const
    {
        if (progress)
            progress({QString::fromLatin1(stage), done, total});
    }
};

/// Sites, roles, courses, links and their enrolments.
void readMoodleSide(ObservationContext &context);
/// Names, e-mail addresses and id numbers of the people of the snapshot. A site whose people cannot be read keeps what
/// it has; the returned sites could not be read.
[[nodiscard]] QSet<quint32> readPeople(ObservationContext &context);

/// Moodle accounts that do not exist any more, of people whom `history` expected in these rooms and who are still
/// there. Not asked for where an answer would prove nothing.
void readGonePeople(ObservationContext &context, const History &history);

/// Rooms and their member lists.
void readChatSide(ObservationContext &context);
/// Accounts that the comparison turned out to need; true when something new was read.
[[nodiscard]] bool readAccounts(ObservationContext &context, const AccountNeeds &needs, QSet<QString> &asked);
/// Looks accounts up, all at once.
void lookUp(ObservationContext &context, std::vector<AccountLookup> &lookups);
/// All accounts of the server, for the e-mail rule.
void readAllAccounts(ObservationContext &context);

[[nodiscard]] Account accountFrom(const chat::Account &account);
[[nodiscard]] Room roomFrom(const chat::RoomInfo &info);
/// A list of a room that we are in, without us: it is not whole, whatever its total says.
[[nodiscard]] bool lacksOurselves(const Survey &survey, const chat::MemberList &list);

/// Writes what was read completely, and which room every link points to. Who may hold a role that cannot be seen is
/// remembered as in `history`: a weaker reading takes nobody's place away.
[[nodiscard]] Result<void> rememberObservation(store::Memory &memory, const Snapshot &snapshot, const Policy &policy,
                                               const Survey &survey, const Diff &diff, const History &history);

} // namespace liaison
