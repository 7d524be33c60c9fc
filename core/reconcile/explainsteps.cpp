#include "core/reconcile/explainsteps.h"

#include "core/reconcile/accountways.h"
#include "core/reconcile/protection.h"
#include "core/reconcile/timelinecause.h"

#include <algorithm>

namespace liaison {
namespace {

using State = PersonAccount::State;
using Verdict = ExplainStep::Verdict;

class Steps
{
public:
    Steps(const Explained &explained, const Explanation &conclusion) : e(explained), s(explained.s), out(conclusion) {}

    std::vector<ExplainStep> take()
    {
        moodleAccount();
        enrolment();
        role();
        chatAccount();
        access();
        membership();
        timeline();
        room();
        policy();
        return std::move(m_steps);
    }

private:
    ExplainStep &add(WhyStep step, WhyFact fact, Verdict verdict, const QStringList &values = {})
    {
        ExplainStep made;
        made.step = step;
        made.fact = fact;
        made.verdict = verdict;
        made.values = values;
        switch (step) {
        case WhyStep::MoodleAccount:
        case WhyStep::Enrolment:
        case WhyStep::Role:
            made.source = WhySource::Moodle;
            made.readAt = s.sites[e.link.site.value].now;
            break;
        case WhyStep::Policy:
            made.source = WhySource::Profile;
            break;
        default:
            made.source = WhySource::Chat;
            made.readAt = e.in.chatReadAt;
        }
        m_steps.push_back(std::move(made));
        return m_steps.back();
    }
    ExplainStep &unknown(WhyStep step, WhyFact fact, const std::optional<UnknownBecause> &because,
                         const QStringList &values = {})
    {
        ExplainStep &made = add(step, fact, Verdict::Unknown, values);
        made.because = because;
        if (because && because->reason != UnknownReason::Uncounted && because->reason != UnknownReason::Administered)
            made.readAt = {};
        return made;
    }
    ExplainStep &remembered(WhyStep step, WhyFact fact, Instant when)
    {
        ExplainStep &made = add(step, fact, Verdict::NotOk);
        made.source = WhySource::Store;
        made.when = made.readAt = when;
        return made;
    }

    void moodleAccount();
    void enrolment();
    void role();
    void chatAccount();
    void access();
    void membership();
    void timeline();
    void room();
    void policy();
    void roomFindings();
    [[nodiscard]] const Course &courseThrough() const
    {
        return e.through ? s.courses[e.through->course.value] : e.course;
    }

