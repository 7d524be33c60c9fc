#pragma once

#include "core/secrets/secretstore.h"

#include <map>
#include <mutex>
#include <utility>

namespace liaison::secrets {

/// "This session only": forgotten with the program.
class MemorySecrets final : public SecretStore
{
public:
    [[nodiscard]] QFuture<Result<Found>> read(const SecretKey &key) override;
    [[nodiscard]] QFuture<Result<void>> write(const SecretKey &key, const QString &secret) override;
    [[nodiscard]] QFuture<Result<void>> remove(const SecretKey &key) override;

private:
    std::mutex m_mutex;
    std::map<std::pair<QString, QString>, QString> m_secrets;
};

} // namespace liaison::secrets
