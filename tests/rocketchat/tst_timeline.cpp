#include "tests/rocketchat/clienttest.h"

#include <QTest>

using namespace liaison;
using namespace liaison::test;

namespace {

QJsonObject message(int n, const QString &type, const QString &text, const QString &by)
{
    QJsonObject o{{QStringLiteral("_id"), QStringLiteral("m%1").arg(n)},
                  {QStringLiteral("rid"), roomId},
                  {QStringLiteral("msg"), text},
                  {QStringLiteral("ts"), QStringLiteral("2026-10-%1T08:00:00.000Z").arg(30 - n, 2, 10, QChar(u'0'))},
                  {QStringLiteral("u"),
                   QJsonObject{{QStringLiteral("_id"), QString(u"id-" + by)}, {QStringLiteral("username"), by}}}};
    if (!type.isEmpty())
        o.insert(QStringLiteral("t"), type);
    return o;
}

QString told(const Timeline &timeline)
{
    QStringList out;
    for (const TimelineEvent &e : timeline.events)
        out << QStringLiteral("%1 %2 %3 by %4/%5")
                   .arg(e.at.iso().left(10))
                   .arg(static_cast<int>(e.type))
                   .arg(e.login, e.by, e.byLogin);
    return out.join(QStringLiteral(" | ")) + (timeline.whole ? QStringLiteral(" whole") : QStringLiteral(" part"));
}

} // namespace

/// Who came and went, and nothing that anybody wrote (design rule 6). R8 R63
class TestTimeline : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void membershipsOnly();
    void nothingThatPeopleWrote();
    void newestFirstAndNoMoreThanAsked();
    void wholeOrNothing();
    void loginsAsTheyWereThen();
    void oldest();
    void closedRooms();
};

void TestTimeline::membershipsOnly()
{
    m_server.on(
        QStringLiteral("groups.messages"),
        paged(QStringLiteral("messages"),
              {message(1, QStringLiteral("ru"), QStringLiteral("anne"), QStringLiteral("prof")),
               message(2, QStringLiteral("subscription-role-added"), QStringLiteral("anne"), QStringLiteral("prof")),
               message(3, QStringLiteral("videoconf"), QStringLiteral("Started a Video Call"), QStringLiteral("prof")),
               message(4, QStringLiteral("uj"), QStringLiteral("bob"), QStringLiteral("bob")),
               message(5, QStringLiteral("ul"), QStringLiteral("bob"), QStringLiteral("bob")),
               message(6, QStringLiteral("au"), QStringLiteral("anne"), QStringLiteral("course.sync"))}));
    const auto timeline = m_client->timeline(roomId, 1000, TimelinePart::Newest, m_cancel);
    QVERIFY2(timeline, qPrintable(errorOf(timeline)));
    QCOMPARE(told(*timeline),
             QStringLiteral("2026-10-24 0 anne by id-course.sync/course.sync | 2026-10-25 2 bob by id-bob/bob | "
                            "2026-10-26 3 bob by id-bob/bob | 2026-10-29 1 anne by id-prof/prof whole"));
}

void TestTimeline::nothingThatPeopleWrote()
{
    const QString secret = QStringLiteral("CANARY anything");
    m_server.on(QStringLiteral("groups.messages"),
                paged(QStringLiteral("messages"), {message(1, {}, secret, QStringLiteral("anne")),
                                                   message(2, QStringLiteral("au"), secret, QStringLiteral("prof")),
                                                   message(3, QStringLiteral("au"), {}, QStringLiteral("prof"))}));
    const auto timeline = m_client->timeline(roomId, 1000, TimelinePart::Newest, m_cancel);
    QVERIFY2(timeline, qPrintable(errorOf(timeline)));
    QCOMPARE(timeline->events.size(), std::size_t(2));
    QVERIFY(!told(*timeline).contains(QLatin1String("CANARY")));
}

void TestTimeline::newestFirstAndNoMoreThanAsked()
{
    std::vector<QJsonObject> many;
    for (int i = 0; i < 450; ++i)
        many.push_back(message(i % 28, {}, QStringLiteral("x"), QStringLiteral("anne")));
    for (size_t i = 0; i < many.size(); ++i)
        many[i].insert(QStringLiteral("_id"), QStringLiteral("n%1").arg(i));
    m_server.on(QStringLiteral("groups.messages"), paged(QStringLiteral("messages"), many));
    const auto part = m_client->timeline(roomId, 200, TimelinePart::Newest, m_cancel);
    QVERIFY(part && !part->whole);
    QCOMPARE(m_server.log.size(), std::size_t(2));
    const auto whole = m_client->timeline(roomId, 5000, TimelinePart::Newest, m_cancel);
    QVERIFY(whole && whole->whole);
    QCOMPARE(m_server.log.size(), std::size_t(2 + 5));
}

