#include "core/sandbox/sandbox.h"
#include "core/sandbox/worldjson.h"

#include <QElapsedTimer>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <atomic>

using namespace liaison;
using namespace liaison::sandbox;

namespace {

/// Answers what it was asked, and counts what it did.
class Echo : public Server
{
public:
    struct Counts
    {
        std::atomic<int> acted{0}, replaced{0}, made{0};
        std::atomic<QThread *> thread{nullptr};
    };
    Echo(QString site, QString token, Counts &counts)
        : m_site(std::move(site)), m_token(std::move(token)), m_counts(counts)
    {
        ++m_counts.made;
    }
    Reply handle(const Request &request) override
    {
        m_counts.thread = QThread::currentThread();
        ++m_counts.acted;
        Reply reply;
        if (m_revoked)
            reply.status = 401;
        if (request.path == u"/big")
            reply.body = '"' + QByteArray(100'000, 'x') + '"';
        else
            reply.body = QJsonDocument(QJsonObject{{u"path"_qs, request.path},
                                                   {u"site"_qs, m_site},
                                                   {u"token"_qs, m_token},
                                                   {u"now"_qs, request.now.iso()},
                                                   {u"body"_qs, QString::fromUtf8(request.body)}})
                             .toJson(QJsonDocument::Compact);
        return reply;
    }
    RequestFacts facts(const Request &request) const override
    {
        return {m_site, request.path.section(u'/', -1), request.method == "POST", {7}, {u"r1"_qs}};
    }
    Reply emptyOf(const Request &) const override
    {
        Reply reply;
        reply.body = "[]";
        return reply;
    }
    Reply rateLimited(const Request &, int seconds) override
    {
        Reply reply;
        reply.status = 429;
        reply.body = QByteArray::number(seconds);
        return reply;
    }
    void setRevoked(bool revoked) override { m_revoked = revoked; }
    void worldReplaced() override { ++m_counts.replaced; }

private:
    QString m_site, m_token;
    Counts &m_counts;
    bool m_revoked = false;
};

struct Answer
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers;
    QByteArray body;
};

/// A plain socket: what the wire really carries.
class Wire
{
public:
    explicit Wire(const QUrl &url)
    {
        m_socket.connectToHost(url.host(), quint16(url.port()));
        m_socket.waitForConnected();
    }
    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(5000)) {
        }
    }
    Answer get(const QString &path, const QByteArray &headers = {})
    {
        send("GET " + path.toUtf8() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n");
        return read();
    }
    Answer post(const QString &path, const QByteArray &body, const QByteArray &headers = {})
    {
        send("POST " + path.toUtf8() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " +
             QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
        return read();
    }
    Answer read()
    {
        Answer a;
        while (!m_buffer.contains("\r\n\r\n") && more()) {
        }
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return a;
        QList<QByteArray> lines = m_buffer.mid(0, end).split('\n');
        a.status = lines.takeFirst().split(' ').value(1).toInt();
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            a.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
        }
        m_buffer.remove(0, end + 4);
        const qsizetype length = a.headers.value("content-length").toLongLong();
        while (m_buffer.size() < length && more()) {
        }
        a.body = m_buffer.mid(0, length);
        m_buffer.remove(0, length);
        return a;
    }
    bool waitClosed()
    {
        return m_socket.state() == QAbstractSocket::UnconnectedState || m_socket.waitForDisconnected(5000);
    }
    bool hasMore(int ms) { return !m_buffer.isEmpty() || m_socket.waitForReadyRead(ms); }
    QTcpSocket &socket() { return m_socket; }

private:
    bool more()
    {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(5000))
            return false;
        m_buffer += m_socket.readAll();
        return true;
    }
    QTcpSocket m_socket;
    QByteArray m_buffer;
};

} // namespace

class FrontServer : public QObject
{
    Q_OBJECT

    Echo::Counts m_counts;
    std::unique_ptr<Sandbox> m_sandbox;

