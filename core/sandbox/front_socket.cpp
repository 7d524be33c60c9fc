#include "core/sandbox/front_socket.h"

#include <QHostAddress>
#include <QTimer>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace liaison::sandbox {
namespace {

constexpr qsizetype together = 256 * 1024; ///< head and body of an answer up to this size are copied into one

} // namespace

Exchange::Exchange(HttpRequest request, Connection *connection)
    : m_request(std::move(request)), m_connection(connection)
{
}

void Exchange::answer(const Reply &reply, Instant date, Delivery delivery, int delayMs)
{
    Connection *const connection = m_connection.data();
    m_connection.clear();
    if (!connection)
        return;
    if (delivery == Delivery::Truncated && reply.body.isEmpty())
        delivery = Delivery::Reset; // nothing could be missing from an empty body
    const bool keepAlive = m_request.keepAlive && delivery == Delivery::Whole;
    const WireReply wire = delivery == Delivery::Reset
                               ? WireReply{}
                               : toWire(reply, {date, keepAlive, m_request.acceptsGzip, m_request.method == "HEAD"});
    if (delayMs <= 0) {
        connection->send(wire, delivery, keepAlive);
        return;
    }
    // The connection is the context: an answer whose client went away dies with it.
    QTimer::singleShot(delayMs, Qt::PreciseTimer, connection,
                       [connection, wire, delivery, keepAlive] { connection->send(wire, delivery, keepAlive); });
}

Connection::Connection(QTcpSocket *socket, Handler handler, RequestReader::BodyLimit limit, QObject *parent)
    : QObject(parent), m_socket(socket), m_handler(std::move(handler)), m_reader(std::move(limit))
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_client = m_socket->peerAddress().toString();
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::receive);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    if (m_socket->state() == QAbstractSocket::ConnectedState)
        receive(); // bytes may be there already
    else
        deleteLater();
}

void Connection::receive()
{
    m_reader.append(m_socket->readAll());
    next();
}

void Connection::next()
{
    if (m_busy || m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    switch (m_reader.read()) {
    case RequestReader::State::Incomplete:
        if (m_reader.wantsContinue())
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        return;
    case RequestReader::State::Refused:
        m_busy = true;
        send(toWire(webPage(m_reader.refusal()), {Instant{QDateTime::currentMSecsSinceEpoch()}, false, false, false}),
             Delivery::Whole, false);
        return;
    case RequestReader::State::Ready:
        break;
    }
    m_busy = true;
    HttpRequest request = m_reader.take();
    request.client = m_client;
    m_handler(std::make_shared<Exchange>(std::move(request), this));
}

void Connection::send(const WireReply &reply, Delivery delivery, bool keepAlive)
{
    if (m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    if (delivery == Delivery::Reset) {
        reset();
        return;
    }
    const QByteArray body = delivery == Delivery::Truncated ? reply.body.left(reply.body.size() / 2) : reply.body;
    if (body.size() <= together) {
        // One system call instead of two, and the memory of the last answer: a fresh page costs more than what is in
        // it.
        m_out.resize(0);
        m_out += reply.head;
        m_out += body;
        m_socket->write(m_out);
    } else {
        m_socket->write(reply.head);
        m_socket->write(body);
    }
    m_socket->flush(); // now, and not after one more turn of the event loop
    if (!keepAlive) {
        m_socket->disconnectFromHost(); // after everything is written
        return;
    }
    m_busy = false;
    // Queued: a pipelined client is served request by request, not in one deep recursion.
    if (m_reader.hasMore())
        QMetaObject::invokeMethod(this, &Connection::next, Qt::QueuedConnection);
}

void Connection::reset()
{
    // Lingering for no time makes close() send RST instead of FIN.
    const linger none{1, 0};
    const auto fd = m_socket->socketDescriptor();
#ifdef Q_OS_WIN
    ::setsockopt(static_cast<SOCKET>(fd), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&none), sizeof none);
#else
    ::setsockopt(static_cast<int>(fd), SOL_SOCKET, SO_LINGER, &none, sizeof none);
#endif
    m_socket->abort();
}

HttpServer::HttpServer(Handler handler, RequestReader::BodyLimit limit, QObject *parent)
    : QObject(parent), m_handler(std::move(handler)), m_limit(std::move(limit))
{
    m_server.setMaxPendingConnections(4096);
    m_server.setListenBacklogSize(1024);
    connect(&m_server, &QTcpServer::newConnection, this, &HttpServer::accept);
}

bool HttpServer::listen(quint16 port)
{
    return m_server.listen(QHostAddress(QHostAddress::LocalHost), port);
}

void HttpServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection())
        new Connection(socket, m_handler, m_limit, this);
}

} // namespace liaison::sandbox
