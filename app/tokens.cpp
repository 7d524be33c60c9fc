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

Result<std::shared_ptr<SecretsFile>> Tokens::file()
{
    const std::lock_guard lock(m_mutex);
    if (m_file)
        return m_file;
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
    return m_file;
}

Result<void> Tokens::probe()
{
    return secrets::waitFor(m_keychain.probe());
}

bool Tokens::hasFile()
{
    return SecretsFile::exists(fileName());
}

bool Tokens::isFileLocked()
{
    const std::lock_guard lock(m_mutex);
    return !m_file && hasFile();
}

bool Tokens::isFileOpen()
{
    const std::lock_guard lock(m_mutex);
    return m_file != nullptr;
}

Result<void> Tokens::openFile(const QString &passphrase)
{
    const bool isNew = !hasFile();
    auto opened = SecretsFile::open(fileName(), passphrase);
    if (!opened)
        return fail(opened.error());
    const std::lock_guard lock(m_mutex);
    // A passphrase that was chosen for a file counts until another is chosen or the file is written.
    if (!m_file || !isNew || !hasFile())
        m_file = std::move(*opened);
    return {};
}

void Tokens::closeFile()
{
    const std::lock_guard lock(m_mutex);
    m_file.reset();
}

Result<void> Tokens::prove(const QString &passphrase)
{
    if (!hasFile()) // any passphrase is good for a new one
        return fail(Error{ErrorKind::Input, QStringLiteral("passphrase-needed"), fileName(), 0, {}, {}});
    if (const auto opened = SecretsFile::open(fileName(), passphrase); !opened)
        return fail(opened.error());
    return {};
}

QFuture<Result<secrets::SecretStore::Found>> Tokens::read(const SecretKey &key)
{
    auto kept = secrets::waitFor(m_session.read(key));
    if (!kept || !*kept)
        kept = secrets::waitFor(m_keychain.read(key));
    if ((kept && *kept) || !hasFile())
        return QtFuture::makeReadyFuture(std::move(kept));
    const auto opened = file();
    if (!opened)
        return QtFuture::makeReadyFuture(Result<Found>(fail(opened.error())));
    auto sealed = secrets::waitFor((*opened)->read(key));
    if (sealed && !*sealed && !kept) { // it may rest in the keychain that could not be asked: not known is not none
        Error asked = kept.error();
        asked.where = fileName();
        sealed = fail(std::move(asked));
    }
    return QtFuture::makeReadyFuture(std::move(sealed));
}

QFuture<Result<void>> Tokens::write(const SecretKey &key, const QString &secret)
{
    return QtFuture::makeReadyFuture(keep(Place::Keychain, key, secret));
}

QFuture<Result<void>> Tokens::remove(const SecretKey &key)
{
    const auto held = secrets::waitFor(m_session.read(key));
    auto removed = secrets::waitFor(m_session.remove(key));
    if (auto gone = secrets::waitFor(m_keychain.remove(key)); !held || !*held)
        removed = std::move(gone); // what was held for this session only is in no keychain
    if (!hasFile())
        return QtFuture::makeReadyFuture(std::move(removed));
    const auto opened = file();
    return opened ? (*opened)->remove(key) : QtFuture::makeReadyFuture(Result<void>(fail(opened.error())));
}

Result<void> Tokens::keep(Place place, const SecretKey &key, const QString &secret)
{
    Result<void> kept;
    switch (place) {
    case Place::Session:
        return secrets::waitFor(m_session.write(key, secret));
    case Place::Keychain:
        kept = secrets::waitFor(m_keychain.write(key, secret));
        break;
    case Place::File: {
        const auto opened = file();
        kept = opened ? secrets::waitFor((*opened)->write(key, secret)) : Result<void>(fail(opened.error()));
        if (kept) // a keychain that cannot be asked holds nothing that could be found
            static_cast<void>(secrets::waitFor(m_keychain.remove(key)));
        break;
    }
    }
    if (kept)
        static_cast<void>(secrets::waitFor(m_session.remove(key)));
    return kept;
}

Result<secrets::SecretStore::Found> Tokens::lookInto(Place place, const SecretKey &key)
{
    switch (place) {
    case Place::Session:
        return secrets::waitFor(m_session.read(key));
    case Place::Keychain:
        return secrets::waitFor(m_keychain.read(key));
    case Place::File:
        break;
    }
    if (!hasFile())
        return Found();
    if (!m_environment(QStringLiteral("LIAISON_PASSPHRASE_FILE")).value_or(QString()).isEmpty()) {
        if (const auto opened = file(); !opened)
            return fail(opened.error());
    }
    std::shared_ptr<SecretsFile> open;
    {
        const std::lock_guard lock(m_mutex);
        open = m_file;
    }
    if (!open)
        return fail(Error{ErrorKind::Input, QStringLiteral("passphrase-needed"), fileName(), 0, {}, {}});
    return secrets::waitFor(open->read(key));
}

} // namespace liaison::app
