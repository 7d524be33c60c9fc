// `doctor` step by step on real sockets, with everything that can be wrong at a connection; `doctor --sheet` without
// one. R16, R21, R22, R26, R84, R241, R254, R268.

#include "core/run/doctor.h"
#include "tests/flow/flow.h"
#include "tests/flow/schema.h"

#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSysInfo>
#include <QTcpServer>
#include <QtTest>
#include <algorithm>

using namespace liaison;
using namespace liaison::flow;

namespace {

/// Writing functions that the sandbox serves and that no service of Liaison asks for.
const QStringList foreign{QStringLiteral("core_course_edit_module"), QStringLiteral("core_backup_submit_copy_form")};

Campus small()
{
    Campus campus;
    campus.linked(QStringLiteral("ALG1"), 7, 70, QStringLiteral("prof* anne"), QStringLiteral("prof* anne"));
    campus.linked(QStringLiteral("BIO2"), 8, 80, QStringLiteral("prof*"), QStringLiteral("prof*"));
    campus.without(foreign);
    return campus;
}

QJsonObject server(const Ran &run, const char *kind)
{
    const QJsonArray servers = run.json[u"servers"].toArray();
    for (const QJsonValue &one : servers) {
        if (one[u"server"].toString() == QLatin1String(kind))
            return one.toObject();
    }
    return {};
}

QJsonObject check(const Ran &run, const char *kind, const QString &step, const QString &right = {})
{
    const QJsonArray checks = server(run, kind)[u"checks"].toArray();
    for (const QJsonValue &one : checks) {
        if (one[u"check"].toString() == step && one[u"right"].toString() == right)
            return one.toObject();
    }
    return {};
}

QString result(const Ran &run, const char *kind, const char *step, const char *right = "")
{
    return check(run, kind, QString::fromLatin1(step), QString::fromLatin1(right))[u"result"].toString();
}

QString found(const Ran &run, const char *kind, const char *step, const char *right = "")
{
    const QJsonObject one = check(run, kind, QString::fromLatin1(step), QString::fromLatin1(right));
    return one[u"found"].isNull() ? one[u"error"].toString() : one[u"found"].toString();
}

/// "name tcp": the steps with that result, in their order, each once.
QString steps(const Ran &run, const char *kind, const char *wanted)
{
    QStringList out;
    const QJsonArray checks = server(run, kind)[u"checks"].toArray();
    for (const QJsonValue &one : checks) {
        if (one[u"result"].toString() == QLatin1String(wanted) && !out.contains(one[u"check"].toString()))
            out << one[u"check"].toString();
    }
    return out.join(u' ');
}

const char *const ofMoodle = "moodle";
const char *const ofChat = "rocketchat";

} // namespace

class FlowDoctor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wellAndValid();
    void pluginAndChatDoNotFit();
    void connections_data();
    void connections();
    void downIsNotWrong();
    void eachServerAlone();
    void capabilitiesAndFunctions();
    void permissions();
    void roomRoles();
    void notReadAndNotTold_data();
    void notReadAndNotTold();
    void withoutCompanion();
    void readOnlyProfile();
    void strongFunctions_data();
    void strongFunctions();
    void sheet();
    void secretsAreNotShown();
    void pluginDefects();
    void loginTokenGrowsOld();
    void rateLimit();
    void newAccounts_data();
    void newAccounts();
    void requestLog();
    void bundleNamesNobody();
    void bundleOfABrokenServer();

private:
    static bool valid(const char *schema, const QByteArray &document);
};

bool FlowDoctor::valid(const char *schema, const QByteArray &document)
{
    const QByteArray wrong = misfit(schema, document);
    if (!wrong.isEmpty())
        qWarning("%s", wrong.constData());
    return wrong.isEmpty();
}

/// mod_rocketchat 1.6.5 cannot create rooms on 8.8, whose validators refuse its keys.
void FlowDoctor::pluginAndChatDoNotFit()
{
    for (const char *version : {"7.10", "8.7", "8.8", "9.0"}) {
        Campus campus = small();
        campus.world.chat.version = QString::fromLatin1(version);
        Flow flow(campus);
        const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("doctor")});
        const bool fits = qstrcmp(version, "8.8") < 0;
        QCOMPARE(found(run, ofMoodle, "plugin"),
                 fits ? QStringLiteral("plugin-there") : QStringLiteral("plugin-too-old-for-chat"));
        QCOMPARE(result(run, ofMoodle, "plugin"), fits ? QStringLiteral("fine") : QStringLiteral("watch"));
        QVERIFY2(valid("doctor", run.out), said(run));
    }
}

