#pragma once

#include "core/net/httpclient.h"

#include <QFuture>
#include <QHash>
#include <QPromise>
#include <QString>
#include <QUrl>
#include <functional>
#include <mutex>
#include <vector>

/// A transport in memory: a function answers, every request is kept.
namespace liaison::moodle::test {

struct Sent
{
    QString function;
    QHash<QString, QString> form; ///< decoded, token and format included
    net::HttpRequest request;

    [[nodiscard]] QString value(const char *name) const { return form.value(QString::fromLatin1(name)); }
    [[nodiscard]] bool raw() const { return form.contains(QStringLiteral("moodlewssettingraw")); }
    /// The value of an entry of `options[]`; empty where it was not sent.
    [[nodiscard]] QString option(const char *name) const
    {
        for (int i = 0;; ++i) {
            const QString key = QStringLiteral("options[%1]").arg(i);
            if (!form.contains(QString(key + QStringLiteral("[name]"))))
                return {};
            if (form.value(QString(key + QStringLiteral("[name]"))) == QLatin1String(name))
                return form.value(QString(key + QStringLiteral("[value]")));
        }
    }
};

class FakeTransport : public net::HttpTransport
{
public:
    using Reply = Result<net::HttpReply>;

    explicit FakeTransport(std::function<Reply(const Sent &)> answer) : m_answer(std::move(answer)) {}

    QFuture<Reply> send(net::HttpRequest request, net::CancelToken = {}) override
    {
        const std::lock_guard lock(m_mutex);
        Sent sent;
        for (const QByteArray &pair : request.body.split('&')) {
            const qsizetype equal = pair.indexOf('=');
            sent.form.insert(QUrl::fromPercentEncoding(pair.left(equal)),
                             QUrl::fromPercentEncoding(pair.mid(equal + 1)));
        }
        sent.function = sent.value("wsfunction");
        sent.request = std::move(request);
        requests.push_back(sent);
        QPromise<Reply> promise;
        promise.start();
        promise.addResult(m_answer(sent));
        promise.finish();
        return promise.future();
    }

    [[nodiscard]] int count(QLatin1String function) const
    {
        int n = 0;
        for (const Sent &s : requests)
            n += s.function == function ? 1 : 0;
        return n;
    }

    std::vector<Sent> requests;

private:
    std::function<Reply(const Sent &)> m_answer;
    std::mutex m_mutex;
};

inline const Instant serverTime = Instant::fromSeconds(1795163900);

inline net::HttpReply reply(const QByteArray &body, int status = 200)
{
    net::HttpReply r;
    r.status = status;
    r.body = body;
    r.serverDate = serverTime;
    return r;
}

inline net::HttpReply refusal(const char *errorcode)
{
    return reply(QByteArray(R"({"exception":"moodle_exception","errorcode":")") + errorcode + R"(","message":"no"})");
}

inline Result<net::HttpReply> networkFailure()
{
    Error e;
    e.kind = ErrorKind::Network;
    return fail(std::move(e));
}

} // namespace liaison::moodle::test
