// What stands between a token and the services, as it was recorded: maintenance, upgrades, outages, switched-off
// services, a refused account (contract section 2). And the account of the recordings: which are tried, which are not.
// R249
#include "tst_sandboxmoodlereplay.h"

#include <QDir>
#include <functional>

using namespace liaison;
using namespace liaison::sandbox;
using namespace liaison::sandbox::test;

namespace {

using Prepare = std::function<void(Moodle &)>;

Prepare state(const char *name)
{
    return [name](Moodle &m) { m.state = QString::fromLatin1(name); };
}

struct Case
{
    const char *recording;
    Prepare prepare;
};

/// Recordings whose answer is compared whole, or as far as their kind allows: see `answersAsRecorded`.
const std::vector<Case> &cases()
{
    static const Prepare suspended = [](Moodle &m) { m.account.suspended = true; };
    static const Prepare serviceOff = [](Moodle &m) { m.account.serviceEnabled = false; };
    static const Prepare notAuthorised = [](Moodle &m) { m.account.authorised = false; };
    static const Prepare servicesOff = [](Moodle &m) { m.webServices = false; };
    static const Prepare adminInMaintenance = [](Moodle &m) {
        m.state = QStringLiteral("maintenance-web");
        m.account.admin = true;
    };
    static const Prepare adminOffline = [](Moodle &m) {
        m.state = QStringLiteral("maintenance-cli");
        m.account.admin = true;
    };
    static const std::vector<Case> all{
        {"error_cli_maintenance_page", state("maintenance-cli")},
        {"error_maintenance_mode_service_account", state("maintenance-cli")},
        {"error_maintenance_mode_admin_token", adminOffline},
        {"error_site_maintenance_web", state("maintenance-web")},
        {"error_site_maintenance_web_admin", adminInMaintenance},
        {"error_upgrade_running", state("upgrade-running")},
        {"error_upgrade_pending", state("upgrade-pending")},
        {"error_upgrade_pending_data_call", state("upgrade-pending")},
        {"error_database_down", state("database-down")},
        {"error_php_backend_down", state("backend-down")},
        {"error_web_services_disabled", servicesOff},
        {"error_rest_protocol_disabled", [](Moodle &m) { m.restProtocol = false; }},
        {"error_service_disabled", serviceOff},
        {"error_user_not_authorised_for_service", notAuthorised},
        {"error_token_ip_restricted", [](Moodle &m) { m.account.addressAllowed = false; }},
        {"error_service_user_suspended", suspended},
        {"error_missing_capability_edit_module", {}},
        {"error_missing_capability_backup_progress", {}},
        {"error_missing_capability_copy_form", {}},
        {"error_missing_capability_block", {}},
        {"html_front_page", {}},
        {"html_page_instead_of_json", {}},
        {"login_token_maintenance", state("maintenance-cli")},
        {"login_token_site_maintenance_web", state("maintenance-web")},
        {"login_token_upgrade_running", state("upgrade-running")},
        {"login_token_database_down", state("database-down")},
        {"login_token_web_services_disabled", servicesOff},
        {"login_token_service_disabled", serviceOff},
        {"login_token_user_not_authorised", notAuthorised},
        {"login_token_user_suspended", suspended},
        {"login_token_unknown_service", {}},
        {"login_token_ok", {}},
    };
    return all;
}

/// The same account under its name here.
QJsonValue renamed(QJsonValue recorded)
{
    QJsonObject o = recorded.toObject();
    for (auto it = o.begin(); it != o.end(); ++it) {
        if (it.value().isString())
            it.value() = it.value()
                             .toString()
                             .replace(QStringLiteral("svc.console"), QLatin1String(SandboxMoodle::accountName))
                             .replace(QStringLiteral("rc_console"), QLatin1String(SandboxMoodle::serviceName));
    }
    return o;
}

Request ours(const Campus &campus, const QJsonObject &recorded)
{
    Request request = replay(campus, recorded);
    request.body.replace("svc.console", SandboxMoodle::accountName).replace("rc_console", SandboxMoodle::serviceName);
    request.body.replace("%3Cpassword%3E", SandboxMoodle::accountPassword);
    return request;
}

QByteArray headerOf(const Reply &reply, const QByteArray &name)
{
    for (const auto &[key, value] : reply.headers) {
        if (key.toLower() == name.toLower())
            return value;
    }
    return {};
}

/// Where the recordings of a call are tried.
const QStringList &testFiles()
{
    static const QStringList files{QStringLiteral("shapes"), QStringLiteral("states"), QStringLiteral("calls")};
    return files;
}

} // namespace

class SandboxMoodleStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsRecorded_data();
    void answersAsRecorded();
    void expiredToken();
    void orderOfRefusals();
    void everyRecordingIsTriedOrExplained();
};

void SandboxMoodleStates::answersAsRecorded_data()
{
    QTest::addColumn<int>("index");
    int i = 0;
    for (const Case &c : cases())
        QTest::newRow(c.recording) << i++;
}

