// What Moodle does without saying so: each capability dropped alone, the limits, and the refusals that world state
// gives. Contract sections 1 to 4. R249: a refusal names its code.
#include "tst_sandboxmoodle.h"

using namespace liaison;
using namespace liaison::sandbox;
using namespace liaison::sandbox::test;

class SandboxMoodleSilent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedWithout_data();
    void refusedWithout();
    void shortCourseForm();
    void hiddenCourses();
    void onlyContactsWithoutViewDetails();
    void fieldsLeftOut();
    void peopleLeftOut();
    void separateGroups();
    void hiddenActivities();
    void independentCount();
    void enrolmentStates();
    void pagesOfPeople();
    void unsupportedKeyReturnsEverybody();
    void reports();
    void reportTitlesAndStatus();
};

void SandboxMoodleSilent::refusedWithout_data()
{
    QTest::addColumn<QString>("capability");
    QTest::addColumn<QString>("function");
    QTest::addColumn<Form>("form");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *capability, const char *function, const Form &form, const char *code) {
        QTest::addRow("%s / %s", capability, function)
            << QString::fromLatin1(capability) << QString::fromLatin1(function) << form << QString::fromLatin1(code);
    };
    row("webservice/rest:use", "core_webservice_get_site_info", {}, "accessexception");
    row("moodle/course:view", "core_course_get_contents", ofCourse(3), "errorcoursecontextnotvalid");
    row("moodle/course:view", enrolled, ofCourse(3), "errorcoursecontextnotvalid");
    row("moodle/course:view", "core_group_get_course_groups", ofCourse(3), "errorcoursecontextnotvalid");
    row("moodle/course:view", "core_course_get_courses", {}, "errorcoursecontextnotvalid");
    row("moodle/course:view", "core_course_get_course_module", named("cmid", QStringLiteral("36")),
        "requireloginerror");
    row("moodle/course:viewhiddencourses", enrolled, ofCourse(8), "errorcoursecontextnotvalid");
    row("moodle/course:enrolreview", enrolled, ofCourse(3, {{QStringLiteral("onlyactive"), QStringLiteral("1")}}),
        "nopermissions");
    row("moodle/course:enrolreview", enrolled, ofCourse(3), ""); // viewparticipants is enough
    row("moodle/course:viewparticipants", enrolled, ofCourse(3), "");
    row("moodle/role:review", enrolled,
        ofCourse(3, {{QStringLiteral("withcapability"), QStringLiteral("moodle/course:update")}}), "nopermissions");
    row("moodle/role:review", "core_enrol_get_enrolled_users_with_capability",
        {{QStringLiteral("coursecapabilities[0][courseid]"), QStringLiteral("3")},
         {QStringLiteral("coursecapabilities[0][capabilities][0]"), QStringLiteral("mod/rocketchat:view")}},
        "nopermissions");
    row("moodle/site:accessallgroups", enrolled, ofCourse(3, {{QStringLiteral("groupid"), QStringLiteral("4")}}),
        "nopermissions");
    row("moodle/course:managegroups", "core_group_get_course_groups", ofCourse(3), "nopermissions");
    row("moodle/course:managegroups", "core_group_get_group_members", named("groupids[0]", QStringLiteral("4")),
        "nopermissions");
    row("moodle/reportbuilder:viewall", "core_reportbuilder_retrieve_report", named("reportid", QStringLiteral("6")),
        "errorreportview");
    row("local/liaison:view", "local_liaison_get_links", {}, "nopermissions");
    row("local/liaison:view", "local_liaison_get_memberships", {}, "nopermissions");
    row("local/liaison:view", "local_liaison_get_info", {}, ""); // the call that tells which are held
}

void SandboxMoodleSilent::refusedWithout()
{
    QFETCH(QString, capability);
    QFETCH(QString, function);
    QFETCH(Form, form);
    QFETCH(QString, code);
    Campus campus;
    QCOMPARE(campus.errorOf(function.toLatin1(), form), QString());
    campus.drop({capability});
    QCOMPARE(campus.errorOf(function.toLatin1(), form), code);
}

