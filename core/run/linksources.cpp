#include "core/run/linksources.h"

#include "core/run/activities.h"
#include "core/run/guess.h"
#include "core/run/trouble.h"

#include <QCryptographicHash>
#include <algorithm>

namespace liaison {
namespace {

const store::LinkImport *importOf(const LinkContext &c)
{
    const auto it = std::find_if(c.imports.begin(), c.imports.end(),
                                 [&](const store::LinkImport &import) { return import.site == c.facts().id; });
    return it == c.imports.end() ? nullptr : &*it;
}

SurveyedLink fromImport(const store::LinkImport &import, const store::ImportedLink &from)
{
    SurveyedLink link;
    link.key = {import.site, from.cmid};
    link.course = from.course;
    link.activityName = from.name;
    link.visibilityKnown = from.visible.has_value();
    link.visible = from.visible.value_or(true);
    link.room = from.room;
    link.source = LinkSource::Import;
    link.at = import.date;
    link.by = import.by;
    if (from.moderatorRoles && from.memberRoles) {
        ActivityRoles roles;
        for (qint64 id : *from.moderatorRoles)
            roles.moderator.push_back({id});
        for (qint64 id : *from.memberRoles)
            roles.member.push_back({id});
        link.roles = std::move(roles);
    }
    link.retention = from.retention;
    link.created = from.created;
    return link;
}

SurveyedLink named(const store::RememberedLink &past)
{
    SurveyedLink link;
    link.key = {past.site, past.cmid};
    link.course = past.course;
    link.shortName = past.shortName;
    link.fullName = past.fullName;
    link.room = past.room;
    link.visibilityKnown = false;
    link.at = past.confirmedAt.isKnown() ? past.confirmedAt : past.lastSeen;
    link.by = past.confirmedBy;
    return link;
}

/// What is known of a site that cannot be asked now, from the past and from what was imported.
std::vector<SurveyedLink> knownAsUnknown(const LinkContext &c, const UnknownBecause &because)
{
    std::vector<SurveyedLink> links;
    QSet<qint64> settled;
    for (const store::RememberedLink &past : c.remembered) {
        if (past.site != c.facts().id || past.gone)
            continue;
        SurveyedLink link = named(past);
        link.source = past.source == LinkSource::Guessed ? LinkSource::Guessed : LinkSource::Remembered;
        link.confirmed = past.source != LinkSource::Guessed;
        link.unknown = because;
        settled.insert(past.cmid);
        links.push_back(std::move(link));
    }
    if (const store::LinkImport *import = importOf(c)) {
        for (const store::ImportedLink &from : import->links) {
            if (from.gone || settled.contains(from.cmid))
                continue;
            SurveyedLink link = fromImport(*import, from);
            link.unknown = because;
            links.push_back(std::move(link));
        }
    }
    return links;
}

/// A remembered link stands as long as its room still is what it was; a name plays no part in that.
SurveyedLink fromMemory(const store::RememberedLink &past, const Survey &survey)
{
    SurveyedLink link = named(past);
    link.source = past.confirmedAt.isKnown() ? LinkSource::Confirmed : LinkSource::Remembered;
    if (survey.chatDown || survey.roomsUnknown)
        return link; // no list, no judgement: the chat side says why
    const auto room = survey.roomById.constFind(past.room);
    const chat::RoomInfo *info = room == survey.roomById.constEnd() ? nullptr : &survey.rooms.rooms[*room];
    if (!info || info->type != u"p" || (!past.creator.isEmpty() && info->creatorId != past.creator))
        link.unknown = UnknownBecause{UnknownReason::NotFoundByName, QStringLiteral("room-moved")};
    return link;
}

/// An import tells every activity of its day: what only an older memory knows was not there any more.
bool isOlderThan(const store::RememberedLink &past, const store::LinkImport &import)
{
    return past.source == LinkSource::Import || std::max(past.lastSeen, past.confirmedAt) <= import.date;
}

void nameCourse(SurveyedLink &link, const std::map<qint64, moodle::Course> &courses)
{
    const auto course = courses.find(link.course);
    if (course == courses.end())
        return;
    link.shortName = course->second.shortname;
    link.fullName = course->second.fullname;
    link.category = course->second.category;
    link.groupMode = course->second.groupMode;
}

/// What a walk saw of the activity.
void addActivity(SurveyedLink &link, const SiteActivities &activities)
{
    const auto it = activities.byCmid.find(link.key.cmid);
    if (it == activities.byCmid.end())
        return;
    if (const auto unread = activities.unread.find(it->second.course); unread != activities.unread.end())
        return;
    const store::SeenActivity &seen = it->second.activity;
    link.course = it->second.course;
    link.activityName = seen.name;
    link.activityRead = it->second.fresh;
    link.visibilityKnown = seen.visible.has_value();
    link.visible = seen.visible.value_or(true);
    link.visibleOnCoursePage = seen.visibleOnCoursePage.value_or(true);
}

/// An activity that a walk found and to which no room was found: nothing but its name could have told which it is.
SurveyedLink roomless(const LinkContext &c, qint64 cmid, const SiteActivities &activities)
{
    SurveyedLink link;
    link.key = {c.facts().id, cmid};
    link.source = LinkSource::Guessed;
    link.confirmed = false;
    const qint64 course = activities.byCmid.at(cmid).course;
    link.course = course;
    addActivity(link, activities);
    if (const auto unread = activities.unread.find(course); unread != activities.unread.end())
        link.unknown = unread->second;
    else if (c.survey.chatDown)
        link.unknown = becauseOfChat(*c.survey.chatDown);
    else if (c.survey.roomsUnknown)
        link.unknown = c.survey.roomsUnknown;
    else
        link.unknown = UnknownBecause{UnknownReason::NotFoundByName, QStringLiteral("not-found-by-name")};
    return link;
}

Result<std::map<qint64, moodle::Course>> coursesOf(const LinkContext &c)
{
    std::map<qint64, moodle::Course> courses;
    const auto read = c.client().courses(c.cancel);
    if (!read) {
        if (isDown(read.error(), true) || read.error().kind == ErrorKind::Cancelled)
            return fail(read.error());
        return courses; // without names and categories: what needs them says so
    }
    for (const moodle::Course &course : read->value.courses)
        courses.emplace(course.id, course);
    return courses;
}

std::vector<qint64> inScopeOf(const LinkContext &c, const std::map<qint64, moodle::Course> &courses)
{
    std::vector<qint64> ids;
    for (const auto &[id, course] : courses) {
        if (inScope(c.profile.scope, c.facts().id, id, course.shortname, categoryPath(c.facts(), course.category)))
            ids.push_back(id);
    }
    return ids;
}

/// Neither rooms nor activities told anything: that is not the same as a site without links.
void sayNothingWasSeen(const LinkContext &c, const SiteActivities &activities)
{
    if (activities.walked)
        return;
    if (c.survey.chatDown)
        c.facts().linksUnknown = becauseOfChat(*c.survey.chatDown);
    else if (c.survey.roomsUnknown)
        c.facts().linksUnknown = c.survey.roomsUnknown;
}

Result<std::vector<SurveyedLink>> withoutCompanion(const LinkContext &c)
{
    const auto courses = coursesOf(c);
    if (!courses)
        return fail(courses.error());
    std::vector<SurveyedLink> links;
    QSet<qint64> settled;
    const store::LinkImport *import = importOf(c);
    if (import) {
        for (const store::ImportedLink &from : import->links) {
            settled.insert(from.cmid);
            c.facts().importedRoles = c.facts().importedRoles || from.moderatorRoles;
            c.facts().importedRetention = c.facts().importedRetention || (from.retention && from.retention->enabled);
            if (!from.gone)
                links.push_back(fromImport(*import, from));
        }
    }
    for (const store::RememberedLink &past : c.remembered) {
        if (past.site != c.facts().id || past.gone || past.room.isEmpty() || past.source == LinkSource::Guessed ||
            settled.contains(past.cmid) || (import && isOlderThan(past, *import)))
            continue;
        links.push_back(fromMemory(past, c.survey));
        settled.insert(past.cmid);
    }
    SiteActivities activities;
    if (!import) {
        auto read =
            readActivities(c.servers, c.site, c.facts(), inScopeOf(c, *courses), c.memory, c.progress, c.cancel);
        if (!read)
            return fail(read.error());
        activities = std::move(*read);
        c.facts().unreadCourses = activities.unread;
    }
    QSet<QString> taken;
    for (SurveyedLink &link : links) {
        addActivity(link, activities);
        nameCourse(link, *courses);
        taken.insert(link.room);
    }
    const GuessFrom from{prefixOf(c.profile.moodle[c.site], c.facts()),
                         *courses,
                         activities,
                         settled,
                         taken,
                         import ? import->date : Instant{}};
    auto guesses = guessLinks(c, from);
    if (!guesses)
        return fail(guesses.error());
    for (SurveyedLink &guess : *guesses) {
        settled.insert(guess.key.cmid);
        links.push_back(std::move(guess));
    }
    for (const auto &[cmid, seen] : activities.byCmid) {
        if (settled.contains(cmid))
            continue;
        SurveyedLink link = roomless(c, cmid, activities);
        nameCourse(link, *courses);
        links.push_back(std::move(link));
    }
    if (links.empty())
        sayNothingWasSeen(c, activities);
    return links;
}

} // namespace

QString prefixOf(const MoodleSettings &settings, const SiteSurvey &site)
{
    if (!settings.namePrefix.isEmpty())
        return settings.namePrefix;
    const QString root = site.info.siteUrl.isEmpty() ? site.url : site.info.siteUrl;
    return QString::fromLatin1(QCryptographicHash::hash(root.toUtf8(), QCryptographicHash::Sha1).toHex());
}

Result<std::vector<SurveyedLink>> linksOf(const LinkContext &c)
{
    SiteSurvey &site = c.facts();
    if (!site.down && !site.linksUnknown && site.companion && site.offers(moodle::functions::companionLinks)) {
        auto links = c.client().allCompanionLinks({}, c.cancel);
        if (links) {
            std::vector<SurveyedLink> all;
            for (const moodle::CompanionLink &link : links->value) {
                if (link.deletionInProgress)
                    continue;
                all.push_back(fromCompanion(site.id, link));
                all.back().at = links->at;
            }
            const bool knewSome = std::any_of(c.remembered.begin(), c.remembered.end(), [&](const auto &past) {
                return past.site == site.id && past.source == LinkSource::Companion && !past.room.isEmpty();
            });
            if (!links->value.empty() || !knewSome)
                return all;
            // All gone at once is suspect, never truth: nothing would be checked any more and nobody told.
            site.linksUnknown = UnknownBecause{UnknownReason::Truncated, QStringLiteral("truncated")};
        } else if (links.error().kind == ErrorKind::Cancelled) {
            return fail(links.error());
        } else if (isDown(links.error(), true)) {
            site.down = links.error();
        } else {
            site.linksUnknown = becauseOfMoodle(links.error());
        }
    }
    if (site.down)
        return knownAsUnknown(c, becauseOfMoodle(*site.down));
    // What a right keeps from us another source may tell; what failed may be back in a minute.
    const bool refused = site.linksUnknown && site.linksUnknown->reason == UnknownReason::NoAccess && importOf(c);
    if (site.linksUnknown && !refused)
        return knownAsUnknown(c, *site.linksUnknown);
    site.linksUnknown.reset();
    auto links = withoutCompanion(c);
    if (links || !isDown(links.error(), true))
        return links;
    site.down = links.error();
    return knownAsUnknown(c, becauseOfMoodle(*site.down));
}

} // namespace liaison