void FlowDoctor::wellAndValid()
{
    Flow flow(small());
    for (const char *language : {"en", "fr"}) {
        const QStringList head{QStringLiteral("--lang"), QString::fromLatin1(language)};
        const Ran run = flow.run(head + QStringList{QStringLiteral("--json"), QStringLiteral("doctor")});
        QVERIFY2(run.exit == 0, said(run));
        QVERIFY2(run.err.isEmpty(), said(run));
        QVERIFY2(valid("doctor", run.out), said(run));
        QVERIFY2(!run.out.contains('%'), said(run));
        QCOMPARE(run.json[u"counts"][u"blocking"].toInt(-1), 0);
        QCOMPARE(run.json[u"counts"][u"not-tried"].toInt(-1), 0);
        for (const char *kind : {ofMoodle, ofChat}) {
            for (const char *step : {"name", "tcp", "tls", "http", "version", "account", "token-strength"})
                QCOMPARE(result(run, kind, step), QStringLiteral("fine"));
            QVERIFY(!server(run, kind)[u"version"].toString().isEmpty());
        }
        QCOMPARE(found(run, ofMoodle, "companion"), QStringLiteral("companion-there"));
        QCOMPARE(found(run, ofMoodle, "enrolments"), QStringLiteral("enrolments-companion"));
        QCOMPARE(found(run, ofMoodle, "links"), QStringLiteral("links-companion"));
        QCOMPARE(found(run, ofChat, "token"), QStringLiteral("token-personal-since"));
        QCOMPARE(found(run, ofChat, "account"), QStringLiteral("account-plugin"));
        QCOMPARE(found(run, ofChat, "grants"), QStringLiteral("grants-shared"));
        const Ran text = flow.run(head + QStringList{QStringLiteral("doctor")});
        QVERIFY2(text.exit == 0 && !text.out.contains('%'), said(text));
        QVERIFY2(text.out.contains(check(run, ofMoodle, QStringLiteral("companion"))[u"fact"].toString().toUtf8()),
                 said(text));
    }
    QCOMPARE(flow.writes(), 0);
}

void FlowDoctor::connections_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("exit");
    const auto row = [](const char *name, const char *variable, const QString &value, const char *fault,
                        const char *step, const char *code, int exit) {
        QTest::newRow(name) << QByteArray(variable) << value << QByteArray(fault) << QString::fromLatin1(step)
                            << QString::fromLatin1(code) << exit;
    };
    const QString token(43, u'0');
    row("Moodle: unknown host", "LIAISON_MOODLE_URL", QStringLiteral("https://moodle.does-not-exist.invalid"), "",
        "name", "host-not-found", 1);
    row("Moodle: wrong path", "LIAISON_MOODLE_URL", QStringLiteral("<self>/nowhere"), "", "http", "not-moodle", 1);
    row("Moodle: wrong token", "LIAISON_MOODLE_TOKEN", QStringLiteral("0123456789abcdef0123456789abcdef"), "", "token",
        "wrong-token", 1);
    row("Moodle: HTML", "", {}, R"({"server":"moodle","do":"html"})", "http", "not-moodle", 1);
    row("Moodle: 503", "", {}, R"({"server":"moodle","do":"status","status":503})", "http", "maintenance", 5);
    row("Moodle: reset", "", {}, R"({"server":"moodle","do":"reset"})", "http", "reset", 5);
    row("chat: unknown host", "LIAISON_CHAT_URL", QStringLiteral("https://chat.does-not-exist.invalid"), "", "name",
        "host-not-found", 1);
    row("chat: wrong path", "LIAISON_CHAT_URL", QStringLiteral("<self>/nowhere"), "", "http", "not-rocketchat", 1);
    row("chat: wrong token", "LIAISON_CHAT_TOKEN", token, "", "token", "wrong-token", 1);
    row("chat: token of another account", "LIAISON_CHAT_USER", QStringLiteral("prof"), "", "token",
        "token-of-another-account", 1);
    row("chat: HTML", "", {}, R"({"server":"rocketchat","do":"html"})", "http", "not-rocketchat", 1);
    row("chat: 500", "", {}, R"({"server":"rocketchat","do":"status","status":500})", "http", "server-error", 5);
}

void FlowDoctor::connections()
{
    QFETCH(QByteArray, variable);
    QFETCH(QString, value);
    QFETCH(QByteArray, fault);
    QFETCH(QString, step);
    QFETCH(QString, code);
    QFETCH(int, exit);
    Flow flow(small());
    const QString name = QString::fromLatin1(variable);
    Env more;
    if (!name.isEmpty())
        more[name] = value.replace(QLatin1String("<self>"), flow.env.value(name));
    if (!fault.isEmpty())
        flow.fault(fault.constData());
    const bool first = QByteArray(QTest::currentDataTag()).startsWith("Moodle");
    const char *broken = first ? ofMoodle : ofChat;
    const char *other = first ? ofChat : ofMoodle;
    const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("doctor")}, more);
    QVERIFY2(run.exit == exit, said(run));
    QVERIFY2(valid("doctor", run.out), said(run));
    QCOMPARE(found(run, broken, step.toLatin1().constData()), code);
    const QJsonObject failed = check(run, broken, step);
    QCOMPARE(failed[u"result"].toString(), QStringLiteral("blocking"));
    QVERIFY(!failed[u"fact"].toString().isEmpty() && !failed[u"remedy"].toString().isEmpty());
    // What comes before it is fine, what comes after was not tried; the version needs no token in a chat server.
    const QStringList order{QStringLiteral("name"), QStringLiteral("tcp"), QStringLiteral("tls"),
                            QStringLiteral("http"), QStringLiteral("token")};
    for (const QString &one : order) {
        if (one != step)
            QCOMPARE(check(run, broken, one)[u"result"].toString(),
                     order.indexOf(one) < order.indexOf(step) ? QStringLiteral("fine") : QStringLiteral("not-tried"));
    }
    for (const char *later : {"account", "token-strength", "clock", "rights-read"})
        QCOMPARE(result(run, broken, later), QStringLiteral("not-tried"));
    // The other server is examined all the same.
    QCOMPARE(result(run, other, "account"), QStringLiteral("fine"));
    QCOMPARE(steps(run, other, "not-tried"), QString());
}

