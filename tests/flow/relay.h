#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QThread>
#include <QUrl>

class QTcpServer;

/// Stands between the program and a server and writes down every byte that the program sends.
namespace liaison::flow {

struct Sent
{
    QByteArray line;                                  ///< "POST /moodle/webservice/... HTTP/1.1"
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
};

class Relay
{
public:
    explicit Relay(quint16 target);
    ~Relay();

    [[nodiscard]] quint16 port() const { return m_port; }
    /// The same URL, through here.
    [[nodiscard]] QString through(const QString &url) const;
    /// All that was sent so far, request by request.
    [[nodiscard]] QList<Sent> requests();

private:
    template <class Work> void onThread(Work work);

    QThread m_thread;
    QObject m_context;
    QTcpServer *m_server = nullptr;
    QList<QByteArray> m_streams; ///< one a connection; on m_thread
    quint16 m_port = 0;
};

} // namespace liaison::flow
