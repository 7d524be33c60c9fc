#pragma once

#include "core/run/survey.h"

namespace liaison {

struct CourseChoice
{
    std::vector<LinkKey> links; ///< of one course
    std::vector<LinkKey> named; ///< of these, the ones whose room was named; empty where the course was
};

/// The links a person means by COURSE (design section 8): a short name exactly, an id or `site:id`, a room name or id,
/// a chat URL, or a pasted error sentence, tried in that order. A room that is gone or has another name now is known by
/// the number of its activity, which ends the name it was made with (contract moodle 5). Errors (Input):
/// "course-not-found" (`where` the argument), "several-courses" (`detail`: one `site:id short name` a line). Courses
/// outside the scope are not found.
[[nodiscard]] Result<CourseChoice> chooseCourse(const Survey &survey, const QString &argument);
/// Only the links.
[[nodiscard]] Result<std::vector<LinkKey>> resolveCourse(const Survey &survey, const QString &argument);

/// The room name inside a pasted sentence such as « Aucun groupe privé nommé "drc_655595" n'a été trouvé ! » or "The
/// private group, drc_655595, is archived"; empty where there is none.
[[nodiscard]] QString quotedName(const QString &sentence);

/// The number of the activity that ends the name mod_rocketchat gives a room; 0 where there is none.
[[nodiscard]] qint64 activityInName(const QString &roomName);

} // namespace liaison
