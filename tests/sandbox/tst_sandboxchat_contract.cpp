#include "tests/sandbox/tst_sandboxchat_shape.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <functional>

using namespace campus;

// R74, R81: what the sandbox says has the shape of the recorded examples, so that a client that works here works there.

namespace {

struct Setting
{
    const char *file;
    const char *version = "7.10";
    std::function<void(Client &)> prepare;
};

RoomMember &member(Client &c, const QString &who)
{
    Room &r = c.roomOf(bio);
    return *std::find_if(r.members.begin(), r.members.end(), [&](const RoomMember &m) { return m.user == who; });
}

/// Before the server indexes the world: changes are made, then the server is told.
void changed(Client &c)
{
    c.chat.worldReplaced();
}

void addAda(Client &c, QStringList roles = {})
{
    c.roomOf(bio).members.push_back({ada, std::move(roles)});
    changed(c);
}

void graceIs(Client &c, QStringList roles)
{
    member(c, grace).roles = std::move(roles);
    changed(c);
}

void graceLeaves(Client &c)
{
    auto &m = c.roomOf(bio).members;
    m.erase(m.begin() + 1);
    changed(c);
}

void apiIsAdmin(Client &c)
{
    c.world.chat.users[0].roles.append(QStringLiteral("admin"));
    changed(c);
}

void apiLeaves(Client &c)
{
    auto &m = c.roomOf(bio).members;
    m.erase(m.begin());
    changed(c);
}

/// A list of one room, the recorded one.
void onlyBio(Client &c)
{
    c.world.chat.rooms.resize(1);
    changed(c);
}

void withMessages(Client &c)
{
    c.roomOf(bio).oldestMessage = Instant::fromIso(QStringLiteral("2026-10-01T08:05:00Z"));
    c.roomOf(bio).newestMessage = Instant::fromIso(QStringLiteral("2026-10-02T08:05:00Z"));
    changed(c);
}

void noGrants(Client &c)
{
    c.world.chat.grants.emplace();
    changed(c);
}

void signedOut(Client &c)
{
    c.token.clear();
}

void secondFactor(Client &c)
{
    c.world.chat.settings[QStringLiteral("Accounts_TwoFactorAuthentication_By_Email_Enabled")] = true;
    changed(c);
}

/// A session of the API account that is no personal token: it is asked for a second factor.
void ownSession(Client &c)
{
    apiIsAdmin(c);
    c.become(c.world.chat.users[0].username);
}

void askedForPassword(Client &c)
{
    ownSession(c);
}

/// The recorded retry carries a TOTP code; a world's accounts have codes by e-mail.
void askedForEmailCode(Client &c)
{
    ownSession(c);
    c.world.chat.settings[QStringLiteral("Accounts_TwoFactorAuthentication_By_Email_Enabled")] = true;
    c.extraHeaders = {{"x-2fa-code", SandboxRocketChat::emailCode.toLatin1()}, {"x-2fa-method", "email"}};
}

/// The example's placeholders are its id and token.
void withHook(Client &c)
{
    c.world.chat.integrations = {
        {QStringLiteral("<integration id>"), QStringLiteral("<token>"), bio, c.user, true, false}};
    changed(c);
}

const std::vector<Setting> &settingsOfExamples()
{
    static const std::vector<Setting> all{
        {"chat.postMessage", "7.10", {}},
        {"error_400_invalid_params__legacy", "7.10", {}},
        {"error_400_invalid_params__typed_query", "8.8", {}},
        {"error_400_permission__legacy", "7.10", apiLeaves},
        {"error_401_not_logged_in__7x", "7.10", signedOut},
        {"error_401_not_logged_in__8x", "8.8", signedOut},
        {"error_403_permission__7x", "7.10", {}},
        {"error_403_permission__9x", "9.0", apiLeaves},
        {"error_404_html_unknown_endpoint", "6.8", {}},
        {"error_404_resource", "7.10", {}},
        {"error_405_method", "7.10", {}},
        {"groups.addLeader", "7.10", {}},
        {"groups.addLeader__already-leader", "7.10", [](Client &c) { graceIs(c, {QStringLiteral("leader")}); }},
        {"groups.addModerator", "7.10", [](Client &c) { graceIs(c, {}); }},
        {"groups.addModerator__already-moderator", "7.10", {}},
        {"groups.addModerator__not_in_room", "7.10", graceLeaves},
        {"groups.addOwner", "7.10", {}},
        {"groups.addOwner__already-owner", "7.10", [](Client &c) { graceIs(c, {QStringLiteral("owner")}); }},
        {"groups.archive", "7.10", {}},
        {"groups.counters", "7.10", {}},
        {"groups.create", "7.10",
         [](Client &c) {
             c.roomOf(bio).name = QStringLiteral("taken-before");
             changed(c);
         }},
        {"groups.create__archived_duplicate", "7.10", {}},
        {"groups.create__duplicate", "7.10", {}},
        {"groups.create__invalid_name", "7.10", {}},
        {"groups.delete", "7.10", {}},
        {"groups.history", "7.10", withMessages},
        {"groups.info", "7.10", {}},
        {"groups.info__not_found_or_no_access", "7.10", {}},
        {"groups.invite__no_user_param", "7.10", {}},
        {"groups.invite__nobody_matched", "7.10", {}},
        {"groups.invite__userId", "7.10", {}},
        {"groups.invite__userIds", "7.10", {}},
        {"groups.invite__username", "7.10", {}},
        {"groups.invite__usernames", "7.10", {}},
        {"groups.kick", "7.10", [](Client &c) { addAda(c); }},
        {"groups.kick__last_owner", "7.10", {}},
        {"groups.kick__not_a_member_caller", "7.10", apiLeaves},
        {"groups.kick__unknown_user", "7.10", {}},
        {"groups.list", "7.10", onlyBio},
        {"groups.listAll", "7.10",
         [](Client &c) {
             onlyBio(c);
             withMessages(c);
             c.roomOf(bio).retention = Retention{true, true, 180, true, false, false};
             c.roomOf(bio).topic = QStringLiteral("Biology 101");
             c.post(QStringLiteral("rooms.saveRoomSettings"), {{QStringLiteral("rid"), bio},
                                                               {QStringLiteral("roomAnnouncement"), QString()},
                                                               {QStringLiteral("roomDescription"), QString()}});
         }},
        {"groups.members", "7.10", {}},
        {"groups.members__archived", "7.10",
         [](Client &c) {
             c.roomOf(old).name = QStringLiteral("another");
             c.roomOf(bio).name = QStringLiteral("bio-101-2025ws");
             c.roomOf(bio).archived = true;
             changed(c);
         }},
        {"groups.messages", "7.10", withMessages},
        {"groups.moderators", "7.10", {}},
        {"groups.removeLeader", "7.10", [](Client &c) { graceIs(c, {QStringLiteral("leader")}); }},
        {"groups.removeLeader__not-leader", "7.10", {}},
        {"groups.removeModerator", "7.10", {}},
        {"groups.removeModerator__not-moderator", "7.10", [](Client &c) { graceIs(c, {}); }},
        {"groups.removeOwner", "7.10", [](Client &c) { graceIs(c, {QStringLiteral("owner")}); }},
        {"groups.removeOwner__last_owner", "7.10", {}},
        {"groups.removeOwner__not-owner", "7.10", {}},
        {"groups.rename", "7.10", {}},
        {"groups.roles", "7.10", {}},
        {"groups.setAnnouncement", "7.10", {}},
        {"groups.setCustomFields", "7.10", {}},
        {"groups.setDescription", "7.10", {}},
        {"groups.setPurpose", "7.10", {}},
        {"groups.setReadOnly", "7.10", {}},
        {"groups.setReadOnly__unchanged", "7.10",
         [](Client &c) {
             c.post(QStringLiteral("groups.setReadOnly"), inBio({{QStringLiteral("readOnly"), true}}));
         }},
        {"groups.setTopic", "7.10", {}},
        {"groups.unarchive", "7.10", {}},
        {"hooks__channel_override_refused", "7.10", withHook},
        {"hooks__incoming", "7.10", withHook},
        {"hooks__invalid_token", "7.10", withHook},
        {"info__anonymous", "7.10", signedOut},
        {"info__with_view_statistics", "7.10", apiIsAdmin},
        {"login__ok", "7.10", signedOut},
        {"login__totp_invalid", "7.10", secondFactor},
        {"login__totp_required", "7.10", secondFactor},
        {"login__with_code", "7.10", secondFactor},
        {"login__wrong_password", "7.10", signedOut},
        {"logout", "7.10", {}},
        {"me", "7.10", {}},
        {"rooms.adminRooms", "7.10", onlyBio},
        {"rooms.adminRooms.getRoom", "7.10", {}},
        {"rooms.adminRooms__forbidden", "7.10", noGrants},
        {"rooms.changeArchivationState", "7.10", {}},
        {"rooms.cleanHistory", "7.10", apiIsAdmin},
        {"rooms.delete", "7.10", {}},
        {"rooms.export__file", "7.10", apiIsAdmin},
        {"rooms.info", "7.10", {}},
        {"rooms.info__no_access", "7.10", apiLeaves},
        {"rooms.isMember", "7.10", {}},
        {"rooms.membersOrderedByRole", "7.10", [](Client &c) { addAda(c); }},
        {"rooms.nameExists", "7.10", {}},
        {"rooms.saveRoomSettings__invalid_key", "7.10", {}},
        {"rooms.saveRoomSettings__invalid_room", "7.10", {}},
        {"rooms.saveRoomSettings__retention_first", "7.10", {}},
        {"rooms.saveRoomSettings__retention_not_allowed", "7.10", noGrants},
        {"rooms.saveRoomSettings__retention_second", "7.10", {}},
        {"settings.public__retention", "7.10", signedOut},
        {"settings__one", "7.10", apiIsAdmin},
        {"settings__write", "7.10", apiIsAdmin},
        {"twofactor__retry", "7.10", askedForEmailCode},
        {"twofactor_required__rest_call", "7.10", askedForPassword},
        {"users.delete", "7.10", apiIsAdmin},
        {"users.presence", "7.10", {}},
        {"users.update", "7.10",
         [](Client &c) {
             c.world.chat.settings[QStringLiteral("Accounts_CustomFields")] =
                 QStringLiteral("{\"matricle\":{\"type\":\"text\"}}");
             apiIsAdmin(c);
         }},
        {"users.create", "7.10",
         [](Client &c) {
             c.world.chat.users[1].username = QStringLiteral("ada.before");
             c.world.chat.users[1].email = QStringLiteral("before@example.org");
             c.world.chat.settings[QStringLiteral("Accounts_CustomFields")] =
                 QStringLiteral("{\"matricle\":{\"type\":\"text\"}}");
             apiIsAdmin(c);
         }},
        {"users.create__seat_limit", "7.10",
         [](Client &c) {
             c.world.chat.settings[QStringLiteral("Sandbox_Seats")] = 3;
             apiIsAdmin(c);
         }},
        {"users.create__username_taken", "7.10", apiIsAdmin},
        {"users.generatePersonalAccessToken", "7.10", {}},
        {"users.generatePersonalAccessToken__exists", "7.10",
         [](Client &c) {
             c.post(QStringLiteral("users.generatePersonalAccessToken"),
                    {{QStringLiteral("tokenName"), QStringLiteral("course-console")}});
         }},
        {"users.getPersonalAccessTokens", "7.10", {}},
        {"users.info", "7.10", {}},
        {"users.info__unknown", "7.10", {}},
        {"users.info__with_rooms", "7.10",
         [](Client &c) {
             onlyBio(c);
             addAda(c, {QStringLiteral("moderator")});
         }},
        {"users.list", "7.10", {}},
        {"users.listByStatus", "7.10",
         [](Client &c) {
             c.world.chat.users[1].active = false;
             changed(c);
         }},
        {"users.setActiveStatus", "7.10", apiIsAdmin},
        {"users.setActiveStatus__last_owner", "7.10",
         [](Client &c) {
             addAda(c, {QStringLiteral("owner")});
             c.roomOf(bio).members.erase(c.roomOf(bio).members.begin());
             apiIsAdmin(c);
         }},
    };
    return all;
}

QJsonObject load(const QString &file)
{
    QFile f(QStringLiteral(LIAISON_TEST_DATA "/rocketchat/") + file + QStringLiteral(".json"));
    return f.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(f.readAll()).object() : QJsonObject();
}

} // namespace

