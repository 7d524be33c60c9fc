#include "core/sandbox/chatstrict.h"

namespace liaison::sandbox::chat {

namespace {

bool listed(QLatin1String keys, const QString &key)
{
    return QString(keys).split(u' ').contains(key);
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
    const bool strict = route.path.startsWith(QLatin1String("groups.")) && version.atLeast(8, 8);
    const bool always = route.checked && !route.path.startsWith(QLatin1String("groups."));
    if (!strict && !always)
        return std::nullopt;
    if (!onlyKnown(route, call.params))
        return invalidParams(additional, strict, call.get);
    if (!strict)
        return std::nullopt;
    if (route.room && call.has(QStringLiteral("roomId")) == call.has(QStringLiteral("roomName")))
        return invalidParams(QStringLiteral("must match exactly one schema in oneOf"), true, call.get);
    if (route.path == u"groups.create") {
        if (!call.has(QStringLiteral("name")))
            return invalidParams(QStringLiteral("must have required property 'name'"), true, false);
        if (!onlyKnownExtras(call.params.value(u"extraData").toObject()))
            return invalidParams(additional, true, false);
    }
    if (route.path == u"groups.invite" && call.params.size() < 2)
        return invalidParams(QStringLiteral("must match exactly one schema in oneOf"), true, false);
    return std::nullopt;
}

} // namespace liaison::sandbox::chat
