#pragma once

#include "core/net/httpclient.h"
#include "tests/rocketchat/example.h"

#include <QHash>
#include <QJsonDocument>
#include <QUrlQuery>
#include <functional>
#include <mutex>

namespace liaison::test {

/// A request as a server sees it.
struct Seen
{
    QString name;
    QString path;
    QString httpMethod;
    QHash<QString, QString> query; ///< the last value of a repeated key
    QJsonObject body;
    QByteArray userId, token;
    bool write = false;

    [[nodiscard]] int offset() const { return query.value(QStringLiteral("offset")).toInt(); }
    [[nodiscard]] int count() const { return query.value(QStringLiteral("count")).toInt(); }
};

/// An HttpTransport in memory: answers each method by what the test put there, and remembers what was asked.
class ScriptedTransport : public net::HttpTransport
{
public:
    using Answer = std::function<Result<net::HttpReply>(const Seen &)>;

    void reset()
    {
        log.clear();
        m_answers.clear();
    }
    void on(const QString &method, Answer answer) { m_answers.insert(method, std::move(answer)); }
    void on(const QString &method, const QJsonObject &body, int status = 200)
    {
        on(method, [=](const Seen &) { return makeReply(body, status); });
    }
    void onExample(const QString &method, const QString &file)
    {
        on(method, [reply = loadExample(file).reply](const Seen &) { return reply; });
    }

    [[nodiscard]] QFuture<Result<net::HttpReply>> send(net::HttpRequest request, net::CancelToken cancel) override
    {
        const std::lock_guard lock(m_mutex);
        if (cancel.isCancelled()) {
            Error e;
            e.kind = ErrorKind::Cancelled;
            return QtFuture::makeReadyFuture(Result<net::HttpReply>(fail(e)));
        }
        Seen seen;
        seen.name = request.name;
        seen.path = request.url.path();
        seen.httpMethod = request.method == net::Method::Get ? QStringLiteral("GET") : QStringLiteral("POST");
        const auto items = QUrlQuery(request.url).queryItems(QUrl::FullyDecoded);
        for (const auto &[key, value] : items)
            seen.query.insert(key, value);
        seen.body = QJsonDocument::fromJson(request.body).object();
        seen.write = request.write;
        for (const auto &[name, value] : std::as_const(request.headers)) {
            if (name == "X-User-Id")
                seen.userId = value;
            if (name == "X-Auth-Token")
                seen.token = value;
        }
        log.push_back(seen);
        const auto answer = m_answers.constFind(seen.name);
        if (answer == m_answers.cend()) {
            Error e;
            e.kind = ErrorKind::Network;
            e.detail = QStringLiteral("not scripted");
            return QtFuture::makeReadyFuture(Result<net::HttpReply>(fail(e)));
        }
        return QtFuture::makeReadyFuture((*answer)(seen));
    }

    [[nodiscard]] QStringList names() const
    {
        QStringList list;
        for (const Seen &seen : log)
            list << seen.name;
        return list;
    }
    [[nodiscard]] int times(const QString &method) const { return int(names().count(method)); }

    std::vector<Seen> log;

private:
    std::mutex m_mutex;
    QHash<QString, Answer> m_answers;
};

} // namespace liaison::test
