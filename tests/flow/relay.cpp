#include "tests/flow/relay.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace liaison::flow {

template <class Work> void Relay::onThread(Work work)
{
    QMetaObject::invokeMethod(&m_context, work, Qt::BlockingQueuedConnection);
}

Relay::Relay(quint16 target)
{
    m_thread.start();
    m_context.moveToThread(&m_thread);
    onThread([this, target] {
        m_server = new QTcpServer;
        if (!m_server->listen(QHostAddress(QHostAddress::LocalHost)))
            qFatal("relay: %s", qPrintable(m_server->errorString()));
        m_port = m_server->serverPort();
        QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this, target] {
            QTcpSocket *client = m_server->nextPendingConnection();
            auto *server = new QTcpSocket(client);
            const qsizetype stream = m_streams.size();
            m_streams.append(QByteArray());
            server->connectToHost(QHostAddress(QHostAddress::LocalHost), target);
            const auto forward = [this, client, server, stream] {
                const QByteArray bytes = client->readAll();
                m_streams[stream] += bytes;
                server->write(bytes);
            };
            QObject::connect(client, &QTcpSocket::readyRead, server, forward);
            QObject::connect(server, &QTcpSocket::readyRead, client, [=] { client->write(server->readAll()); });
            QObject::connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
            QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            if (client->bytesAvailable() > 0)
                forward();
        });
    });
}

Relay::~Relay()
{
    onThread([this] { delete m_server; });
    m_thread.quit();
    m_thread.wait();
}

QString Relay::through(const QString &url) const
{
    QUrl u(url);
    u.setPort(m_port);
    return u.toString();
}

QList<Sent> Relay::requests()
{
    QList<QByteArray> streams;
    onThread([&] { streams = m_streams; });
    QList<Sent> out;
    for (QByteArray rest : streams) {
        while (!rest.isEmpty()) {
            const qsizetype end = rest.indexOf("\r\n\r\n");
            if (end < 0)
                break;
            const QList<QByteArray> lines = rest.left(end).split('\n');
            Sent sent;
            sent.line = lines.front().trimmed();
            qsizetype length = 0;
            for (const QByteArray &line : lines.mid(1)) {
                const qsizetype colon = line.indexOf(':');
                const QByteArray name = line.left(colon).trimmed().toLower();
                sent.headers.append({name, line.mid(colon + 1).trimmed()});
                if (name == "content-length")
                    length = sent.headers.back().second.toLongLong();
            }
            sent.body = rest.mid(end + 4, length);
            out.append(sent);
            rest.remove(0, end + 4 + length);
        }
    }
    return out;
}

} // namespace liaison::flow
