#include "core/run/restorecommand.h"

namespace liaison {
namespace {

const char *settingOf(RestoreNote note)
{
    switch (note) {
    case RestoreNote::CategoryDeleted:
    case RestoreNote::NoCategory:
        return "defaultcategory";
    case RestoreNote::OneInstance:
        return "onlyoneremoteinstance";
    case RestoreNote::RequesterNotEnrolled:
        return "autoenrol_requester";
    case RestoreNote::RequesterNotModerator:
        return "enrolrole";
    default: // external_moodles holds tokens: nothing invites to print it
        return nullptr;
    }
}

} // namespace

QString settingCommand(RestoreNote note)
{
    const char *setting = settingOf(note);
    if (!setting)
        return {};
    return QStringLiteral("php admin/cli/cfg.php --component=block_my_external_backup_restore_courses --name=") +
           QLatin1String(setting);
}

} // namespace liaison
