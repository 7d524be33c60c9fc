#pragma once

#include "core/run/activities.h"
#include "core/run/linksources.h"

namespace liaison {

/// A room whose name and creator say that it may belong to an activity (design 4.2, *Guessed link*).
struct RoomGuess
{
    QString room;
    qint64 cmid = 0;
};

/// Rooms named `<prefix>_..._<cmid>[_<Unix time>]` and made by an API account. A name alone proves nothing.
[[nodiscard]] std::vector<RoomGuess> guessRooms(const chat::RoomList &rooms, const QString &prefix,
                                                const QSet<QString> &apiAccounts);

/// The creator of most private rooms with that prefix: who the plugin's account probably is, when nobody told.
[[nodiscard]] QString probablePluginAccount(const chat::RoomList &rooms, const QString &prefix);

/// What guesses start from: what better sources know already, and what Moodle says of its activities.
struct GuessFrom
{
    QString prefix;
    const std::map<qint64, moodle::Course> &courses;
    const SiteActivities &activities;
    const QSet<qint64> &settled; ///< activities of which a better source knows the room
    const QSet<QString> &taken;  ///< rooms of those: a name alone never moves a link
    Instant after;               ///< known: only rooms made since then; an import tells the older ones
};

/// Guessed links of a site without companion, each activity checked with Moodle: by the walk, else one call each.
[[nodiscard]] Result<std::vector<SurveyedLink>> guessLinks(const LinkContext &context, const GuessFrom &from);

} // namespace liaison
