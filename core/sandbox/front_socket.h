#pragma once

#include "core/sandbox/front_message.h"

#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <functional>
#include <memory>

/// The listening socket and its connections. Everything lives in the thread that made the HttpServer.
namespace liaison::sandbox {

enum class Delivery {
    Whole,
    Truncated, ///< the length says whole, half of the body is sent, then the connection is closed
    Reset      ///< nothing is sent; the peer sees a TCP reset
};

class Connection;

/// One request that waits for its answer; may be kept as long as one likes.
class Exchange
{
public:
    Exchange(HttpRequest request, Connection *connection);

    [[nodiscard]] const HttpRequest &request() const { return m_request; }
    /// False when the client went away: whoever waits longer than that has nobody to answer.
    [[nodiscard]] bool isOpen() const { return !m_connection.isNull(); }
    /// Once. Later calls, and calls after the client went away, do nothing. `delayMs` holds back this answer alone.
    void answer(const Reply &reply, Instant date, Delivery delivery = Delivery::Whole, int delayMs = 0);

private:
    HttpRequest m_request;
    QPointer<Connection> m_connection;
};

using Handler = std::function<void(const std::shared_ptr<Exchange> &)>;

/// One keep-alive connection: one request at a time, in order; pipelined ones wait in the buffer.
class Connection : public QObject
{
    Q_OBJECT

public:
    Connection(QTcpSocket *socket, Handler handler, RequestReader::BodyLimit limit, QObject *parent);

    void send(const WireReply &reply, Delivery delivery, bool keepAlive);

private:
    void receive();
    void next();
    void reset();

    QTcpSocket *m_socket;
    Handler m_handler;
    RequestReader m_reader;
    QString m_client; ///< address
    QByteArray m_out; ///< the last answer
    bool m_busy = false;
};

/// Listens on 127.0.0.1 only.
class HttpServer : public QObject
{
    Q_OBJECT

public:
    HttpServer(Handler handler, RequestReader::BodyLimit limit, QObject *parent = nullptr);

    /// Port 0 = any free one. False: the port is taken; `problem` says more.
    [[nodiscard]] bool listen(quint16 port);
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QString problem() const { return m_server.errorString(); }

private:
    void accept();

    QTcpServer m_server;
    Handler m_handler;
    RequestReader::BodyLimit m_limit;
};

} // namespace liaison::sandbox
