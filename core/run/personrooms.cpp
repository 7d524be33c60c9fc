#include "core/run/inactiverooms.h"
#include "core/run/trouble.h"
#include "core/run/why.h"

#include <QSet>
#include <algorithm>

namespace liaison {
namespace {

constexpr QLatin1String usersCourses("core_enrol_get_users_courses");

struct Trail
{
    QSet<QPair<QString, qint64>> courses;
    QSet<QString> rooms, wholeSites;
    QSet<LinkKey> links;
    std::vector<UnknownBecause> gaps;
    bool inactiveMayMiss = false;
};

/// The courses of an enrolled person. Moodle tells active enrolments only: where the policy keeps others in the room
/// too, the companion is asked about every course, and memory in any case.
void coursesOf(Servers &servers, const Profile &profile, const Survey &survey, const Subject &subject, Trail &trail,
               const ProgressSink &progress, const net::CancelToken &cancel)
{
    if (subject.moodle.state != Lookup<Person>::State::Found)
        return;
    const size_t number = subject.moodle.value.site.value;
    const SiteSurvey &site = survey.sites[number];
    if (!site.offers(usersCourses)) {
        trail.wholeSites.insert(site.id);
        return;
    }
    const auto courses = servers.sites[number].usersCourses(subject.moodle.value.id.value, cancel);
    if (!courses) {
        trail.wholeSites.insert(site.id);
        return;
    }
    QSet<qint64> active;
    for (const moodle::UserCourse &course : courses->value) {
        active.insert(course.course);
        trail.courses.insert(qMakePair(site.id, course.course));
    }
    if (profile.policy.inactive() == Treatment::NotExpected)
        return;
    const EveryCourse every = coursesByCompanion(servers, survey, subject.moodle.value, active, progress, cancel);
    for (const qint64 course : every.courses)
        trail.courses.insert(qMakePair(site.id, course));
    trail.inactiveMayMiss = trail.inactiveMayMiss || !every.whole;
}

void roomsIn(Servers &servers, const Survey &survey, const Subject &subject, Trail &trail,
             const net::CancelToken &cancel)
{
    if (survey.chatDown) {
        trail.gaps.push_back(becauseOfChat(*survey.chatDown));
        return;
    }
    if (subject.chat.state == Lookup<Account>::State::Failed)
        trail.gaps.push_back(subject.chat.because);
    if (subject.chat.state != Lookup<Account>::State::Found)
        return;
    const auto rooms = servers.chat->roomsOf(subject.chat.value.id.value, cancel);
    if (!rooms) {
        trail.gaps.push_back(becauseOfChat(rooms.error()));
    } else if (!rooms->rooms) {
        trail.gaps.push_back({UnknownReason::NoAccess, QStringLiteral("view-other-user-channels")});
    } else {
        for (const chat::AccountRoom &room : *rooms->rooms)
            trail.rooms.insert(room.roomId);
    }
}

void remembered(const History &history, const Survey &survey, const Subject &subject, Trail &trail)
{
    const bool moodle = subject.moodle.state == Lookup<Person>::State::Found;
    const bool chat = subject.chat.state == Lookup<Account>::State::Found;
    for (auto link = history.links.cbegin(); link != history.links.cend(); ++link) {
        for (const LinkHistory &past : link.value()) {
            for (const PastExpected &p : past.expected) {
                const bool person = moodle && link.key().site == survey.sites[subject.moodle.value.site.value].id &&
                                    p.person == subject.moodle.value.id;
                if (person || (chat && p.account == subject.chat.value.id))
                    trail.links.insert(link.key());
            }
        }
    }
}

/// The same people, found in what was observed.
void intoSnapshot(const Snapshot &s, Subject &subject)
{
    for (quint32 i = 0; i < s.people.size() && subject.moodle.state == Lookup<Person>::State::Found; ++i) {
        if (s.people[i].site == subject.moodle.value.site && s.people[i].id == subject.moodle.value.id)
            subject.person = PersonIx(i);
    }
    if (subject.chat.state != Lookup<Account>::State::Found)
        return;
    if (const auto known = s.accountById.constFind(subject.chat.value.id.value); known != s.accountById.constEnd())
        subject.account = *known;
}

bool concerns(const Explanation &e)
{
    return e.expected || e.observed || e.kind || e.cause != Cause::NotKnown ||
           (e.conclusion != Conclusion::NotEnrolled && e.conclusion != Conclusion::Technical);
}

} // namespace

Result<PersonAnswer> roomsOfPerson(Servers &servers, const Profile &profile, store::Memory &memory,
                                   const QString &person, const ProgressSink &progress, const net::CancelToken &cancel)
{
    const auto surveyed = survey(servers, profile, memory, progress, cancel);
    if (!surveyed)
        return fail(surveyed.error());
    auto subjects = findPerson(servers, profile, *surveyed, Snapshot{}, person, {}, cancel);
    if (!subjects)
        return fail(subjects.error());
    const auto history = memory.history({});
    if (!history)
        return fail(history.error());
    Trail trail;
    for (const Subject &subject : *subjects) {
        coursesOf(servers, profile, *surveyed, subject, trail, progress, cancel);
        roomsIn(servers, *surveyed, subject, trail, cancel);
        remembered(*history, *surveyed, subject, trail);
    }
    for (const SiteSurvey &site : surveyed->sites) {
        if (site.down) {
            trail.gaps.push_back(becauseOfMoodle(*site.down));
            trail.wholeSites.insert(site.id);
        }
    }
    std::vector<LinkKey> keys;
    for (const SurveyedLink &link : surveyed->links) {
        if (link.inScope && (trail.wholeSites.contains(link.key.site) || trail.links.contains(link.key) ||
                             trail.courses.contains(qMakePair(link.key.site, link.course)) ||
                             (!link.room.isEmpty() && trail.rooms.contains(link.room))))
            keys.push_back(link.key);
    }
    ObserveOptions options;
    options.names = true;
    auto observed = observe(servers, profile, *surveyed, memory, keys, options, progress, cancel);
    if (!observed)
        return fail(observed.error());

    PersonAnswer out;
    const Snapshot &s = *observed->snapshot;
    for (Subject &subject : *subjects) {
        intoSnapshot(s, subject);
        if (!subject.account.isValid() || subject.moodle.state != Lookup<Person>::State::Failed)
            continue;
        // Whom Moodle leaves out in silence is only told from somebody who is not there beside people who are.
        if (auto again = findPerson(servers, profile, *surveyed, s, subject.chat.value.id.value, {}, cancel);
            again && again->size() == 1)
            subject.moodle = again->front().moodle;
    }
    const Instant chatAt = surveyed->rooms.readAt;
    const ExplainInput input{s, profile.policy, observed->history, chatAt, nullptr, std::nullopt};
    for (quint32 i = 0; i < s.links.size(); ++i) {
        if (!s.courses[s.links[i].course.value].inScope)
            continue;
        Explanation explained = explain(input, LinkIx(i), subjectFor(*subjects, s, s.links[i]));
        if (concerns(explained))
            out.rooms.push_back(std::move(explained));
    }
    out.subjects = std::move(*subjects);
    out.diff = diff(s, profile.policy, observed->history);
    out.gaps = std::move(trail.gaps);
    out.inactiveMayMiss = trail.inactiveMayMiss;
    out.observed = std::move(*observed);
    return out;
}

} // namespace liaison
