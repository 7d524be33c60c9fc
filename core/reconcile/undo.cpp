#include "core/reconcile/undo.h"

#include "core/reconcile/effect.h"
#include "core/reconcile/planid.h"
#include "core/reconcile/protection.h"
#include "core/reconcile/rights.h"
#include "core/reconcile/roomdiff.h"

#include <algorithm>
#include <map>

namespace liaison {
namespace {

constexpr QLatin1String prefix("undo:");

/// One room of the run, as it is now.
struct RoomNow
{
    RoomIx room;
    std::vector<LinkIx> links;
    std::optional<UnknownBecause> unknown;
    RoomState state;
    int removable = 0; ///< *m* of the thresholds
};

struct Opposite
{
    std::optional<ChangeWhat> what;
    NotUndone why = NotUndone::AlreadyBack;
};

Opposite leave(NotUndone why)
{
    return {std::nullopt, why};
}

std::optional<MemberRole> roleIn(const RoomState &state, const QString &chat)
{
    const auto it = state.members.constFind(chat);
    if (it == state.members.constEnd())
        return std::nullopt;
    return *it & (RoomModerator | RoomOwner) ? MemberRole::Moderator : MemberRole::Member;
}

bool sameRetention(const std::optional<Retention> &a, const std::optional<Retention> &b)
{
    const auto off = [](const std::optional<Retention> &r) { return !r || !r->enabled; };
    return a == b || (off(a) && off(b));
}

/// What takes back a change of the room itself. Each is compared with the state that the run left behind.
Opposite oppositeOfSetting(const RoomState &now, const Change &change)
{
    switch (kindOf(change)) {
    case ChangeKind::Archive:
        return now.archived ? Opposite{Unarchive{}, {}} : leave(NotUndone::AlreadyBack);
    case ChangeKind::Unarchive:
        return now.archived ? leave(NotUndone::AlreadyBack) : Opposite{Archive{}, {}};
    case ChangeKind::SetRetention: {
        const auto &set = std::get<SetRetention>(change.what);
        if (!now.retentionKnown)
            return leave(NotUndone::RoomUnknown);
        if (sameRetention(now.retention, set.before))
            return leave(NotUndone::AlreadyBack);
        if (!sameRetention(now.retention, set.after))
            return leave(NotUndone::ChangedSince);
        // A room that had no rule of its own gets one that is switched off: the fields cannot be taken away again.
        Retention before = set.before.value_or(set.after);
        if (!set.before)
            before.enabled = before.overrideGlobal = false;
        return {SetRetention{now.retention, before}, {}};
    }
    default:
        return leave(NotUndone::CannotComeBack);
    }
}

Opposite oppositeOfPerson(const RoomState &now, const Change &change, const PersonKey &key)
{
    const auto role = roleIn(now, key.chat.value_or(QString()));
    const auto whenMember = [&](std::optional<MemberRole> before, std::optional<MemberRole> after,
                                ChangeWhat what) -> Opposite {
        if (role == before)
            return leave(NotUndone::AlreadyBack);
        if (role != after)
            return leave(NotUndone::ChangedSince);
        return {std::move(what), {}};
    };
    switch (kindOf(change)) {
    case ChangeKind::Add: {
        const MemberRole as = std::get<AddMember>(change.what).as;
        return whenMember(std::nullopt, as, RemoveMember{key, as});
    }
    case ChangeKind::Promote:
        return whenMember(MemberRole::Member, MemberRole::Moderator, Demote{key});
    case ChangeKind::Demote:
        return whenMember(MemberRole::Moderator, MemberRole::Member, Promote{key});
    case ChangeKind::Remove: {
        const MemberRole was = std::get<RemoveMember>(change.what).was;
        return whenMember(was, std::nullopt, AddMember{key, was});
    }
    default:
        return leave(NotUndone::CannotComeBack);
    }
}

const Account *accountOf(const Snapshot &s, const QString &chat)
{
    const auto it =
        std::find_if(s.accounts.begin(), s.accounts.end(), [&](const Account &a) { return a.id.value == chat; });
    return it == s.accounts.end() ? nullptr : &*it;
}

std::optional<Rule> ruleOf(const Snapshot &s, const RoomNow &now, const Link &link, const Change &change,
                           Protection protection, QString &detail)
{
    const Room &room = s.rooms[now.room.value];
    const ChangeKind kind = kindOf(change);
    const auto *add = std::get_if<AddMember>(&change.what);
    if (!s.courses[link.course.value].inScope)
        return Rule::OutOfScope;
    if (!link.confirmed)
        return Rule::UnconfirmedLink;
    if (const QString right = missingRight(s, room, kind, add ? add->as : MemberRole::Member); !right.isEmpty()) {
        detail = right;
        return Rule::NoRight;
    }
    if (takesAway(kind) && protection == Protection::NotKnown)
        return Rule::ProtectionUnknown;
    const bool whole = room.members.isKnown() && room.members.proof() != Proof::Administered;
    if (kind != ChangeKind::Add && !whole && personOf(change))
        return Rule::Unproven;
    if (takesAway(kind) && room.members.proof() == Proof::Uncounted)
        return Rule::Unproven;
    return std::nullopt;
}

std::optional<RoomNow> roomNow(const Snapshot &s, const Diff &diff, const Policy &policy, const QString &id)
{
    for (const RoomDiff &room : diff.rooms) {
        if (s.rooms[room.room.value].id.value != id)
            continue;
        RoomNow now{room.room, room.links, {}, stateOf(s, room.room), 0};
        const Room &facts = s.rooms[room.room.value];
        if (!facts.members.isKnown()) {
            now.unknown = facts.members.because();
            return now;
        }
        const Rows rows = facts.members.value();
        for (quint32 row = rows.first; row < rows.first + rows.count; ++row) {
            const Protection p = protectionOf(s, s.accounts[s.members.account[row]], s.members.roles[row], policy);
            if (p != Protection::ApiAccount && p != Protection::Protected)
                ++now.removable;
        }
        return now;
    }
    return std::nullopt;
}

/// The link that the step was taken for, else the room's first.
LinkIx linkFor(const Snapshot &s, const RoomNow &now, const Place &place)
{
    for (LinkIx ix : now.links) {
        const Place p = placeOf(s, s.links[ix.value]);
        if (p.site == place.site && p.cmid == place.cmid)
            return ix;
    }
    return now.links.front();
}

class Undoing
{
public:
    Undoing(const Snapshot &snapshot, const Policy &policy, RoomNow now, std::vector<NotTakenBack> &left)
        : s(snapshot), m_policy(policy), m_now(std::move(now)), m_left(left)
    {
    }

