#pragma once

#include "core/run/doctor.h"

namespace liaison {

/// The checks name, tcp, tls, http and token, in this order: those after the one that failed are not tried. Pure.
[[nodiscard]] std::vector<Check> connectionChecks(const Examined &examined);

} // namespace liaison
