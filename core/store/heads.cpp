#include "core/store/heads.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <algorithm>

namespace liaison::store {
namespace {

constexpr size_t kept = 200;

QString fileOf(const QString &folder)
{
    return QString(folder + QLatin1String("/journal-heads.json"));
}

} // namespace

std::vector<Head> rememberedHeads(const QString &folder)
{
    QFile file(fileOf(folder));
    std::vector<Head> heads;
    if (!file.open(QIODevice::ReadOnly))
        return heads;
    const QJsonArray list = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &v : list) {
        const QJsonObject o = v.toObject();
        heads.push_back({o.value(QLatin1String("run")).toString(), o.value(QLatin1String("entries")).toInteger(),
                         o.value(QLatin1String("hash")).toString(),
                         Instant{o.value(QLatin1String("started")).toInteger()}});
    }
    return heads;
}

Result<void> rememberHead(const QString &folder, const Head &head)
{
    std::vector<Head> heads = rememberedHeads(folder);
    std::erase_if(heads, [&](const Head &h) { return h.run == head.run; });
    heads.push_back(head);
    if (heads.size() > kept)
        heads.erase(heads.begin(), heads.end() - kept);
    QJsonArray list;
    for (const Head &h : heads)
        list.append(QJsonObject{{QStringLiteral("run"), h.run},
                                {QStringLiteral("entries"), h.entries},
                                {QStringLiteral("hash"), h.hash},
                                {QStringLiteral("started"), qint64(h.started.ms)}});
    QSaveFile file(fileOf(folder));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(list).toJson(QJsonDocument::Compact)) < 0 ||
        !file.commit())
        return fail(Error{ErrorKind::Storage, QStringLiteral("file-not-writable"), fileOf(folder), 0, {}, {}});
    return {};
}

} // namespace liaison::store
