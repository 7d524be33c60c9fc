#include "core/run/observation.h"

#include "core/moodle/memberships.h"
#include "core/run/strategy.h"
#include "core/run/trouble.h"

#include <algorithm>

namespace liaison {
namespace {

constexpr QLatin1String people("local_liaison_get_people");
constexpr QLatin1String usersByField("core_user_get_users_by_field");

Tri tri(const std::optional<bool> &value)
{
    return !value ? Tri::NotKnown : *value ? Tri::Yes : Tri::No;
}

void addSites(ObservationContext &c)
{
    for (const SiteSurvey &survey : c.survey.sites) {
        Site site;
        site.id.value = survey.id;
        site.url = survey.url;
        site.now = survey.now;
        if (survey.companion) {
            const moodle::CompanionInfo &info = *survey.companion;
            site.pluginSeen = info.modRocketchat.has_value();
            site.naming = Naming{info.naming.format, info.naming.replacements, info.naming.regex};
            site.retentionFeature = info.retentionFeature;
            if (info.modRocketchat) {
                site.createsAccounts = info.createsAccounts ? Tri::Yes : Tri::No;
                ActivityRoles roles;
                for (qint64 id : info.defaultModeratorRoles)
                    roles.moderator.push_back({id});
                for (qint64 id : info.defaultMemberRoles)
                    roles.member.push_back({id});
                site.defaultRoles = std::move(roles);
            }
        }
        site.pluginSeen = site.pluginSeen || survey.importedRoles;
        site.retentionFeature = site.retentionFeature || survey.importedRetention;
        const SiteIx ix = c.builder.addSite(std::move(site));
        c.sites.push_back(ix);
        if (!survey.companion)
            continue;
        for (const moodle::SiteRole &role : survey.companion->roles)
            c.builder.role(ix, {role.id}, role.shortname, role.name);
    }
}

void addCoursesAndLinks(ObservationContext &c)
{
    for (const SurveyedLink *from : c.links) {
        const size_t siteNumber = c.siteOf(from->key);
        const SiteIx site = c.sites[siteNumber];
        CourseIx course = c.builder.findCourse(site, {from->course});
        if (!course.isValid()) {
            Course fresh;
            fresh.site = site;
            fresh.id.value = from->course;
            fresh.category.value = from->category.value_or(0);
            fresh.shortName = from->shortName;
            fresh.fullName = from->fullName;
            for (qint64 category : categoryPath(c.survey.sites[siteNumber], from->category))
                fresh.path.push_back({category});
            fresh.inScope = from->inScope;
            fresh.groupMode = from->groupMode;
            course = c.builder.addCourse(std::move(fresh));
        }
        Link link;
        link.site = site;
        link.course = course;
        link.cmid.value = from->key.cmid;
        link.activityName = from->activityName;
        link.visible = from->visible;
        link.visibleOnCoursePage = from->visibleOnCoursePage;
        link.visibilityKnown = from->visibilityKnown;
        link.source = from->source;
        link.confirmed = from->confirmed;
        link.roles = from->roles;
        link.wantedRetention = from->retention;
        link.created = from->created;
        link.unknown = from->unknown;
        if (link.roles) { // so that a role nobody holds is known by its id at least
            for (const auto &list : {link.roles->moderator, link.roles->member}) {
                for (RoleId role : list)
                    c.builder.role(site, role);
            }
        }
        if (!from->candidates.empty())
            link.room = AmbiguousRooms{};
        else if (from->room.isEmpty())
            link.room = NoRoom{};
        else
            link.room = UnknownRoom{{from->room}, {UnknownReason::ReadFailed, {}}}; // the chat side fills it in
        c.builder.addLink(std::move(link));
    }
}

void keepEnrolments(ObservationContext &c, SiteIx site, const moodle::CourseEnrolments &read)
{
    const CourseIx course = c.builder.findCourse(site, {read.course});
    if (moodle::trustOf(read.completeness) == moodle::Trust::Truncated) {
        c.builder.setEnrolmentsUnknown(course, {UnknownReason::Truncated, {}});
        return;
    }
    for (const moodle::RoleRef &role : read.rolesSeen)
        c.builder.role(site, {role.id}, role.shortname, role.name);
    std::vector<EnrolmentRow> rows;
    rows.reserve(read.rows.size());
    for (const moodle::EnrolmentRow &from : read.rows) {
        EnrolmentRow row;
        Person person;
        person.id.value = from.person;
        person.username = from.username;
        person.fullName = from.fullName.value_or(QString());
        row.person = c.builder.person(site, std::move(person));
        for (qint64 role : from.roles)
            row.roles.push_back(c.builder.role(site, {role}));
        for (qint64 role : from.inheritedRoles)
            row.inherited.push_back(c.builder.role(site, {role}));
        row.active = tri(from.active);
        row.suspended = tri(from.suspended);
        rows.push_back(std::move(row));
    }
    const Proof proof = moodle::trustOf(read.completeness) == moodle::Trust::PartlyKnown ? Proof::Uncounted
                        : read.completeness == moodle::Completeness::EmptyConfirmed      ? Proof::SecondCall
                                                                                         : Proof::Counted;
    c.builder.setEnrolments(course, rows, read.readAt, proof, read.inheritedRolesKnown);
}

/// The groups that the policy names for this course; empty: no group rule.
std::vector<qint64> groupRule(const Policy &policy, const QString &site, qint64 course)
{
    for (auto it = policy.groups.cbegin(); it != policy.groups.cend(); ++it) {
        if (keyNames(it.key(), site, course))
            return it.value();
    }
    return {};
}

void readGroups(ObservationContext &c, size_t siteNumber, const std::vector<qint64> &courses)
{
    const SiteIx site = c.sites[siteNumber];
    for (qint64 id : courses) {
        const std::vector<qint64> groups = groupRule(c.profile.policy, c.survey.sites[siteNumber].id, id);
        if (groups.empty())
            continue;
        const CourseIx course = c.builder.findCourse(site, {id});
        const auto read = c.servers.sites[siteNumber].groupMembers(groups, c.cancel);
        if (!read) {
            c.builder.setGroupMembersUnknown(course, becauseOfMoodle(read.error()));
            continue;
        }
        QSet<quint32> members;
        for (const moodle::GroupMembers &group : read->value) {
            for (qint64 person : group.people) {
                Person p;
                p.id.value = person;
                members.insert(c.builder.person(site, std::move(p)).value);
            }
        }
        c.builder.setGroupMembers(course, std::move(members), read->at);
    }
}

} // namespace

size_t ObservationContext::siteOf(const LinkKey &key) const
{
    for (size_t i = 0; i < survey.sites.size(); ++i) {
        if (survey.sites[i].id == key.site)
            return i;
    }
    return 0;
}

void readMoodleSide(ObservationContext &c)
{
    addSites(c);
    addCoursesAndLinks(c);
    if (!c.people)
        return;
    std::vector<std::vector<qint64>> bySite(c.survey.sites.size());
    for (const SurveyedLink *link : c.links) {
        auto &courses = bySite[c.siteOf(link->key)];
        if (!link->unknown && std::find(courses.begin(), courses.end(), link->course) == courses.end())
            courses.push_back(link->course);
    }
    for (size_t i = 0; i < bySite.size(); ++i) {
        if (bySite[i].empty())
            continue;
        for (const auto &course : readEnrolments(c, i, bySite[i])) {
            if (course.outcome)
                keepEnrolments(c, c.sites[i], *course.outcome);
            else
                c.builder.setEnrolmentsUnknown(c.builder.findCourse(c.sites[i], {course.course}),
                                               becauseOfMoodle(course.outcome.error()));
        }
        readGroups(c, i, bySite[i]);
    }
}

QSet<quint32> readPeople(ObservationContext &c)
{
    QSet<quint32> unreadable;
    for (size_t i = 0; i < c.sites.size(); ++i) {
        std::vector<qint64> ids;
        for (const Person &person : c.builder.facts().people) {
            if (person.site == c.sites[i])
                ids.push_back(person.id.value);
        }
        if (ids.empty())
            continue;
        const SiteSurvey &site = c.survey.sites[i];
        Result<moodle::Fetched<std::vector<moodle::Person>>> read =
            fail(Error{ErrorKind::Forbidden, QStringLiteral("function-missing"), {}, 0, {}, {}});
        if (site.companion && site.offers(people)) {
            read = c.servers.sites[i].people(ids, c.cancel);
        } else if (site.offers(usersByField)) {
            QStringList values;
            for (qint64 id : ids)
                values << QString::number(id);
            read = c.servers.sites[i].usersByField(moodle::UserField::Id, values, c.cancel);
        }
        if (!read || read->value.size() < ids.size())
            unreadable.insert(c.sites[i].value); // whoever was left out silently could be anybody
        // Without the right, Moodle leaves the field out of every answer: nobody having one is no fact either.
        const bool byMail = c.profile.policy.identity.rule == IdentityRule::Email;
        const bool byRule = byMail || c.profile.policy.identity.rule == IdentityRule::IdNumber;
        if (read && std::none_of(read->value.begin(), read->value.end(),
                                 [&](const moodle::Person &p) { return (byMail ? p.email : p.idnumber).has_value(); }))
            unreadable.insert(c.sites[i].value);
        if (!read)
            continue;
        for (const moodle::Person &from : read->value) {
            Person person;
            person.id.value = from.id;
            person.username = from.username.value_or(QString());
            person.fullName = from.fullName.value_or(QString());
            if (person.fullName.isEmpty())
                person.fullName =
                    QString(from.firstName.value_or(QString()) + u' ' + from.lastName.value_or(QString())).trimmed();
            if (byRule) { // else nobody's business: data that no rule uses is not kept
                person.email = from.email.value_or(QString());
                person.idNumber = from.idnumber.value_or(QString());
            }
            c.builder.person(c.sites[i], std::move(person));
        }
    }
    return unreadable;
}

} // namespace liaison
