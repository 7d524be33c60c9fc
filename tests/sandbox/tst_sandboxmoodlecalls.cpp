// Calls beside those that the console lives on, as they were recorded: activities, groupings, availability, the block's
// remote side, course copies (contract section 4), and display values in French.
#include "tst_sandboxmoodlereplay.h"

#include <functional>

using namespace liaison;
using namespace liaison::sandbox;
using namespace liaison::sandbox::test;

namespace {

World detailedWorld()
{
    World world = recordedWorld();
    Moodle &site = world.moodle[0];
    Course &anatomy = site.courses[1];
    anatomy.idnumber = QStringLiteral("APOGEE-0002");
    anatomy.groupings = {{2, QStringLiteral("Groupement TD"), {4, 5}}};
    Course algebra = site.courses[0];
    for (const char *letter : {"b", "c"}) // recorded pages begin behind a hundred people
        algebra.enrolments.push_back(enrolment(letter[0] == 'b' ? 303 : 304, {QStringLiteral("student")}));
    site.courses[0] = algebra;
    Course restricted = course(6, 2, "ETH 6", "Éthique médicale");
    restricted.activities = {activity(49, "Salon Rocket.Chat", "room49")};
    restricted.activities[0].availability =
        QStringLiteral(R"({"op":"&","c":[{"type":"date","d":">=","t":1799539200}],"showc":[true]})");
    Course both = course(7, 2, "ETH 7", "Histoire de la médecine");
    both.activities = {activity(53, "Salon Rocket.Chat", "room53")};
    both.activities[0].availability = QStringLiteral(
        R"({"op":"&","c":[{"type":"date","d":"<","t":1790809200},{"type":"grouping","id":4}],"showc":[true,false]})");
    Course other = course(20, 2, "AUTRE", "Un cours d'une autre personne");
    other.enrolments = {enrolment(4, {QStringLiteral("editingteacher")})};
    site.courses.insert(site.courses.end(), {restricted, both, other});
    return world;
}

} // namespace

class SandboxMoodleCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersLikeTheRecording_data();
    void answersLikeTheRecording();
    void refusesLikeTheRecording_data();
    void refusesLikeTheRecording();
    void backupFiles();
    void hidingArchivesTheRoom();
    void restrictionsWithoutTheRight();
    void pagesAreStable();
    void displayValuesInFrench();
    void reportOfMoodle41();
};

void SandboxMoodleCalls::answersLikeTheRecording_data()
{
    QTest::addColumn<QStringList>("grants");
    const QString visibility = QStringLiteral("moodle/course:activityvisibility");
    const QString see = QStringLiteral("block/my_external_backup_restore_courses:can_see_backup_courses");
    const QString retrieve = QStringLiteral("block/my_external_backup_restore_courses:can_retrieve_courses");
    const auto row = [](const char *name, const QStringList &grants = {}) { QTest::newRow(name) << grants; };
    row("core_course_check_updates");
    row("core_course_edit_module__hide", {visibility});
    row("core_course_edit_module__show", {visibility});
    row("core_course_get_contents__date_and_grouping_restricted");
    row("core_course_get_contents__date_restricted");
    row("core_course_get_courses_by_field__idnumber");
    row("core_enrol_get_course_enrolment_methods");
    row("core_enrol_get_enrolled_users__suspended_field");
    row("core_enrol_get_enrolled_users__paged_sorted");
    row("core_group_get_course_groupings");
    row("core_group_get_groupings__with_groups");
    row("core_group_get_course_user_groups");
    row("block_get_courses", {see});
    row("block_get_courses_zip", {retrieve});
}

void SandboxMoodleCalls::answersLikeTheRecording()
{
    QFETCH(QStringList, grants);
    const QJsonObject recorded = recording(QLatin1String(QTest::currentDataTag()));
    Campus campus(detailedWorld());
    if (!grants.isEmpty()) {
        campus.drop({});
        campus.site().capabilities->append(grants);
        campus.changed();
    }
    Request request = replay(campus, recorded);
    request.body.replace("%5Bvalue%5D=100", "%5Bvalue%5D=2").replace("%5Bvalue%5D=16&", "%5Bvalue%5D=2&");
    const Reply reply = campus.server().handle(request);
    QCOMPARE(reply.status, recorded[QLatin1String("http_status")].toInt());
    const QJsonValue ours =
        QJsonDocument::fromJson("[" + reply.body + "]").array().first(); // one call answers a bare text
    const QString wrong = compare(ours, recorded[QLatin1String("response")], QStringLiteral("$"));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong + QLatin1String(": ") + QString::fromUtf8(reply.body.left(600))));
}

