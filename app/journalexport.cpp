#include "app/journalexport.h"

#include "app/csv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace liaison::app {
namespace {

template <class T> QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

/// `before` and `after` are kept as compact JSON: null, "member", "moderator", or a retention object.
QJsonValue stateValue(const QByteArray &json)
{
    const QJsonArray wrapped = QJsonDocument::fromJson("[" + json + "]").array();
    return wrapped.isEmpty() ? QJsonValue(QJsonValue::Null) : wrapped.first();
}

QJsonValue timeOrNull(Instant at)
{
    return at.isKnown() ? QJsonValue(at.iso()) : QJsonValue(QJsonValue::Null);
}

QJsonObject runJson(const store::RunRecord &run)
{
    QJsonArray classes;
    for (ChangeClass c : run.classes)
        classes.append(codeOf(c));
    return {{QStringLiteral("run"), run.id},
            {QStringLiteral("plan"), run.plan},
            {QStringLiteral("origin"), run.origin},
            {QStringLiteral("classes"), classes},
            {QStringLiteral("startedAt"), run.started.iso()},
            {QStringLiteral("finishedAt"), timeOrNull(run.finished)},
            {QStringLiteral("by"), run.by},
            {QStringLiteral("writer"), run.writer},
            {QStringLiteral("state"), codeOf(run.state)},
            {QStringLiteral("planned"), run.planned},
            {QStringLiteral("servers"), run.servers},
            {QStringLiteral("decisions"), run.decisions},
            {QStringLiteral("entries"), run.entries},
            {QStringLiteral("lastHash"), run.lastHash}};
}

} // namespace

QJsonObject stepJson(const QString &run, const store::RunStep &step)
{
    return {
        {QStringLiteral("run"), run},
        {QStringLiteral("id"), step.id},
        {QStringLiteral("kind"), codeOf(step.kind)},
        {QStringLiteral("site"), step.place.site},
        {QStringLiteral("course"), orNull(step.place.course)},
        {QStringLiteral("cmid"), orNull(step.place.cmid)},
        {QStringLiteral("room"), orNull(step.place.room)},
        {QStringLiteral("moodle"), orNull(step.person)},
        {QStringLiteral("chat"), orNull(step.chat)},
        {QStringLiteral("before"), stateValue(step.before)},
        {QStringLiteral("after"), stateValue(step.after)},
        {QStringLiteral("outcome"), step.outcome ? QJsonValue(codeOf(*step.outcome)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("detail"), step.detail.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(step.detail)},
        {QStringLiteral("at"), timeOrNull(step.at)}};
}

Result<JournalPart> readJournal(store::Journal &journal, const QString &run)
{
    std::vector<store::RunRecord> records;
    if (run.isEmpty()) {
        auto all = journal.runs();
        if (!all)
            return fail(all.error());
        records = std::move(*all);
    } else {
        auto one = journal.record(run);
        if (!one)
            return fail(one.error());
        records.push_back(std::move(*one));
    }
    JournalPart part;
    for (store::RunRecord &record : records) {
        auto steps = journal.steps(record.id);
        if (!steps)
            return fail(steps.error());
        auto entries = journal.entries(record.id);
        if (!entries)
            return fail(entries.error());
        part.runs.push_back({std::move(record), std::move(*steps), std::move(*entries)});
    }
    return part;
}

QJsonObject journalJson(const JournalPart &part)
{
    QJsonArray runs, steps, entries;
    for (const JournalPart::Run &run : part.runs) {
        runs.append(runJson(run.record));
        for (const store::RunStep &step : run.steps)
            steps.append(stepJson(run.record.id, step));
        for (const store::JournalEntry &e : run.entries) {
            entries.append(QJsonObject{{QStringLiteral("run"), run.record.id},
                                       {QStringLiteral("n"), e.n},
                                       {QStringLiteral("at"), e.at.iso()},
                                       {QStringLiteral("type"), e.type},
                                       {QStringLiteral("body"), e.body},
                                       {QStringLiteral("hash"), e.hash}});
        }
    }
    return {{QStringLiteral("runs"), runs}, {QStringLiteral("steps"), steps}, {QStringLiteral("entries"), entries}};
}

QByteArray journalCsv(const JournalPart &part)
{
    QByteArray csv =
        "run,started,by,state,step,kind,site,course,cmid,room,moodle,chat,before,after,outcome,detail,at\r\n";
    const auto number = [](const std::optional<qint64> &n) { return n ? QString::number(*n) : QString(); };
    for (const JournalPart::Run &run : part.runs) {
        for (const store::RunStep &s : run.steps) {
            QByteArrayList line;
            for (const QString &text :
                 {run.record.id, run.record.started.iso(), run.record.by, codeOf(run.record.state), s.id,
                  codeOf(s.kind), s.place.site, number(s.place.course), number(s.place.cmid),
                  s.place.room.value_or(QString()), number(s.person), s.chat.value_or(QString()),
                  QString::fromUtf8(s.before), QString::fromUtf8(s.after), s.outcome ? codeOf(*s.outcome) : QString(),
                  s.detail, s.at.isKnown() ? s.at.iso() : QString()})
                line << csvCell(text);
            csv += line.join(',') + "\r\n";
        }
    }
    csv.chop(2); // whoever prints it ends the last line
    return csv;
}

Result<void> writeJournal(store::Journal &journal, const QString &run, const QString &path)
{
    const auto part = readJournal(journal, run);
    if (!part)
        return fail(part.error());
    const bool json = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    // The mark of UTF-8 makes spreadsheets read accents as they are.
    const QByteArray bytes =
        json ? QJsonDocument(journalJson(*part)).toJson() : QByteArray("\xEF\xBB\xBF" + journalCsv(*part) + "\r\n");
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return fail(Error{ErrorKind::Storage, QStringLiteral("file-not-writable"), path, 0, {}, {}});
    return {};
}

QJsonObject checkJson(const store::JournalCheck &check, text::Language language)
{
    QJsonArray problems;
    for (const store::JournalProblem &p : check.problems) {
        problems.append(QJsonObject{{QStringLiteral("run"), p.run},
                                    {QStringLiteral("n"), p.n},
                                    {QStringLiteral("fault"), codeOf(p.fault)},
                                    {QStringLiteral("faultText"), text::of(p.fault, language).sentence}});
    }
    return {{QStringLiteral("runs"), check.runs},
            {QStringLiteral("entries"), check.entries},
            {QStringLiteral("problems"), problems}};
}

} // namespace liaison::app
