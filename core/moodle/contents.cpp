#include "core/moodle/parser.h"
#include "core/moodle/reader.h"

#include <algorithm>

namespace liaison::moodle {

Result<std::vector<CourseActivity>> parseContents(const Answer &answer, TextMode mode)
{
    Reader in(answer, mode);
    std::vector<CourseActivity> activities;
    Unique unique;
    if (in.size() == 0) // every course has its general section: a list without any is no list
        in.fail({}, {}, "has no section");
    in.eachObject([&](Object &section) {
        section.eachObject("modules", [&](Object &o) {
            if (o.exact("modname") != u"rocketchat")
                return;
            CourseActivity a;
            a.cmid = o.id("id");
            unique.check(o, "id", a.cmid);
            a.instance = o.id("instance");
            a.name = o.shown("name");
            a.visible = o.optFlag("visible");
            a.visibleOnCoursePage = o.optFlag("visibleoncoursepage");
            activities.push_back(std::move(a));
        });
    });
    std::sort(activities.begin(), activities.end(), [](const auto &a, const auto &b) { return a.cmid < b.cmid; });
    return in.finish(std::move(activities));
}

} // namespace liaison::moodle
