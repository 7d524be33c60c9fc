#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QList>
#include <QPair>
#include <QPointer>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <functional>
#include <optional>

/// One request as it arrived, and the means to answer it now or later, badly too. Copies answer the same request.
struct Call
{
    QByteArray method;
    QByteArray target;
    QList<QPair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
    int connection = 0; ///< number of the connection, from 1
    qint64 at = 0;      ///< ms since the server was made
    QPointer<QTcpSocket> socket;

    using Headers = QList<QPair<QByteArray, QByteArray>>;

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
    void respond(int status, const QByteArray &text = {}, const Headers &more = {}) const;
    void raw(const QByteArray &bytes) const;
    void close() const; ///< sends what is pending, then FIN (over TLS with close_notify)
    void reset() const; ///< RST; what is pending is lost
};

/// A scripted HTTP server on 127.0.0.1 that can do all that a server, a proxy or a cable does wrong.
class TestServer : public QTcpServer
{
    Q_OBJECT

public:
    using Handler = std::function<void(const Call &)>;

    explicit TestServer(Handler handler = {});

    void useTls(const QSslConfiguration &configuration) { m_tls = configuration; }
    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/"),
                           const QString &host = QStringLiteral("127.0.0.1")) const;

    Handler handler;
    QList<Call> calls;   ///< in order of arrival
    QByteArray received; ///< every byte after decryption
    int connections = 0;

    [[nodiscard]] QList<QByteArray> targets() const;
    [[nodiscard]] int count(const QByteArray &target) const;

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void serve(QTcpSocket *socket, int number);
    void parse(QTcpSocket *socket, int number, QByteArray &buffer);

    std::optional<QSslConfiguration> m_tls;
    QElapsedTimer m_clock;
};

[[nodiscard]] QByteArray gzipped(const QByteArray &text);
[[nodiscard]] QByteArray chunked(const QByteArray &data, qsizetype size);
[[nodiscard]] QByteArray httpDate(qint64 msSinceEpoch);
