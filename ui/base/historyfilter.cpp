#include "ui/base/historyfilter.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace liaison::ui {
namespace {

constexpr QLatin1String prefix("history:");

} // namespace

QString historyFilter(const store::HistoryOf &of)
{
    QJsonArray rooms, links, people, accounts;
    for (const QString &room : of.rooms)
        rooms.append(room);
    for (const LinkKey &link : of.links)
        links.append(QJsonArray{link.site, link.cmid});
    for (const store::SitePerson &person : of.people)
        people.append(QJsonArray{person.site, person.moodle});
    for (const QString &account : of.accounts)
        accounts.append(account);
    const QJsonObject all{{QStringLiteral("rooms"), rooms},
                          {QStringLiteral("links"), links},
                          {QStringLiteral("people"), people},
                          {QStringLiteral("accounts"), accounts}};
    return prefix + QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

std::optional<store::HistoryOf> historyIn(const QString &filter)
{
    if (!filter.startsWith(prefix))
        return std::nullopt;
    const QJsonObject all = QJsonDocument::fromJson(filter.mid(prefix.size()).toUtf8()).object();
    const auto list = [&](const char *key) { return all.value(QLatin1String(key)).toArray(); };
    store::HistoryOf of;
    for (const QJsonValue &room : list("rooms"))
        of.rooms.push_back(room.toString());
    for (const QJsonValue &link : list("links"))
        of.links.push_back({link[0].toString(), link[1].toInteger()});
    for (const QJsonValue &person : list("people"))
        of.people.push_back({person[0].toString(), person[1].toInteger()});
    for (const QJsonValue &account : list("accounts"))
        of.accounts.push_back(account.toString());
    return of.namesPlace() || of.namesPerson() ? std::optional(of) : std::nullopt;
}

QString roomHistory(const QString &room)
{
    store::HistoryOf of;
    of.rooms.push_back(room);
    return historyFilter(of);
}

QString linkHistory(const LinkKey &link, const QString &room)
{
    store::HistoryOf of;
    of.links.push_back(link);
    if (!room.isEmpty())
        of.rooms.push_back(room);
    return historyFilter(of);
}

QString personHistory(const QString &site, std::optional<qint64> moodle, const std::optional<QString> &chat)
{
    store::HistoryOf of;
    if (moodle)
        of.people.push_back({site, *moodle});
    if (chat)
        of.accounts.push_back(*chat);
    return historyFilter(of);
}

} // namespace liaison::ui
