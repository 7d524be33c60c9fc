#include "app/documents_inventory.h"

#include "app/inventorytext.h"

#include <QJsonArray>

namespace liaison::app {
namespace {

const QJsonValue null(QJsonValue::Null);

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? null : QJsonValue(text);
}

QJsonValue dateOrNull(Instant at)
{
    return at.isKnown() ? QJsonValue(at.iso()) : null;
}

template <class T> QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : null;
}

/// `known` apart from a value of "none": both are null, the verdict tells which.
QJsonValue days(bool known, const std::optional<int> &value)
{
    return known ? orNull(value) : null;
}

} // namespace

QString codeOfLevel(LinkMapping::Level level)
{
    switch (level) {
    case LinkMapping::Level::Plugin:
        return QStringLiteral("plugin");
    case LinkMapping::Level::Site:
        return QStringLiteral("site");
    case LinkMapping::Level::Category:
        return QStringLiteral("category");
    case LinkMapping::Level::Course:
        return QStringLiteral("course");
    case LinkMapping::Level::Activity:
        return QStringLiteral("activity");
    case LinkMapping::Level::Guess:
        break;
    }
    return QStringLiteral("guess");
}

LinkMapping::Level levelOf(RoleRow::From from)
{
    switch (from) {
    case RoleRow::From::Plugin:
        return LinkMapping::Level::Plugin;
    case RoleRow::From::Profile:
        return LinkMapping::Level::Site;
    case RoleRow::From::Guess:
        break;
    }
    return LinkMapping::Level::Guess;
}

std::optional<MemberRole> roleOf(RoleRow::Maps maps)
{
    switch (maps) {
    case RoleRow::Maps::Moderator:
        return MemberRole::Moderator;
    case RoleRow::Maps::Member:
        return MemberRole::Member;
    case RoleRow::Maps::Nobody:
        break;
    }
    return std::nullopt;
}

QJsonObject roomJson(const RoomRow &room, const QString &state, text::Language language)
{
    QJsonArray links;
    for (const LinkKey &key : room.links)
        links.append(QJsonObject{{QStringLiteral("site"), key.site}, {QStringLiteral("cmid"), key.cmid}});
    return {{QStringLiteral("room"), room.id},
            {QStringLiteral("roomName"), room.name},
            {QStringLiteral("state"), state},
            {QStringLiteral("stateText"), roomStateText(state, language)},
            {QStringLiteral("creator"), textOrNull(room.creator)},
            {QStringLiteral("owners"), orNull(room.owners)},
            {QStringLiteral("members"), orNull(room.members)},
            {QStringLiteral("newest"), dateOrNull(room.newest)},
            {QStringLiteral("links"), links}};
}

QJsonObject roleJson(const RoleRow &role, text::Language language)
{
    const std::optional<MemberRole> maps = roleOf(role.maps);
    const LinkMapping::Level level = levelOf(role.from);
    QJsonObject o{{QStringLiteral("site"), role.site},
                  {QStringLiteral("role"), role.role},
                  {QStringLiteral("shortname"), role.shortName},
                  {QStringLiteral("name"), role.name},
                  {QStringLiteral("maps"), maps ? QJsonValue(codeOf(*maps)) : null},
                  {QStringLiteral("from"), codeOfLevel(level)},
                  {QStringLiteral("fromText"), word(level, language)},
                  {QStringLiteral("people"), role.people},
                  {QStringLiteral("linksDiffering"), role.linksDiffering}};
    if (maps)
        o.insert(QStringLiteral("mapsText"), text::of(*maps, language).name);
    return o;
}

QJsonObject linkRolesJson(const LinkRoles &link, text::Language language)
{
    const auto list = [&](const QStringList &names) {
        return link.known ? QJsonValue(QJsonArray::fromStringList(names)) : null;
    };
    QJsonObject o{{QStringLiteral("site"), link.key.site},
                  {QStringLiteral("course"), link.course},
                  {QStringLiteral("cmid"), link.key.cmid},
                  {QStringLiteral("shortname"), link.shortName},
                  {QStringLiteral("moderator"), list(link.moderator)},
                  {QStringLiteral("moderatorFrom"), link.known ? QJsonValue(codeOfLevel(link.moderatorFrom)) : null},
                  {QStringLiteral("member"), list(link.member)},
                  {QStringLiteral("memberFrom"), link.known ? QJsonValue(codeOfLevel(link.memberFrom)) : null}};
    if (link.known) {
        o.insert(QStringLiteral("moderatorFromText"), word(link.moderatorFrom, language));
        o.insert(QStringLiteral("memberFromText"), word(link.memberFrom, language));
    }
    return o;
}

QJsonObject retentionJson(const RetentionRow &row, text::Language language)
{
    const QString verdict = codeOf(row.verdict);
    QJsonObject o{{QStringLiteral("site"), row.link.site},
                  {QStringLiteral("course"), row.course},
                  {QStringLiteral("cmid"), row.link.cmid},
                  {QStringLiteral("room"), textOrNull(row.room)},
                  {QStringLiteral("wanted"), days(row.wantedKnown, row.wanted)},
                  {QStringLiteral("stored"), days(row.storedKnown, row.stored)},
                  {QStringLiteral("effective"), days(row.effectiveKnown, row.effective)},
                  {QStringLiteral("oldest"), row.measured ? dateOrNull(row.oldest) : null},
                  {QStringLiteral("verdict"), verdict},
                  {QStringLiteral("verdictText"), text::of(text::Group::Verdict, verdict, language).sentence},
                  {QStringLiteral("reason"), textOrNull(row.reason)}};
    if (!row.reason.isEmpty())
        o.insert(QStringLiteral("reasonText"), text::detail(row.reason, language).sentence);
    return o;
}

} // namespace liaison::app
