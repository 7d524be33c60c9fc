#include "core/run/campus.h"

#include "core/base/uithread.h"
#include "core/reconcile/roomsettings.h"
#include "core/run/guess.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <algorithm>
#include <map>

namespace liaison {
namespace {

/// How the rooms of one site can be told by their names.
struct SiteNames
{
    QStringList prefixes;   ///< without the `_` that follows
    bool linksRead = false; ///< every activity of the site is known: a room without one has none
    bool endsWithCmid = true;
};

QString moodleId(const QString &url)
{
    return QString::fromLatin1(QCryptographicHash::hash(url.toUtf8(), QCryptographicHash::Sha1).toHex());
}

/// What every room name of the site starts with: the naming pattern up to its first variable that is not the site's.
QString namePrefix(const Naming &naming, const QString &url)
{
    QString start = naming.format;
    const QString ownId = QStringLiteral("{$a->moodleid}");
    const QString placeholder = QStringLiteral("\uFDD0"); // a noncharacter: in no name
    start.replace(ownId, placeholder);
    if (const qsizetype variable = start.indexOf(QLatin1String("{$a->")); variable >= 0)
        start.truncate(variable);
    start.replace(placeholder, ownId);
    Site site;
    site.url = url;
    site.naming = Naming{start, naming.replacements, naming.regex};
    QString prefix = expectedRoomName(site, {}, {}).value_or(QString());
    while (prefix.endsWith(u'_'))
        prefix.chop(1);
    return prefix;
}

std::vector<SiteNames> namings(const Survey &survey, const Snapshot &s)
{
    std::vector<SiteNames> all;
    for (const SiteSurvey &site : survey.sites) {
        SiteNames names;
        const QString root = site.info.siteUrl.isEmpty() ? site.url : site.info.siteUrl;
        names.prefixes << moodleId(root);
        names.linksRead = !site.down && !site.linksUnknown;
        const auto facts =
            std::find_if(s.sites.begin(), s.sites.end(), [&](const Site &f) { return f.id.value == site.id; });
        if (facts != s.sites.end() && facts->naming) {
            const QString prefix = namePrefix(*facts->naming, root);
            if (prefix.size() >= 4 && !names.prefixes.contains(prefix)) // "s" starts too many names to say anything
                names.prefixes << prefix;
            names.endsWithCmid = facts->naming->format.endsWith(QLatin1String("{$a->moduleid}"));
        }
        all.push_back(std::move(names));
    }
    return all;
}

bool carries(const QString &name, const QString &prefix)
{
    return name.startsWith(prefix + u'_');
}

/// Rooms of which the name says that another one was made for the same activity.
QSet<QString> duplicates(const Survey &survey, const std::vector<SiteNames> &namings)
{
    static const QRegularExpression clash(QStringLiteral("_\\d{10}$"));
    QSet<QString> found;
    for (const SiteNames &site : namings) {
        std::map<qint64, QSet<QString>> byCmid;
        for (const QString &prefix : site.prefixes) {
            for (const RoomGuess &guess : guessRooms(survey.rooms, prefix, survey.apiAccounts)) {
                if (site.endsWithCmid)
                    byCmid[guess.cmid].insert(guess.room);
                if (clash.match(survey.rooms.rooms[survey.roomById.value(guess.room)].name).hasMatch())
                    found.insert(guess.room);
            }
        }
        for (const auto &[cmid, rooms] : byCmid) {
            if (rooms.size() > 1)
                found.unite(rooms);
        }
    }
    return found;
}

Access accessOf(chat::Access access)
{
    switch (access) {
    case chat::Access::Member:
        return Access::Member;
    case chat::Access::Administered:
        return Access::Administered;
    case chat::Access::None:
        break;
    }
    return Access::None;
}

RoomRow listedRow(const chat::RoomInfo &info)
{
    RoomRow row;
    row.id = info.id;
    row.name = info.name;
    row.creator = info.creatorUsername;
    row.archived = info.archived;
    row.encrypted = info.encrypted;
    row.members = info.usersCount;
    row.access = accessOf(info.access);
    row.created = info.created;
    row.newest = info.lastMessageAt;
    row.silent = info.retentionKnown && !info.lastMessageAt.isKnown(); // whole documents name it, projections do not
    return row;
}

/// A room that no list shows, but that a link named and the server confirmed.
RoomRow confirmedRow(const Room &room)
{
    RoomRow row;
    row.id = room.id.value;
    row.name = room.name;
    row.creator = room.creatorName;
    row.archived = room.archived;
    row.encrypted = room.encrypted;
    row.members = room.usersCount;
    row.access = room.access;
    row.created = room.created;
    row.newest = room.lastMessage;
    row.silent = room.retentionKnown && !room.lastMessage.isKnown();
    return row;
}

/// What the member list tells, where it was read whole.
void countMembers(RoomRow &row, const Snapshot &s, const Room &room)
{
    if (!room.members.isKnown() || room.members.proof() == Proof::Administered)
        return;
    const Rows rows = room.members.value();
    int owners = 0, members = 0;
    for (quint32 i = rows.first; i < rows.first + rows.count; ++i) {
        owners += (s.members.roles[i] & RoomOwner) != 0;
        const Account &account = s.accounts[s.members.account[i]];
        members +=
            !s.apiAccounts.contains(account.id.value.toLower()) && !s.apiAccounts.contains(account.username.toLower());
    }
    row.owners = owners;
    row.members = members;
    row.ownerless = owners == 0;
}

} // namespace

std::vector<RoomRow> roomRows(const Survey &survey, const Snapshot &s, const Diff &diff,
                              const QSet<QString> &remembered)
{
    notOnUiThread("rows of rooms");
    const std::vector<SiteNames> sites = namings(survey, s);
    const bool everyLinkRead = std::all_of(sites.begin(), sites.end(), [](const SiteNames &n) { return n.linksRead; });
    const QSet<QString> twice = duplicates(survey, sites);

    std::vector<RoomRow> rows;
    QHash<QString, size_t> byId;
    const auto add = [&](RoomRow row) {
        byId.insert(row.id, rows.size());
        rows.push_back(std::move(row));
    };
    for (const chat::RoomInfo &info : survey.rooms.rooms) {
        if (info.type != u"p" || byId.contains(info.id))
            continue;
        RoomRow row = listedRow(info);
        row.duplicate = twice.contains(info.id);
        add(std::move(row));
    }
    for (const Room &room : s.rooms) {
        if (!byId.contains(room.id.value))
            add(confirmedRow(room));
        countMembers(rows[byId.value(room.id.value)], s, room);
    }
    const auto link = [&](const QString &room, const LinkKey &key) {
        if (const auto at = byId.constFind(room); at != byId.constEnd()) {
            rows[*at].links.push_back(key);
            rows[*at].linked = true;
        }
    };
    for (const SurveyedLink &l : survey.links) {
        link(l.room, l.key);
        for (const QString &candidate : l.candidates) // one of them is the activity's: none can be called orphan
            link(candidate, l.key);
    }
    for (const RoomDiff &room : diff.rooms) {
        const auto at = byId.constFind(s.rooms[room.room.value].id.value);
        if (at == byId.constEnd())
            continue;
        for (const Finding &finding : room.findings)
            rows[*at].renamed = rows[*at].renamed || finding.code == FindingCode::Renamed;
    }

    for (RoomRow &row : rows) {
        if (row.linked)
            continue;
        const auto listed = survey.roomById.constFind(row.id);
        const QString creatorId =
            listed == survey.roomById.constEnd() ? QString() : survey.rooms.rooms[*listed].creatorId;
        const bool ours = survey.apiAccounts.contains(creatorId.toLower()) ||
                          (!row.creator.isEmpty() && survey.apiAccounts.contains(row.creator.toLower()));
        const auto owner = std::find_if(sites.begin(), sites.end(), [&](const SiteNames &site) {
            return std::any_of(site.prefixes.begin(), site.prefixes.end(),
                               [&](const QString &prefix) { return carries(row.name, prefix); });
        });
        const bool wasOurs = remembered.contains(row.id) || (ours && owner != sites.end());
        // Where a site's activities could not be read, the one that points here may be among them.
        const bool told = owner == sites.end() ? everyLinkRead : owner->linksRead;
        row.orphan = wasOurs && told;
        row.outside = !wasOurs && everyLinkRead;
    }
    std::sort(rows.begin(), rows.end(),
              [](const RoomRow &a, const RoomRow &b) { return a.name != b.name ? a.name < b.name : a.id < b.id; });
    return rows;
}

} // namespace liaison
