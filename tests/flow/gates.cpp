#include "tests/flow/gates.h"

#include <QNetworkProxy>
#include <QSslSocket>
#include <QTcpServer>
#include <memory>

namespace liaison::flow {
namespace {

/// Both ways, until one of them ends.
void join(QTcpSocket *client, QTcpSocket *server)
{
    QObject::connect(client, &QTcpSocket::readyRead, server, [=] { server->write(client->readAll()); });
    QObject::connect(server, &QTcpSocket::readyRead, client, [=] { client->write(server->readAll()); });
    QObject::connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    if (client->bytesAvailable() > 0)
        server->write(client->readAll());
}

QTcpSocket *connectedTo(quint16 port, QObject *parent)
{
    auto *server = new QTcpSocket(parent);
    server->setProxy(QNetworkProxy::NoProxy);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return server;
}

} // namespace

class Gate::Listener final : public QTcpServer
{
public:
    explicit Listener(Gate &gate) : m_gate(gate) {}
    void incomingConnection(qintptr descriptor) override { m_gate.serve(descriptor, this); }

private:
    Gate &m_gate;
};

template <class Work> void Gate::onThread(Work work)
{
    QMetaObject::invokeMethod(&m_context, work, Qt::BlockingQueuedConnection);
}

void Gate::open()
{
    m_thread.start();
    m_context.moveToThread(&m_thread);
    onThread([this] {
        m_server = new Listener(*this);
        if (!m_server->listen(QHostAddress(QHostAddress::LocalHost)))
            qFatal("gate: %s", qPrintable(m_server->errorString()));
        m_port = m_server->serverPort();
    });
}

void Gate::close()
{
    onThread([this] {
        delete m_server;
        m_server = nullptr;
    });
}

Gate::~Gate()
{
    m_thread.quit();
    m_thread.wait();
}

TlsGate::TlsGate(const QSslConfiguration &identity, quint16 target) : m_identity(identity), m_target(target)
{
    open();
}

void TlsGate::serve(qintptr descriptor, QObject *parent)
{
    auto *client = new QSslSocket(parent);
    client->setSocketDescriptor(descriptor);
    client->setSslConfiguration(m_identity);
    QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    QObject::connect(client, &QSslSocket::encrypted, client,
                     [this, client] { join(client, connectedTo(m_target, client)); });
    client->startServerEncryption();
}

ProxyGate::ProxyGate(quint16 target) : m_target(target)
{
    open();
}

QStringList ProxyGate::asked()
{
    QStringList all;
    onThread([&] { all = m_asked; });
    return all;
}

void ProxyGate::serve(qintptr descriptor, QObject *parent)
{
    auto *client = new QTcpSocket(parent);
    client->setSocketDescriptor(descriptor);
    QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    auto head = std::make_shared<QByteArray>();
    auto *reading = new QObject(client); // until the request is whole
    QObject::connect(client, &QTcpSocket::readyRead, reading, [this, client, head, reading] {
        *head += client->readAll();
        if (!head->contains("\r\n\r\n"))
            return;
        reading->deleteLater();
        QObject::disconnect(client, &QTcpSocket::readyRead, reading, nullptr);
        const QList<QByteArray> words = head->left(head->indexOf('\r')).split(' ');
        if (words.value(0) != "CONNECT") {
            client->write("HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            return client->disconnectFromHost();
        }
        m_asked << QString::fromLatin1(words.value(1));
        QTcpSocket *server = connectedTo(m_target, client);
        QObject::connect(server, &QTcpSocket::connected, client, [=] {
            client->write("HTTP/1.1 200 Connection established\r\n\r\n");
            join(client, server);
        });
    });
}

} // namespace liaison::flow
