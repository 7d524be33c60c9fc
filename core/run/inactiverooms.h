#pragma once

#include "core/reconcile/explain.h"
#include "core/run/survey.h"

namespace liaison {

/// What asking every linked course about one person came to.
struct EveryCourse
{
    QSet<qint64> courses; ///< where the person is enrolled in any way, active or not
    bool whole = false;   ///< every course in question was told; else some of them may be missing
};

/// `core_enrol_get_users_courses` tells active enrolments only (Moodle contract section 3). The companion's memberships
/// tell all of them, by course: a hundred courses a call, `known` ones left out. Without companion, and for more than
/// 3,000 courses (the answer would take minutes), nothing is asked. Blocking.
[[nodiscard]] EveryCourse coursesByCompanion(Servers &servers, const Survey &survey, const Person &person,
                                             const QSet<qint64> &known, const ProgressSink &progress,
                                             const net::CancelToken &cancel);

} // namespace liaison
