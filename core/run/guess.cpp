#include "core/run/guess.h"

#include "core/run/parallel.h"
#include "core/run/trouble.h"

#include <QRegularExpression>
#include <algorithm>
#include <map>

namespace liaison {
namespace {

bool made(const chat::RoomInfo &room, const QSet<QString> &apiAccounts)
{
    return apiAccounts.contains(room.creatorId.toLower()) || apiAccounts.contains(room.creatorUsername.toLower());
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

namespace {

/// An activity that rooms are named after, as far as Moodle tells.
struct Candidate
{
    qint64 cmid = 0;
    std::vector<QString> rooms;
    std::optional<SiteActivities::Seen> activity;
    Instant added;
    std::optional<UnknownBecause> unknown;
    bool none = false; ///< Moodle has no such chat activity: the room is an orphan or somebody else's
};

std::vector<Candidate> candidates(const LinkContext &c, const GuessFrom &from)
{
    std::map<qint64, std::vector<QString>> byCmid;
    for (const RoomGuess &guess : guessRooms(c.survey.rooms, from.prefix, c.survey.apiAccounts)) {
        const chat::RoomInfo &room = c.survey.rooms.rooms[c.survey.roomById.value(guess.room)];
        const bool tooOld = from.after.isKnown() && room.created.isKnown() && room.created <= from.after;
        if (!from.settled.contains(guess.cmid) && !from.taken.contains(guess.room) && !tooOld)
            byCmid[guess.cmid].push_back(guess.room);
    }
    std::vector<Candidate> out;
    for (auto &[cmid, rooms] : byCmid)
        out.push_back({cmid, std::move(rooms), std::nullopt, {}, std::nullopt, false});
    return out;
}

void ask(const LinkContext &c, Candidate &candidate)
{
    const auto read = c.client().courseModule(candidate.cmid, c.cancel);
    if (!read) {
        candidate.none = read.error().kind == ErrorKind::NotFound;
        if (!candidate.none)
            candidate.unknown = becauseOfMoodle(read.error());
        return;
    }
    const moodle::CourseModule &module = read->value;
    candidate.none = module.module != u"rocketchat";
    candidate.added = module.added.value_or(Instant{});
    candidate.activity = SiteActivities::Seen{
        module.course, {module.cmid, module.name, module.visible, module.visibleOnCoursePage}, true};
}

/// By the walk where it saw the activity, else one call each, several at once. What nobody can be asked about is not
/// known: the room is there.
void learnActivities(const LinkContext &c, const GuessFrom &from, std::vector<Candidate> &all)
{
    std::vector<Candidate *> open;
    for (Candidate &candidate : all) {
        const auto seen = from.activities.byCmid.find(candidate.cmid);
        if (seen == from.activities.byCmid.end()) {
            open.push_back(&candidate);
            continue;
        }
        candidate.activity = seen->second;
        if (const auto unread = from.activities.unread.find(seen->second.course);
            unread != from.activities.unread.end())
            candidate.unknown = unread->second;
    }
    if (!c.facts().offers(moodle::functions::courseModule)) {
        for (Candidate *candidate : open)
            candidate->unknown = UnknownBecause{UnknownReason::NoAccess, QString(moodle::functions::courseModule)};
        return;
    }
    forEachParallel(c.servers.pool, open.size(), [&](size_t i) { ask(c, *open[i]); });
}

/// A room made before its course belongs to another activity of that number.
void dropOlder(const LinkContext &c, const moodle::Course &course, std::vector<QString> &rooms)
{
    if (!course.created)
        return;
    std::erase_if(rooms, [&](const QString &id) {
        const chat::RoomInfo &room = c.survey.rooms.rooms[c.survey.roomById.value(id)];
        return room.created.isKnown() && room.created < *course.created;
    });
}

SurveyedLink guessed(const LinkContext &c, const GuessFrom &from, Candidate candidate)
{
    SurveyedLink link;
    link.key = {c.facts().id, candidate.cmid};
    link.source = LinkSource::Guessed;
    link.confirmed = false;
    link.at = c.survey.rooms.readAt;
    link.created = candidate.added;
    link.visibilityKnown = false;
    if (candidate.activity) {
        const store::SeenActivity &seen = candidate.activity->activity;
        link.course = candidate.activity->course;
        link.activityName = seen.name;
        link.activityRead = candidate.activity->fresh;
        link.visibilityKnown = seen.visible.has_value();
        link.visible = seen.visible.value_or(true);
        link.visibleOnCoursePage = seen.visibleOnCoursePage.value_or(true);
    } else { // what an earlier look told of it
        const auto past = std::find_if(c.remembered.begin(), c.remembered.end(), [&](const store::RememberedLink &r) {
            return r.site == link.key.site && r.cmid == candidate.cmid;
        });
        if (past != c.remembered.end()) {
            link.course = past->course;
            link.shortName = past->shortName;
            link.fullName = past->fullName;
        }
    }
    link.unknown = candidate.unknown;
    const auto course = from.courses.find(link.course);
    if (course != from.courses.end()) {
        link.shortName = course->second.shortname;
        link.fullName = course->second.fullname;
        link.category = course->second.category;
        link.groupMode = course->second.groupMode;
        dropOlder(c, course->second, candidate.rooms);
    } else if (!link.unknown) {
        link.unknown = UnknownBecause{UnknownReason::NoAccess, QStringLiteral("course-not-accessible")};
    }
    if (candidate.rooms.size() > 1)
        link.candidates = std::move(candidate.rooms);
    else if (!candidate.rooms.empty())
        link.room = candidate.rooms.front();
    return link;
}

} // namespace

Result<std::vector<SurveyedLink>> guessLinks(const LinkContext &c, const GuessFrom &from)
{
    std::vector<Candidate> all = candidates(c, from);
    learnActivities(c, from, all);
    if (c.cancel.isCancelled())
        return fail(Error{ErrorKind::Cancelled, QStringLiteral("cancelled"), {}, 0, {}, {}});
    std::vector<SurveyedLink> links;
    for (Candidate &candidate : all) {
        if (candidate.none)
            continue;
        SurveyedLink link = guessed(c, from, std::move(candidate));
        if (!link.room.isEmpty() || !link.candidates.empty())
            links.push_back(std::move(link));
    }
    return links;
}

} // namespace liaison
