#include "app/restoresseen.h"

#include "app/requestlogfile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace liaison::app {
namespace {

constexpr QLatin1String format("liaison-restores-seen");
constexpr qint64 largest = 16 * 1024 * 1024;

QString fileIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("restores-seen.json"));
}

} // namespace

std::optional<QSet<QString>> seenFailures(const QString &storeFolder)
{
    QFile file(fileIn(storeFolder));
    if (!file.open(QIODevice::ReadOnly) || file.size() > largest)
        return std::nullopt;
    const QJsonObject o = QJsonDocument::fromJson(file.readAll()).object();
    if (o.value(QLatin1String("format")).toString() != format || !o.value(QLatin1String("seen")).isArray())
        return std::nullopt;
    QSet<QString> seen;
    const QJsonArray all = o.value(QLatin1String("seen")).toArray();
    for (const QJsonValue &one : all)
        seen.insert(one.toString());
    return seen;
}

Result<void> rememberFailures(const QString &storeFolder, const std::vector<RestoreRow> &rows,
                              const QSet<QString> &told)
{
    QJsonArray seen;
    const QSet<QString> before = seenFailures(storeFolder).value_or(QSet<QString>());
    for (const QString &failure : before) { // a site that is down has not mended its failures
        if (!told.contains(failure.section(u':', 0, 0)))
            seen.append(failure);
    }
    for (const RestoreRow &row : rows) {
        if (const QString failure = failureOf(row); !failure.isEmpty())
            seen.append(failure);
    }
    const QJsonObject o{{QStringLiteral("format"), QString(format)}, {QStringLiteral("seen"), seen}};
    return writePrivately(fileIn(storeFolder), QJsonDocument(o).toJson(QJsonDocument::Compact));
}

void markNew(const std::vector<RestoreRow> &rows, const std::optional<QSet<QString>> &seen, RestoreReview &review)
{
    review.failuresRemembered = seen.has_value();
    for (size_t i = 0; i < rows.size() && i < review.about.size(); ++i) {
        const QString failure = failureOf(rows[i]);
        review.about[i].isNew = seen && !failure.isEmpty() && !seen->contains(failure);
    }
}

Result<void> forgetFailures(const QString &storeFolder, QStringList &erased)
{
    const QString path = fileIn(storeFolder);
    if (!QFile::exists(path))
        return {};
    if (!QFile::remove(path))
        return fail(Error{ErrorKind::Storage, QStringLiteral("file-not-writable"), path, 0, {}, {}});
    erased << path;
    return {};
}

} // namespace liaison::app