void SandboxMoodleStates::answersAsRecorded()
{
    QFETCH(int, index);
    const Case &c = cases()[std::size_t(index)];
    const QJsonObject recorded = recording(QString::fromLatin1(c.recording));
    Campus campus;
    if (c.prepare)
        c.prepare(campus.site());
    campus.changed();
    const Reply reply = campus.server().handle(ours(campus, recorded));
    QCOMPARE(reply.status, recorded[QLatin1String("http_status")].toInt());
    const QJsonObject headers = recorded[QLatin1String("response_headers")].toObject();
    const QByteArray type = headers[QLatin1String("Content-Type")].toString().toLatin1();
    QCOMPARE(headerOf(reply, "Content-Type"), type);
    QCOMPARE(headerOf(reply, "Retry-After"), headers[QLatin1String("Retry-After")].toString().toLatin1());
    const QJsonValue wanted = recorded[QLatin1String("response")];
    if (wanted.isString()) { // pages: their kind, not their design
        QCOMPARE(reply.body.isEmpty(), wanted.toString().isEmpty());
        if (type == "text/html")
            QCOMPARE(reply.body, wanted.toString().toUtf8());
        return;
    }
    const QJsonDocument body = QJsonDocument::fromJson(reply.body);
    if (wanted.isObject() && (wanted[QLatin1String("errorcode")].isString())) {
        QCOMPARE(body.object(), renamed(wanted).toObject());
        return;
    }
    const QString wrong =
        compare(body.isArray() ? QJsonValue(body.array()) : QJsonValue(body.object()), wanted, QStringLiteral("$"));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

/// Moodle deletes an expired token at its first use.
void SandboxMoodleStates::expiredToken()
{
    Campus campus;
    campus.site().account.tokenUntil = Instant::fromIso(QStringLiteral("2026-11-01T00:00:00Z"));
    campus.changed();
    for (const char *name : {"error_token_expired", "error_token_expired_second_call"}) {
        const QJsonObject recorded = recording(QLatin1String(name));
        QCOMPARE(QJsonDocument::fromJson(campus.server().handle(replay(campus, recorded)).body).object(),
                 recorded[QLatin1String("response")].toObject());
    }
    campus.site().account.tokenUntil = Instant::fromIso(QStringLiteral("2027-11-01T00:00:00Z"));
    campus.changed();
    QVERIFY(campus.errorOf("core_webservice_get_site_info").isEmpty());
}

/// Maintenance tells nothing to a wrong token, and offline nothing to anybody.
void SandboxMoodleStates::orderOfRefusals()
{
    Campus campus;
    campus.site().state = QStringLiteral("maintenance-web");
    Request request = campus.serviceRequest("core_webservice_get_site_info", {});
    request.body.replace(token, "ffffffffffffffffffffffffffffffff");
    QVERIFY(campus.server().handle(request).body.contains("invalidtoken"));
    QCOMPARE(campus.errorOf("core_webservice_get_site_info"), QStringLiteral("sitemaintenance"));
    campus.site().state = QStringLiteral("maintenance-cli");
    QCOMPARE(campus.server().handle(request).status, 503);
    QCOMPARE(campus.server().handle(campus.request(QStringLiteral("/course/view.php"), {})).status, 503);
}

void SandboxMoodleStates::everyRecordingIsTriedOrExplained()
{
    const QString noContents = QStringLiteral("a world has rocketchat activities and no others");
    const QString noCopies = QStringLiteral("a world has no copies under way");
    const QString otherReports =
        QStringLiteral("a world has reports of roles and participants; the console reads no other");
    const QHash<QString, QString> elsewhere{
        {QStringLiteral("baseline_sync_calls"),
         QStringLiteral("calls of a plugin to the chat: tst_sandboxchat_plugin")},
        {QStringLiteral("companion_proposal_conflict"), QStringLiteral("tst_sandboxmoodlerestore")},
        {QStringLiteral("companion_proposal_get_links"),
         QStringLiteral("a prototype with other names: tst_sandboxmoodlecompanion")},
        {QStringLiteral("companion_proposal_get_memberships"), QStringLiteral("the same")},
        {QStringLiteral("companion_proposal_get_restore_tasks"), QStringLiteral("the same")},
        {QStringLiteral("core_backup_get_async_backup_progress__done"), noCopies},
        {QStringLiteral("core_backup_get_async_backup_progress__pending"), noCopies},
        {QStringLiteral("core_backup_get_copy_progress__pending"), noCopies},
        {QStringLiteral("core_course_get_contents"), noContents},
        {QStringLiteral("core_course_get_updates_since"), noContents},
        {QStringLiteral("core_courseformat_get_state"),
         QStringLiteral("the course editor's own state, which no client of ours reads")},
        {QStringLiteral("core_reportbuilder_retrieve_report__courses"), otherReports},
        {QStringLiteral("core_reportbuilder_retrieve_report__groups"), otherReports},
        {QStringLiteral("core_reportbuilder_retrieve_report__task_logs"), otherReports},
    };
    QByteArray tests;
    for (const QString &part : testFiles()) {
        QFile file(QStringLiteral(LIAISON_SOURCE_DIR "/tests/sandbox/tst_sandboxmoodle%1.cpp").arg(part));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        tests += file.readAll();
    }
    const int table = int(tests.indexOf("const QHash<QString, QString> elsewhere"));
    tests.remove(table, int(tests.indexOf("};", table)) - table); // this list itself
    const QStringList files = QDir(QStringLiteral(LIAISON_TEST_DATA "/moodle")).entryList({QStringLiteral("*.json")});
    QVERIFY(files.size() > 120);
    for (auto it = elsewhere.begin(); it != elsewhere.end(); ++it)
        QVERIFY2(files.contains(QString(it.key() + QLatin1String(".json"))), qPrintable(it.key()));
    for (const QString &file : files) {
        const QString name = file.chopped(5);
        const bool tried = tests.contains(QString(u'"' + name + u'"').toUtf8());
        QVERIFY2(tried || elsewhere.contains(name), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(SandboxMoodleStates)
#include "tst_sandboxmoodlestates.moc"
