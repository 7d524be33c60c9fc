#include "core/reconcile/planid.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace liaison {
namespace {

template <class... F> struct Overloaded : F...
{
    using F::operator()...;
};
template <class... F> Overloaded(F...) -> Overloaded<F...>;

template <class T> QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

} // namespace

QJsonObject retentionJson(const Retention &r)
{
    return {{QStringLiteral("enabled"), r.enabled},       {QStringLiteral("overrideGlobal"), r.overrideGlobal},
            {QStringLiteral("maxAge"), orNull(r.maxAge)}, {QStringLiteral("excludePinned"), r.excludePinned},
            {QStringLiteral("filesOnly"), r.filesOnly},   {QStringLiteral("ignoreThreads"), r.ignoreThreads}};
}

QJsonValue beforeOf(const Change &change)
{
    const QJsonValue null(QJsonValue::Null);
    return std::visit(Overloaded{
                          [](const Promote &) { return QJsonValue(codeOf(MemberRole::Member)); },
                          [](const Demote &) { return QJsonValue(codeOf(MemberRole::Moderator)); },
                          [](const RemoveMember &c) { return QJsonValue(codeOf(c.was)); },
                          [&](const SetRetention &c) { return c.before ? QJsonValue(retentionJson(*c.before)) : null; },
                          [&](const auto &) { return null; },
                      },
                      change.what);
}

QJsonValue afterOf(const Change &change)
{
    const QJsonValue null(QJsonValue::Null);
    return std::visit(Overloaded{
                          [](const AddMember &c) { return QJsonValue(codeOf(c.as)); },
                          [](const Promote &) { return QJsonValue(codeOf(MemberRole::Moderator)); },
                          [](const Demote &) { return QJsonValue(codeOf(MemberRole::Member)); },
                          [](const SetRetention &c) { return QJsonValue(retentionJson(c.after)); },
                          [&](const auto &) { return null; },
                      },
                      change.what);
}

QString entryId(const Change &change)
{
    const PersonKey *person = personOf(change);
    const bool account = kindOf(change) == ChangeKind::CreateAccount;
    const QJsonArray key{change.place.site,
                         account ? QJsonValue(QJsonValue::Null) : orNull(change.place.cmid),
                         account ? QJsonValue(QJsonValue::Null) : orNull(change.place.room),
                         codeOf(kindOf(change)),
                         person ? orNull(person->moodle) : QJsonValue(QJsonValue::Null),
                         person ? orNull(person->chat) : QJsonValue(QJsonValue::Null),
                         afterOf(change)};
    const QByteArray json = QJsonDocument(key).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace liaison
