#pragma once

#include "core/chat/values.h"
#include "core/model/check.h"
#include "core/moodle/facts.h"

namespace liaison {

/// The step "new-accounts" of the diagnosis: who makes the chat account of somebody who has none, and whether a
/// directory is a second master of rooms. Pure.
[[nodiscard]] Check newAccountsCheck(const chat::SignInServices &services);
[[nodiscard]] Check newAccountsCheck(const std::optional<moodle::CompanionInfo> &companion);

} // namespace liaison
