#include "core/run/restorescope.h"

#include <algorithm>

namespace liaison {

Result<bool> keepInside(std::vector<RestoreRow> &rows, RestoresOutside &outside, const Scope &scope,
                        const SiteSurvey &site, const moodle::MoodleClient &client, const net::CancelToken &cancel)
{
    if (scope.isEverything() || rows.empty())
        return false;
    SiteSurvey place = site;
    if (place.categories.isEmpty() && !scope.categories.isEmpty()) { // every Moodle has one
        const auto list = client.categories(cancel);
        if (!list)
            return fail(list.error());
        for (const moodle::Category &category : list->value)
            place.categories.insert(category.id, category);
    }
    QHash<qint64, moodle::Course> courses;
    const bool matters = std::any_of(rows.begin(), rows.end(), [&](const RestoreRow &row) {
        return row.task.course && (!scope.categories.isEmpty() || !scope.expression.isEmpty());
    });
    if (matters) {
        const auto list = client.courses(cancel);
        if (!list)
            return fail(list.error());
        for (const moodle::Course &course : list->value.courses)
            courses.insert(course.id, course);
    }
    Scope places = scope;
    places.expression.clear();
    const auto isInside = [&](const moodle::RestoreTask &task) {
        if (const auto course = courses.constFind(task.course.value_or(0)); course != courses.constEnd())
            return inScope(scope, site.id, course->id, course->shortname, categoryPath(place, course->category));
        return !places.isEverything() &&
               inScope(places, site.id, task.course.value_or(0), {}, categoryPath(place, task.category));
    };
    bool blocks = false;
    std::erase_if(rows, [&](const RestoreRow &row) {
        if (isInside(row.task))
            return false;
        ++outside.tasks;
        blocks = blocks || row.state == RestoreRow::State::Blocking;
        return true;
    });
    outside.blocks = outside.blocks || blocks;
    return blocks;
}

} // namespace liaison