void FlowDoctor::downIsNotWrong()
{
    Flow flow(small());
    QTcpServer port;
    QVERIFY(port.listen(QHostAddress::LocalHost));
    const Env gone{{QStringLiteral("LIAISON_CHAT_URL"), QStringLiteral("http://127.0.0.1:%1").arg(port.serverPort())}};
    port.close();
    const Ran never = flow.run({QStringLiteral("--json"), QStringLiteral("doctor")}, gone);
    QVERIFY2(never.exit == 1, said(never));
    QCOMPARE(found(never, ofChat, "tcp"), QStringLiteral("refused"));
    QCOMPARE(result(never, ofChat, "tls"), QStringLiteral("not-tried"));
    // Reached once by this very command, then switched off.
    QCOMPARE(flow.run({QStringLiteral("doctor")}).exit, 0);
    flow.stop();
    const Ran down = flow.run({QStringLiteral("--json"), QStringLiteral("doctor")});
    QVERIFY2(down.exit == 5, said(down));
    QCOMPARE(found(down, ofMoodle, "tcp"), QStringLiteral("refused"));
    QCOMPARE(found(down, ofChat, "tcp"), QStringLiteral("refused"));
}

void FlowDoctor::eachServerAlone()
{
    Campus campus = small();
    campus.addSite(QStringLiteral("annexe"), false);
    Flow flow(campus);
    flow.fault(R"({"server":"moodle","site":"main","do":"status","status":503})");
    const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("doctor")});
    QVERIFY2(run.exit == 5, said(run));
    const QJsonArray servers = run.json[u"servers"].toArray();
    QCOMPARE(servers.size(), 3);
    QCOMPARE(servers[0][u"site"].toString(), QStringLiteral("main"));
    QVERIFY(servers[0][u"account"].isNull());
    QCOMPARE(servers[1][u"site"].toString(), QStringLiteral("annexe"));
    QVERIFY(!servers[1][u"account"].toString().isEmpty());
    QVERIFY(servers[2][u"site"].isNull());
    QVERIFY(!servers[2][u"account"].toString().isEmpty());
}

// Contract section 3: what is silently missing is said, with the exact grant. R195: too little.
void FlowDoctor::capabilitiesAndFunctions()
{
    Campus campus = small();
    campus.site().capabilities =
        QStringList{QStringLiteral("local/liaison:view"), QStringLiteral("webservice/rest:use"),
                    QStringLiteral("moodle/course:view"), QStringLiteral("moodle/course:viewhiddencourses"),
                    QStringLiteral("moodle/course:enrolreview")};
    campus.without({QStringLiteral("local_liaison_get_people")});
    Flow flow(campus);
    const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("doctor")});
    QVERIFY2(run.exit == 0, said(run)); // everything was told
    QCOMPARE(found(run, ofMoodle, "rights-read", "moodle/course:view"), QStringLiteral("right-held"));
    QCOMPARE(found(run, ofMoodle, "rights-read", "moodle/user:viewdetails"), QStringLiteral("capability-missing"));
    QCOMPARE(result(run, ofMoodle, "rights-read", "moodle/user:viewdetails"), QStringLiteral("watch"));
    const QJsonObject missing =
        check(run, ofMoodle, QStringLiteral("rights-read"), QStringLiteral("moodle/user:viewdetails"));
    QVERIFY(missing[u"remedy"].toString().contains(QLatin1String("contacts"))); // the silent effect
    QVERIFY(missing[u"fact"].toString().contains(QLatin1String("moodle/user:viewdetails")));
    QCOMPARE(found(run, ofMoodle, "rights-read", "local_liaison_get_people"), QStringLiteral("function-missing"));
    QCOMPARE(result(run, ofMoodle, "rights-read", "local_liaison_get_people"), QStringLiteral("blocking"));
}

