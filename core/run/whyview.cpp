#include "core/run/whyview.h"

#include "core/reconcile/identity.h"

#include <algorithm>

namespace liaison {
namespace {

std::optional<LinkIx> positionOf(const Snapshot &s, const LinkKey &key)
{
    for (quint32 i = 0; i < s.links.size(); ++i) {
        if (s.links[i].cmid.value == key.cmid && s.sites[s.links[i].site.value].id.value == key.site)
            return LinkIx(i);
    }
    return std::nullopt;
}

/// Of this person's courses and of the rooms that their account is in.
std::vector<LinkIx> linksOf(const Snapshot &s, const Subject &subject, AccountIx account)
{
    std::vector<LinkIx> links;
    for (quint32 i = 0; i < s.links.size() && links.size() < mostOtherRooms; ++i) {
        const Course &course = s.courses[s.links[i].course.value];
        const auto *room = std::get_if<RoomIx>(&s.links[i].room);
        bool theirs = false;
        if (subject.person.isValid() && course.enrolments.isKnown()) {
            const Rows rows = course.enrolments.value();
            const auto begin = s.enrolments.person.begin() + rows.first;
            theirs = std::find(begin, begin + rows.count, subject.person.value) != begin + rows.count;
        }
        if (!theirs && account.isValid() && room && s.rooms[room->value].members.isKnown()) {
            const Rows rows = s.rooms[room->value].members.value();
            const auto begin = s.members.account.begin() + rows.first;
            theirs = std::find(begin, begin + rows.count, account.value) != begin + rows.count;
        }
        if (theirs)
            links.push_back(LinkIx(i));
    }
    return links;
}

} // namespace

ExplainInput inputOf(const CampusView &view)
{
    Instant chat; // of the lists that were read: the newest date of that server
    for (const Room &room : view.snapshot->rooms)
        chat = std::max(chat, room.members.readAt());
    return {*view.snapshot, view.policy, view.history, chat, nullptr, std::nullopt};
}

std::optional<Subject> subjectInView(const CampusView &view, const LinkKey &key, const PersonKey &person)
{
    const Snapshot &s = *view.snapshot;
    Subject subject;
    subject.name = person.username;
    if (person.chat) {
        if (const auto account = s.accountById.constFind(*person.chat); account != s.accountById.constEnd())
            subject.account = *account;
    }
    for (quint32 i = 0; i < s.people.size() && !subject.account.isValid(); ++i) {
        const Person &who = s.people[i];
        const bool here = s.sites[who.site.value].id.value == key.site;
        if (here && (person.moodle ? who.id.value == *person.moodle
                                   : who.username.compare(person.username, Qt::CaseInsensitive) == 0))
            subject.person = PersonIx(i);
    }
    if (!subject.person.isValid() && !subject.account.isValid()) {
        if (const auto account = s.accountByLogin.constFind(person.username.toLower());
            account != s.accountByLogin.constEnd())
            subject.account = *account;
    }
    if (!subject.person.isValid() && !subject.account.isValid())
        return std::nullopt;
    return subject;
}

std::optional<WhyView> whyInView(const CampusView &view, const LinkKey &key, const PersonKey &person)
{
    const Snapshot &s = *view.snapshot;
    const auto link = positionOf(s, key);
    auto subject = subjectInView(view, key, person);
    if (!link || !subject)
        return std::nullopt;
    const ExplainInput input = inputOf(view);
    WhyView out{view.snapshot, person, explain(input, *link, *subject), {}};
    // The other half, so that every room of this human is found.
    const IdentityMap identity = identify(s, view.policy);
    AccountIx account = subject->account;
    if (subject->person.isValid() && identity.byPerson[subject->person.value].state == PersonAccount::State::Found)
        account = identity.byPerson[subject->person.value].account;
    for (quint32 i = 0; i < s.people.size() && !subject->person.isValid() && account.isValid(); ++i) {
        if (identity.byPerson[i].state == PersonAccount::State::Found && identity.byPerson[i].account == account)
            subject->person = PersonIx(i);
    }
    for (LinkIx other : linksOf(s, *subject, account)) {
        if (other != *link)
            out.others.push_back(explain(input, other, *subject));
    }
    return out;
}

} // namespace liaison
