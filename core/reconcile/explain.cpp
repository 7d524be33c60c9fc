#include "core/reconcile/explain.h"

#include "core/reconcile/causes.h"
#include "core/reconcile/conclude.h"
#include "core/reconcile/explained.h"
#include "core/reconcile/explainsteps.h"

#include <algorithm>

namespace liaison {
namespace {

using State = PersonAccount::State;

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

    conclude(e, table, people, memory, account, out);
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
