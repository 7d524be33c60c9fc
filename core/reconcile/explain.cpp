#include "core/reconcile/explain.h"

#include "core/reconcile/causes.h"
#include "core/reconcile/explainsteps.h"
#include "core/reconcile/plan.h"
#include "core/reconcile/protection.h"
#include "core/reconcile/timelinecause.h"

#include <algorithm>

namespace liaison {
namespace {

using State = PersonAccount::State;

/// People whom the rule leads to the same account that nobody has are one person to the comparison.
quint32 keyOf(const IdentityMap &identity, quint32 person)
{
    const quint32 same = identity.byPerson[person].sameAs;
    return same != PersonIx::none ? same : person;
}

const PersonRow *rowOf(const std::vector<PersonRow> &people, const IdentityMap &identity, PersonIx person,
                       AccountIx account)
{
    for (const PersonRow &row : people) {
        if (account.isValid() ? row.account == account
                              : !row.account.isValid() && row.who.isValid() && person.isValid() &&
                                    keyOf(identity, row.who.value) == keyOf(identity, person.value))
            return &row;
    }
    return nullptr;
}

std::vector<LinkIx> linksOf(const Snapshot &s, RoomIx room)
{
    std::vector<LinkIx> links;
    for (quint32 i = 0; i < s.links.size(); ++i) {
        if (const auto *ix = std::get_if<RoomIx>(&s.links[i].room); ix && *ix == room)
            links.push_back(LinkIx(i));
    }
    return links;
}

void findEnrolment(Explained &e, const std::vector<LinkIx> &links, LinkIx own)
{
    std::vector<LinkIx> order{own};
    std::copy_if(links.begin(), links.end(), std::back_inserter(order), [&](LinkIx l) { return l != own; });
    for (LinkIx ix : order) {
        const Link &link = e.s.links[ix.value];
        const Course &course = e.s.courses[link.course.value];
        if (link.unknown || !course.enrolments.isKnown()) {
            e.allListsKnown = false;
            continue;
        }
        e.allListsCounted = e.allListsCounted && course.enrolments.proof() != Proof::Uncounted;
        if (!e.subject.person.isValid())
            continue;
        const Rows rows = course.enrolments.value();
        const LinkMapping mapping = mappingOf(e.s, link, e.policy);
        for (quint32 row = rows.first; row < rows.first + rows.count; ++row) {
            const quint32 who = e.s.enrolments.person[row];
            if (who != e.subject.person.value)
                continue;
            const Judgement judged = judge(e.s, course, row, mapping, e.policy);
            if (!e.row || judged.standing > e.judged.standing) {
                e.row = row;
                e.through = &link;
                e.judged = judged;
            }
        }
    }
}

void findMember(Explained &e, AccountIx account)
{
    if (!e.room || !e.room->members.isKnown() || !account.isValid())
        return;
    const Rows rows = e.room->members.value();
    for (quint32 row = rows.first; row < rows.first + rows.count; ++row) {
        if (e.s.members.account[row] == account.value)
            e.memberRow = row;
    }
}

/// The enrolled person of this room whose account that is; by the lowest id where several are.
PersonIx personBehind(const Snapshot &s, const IdentityMap &identity, const std::vector<LinkIx> &links,
                      AccountIx account)
{
    PersonIx found;
    for (LinkIx ix : links) {
        const Course &course = s.courses[s.links[ix.value].course.value];
        if (s.links[ix.value].unknown || !course.enrolments.isKnown())
            continue;
        const Rows rows = course.enrolments.value();
        for (quint32 row = rows.first; row < rows.first + rows.count; ++row) {
            const PersonIx person(s.enrolments.person[row]);
            const PersonAccount &own = identity.byPerson[person.value];
            if (own.state == State::Found && own.account == account &&
                (!found.isValid() || s.people[person.value].id < s.people[found.value].id))
                found = person;
        }
    }
    return found;
}

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

/// What only look-ups and the timeline can tell. A cause that the comparison proved stays.
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

/// Thresholds are the plan's: told here as they would stop this room with removals and demotions ticked.
bool isStopped(const RoomDiff &room, const Thresholds &thresholds)
{
    const auto taking = std::count_if(room.entries.begin(), room.entries.end(), [](const Entry &entry) {
        return !entry.rule && takesAway(kindOf(entry.change));
    });
    return stopsRoom(static_cast<int>(taking), room.thresholdBase, thresholds);
}

std::vector<Remedy> remedyOf(const Explained &e, const Explanation &out)
{
    std::vector<Remedy> remedy;
    if (out.conclusion == Conclusion::NotKnown && out.unknown)
        return {*out.unknown};
    if (out.cause != Cause::NotKnown)
        remedy.emplace_back(out.cause);
    else if (out.finding)
        remedy.emplace_back(*out.finding);
    if (out.rule)
        remedy.emplace_back(*out.rule);
    if (!remedy.empty())
        return remedy;
    if (out.kind)
        return {*out.kind};
    if (out.conclusion == Conclusion::InPlace && e.compared) { // then the room itself is what the person stumbles over
        for (FindingCode code :
             {FindingCode::HiddenOpen, FindingCode::Encrypted, FindingCode::Renamed, FindingCode::TwoMasters,
              FindingCode::Ownerless, FindingCode::SharedRoom, FindingCode::DeactivatedMembers}) {
            if (std::any_of(e.compared->findings.begin(), e.compared->findings.end(),
                            [&](const Finding &f) { return f.code == code && !f.person; }))
                return {code};
        }
    }
    return {out.conclusion};
}

void nameThem(const Explained &e, Explanation &out)
{
    const Account *chat = accountOf(e);
    const Person *moodle = e.subject.person.isValid() ? &e.s.people[e.subject.person.value]
                           : e.subject.moodle.state == Lookup<Person>::State::Found ? &e.subject.moodle.value
                                                                                    : nullptr;
    if (out.person.username.isEmpty()) {
        if (moodle)
            out.person.moodle = moodle->id.value;
        if (chat)
            out.person.chat = chat->id.value;
        out.person.username = chat                               ? chat->username
                              : e.own && !e.own->login.isEmpty() ? e.own->login
                              : moodle                           ? moodle->username
                                                                 : e.subject.name;
    } else if (!out.person.moodle && moodle && moodle->id.value != 0) {
        // A document names the Moodle id on the site of its link only.
        if (!e.subject.person.isValid() || moodle->site == e.link.site)
            out.person.moodle = moodle->id.value;
    }
    if (moodle && !moodle->fullName.isEmpty())
        out.name = moodle->fullName;
    else if (chat && !chat->name.isEmpty())
        out.name = chat->name;
    else
        out.name = e.subject.name;
}

} // namespace

bool Explanation::isPartlyUnknown() const
{
    return unknown || conclusion == Conclusion::NotKnown ||
           std::any_of(steps.begin(), steps.end(),
                       [](const ExplainStep &step) { return step.verdict == ExplainStep::Verdict::Unknown; });
}

bool wantsTimeline(const Explanation &e)
{
    return e.kind == ChangeKind::Add || e.kind == ChangeKind::Remove || e.conclusion == Conclusion::Guest;
}

const Account *accountOf(const Explained &e)
{
    if (e.own && e.own->state == State::Found)
        return &e.s.accounts[e.own->account.value];
    if (e.subject.account.isValid())
        return &e.s.accounts[e.subject.account.value];
    return e.subject.chat.state == Lookup<Account>::State::Found ? &e.subject.chat.value : nullptr;
}

Explanation explain(const ExplainInput &given, LinkIx ix, const Subject &asked)
{
    const Snapshot &s = given.snapshot;
    const Link &link = s.links[ix.value];
    const IdentityMap identity = identify(s, given.policy);
    const auto *room = std::get_if<RoomIx>(&link.room);
    ExplainInput input = given;
    if (room && !input.timeline) {
        const auto read = input.history.timelines.constFind(s.rooms[room->value].id.value);
        input.timeline = read == input.history.timelines.constEnd() ? nullptr : &*read;
    }
    const std::vector<LinkIx> links = room ? linksOf(s, *room) : std::vector<LinkIx>{ix};

    Subject subject = asked;
    if (!subject.person.isValid() && subject.account.isValid())
        subject.person = personBehind(s, identity, links, subject.account);

    Explanation out;
    out.link = ix;
    out.place = placeOf(s, link);
    std::vector<PersonRow> people;
    JoinScratch scratch = scratchFor(s, input.policy);
    const DiffOptions options;
    const RoomContext context{s, input.policy, input.history, identity, options, nullptr, scratch, &people};
    Diff table;
    table.links.resize(s.links.size());
    std::optional<RoomDiff> compared;
    if (room) {
        compared = diffRoom(context, *room, links);
        fillRows(s, *compared, table);
        if (!compared->known)
            people.clear();
    } else {
        diffRoomless(s, input.policy, ix, table);
    }
    const LinkRow &row = table.links[ix.value];
    out.state = row.state;
    out.unknown = row.reason;
    out.unknownDetail = row.reasonDetail;

    Explained e{input,
                s,
                input.policy,
                link,
                s.courses[link.course.value],
                room ? &s.rooms[room->value] : nullptr,
                compared ? &*compared : nullptr,
                identity,
                subject,
                subject.person.isValid() ? &identity.byPerson[subject.person.value] : nullptr,
                {},
                nullptr,
                {},
                nullptr,
                {},
                nullptr,
                {},
                true,
                true};
    findEnrolment(e, links, ix);
    AccountIx account = e.own && e.own->state == State::Found ? e.own->account : subject.account;
    if (e.own && e.own->state != State::Found && e.own->state != State::NotLookedUp && !subject.account.isValid())
        account = AccountIx();
    findMember(e, account);
    // An account that was asked for by itself may be the former one of somebody else: its own row counts.
    const bool asAccount = subject.account.isValid() && account == subject.account;
    e.difference = rowOf(people, identity, asAccount ? PersonIx() : subject.person, account);
    const Room nowhere;
    const RoomMemory memory(context, e.room ? *e.room : nowhere, links);
    if (subject.person.isValid()) {
        const Person &who = s.people[subject.person.value];
        e.past = memory.byPerson(s.sites[who.site.value].id.value, who.id.value);
    }
    if (!e.past && account.isValid())
        e.past = memory.byAccount(s.accounts[account.value].id.value);

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
    } else if (!compared || !compared->known || row.state == LinkState::Unknown) {
        out.conclusion = Conclusion::NotKnown;
    } else if (e.room->archived && !compared->members && !compared->waitsForUnarchive) {
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
        for (const Entry &entry : compared->entries) {
            if (kindOf(entry.change) == ChangeKind::Unarchive) {
                out.kind = ChangeKind::Unarchive;
                out.rule = entry.rule;
                out.ruleDetail = entry.detail;
            }
        }
    }
    if (compared && out.kind && !out.rule && takesAway(*out.kind) && isStopped(*compared, input.policy.thresholds))
        out.rule = Rule::ThresholdRoom;
    if (out.rule == Rule::NoRight && compared && out.ruleDetail.isEmpty()) {
        for (const Entry &entry : compared->entries) {
            const PersonKey *key = personOf(entry.change);
            if (key && *key == out.person && entry.rule == out.rule)
                out.ruleDetail = entry.detail;
        }
    }
    if (!out.observed && e.memberRow)
        out.observed =
            s.members.roles[*e.memberRow] & (RoomOwner | RoomModerator) ? MemberRole::Moderator : MemberRole::Member;
    if (!out.expected && e.row && e.judged.standing >= Standing::Member)
        out.expected = e.judged.standing == Standing::Moderator ? MemberRole::Moderator : MemberRole::Member;
    if (out.finding == FindingCode::ProbableRename && out.person.chat) {
        if (const auto other = s.accountById.constFind(*out.person.chat);
            other != s.accountById.constEnd() && *other != account)
            e.otherAccount = s.accounts[other->value].username;
    }
    betterCause(e, out);
    nameThem(e, out);
    out.remedy = remedyOf(e, out);
    out.steps = stepsOf(e, out);
    return out;
}

} // namespace liaison
