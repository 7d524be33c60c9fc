#include "core/secrets/secretsfile.h"

#include "core/secrets/passphrase.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QtEndian>
#include <sodium.h>

namespace liaison::secrets {
namespace {

// The file: magic, Argon2id operations and memory (64 bit, little endian), salt, nonce, sealed JSON.
const QByteArray magic = QByteArrayLiteral("LIAISON-SECRETS-1\n");
constexpr qsizetype saltSize = crypto_pwhash_SALTBYTES;
constexpr qsizetype nonceSize = crypto_secretbox_NONCEBYTES;
constexpr qsizetype headSize = 18 + 16 + saltSize;
constexpr qint64 largestFile = 1024 * 1024;
/// A file from elsewhere must not make us take all memory, nor wait for ever.
constexpr KeyCost dearest{16, 1024ULL * 1024 * 1024};

Error storageError(const char *code, const QString &path)
{
    return {ErrorKind::Storage, QString::fromLatin1(code), path, 0, {}, {}};
}

unsigned char *bytes(QByteArray &b)
{
    return reinterpret_cast<unsigned char *>(b.data());
}
const unsigned char *bytes(const QByteArray &b)
{
    return reinterpret_cast<const unsigned char *>(b.constData());
}

QByteArray newHead(KeyCost cost)
{
    QByteArray head = magic;
    QByteArray numbers(16, Qt::Uninitialized);
    qToLittleEndian<quint64>(cost.operations, numbers.data());
    qToLittleEndian<quint64>(cost.memory, numbers.data() + 8);
    QByteArray salt(saltSize, Qt::Uninitialized);
    randombytes_buf(salt.data(), static_cast<size_t>(saltSize));
    return head + numbers + salt;
}

KeyCost costOf(const QByteArray &head)
{
    return {qFromLittleEndian<quint64>(head.constData() + magic.size()),
            qFromLittleEndian<quint64>(head.constData() + magic.size() + 8)};
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(storageError("file-not-readable", path));
    QByteArray all = file.read(largestFile + 1);
    if (all.size() > largestFile || all.size() < headSize + nonceSize + qsizetype(crypto_secretbox_MACBYTES) ||
        !all.startsWith(magic))
        return fail(storageError("secrets-file-damaged", path));
    return all;
}

} // namespace

bool SecretsFile::exists(const QString &path)
{
    return QFileInfo::exists(path);
}

SecretsFile::~SecretsFile()
{
    if (!m_key.isEmpty())
        sodium_memzero(m_key.data(), static_cast<size_t>(m_key.size()));
}

Result<std::unique_ptr<SecretsFile>> SecretsFile::open(const QString &path, const QString &passphrase, KeyCost cost)
{
    if (sodium_init() < 0)
        return fail(storageError("internal", QStringLiteral("libsodium")));
    std::unique_ptr<SecretsFile> file(new SecretsFile);
    file->m_path = path;
    const bool isNew = !exists(path);
    if (isNew) {
        if (passphrase.isEmpty())
            return fail(Error{ErrorKind::Input, QStringLiteral("wrong-passphrase"), path, 0, {}, {}});
        if (missingCharacters(passphrase) > 0)
            return fail(Error{ErrorKind::Input, QStringLiteral("passphrase-too-short"), path, 0, {}, {}});
        file->m_head = newHead(cost);
    } else {
        const auto content = contentOf(path);
        if (!content)
            return fail(content.error());
        file->m_head = content->left(headSize);
        cost = costOf(file->m_head);
        if (cost.operations < crypto_pwhash_OPSLIMIT_MIN || cost.operations > dearest.operations ||
            cost.memory < crypto_pwhash_MEMLIMIT_MIN || cost.memory > dearest.memory)
            return fail(storageError("secrets-file-damaged", path));
    }
    file->m_key = QByteArray(crypto_secretbox_KEYBYTES, Qt::Uninitialized);
    QByteArray words = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
    const QByteArray salt = file->m_head.right(saltSize);
    const int derived = crypto_pwhash(bytes(file->m_key), crypto_secretbox_KEYBYTES, words.constData(),
                                      static_cast<unsigned long long>(words.size()), bytes(salt), cost.operations,
                                      static_cast<size_t>(cost.memory), crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(words.data(), static_cast<size_t>(words.size()));
    if (derived != 0)
        return fail(storageError("internal", QStringLiteral("crypto_pwhash")));
    if (!isNew) {
        if (const auto secrets = file->load(); !secrets)
            return fail(secrets.error());
    }
    return file;
}

Result<SecretsFile::Secrets> SecretsFile::load() const
{
    if (!exists(m_path))
        return Secrets();
    const auto content = contentOf(m_path);
    if (!content)
        return fail(content.error());
    if (content->left(headSize) != m_head) // somebody made a new file under another passphrase meanwhile
        return fail(Error{ErrorKind::Input, QStringLiteral("wrong-passphrase"), m_path, 0, {}, {}});
    const QByteArray nonce = content->mid(headSize, nonceSize);
    const QByteArray sealed = content->mid(headSize + nonceSize);
    QByteArray plain(sealed.size() - qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    if (crypto_secretbox_open_easy(bytes(plain), bytes(sealed), static_cast<unsigned long long>(sealed.size()),
                                   bytes(nonce), bytes(m_key)) != 0)
        return fail(Error{ErrorKind::Input, QStringLiteral("wrong-passphrase"), m_path, 0, {}, {}});
    const QJsonArray list = QJsonDocument::fromJson(plain).array();
    sodium_memzero(plain.data(), static_cast<size_t>(plain.size()));
    Secrets secrets;
    for (const QJsonValue &v : list)
        secrets[{v[u"server"].toString(), v[u"account"].toString()}] = v[u"secret"].toString();
    return secrets;
}

Result<void> SecretsFile::change(const SecretKey &key, const std::optional<QString> &secret)
{
    if (!QDir().mkpath(QFileInfo(m_path).absolutePath()))
        return fail(storageError("file-not-writable", m_path));
    QLockFile lock(m_path + QLatin1String(".lock")); // two programs may add a token at the same time
    if (!lock.tryLock(10000))
        return fail(storageError("file-not-writable", m_path));
    auto secrets = load();
    if (!secrets)
        return fail(secrets.error());
    if (secret)
        (*secrets)[{key.server, key.account}] = *secret;
    else
        secrets->erase({key.server, key.account});
    QJsonArray list;
    for (const auto &[place, value] : *secrets)
        list.append(QJsonObject{{QStringLiteral("server"), place.first},
                                {QStringLiteral("account"), place.second},
                                {QStringLiteral("secret"), value}});
    QByteArray plain = QJsonDocument(list).toJson(QJsonDocument::Compact);
    QByteArray nonce(nonceSize, Qt::Uninitialized);
    randombytes_buf(nonce.data(), static_cast<size_t>(nonceSize));
    QByteArray sealed(plain.size() + qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    crypto_secretbox_easy(bytes(sealed), bytes(plain), static_cast<unsigned long long>(plain.size()), bytes(nonce),
                          bytes(m_key));
    sodium_memzero(plain.data(), static_cast<size_t>(plain.size()));
    QSaveFile out(m_path);
    const QByteArray all = m_head + nonce + sealed;
    if (!out.open(QIODevice::WriteOnly) || !out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        out.write(all) != all.size() || !out.commit())
        return fail(storageError("file-not-writable", m_path));
    return {};
}

QFuture<Result<SecretStore::Found>> SecretsFile::read(const SecretKey &key)
{
    const std::lock_guard guard(m_mutex);
    const auto secrets = load();
    if (!secrets)
        return QtFuture::makeReadyFuture(Result<Found>(fail(secrets.error())));
    const auto it = secrets->find({key.server, key.account});
    return QtFuture::makeReadyFuture(Result<Found>(it == secrets->end() ? Found() : Found(it->second)));
}

QFuture<Result<void>> SecretsFile::write(const SecretKey &key, const QString &secret)
{
    const std::lock_guard guard(m_mutex);
    return QtFuture::makeReadyFuture(change(key, secret));
}

QFuture<Result<void>> SecretsFile::remove(const SecretKey &key)
{
    const std::lock_guard guard(m_mutex);
    return QtFuture::makeReadyFuture(change(key, std::nullopt));
}

} // namespace liaison::secrets