    const Explained &e;
    const Snapshot &s;
    const Explanation &out;
    std::vector<ExplainStep> m_steps;
};

QString loginOf(const Person &person)
{
    return person.username.isEmpty() ? person.fullName : person.username;
}

void Steps::moodleAccount()
{
    constexpr WhyStep step = WhyStep::MoodleAccount;
    if (e.subject.person.isValid()) {
        const Person &who = s.people[e.subject.person.value];
        if (who.gone) {
            add(step, WhyFact::MoodleAccountGone, Verdict::NotOk);
        } else if (e.row && static_cast<Tri>(s.enrolments.suspended[*e.row]) == Tri::Yes) {
            const bool counts = e.policy.suspended() == Treatment::NotExpected;
            add(step, WhyFact::MoodleAccountSuspended, counts ? Verdict::NotOk : Verdict::Ok, {loginOf(who)});
        } else {
            add(step, WhyFact::MoodleAccount, Verdict::Ok, {loginOf(who), QString::number(who.id.value)});
        }
        return;
    }
    const Lookup<Person> &lookup = e.subject.moodle;
    switch (lookup.state) {
    case Lookup<Person>::State::Found:
        add(step, WhyFact::MoodleAccount, Verdict::Ok, {loginOf(lookup.value), QString::number(lookup.value.id.value)});
        break;
    case Lookup<Person>::State::Absent:
        add(step, WhyFact::MoodleAccountNone, Verdict::NotOk, {lookup.asked});
        break;
    case Lookup<Person>::State::Failed:
        unknown(step, WhyFact::MoodleAccountNotKnown, lookup.because);
        break;
    case Lookup<Person>::State::NotAsked: // a guest, an owner, a robot: nobody's business
        return;
    }
    if (lookup.at.isKnown() && m_steps.back().verdict != Verdict::Unknown)
        m_steps.back().readAt = lookup.at;
}

void Steps::enrolment()
{
    constexpr WhyStep step = WhyStep::Enrolment;
    const Reading<Rows> &list = courseThrough().enrolments;
    const QStringList course{courseThrough().shortName};
    if (e.row) {
        const bool inactive = static_cast<Tri>(s.enrolments.active[*e.row]) == Tri::No;
        const bool counts = inactive && e.policy.inactive() == Treatment::NotExpected;
        const WhyFact fact = inactive               ? WhyFact::EnrolledInactive
                             : e.through != &e.link ? WhyFact::EnrolledByOther
                                                    : WhyFact::Enrolled;
        add(step, fact, counts ? Verdict::NotOk : Verdict::Ok, course).readAt = list.readAt();
        return;
    }
    if (e.link.unknown && e.link.unknown->reason != UnknownReason::NotFoundByName) { // that is about the room alone
        unknown(step, WhyFact::EnrolmentNotKnown, e.link.unknown);
    } else if (e.link.unknown) {
        unknown(step, WhyFact::EnrolmentNotKnown, std::nullopt).readAt = {};
    } else if (!list.isKnown()) {
        unknown(step, WhyFact::EnrolmentNotKnown, list.because());
    } else if (!e.allListsKnown) {
        unknown(step, WhyFact::EnrolmentNotKnown, UnknownBecause{UnknownReason::SharedLink, {}});
    } else if (!e.allListsCounted) {
        unknown(step, WhyFact::NotEnrolled, UnknownBecause{UnknownReason::Uncounted, {}}, course).readAt =
            list.readAt();
    } else {
        add(step, WhyFact::NotEnrolled, Verdict::NotOk, course).readAt = list.readAt();
    }
    if (e.past)
        remembered(step, WhyFact::WasExpected, e.past->last);
}

void Steps::role()
{
    if (!e.row)
        return;
    constexpr WhyStep step = WhyStep::Role;
    const Link &link = e.through ? *e.through : e.link;
    const std::vector<quint8> levels = roleLevels(s, link, e.policy);
    QStringList names;
    quint8 level = 0;
    for (quint32 set : {s.enrolments.roles[*e.row], s.enrolments.inherited[*e.row]}) {
        for (quint32 role : s.roleSets[set]) {
            const Role &held = s.roles[role];
            const QString name =
                held.shortName.isEmpty() ? QString(u'#' + QString::number(held.id.value)) : held.shortName;
            if (!names.contains(name))
                names << name;
            level = std::max(level, levels[role]);
        }
    }
    const QStringList held{names.join(QStringLiteral(", "))};
    ExplainStep *made = nullptr;
    if (level > 0)
        made = &add(step, level == 2 ? WhyFact::RoleModerator : WhyFact::RoleMember, Verdict::Ok, held);
    else if (!courseThrough().inheritedRolesKnown)
        made = &unknown(step, WhyFact::RoleNotKnown, std::nullopt);
    else if (names.isEmpty())
        made = &add(step, WhyFact::RoleNone, Verdict::NotOk);
    else
        made = &add(step, WhyFact::RoleUnmapped, Verdict::NotOk, held);
    made->readAt = courseThrough().enrolments.readAt();
}

void Steps::chatAccount()
{
    constexpr WhyStep step = WhyStep::ChatAccount;
    using Look = Lookup<Account>::State;
    const Lookup<Account> &lookup = e.subject.chat;
    const QString login = e.own ? e.own->login : lookup.asked;
    if (out.finding == FindingCode::Conflict) {
        add(step, WhyFact::ChatAccountConflict, Verdict::NotOk, {out.person.username});
        return;
    }
    const Account *account = accountOf(e);
    if (out.finding == FindingCode::ProbableRename) {
        if (e.otherAccount.isEmpty())
            add(step, WhyFact::ChatAccount, Verdict::Ok, {account ? account->username : login});
        else
            add(step, WhyFact::ChatAccountRenamed, Verdict::NotOk, {login, e.otherAccount});
        return;
    }
    if (account) {
        const bool disabled = account->active == Tri::No;
        ExplainStep &made = add(step, disabled ? WhyFact::ChatAccountDisabled : WhyFact::ChatAccount,
                                disabled ? Verdict::NotOk : Verdict::Ok, {account->username});
        if (account == &lookup.value && lookup.at.isKnown())
            made.readAt = lookup.at;
        return;
    }
    const bool notAsked = !e.own || e.own->state == State::NotLookedUp;
    const bool absent = (e.own && e.own->state == State::Absent) || (notAsked && lookup.state == Look::Absent);
    if (absent && login.isEmpty())
        add(step, WhyFact::ChatAccountNone, Verdict::NotOk, {QStringLiteral("—")});
    else if (absent)
        add(step, WhyFact::ChatAccountNone, Verdict::NotOk, {login});
    else if (lookup.state == Look::Failed)
        unknown(step, WhyFact::ChatAccountNotKnown, lookup.because);
    else if (e.own && e.own->state == State::Failed)
        unknown(step, WhyFact::ChatAccountNotKnown,
                s.lookupFailed.value(login.toLower(), UnknownBecause{UnknownReason::NoAccess, {}}));
    else
        unknown(step, WhyFact::ChatAccountNotKnown, std::nullopt);
    if (absent) {
        for (ExplainStep &way : waysToAccount(s, s.sites[e.link.site.value], e.in.chatReadAt))
            m_steps.push_back(std::move(way));
    }
}

void Steps::access()
{
    if (!e.room)
        return;
    constexpr WhyStep step = WhyStep::Access;
    switch (e.room->access) {
    case Access::Member:
        add(step, WhyFact::AccessMember, Verdict::Ok);
        break;
    case Access::Administered:
        unknown(step, WhyFact::AccessAdministered, UnknownBecause{UnknownReason::Administered, {}});
        break;
    case Access::None:
        unknown(step, WhyFact::AccessNone, UnknownBecause{UnknownReason::NoAccess, {}});
        break;
    }
}

void Steps::membership()
{
    constexpr WhyStep step = WhyStep::Membership;
    if (!e.room || out.conclusion == Conclusion::RoomArchived)
        return; // members are not compared there
    const Reading<Rows> &list = e.room->members;
    if (!list.isKnown()) {
        unknown(step, WhyFact::MembersNotKnown, list.because());
    } else if (e.memberRow) {
        const quint8 roles = s.members.roles[*e.memberRow];
        const WhyFact fact = roles & RoomOwner       ? WhyFact::InRoomOwner
                             : roles & RoomModerator ? WhyFact::InRoomModerator
                                                     : WhyFact::InRoomMember;
        const bool wrong = out.kind == ChangeKind::Promote || out.kind == ChangeKind::Demote;
        add(step, fact, wrong ? Verdict::NotOk : Verdict::Ok).readAt = list.readAt();
    } else if (list.proof() == Proof::Administered && !e.row) {
        unknown(step, WhyFact::MembersNotKnown, UnknownBecause{UnknownReason::Administered, {}});
    } else {
        add(step, WhyFact::NotInRoom, Verdict::NotOk).readAt = list.readAt();
    }
    const Account *account = accountOf(e);
    if (!account)
        return;
    const Instant added = e.in.history.addedByUs.value(e.room->id.value).value(account->id.value);
    if (added.isKnown())
        remembered(step, WhyFact::AddedByUs, added).verdict = Verdict::Ok;
}

void Steps::timeline()
{
    constexpr WhyStep step = WhyStep::Membership;
    const Account *account = accountOf(e);
    if (e.in.timelineUnknown) {
        unknown(step, WhyFact::TimelineNotRead, e.in.timelineUnknown).source = WhySource::Timeline;
        return;
    }
    if (!e.in.timeline || !account || !wantsTimeline(out))
        return;
    const TimelineCause told = causeFromTimeline(*e.in.timeline, s, *account, out.observed.has_value());
    ExplainStep *made = nullptr;
    if (told.fact == WhyFact::TimelineAdded || told.fact == WhyFact::TimelineRemoved)
        made = &add(step, told.fact, Verdict::Ok, {told.by});
    else if (told.proven)
        made = &add(step, told.fact, Verdict::Ok);
    else // messages may be gone: that nothing is found proves nothing
        made = &unknown(step, WhyFact::TimelineNotRead, std::nullopt);
    if (told.fact == WhyFact::TimelineRemoved || told.fact == WhyFact::TimelineLeft ||
        (told.fact == WhyFact::TimelineNothing && !out.observed))
        made->verdict = Verdict::NotOk;
    made->source = WhySource::Timeline;
    made->when = told.when;
    made->readAt = e.in.timeline->readAt;
}

void Steps::room()
{
    constexpr WhyStep step = WhyStep::Room;
    if (std::holds_alternative<NoRoom>(e.link.room)) {
        if (e.link.unknown) { // a room under another name, perhaps
            unknown(step, WhyFact::RoomNotKnown, e.link.unknown);
            return;
        }
        add(step, WhyFact::RoomNone, Verdict::NotOk).source = WhySource::Moodle;
        return;
    }
    if (const auto *missing = std::get_if<MissingRoom>(&e.link.room)) {
        if (out.conclusion == Conclusion::RoomPending)
            add(step, WhyFact::RoomPending, Verdict::NotOk).when = e.link.created;
        else if (out.conclusion == Conclusion::RoomMissing)
            add(step, WhyFact::RoomMissing, Verdict::NotOk, {missing->id.value});
        else
            unknown(step, WhyFact::RoomMissing, e.link.unknown, {missing->id.value});
        return;
    }
    if (const auto *room = std::get_if<UnknownRoom>(&e.link.room)) {
        unknown(step, WhyFact::RoomNotKnown, room->because);
        return;
    }
    if (!e.room) {
        unknown(step, WhyFact::RoomAmbiguous, UnknownBecause{UnknownReason::Ambiguous, {}});
        return;
    }
    const Instant read = e.room->members.isKnown() ? e.room->members.readAt() : e.in.chatReadAt;
    const WhyFact fact = !e.room->archived ? WhyFact::RoomOpen
                         : e.link.hidden() ? WhyFact::RoomArchivedHidden
                                           : WhyFact::RoomArchived;
    add(step, fact, e.room->archived ? Verdict::NotOk : Verdict::Ok, {e.room->name}).readAt = read;
    if (e.course.groupMode.value_or(0) > 0 && !e.course.groupMembers) { // with a rule of the console groups do count
        ExplainStep &made = add(step, WhyFact::RoomForAllGroups, Verdict::Ok);
        made.source = WhySource::Moodle;
        made.readAt = e.link.readAt;
    }
    roomFindings();
}

void Steps::roomFindings()
{
    if (!e.compared)
        return;
    constexpr WhyStep step = WhyStep::Room;
    for (const Finding &finding : e.compared->findings) {
        const bool mine = finding.place.site == out.place.site && finding.place.cmid == out.place.cmid;
        if (finding.person)
            continue;
        switch (finding.code) {
        case FindingCode::Renamed:
            if (mine)
                add(step, WhyFact::RoomRenamed, Verdict::NotOk, {e.room->name, finding.detail});
            break;
        case FindingCode::SharedRoom:
            if (mine)
                add(step, WhyFact::RoomShared, Verdict::Ok);
            break;
        case FindingCode::Encrypted:
            add(step, WhyFact::RoomEncrypted, Verdict::NotOk);
            break;
        case FindingCode::Ownerless:
            add(step, WhyFact::RoomOwnerless, Verdict::NotOk);
            break;
        case FindingCode::DeactivatedMembers:
            add(step, WhyFact::RoomDeactivated, Verdict::Ok, {finding.detail});
            break;
        case FindingCode::HiddenOpen:
            add(step, WhyFact::RoomHiddenOpen, Verdict::NotOk);
            break;
        default: // people's findings, and two-masters: of the policy
            break;
        }
    }
}

void Steps::policy()
{
    constexpr WhyStep step = WhyStep::Policy;
    const Account *account = accountOf(e);
    if (out.conclusion == Conclusion::Technical) {
        add(step, WhyFact::Technical, Verdict::Ok);
    } else if (out.finding == FindingCode::Protected) {
        add(step, WhyFact::Excluded, Verdict::Ok, {account ? account->username : out.person.username});
    } else if (out.conclusion == Conclusion::Kept) {
        add(step, WhyFact::Kept, Verdict::Ok);
    } else if (out.expected) {
        add(step, out.expected == MemberRole::Moderator ? WhyFact::ExpectedModerator : WhyFact::ExpectedMember,
            Verdict::Ok);
    } else if (out.conclusion == Conclusion::Guest) {
        add(step, WhyFact::GuestHere, Verdict::NotOk);
    } else if (e.row ? e.judged.standing == Standing::NotExpected
                     : e.allListsKnown && out.conclusion != Conclusion::NotKnown &&
                           out.finding != FindingCode::ProbableRename && out.finding != FindingCode::Conflict) {
        add(step, WhyFact::NotExpected, Verdict::NotOk);
    }
    if (out.rule && out.conclusion != Conclusion::Guest) {
        ExplainStep &held = add(step, WhyFact::HeldBack, Verdict::NotOk);
        held.rule = out.rule;
        if (!out.ruleDetail.isEmpty())
            held.values << out.ruleDetail;
    }
    if (!e.compared)
        return;
    for (const Finding &finding : e.compared->findings) {
        if (finding.code == FindingCode::TwoMasters)
            add(step, WhyFact::TwoMasters, Verdict::NotOk);
    }
}

} // namespace

std::vector<ExplainStep> stepsOf(const Explained &e, const Explanation &conclusion)
{
    return Steps(e, conclusion).take();
}

} // namespace liaison
