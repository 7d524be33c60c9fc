#pragma once

#include <QString>
#include <QUrl>
#include <functional>
#include <optional>

namespace liaison::ui {

/// Where a link can be opened outside of the console; nullopt where there is nothing safe to open.
struct OpenTargets
{
    std::optional<QUrl> moodle; ///< the activity's page
    std::optional<QUrl> web;    ///< the room in the browser
    std::optional<QUrl> app;    ///< the room in the desktop client
};

/// Addresses are made from what is configured and from ids; what a server wrote (a room's name) can only ever become
/// one part of a path (design rule 12). https, or http to this machine. The desktop client takes names of
/// [0-9a-zA-Z-_.] alone (Rocket.Chat contract section 9), others are not handed to it.
[[nodiscard]] OpenTargets openTargets(const QString &moodleUrl, qint64 cmid, const QString &chatUrl,
                                      const QString &roomId, const QString &roomName);

/// Hands an address to the system; false when nothing took it. Tests give their own.
using Opener = std::function<bool(const QUrl &)>;
[[nodiscard]] Opener desktopOpener();

} // namespace liaison::ui