void FlowDoctor::permissions()
{
    Campus campus = small();
    campus.world.chat.grants.emplace();
    (*campus.world.chat.grants)[QStringLiteral("view-room-administration")] = {QStringLiteral("admin")};
    (*campus.world.chat.grants)[QStringLiteral("set-moderator")] = {QStringLiteral("admin")};
    (*campus.world.chat.grants)[QStringLiteral("remove-user")] = {QStringLiteral("bot")};
    Flow flow(campus);
    const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("doctor")});
    QVERIFY2(run.exit == 0, said(run));
    QCOMPARE(result(run, ofChat, "rights-read", "view-room-administration"), QStringLiteral("watch"));
    QCOMPARE(result(run, ofChat, "rights-protection", "view-full-other-user-info"), QStringLiteral("blocking"));
    QCOMPARE(result(run, ofChat, "rights-promote", "set-moderator"), QStringLiteral("blocking"));
    QCOMPARE(result(run, ofChat, "rights-remove", "remove-user"), QStringLiteral("fine"));
    QVERIFY(check(run, ofChat, QStringLiteral("rights-promote"), QStringLiteral("set-moderator"))[u"remedy"]
                .toString()
                .contains(QLatin1String("Permissions")));
}

// Design 4.1: rights are judged by our role in each room.
void FlowDoctor::roomRoles()
{
    Campus campus = small();
    campus.roomOf(QStringLiteral("r80")).members.front().roles.clear();
    campus.linked(QStringLiteral("CHI3"), 9, 90, QStringLiteral("prof*"), QStringLiteral("prof@"));
    campus.take(QStringLiteral("r90"), QStringLiteral("api"));
    std::erase_if(campus.roomOf(QStringLiteral("r90")).members, [](const auto &m) { return m.user == u"api"; });
    Flow flow(campus);
    const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("doctor")});
    QVERIFY2(run.exit == 0, said(run));
    QCOMPARE(found(run, ofChat, "rights-promote", "set-moderator"), QStringLiteral("right-missing-in"));
    QVERIFY(check(run, ofChat, QStringLiteral("rights-promote"), QStringLiteral("set-moderator"))[u"fact"]
                .toString()
                .endsWith(QLatin1String(": 1")));
    QCOMPARE(found(run, ofChat, "rights-add", "add-user-to-any-p-room"), QStringLiteral("right-missing-outside"));
    QCOMPARE(found(run, ofChat, "rights-settings", "unarchive-room"),
             QStringLiteral("right-held")); // never by ownership
}

/// Design 12.3: what could not be read makes the answer partly unknown; what a server never tells does not.
void FlowDoctor::notReadAndNotTold_data()
{
    QTest::addColumn<QByteArray>("server");
    QTest::addColumn<QString>("call");
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QString>("step");
    QTest::addColumn<int>("exit");
    const auto row = [](const char *name, const char *server, const char *call, const char *what, const char *step,
                        int exit) {
        QTest::newRow(name) << QByteArray(server) << QString::fromLatin1(call) << QByteArray(what)
                            << QString::fromLatin1(step) << exit;
    };
    const char *broken = R"("do":"status","status":500)", *refused = R"("do":"status","status":403)";
    row("companion's info", ofMoodle, "local_liaison_get_info", broken, "companion", 5);
    row("companion's links", ofMoodle, "local_liaison_get_links", broken, "links", 5);
    row("permissions", ofChat, "permissions.listAll", broken, "grants", 5);
    row("kind of the token", ofChat, "users.getPersonalAccessTokens", broken, "token", 5);
    row("kind of the token, cut off", ofChat, "users.getPersonalAccessTokens", R"("do":"reset")", "token", 5);
    row("our rooms", ofChat, "users.info", broken, "members", 5);
    // Not in the server's own words: something in between, and another time it may be told.
    row("kind of the token, 403", ofChat, "users.getPersonalAccessTokens", refused, "token", 5);
}

void FlowDoctor::notReadAndNotTold()
{
    QFETCH(QByteArray, server);
    QFETCH(QString, call);
    QFETCH(QByteArray, what);
    QFETCH(QString, step);
    QFETCH(int, exit);
    Flow flow(small());
    flow.fault(
        QByteArray("{\"server\":\"" + server + "\",\"match\":\"" + call.toUtf8() + "\"," + what + "}").constData());
    const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("doctor")});
    QVERIFY2(run.exit == exit, said(run));
    QVERIFY2(valid("doctor", run.out), said(run));
    bool told = false; // with its remedy, or in the words of what is never told
    const QJsonArray checks = ::server(run, server.constData())[u"checks"].toArray();
    for (const QJsonValue &one : checks)
        told = told || (one[u"check"].toString() == step && one[u"error"].isNull() == (exit == 0) &&
                        !one[u"remedy"].toString().isEmpty());
    QVERIFY2(told, said(run));
    flow.sandbox().clearFaults();
    QCOMPARE(flow.run({QStringLiteral("doctor")}).exit, 0);
}

