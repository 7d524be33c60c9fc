#pragma once

#include "app/arguments.h"
#include "app/context.h"
#include "app/output.h"

namespace liaison::app {

/// `journal --room COURSE` or `--person PERSON`?
[[nodiscard]] bool asksHistory(const Arguments &arguments);
/// The history of one room, course or person over all runs. Asks the servers only for what the store cannot name.
int runHistory(const Arguments &arguments, const Environment &environment, Output &out);

} // namespace liaison::app
