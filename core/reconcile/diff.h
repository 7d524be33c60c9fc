#pragma once

#include "core/model/change.h"
#include "core/model/history.h"
#include "core/model/policy.h"
#include "core/reconcile/identity.h"

#include <QSet>
#include <optional>
#include <vector>

namespace liaison {

/// Everything about one room and the links that point to it. People and settings are compared once per room, whatever
/// the number of its links (design section 3, *link*).
struct RoomDiff
{
    RoomIx room;
    std::vector<LinkIx> links;
    std::vector<Entry> entries; ///< changes in no particular order; thresholds are judged by the plan
    std::vector<Finding> findings;
    std::vector<Unknown> unknown; ///< one per unknown or partly known link
    bool known = false;           ///< false: no entry of any kind could be derived
    bool partly = false;
    bool waitsForUnarchive = false; ///< nothing else can be changed before the room is unarchived
    std::optional<int> expected;    ///< distinct people, union over the links
    std::optional<int> members;     ///< distinct members without API accounts
    int guests = 0;
    int thresholdBase = 0; ///< members without API accounts and protected people: *m* of the thresholds
};

/// One row of the table of links (design 12.4). Nullopt where not known.
struct LinkRow
{
    LinkIx link;
    LinkState state = LinkState::Unknown;
    std::optional<int> expected, members, add, promote, demote, remove, guests;
    int findings = 0;
    std::optional<UnknownReason> reason; ///< of unknown and partly known links
    QString reasonDetail;
};

struct Diff
{
    std::vector<RoomDiff> rooms;    ///< by their first link
    std::vector<Entry> beforeRooms; ///< accounts and rooms to create
    std::vector<Finding> findings;  ///< of links without room
    std::vector<Unknown> unknown;   ///< of links without room, and of sites that could not be asked at all
    std::vector<LinkRow> links;     ///< parallel to Snapshot::links; of links outside the scope too
};

/// Chat accounts that have to be read before the differences can be told for sure (design 4.2: only expected-but-absent
/// and extra people are looked up).
struct AccountNeeds
{
    QSet<QString> logins;
    QSet<QString> ids;
    [[nodiscard]] bool isEmpty() const { return logins.isEmpty() && ids.isEmpty(); }
};

/// One person of one link, whether there is a difference or not: the aligned view.
struct PersonRow
{
    PersonKey person;
    QString name;
    std::optional<MemberRole> expected, observed;
    bool kept = false; ///< the policy leaves this person as they are
    std::optional<ChangeKind> kind;
    std::optional<Rule> rule;
    std::optional<FindingCode> finding;
    Cause cause = Cause::NotKnown;
    Certainty certainty = Certainty::None;
    bool guest = false; ///< never expected here, whichever rule holds the removal back first
    PersonIx who;       ///< one of the enrolled people behind this row; invalid: nobody is
    AccountIx account;  ///< invalid: no account
};

/// Which kind of change somebody gets who is no longer expected: design section 5, *One change per person and room*.
struct DiffOptions
{
    bool demoteInsteadOfRemove = false; ///< `remove` is not ticked but `demote` is
};

[[nodiscard]] DiffOptions optionsFor(const std::vector<ChangeClass> &classes);

/// The whole comparison. Pure and deterministic: the same facts give the same result in the same order.
/// `needs`, if given, collects the accounts that were missing; what depends on them is then not to be believed.
[[nodiscard]] Diff diff(const Snapshot &snapshot, const Policy &policy, const History &history,
                        const DiffOptions &options = {}, AccountNeeds *needs = nullptr);

/// The people of the room that link points to, in the order of names; empty when the room is not known.
[[nodiscard]] std::vector<PersonRow> peopleOf(const Snapshot &snapshot, const Policy &policy, const History &history,
                                              LinkIx link, const DiffOptions &options = {});

} // namespace liaison