void SandboxMoodleSilent::shortCourseForm()
{
    Campus campus;
    const auto courses = [&] {
        return campus.call("core_course_get_courses_by_field").object()[QLatin1String("courses")].toArray();
    };
    QVERIFY(courses()[1].toObject().contains(QLatin1String("visible")));
    const auto count = courses().size();
    campus.drop({QStringLiteral("moodle/course:view")});
    QCOMPARE(courses().size(), count);
    for (const char *field : {"visible", "groupmode", "startdate", "format"})
        QVERIFY2(!courses()[1].toObject().contains(QLatin1String(field)), field);
    QVERIFY(courses()[1].toObject().contains(QLatin1String("contacts")));
    QCOMPARE(campus.call("core_enrol_get_users_courses", named("userid", QStringLiteral("3"))).array().size(), 0);
}

void SandboxMoodleSilent::hiddenCourses()
{
    Campus campus;
    const auto list = [&] {
        return ids(campus.call("core_course_get_courses_by_field").object()[QLatin1String("courses")]);
    };
    QVERIFY(list().contains(8));
    QVERIFY(list().contains(1)); // the site itself
    campus.drop({QStringLiteral("moodle/course:viewhiddencourses")});
    QVERIFY(!list().contains(8));
    QCOMPARE(campus.errorOf("core_course_get_courses"), QStringLiteral("errorcoursecontextnotvalid"));
    const auto mine = ids(campus.call("core_enrol_get_users_courses", named("userid", QStringLiteral("3"))));
    QVERIFY(!mine.contains(8));
    QVERIFY(mine.contains(3));
}

void SandboxMoodleSilent::onlyContactsWithoutViewDetails()
{
    Campus campus;
    QCOMPARE(campus.call(enrolled, ofCourse(3, {usernameAndRoles})).array().size(), 10);
    campus.drop({QStringLiteral("moodle/user:viewdetails")});
    const QJsonDocument shortened = campus.call(enrolled, ofCourse(3, {usernameAndRoles}));
    // 12 is a student here and an editing teacher elsewhere: the contact role counts anywhere on the site.
    QCOMPARE(ids(shortened), (QList<qint64>{3, 12}));
    QVERIFY(shortened[0].toObject().contains(QLatin1String("username")));
    // The page is cut before people are left out: a short page is not the last one.
    const QJsonDocument page =
        campus.call(enrolled, ofCourse(3, {usernameAndRoles, {QStringLiteral("limitnumber"), QStringLiteral("5")}}));
    QCOMPARE(ids(page), QList<qint64>{3});
}

void SandboxMoodleSilent::fieldsLeftOut()
{
    struct
    {
        const char *capability;
        QStringList fields;
    } const table[] = {
        {"moodle/user:viewalldetails", {QStringLiteral("username"), QStringLiteral("idnumber")}},
        {"moodle/site:viewuseridentity", {QStringLiteral("email")}},
        {"moodle/site:viewfullnames", {QStringLiteral("firstname"), QStringLiteral("lastname")}},
    };
    for (const auto &row : table) {
        Campus campus;
        const QStringList before = campus.call(enrolled, ofCourse(3))[0].toObject().keys();
        campus.drop({QString::fromLatin1(row.capability)});
        const QJsonDocument after = campus.call(enrolled, ofCourse(3));
        QStringList expected = before;
        for (const QString &field : row.fields)
            expected.removeAll(field);
        QVERIFY(expected.size() < before.size());
        QCOMPARE(after.array().size(), 10);
        for (const QJsonValue &entry : after.array())
            QCOMPARE(entry.toObject().keys(), expected);
    }
}

void SandboxMoodleSilent::peopleLeftOut()
{
    const Form byName{{QStringLiteral("field"), QStringLiteral("username")},
                      {QStringLiteral("values[0]"), QStringLiteral("lea.lefevre1")},
                      {QStringLiteral("values[1]"), QStringLiteral("nobody")}};
    const auto search = [](const char *key, const char *value) {
        return Form{{QStringLiteral("criteria[0][key]"), QString::fromLatin1(key)},
                    {QStringLiteral("criteria[0][value]"), QString::fromUtf8(value)}};
    };
    Campus campus;
    QCOMPARE(ids(campus.call("core_user_get_users_by_field", byName)), QList<qint64>{3});
    const auto users = [&](const Form &form) {
        return ids(campus.call("core_user_get_users", form).object()[QLatin1String("users")]);
    };
    QCOMPARE(users(search("email", "%amphi000%")), (QList<qint64>{303, 304}));
    QCOMPARE(users(search("lastname", "müller")), (QList<qint64>{5, 6, 7}));
    QCOMPARE(users(search("username", "%amphi%")), QList<qint64>{}); // no wildcard
    campus.drop({QStringLiteral("moodle/site:viewuseridentity")});
    QCOMPARE(users(search("email", "%amphi000%")), QList<qint64>{});
    campus.drop({QStringLiteral("moodle/user:viewalldetails")});
    QCOMPARE(campus.call("core_user_get_users_by_field", byName).array().size(), 0);
    QCOMPARE(users(search("lastname", "müller")), QList<qint64>{});
}