void SandboxMoodleCalls::refusesLikeTheRecording_data()
{
    QTest::addColumn<QString>("grant");
    const QString visibility = QStringLiteral("moodle/course:activityvisibility");
    const QString backup = QStringLiteral("moodle/backup:backupcourse");
    const QString retrieve = QStringLiteral("block/my_external_backup_restore_courses:can_retrieve_courses");
    QTest::newRow("core_course_edit_module__bad_action") << visibility;
    QTest::newRow("core_course_edit_module__unknown_cm") << visibility;
    QTest::newRow("core_backup_get_async_backup_progress__unknown_id") << backup;
    QTest::newRow("core_backup_submit_copy_form") << backup;
    QTest::newRow("error_unknown_course_enrolment_methods") << QString();
    QTest::newRow("block_get_courses__unknown_user")
        << QStringLiteral("block/my_external_backup_restore_courses:can_see_backup_courses");
    QTest::newRow("block_get_courses_zip__not_owner") << retrieve;
    QTest::newRow("block_get_courses_zip__unknown_course") << retrieve;
}

void SandboxMoodleCalls::refusesLikeTheRecording()
{
    QFETCH(QString, grant);
    const QJsonObject recorded = recording(QLatin1String(QTest::currentDataTag()));
    Campus campus(detailedWorld());
    campus.drop({});
    campus.site().capabilities->append(grant);
    campus.changed();
    const Reply reply = campus.server().handle(replay(campus, recorded));
    QCOMPARE(QJsonDocument::fromJson(reply.body).object(), recorded[QLatin1String("response")].toObject());
}

void SandboxMoodleCalls::backupFiles()
{
    Campus campus(detailedWorld());
    for (const char *name : {"block_download_backup", "block_download_backup__unknown_file"}) {
        const QJsonObject recorded = recording(QLatin1String(name));
        Request request = replay(campus, recorded);
        QUrlQuery query = request.query;
        if (query.queryItemValue(QStringLiteral("filerecordid")) == u"11") {
            query.removeQueryItem(QStringLiteral("filerecordid"));
            query.addQueryItem(QStringLiteral("filerecordid"), QStringLiteral("3")); // what get_courses_zip answers
        }
        request.query = query;
        const Reply reply = campus.server().handle(request);
        QCOMPARE(reply.status, 200);
        const QString type =
            recorded[QLatin1String("response_headers")].toObject()[QLatin1String("Content-Type")].toString();
        QCOMPARE(QString::fromLatin1(reply.headers.first().second), type);
        QCOMPARE(reply.body.startsWith(QByteArray::fromHex("1f8b08")),
                 recorded[QLatin1String("response")].toString().startsWith(u"<binary"));
    }
}

/// mod_rocketchat archives at once, and takes it back.
void SandboxMoodleCalls::hidingArchivesTheRoom()
{
    Campus campus(detailedWorld());
    Room room;
    room.id = QStringLiteral("room37");
    campus.world().chat.rooms = {room};
    campus.drop({});
    campus.site().capabilities->append(QStringLiteral("moodle/course:activityvisibility"));
    campus.changed();
    const auto act = [&](const char *action) {
        campus.server().handle(
            campus.serviceRequest("core_course_edit_module",
                                  fields({{"action", QString::fromLatin1(action)}, {"id", QStringLiteral("37")}})));
        return campus.world().chat.rooms[0].archived;
    };
    QVERIFY(act("hide"));
    QVERIFY(!act("show"));
    QVERIFY(act("stealth"));
    QVERIFY(campus.server()
                .facts(campus.serviceRequest("core_course_edit_module", fields({{"action", QStringLiteral("hide")},
                                                                                {"id", QStringLiteral("37")}})))
                .write);
}

