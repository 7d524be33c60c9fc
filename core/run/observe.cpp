#include "core/run/observe.h"

#include "core/reconcile/expected.h"
#include "core/reconcile/expectedof.h"
#include "core/run/activities.h"
#include "core/run/observation.h"
#include "core/run/timelines.h"
#include "core/run/trouble.h"

#include <algorithm>

namespace liaison {
namespace {

/// The links asked for and every other link of the same rooms: who is expected is a union over them.
std::vector<const SurveyedLink *> closure(const Survey &survey, const std::vector<LinkKey> &keys)
{
    QSet<LinkKey> wanted(keys.begin(), keys.end());
    QSet<QString> rooms;
    for (const SurveyedLink &link : survey.links) {
        if (wanted.contains(link.key) && !link.room.isEmpty())
            rooms.insert(link.room);
    }
    std::vector<const SurveyedLink *> links;
    for (const SurveyedLink &link : survey.links) {
        if (wanted.contains(link.key) || (!link.room.isEmpty() && rooms.contains(link.room)))
            links.push_back(&link);
    }
    return links;
}

QSet<QString> roomsOf(const std::vector<const SurveyedLink *> &links)
{
    QSet<QString> rooms;
    for (const SurveyedLink *link : links) {
        if (!link->room.isEmpty())
            rooms.insert(link->room);
    }
    return rooms;
}

bool needsPeople(const Policy &policy)
{
    return policy.identity.rule == IdentityRule::Email || policy.identity.rule == IdentityRule::IdNumber;
}

/// A person whose e-mail could not be read looks like one without: the courses of such a site are not known.
void distrustCourses(SnapshotBuilder &builder, const QSet<quint32> &sites)
{
    for (size_t i = 0; i < builder.facts().courses.size(); ++i) {
        if (sites.contains(builder.facts().courses[i].site.value))
            builder.setEnrolmentsUnknown(CourseIx(i),
                                         {UnknownReason::NoAccess, QStringLiteral("core_user_get_users_by_field")});
    }
}

/// A course whose activities could not be read may have one: without a link to show, it is said of the course.
void addUnreadCourses(const Survey &survey, std::vector<Unknown> &out)
{
    for (const SiteSurvey &site : survey.sites) {
        for (const auto &[course, because] : site.unreadCourses) {
            const bool shown =
                std::any_of(survey.links.begin(), survey.links.end(), [&, id = course](const SurveyedLink &link) {
                    return link.key.site == site.id && link.course == id;
                });
            if (!shown)
                out.push_back({{site.id, course, std::nullopt, std::nullopt}, because.reason, because.detail});
        }
    }
}

/// Inherited roles are not known: whoever was expected at the last look and may be so by one of them still is.
void keepWhatIsNotSeen(store::ObservedLink &observed, const LinkHistory &past, const Snapshot &s, const Policy &policy,
                       LinkIx ix)
{
    const Course &course = s.courses[s.links[ix.value].course.value];
    if (course.inheritedRolesKnown)
        return;
    QHash<qint64, quint32> rowOf;
    const Rows rows = course.enrolments.value();
    for (quint32 row = rows.first; row < rows.first + rows.count; ++row)
        rowOf.insert(s.people[s.enrolments.person[row]].id.value, row);
    QHash<qint64, size_t> expected;
    for (size_t i = 0; i < observed.expected.size(); ++i)
        expected.insert(observed.expected[i].person, i);
    const LinkMapping mapping = mappingOf(s, s.links[ix.value], policy);
    for (const PastExpected &p : past.expected) {
        const qint64 person = p.person.value;
        if (p.last < past.lastObservation || !rowOf.contains(person))
            continue;
        const Judgement now = judge(s, course, rowOf.value(person), mapping, policy);
        if (now.standing == Standing::RoleNotKnown)
            observed.expected.push_back({person, p.account.value, p.role});
        else if (now.mayInherit && p.role == MemberRole::Moderator && expected.contains(person))
            observed.expected[expected.value(person)].role = p.role;
    }
}

} // namespace

std::vector<LinkKey> everyKey(const Survey &survey)
{
    std::vector<LinkKey> keys;
    for (const SurveyedLink &link : survey.links) {
        if (link.inScope)
            keys.push_back(link.key);
    }
    return keys;
}

Result<void> rememberObservation(store::Memory &memory, const Snapshot &s, const Policy &policy, const Survey &survey,
                                 const Diff &diff, const History &history)
{
    const IdentityMap identity = identify(s, policy);
    std::vector<store::ObservedLink> links;
    std::vector<store::ObservedMembers> members;
    Instant at;
    for (const RoomDiff &room : diff.rooms) {
        const Room &facts = s.rooms[room.room.value];
        if (!room.known || room.partly || !facts.members.isKnown())
            continue;
        const bool settled = std::none_of(room.entries.begin(), room.entries.end(),
                                          [](const Entry &e) { return personOf(e.change) && e.rule != Rule::Guest; });
        for (LinkIx ix : room.links) {
            const Link &link = s.links[ix.value];
            if (!link.confirmed)
                continue;
            store::ObservedLink observed;
            observed.key = {s.sites[link.site.value].id.value, link.cmid.value};
            observed.room = facts.id.value;
            observed.settled = settled;
            for (const ExpectedPerson &p : expectedOf(s, policy, identity, ix)) {
                observed.expected.push_back({s.people[p.person.value].id.value,
                                             p.account.isValid() ? s.accounts[p.account.value].id.value : QString(),
                                             p.role});
            }
            if (const LinkHistory *past = history.of(observed.key, observed.room))
                keepWhatIsNotSeen(observed, *past, s, policy, ix);
            links.push_back(std::move(observed));
            at = std::max(at, s.courses[link.course.value].enrolments.readAt());
        }
        store::ObservedMembers list{facts.id.value, {}};
        const Rows rows = facts.members.value();
        for (quint32 row = rows.first; row < rows.first + rows.count; ++row)
            list.members.emplace_back(s.accounts[s.members.account[row]].id.value, s.members.roles[row]);
        members.push_back(std::move(list));
        at = std::max(at, facts.members.readAt());
    }

    std::vector<store::RememberedLink> seen;
    for (const SurveyedLink &link : survey.links) {
        if (link.unknown || !link.candidates.empty())
            continue;
        store::RememberedLink r;
        r.site = link.key.site;
        r.cmid = link.key.cmid;
        r.course = link.course;
        r.shortName = link.shortName;
        r.fullName = link.fullName;
        r.room = link.room;
        r.source = link.source;
        const auto room = survey.roomById.constFind(link.room);
        if (room != survey.roomById.constEnd())
            r.creator = survey.rooms.rooms[*room].creatorId;
        r.firstSeen = r.lastSeen = at;
        seen.push_back(std::move(r));
    }
    if (auto done = memory.rememberLinks(seen); !done)
        return done;
    return memory.remember(links, members, at);
}

Result<Observed> observe(Servers &servers, const Profile &profile, const Survey &survey, store::Memory &memory,
                         const std::vector<LinkKey> &keys, const ObserveOptions &options, const ProgressSink &progress,
                         const net::CancelToken &cancel)
{
    SnapshotBuilder builder;
    const auto checked = checkActivities(servers, survey, memory, closure(survey, keys), cancel);
    if (!checked)
        return fail(checked.error());
    ObservationContext context{
        servers,        profile,      survey, progress, cancel, builder, checked->links, {}, options.reuseRecent,
        options.people, AccountBook()};
    readMoodleSide(context);
    const Policy &policy = profile.policy;
    if (options.people && (needsPeople(policy) || options.names)) {
        const QSet<quint32> unreadable = readPeople(context);
        if (needsPeople(policy))
            distrustCourses(builder, unreadable);
    }
    readChatSide(context);
    if (policy.identity.rule == IdentityRule::Email && options.people)
        readAllAccounts(context);

    auto history = memory.history(roomsOf(context.links));
    if (!history)
        return fail(history.error());

    readGonePeople(context, *history);

    // Who is expected but absent is looked up; what that tells may need one more look.
    std::shared_ptr<const Snapshot> snapshot;
    QSet<QString> asked;
    if (!options.accounts.isEmpty() && !survey.chatDown)
        (void)readAccounts(context, {{}, options.accounts}, asked);
    for (int round = 0; round < 4; ++round) {
        snapshot = builder.finish();
        AccountNeeds needs;
        (void)diff(*snapshot, policy, *history, {}, &needs);
        if (cancel.isCancelled())
            return fail(Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, 0, {}, {}});
        if (needs.isEmpty() || survey.chatDown || !readAccounts(context, needs, asked))
            break;
    }
    if (policy.timeline && options.people && !survey.chatDown)
        history->timelines =
            readTimelines(servers, survey, *snapshot, diff(*snapshot, policy, *history), progress, cancel);
    if (cancel.isCancelled())
        return fail(Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, 0, {}, {}});

    Observed observed;
    observed.snapshot = snapshot;
    observed.history = std::move(*history);
    for (const SiteSurvey &site : survey.sites) {
        const bool listed = std::any_of(survey.links.begin(), survey.links.end(),
                                        [&](const SurveyedLink &l) { return l.key.site == site.id; });
        if (listed)
            continue;
        const auto because = site.down ? std::optional(becauseOfMoodle(*site.down)) : site.linksUnknown;
        if (because)
            observed.sites.push_back(
                {{site.id, std::nullopt, std::nullopt, std::nullopt}, because->reason, because->detail});
    }
    if (keys.size() >= everyKey(survey).size()) // who asked for one course is not told about others
        addUnreadCourses(survey, observed.sites);
    if (options.remember && options.people) {
        const Diff compared = diff(*snapshot, policy, observed.history);
        if (auto done = rememberObservation(memory, *snapshot, policy, survey, compared, observed.history); !done)
            return fail(done.error());
    }
    return observed;
}

} // namespace liaison