void SandboxMoodleSilent::separateGroups()
{
    Campus campus;
    const Form several{
        {QStringLiteral("coursecapabilities[0][courseid]"), QStringLiteral("4")},
        {QStringLiteral("coursecapabilities[0][capabilities][0]"), QStringLiteral("mod/rocketchat:view")}};
    QCOMPARE(campus.call(enrolled, ofCourse(4)).array().size(), 3);
    campus.drop({QStringLiteral("moodle/site:accessallgroups")});
    QCOMPARE(campus.server().handle(campus.serviceRequest(enrolled, ofCourse(4))).body, QByteArray("[]"));
    QCOMPARE(campus.call("core_enrol_get_enrolled_users_with_capability", several)[0][QLatin1String("users")]
                 .toArray()
                 .size(),
             0);
    QCOMPARE(campus.call(enrolled, ofCourse(3)).array().size(), 10);
}

void SandboxMoodleSilent::hiddenActivities()
{
    Campus campus;
    const auto modules = [&](int course) {
        return campus.call("core_course_get_contents", ofCourse(course))[1][QLatin1String("modules")].toArray();
    };
    QCOMPARE(modules(4)[0][QLatin1String("visible")].toInt(-1), 0);
    QCOMPARE(modules(5)[0][QLatin1String("visible")].toInt(-1), 1);
    QCOMPARE(modules(5)[0][QLatin1String("visibleoncoursepage")].toInt(-1), 0);
    QCOMPARE(modules(5)[0][QLatin1String("customdata")].toString(), QStringLiteral("\"\""));
    campus.drop({QStringLiteral("moodle/course:viewhiddenactivities")});
    QVERIFY(modules(4).isEmpty());
    QCOMPARE(modules(5).size(), 1);
    QCOMPARE(campus.errorOf("core_course_get_course_module", named("cmid", QStringLiteral("41"))),
             QStringLiteral("requireloginerror"));
}

// The count is made in SQL: it stays whole when the list is shortened.
void SandboxMoodleSilent::independentCount()
{
    Campus campus;
    campus.drop({QStringLiteral("moodle/user:viewdetails"), QStringLiteral("moodle/site:accessallgroups")});
    const auto counts = [&](int user) {
        QMap<qint64, qint64> found;
        const QJsonDocument list = campus.call("core_enrol_get_users_courses", named("userid", QString::number(user)));
        for (const QJsonValue &c : list.array())
            found[c[QLatin1String("id")].toInteger()] = c[QLatin1String("enrolledusercount")].toInteger(-1);
        return found;
    };
    QCOMPARE(counts(12), (QMap<qint64, qint64>{{3, 10}, {4, 3}, {5, 2}}));
    QCOMPARE(counts(7), (QMap<qint64, qint64>())); // only suspended: not active there
    QCOMPARE(counts(999), (QMap<qint64, qint64>()));
    campus.drop({QStringLiteral("moodle/course:viewparticipants"), QStringLiteral("moodle/course:enrolreview")});
    QCOMPARE(counts(12), (QMap<qint64, qint64>()));
}

