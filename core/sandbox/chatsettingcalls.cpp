#include "core/sandbox/chatparams.h"
#include "core/sandbox/chatroutes.h"

namespace liaison::sandbox::chat {

Answer settingsPublic(State &s, const Call &call)
{
    const auto legacy = legacyQuery(s, call);
    if (!legacy)
        return Refusal(legacy.error());
    const auto id = QStringLiteral("_id");
    QStringList wanted;
    if (s.version.atLeast(7, 0) && call.has(id)) {
        const QStringList given = call.texts(id);
        for (const QString &part : given)
            wanted.append(part.split(u',', Qt::SkipEmptyParts));
    }
    std::vector<QJsonObject> documents;
    const QStringList ids = publicSettings(s.version);
    for (const QString &i : ids) {
        if (wanted.isEmpty() || wanted.contains(i))
            documents.push_back(
                {{id, i}, {QStringLiteral("value"), setting(s.chat(), i)}, {QStringLiteral("enterprise"), false}});
    }
    return pagedDocuments("settings", pageOf(s, call), std::move(documents), *legacy);
}

Answer settingsOne(State &s, const Call &call)
{
    if (!s.may(call, QStringLiteral("view-privileged-setting")))
        return forbidEndpoint();
    if (!settingExists(s.chat(), call.argument))
        return refusePlain(QStringLiteral("Setting not found"));
    return QJsonObject{{QStringLiteral("_id"), call.argument},
                       {QStringLiteral("value"), setting(s.chat(), call.argument)}};
}

Answer settingsWrite(State &s, const Call &call)
{
    if (!s.may(call, QStringLiteral("edit-privileged-setting")))
        return forbidEndpoint();
    if (!settingExists(s.chat(), call.argument) || !call.has(QStringLiteral("value")))
        return refusePlain(QStringLiteral("Invalid params"));
    s.chat().settings[call.argument] = call.params.value(u"value");
    return QJsonObject();
}

} // namespace liaison::sandbox::chat