/// A room that is too large to be seen whole costs one call, and tells nothing.
void TestTimeline::wholeOrNothing()
{
    std::vector<QJsonObject> many;
    for (int i = 0; i < 250; ++i) {
        many.push_back(message(i % 28, QStringLiteral("uj"), QStringLiteral("anne"), QStringLiteral("anne")));
        many.back().insert(QStringLiteral("_id"), QStringLiteral("n%1").arg(i));
    }
    m_server.on(QStringLiteral("groups.messages"), paged(QStringLiteral("messages"), many));
    const auto part = m_client->timeline(roomId, 249, TimelinePart::WholeOrNothing, m_cancel);
    QVERIFY(part && !part->whole && part->events.empty() && part->readAt.isKnown());
    QCOMPARE(m_server.log.size(), std::size_t(1));
    const auto whole = m_client->timeline(roomId, 250, TimelinePart::WholeOrNothing, m_cancel);
    QVERIFY(whole && whole->whole);
    QCOMPARE(whole->events.size(), std::size_t(250));
    QCOMPARE(m_server.log.size(), std::size_t(1 + 3));
}

/// Rocket.Chat renames the authors of old messages, and leaves what a system message says of whom it is about.
void TestTimeline::loginsAsTheyWereThen()
{
    m_server.on(QStringLiteral("groups.messages"),
                paged(QStringLiteral("messages"),
                      {message(1, {}, QStringLiteral("CANARY"), QStringLiteral("prof")),
                       message(2, QStringLiteral("ul"), QStringLiteral("anne"), QStringLiteral("anne.martin")),
                       message(3, QStringLiteral("uj"), {}, QStringLiteral("bob")),
                       message(9, {}, QStringLiteral("CANARY"), QStringLiteral("prof"))}));
    const auto timeline = m_client->timeline(roomId, 1000, TimelinePart::Newest, m_cancel);
    QVERIFY2(timeline, qPrintable(errorOf(timeline)));
    QCOMPARE(told(*timeline), QStringLiteral("2026-10-27 3 bob by id-bob/bob | "
                                             "2026-10-28 2 anne by id-anne.martin/anne.martin whole"));
    QCOMPARE(timeline->oldest.iso().left(10), QStringLiteral("2026-10-21"));
}

void TestTimeline::oldest()
{
    m_server.on(QStringLiteral("groups.messages"),
                paged(QStringLiteral("messages"), {message(9, {}, QStringLiteral("CANARY"), QStringLiteral("anne"))}));
    const auto oldest = m_client->oldestMessage(roomId, m_cancel);
    QVERIFY2(oldest, qPrintable(errorOf(oldest)));
    QCOMPARE(oldest->value_or(Instant{}).iso().left(10), QStringLiteral("2026-10-21"));
    QCOMPARE(m_server.log.size(), std::size_t(1));
    m_server.on(QStringLiteral("groups.messages"), paged(QStringLiteral("messages"), {}));
    const auto none = m_client->oldestMessage(roomId, m_cancel);
    QVERIFY(none && !*none);
    QVERIFY(!m_client->oldestMessage({}, m_cancel));
    m_server.onExample(QStringLiteral("groups.messages"), QStringLiteral("groups.info__not_found_or_no_access.json"));
    QCOMPARE(m_client->oldestMessage(roomId, m_cancel).error().code, QStringLiteral("no-access"));
}

void TestTimeline::closedRooms()
{
    m_server.onExample(QStringLiteral("groups.messages"), QStringLiteral("groups.info__not_found_or_no_access.json"));
    const auto hidden = m_client->timeline(roomId, 1000, TimelinePart::Newest, m_cancel);
    QVERIFY(!hidden);
    QCOMPARE(hidden.error().code, QStringLiteral("no-access"));
    QVERIFY(!m_client->timeline({}, 1000, TimelinePart::Newest, m_cancel));
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
