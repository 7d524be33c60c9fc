#include "core/sandbox/chatparams.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>

namespace liaison::sandbox::chat {

namespace {

bool matchesValue(const QJsonValue &value, const QJsonValue &wanted)
{
    if (!wanted.isObject())
        return value == wanted;
    const QJsonObject ops = wanted.toObject();
    for (auto it = ops.begin(); it != ops.end(); ++it) {
        if (it.key() == u"$in") {
            if (!it.value().toArray().contains(value))
                return false;
        } else if (it.key() == u"$ne") {
            if (value == it.value())
                return false;
        } else if (it.key() == u"$exists") {
            if (value.isUndefined() == it.value().toBool())
                return false;
        } else if (it.key() == u"$regex") {
            const auto options = ops.value(u"$options").toString().contains(u'i')
                                     ? QRegularExpression::CaseInsensitiveOption
                                     : QRegularExpression::NoPatternOption;
            if (!QRegularExpression(it.value().toString(), options).match(value.toString()).hasMatch())
                return false;
        } else if (it.key() != u"$options") {
            return false;
        }
    }
    return true;
}

Expected<QJsonObject> jsonParameter(const Call &call, const QString &name)
{
    if (!call.has(name))
        return QJsonObject();
    const QString text = call.text(name);
    const QJsonDocument doc = QJsonDocument::fromJson(text.toUtf8());
    if (doc.isObject())
        return doc.object();
    Refusal r = refuse(QStringLiteral("error-invalid-") + name,
                       QStringLiteral("Invalid %1 parameter provided: \"%2\"").arg(name, text));
    r.value().details.insert(QStringLiteral("helperMethod"), QStringLiteral("parseJsonQuery"));
    return r;
}

} // namespace

bool namesRoom(const Call &call)
{
    return !call.text(QStringLiteral("roomId")).isEmpty() || !call.text(QStringLiteral("roomName")).isEmpty();
}

Refusal roomNotGiven()
{
    return refuse(QStringLiteral("error-room-param-not-provided"),
                  QStringLiteral("The parameter \"roomId\" or \"roomName\" is required"));
}

Room *namedRoom(const State &s, const QJsonObject &params)
{
    if (const QString id = params.value(u"roomId").toString(); !id.isEmpty())
        return s.index.room(id);
    const QString name = params.value(u"roomName").toString();
    return name.isEmpty() ? nullptr : s.index.roomByName(name);
}

Refusal archivedGroup(const Room &room)
{
    return refuse(QStringLiteral("error-room-archived"),
                  QStringLiteral("The private group, %1, is archived").arg(room.name));
}

Expected<Room *> findGroup(State &s, const Call &call, bool archivedToo)
{
    if (!namesRoom(call))
        return roomNotGiven();
    Room *room = namedRoom(s, call.params);
    if (!room || room->type != u"p" || !s.isMember(*room, call.caller))
        return roomNotFound();
    if (room->archived && !archivedToo)
        return archivedGroup(*room);
    return room;
}

Expected<ChatUser *> findUser(State &s, const Call &call)
{
    const auto id = QStringLiteral("userId");
    const auto name = QStringLiteral("username");
    for (const QString &key : {id, name}) {
        const QJsonValue v = call.params.value(key);
        if (!v.isUndefined() && !v.isNull() && !v.isString())
            return refusePlain(QStringLiteral("params.%1.trim is not a function").arg(key)); // #18880
    }
    ChatUser *user = nullptr;
    if (!call.text(id).trimmed().isEmpty())
        user = s.index.user(call.text(id));
    else if (!call.text(name).trimmed().isEmpty())
        user = s.index.userByName(call.text(name));
    else
        return refuse(QStringLiteral("error-user-param-not-provided"),
                      QStringLiteral("The required \"userId\" or \"username\" param was not provided"));
    if (!user)
        return refuse(
            QStringLiteral("error-invalid-user"),
            QStringLiteral("The required \"userId\" or \"username\" param provided does not match any users"));
    return user;
}

Page pageOf(const State &s, const Call &call)
{
    const int usual = settingNumber(s.chat(), QStringLiteral("API_Default_Count"), 50);
    const int most = settingNumber(s.chat(), QStringLiteral("API_Upper_Count_Limit"), 100);
    Page page;
    page.offset = std::max(0, call.text(QStringLiteral("offset")).toInt());
    bool number = false;
    page.count = call.text(QStringLiteral("count")).toInt(&number);
    if (!number || page.count < 0)
        page.count = usual;
    page.count = std::min(page.count, most);
    if (page.count == 0 && !settingOn(s.chat(), QStringLiteral("API_Allow_Infinite_Count")))
        page.count = usual;
    return page;
}

Expected<std::vector<SortKey>> sortOf(const Call &call)
{
    const auto object = jsonParameter(call, QStringLiteral("sort"));
    if (!object)
        return Refusal(object.error());
    std::vector<SortKey> keys;
    for (auto it = object->begin(); it != object->end(); ++it)
        keys.push_back({it.key(), it.value().toInt() < 0});
    // QJsonObject sorts its keys; their order in the text is the order of sorting.
    const QString text = call.text(QStringLiteral("sort"));
    const auto place = [&text](const SortKey &k) { return text.indexOf(u'"' + k.field + u'"'); };
    std::sort(keys.begin(), keys.end(), [&place](const SortKey &a, const SortKey &b) { return place(a) < place(b); });
    return keys;
}

Expected<LegacyQuery> legacyQuery(const State &s, const Call &call)
{
    LegacyQuery legacy;
    if (s.version.atLeast(7, 0))
        return legacy;
    const auto query = jsonParameter(call, QStringLiteral("query"));
    if (!query)
        return Refusal(query.error());
    const auto fields = jsonParameter(call, QStringLiteral("fields"));
    if (!fields)
        return Refusal(fields.error());
    legacy.query = *query;
    legacy.fields = *fields;
    return legacy;
}

bool LegacyQuery::matches(const QJsonObject &document) const
{
    for (auto it = query.begin(); it != query.end(); ++it) {
        if (!matchesValue(document.value(it.key()), it.value()))
            return false;
    }
    return true;
}

QJsonObject LegacyQuery::project(const QJsonObject &document) const
{
    if (fields.isEmpty())
        return document;
    const bool only = std::any_of(fields.begin(), fields.end(), [](const QJsonValue &v) { return v.toInt() == 1; });
    QJsonObject out;
    for (auto it = document.begin(); it != document.end(); ++it) {
        const bool named = fields.contains(it.key());
        if (only ? (named || it.key() == u"_id") : !named)
            out.insert(it.key(), it.value());
    }
    return out;
}

Body pagedDocuments(const char *key, const Page &page, std::vector<QJsonObject> documents, const LegacyQuery &legacy)
{
    if (!legacy.query.isEmpty()) {
        documents.erase(std::remove_if(documents.begin(), documents.end(),
                                       [&legacy](const QJsonObject &d) { return !legacy.matches(d); }),
                        documents.end());
    }
    return pagedList(key, page, static_cast<qsizetype>(documents.size()),
                     [&](JsonText &out, std::size_t i) { out.value(QJsonValue(legacy.project(documents[i]))); });
}

} // namespace liaison::sandbox::chat
