#pragma once

#include "core/secrets/secretstore.h"

#include <QObject>
#include <QThread>
#include <memory>
#include <mutex>

namespace liaison::secrets {

/// The keychain of the desktop through QtKeychain: Secret Service (libsecret) or KWallet, macOS Keychain, Windows
/// credential store. Never with QtKeychain's plaintext fallback.
///
/// QtKeychain is asynchronous and queues all jobs of a process in one object of the thread that used it first: so jobs
/// run on one thread of ours, started with the first use, and a program makes **one** Keychain.
class Keychain final : public SecretStore
{
public:
    /// `service` is the name under which the desktop lists our entries. A keychain that asks its owner for a password
    /// may take long; after `patience` ms a call ends with "keychain-unavailable".
    explicit Keychain(QString service = QStringLiteral("Liaison"), int patience = 120000);
    ~Keychain() override;

    /// Where the keychain answers "not found", that may be a lie (a locked keyring without anybody to ask): the probe
    /// decides, so nullopt is certain. Errors (Storage): "keychain-unavailable", detail: what the desktop said.
    [[nodiscard]] QFuture<Result<Found>> read(const SecretKey &key) override;
    [[nodiscard]] QFuture<Result<void>> write(const SecretKey &key, const QString &secret) override;
    [[nodiscard]] QFuture<Result<void>> remove(const SecretKey &key) override;
    /// Writes, reads back and deletes a random test item. Error "keychain-unavailable".
    [[nodiscard]] QFuture<Result<void>> probe();
    /// What is open ends now with "keychain-unavailable", detail "cancelled": for a program that leaves while the
    /// desktop asks its owner for a password. Returns at once.
    void cancelAll();

private:
    class Jobs; ///< lives on m_thread

    template <class T, class Work> [[nodiscard]] QFuture<Result<T>> onThread(Work work);

    const QString m_service;
    const int m_patience;
    std::mutex m_starting; ///< several threads may be the first
    QThread m_thread;
    std::unique_ptr<Jobs> m_jobs;
};

} // namespace liaison::secrets
