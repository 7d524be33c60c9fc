#pragma once

#include <QSslConfiguration>
#include <QStringList>
#include <QThread>

class QTcpServer;

/// What stands between an institution's network and its servers, each in a thread of its own.
namespace liaison::flow {

/// Listens on 127.0.0.1; what connects is handed over on the thread.
class Gate
{
public:
    virtual ~Gate();
    Gate(const Gate &) = delete;
    Gate &operator=(const Gate &) = delete;
    [[nodiscard]] quint16 port() const { return m_port; }

protected:
    Gate() = default;
    void open();
    void close();
    virtual void serve(qintptr descriptor, QObject *parent) = 0;
    template <class Work> void onThread(Work work);

private:
    class Listener;
    QThread m_thread;
    QObject m_context;
    QTcpServer *m_server = nullptr;
    quint16 m_port = 0;
};

/// Speaks TLS as `identity` and passes what is inside on to a server on this computer.
class TlsGate final : public Gate
{
public:
    TlsGate(const QSslConfiguration &identity, quint16 target);
    ~TlsGate() override { close(); }

private:
    void serve(qintptr descriptor, QObject *parent) override;
    QSslConfiguration m_identity;
    quint16 m_target;
};

/// A proxy that knows no other way than CONNECT; every host it is asked for is at `target` on this computer.
class ProxyGate final : public Gate
{
public:
    explicit ProxyGate(quint16 target);
    ~ProxyGate() override { close(); }
    /// "moodle.campus.test:443", one a connection.
    [[nodiscard]] QStringList asked();

private:
    void serve(qintptr descriptor, QObject *parent) override;
    QStringList m_asked;
    quint16 m_target;
};

} // namespace liaison::flow
