// Is the sandbox fast enough never to be what a test or a demo waits for? Each call is made over kept connections, to
// the sandbox and to a server that does nothing but send the same bytes back.
#include "app/demo.h"
#include "core/sandbox/campus.h"
#include "core/sandbox/worldjson.h"
#include "tests/bench/parts.h"

#include <QDir>
#include <QHostAddress>
#include <QJsonArray>
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

/// One call over and over, or each time for another room, course or person: then nothing can be given a second time.
struct Asked
{
    const char *what;
    std::vector<QByteArray> messages;
};

QByteArray message(const QByteArray &method, const QUrl &url, const QByteArray &headers, const QByteArray &body)
{
    const QByteArray target = url.path(QUrl::FullyEncoded).toLatin1() +
                              (url.hasQuery() ? '?' + url.query(QUrl::FullyEncoded).toLatin1() : QByteArray());
    return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(url.port()) + "\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

std::vector<Asked> mainCalls(const QJsonObject &ready, const sandbox::World &world)
{
    const QString moodle = ready[u"moodle"][u"url"].toString(), chat = ready[u"rocketchat"][u"url"].toString();
    const QByteArray token = ready[u"moodle"][u"token"].toString().toUtf8();
    const QByteArray signedIn = "X-User-Id: " + ready[u"rocketchat"][u"userId"].toString().toUtf8() +
                                "\r\nX-Auth-Token: " + ready[u"rocketchat"][u"token"].toString().toUtf8() + "\r\n";
    const auto form = [&](const QByteArray &function, const QByteArray &more) {
        return message("POST", QUrl(moodle + u"/webservice/rest/server.php"),
                       "Content-Type: application/x-www-form-urlencoded\r\n",
                       "wstoken=" + token + "&moodlewsrestformat=json&wsfunction=" + function + more);
    };
    const auto get = [&](const QString &call) {
        return message("GET", QUrl(QString(chat + u"/api/v1/" + call)), signedIn, {});
    };
    const sandbox::Course &course = world.moodle.front().courses[world.moodle.front().courses.size() / 2];
    const sandbox::Room &room = world.chat.rooms[world.chat.rooms.size() / 2];
    const QByteArray id = QByteArray::number(course.id);
    const auto ten = [&](std::size_t first) {
        const auto &courses = world.moodle.front().courses;
        QByteArray text;
        for (std::size_t i = 0; i < 10; ++i)
            text += "&courseids[" + QByteArray::number(qint64(i)) +
                    "]=" + QByteArray::number(courses[(first + i) % courses.size()].id);
        return text;
    };
    const auto each = [](const auto &list, const auto &make) {
        std::vector<QByteArray> messages;
        for (std::size_t i = 0; i < list.size() && i < 2000; ++i)
            messages.push_back(make(list[i], i));
        return messages;
    };
    const auto membersOf = [&](const char *call) {
        return [&get, call](const sandbox::Room &r, std::size_t) {
            return get(QString(QLatin1String(call) + QLatin1String("?count=100&offset=0&roomId=") + r.id));
        };
    };
    // Pages begin elsewhere each time the list is through: none is asked for twice.
    const auto pageAt = [&get](const QString &call, const auto &list) {
        return [&get, call, size = list.size()](const auto &, std::size_t i) {
            return get(call + QStringLiteral("count=100&offset=%1").arg((100 * i + 100 * i / size) % size));
        };
    };
    const auto accountOf = [&](const sandbox::ChatUser &u, std::size_t) {
        return get(QString(QLatin1String("users.info?userId=") + u.id));
    };
    const auto enrolledIn = [&](const sandbox::Course &c, std::size_t) {
        return form("core_enrol_get_enrolled_users", "&courseid=" + QByteArray::number(c.id));
    };
    const QByteArray invite =
        QJsonDocument(QJsonObject{{QStringLiteral("roomId"), room.id},
                                  {QStringLiteral("userIds"), QJsonArray{room.members.back().user}}})
            .toJson(QJsonDocument::Compact);
    const auto &courses = world.moodle.front().courses;
    return {{"core_webservice_get_site_info", {form("core_webservice_get_site_info", {})}},
            {"core_enrol_get_enrolled_users", {enrolledIn(course, 0)}},
            {"  each time another course", each(courses, enrolledIn)},
            {"local_liaison_get_links, a page of 1000", {form("local_liaison_get_links", {})}},
            {"local_liaison_get_memberships, ten courses", {form("local_liaison_get_memberships", ten(0))}},
            {"  each time ten others",
             each(courses,
                  [&](const auto &, std::size_t i) { return form("local_liaison_get_memberships", ten(10 * i)); })},
            {"local_liaison_get_people, a page of 1000", {form("local_liaison_get_people", {})}},
            {"rooms.adminRooms, a page of 100", {get(QStringLiteral("rooms.adminRooms?types[]=p&count=100&offset=0"))}},
            {"  each time another page",
             each(courses, pageAt(QStringLiteral("rooms.adminRooms?types[]=p&"), world.chat.rooms))},
            {"groups.listAll, a page of 100", {get(QStringLiteral("groups.listAll?count=100&offset=0"))}},
            {"  each time another page", each(courses, pageAt(QStringLiteral("groups.listAll?"), world.chat.rooms))},
            {"groups.list, a page of 100", {get(QStringLiteral("groups.list?count=100&offset=0"))}},
            {"groups.members", {membersOf("groups.members")(room, 0)}},
            {"  each time another room", each(world.chat.rooms, membersOf("groups.members"))},
            {"rooms.membersOrderedByRole", {membersOf("rooms.membersOrderedByRole")(room, 0)}},
            {"  each time another room", each(world.chat.rooms, membersOf("rooms.membersOrderedByRole"))},
            {"users.info", {get(QString(QLatin1String("users.info?userId=") + room.members.back().user))}},
            {"  each time another account", each(world.chat.users, accountOf)},
            {"users.list, a page of 100", {get(QStringLiteral("users.list?count=100&offset=0"))}},
            {"  each time another page", each(courses, pageAt(QStringLiteral("users.list?"), world.chat.users))},
            {"groups.invite of a member",
             {message("POST", QUrl(QString(chat + u"/api/v1/groups.invite")),
                      signedIn + "Content-Type: application/json\r\n", invite)}}};
}

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
    const int count = sizes.repeats == 1 ? 3 : 300;
    for (const Asked &asked : mainCalls(ready, world)) {
        Line ours(port);
        std::size_t next = 0;
        const auto ask = [&](Line &line) { return line.ask(asked.messages[next++ % asked.messages.size()]); };
        const QByteArray answer = ask(ours);
        if (!answer.startsWith("HTTP/1.1 200") || answer.contains("\"exception\""))
            qFatal("%s: %s", asked.what, answer.left(600).constData());
        Echo echo(answer);
        Line theirs(echo.port());
        const auto many = [&](Line &line) {
            return wall([&] {
                for (int i = 0; i < count; ++i)
                    (void)ask(line);
            });
        };
        (void)ask(theirs); // both are warm
        std::vector<double> ratios, rates;
        for (int i = 0; i < std::min(sizes.repeats, 5); ++i) { // by turns: what else the machine does hits both
            const std::size_t from = next;
            const double mine = many(ours);
            next = from; // the other server is asked the same
            const double bare = many(theirs);
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
