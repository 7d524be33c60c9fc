// Every recorded answer that is data goes through the code that reads it: R77 (contract tests).
#include "core/moodle/answer.h"
#include "core/moodle/errors.h"
#include "core/moodle/parser.h"
#include "core/moodle/reports.h"
#include "core/moodle/requests.h"
#include "tests/moodle/recording.h"

#include <QTest>

using namespace liaison;
using namespace liaison::moodle;
using test::load;

namespace {

Answer answerOf(const char *file, QLatin1String function)
{
    const auto answer = decode(function, load(QString::fromLatin1(file) + QStringLiteral(".json")).reply);
    if (!answer)
        qFatal("%s is an error", file);
    return *answer;
}

Answer answerOf(const QJsonValue &value, QLatin1String function)
{
    const auto answer = decode(function, 200, {}, test::wire(value));
    if (!answer)
        qFatal("not an answer");
    return *answer;
}

QJsonObject responseOf(const char *file)
{
    return test::readJson(QString::fromLatin1(file) + QStringLiteral(".json"))
        .value(QStringLiteral("response"))
        .toObject();
}

} // namespace

class RecordingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void siteInfo();
    void categories();
    void courses_data();
    void courses();
    void courseNames();
    void courseModule();
    void enrolledUsers_data();
    void enrolledUsers();
    void enrolledUserFields();
    void usersByField();
    void usersCourses();
    void severalCourses();
    void reportList();
    void participantsReport();
    void rolesReport();
    void otherReports_data();
    void otherReports();
    void groupMembers();
    void companionLinks();
    void companionMemberships();
    void companionRestoreTasks();
};

void RecordingsTest::siteInfo()
{
    const auto info = parseSiteInfo(answerOf("core_webservice_get_site_info", functions::siteInfo));
    QVERIFY(info);
    QCOMPARE(info->siteName, QStringLiteral("Université d'Essai"));
    QCOMPARE(info->siteUrl, QStringLiteral("http://127.0.0.1:8701"));
    QCOMPARE(info->userId, 2303);
    QCOMPARE(info->username, QStringLiteral("svc.console"));
    QCOMPARE(info->release, QStringLiteral("4.5 (Build: 20241007)"));
    QCOMPARE(info->version, QStringLiteral("2024100700"));
    QCOMPARE(info->siteAdmin, std::optional(false));
    QVERIFY(info->offers(functions::enrolledUsers));
    QVERIFY(info->offers(functions::usersCourses));
    QVERIFY(!info->offers(functions::companionInfo)); // R69: no companion
    const auto admin = parseSiteInfo(answerOf("error_site_maintenance_web_admin", functions::siteInfo));
    QVERIFY(admin);
    QCOMPARE(admin->siteAdmin, std::optional(true));
    QVERIFY(parseSiteInfo(answerOf("error_upgrade_pending", functions::siteInfo)));
}

void RecordingsTest::categories()
{
    const auto all = parseCategories(answerOf("core_course_get_categories", functions::categories));
    QVERIFY(all);
    QCOMPARE(all->size(), 5U);
    QCOMPARE(all->at(4).id, 5);
    QCOMPARE(all->at(4).parent, 4);
    QCOMPARE(all->at(4).depth, 2);
    QCOMPARE(all->at(4).path, QStringLiteral("/4/5"));
    QCOMPARE(all->at(4).name, QStringLiteral("Masters – sous-catégorie « été »"));
    QCOMPARE(all->at(1).courseCount, std::optional<qint64>(11));
    const auto subtree = parseCategories(answerOf("core_course_get_categories__subtree", functions::categories));
    QVERIFY(subtree);
    QCOMPARE(subtree->size(), 2U);
}

void RecordingsTest::courses_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("byField");
    QTest::addColumn<QList<qint64>>("ids");
    QTest::addColumn<int>("shortForms");
    const auto row = [](const char *file, bool byField, const QList<qint64> &ids, int shortForms) {
        QTest::newRow(file) << QString::fromLatin1(file) << byField << ids << shortForms;
    };
    row("core_course_get_courses", false, {1, 7, 8}, 3); // the lean list never has `visible` for this account
    row("core_course_get_courses__admin", false, {1, 7}, 0);
    row("core_course_get_courses_by_field__all", true, {1, 2, 3}, 0);
    row("core_course_get_courses_by_field__category", true, {2, 5}, 0);
    row("core_course_get_courses_by_field__idnumber", true, {3}, 0);
    row("core_course_get_courses_by_field__no_match", true, {}, 0);
    row("core_course_get_courses_by_field__not_raw", true, {5, 12}, 0);
    row("core_course_get_courses_by_field__raw", true, {5, 12}, 0);
    row("core_course_get_courses_by_field__shortname", true, {2}, 0);
    row("core_course_search_courses", true, {26}, 1); // the short form: what by_field gives without course:view
}

