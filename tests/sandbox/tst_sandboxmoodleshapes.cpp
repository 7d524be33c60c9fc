// The sandbox answers with the keys and types of the recorded Moodle: contract sections 1, 2 and 4.
// R249: refusals come in the shapes and codes of the real server.
#include "tst_sandboxmoodlereplay.h"

#include <QRegularExpression>

using namespace liaison;
using namespace liaison::sandbox;
using namespace liaison::sandbox::test;

class SandboxMoodleShapes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersLikeTheRecording_data();
    void answersLikeTheRecording();
    void refusesLikeTheRecording_data();
    void refusesLikeTheRecording();
    void xml();
    void pages();
    void escapes();
};

void SandboxMoodleShapes::answersLikeTheRecording_data()
{
    QTest::addColumn<QStringList>("grants");
    QTest::addColumn<QStringList>("dropped");
    const QStringList none;
    const char *const plain[] = {"core_course_get_categories",
                                 "core_course_get_categories__subtree",
                                 "core_course_get_contents__by_cmid",
                                 "core_course_get_contents__hidden_activity",
                                 "core_course_get_contents__not_on_course_page",
                                 "core_course_get_contents__only_rocketchat",
                                 "core_course_get_contents__raw",
                                 "core_course_get_course_module",
                                 "core_course_get_course_module_by_instance",
                                 "core_course_get_courses",
                                 "core_course_get_courses_by_field__all",
                                 "core_course_get_courses_by_field__category",
                                 "core_course_get_courses_by_field__no_match",
                                 "core_course_get_courses_by_field__not_raw",
                                 "core_course_get_courses_by_field__raw",
                                 "core_course_get_courses_by_field__shortname",
                                 "core_course_search_courses",
                                 "core_course_search_courses__accents_and_slash",
                                 "core_enrol_get_enrolled_users",
                                 "core_enrol_get_enrolled_users__groupid",
                                 "core_enrol_get_enrolled_users__onlyactive",
                                 "core_enrol_get_enrolled_users__onlysuspended",
                                 "core_enrol_get_enrolled_users__past_the_end",
                                 "core_enrol_get_enrolled_users__userfields",
                                 "core_enrol_get_enrolled_users__userfields_minimal",
                                 "core_enrol_get_enrolled_users__withcapability",
                                 "core_enrol_get_enrolled_users_with_capability",
                                 "core_enrol_get_enrolled_users_with_capability__several_courses",
                                 "core_enrol_get_users_courses",
                                 "core_group_get_course_groups",
                                 "core_group_get_group_members",
                                 "core_reportbuilder_list_reports",
                                 "core_reportbuilder_retrieve_report__participants",
                                 "core_reportbuilder_retrieve_report__past_the_end",
                                 "core_reportbuilder_retrieve_report__role_assignments",
                                 "core_user_get_users",
                                 "core_user_get_users__unknown_key",
                                 "core_user_get_users_by_field__suspended",
                                 "core_user_get_users_by_field__username",
                                 "core_webservice_get_site_info",
                                 "get_method_query_string"};
    for (const char *name : plain)
        QTest::newRow(name) << none << none;
    QTest::newRow("core_course_get_courses__admin") << QStringList{QStringLiteral("moodle/course:update")} << none;
    QTest::newRow("core_course_get_course_module__manager")
        << QStringList{QStringLiteral("moodle/course:manageactivities")} << none;
    const auto silent = [&](const char *name, const char *capability) {
        QTest::newRow(name) << none << QStringList{QString::fromLatin1(capability)};
    };
    silent("silent_truncation_contents_without_viewhiddenactivities", "moodle/course:viewhiddenactivities");
    silent("silent_truncation_enrolled_users_separate_groups", "moodle/site:accessallgroups");
    silent("silent_truncation_enrolled_users_without_viewdetails", "moodle/user:viewdetails");
    silent("silent_truncation_username_without_viewalldetails", "moodle/user:viewalldetails");
    silent("silent_truncation_users_by_field_without_viewalldetails", "moodle/user:viewalldetails");
}

