#pragma once

#include "core/model/policy.h"
#include "core/run/configreader.h"

namespace liaison {

/// The policy of a configuration, with the defaults of design section 8 where `root` has no "policy".
[[nodiscard]] Policy readPolicy(ConfigReader &reader, const QJsonObject &root);

} // namespace liaison
