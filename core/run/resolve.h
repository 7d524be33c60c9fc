#pragma once

#include "core/run/survey.h"

namespace liaison {

/// The links a person means by COURSE (design section 8): a short name exactly, an id or `site:id`, a room name or id,
/// a chat URL, or a pasted error sentence, tried in that order; links of one course only. Errors (Input):
/// "course-not-found" (`where` the argument), "several-courses" (`detail`: one `site:id short name` a line). Courses
/// outside the scope are not found.
[[nodiscard]] Result<std::vector<LinkKey>> resolveCourse(const Survey &survey, const QString &argument);

/// The room name inside a pasted sentence such as « Aucun groupe privé nommé "drc_655595" n'a été trouvé ! »; empty
/// where there is none.
[[nodiscard]] QString quotedName(const QString &sentence);

} // namespace liaison
