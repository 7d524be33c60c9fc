#pragma once

#include "core/reconcile/diff.h"
#include "core/reconcile/expected.h"
#include "core/reconcile/protection.h"

#include <memory>

namespace liaison {

/// What the comparison of one room works with: shared by all rooms of one diff, so that nothing is allocated per room.
/// Slots are stamped with the room's number instead of being cleared (join + diff of a million memberships).
struct JoinScratch
{
    struct Slot
    {
        quint32 stamp = 0;
        Standing standing = Standing::NotExpected;
        bool mayModerate = false; ///< one of the links does not exclude that this person moderates
        bool mayInherit = false;  ///< one of the courses does not show a role that may make a moderator
        Cause cause = Cause::NotKnown;
        quint32 person = 0;
        quint32 link = Index<struct LinkTag>::none; ///< the first link that expects
        bool memberHere = false;
    };
    std::vector<Slot> byAccount; ///< by AccountIx
    std::vector<Slot> byPerson;  ///< by PersonIx, for people without account
    std::vector<quint32> touchedAccounts, touchedPeople;
    quint32 stamp = 0;
    /// By AccountIx, of somebody who does not own the room: people are in many rooms, and are looked up by name once.
    std::vector<Protection> protection;
    /// Role mappings repeat: links of one site with the same lists share one.
    std::vector<LinkMapping> mappings; ///< by LinkIx, filled on first use
    std::vector<bool> mappingReady;
    QSet<QPair<quint32, qint64>> gone; ///< (SiteIx, id) of people whose Moodle account is gone
};

struct RoomContext
{
    const Snapshot &snapshot;
    const Policy &policy;
    const History &history;
    const IdentityMap &identity;
    const DiffOptions &options;
    AccountNeeds *needs;
    JoinScratch &scratch;
    std::vector<PersonRow> *people; ///< filled when somebody wants the aligned view
};

/// Compares one room. `links` sorted by (site, cmid), all of them, unknown ones too.
[[nodiscard]] RoomDiff diffRoom(const RoomContext &context, RoomIx room, std::vector<LinkIx> links);

/// Room to compare in, for any number of rooms of this snapshot under this policy.
[[nodiscard]] JoinScratch scratchFor(const Snapshot &snapshot, const Policy &policy);
/// Writes the rows of the links of a compared room into `out.links`, which is parallel to the snapshot's links.
void fillRows(const Snapshot &snapshot, const RoomDiff &room, Diff &out);
/// A link without a readable room: unlinked, missing, pending, ambiguous or unknown.
void diffRoomless(const Snapshot &snapshot, const Policy &policy, LinkIx link, Diff &out);

[[nodiscard]] Place placeOf(const Snapshot &snapshot, const Link &link);
/// The room id a link names, found or not; nullopt where it names none.
[[nodiscard]] std::optional<QString> roomIdOf(const Snapshot &snapshot, const Link &link);

} // namespace liaison
