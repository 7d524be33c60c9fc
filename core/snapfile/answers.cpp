#include "core/snapfile/answers.h"

#include "core/reconcile/identity.h"
#include "core/run/resolve.h"

#include <algorithm>

namespace liaison::snapfile {
namespace {

ExplainInput inputOf(const CampusReading &campus)
{
    return {*campus.view->snapshot,
            campus.view->policy,
            campus.view->history,
            campus.extras.chatReadAt,
            nullptr,
            std::nullopt};
}

/// By the survey of the file every server is closed, so nobody is asked and the servers are none.
Result<std::vector<Subject>> find(const CampusReading &campus, const QString &person, const QString &site)
{
    Servers none;
    Profile profile;
    profile.policy = campus.view->policy;
    auto found = findPerson(none, profile, *campus.survey, *campus.view->snapshot, person, site, {});
    if (!found && (found.error().code == u"published-only" || found.error().code == u"person-not-found"))
        return fail(Error{ErrorKind::Input, QStringLiteral("not-in-snapshot"), person, 0, {}, {}});
    return found;
}

bool remembers(const History &history, const Snapshot &s, const Link &link, const Subject &subject)
{
    const auto known = history.links.constFind({s.sites[link.site.value].id.value, link.cmid.value});
    if (known == history.links.constEnd())
        return false;
    for (const LinkHistory &past : *known) {
        for (const PastExpected &p : past.expected) {
            if (subject.person.isValid() && s.people[subject.person.value].site == link.site &&
                p.person == s.people[subject.person.value].id)
                return true;
            if (subject.account.isValid() && p.account == s.accounts[subject.account.value].id)
                return true;
        }
    }
    return false;
}

/// Who this is, as the servers would have told it.
void asLookup(const Snapshot &s, const IdentityMap &identity, Subject &subject)
{
    if (subject.person.isValid() && subject.moodle.state == Lookup<Person>::State::NotAsked) {
        const Person &person = s.people[subject.person.value];
        subject.moodle = {Lookup<Person>::State::Found, person, {}, person.username, {}};
    }
    AccountIx account = subject.account;
    if (!account.isValid() && subject.person.isValid())
        account = identity.byPerson[subject.person.value].account;
    if (account.isValid() && subject.chat.state == Lookup<Account>::State::NotAsked) {
        const Account &known = s.accounts[account.value];
        subject.chat = {Lookup<Account>::State::Found, known, {}, known.username, {}};
    }
}

template <class Column> bool holds(const Column &column, const Rows &rows, quint32 value)
{
    const auto begin = column.begin() + rows.first;
    return std::find(begin, begin + rows.count, value) != begin + rows.count;
}

/// By LinkIx: this person is enrolled in the course, in the room, or was expected there; and every other link of those
/// rooms.
std::vector<bool> linksNear(const CampusReading &campus, std::vector<Subject> subjects)
{
    const Snapshot &s = *campus.view->snapshot;
    const IdentityMap identity = identify(s, campus.view->policy);
    for (Subject &subject : subjects) {
        if (!subject.account.isValid() && subject.person.isValid())
            subject.account = identity.byPerson[subject.person.value].account;
    }
    std::vector<bool> near(s.links.size());
    QSet<quint32> rooms;
    for (size_t i = 0; i < s.links.size(); ++i) {
        const Link &link = s.links[i];
        const Course &course = s.courses[link.course.value];
        const auto *room = std::get_if<RoomIx>(&link.room);
        for (const Subject &subject : subjects) {
            const bool enrolled = subject.person.isValid() && course.enrolments.isKnown() &&
                                  holds(s.enrolments.person, course.enrolments.value(), subject.person.value);
            const bool inside = subject.account.isValid() && room && s.rooms[room->value].members.isKnown() &&
                                holds(s.members.account, s.rooms[room->value].members.value(), subject.account.value);
            near[i] = near[i] || enrolled || inside || remembers(campus.view->history, s, link, subject);
        }
        if (near[i] && room)
            rooms.insert(room->value);
    }
    for (size_t i = 0; i < s.links.size(); ++i) {
        const auto *room = std::get_if<RoomIx>(&s.links[i].room);
        near[i] = near[i] || (room && rooms.contains(room->value));
    }
    return near;
}

} // namespace

Observed observedIn(const CampusReading &campus, const std::vector<LinkKey> &links)
{
    Observed out;
    out.snapshot = campus.view->snapshot;
    out.history = campus.view->history;
    out.sites = campus.extras.unread;
    if (links.empty())
        return out;
    Snapshot part = restricted(*campus.view->snapshot, links);
    QSet<quint32> courses;
    for (const Link &link : part.links)
        courses.insert(link.course.value);
    for (quint32 i = 0; i < part.courses.size(); ++i) {
        if (!courses.contains(i)) // nobody would have read them
            part.courses[i].enrolments = Reading<Rows>::unknown(UnknownReason::ReadFailed);
    }
    out.snapshot = std::make_shared<const Snapshot>(std::move(part));
    return out;
}

Result<WhyAnswer> whyIn(const CampusReading &campus, const QString &person, const QString &course)
{
    const auto choice = chooseCourse(*campus.survey, course);
    if (!choice)
        return fail(choice.error());
    const auto subjects = find(campus, person, choice->links.front().site);
    if (!subjects)
        return fail(subjects.error());
    const Snapshot &s = *campus.view->snapshot;
    const ExplainInput input = inputOf(campus);
    const auto isIn = [](const std::vector<LinkKey> &keys, const LinkKey &key) {
        return std::find(keys.begin(), keys.end(), key) != keys.end();
    };
    WhyAnswer out;
    std::vector<bool> named;
    for (quint32 i = 0; i < s.links.size(); ++i) {
        const LinkKey key{s.sites[s.links[i].site.value].id.value, s.links[i].cmid.value};
        if (!isIn(choice->links, key))
            continue;
        out.all.push_back(explain(input, LinkIx(i), subjectFor(*subjects, s, s.links[i])));
        named.push_back(isIn(choice->named, key));
    }
    for (size_t i = out.all.size(); i-- > 0;) {
        if (choice->named.empty() ? isTrouble(out.all[i]) : named[i])
            out.chosen = i;
    }
    out.observed = observedIn(campus, {});
    out.diff = campus.view->diff;
    return out;
}

Result<PersonAnswer> personIn(const CampusReading &campus, const QString &person)
{
    auto subjects = find(campus, person, {});
    if (!subjects)
        return fail(subjects.error());
    const Snapshot &s = *campus.view->snapshot;
    const ExplainInput input = inputOf(campus);
    PersonAnswer out;
    const auto gap = [&](const UnknownBecause &because) {
        if (std::find(out.gaps.begin(), out.gaps.end(), because) == out.gaps.end())
            out.gaps.push_back(because);
    };
    for (const Unknown &unread : campus.extras.unread)
        gap({unread.reason, unread.detail});
    // One explanation compares a whole room: only the rooms that this person has to do with.
    const std::vector<bool> near = linksNear(campus, *subjects);
    for (quint32 i = 0; i < s.links.size(); ++i) {
        const Link &link = s.links[i];
        const Course &course = s.courses[link.course.value];
        if (!course.inScope)
            continue;
        const Subject &subject = subjectFor(*subjects, s, link);
        if (near[i]) {
            Explanation e = explain(input, LinkIx(i), subject);
            if (e.expected || e.observed || e.kind || e.cause != Cause::NotKnown ||
                (e.conclusion != Conclusion::NotEnrolled && e.conclusion != Conclusion::Technical))
                out.rooms.push_back(std::move(e));
        } else if (!course.enrolments.isKnown() &&
                   (!subject.person.isValid() || s.people[subject.person.value].site == link.site)) {
            gap(course.enrolments.because()); // this person may be enrolled there
        }
    }
    const IdentityMap identity = identify(s, input.policy);
    for (Subject &subject : *subjects)
        asLookup(s, identity, subject);
    out.subjects = std::move(*subjects);
    out.observed = observedIn(campus, {});
    out.diff = campus.view->diff;
    return out;
}

} // namespace liaison::snapfile