/// "Hide entirely" is silent; other restrictions are listed and closed: contract section 3.
void SandboxMoodleCalls::restrictionsWithoutTheRight()
{
    Campus campus(detailedWorld());
    campus.drop({QStringLiteral("moodle/course:ignoreavailabilityrestrictions")});
    const auto modules = [&](int id) {
        return campus.call("core_course_get_contents", ofCourse(id))
            .array()[1]
            .toObject()[QLatin1String("modules")]
            .toArray();
    };
    QCOMPARE(modules(6).size(), 1);
    QCOMPARE(modules(6)[0].toObject()[QLatin1String("uservisible")].toBool(), false);
    QCOMPARE(modules(7).size(), 0);
    QCOMPARE(campus.errorOf("core_course_get_course_module", named("cmid", QStringLiteral("49"))),
             QStringLiteral("requireloginerror"));
    campus.site().capabilities->removeAll(QStringLiteral("moodle/course:viewhiddenactivities"));
    campus.changed();
    QVERIFY(modules(6)[0].toObject()[QLatin1String("availability")].isNull());
}

void SandboxMoodleCalls::pagesAreStable()
{
    Campus campus(detailedWorld());
    QList<qint64> all;
    for (int from = 0; from < 12; from += 5) {
        const QJsonDocument page =
            campus.call(enrolled, ofCourse(3, {usernameAndRoles,
                                               {QStringLiteral("limitfrom"), QString::number(from)},
                                               {QStringLiteral("limitnumber"), QStringLiteral("5")}}));
        all += ids(page);
    }
    QCOMPARE(QSet<qint64>(all.begin(), all.end()).size(), 10);
    QCOMPARE(all.size(), 10);
}

/// Display values follow the language of the account: a client that reads words reads nothing here.
void SandboxMoodleCalls::displayValuesInFrench()
{
    Campus campus(detailedWorld());
    campus.site().account.language = QStringLiteral("fr");
    campus.site().reports[0].titles = {{QStringLiteral("user"), QStringLiteral("Personne")},
                                       {QStringLiteral("method"), QString()}};
    campus.changed();
    const QJsonObject data = campus
                                 .call("core_reportbuilder_retrieve_report",
                                       fields({{"reportid", QStringLiteral("6")}, {"perpage", QStringLiteral("0")}}))
                                 .object()[QLatin1String("data")]
                                 .toObject();
    const QJsonArray headers = data[QLatin1String("headers")].toArray();
    QVERIFY(headers.contains(QStringLiteral("Personne")) && !headers.contains(QStringLiteral("method")));
    QSet<QString> words;
    const QJsonArray rows = data[QLatin1String("rows")].toArray();
    for (const QJsonValue &row : rows) {
        const QJsonArray cells = row[QLatin1String("columns")].toArray();
        for (const QJsonValue &cell : cells)
            words.insert(cell.toString());
    }
    for (const char *word : {"Oui", "Non", "Actif", "Suspendu", "mardi 1 septembre 2026, 00:00"})
        QVERIFY2(words.contains(QString::fromUtf8(word)), word);
    QVERIFY(!words.contains(QStringLiteral("Active")) && !words.contains(QStringLiteral("Yes")));
    QCOMPARE(campus.call("core_webservice_get_site_info").object()[QLatin1String("lang")].toString(),
             QStringLiteral("fr"));
}

/// Before 4.3 participants have no role columns, before 4.4 there is no datasource of roles.
void SandboxMoodleCalls::reportOfMoodle41()
{
    Campus campus(detailedWorld());
    campus.site().version = QStringLiteral("4.1");
    campus.changed();
    const QJsonArray reports =
        campus.call("core_reportbuilder_list_reports").object()[QLatin1String("reports")].toArray();
    QCOMPARE(ids(reports), QList<qint64>{6});
    const QJsonObject data = campus.call("core_reportbuilder_retrieve_report", named("reportid", QStringLiteral("6")))
                                 .object()[QLatin1String("data")]
                                 .toObject();
    QVERIFY(!data[QLatin1String("headers")].toArray().contains(QStringLiteral("role")));
    QVERIFY(data[QLatin1String("headers")].toArray().contains(QStringLiteral("username")));
}

QTEST_GUILESS_MAIN(SandboxMoodleCalls)
#include "tst_sandboxmoodlecalls.moc"
