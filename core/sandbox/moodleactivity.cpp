#include "core/sandbox/moodlefunctions.h"

#include <algorithm>

/// Activities: showing and hiding, and the calls that tell of changes, which know nothing of rocketchat (section 4).
namespace liaison::sandbox::moodle {

namespace {

/// mod_rocketchat archives the room of a hidden or stealth activity at once, and takes that back.
void followRoom(const Call &call, const Activity &activity)
{
    if (!activity.room)
        return;
    const bool archived = !activity.visible || !activity.visibleOnCoursePage;
    for (Room &room : call.world.chat.rooms) {
        if (room.id != *activity.room || room.archived == archived)
            continue;
        room.archived = archived;
        call.world.follows.push_back({room.id, archived, call.now});
    }
}

QString card(const Call &call, const Activity &activity)
{
    return QStringLiteral("<li\n    class=\"activity activity-wrapper rocketchat modtype_rocketchat  hasinfo \"\n"
                          "    id=\"module-%1\"\n    data-for=\"cmitem\"\n    data-id=\"%1\"\n>\n"
                          "        <div class=\"activity-item focus-control %2\" data-activityname=\"%3\" "
                          "data-region=\"activity-card\">\n        </div>\n</li>")
        .arg(activity.cmid)
        .arg(activity.visible ? QString() : QStringLiteral("hiddenactivity"), call.text(activity.name).toHtmlEscaped());
}

Object noCallback(qint64 cmid)
{
    return Object()
        .add("item", "module")
        .add("itemid", cmid)
        .add("warningcode", "missingcallback")
        .add("message", "This module does not implement the check_updates_since callback: module");
}

} // namespace

Answer editModule(const Call &call)
{
    const ActivityEntry *entry = call.index.activity(call.number(u"id"));
    if (!entry)
        return refuse(missingRecordAnywhere());
    if (!mayEnter(call, *entry->course))
        return refuse(loginFault(call.version));
    const QString action = textOf(call.form, u"action");
    Activity &activity = *entry->activity;
    if (action != u"hide" && action != u"show" && action != u"stealth")
        return refuse({coreException(call.version, "coding_exception"), QStringLiteral("codingerror"),
                       QStringLiteral("Coding error detected, it must be fixed by a programmer: Unrecognised action")});
    if (Check refused = require(call, "moodle/course:activityvisibility"))
        return refuse(*refused);
    activity.visible = action != u"hide";
    activity.visibleOnCoursePage = action != u"stealth";
    followRoom(call, activity);
    return Value(card(call, activity));
}

Answer checkUpdates(const Call &call)
{
    const CourseEntry *entry = call.index.course(call.number(u"courseid"));
    if (!entry)
        return refuse(missingRecord(QStringLiteral("course")));
    if (Check refused = requireCourse(call, *entry))
        return refuse(*refused);
    List warnings;
    for (const auto &[key, item] : call.form.child(u"tocheck")->children)
        warnings.push_back(noCallback(numberOf(item, u"id", 0)));
    return Value(Object().add("instances", List()).add("warnings", std::move(warnings)));
}

Answer updatesSince(const Call &call)
{
    const CourseEntry *entry = call.index.course(call.number(u"courseid"));
    if (!entry)
        return refuse(missingRecord(QStringLiteral("course")));
    if (Check refused = requireCourse(call, *entry))
        return refuse(*refused);
    List warnings;
    for (const Activity &activity : entry->course->activities)
        warnings.push_back(noCallback(activity.cmid));
    return Value(Object().add("instances", List()).add("warnings", std::move(warnings)));
}

/// Only methods that publish themselves: manual enrolment is not among them.
Answer enrolmentMethods(const Call &call)
{
    const CourseEntry *entry = call.index.course(call.number(u"courseid"));
    if (!entry)
        return refuse(missingRecord(QStringLiteral("course")));
    if (Check refused = requireCourse(call, *entry))
        return refuse(*refused);
    const auto &enrolments = entry->course->enrolments;
    const bool used =
        std::any_of(enrolments.begin(), enrolments.end(), [](const Enrolment &e) { return e.method == u"self"; });
    List list;
    if (!entry->isSite && !call.listEmpty)
        list.push_back(Object()
                           .add("id", entry->course->id * 10 + 1)
                           .add("courseid", entry->course->id)
                           .add("type", "self")
                           .add("name", "Self enrolment")
                           .add("status", used ? Value(true) : Value("Enrolment is disabled or inactive")));
    return Value(std::move(list));
}

} // namespace liaison::sandbox::moodle