    ServerFactory factory()
    {
        return {[this](World &w, std::size_t i, const QString &token, const QString &) {
                    return std::make_unique<Echo>(w.moodle[i].id, token, m_counts);
                },
                [this](World &, quint64, const QString &, const QString &token) {
                    return std::make_unique<Echo>(QString(), token, m_counts);
                },
                [] {
                    return QStringList{u"core_a"_qs, u"core_b"_qs};
                },
                [](const Server &) {
                    return Noise{3, 1};
                }};
    }
    static World twoSites()
    {
        World w;
        w.now = Instant::fromIso(QStringLiteral("2026-11-20T08:00:00Z"));
        w.moodle.resize(2);
        w.moodle[1].id = QStringLiteral("annexe");
        w.chat.rooms.push_back({});
        w.chat.rooms[0].id = QStringLiteral("r1");
        w.chat.rooms[0].name = QStringLiteral("{moodleid:annexe}_ALG_70");
        return w;
    }
    void begin(Sandbox::Options options = {})
    {
        if (options.world.moodle.empty())
            options.world = twoSites();
        m_counts.acted = 0;
        m_counts.replaced = 0;
        m_counts.made = 0;
        auto started = Sandbox::start(std::move(options), factory());
        QVERIFY(started.has_value());
        m_sandbox = std::move(*started);
    }
    void faults(const char *json) { m_sandbox->addFaults(faultsFromJson(json).value()); }
    QUrl url(const char *key) const { return QUrl(m_sandbox->ready()[QLatin1String(key)][u"url"].toString()); }
    QUrl control() const { return QUrl(m_sandbox->ready()[u"control"].toString()); }
    QString at(const char *rest) const { return control().path() + QLatin1String(rest); }

private Q_SLOTS:
    void cleanup() { m_sandbox.reset(); }

    void readyLine()
    {
        begin({0, twoSites(), 5, 0, {}, {}, false, {}});
        const QJsonObject ready = m_sandbox->ready();
        QCOMPARE(ready.keys(), (QStringList{u"control"_qs, u"moodle"_qs, u"moodles"_qs, u"rocketchat"_qs}));
        QCOMPARE(ready[u"moodle"].toObject().keys(), (QStringList{u"token"_qs, u"url"_qs}));
        QCOMPARE(ready[u"moodles"].toArray().size(), 2);
        QCOMPARE(ready[u"moodles"][0][u"url"], ready[u"moodle"][u"url"]);
        QCOMPARE(ready[u"moodles"][1][u"id"].toString(), QStringLiteral("annexe"));
        QVERIFY(ready[u"moodles"][1][u"url"].toString().endsWith(u"/moodle-annexe"));
        QVERIFY(ready[u"moodles"][1][u"token"] != ready[u"moodle"][u"token"]);
        QVERIFY(!ready[u"rocketchat"][u"userId"].toString().isEmpty());
        QVERIFY(ready[u"rocketchat"][u"url"].toString().endsWith(u"/chat"));
        QCOMPARE(url("moodle").host(), QStringLiteral("127.0.0.1"));

        // The account of the token is made where the world has none.
        const World world = m_sandbox->world();
        QCOMPARE(world.chat.users.at(0).username, QStringLiteral("liaison.api"));
        QCOMPARE(world.chat.users.at(0).roles, (QStringList{u"bot"_qs, u"user"_qs}));

        const QString token = ready[u"moodle"][u"token"].toString(), secret = ready[u"control"].toString();
        begin({0, twoSites(), 5, 0, {}, {}, false, {}});
        QCOMPARE(m_sandbox->ready()[u"moodle"][u"token"].toString(), token);
        QVERIFY(m_sandbox->ready()[u"control"].toString().section(u'/', -1) != secret.section(u'/', -1));
        begin();
        QVERIFY(m_sandbox->ready()[u"moodle"][u"token"].toString() != token);
    }

