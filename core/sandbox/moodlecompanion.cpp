#include "core/sandbox/moodlefunctions.h"

#include <QSet>
#include <QUrl>
#include <algorithm>

namespace liaison::sandbox::moodle {

namespace {

constexpr qint64 largestPage = 1000;

/// Limits are clamped by the server: contract section 9.
std::size_t pageSize(const Call &call)
{
    const qint64 limit = call.number(u"limit", largestPage);
    return std::size_t(limit <= 0 ? largestPage : std::min(limit, largestPage));
}

int flag(bool value)
{
    return value ? 1 : 0;
}

Value timeOrNull(Instant at)
{
    return at.isKnown() ? Value(seconds(at)) : Value();
}

List idsOf(const Call &call, const QStringList &shortnames)
{
    List ids;
    for (const QString &name : shortnames)
        ids.push_back(call.index.roleId(name));
    return ids;
}

List numbers(const std::vector<qint64> &list)
{
    return List(list.begin(), list.end());
}

Object linkOf(const Call &call, const ActivityEntry &entry)
{
    const Activity &activity = *entry.activity;
    const Course &course = *entry.course->course;
    const ActivityRetention retention = activity.retention.value_or(ActivityRetention{});
    return Object()
        .add("cmid", activity.cmid)
        .add("courseid", course.id)
        .add("categoryid", course.category)
        .add("coursevisible", flag(course.visible))
        .add("instance", entry.instance)
        .add("visible", flag(activity.visible))
        .add("visibleoncoursepage", flag(activity.visibleOnCoursePage))
        .add("deletioninprogress", 0)
        .add("groupmode", course.groupmode)
        .add("groupingid", 0)
        .add("displaytype", 3)
        .add("embbeded", 0)
        .add("retentionenabled", flag(retention.enabled))
        .add("maxage", retention.maxAge ? Value(*retention.maxAge) : Value())
        .add("filesonly", flag(retention.filesOnly))
        .add("excludepinned", flag(retention.excludePinned))
        .add("timecreated", seconds(activity.created))
        .add("timemodified", seconds(activity.created))
        .add("coursefullname", course.fullname)
        .add("courseshortname", course.shortname)
        .add("courseidnumber", course.idnumber)
        .add("name", activity.name)
        .add("rocketchatid", activity.room ? Value(*activity.room) : Value())
        .add("availability", activity.availability ? Value(*activity.availability) : Value())
        .add("moderatorroles", idsOf(call, activity.moderatorRoles))
        .add("userroles", idsOf(call, activity.memberRoles));
}

Object membershipOf(const Call &call, const CourseEntry &entry, const Membership &member)
{
    return Object()
        .add("c", entry.course->id)
        .add("u", member.person->id)
        .add("n", member.person->username)
        .add("r", numbers(member.roles))
        .add("ri", numbers(call.index.inheritedRoles(member.person->id, entry)))
        .add("a", flag(member.isActive(call.now)))
        .add("s", flag(member.person->suspended));
}

Object pluginVersion(int version, const char *release)
{
    return Object().add("version", version).add("release", release);
}

} // namespace

Object runnerState(const Call &call)
{
    const Runner &runner = call.site.runner;
    Value since;
    if (runner.running)
        since = seconds(runner.nextRun.isKnown() && runner.nextRun <= call.now ? runner.nextRun : call.now);
    return Object()
        .add("disabled", flag(runner.disabled))
        .add("nextrun", timeOrNull(runner.nextRun))
        .add("lastrun", timeOrNull(runner.lastRun))
        .add("faildelay", 0)
        .add("runningsince", std::move(since));
}

QStringList restoreSources(const Moodle &site)
{
    QStringList sources;
    for (const RestoreSource &source : site.sources)
        sources.append(source.url);
    for (const RestoreTask &task : site.restoreTasks) {
        if (!task.externalUrl.isEmpty() && !sources.contains(task.externalUrl))
            sources.append(task.externalUrl);
    }
    sources.sort();
    return sources;
}

/// Needs no capability of its own: it is the call that tells which are held.
Answer companionInfo(const Call &call)
{
    const Plugin &plugin = call.site.plugin;
    List replacements;
    for (const auto &[from, to] : plugin.replacements)
        replacements.push_back(List{from, to});
    Object capabilities;
    for (const Right &right : rights())
        capabilities.add(right.name, flag(call.can(right.name)));
    List roles;
    for (const Role &role : call.index.roles()) {
        if (!call.listEmpty)
            roles.push_back(Object()
                                .add("id", role.id)
                                .add("shortname", role.shortname)
                                .add("name", role.name)
                                .add("archetype", archetypeOf(role.shortname)));
    }
    List categories;
    for (const CategoryEntry &entry : call.index.categories())
        categories.push_back(Object().add("id", entry.category->id).add("name", entry.category->name));
    List sources;
    for (const QString &source : restoreSources(call.site))
        sources.push_back(source);
    const QUrl root(call.wwwroot);
    const QString chat = root.scheme() + QStringLiteral("://") + root.authority() + QStringLiteral("/chat");
    return Value(Object()
                     .add("contract", 1)
                     .add("plugins", Object()
                                         .add("mod_rocketchat", pluginVersion(2024010900, "1.6.5"))
                                         .add("block", pluginVersion(2024021600, "3.1.3"))
                                         .add("local_liaison", pluginVersion(2026110100, "1.0")))
                     .add("apiuser", plugin.account)
                     .add("instanceurl", chat)
                     .add("naming", Object()
                                        .add("format", plugin.format)
                                        .add("replacements", std::move(replacements))
                                        .add("regex", plugin.regex))
                     .add("defaultroles", Object()
                                              .add("moderator", idsOf(call, plugin.moderatorRoles))
                                              .add("member", idsOf(call, plugin.memberRoles)))
                     .add("retention", Object().add("feature", 1).add("maxagelimit", 3650))
                     .add("createaccounts", 1)
                     .add("usernamehook", 0)
                     .add("queue", Object().add("pending", 0).add("oldest", nullptr).add("failed", 0))
                     .add("capabilities", std::move(capabilities))
                     .add("roles", std::move(roles))
                     .add("restore", Object()
                                         .add("categories", std::move(categories))
                                         .add("sources", std::move(sources))
                                         .add("onlyoneremoteinstance", 1)
                                         .add("runner", runnerState(call))));
}

Answer companionLinks(const Call &call)
{
    if (Check refused = require(call, "local/liaison:view"))
        return refuse(*refused);
    const auto &all = call.index.activities();
    const qint64 since = call.number(u"modifiedsince");
    const std::size_t size = pageSize(call);
    List links;
    Value next;
    qint64 last = 0;
    for (auto at = all.upper_bound(call.number(u"after")); at != all.end() && !call.listEmpty; ++at) {
        if (seconds(at->second.activity->created) < since)
            continue;
        if (links.size() == size) {
            next = last;
            break;
        }
        last = at->first;
        links.push_back(linkOf(call, at->second));
    }
    return Value(Object().add("links", std::move(links)).add("next", std::move(next)));
}

Answer companionMemberships(const Call &call)
{
    if (Check refused = require(call, "local/liaison:view"))
        return refuse(*refused);
    std::vector<const CourseEntry *> courses = call.index.linkedCourses();
    if (call.form.child(u"courseids")) {
        const auto asked = numbersOf(call.form, u"courseids");
        const QSet<qint64> wanted(asked.begin(), asked.end());
        if (!wanted.isEmpty())
            courses.erase(std::remove_if(courses.begin(), courses.end(),
                                         [&](const CourseEntry *c) { return !wanted.contains(c->course->id); }),
                          courses.end());
    }
    if (call.listEmpty)
        courses.clear();
    const qint64 afterCourse = call.number(u"aftercourse");
    const qint64 afterUser = call.number(u"afteruser");
    const std::size_t size = pageSize(call);

    qint64 total = 0;
    List counts;
    for (const CourseEntry *entry : courses) {
        const auto rows = qint64(entry->members.size());
        total += rows;
        if (afterCourse == 0)
            counts.push_back(Object().add("c", entry->course->id).add("n", rows));
    }
    List rows;
    Value nextCourse, nextUser;
    auto course = std::lower_bound(courses.begin(), courses.end(), afterCourse,
                                   [](const CourseEntry *c, qint64 id) { return c->course->id < id; });
    std::pair<qint64, qint64> last;
    bool full = false;
    for (; course != courses.end() && !full; ++course) {
        const auto &members = (*course)->members;
        auto member = members.begin();
        if ((*course)->course->id == afterCourse)
            member = std::upper_bound(members.begin(), members.end(), afterUser,
                                      [](qint64 id, const Membership &m) { return id < m.person->id; });
        for (; member != members.end(); ++member) {
            if (rows.size() == size) {
                full = true;
                break;
            }
            rows.push_back(membershipOf(call, **course, *member));
            last = {(*course)->course->id, member->person->id};
        }
    }
    if (full) {
        nextCourse = last.first;
        nextUser = last.second;
    }
    Object answer;
    answer.add("rows", std::move(rows));
    if (afterCourse == 0 || call.listEmpty)
        answer.add("courses", std::move(counts));
    answer.add("nextcourse", std::move(nextCourse)).add("nextuser", std::move(nextUser)).add("total", total);
    return Value(std::move(answer));
}

Answer companionPeople(const Call &call)
{
    if (Check refused = require(call, "local/liaison:view"))
        return refuse(*refused);
    const auto asked = numbersOf(call.form, u"ids");
    const QSet<qint64> wanted(asked.begin(), asked.end());
    const qint64 after = call.number(u"after");
    const std::size_t size = pageSize(call);
    const auto isLinked = [&](const Person &person) {
        const auto &courses = call.index.coursesOf(person.id);
        return std::any_of(courses.begin(), courses.end(),
                           [](const CourseEntry *entry) { return !entry->course->activities.empty(); });
    };
    List people;
    Value next;
    qint64 last = 0;
    for (const Person *person : call.index.people()) {
        if (call.listEmpty || person->id <= after || (!wanted.isEmpty() && !wanted.contains(person->id)) ||
            !isLinked(*person))
            continue;
        if (people.size() == size) {
            next = last;
            break;
        }
        last = person->id;
        people.push_back(Object()
                             .add("id", person->id)
                             .add("username", person->username)
                             .add("firstname", person->firstname)
                             .add("lastname", person->lastname)
                             .add("email", person->email)
                             .add("idnumber", person->idnumber)
                             .add("suspended", flag(person->suspended))
                             .add("auth", "manual"));
    }
    return Value(Object().add("people", std::move(people)).add("next", std::move(next)));
}

Answer companionRecycleBin(const Call &call)
{
    if (Check refused = require(call, "local/liaison:view"))
        return refuse(*refused);
    const std::size_t size = pageSize(call);
    const auto &bin = call.site.recycleBin;
    const std::size_t first = std::size_t(std::max<qint64>(call.number(u"after"), 0));
    List rows;
    Value next;
    for (std::size_t i = first; i < bin.size() && !call.listEmpty; ++i) {
        if (rows.size() == size) {
            next = qint64(i);
            break;
        }
        const BinItem &item = bin[i]; // the world gives its items no number: their place is the id
        rows.push_back(Object()
                           .add("id", qint64(i) + 1)
                           .add("binid", qint64(i) + 1)
                           .add("kind", item.kind)
                           .add("cmid", item.cmid)
                           .add("course", item.course)
                           .add("name", item.name)
                           .add("room", item.room)
                           .add("deleted", timeOrNull(item.deleted))
                           .add("expires", timeOrNull(item.expires)));
    }
    return Value(Object().add("rows", std::move(rows)).add("next", std::move(next)));
}

Answer companionSetRoom(const Call &call)
{
    if (Check refused = require(call, "local/liaison:setroom"))
        return refuse(*refused);
    const ActivityEntry *entry = call.index.activity(call.number(u"cmid"));
    if (!entry)
        return refuse(missingRecordAnywhere());
    const QString room = textOf(call.form, u"room");
    if (room.isEmpty())
        return refuse(invalidParameter(call.version));
    Activity &activity = *entry->activity;
    if (activity.room.value_or(QString()) != textOf(call.form, u"expected"))
        return refuse(moodleFault(call.version, QStringLiteral("conflict"),
                                  QStringLiteral("The room of the activity changed meanwhile")));
    activity.room = room;
    return Value(Object().add("cmid", activity.cmid).add("room", room));
}

} // namespace liaison::sandbox::moodle
