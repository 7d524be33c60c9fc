#include "core/reconcile/conclude.h"

#include "core/reconcile/plan.h"
#include "core/reconcile/protection.h"
#include "core/reconcile/timelinecause.h"

#include <algorithm>

namespace liaison {
namespace {

Conclusion conclusionOf(FindingCode finding)
{
    switch (finding) {
    case FindingCode::NoAccount:
        return Conclusion::NoAccount;
    case FindingCode::AccountDisabled:
        return Conclusion::AccountDisabled;
    case FindingCode::Conflict:
        return Conclusion::Conflict;
    case FindingCode::ProbableRename:
        return Conclusion::ProbableRename;
    case FindingCode::RoleNotKnown:
        return Conclusion::RoleNotKnown;
    case FindingCode::Protected:
        return Conclusion::Protected;
    default:
        return Conclusion::NotKnown;
    }
}

Conclusion conclusionOf(ChangeKind kind, bool guest)
{
    if (guest)
        return Conclusion::Guest;
    switch (kind) {
    case ChangeKind::Promote:
        return Conclusion::ToPromote;
    case ChangeKind::Demote:
        return Conclusion::ToDemote;
    case ChangeKind::Remove:
        return Conclusion::ToRemove;
    default:
        return Conclusion::ToAdd;
    }
}

/// In the room, unexpected and left alone: the other half of a conflict or of a probable rename.
void otherHalf(const Explained &e, const std::vector<PersonRow> &people, AccountIx account, Explanation &out)
{
    const Account &mine = e.s.accounts[account.value];
    const bool conflict = std::any_of(people.begin(), people.end(), [&](const PersonRow &row) {
        return row.finding == FindingCode::Conflict &&
               (row.person.chat == mine.id.value ||
                (row.who.isValid() && !mine.email.isEmpty() &&
                 e.s.people[row.who.value].email.compare(mine.email, Qt::CaseInsensitive) == 0));
    });
    out.finding = conflict ? FindingCode::Conflict : FindingCode::ProbableRename;
    out.conclusion = conflict ? Conclusion::Conflict : Conclusion::ProbableRename;
    if (!conflict) {
        out.cause = Cause::UsernameMismatch;
        out.certainty = Certainty::Likely;
    }
}

void takeRow(const Explained &e, const PersonRow &row, const std::vector<PersonRow> &people, Explanation &out)
{
    out.expected = row.expected;
    out.observed = row.observed;
    out.kind = row.kind;
    out.rule = row.rule;
    out.finding = row.finding;
    out.cause = row.cause;
    out.certainty = row.certainty;
    out.person = row.person;
    if (row.finding)
        out.conclusion = conclusionOf(*row.finding);
    else if (row.kind)
        out.conclusion = conclusionOf(*row.kind, row.guest);
    else if (row.kept)
        out.conclusion = Conclusion::Kept;
    else if (row.expected)
        out.conclusion = Conclusion::InPlace;
    else
        otherHalf(e, people, row.account, out);
}

/// The comparison has nothing to say about this person: why not?
void withoutRow(const Explained &e, const std::vector<PersonRow> &people, const RoomMemory &memory, AccountIx account,
                Explanation &out)
{
    // Named by somebody else's finding: the account that person probably had before, or shares.
    const bool named =
        account.isValid() && !e.row && std::any_of(people.begin(), people.end(), [&](const PersonRow &row) {
            return (row.finding == FindingCode::ProbableRename || row.finding == FindingCode::Conflict) &&
                   row.person.chat == e.s.accounts[account.value].id.value;
        });
    if (named)
        return otherHalf(e, people, account, out);
    if (account.isValid() && isApiAccount(e.s, e.s.accounts[account.value])) {
        out.conclusion = Conclusion::Technical;
        return;
    }
    if (e.own && !e.own->login.isEmpty() && e.s.apiAccounts.contains(e.own->login.toLower())) {
        out.conclusion = Conclusion::Technical;
        return;
    }
    const bool byPerson = e.room && e.room->members.isKnown() && e.room->members.proof() == Proof::Administered;
    if (!e.row && (byPerson || !e.allListsKnown)) {
        out.conclusion = Conclusion::NotKnown; // extra people are not seen there, and one list is missing here
        return;
    }
    if (e.row) {
        if (e.judged.standing == Standing::Keep) {
            out.conclusion = Conclusion::Kept;
            return;
        }
        out.conclusion = Conclusion::NotExpected;
        out.cause = e.judged.cause;
        if (out.cause != Cause::NotKnown)
            out.certainty = out.cause == Cause::MoodleAccountGone ? Certainty::Likely : Certainty::Certain;
        return;
    }
    out.conclusion = Conclusion::NotEnrolled;
    if (e.past && e.allListsCounted) {
        const QString chat = account.isValid() ? e.s.accounts[account.value].id.value : e.past->account.value;
        const RoomMemory::Because why = memory.whyNoLongerExpected(chat);
        out.cause = why.cause;
        out.certainty = why.certainty;
        if (out.cause == Cause::BeyondFirstPage) { // that is why people stay, not why they are gone
            out.cause = Cause::NoLongerEnrolled;
            out.certainty = Certainty::Certain;
        }
    } else if (e.subject.moodle.state == Lookup<Person>::State::Absent) {
        out.cause = Cause::MoodleAccountGone;
        out.certainty = Certainty::Likely;
    }
}

/// Thresholds are the plan's: told here as they would stop this room with removals and demotions ticked.
bool isStopped(const RoomDiff &room, const Thresholds &thresholds)
{
    const auto taking = std::count_if(room.entries.begin(), room.entries.end(), [](const Entry &entry) {
        return !entry.rule && takesAway(kindOf(entry.change));
    });
    return stopsRoom(static_cast<int>(taking), room.thresholdBase, thresholds);
}

} // namespace

void conclude(const Explained &e, const Diff &table, const std::vector<PersonRow> &people, const RoomMemory &memory,
              AccountIx account, Explanation &out)
{
    const LinkRow &row = table.links[out.link.value];
    if (row.state == LinkState::Unlinked) {
        out.conclusion = Conclusion::NoRoom;
    } else if (row.state == LinkState::Pending) {
        out.conclusion = Conclusion::RoomPending;
    } else if (row.state == LinkState::Missing) {
        out.conclusion = Conclusion::RoomMissing;
        if (!table.beforeRooms.empty()) {
            out.kind = kindOf(table.beforeRooms.front().change);
            out.rule = table.beforeRooms.front().rule;
        } else {
            out.finding = FindingCode::Missing;
        }
    } else if (!e.compared || !e.compared->known || row.state == LinkState::Unknown) {
        out.conclusion = Conclusion::NotKnown;
    } else if (e.room->archived && !e.compared->members && !e.compared->waitsForUnarchive) {
        out.conclusion = Conclusion::RoomArchived;
        out.cause = Cause::HiddenArchived;
        out.certainty = Certainty::Certain;
    } else if (e.room->archived && !e.room->members.isKnown()) {
        out.conclusion = Conclusion::RoomClosed; // opening it is all that can be planned
    } else if (e.difference) {
        takeRow(e, *e.difference, people, out);
    } else {
        withoutRow(e, people, memory, account, out);
    }
    if (e.room && e.room->archived && out.conclusion == Conclusion::InPlace)
        out.conclusion = Conclusion::RoomClosed;
    if (out.conclusion == Conclusion::RoomClosed) {
        for (const Entry &entry : e.compared->entries) {
            if (kindOf(entry.change) == ChangeKind::Unarchive) {
                out.kind = ChangeKind::Unarchive;
                out.rule = entry.rule;
                out.ruleDetail = entry.detail;
            }
        }
    }
    if (e.compared && out.kind && !out.rule && takesAway(*out.kind) && isStopped(*e.compared, e.policy.thresholds))
        out.rule = Rule::ThresholdRoom;
    if (out.rule == Rule::NoRight && e.compared && out.ruleDetail.isEmpty()) {
        for (const Entry &entry : e.compared->entries) {
            const PersonKey *key = personOf(entry.change);
            if (key && *key == out.person && entry.rule == out.rule)
                out.ruleDetail = entry.detail;
        }
    }
}

void betterCause(const Explained &e, Explanation &out)
{
    const bool guess = out.cause == Cause::NotKnown;
    if (guess && out.conclusion == Conclusion::Guest && e.subject.moodle.state == Lookup<Person>::State::Absent) {
        out.cause = Cause::MoodleAccountGone;
        out.certainty = Certainty::Likely;
    }
    const Account *account = accountOf(e);
    if (!e.in.timeline || !account || !guess || !wantsTimeline(out))
        return;
    const TimelineCause told = causeFromTimeline(*e.in.timeline, e.s, *account, out.observed.has_value());
    if (told.cause != Cause::NotKnown) {
        out.cause = told.cause;
        out.certainty = told.certainty;
    }
}

} // namespace liaison
