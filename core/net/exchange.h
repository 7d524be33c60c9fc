#pragma once

#include "core/net/gunzip.h"
#include "core/net/httpclient.h"

#include <QElapsedTimer>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QSslConfiguration>
#include <QSslError>
#include <QTimer>
#include <optional>

namespace liaison::net {

/// One attempt to get one answer: request, same-origin redirects of a GET, limits of time and size, decompression, and
/// the check that the body is whole. Never sends anything twice. Lives on the network thread.
class Exchange final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<HttpReply>)>;

    static constexpr int maxRedirects = 3;

    /// `request` must outlive this. `done` is called once, from the event loop, unless abort() came first.
    Exchange(QNetworkAccessManager &manager, const QSslConfiguration &tls, const HttpRequest &request, Done done);
    ~Exchange() override;

    void start();
    void abort(); ///< drops the connection; `done` is not called any more
    [[nodiscard]] int elapsedMs() const { return static_cast<int>(m_clock.elapsed()); }

private:
    void send(const QUrl &url);
    void dropReply();
    void onMetaData();
    void consume();
    void onFinished();
    void followRedirect(const QUrl &target, int status);
    void finish(Result<HttpReply> result);
    [[nodiscard]] Error error(ErrorKind kind, const QString &code = {}, const QString &detail = {}) const;
    [[nodiscard]] std::optional<Error> incomplete(int status) const;
    [[nodiscard]] HttpReply takeReply(int status);

    QNetworkAccessManager &m_manager;
    QSslConfiguration m_tls;
    const HttpRequest &m_request;
    Done m_done;
    QElapsedTimer m_clock;
    QTimer m_timeout;
    QNetworkReply *m_reply = nullptr;
    int m_redirects = 0;
    QList<QSslError> m_tlsErrors;
    qint64 m_rawBytes = 0; ///< of the body, as sent
    QByteArray m_body;
    std::optional<Gunzip> m_gunzip;
};

} // namespace liaison::net