void RecordingsTest::courses()
{
    QFETCH(QString, file);
    QFETCH(bool, byField);
    QFETCH(QList<qint64>, ids);
    QFETCH(int, shortForms);
    const auto list =
        parseCourses(answerOf(file.toLatin1().constData(), byField ? functions::coursesByField : functions::courses));
    QVERIFY2(list, list ? "" : qPrintable(list.error().detail));
    QList<qint64> seen;
    for (const Course &c : list->courses)
        seen << c.id;
    QCOMPARE(seen, ids);
    QCOMPARE(list->shortForms, shortForms);
}

void RecordingsTest::courseNames()
{
    // Default mode: escaped, and tag-like text is lost at the source; raw mode: as stored.
    const auto html = parseCourses(answerOf("core_course_get_courses_by_field__not_raw", functions::coursesByField));
    QCOMPARE(html->courses.at(0).fullname, QStringLiteral("Économie & société"));
    QCOMPARE(html->courses.at(0).shortname, QStringLiteral("ÉCO&SOC"));
    QCOMPARE(html->courses.at(1).fullname, QStringLiteral("Bases de données "));
    const auto raw =
        parseCourses(answerOf("core_course_get_courses_by_field__raw", functions::coursesByField), TextMode::Raw);
    QCOMPARE(raw->courses.at(0).fullname, QStringLiteral("Économie & société"));
    QCOMPARE(raw->courses.at(1).fullname, QStringLiteral("Bases de données <SQL>"));
    const Course &c = raw->courses.at(0);
    QCOMPARE(c.visible, std::optional(true));
    QCOMPARE(c.groupMode, std::optional(0));
    QCOMPARE(c.start, std::optional(Instant::fromSeconds(1788217200)));
    QVERIFY(!c.idnumber);
    QVERIFY(!c.created);
}

void RecordingsTest::courseModule()
{
    const auto lean = parseCourseModule(answerOf("core_course_get_course_module", functions::courseModule));
    QVERIFY(lean);
    QCOMPARE(lean->cmid, 36);
    QCOMPARE(lean->course, 3);
    QCOMPARE(lean->instance, 2);
    QCOMPARE(lean->module, QStringLiteral("rocketchat"));
    QCOMPARE(lean->name, QStringLiteral("Salon général – « été / Q&R »"));
    QVERIFY(!lean->visible);
    const auto full = parseCourseModule(answerOf("core_course_get_course_module__manager", functions::courseModule));
    QVERIFY(full);
    QCOMPARE(full->visible, std::optional(true));
    QCOMPARE(full->visibleOnCoursePage, std::optional(false)); // stealth
    QCOMPARE(full->added, std::optional(Instant::fromSeconds(1795163894)));
}

void RecordingsTest::enrolledUsers_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("users");
    QTest::addColumn<bool>("usernames");
    QTest::addColumn<bool>("roles");
    const auto row = [](const char *file, int users, bool usernames, bool roles) {
        QTest::newRow(file) << QString::fromLatin1(file) << users << usernames << roles;
    };
    row("core_enrol_get_enrolled_users", 2, true, true);
    row("core_enrol_get_enrolled_users__groupid", 3, true, true);
    row("core_enrol_get_enrolled_users__onlyactive", 3, true, true);
    row("core_enrol_get_enrolled_users__onlysuspended", 3, true, true);
    row("core_enrol_get_enrolled_users__paged_sorted", 3, true, true);
    row("core_enrol_get_enrolled_users__past_the_end", 0, true, true);
    row("core_enrol_get_enrolled_users__suspended_field", 1, true, false);
    row("core_enrol_get_enrolled_users__userfields", 10, true, true);
    row("core_enrol_get_enrolled_users__userfields_minimal", 10, true, true);
    row("core_enrol_get_enrolled_users__withcapability", 2, true, true);
    row("silent_truncation_enrolled_users_separate_groups", 0, true, true);
    row("silent_truncation_enrolled_users_without_viewdetails", 3, true, true);
    row("silent_truncation_username_without_viewalldetails", 3, false, true);
}