void FlowDoctor::withoutCompanion()
{
    Campus campus = small();
    campus.site().companion = false;
    Flow flow(campus);
    const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("doctor")});
    QVERIFY2(run.exit == 0, said(run));
    QCOMPARE(found(run, ofMoodle, "companion"), QStringLiteral("companion-absent"));
    QCOMPARE(result(run, ofMoodle, "plugin"), QStringLiteral("not-known"));
    QVERIFY2(result(run, ofMoodle, "enrolments") == u"watch", said(run)); // says what it cannot see
    QCOMPARE(found(run, ofMoodle, "links"), QStringLiteral("links-guessed"));
    QCOMPARE(found(run, ofMoodle, "rights-read", "moodle/user:viewdetails"), QStringLiteral("right-untold"));
}

// Design 6.7: red where a read-only profile's token can write. R195: too much.
void FlowDoctor::readOnlyProfile()
{
    Flow flow(small());
    const Ran run = flow.run({QStringLiteral("--read-only"), QStringLiteral("--json"), QStringLiteral("doctor")});
    QVERIFY2(run.exit == 0, said(run));
    QCOMPARE(found(run, ofChat, "token-strength"), QStringLiteral("strength-read-only"));
    QCOMPARE(result(run, ofChat, "token-strength"), QStringLiteral("blocking"));
    QCOMPARE(result(run, ofMoodle, "token-strength"), QStringLiteral("blocking")); // the companion's writing functions
    QVERIFY(check(run, ofChat, QStringLiteral("rights-remove"), QStringLiteral("remove-user")).isEmpty());

    Campus lookup = small();
    lookup.world.chat.grants.emplace();
    for (const char *right : {"add-user-to-joined-room", "set-moderator", "remove-user", "edit-room", "archive-room",
                              "create-p", "edit-room-retention-policy", "unarchive-room"})
        (*lookup.world.chat.grants)[QString::fromLatin1(right)] = {QStringLiteral("admin")};
    lookup.without({QStringLiteral("local_liaison_set_room"), QStringLiteral("local_liaison_schedule_restore"),
                    QStringLiteral("local_liaison_cancel_restore"), QStringLiteral("local_liaison_retry_restore"),
                    QStringLiteral("local_liaison_set_category"), foreign.front(), foreign.back()});
    Flow weak(lookup);
    const Ran fine = weak.run({QStringLiteral("--read-only"), QStringLiteral("--json"), QStringLiteral("doctor")});
    QCOMPARE(result(fine, ofChat, "token-strength"), QStringLiteral("fine"));
    QCOMPARE(result(fine, ofMoodle, "token-strength"), QStringLiteral("fine"));
}

void FlowDoctor::strongFunctions_data()
{
    QTest::addColumn<QString>("function");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char *function, const char *verdict) {
        QTest::newRow(function) << QString::fromLatin1(function) << QString::fromLatin1(verdict);
    };
    row("core_course_delete_courses", "destructive"); // R254
    row("core_user_delete_users", "destructive");
    row("enrol_manual_unenrol_users", "destructive");
    row("core_role_unassign_roles", "destructive");
    row("core_user_update_users", "writing");
    row("core_course_create_categories", "writing");
    row("enrol_manual_enrol_users", "writing");
    row("core_course_edit_module", "writing");
    row("core_message_send_instant_messages", "writing");
    row("core_enrol_get_enrolled_users", "");
    row("core_course_get_updates_since", "");
    row("core_course_check_updates", "");
    row("core_calendar_get_action_events_by_course", "");
    row("core_webservice_get_site_info", "");
    row("local_liaison_set_room", "");
}

void FlowDoctor::strongFunctions()
{
    QFETCH(QString, function);
    QFETCH(QString, verdict);
    const StrongFunctions strong = liaison::strongFunctions({function}, false);
    QCOMPARE(strong.destructive, verdict == u"destructive" ? QStringList{function} : QStringList());
    QCOMPARE(strong.writing, verdict == u"writing" ? QStringList{function} : QStringList());
    QVERIFY(!liaison::strongFunctions({QStringLiteral("local_liaison_set_room")}, true).writing.isEmpty());
}

// Before any token is typed: no profile, no store, no request.
void FlowDoctor::sheet()
{
    Flow flow(small());
    Env none;
    for (auto it = flow.env.cbegin(); it != flow.env.cend(); ++it)
        none[it.key()] = QString();
    none[QStringLiteral("LIAISON_STORE")] = flow.file(QStringLiteral("nostore"));
    for (const char *language : {"en", "fr"}) {
        const QStringList head{QStringLiteral("--lang"), QString::fromLatin1(language)};
        const QStringList words{QStringLiteral("doctor"), QStringLiteral("--sheet")};
        const Ran text = flow.run(head + words, none);
        QVERIFY2(text.exit == 0 && text.err.isEmpty(), said(text));
        for (const char *right : {"core_enrol_get_enrolled_users", "local_liaison_get_links", "moodle/user:viewdetails",
                                  "view-room-administration", "remove-user", "Community"})
            QVERIFY2(text.out.contains(right), right);
        QVERIFY(text.out.count('\n') < 80); // one page
        const Ran json = flow.run(head + QStringList{QStringLiteral("--json")} + words, none);
        QVERIFY2(json.exit == 0 && valid("doctor-sheet", json.out), said(json));
        const Ran reading = flow.run(head + QStringList{QStringLiteral("--read-only")} + words, none);
        QVERIFY2(reading.exit == 0 && !reading.out.contains("remove-user"), said(reading));
    }
    QVERIFY(flow.run({QStringLiteral("doctor"), QStringLiteral("--sheet")}).exit == 0); // with servers at hand, too
    QCOMPARE(flow.sandbox().requests().size(), size_t(0));
    QVERIFY(!QFile::exists(flow.file(QStringLiteral("nostore"))));
}

