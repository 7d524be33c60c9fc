// Is the sandbox fast enough never to be what a test or a demo waits for? Each call is made over kept connections, to
// the sandbox and to a server that does nothing but send the same bytes back.
#include "app/demo.h"
#include "core/sandbox/campus.h"
#include "core/sandbox/worldjson.h"
#include "tests/bench/parts.h"
#include "tests/bench/servingcalls.h"

#include <QDir>
#include <QHostAddress>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <atomic>
#ifdef Q_OS_LINUX
#include <sched.h>
#endif

namespace liaison::bench {
namespace {

/// Where the message at the front of `bytes` ends; -1: not all of it is here.
qsizetype endOf(const QByteArray &bytes)
{
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    if (head < 0)
        return -1;
    const QByteArray lower = bytes.left(head).toLower();
    const qsizetype at = lower.indexOf("content-length:");
    const qsizetype length = at < 0 ? 0 : lower.mid(at + 15, lower.indexOf('\r', at) - at - 15).trimmed().toLongLong();
    return bytes.size() >= head + 4 + length ? head + 4 + length : -1;
}

/// Answers whatever is asked with one and the same message, on a thread of its own.
class Echo : public QThread
{
public:
    explicit Echo(QByteArray answer) : m_answer(std::move(answer))
    {
        start();
        while (m_port == 0)
            QThread::yieldCurrentThread();
    }
    ~Echo() override
    {
        quit();
        wait();
    }
    [[nodiscard]] quint16 port() const { return m_port; }

protected:
    void run() override
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
            while (QTcpSocket *socket = server.nextPendingConnection()) {
                socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
                QObject::connect(socket, &QTcpSocket::readyRead, socket,
                                 [this, socket, waiting = QByteArray()]() mutable {
                                     waiting += socket->readAll();
                                     for (qsizetype end = endOf(waiting); end > 0; end = endOf(waiting)) {
                                         waiting.remove(0, end);
                                         socket->write(m_answer);
                                     }
                                 });
            }
        });
        m_port = server.serverPort();
        exec();
    }

private:
    QByteArray m_answer;
    std::atomic<quint16> m_port = 0;
};

/// A client of one connection.
class Line
{
public:
    explicit Line(quint16 port)
    {
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        if (!m_socket.waitForConnected(10000))
            qFatal("not connected");
    }
    QByteArray ask(const QByteArray &message)
    {
        m_socket.write(message);
        QByteArray got;
        while (endOf(got) < 0) {
            if (!m_socket.waitForReadyRead(60000))
                qFatal("no answer: %s", qPrintable(m_socket.errorString()));
            got += m_socket.readAll();
        }
        return got;
    }

private:
    QTcpSocket m_socket;
};

/// All threads on one processor, while it lasts. On an idle machine waking the other one takes longer than either
/// server needs to answer, and how long depends on what the first one just did: that would be measured instead.
class OneProcessor
{
public:
#ifdef Q_OS_LINUX
    OneProcessor()
    {
        CPU_ZERO(&m_before);
        sched_getaffinity(0, sizeof m_before, &m_before);
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(static_cast<unsigned>(sched_getcpu()), &one);
        set(one);
    }
    ~OneProcessor()
    {
        set(m_before);
    }
    OneProcessor(const OneProcessor &) = delete;
    OneProcessor &operator=(const OneProcessor &) = delete;

private:
    static void set(const cpu_set_t &processors)
    {
        const QStringList threads =
            QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &thread : threads)
            sched_setaffinity(thread.toInt(), sizeof processors, &processors);
    }

    cpu_set_t m_before;
#endif
};

} // namespace

void serving(const Sizes &sizes)
{
    heading(QStringLiteral("The sandbox: a world of %1 courses and %2 memberships")
                .arg(sizes.courses)
                .arg(sizes.memberships));
    const auto scale =
        sandbox::scaleFromText(QStringLiteral("%1x%2").arg(sizes.courses).arg(sizes.memberships / sizes.courses));
    sandbox::Sandbox::Options options;
    options.noLimiter = true;
    options.seed = app::demoSeed;
    const double made = cpu([&] { options.world = sandbox::campus(*scale, app::demoSeed, app::campusTime()); });
    options.world.moodle.front().reports = {{1, QStringLiteral("participants"), {}, false}};
    const QByteArray json = sandbox::worldToJson(options.world);
    const double plain = cpu([&] { (void)QJsonDocument::fromJson(json); });
    const double read = cpu([&] {
        if (auto world = sandbox::worldFromJson(json); !world)
            qFatal("%s", qPrintable(world.error().detail));
    });
    report(QStringLiteral("read and check the world / parse it as JSON"),
           QStringLiteral("%1 / %2, %3").arg(ms(read), ms(plain), mb(double(json.size()))), read / plain);
    std::unique_ptr<sandbox::Sandbox> sandbox;
    const sandbox::World world = options.world;
    const double started = wall([&] {
        auto result = sandbox::Sandbox::start(std::move(options), app::serverFactory());
        if (!result)
            qFatal("%s", qPrintable(result.error().code));
        sandbox = std::move(*result);
    });
    report(QStringLiteral("  start serving it"), QStringLiteral("%1; made in %2").arg(ms(started), ms(made)));

    heading(QStringLiteral("Time of a call to the sandbox / to a server that sends the same bytes"));
    const OneProcessor together;
    const QJsonObject ready = sandbox->ready();
    const quint16 port = quint16(QUrl(ready[u"rocketchat"][u"url"].toString()).port());
    for (const Asked &asked : readingCalls(ready, world)) {
        Line ours(port);
        std::vector<QByteArray> answers; // some, so that the other server's is of middling size
        double once = 0;
        for (std::size_t i = 0; i < 9; ++i)
            once = wall([&] { answers.push_back(ours.ask(asked.message(i * asked.different / 9))); });
        std::sort(answers.begin(), answers.end(), [](auto &a, auto &b) { return a.size() < b.size(); });
        const QByteArray answer = answers[answers.size() / 2];
        if (!answer.startsWith("HTTP/1.1 200") || answer.contains("\"exception\""))
            qFatal("%s: %s", asked.what, answer.left(600).constData());
        const int count = sizes.repeats == 1 ? 3 : int(std::clamp(200 / once, 3.0, 300.0)); // some are of megabytes
        Echo echo(answer);
        Line theirs(echo.port());
        (void)theirs.ask("GET / HTTP/1.1\r\n\r\n"); // both are warm
        std::vector<double> ratios, rates;
        for (int i = 0; i < std::min(sizes.repeats, 5); ++i) { // by turns: what else the machine does hits both
            std::vector<QByteArray> messages;
            for (int k = 0; k < count; ++k)
                messages.push_back(asked.message(std::size_t(i * count + k) % asked.different));
            const auto many = [&messages](Line &line) {
                return wall([&] {
                    for (const QByteArray &each : messages)
                        (void)line.ask(each);
                });
            };
            const double mine = many(ours), bare = many(theirs);
            ratios.push_back(mine / bare);
            rates.push_back(count * 1000.0 / mine);
        }
        report(QString::fromLatin1(asked.what),
               QStringLiteral("%1 requests/s, answer of %2 kB")
                   .arg(median(rates), 0, 'f', 0)
                   .arg(double(answer.size()) / 1000, 0, 'f', 1),
               median(ratios), 2.0);
    }
}

} // namespace liaison::bench
