#include "core/run/restorescope.h"

#include <algorithm>

namespace liaison {

void keepInside(std::vector<RestoreRow> &rows, RestoresOutside &outside, const Scope &scope, const SiteSurvey &site,
                const moodle::MoodleClient &client, const net::CancelToken &cancel)
{
    if (scope.isEverything())
        return;
    QHash<qint64, moodle::Course> courses;
    const bool matters = std::any_of(rows.begin(), rows.end(), [&](const RestoreRow &row) {
        return row.task.course && (row.task.category == 0 || !scope.expression.isEmpty());
    });
    if (matters) {
        if (const auto list = client.courses(cancel)) {
            for (const moodle::Course &course : list->value.courses)
                courses.insert(course.id, course);
        }
    }
    Scope places = scope;
    places.expression.clear();
    const auto isInside = [&](const moodle::RestoreTask &task) {
        if (const auto course = courses.constFind(task.course.value_or(0)); course != courses.constEnd())
            return inScope(scope, site.id, course->id, course->shortname, categoryPath(site, course->category));
        return !places.isEverything() &&
               inScope(places, site.id, task.course.value_or(0), {}, categoryPath(site, task.category));
    };
    std::erase_if(rows, [&](const RestoreRow &row) {
        if (isInside(row.task))
            return false;
        ++outside.tasks;
        outside.blocks = outside.blocks || row.state == RestoreRow::State::Blocking;
        return true;
    });
}

} // namespace liaison
