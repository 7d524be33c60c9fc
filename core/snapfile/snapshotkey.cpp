#include "core/snapfile/snapshotkey.h"

#include <QFile>
#include <sodium.h>

namespace liaison::snapfile {
namespace {

constexpr int sumSize = 2, group = 5;
const QLatin1String alphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ"); // Crockford: no I, L, O, U

QByteArray hashOf(const QByteArray &key, const char *purpose, size_t size)
{
    QByteArray out(static_cast<qsizetype>(size), Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(out.data()), size,
                       reinterpret_cast<const unsigned char *>(purpose), qstrlen(purpose),
                       reinterpret_cast<const unsigned char *>(key.constData()), static_cast<size_t>(key.size()));
    return out;
}

QByteArray sumOf(const QByteArray &key)
{
    return hashOf(key, "liaison snapshot key sum", 16).left(sumSize);
}

tl::unexpected<Error> badKey(const QString &where = {})
{
    return fail(Error{ErrorKind::Input, QStringLiteral("bad-snapshot-key"), where, 0, {}, {}});
}

} // namespace

SnapshotKey SnapshotKey::random()
{
    QByteArray bytes(keySize, Qt::Uninitialized);
    if (sodium_init() < 0)
        qFatal("libsodium");
    randombytes_buf(bytes.data(), keySize);
    return SnapshotKey(std::move(bytes));
}

SnapshotKey::~SnapshotKey()
{
    if (m_bytes.isDetached())
        sodium_memzero(m_bytes.data(), static_cast<size_t>(m_bytes.size()));
}

QString SnapshotKey::text() const
{
    const QByteArray all = m_bytes + sumOf(m_bytes);
    QString out;
    int letters = 0;
    const auto letter = [&](quint32 value) {
        if (letters > 0 && letters % group == 0)
            out += u'-';
        out += alphabet[static_cast<int>(value & 31U)];
        ++letters;
    };
    quint32 held = 0;
    int bits = 0;
    for (const char c : all) {
        held = ((held << 8) | static_cast<quint8>(c)) & 0xffffU;
        for (bits += 8; bits >= 5; bits -= 5)
            letter(held >> (bits - 5));
    }
    if (bits > 0)
        letter(held << (5 - bits));
    return out;
}

Result<SnapshotKey> SnapshotKey::fromText(const QString &typed)
{
    if (sodium_init() < 0 || typed.size() > 4096)
        return badKey();
    QByteArray all;
    quint32 held = 0;
    int bits = 0;
    for (const QChar typedLetter : typed) {
        QChar c = typedLetter.toUpper();
        if (c == u'-' || c.isSpace())
            continue;
        if (c == u'O')
            c = u'0';
        if (c == u'I' || c == u'L')
            c = u'1';
        int value = 0;
        while (value < alphabet.size() && QChar(alphabet[value]) != c)
            ++value;
        if (value == alphabet.size())
            return badKey();
        held = ((held << 5) | static_cast<quint32>(value)) & 0xffffU;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            all += static_cast<char>((held >> bits) & 0xffU);
        }
    }
    // 34 bytes are 54.4 letters: 55, and the bits left over are none of the key.
    if (all.size() != keySize + sumSize || bits != 3 || (held & 7U) != 0)
        return badKey();
    SnapshotKey key(all.left(keySize));
    if (all.mid(keySize) != sumOf(key.m_bytes))
        return badKey();
    return key;
}

QString SnapshotKey::id() const
{
    return QString::fromLatin1(hashOf(m_bytes, "liaison snapshot key id", 16).left(8).toHex());
}

Result<SnapshotKey> readKeyFile(const QString &file)
{
    QFile f(file);
    if (!f.open(QIODevice::ReadOnly))
        return fail(Error{ErrorKind::Input, QStringLiteral("file-not-readable"), file, 0, {}, {}});
    auto key = SnapshotKey::fromText(QString::fromLatin1(f.read(4096)));
    if (!key)
        return badKey(file);
    return key;
}

Result<void> writeKeyFile(const QString &file, const SnapshotKey &key)
{
    QFile f(file);
    const QByteArray line = key.text().toLatin1() + '\n';
    if (!f.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        f.write(line) != line.size() || !f.flush())
        return fail(Error{ErrorKind::Storage, QStringLiteral("file-not-writable"), file, 0, {}, {}});
    return {};
}

} // namespace liaison::snapfile
