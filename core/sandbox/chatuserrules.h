#pragma once

#include "core/sandbox/chatstate.h"

/// What accounts may be called, and what happens to rooms when one goes (contract section 6).
namespace liaison::sandbox::chat {

inline constexpr auto saveMethod = QLatin1String("insertOrUpdateUser");

/// Of `params` (name, username, email) for a new account, or for `existing`, which may keep what it has and leaves out
/// what does not change. Nothing = it may be called so.
[[nodiscard]] std::optional<Refusal> refusedAccount(const State &s, const QJsonObject &params,
                                                    const ChatUser *existing = nullptr);
/// Over the limit of the plan (setting `Sandbox_Seats`).
[[nodiscard]] std::optional<Refusal> refusedSeat(const State &s);
/// A required field that is not there: only `error-user-registration-custom-field` says so.
[[nodiscard]] std::optional<Refusal> refusedFields(const State &s, const QJsonObject &given);
/// Rooms saved with `default`.
void joinDefaultRooms(State &s, const QString &user, Instant now);
/// Only fields the server declares are kept.
[[nodiscard]] QJsonObject declaredFields(const State &s, const QJsonObject &given);
/// The account goes: rooms it owns alone are handed over, or removed where nobody else is in them. Without
/// confirmation that is refused (`user-last-owner`).
[[nodiscard]] std::optional<Refusal> relinquish(State &s, const QString &user, bool confirmed);

} // namespace liaison::sandbox::chat
