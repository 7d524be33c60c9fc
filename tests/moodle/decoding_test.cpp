// Every recorded answer is data or the error it should be: R77 (contract tests), R249 (refusals keep their name).
#include "core/moodle/answer.h"
#include "core/moodle/errors.h"
#include "tests/moodle/recording.h"

#include <QTest>
#include <algorithm>

using namespace liaison;
using namespace liaison::moodle;
using test::load;
using test::Recording;

namespace {

/// What the decoder makes of a file: data, or an error (code, kind, Moodle's own code).
struct Expectation
{
    const char *file;
    QLatin1String code; ///< empty = data
    ErrorKind kind = ErrorKind::BadReply;
    const char *serverCode = "";
};

const QLatin1String data{};

const std::vector<Expectation> &expectations()
{
    using namespace errors;
    using K = ErrorKind;
    static const std::vector<Expectation> list{
        // Functions that the client calls
        {"core_webservice_get_site_info", data},
        {"core_course_get_categories", data},
        {"core_course_get_categories__subtree", data},
        {"core_course_get_course_module", data},
        {"core_course_get_course_module__manager", data},
        {"core_course_get_courses", data},
        {"core_course_get_courses__admin", data},
        {"core_course_get_courses_by_field__all", data},
        {"core_course_get_courses_by_field__category", data},
        {"core_course_get_courses_by_field__idnumber", data},
        {"core_course_get_courses_by_field__ids", siteError, K::ServerFailure},
        {"core_course_get_courses_by_field__no_match", data},
        {"core_course_get_courses_by_field__not_raw", data},
        {"core_course_get_courses_by_field__raw", data},
        {"core_course_get_courses_by_field__shortname", data},
        {"core_enrol_get_enrolled_users", data},
        {"core_enrol_get_enrolled_users__bad_userfield", invalidParameter, K::Rejected, "invaliduserfield"},
        {"core_enrol_get_enrolled_users__groupid", data},
        {"core_enrol_get_enrolled_users__onlyactive", data},
        {"core_enrol_get_enrolled_users__onlyactive_and_onlysuspended", invalidParameter, K::Rejected, "codingerror"},
        {"core_enrol_get_enrolled_users__onlysuspended", data},
        {"core_enrol_get_enrolled_users__paged_sorted", data},
        {"core_enrol_get_enrolled_users__past_the_end", data},
        {"core_enrol_get_enrolled_users__suspended_field", data},
        {"core_enrol_get_enrolled_users__userfields", data},
        {"core_enrol_get_enrolled_users__userfields_minimal", data},
        {"core_enrol_get_enrolled_users__withcapability", data},
        {"core_enrol_get_users_courses", data},
        {"core_group_get_group_members", data},
        {"core_user_get_users_by_field__suspended", data},
        {"core_user_get_users_by_field__username", data},
        {"companion_proposal_get_links", data},
        {"companion_proposal_get_memberships", data},
        {"companion_proposal_get_restore_tasks", data},
        {"companion_proposal_conflict", changedMeanwhile, K::Rejected, "conflict"},
        {"silent_truncation_enrolled_users_separate_groups", data},
        {"silent_truncation_enrolled_users_without_viewdetails", data},
        {"silent_truncation_username_without_viewalldetails", data},
        {"silent_truncation_users_by_field_without_viewalldetails", data},
        {"error_site_maintenance_web_admin", data},
        {"error_upgrade_pending", data},
        {"error_upgrade_pending_data_call", data},
        {"get_method_query_string", data},
        // Functions that it does not call
        {"block_download_backup", notMoodle, K::BadReply},
        {"block_download_backup__unknown_file", badReply, K::BadReply},
        {"block_get_courses", data},
        {"block_get_courses__unknown_user", notFound, K::NotFound, "invalidusername"},
        {"block_get_courses_zip", data},
        {"block_get_courses_zip__not_owner", siteError, K::ServerFailure},
        {"block_get_courses_zip__unknown_course", siteError, K::Rejected, "backup_check_course_not_exists"},
        {"core_backup_get_async_backup_progress__done", data},
        {"core_backup_get_async_backup_progress__pending", data},
        {"core_backup_get_async_backup_progress__unknown_id", notFound, K::NotFound, "invalidrecord"},
        {"core_backup_get_copy_progress__pending", data},
        {"core_backup_submit_copy_form", invalidParameter, K::Rejected, "missingparam"},
        {"core_course_check_updates", data},
        {"core_course_edit_module__bad_action", invalidParameter, K::Rejected, "codingerror"},
        {"core_course_edit_module__hide", data},
        {"core_course_edit_module__show", data},
        {"core_course_edit_module__unknown_cm", notFound, K::NotFound, "invalidrecordunknown"},
        {"core_course_get_contents", data},
        {"core_course_get_contents__by_cmid", data},
        {"core_course_get_contents__date_and_grouping_restricted", data},
        {"core_course_get_contents__date_restricted", data},
        {"core_course_get_contents__hidden_activity", data},
        {"core_course_get_contents__not_on_course_page", data},
        {"core_course_get_contents__only_rocketchat", data},
        {"core_course_get_contents__raw", data},
        {"core_course_get_course_module_by_instance", data},
        {"core_course_get_updates_since", data},
        {"core_course_search_courses", data},
        {"core_course_search_courses__accents_and_slash", data},
        {"core_courseformat_get_state", data},
        {"core_enrol_get_course_enrolment_methods", data},
        {"core_enrol_get_enrolled_users_with_capability", data},
        {"core_enrol_get_enrolled_users_with_capability__one_unknown", notFound, K::NotFound, "invalidrecord"},
        {"core_enrol_get_enrolled_users_with_capability__several_courses", data},
        {"core_group_get_course_groupings", data},
        {"core_group_get_course_groups", data},
        {"core_group_get_course_user_groups", data},
        {"core_group_get_groupings__with_groups", data},
        {"core_reportbuilder_list_reports", data},
        {"core_reportbuilder_retrieve_report__courses", data},
        {"core_reportbuilder_retrieve_report__groups", data},
        {"core_reportbuilder_retrieve_report__participants", data},
        {"core_reportbuilder_retrieve_report__past_the_end", data},
        {"core_reportbuilder_retrieve_report__role_assignments", data},
        {"core_reportbuilder_retrieve_report__task_logs", data},
        {"core_reportbuilder_retrieve_report__unknown_id", notFound, K::NotFound, "invalidrecord"},
        {"core_user_get_users", data},
        {"core_user_get_users__unknown_key", data},
        {"silent_truncation_contents_without_viewhiddenactivities", data},
        // The error table of contract section 2
        {"error_activity_not_accessible", courseNotAccessible, K::Forbidden, "requireloginerror"},
        {"error_cli_maintenance_page", maintenance, K::Maintenance},
        {"error_database_down", databaseDown, K::ServerFailure, "dbconnectionfailed"},
        {"error_function_not_in_service", accessRefused, K::Forbidden, "accessexception"},
        {"error_hidden_course_breaks_get_courses", courseNotAccessible, K::Forbidden, "errorcoursecontextnotvalid"},
        {"error_invalid_option_value", invalidParameter, K::Rejected, "invalidparameter"},
        {"error_invalid_parameter_type", invalidParameter, K::Rejected, "invalidparameter"},
        {"error_invalid_response_raw", invalidResponseRaw, K::Rejected, "invalidresponse"},
        {"error_invalid_token", wrongToken, K::Unauthorized, "invalidtoken"},
        {"error_maintenance_mode_admin_token", maintenance, K::Maintenance},
        {"error_maintenance_mode_service_account", maintenance, K::Maintenance},
        {"error_missing_capability_backup_progress", noPermission, K::Forbidden, "nopermissions"},
        {"error_missing_capability_block", noPermission, K::Forbidden, "nopermissions"},
        {"error_missing_capability_copy_form", noPermission, K::Forbidden, "nopermissions"},
        {"error_missing_capability_course_context", courseNotAccessible, K::Forbidden, "errorcoursecontextnotvalid"},
        {"error_missing_capability_edit_module", noPermission, K::Forbidden, "nopermissions"},
        {"error_missing_capability_enrolled_users", courseNotAccessible, K::Forbidden, "errorcoursecontextnotvalid"},
        {"error_missing_capability_rest_use", accessRefused, K::Forbidden, "accessexception"},
        {"error_missing_function", invalidParameter, K::Rejected, "invalidparameter"},
        {"error_missing_parameter", invalidParameter, K::Rejected, "invalidparameter"},
        {"error_missing_token", wrongToken, K::Unauthorized, "invalidtoken"},
        {"error_php_backend_down", backendDown, K::ServerFailure},
        {"error_report_not_in_audience", noPermission, K::Forbidden, "errorreportview"},
        {"error_rest_protocol_disabled", webServicesOff, K::Forbidden},
        {"error_sentence_as_errorcode", courseNotAccessible, K::Forbidden,
         "You cannot execute functions in the course context (course id:). The context error message was: Course or "
         "activity not accessible."},
        {"error_service_disabled", accessRefused, K::Forbidden, "accessexception"},
        {"error_service_user_suspended", accountSuspended, K::Unauthorized, "wsaccessusersuspended"},
        {"error_site_maintenance_web", maintenance, K::Maintenance, "sitemaintenance"},
        {"error_token_expired", accessRefused, K::Forbidden, "accessexception"},
        {"error_token_expired_second_call", wrongToken, K::Unauthorized, "invalidtoken"},
        {"error_token_ip_restricted", accessRefused, K::Forbidden, "accessexception"},
        {"error_unexpected_parameter", invalidParameter, K::Rejected, "invalidparameter"},
        {"error_unknown_course_contents", notFound, K::NotFound, "invalidrecord"},
        {"error_unknown_course_enrolled_users", notFound, K::NotFound, "invalidrecord"},
        {"error_unknown_course_enrolment_methods", notFound, K::NotFound, "invalidrecord"},
        {"error_unknown_course_groups", courseNotAccessible, K::Forbidden, "errorcoursecontextnotvalid"},
        {"error_unknown_course_module", notFound, K::NotFound, "invalidrecordunknown"},
        {"error_unknown_function", functionMissing, K::NotFound, "invalidrecord"},
        {"error_unknown_id_in_list", siteError, K::ServerFailure},
        {"error_upgrade_running", upgradeRunning, K::Maintenance, "upgraderunning"},
        {"error_user_not_authorised_for_service", accessRefused, K::Forbidden, "accessexception"},
        {"error_web_services_disabled", webServicesOff, K::Forbidden},
        {"error_wrong_base_url_404", notMoodle, K::BadReply},
        {"error_wrong_path_404", notMoodle, K::BadReply},
        {"format_omitted_xml", notMoodle, K::BadReply},
        {"format_omitted_xml_error", notMoodle, K::BadReply},
        {"html_front_page", notMoodle, K::BadReply},
        {"html_page_instead_of_json", notMoodle, K::BadReply},
        {"login_token_bad_password", wrongLogin, K::Unauthorized, "invalidlogin"},
        {"login_token_database_down", databaseDown, K::ServerFailure, "dbconnectionfailed"},
        {"login_token_maintenance", maintenance, K::Maintenance},
        {"login_token_missing_parameter", invalidParameter, K::Rejected, "missingparam"},
        {"login_token_ok", data},
        {"login_token_service_disabled", accessRefused, K::Forbidden, "servicenotavailable"},
        {"login_token_site_maintenance_web", maintenance, K::Maintenance, "sitemaintenance"},
        {"login_token_unknown_service", accessRefused, K::Forbidden, "servicenotavailable"},
        {"login_token_unknown_user", wrongLogin, K::Unauthorized, "invalidlogin"},
        {"login_token_upgrade_running", upgradeRunning, K::Maintenance, "upgraderunning"},
        {"login_token_user_not_authorised", accessRefused, K::Forbidden, "usernotallowed"},
        {"login_token_user_suspended", wrongLogin, K::Unauthorized, "invalidlogin"},
        {"login_token_web_services_disabled", webServicesOff, K::Forbidden, "enablewsdescription"},
    };
    return list;
}

const QStringList transientCodes{QStringLiteral("maintenance"), QStringLiteral("upgrade-running"),
                                 QStringLiteral("database-down"), QStringLiteral("backend-down")};

} // namespace

class DecodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFileHasAnExpectation();
    void decodes_data();
    void decodes();
    void keepsTheMessageOfAMissingCapability();
};

void DecodingTest::everyFileHasAnExpectation()
{
    QStringList missing;
    for (const QString &file : test::recordings()) {
        if (!load(file).isCall)
            continue; // counts, not an answer
        const bool known = std::any_of(expectations().begin(), expectations().end(), [&](const Expectation &e) {
            return file == QString::fromLatin1(e.file) + QStringLiteral(".json");
        });
        if (!known)
            missing << file;
    }
    QCOMPARE(missing, QStringList());
    QCOMPARE(std::size_t(test::recordings().size()), expectations().size() + 1); // baseline_sync_calls
}

void DecodingTest::decodes_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < expectations().size(); ++i)
        QTest::newRow(expectations()[i].file) << int(i);
}

void DecodingTest::decodes()
{
    QFETCH(int, index);
    const Expectation &expected = expectations()[std::size_t(index)];
    const Recording recording = load(QString::fromLatin1(expected.file) + QStringLiteral(".json"));
    const auto answer = decode(QStringLiteral("f"), recording.reply);
    QCOMPARE(answer.has_value(), expected.code.isEmpty());
    if (answer)
        return;
    const Error &e = answer.error();
    QCOMPARE(e.code, QString(expected.code));
    QCOMPARE(e.kind, expected.kind);
    QCOMPARE(e.serverCode, QString::fromLatin1(expected.serverCode));
    QCOMPARE(e.where, QStringLiteral("f"));
    QCOMPARE(e.httpStatus, recording.reply.status);
    QVERIFY(!e.detail.contains(u'<'));
    QVERIFY(e.detail.size() <= 300);
    QVERIFY(std::find(errors::all.begin(), errors::all.end(), e.code) != errors::all.end());
    // "Retry automatically: 502, 503, dbconnectionfailed, upgraderunning, sitemaintenance. Never retry: the rest."
    QCOMPARE(isTransient(e), transientCodes.contains(e.code));
}

void DecodingTest::keepsTheMessageOfAMissingCapability() // R249
{
    const auto answer =
        decode(QStringLiteral("f"), load(QStringLiteral("error_missing_capability_edit_module.json")).reply);
    QCOMPARE(answer.error().detail,
             QStringLiteral("Sorry, but you do not currently have permissions to do that (Hide/show activities)."));
    const auto down = decode(QStringLiteral("f"), load(QStringLiteral("error_database_down.json")).reply);
    QVERIFY(down.error().detail.startsWith(QStringLiteral("Error: Database connection failed It is possible")));
}

QTEST_GUILESS_MAIN(DecodingTest)
#include "decoding_test.moc"
