#include "core/sandbox/moodleavailability.h"
#include "core/sandbox/moodlefunctions.h"

#include <algorithm>

namespace liaison::sandbox::moodle {

namespace {

qint64 sectionId(const CourseEntry &entry, int number)
{
    return entry.course->id * sectionsOfCourse + number;
}

bool maySeeActivity(const Call &call, const ActivityEntry &entry)
{
    return (entry.activity->visible || call.can("moodle/course:viewhiddenactivities")) &&
           availabilityOf(call, *entry.activity).listed;
}

Object moduleOf(const Call &call, const ActivityEntry &entry)
{
    const Activity &activity = *entry.activity;
    const Availability availability = availabilityOf(call, activity);
    Object o;
    o.add("id", activity.cmid)
        .add("url", call.url(QStringLiteral("/mod/rocketchat/view.php?id=%1").arg(activity.cmid)))
        .add("name", call.text(activity.name))
        .add("instance", entry.instance)
        .add("contextid", 400'000 + activity.cmid)
        .add("visible", activity.visible ? 1 : 0)
        .add("uservisible", availability.uservisible);
    if (!availability.information.isEmpty())
        o.add("availabilityinfo", availability.information);
    o.add("visibleoncoursepage", activity.visibleOnCoursePage ? 1 : 0)
        .add("modicon", call.url(QStringLiteral("/theme/image.php/boost/rocketchat/1/monologo?filtericon=1")))
        .add("modname", "rocketchat");
    if (call.version.atLeast(4, 4))
        o.add("purpose", "communication").add("branded", false);
    o.add("modplural", "Rocket.Chat instances")
        .add("availability", activity.availability && call.can("moodle/course:viewhiddenactivities")
                                 ? Value(*activity.availability)
                                 : Value())
        .add("indent", 0)
        .add("onclick", "")
        .add("afterlink", nullptr)
        .add("customdata", "\"\"") // JSON of an empty text: neither room nor roles
        .add("noviewlink", false)
        .add("completion", 0)
        .add("downloadcontent", 1)
        .add("dates", List())
        .add("groupmode", entry.course->course->groupmode);
    return o;
}

struct ContentFilter
{
    bool withModules = true;
    std::optional<qint64> cmid, section, sectionNumber;
    QString modname;
};

/// Nothing for an option that Moodle does not know or a value of the wrong type.
std::optional<ContentFilter> filterFrom(const Call &call)
{
    ContentFilter filter;
    for (const auto &[name, value] : pairsOf(call.form, u"options")) {
        const auto number = wholeNumber(value);
        if (name == u"excludemodules") {
            filter.withModules = value != u"1" && value != u"true";
        } else if (name == u"modname") {
            if (value.isEmpty())
                return std::nullopt;
            filter.modname = value;
        } else if (name == u"cmid" || name == u"modid" || name == u"sectionid" || name == u"sectionnumber") {
            if (!number)
                return std::nullopt;
            (name == u"sectionid"       ? filter.section
             : name == u"sectionnumber" ? filter.sectionNumber
                                        : filter.cmid) = number;
        } else if (name != u"excludecontents" && name != u"includestealthmodules") {
            return std::nullopt;
        }
    }
    return filter;
}

List modulesOf(const Call &call, const CourseEntry &entry, const ContentFilter &filter)
{
    List modules;
    if (!filter.withModules || (!filter.modname.isEmpty() && filter.modname != u"rocketchat"))
        return modules;
    for (const Activity &activity : entry.course->activities) {
        const ActivityEntry *found = call.index.activity(activity.cmid);
        if (found && maySeeActivity(call, *found) && (!filter.cmid || *filter.cmid == activity.cmid))
            modules.push_back(moduleOf(call, *found));
    }
    return modules;
}

Answer courseModule(const Call &call, const ActivityEntry *entry)
{
    if (!entry)
        return refuse(missingRecordAnywhere());
    if (!mayEnter(call, *entry->course) || !maySeeActivity(call, *entry) ||
        !availabilityOf(call, *entry->activity).uservisible)
        return refuse(loginFault(call.version));
    const Activity &activity = *entry->activity;
    Object cm;
    cm.add("id", activity.cmid)
        .add("course", entry->course->course->id)
        .add("module", 25)
        .add("name", call.text(activity.name))
        .add("modname", "rocketchat")
        .add("instance", entry->instance)
        .add("section", sectionId(*entry->course, 1))
        .add("sectionnum", 1)
        .add("groupmode", entry->course->course->groupmode)
        .add("groupingid", 0)
        .add("completion", 0);
    if (call.can("moodle/course:manageactivities")) {
        cm.add("idnumber", "")
            .add("added", seconds(activity.created))
            .add("score", 0)
            .add("indent", 0)
            .add("visible", activity.visible ? 1 : 0)
            .add("visibleoncoursepage", activity.visibleOnCoursePage ? 1 : 0)
            .add("visibleold", 1)
            .add("completiongradeitemnumber", nullptr)
            .add("completionpassgrade", 0)
            .add("completionview", 0)
            .add("completionexpected", 0)
            .add("showdescription", 0)
            .add("downloadcontent", 1)
            .add("availability", activity.availability ? Value(*activity.availability) : Value());
    } else {
        cm.add("downloadcontent", 1);
    }
    return Value(Object().add("cm", std::move(cm)).add("warnings", List()));
}

} // namespace

Answer getContents(const Call &call)
{
    const auto filter = filterFrom(call);
    if (!filter)
        return refuse(invalidParameter(call.version));
    const CourseEntry *entry = call.index.course(call.number(u"courseid"));
    if (!entry)
        return refuse(missingRecord(QStringLiteral("course")));
    if (Check refused = requireCourse(call, *entry))
        return refuse(*refused);
    List sections;
    for (int number = 0; number < sectionsOfCourse && !call.listEmpty; ++number) {
        if ((filter->section && *filter->section != sectionId(*entry, number)) ||
            (filter->sectionNumber && *filter->sectionNumber != number))
            continue;
        Object section;
        section.add("id", sectionId(*entry, number))
            .add("name", number == 0 ? "General" : "New section")
            .add("visible", 1)
            .add("summary", "")
            .add("summaryformat", 1)
            .add("section", number)
            .add("hiddenbynumsections", 0)
            .add("uservisible", true);
        if (call.version.atLeast(4, 5))
            section.add("component", nullptr).add("itemid", nullptr);
        section.add("modules", number == 1 ? modulesOf(call, *entry, *filter) : List());
        sections.push_back(std::move(section));
    }
    return Value(std::move(sections));
}

Answer getCourseModule(const Call &call)
{
    return courseModule(call, call.index.activity(call.number(u"cmid")));
}

Answer getCourseModuleByInstance(const Call &call)
{
    const ActivityEntry *found = nullptr;
    if (textOf(call.form, u"module") == u"rocketchat") {
        const auto &all = call.index.activities();
        const auto at = std::find_if(
            all.begin(), all.end(), [&](const auto &item) { return item.second.instance == call.number(u"instance"); });
        if (at != all.end())
            found = &at->second;
    }
    return courseModule(call, found);
}

} // namespace liaison::sandbox::moodle
