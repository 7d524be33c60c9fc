#include "core/secrets/memorysecrets.h"

namespace liaison::secrets {

QFuture<Result<SecretStore::Found>> MemorySecrets::read(const SecretKey &key)
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_secrets.find({key.server, key.account});
    return QtFuture::makeReadyFuture(Result<Found>(it == m_secrets.end() ? Found() : Found(it->second)));
}

QFuture<Result<void>> MemorySecrets::write(const SecretKey &key, const QString &secret)
{
    const std::lock_guard lock(m_mutex);
    m_secrets[{key.server, key.account}] = secret;
    return QtFuture::makeReadyFuture(Result<void>());
}

QFuture<Result<void>> MemorySecrets::remove(const SecretKey &key)
{
    const std::lock_guard lock(m_mutex);
    m_secrets.erase({key.server, key.account});
    return QtFuture::makeReadyFuture(Result<void>());
}

} // namespace liaison::secrets
