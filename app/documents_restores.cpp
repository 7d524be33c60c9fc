#include "app/documents_restores.h"

#include "core/run/restorecommand.h"

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

QJsonValue triOrNull(Tri value)
{
    return value == Tri::NotKnown ? null : QJsonValue(value == Tri::Yes);
}

QJsonArray othersJson(const AboutRestore &about)
{
    QJsonArray others;
    for (const OtherRestore &other : about.others)
        others.append(QJsonObject{{QStringLiteral("id"), other.task},
                                  {QStringLiteral("requester"), other.requester},
                                  {QStringLiteral("requesterName"), textOrNull(other.requesterName)},
                                  {QStringLiteral("course"), orNull(other.course)},
                                  {QStringLiteral("processed"), dateOrNull(other.done)}});
    return others;
}

QJsonArray notesJson(const AboutRestore &about, text::Language language)
{
    QJsonArray notes;
    for (const RestoreNote note : about.notes) {
        const QString code = codeOf(note);
        const text::Text words = text::of(text::Group::Restore, code, language);
        notes.append(QJsonObject{{QStringLiteral("note"), code},
                                 {QStringLiteral("warning"), isWarning(note)},
                                 {QStringLiteral("noteText"), words.sentence},
                                 {QStringLiteral("remedy"), words.remedy},
                                 {QStringLiteral("command"), textOrNull(settingCommand(note))}});
    }
    return notes;
}

} // namespace

QJsonObject restoreJson(const RestoreRow &row, const AboutRestore &about, bool membersRead, text::Language language)
{
    const moodle::RestoreTask &task = row.task;
    const QString state = codeOf(row.state);
    QJsonArray rooms;
    for (const LinkKey &room : about.rooms)
        rooms.append(QJsonObject{{QStringLiteral("site"), room.site}, {QStringLiteral("cmid"), room.cmid}});
    QJsonObject o{{QStringLiteral("id"), task.id},
                  {QStringLiteral("site"), row.site},
                  {QStringLiteral("requester"), task.requester},
                  {QStringLiteral("requesterName"), textOrNull(task.requesterName.value_or(QString()))},
                  {QStringLiteral("requesterFullName"), textOrNull(about.requesterFullName)},
                  {QStringLiteral("externalCourse"), task.externalCourse},
                  {QStringLiteral("externalName"), task.externalName},
                  {QStringLiteral("externalUrl"), task.externalUrl},
                  {QStringLiteral("externalCourseUrl"), textOrNull(coursePage(task.externalUrl, task.externalCourse))},
                  {QStringLiteral("sourceSite"), textOrNull(about.sourceSite)},
                  {QStringLiteral("category"), task.category},
                  {QStringLiteral("categoryPath"),
                   about.categoryPath.isEmpty() ? null : QJsonValue(QJsonArray::fromStringList(about.categoryPath))},
                  {QStringLiteral("course"), orNull(task.course)},
                  {QStringLiteral("courseExists"), task.course ? orNull(task.courseExists) : null},
                  {QStringLiteral("withUserData"), task.withUserData},
                  {QStringLiteral("enrolmentMode"), task.enrolmentMode},
                  {QStringLiteral("state"), state},
                  {QStringLiteral("stateText"), text::of(text::Group::Restore, state, language).name},
                  {QStringLiteral("cause"), textOrNull(row.cause)},
                  {QStringLiteral("certainty"),
                   row.cause.isEmpty() ? null : QJsonValue(codeOf(Certainty::Likely))}, // design 12.7
                  {QStringLiteral("created"), dateOrNull(task.created)},
                  {QStringLiteral("modified"), dateOrNull(task.modified)},
                  {QStringLiteral("processed"), dateOrNull(task.processed)},
                  {QStringLiteral("planned"), dateOrNull(about.planned)},
                  {QStringLiteral("seconds"), orNull(about.seconds)},
                  {QStringLiteral("others"), othersJson(about)},
                  {QStringLiteral("rooms"), membersRead ? QJsonValue(rooms) : null},
                  {QStringLiteral("requesterEnrolled"), triOrNull(about.requesterEnrolled)},
                  {QStringLiteral("requesterModerator"), triOrNull(about.requesterModerator)},
                  {QStringLiteral("notes"), notesJson(about, language)}};
    if (!row.cause.isEmpty())
        o.insert(QStringLiteral("causeText"), text::of(text::Group::Restore, row.cause, language).sentence);
    return o;
}

QJsonObject restoreSiteJson(const RestoreSite &site, text::Language language)
{
    const QString state = codeOf(site.state);
    const text::Text words = text::of(text::Group::Restore, state, language);
    QJsonValue runner = null;
    if (site.runner) {
        const moodle::RestoreRunner &r = *site.runner;
        runner = QJsonObject{{QStringLiteral("disabled"), r.disabled},
                             {QStringLiteral("lastRun"), dateOrNull(r.lastRun)},
                             {QStringLiteral("nextRun"), dateOrNull(r.nextRun)},
                             {QStringLiteral("runningSince"), dateOrNull(r.runningSince.value_or(Instant()))},
                             {QStringLiteral("failDelay"), r.failDelay}};
    }
    return {
        {QStringLiteral("site"), site.site},
        {QStringLiteral("url"), site.url},
        {QStringLiteral("version"), textOrNull(site.version)},
        {QStringLiteral("block"), textOrNull(site.block)},
        {QStringLiteral("state"), state},
        {QStringLiteral("stateText"), words.sentence},
        {QStringLiteral("runner"), runner},
        {QStringLiteral("oneInstance"), site.settingsKnown ? QJsonValue(site.oneInstance) : null},
        {QStringLiteral("sources"), site.settingsKnown ? QJsonValue(QJsonArray::fromStringList(site.sources)) : null}};
}

} // namespace liaison::app