    void take(const DoneStep &step)
    {
        const LinkIx link = linkFor(s, m_now, step.change.place);
        Change change{placeOf(s, s.links[link.value]), Archive{}, ChangeReason::Undone, Cause::NotKnown,
                      Certainty::None};
        Protection protection = Protection::None;
        Opposite opposite;
        if (const PersonKey *person = personOf(step.change)) {
            const QString chat = person->chat.value_or(QString());
            const Account *account = accountOf(s, chat);
            if (kindOf(step.change) == ChangeKind::CreateAccount)
                return leaveOut(step, NotUndone::CannotComeBack);
            m_askedForPeople = true;
            if (!m_now.state.membersKnown)
                return leaveOut(step, m_now.state.archived ? NotUndone::AfterUnarchive : NotUndone::RoomUnknown);
            PersonKey key{person->moodle, person->chat, account ? account->username : person->username};
            opposite = oppositeOfPerson(m_now.state, step.change, key);
            if (opposite.what) {
                change.what = *opposite.what;
                if (!account || (kindOf(change) == ChangeKind::Add && account->active != Tri::Yes))
                    return leaveOut(step, NotUndone::AccountGone);
                protection = protectionOf(s, *account, m_now.state.members.value(chat), m_policy);
                if (protection == Protection::ApiAccount || protection == Protection::Protected)
                    return leaveOut(step, NotUndone::NowProtected);
            }
        } else {
            opposite = oppositeOfSetting(m_now.state, step.change);
            if (opposite.what)
                change.what = *opposite.what;
        }
        if (!opposite.what)
            return leaveOut(step, opposite.why);
        Entry entry;
        entry.rule = ruleOf(s, m_now, s.links[link.value], change, protection, entry.detail);
        entry.change = std::move(change);
        entry.id = entryId(entry.change);
        m_entries.push_back(std::move(entry));
    }

    RoomDiff result()
    {
        RoomDiff out;
        out.room = m_now.room;
        out.links = m_now.links;
        out.known = true;
        out.thresholdBase = m_now.removable;
        out.waitsForUnarchive = m_now.state.archived;
        out.entries = std::move(m_entries);
        if (m_now.unknown && m_askedForPeople) {
            for (LinkIx link : m_now.links)
                out.unknown.push_back({placeOf(s, s.links[link.value]), m_now.unknown->reason, m_now.unknown->detail});
        }
        return out;
    }

private:
    void leaveOut(const DoneStep &step, NotUndone why) { m_left.push_back({step.id, step.change, why}); }

    const Snapshot &s;
    const Policy &m_policy;
    RoomNow m_now;
    std::vector<NotTakenBack> &m_left;
    std::vector<Entry> m_entries;
    bool m_askedForPeople = false; ///< only then does it matter that the members are not known
};

} // namespace

std::optional<QString> undoneRun(const QString &origin)
{
    if (!origin.startsWith(prefix) || origin.size() == prefix.size())
        return std::nullopt;
    return origin.mid(prefix.size());
}

Undo undoOf(const Snapshot &s, const Diff &diff, const Policy &policy, const QString &run,
            const std::vector<DoneStep> &steps)
{
    Undo out;
    Diff opposite;
    std::map<QString, std::vector<const DoneStep *>> rooms;
    for (const DoneStep &step : steps)
        rooms[step.change.place.room.value_or(QString())].push_back(&step);
    for (const auto &[id, own] : rooms) {
        const auto now = id.isEmpty() ? std::nullopt : roomNow(s, diff, policy, id);
        if (!now) {
            for (const DoneStep *step : own)
                out.left.push_back(
                    {step->id, step->change, id.isEmpty() ? NotUndone::CannotComeBack : NotUndone::NotLinked});
            continue;
        }
        Undoing room(s, policy, *now, out.left);
        for (const DoneStep *step : own)
            room.take(*step);
        opposite.rooms.push_back(room.result());
    }

    std::map<QString, size_t> position;
    for (size_t i = 0; i < steps.size(); ++i)
        position[steps[i].id] = i;
    std::stable_sort(out.left.begin(), out.left.end(),
                     [&](const NotTakenBack &a, const NotTakenBack &b) { return position[a.id] < position[b.id]; });

    std::vector<ChangeClass> classes;
    for (const RoomDiff &room : opposite.rooms) {
        for (const Entry &entry : room.entries)
            classes.push_back(classOf(kindOf(entry.change)));
    }
    out.plan = makePlan(s, opposite, policy, std::move(classes));
    out.plan.origin = prefix + run;
    return out;
}

} // namespace liaison
