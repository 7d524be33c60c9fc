#include "core/reconcile/protection.h"
#include "core/reconcile/stepwriter.h"
#include "core/reconcile/timelinecause.h"

namespace liaison {
namespace {

class RoomSteps : public StepWriter
{
public:
    using StepWriter::StepWriter;

    void write()
    {
        access();
        membership();
        timeline();
        room();
        policy();
    }

private:
    void access();
    void membership();
    void timeline();
    void room();
    void roomFindings();
    void policy();
};

void RoomSteps::access()
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

void RoomSteps::membership()
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

void RoomSteps::timeline()
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

void RoomSteps::room()
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

void RoomSteps::roomFindings()
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

void RoomSteps::policy()
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

void writeRoomSteps(const Explained &e, const Explanation &conclusion, std::vector<ExplainStep> &steps)
{
    RoomSteps(e, conclusion, steps).write();
}

} // namespace liaison
