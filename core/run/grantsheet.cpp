#include "core/run/grantsheet.h"

#include <algorithm>

namespace liaison {

std::vector<Grant> grantSheet(bool readOnly)
{
    using Kind = Grant::Kind;
    using Need = Grant::Need;
    struct Row
    {
        Kind kind;
        Need need;
        const char *right;
    };
    static constexpr Row rows[] = {
        {Kind::Function, Need::Reading, "core_webservice_get_site_info"},
        {Kind::Function, Need::Reading, "core_course_get_categories"},
        {Kind::Function, Need::Companion, "local_liaison_get_info"},
        {Kind::Function, Need::Companion, "local_liaison_get_links"},
        {Kind::Function, Need::Companion, "local_liaison_get_memberships"},
        {Kind::Function, Need::Companion, "local_liaison_get_people"},
        {Kind::Function, Need::Companion, "local_liaison_get_recyclebin"},
        {Kind::Function, Need::Companion, "local_liaison_get_restore_tasks"},
        {Kind::Function, Need::WithoutCompanion, "core_course_get_courses_by_field"},
        {Kind::Function, Need::WithoutCompanion, "core_course_get_course_module"},
        {Kind::Function, Need::WithoutCompanion, "core_course_get_contents"},
        {Kind::Function, Need::WithoutCompanion, "core_enrol_get_enrolled_users"},
        {Kind::Function, Need::WithoutCompanion, "core_enrol_get_users_courses"},
        {Kind::Function, Need::WithoutCompanion, "core_user_get_users_by_field"},
        {Kind::Function, Need::Optional, "core_enrol_get_enrolled_users_with_capability"},
        {Kind::Function, Need::Optional, "core_group_get_group_members"},
        {Kind::Function, Need::Optional, "core_reportbuilder_list_reports"},
        {Kind::Function, Need::Optional, "core_reportbuilder_retrieve_report"},
        {Kind::Function, Need::Restores, "local_liaison_schedule_restore"},
        {Kind::Function, Need::Restores, "local_liaison_retry_restore"},
        {Kind::Function, Need::Restores, "local_liaison_cancel_restore"},
        {Kind::Function, Need::Writing, "local_liaison_set_room"},
        {Kind::Capability, Need::Reading, "webservice/rest:use"},
        {Kind::Capability, Need::Reading, "moodle/course:view"},
        {Kind::Capability, Need::Reading, "moodle/course:viewhiddencourses"},
        {Kind::Capability, Need::Reading, "moodle/course:enrolreview"},
        {Kind::Capability, Need::Reading, "moodle/course:viewhiddenactivities"},
        {Kind::Capability, Need::Reading, "moodle/user:viewdetails"},
        {Kind::Capability, Need::Reading, "moodle/user:viewalldetails"},
        {Kind::Capability, Need::Reading, "moodle/site:accessallgroups"},
        {Kind::Capability, Need::Reading, "moodle/site:viewuseridentity"},
        {Kind::Capability, Need::Reading, "moodle/site:viewfullnames"},
        {Kind::Capability, Need::Companion, "local/liaison:view"},
        {Kind::Capability, Need::Writing, "local/liaison:setroom"},
        {Kind::Capability, Need::Restores, "local/liaison:managerestores"},
        {Kind::Capability, Need::Optional, "moodle/role:review"},
        {Kind::Capability, Need::Optional, "moodle/course:managegroups"},
        {Kind::Capability, Need::Optional, "moodle/reportbuilder:viewall"},
        {Kind::Permission, Need::Reading, "view-room-administration"},
        {Kind::Permission, Need::Reading, "view-full-other-user-info"},
        {Kind::Permission, Need::Reading, "view-other-user-channels"},
        {Kind::Permission, Need::Reading, "api-bypass-rate-limit"},
        {Kind::Permission, Need::Writing, "add-user-to-joined-room"},
        {Kind::Permission, Need::Writing, "set-moderator"},
        {Kind::Permission, Need::Writing, "remove-user"},
        {Kind::Permission, Need::Writing, "edit-room"},
        {Kind::Permission, Need::Writing, "edit-room-retention-policy"},
        {Kind::Permission, Need::Writing, "archive-room"},
        {Kind::Permission, Need::Writing, "unarchive-room"},
        {Kind::Permission, Need::Optional, "add-user-to-any-p-room"},
        {Kind::Permission, Need::Optional, "kick-user-from-any-p-room"},
    };
    std::vector<Grant> sheet;
    for (const Row &row : rows) {
        const bool anyRoom = row.kind == Kind::Permission && row.need == Need::Optional;
        if (!readOnly || (row.need != Need::Writing && row.need != Need::Restores && !anyRoom))
            sheet.push_back({row.kind, row.need, QString::fromLatin1(row.right)});
    }
    return sheet;
}

} // namespace liaison