void RecordingsTest::enrolledUsers()
{
    QFETCH(QString, file);
    QFETCH(int, users);
    QFETCH(bool, usernames);
    QFETCH(bool, roles);
    const auto list = parseEnrolledUsers(answerOf(file.toLatin1().constData(), functions::enrolledUsers));
    QVERIFY2(list, list ? "" : qPrintable(list.error().detail));
    QCOMPARE(int(list->users.size()), users);
    QCOMPARE(list->everyHasUsername, usernames);
    QCOMPARE(list->everyHasRoles, roles);
}

void RecordingsTest::enrolledUserFields()
{
    const auto minimal =
        parseEnrolledUsers(answerOf("core_enrol_get_enrolled_users__userfields_minimal", functions::enrolledUsers));
    const EnrolledUser &copy = minimal->users.at(1); // R94: custom roles keep id, short name and name
    QCOMPARE(copy.username, std::optional(QStringLiteral("zoe.lefevre2")));
    QCOMPARE(copy.fullName, QStringLiteral("Zoé Lefèvre"));
    QCOMPARE(*copy.roles, (std::vector<RoleRef>{{10, QStringLiteral("sp-editingteachercopy"),
                                                 QStringLiteral("Enseignant éditeur (copie SP)")}}));
    QVERIFY(!copy.email);
    QVERIFY(minimal->users.at(6).roles->empty()); // R119: enrolled without role
    QCOMPARE(minimal->users.at(8).roles->size(), 2U);
    const auto full = parseEnrolledUsers(answerOf("core_enrol_get_enrolled_users", functions::enrolledUsers));
    QCOMPARE(full->users.at(0).email, std::optional(QStringLiteral("lea.lefevre1@etu.example.org")));
    QCOMPARE(full->users.at(0).idnumber, std::optional(QStringLiteral("22100001")));
    QCOMPARE(full->users.at(0).firstName, std::optional(QStringLiteral("Léa")));
}

void RecordingsTest::usersByField() // R127: suspended accounts
{
    const auto suspended =
        parseUsersByField(answerOf("core_user_get_users_by_field__suspended", functions::usersByField));
    QVERIFY(suspended);
    QCOMPARE(suspended->size(), 1U);
    QCOMPARE(suspended->at(0).id, 19);
    QCOMPARE(suspended->at(0).suspended, std::optional(true));
    QCOMPARE(suspended->at(0).fullName, std::optional(QStringLiteral("Michaël Nuñez")));
    const auto active = parseUsersByField(answerOf("core_user_get_users_by_field__username", functions::usersByField));
    QCOMPARE(active->size(), 1U); // the unknown one is silently left out
    QCOMPARE(active->at(0).suspended, std::optional(false));
    const auto hidden =
        parseUsersByField(answerOf("silent_truncation_users_by_field_without_viewalldetails", functions::usersByField));
    QVERIFY(hidden && hidden->empty());
}

void RecordingsTest::usersCourses()
{
    const auto courses = parseUsersCourses(answerOf("core_enrol_get_users_courses", functions::usersCourses));
    QVERIFY(courses);
    QCOMPARE(courses->size(), 2U);
    QCOMPARE(courses->at(1).course, 2);
    QCOMPARE(courses->at(1).enrolledUserCount, std::optional<qint64>(300));
}

void RecordingsTest::severalCourses()
{
    const auto answer =
        answerOf("core_enrol_get_enrolled_users_with_capability__several_courses", functions::enrolledUsersOfCourses);
    const auto courses = parseEnrolledUsersOfCourses(answer);
    QVERIFY(courses);
    QCOMPARE(courses->size(), 2U);
    QCOMPARE(courses->at(0).course, 3);
    QCOMPARE(courses->at(0).list.users.size(), 3U);
    QVERIFY(courses->at(0).list.everyHasUsername && courses->at(0).list.everyHasRoles);
    QCOMPARE(courses->at(0).list.users.at(1).username, std::optional(QStringLiteral("zoe.lefevre2")));
    QCOMPARE(courses->at(0).list.users.at(1).roles->front().id, 10);
    QCOMPARE(courses->at(1).course, 4);
    QCOMPARE(courses->at(1).list.users.at(0).roles->size(), 0U); // enrolled without role
    QCOMPARE(courses->at(1).list.users.at(0).fullName, QStringLiteral("Maëlle D'Angelo"));
    // Without the field `roles` nothing may be concluded from a list.
    const auto bare = parseEnrolledUsersOfCourses(
        answerOf("core_enrol_get_enrolled_users_with_capability", functions::enrolledUsersOfCourses));
    QVERIFY(bare);
    QCOMPARE(bare->size(), 1U);
    QVERIFY(bare->at(0).list.everyHasUsername && !bare->at(0).list.everyHasRoles);
}