void SandboxMoodleShapes::answersLikeTheRecording()
{
    QFETCH(QStringList, grants);
    QFETCH(QStringList, dropped);
    const QJsonObject recorded = recording(QLatin1String(QTest::currentDataTag()));
    Campus campus;
    if (!grants.isEmpty() || !dropped.isEmpty()) {
        campus.drop(dropped);
        campus.site().capabilities->append(grants);
        campus.changed();
    }
    const Reply reply = campus.server().handle(replay(campus, recorded));
    QCOMPARE(reply.status, recorded[QLatin1String("http_status")].toInt());
    QJsonParseError error;
    const QJsonDocument body = QJsonDocument::fromJson(reply.body, &error);
    QVERIFY2(error.error == QJsonParseError::NoError, reply.body.left(200));
    const QJsonValue ours = body.isArray() ? QJsonValue(body.array()) : QJsonValue(body.object());
    const QString wrong = compare(ours, recorded[QLatin1String("response")], QStringLiteral("$"));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void SandboxMoodleShapes::refusesLikeTheRecording_data()
{
    QTest::addColumn<QStringList>("dropped"); // capabilities, or a function with a leading "-"
    const QStringList none;
    const char *const plain[] = {"core_course_get_courses_by_field__ids",
                                 "core_enrol_get_enrolled_users__bad_userfield",
                                 "core_enrol_get_enrolled_users__onlyactive_and_onlysuspended",
                                 "core_enrol_get_enrolled_users_with_capability__one_unknown",
                                 "core_reportbuilder_retrieve_report__unknown_id",
                                 "error_invalid_option_value",
                                 "error_invalid_parameter_type",
                                 "error_invalid_response_raw",
                                 "error_missing_function",
                                 "error_missing_parameter",
                                 "error_missing_token",
                                 "error_unexpected_parameter",
                                 "error_unknown_course_contents",
                                 "error_unknown_course_enrolled_users",
                                 "error_unknown_course_groups",
                                 "error_unknown_course_module",
                                 "error_unknown_function",
                                 "error_unknown_id_in_list",
                                 "login_token_bad_password",
                                 "login_token_missing_parameter",
                                 "login_token_unknown_user"};
    for (const char *name : plain)
        QTest::newRow(name) << none;
    QTest::newRow("error_invalid_token") << QStringList{QStringLiteral("revoke")};
    QTest::newRow("error_activity_not_accessible") << QStringList{QStringLiteral("moodle/course:viewhiddenactivities")};
    QTest::newRow("error_missing_capability_rest_use") << QStringList{QStringLiteral("webservice/rest:use")};
    QTest::newRow("error_missing_capability_course_context") << QStringList{QStringLiteral("moodle/course:view")};
    QTest::newRow("error_missing_capability_enrolled_users") << QStringList{QStringLiteral("moodle/course:view")};
    QTest::newRow("error_sentence_as_errorcode") << QStringList{QStringLiteral("moodle/course:view")};
    QTest::newRow("error_hidden_course_breaks_get_courses")
        << QStringList{QStringLiteral("moodle/course:viewhiddencourses")};
    QTest::newRow("error_report_not_in_audience") << QStringList{QStringLiteral("moodle/reportbuilder:viewall")};
    QTest::newRow("error_function_not_in_service") << QStringList{QStringLiteral("service")};
}

void SandboxMoodleShapes::refusesLikeTheRecording()
{
    QFETCH(QStringList, dropped);
    const QJsonObject recorded = recording(QLatin1String(QTest::currentDataTag()));
    Campus campus;
    campus.site().reports.push_back({8, QStringLiteral("participants"), {}, false});
    Request request = replay(campus, recorded);
    if (dropped == QStringList{QStringLiteral("revoke")}) {
        campus.server().setRevoked(true);
    } else if (dropped == QStringList{QStringLiteral("service")}) {
        campus.site().functions = QStringList{QStringLiteral("core_webservice_get_site_info")};
        request = campus.serviceRequest("core_course_get_courses", {});
    } else if (!dropped.isEmpty()) {
        campus.drop(dropped);
    }
    const Reply reply = campus.server().handle(request);
    QCOMPARE(reply.status, 200);
    QCOMPARE(QJsonDocument::fromJson(reply.body).object(), recorded[QLatin1String("response")].toObject());
}

void SandboxMoodleShapes::xml()
{
    Campus campus;
    for (const QString &name : {QStringLiteral("format_omitted_xml"), QStringLiteral("format_omitted_xml_error")}) {
        const QJsonObject recorded = recording(name);
        Request request = replay(campus, recorded);
        if (name.endsWith(QLatin1String("error")))
            campus.server().setRevoked(true);
        const Reply reply = campus.server().handle(request);
        const QRegularExpression values(QStringLiteral("(<VALUE>\\d+</VALUE>\\n)+"));
        const QString one = QStringLiteral("<VALUE>n</VALUE>\n");
        QCOMPARE(QString::fromUtf8(reply.body).replace(values, one),
                 recorded[QLatin1String("response")].toString().replace(values, one));
        QVERIFY(reply.headers.contains({"Content-Type", "application/xml; charset=utf-8"}));
    }
}

// A wrong URL meets pages and 404s, never JSON.
void SandboxMoodleShapes::pages()
{
    Campus campus;
    const Reply missing = campus.server().handle(replay(campus, recording(QStringLiteral("error_wrong_path_404"))));
    QCOMPARE(missing.status, 404);
    QCOMPARE(missing.body, QByteArray("File not found.\n"));
    QCOMPARE(campus.server().handle(replay(campus, recording(QStringLiteral("error_wrong_base_url_404")))).status, 404);
    for (const char *path : {"/", "", "/login/index.php"}) {
        const Reply page = campus.server().handle(campus.request(QString::fromLatin1(path), {}));
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.startsWith("<!DOCTYPE html>"));
        QCOMPARE(page.headers.first().second, QByteArray("text/html; charset=utf-8"));
    }
    const Reply limited = campus.server().rateLimited({}, 17);
    QCOMPARE(limited.status, 429);
    QVERIFY(limited.headers.contains({"Retry-After", "17"}));
}

void SandboxMoodleShapes::escapes()
{
    Campus campus;
    const Form form{{QStringLiteral("field"), QStringLiteral("shortname")},
                    {QStringLiteral("value"), QStringLiteral("ALG LIN / L1")}};
    const QByteArray body =
        campus.server().handle(campus.serviceRequest("core_course_get_courses_by_field", form)).body;
    QVERIFY(body.contains("\"fullname\":\"Alg\\u00e8bre lin\\u00e9aire\""));
    QVERIFY(body.contains("\"shortname\":\"ALG LIN \\/ L1\""));
    for (const char c : body)
        QVERIFY(static_cast<unsigned char>(c) < 0x80);
    // A body that is not a form is not read: no token arrives.
    Request json = campus.serviceRequest("core_webservice_get_site_info", {});
    json.headers = {{"content-type", "application/json"}};
    QVERIFY(campus.server().handle(json).body.contains("invalidtoken"));
}

QTEST_GUILESS_MAIN(SandboxMoodleShapes)
#include "tst_sandboxmoodleshapes.moc"
