#pragma once

#include "core/secrets/secretstore.h"

#include <QByteArray>
#include <map>
#include <memory>
#include <mutex>
#include <utility>

namespace liaison::secrets {

/// How much work a guess of the passphrase costs: Argon2id's operations and bytes of memory.
struct KeyCost
{
    quint64 operations = 3;
    quint64 memory = 256ULL * 1024 * 1024;
};

/// For machines without a keychain: one file, readable by its owner only (0600), sealed under a passphrase
/// (libsodium: Argon2id, then XSalsa20-Poly1305). Whoever has the file and not the passphrase learns how many bytes it
/// holds and nothing else; whoever changes a byte is noticed.
class SecretsFile final : public SecretStore
{
public:
    [[nodiscard]] static bool exists(const QString &path);
    /// Derives the key, which takes the better part of a second and `cost.memory` bytes: for a worker thread. `cost`
    /// is used for a new file; one that exists says its own. Errors: Input "passphrase-too-short" (of a new file only,
    /// see passphrase.h), "wrong-passphrase" (or a damaged file: nobody can tell them apart), Storage "secrets-file-damaged", "file-not-readable", "file-not-writable".
    [[nodiscard]] static Result<std::unique_ptr<SecretsFile>> open(const QString &path, const QString &passphrase,
                                                                   KeyCost cost = {});
    ~SecretsFile() override;

    [[nodiscard]] QFuture<Result<Found>> read(const SecretKey &key) override;
    [[nodiscard]] QFuture<Result<void>> write(const SecretKey &key, const QString &secret) override;
    [[nodiscard]] QFuture<Result<void>> remove(const SecretKey &key) override;

private:
    using Secrets = std::map<std::pair<QString, QString>, QString>;

    SecretsFile() = default;
    [[nodiscard]] Result<Secrets> load() const;
    [[nodiscard]] Result<void> change(const SecretKey &key, const std::optional<QString> &secret);

    QString m_path;
    QByteArray m_head; ///< format, cost and salt: what the key was made from
    QByteArray m_key;
    std::mutex m_mutex;
};

} // namespace liaison::secrets
