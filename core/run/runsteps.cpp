#include "core/run/runsteps.h"

#include "core/reconcile/planid.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace liaison {
namespace {

QByteArray compact(const QJsonValue &value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    return value.isNull() ? QByteArrayLiteral("null") : QByteArray('"' + value.toString().toUtf8() + '"');
}

MemberRole roleFrom(const QByteArray &json)
{
    return json == "\"moderator\"" ? MemberRole::Moderator : MemberRole::Member;
}

std::optional<Retention> retentionFrom(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject o = document.object();
    Retention r;
    r.enabled = o.value(QLatin1String("enabled")).toBool();
    r.overrideGlobal = o.value(QLatin1String("overrideGlobal")).toBool();
    if (const QJsonValue days = o.value(QLatin1String("maxAge")); days.isDouble())
        r.maxAge = days.toInt();
    r.excludePinned = o.value(QLatin1String("excludePinned")).toBool();
    r.filesOnly = o.value(QLatin1String("filesOnly")).toBool();
    r.ignoreThreads = o.value(QLatin1String("ignoreThreads")).toBool();
    return r;
}

QJsonArray sorted(const QSet<QString> &texts)
{
    QStringList list(texts.begin(), texts.end());
    list.sort();
    return QJsonArray::fromStringList(list);
}

QSet<QString> setOf(const QJsonValue &value)
{
    QSet<QString> out;
    const QJsonArray list = value.toArray();
    for (const QJsonValue &v : list)
        out.insert(v.toString());
    return out;
}

} // namespace

store::RunStep recordOf(const Step &step)
{
    store::RunStep record;
    record.id = step.id;
    record.place = step.change.place;
    record.kind = kindOf(step.change);
    if (const PersonKey *person = personOf(step.change)) {
        record.person = person->moodle;
        record.chat = person->chat;
    }
    record.before = compact(beforeOf(step.change));
    record.after = compact(afterOf(step.change));
    return record;
}

Step stepOf(const store::RunStep &record)
{
    const PersonKey person{record.person, record.chat, {}};
    Step step{record.id, {record.place, Archive{}, ChangeReason::ExpectedAbsent, Cause::NotKnown, Certainty::None}};
    switch (record.kind) {
    case ChangeKind::CreateAccount:
        step.change.what = CreateAccount{person};
        break;
    case ChangeKind::CreateRoom:
        step.change.what = CreateRoom{};
        break;
    case ChangeKind::Unarchive:
        step.change.what = Unarchive{};
        break;
    case ChangeKind::SetRetention:
        step.change.what =
            SetRetention{retentionFrom(record.before), retentionFrom(record.after).value_or(Retention{})};
        break;
    case ChangeKind::Add:
        step.change.what = AddMember{person, roleFrom(record.after)};
        break;
    case ChangeKind::Promote:
        step.change.what = Promote{person};
        break;
    case ChangeKind::Demote:
        step.change.what = Demote{person};
        break;
    case ChangeKind::Remove:
        step.change.what = RemoveMember{person, roleFrom(record.before)};
        break;
    case ChangeKind::Archive:
        break;
    }
    return step;
}

QJsonObject serversOf(const Profile &profile)
{
    QJsonObject moodle;
    for (const MoodleSettings &site : profile.moodle)
        moodle.insert(site.id, site.url);
    return {{QStringLiteral("moodle"), moodle}, {QStringLiteral("chat"), profile.chat.url}};
}

QJsonObject permissionJson(const RunPermission &permission)
{
    const Decisions &d = permission.decisions;
    return {{QStringLiteral("confirmRemovals"),
             d.confirmRemovals ? QJsonValue(*d.confirmRemovals) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("release"), sorted(d.release)},
            {QStringLiteral("rooms"), sorted(permission.rooms)}};
}

RunPermission permissionFrom(const QJsonObject &json)
{
    RunPermission out;
    if (const QJsonValue n = json.value(QLatin1String("confirmRemovals")); n.isDouble())
        out.decisions.confirmRemovals = n.toInt();
    out.decisions.release = setOf(json.value(QLatin1String("release")));
    out.rooms = setOf(json.value(QLatin1String("rooms")));
    return out;
}

} // namespace liaison
