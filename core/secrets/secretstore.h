#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QString>
#include <optional>

/// Where tokens rest. Nothing in here logs, and no error carries a secret.
namespace liaison::secrets {

/// What a secret belongs to (design rule 10): never a profile name, so a profile that is pointed at another host finds
/// no token there. `server` is the origin with the base path, because two Moodles may share one origin.
struct SecretKey
{
    QString server;  ///< "https://moodle.example:443/base"; see serverOf()
    QString account; ///< the chat login or id in lower case; for Moodle, whose tokens name no account, "webservice"

    friend bool operator==(const SecretKey &, const SecretKey &) = default;
};

/// The server part of a key: scheme, host, port and base path of a cleaned URL.
[[nodiscard]] QString serverOf(const QString &url);
[[nodiscard]] SecretKey moodleKey(const QString &url);
[[nodiscard]] SecretKey chatKey(const QString &url, const QString &user);
/// The password of the user that a proxy's URL names.
[[nodiscard]] SecretKey proxyKey(const QString &url);

/// One place for secrets. Every future ends, with a value or an error, and none needs the event loop of the caller's
/// thread: the user interface attaches a continuation, workers wait.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    using Found = std::optional<QString>;
    /// nullopt = there is none, for sure. Errors (Storage): "keychain-unavailable", "secrets-file-damaged", ...
    [[nodiscard]] virtual QFuture<Result<Found>> read(const SecretKey &key) = 0;
    [[nodiscard]] virtual QFuture<Result<void>> write(const SecretKey &key, const QString &secret) = 0;
    /// Removing what is not there is no error.
    [[nodiscard]] virtual QFuture<Result<void>> remove(const SecretKey &key) = 0;
};

/// Waits on a worker thread, or on the main thread of a program without window.
template <class T> [[nodiscard]] Result<T> waitFor(QFuture<Result<T>> future)
{
    future.waitForFinished();
    if (future.resultCount() == 0)
        return fail(Error{ErrorKind::Cancelled, {}, {}, 0, {}, {}});
    return future.takeResult();
}

} // namespace liaison::secrets
