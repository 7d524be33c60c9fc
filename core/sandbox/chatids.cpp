#include "core/sandbox/chatids.h"

namespace liaison::sandbox::chat {

quint64 mix(quint64 seed, const QString &text)
{
    quint64 h = 14695981039346656037ULL ^ (seed * 0x9E3779B97F4A7C15ULL);
    for (const QChar c : text)
        h = (h ^ c.unicode()) * 1099511628211ULL;
    h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9ULL;
    h = (h ^ (h >> 27)) * 0x94D049BB133111EBULL;
    return h ^ (h >> 31);
}

QString makeId(quint64 seed, const QString &text, int length)
{
    constexpr QLatin1String letters("23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz");
    QString id;
    quint64 h = mix(seed, text);
    for (int i = 0; i < length; ++i) {
        id.append(letters[static_cast<qsizetype>(h % static_cast<quint64>(letters.size()))]);
        h = mix(h, text);
    }
    return id;
}

} // namespace liaison::sandbox::chat
