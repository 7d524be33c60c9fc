#include "core/sandbox/chatstrict.h"

namespace liaison::sandbox::chat {

namespace {

/// `keys` are separated by spaces.
bool listed(QLatin1String keys, const QString &key)
{
    for (qsizetype at = 0; at <= keys.size();) {
        const qsizetype space = keys.indexOf(u' ', at);
        const qsizetype end = space < 0 ? keys.size() : space;
        if (keys.sliced(at, end - at) == key)
            return true;
        at = end + 1;
    }
    return false;
}

bool onlyKnown(const Route &route, const QJsonObject &params)
{
    for (auto it = params.begin(); it != params.end(); ++it) {
        const bool names = route.room && (it.key() == u"roomId" || it.key() == u"roomName");
        if (!names && !listed(route.keys, it.key()))
            return false;
    }
    return true;
}

/// What AJV, which turns one simple type into another, cannot make of a value: the name of the type it wants. Empty:
/// nothing is wrong.
QLatin1String wantedType(const QString &key, const QJsonValue &value)
{
    constexpr QLatin1String lists("userIds usernames members types users systemMessages"),
        objects("customFields extraData roomCustomFields favorite"),
        texts("roomId roomName rid userId username name topic announcement description purpose type action latest "
              "oldest"),
        truths("readOnly excludeSelf reactWhenReadOnly default featured encrypted retentionEnabled "
               "retentionOverrideGlobal retentionExcludePinned retentionFilesOnly retentionIgnoreThreads"),
        numbers("retentionMaxAge");
    const bool isSimple = !value.isArray() && !value.isObject();
    if (listed(lists, key))
        return value.isArray() ? QLatin1String() : QLatin1String("array");
    if (listed(objects, key))
        return value.isObject() ? QLatin1String() : QLatin1String("object");
    if (listed(texts, key))
        return isSimple ? QLatin1String() : QLatin1String("string");
    if (listed(truths, key)) {
        const QString text = value.toString();
        const bool fits = value.isBool() || value.isNull() || text == u"true" || text == u"false" ||
                          (value.isDouble() && (value.toDouble() == 0 || value.toDouble() == 1));
        return fits ? QLatin1String() : QLatin1String("boolean");
    }
    if (listed(numbers, key)) {
        bool isNumber = false;
        (void)value.toString().toDouble(&isNumber);
        return value.isDouble() || value.isNull() || value.isBool() || isNumber ? QLatin1String()
                                                                                : QLatin1String("number");
    }
    return {};
}

/// Of a body: what the validator does not do without.
QString requiredKey(const Route &route)
{
    struct Required
    {
        const char *path, *key;
    };
    static constexpr Required all[] = {{"groups.create", "name"},
                                       {"groups.rename", "name"},
                                       {"groups.setTopic", "topic"},
                                       {"groups.setAnnouncement", "announcement"},
                                       {"groups.setDescription", "description"},
                                       {"groups.setPurpose", "purpose"},
                                       {"groups.setReadOnly", "readOnly"},
                                       {"groups.setType", "type"},
                                       {"groups.setCustomFields", "customFields"},
                                       {"rooms.saveRoomSettings", "rid"},
                                       {"rooms.changeArchivationState", "rid"},
                                       {"rooms.cleanHistory", "latest"}};
    for (const Required &r : all) {
        if (route.path == QLatin1String(r.path))
            return QString::fromLatin1(r.key);
    }
    return {};
}

/// Of a query: who or what has to be named, as the validator of that route says it. Empty: nothing is wrong. Those of
/// rooms.* were always validated, users.info from 8.8 on (`strict`).
QString missingInQuery(const Route &route, const Call &call, bool strict)
{
    const auto has = [&](const char *key) { return call.has(QString::fromLatin1(key)); };
    const auto required = [](const char *key) {
        return QStringLiteral("must have required property '%1'").arg(QLatin1String(key));
    };
    if (route.path == u"rooms.nameExists" && !has("roomName"))
        return required("roomName");
    if (route.path == u"rooms.isMember" && (!has("roomId") || has("userId") == has("username"))) {
        QStringList errors;
        for (const char *key : {"userId", "username"}) {
            if (!has("roomId"))
                errors << required("roomId");
            else if (!has("userId") && !has("username"))
                errors << required(key);
        }
        return (errors << QStringLiteral("must match exactly one schema in oneOf")).join(QStringLiteral("\n "));
    }
    if (route.path == u"users.info" && strict) {
        int named = 0;
        for (const char *key : {"userId", "username", "importId", "email", "freeSwitchExtension"})
            named += has(key) ? 1 : 0;
        if (named != 1)
            return QStringLiteral("must match a schema in anyOf");
    }
    return {};
}

bool onlyKnownExtras(const QJsonObject &extra)
{
    constexpr QLatin1String known("broadcast encrypted teamId topic");
    for (auto it = extra.begin(); it != extra.end(); ++it) {
        if (!listed(known, it.key()))
            return false;
    }
    return true;
}

} // namespace

std::optional<Refusal> refusedParameters(const Route &route, const Call &call, const Version &version)
{
    const auto additional = QStringLiteral("must NOT have additional properties");
    const bool legacyKeys = call.get && (call.has(QStringLiteral("query")) || call.has(QStringLiteral("fields")));
    if (legacyKeys && version.atLeast(9, 0))
        return invalidParams(additional, true, true);
    const bool strict = (route.typed || route.path.startsWith(QLatin1String("groups."))) && version.atLeast(8, 8);
    const bool always = route.checked && !route.path.startsWith(QLatin1String("groups."));
    if (!strict && !always)
        return std::nullopt;
    if (!onlyKnown(route, call.params))
        return invalidParams(additional, strict, call.get);
    if (const QString missing = missingInQuery(route, call, strict); !missing.isEmpty())
        return invalidParams(missing, strict, call.get);
    if (!strict)
        return std::nullopt;
    if (route.room && call.has(QStringLiteral("roomId")) == call.has(QStringLiteral("roomName")))
        return invalidParams(QStringLiteral("must match exactly one schema in oneOf"), true, call.get);
    if (const QString key = requiredKey(route); !key.isEmpty() && !call.has(key))
        return invalidParams(QStringLiteral("must have required property '%1'").arg(key), true, false);
    for (auto it = call.params.begin(); it != call.params.end() && !call.get; ++it) {
        if (const QLatin1String wanted = wantedType(it.key(), it.value()); !wanted.isEmpty())
            return invalidParams(QStringLiteral("must be %1").arg(wanted), true, false);
    }
    if (route.path == u"groups.create") {
        if (!onlyKnownExtras(call.params.value(u"extraData").toObject()))
            return invalidParams(additional, true, false);
    }
    if (route.path == u"groups.invite" && call.params.size() < 2)
        return invalidParams(QStringLiteral("must match exactly one schema in oneOf"), true, false);
    return std::nullopt;
}

} // namespace liaison::sandbox::chat
