#include "tests/sandbox/tst_sandboxchat_campus.h"

#include <QTest>

using namespace campus;

// R107: the noise a plan announces is the noise that is made: design 12.2.

namespace {

struct Step
{
    QString call;
    QJsonObject params;
};

} // namespace

class tst_SandboxChatNoise : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steps_data();
    void steps();
};

void tst_SandboxChatNoise::steps_data()
{
    QTest::addColumn<QList<QPair<QString, QJsonObject>>>("calls");
    QTest::addColumn<int>("messages");
    QTest::addColumn<int>("notifications");
    using Calls = QList<QPair<QString, QJsonObject>>;
    const QJsonObject her = inBio({{s("userId"), ada}}), moderator = inBio({{s("userId"), grace}});
    const auto save = [](QJsonObject o) {
        o.insert(s("rid"), bio);
        return o;
    };
    QTest::newRow("add") << Calls{{s("groups.invite"), her}} << 1 << 1;
    QTest::newRow("add two at once") << Calls{{s("groups.invite"), inBio({{s("userIds"), QJsonArray{ada, rootUser}}})}}
                                     << 2 << 2;
    QTest::newRow("add as moderator") << Calls{{s("groups.invite"), her}, {s("groups.addModerator"), her}} << 2 << 1;
    QTest::newRow("add who is there") << Calls{{s("groups.invite"), moderator}} << 0 << 0;
    QTest::newRow("promote") << Calls{{s("groups.addOwner"), moderator}} << 1 << 0;
    QTest::newRow("promote twice: refused") << Calls{{s("groups.addModerator"), moderator}} << 0 << 0;
    QTest::newRow("demote") << Calls{{s("groups.removeModerator"), moderator}} << 1 << 0;
    QTest::newRow("remove") << Calls{{s("groups.kick"), moderator}} << 1 << 0;
    QTest::newRow("remove who is gone") << Calls{{s("groups.kick"), her}} << 0 << 0;
    QTest::newRow("archive") << Calls{{s("groups.archive"), inBio()}} << 1 << 0;
    QTest::newRow("archive, unarchive") << Calls{{s("rooms.changeArchivationState"),
                                                  save({{s("action"), s("archive")}})},
                                                 {s("groups.unarchive"), inBio()}}
                                        << 2 << 0;
    QTest::newRow("retention") << Calls{{s("rooms.saveRoomSettings"),
                                         save({{s("retentionEnabled"), true}, {s("retentionOverrideGlobal"), true}})},
                                        {s("rooms.saveRoomSettings"), save({{s("retentionMaxAge"), 90}})}}
                               << 0 << 0;
    QTest::newRow("create with people") << Calls{{s("groups.create"),
                                                  {{s("name"), s("new")}, {s("members"), QJsonArray{s("ada")}}}}}
                                        << 0 << 0;
}

void tst_SandboxChatNoise::steps()
{
    using Calls = QList<QPair<QString, QJsonObject>>;
    QFETCH(Calls, calls);
    QFETCH(int, messages);
    QFETCH(int, notifications);
    Client c;
    const int before = c.get(s("groups.info"), inBio()).value(u"group").toObject().value(u"msgs").toInt();
    for (const auto &[call, params] : calls)
        c.post(call, params);
    QCOMPARE(c.chat.messagesPosted(), messages);
    QCOMPARE(c.chat.notificationsSent(), notifications);
    // Every one of them is there to be read.
    QCOMPARE(c.get(s("groups.info"), inBio()).value(u"group").toObject().value(u"msgs").toInt(), before + messages);
    const QJsonObject all = inBio({{s("count"), s("0")}, {s("inclusive"), s("true")}});
    QCOMPARE(c.get(s("groups.history"), all).value(u"messages").toArray().size(), before + messages);
}

QTEST_APPLESS_MAIN(tst_SandboxChatNoise)
#include "tst_sandboxchat_noise.moc"
