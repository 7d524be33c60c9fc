#pragma once

#include "core/run/profile.h"
#include "core/secrets/keychain.h"
#include "core/secrets/memorysecrets.h"
#include "core/secrets/secretsfile.h"

#include <functional>
#include <memory>
#include <mutex>

namespace liaison::app {

/// The places of this computer where tokens rest: the keychain; where it has none or is not available, the file under a
/// passphrase, if there is one. Reading blocks while somebody types the passphrase: for worker threads.
class Tokens final : public secrets::SecretStore
{
public:
    enum class Place { Keychain, File, Session }; ///< Session: forgotten with the program
    /// `passphrase` asks for it, once; nullopt = there is nobody to ask. LIAISON_PASSPHRASE_FILE comes first.
    using Ask = std::function<std::optional<QString>()>;
    Tokens(Environment environment, Ask passphrase);

    [[nodiscard]] QFuture<Result<Found>> read(const secrets::SecretKey &key) override;
    /// In the keychain.
    [[nodiscard]] QFuture<Result<void>> write(const secrets::SecretKey &key, const QString &secret) override;
    /// From both places.
    [[nodiscard]] QFuture<Result<void>> remove(const secrets::SecretKey &key) override;

    [[nodiscard]] Result<void> keep(Place place, const secrets::SecretKey &key, const QString &secret);
    [[nodiscard]] static QString fileName();
    /// Writes, reads and deletes a test item in the keychain: "not found" alone proves nothing. Error
    /// "keychain-unavailable".
    [[nodiscard]] Result<void> probe();
    /// Opens the file, or makes it, with what somebody typed into the console: nobody is asked again.
    [[nodiscard]] Result<void> openFile(const QString &passphrase);
    /// The passphrase is asked for again. While nobody reads.
    void lock();

private:
    [[nodiscard]] Result<secrets::SecretsFile *> file();

    Environment m_environment;
    Ask m_ask;
    secrets::Keychain m_keychain;
    secrets::MemorySecrets m_session;
    std::mutex m_mutex;
    std::unique_ptr<secrets::SecretsFile> m_file;
};

} // namespace liaison::app
