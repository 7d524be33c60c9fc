#include "core/sandbox/chatids.h"

#include <string_view>

namespace liaison::sandbox::chat {

namespace {

quint64 spread(quint64 h)
{
    h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9ULL;
    h = (h ^ (h >> 27)) * 0x94D049BB133111EBULL;
    return h ^ (h >> 31);
}

} // namespace

quint64 mix(quint64 seed, const QString &text)
{
    quint64 h = 14695981039346656037ULL ^ (seed * 0x9E3779B97F4A7C15ULL);
    for (const QChar c : text)
        h = (h ^ c.unicode()) * 1099511628211ULL;
    return spread(h);
}

QString makeId(quint64 seed, const QString &text, int length)
{
    constexpr std::string_view letters("23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz");
    QString id(length, Qt::Uninitialized);
    quint64 h = mix(seed, text);
    for (QChar &c : id) {
        c = QLatin1Char(letters[static_cast<std::size_t>(h % letters.size())]);
        h += 0x9E3779B97F4A7C15ULL; // the text was spread once: the rest of the numbers follow from it (splitmix64)
        h = spread(h);
    }
    return id;
}

} // namespace liaison::sandbox::chat