void SandboxMoodleSilent::enrolmentStates()
{
    Campus campus;
    campus.site().people[0].suspended = true; // an account suspended on the site stays in the list
    campus.site().people[1].deleted = true;   // a deleted one is not enrolled
    campus.changed();
    const auto list = [&](const char *option) {
        return ids(campus.call(enrolled, option ? ofCourse(3, {{QString::fromLatin1(option), QStringLiteral("1")}})
                                                : ofCourse(3)));
    };
    QCOMPARE(list(nullptr), (QList<qint64>{3, 5, 6, 7, 8, 9, 10, 11, 12}));
    QCOMPARE(list("onlyactive"), (QList<qint64>{3, 5, 6, 9, 11, 12}));
    QCOMPARE(list("onlysuspended"), (QList<qint64>{7, 8, 10})); // suspended, ended, not begun
    const QJsonDocument field =
        campus.call(enrolled, ofCourse(3, {{QStringLiteral("userfields"), QStringLiteral("username,suspended")}}));
    QVERIFY(!field[0].toObject().contains(QLatin1String("suspended"))); // accepted and never returned
    // Roles of the course itself only; those of categories and the site are not told.
    const QJsonDocument roles = campus.call(enrolled, ofCourse(4, {usernameAndRoles}));
    QCOMPARE(roles[0][QLatin1String("id")].toInt(), 10);
    QCOMPARE(roles[0][QLatin1String("roles")].toArray().size(), 0);
    // Two methods of one person are one entry with the roles of both.
    campus.site().courses[2].enrolments.push_back(enrolment(12, {QStringLiteral("teacher")}));
    campus.changed();
    const QJsonDocument united = campus.call(enrolled, ofCourse(4, {usernameAndRoles}));
    QCOMPARE(united.array().size(), 3);
    QCOMPARE(ids(united[2][QLatin1String("roles")], "roleid"), (QList<qint64>{4, 5}));
}

void SandboxMoodleSilent::pagesOfPeople()
{
    Campus campus;
    const auto page = [&](int from, int count, const char *sort = "id", const char *direction = "ASC") {
        return ids(campus.call(enrolled, ofCourse(3, {{QStringLiteral("limitfrom"), QString::number(from)},
                                                      {QStringLiteral("limitnumber"), QString::number(count)},
                                                      {QStringLiteral("sortby"), QString::fromLatin1(sort)},
                                                      {QStringLiteral("sortdirection"), QString::fromLatin1(direction)},
                                                      usernameAndRoles})));
    };
    QCOMPARE(page(0, 4), (QList<qint64>{3, 4, 5, 6}));
    QCOMPARE(page(8, 4), (QList<qint64>{11, 12}));
    QCOMPARE(page(20, 4), QList<qint64>{});
    QCOMPARE(page(0, 2, "lastname"), (QList<qint64>{11, 12}));
    QCOMPARE(page(0, 2, "id", "DESC"), (QList<qint64>{12, 11}));
    QCOMPARE(ids(campus.call(enrolled, ofCourse(3, {{QStringLiteral("groupid"), QStringLiteral("4")}}))),
             (QList<qint64>{3, 6, 9, 12}));
}

void SandboxMoodleSilent::unsupportedKeyReturnsEverybody()
{
    Campus campus;
    const QJsonObject answer =
        campus
            .call("core_user_get_users", {{QStringLiteral("criteria[0][key]"), QStringLiteral("suspended")},
                                          {QStringLiteral("criteria[0][value]"), QStringLiteral("1")}})
            .object();
    QCOMPARE(answer[QLatin1String("users")].toArray().size(), qsizetype(campus.site().people.size()));
    QCOMPARE(answer[QLatin1String("warnings")][0][QLatin1String("warningcode")].toString(),
             QStringLiteral("invalidfieldparameter"));
}

