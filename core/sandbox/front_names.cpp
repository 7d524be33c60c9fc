#include "core/sandbox/front_names.h"

#include <QCryptographicHash>

namespace liaison::sandbox {
namespace {

void replacePrefixes(World &world, const std::vector<std::pair<QString, QString>> &prefixes)
{
    for (Room &room : world.chat.rooms) {
        for (const auto &[from, to] : prefixes) {
            if (room.name.startsWith(from)) {
                room.name.replace(0, from.size(), to);
                break;
            }
        }
    }
}

} // namespace

QString moodleId(const QString &wwwroot)
{
    return QString::fromLatin1(QCryptographicHash::hash(wwwroot.toUtf8(), QCryptographicHash::Sha1).toHex());
}

QString moodleIdMark(const QString &site)
{
    return u"{moodleid:" + site + u'}';
}

void fillInRoomNames(World &world, const WwwRoots &roots)
{
    std::vector<std::pair<QString, QString>> prefixes;
    for (auto it = roots.begin(); it != roots.end(); ++it)
        prefixes.emplace_back(moodleIdMark(it.key()), moodleId(it.value()));
    replacePrefixes(world, prefixes);
}

void markRoomNames(World &world, const WwwRoots &roots)
{
    std::vector<std::pair<QString, QString>> prefixes;
    for (auto it = roots.begin(); it != roots.end(); ++it)
        prefixes.emplace_back(moodleId(it.value()), moodleIdMark(it.key()));
    replacePrefixes(world, prefixes);
}

} // namespace liaison::sandbox
