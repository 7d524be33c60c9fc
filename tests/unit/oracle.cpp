#include "tests/unit/oracle.h"

#include <algorithm>

namespace liaison::tests {
namespace {

bool pluginDecidesFor(const SmallWorld &w, const SmallLink &link)
{
    for (const SmallSite &site : w.sites) {
        if (site.id == link.site)
            return w.policy.source != PolicySource::Console && link.roles &&
                   (w.policy.source == PolicySource::Plugin || site.pluginSeen);
    }
    return false;
}

bool anyOf(const QStringList &roles, const QStringList &mapped)
{
    return std::any_of(roles.begin(), roles.end(), [&](const QString &r) { return mapped.contains(r); });
}

/// 0: leaves the expectation alone, 1: keep, 2: not expected.
int verdict(Tri inState, Treatment treatment)
{
    if (treatment == Treatment::Expected || inState == Tri::No)
        return 0;
    return inState == Tri::NotKnown || treatment == Treatment::Keep ? 1 : 2;
}

QString loginOf(const SmallWorld &w, const SmallPerson &p)
{
    return w.policy.identity.exceptions.value(p.username.toLower(), p.username).toLower();
}

} // namespace

const SmallCourse &courseOf(const SmallWorld &w, const SmallLink &link)
{
    return *std::find_if(w.courses.begin(), w.courses.end(),
                         [&](const SmallCourse &c) { return c.id == link.course && c.site == link.site; });
}

bool isKnown(const SmallWorld &w, const SmallLink &link)
{
    const SmallCourse &c = courseOf(w, link);
    return !link.unknown && !c.unknown && !c.groupUnknown;
}

std::vector<const SmallLink *> linksTo(const SmallWorld &w, const QString &room)
{
    std::vector<const SmallLink *> links;
    for (const SmallLink &l : w.links) {
        if (l.room == room && l.points == SmallLink::Points::Room)
            links.push_back(&l);
    }
    return links;
}

const SmallRoom &roomOf(const SmallWorld &w, const QString &room)
{
    return *std::find_if(w.rooms.begin(), w.rooms.end(), [&](const SmallRoom &r) { return r.id == room; });
}

const SmallAccount *accountById(const SmallWorld &w, const QString &id)
{
    const auto it =
        std::find_if(w.accounts.begin(), w.accounts.end(), [&](const SmallAccount &a) { return a.id == id; });
    return it == w.accounts.end() ? nullptr : &*it;
}

bool mappingIsGuess(const SmallWorld &w, const SmallLink &link)
{
    if (w.policy.source == PolicySource::Console || pluginDecidesFor(w, link))
        return false;
    const bool plugin = std::any_of(w.sites.begin(), w.sites.end(),
                                    [&](const SmallSite &s) { return s.id == link.site && s.pluginSeen; });
    return plugin || w.policy.source == PolicySource::Plugin || !w.policy.roles.configured;
}

Want wantOf(const SmallWorld &w, const SmallLink &link, const SmallCourse &course, qint64 id)
{
    QStringList roles;
    bool active = false, activeUnknown = false;
    Tri suspended = Tri::NotKnown;
    for (const SmallEnrolment &e : course.enrolled) {
        if (e.person != id)
            continue;
        roles += e.roles + e.inherited;
        active = active || e.active == Tri::Yes;
        activeUnknown = activeUnknown || e.active == Tri::NotKnown;
        suspended = e.suspended;
    }
    for (const SmallPerson &p : w.people) {
        if (p.id == id && p.site == course.site && p.gone)
            return {Want::No, false};
    }
    QStringList moderator, member;
    if (pluginDecidesFor(w, link)) {
        moderator = link.roles->first;
        member = link.roles->second;
    } else {
        moderator = w.policy.roles.site.moderator.value_or(QStringList());
        member = w.policy.roles.site.member.value_or(QStringList());
        for (auto it = w.policy.roles.courses.begin(); it != w.policy.roles.courses.end(); ++it) {
            if (course.site == u"main" && it.key() == QString::number(course.id)) {
                moderator = it->moderator.value_or(moderator);
                member = it->member.value_or(member);
            }
        }
    }
    const bool moderates = anyOf(roles, moderator);
    if (!moderates && !anyOf(roles, member))
        return course.inheritedRolesKnown ? Want{Want::No, false} : Want{Want::Unsure, true};
    const bool mayInherit = !moderates && !course.inheritedRolesKnown;
    if (!moderates && course.group && std::find(course.group->begin(), course.group->end(), id) == course.group->end())
        return mayInherit ? Want{Want::Unsure, true} : Want{Want::No, false};
    const Tri inactive = active ? Tri::No : activeUnknown ? Tri::NotKnown : Tri::Yes;
    const int worst = std::max(verdict(inactive, w.policy.inactive()), verdict(suspended, w.policy.suspended()));
    if (worst == 2)
        return {Want::No, false};
    if (worst == 1)
        return {Want::Keep, moderates || mayInherit};
    return {moderates ? Want::Moderator : Want::Member, moderates || mayInherit};
}

bool inConflict(const SmallWorld &w, const SmallPerson &person)
{
    if (person.gone)
        return false;
    return std::any_of(w.people.begin(), w.people.end(), [&](const SmallPerson &other) {
        return other.site == person.site && other.id != person.id && !other.gone &&
               loginOf(w, other) == loginOf(w, person);
    });
}

const SmallAccount *accountOf(const SmallWorld &w, const SmallPerson &person)
{
    if (inConflict(w, person))
        return nullptr;
    const auto it = std::find_if(w.accounts.begin(), w.accounts.end(),
                                 [&](const SmallAccount &a) { return a.username.toLower() == loginOf(w, person); });
    return it == w.accounts.end() ? nullptr : &*it;
}

std::vector<const SmallPerson *> peopleOf(const SmallWorld &w, const SmallCourse &course)
{
    std::vector<const SmallPerson *> people;
    for (const SmallPerson &p : w.people) {
        const bool enrolled = std::any_of(course.enrolled.begin(), course.enrolled.end(),
                                          [&](const SmallEnrolment &e) { return e.person == p.id; });
        if (p.site == course.site && enrolled)
            people.push_back(&p);
    }
    return people;
}

Want wantedIn(const SmallWorld &w, const QString &room, const QString &account)
{
    Want all;
    for (const SmallLink *l : linksTo(w, room)) {
        if (!isKnown(w, *l))
            continue;
        const SmallCourse &course = courseOf(w, *l);
        for (const SmallPerson *p : peopleOf(w, course)) {
            const SmallAccount *a = accountOf(w, *p);
            if (!a || a->id != account)
                continue;
            const Want one = wantOf(w, *l, course, p->id);
            all.standing = std::max(all.standing, one.standing);
            all.mayModerate = all.mayModerate || one.mayModerate;
        }
    }
    return all;
}

bool hasEvidence(const SmallWorld &w, const QString &room, const QString &account)
{
    if (w.history.addedByUs.value(room).contains(account))
        return true;
    for (const SmallLink *l : linksTo(w, room)) {
        if (const LinkHistory *past = w.history.of({l->site, l->cmid}, room)) {
            for (const PastExpected &p : past->expected) {
                if (p.account.value == account)
                    return true;
            }
        }
        if (!isKnown(w, *l))
            continue;
        for (const SmallPerson *p : peopleOf(w, courseOf(w, *l))) {
            const SmallAccount *a = accountOf(w, *p);
            if (a && a->id == account)
                return true;
        }
    }
    return false;
}

bool isApi(const SmallWorld &w, const SmallAccount &account)
{
    const QStringList all = w.apiAccounts + w.policy.apiAccounts;
    return all.contains(account.username, Qt::CaseInsensitive) || all.contains(account.id, Qt::CaseInsensitive);
}

bool isProtected(const SmallWorld &w, const SmallAccount &account, quint8 roomRoles, bool strict)
{
    if (isApi(w, account) || (roomRoles & RoomOwner) != 0)
        return true;
    if (w.policy.exclude.contains(account.username, Qt::CaseInsensitive))
        return true;
    if (account.type == u"bot" || account.type == u"app")
        return true;
    if (!account.serverRoles)
        return strict;
    return anyOf(*account.serverRoles, {QStringLiteral("admin"), QStringLiteral("bot"), QStringLiteral("app")});
}

} // namespace liaison::tests
