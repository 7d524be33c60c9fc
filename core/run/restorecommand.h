#pragma once

#include "core/run/restorereview.h"

namespace liaison {

/// What an administrator types on the Moodle server to see the block's setting that this note may come from (Moodle's
/// admin/cli/cfg.php prints a value where it is given none); empty where no setting is behind it. The console itself
/// neither reads nor writes these settings.
[[nodiscard]] QString settingCommand(RestoreNote note);

} // namespace liaison
