#pragma once

#include "core/sandbox/http.h"

#include <QJsonObject>
#include <optional>

namespace liaison::sandbox::chat {

/// One request, taken apart: the parameters of a GET are texts (a list where the name ends in []), those of a POST what
/// its body says.
struct Call
{
    bool get = true;
    QString route;    ///< "groups.invite", "settings/:_id", "info"
    QString argument; ///< what stands for :_id
    QJsonObject params;
    bool readable = true;        ///< false: the body is not a JSON object
    QString caller;              ///< user id; empty = not signed in
    QByteArray token;            ///< of the caller
    QByteArray code, codeMethod; ///< x-2fa-code, x-2fa-method
    Instant now;

    [[nodiscard]] bool has(const QString &name) const { return params.contains(name); }
    [[nodiscard]] QString text(const QString &name) const { return params.value(name).toString(); }
    /// A list, or the one value given for it.
    [[nodiscard]] QStringList texts(const QString &name) const;
    /// "true" and true.
    [[nodiscard]] bool on(const QString &name) const;
};

/// What a request says beside its target and its body: the time and the second factor.
void takeHeaders(Call &call, const Request &request);
/// Route and parameters; who calls is not looked at. Nothing = not below /api.
[[nodiscard]] std::optional<Call> parseCall(const Request &request);

} // namespace liaison::sandbox::chat
