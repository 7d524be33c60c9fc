#pragma once

#include "core/sandbox/chatroutes.h"

namespace liaison::sandbox::chat {

/// What validators refuse before a call is looked at: strict groups.* bodies and queries from 8.8, `query` and `fields`
/// from 9.0, the endpoints that always had a validator (contract sections 0.10 and 10). Nothing = accepted.
[[nodiscard]] std::optional<Refusal> refusedParameters(const Route &route, const Call &call, const Version &version);

} // namespace liaison::sandbox::chat
