#include "tests/sandbox/tst_sandboxchat_campus.h"

#include <QTest>

using namespace campus;

// R283: 429 with the seconds in its text, and headers in epoch milliseconds: contract section 7.

namespace {

/// An account without api-bypass-rate-limit.
World limited(int calls = 10)
{
    World w = world();
    w.chat.users[0].roles = {s("user")};
    if (calls != 10)
        w.chat.settings[s("API_Enable_Rate_Limiter_Limit_Calls_Default")] = calls;
    return w;
}

} // namespace

class tst_SandboxChatLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tenCallsAMinute();
    void countsByAddressRouteAndMethod();
    void botsAreExempt();
    void switchedOffAndOwnLimits();
    void theFrontMaySayItToo();
};

void tst_SandboxChatLimiter::tenCallsAMinute()
{
    Client c(limited());
    const Instant start = c.now;
    const QByteArray reset = QByteArray::number(static_cast<qlonglong>(start.ms + 60'000));
    for (int i = 1; i <= 10; ++i) {
        const Reply r = c.send("GET", s("me"));
        QCOMPARE(r.status, 200);
        QCOMPARE(headerOf(r, "X-RateLimit-Limit"), QByteArray("10"));
        QCOMPARE(headerOf(r, "X-RateLimit-Remaining"), QByteArray::number(10 - i));
        QCOMPARE(headerOf(r, "X-RateLimit-Reset"), reset);
        c.now.ms += 1500;
    }
    // 15 s after the first: 45 s to wait.
    const Reply r = c.send("GET", s("me"));
    QCOMPARE(r.status, 429);
    QCOMPARE(
        r.body,
        QByteArray(
            R"({"error":"Error, too many requests. Please slow down. You must wait 45 seconds before trying this endpoint again. [error-too-many-requests]","success":false})"));
    QCOMPARE(headerOf(r, "X-RateLimit-Limit"), QByteArray("10"));
    QCOMPARE(headerOf(r, "X-RateLimit-Remaining"), QByteArray("0"));
    QCOMPARE(headerOf(r, "X-RateLimit-Reset"), reset);
    QVERIFY(headerOf(r, "Retry-After").isEmpty());
    // Nothing is done by a call that was held back.
    for (int i = 0; i < 10; ++i)
        c.send("POST", s("groups.archive"), inBio());
    const int posted = c.chat.messagesPosted();
    QCOMPARE(c.send("POST", s("groups.archive"), inBio()).status, 429);
    QCOMPARE(c.chat.messagesPosted(), posted);
    c.now = {start.ms + 59'999};
    QCOMPARE(c.send("GET", s("me")).status, 429);
    c.now = {start.ms + 60'000};
    QCOMPARE(c.send("GET", s("me")).status, 200);
}

void tst_SandboxChatLimiter::countsByAddressRouteAndMethod()
{
    Client c(limited(1));
    QCOMPARE(c.send("GET", s("me")).status, 200);
    QCOMPARE(c.send("GET", s("me")).status, 429);
    QCOMPARE(c.send("GET", s("groups.list")).status, 200); // another route
    QCOMPARE(c.send("GET", s("settings/Site_Url")).status, 403);
    QCOMPARE(c.send("GET", s("settings/Site_Name")).status, 429); // one route, whatever the id
    c.token.clear();
    QCOMPARE(c.send("GET", s("me")).status, 401);        // said before anything is counted
    QCOMPARE(c.send("GET", s("/api/info")).status, 200); // not below v1: never counted
    QCOMPARE(c.send("GET", s("/api/info")).status, 200);
    Client other(limited(1));
    QCOMPARE(other.send("GET", s("me")).status, 200);
    other.become(s("ada")); // another person behind the same address
    QCOMPARE(other.send("GET", s("me")).status, 429);
    other.address = s("10.0.0.9");
    QCOMPARE(other.send("GET", s("me")).status, 200);
}

void tst_SandboxChatLimiter::botsAreExempt()
{
    Client c;
    for (int i = 0; i < 50; ++i) {
        const Reply r = c.send("GET", s("me"));
        QCOMPARE(r.status, 200);
        QVERIFY(headerOf(r, "X-RateLimit-Limit").isEmpty());
    }
    World w = world();
    w.chat.grants.emplace();
    w.chat.grants->emplace(s("api-bypass-rate-limit"), QStringList());
    Client bot(w);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(bot.send("GET", s("me")).status, 200);
    QCOMPARE(bot.send("GET", s("me")).status, 429);
}

void tst_SandboxChatLimiter::switchedOffAndOwnLimits()
{
    World w = limited();
    w.chat.settings[s("API_Enable_Rate_Limiter")] = false;
    Client off(w);
    for (int i = 0; i < 30; ++i)
        QCOMPARE(off.send("GET", s("me")).status, 200);
    World own = limited(3);
    own.chat.settings[s("API_Enable_Rate_Limiter_Limit_Time_Default")] = 1000;
    Client c(own);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(c.send("GET", s("me")).status, 200);
    QCOMPARE(c.send("GET", s("me")).status, 429);
    c.now.ms += 1000;
    QCOMPARE(c.send("GET", s("me")).status, 200);
    c.chat.worldReplaced(); // forgets the counts
    QCOMPARE(headerOf(c.send("GET", s("me")), "X-RateLimit-Remaining"), QByteArray("2"));
}

void tst_SandboxChatLimiter::theFrontMaySayItToo()
{
    Client c;
    const Reply r = c.chat.rateLimited(c.request("GET", s("groups.members"), inBio()), 42);
    QCOMPARE(r.status, 429);
    QVERIFY(r.body.contains("You must wait 42 seconds before trying this endpoint again. [error-too-many-requests]"));
    QCOMPARE(headerOf(r, "X-RateLimit-Remaining"), QByteArray("0"));
    QCOMPARE(headerOf(r, "X-RateLimit-Reset"), QByteArray::number(static_cast<qlonglong>(c.now.ms + 42'000)));
}

QTEST_APPLESS_MAIN(tst_SandboxChatLimiter)
#include "tst_sandboxchat_limiter.moc"
