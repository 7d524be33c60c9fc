#pragma once

#include "core/run/profile.h"
#include "core/secrets/keychain.h"
#include "core/secrets/memorysecrets.h"
#include "core/secrets/secretsfile.h"

#include <functional>
#include <memory>
#include <mutex>

namespace liaison::app {

/// How often, in ms, whoever leaves and waits for a worker gives up what the keychain was asked.
constexpr int givingUpEvery = 200;

/// The places of this computer where tokens rest, in the order they are looked into: this session, the keychain, and
/// the file under a passphrase, if there is one. Reading blocks while somebody types the passphrase: for worker
/// threads.
class Tokens final : public secrets::SecretStore
{
public:
    enum class Place { Keychain, File, Session }; ///< Session: forgotten with the program
    /// `passphrase` asks for it, once; nullopt = there is nobody to ask. LIAISON_PASSPHRASE_FILE comes first.
    using Ask = std::function<std::optional<QString>()>;
    Tokens(Environment environment, Ask passphrase);

    /// Errors: of the file; where it is in no place that could be asked, of the keychain, with the sealed file in which
    /// it is not as `where`.
    [[nodiscard]] QFuture<Result<Found>> read(const secrets::SecretKey &key) override;
    /// In the keychain.
    [[nodiscard]] QFuture<Result<void>> write(const secrets::SecretKey &key, const QString &secret) override;
    /// From every place.
    [[nodiscard]] QFuture<Result<void>> remove(const secrets::SecretKey &key) override;

    /// Keeps it there and nowhere else: an older one in a place that is looked into before would be found instead.
    [[nodiscard]] Result<void> keep(Place place, const secrets::SecretKey &key, const QString &secret);
    /// Looks into one place. Errors: of the place; "passphrase-needed" for a file that nobody opened yet.
    [[nodiscard]] Result<Found> lookInto(Place place, const secrets::SecretKey &key);
    /// Writes, reads and deletes a test item in the keychain: "not found" alone proves nothing. Error
    /// "keychain-unavailable".
    [[nodiscard]] Result<void> probe();
    /// There is a file, and nobody has given its passphrase yet.
    [[nodiscard]] bool isFileLocked();
    [[nodiscard]] bool isFileOpen();
    /// Opens the file, or chooses the passphrase of a new one. Takes the better part of a second. Errors: of
    /// SecretsFile::open.
    [[nodiscard]] Result<void> openFile(const QString &passphrase);
    /// Forgets the passphrase: the file is locked again.
    void closeFile();
    /// Whether this is the passphrase of the file, whoever opened it before. Errors: as of openFile;
    /// "passphrase-needed" where there is no file that could tell.
    [[nodiscard]] static Result<void> prove(const QString &passphrase);
    [[nodiscard]] static bool hasFile();
    [[nodiscard]] static QString fileName();

    /// What waits for the keychain's owner ends with an error now. From any thread; blocks nobody.
    void cancelAll() { m_keychain.cancelAll(); }

private:
    [[nodiscard]] Result<std::shared_ptr<secrets::SecretsFile>> file();

    Environment m_environment;
    Ask m_ask;
    secrets::MemorySecrets m_session;
    secrets::Keychain m_keychain;
    std::mutex m_mutex;
    std::shared_ptr<secrets::SecretsFile> m_file; ///< who reads it goes on while it is closed
};

} // namespace liaison::app
