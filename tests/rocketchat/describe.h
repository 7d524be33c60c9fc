#pragma once

#include "core/rocketchat/parser.h"

/// Values as text: every string they hold is in it, so that a test can compare them whole and look for what must not
/// have got in.
namespace liaison::test {

[[nodiscard]] QString describe(const Error &e);    ///< "Forbidden no-permission error-not-allowed"
[[nodiscard]] QString describeAll(const Error &e); ///< every field
[[nodiscard]] QString describe(const chat::RoomRoles &roles);
[[nodiscard]] QString describe(const std::optional<chat::Retention> &retention);
[[nodiscard]] QString describe(const chat::RoomInfo &room);
[[nodiscard]] QString describe(const chat::Member &member);
[[nodiscard]] QString describe(const chat::Account &account);
[[nodiscard]] QString describe(const chat::AccountRooms &rooms);
[[nodiscard]] QString describe(const chat::ServerVersion &version);
[[nodiscard]] QString describe(const chat::PermissionTable &table);
[[nodiscard]] QString describe(const chat::RetentionSettings &settings);
[[nodiscard]] QString describe(const chat::WriteReply &reply);
[[nodiscard]] QString describe(const rocketchat::RoleHolder &holder);
[[nodiscard]] QString describe(const rocketchat::LoginOwner &owner);
[[nodiscard]] QString describe(const rocketchat::Setting &setting);

template <class T> [[nodiscard]] QString describe(const std::optional<T> &value)
{
    return value ? describe(*value) : QStringLiteral("none");
}
template <class T> [[nodiscard]] QString describe(const std::vector<T> &values)
{
    QStringList texts;
    for (const T &value : values)
        texts << describe(value);
    return texts.join(QLatin1String(" | "));
}
template <class T> [[nodiscard]] QString describe(const rocketchat::Page<T> &page)
{
    return QStringLiteral("%1 of %2: ").arg(page.items.size()).arg(page.total) + describe(page.items);
}
template <class T> [[nodiscard]] QString describe(const Result<T> &result)
{
    return result ? describe(*result) : describeAll(result.error());
}

/// The reply through the parser that the client uses for this call; `describe` of what it gives, or of the error.
/// Empty for a call that the product does not make.
[[nodiscard]] QString parsedAs(const QString &method, const net::HttpReply &reply);
[[nodiscard]] QStringList parsedMethods();

} // namespace liaison::test