void FlowDoctor::secretsAreNotShown()
{
    Flow flow(small());
    for (const QStringList &words :
         {QStringList{QStringLiteral("doctor")}, QStringList{QStringLiteral("--json"), QStringLiteral("doctor")}}) {
        const Ran run = flow.run(words);
        for (const char *name : {"LIAISON_MOODLE_TOKEN", "LIAISON_CHAT_TOKEN"}) {
            const QByteArray token = flow.env[QString::fromLatin1(name)].toUtf8();
            QVERIFY(!token.isEmpty() && !run.out.contains(token) && !run.err.contains(token));
            QVERIFY(!run.out.contains(token.right(6)));
        }
        QVERIFY(!run.out.contains("CANARY"));
    }
}

// R68 R80: the release that is installed, and what is known to be wrong in it.
void FlowDoctor::pluginDefects()
{
    Flow flow(small());
    for (const char *language : {"en", "fr"}) {
        const Ran run = flow.run({QStringLiteral("--lang"), QString::fromLatin1(language), QStringLiteral("--json"),
                                  QStringLiteral("doctor")});
        const QJsonObject defects = check(run, ofMoodle, QStringLiteral("plugin-defects"));
        QCOMPARE(defects[u"found"].toString(), QStringLiteral("plugin-defects"));
        QCOMPARE(defects[u"result"].toString(), QStringLiteral("watch"));
        QVERIFY2(defects[u"fact"].toString().contains(QLatin1String("7")), said(run));
        QVERIFY2(defects[u"remedy"].toString().contains(QLatin1String("50")), said(run)); // its first 50 members
    }
}

// R21 R22: nobody tells when the login was; it was not later than its first use here.
void FlowDoctor::loginTokenGrowsOld()
{
    constexpr qint64 day = 86'400'000;
    Flow flow(small());
    Examined e;
    e.report.kind = QStringLiteral("rocketchat");
    e.report.readAt = Instant::fromIso(QStringLiteral("2026-11-20T08:00:00Z"));
    e.token = chat::TokenFacts{chat::TokenFacts::Kind::Login, {}, {}, 90};
    const auto foundAfter = [&](int days) {
        e.tokenFirstUsed.ms = e.report.readAt.ms - days * day;
        const std::vector<Check> checks = checksOf(e);
        const auto token =
            std::find_if(checks.begin(), checks.end(), [](const Check &c) { return c.step == u"token"; });
        return *token;
    };
    QCOMPARE(foundAfter(0).found, QStringLiteral("token-login-since"));
    QCOMPARE(foundAfter(75).found, QStringLiteral("token-login-since"));
    QCOMPARE(foundAfter(77).found, QStringLiteral("token-login-ends-soon"));
    QCOMPARE(foundAfter(80).found, QStringLiteral("token-login-ends-soon"));
    QCOMPARE(foundAfter(80).args, (QStringList{QStringLiteral("80"), QStringLiteral("2026-11-30T08:00:00Z")}));
    QCOMPARE(foundAfter(91).found, QStringLiteral("token-login")); // its life was made longer
    e.tokenFirstUsed = {};
    e.token->kind = chat::TokenFacts::Kind::Personal;
    e.token->name = QStringLiteral("liaison-pc");
    e.token->made = Instant::fromIso(QStringLiteral("2026-09-04T08:00:00Z"));
    QCOMPARE(foundAfter(0).found, QStringLiteral("token-personal-since"));
    // A token that worked here and is refused now was not mistyped.
    QVERIFY(flow.run({QStringLiteral("doctor")}).exit == 0);
    flow.fault(R"({"server":"rocketchat","do":"revoke"})");
    const Ran gone = flow.run({QStringLiteral("--json"), QStringLiteral("doctor")});
    QVERIFY2(gone.exit == 1, said(gone));
    QCOMPARE(found(gone, ofChat, "token"), QStringLiteral("token-expired"));
}

// R283: what the server told of its limit; the account of the sandbox is exempt unless the right is taken away.
void FlowDoctor::rateLimit()
{
    Flow exempt(small());
    QCOMPARE(found(exempt.run({QStringLiteral("--json"), QStringLiteral("doctor")}), ofChat, "rate-limit"),
             QStringLiteral("limit-exempt"));
    Campus campus = small();
    campus.world.chat.grants.emplace();
    (*campus.world.chat.grants)[QStringLiteral("api-bypass-rate-limit")] = {};
    Flow limited(campus);
    const Ran run = limited.run({QStringLiteral("--json"), QStringLiteral("doctor")});
    const QJsonObject limit = check(run, ofChat, QStringLiteral("rate-limit"));
    QVERIFY2(limit[u"found"].toString() == u"limit-told" || limit[u"found"].toString() == u"limit-waits", said(run));
    QVERIFY2(valid("doctor", run.out), said(run));
}