void RecordingsTest::reportList()
{
    const auto reports = parseReports(answerOf("core_reportbuilder_list_reports", functions::listReports));
    QVERIFY(reports);
    QCOMPARE(reports->size(), 5U);
    QCOMPARE(reports->at(0).id, 7);
    QCOMPARE(reports->at(0).source, QStringLiteral("core_role\\reportbuilder\\datasource\\roles"));
    QVERIFY(!reports->at(0).restricted);
    QCOMPARE(reports->at(3).id, 6);
    QVERIFY(reports->at(3).source.endsWith(QLatin1String("participants")));
}

void RecordingsTest::participantsReport()
{
    const auto page =
        parseReportPage(answerOf("core_reportbuilder_retrieve_report__participants", functions::retrieveReport));
    QVERIFY(page);
    QCOMPARE(page->report.id, 6);
    QCOMPARE(page->totalRows, 3283);
    QCOMPARE(page->rows.size(), 6U);
    QVERIFY(page->rows.at(0).back().isNull());
    QVERIFY(ParticipantsTable::fits(page->headers));
    QVERIFY(!RolesTable::fits(page->headers));
    ParticipantsTable table({2, 3});
    QVERIFY(table.take(*page));
    QVERIFY(!table.seesInactive());
    const auto people = table.peopleOf(2); // two rows are of enrolment methods that nobody used
    QCOMPARE(people.size(), 4U);
    QCOMPARE(people.at(0).person, 41);
    QCOMPARE(people.at(0).username, QStringLiteral("aicha.dupontaignan39"));
    QCOMPARE(people.at(0).fullName, QStringLiteral("Aïcha Dupont-Aignan"));
    QCOMPARE(people.at(0).roles, QStringList{QStringLiteral("student")});
    QCOMPARE(people.at(0).active, std::optional(true));
    QCOMPARE(people.at(0).suspended, std::optional(false));
    QVERIFY(table.peopleOf(3).empty());
}

void RecordingsTest::rolesReport()
{
    const auto page =
        parseReportPage(answerOf("core_reportbuilder_retrieve_report__role_assignments", functions::retrieveReport));
    QVERIFY(page);
    QCOMPARE(page->totalRows, 3186);
    QVERIFY(RolesTable::fits(page->headers));
    RolesTable table;
    QVERIFY(table.take(*page));
    QVERIFY(table.shows(32, 303, QStringLiteral("editingteacher")));
    QVERIFY(!table.shows(32, 303, QStringLiteral("student")));
    QVERIFY(table.shows(24, 159, QStringLiteral("editingteacher")));
    const auto inherited = table.inheritedIn(32, {});
    QVERIFY(inherited && inherited->empty());
    QVERIFY(!table.inheritedIn(33, {})); // nobody says where that course is
}

void RecordingsTest::otherReports_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("total");
    QTest::newRow("courses") << "core_reportbuilder_retrieve_report__courses" << 3 << 31;
    QTest::newRow("groups") << "core_reportbuilder_retrieve_report__groups" << 5 << 667;
    QTest::newRow("task logs") << "core_reportbuilder_retrieve_report__task_logs" << 3 << 3;
    QTest::newRow("past the end") << "core_reportbuilder_retrieve_report__past_the_end" << 0 << 3168;
}

void RecordingsTest::otherReports()
{
    QFETCH(QString, file);
    QFETCH(int, rows);
    QFETCH(int, total);
    const auto page = parseReportPage(answerOf(file.toLatin1().constData(), functions::retrieveReport));
    QVERIFY(page);
    QCOMPARE(int(page->rows.size()), rows);
    QCOMPARE(int(page->totalRows), total);
    QVERIFY(!ParticipantsTable::fits(page->headers) && !RolesTable::fits(page->headers)); // other titles: refused
}

void RecordingsTest::groupMembers()
{
    const auto groups = parseGroupMembers(answerOf("core_group_get_group_members", functions::groupMembers));
    QVERIFY(groups);
    QCOMPARE(groups->size(), 2U);
    QCOMPARE(groups->at(0).group, 4);
    QCOMPARE(groups->at(0).people, (std::vector<qint64>{9, 12, 15, 27, 30}));
    for (const char *file : {"error_upgrade_pending_data_call", "get_method_query_string"})
        QVERIFY(parseGroupMembers(answerOf(file, functions::groupMembers)));
}

