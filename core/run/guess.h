#pragma once

#include "core/run/survey.h"

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

/// Links of a site without companion: what was confirmed or remembered, then guesses, each checked with Moodle.
[[nodiscard]] Result<std::vector<SurveyedLink>>
guessLinks(Servers &servers, const moodle::MoodleClient &client, const SiteSurvey &site, const Survey &survey,
           const QString &prefix, const std::vector<store::RememberedLink> &remembered, const net::CancelToken &cancel);

} // namespace liaison
