#include "app/documents.h"

#include "core/reconcile/planjson.h"
#include "core/reconcile/roomdiff.h"

#include <QJsonArray>
#include <QSet>

namespace liaison::app {
namespace {

template <class T> QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

template <class E> QJsonValue codeOrNull(const std::optional<E> &value)
{
    return value ? QJsonValue(codeOf(*value)) : QJsonValue(QJsonValue::Null);
}

} // namespace

QJsonObject linkJson(const Snapshot &s, const LinkRow &row, text::Language language)
{
    const Link &link = s.links[row.link.value];
    const Course &course = s.courses[link.course.value];
    const auto *room = std::get_if<RoomIx>(&link.room);
    QJsonObject o{
        {QStringLiteral("site"), s.sites[link.site.value].id.value},
        {QStringLiteral("course"), course.id.value},
        {QStringLiteral("shortname"), course.shortName},
        {QStringLiteral("fullname"), course.fullName},
        {QStringLiteral("cmid"), link.cmid.value},
        {QStringLiteral("state"), codeOf(row.state)},
        {QStringLiteral("stateText"), text::of(row.state, language).name},
        {QStringLiteral("source"), codeOf(link.source)},
        {QStringLiteral("sourceText"), text::of(link.source, language).name},
        {QStringLiteral("room"), orNull(roomIdOf(s, link))},
        {QStringLiteral("roomName"), room ? QJsonValue(s.rooms[room->value].name) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("expected"), orNull(row.expected)},
        {QStringLiteral("members"), orNull(row.members)},
        {QStringLiteral("add"), orNull(row.add)},
        {QStringLiteral("promote"), orNull(row.promote)},
        {QStringLiteral("demote"), orNull(row.demote)},
        {QStringLiteral("remove"), orNull(row.remove)},
        {QStringLiteral("guests"), orNull(row.guests)},
        {QStringLiteral("findings"), row.findings},
        {QStringLiteral("unknownReason"), codeOrNull(row.reason)},
    };
    if (row.reason)
        o.insert(QStringLiteral("unknownReasonText"), text::of(*row.reason, language).sentence);
    return o;
}

QJsonObject totalsJson(const Snapshot &s, const std::vector<LinkRow> &rows)
{
    QJsonObject totals{{QStringLiteral("links"), static_cast<int>(rows.size())}};
    QSet<QPair<quint32, qint64>> courses;
    QSet<quint32> rooms;
    for (const auto &[state, code] : Codes<LinkState>::all)
        totals.insert(QString::fromLatin1(code), 0);
    std::map<QString, int> sums;
    for (const char *column : {"expected", "members", "add", "promote", "demote", "remove", "guests", "findings"})
        sums[QString::fromLatin1(column)] = 0;
    for (const LinkRow &row : rows) {
        const Link &link = s.links[row.link.value];
        courses.insert(qMakePair(link.site.value, s.courses[link.course.value].id.value));
        const QString state = codeOf(row.state);
        totals.insert(state, totals.value(state).toInt() + 1);
        const auto *room = std::get_if<RoomIx>(&link.room);
        const bool firstOfRoom = room && !rooms.contains(room->value);
        if (room)
            rooms.insert(room->value);
        if (firstOfRoom || !room) { // people of a shared room are counted once
            sums[QStringLiteral("expected")] += row.expected.value_or(0);
            sums[QStringLiteral("members")] += row.members.value_or(0);
        }
        sums[QStringLiteral("add")] += row.add.value_or(0);
        sums[QStringLiteral("promote")] += row.promote.value_or(0);
        sums[QStringLiteral("demote")] += row.demote.value_or(0);
        sums[QStringLiteral("remove")] += row.remove.value_or(0);
        sums[QStringLiteral("guests")] += row.guests.value_or(0);
        sums[QStringLiteral("findings")] += row.findings;
    }
    for (const auto &[column, sum] : sums)
        totals.insert(column, sum);
    totals.insert(QStringLiteral("courses"), static_cast<int>(courses.size()));
    totals.insert(QStringLiteral("rooms"), static_cast<int>(rooms.size()));
    return totals;
}

QJsonObject personRowJson(const PersonRow &row, text::Language language)
{
    QJsonObject o{
        {QStringLiteral("person"), personJson(row.person)},
        {QStringLiteral("expected"), codeOrNull(row.expected)},
        {QStringLiteral("observed"), codeOrNull(row.observed)},
        {QStringLiteral("kind"), row.kind ? codeOrNull(row.kind) : codeOrNull(row.finding)},
        {QStringLiteral("rule"), codeOrNull(row.rule)},
    };
    if (row.kind)
        o.insert(QStringLiteral("kindText"), text::of(*row.kind, language).name);
    else if (row.finding)
        o.insert(QStringLiteral("kindText"), text::of(*row.finding, language).name);
    if (row.rule)
        o.insert(QStringLiteral("ruleText"), text::of(*row.rule, language).sentence);
    return o;
}

QJsonObject applyJson(const ApplyResult &result, text::Language language)
{
    QJsonArray steps;
    for (const StepResult &step : result.steps) {
        QJsonObject o{
            {QStringLiteral("id"), step.id},
            {QStringLiteral("outcome"), codeOf(step.outcome)},
            {QStringLiteral("outcomeText"), text::of(step.outcome, language).name},
            {QStringLiteral("detail"), step.detail.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(step.detail)}};
        if (!step.detail.isEmpty())
            o.insert(QStringLiteral("detailText"), text::detail(step.detail, language).sentence);
        steps.append(o);
    }
    return {{QStringLiteral("run"), result.run},     {QStringLiteral("planned"), result.planned},
            {QStringLiteral("done"), result.done},   {QStringLiteral("skipped"), result.skipped},
            {QStringLiteral("stale"), result.stale}, {QStringLiteral("failed"), result.failed},
            {QStringLiteral("steps"), steps}};
}

QJsonObject runsJson(const std::vector<store::RunRecord> &runs, text::Language language)
{
    QJsonArray list;
    for (const store::RunRecord &run : runs) {
        list.append(QJsonObject{{QStringLiteral("run"), run.id},
                                {QStringLiteral("plan"), run.plan},
                                {QStringLiteral("startedAt"), run.started.iso()},
                                {QStringLiteral("by"), run.by},
                                {QStringLiteral("state"), codeOf(run.state)},
                                {QStringLiteral("stateText"), text::of(run.state, language).name},
                                {QStringLiteral("done"), run.done},
                                {QStringLiteral("skipped"), run.skipped},
                                {QStringLiteral("stale"), run.stale},
                                {QStringLiteral("failed"), run.failed}});
    }
    return {{QStringLiteral("runs"), list}};
}

} // namespace liaison::app
