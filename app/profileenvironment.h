#pragma once

#include "core/run/profile.h"

namespace liaison::app {

/// The environment for a profile that was chosen in the window: what was given for the one that the program was started
/// with (its servers, its tokens, its file) counts for no other. A token never goes to another server because of a
/// click.
[[nodiscard]] inline Environment withoutServers(Environment environment)
{
    return [environment = std::move(environment)](const QString &name) -> std::optional<QString> {
        const bool given = name.startsWith(QLatin1String("LIAISON_MOODLE_")) ||
                           name.startsWith(QLatin1String("LIAISON_CHAT_")) ||
                           name.startsWith(QLatin1String("LIAISON_PROXY_")) || name == QLatin1String("LIAISON_CONFIG");
        return given ? std::nullopt : environment(name);
    };
}

} // namespace liaison::app
