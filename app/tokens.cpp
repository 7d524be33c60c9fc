#include "app/tokens.h"

#include <QFile>
#include <QStandardPaths>

namespace liaison::app {

using secrets::SecretKey;
using secrets::SecretsFile;

Tokens::Tokens(Environment environment, Ask passphrase)
    : m_environment(std::move(environment)), m_ask(std::move(passphrase))
{
}

QString Tokens::fileName()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QLatin1String("/liaison/tokens.sealed");
}

Result<SecretsFile *> Tokens::file()
{
    const std::lock_guard lock(m_mutex);
    if (m_file)
        return m_file.get();
    std::optional<QString> passphrase;
    const QString named = m_environment(QStringLiteral("LIAISON_PASSPHRASE_FILE")).value_or(QString());
    if (!named.isEmpty()) {
        QFile f(named);
        if (!f.open(QIODevice::ReadOnly))
            return fail(Error{ErrorKind::Input, QStringLiteral("file-not-readable"), named, 0, {}, {}});
        passphrase = QString::fromUtf8(f.read(64 * 1024)).trimmed();
    } else if (m_ask) {
        passphrase = m_ask();
    }
    if (!passphrase)
        return fail(Error{ErrorKind::Input, QStringLiteral("passphrase-needed"), fileName(), 0, {}, {}});
    auto opened = SecretsFile::open(fileName(), *passphrase);
    if (!opened)
        return fail(opened.error());
    m_file = std::move(*opened);
    return m_file.get();
}

Result<void> Tokens::probe()
{
    return secrets::waitFor(m_keychain.probe());
}

Result<void> Tokens::openFile(const QString &passphrase)
{
    const std::lock_guard lock(m_mutex);
    auto opened = SecretsFile::open(fileName(), passphrase);
    if (!opened)
        return fail(opened.error());
    m_file = std::move(*opened);
    return {};
}

void Tokens::lock()
{
    const std::lock_guard lock(m_mutex);
    m_file.reset();
}

QFuture<Result<secrets::SecretStore::Found>> Tokens::read(const SecretKey &key)
{
    if (auto here = secrets::waitFor(m_session.read(key)); here && *here)
        return QtFuture::makeReadyFuture(std::move(here));
    auto kept = secrets::waitFor(m_keychain.read(key));
    if ((kept && *kept) || !SecretsFile::exists(fileName()))
        return QtFuture::makeReadyFuture(std::move(kept));
    const auto opened = file();
    if (!opened)
        return QtFuture::makeReadyFuture(Result<Found>(fail(opened.error())));
    return (*opened)->read(key);
}

QFuture<Result<void>> Tokens::write(const SecretKey &key, const QString &secret)
{
    return m_keychain.write(key, secret);
}

QFuture<Result<void>> Tokens::remove(const SecretKey &key)
{
    (void)secrets::waitFor(m_session.remove(key));
    auto removed = secrets::waitFor(m_keychain.remove(key));
    if (!SecretsFile::exists(fileName()))
        return QtFuture::makeReadyFuture(std::move(removed));
    const auto opened = file();
    return opened ? (*opened)->remove(key) : QtFuture::makeReadyFuture(Result<void>(fail(opened.error())));
}

Result<void> Tokens::keep(Place place, const SecretKey &key, const QString &secret)
{
    if (place == Place::Keychain)
        return secrets::waitFor(write(key, secret));
    if (place == Place::Session)
        return secrets::waitFor(m_session.write(key, secret));
    const auto opened = file();
    return opened ? secrets::waitFor((*opened)->write(key, secret)) : Result<void>(fail(opened.error()));
}

} // namespace liaison::app
