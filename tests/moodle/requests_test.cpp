// The exact form of every request: contract sections 1, 4 and 9.
#include "core/moodle/requests.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

using namespace liaison;
using namespace liaison::moodle;

namespace {

QString formOf(const Call &call)
{
    QStringList out;
    for (const auto &[name, value] : call.form)
        out << QString(name + u'=' + value);
    return out.join(u'&');
}

} // namespace

class RequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms_data();
    void forms();
    void keepsTheTokenInTheBody();
    void respectsABasePath_data();
    void respectsABasePath();
    void asksForStoredText();
    void encodesWhatPeopleType();
    void changesNoCourse();
};

void RequestsTest::forms_data()
{
    QTest::addColumn<bool>("write");
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Call &call, const char *function, const char *expected) {
        QTest::newRow(name) << call.write << formOf(call) << QString::fromLatin1(expected);
        QCOMPARE(call.function, QString::fromLatin1(function));
    };
    using namespace requests;
    row("site info", siteInfo(), "core_webservice_get_site_info", "");
    row("courses by field", coursesByField(), "core_course_get_courses_by_field", "");
    row("courses", courses(), "core_course_get_courses", "");
    row("categories", categories(), "core_course_get_categories", "");
    row("module", courseModule(36), "core_course_get_course_module", "cmid=36");
    row("enrolled", enrolledUsers(3), "core_enrol_get_enrolled_users",
        "courseid=3&options[0][name]=userfields&options[0][value]=username,roles");
    EnrolledUsersOptions active;
    active.onlyActive = true;
    row("enrolled, active", enrolledUsers(3, active), "core_enrol_get_enrolled_users",
        "courseid=3&options[0][name]=userfields&options[0][value]=username,roles"
        "&options[1][name]=onlyactive&options[1][value]=1");
    row("several courses", enrolledUsersOfCourses({3, 4}), "core_enrol_get_enrolled_users_with_capability",
        "coursecapabilities[0][courseid]=3&coursecapabilities[0][capabilities][0]=mod/rocketchat:view"
        "&coursecapabilities[1][courseid]=4&coursecapabilities[1][capabilities][0]=mod/rocketchat:view"
        "&options[0][name]=userfields&options[0][value]=username,roles");
    row("several courses, active", enrolledUsersOfCourses({3}, true), "core_enrol_get_enrolled_users_with_capability",
        "coursecapabilities[0][courseid]=3&coursecapabilities[0][capabilities][0]=mod/rocketchat:view"
        "&options[0][name]=userfields&options[0][value]=username,roles"
        "&options[1][name]=onlyactive&options[1][value]=1");
    row("reports", requests::listReports(0, 100), "core_reportbuilder_list_reports", "page=0&perpage=100");
    row("report", requests::retrieveReport(6, 1, 5000), "core_reportbuilder_retrieve_report",
        "reportid=6&page=1&perpage=5000");
    EnrolledUsersOptions page;
    page.names = page.email = page.idnumber = true;
    page.limitFrom = 500;
    page.limitNumber = 250;
    row("enrolled, page", enrolledUsers(2, page), "core_enrol_get_enrolled_users",
        "courseid=2&options[0][name]=userfields"
        "&options[0][value]=username,roles,firstname,lastname,email,idnumber"
        "&options[1][name]=limitfrom&options[1][value]=500&options[2][name]=limitnumber&options[2][value]=250"
        "&options[3][name]=sortby&options[3][value]=id");
    row("courses of a person", usersCourses(7), "core_enrol_get_users_courses", "userid=7&returnusercount=1");
    row("people by id", usersByField(UserField::Id, {QStringLiteral("3"), QStringLiteral("4")}),
        "core_user_get_users_by_field", "field=id&values[0]=3&values[1]=4");
    row("people by login", usersByField(UserField::Username, {QStringLiteral("a")}), "core_user_get_users_by_field",
        "field=username&values[0]=a");
    row("people by e-mail", usersByField(UserField::Email, {QStringLiteral("a")}), "core_user_get_users_by_field",
        "field=email&values[0]=a");
    row("people by number", usersByField(UserField::Idnumber, {QStringLiteral("a")}), "core_user_get_users_by_field",
        "field=idnumber&values[0]=a");
    row("group members", groupMembers({4, 5}), "core_group_get_group_members", "groupids[0]=4&groupids[1]=5");
    row("info", companionInfo(), "local_liaison_get_info", "");
    row("links", companionLinks(0, 500), "local_liaison_get_links", "after=0&limit=500");
    row("links since", companionLinks(36, 1, Instant::fromSeconds(99)), "local_liaison_get_links",
        "after=36&limit=1&modifiedsince=99");
    row("memberships", companionMemberships({3, 2}, 2, 6, 4), "local_liaison_get_memberships",
        "aftercourse=2&afteruser=6&limit=4&courseids[0]=3&courseids[1]=2");
    row("people", companionPeople({9}, 0, 500), "local_liaison_get_people", "after=0&limit=500&ids[0]=9");
    row("tasks", companionRestoreTasks(0, 10), "local_liaison_get_restore_tasks", "after=0&limit=10");
    row("failed tasks", companionRestoreTasks(5, 10, -1, Instant::fromSeconds(7)), "local_liaison_get_restore_tasks",
        "after=5&limit=10&status=-1&since=7");
    row("bin", companionRecycleBin(0, 10), "local_liaison_get_recyclebin", "after=0&limit=10");
}