void FlowDoctor::newAccounts_data()
{
    QTest::addColumn<QJsonValue>("ldap");
    QTest::addColumn<QJsonValue>("cas");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("result");
    const QJsonValue on(true), off(false), untold(0); // of a type that says nothing
    QTest::newRow("none") << off << off << "directory-none"
                          << "fine";
    QTest::newRow("CAS") << off << on << "directory-cas"
                         << "fine";
    QTest::newRow("LDAP") << on << off << "directory-ldap"
                          << "watch";
    QTest::newRow("both") << on << on << "directory-ldap"
                          << "watch";
    QTest::newRow("LDAP, CAS not told") << on << untold << "directory-ldap"
                                        << "watch";
    QTest::newRow("LDAP off, CAS not told") << off << untold << "directory-untold"
                                            << "not-known";
}

// R276: a directory that synchronises rooms is a second master; R34: and it is what makes accounts.
void FlowDoctor::newAccounts()
{
    QFETCH(QJsonValue, ldap);
    QFETCH(QJsonValue, cas);
    Campus campus = small();
    campus.world.chat.settings[QStringLiteral("LDAP_Enable")] = ldap;
    campus.world.chat.settings[QStringLiteral("CAS_enabled")] = cas;
    Flow flow(campus);
    const Ran run = flow.run({QStringLiteral("--json"), QStringLiteral("doctor")});
    QTEST(found(run, ofChat, "new-accounts"), "what");
    QTEST(result(run, ofChat, "new-accounts"), "result");
    QCOMPARE(found(run, ofMoodle, "new-accounts"), QStringLiteral("plugin-makes-accounts"));
    QVERIFY2(valid("doctor", run.out), said(run));
    const bool twoMasters = ldap == QJsonValue(true);
    const auto inOneLine = [](const Ran &told) { return QString::fromUtf8(told.out).simplified(); };
    QCOMPARE(inOneLine(flow.run({QStringLiteral("doctor")})).contains(QStringLiteral("two masters")), twoMasters);
    const Ran french = flow.run({QStringLiteral("--lang"), QStringLiteral("fr"), QStringLiteral("doctor")});
    QCOMPARE(inOneLine(french).contains(QStringLiteral("deux maîtres")), twoMasters);
}

// R2: every request with what is safe to tell; the file is its owner's alone, and is written also when all fails.
void FlowDoctor::requestLog()
{
    Flow flow(small());
    const auto logged = [&](const QString &name, const QStringList &command) {
        const QString file = flow.file(name);
        const Ran run = flow.run(QStringList{QStringLiteral("--request-log"), file} + command);
        const auto open = QFile::permissions(file);
        if (open &
            (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup | QFileDevice::WriteOther))
            qWarning("others may read it");
        return run;
    };
    Ran run = logged(QStringLiteral("log.json"), {QStringLiteral("courses")});
    QVERIFY2(run.exit != 1, said(run));
    const QByteArray json = flow.read(QStringLiteral("log.json"));
    QVERIFY(valid("request-log", json));
    const QJsonArray requests = QJsonDocument::fromJson(json)[u"requests"].toArray();
    QVERIFY(requests.size() > 5);
    QStringList functions, paths;
    for (const QJsonValue &request : requests) {
        functions << request[u"function"].toString();
        paths << request[u"path"].toString();
        QCOMPARE(request[u"status"].toInt(), 200);
    }
    QVERIFY(functions.contains(QStringLiteral("core_webservice_get_site_info")));
    QVERIFY2(paths.filter(QStringLiteral("?")).filter(QStringLiteral("=")).isEmpty(), json.constData());
    for (const QString &secret : {flow.env[QStringLiteral("LIAISON_MOODLE_TOKEN")],
                                  flow.env[QStringLiteral("LIAISON_CHAT_TOKEN")], QStringLiteral("anne")})
        QVERIFY2(!json.contains(secret.toUtf8()), qPrintable(secret));
    flow.fault(R"({"do":"status","status":500})");
    run = logged(QStringLiteral("log.csv"), {QStringLiteral("courses")});
    const QByteArray csv = flow.read(QStringLiteral("log.csv"));
    QVERIFY(csv.contains("\"500\""));
    QVERIFY2(csv.contains("\"2\",\"500\""), csv.constData()); // the second attempt
    flow.sandbox().clearFaults();
    run = flow.run({QStringLiteral("--request-log"), QStringLiteral("/nonexistent/log.csv"), QStringLiteral("runs")});
    QVERIFY2(run.exit == 0, said(run)); // a command without servers writes none
    run = logged(QStringLiteral("no/such/folder.csv"), {QStringLiteral("doctor")});
    QVERIFY2(run.exit == 0 && run.err.contains("folder.csv"), said(run)); // the command's own result stands
}