// R231: a bulk read that needs no companion.
void SandboxMoodleSilent::reports()
{
    Campus campus;
    const auto report = [&](int id, int page, int size) {
        return campus.call("core_reportbuilder_retrieve_report",
                           {{QStringLiteral("reportid"), QString::number(id)},
                            {QStringLiteral("page"), QString::number(page)},
                            {QStringLiteral("perpage"), QString::number(size)}})[QLatin1String("data")];
    };
    const QJsonValue whole = report(6, 0, 0);
    const int total = whole[QLatin1String("totalrowcount")].toInt();
    QCOMPARE(whole[QLatin1String("rows")].toArray().size(), total);
    QCOMPARE(report(6, 0, 4)[QLatin1String("rows")].toArray().size(), 4);
    QCOMPARE(report(6, 9999, 4)[QLatin1String("rows")].toArray().size(), 0);
    QJsonArray paged;
    for (int page = 0; paged.size() < total; ++page) {
        for (const QJsonValue &row : report(6, page, 7)[QLatin1String("rows")].toArray())
            paged.append(row);
    }
    QCOMPARE(paged, whole[QLatin1String("rows")].toArray());

    const QJsonArray first = whole[QLatin1String("rows")][2][QLatin1String("columns")].toArray();
    QCOMPARE(first[0].toString(),
             QStringLiteral("<a href=\"http://127.0.0.1:8701/course/view.php?id=2\">ALG LIN / L1</a>"));
    QCOMPARE(first[2].toString(),
             QStringLiteral("<a href=\"http://127.0.0.1:8701/user/profile.php?id=3\">Léa Lefèvre</a>"));
    QCOMPARE(first[8].toString(), QStringLiteral("Tuesday, 1 September 2026, 12:00 AM"));
    QCOMPARE(first[10].toString(), QStringLiteral("editingteacher"));

    QStringList levels;
    const QJsonValue roles = report(7, 0, 0);
    for (const QJsonValue &row : roles[QLatin1String("rows")].toArray()) {
        const QJsonArray cells = row[QLatin1String("columns")].toArray();
        if (cells[1].toString() != u"Course")
            levels.append(cells[0].toString() + u' ' + cells[2].toString() + u' ' + cells[3].toString());
    }
    QCOMPARE(levels, (QStringList{
                         QStringLiteral("<a href=\"http://127.0.0.1:8701/course/index.php?categoryid=4\">Category: UFR "
                                        "de mathématique et d'informatique</a> /1/100004 manager"),
                         QStringLiteral("<a href=\"http://127.0.0.1:8701/\">System</a> /1 teacher")}));

    // Reports are listed ten at a time, and only to those who may see them.
    for (int id = 20; id < 32; ++id)
        campus.site().reports.push_back({id, QStringLiteral("roles"), {}, false});
    campus.changed();
    QCOMPARE(campus.call("core_reportbuilder_list_reports")[QLatin1String("reports")].toArray().size(), 10);
    QCOMPARE(
        campus.call("core_reportbuilder_list_reports", named("page", QStringLiteral("1")))[QLatin1String("reports")]
            .toArray()
            .size(),
        4);
    campus.drop({QStringLiteral("moodle/reportbuilder:viewall")});
    QCOMPARE(campus.call("core_reportbuilder_list_reports")[QLatin1String("reports")].toArray().size(), 0);
}

void SandboxMoodleSilent::reportTitlesAndStatus()
{
    Campus campus;
    campus.site().reports[0].titles = {{QStringLiteral("username"), QStringLiteral("Identifiant")},
                                       {QStringLiteral("role"), QString()}};
    const auto data = [&] {
        return campus.call("core_reportbuilder_retrieve_report",
                           {{QStringLiteral("reportid"), QStringLiteral("6")},
                            {QStringLiteral("perpage"), QStringLiteral("0")}})[QLatin1String("data")];
    };
    const QJsonArray headers = data()[QLatin1String("headers")].toArray();
    QVERIFY(headers.contains(QStringLiteral("Identifiant")));
    QVERIFY(!headers.contains(QStringLiteral("role")));
    QCOMPARE(data()[QLatin1String("rows")][0][QLatin1String("columns")].toArray().size(), headers.size());
    QSet<QString> words;
    int withoutPerson = 0;
    for (const QJsonValue &row : data()[QLatin1String("rows")].toArray()) {
        words.insert(row[QLatin1String("columns")][7].toString());
        withoutPerson += row[QLatin1String("columns")][2].toString().isEmpty() ? 1 : 0;
    }
    QCOMPARE(words, (QSet<QString>{QString(), QStringLiteral("Active"), QStringLiteral("Suspended"),
                                   QStringLiteral("Not current")}));
    QVERIFY(withoutPerson > 0); // enrolment methods that nobody used
    campus.site().reports[0].activeOnly = true;
    for (const QJsonValue &row : data()[QLatin1String("rows")].toArray())
        QCOMPARE(row[QLatin1String("columns")][7].toString(), QStringLiteral("Active"));
}

QTEST_GUILESS_MAIN(SandboxMoodleSilent)
#include "tst_sandboxmoodlesilent.moc"
