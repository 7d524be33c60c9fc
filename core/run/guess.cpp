#include "core/run/guess.h"

#include "core/run/parallel.h"
#include "core/run/trouble.h"

#include <QRegularExpression>
#include <map>

namespace liaison {
namespace {

bool made(const chat::RoomInfo &room, const QSet<QString> &apiAccounts)
{
    return apiAccounts.contains(room.creatorId.toLower()) || apiAccounts.contains(room.creatorUsername.toLower());
}

/// A confirmed link stands as long as its room still is what was confirmed.
SurveyedLink fromMemory(const store::RememberedLink &past, const Survey &survey)
{
    SurveyedLink link;
    link.key = {past.site, past.cmid};
    link.course = past.course;
    link.shortName = past.shortName;
    link.fullName = past.fullName;
    link.room = past.room;
    link.source = past.confirmedAt.isKnown() ? LinkSource::Confirmed : LinkSource::Remembered;
    link.confirmed = true;
    link.visibilityKnown = false;
    const auto room = survey.roomById.constFind(past.room);
    if (room == survey.roomById.constEnd())
        link.unknown = UnknownBecause{UnknownReason::NotFoundByName, QStringLiteral("room-moved")};
    else if (const chat::RoomInfo &info = survey.rooms.rooms[*room];
             info.type != u"p" || (!past.creator.isEmpty() && info.creatorId != past.creator))
        link.unknown = UnknownBecause{UnknownReason::NotFoundByName, QStringLiteral("room-moved")};
    return link;
}

} // namespace

std::vector<RoomGuess> guessRooms(const chat::RoomList &rooms, const QString &prefix, const QSet<QString> &apiAccounts)
{
    static const QRegularExpression trailing(QStringLiteral("_(\\d{1,9})(?:_\\d{10})?$"));
    std::vector<RoomGuess> guesses;
    for (const chat::RoomInfo &room : rooms.rooms) {
        if (room.type != u"p" || !room.name.startsWith(prefix + u'_') || !made(room, apiAccounts))
            continue;
        const auto match = trailing.match(room.name);
        if (match.hasMatch())
            guesses.push_back({room.id, match.captured(1).toLongLong()});
    }
    return guesses;
}

QString probablePluginAccount(const chat::RoomList &rooms, const QString &prefix)
{
    std::map<QString, int> made;
    for (const chat::RoomInfo &room : rooms.rooms) {
        if (room.type == u"p" && room.name.startsWith(prefix + u'_') && !room.creatorId.isEmpty())
            ++made[room.creatorId];
    }
    const auto most =
        std::max_element(made.begin(), made.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    return most == made.end() ? QString() : most->first;
}

Result<std::vector<SurveyedLink>> guessLinks(Servers &servers, const moodle::MoodleClient &client,
                                             const SiteSurvey &site, const Survey &survey, const QString &prefix,
                                             const std::vector<store::RememberedLink> &remembered,
                                             const net::CancelToken &cancel)
{
    std::vector<SurveyedLink> links;
    QSet<qint64> settled;
    for (const store::RememberedLink &past : remembered) {
        if (past.site != site.id || past.room.isEmpty() || past.source == LinkSource::Guessed)
            continue;
        links.push_back(fromMemory(past, survey));
        settled.insert(past.cmid);
    }
    std::map<qint64, std::vector<QString>> byCmid;
    for (const RoomGuess &guess : guessRooms(survey.rooms, prefix, survey.apiAccounts)) {
        if (!settled.contains(guess.cmid))
            byCmid[guess.cmid].push_back(guess.room);
    }
    const std::vector<std::pair<qint64, std::vector<QString>>> candidates(byCmid.begin(), byCmid.end());
    std::vector<Result<moodle::Fetched<moodle::CourseModule>>> modules(candidates.size(), fail(Error{}));
    forEachParallel(servers.pool, candidates.size(),
                    [&](size_t i) { modules[i] = client.courseModule(candidates[i].first, cancel); });

    std::map<qint64, moodle::Course> names;
    if (auto courses = client.courses(cancel)) {
        for (const moodle::Course &course : courses->value.courses)
            names.emplace(course.id, course);
    } else if (isDown(courses.error(), true)) {
        return fail(courses.error());
    }
    for (size_t i = 0; i < candidates.size(); ++i) {
        if (!modules[i]) {
            if (isDown(modules[i].error(), true))
                return fail(modules[i].error());
            continue; // no such activity: the room is an orphan or somebody else's
        }
        const moodle::CourseModule &module = modules[i]->value;
        if (module.module != u"rocketchat" || module.cmid != candidates[i].first)
            continue;
        SurveyedLink link;
        link.key = {site.id, module.cmid};
        link.course = module.course;
        link.activityName = module.name;
        link.source = LinkSource::Guessed;
        link.confirmed = false;
        link.visibilityKnown = module.visible.has_value();
        link.visible = module.visible.value_or(true);
        link.visibleOnCoursePage = module.visibleOnCoursePage.value_or(true);
        if (module.added)
            link.created = *module.added;
        const auto course = names.find(module.course);
        if (course != names.end()) {
            link.shortName = course->second.shortname;
            link.fullName = course->second.fullname;
            link.category = course->second.category;
        } else {
            link.unknown = UnknownBecause{UnknownReason::NoAccess, QStringLiteral("course-not-accessible")};
        }
        if (candidates[i].second.size() > 1) {
            link.candidates = candidates[i].second;
        } else {
            link.room = candidates[i].second.front();
            const chat::RoomInfo &room = survey.rooms.rooms[survey.roomById.value(link.room)];
            const bool datesReadable = course != names.end() && course->second.created && room.created.isKnown();
            if (datesReadable && room.created < *course->second.created)
                continue; // older than its course: somebody else's number
        }
        links.push_back(std::move(link));
    }
    return links;
}

} // namespace liaison
