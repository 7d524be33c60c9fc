#pragma once

#include "app/commands.h"

namespace liaison::app {

/// `links import FILE.csv [--site ID] [--date DATE]`: asks no server.
int runLinksImport(Context &context, const Arguments &arguments, Output &out);

} // namespace liaison::app
