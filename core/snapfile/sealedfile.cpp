#include "core/snapfile/sealedfile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QtEndian>
#include <sodium.h>

namespace liaison::snapfile {
namespace {

const QByteArray magic = QByteArrayLiteral("LIAISON-SNAPSHOT\n");
constexpr quint32 version = 1;
constexpr qsizetype idSize = 16, keyIdSize = 8, sumSize = 16, macSize = 32, entrySize = 12;
constexpr qsizetype fixedSize = 17 + 4 + idSize + 8 + keyIdSize + 4;
constexpr quint32 mostSections = 64;
constexpr qsizetype piece = 64 * 1024;
constexpr qsizetype overhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr qsizetype streamHead = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr qint64 largestFile = 2LL * 1024 * 1024 * 1024 - 1; // what one QByteArray can hold everywhere

unsigned char *raw(QByteArray &b)
{
    return reinterpret_cast<unsigned char *>(b.data());
}
const unsigned char *raw(const QByteArray &b)
{
    return reinterpret_cast<const unsigned char *>(b.constData());
}

tl::unexpected<Error> wrong(const char *code, const QString &path)
{
    return fail(Error{ErrorKind::Input, QString::fromLatin1(code), path, 0, {}, {}});
}

template <class T> void put(QByteArray &out, T value)
{
    char buffer[sizeof(T)];
    qToLittleEndian<T>(value, buffer);
    out.append(buffer, sizeof(T));
}

template <class T> T at(const QByteArray &in, qsizetype position)
{
    return qFromLittleEndian<T>(in.constData() + position);
}

QByteArray hash(const QByteArray &what, qsizetype size, const QByteArray &key = {})
{
    QByteArray out(size, Qt::Uninitialized);
    crypto_generichash(raw(out), static_cast<size_t>(size), raw(what), static_cast<unsigned long long>(what.size()),
                       key.isEmpty() ? nullptr : raw(key), static_cast<size_t>(key.size()));
    return out;
}

/// A key for one purpose in one file. Wiped by who uses it.
QByteArray derived(const SnapshotKey &key, const QByteArray &fileId, quint32 number)
{
    QByteArray what = QByteArrayLiteral("liaison snapshot 1 ") + fileId;
    put<quint32>(what, number);
    return hash(what, crypto_secretstream_xchacha20poly1305_KEYBYTES, key.bytes());
}
constexpr quint32 headNumber = 0xffffffffU; // no section has it

void wipe(QByteArray &secret)
{
    sodium_memzero(secret.data(), static_cast<size_t>(secret.size()));
}

qint64 sealedSize(qsizetype plain)
{
    const qint64 pieces = plain == 0 ? 1 : (plain + piece - 1) / piece;
    return streamHead + plain + pieces * overhead;
}

QByteArray seal(const QByteArray &plain, QByteArray key)
{
    QByteArray out(static_cast<qsizetype>(sealedSize(plain.size())), Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_state state;
    crypto_secretstream_xchacha20poly1305_init_push(&state, raw(out), raw(key));
    wipe(key);
    qsizetype to = streamHead, from = 0;
    do {
        const qsizetype size = std::min(piece, plain.size() - from);
        const bool last = from + size == plain.size();
        crypto_secretstream_xchacha20poly1305_push(&state, raw(out) + to, nullptr, raw(plain) + from,
                                                   static_cast<unsigned long long>(size), nullptr, 0,
                                                   last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
        from += size;
        to += size + overhead;
    } while (from < plain.size());
    sodium_memzero(&state, sizeof state);
    return out;
}

/// Everything up to the keyed hash, its form checked; nothing is believed yet.
struct Table
{
    SealedHead head;
    QByteArray bytes; ///< without the two hashes
    QByteArray mac, id;
    std::vector<std::pair<quint32, qint64>> sections;
    qint64 size = 0; ///< of the file
};

Result<Table> readTable(QFile &file)
{
    const QString path = file.fileName();
    if (!file.exists())
        return wrong("file-not-found", path);
    if (!file.open(QIODevice::ReadOnly))
        return wrong("file-not-readable", path);
    Table t;
    t.size = file.size();
    t.bytes = file.read(fixedSize);
    if (!t.bytes.startsWith(magic))
        return wrong("not-a-snapshot", path);
    if (t.bytes.size() >= magic.size() + 4 && at<quint32>(t.bytes, magic.size()) > version)
        return wrong("snapshot-newer", path);
    if (t.bytes.size() < fixedSize || at<quint32>(t.bytes, magic.size()) != version || t.size > largestFile)
        return wrong("snapshot-damaged", path);
    qsizetype position = magic.size() + 4;
    t.id = t.bytes.mid(position, idSize);
    t.head.writtenAt = {at<qint64>(t.bytes, position + idSize)};
    t.head.keyId = QString::fromLatin1(t.bytes.mid(position + idSize + 8, keyIdSize).toHex());
    const quint32 count = at<quint32>(t.bytes, fixedSize - 4);
    if (count > mostSections)
        return wrong("snapshot-damaged", path);
    t.bytes += file.read(static_cast<qint64>(count) * entrySize);
    const QByteArray sum = file.read(sumSize);
    t.mac = file.read(macSize);
    if (t.mac.size() != macSize || sum != hash(t.bytes, sumSize))
        return wrong("snapshot-damaged", path);
    qint64 offset = file.pos();
    for (quint32 i = 0; i < count; ++i) {
        const qsizetype entry = fixedSize + static_cast<qsizetype>(i) * entrySize;
        const auto length = at<quint64>(t.bytes, entry + 4);
        if (length < static_cast<quint64>(sealedSize(0)) || length > static_cast<quint64>(t.size - offset))
            return wrong("snapshot-damaged", path);
        t.sections.emplace_back(at<quint32>(t.bytes, entry), static_cast<qint64>(length));
        offset += static_cast<qint64>(length);
    }
    if (offset != t.size)
        return wrong("snapshot-damaged", path);
    return t;
}

} // namespace

Result<void> writeSealed(const QString &path, const SnapshotKey &key, Instant now, const std::vector<Section> &sections,
                         Readers readers)
{
    const auto refused = [&] {
        return fail(Error{ErrorKind::Storage, QStringLiteral("file-not-writable"), path, 0, {}, {}});
    };
    if (sodium_init() < 0)
        return fail(Error{ErrorKind::Storage, QStringLiteral("internal"), QStringLiteral("libsodium"), 0, {}, {}});
    QByteArray id(idSize, Qt::Uninitialized);
    randombytes_buf(id.data(), idSize);
    QByteArray head = magic;
    put<quint32>(head, version);
    head += id;
    put<qint64>(head, now.ms);
    head += QByteArray::fromHex(key.id().toLatin1());
    put<quint32>(head, static_cast<quint32>(sections.size()));
    qint64 size = 0;
    for (const Section &section : sections) {
        put<quint32>(head, section.number);
        put<quint64>(head, static_cast<quint64>(sealedSize(section.bytes.size())));
        size += sealedSize(section.bytes.size());
    }
    if (sections.size() > mostSections || size > largestFile - head.size() - sumSize - macSize)
        return refused();
    head += hash(head, sumSize);
    QByteArray headKey = derived(key, id, headNumber);
    head += hash(head, macSize, headKey);
    wipe(headKey);

    QSaveFile out(path);
    if (!out.open(QIODevice::WriteOnly) ||
        (readers == Readers::Owner && !out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)) ||
        out.write(head) != head.size())
        return refused();
    for (const Section &section : sections) {
        const QByteArray sealed = seal(section.bytes, derived(key, id, section.number));
        if (out.write(sealed) != sealed.size())
            return refused();
    }
    if (!out.commit())
        return refused();
    return {};
}

Result<SealedHead> SealedFile::head(const QString &path)
{
    QFile file(path);
    const auto table = readTable(file);
    if (!table)
        return fail(table.error());
    return table->head;
}

Result<std::unique_ptr<SealedFile>> SealedFile::open(const QString &path, const SnapshotKey &key)
{
    if (sodium_init() < 0)
        return fail(Error{ErrorKind::Storage, QStringLiteral("internal"), QStringLiteral("libsodium"), 0, {}, {}});
    std::unique_ptr<SealedFile> file(new SealedFile(path, key));
    const auto table = readTable(file->m_file);
    if (!table)
        return fail(table.error());
    if (table->head.keyId != key.id())
        return wrong("snapshot-wrong-key", path);
    QByteArray headKey = derived(key, table->id, headNumber);
    const QByteArray expected = hash(table->bytes + hash(table->bytes, sumSize), macSize, headKey);
    wipe(headKey);
    if (sodium_memcmp(expected.constData(), table->mac.constData(), macSize) != 0)
        return wrong("snapshot-damaged", path);
    file->m_id = table->id;
    file->m_writtenAt = table->head.writtenAt;
    qint64 offset = table->bytes.size() + sumSize + macSize;
    for (const auto &[number, length] : table->sections) {
        file->m_places.push_back({number, offset, length});
        offset += length;
    }
    return file;
}

Result<QByteArray> SealedFile::section(quint32 number)
{
    const QString path = m_file.fileName();
    const Place *place = nullptr;
    for (const Place &p : m_places) {
        if (p.number == number)
            place = &p;
    }
    if (!place || !m_file.seek(place->offset))
        return wrong("snapshot-damaged", path);
    const QByteArray sealed = m_file.read(place->length);
    if (sealed.size() != place->length)
        return wrong("snapshot-damaged", path);
    crypto_secretstream_xchacha20poly1305_state state;
    QByteArray key = derived(m_key, m_id, number);
    const bool begun = crypto_secretstream_xchacha20poly1305_init_pull(&state, raw(sealed), raw(key)) == 0;
    wipe(key);
    QByteArray plain(sealed.size() - streamHead, Qt::Uninitialized);
    qsizetype from = streamHead, to = 0;
    unsigned char tag = 0;
    bool good = begun;
    while (good && from < sealed.size() && tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
        const qsizetype size = std::min(piece + overhead, sealed.size() - from);
        unsigned long long got = 0;
        good = size >= overhead &&
               crypto_secretstream_xchacha20poly1305_pull(&state, raw(plain) + to, &got, &tag, raw(sealed) + from,
                                                          static_cast<unsigned long long>(size), nullptr, 0) == 0;
        from += size;
        to += static_cast<qsizetype>(got);
    }
    sodium_memzero(&state, sizeof state);
    if (!good || from != sealed.size() || tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL)
        return wrong("snapshot-damaged", path);
    plain.truncate(to);
    return plain;
}

} // namespace liaison::snapfile