void RequestsTest::forms()
{
    QFETCH(bool, write);
    QFETCH(QString, form);
    QFETCH(QString, expected);
    QCOMPARE(form, expected);
    QVERIFY(!write);
}

/// R247: visibility, enrolments and courses are read and never edited. Only the companion's own functions may write.
void RequestsTest::changesNoCourse()
{
    QFile header(QStringLiteral(LIAISON_SOURCE_DIR "/core/moodle/requests.h"));
    QVERIFY(header.open(QIODevice::ReadOnly));
    static const QRegularExpression constant(QStringLiteral("QLatin1String \\w+\\{\"([a-z_]+)\"\\}"));
    auto each = constant.globalMatch(QString::fromUtf8(header.readAll()));
    int seen = 0;
    while (each.hasNext()) {
        const QString function = each.next().captured(1);
        ++seen;
        static const QRegularExpression reads(QStringLiteral("_(get|list|retrieve)_"));
        QVERIFY2(function.startsWith(u"local_liaison_") || reads.match(function).hasMatch(), qPrintable(function));
    }
    QVERIFY(seen >= 19);
}

void RequestsTest::keepsTheTokenInTheBody() // R251
{
    const auto http = toHttp(QUrl(QStringLiteral("https://u:p@x.fr?wstoken=1#a")), QStringLiteral("s3cret"),
                             requests::courseModule(36), false);
    QCOMPARE(http.method, net::Method::Post);
    QCOMPARE(http.url, QUrl(QStringLiteral("https://x.fr/webservice/rest/server.php")));
    QCOMPARE(http.body,
             QByteArray("wstoken=s3cret&wsfunction=core_course_get_course_module&moodlewsrestformat=json&cmid=36"));
    QCOMPARE(http.headers.size(), 1);
    QCOMPARE(http.headers.at(0).second, QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(http.name, QStringLiteral("core_course_get_course_module"));
    QVERIFY(!http.write);
}

void RequestsTest::respectsABasePath_data()
{
    QTest::addColumn<QString>("wwwroot");
    QTest::addColumn<QString>("expected");
    QTest::newRow("root") << QStringLiteral("https://x.fr")
                          << QStringLiteral("https://x.fr/webservice/rest/server.php");
    QTest::newRow("slash") << QStringLiteral("https://x.fr/")
                           << QStringLiteral("https://x.fr/webservice/rest/server.php");
    QTest::newRow("path") << QStringLiteral("https://x.fr/moodle")
                          << QStringLiteral("https://x.fr/moodle/webservice/rest/server.php");
    QTest::newRow("path, slash") << QStringLiteral("https://x.fr/a/moodle/")
                                 << QStringLiteral("https://x.fr/a/moodle/webservice/rest/server.php");
    QTest::newRow("encoded") << QStringLiteral("https://x.fr/e%20t%2Fe")
                             << QStringLiteral("https://x.fr/e%20t%2Fe/webservice/rest/server.php");
    QTest::newRow("port") << QStringLiteral("http://127.0.0.1:8701/moodle")
                          << QStringLiteral("http://127.0.0.1:8701/moodle/webservice/rest/server.php");
}

void RequestsTest::respectsABasePath()
{
    QFETCH(QString, wwwroot);
    QFETCH(QString, expected);
    const auto http = toHttp(QUrl(wwwroot), QStringLiteral("t"), requests::siteInfo(), false);
    QCOMPARE(QString::fromLatin1(http.url.toEncoded()), expected);
}

void RequestsTest::asksForStoredText()
{
    const QUrl url(QStringLiteral("https://x.fr"));
    QVERIFY(toHttp(url, {}, requests::categories(), true).body.contains("&moodlewssettingraw=true"));
    QVERIFY(!toHttp(url, {}, requests::categories(), false).body.contains("moodlewssettingraw"));
}

void RequestsTest::encodesWhatPeopleType()
{
    const QStringList values{QStringLiteral("a&b=c+d é%"), QStringLiteral("x\ny")};
    const auto http = toHttp(QUrl(QStringLiteral("https://x.fr")), QStringLiteral("t&wsfunction=x"),
                             requests::usersByField(UserField::Username, values), false);
    QCOMPARE(http.body, QByteArray("wstoken=t%26wsfunction%3Dx&wsfunction=core_user_get_users_by_field"
                                   "&moodlewsrestformat=json&field=username"
                                   "&values%5B0%5D=a%26b%3Dc%2Bd%20%C3%A9%25&values%5B1%5D=x%0Ay"));
}

QTEST_GUILESS_MAIN(RequestsTest)
#include "requests_test.moc"