// Everything that a person could be recognised by, or a server signed in to with, is searched for in the bundle.
void FlowDoctor::bundleNamesNobody()
{
    Campus campus = small();
    campus.addSite(QStringLiteral("annexe"), false);
    for (auto &site : campus.world.moodle) { // names that are no word of the document's own
        for (auto &person : site.people) {
            person.firstname = QStringLiteral("Prénom") + person.username;
            person.lastname = QStringLiteral("Nom") + person.username;
        }
    }
    for (auto &user : campus.world.chat.users)
        user.name = QStringLiteral("Pseudo") + user.username;
    Flow flow(campus);
    flow.configure(
        R"({"name":"univ-secrete","policy":{"exclude":["bob"],"identity":{"rule":"lower","exceptions":{"anne":"anne.x"}}}})");
    for (const char *language : {"en", "fr"}) {
        const QString file = flow.file(QStringLiteral("bundle.json"));
        const Ran run = flow.run({QStringLiteral("--lang"), QString::fromLatin1(language), QStringLiteral("doctor"),
                                  QStringLiteral("--bundle"), file});
        QVERIFY2(run.exit != 1, said(run));
        // What is in it is told before anything else.
        QVERIFY2(run.out.startsWith(*language == 'e' ? "What the support bundle holds" : "Contenu du dossier"),
                 said(run));
        const QByteArray bundle = flow.read(QStringLiteral("bundle.json"));
        QVERIFY(valid("bundle", bundle));
        QVERIFY(!(QFile::permissions(file) & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
        const QJsonDocument document = QJsonDocument::fromJson(bundle);
        QVERIFY(document[u"requests"].toArray().size() > 10);
        QVERIFY(document[u"counts"][u"states"].toArray().size() > 0);
        QCOMPARE(document[u"servers"].toArray().size(), 3);

        QStringList secrets{QStringLiteral("127.0.0.1"),
                            QStringLiteral("localhost"),
                            QStringLiteral("univ-secrete"),
                            QStringLiteral("annexe"),
                            QDir::homePath(),
                            QSysInfo::machineHostName()};
        for (const char *name : {"LIAISON_MOODLE_TOKEN", "LIAISON_CHAT_TOKEN", "LIAISON_MOODLE_TOKEN_ANNEXE"})
            secrets << flow.env[QString::fromLatin1(name)];
        const sandbox::World &world = flow.sandbox().world();
        for (const auto &site : world.moodle) {
            for (const auto &person : site.people)
                secrets << person.username << person.firstname << person.lastname << person.email << person.idnumber;
            for (const auto &course : site.courses)
                secrets << course.shortname << course.fullname;
        }
        for (const auto &user : world.chat.users)
            secrets << user.id << user.username << user.name << user.email;
        for (const auto &room : world.chat.rooms)
            secrets << room.id << room.name << room.topic;
        int searched = 0;
        for (const QString &secret : std::as_const(secrets)) {
            // As a word of its own: the login "api" is also a part of every path.
            if (secret.size() < 3 || secret == u"api")
                continue;
            static const QString edge = QStringLiteral("(?<![A-Za-z0-9])%1(?![A-Za-z0-9])");
            const QRegularExpression word(edge.arg(QRegularExpression::escape(secret)),
                                          QRegularExpression::CaseInsensitiveOption);
            QVERIFY2(!QString::fromUtf8(bundle).contains(word), qPrintable(secret));
            ++searched;
        }
        QVERIFY(searched > 20);
    }
    const QString nowhere = QStringLiteral("/nonexistent/bundle.json");
    const Ran refused =
        flow.run({QStringLiteral("--json"), QStringLiteral("doctor"), QStringLiteral("--bundle"), nowhere});
    QVERIFY2(refused.exit == 1, said(refused));
    QCOMPARE(refused.json[u"error"][u"code"].toString(), QStringLiteral("file-not-writable"));
}

void FlowDoctor::bundleOfABrokenServer()
{
    Flow flow(small());
    flow.fault(R"({"server":"rocketchat","do":"html"})");
    const Ran run =
        flow.run({QStringLiteral("doctor"), QStringLiteral("--bundle"), flow.file(QStringLiteral("bundle.json"))});
    QVERIFY2(run.exit == 1, said(run)); // as without a bundle
    const QByteArray bundle = flow.read(QStringLiteral("bundle.json"));
    QVERIFY(valid("bundle", bundle));
    const QJsonArray errors = QJsonDocument::fromJson(bundle)[u"errors"].toArray();
    QVERIFY2(!errors.isEmpty() && errors.first()[u"error"].toString() == u"not-rocketchat", bundle.constData());
}

QTEST_GUILESS_MAIN(FlowDoctor)
#include "tst_flow_doctor.moc"
