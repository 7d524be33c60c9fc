#pragma once

#include "core/sandbox/moodlecall.h"

/// The web-service functions that the sandbox serves. Each handler gets parameters that passed their check.
namespace liaison::sandbox::moodle {

/// The world has no sections: the general one is empty and the second holds every activity. Their ids follow from the
/// course's.
inline constexpr int sectionsOfCourse = 2;

struct Function
{
    const char *name;
    std::vector<Param> params;
    Answer (*run)(const Call &);
    bool companion = false;
    bool writes = false;
};

[[nodiscard]] const std::vector<Function> &functions();
/// nullptr when the site does not have it: unknown, or of a companion that is not installed.
[[nodiscard]] const Function *functionNamed(const Moodle &site, const QString &name);

Answer getSiteInfo(const Call &call);
Answer getCoursesByField(const Call &call);
Answer getCourses(const Call &call);
Answer searchCourses(const Call &call);
Answer getCategories(const Call &call);
Answer getContents(const Call &call);
Answer getCourseModule(const Call &call);
Answer getCourseModuleByInstance(const Call &call);
Answer getEnrolledUsers(const Call &call);
Answer getEnrolledUsersWithCapability(const Call &call);
Answer getUsersCourses(const Call &call);
Answer getUsersByField(const Call &call);
Answer getUsers(const Call &call);
Answer getCourseGroups(const Call &call);
Answer getGroupMembers(const Call &call);
Answer getCourseGroupings(const Call &call);
Answer getGroupings(const Call &call);
Answer getCourseUserGroups(const Call &call);
Answer editModule(const Call &call);
Answer checkUpdates(const Call &call);
Answer updatesSince(const Call &call);
Answer enrolmentMethods(const Call &call);
Answer submitCopyForm(const Call &call);
Answer backupProgress(const Call &call);
Answer blockCourses(const Call &call);
Answer blockZip(const Call &call);
Answer listReports(const Call &call);
Answer retrieveReport(const Call &call);

Answer companionInfo(const Call &call);
Answer companionLinks(const Call &call);
Answer companionMemberships(const Call &call);
Answer companionPeople(const Call &call);
Answer companionRecycleBin(const Call &call);
Answer companionRestoreTasks(const Call &call);
Answer companionSetRoom(const Call &call);
Answer companionScheduleRestore(const Call &call);
Answer companionCancelRestore(const Call &call);
Answer companionRetryRestore(const Call &call);
Answer companionSetCategory(const Call &call);

/// `{disabled, nextrun, lastrun, faildelay, runningsince}` of the restore runner.
[[nodiscard]] Object runnerState(const Call &call);
[[nodiscard]] List roleIdsOf(const Call &call, const QStringList &shortnames);
/// Source sites that restores may come from: the world's, and those of its tasks.
[[nodiscard]] QStringList restoreSources(const Moodle &site);

} // namespace liaison::sandbox::moodle