void RecordingsTest::companionLinks() // R239
{
    const auto page = parseCompanionLinks(answerOf("companion_proposal_get_links", functions::companionLinks));
    QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
    QCOMPARE(page->items.size(), 3U);
    QCOMPARE(page->next, std::optional<qint64>(37));
    const CompanionLink &link = page->items.at(0);
    QCOMPARE(link.cmid, 32);
    QCOMPARE(link.course, 2);
    QCOMPARE(link.room, std::optional(QStringLiteral("oEl7HIblOQDkOqTSm")));
    QCOMPARE(link.moderatorRoles, (std::vector<qint64>{3, 10}));
    QCOMPARE(link.memberRoles, (std::vector<qint64>{4, 5, 9}));
    QVERIFY(link.visible && link.visibleOnCoursePage && !link.deletionInProgress);
    QCOMPARE(link.courseVisible, std::optional(true));
    QVERIFY(link.retention && link.retention->enabled);
    QCOMPARE(link.retention->maxAge, std::optional<qint64>(180));
    QCOMPARE(link.created, Instant::fromSeconds(1795163893));
    QVERIFY(!link.availability);
    QCOMPARE(page->items.at(1).name, QStringLiteral("Salon général – « été / Q&R »"));
    QCOMPARE(page->items.at(2).groupMode, 1);
}

void RecordingsTest::companionMemberships()
{
    // The prototype wrote roles as text: refused, never guessed at.
    const auto old =
        parseCompanionMemberships(answerOf("companion_proposal_get_memberships", functions::companionMemberships));
    QVERIFY(!old);
    QCOMPARE(old.error().code, QString(errors::badReply));
    QCOMPARE(old.error().detail, QStringLiteral("rows[0].r is not a list"));

    QJsonObject response = responseOf("companion_proposal_get_memberships"); // in the shape of contract section 9:
    QJsonArray rows;
    for (const QJsonValue &value : response.value(QStringLiteral("rows")).toArray()) {
        QJsonObject row = value.toObject();
        QJsonArray roles;
        for (const QString &role : row.value(QStringLiteral("r")).toString().split(u','))
            roles.append(role.toInt());
        row.insert(QStringLiteral("r"), roles);
        row.insert(QStringLiteral("ri"), QJsonArray{});
        rows.append(row);
    }
    response.insert(QStringLiteral("rows"), rows);
    response.insert(QStringLiteral("courses"),
                    QJsonArray{QJsonObject{{QStringLiteral("c"), 2}, {QStringLiteral("n"), 300}}});
    const auto page = parseCompanionMemberships(answerOf(response, functions::companionMemberships));
    QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
    QCOMPARE(page->rows.size(), 4U);
    QCOMPARE(page->rows.at(1).username, QStringLiteral("zoe.lefevre2"));
    QCOMPARE(page->rows.at(1).roles, std::vector<qint64>{10});
    QVERIFY(page->rows.at(1).active && !page->rows.at(1).suspended);
    QCOMPARE(page->next, std::optional(MembershipCursor{2, 6}));
    QCOMPARE(page->courses->at(0).rows, 300);
}

void RecordingsTest::companionRestoreTasks()
{
    QJsonObject response = responseOf("companion_proposal_get_restore_tasks");
    response.insert(QStringLiteral("next"), QJsonValue::Null); // the prototype ended with 0
    const auto page = parseCompanionRestoreTasks(answerOf(response, functions::companionRestoreTasks));
    QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
    QCOMPARE(page->items.size(), 6U);
    QVERIFY(!page->next);
    const RestoreTask &forNobody = page->items.at(1);
    QCOMPARE(forNobody.requester, 0);
    QVERIFY(!forNobody.requesterName);
    QCOMPARE(forNobody.externalName, QStringLiteral("Économie & société"));
    QCOMPARE(forNobody.course, std::optional<qint64>(35));
    QVERIFY(forNobody.withUserData);
    QCOMPARE(page->items.at(2).status, 1);
    QVERIFY(!page->items.at(2).course);
    QCOMPARE(page->items.at(4).status, -1);
    QVERIFY(page->runner);
    QVERIFY(!page->runner->disabled);
    QVERIFY(!page->runner->lastRun.isKnown());
    QCOMPARE(page->runner->failDelay, 120);
}

QTEST_GUILESS_MAIN(RecordingsTest)
#include "recordings_test.moc"
