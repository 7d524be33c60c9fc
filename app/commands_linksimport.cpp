#include "app/commands_links.h"

#include "app/linkstext.h"
#include "core/run/linksfile.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <algorithm>

namespace liaison::app {
namespace {

/// Links of a hundred thousand activities; what is larger is another file.
constexpr qint64 largestFile = qint64(64) * 1024 * 1024;

tl::unexpected<Error> wrong(const QString &what)
{
    return fail(Error{ErrorKind::Input, QStringLiteral("bad-arguments"), what, 0, {}, {}});
}

Result<QByteArray> contentOf(const QString &file)
{
    QFile in(file);
    if (!in.exists())
        return fail(Error{ErrorKind::Input, QStringLiteral("file-not-found"), file, 0, {}, {}});
    if (!in.open(QIODevice::ReadOnly) || in.size() > largestFile)
        return fail(Error{ErrorKind::Input, QStringLiteral("file-not-readable"), file, 0, {}, {}});
    return in.readAll();
}

/// A day means its beginning: an import is never taken for newer than it is.
Result<Instant> dateFrom(const Arguments &arguments, Instant now)
{
    if (!arguments.has(QStringLiteral("--date")))
        return now;
    const QString text = arguments.value(QStringLiteral("--date"));
    QDateTime at;
    if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid() && text.size() == 10)
        at = QDateTime(day, QTime(0, 0), Qt::UTC);
    else
        at = QDateTime::fromString(text, Qt::ISODate);
    if (!at.isValid() || at.toMSecsSinceEpoch() <= 0 || at.toMSecsSinceEpoch() > now.ms)
        return wrong(QString(QLatin1String("--date ") + text));
    return Instant{at.toMSecsSinceEpoch()};
}

QJsonObject json(const store::LinkImport &import)
{
    QJsonArray list;
    for (const store::ImportedLink &link : import.links) {
        list.append(QJsonObject{
            {QStringLiteral("site"), import.site},
            {QStringLiteral("course"), link.course},
            {QStringLiteral("cmid"), link.cmid},
            {QStringLiteral("room"), link.room.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(link.room)},
            {QStringLiteral("roomName"), QJsonValue(QJsonValue::Null)},
            {QStringLiteral("source"), codeOf(LinkSource::Import)},
            {QStringLiteral("at"), import.date.iso()},
            {QStringLiteral("by"), import.by}});
    }
    return {{QStringLiteral("links"), list}};
}

Result<store::LinkImport> importFrom(Context &context, const Arguments &arguments)
{
    if (arguments.positional.size() != 2 || arguments.has(QStringLiteral("--all")) ||
        arguments.has(QStringLiteral("--yes")))
        return wrong(QStringLiteral("links import FILE.csv"));
    store::LinkImport import;
    import.site =
        arguments.has(QStringLiteral("--site")) ? arguments.value(QStringLiteral("--site")) : QStringLiteral("main");
    const auto &sites = context.profile().moodle;
    if (std::none_of(sites.begin(), sites.end(), [&](const MoodleSettings &s) { return s.id == import.site; }))
        return wrong(QString(QLatin1String("--site ") + import.site));
    import.importedAt = {QDateTime::currentMSecsSinceEpoch()};
    const auto date = dateFrom(arguments, import.importedAt);
    if (!date)
        return fail(date.error());
    import.date = *date;
    import.by = operatorName();
    const auto content = contentOf(arguments.positional[1]);
    if (!content)
        return fail(content.error());
    auto links = linksFromCsv(*content);
    if (!links)
        return fail(links.error());
    import.links = std::move(*links);
    return import;
}

} // namespace

int runLinksImport(Context &context, const Arguments &arguments, Output &out)
{
    const auto import = importFrom(context, arguments);
    if (!import)
        return out.error(import.error());
    if (const auto done = context.memory().replaceImport(*import); !done)
        return out.error(done.error());
    if (out.json())
        out.document(json(*import));
    else
        out.line(importedText(out.language(), static_cast<int>(import->links.size()), import->site,
                              import->date.iso().replace(u'T', u' ').replace(u'Z', QLatin1String(" UTC"))));
    return 0;
}

} // namespace liaison::app
