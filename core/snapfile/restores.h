#pragma once

#include "core/run/restorereview.h"
#include "core/snapfile/describe.h"

/// What is said of the course restores. A change of any of these is a new version of the file.
namespace liaison::snapfile {

template <class A> void describe(A &a, moodle::RestoreRunner &v)
{
    fields(a, v.disabled, v.nextRun, v.lastRun, v.failDelay, v.runningSince);
}
template <class A> void describe(A &a, RestoreNote &v)
{
    choice(a, v, RestoreNote::ManualEnrolments);
}
template <class A> void describe(A &a, RestoreSite &v)
{
    fields(a, v.site, v.url, v.version, v.now, v.runner);
    choice(a, v.state, RunnerState::NotKnown);
    fields(a, v.settingsKnown, v.oneInstance, v.sources, v.block);
}
template <class A> void describe(A &a, OtherRestore &v)
{
    fields(a, v.task, v.requester, v.requesterName, v.course, v.done);
}
template <class A> void describe(A &a, AboutRestore &v)
{
    fields(a, v.site, v.task, v.requesterFullName, v.categoryPath, v.planned, v.seconds, v.sourceSite, v.sourceCourse,
           v.newCourse, v.rooms, v.others);
    choice(a, v.requesterEnrolled, Tri::NotKnown);
    choice(a, v.requesterModerator, Tri::NotKnown);
    fields(a, v.notes, v.isNew);
}
template <class A> void describe(A &a, RestoreReview &v)
{
    fields(a, v.sites, v.about, v.membersRead, v.failuresRemembered);
}

} // namespace liaison::snapfile
