#pragma once

#include "core/sandbox/chatversion.h"
#include "core/sandbox/http.h"

#include <QJsonObject>
#include <tl/expected.hpp>

namespace liaison::sandbox::chat {

/// A refusal before it is given the shape of a release (contract section 2).
struct Failure
{
    int status = 400;
    QString text;
    QString code; ///< `errorType`, and the bracketed tail of `error`
    QJsonObject details;
    bool permission = false; ///< a right is missing: from 9.0 on 403 `error-forbidden`
    bool bracketed = true;   ///< false: `error` has no tail
    bool typed = true;       ///< false: no `errorType` (404 and 403 bodies)
    QJsonObject body;        ///< if any: given as it stands
};

/// What a call answers: values, or an object that was written as text at once, which lists are.
class Body
{
public:
    Body() = default;
    Body(QJsonObject values) : m_values(std::move(values)) {}
    /// `object` is one JSON object without `status` and `success`.
    [[nodiscard]] static Body text(QByteArray object)
    {
        Body body;
        body.m_text = std::move(object);
        return body;
    }
    [[nodiscard]] const QJsonObject &values() const { return m_values; }
    [[nodiscard]] bool isText() const { return !m_text.isEmpty(); }
    [[nodiscard]] QByteArray takeText() { return std::exchange(m_text, {}); }

private:
    QJsonObject m_values;
    QByteArray m_text;
};

template <class T> using Expected = tl::expected<T, Failure>;
/// The body; `success: true` is added unless it has a `status`.
using Answer = Expected<Body>;
using Refusal = tl::unexpected<Failure>;

[[nodiscard]] Refusal refuse(const QString &code, const QString &text, const QString &method = {});
/// "error" only, no errorType.
[[nodiscard]] Refusal refusePlain(const QString &text);
/// A method's missing right: 400 `code` before 9.0.
[[nodiscard]] Refusal deny(const QString &code, const QString &text, const QString &method, const QString &action = {});
/// API.v1.forbidden(): 403 "unauthorized".
[[nodiscard]] Refusal forbid();
/// `permissionsRequired` of an endpoint: 403 with the sentence.
[[nodiscard]] Refusal forbidEndpoint();
/// A validator refused. Typed endpoints name queries and bodies apart: contract section 2.
[[nodiscard]] Refusal invalidParams(const QString &text, bool typedEndpoint, bool query);
[[nodiscard]] Refusal roomNotFound();

[[nodiscard]] Reply json(int status, const QJsonObject &body);
[[nodiscard]] Reply render(Answer answer, const Version &version);
[[nodiscard]] Reply notLoggedIn(const Version &version);
/// 401 of the login: `error` is "Unauthorized" or a code such as totp-required.
[[nodiscard]] Refusal loginRefused(const Version &version, const QString &error, const QString &message,
                                   const QJsonObject &details = {});
/// What a server says to a path it does not know: the web client's page, or JSON on newer releases.
[[nodiscard]] Reply unknownEndpoint(const Version &version);
[[nodiscard]] Reply wrongMethod(const Version &version);
[[nodiscard]] Reply webClient();
[[nodiscard]] Reply tooManyRequests(int seconds, int limit, Instant reset);

} // namespace liaison::sandbox::chat
