#include "core/sandbox/moodlefunctions.h"

#include <algorithm>

/// Groupings and the groups of one person: contract section 4. Groups themselves: moodleusers.cpp.
namespace liaison::sandbox::moodle {

namespace {

Check requireGroups(const Call &call, const CourseEntry *entry, qint64 id)
{
    if (!entry)
        return courseContextFault(call.version, id, QStringLiteral("Invalid parameter value detected"));
    if (Check refused = requireCourse(call, *entry))
        return refused;
    return require(call, "moodle/course:managegroups");
}

Object groupingOf(const Call &call, const Course &course, const Grouping &grouping)
{
    return Object()
        .add("id", grouping.id)
        .add("courseid", course.id)
        .add("name", call.text(grouping.name))
        .add("description", "")
        .add("descriptionformat", 0)
        .add("idnumber", "");
}

struct Found
{
    const CourseEntry *course = nullptr;
    const Grouping *grouping = nullptr;
};

Found findGrouping(const Call &call, qint64 id)
{
    for (const CourseEntry &entry : call.index.courses()) {
        for (const Grouping &grouping : entry.course->groupings) {
            if (grouping.id == id)
                return {&entry, &grouping};
        }
    }
    return {};
}

} // namespace

Answer getCourseGroupings(const Call &call)
{
    const qint64 id = call.number(u"courseid");
    const CourseEntry *entry = call.index.course(id);
    if (Check refused = requireGroups(call, entry, id))
        return refuse(*refused);
    List list;
    for (const Grouping &grouping : entry->course->groupings) {
        if (!call.listEmpty)
            list.push_back(groupingOf(call, *entry->course, grouping));
    }
    return Value(std::move(list));
}

Answer getGroupings(const Call &call)
{
    List list;
    for (const qint64 id : numbersOf(call.form, u"groupingids")) {
        const Found found = findGrouping(call, id);
        if (!found.grouping)
            return refuse(missingRecord(QStringLiteral("groupings")));
        if (Check refused = requireGroups(call, found.course, found.course->course->id))
            return refuse(*refused);
        if (call.listEmpty)
            continue;
        const Course &course = *found.course->course;
        Object o = groupingOf(call, course, *found.grouping);
        if (call.version.atLeast(4, 3))
            o.add("customfields", List());
        if (call.number(u"returngroups") == 1) {
            List groups;
            for (const Group &group : course.groups) {
                const auto &inside = found.grouping->groups;
                if (std::find(inside.begin(), inside.end(), group.id) == inside.end())
                    continue;
                Object g;
                g.add("id", group.id)
                    .add("courseid", course.id)
                    .add("name", call.text(group.name))
                    .add("description", "")
                    .add("descriptionformat", 1)
                    .add("enrolmentkey", nullptr)
                    .add("idnumber", "");
                if (call.version.atLeast(4, 3))
                    g.add("customfields", List());
                groups.push_back(std::move(g));
            }
            o.add("groups", std::move(groups));
        }
        list.push_back(std::move(o));
    }
    return Value(std::move(list));
}

Answer getCourseUserGroups(const Call &call)
{
    const qint64 id = call.number(u"courseid");
    const qint64 user = call.number(u"userid");
    const CourseEntry *entry = call.index.course(id);
    if (!entry)
        return refuse(courseContextFault(call.version, id, QStringLiteral("Invalid parameter value detected")));
    if (Check refused = requireCourse(call, *entry))
        return refuse(*refused);
    List groups, warnings;
    // Without the right: a warning and no group, not a refusal (contract section 3).
    if (!call.can("moodle/course:managegroups")) {
        warnings.push_back(
            Object()
                .add("item", "user")
                .add("itemid", user)
                .add("warningcode", "cannotmanagegroups")
                .add("message", QStringLiteral("User %1 is not enrolled in the course %2").arg(user).arg(id)));
        return Value(Object().add("groups", std::move(groups)).add("warnings", std::move(warnings)));
    }
    const auto member = std::find_if(entry->members.begin(), entry->members.end(),
                                     [&](const Membership &m) { return m.person->id == user; });
    for (const Group &group : entry->course->groups) {
        if (call.listEmpty || member == entry->members.end() || !member->isInGroup(group.id))
            continue;
        groups.push_back(Object()
                             .add("id", group.id)
                             .add("name", call.text(group.name))
                             .add("description", "")
                             .add("descriptionformat", 1)
                             .add("idnumber", "")
                             .add("courseid", id));
    }
    return Value(Object().add("groups", std::move(groups)).add("warnings", std::move(warnings)));
}

} // namespace liaison::sandbox::moodle
