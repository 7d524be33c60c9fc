#pragma once

#include "core/sandbox/http.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <memory>

namespace liaison::validators {

/// What a chat server was asked, as lines for check.mjs. Shared with the sandbox's thread.
class Lines
{
public:
    void add(const QByteArray &line)
    {
        const QMutexLocker lock(&m_mutex);
        m_all += line + '\n';
    }
    [[nodiscard]] QByteArray all()
    {
        const QMutexLocker lock(&m_mutex);
        return m_all;
    }

private:
    QMutex m_mutex;
    QByteArray m_all;
};

/// Stands in front of a chat server and writes down every request: the request log of the sandbox keeps no bodies.
class Recorder : public sandbox::Server
{
public:
    Recorder(std::unique_ptr<sandbox::Server> behind, QString version, std::shared_ptr<Lines> lines)
        : m_behind(std::move(behind)), m_version(std::move(version)), m_lines(std::move(lines))
    {
    }

    sandbox::Reply handle(const sandbox::Request &request) override
    {
        QJsonArray query;
        for (const auto &[name, value] : request.query.queryItems(QUrl::FullyDecoded))
            query.append(QJsonArray{QUrl::fromPercentEncoding(name.toUtf8()), value});
        QString route = request.path;
        for (const QString &prefix : {QStringLiteral("/api/v1/"), QStringLiteral("/api/")}) {
            if (route.startsWith(prefix))
                route = route.mid(prefix.size());
        }
        QJsonObject line{{QStringLiteral("version"), m_version},
                         {QStringLiteral("method"), QString::fromLatin1(request.method)},
                         {QStringLiteral("route"), route},
                         {QStringLiteral("query"), query}};
        if (!request.body.isEmpty())
            line.insert(QStringLiteral("body"), QJsonDocument::fromJson(request.body).object());
        m_lines->add(QJsonDocument(line).toJson(QJsonDocument::Compact));
        return m_behind->handle(request);
    }
    [[nodiscard]] sandbox::RequestFacts facts(const sandbox::Request &request) const override
    {
        return m_behind->facts(request);
    }
    [[nodiscard]] sandbox::Reply emptyOf(const sandbox::Request &request) const override
    {
        return m_behind->emptyOf(request);
    }
    sandbox::Reply rateLimited(const sandbox::Request &request, int seconds) override
    {
        return m_behind->rateLimited(request, seconds);
    }
    void setRevoked(bool revoked) override { m_behind->setRevoked(revoked); }
    void worldReplaced() override { m_behind->worldReplaced(); }

private:
    std::unique_ptr<sandbox::Server> m_behind;
    QString m_version;
    std::shared_ptr<Lines> m_lines;
};

} // namespace liaison::validators