    void routes()
    {
        begin();
        Wire wire(url("moodle"));
        QVERIFY(wire.get(u"/moodle/webservice/rest/server.php"_qs).body.contains(R"("site":"main")"));
        QVERIFY(wire.get(u"/moodle-annexe/x"_qs).body.contains(R"("site":"annexe")"));
        QVERIFY(wire.get(u"/chat/api/v1/me"_qs).body.contains(R"("path":"/api/v1/me")"));
        QVERIFY(wire.get(u"/chat"_qs).body.contains(R"("path":"")"));
        for (const QString &path : {u"/"_qs, u"/moodlex"_qs, u"/moodle-none/x"_qs, u"/control"_qs, u"/chatter"_qs}) {
            const Answer a = wire.get(path);
            QCOMPARE(a.status, 404);
            QCOMPARE(a.headers.value("content-type"), QByteArray("text/html; charset=utf-8"));
        }
        QCOMPARE(wire.get(u"/moodle/x"_qs).headers.value("date"), QByteArray("Fri, 20 Nov 2026 08:00:00 GMT"));
        QVERIFY(m_counts.thread != QThread::currentThread());
    }

    void roomNamesFollowTheUrl()
    {
        begin();
        const QString wwwroot = m_sandbox->ready()[u"moodles"][1][u"url"].toString();
        QCOMPARE(m_sandbox->world().chat.rooms[0].name, QString(moodleId(wwwroot) + u"_ALG_70"));
        QCOMPARE(m_sandbox->portableWorld().chat.rooms[0].name, QStringLiteral("{moodleid:annexe}_ALG_70"));
    }

