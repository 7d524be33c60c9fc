#pragma once

#include "core/reconcile/undo.h"

#include <QByteArray>

namespace liaison::app {

/// The plan document of an undo, with `left`: each step of the run that it leaves as it is, and why. Part of the
/// digest; `apply` does not need it.
[[nodiscard]] QByteArray undoToJson(const Undo &undo);

} // namespace liaison::app