class tst_SandboxChatContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examples_data();
    void examples();
    void everyExampleIsTriedOrExplained();
};

void tst_SandboxChatContract::examples_data()
{
    QTest::addColumn<int>("index");
    int i = 0;
    for (const Setting &s : settingsOfExamples())
        QTest::newRow(s.file) << i++;
}

void tst_SandboxChatContract::examples()
{
    QFETCH(int, index);
    const Setting &setting = settingsOfExamples()[static_cast<std::size_t>(index)];
    const QString file = QString::fromLatin1(setting.file);
    const QJsonObject example = load(file);
    QVERIFY(!example.isEmpty());
    const QJsonObject asked = example.value(u"request").toObject();

    Client client(world(QString::fromLatin1(setting.version)));
    if (setting.prepare)
        setting.prepare(client);
    QJsonObject params = asked.value(asked.contains(u"body") ? u"body" : u"query").toObject();
    if (params.value(u"password").toString() == u"<password>")
        params.insert(QStringLiteral("password"), SandboxRocketChat::sandboxPassword);
    const QByteArray method = asked.value(u"method").toString().toLatin1();
    const Reply reply = client.send(method.constData(), asked.value(u"path").toString(), params);

    QCOMPARE(reply.status, example.value(u"http_status").toInt());
    const QJsonValue recorded = example.value(u"response");
    if (recorded.isString()) {
        QVERIFY(headerOf(reply, "Content-Type").startsWith("text/html"));
        QVERIFY(reply.body.startsWith("<!DOCTYPE html>"));
        return;
    }
    QCOMPARE(headerOf(reply, "Content-Type"), QByteArray("application/json"));
    const QJsonObject ours = QJsonDocument::fromJson(reply.body).object();
    shape::Comparison comparison(file);
    comparison.compare({}, {recorded}, ours);
    QVERIFY2(comparison.problems.isEmpty(), qPrintable(comparison.problems.join(QStringLiteral("; "))));
    if (reply.status != 200) {
        for (const auto key : {"error", "errorType", "message", "status"})
            QCOMPARE(ours.value(QLatin1String(key)), recorded.toObject().value(QLatin1String(key)));
    }
}

void tst_SandboxChatContract::everyExampleIsTriedOrExplained()
{
    const QHash<QString, QString> elsewhere{
        {QStringLiteral("error_429"), QStringLiteral("tst_sandboxchat_limiter")},
        {QStringLiteral("error_500_html"), QStringLiteral("a fault of the front")},
        {QStringLiteral("groups.setType"), QStringLiteral("it asks for the type the room has: refused, section 4")},
    };
    QSet<QString> tried;
    for (const Setting &s : settingsOfExamples())
        tried.insert(QString::fromLatin1(s.file));
    const QStringList files =
        QDir(QStringLiteral(LIAISON_TEST_DATA "/rocketchat")).entryList({QStringLiteral("*.json")});
    QVERIFY(files.size() > 90);
    for (const QString &f : files) {
        const QString name = f.chopped(5);
        QVERIFY2(tried.contains(name) != elsewhere.contains(name), qPrintable(name));
    }
}

QTEST_APPLESS_MAIN(tst_SandboxChatContract)
#include "tst_sandboxchat_contract.moc"