    void keepAliveChunkedContinueAndPipelining()
    {
        begin();
        Wire wire(url("moodle"));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(wire.post(u"/moodle/x"_qs, "abc").status, 200);
        wire.send(
            "POST /moodle/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nche\r\n1\r\nz\r\n0\r\n\r\n");
        QVERIFY(wire.read().body.contains(R"("body":"chez")"));
        wire.send("POST /moodle/x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
        QCOMPARE(wire.read().status, 100);
        wire.send("ok");
        QVERIFY(wire.read().body.contains(R"("body":"ok")"));
        wire.send("GET /moodle/1 HTTP/1.1\r\nHost: a\r\n\r\nGET /moodle/2 HTTP/1.1\r\nHost: a\r\n\r\n");
        QVERIFY(wire.read().body.contains("/1"));
        QVERIFY(wire.read().body.contains("/2"));
        const Answer last = wire.get(u"/moodle/x"_qs, "Connection: close\r\n");
        QCOMPARE(last.headers.value("connection"), QByteArray("close"));
        QVERIFY(wire.waitClosed());
    }

    void badRequestsAreAnsweredAndClosed()
    {
        begin();
        Wire wire(url("moodle"));
        wire.send("POST /moodle/x HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999\r\n\r\n");
        QCOMPARE(wire.read().status, 413);
        QVERIFY(wire.waitClosed());
    }

    void qtClientReadsGzip()
    {
        begin();
        Wire wire(url("moodle"));
        const Answer packed = wire.get(u"/moodle/big"_qs, "Accept-Encoding: gzip\r\n");
        QCOMPARE(packed.headers.value("content-encoding"), QByteArray("gzip"));
        QVERIFY(packed.body.size() < 2000);
        QCOMPARE(wire.get(u"/moodle/big"_qs).body.size(), 100'002);

        QNetworkAccessManager manager;
        QUrl big = url("moodle");
        big.setPath(u"/moodle/big"_qs);
        std::unique_ptr<QNetworkReply> reply(manager.get(QNetworkRequest(big)));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QVERIFY(finished.wait());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(reply->readAll(), '"' + QByteArray(100'000, 'x') + '"');
    }

    void manyConnections()
    {
        begin();
        std::vector<std::unique_ptr<Wire>> wires;
        for (int i = 0; i < 200; ++i)
            wires.push_back(std::make_unique<Wire>(url("moodle")));
        for (auto &w : wires)
            w->send("GET /moodle/x HTTP/1.1\r\nHost: a\r\n\r\n");
        for (auto &w : wires)
            QCOMPARE(w->read().status, 200);
    }

    /// When the first answer arrives all forty requests have long acted: one after the other it would be one.
    void latencyDelaysEachAnswerAlone()
    {
        Sandbox::Options options;
        options.latencyMs = 600;
        begin(std::move(options));
        std::vector<std::unique_ptr<Wire>> wires;
        for (int i = 0; i < 40; ++i)
            wires.push_back(std::make_unique<Wire>(url("moodle")));
        QElapsedTimer timer;
        timer.start();
        for (auto &w : wires)
            w->send("GET /moodle/x HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(wires[0]->read().status, 200);
        QVERIFY(timer.elapsed() >= 599); // never early
        QCOMPARE(m_counts.acted.load(), 40);
        for (std::size_t i = 1; i < wires.size(); ++i)
            QCOMPARE(wires[i]->read().status, 200);
    }

    void faultAnswers_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("part");
        QTest::addColumn<int>("acted");
        QTest::newRow("status") << QByteArray(R"({"do":"status","status":503,"seconds":7})") << 503 << QByteArray("503")
                                << 0;
        QTest::newRow("html") << QByteArray(R"({"do":"html"})") << 200 << QByteArray("<html>") << 0;
        QTest::newRow("empty") << QByteArray(R"({"do":"empty"})") << 200 << QByteArray("[]") << 0;
        QTest::newRow("ratelimit") << QByteArray(R"({"do":"ratelimit","seconds":3})") << 429 << QByteArray("3") << 0;
        QTest::newRow("delay") << QByteArray(R"({"do":"delay","ms":30})") << 200 << QByteArray("path") << 1;
        QTest::newRow("revoke") << QByteArray(R"({"do":"revoke"})") << 401 << QByteArray("path") << 1;
        QTest::newRow("other room") << QByteArray(R"({"do":"html","room":"r2"})") << 200 << QByteArray("path") << 1;
        QTest::newRow("concerned") << QByteArray(R"({"do":"empty","room":"r1","course":7})") << 200 << QByteArray("[]")
                                   << 0;
    }
    void faultAnswers()
    {
        QFETCH(QByteArray, fault);
        QFETCH(QByteArray, part);
        begin();
        m_sandbox->addFaults(faultsFromJson(fault).value());
        Wire wire(url("moodle"));
        const Answer a = wire.post(u"/moodle/x"_qs, "b");
        QTEST(a.status, "status");
        QVERIFY2(a.body.contains(part), a.body.constData());
        QTEST(m_counts.acted.load(), "acted");
        QCOMPARE(m_sandbox->requests().at(0).status, a.status);
        if (fault.contains("seconds\":7"))
            QCOMPARE(a.headers.value("retry-after"), QByteArray("7"));
    }

    void truncateCutsTheBody()
    {
        begin();
        faults(R"({"do":"truncate","times":1})");
        Wire wire(url("moodle"));
        const Answer a = wire.get(u"/moodle/big"_qs);
        QCOMPARE(a.headers.value("content-length"), QByteArray("100002"));
        QCOMPARE(a.body.size(), 50'001);
        QVERIFY(wire.waitClosed());
        QCOMPARE(m_counts.acted.load(), 1);
    }

    void resetBeforeAndAfterActing()
    {
        begin();
        faults(R"([{"do":"reset","times":1},{"do":"reset-after","after":1,"times":1}])");
        for (const int acted : {0, 1}) {
            Wire wire(url("moodle"));
            QCOMPARE(wire.post(u"/moodle/x"_qs, "b").status, 0);
            QVERIFY(wire.waitClosed());
            QCOMPARE(m_counts.acted.load(), acted);
        }
        QCOMPARE(m_sandbox->requests().at(1).status, 0);
        QCOMPARE(Wire(url("moodle")).get(u"/moodle/x"_qs).status, 200);
    }

    void hangEndsWithDelete()
    {
        begin();
        faults(R"({"do":"hang","times":1})");
        Wire hanging(url("moodle"));
        hanging.send("GET /moodle/x HTTP/1.1\r\nHost: a\r\n\r\n");
        QTRY_COMPARE(m_sandbox->requests().size(), 1U);
        QCOMPARE(Wire(url("moodle")).get(u"/moodle/y"_qs).status, 200); // nobody else waits
        QVERIFY(!hanging.hasMore(50));
        QCOMPARE(m_counts.acted.load(), 1);
        Wire wire(control());
        wire.send("DELETE " + at("/faults").toUtf8() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QCOMPARE(wire.read().status, 200);
        QCOMPARE(hanging.read().status, 200);
        QCOMPARE(m_counts.acted.load(), 2);
        QCOMPARE(m_sandbox->requests().at(0).status, 200);
    }

    /// A client that gave up is not acted for: the write it sent never happened.
    void hangingClientWentAway()
    {
        begin();
        faults(R"({"do":"hang","times":1})");
        {
            Wire hanging(url("moodle"));
            hanging.send("POST /moodle/x HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
            QTRY_COMPARE(m_sandbox->requests().size(), 1U);
        }
        QCOMPARE(Wire(url("moodle")).get(u"/moodle/y"_qs).status, 200);
        m_sandbox->clearFaults();
        QCOMPARE(m_counts.acted.load(), 1);
    }

    void revokeEndsWithDelete()
    {
        begin();
        faults(R"({"do":"revoke","server":"moodle","site":"main","times":1})");
        Wire wire(url("moodle"));
        QCOMPARE(wire.get(u"/moodle/x"_qs).status, 401);
        QCOMPARE(wire.get(u"/moodle/x"_qs).status, 401);
        QCOMPARE(wire.get(u"/moodle-annexe/x"_qs).status, 200);
        m_sandbox->clearFaults();
        QCOMPARE(wire.get(u"/moodle/x"_qs).status, 200);
    }

    // R2: the list never holds a query, a header or a body.
    void requestLog()
    {
        begin();
        Wire wire(url("moodle"));
        wire.post(u"/moodle/webservice/rest/server.php?wstoken=secret"_qs, "wstoken=secret");
        wire.get(u"/chat/api/v1/me"_qs);
        const QByteArray body = wire.get(at("/requests")).body;
        QVERIFY(!body.contains("secret"));
        const QJsonArray list = QJsonDocument::fromJson(body)[u"requests"].toArray();
        QCOMPARE(list.size(), 2);
        const QJsonObject first = list[0].toObject();
        QCOMPARE(first.keys(), (QStringList{u"at"_qs, u"function"_qs, u"method"_qs, u"n"_qs, u"path"_qs, u"server"_qs,
                                            u"site"_qs, u"status"_qs, u"write"_qs}));
        QCOMPARE(first[u"n"].toInt(), 1);
        QCOMPARE(first[u"server"].toString(), QStringLiteral("moodle"));
        QCOMPARE(first[u"site"].toString(), QStringLiteral("main"));
        QCOMPARE(first[u"path"].toString(), QStringLiteral("/webservice/rest/server.php"));
        QCOMPARE(first[u"function"].toString(), QStringLiteral("server.php"));
        QCOMPARE(first[u"write"].toBool(), true);
        QVERIFY(first[u"at"].toString().startsWith(u"2026-11-20T08:00:0"));
        QCOMPARE(list[1][u"server"].toString(), QStringLiteral("rocketchat"));
        QVERIFY(list[1][u"site"].isNull());
        wire.send("DELETE " + at("/requests").toUtf8() + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        QCOMPARE(wire.read().status, 200);
        QVERIFY(m_sandbox->requests().empty());
    }

    void controlIsGuarded_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const char *request, int status) {
            QTest::newRow(name) << QByteArray(request) << status;
        };
        row("fine", "GET @/requests HTTP/1.1\r\nHost: localhost:80\r\n\r\n", 200);
        row("origin", "GET @/requests HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: https://evil.example\r\n\r\n", 403);
        row("null origin", "DELETE @/faults HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: null\r\n\r\n", 403);
        row("preflight", "OPTIONS @/world HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: https://evil.example\r\n\r\n", 403);
        row("rebinding", "GET @/requests HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403);
        row("text",
            "POST @/faults HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n[]",
            415);
        row("not json",
            "POST @/faults HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: "
            "2\r\n\r\nxx",
            400);
        row("form",
            "POST @/faults HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
            "application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\na=b",
            400);
        row("json",
            "POST @/faults HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json; "
            "charset=utf-8\r\nContent-Length: 2\r\n\r\n[]",
            200);
        row("no length", "POST @/world HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 400);
        row("method", "PUT @/faults HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n", 405);
        row("unknown", "GET @/secrets HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 404);
        row("wrong segment", "GET /control-1234/requests HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 404);
    }
    void controlIsGuarded()
    {
        QFETCH(QByteArray, request);
        begin();
        Wire wire(control());
        wire.send(QByteArray(request).replace('@', control().path().toUtf8()));
        QTEST(wire.read().status, "status");
        QVERIFY(m_sandbox->requests().empty());
    }

    void controlWorld()
    {
        begin();
        Wire wire(control());
        const QByteArray got = wire.get(at("/world")).body;
        QVERIFY(worldFromJson(got).has_value());
        const QJsonObject ready = m_sandbox->ready();
        faults(R"({"do":"html"})");
        Wire(url("moodle")).get(u"/moodle/x"_qs);

        const Answer bad = wire.post(at("/world"), R"({"format":"liaison-world","version":1,"foo":1})");
        QCOMPARE(bad.status, 400);
        QCOMPARE(QJsonDocument::fromJson(bad.body)[u"error"][u"detail"].toString(), QStringLiteral("foo: unknown key"));
        QCOMPARE(m_sandbox->requests().size(), 1U); // refused: nothing happened

        const int made = m_counts.made;
        const Answer good = wire.post(at("/world"), got);
        QCOMPARE(good.status, 200);
        QCOMPARE(QJsonDocument::fromJson(good.body).object(), ready); // tokens and URLs stay
        QCOMPARE(m_counts.replaced.load(), 3);
        QCOMPARE(m_counts.made.load(), made);
        QVERIFY(m_sandbox->requests().empty());
        QVERIFY(Wire(url("moodle")).get(u"/moodle/x"_qs).body.contains("path")); // the fault is gone

        // Other sites: their machines are made anew, the first one keeps its URL and token.
        const Answer other =
            wire.post(at("/world"), R"({"format":"liaison-world","version":1,"now":"2030-01-01T00:00:00Z",
            "moodle":[{"id":"x"}],"rocketchat":{"users":[{"id":"me","username":"me"}],"apiUser":"me"}})");
        QCOMPARE(other.status, 200);
        const QJsonObject now = QJsonDocument::fromJson(other.body).object();
        QCOMPARE(now[u"moodle"], ready[u"moodle"]);
        QCOMPARE(now[u"rocketchat"][u"token"], ready[u"rocketchat"][u"token"]);
        QCOMPARE(now[u"rocketchat"][u"userId"].toString(), QStringLiteral("me"));
        QCOMPARE(now[u"moodles"].toArray().size(), 1);
        QVERIFY(m_sandbox->world().now.iso().startsWith(u"2030-01-01T00:00:0"));
        QVERIFY(Wire(url("moodle")).get(u"/moodle/x"_qs).body.contains(R"("site":"x")"));
    }

    void controlClockFaultsAndNoise()
    {
        begin();
        Wire wire(control());
        QVERIFY(wire.post(at("/clock"), R"({"now":"2027-01-01T00:00:00Z"})").body.contains("2027-01-01T00:00:0"));
        QVERIFY(wire.post(at("/clock"), R"({"advance":86400})").body.contains("2027-01-02T00:00:0"));
        QVERIFY(Wire(url("moodle")).get(u"/moodle/x"_qs).headers.value("date").startsWith("Sat, 02 Jan 2027"));
        for (const char *bad : {"{}", "[]", "x", R"({"now":3})", R"({"advance":"1"})",
                                R"({"now":"2027-01-01T00:00:00Z","advance":1})", R"({"later":1})"})
            QCOMPARE(wire.post(at("/clock"), bad).status, 400);
        QCOMPARE(wire.post(at("/faults"), R"([{"do":"html","times":1},{"do":"empty"}])").body,
                 QByteArray(R"({"added":2})"));
        QCOMPARE(wire.post(at("/faults"), R"([{"do":"html","foo":1}])").status, 400);
        QVERIFY(Wire(url("moodle")).get(u"/moodle/x"_qs).body.contains("html"));
        QCOMPARE(Wire(url("moodle")).get(u"/moodle/x"_qs).body, QByteArray("[]"));
        QCOMPARE(wire.get(at("/noise")).body, QByteArray(R"({"messages":3,"notifications":1})"));
    }

    void flagsWinOverTheWorld()
    {
        Sandbox::Options options;
        options.world = twoSites();
        options.world.moodle[1].functions = QStringList{u"core_b"_qs, u"core_c"_qs};
        options.chatVersion = QStringLiteral("9.0");
        options.noCompanion = true;
        options.without = {u"core_b"_qs};
        options.faults = {R"({"do":"html","times":1})"};
        begin(std::move(options));
        const World world = m_sandbox->world();
        QCOMPARE(world.chat.version, QStringLiteral("9.0"));
        QVERIFY(!world.moodle[0].companion && !world.moodle[1].companion);
        QCOMPARE(*world.moodle[0].functions, QStringList{u"core_a"_qs});
        QCOMPARE(*world.moodle[1].functions, QStringList{u"core_c"_qs});
        QVERIFY(Wire(url("moodle")).get(u"/moodle/x"_qs).body.contains("html"));
    }

    void startRefusals()
    {
        begin();
        Sandbox::Options taken;
        taken.port = quint16(url("moodle").port());
        const auto second = Sandbox::start(std::move(taken), factory());
        QVERIFY(!second);
        QCOMPARE(second.error().code, QStringLiteral("port-taken"));
        Sandbox::Options typo;
        typo.without = {u"core_z"_qs};
        QCOMPARE(Sandbox::start(std::move(typo), factory()).error().code, QStringLiteral("unknown-function"));
        Sandbox::Options fault;
        fault.faults = {R"({"do":"x"})"};
        QCOMPARE(Sandbox::start(std::move(fault), factory()).error().code, QStringLiteral("bad-fault"));
    }

    void logOfManyRequests()
    {
        RequestLog log;
        for (int i = 0; i < 100'000; ++i) {
            const auto ticket = log.add({0,
                                         {1'000'000},
                                         u"rocketchat"_qs,
                                         {},
                                         u"GET"_qs,
                                         u"/api/v1/groups.members"_qs,
                                         u"groups.members"_qs,
                                         0,
                                         false});
            log.setStatus(ticket, 200);
        }
        const auto old = log.add({});
        QCOMPARE(QJsonDocument::fromJson(log.toJson())[u"requests"].toArray().size(), 100'001);
        log.clear();
        log.setStatus(old, 500); // of before: nothing to write to
        QVERIFY(log.requests().empty());
    }
};

QTEST_GUILESS_MAIN(FrontServer)
#include "tst_front_server.moc"
