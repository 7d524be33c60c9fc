#include "core/sandbox/moodlefunctions.h"

namespace liaison::sandbox::moodle {

const std::vector<Function> &functions()
{
    using P = ParamType;
    static const std::vector<Function> all = {
        {"core_webservice_get_site_info", {{"serviceshortnames", P::Texts}}, getSiteInfo},
        {"core_course_get_courses", {{"options", P::CourseIds}}, getCourses},
        {"core_course_get_courses_by_field", {{"field", P::Text}, {"value", P::Text}}, getCoursesByField},
        {"core_course_search_courses",
         {{"criterianame", P::Text, true},
          {"criteriavalue", P::Text, true},
          {"page", P::Integer},
          {"perpage", P::Integer},
          {"requiredcapabilities", P::Texts},
          {"limittoenrolled", P::Flag},
          {"onlywithcompletion", P::Flag}},
         searchCourses},
        {"core_course_get_categories", {{"criteria", P::Criteria}, {"addsubcategories", P::Flag}}, getCategories},
        {"core_course_get_contents", {{"courseid", P::Integer, true}, {"options", P::Options}}, getContents},
        {"core_course_get_course_module", {{"cmid", P::Integer, true}}, getCourseModule},
        {"core_course_get_course_module_by_instance",
         {{"module", P::Text, true}, {"instance", P::Integer, true}},
         getCourseModuleByInstance},
        {"core_enrol_get_enrolled_users", {{"courseid", P::Integer, true}, {"options", P::Options}}, getEnrolledUsers},
        {"core_enrol_get_enrolled_users_with_capability",
         {{"coursecapabilities", P::CourseRights, true}, {"options", P::Options}},
         getEnrolledUsersWithCapability},
        {"core_enrol_get_users_courses", {{"userid", P::Integer, true}, {"returnusercount", P::Flag}}, getUsersCourses},
        {"core_group_get_course_groups", {{"courseid", P::Integer, true}}, getCourseGroups},
        {"core_group_get_group_members", {{"groupids", P::Integers, true}}, getGroupMembers},
        {"core_group_get_course_groupings", {{"courseid", P::Integer, true}}, getCourseGroupings},
        {"core_group_get_groupings", {{"groupingids", P::Integers, true}, {"returngroups", P::Flag}}, getGroupings},
        {"core_group_get_course_user_groups",
         {{"courseid", P::Integer, true}, {"userid", P::Integer, true}, {"groupingid", P::Integer}},
         getCourseUserGroups},
        {"core_course_edit_module",
         {{"action", P::Text, true}, {"id", P::Integer, true}, {"sectionreturn", P::Integer}},
         editModule,
         false,
         true},
        {"core_course_check_updates",
         {{"courseid", P::Integer, true}, {"tocheck", P::Rows, true}, {"filter", P::Texts}},
         checkUpdates},
        {"core_course_get_updates_since",
         {{"courseid", P::Integer, true}, {"since", P::Integer, true}, {"filter", P::Texts}},
         updatesSince},
        {"core_enrol_get_course_enrolment_methods", {{"courseid", P::Integer, true}}, enrolmentMethods},
        {"core_backup_submit_copy_form", {{"jsonformdata", P::Text, true}}, submitCopyForm},
        {"core_backup_get_async_backup_progress",
         {{"backupids", P::Texts, true}, {"contextid", P::Integer, true}},
         backupProgress},
        {"core_backup_get_copy_progress", {{"copies", P::Rows, true}}, backupProgress},
        {"block_my_external_backup_restore_courses_get_courses",
         {{"username", P::Text, true}, {"concernedroles", P::Text}},
         blockCourses},
        {"block_my_external_backup_restore_courses_get_courses_zip",
         {{"username", P::Text, true}, {"courseid", P::Integer, true}, {"withuserdatas", P::Flag}},
         blockZip},
        {"core_user_get_users_by_field", {{"field", P::Text, true}, {"values", P::Texts, true}}, getUsersByField},
        {"core_user_get_users", {{"criteria", P::Criteria, true}}, getUsers},
        {"core_reportbuilder_list_reports", {{"page", P::Integer}, {"perpage", P::Integer}}, listReports},
        {"core_reportbuilder_retrieve_report",
         {{"reportid", P::Integer, true}, {"page", P::Integer}, {"perpage", P::Integer}},
         retrieveReport},

        {"local_liaison_get_info", {}, companionInfo, true},
        {"local_liaison_get_links",
         {{"after", P::Integer}, {"limit", P::Integer}, {"modifiedsince", P::Integer}},
         companionLinks,
         true},
        {"local_liaison_get_memberships",
         {{"aftercourse", P::Integer}, {"afteruser", P::Integer}, {"limit", P::Integer}, {"courseids", P::Integers}},
         companionMemberships,
         true},
        {"local_liaison_get_people",
         {{"after", P::Integer}, {"limit", P::Integer}, {"ids", P::Integers}},
         companionPeople,
         true},
        {"local_liaison_get_recyclebin", {{"after", P::Integer}, {"limit", P::Integer}}, companionRecycleBin, true},
        {"local_liaison_get_restore_tasks",
         {{"after", P::Integer}, {"limit", P::Integer}, {"status", P::Integer}, {"since", P::Integer}},
         companionRestoreTasks,
         true},
        {"local_liaison_set_room",
         {{"cmid", P::Integer, true}, {"expected", P::Text}, {"room", P::Text, true}},
         companionSetRoom,
         true,
         true},
        {"local_liaison_schedule_restore",
         {{"url", P::Text, true},
          {"courseid", P::Integer, true},
          {"userid", P::Integer, true},
          {"category", P::Integer},
          {"withuserdatas", P::Flag},
          {"enrolmentmode", P::Integer},
          {"dedupe", P::Flag}},
         companionScheduleRestore,
         true,
         true},
        {"local_liaison_cancel_restore",
         {{"id", P::Integer, true}, {"status", P::Integer, true}, {"timemodified", P::Integer, true}},
         companionCancelRestore,
         true,
         true},
        {"local_liaison_retry_restore",
         {{"id", P::Integer, true}, {"status", P::Integer, true}, {"timemodified", P::Integer, true}},
         companionRetryRestore,
         true,
         true},
        {"local_liaison_set_category",
         {{"id", P::Integer, true},
          {"category", P::Integer, true},
          {"status", P::Integer, true},
          {"timemodified", P::Integer, true}},
         companionSetCategory,
         true,
         true},
    };
    return all;
}

const Function *functionNamed(const Moodle &site, const QString &name)
{
    static const QHash<QString, const Function *> byName = [] {
        QHash<QString, const Function *> all;
        for (const Function &function : functions())
            all.insert(QLatin1String(function.name), &function);
        return all;
    }();
    const Function *function = byName.value(name);
    return function && function->companion && !site.companion ? nullptr : function;
}

Answer getSiteInfo(const Call &call)
{
    // Between the new code and its upgrade the database is older than the code.
    const QString version = call.site.state == u"upgrade-pending"
                                ? QString::number(call.version.number.toLongLong() - 100)
                                : call.version.number;
    List served;
    for (const Function &function : functions()) {
        const QString name = QLatin1String(function.name);
        if (!call.listEmpty && functionNamed(call.site, name) && call.index.serves(name)) {
            served.push_back(
                Object().add("name", name).add("version", function.companion ? QStringLiteral("2026110100") : version));
        }
    }
    List features;
    for (const char *name : {"usecomments", "usetags", "enablenotes", "messaging", "enableblogs", "enablecompletion",
                             "enablebadges", "messagingallusers", "enablecustomreports", "enablecompetencies"})
        features.push_back(Object().add("name", name).add("value", qstrcmp(name, "messagingallusers") == 0 ? 0 : 1));
    return Value(Object()
                     .add("sitename", call.text(siteName(call.site)))
                     .add("username", "svc.liaison")
                     .add("firstname", "Liaison")
                     .add("lastname", "Service")
                     .add("fullname", "Liaison Service")
                     .add("lang", call.site.account.language)
                     .add("userid", call.index.serviceAccount())
                     .add("siteurl", call.wwwroot)
                     .add("userpictureurl", call.pictureUrl(false))
                     .add("functions", std::move(served))
                     .add("downloadfiles", 1)
                     .add("uploadfiles", 0)
                     .add("release", call.version.release)
                     .add("version", version)
                     .add("mobilecssurl", "")
                     .add("advancedfeatures", std::move(features))
                     .add("usercanmanageownfiles", true)
                     .add("userquota", 104857600)
                     .add("usermaxuploadfilesize", 67108864)
                     .add("userhomepage", 1)
                     .add("userprivateaccesskey", "sandbox")
                     .add("siteid", 1)
                     .add("sitecalendartype", "gregorian")
                     .add("usercalendartype", "gregorian")
                     .add("userissiteadmin", call.site.account.admin)
                     .add("theme", "boost")
                     .add("limitconcurrentlogins", 0)
                     .add("policyagreed", 0));
}

} // namespace liaison::sandbox::moodle
