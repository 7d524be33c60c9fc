#include "app/requestlogfile.h"

#include "app/csv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace liaison::app {
namespace {

QString wordOf(net::Method method)
{
    return method == net::Method::Post ? QStringLiteral("POST") : QStringLiteral("GET");
}

} // namespace

QJsonObject requestLogJson(const std::vector<net::RequestLog::Entry> &entries)
{
    const QJsonValue null(QJsonValue::Null);
    QJsonArray requests;
    for (const net::RequestLog::Entry &entry : entries) {
        const net::RequestRecord &r = entry.record;
        requests.append(QJsonObject{{QStringLiteral("n"), static_cast<qint64>(entry.n)},
                                    {QStringLiteral("at"), r.at.iso()},
                                    {QStringLiteral("server"), r.origin},
                                    {QStringLiteral("method"), wordOf(r.method)},
                                    {QStringLiteral("path"), r.path},
                                    {QStringLiteral("function"), r.name},
                                    {QStringLiteral("write"), r.write},
                                    {QStringLiteral("attempt"), r.attempt},
                                    {QStringLiteral("status"), r.status > 0 ? QJsonValue(r.status) : null},
                                    {QStringLiteral("milliseconds"), r.milliseconds},
                                    {QStringLiteral("bytes"), r.bytes},
                                    {QStringLiteral("error"), r.error.isEmpty() ? null : QJsonValue(r.error)}});
    }
    return {{QStringLiteral("format"), QStringLiteral("liaison-requests")},
            {QStringLiteral("version"), 1},
            {QStringLiteral("requests"), requests}};
}

QByteArray requestLogCsv(const std::vector<net::RequestLog::Entry> &entries)
{
    QByteArray csv = "n,at,server,method,path,function,write,attempt,status,milliseconds,bytes,error\r\n";
    for (const net::RequestLog::Entry &entry : entries) {
        const net::RequestRecord &r = entry.record;
        QByteArrayList line;
        for (const QString &text : {QString::number(entry.n), r.at.iso(), r.origin, wordOf(r.method), r.path, r.name,
                                    r.write ? QStringLiteral("1") : QStringLiteral("0"), QString::number(r.attempt),
                                    r.status > 0 ? QString::number(r.status) : QString(),
                                    QString::number(r.milliseconds), QString::number(r.bytes), r.error})
            line << csvCell(text);
        csv += line.join(',') + "\r\n";
    }
    return csv;
}

Result<void> writePrivately(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return fail(Error{ErrorKind::Storage, QStringLiteral("file-not-writable"), path, 0, {}, {}});
    return {};
}

Result<void> writeRequestLog(const net::RequestLog &log, const QString &path)
{
    const auto entries = log.after(0);
    const bool json = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    // The mark of UTF-8 makes spreadsheets read accents as they are.
    return writePrivately(path, json ? QJsonDocument(requestLogJson(entries)).toJson()
                                     : QByteArray("\xEF\xBB\xBF" + requestLogCsv(entries)));
}

} // namespace liaison::app
