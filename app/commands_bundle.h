#pragma once

#include "app/commands.h"
#include "core/run/doctor.h"

namespace liaison::app {

/// Tells what a support bundle holds, reads the campus once for its counts, and writes it. A campus that cannot be read
/// is said in it. Error: "file-not-writable", the store.
[[nodiscard]] Result<void> writeDoctorBundle(Context &context, const Diagnosis &diagnosis, const QString &file,
                                             Output &out);

} // namespace liaison::app
