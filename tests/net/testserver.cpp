#include "tests/net/testserver.h"

#include <QDateTime>
#include <QHostAddress>
#include <QLocale>
#include <QSslSocket>
#include <algorithm>
#include <memory>
#include <sys/socket.h>
#include <zlib.h>

QByteArray Call::header(const QByteArray &lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

void Call::respond(int status, const QByteArray &text, const Headers &more) const
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Status\r\n";
    const bool framed = std::any_of(more.begin(), more.end(), [](const auto &h) {
        return h.first == "Content-Length" || h.first == "Transfer-Encoding";
    });
    if (!framed)
        head += "Content-Length: " + QByteArray::number(text.size()) + "\r\n";
    for (const auto &[name, value] : more)
        head += name + ": " + value + "\r\n";
    raw(head + "\r\n" + text);
}

void Call::raw(const QByteArray &bytes) const
{
    if (QTcpSocket *s = socket)
        s->write(bytes);
}

void Call::close() const
{
    if (QTcpSocket *s = socket)
        s->disconnectFromHost();
}

void Call::reset() const
{
    QTcpSocket *s = socket;
    if (!s)
        return;
    const linger hard{1, 0};
    setsockopt(static_cast<int>(s->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    s->abort();
}

TestServer::TestServer(Handler h) : handler(std::move(h))
{
    m_clock.start();
    listen(QHostAddress::LocalHost);
}

QUrl TestServer::url(const QString &path, const QString &host) const
{
    QUrl u;
    u.setScheme(m_tls ? QStringLiteral("https") : QStringLiteral("http"));
    u.setHost(host);
    u.setPort(serverPort());
    const auto query = path.indexOf(u'?');
    u.setPath(path.left(query));
    if (query >= 0)
        u.setQuery(path.mid(query + 1));
    return u;
}

QList<QByteArray> TestServer::targets() const
{
    QList<QByteArray> list;
    for (const Call &call : calls)
        list << call.target;
    return list;
}

int TestServer::count(const QByteArray &target) const
{
    return static_cast<int>(targets().count(target));
}

void TestServer::incomingConnection(qintptr descriptor)
{
    const int number = ++connections;
    if (!m_tls) {
        auto *socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
        return serve(socket, number);
    }
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(descriptor);
    socket->setSslConfiguration(*m_tls);
    socket->startServerEncryption();
    serve(socket, number);
}

void TestServer::serve(QTcpSocket *socket, int number)
{
    auto buffer = std::make_shared<QByteArray>();
    connect(socket, &QTcpSocket::readyRead, this, [=, this] {
        const QByteArray got = socket->readAll();
        received += got;
        *buffer += got;
        parse(socket, number, *buffer);
    });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
}

void TestServer::parse(QTcpSocket *socket, int number, QByteArray &buffer)
{
    for (;;) {
        const auto end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Call call;
        QList<QByteArray> lines = buffer.left(end).split('\n');
        const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
        call.method = first.value(0);
        call.target = first.value(1);
        for (const QByteArray &line : lines) {
            const auto colon = line.indexOf(':');
            call.headers.append({line.left(colon).toLower(), line.mid(colon + 1).trimmed()});
        }
        const qsizetype length = call.header("content-length").toInt();
        if (buffer.size() < end + 4 + length)
            return;
        call.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        call.connection = number;
        call.at = m_clock.elapsed();
        call.socket = socket;
        calls << call;
        if (handler)
            handler(call);
    }
}

QByteArray gzipped(const QByteArray &text)
{
    z_stream z{};
    deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(deflateBound(&z, static_cast<uLong>(text.size()))) + 64, '\0');
    QByteArray in = text;
    z.next_in = reinterpret_cast<Bytef *>(in.data());
    z.avail_in = static_cast<uInt>(in.size());
    z.next_out = reinterpret_cast<Bytef *>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    deflate(&z, Z_FINISH);
    out.truncate(static_cast<qsizetype>(z.total_out));
    deflateEnd(&z);
    return out;
}

QByteArray chunked(const QByteArray &data, qsizetype size)
{
    QByteArray out;
    for (qsizetype i = 0; i < data.size(); i += size) {
        const QByteArray part = data.mid(i, size);
        out += QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
    }
    return out + "0\r\n\r\n";
}

QByteArray httpDate(qint64 msSinceEpoch)
{
    const QDateTime t = QDateTime::fromMSecsSinceEpoch(msSinceEpoch, Qt::UTC);
    return QLocale::c().toString(t, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")).toLatin1() + " GMT";
}
