#pragma once

#include "core/run/campus.h"

#include <QCryptographicHash>

/// Surveys in a few words for the tests of the rows.
namespace liaison::tests {

[[nodiscard]] inline QString siteUrl()
{
    return QStringLiteral("https://moodle.example");
}

[[nodiscard]] inline QString prefix()
{
    return QString::fromLatin1(QCryptographicHash::hash(siteUrl().toUtf8(), QCryptographicHash::Sha1).toHex());
}

[[nodiscard]] inline Survey survey()
{
    Survey s;
    SiteSurvey site;
    site.id = QStringLiteral("main");
    site.url = siteUrl();
    s.sites.push_back(site);
    s.apiAccounts = {QStringLiteral("u-api"), QStringLiteral("liaison.api")};
    return s;
}

inline chat::RoomInfo &addRoom(Survey &s, const QString &id, const QString &name,
                               const QString &creator = QStringLiteral("u-api"))
{
    chat::RoomInfo info;
    info.id = id;
    info.name = name;
    info.type = QStringLiteral("p");
    info.creatorId = creator;
    info.creatorUsername = creator == u"u-api" ? QStringLiteral("liaison.api") : creator;
    info.access = chat::Access::Member;
    s.roomById.insert(id, s.rooms.rooms.size());
    s.rooms.rooms.push_back(info);
    return s.rooms.rooms.back();
}

inline SurveyedLink &addLink(Survey &s, qint64 cmid, const QString &room)
{
    SurveyedLink link;
    link.key = {QStringLiteral("main"), cmid};
    link.room = room;
    s.links.push_back(link);
    return s.links.back();
}

/// Settings of the chat server that delete after `days` in private rooms, unless changed.
inline chat::RetentionSettings &settings(Survey &s, double days = 365)
{
    if (!s.chat)
        s.chat.emplace();
    s.chat->retention = chat::RetentionSettings{};
    s.chat->retention->enabled = true;
    s.chat->retention->appliesToPrivateRooms = true;
    s.chat->retention->maxAge = days;
    return *s.chat->retention;
}

} // namespace liaison::tests
